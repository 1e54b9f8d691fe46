import { describe, expect, test } from "vitest";
import { runningTest } from "../../../src/proof/pytest-report.ts";
import { tellProgress } from "../../../src/proof/tell-progress.ts";
import { isTaskId } from "../../../src/task/task-id.ts";
import { tasks, TestRepository, verify } from "./support.ts";

const TESTS = ["tests/test_story.py::test_a", "tests/test_story.py::test_b"];

/** A log, and a clock that stands until it is moved. */
function watchedTask(task = "slow"): {
  lines: string[];
  move: (seconds: number) => void;
  progress: ReturnType<typeof tellProgress>;
} {
  const lines: string[] = [];
  let time = 100;
  const log = { info: (line: string): void => void lines.push(line) };
  if (!isTaskId(task)) throw new Error(`${task} is no task id`);
  return {
    lines,
    move: (seconds) => void (time += seconds),
    progress: tellProgress(task, log, () => time),
  };
}

describe("what a task is doing", () => {
  test("is not told as long as it is quick", () => {
    const { lines, move, progress } = watchedTask();
    for (let step = 0; step < 9; step++) {
      progress.step(`step ${step}`);
      move(1);
    }
    expect(lines).toEqual([]);
  });

  test("is told every ten seconds, with the test that runs", () => {
    const { lines, move, progress } = watchedTask();
    progress.step("running tests", TESTS);
    for (let seconds = 5; seconds <= 25; seconds += 5) {
      move(5);
      progress.alive({ seconds, test: TESTS[1]! });
    }
    move(5);
    progress.step("trying stub 1 of 3", TESTS);
    expect(lines).toEqual([
      "slow: running tests: 2 of 2, tests/test_story.py::test_b, for 10 s",
      "slow: running tests: 2 of 2, tests/test_story.py::test_b, for 20 s",
      "slow: trying stub 1 of 3",
    ]);
  });

  test.each([
    ["no test runs", null],
    ["the report names a test that is none of them", "tests/test_story.py::canary\n::error::x"],
  ])("leaves the test out when %s", (_, test_) => {
    const { lines, move, progress } = watchedTask();
    progress.step("running tests", TESTS);
    move(10);
    progress.alive({ seconds: 10, test: test_ });
    expect(lines).toEqual(["slow: running tests, for 10 s"]);
  });
});

describe("the running test", () => {
  const begin = '{"event":"begin","id":"t::a"}\n';
  const phase =
    '{"event":"phase","id":"t::a","when":"call","outcome":"passed","xfail":false,"seconds":1}\n';
  test.each([
    ["has begun", begin, "t::a"],
    ["is being torn down", `${begin}${phase}`, "t::a"],
    ["has ended", `${begin}${phase}{"event":"end","id":"t::a"}\n`, null],
    ["is not named yet", "", null],
    ["stands behind half a line", `:"x"}\n${begin}`, "t::a"],
    ["is only half written", `${begin}{"event":"be`, "t::a"],
    ["is no event", "::set-output name=x::y\n", null],
  ])("%s", (_, tail, expected) => {
    expect(runningTest(tail)).toBe(expected);
  });
});

test("a slow suite shows in the log which of its tests runs", async () => {
  const repository = new TestRepository();
  try {
    const slow =
      "import time\n\nfrom src.double import double\n\n\ndef test_quick():\n    assert double(2) == 4\n\n\ndef test_slow():\n    time.sleep(6)\n    assert double(3) == 6\n\n\ndef test_left_out():\n    assert double(1) == 2\n";
    repository.commit(
      tasks({
        slow: {
          "src/double.py": "def double(x):\n    return 2 * x\n",
          "tests/test_story.py": slow,
        },
      }),
    );
    // With a selection nothing else is tried, so that the slow test runs once.
    const { log, evidence } = await verify(
      repository,
      { tasks: "slow", "max-tests": "2" },
      { now: quickClock },
    );
    expect(evidence.get("slow")?.tests).toMatchObject({ passed: 2 });
    expect(log.lines).toContainEqual(
      expect.stringMatching(
        /^slow: running tests: 2 of 2, tests\/test_story\.py::test_slow, for 5 s$/,
      ),
    );
  } finally {
    repository.remove();
  }
});

/** Ten of its seconds are two of ours, so that the first sign of life is told. */
function quickClock(): number {
  return performance.now() / 200;
}
