/** What opens a quoted text, and what may close it. */
const CLOSERS: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  "“": "”",
  "‘": "’",
  "„": '“”"',
  "‚": "‘’",
  "«": "»",
  "‹": "›",
  "»": "«",
  "›": "‹",
  "「": "」",
  "『": "』",
};

const BRACKETS: Readonly<Record<string, string>> = {
  "(": ")",
  "[": "]",
  "{": "}",
  "（": "）",
};

/** By the code of a sign, because every sign of every line is looked up. */
const KINDS = new Uint8Array(0x10000);
const QUOTE = 1;
const OPENING = 2;
const CLOSING = 3;
for (const sign of Object.keys(CLOSERS)) KINDS[sign.charCodeAt(0)] = QUOTE;
for (const [opening, closing] of Object.entries(BRACKETS)) {
  KINDS[opening.charCodeAt(0)] = OPENING;
  KINDS[closing.charCodeAt(0)] = CLOSING;
}

/** In these a backslash takes the sign after it along, as in Python. */
export function isStraight(quote: string): boolean {
  return quote === '"' || quote === "'";
}

/** Within these some writers put spaces that belong to no text: `« bonjour »`. */
export function isAngled(quote: string): boolean {
  return "«»‹›".includes(quote);
}

/** The position of the sign that closes the quoted text which opens at `start`; null when none does, or none opens. */
export function closingQuote(text: string, start: number): number | null {
  const opener = text[start] ?? "";
  const closers = CLOSERS[opener];
  if (closers === undefined) return null;
  for (let index = start + 1; index < text.length; index++) {
    const sign = text[index]!;
    if (sign === "\\" && isStraight(opener)) index++;
    else if (closers.includes(sign) && !isApostrophe(text, index)) return index;
  }
  return null;
}

/** `don't`: within a word it closes nothing. */
function isApostrophe(text: string, index: number): boolean {
  return "'’".includes(text[index]!) && /^[\p{L}\p{N}_]/u.test(text.slice(index + 1, index + 3));
}

/** Whether a sign opens a quoted text, and is neither an apostrophe nor the inches of `5"`. */
function opens(text: string, index: number): boolean {
  const sign = text[index]!;
  const before = text.slice(Math.max(0, index - 3), index);
  // `»so«`, but `Home » Cart` and the end of `« ainsi »` open nothing.
  if ("»›".includes(sign)) {
    return !/[\p{L}\p{N}_]$/u.test(before) && /\S/u.test(text[index + 1] ?? "");
  }
  if (!isStraight(sign)) return sign in CLOSERS;
  if (/(?:^|[^\p{L}\p{N}_])(?:[bfru]|[bf]r|r[bf])$/iu.test(before)) return true;
  return sign === '"' ? !/[A-Za-z0-9_]$/u.test(before) : !/[\p{L}\p{N}_]$/u.test(before);
}

/** Marks a position within quotes, in the answer of `depthsOf`. */
export const QUOTED = -1;

/** For each position of a text the number of brackets around it, or `QUOTED`; a bracket stands outside of itself. */
export function depthsOf(text: string): Int32Array {
  const depths = new Int32Array(text.length);
  // What closes no quote here closes none further on: looked for once, a long line stays cheap.
  const unclosed = new Set<string>();
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const kind = KINDS[text.charCodeAt(index)];
    if (kind === QUOTE && !unclosed.has(text[index]!) && opens(text, index)) {
      const end = closingQuote(text, index);
      if (end !== null) {
        depths.fill(QUOTED, index, end + 1);
        index = end;
        continue;
      }
      unclosed.add(text[index]!);
    }
    if (kind === CLOSING) depth = Math.max(0, depth - 1);
    depths[index] = depth;
    if (kind === OPENING) depth++;
  }
  return depths;
}

/** Splits outside of quotes and brackets; the longest separator wins. */
export function splitOutside(text: string, separators: readonly string[]): string[] {
  const ordered = separators.toSorted((a, b) => b.length - a.length);
  const firstSigns = new Set(separators.map((each) => each[0]));
  const depths = depthsOf(text);
  const parts: string[] = [];
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    if (depths[index] !== 0 || !firstSigns.has(text[index])) continue;
    const separator = ordered.find((each) => text.startsWith(each, index));
    if (separator === undefined) continue;
    parts.push(text.slice(start, index));
    start = index + separator.length;
    index = start - 1;
  }
  return [...parts, text.slice(start)];
}

/** The same text with what stands outside of quotes changed. */
export function mapOutsideQuotes(text: string, change: (outside: string) => string): string {
  const depths = depthsOf(text);
  let result = "";
  let start = 0;
  for (let index = 1; index <= text.length; index++) {
    const isQuoted = depths[start] === QUOTED;
    if (index < text.length && (depths[index] === QUOTED) === isQuoted) continue;
    const piece = text.slice(start, index);
    result += isQuoted ? piece : change(piece);
    start = index;
  }
  return result;
}

/** Without what stands in parentheses after white space at its end, which explains and is no value. */
export function withoutExplanation(text: string): string {
  const plain = text.trim();
  const depths = depthsOf(plain);
  let end = plain.length;
  for (;;) {
    const opening = explanationStart(plain, end, depths);
    if (opening === null) return plain.slice(0, end);
    end = opening;
    while (/\s/u.test(plain[end - 1] ?? "")) end--;
  }
}

function explanationStart(text: string, end: number, depths: Int32Array): number | null {
  const last = end - 1;
  if (!")）".includes(text[last] ?? " ") || depths[last] !== 0) return null;
  let opening = last - 1;
  while (opening >= 0 && depths[opening] !== 0) opening--;
  if (opening <= 0 || !"(（".includes(text[opening]!)) return null;
  // Japanese and Chinese write the wide parentheses without a space.
  return text[opening] === "（" || /\s/u.test(text[opening - 1]!) ? opening : null;
}
