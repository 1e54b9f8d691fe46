import { describe, expect, test } from "vitest";
import type { ServerHabits } from "../../../world/model-habits.ts";
import type { Reply } from "../../../world/model.ts";
import { CODE, DESIGN, REPLIES, TESTS } from "./support/stories.ts";
import { errorsOf, World } from "./support/world.ts";

const [first, ...others] = DESIGN.criteria;
const code = (content: string, ...more: { path: string; content: string }[]): Reply => ({
  files: [{ path: "src/doubling.py", content }, ...more],
  notes: null,
});
const suite = (content: string): Reply => ({
  files: [{ path: "tests/test_story.py", content }],
  notes: null,
});

interface Fault {
  readonly stage: "design" | "code" | "tests";
  readonly reply: Reply;
  /** What the log says of it; null where nothing is wrong with the reply. */
  readonly said: string | null;
}

/** What a model may say at first. */
const FAULTS: Readonly<Record<string, Fault>> = {
  "cut-off": { stage: "code", reply: { fault: "length" }, said: "the reply was cut off" },
  refused: { stage: "design", reply: { fault: "refusal" }, said: "the model refused: " },
  filtered: { stage: "tests", reply: { fault: "content_filter" }, said: "content filter" },
  "no-json": { stage: "design", reply: "Certainly!", said: "the reply is not valid JSON" },
  empty: { stage: "code", reply: " ", said: "the reply is empty" },
  "other-shape": { stage: "tests", reply: { tests: TESTS }, said: "files Invalid input" },
  outside: {
    stage: "code",
    reply: code(CODE, { path: "../x.py", content: "" }),
    said: "leaves its folder",
  },
  invented: {
    stage: "design",
    reply: { ...REPLIES.design, criteria: [{ ...first!, source: "Be nice." }, ...others] },
    said: "AC-1 quotes a line that the story does not have",
  },
  "left-out": {
    stage: "design",
    reply: { ...REPLIES.design, criteria: others },
    said: "no criterion quotes this line of the story",
  },
  "no-signature": {
    stage: "design",
    reply: {
      ...REPLIES.design,
      modules: [
        {
          ...DESIGN.modules[0]!,
          names: [{ ...DESIGN.modules[0]!.names[0]!, signature: "double(a: int ->" }],
        },
      ],
    },
    said: "the signature of double is not Python",
  },
  "no-python": { stage: "code", reply: code("def double(:\n"), said: "SyntaxError" },
  "no-promise": {
    stage: "code",
    reply: code("def twice(number):\n    return number * 2\n"),
    said: "double, which the design promises, is not defined",
  },
  parameters: {
    stage: "code",
    reply: code("def double(number, factor):\n    return number * factor\n"),
    said: "double takes other parameters than the design promises",
  },
  imports: {
    stage: "code",
    reply: code(`import numpy\n${CODE}`),
    said: "imports numpy, which is neither in the standard library nor in PACKAGES",
  },
  unmarked: {
    stage: "tests",
    reply: suite(TESTS.replace('"AC-2"', '"AC-1"')),
    said: 'no test is marked with @pytest.mark.criterion("AC-2")',
  },
  "few-inputs": {
    stage: "tests",
    reply: suite(TESTS.replace("    assert double(5) == 10\n    assert double(-3) == -6\n", "")),
    said: "a table of the examples would pass",
  },
  formatted: {
    stage: "tests",
    reply: suite(
      `${TESTS}\n\n@pytest.mark.parametrize("n", [f"{3}"])\ndef test_more(n):\n    assert double(int(n)) == 6\n`,
    ),
    said: "has an f-string inside a parametrize decorator",
  },
  skipped: {
    stage: "tests",
    reply: suite(`${TESTS}\n\n@pytest.mark.xfail\ndef test_more():\n    assert double(3) == 7\n`),
    said: "lets a test be skipped or fail",
  },
  hidden: {
    stage: "tests",
    reply: suite(`${TESTS}# \u202e\n`),
    said: "shows text in another order than Python reads it",
  },
  fenced: {
    stage: "code",
    reply: `Here you are:\n\n\`\`\`json\n${JSON.stringify(REPLIES.code)}\n\`\`\`\n`,
    said: null,
  },
  thinking: {
    stage: "tests",
    reply: `<think>{"files": []}?</think>\ufeff${JSON.stringify({ ...REPLIES.tests, more: 1 })}`,
    said: null,
  },
  windows: {
    stage: "code",
    reply: { files: [{ path: "src/doubling.py", content: CODE.replaceAll("\n", "\r\n") }] },
    said: null,
  },
};

test("a model that errs once in each way writes every task all the same: no paid reply is lost", async () => {
  const ids = Object.keys(FAULTS);
  const answers = Object.fromEntries(
    ids.map((id) => [id, { [FAULTS[id]!.stage]: [FAULTS[id]!.reply] }]),
  );
  await using world = await World.open({ answers });
  const result = await world.generateByBundle(world.pushStories(...ids));
  expect(errorsOf(result)).toEqual([]);
  expect(result.outputs["tasks"]).toBe(ids.toSorted().join(","));
  for (const id of ids) {
    const { stage, said } = FAULTS[id]!;
    const again = result.log
      .split("\n")
      .filter((line) => line.startsWith(`${id}: `) && line.includes("is asked for again"))
      .map((line) => line.includes(`${stage}: `) && line.includes(said ?? ""));
    expect({ id, again }).toEqual({ id, again: said === null ? [] : [true] });
  }
});

/** Of the cases from outside, and others of their kinds. */
const SERVERS: Readonly<Record<string, ServerHabits>> = {
  "an error with status 200": { noResponses: "error with status 200" },
  "a schema that is ignored, and what is cut off called completed": {
    proseBy: ["responses"],
    completedWhenCut: true,
  },
  "content in parts": { noResponses: 404, contentInParts: true, neverStreams: true },
  "a first byte that takes a while": { slow: 400 },
  "no schema, no options, no counts": {
    noResponses: 501,
    knows: "json_object",
    refuses: ["stream_options"],
    countsNothing: true,
  },
  "lost connections": { losesConnection: { after: 2, times: 2 } },
};

describe("a server with", () => {
  test.each(Object.entries(SERVERS))("%s is understood", async (_, habits) => {
    await using world = await World.open({ habits });
    const result = await world.generateByBundle(world.pushStories("one"));
    expect(errorsOf(result)).toEqual([]);
    expect(result.outputs["tasks"]).toBe("one");
  });
});
