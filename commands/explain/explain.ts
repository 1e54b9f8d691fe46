import { ANSWERABLE } from "../../src/authoring/next-question.ts";
import { type Evidence, parseEvidence } from "../../src/evidence/evidence.ts";
import { REASON_MEANINGS } from "../../src/evidence/reason-meanings.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import { type Answer, EXIT } from "../answer.ts";
import { explanationBlocks } from "./words.ts";

/** A document that may be evidence, or why it cannot be read. */
export type Document = { readonly source: string } & (
  | { readonly json: string }
  | { readonly problem: string }
);

/** What GitHub says about a run, besides its evidence. */
export interface RunFacts {
  readonly url: string;
  /** null while it runs. */
  readonly conclusion: string | null;
  /** Jobs that failed, with what they had to say. */
  readonly failedJobs: readonly {
    readonly name: string;
    readonly url: string;
    readonly said: readonly string[];
  }[];
  /** What the gate posted on the heads that were verified. */
  readonly gate: readonly {
    readonly head: string;
    readonly state: string;
    readonly says: string;
  }[];
  /** What the token may not see, and what GitHub said about it. */
  readonly unseen: readonly string[];
}

export interface Explained {
  readonly source: string;
  readonly evidence: Evidence;
}

export interface Unreadable {
  readonly source: string;
  readonly problem: string;
}

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
