import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runnerFiles } from "../../../src/evidence/adapters/runner-files.ts";
import { tasks, TestRepository, verify, type Files } from "./support.ts";

let repository: TestRepository;

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
afterAll(() => repository.remove());

describe("what one task found out is not lost with another's", () => {
  test("when a document cannot be written, the others are uploaded, and the step fails", async () => {
    const uploaded: string[] = [];
    let summary = "";
    const files = runnerFiles("/dev/null");
    const run = verify(
      repository,
      { tasks: "first,second", entry: "two" },
      {
        files: {
          write: (task, documents) =>
            task === "first" ? files.write(task, documents) : Promise.resolve(`/kept/${task}`),
        },
        uploads: {
          upload: (_, folders) => {
            uploaded.push(...folders);
            return Promise.resolve();
          },
        },
        summary: {
          append: (markdown) => {
            summary += markdown;
            return Promise.resolve();
          },
        },
      },
    );
    await expect(run).rejects.toThrow("ENOTDIR");
    expect(uploaded).toEqual(["/kept/second"]);
    expect(summary).toContain("| first |");
  });

  test("when the page for people cannot be written, the evidence is uploaded, and the step fails", async () => {
    let uploads = 0;
    const run = verify(
      repository,
      { tasks: "first" },
      {
        uploads: {
          upload: () => {
            uploads++;
            return Promise.resolve();
          },
        },
        summary: { append: () => Promise.reject(new Error("no space left")) },
      },
    );
    await expect(run).rejects.toThrow("no space left");
    expect(uploads).toBe(1);
  });
});

test("tasks side by side share the annotations that GitHub keeps for a step", async () => {
  const { log } = await verify(repository, { tasks: "red_a,red_b,red_c,red_d", entry: "red" });
  expect(log.annotations).toHaveLength(9);
});
