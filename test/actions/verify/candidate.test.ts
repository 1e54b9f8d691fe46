import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeWheel } from "../../support/wheel.ts";
import { codesOf, type Files, tasks, TestRepository, verify } from "./support.ts";

const wheels = mkdtempSync(join(tmpdir(), "verify-candidate-"));
let repository: TestRepository;

beforeAll(() => {
  makeWheel(wheels, "shared_dep", "1.0", "ANSWER = 41\n");
  makeWheel(wheels, "shared_dep", "2.0", "ANSWER = 42\n");
  process.env["PIP_NO_INDEX"] = "1";
  process.env["PIP_FIND_LINKS"] = wheels;
  repository = new TestRepository();
});
afterAll(() => {
  delete process.env["PIP_NO_INDEX"];
  delete process.env["PIP_FIND_LINKS"];
  rmSync(wheels, { recursive: true, force: true });
  repository.remove();
});

const answering = (expected: number): Files => ({
  "src/answer.py": "import shared_dep\n\n\ndef answer():\n    return shared_dep.ANSWER\n",
  "tests/test_story.py": `from src.answer import answer\n\n\ndef test_answer():\n    assert answer() == ${expected}\n`,
});

const returning = (value: number, expected = value): Files => ({
  "src/answer.py": `def answer():\n    return ${value}\n`,
  "tests/test_story.py": `from src.answer import answer\n\n\ndef test_answer():\n    assert answer() == ${expected}\n`,
});

/** Two branches that part at one commit. */
function parted(start: Files, onHead: Files, onBase: Files) {
  const mergeBase = repository.commit({ "README.md": "app\n", ...start }, "start");
  const head = repository.commit(onHead, "head", mergeBase);
  const base = repository.commit(onBase, "base", mergeBase);
  return { head, base, "merge-base": mergeBase };
}

describe("what is verified is what the base would hold after the merge", () => {
  test("the task of the head, with the requirements that the base has by now", async () => {
    const commits = parted(
      { "requirements.txt": "shared-dep==1.0\n" },
      tasks({ a: answering(42) }),
      { "requirements.txt": "shared-dep==2.0\n", ...tasks({ other: returning(1) }) },
    );
    const { evidence } = await verify(repository, { tasks: "a", ...commits });
    const a = evidence.get("a");
    expect(codesOf(a)).toEqual([]);
    expect(a?.inputs).toMatchObject({
      task: repository.git("rev-parse", `${commits.head}:generated/a`),
      shared: {
        "requirements.txt": repository.git("rev-parse", `${commits.base}:requirements.txt`),
        "test-requirements.txt": null,
      },
    });
    expect(a).toMatchObject({
      head: commits.head,
      base: commits.base,
      mergeBase: commits["merge-base"],
    });
  });

  test("the requirements of the head, where only it changed them", async () => {
    const commits = parted(
      { "requirements.txt": "shared-dep==2.0\n" },
      { "requirements.txt": "shared-dep==1.0\n", ...tasks({ a: answering(42) }) },
      tasks({ other: returning(1) }),
    );
    const { evidence } = await verify(repository, { tasks: "a", ...commits });
    expect(codesOf(evidence.get("a"))).toEqual(["test_failed"]);
  });

  test("the task of the base, where only it changed the task", async () => {
    const commits = parted(
      tasks({ a: returning(1, 2) }),
      tasks({ other: returning(1) }),
      tasks({ a: returning(3) }),
    );
    const { evidence } = await verify(repository, { tasks: "a", ...commits });
    expect(codesOf(evidence.get("a"))).toEqual([]);
    expect(evidence.get("a")?.inputs?.task).toBe(
      repository.git("rev-parse", `${commits.base}:generated/a`),
    );
  });

  test("nothing, where both changed the task in different ways", async () => {
    const commits = parted({}, tasks({ a: returning(1) }), tasks({ a: returning(2) }));
    const { evidence } = await verify(repository, { tasks: "a", ...commits });
    expect(codesOf(evidence.get("a"))).toEqual(["conflict"]);
  });
});
