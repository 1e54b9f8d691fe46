import { createHash } from "node:crypto";

/** A number from 0 up to 1 that is the same for the same words, in whatever order such numbers are asked for. */
export function chance(...words: readonly (string | number)[]): number {
  return createHash("sha256").update(words.join("\0")).digest().readUInt32BE(0) / 2 ** 32;
}

/** One of several, by the same rule. */
export function pick<T>(from: readonly T[], ...words: readonly (string | number)[]): T {
  return from[Math.floor(chance(...words) * from.length)]!;
}

/** In an order that the words decide. */
export function shuffled<T>(items: readonly T[], ...words: readonly (string | number)[]): T[] {
  return items
    .map((item, index) => ({ item, place: chance(...words, index) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
