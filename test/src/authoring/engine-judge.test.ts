import { describe, expect, test } from "vitest";
import { engineJudge, type EngineOptions } from "../../../src/authoring/engine-judge.ts";
import type { Version, Versions } from "../../../src/authoring/judge.ts";
import type { Contested, TriedTest } from "../../../src/authoring/trial.ts";
import { VerifySettings } from "../../../src/config/config.ts";
import { Lanes } from "../../../src/foundation/lanes.ts";
import type { PythonReader } from "../../../src/proof/python-reader.ts";
import { isTaskId } from "../../../src/task/task-id.ts";
import { DESIGN, REPLIES } from "../../actions/generate/support/stories.ts";
import { STORY } from "./recorded-author.ts";

const TASK = "doubling";
const CODE = REPLIES.code.files;
const SUITE = REPLIES.tests.files;
const VERSION: Version = {
  design: DESIGN,
  code: CODE,
  tests: SUITE,
  packages: null,
  overruled: [],
};
const VERSIONS: Versions = {
  design: DESIGN,
  packages: null,
  codes: [CODE, CODE],
  suites: [SUITE, SUITE],
};
const TRIED: TriedTest = {
  suite: 0,
  id: "tests/test_story.py::test_doubles",
  case: 0,
  criteria: ["AC-1"],
  outcomes: ["failed", "failed"],
};
const CONTESTED: Contested = {
  setup: [],
  call: "double(2)",
  returns: "5",
  raises: null,
  answers: ["4", "4"],
};

const BROKEN_READER: PythonReader = {
  read: () => Promise.reject(new Error("the reader is broken")),
  takeApart: () => Promise.reject(new Error("the reader is broken")),
};

function judgeWith(environments: EngineOptions["environments"]): ReturnType<typeof engineJudge> {
  if (!isTaskId(TASK)) throw new Error(TASK);
  return engineJudge(TASK, STORY, {
    environments,
    config: VerifySettings.parse({}),
    checkSeconds: 60,
    reader: BROKEN_READER,
    sharedRequirements: () => Promise.resolve([]),
    random: () => 0,
    now: () => 0,
    progress: { step: () => {}, alive: () => {} },
    judging: new Lanes(2),
  });
}

describe("what was paid for is not lost to a fault of the check itself", () => {
  const judge = judgeWith({ prepare: () => Promise.reject(new Error("the disk is full")) });

  test("a version is left to verify", async () => {
    expect(await judge.judge(VERSION, false)).toEqual({
      kind: "not_judged",
      why: "the check itself failed: Error: the disk is full",
    });
  });

  test("versions cannot be tried", async () => {
    expect(await judge.tryAll(VERSIONS)).toBeNull();
  });

  test("nothing is known of what a test says", async () => {
    expect(await judge.contested(VERSIONS, [TRIED], [0, 1])).toEqual([null]);
  });

  test("no answer confirms anything", async () => {
    const answer = { returns: "4", raises: null };
    expect(await judge.confirms(VERSIONS, 0, [{ contested: CONTESTED, answer }])).toEqual([false]);
  });

  test("no test is taken out", async () => {
    expect(await judge.without(SUITE, [TRIED])).toBeNull();
  });
});

describe("where no code can be run", () => {
  const judge = judgeWith({
    prepare: () => Promise.resolve({ kind: "unavailable", tried: ["namespaces: forbidden"] }),
  });

  test("a version is left to verify, and the reason is said", async () => {
    const judgement = await judge.judge(VERSION, false);
    expect(judgement).toMatchObject({ kind: "not_judged" });
    expect(JSON.stringify(judgement)).toContain("namespaces: forbidden");
  });

  test("versions cannot be tried", async () => {
    expect(await judge.tryAll(VERSIONS)).toBeNull();
  });
});
