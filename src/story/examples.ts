import { connectorAt, hasValue, readExpected, readGiven } from "./ends.ts";
import { readObject } from "./example-objects.ts";
import { combined, type ExampleReading } from "./example.ts";
import { stripBullets } from "./lines.ts";
import { depthsOf, splitOutside } from "./quotes.ts";
import { isRow } from "./tables.ts";
import { doubt } from "./values.ts";

const NONE: ExampleReading = { kind: "none" };

/**
 * What a line of the story says as an example. docs/verdicts.md says which forms are read. Rows of a table are read by
 * `readRow` of tables.ts, because they need their heading.
 */
export function readExample(line: string): ExampleReading {
  const plain = stripBullets(line);
  const bullets = line.slice(0, line.trimEnd().length - plain.length);
  const text = withoutPrefix(withoutComment(plain));
  if (bullets.includes("#")) return NONE;
  if (bullets.includes(">") && /^[-+−.\d$€£¥]/u.test(text)) {
    return { kind: "unread", why: '">" may quote, or say "more than"' };
  }
  if (text.startsWith("{")) {
    const object = readObject(text);
    if (object !== null) return object;
  }
  if (isRow(text)) {
    return /[\d"'“]/u.test(text)
      ? { kind: "unread", why: "no heading row above it names the column of the results" }
      : NONE;
  }
  return readArrow(text) ?? readCall(text) ?? NONE;
}

/** `f(2) == 4  # twice` */
function withoutComment(text: string): string {
  if (!text.includes(" #")) return text;
  const depths = depthsOf(text);
  for (let at = text.indexOf(" # "); at >= 0; at = text.indexOf(" # ", at + 1)) {
    if (depths[at + 1] === 0) return text.slice(0, at).trim();
  }
  return text;
}

/** `AC-1: `, `Example 2: ` */
function withoutPrefix(text: string): string {
  return text.replace(
    /^(?:AC[-_ ]?\d{1,4}(?:\.\d{1,4})*\s?[:：]|(?:example|case|beispiel|fall|exemple|cas|ejemplo|caso|例)\s?\d{0,4}\s?[:：]|e\.g\.|z\.\s?B\.|p\.\s?ej\.|p\.\s?ex\.)\s+/iu,
    "",
  );
}

const ARROWS = ["-->", "==>", "->", "=>", "→", "⇒", "⟶", "⟹", "↦", "➜", "➔"];

function readArrow(text: string): ExampleReading | null {
  const steps = splitOutside(text, ARROWS);
  if (steps.length < 2) return null;
  const given = readGiven(steps[0]!);
  const expected = readExpected(steps.at(-1)!);
  if (!hasValue(given) && !hasValue(expected) && !steps.every(mayHoldValue)) return NONE;
  if (steps.slice(1, -1).some(holdsSeveral)) {
    return { kind: "unread", why: "several examples stand on one line" };
  }
  return combined("arrow", given, expected);
}

/** `nan` and `inf`, which are numbers to Python and have no literal there. */
const SPECIAL = /(?<![\p{L}\p{N}_])(?:nan|inf(?:inity)?)(?![\p{L}\p{N}_])/iu;

function mayHoldValue(step: string): boolean {
  return /[\d"“„「'`[{]/u.test(step) || SPECIAL.test(step);
}

const BETWEEN_SIGNS = [";", ",", ". ", "/ ", " |", "、", "，", "；", "。", "\t", "   "];
const BETWEEN_WORDS = [" and ", " or ", " but ", " und ", " oder ", " et ", " ou ", " y ", " o "];
const BETWEEN_EXAMPLES = [...BETWEEN_SIGNS, ...BETWEEN_WORDS];

/** `0 → 0; 1 → 1` and `f(2) -> 'a' and f(3) -> 'b'` are several examples on one line, not the steps of one. */
function holdsSeveral(step: string): boolean {
  const parts = splitOutside(step.trim(), BETWEEN_EXAMPLES);
  if (parts.length > 1) return true;
  const words = splitOutside(step.trim(), [" "]).filter((word) => word !== "");
  return words.some((word, index) => {
    const next = words[index + 1];
    return next !== undefined && readGiven(word).ok && readGiven(next).ok;
  });
}

function readCall(text: string): ExampleReading | null {
  const plain = text.replace(/^`/u, "");
  const name = /^[\p{L}_][\p{L}\p{N}_.]{0,200}(?=\()/u.exec(plain)?.[0];
  if (name === undefined) return null;
  const depths = depthsOf(plain);
  const end = closing(plain, name.length, depths);
  if (end === null) return null;
  const last = endOfChain(plain, end, depths);
  const after = plain[last + 1] === "`" ? last + 2 : last + 1;
  const connector = connectorAt(plain, after);
  if (connector === null) return null;
  const problem = formProblem(last > end, plain.slice(after, connector.end));
  const read = readGiven(plain.slice(0, end + 1));
  const given = problem !== null && read.ok ? doubt(problem) : read;
  const rest = plain.slice(connector.end);
  const expected = readExpected(rest, connector.verb);
  const isSpecial = SPECIAL.test(plain.slice(0, after)) && SPECIAL.test(rest);
  if (!hasValue(given) && !hasValue(expected) && !isSpecial) return NONE;
  // Prose about a call: "bookings() returns all bookings".
  const isLikeValue = /^[-−`"'“„[{(]|^\d|Error|Exception|Warning/u.test(rest) || SPECIAL.test(rest);
  if (!hasValue(expected) && !isLikeValue) return NONE;
  return combined("call", given, expected);
}

function formProblem(isChain: boolean, connector: string): string | null {
  if (connector.includes("===")) return '"===" is no sign of Python: write "=="';
  return isChain ? "more than one call or attribute stands in front of the result" : null;
}

function closing(text: string, start: number, depths: Int32Array): number | null {
  for (let index = start + 1; index < text.length; index++) {
    if (depths[index] === 0) return ")]}".includes(text[index]!) ? index : null;
  }
  return null;
}

const ATTRIBUTE = /\.[\p{L}_][\p{L}\p{N}_]*/uy;

/** Where `Cart().items[0].price()` ends, whose first call ends at `end`. */
function endOfChain(text: string, end: number, depths: Int32Array): number {
  let last = end;
  for (;;) {
    ATTRIBUTE.lastIndex = last + 1;
    const isCalled = "([".includes(text[last + 1] ?? " ");
    const next = isCalled ? closing(text, last + 1, depths) : null;
    if (next !== null) last = next;
    else if (ATTRIBUTE.test(text)) last = ATTRIBUTE.lastIndex - 1;
    else return last;
  }
}
