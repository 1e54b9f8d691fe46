import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseConfig } from "../../../src/config/config.ts";
import {
  isInRange,
  sharedRequirements,
  taskRequirements,
} from "../../../src/proof/requirements.ts";
import { makeWheel } from "../../support/wheel.ts";
import {
  codesOf,
  type Files,
  tasks,
  TestRepository,
  verify,
  type Verification,
} from "./support.ts";

const wheels = mkdtempSync(join(tmpdir(), "verify-wheels-"));
const marker = join(wheels, "was-here");
const repository = new TestRepository();
let verification: Verification;

const using = (name: string, requirement: string): Files => ({
  "src/code.py": `import ${name}\n\n\ndef answer():\n    return ${name}.ANSWER\n`,
  "tests/test_story.py":
    "from src.code import answer\n\n\ndef test_answer():\n    assert answer() == 42\n",
  "requirements.txt": `${requirement}\n`,
});

beforeAll(async () => {
  makeWheel(wheels, "tiny_dep", "1.2.0", "ANSWER = 42\n");
  makeWheel(wheels, "common_dep", "3.0", "ANSWER = 42\n");
  const leaveMark = `import pathlib, sys; sys.started = True; pathlib.Path(${JSON.stringify(marker)}).touch()`;
  makeWheel(wheels, "starting_dep", "1.0", "ANSWER = 42\n", `${leaveMark}\n`);
  process.env["PIP_NO_INDEX"] = "1";
  process.env["PIP_FIND_LINKS"] = wheels;
  repository.commit({
    ...tasks({
      allowed: using("tiny_dep", "Tiny.Dep==1.2.0  # pinned"),
      other_version: using("tiny_dep", "tiny-dep==2.0"),
      not_listed: using("common_dep", "common-dep==3.0"),
      common: { ...using("common_dep", "# nothing of its own") },
      at_start: {
        ...using("starting_dep", "starting-dep==1.0"),
        "tests/test_story.py":
          "import sys\n\nfrom src.code import answer\n\n\ndef test_answer():\n    assert answer() == 42\n\n\ndef test_started():\n    assert answer() == 42 and sys.started\n",
      },
      no_wheel: using("tiny_dep", "tiny-dep==1.9"),
    }),
    "requirements.txt": "common-dep >= 2 ; python_version > '3'\n",
    ".github/agent-pipeline.yml":
      'allowed-dependencies:\n  tiny_dep: ">=1.0,<2"\n  starting_dep: "*"\n',
  });
  verification = await verify(repository, { entry: "dependencies" });
}, 120_000);

afterAll(() => {
  delete process.env["PIP_NO_INDEX"];
  delete process.env["PIP_FIND_LINKS"];
  rmSync(wheels, { recursive: true, force: true });
  repository.remove();
});

describe("a task whose requirement", () => {
  test.each([
    ["is on the list is tested with it", "allowed", []],
    ["is on the list in other versions is refused", "other_version", ["dependency_refused"]],
    ["is not on the list is refused", "not_listed", ["dependency_refused"]],
    ["is the repository's own is tested with it", "common", []],
    ["cannot be had is unproven", "no_wheel", ["dependency_failed"]],
  ])("%s", (_, task, reasons) => {
    expect(codesOf(verification.evidence.get(task))).toEqual(reasons);
  });

  test("names the line and the versions that are allowed", () => {
    expect(verification.evidence.get("other_version")?.reasons[0]).toMatchObject({
      message: 'requirements.txt:1: "tiny-dep==2.0": tiny-dep is allowed in the versions >=1.0,<2',
      file: "requirements.txt",
      line: 1,
    });
  });
});

test("what a package brings along for the start of Python is run in isolation only", () => {
  expect(codesOf(verification.evidence.get("at_start"))).toEqual([]);
  expect(existsSync(marker)).toBe(false);
});

describe("a version", () => {
  test.each([
    ["1.0", "*", true],
    ["1.0", ">=1", true],
    ["1.0.0", "==1", true],
    ["2.10", ">2.9", true],
    ["2.0", ">=1.0,<2", false],
    ["1.9.9", ">=1.0, <2", true],
    ["1.5", "!=1.5", false],
    ["2.1.3", "~=2.1", true],
    ["3.0", "~=2.1", false],
    ["2.0", "~=2.1", false],
  ])("%s within %s: %s", (version, range, expected) => {
    expect(isInRange(version, range)).toBe(expected);
  });
});

const file = (
  content: string,
  path = "requirements.txt",
): { path: string; content: Uint8Array } => ({
  path,
  content: Buffer.from(content),
});

test("two versions of one package contradict each other", () => {
  const { reasons } = taskRequirements([file("a==1\n"), file("A==2\n", "tests/requirements.txt")], {
    a: "*",
  });
  expect(reasons.map(({ message }) => message)).toEqual([
    'tests/requirements.txt:1: "A==2": another line asks for a==1',
  ]);
});

test("the repository's own files hold no options and addresses either", () => {
  const { requirements, reasons } = sharedRequirements([
    file(
      "numpy>=1 # fast\n\n-r other.txt\npkg @ https://example.com/x.whl\nwheels/x-1.0-py3-none-any.whl\nx-1.0-py3-none-any.whl\n./here\nrequests[socks] >= 2.1, < 3 ; python_version > '3'\nsix\n",
    ),
  ]);
  // What ends like an archive is a name like any other: written anew, it is none to pip.
  expect(requirements.map(({ line }) => line)).toEqual([
    "numpy>=1",
    "x-1-0-py3-none-any-whl",
    expect.stringMatching(/^requests/u),
    "six",
  ]);
  expect(reasons.map(({ line }) => line)).toEqual([3, 4, 5, 7]);
});

describe("the config", () => {
  test("names every fault at once", () => {
    expect(() =>
      parseConfig("allowed-dependencies: { a: newest }\nmutation-score: 2\nwhat: 1\n"),
    ).toThrow(/(?=[^]*mutation-score)(?=[^]*allowed-dependencies)(?=[^]*what)/);
  });

  test.each(["- a", "a: &x [*x]", "text", "[", "a: 1\na: 2"])("%j is refused", (text) => {
    expect(() => parseConfig(text)).toThrow(".github/agent-pipeline.yml cannot be used");
  });

  test.each([null, "", "# nothing\n", "{}"])("%j is every default", (text) => {
    expect(parseConfig(text)).toMatchObject({ "mutation-score": 0.5, "allowed-dependencies": {} });
  });
});
