import { describe, expect, test } from "vitest";
import type { Question } from "../../../src/authoring/asker.ts";
import { NO_JUDGE, type Version, type Versions } from "../../../src/authoring/judge.ts";
import { Stopwatch } from "../../../src/authoring/stopwatch.ts";
import { Span } from "../../../src/handover/timings.ts";
import { isTaskId } from "../../../src/task/task-id.ts";

const [task] = ["price"].filter(isTaskId);
const timed = { task: task!, attempt: 2 };
const question = {
  request: { stage: "code", sample: 1 },
  model: "m",
  round: 3,
} as unknown as Question;
const tokens = { input: 10, cachedInput: 0, output: 5 };
const answer = { reply: { finish: "stop", text: "", tokens }, costUsd: 0.5 } as const;

/** A clock that goes on by a second whenever somebody looks at it. */
function watch(): Stopwatch {
  let seconds = 0;
  return new Stopwatch(() => (seconds += 1));
}

describe("a stopwatch", () => {
  test("times a question and what it took, and hands on its answer", async () => {
    const stopwatch = watch();
    const ask = stopwatch.asking(timed, () => Promise.resolve(answer));
    expect(await ask(question)).toBe(answer);
    expect(stopwatch.spans).toEqual([
      {
        what: "question",
        ...timed,
        start: 1,
        seconds: 1,
        stage: "code",
        sample: 1,
        round: 3,
        model: "m",
        tokens,
        costUsd: 0.5,
      },
    ]);
  });

  test("times a question that fails, which fails all the same", async () => {
    const stopwatch = watch();
    const ask = stopwatch.asking(timed, () => Promise.reject(new Error("away")));
    await expect(ask(question)).rejects.toThrow("away");
    expect(stopwatch.spans).toMatchObject([{ seconds: 1, tokens: null, costUsd: null }]);
  });

  test("tells checks of a version from trials of several", async () => {
    const stopwatch = watch();
    const judge = stopwatch.judging(timed, NO_JUDGE);
    const version = {} as Version;
    const versions = {} as Versions;
    expect(await judge.judge(version, false)).toMatchObject({ kind: "not_judged" });
    expect(await judge.tryAll(versions)).toBeNull();
    await judge.contested(versions, [], []);
    await judge.confirms(versions, 0, []);
    expect(stopwatch.spans.map(({ what }) => what)).toEqual(["check", "trial", "trial", "trial"]);
    for (const span of stopwatch.spans) expect(Span.parse(span)).toEqual(span);
  });

  test("lists what began first first, whatever ended first", async () => {
    let seconds = 0;
    const stopwatch = new Stopwatch(() => seconds);
    const waiting = Promise.withResolvers<typeof answer>();
    const slow = stopwatch.asking(timed, () => waiting.promise)(question);
    seconds = 5;
    await stopwatch.asking(timed, () => Promise.resolve(answer))(question);
    seconds = 9;
    waiting.resolve(answer);
    await slow;
    expect(stopwatch.spans).toMatchObject([
      { start: 0, seconds: 9 },
      { start: 5, seconds: 0 },
    ]);
  });
});
