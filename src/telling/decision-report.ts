import { markdownText } from "../foundation/untrusted-text.ts";
import type { Decision, DecisionKind } from "../handover/decision.ts";
import { DECISION_MEANINGS } from "./decision-meanings.ts";

const MEANING: Readonly<Record<DecisionKind, string>> = {
  merge: "Everything is proven. Merged.",
  wait: "Nothing is wrong, but something is still missing.",
  reverify: "What was tested is not what would be merged any more. It has to be verified again.",
  retry: "The tests have not proven it. It needs another attempt.",
  hold: "A person must look at this.",
  nothing: "Nothing is to be done here.",
};

/** One decision as a section of Markdown: for the comment and the job summary. */
export function reportOf({ kind, reasons }: Decision, runUrl: string): string {
  return [
    `### Gate: \`${kind}\``,
    "",
    reasons.some(({ code }) => code === "merged_differently")
      ? "Merged, but not as it was proven. A person must look at this."
      : MEANING[kind],
    ...(reasons.length === 0
      ? []
      : ["", "| reason | what was found | what to do |", "|---|---|---|"]),
    ...reasons.map(
      ({ code, message }) =>
        `| \`${code}\` | ${markdownText(message, 500)} | ${DECISION_MEANINGS[code].advice} |`,
    ),
    "",
    `[The run with its evidence](${runUrl}#artifacts)`,
  ].join("\n");
}
