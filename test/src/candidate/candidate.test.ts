import { describe, expect, test } from "vitest";
import {
  mergedAt,
  readCandidate,
  readSharedInputs,
  type SharedInputs,
} from "../../../src/candidate/read-candidate.ts";
import type { TreeEntry } from "../../../src/git/repository.ts";
import { isTaskId } from "../../../src/task/task-id.ts";
import { type Files, FixedRepository, idOf } from "../../support/fixed-repository.ts";

const task = "price";
if (!isTaskId(task)) throw new Error("price is a task id");

const three = { mergeBase: "MERGE-BASE", base: "BASE", head: "HEAD" };
const one = { mergeBase: "HEAD", base: "HEAD", head: "HEAD" };

/** What merge base, base and head hold. */
function sides(mergeBase: Files, base: Files, head: Files): FixedRepository {
  return new FixedRepository({ "MERGE-BASE": mergeBase, BASE: base, HEAD: head });
}

function alone(files: Files): FixedRepository {
  return new FixedRepository({ HEAD: files });
}

describe("mergedAt", () => {
  test("asks each of the three commits for what it holds", async () => {
    const repository = sides(
      { a: "1", b: "1", c: "1" },
      { a: "2", b: "1", c: "2" },
      { a: "1", b: "3", c: "3" },
    );
    expect(await mergedAt(repository, three, "a")).toMatchObject({ object: { oid: idOf("2") } });
    expect(await mergedAt(repository, three, "b")).toMatchObject({ object: { oid: idOf("3") } });
    expect(await mergedAt(repository, three, "c")).toEqual({ kind: "conflict" });
    expect(await mergedAt(repository, three, "d")).toEqual({ kind: "resolved", object: null });
  });
});

const treeOf = async (files: Files) =>
  (await alone(files).objectAt("HEAD", "generated/price"))?.oid;

describe("the candidate of a task", () => {
  const shared: SharedInputs = { kind: "resolved", blobs: { "requirements.txt": null } };
  const old: Files = { "generated/price/src/a.py": "1" };
  const made: Files = { "generated/price/src/a.py": "2" };
  test.each<{ when: string; given: readonly [Files, Files, Files]; expected: Files | null }>([
    { when: "head made it", given: [{}, {}, made], expected: made },
    { when: "head changed it", given: [old, old, made], expected: made },
    { when: "base changed it", given: [old, made, old], expected: made },
    { when: "both changed it alike", given: [old, made, made], expected: made },
    { when: "head deleted it", given: [old, old, {}], expected: null },
    { when: "nobody has it", given: [{}, {}, {}], expected: null },
    {
      when: "a file lies in its place",
      given: [{}, {}, { "generated/price": "no folder" }],
      expected: null,
    },
  ])("holds the folder as it will be: $when", async ({ given, expected }) => {
    expect(await readCandidate(sides(...given), three, task, shared)).toEqual({
      kind: "resolved",
      task: expected === null ? null : await treeOf(expected),
      shared: { "requirements.txt": null },
    });
  });

  test("is a conflict where both changed the folder, whatever files they changed in it", async () => {
    const repository = sides(old, { ...old, "generated/price/b.py": "" }, made);
    const conflict = { kind: "conflict", path: "generated/price" };
    expect(await readCandidate(repository, three, task, shared)).toEqual(conflict);
    const both: SharedInputs = { kind: "conflict", path: "data/x.csv" };
    expect(await readCandidate(repository, three, task, both)).toEqual(conflict);
  });

  test("is a conflict where both changed a shared input", async () => {
    const conflict: SharedInputs = { kind: "conflict", path: "data/x.csv" };
    expect(await readCandidate(sides(old, old, made), three, task, conflict)).toEqual(conflict);
  });
});

function oidAt(files: Files, path: string): string | null {
  const file = files[path];
  return typeof file === "string" ? idOf(file) : null;
}

const ALWAYS = { "requirements.txt": null, "test-requirements.txt": null };

describe("the shared inputs of a candidate", () => {
  test.each<{ when: string; globs: readonly string[]; given: Files; expected: readonly string[] }>([
    { when: "no glob", globs: [], given: { "data/a.csv": "1" }, expected: [] },
    {
      when: "the files that are always shared",
      globs: [],
      given: { "requirements.txt": "1", "test-requirements.txt": "2" },
      expected: ["requirements.txt", "test-requirements.txt"],
    },
    {
      when: "files of a folder",
      globs: ["data/*.csv"],
      given: { "data/a.csv": "1", "data/b.txt": "2", "data/more/c.csv": "3", "other/a.csv": "4" },
      expected: ["data/a.csv"],
    },
    {
      when: "files of folders below",
      globs: ["data/**/*.csv"],
      given: { "data/a.csv": "1", "data/more/c.csv": "3" },
      expected: ["data/a.csv", "data/more/c.csv"],
    },
    {
      when: "files anywhere",
      globs: ["**/*.csv"],
      given: { "a.csv": "1", "data/b.csv": "2", "x/y/c.csv": "3", "x/d.txt": "4" },
      expected: ["a.csv", "data/b.csv", "x/y/c.csv"],
    },
    {
      when: "never what lies in a task",
      globs: ["**/*.csv", "generated/price/*.csv", "generated/*"],
      given: { "generated/price/a.csv": "1", "generated/b": "2", "generated_data/c.csv": "3" },
      expected: ["generated_data/c.csv"],
    },
    {
      when: "no submodule",
      globs: ["*"],
      given: { a: "1", module: { text: "2", mode: "160000" } },
      expected: ["a"],
    },
    {
      when: "a folder whose name begins like another's",
      globs: ["data/*", "data-more/*"],
      given: { "data/a": "1", "data-more/b": "2" },
      expected: ["data/a", "data-more/b"],
    },
    {
      when: "what one of several globs finds, where one folder lies in another",
      globs: ["data/more/*.txt", "data/*.csv"],
      given: { "data/more/a.txt": "1", "data/b.csv": "2", "data/b.txt": "3" },
      expected: ["data/b.csv", "data/more/a.txt"],
    },
  ])("$when", async ({ globs, given, expected }) => {
    const oids = expected.map((path) => [path, oidAt(given, path)] as const);
    expect(await readSharedInputs(alone(given), one, globs)).toEqual({
      kind: "resolved",
      blobs: { ...ALWAYS, ...Object.fromEntries(oids) },
    });
  });

  test("are those of all three commits, each as it will be after the merge", async () => {
    const repository = sides(
      { "data/gone": "1", "data/kept": "1", "requirements.txt": "1" },
      { "data/kept": "1", "data/of-base": "1", "requirements.txt": "2" },
      { "data/gone": "1", "data/kept": "2", "data/of-head": "1", "requirements.txt": "1" },
    );
    const shared = await readSharedInputs(repository, three, ["data/*"]);
    expect(shared).toEqual({
      kind: "resolved",
      blobs: {
        ...ALWAYS,
        "data/gone": null,
        "data/kept": idOf("2"),
        "data/of-base": idOf("1"),
        "data/of-head": idOf("1"),
        "requirements.txt": idOf("2"),
      },
    });
    // The digest of inputs does not depend on it, but a message does.
    expect(Object.keys(shared.kind === "resolved" ? shared.blobs : {})).toEqual([
      "data/gone",
      "data/kept",
      "data/of-base",
      "data/of-head",
      "requirements.txt",
      "test-requirements.txt",
    ]);
  });

  test("are a conflict where both changed one, and it is named", async () => {
    const repository = sides(
      { "data/a": "1", "data/b": "1" },
      { "data/a": "1", "data/b": "2" },
      { "data/a": "2", "data/b": "3" },
    );
    expect(await readSharedInputs(repository, three, ["data/*"])).toEqual({
      kind: "conflict",
      path: "data/b",
    });
  });

  test.each([
    { globs: [], asked: [] },
    { globs: ["data/*"], asked: ["filesBelow HEAD data"] },
    { globs: ["data/*.csv", "data/*.txt"], asked: ["filesBelow HEAD data"] },
    { globs: ["data/*", "data/more/*"], asked: ["filesBelow HEAD data"] },
    { globs: ["data/*", "other/*"], asked: ["filesBelow HEAD data", "filesBelow HEAD other"] },
    { globs: ["generated/price/*", "generated/*"], asked: [] },
    { globs: ["generated/price/*"], asked: [] },
    { globs: ["data/*", "*"], asked: ["list HEAD ", "filesBelow HEAD data"] },
  ])("of $globs: every folder is listed once", async ({ globs, asked }) => {
    const repository = alone({ "README.md": "", "data/a": "1", "generated/price/b": "2" });
    await readSharedInputs(repository, one, globs);
    expect(repository.asked).toEqual(asked);
  });

  test.each([
    {
      when: "a file that is shared",
      given: { "data/\uFFFD": "" },
      named: "data/\uFFFD",
      globs: ["data/*"],
    },
    { when: "a folder of the root", given: { "\uFFFD/a": "" }, named: "\uFFFD", globs: ["*/*"] },
  ])("are refused where $when has a name that is no text", async ({ given, globs, named }) => {
    await expect(readSharedInputs(alone(given), one, globs)).rejects.toMatchObject({
      code: "INPUT_INVALID",
      message: `"${named}", where \`shared-inputs\` looks, has a name that is no UTF-8`,
      hint: "Rename it, or begin the globs of `shared-inputs` with another folder.",
    });
  });

  test("are refused where there are more files than are looked at, and are never only some of them", async () => {
    const limits: number[] = [];
    class Huge extends FixedRepository {
      override filesBelow(_: string, __: string, maxFiles: number): Promise<TreeEntry[] | null> {
        limits.push(maxFiles);
        return Promise.resolve(null);
      }
    }
    const repository = new Huge({ HEAD: { "data/a": "" } });
    await expect(readSharedInputs(repository, one, ["data/*"])).rejects.toMatchObject({
      code: "LIMIT_REACHED",
      message: '"data" holds more than 500000 files, among which `shared-inputs` looks',
      hint: "Begin the globs of `shared-inputs` with the folder that they are about.",
    });
    expect(limits).toEqual([500_000]);
  });
});
