import { sumOf } from "../../src/authoring/spending.ts";
import { taskFolder } from "../../src/task/folder.ts";
import { type Block, code, link, say } from "../../src/telling/blocks.ts";
import { markdown, SUMMARY_LIMIT } from "../../src/telling/markdown.ts";
import type { Outcome } from "./outcome.ts";
import { spentWords } from "./review.ts";

/** The page of a run: what it made, what it left alone, and what it took. Empty for a run that had nothing to do. */
export function summaryOf(outcome: Outcome): string {
  const blocks = [...tasksOf(outcome), ...spentOf(outcome)];
  if (blocks.length === 0) return "";
  return markdown([{ kind: "heading", level: 2, line: say`generate` }, ...blocks], SUMMARY_LIMIT);
}

function tasksOf({ handedOver, skipped, failures, attempts }: Outcome): Block[] {
  const rows = [
    ...handedOver.map(({ task, number, url }) => [
      say`${code(taskFolder(task))}`,
      say`attempt ${attempts[task] ?? 1}, in ${link(say`#${number}`, url)}`,
    ]),
    ...failures.map(({ subject, error }) => [
      say`${code(subject ?? "the run")}`,
      say`failed: ${error instanceof Error ? error.message : String(error)}`,
    ]),
    ...skipped.map(({ subject, reason }) => [say`${code(subject)}`, say`skipped: ${reason}`]),
  ];
  return rows.length === 0 ? [] : [{ kind: "table", head: [say`task`, say`result`], rows }];
}

/** The share of the input that came out of the provider's cache is what stable text in front is for. */
function spentOf({ spent }: Outcome): Block[] {
  if (spent.size === 0) return [];
  const rows = [
    ...[...spent].map(([stage, each]) => ({ name: say`${stage}`, each })),
    { name: say`in all`, each: sumOf([...spent.values()]) },
  ];
  return [
    {
      kind: "table",
      head: [say`stage`, say`took`, say`of the input, from the cache`],
      rows: rows.map(({ name, each }) => {
        const { input, cachedInput } = each.tokens;
        const share = input === 0 ? 0 : Math.round((100 * cachedInput) / input);
        return [name, spentWords(each), say`${share} %`];
      }),
    },
  ];
}
