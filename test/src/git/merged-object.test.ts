import { describe, expect, test } from "vitest";
import { mergeObject, type Merged, type ObjectAt } from "../../../src/git/merged-object.ts";

const [one, other] = ["1".repeat(40), "2".repeat(40)] as const;

/** All that can be at a path, and differs from the others: by content, by mode alone, or by both. */
const THINGS: Readonly<Record<string, ObjectAt | null>> = {
  nothing: null,
  "a file": { mode: "100644", oid: one },
  "another file": { mode: "100644", oid: other },
  "the file, executable": { mode: "100755", oid: one },
  "a link with the file's content": { mode: "120000", oid: one },
  "a folder": { mode: "040000", oid: one },
  "another folder": { mode: "040000", oid: other },
};

const names = Object.keys(THINGS);
const distinct = (...picked: string[]) => new Set(picked).size === picked.length;
const pairs = names
  .flatMap((x) => names.map((y) => [x, y] as const))
  .filter((pair) => distinct(...pair));

/** A copy, as git's answers are: no two of them are one object. */
const thing = (name: string): ObjectAt | null => structuredClone(THINGS[name] ?? null);
const merged = (mergeBase: string, base: string, head: string): Merged =>
  mergeObject(thing(mergeBase), thing(base), thing(head));
const resolved = (name: string): Merged => ({ kind: "resolved", object: thing(name) });

describe("after the merge a path holds", () => {
  test.each(names)("%s where nobody changed it", (x) => {
    expect(merged(x, x, x)).toEqual(resolved(x));
  });

  test.each(pairs)("what head made of it: %s → %s", (x, y) => {
    expect(merged(x, x, y)).toEqual(resolved(y));
  });

  test.each(pairs)("what base made of it: %s → %s", (x, y) => {
    expect(merged(x, y, x)).toEqual(resolved(y));
  });

  test.each(pairs)("what both made of it: %s → %s", (x, y) => {
    expect(merged(x, y, y)).toEqual(resolved(y));
  });

  test.each(pairs)("a conflict where both changed it otherwise: base to %s, head to %s", (y, z) => {
    for (const x of names.filter((name) => distinct(name, y, z))) {
      expect(merged(x, y, z)).toEqual({ kind: "conflict" });
    }
  });
});
