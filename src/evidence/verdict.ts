import { shorten } from "../foundation/untrusted-text.ts";
import { REASON_MEANINGS } from "./reason-meanings.ts";
import { REASON_CODES, type Reason, type Verdict } from "./reasons.ts";

const REASONS_LIMIT = 900;
const TEXT_LIMIT = 2_000;

export interface Judgement {
  readonly verdict: Verdict;
  /** In the order of `REASON_CODES`. */
  readonly reasons: readonly Reason[];
}

/** Without a reason against it a task has passed; it has failed when one of the reasons shows something wrong. */
export function judge(reasons: readonly Reason[]): Judgement {
  const ordered = reasons
    .toSorted((a, b) => REASON_CODES.indexOf(a.code) - REASON_CODES.indexOf(b.code))
    .slice(0, REASONS_LIMIT)
    .map(storable);
  if (ordered.length === 0) return { verdict: "passed", reasons: [] };
  const isFailed = ordered.some(({ code }) => REASON_MEANINGS[code].verdict === "failed");
  return { verdict: isFailed ? "failed" : "unproven", reasons: ordered };
}

/** Whether a verdict makes the step fail: a selection that the caller asked for does not. */
export function isFailure({ verdict, reasons }: Pick<Judgement, "verdict" | "reasons">): boolean {
  return verdict !== "passed" && !reasons.every(({ code }) => code === "partial_selection");
}

/** Half a surrogate pair is no Unicode text, and JSON of it would not be read by everybody. */
function text(value: string): string {
  return shorten(value, TEXT_LIMIT).toWellFormed();
}

function storable(reason: Reason): Reason {
  return {
    ...reason,
    message: text(reason.message),
    ...(reason.test !== undefined && { test: text(reason.test) }),
    ...(reason.file !== undefined && { file: text(reason.file) }),
  };
}
