import type { Evidence } from "../../src/evidence/evidence.ts";
import { type Answer, EXIT } from "../answer.ts";
import { explanationBlocks } from "../explain/words.ts";

/** What verification found, in the words of `explain`. */
export function verified(documents: readonly Evidence[]): Answer {
  const isProven = documents.every(({ verdict }) => verdict === "passed");
  return {
    exit: isProven ? EXIT.fine : EXIT.faults,
    blocks: explanationBlocks(
      documents.map((evidence) => ({ source: evidence.task, evidence })),
      [],
      null,
      true,
    ),
    data: { tasks: documents },
  };
}
