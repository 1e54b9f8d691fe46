import { expect, test } from "vitest";
import { replayTask } from "../../../actions/verify/replay-task.ts";
import type { TaskContent } from "../../../src/task/folder.ts";
import { author, folderOf, TASK } from "../../src/authoring/recorded-author.ts";
import { tasks, TestRepository, verify } from "./support.ts";

const META = "meta/transcript.jsonl";
type Edit = (text: string) => string | null;

/** A folder as generate made it, with some of its files edited. */
async function folder(edits: Readonly<Record<string, Edit>> = {}): Promise<TaskContent[]> {
  const files = folderOf(await author());
  return [...files].flatMap(([path, content]) => {
    const edited = edits[path]?.(new TextDecoder().decode(content));
    if (edited === undefined) return [{ path, content }];
    return edited === null ? [] : [{ path, content: new TextEncoder().encode(edited) }];
  });
}

test.each<{ when: string; edits: Readonly<Record<string, Edit>>; expected: object }>([
  { when: "nobody edited it", edits: {}, expected: { replay: "same", replayDifferences: [] } },
  {
    when: "code was edited",
    edits: { "src/doubling.py": (text) => `${text}# mine\n` },
    expected: {
      replay: "differs",
      replayDifferences: [{ path: "src/doubling.py", how: "was changed" }],
    },
  },
  {
    when: "another version made it",
    edits: {
      [META]: (text) => text.replace(/"promptVersion":"[^"]*"/, '"promptVersion":"0"'),
    },
    expected: { replay: "other_version", replayDifferences: [] },
  },
  {
    when: "it has no transcript",
    edits: { [META]: () => null },
    expected: { replay: null, replayDifferences: [] },
  },
  {
    when: "its transcript is none",
    edits: { [META]: () => "\u0000{}" },
    expected: { replay: null, replayDifferences: [] },
  },
])("where $when, evidence says so", async ({ edits, expected }) => {
  expect(await replayTask(TASK.id, await folder(edits))).toEqual(expected);
});

test("a folder that was edited is proven all the same, and its evidence names the file", async () => {
  using repository = disposable(new TestRepository());
  const files = await folder({ "src/doubling.py": (text) => `${text}# mine\n` });
  const contents = Object.fromEntries(files.map(({ path, content }) => [path, content]));
  repository.value.commit(tasks({ [TASK.id]: contents }));
  const { evidence } = await verify(repository.value, { tasks: TASK.id });
  const found = evidence.get(TASK.id);
  expect(found?.replayDifferences).toEqual([{ path: "src/doubling.py", how: "was changed" }]);
  expect(found).toMatchObject({ verdict: "passed", replay: "differs" });
});

function disposable(value: TestRepository): { readonly value: TestRepository } & Disposable {
  return { value, [Symbol.dispose]: () => value.remove() };
}
