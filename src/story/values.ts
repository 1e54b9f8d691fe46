import { shorten } from "../foundation/untrusted-text.ts";
import { closingQuote, isAngled, isStraight, withoutExplanation } from "./quotes.ts";

/** A value as a story writes it. Numbers keep their text: `decimal` of decimal.ts compares them. */
export type Value =
  | { readonly kind: "number"; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "constant"; readonly name: "True" | "False" | "None" }
  /** `raises ValueError("X")`; without a name where the story only says what the error has to say. */
  | { readonly kind: "error"; readonly name: string | null; readonly message: Value | null }
  | { readonly kind: "list" | "tuple" | "set"; readonly items: readonly Value[] }
  | { readonly kind: "dict"; readonly entries: readonly { key: Value; value: Value }[] }
  /** An object of JSON: a dictionary, arguments by name, or the fields of an object. */
  | { readonly kind: "object"; readonly fields: readonly { name: string; value: Value }[] }
  | Call
  /** A member of a class, such as `Color.RED`. */
  | { readonly kind: "name"; readonly name: string };

/** `add(1, b=2)`, or a constructor such as `Decimal("4.10")`. */
export interface Call {
  readonly kind: "call";
  readonly name: string;
  readonly arguments: readonly { readonly name: string | null; readonly value: Value }[];
}

export interface Unread {
  readonly ok: false;
  readonly why: string;
  /** Whether there is a value, and only which one is not certain. */
  readonly isDoubt: boolean;
}
export type ValueRead =
  | { readonly ok: true; readonly value: Value; readonly unit: string }
  | Unread;

export function unread(why: string): Unread {
  return { ok: false, why, isDoubt: false };
}

export function doubt(why: string): Unread {
  return { ok: false, why, isDoubt: true };
}

/** A text that is one value and nothing else; a number may carry a unit or a currency sign. */
export function readValue(text: string): ValueRead {
  const plain = withoutExplanation(text);
  if (plain === "") return unread("an end holds no value");
  if (/^[(（]/u.test(plain)) {
    return unread(
      "parentheses at the beginning of an end may be an explanation, arguments or a tuple",
    );
  }
  return readWhole(plain);
}

/** As `readValue`, where parentheses can only be a tuple: behind the `=` of a label. */
export function readWhole(text: string): ValueRead {
  const currency = /^([-+−]?)([$€£¥])\s?(?=[-+−.\d])/u.exec(text);
  const cursor: Cursor = {
    text: currency === null ? text : `${currency[1]}${text.slice(currency[0].length)}`,
    at: 0,
    why: null,
    isDoubt: false,
  };
  const value = parse(cursor, 0);
  if (value === null) {
    const why = cursor.why ?? `${quoted(text)} is no value`;
    return cursor.isDoubt ? doubt(why) : unread(why);
  }
  const rest = cursor.text.slice(cursor.at).trim();
  const unit = currency?.[2] ?? "";
  if (rest === "") return { ok: true, value, unit };
  if (value.kind === "number" && unit === "" && UNITS.has(rest)) {
    return { ok: true, value, unit: rest };
  }
  return unread(`${quoted(text)} is more than one value`);
}

/** What a unit may be. Signs that change the number (`%`, `k`, `am`, `million`) are none. */
const UNITS = new Set(
  [
    "$ € £ ¥ EUR USD GBP JPY CHF CAD AUD CNY INR PLN SEK NOK DKK ct",
    "kg g mg µg μg t lb lbs oz km m cm mm µm μm nm mi yd ft in inch inches m² m³ cm² cm³ km² m2 m3 l L ml mL cl",
    "h min s sec ms µs μs ns d day days hour hours minute minutes second seconds week weeks month months year years",
    "Tag Tage Tagen Stunde Stunden Minute Minuten Sekunde Sekunden Jahr Jahre Jahren Stück",
    "jour jours heure heures minutes secondes an ans día días hora horas minuto minutos segundo segundos año años",
    "円 個 人 日 時間 分 秒 年 月 歳 km/h m/s mph kWh kW W V A mA Hz kHz MHz GHz Pa hPa bar N J kJ cal kcal",
    "°C °F ° B kB KB MB GB TB KiB MiB GiB bytes byte bit bits px pt",
  ].flatMap((units) => units.split(" ")),
);

interface Cursor {
  readonly text: string;
  at: number;
  why: string | null;
  isDoubt: boolean;
}

/** Deeper than any example; it keeps the recursion short. */
const MAX_DEPTH = 32;

function parse(cursor: Cursor, depth: number): Value | null {
  if (depth > MAX_DEPTH) return failed(cursor, `brackets stand deeper than ${MAX_DEPTH}`);
  skipSpace(cursor);
  const sign = cursor.text[cursor.at] ?? "";
  if (sign === "") return failed(cursor, "a value is missing");
  if (closingQuote(cursor.text, cursor.at) !== null) return parseText(cursor);
  if (sign === "[") return listed("list", parseItems(cursor, "]", depth));
  if (sign === "(") return parseTuple(cursor, depth);
  if (sign === "{") return parseBraces(cursor, depth);
  if (/[-+−.\d]/u.test(sign)) return parseNumber(cursor);
  return parseName(cursor, depth);
}

function failed(cursor: Cursor, why: string): null {
  cursor.why ??= why;
  return null;
}

function skipSpace(cursor: Cursor): void {
  while (/\s/u.test(cursor.text[cursor.at] ?? "")) cursor.at++;
}

function take(cursor: Cursor, pattern: RegExp): string | null {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.text)?.[0] ?? null;
  if (found !== null) cursor.at += found.length;
  return found;
}

function quoted(text: string): string {
  return JSON.stringify(shorten(text.trim(), 60));
}

function parseText(cursor: Cursor): Value | null {
  const start = cursor.at;
  const end = closingQuote(cursor.text, start)!;
  cursor.at = end + 1;
  const content = cursor.text.slice(start + 1, end);
  if (!isStraight(cursor.text[start]!)) {
    // « bonjour »: the spaces belong to the quotes for some writers, and to the text for others.
    if (isAngled(cursor.text[start]!) && content !== content.trim()) {
      return failed(
        cursor,
        `whether the spaces in ${quoted(cursor.text.slice(start, end + 1))} count`,
      );
    }
    return { kind: "text", text: content };
  }
  if (/^[A-Za-z]:\\(?!\\)/u.test(content)) {
    return failed(cursor, `${quoted(content)} may be a path, or hold escapes`);
  }
  const text = unescaped(content);
  return text === null
    ? failed(cursor, `an escape in ${quoted(content)} is not known`)
    : { kind: "text", text };
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  f: "\f",
  b: "\b",
  v: "\v",
  a: "\u0007",
  "0": "\0",
  "\\": "\\",
  "'": "'",
  '"': '"',
};

/** As Python reads it: an escape that it does not know stands for itself; null for one with a name. */
export function unescaped(content: string): string | null {
  if (/\\N\{|\\[1-7]|\\0[0-7]/u.test(content)) return null;
  return content.replace(
    /\\(?:x([\da-f]{2})|u([\da-f]{4})|([^xu]))/giu,
    (whole: string, byte?: string, unit?: string, sign?: string) => {
      const code = byte ?? unit;
      if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
      return ESCAPES[sign ?? ""] ?? whole;
    },
  );
}

const NUMBER =
  /[-+−]?(?:0[xX][\da-fA-F]+(?:_[\da-fA-F]+)*|0[oO][0-7]+(?:_[0-7]+)*|0[bB][01]+(?:_[01]+)*|(?:\d+(?:_\d+)*(?:\.(?:\d+(?:_\d+)*)?)?|\.\d+(?:_\d+)*)(?:[eE][-+−]?\d+)?)/uy;

function parseNumber(cursor: Cursor): Value | null {
  const start = cursor.at;
  const text = take(cursor, NUMBER);
  if (text === null) return failed(cursor, `${quoted(cursor.text.slice(start))} is no value`);
  // A text with its quotes left out, or an old octal number.
  if (/^[-+−]?0[\d_]*\d/u.test(text) && !/^[-+−]?0+(?:[.eE]|$)/u.test(text)) {
    return failed(cursor, `${quoted(text)} begins with a zero: a number, or a text`);
  }
  if (/^[\p{L}\p{N}_.]/u.test(cursor.text.slice(cursor.at, cursor.at + 2))) {
    const word = /^[\p{L}\p{N}_.²³/]{1,40}/u.exec(cursor.text.slice(cursor.at, cursor.at + 40))![0];
    // `12A` may be a seat, a house or a class: what a single letter means is only certain behind a space.
    cursor.isDoubt = UNITS.has(word) && /^[A-Za-z]$/u.test(word);
    if (!UNITS.has(word) || cursor.isDoubt) {
      return failed(cursor, `${quoted(text + word)} is no number`);
    }
  }
  return { kind: "number", text: text.replaceAll("−", "-") };
}

const CONSTANTS: Readonly<Record<string, "True" | "False" | "None">> = {
  True: "True",
  true: "True",
  False: "False",
  false: "False",
  None: "None",
  null: "None",
};

const NAME = /[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*/uy;

function parseName(cursor: Cursor, depth: number): Value | null {
  const start = cursor.at;
  const name = take(cursor, NAME);
  if (name === null) return failed(cursor, `${quoted(cursor.text.slice(start))} is no value`);
  if (cursor.text[cursor.at] === "(") return parseCall(cursor, name, depth);
  const constant = Object.hasOwn(CONSTANTS, name) ? CONSTANTS[name] : undefined;
  if (constant !== undefined) return { kind: "constant", name: constant };
  if (/^(?:[\p{L}_]\w*\.)*[A-Z]\w*\.[A-Z][A-Z\d_]*$/u.test(name)) return { kind: "name", name };
  const word = depth === 0 ? cursor.text.slice(start) : name;
  return failed(cursor, `${quoted(word)} stands without quotes`);
}

function parseCall(cursor: Cursor, name: string, depth: number): Call | null {
  const found = parseItems(cursor, ")", depth, true);
  return found === null ? null : { kind: "call", name, arguments: found };
}

function listed(
  kind: "list" | "tuple" | "set",
  found: readonly { readonly value: Value }[] | null,
): Value | null {
  return found === null ? null : { kind, items: found.map(({ value }) => value) };
}

/** `(1, 2)`, `(1,)` and `()`; `(1)` is as good as `1` for Python, and no tuple. */
function parseTuple(cursor: Cursor, depth: number): Value | null {
  const start = cursor.at;
  const found = parseItems(cursor, ")", depth);
  if (found?.length === 1 && !/,\s*\)$/u.test(cursor.text.slice(start, cursor.at).slice(-200))) {
    return failed(cursor, `${quoted(cursor.text.slice(start, cursor.at))} is no tuple`);
  }
  return listed("tuple", found);
}

interface Item {
  readonly name: string | null;
  readonly value: Value;
}

/** What stands between two brackets, separated by commas; `name=` may stand before the arguments of a call. */
function parseItems(cursor: Cursor, closer: string, depth: number, isCall = false): Item[] | null {
  cursor.at++;
  const items: Item[] = [];
  for (;;) {
    skipSpace(cursor);
    if (cursor.text[cursor.at] === closer) break;
    const name = isCall ? takeKeyword(cursor) : null;
    const start = cursor.at;
    const value = parse(cursor, depth + 1);
    if (value === null) return null;
    items.push({ name, value });
    if (closer !== "]" && isGrouped(cursor, start)) {
      return failed(cursor, "a comma between digits: one grouped number, or two values");
    }
    if (!nextItem(cursor, closer)) return null;
    if (cursor.text[cursor.at] === closer) break;
    cursor.at++;
  }
  cursor.at++;
  return items;
}

/** `1,000` is one number to some readers, two to others. In square brackets it can only be two. */
function isGrouped(cursor: Cursor, start: number): boolean {
  const number = cursor.text.slice(start, Math.min(cursor.at, start + 6));
  const next = cursor.text.slice(cursor.at, cursor.at + 5);
  return /^[-+−]?\d{1,3}$/u.test(number) && /^,\d{3}(?:\D|$)/u.test(next);
}

/** Whether the cursor stands at a comma or at the closing bracket, which it moves to. */
function nextItem(cursor: Cursor, closer: string): boolean {
  skipSpace(cursor);
  const sign = cursor.text[cursor.at];
  if (sign === "," || sign === closer) return true;
  failed(cursor, `${quoted(cursor.text.slice(cursor.at))} stands within brackets and is no value`);
  return false;
}

function takeKeyword(cursor: Cursor): string | null {
  return (
    take(cursor, /[\p{L}_][\p{L}\p{N}_]*\s*=(?!=)/uy)
      ?.slice(0, -1)
      .trim() ?? null
  );
}

/** `{1, 2}` is a set; `{"a": 1}` and `{}` are dictionaries. */
function parseBraces(cursor: Cursor, depth: number): Value | null {
  cursor.at++;
  const entries: { key: Value; value: Value | null }[] = [];
  for (;;) {
    skipSpace(cursor);
    if (cursor.text[cursor.at] === "}") break;
    const key = parse(cursor, depth + 1);
    if (key === null) return null;
    skipSpace(cursor);
    const hasValue = cursor.text[cursor.at] === ":";
    if (hasValue) cursor.at++;
    const value = hasValue ? parse(cursor, depth + 1) : null;
    if (hasValue && value === null) return null;
    entries.push({ key, value });
    if (!nextItem(cursor, "}")) return null;
    if (cursor.text[cursor.at] === "}") break;
    cursor.at++;
  }
  cursor.at++;
  const pairs = entries.flatMap(({ key, value }) => (value === null ? [] : [{ key, value }]));
  if (pairs.length === entries.length) return { kind: "dict", entries: pairs };
  if (pairs.length === 0) return { kind: "set", items: entries.map(({ key }) => key) };
  return failed(cursor, "braces hold values with and without keys");
}
