import type { Answer, Data } from "./answers.ts";
import { holdsMessage } from "./whole-words.ts";

/** What a story expects of a call, as data. */
export type Expected =
  | { readonly kind: "value"; readonly data: Data }
  | { readonly kind: "error"; readonly type: string; readonly match: string | null };

/**
 * Whether an answer is what the story expects. Numbers are compared by value, whatever their type, and exactly, but for
 * floats; a list is not a tuple, unless the story is written in JSON, which has no tuples.
 */
export function isRight(answer: Answer, expected: Expected, isJson: boolean): boolean {
  if (expected.kind === "error") {
    return (
      answer.kind === "raised" &&
      answer.names.includes(lastName(expected.type)) &&
      (expected.match === null || holdsMessage(answer.message, expected.match))
    );
  }
  return answer.kind === "value" && isSame(expected.data, answer.data, isJson);
}

function lastName(name: string): string {
  return name.split(".").at(-1)!;
}

export function isSame(expected: Data, got: Data, isJson: boolean): boolean {
  // Such a member is the number or text as well.
  if (got.kind === "member" && got.value !== null && expected.kind !== "member") {
    return isSame(expected, got.value, isJson);
  }
  if (expected.kind === got.kind && "text" in expected && "text" in got) {
    if (expected.text === got.text) return true;
  }
  const [one, other] = [numberOf(expected), numberOf(got)];
  if (one !== null || other !== null) {
    return one !== null && other !== null && isSameNumber(one, other);
  }
  switch (expected.kind) {
    case "none":
      return got.kind === "none";
    case "bool":
      return got.kind === "bool" && got.value === expected.value;
    case "text":
    case "uuid":
    case "path":
    case "date":
    case "time":
    case "datetime":
      return got.kind === expected.kind && got.text === expected.text;
    case "bytes":
      return got.kind === "bytes" && got.hex === expected.hex;
    case "timedelta":
    case "timezone":
      return got.kind === expected.kind && got.microseconds === expected.microseconds;
    case "list":
      return (
        (got.kind === "list" || (isJson && got.kind === "tuple")) &&
        isSameSequence(expected.items, got.items, isJson)
      );
    case "tuple": {
      const items = itemsOfTuple(got) ?? (isJson && got.kind === "list" ? got.items : null);
      return items !== null && isSameSequence(expected.items, items, isJson);
    }
    case "set":
      return (
        got.kind === "set" &&
        isSameInAnyOrder(expected.items, got.items, (a, b) => isSame(a, b, isJson))
      );
    case "dict":
      return (
        got.kind === "dict" &&
        isSameInAnyOrder(
          expected.entries,
          got.entries,
          ([key, value], [otherKey, otherValue]) =>
            isSame(key, otherKey, isJson) && isSame(value, otherValue, isJson),
        )
      );
    case "object":
      return isSameObject(expected, got, isJson);
    case "member":
      return (
        got.kind === "member" && got.name === expected.name && got.names.includes(expected.type)
      );
    case "complex":
    case "decimal":
    case "float":
    case "fraction":
    case "int":
    case "other":
    default:
      return false;
  }
}

/** A named tuple is a tuple. */
function itemsOfTuple(data: Data): readonly Data[] | null {
  if (data.kind === "tuple") return data.items;
  return data.kind === "object" && data.isTuple ? data.fields.map(([, value]) => value) : null;
}

/** Of the fields those count that the story tells. */
function isSameObject(
  expected: Extract<Data, { kind: "object" }>,
  got: Data,
  isJson: boolean,
): boolean {
  if (got.kind !== "object" || !got.names.includes(expected.type)) return false;
  const fields = new Map(got.fields);
  return expected.fields.every(([name, value]) => {
    const own = fields.get(name);
    return own !== undefined && isSame(value, own, isJson);
  });
}

function isSameSequence(one: readonly Data[], other: readonly Data[], isJson: boolean): boolean {
  return (
    one.length === other.length && one.every((item, index) => isSame(item, other[index]!, isJson))
  );
}

/** Whether each has a partner of its own; what could have several is tried with all of them. */
function isSameInAnyOrder<T>(
  one: readonly T[],
  other: readonly T[],
  isEqual: (a: T, b: T) => boolean,
): boolean {
  if (one.length !== other.length) return false;
  const partner = new Map<number, number>();
  const place = (index: number, tried: Set<number>): boolean => {
    for (const [at, candidate] of other.entries()) {
      if (tried.has(at) || !isEqual(one[index]!, candidate)) continue;
      tried.add(at);
      const holder = partner.get(at);
      if (holder === undefined || place(holder, tried)) {
        partner.set(at, index);
        return true;
      }
    }
    return false;
  };
  return one.every((_, index) => place(index, new Set()));
}

// Numbers

/** Infinities and what is not a number have no value; a float was rounded when it was made. */
type Quantity =
  | { readonly kind: "special"; readonly text: "inf" | "-inf" | "nan" }
  | Exact
  | { readonly kind: "complex"; readonly real: Quantity; readonly imaginary: Quantity };
interface Exact {
  readonly kind: "exact";
  readonly numerator: bigint;
  /** Above 0. */
  readonly denominator: bigint;
  readonly isFloat: boolean;
}

/** Exponents beyond this make numbers that take too long to compare: only their text can be equal. */
const LARGEST_EXPONENT = 10_000;

function numberOf(data: Data): Quantity | null {
  switch (data.kind) {
    case "int":
      return exact(bigintOf(data.text), 1n, false);
    case "float":
      return floatOf(data.text);
    case "decimal":
      return decimalOf(data.text, false);
    case "fraction":
      return exact(bigintOf(data.numerator), bigintOf(data.denominator), false);
    case "complex":
      return {
        kind: "complex",
        real: floatOf(data.real) ?? NAN,
        imaginary: floatOf(data.imaginary) ?? NAN,
      };
    case "bool":
    case "bytes":
    case "date":
    case "datetime":
    case "dict":
    case "list":
    case "member":
    case "none":
    case "object":
    case "other":
    case "path":
    case "set":
    case "text":
    case "time":
    case "timedelta":
    case "timezone":
    case "tuple":
    case "uuid":
    default:
      return null;
  }
}

const NONE: Quantity = { kind: "exact", numerator: 0n, denominator: 1n, isFloat: false };
const NAN: Quantity = { kind: "special", text: "nan" };

function exact(
  numerator: bigint | null,
  denominator: bigint | null,
  isFloat: boolean,
): Quantity | null {
  if (numerator === null || denominator === null || denominator <= 0n) return null;
  return { kind: "exact", numerator, denominator, isFloat };
}

function bigintOf(text: string): bigint | null {
  const found = /^(-?)(\d{1,20000}|0x[\da-f]{1,200000})$/u.exec(text);
  if (found === null) return null;
  const size = BigInt(found[2]!);
  return found[1] === "-" ? -size : size;
}

function specialOf(text: string): Quantity | null {
  const plain = text.toLowerCase().replace("infinity", "inf");
  if (/^[+-]?s?nan\d*$/u.test(plain)) return NAN;
  if (plain === "inf" || plain === "-inf") return { kind: "special", text: plain };
  return null;
}

/** Exactly the number that the float is. */
function floatOf(text: string): Quantity | null {
  const special = specialOf(text);
  if (special !== null) return special;
  const value = /^-?\d[\d.e+-]*$/u.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(value)) return null;
  let [size, denominator] = [value, 1n];
  while (!Number.isInteger(size)) {
    size *= 2;
    denominator *= 2n;
  }
  return exact(BigInt(size), denominator, true);
}

function decimalOf(text: string, isFloat: boolean): Quantity | null {
  const special = specialOf(text);
  if (special !== null) return special;
  const found = /^([+-]?)(\d*)(?:\.(\d*))?(?:E([+-]?\d+))?$/iu.exec(text);
  if (found === null) return null;
  const [, sign, whole = "", fraction = "", power = "0"] = found;
  const exponent = Number(power) - fraction.length;
  if (`${whole}${fraction}` === "" || Math.abs(exponent) > LARGEST_EXPONENT) return null;
  const digits = BigInt(`${whole}${fraction}`) * (sign === "-" ? -1n : 1n);
  const scale = 10n ** BigInt(Math.abs(exponent));
  return exponent >= 0 ? exact(digits * scale, 1n, isFloat) : exact(digits, scale, isFloat);
}

function isSameNumber(one: Quantity, other: Quantity): boolean {
  if (one.kind === "complex" || other.kind === "complex") {
    const [first, second] = [partsOf(one), partsOf(other)];
    return isSameNumber(first.real, second.real) && isSameNumber(first.imaginary, second.imaginary);
  }
  if (one.kind === "special" || other.kind === "special") {
    return one.kind === "special" && other.kind === "special" && one.text === other.text;
  }
  const [a, b] = [one.numerator * other.denominator, other.numerator * one.denominator];
  if (a === b) return true;
  if (!one.isFloat && !other.isFloat) return false;
  const difference = absolute(a - b);
  const largest = absolute(a) > absolute(b) ? absolute(a) : absolute(b);
  const denominator = one.denominator * other.denominator;
  return difference * 10n ** 9n <= largest || difference * 10n ** 12n <= denominator;
}

function partsOf(number: Quantity): { readonly real: Quantity; readonly imaginary: Quantity } {
  return number.kind === "complex" ? number : { real: number, imaginary: NONE };
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}
