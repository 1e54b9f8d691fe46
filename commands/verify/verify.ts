import type { Evidence } from "../../src/evidence/evidence.ts";
import type { ReasonCode } from "../../src/evidence/reasons.ts";
import { code, type Line, paragraph, say } from "../../src/telling/blocks.ts";
import { type Answer, EXIT } from "../answer.ts";
import { explanationBlocks } from "../explain/words.ts";

/** Reasons that say nothing about a task: here it could not be looked at. */
const OF_THIS_MACHINE: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  "isolation_unavailable",
  "internal_error",
]);

/** Where somebody wanted to have the evidence: its folder, and the page that shows it, or why there is none. */
export type Kept =
  | { readonly folder: string; readonly page: string }
  | { readonly folder: string; readonly page: null; readonly fault: string };

/** What verification found, in the words of `explain`. */
export function verified(documents: readonly Evidence[], kept: Kept | null): Answer {
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
      paragraph(keptLine(kept)),
    ],
    data: { tasks: documents, page: kept?.page ?? null },
  };
}

function keptLine(kept: Kept | null): Line {
  if (kept === null) {
    return say`With ${code("--keep found")} the evidence stays in found/, with a page that shows it.`;
  }
  const where = say`The evidence lies in ${code(kept.folder)}`;
  return kept.page === null
    ? say`${where}; the page that shows it could not be made: ${kept.fault}`
    : say`${where}, and ${code(kept.page)} shows it: open that in a browser.`;
}
