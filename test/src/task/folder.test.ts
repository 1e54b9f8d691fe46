import { describe, expect, test } from "vitest";
import { TASK_LIMITS, violationsOf, type TaskFile } from "../../../src/task/folder.ts";
import { counterexample } from "../../support/counterexample.ts";
import * as fc from "../../support/properties.ts";

const file = (path: string, more: Partial<TaskFile> = {}): TaskFile => ({
  path,
  mode: "100644",
  bytes: 10,
  ...more,
});

const isPlain = (given: string) =>
  /^[A-Za-z0-9_][A-Za-z0-9_.-]*(?:\/[A-Za-z0-9_][A-Za-z0-9_.-]*)*$/.test(given) &&
  !given.split("/").includes("..");
const isTaken = (given: string) => violationsOf([file(given)]).length === 0;

describe("violationsOf", () => {
  test("finds nothing in a task folder as it should be", () => {
    const paths = [
      "src/a.py",
      "src/pkg/__init__.py",
      "tests/test_story.py",
      "requirements.txt",
      "meta/transcript.jsonl",
    ];
    expect(violationsOf(paths.map((path) => file(path)))).toEqual([]);
  });

  test.each([
    { given: [file("../x.py")], said: "leaves its folder" },
    { given: [file("src/../x.py")], said: "leaves its folder" },
    { given: [file("/etc/x.py")], said: "leaves its folder" },
    { given: [file("src//x.py")], said: "leaves its folder" },
    { given: [file(".git/config")], said: "is hidden" },
    { given: [file("src/a b.py")], said: "outside letters" },
    { given: [file("src/ä.py")], said: "outside letters" },
    { given: [file("src\\x.py")], said: "outside letters" },
    { given: [file("-rf.py")], said: "outside letters" },
    { given: [file(`src/${"a".repeat(200)}.py`)], said: "more than 200 characters" },
    { given: [file("conftest.py")], said: "changes how pytest or Python starts" },
    { given: [file("tests/deep/CONFTEST.PY")], said: "changes how pytest or Python starts" },
    { given: [file("pytest.ini")], said: "changes how pytest or Python starts" },
    { given: [file("src/sitecustomize.py")], said: "changes how pytest or Python starts" },
    { given: [file("src/x.pth")], said: "Python would load" },
    { given: [file("src/x.SO")], said: "Python would load" },
    { given: [file("src/x.py", { mode: "100755" })], said: "is executable" },
    { given: [file("src/x.py", { mode: "120000" })], said: "is a symbolic link" },
    { given: [file("src/x", { mode: "160000" })], said: "is a submodule" },
    { given: [file("src/x.py", { mode: "100664" })], said: "has the file mode 100664" },
    { given: [file("src/x.py", { bytes: TASK_LIMITS.fileBytes + 1 })], said: "is larger than" },
    { given: [file("src/x.py"), file("src/X.py")], said: "differs from src/x.py by case alone" },
    {
      given: Array.from({ length: 201 }, (_, index) => file(`src/f${index}.py`)),
      said: "holds 201 files",
    },
    {
      given: Array.from({ length: 9 }, (_, index) =>
        file(`src/f${index}.py`, { bytes: 1_000_000 }),
      ),
      said: "holds 9000000 bytes",
    },
  ])("$said", ({ given, said }) => {
    expect(
      violationsOf(given)
        .map(({ problem }) => problem)
        .join("\n"),
    ).toContain(said);
  });

  test.each([
    { what: "a path of 200 characters", given: [file(`src/${"a".repeat(193)}.py`)] },
    { what: "a file of 1 MiB", given: [file("src/x.py", { bytes: TASK_LIMITS.fileBytes })] },
    {
      what: "200 files",
      given: Array.from({ length: 200 }, (_, index) => file(`src/f${index}.py`)),
    },
    {
      what: "8 MiB in all",
      given: Array.from({ length: 8 }, (_, index) =>
        file(`src/f${index}.py`, { bytes: TASK_LIMITS.fileBytes }),
      ),
    },
    { what: "names that differ in more than case", given: [file("src/a.py"), file("src/b.py")] },
    { what: "one folder of two files", given: [file("src/a/x.py"), file("src/a/y.py")] },
  ])("$what may be there", ({ given }) => {
    expect(violationsOf(given)).toEqual([]);
  });

  // Where case does not tell two names apart, one of two such files or folders hides the other.
  test.each([
    { given: ["src/x.py", "src/X.py"], found: [{ path: "src/X.py", other: "src/x.py" }] },
    { given: ["src/a/x.py", "src/A/y.py"], found: [{ path: "src/A", other: "src/a" }] },
    {
      given: ["src/a/x.py", "SRC/a/x.py"],
      found: [
        { path: "SRC", other: "src" },
        { path: "SRC/a", other: "src/a" },
        { path: "SRC/a/x.py", other: "src/a/x.py" },
      ],
    },
    // K of Kelvin is k in lower case, and is not in capitals.
    { given: ["src/k.py", "src/\u212A.py"], found: [{ path: "src/\u212A.py", other: "src/k.py" }] },
  ])("$given differ by case alone", ({ given, found }) => {
    const violations = violationsOf(given.map((path) => file(path)));
    expect(violations.filter(({ problem }) => problem.startsWith("differs"))).toEqual(
      found.map(({ path, other }) => ({ path, problem: `differs from ${other} by case alone` })),
    );
  });

  test("all that is wrong with one file is told, and what is wrong with the folder as well", () => {
    const given = [
      file("src/../conftest.py", { mode: "120000", bytes: TASK_LIMITS.totalBytes + 1 }),
      file("src/x.py"),
    ];
    expect(violationsOf(given)).toEqual([
      ...[
        "has a name outside letters, digits, `_`, `-` and `.`, or is hidden, or leaves its folder",
        "changes how pytest or Python starts",
        "is a symbolic link",
        "is larger than 1048576 bytes",
      ].map((problem) => ({ path: "src/../conftest.py", problem })),
      { path: ".", problem: "holds 8388619 bytes, more than 8388608" },
    ]);
  });

  test("whatever the path, one that is accepted lies in the folder and is named plainly", () => {
    const part = fc.oneof(
      fc.constantFrom("..", ".", "", "src", "a.py", "conftest.py", ".x", "\\", "\0", "\n", "C:"),
      fc.string({ unit: "binary", maxLength: 6 }),
    );
    const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("/"));
    expect(counterexample(path, (given) => !isTaken(given) || isPlain(given), 2_000)).toBeNull();
  });
});
