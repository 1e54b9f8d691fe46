/** A word that is this far from another one was meant as something else. */
const farthest = (word: string): number => Math.max(1, Math.floor(word.length / 3));

/** The known word that somebody most likely meant; null where none is near. `_` and `-` and case make no difference. */
export function nearest(word: string, known: readonly string[]): string | null {
  if (word.length > LONGEST) return null;
  let best: string | null = null;
  let least = farthest(word) + 1;
  for (const each of known) {
    const steps = distance(plain(word), plain(each));
    if (steps < least) [best, least] = [each, steps];
  }
  return best ?? begunBy(plain(word), known);
}

/** The only known word that begins with it: `budget` of `budget-usd`. */
function begunBy(word: string, known: readonly string[]): string | null {
  const [only = null, ...others] = known.filter((each) => plain(each).startsWith(`${word}-`));
  return others.length === 0 ? only : null;
}

/** What is longer is no key of ours. */
const LONGEST = 80;

function plain(word: string): string {
  return word.toLowerCase().replaceAll("_", "-");
}

/** How many letters have to be put in, taken out, replaced, or swapped with the next one. */
function distance(one: string, other: string): number {
  let [before, row] = [[] as number[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1];
      const isSwapped =
        i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      next[j] = Math.min(
        row[j]! + 1,
        next[j - 1]! + 1,
        row[j - 1]! + (isSame ? 0 : 1),
        isSwapped ? before[j - 2]! + 1 : Infinity,
      );
    }
    [before, row] = [row, next];
  }
  return row[other.length]!;
}
