import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runnerFiles } from "../../../src/evidence/adapters/runner-files.ts";
import { NO_UPLOADS, tasks, TestRepository, verify, type Files } from "./support.ts";

let repository: TestRepository;
let kept: string;

const sound: Files = {
  "src/double.py": "def double(x):\n    return 2 * x\n",
  "tests/test_story.py":
    "from src.double import double\n\n\ndef test_it():\n    assert double(2) == 4\n",
};
const failing: Files = {
  ...sound,
  "tests/test_story.py": `from src.double import double\n\n\n${[1, 2, 3, 4, 5].map((n) => `def test_${n}():\n    assert double(${n}) == 0\n`).join("\n\n")}`,
};

beforeAll(() => {
  kept = mkdtempSync(join(tmpdir(), "verify-kept-"));
  repository = new TestRepository();
  repository.commit(
    tasks({
      first: sound,
      second: sound,
      red_a: failing,
      red_b: failing,
      red_c: failing,
      red_d: failing,
    }),
  );
});
afterAll(() => {
  repository.remove();
  rmSync(kept, { recursive: true, force: true });
});

test("a document that cannot be written costs no other task its place, and is a fault of the step", async () => {
  const uploaded: string[] = [];
  const files = runnerFiles("/dev/null");
  const { outcome } = await verify(
    repository,
    { tasks: "first,second", entry: "two" },
    {
      files: {
        write: (task, documents) =>
          task === "first"
            ? files.write(task, documents)
            : runnerFiles(kept).write(task, documents),
      },
      uploads: {
        ...NO_UPLOADS,
        upload: (_, folders) => {
          uploaded.push(...folders);
          return Promise.resolve();
        },
      },
    },
  );
  expect(outcome.faults).toEqual([expect.objectContaining({ code: "ENOTDIR" })]);
  expect(uploaded).toEqual([join(kept, "agent-pipeline/second")]);
  expect(outcome.summary, "what is proven is said once, for the whole run").toBe("");
});

test("tasks side by side share the annotations that GitHub keeps for a step, and the rest is counted", async () => {
  const { outcome, log, evidence } = await verify(repository, {
    tasks: "red_a,red_b,red_c,red_d",
    entry: "red",
  });
  expect(log.annotations).toHaveLength(9);
  expect(outcome.hidden).toBe([...evidence.values()].flatMap(({ reasons }) => reasons).length - 9);
  expect(outcome.summary).toContain("red&#95;a");
});
