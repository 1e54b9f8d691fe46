import { sha256OfJson } from "../foundation/digest.ts";
import type { Reason } from "./reasons.ts";

/**
 * A hash of what failed: reason codes, tests or files, and messages without numbers, addresses and paths, in any order.
 * Two attempts with one fingerprint failed in the same way. null where nothing failed.
 */
export function fingerprintOf(reasons: readonly Reason[]): string | null {
  if (reasons.length === 0) return null;
  const parts = reasons.map(({ code, test, file, message }) =>
    JSON.stringify([code, test ?? file ?? "", normalised(message)]),
  );
  return sha256OfJson([...new Set(parts)].toSorted());
}

/** What differs from one run to the next of the same failure. */
function normalised(message: string): string {
  return message
    .replaceAll(/(?:\/[\w.@+-]+){2,}/gu, "<path>")
    .replaceAll(/\b0x[0-9a-f]+\b/giu, "<n>")
    .replaceAll(/\d+(?:\.\d+)?/gu, "<n>");
}
