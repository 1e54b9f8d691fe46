import type { Evidence } from "../evidence/evidence.ts";
import { markdownText } from "../foundation/untrusted-text.ts";

const LISTED_REASONS = 20;
/** GitHub refuses a step's summary above 1 MiB: what does not fit here is counted, and stands in the evidence. */
const ROWS_BYTES = 256 * 1024;
const DETAILS_BYTES = 512 * 1024;

const SIGNS: Readonly<Record<Evidence["verdict"], string>> = {
  passed: "✅ passed",
  failed: "❌ failed",
  unproven: "❓ unproven",
};

/** The job summary: one line per task, and the reasons folded below. */
export function summaryOf(
  documents: readonly Evidence[],
  { artifact, runUrl }: { readonly artifact: string; readonly runUrl: string },
): string {
  const rows = documents.map(
    (evidence) =>
      `| ${markdownText(evidence.task)} | ${SIGNS[evidence.verdict]} | ${codesOf(evidence)} | ${evidence.tests.passed} of ${evidence.tests.expected} | ${evidence.durationSeconds.toFixed(1)} s |`,
  );
  const details = documents.filter(({ verdict }) => verdict !== "passed").map(detailsOf);
  return [
    "### Verification",
    "",
    "| task | verdict | reasons | tests passed | time |",
    "|---|---|---|---|---|",
    ...within(ROWS_BYTES, rows, (left) => `| … and ${left} more | | | | |`),
    "",
    ...within(DETAILS_BYTES, details, (left) => `… and ${left} more\n`),
    `Evidence and JUnit reports: [artifact ${markdownText(artifact)}](${runUrl}#artifacts), one folder for each task.`,
    "",
  ].join("\n");
}

function codesOf({ reasons }: Evidence): string {
  const counts = new Map<string, number>();
  for (const { code } of reasons) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .map(([code, count]) => (count === 1 ? `\`${code}\`` : `\`${code}\` × ${count}`))
    .join(", ");
}

/** As many of the texts as fit, and how many are left. */
function within(
  bytes: number,
  texts: readonly string[],
  others: (left: number) => string,
): readonly string[] {
  let room = bytes;
  const end = texts.findIndex((text) => (room -= Buffer.byteLength(text)) < 0);
  return end < 0 ? texts : [...texts.slice(0, end), others(texts.length - end)];
}

function detailsOf({ task, reasons }: Evidence): string {
  const listed = reasons.slice(0, LISTED_REASONS);
  const left = reasons.length - listed.length;
  return [
    `<details><summary>${markdownText(task)}: ${reasons.length} ${reasons.length === 1 ? "reason" : "reasons"}</summary>`,
    "",
    ...listed.map(({ code, message }) => `- \`${code}\`: ${markdownText(message, 500)}`),
    ...(left === 0 ? [] : [`- … and ${left} more`]),
    "",
    "</details>",
    "",
  ].join("\n");
}
