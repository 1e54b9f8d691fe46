import { describe, expect, test } from "vitest";
import { readTask, readTasksAhead } from "../../../src/candidate/read-task.ts";
import { TASK_LIMITS } from "../../../src/task/folder.ts";
import { isTaskId } from "../../../src/task/task-id.ts";
import { type Files, FixedRepository } from "../../support/fixed-repository.ts";

const names = ["price", "cost", "fee", "toll", "gone"].filter(isTaskId);
const [price] = names;

const three = { mergeBase: "MERGE-BASE", base: "BASE", head: "HEAD" };

async function treeOf(repository: FixedRepository, commit: string, task: string): Promise<string> {
  const found = await repository.objectAt(commit, `generated/${task}`);
  if (found === null) throw new Error(`${commit} has no ${task}`);
  return found.oid;
}

/** Reads the task as the head holds it. */
async function read(files: Files) {
  const repository = new FixedRepository({ HEAD: files, BASE: {}, "MERGE-BASE": {} });
  return readTask(repository, three, price!, await treeOf(repository, "HEAD", "price"));
}

const text = (content: Uint8Array) => new TextDecoder().decode(content);

function many(count: number): Files {
  const paths = Array.from({ length: count }, (_, index) => `generated/price/src/f${index}.py`);
  return Object.fromEntries(paths.map((path) => [path, ""]));
}

describe("readTask", () => {
  test("reads all files of the folder, and none beside it", async () => {
    const answer = await read({
      "generated/price/src/a.py": "a = 1\n",
      "generated/price/tests/test_story.py": "",
      "generated/price_more/src/b.py": "b = 1\n",
      "README.md": "",
    });
    if (answer.kind !== "read") throw new Error(answer.kind);
    expect(answer.files.map(({ path, content }) => [path, text(content)])).toEqual([
      ["src/a.py", "a = 1\n"],
      ["tests/test_story.py", ""],
    ]);
  });

  test("reads the folder on that side of the merge that holds the tree", async () => {
    const repository = new FixedRepository({
      "MERGE-BASE": { "generated/price/a.py": "old" },
      BASE: { "generated/price/a.py": "of base" },
      HEAD: { "generated/price/a.py": "of head" },
      WITHOUT: {},
    });
    const textOf = async (commit: string, head = "HEAD") => {
      const tree = await treeOf(repository, commit, "price");
      const answer = await readTask(repository, { ...three, head }, price!, tree);
      return answer.kind === "read" ? answer.files.map(({ content }) => text(content)) : answer;
    };
    expect(await textOf("HEAD")).toEqual(["of head"]);
    expect(await textOf("BASE")).toEqual(["of base"]);
    expect(await textOf("BASE", "WITHOUT")).toEqual(["of base"]);
    const tree = await treeOf(repository, "MERGE-BASE", "price");
    await expect(textOf("MERGE-BASE")).rejects.toThrow(
      `Neither side of the merge holds the tree ${tree} at generated/price`,
    );
  });

  test.each<{ when: string; given: Files; said: readonly string[] }>([
    {
      when: "a file must not be there",
      given: { "generated/price/conftest.py": "" },
      said: ['"conftest.py" changes how pytest or Python starts'],
    },
    {
      when: "a file is a link",
      given: { "generated/price/a.py": { text: "/etc/passwd", mode: "120000" } },
      said: ['"a.py" is a symbolic link'],
    },
    {
      when: "a folder is a submodule",
      given: { "generated/price/module": { text: "x", mode: "160000" } },
      said: ['"module" is a submodule'],
    },
    {
      when: "a file is too large",
      given: { "generated/price/a.py": "x".repeat(TASK_LIMITS.fileBytes + 1) },
      said: ['"a.py" is larger than 1048576 bytes'],
    },
    {
      when: "there is more than one such file",
      given: { "generated/price/setup.py": "", "generated/price/x.so": "" },
      said: [
        '"setup.py" changes how pytest or Python starts',
        '"x.so" is a binary or a path file that Python would load',
      ],
    },
  ])("refuses the folder where $when", async ({ given, said }) => {
    expect(await read({ ...given, "generated/price/src/good.py": "" })).toEqual({
      kind: "refused",
      reasons: said.map((message) => ({
        code: "policy_violation",
        message,
        file: /^"([^"]+)"/.exec(message)?.[1],
      })),
    });
  });

  test("reads as many files as a folder may hold, and refuses one with more", async () => {
    expect(await read(many(TASK_LIMITS.files))).toMatchObject({ kind: "read" });
    expect(await read(many(TASK_LIMITS.files + 1))).toEqual({
      kind: "refused",
      reasons: [
        {
          code: "policy_violation",
          message: '"." holds more than 200 files, or many more folders than they need',
          file: ".",
        },
      ],
    });
  });
});

describe("readTasksAhead", () => {
  test("brings the folders that will be there after the merge, with one question", async () => {
    const repository = new FixedRepository({
      "MERGE-BASE": { "generated/toll/a.py": "1" },
      BASE: { "generated/toll/a.py": "2", "generated/cost/a.py": "1" },
      HEAD: {
        "generated/price/a.py": "1",
        "generated/toll/a.py": "3",
        "generated/fee": "no folder",
      },
    });
    await readTasksAhead(repository, three, names);
    expect(repository.broughtFolders).toEqual(
      ["MERGE-BASE", "BASE", "HEAD"].map((commit) => ({ commit, folder: "generated" })),
    );
    expect(repository.brought).toEqual([
      {
        trees: [
          await treeOf(repository, "HEAD", "price"),
          await treeOf(repository, "BASE", "cost"),
        ],
        maxFiles: TASK_LIMITS.files,
      },
    ]);
  });
});
