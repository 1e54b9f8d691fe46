import type { Evidence } from "../../shared/core/evidence.ts";
import { markdownText } from "../../shared/core/untrusted-text.ts";

const LISTED_REASONS = 20;
/** GitHub cuts a step's summary at 1 MiB: beyond this many tasks their details are left out. */
const DETAILED_TASKS = 100;

const SIGNS: Readonly<Record<Evidence["verdict"], string>> = {
  passed: "✅ passed",
  failed: "❌ failed",
  unproven: "❓ unproven",
};

/** The job summary: one line per task, and the reasons folded below. */
export function summaryOf(documents: readonly Evidence[], artifact: string): string {
  const rows = documents.map(
    (evidence) =>
      `| ${markdownText(evidence.task)} | ${SIGNS[evidence.verdict]} | ${codesOf(evidence)} | ${evidence.tests.passed} of ${evidence.tests.expected} | ${evidence.durationSeconds.toFixed(1)} s |`,
  );
  const failing = documents.filter(({ verdict }) => verdict !== "passed");
  const detailed = failing.slice(0, DETAILED_TASKS);
  const left = failing.length - detailed.length;
  return [
    "### Verification",
    "",
    "| task | verdict | reasons | tests passed | time |",
    "|---|---|---|---|---|",
    ...rows,
    "",
    ...detailed.flatMap((evidence) => detailsOf(evidence, artifact)),
    ...(left === 0
      ? []
      : [`… and ${left} more; their evidence is in the artifact ${markdownText(artifact)}.`]),
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

function detailsOf({ task, reasons }: Evidence, artifact: string): string[] {
  const listed = reasons.slice(0, LISTED_REASONS);
  const left = reasons.length - listed.length;
  return [
    `<details><summary>${markdownText(task)}: ${reasons.length} ${reasons.length === 1 ? "reason" : "reasons"}</summary>`,
    "",
    ...listed.map(({ code, message }) => `- \`${code}\`: ${markdownText(message, 500)}`),
    ...(left === 0 ? [] : [`- … and ${left} more`]),
    "",
    `Evidence and JUnit report: artifact ${markdownText(artifact)}, folder ${markdownText(task)}.`,
    "",
    "</details>",
    "",
  ];
}
