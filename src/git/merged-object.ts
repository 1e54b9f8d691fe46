/**
 * What one path is in one tree: the id of its blob or tree together with the mode, so that a change of mode alone is
 * a change too. `null` where the path does not exist.
 */
export interface ObjectAt {
  readonly mode: string;
  readonly oid: string;
}

export type Merged =
  | { readonly kind: "resolved"; readonly object: ObjectAt | null }
  | { readonly kind: "conflict" };

/**
 * What the base would hold at one path after the merge: whichever side changed it, or what both changed it to.
 * Both sides differently is a conflict, even where a merge of their lines would work: nobody has tested that.
 */
export function mergeObject(
  mergeBase: ObjectAt | null,
  base: ObjectAt | null,
  head: ObjectAt | null,
): Merged {
  if (isSame(base, head) || isSame(mergeBase, head)) return { kind: "resolved", object: base };
  if (isSame(mergeBase, base)) return { kind: "resolved", object: head };
  return { kind: "conflict" };
}

function isSame(a: ObjectAt | null, b: ObjectAt | null): boolean {
  return a?.oid === b?.oid && a?.mode === b?.mode;
}
