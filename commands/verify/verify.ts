import type { Evidence } from "../../src/evidence/evidence.ts";
import type { ReasonCode } from "../../src/evidence/reasons.ts";
import { type Answer, EXIT } from "../answer.ts";
import { explanationBlocks } from "../explain/words.ts";

/** Reasons that say nothing about a task: here it could not be looked at. */
const OF_THIS_MACHINE: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  "isolation_unavailable",
  "internal_error",
]);

/** What verification found, in the words of `explain`. */
export function verified(documents: readonly Evidence[]): Answer {
  const open = documents.filter(({ verdict }) => verdict !== "passed");
  const isOfHere = open.some(({ reasons }) =>
    reasons.some(({ code }) => OF_THIS_MACHINE.has(code)),
  );
  return {
    exit: open.length === 0 ? EXIT.fine : isOfHere ? EXIT.unanswered : EXIT.faults,
    blocks: explanationBlocks(
      documents.map((evidence) => ({ source: evidence.task, evidence })),
      [],
      null,
      true,
    ),
    data: { tasks: documents },
  };
}
