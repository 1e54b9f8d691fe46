import { ANSWERABLE } from "../../src/authoring/next-question.ts";
import { parseEvidence } from "../../src/evidence/evidence.ts";
import { REASON_MEANINGS } from "../../src/evidence/reason-meanings.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import { type Answer, EXIT } from "../answer.ts";
import type { Explained, RunFacts, Unreadable } from "./explained.ts";
import { explanationBlocks } from "./words.ts";

/** A document that may be evidence, or why it cannot be read. */
export type Document = { readonly source: string } & (
  | { readonly json: string }
  | { readonly problem: string }
);

/** Says of each task why it is proven or not, and what is to be done now. */
export function explain(documents: readonly Document[], run: RunFacts | null): Answer {
  const read = documents.map(readDocument);
  const explained = read.flatMap((each) => ("evidence" in each ? [each] : []));
  const unreadable = read.flatMap((each) => ("problem" in each ? [each] : []));
  const isProven = explained.every(({ evidence }) => evidence.verdict === "passed");
  const hasFailed = run !== null && run.conclusion !== null && run.conclusion !== "success";
  const isFine = isProven && unreadable.length === 0 && !hasFailed;
  const isOpen = run !== null && (run.conclusion === null || run.unseen.length > 0);
  return {
    exit: isFine ? (isOpen ? EXIT.unknown : EXIT.fine) : EXIT.faults,
    blocks: explanationBlocks(explained, unreadable, run),
    data: { run, tasks: explained.map(dataOf), unreadable },
  };
}

function readDocument(document: Document): Explained | Unreadable {
  const { source } = document;
  if ("problem" in document) return { source, problem: document.problem };
  try {
    return { source, evidence: parseEvidence(document.json) };
  } catch (error) {
    if (!(error instanceof PipelineError)) throw error;
    return { source, problem: [error.message, error.hint].filter(Boolean).join(" ") };
  }
}

function dataOf({ source, evidence }: Explained): object {
  const { task, verdict, reasons, head, tests } = evidence;
  return {
    source,
    task,
    verdict,
    head,
    tests,
    reasons: reasons.map((reason) => ({
      ...reason,
      cause: REASON_MEANINGS[reason.code].cause,
      advice: REASON_MEANINGS[reason.code].advice,
      answerable: ANSWERABLE[reason.code],
    })),
  };
}
