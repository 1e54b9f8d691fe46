import { sumOf } from "../../src/authoring/spending.ts";
import { code, link, paragraph, say, type Block } from "../../src/telling/blocks.ts";
import { skippedLine } from "../../src/telling/generated-words.ts";
import { spentWords } from "../../src/telling/spent-words.ts";
import { intentionBlocks } from "./dry-run.ts";
import type { Outcome, Skipped } from "./outcome.ts";

/** What a run of generate came to, for the page of the run. */
export function outcomePage(outcome: Outcome, isDryRun: boolean): readonly Block[] {
  const { handedOver, attempts, intentions } = outcome;
  const skipped = outcome.skipped.filter(({ reason }) => reason !== "dry_run");
  const isNothing =
    handedOver.length + intentions.length + skipped.length + outcome.failures.length === 0;
  return [
    {
      kind: "heading",
      level: 2,
      line: isDryRun ? say`generate, as a dry run: nothing was written` : say`generate`,
    },
    ...(isNothing ? [paragraph(say`There is no task to be worked on.`)] : []),
    ...intentionBlocks(intentions),
    ...(handedOver.length === 0
      ? []
      : [
          {
            kind: "table" as const,
            head: [say`task`, say`branch`, say`pull request`, say`attempt`],
            rows: handedOver.map(({ task, branch, number, url }) => [
              say`${code(task)}`,
              say`${code(branch)}`,
              say`${link(say`#${number}`, url)}`,
              say`${attempts[task] ?? 1}`,
            ]),
          },
        ]),
    ...outcome.accounts.flatMap(({ task, blocks }) => [
      paragraph(say`How ${code(task)} was made:`),
      ...blocks,
    ]),
    ...failedTable(outcome),
    ...(skipped.length === 0 ? [] : [skippedTable(skipped)]),
    ...spentTable(outcome),
  ];
}

function failedTable({ failures }: Outcome): Block[] {
  if (failures.length === 0) return [];
  return [
    {
      kind: "table",
      head: [say`failed`, say`why`],
      rows: failures.map(({ subject, error }) => [
        say`${code(subject ?? "the run")}`,
        say`${error instanceof Error ? error.message : String(error)}`,
      ]),
    },
  ];
}

/** The share of the input that came out of the provider's cache is what stable text in front is for. */
function spentTable({ spent }: Outcome): Block[] {
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

function skippedTable(skipped: readonly Skipped[]): Block {
  return {
    kind: "table",
    head: [say`left alone`, say`reason`, say`what it means`],
    rows: skipped.map(({ subject, reason }) => [
      say`${code(subject)}`,
      say`${code(reason)}`,
      skippedLine(reason),
    ]),
  };
}
