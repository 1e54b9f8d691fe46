import type { TaskId } from "../../src/task/task-id.ts";

const KEYWORDS = new Set(
  "and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield".split(
    " ",
  ),
);

/** Why `from generated.<task>…` is no Python, and what to write instead; null where it is. */
export function notImportable(task: TaskId): string | null {
  const why = KEYWORDS.has(task)
    ? "is a word of the language"
    : /^\d/.test(task)
      ? "begins with a digit"
      : task.includes("-")
        ? 'holds a "-"'
        : null;
  if (why === null) return null;
  const better = task.replaceAll("-", "_").replace(/^(?=\d)/, "v");
  const id = KEYWORDS.has(better) ? `${better}_` : better;
  const written = /[a-z0-9]$/.test(id) ? id : `${id}story`;
  return `Python cannot import generated/${task}, because it ${why}; tests and merge do not need that, your own code does: write an id such as "${written}"`;
}
