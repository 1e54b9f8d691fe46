import type { Evidence } from "../../src/evidence/evidence.ts";
import type { ReasonCode } from "../../src/evidence/reasons.ts";
import { code, paragraph, say } from "../../src/telling/blocks.ts";
import { type Answer, EXIT } from "../answer.ts";
import { explanationBlocks } from "../explain/words.ts";

/** Reasons that say nothing about a task: here it could not be looked at. */
const OF_THIS_MACHINE: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  "isolation_unavailable",
  "internal_error",
]);

/** What verification found, in the words of `explain`; `kept` is the folder that holds the evidence, where there is one. */
export function verified(documents: readonly Evidence[], kept: string | null): Answer {
  const open = documents.filter(({ verdict }) => verdict !== "passed");
  const isOfHere = open.some(({ reasons }) =>
    reasons.some((reason) => OF_THIS_MACHINE.has(reason.code)),
  );
  return {
    exit: open.length === 0 ? EXIT.fine : isOfHere ? EXIT.unanswered : EXIT.faults,
    blocks: [
      ...explanationBlocks(
        documents.map((evidence) => ({ source: evidence.task, evidence })),
        [],
        null,
        true,
      ),
      ...(kept === null ? [] : [paragraph(say`The evidence lies in ${code(kept)}.`)]),
    ],
    data: { tasks: documents },
  };
}
