/** Whether an edge of a text cuts a word in two, by the signs on its outer and its inner side. */
type Cuts = (outside: string, inside: string) => boolean;

/** Whether a text holds another with no letter or digit around it, as a pattern for an error's message does. */
export function holdsWord(text: string, wanted: string): boolean {
  return holds(text, wanted, isOfWord);
}

/** The same of a text that may begin or end in a sign: `", "` and `"INV-"` join what stands beside them, and cut no word. */
export function holdsQuoted(text: string, wanted: string): boolean {
  return holds(text, wanted, (outside, inside) => isOfWord(outside) && isOfWord(inside));
}

/** The same of what an error says: `"bad: "` asks for its last space, and for no end of a word. */
export function holdsMessage(text: string, wanted: string): boolean {
  if (wanted.trim() === "") return holdsWord(text, wanted);
  return holds(text, wanted, (outside, inside) => isOfWord(outside) && inside.trim() !== "");
}

function holds(text: string, wanted: string, cuts: Cuts): boolean {
  if (text === wanted) return true;
  if (wanted === "") return false;
  const [first, last] = [wanted.at(0)!, wanted.at(-1)!];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const isCut = cuts(text[at - 1] ?? "", first) || cuts(text[at + wanted.length] ?? "", last);
    if (!isCut) return true;
  }
  return false;
}

function isOfWord(sign: string): boolean {
  return /[\p{L}\p{N}_]/u.test(sign);
}
