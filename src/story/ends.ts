import { shorten } from "../foundation/untrusted-text.ts";
import { mapOutsideQuotes, depthsOf, splitOutside, withoutExplanation } from "./quotes.ts";
import {
  type Call,
  doubt,
  readValue,
  readWhole,
  type Unread,
  unread,
  type Value,
  type ValueRead,
} from "./values.ts";

/** What one end of an example says. */
export interface End {
  readonly ok: true;
  readonly values: readonly Value[];
  /** The unit of each number that stands for itself; "" where it has none. */
  readonly units: readonly string[];
  /** The sign by which each value is given a name; "" where it has none. */
  readonly labels: readonly Label[];
}
type Label = "" | ":" | "=";
export type EndRead = End | Unread;

/** Whether an end holds a value, be it certain which one or not. */
export function hasValue(end: EndRead): boolean {
  return end.ok || end.isDoubt;
}

const LEADING_WORDS = [
  "input|inputs|given|for|when|if|with|calling|call|value|values|argument|arguments|from",
  "eingabe|gegeben|für|wenn|falls|bei|mit",
  "entrée|pour|si|quand|avec",
  "entrada|para|cuando|con|dado",
].join("|");
const LEADING = new RegExp(`^(?:${LEADING_WORDS})(?:\\s*:\\s*|\\s+)(?=\\S)`, "iu");

const MODAL = "(?:it\\s+|then\\s+)?(?:(?:should|must|shall|will|muss|soll|doit|debe)\\s+)?";
const RETURNS = [
  "returns?|yields?|gives?|produces?|equals?(?:\\s+to)?|is|be|are|becomes?|evaluates?\\s+to|results?\\s+in",
  "ergibt|liefert|ist",
  "donne|renvoie|retourne|est",
  "devuelve|retorna|da|es",
].join("|");
const RAISES = "raises?|throws?|wirft|lève|lanza";
const NO_LETTER = "(?![\\p{L}\\p{N}_])";
const VERB = new RegExp(`${MODAL}(?:(${RETURNS})|(${RAISES}))${NO_LETTER}\\s*:?\\s*`, "iuy");
const SIGN = /\s*(?:={2,3}(?!=)|=(?!=))\s*/uy;

export type Verb = "returns" | "raises";

/** What stands between a call and what becomes of it. */
export function connectorAt(text: string, at: number): { verb: Verb; end: number } | null {
  const start = at + /^\s*/u.exec(text.slice(at, at + 100))![0].length;
  VERB.lastIndex = start;
  const words = VERB.exec(text);
  if (words !== null)
    return { verb: words[2] === undefined ? "returns" : "raises", end: VERB.lastIndex };
  SIGN.lastIndex = start;
  return SIGN.test(text) ? { verb: "returns", end: SIGN.lastIndex } : null;
}

/** Without the signs of code around values, and what ends a sentence. */
function bare(end: string): string {
  const text = mapOutsideQuotes(end, (outside) => outside.replaceAll("`", "")).trim();
  let length = text.length;
  while (/[\s.;,。、]/u.test(text[length - 1] ?? "")) length--;
  return text.slice(0, length);
}

/** The end on the left: plain values, `a=1, b="x"`, or a call. */
export function readGiven(end: string): EndRead {
  const text = bare(end).replace(LEADING, "");
  return readParts(text, [",", ";", "、", "，", " and ", " und ", " et ", " y "]);
}

/** The end on the right; `verb` where one was read already. */
export function readExpected(end: string, verb: Verb | null = null): EndRead {
  const text = bare(end);
  VERB.lastIndex = 0;
  const said = verb === null ? connectorWords(text) : null;
  const means = verb ?? said?.verb ?? null;
  const rest = withoutExplanation(said === null ? text : text.slice(said.end));
  const error = readError(rest, means);
  if (error !== null) return error;
  const found = readParts(rest, [",", "、", "，", " and ", " und ", " et ", " y "], true);
  if (!found.ok) return found;
  for (const value of found.values) {
    if (value.kind !== "call") continue;
    if (!isConstructor(value)) return unread("the result is a call, and says nothing by itself");
    if (isLikeError(value)) return unread(`whether ${value.name} is a value or an error`);
  }
  return found;
}

/** `TooHeavy("more than 200")` */
function isLikeError(value: Call): boolean {
  const [only] = value.arguments;
  const hasText = value.arguments.length === 1 && only?.name === null && only.value.kind === "text";
  return hasText && !isLibraryValue(value);
}

function connectorWords(text: string): { verb: Verb; end: number } | null {
  VERB.lastIndex = 0;
  const words = VERB.exec(text);
  if (words === null || VERB.lastIndex === text.length) return null;
  return { verb: words[2] === undefined ? "returns" : "raises", end: VERB.lastIndex };
}

const CONSTRUCTORS = new Set(
  "Decimal Fraction date datetime time timedelta timezone UUID Path bytes bytearray set frozenset tuple list dict complex float int str fromisoformat StringIO BytesIO".split(
    " ",
  ),
);

/** A call that makes a value and asks nothing: of the standard library, or of a class by its name. */
export function isConstructor({ name }: Call): boolean {
  const last = name.split(".").at(-1)!;
  return CONSTRUCTORS.has(last) || /^\p{Lu}/u.test(last);
}

/** As `isConstructor`, but a class of the story's own may be what the example is about. */
export function isLibraryValue({ name }: Call): boolean {
  return CONSTRUCTORS.has(name.split(".").at(-1)!);
}

function readParts(text: string, separators: readonly string[], mayCompute = false): EndRead {
  if (hasDecimalComma(text)) {
    return unread("a comma between digits: one number, or two values");
  }
  const parts = splitOutside(text, separators);
  const values: Value[] = [];
  const units: string[] = [];
  const labels: Label[] = [];
  for (const part of parts) {
    const { label, rest } = withoutLabels(part);
    const read = readPart(rest, label, mayCompute && parts.length === 1);
    if (!read.ok) return read;
    values.push(read.value);
    labels.push(label);
    if (read.value.kind === "number") units.push(read.unit);
  }
  const mayBeOne = values.some(({ kind }, index) => kind === "constant" && labels[index] === "");
  return mayBeOne && splitOutside(text, [" and "]).length > 1
    ? doubt('whether "and" computes, or stands between two values')
    : { ok: true, values, units, labels };
}

/** `1,5` is one number to some readers, two to others. */
function hasDecimalComma(text: string): boolean {
  const depths = depthsOf(text);
  for (let at = text.indexOf(","); at >= 0; at = text.indexOf(",", at + 1)) {
    if (depths[at] === 0 && /\d,\d/u.test(text.slice(Math.max(0, at - 1), at + 2))) return true;
  }
  return false;
}

function withoutLabels(part: string): { label: Label; rest: string } {
  let rest = part.trim();
  let label: Label = "";
  for (let labels = 0; labels < 3; labels++) {
    const found = labelOf(rest);
    if (found === null) break;
    rest = rest.slice(found.end);
    label = found.sign;
  }
  return { label, rest };
}

/** `4.10`, and, where nothing else stands there, `3.50 + 0.60 = 4.10`. */
function readPart(rest: string, label: Label, mayCompute: boolean): ValueRead {
  // Right behind the sign of a label parentheses can be nothing but a value.
  if (label !== "" && rest.startsWith("(")) return readWhole(withoutExplanation(rest));
  const terms = splitOutside(rest, [
    "==",
    "=",
    "<=",
    ">=",
    "!=",
    "≤",
    "≥",
    "≠",
    "≈",
    "~",
    "<",
    ">",
  ]);
  if (terms.length === 1) return readValue(rest);
  const isSum = mayCompute && splitOutside(rest, ["="]).length === terms.length;
  return isSum && terms.slice(0, -1).every(isArithmetic)
    ? readValue(terms.at(-1)!)
    : unread(`${JSON.stringify(shorten(rest, 60))} compares, and is no value`);
}

function isArithmetic(term: string): boolean {
  return /\d/u.test(term) && /^[\d\s.()+\-−*/×·÷^%_]+$/u.test(term);
}

/** Words by which a label says something else than "this is": `not x = 5`, `at most: 5`. */
const HEDGES = new Set(
  "not no never unless except without than about around circa ca etwa rund least most up over under above below between approximately nearly almost or nicht kein keine ohne außer mehr weniger höchstens mindestens pas sans sauf moins plus non ni sin menos más any every all max min maximum minimum".split(
    " ",
  ),
);

/** The name that a value is given: `weight=`, `total cost: `, `重さ＝`. */
function labelOf(text: string): { end: number; sign: Label } | null {
  const found =
    /^([\p{L}_][\p{L}\p{N}\p{M}_.'’-]*(?:\[\d{1,6}\])?(?: [\p{L}\p{N}\p{M}_.'’-]+){0,3})\s*(:=|==?(?!=)|＝|:(?=\s)|：)\s*/u.exec(
      text.slice(0, 300),
    );
  if (found === null) return null;
  const words = found[1]!.toLowerCase().split(" ");
  if (words.some((word) => HEDGES.has(word)) || isErrorName(found[1]!)) return null;
  // "Increase timeout: 30 → 60" tells of a change.
  if (words.length > 1 && /[:：]$/u.test(found[2]!) && /^\p{Lu}/u.test(text)) return null;
  const end = found[0].length;
  if (end >= text.length || /\s[(（]$/u.test(text.slice(end - 1, end + 1))) return null;
  return { end, sign: /[=＝]$/u.test(found[2]!) ? "=" : ":" };
}

export function isErrorName(text: string): boolean {
  return /^(?:[\p{L}_]\w*\.)*(?:\w*(?:Error|Exception|Warning)|[A-Z]\w*(?:Exit|Interrupt)|Stop(?:Async)?Iteration|ExceptionGroup)$/u.test(
    text,
  );
}

const WITH =
  /^\s*(?::|,?\s*with(?:\s+(?:the\s+)?(?:message|text))?(?![\p{L}])|,?\s*(?:mit|avec|con)(?:\s+(?:der\s+Meldung|dem\s+Text|le\s+message|el\s+mensaje))?(?![\p{L}]))?:?\s*/iu;

/** `ValueError`, `ValueError("too heavy")`, `ValueError: "too heavy"`, `raises TooHeavy`; null where it is no error. */
function readError(text: string, verb: Verb | null): EndRead | null {
  const isRaised = verb === "raises";
  const plain = isRaised ? text.replace(/^(?:an?|einen?|une?|un)\s+(?=[\p{L}])/iu, "") : text;
  const name = /^(?:[\p{L}_]\w*\.)*[\p{L}_]\w*/u.exec(plain.slice(0, 300))?.[0] ?? "";
  const isError =
    isErrorName(name) || (isRaised && /^(?:[\p{L}_]\w*\.)*[A-Z]\w*[a-z]\w*$/u.test(name));
  if (!isError) {
    if (!isRaised) return null;
    const message = readValue(plain);
    return message.ok && message.value.kind === "text"
      ? errorEnd(null, message.value)
      : unread(`${JSON.stringify(shorten(plain, 60))} names no error`);
  }
  if (name === "Error" && !plain.startsWith("Error(")) return unread('"Error" names no error');
  if (verb === "returns") return unread(`whether ${name} is returned or raised`);
  if (verb === null && isWarning(name)) return doubt(warned(name));
  const rest = plain.slice(name.length);
  if (rest.trim() === "") return errorEnd(name, null);
  if (rest.startsWith("(")) return calledError(plain, name);
  const message = readValue(rest.replace(WITH, ""));
  return message.ok && message.value.kind === "text"
    ? errorEnd(name, message.value)
    : unread(`what ${name} has to say stands without quotes`);
}

/** A warning is mostly given and not raised: `raises` has to say so. */
function isWarning(name: string): boolean {
  return name.endsWith("Warning");
}

function warned(name: string): string {
  return `whether ${name} is raised, or only warned of: write "raises ${name}" if it is`;
}

/** Why an error is none with certainty where no word says that it is raised; null where it is one. */
export function warningDoubt([only]: readonly Value[]): string | null {
  const name = only?.kind === "error" ? only.name : null;
  return name !== null && isWarning(name) ? warned(name) : null;
}

function calledError(text: string, name: string): EndRead {
  const read = readValue(text);
  if (!read.ok) return read;
  const given = read.value.kind === "call" ? read.value.arguments : [];
  if (given.length > 1) return unread(`${name} has more than a message`);
  return errorEnd(name, given[0]?.value ?? null);
}

function errorEnd(name: string | null, message: Value | null): End {
  return { ok: true, values: [{ kind: "error", name, message }], units: [], labels: [""] };
}

/** Why both ends, each readable, do not make one certain example. */
export function disagreement(given: End, expected: End): string | null {
  const [left, right] = [given.values, expected.values];
  const isNamed = [...given.labels, ...expected.labels].some((label) => label !== "");
  if (left.length > 1 && left.length === right.length && !isNamed) {
    return "whether it is one example, or several side by side";
  }
  const isChange = given.labels.join("") === ":" && expected.labels.join("") === "";
  if (left.length === 1 && right.length === 1 && isChange && right[0]!.kind !== "error") {
    return "whether it is an example, or tells of a change: give the result a name as well";
  }
  return unitProblem(given.units, expected.units);
}

/** A unit belongs to the text, unless every number at both ends carries the same. */
function unitProblem(given: readonly string[], expected: readonly string[]): string | null {
  const units = new Set([...given, ...expected]);
  if (units.size === 0 || (units.size === 1 && units.has(""))) return null;
  if (units.size === 1 && given.length > 0 && expected.length > 0) return null;
  const named = [...units].filter((unit) => unit !== "").join(", ");
  return `whether ${named} belongs to the value: both ends do not agree on it`;
}
