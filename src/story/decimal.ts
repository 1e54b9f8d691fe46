/** Longer than any number that a person writes; it keeps the reading of other bases cheap. */
const MAX_DIGITS = 1_000;

const OTHER_BASE =
  /^([+-]?)(0(?:x[\da-f]+(?:_[\da-f]+)*|o[0-7]+(?:_[0-7]+)*|b[01]+(?:_[01]+)*))$/iu;

/**
 * The one form of a number: sign, digits without leading or trailing zeros, exponent; null for anything else. Two texts
 * are the same number when their forms are equal: `4.10` and `4.1`, `0x1F` and `31`, `1_000` and `1e3`.
 */
export function decimal(text: string): string | null {
  const plain = text.trim();
  const other = plain.length > MAX_DIGITS ? null : OTHER_BASE.exec(plain);
  if (other !== null) return decimal(`${other[1]}${BigInt(other[2]!.replaceAll("_", ""))}`);
  const match = /^([+-]?)(\d[\d_]*)?(?:\.(\d*))?(?:[eE]([+-]?\d{1,6}))?$/u.exec(plain);
  if (match === null || (match[2] === undefined && (match[3] ?? "") === "")) return null;
  const [, sign, whole = "", fraction = "", exponent = "0"] = match;
  const digits = withoutLeading(`${whole.replaceAll("_", "")}${fraction}`);
  const significant = withoutTrailing(digits);
  if (significant === "") return "0";
  const power = Number(exponent) - fraction.length + (digits.length - significant.length);
  return `${sign === "-" ? "-" : ""}${significant}e${power}`;
}

function withoutLeading(digits: string): string {
  return digits.replace(/^0+/u, "");
}

// By hand: as a pattern, `0+$` takes a time that grows with the square of the length.
function withoutTrailing(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === "0") end--;
  return digits.slice(0, end);
}
