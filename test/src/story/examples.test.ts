import { describe, expect, test } from "vitest";
import { decimal } from "../../../src/story/decimal.ts";
import { valuesOf } from "../../../src/story/example.ts";
import { readExample } from "../../../src/story/examples.ts";
import { storyItems } from "../../../src/story/items.ts";
import { withoutBullet } from "../../../src/story/lines.ts";
import { counterexample } from "../../support/counterexample.ts";
import * as fc from "../../support/properties.ts";

const read = (line: string): string | undefined => {
  const reading = readExample(line);
  if (reading.kind !== "read") return undefined;
  return valuesOf(reading.example)
    .map(({ kind, text }) => `${kind} ${text}`)
    .join(", ");
};

describe("the values of an example, as they stand among the literals of a test", () => {
  test.each([
    ["- weight=0.5 → cost=4.10   (3.50 + 0.5×1.20 = 4.10)", "number 0.5, number 4.10"],
    [
      "weight=0.005 → round_3=0.005 → 3.50 + 0.005×1.20 = 3.506 → round_2=3.51",
      "number 0.005, number 3.51",
    ],
    [
      '- weight=-0.001 (→ round_3=-0.001) → raises ValueError("NEGATIVE")',
      "number -0.001, name ValueError, string NEGATIVE",
    ],
    [
      '- weight="1.0"  (text) → raises TypeError("NON_NUMERIC")',
      "string 1.0, name TypeError, string NON_NUMERIC",
    ],
    ["f(2) -> 4", "number 2, number 4"],
    ["1) add(1, 2) returns 3", "number 1, number 2, number 3"],
    ["* `add(1, 2)` should return `3`", "number 1, number 2, number 3"],
    ["parse('1+1') == 2", "string 1+1, number 2"],
    ['f(-1) → ValueError: "too small"', "number -1, name ValueError, string too small"],
    ["divide(1, 0) raises ZeroDivisionError", "number 1, number 0, name ZeroDivisionError"],
    ['{"input":{"a":[1,"x"]},"expected":true}', "number 1, string x, name True"],
    ['{"input":21,"output":null,"id":"x"}', "number 21, name None"],
    ["f([]) => []", "empty , empty "],
    ["f(\"a, b -> c\") → 'x'", "string a, b -> c, string x"],
    ["5 kg -> 9.50 kg", "number 5, number 9.50"],
    ["f() -> Status.PAID", ""],
    ['f(Decimal("1.5"), {1}) -> raises shop.TooHeavy', "string 1.5, number 1, name TooHeavy"],
    ['{"input":{},"expected":{}}', "empty "],
    ["x = −3 → y = 9", "number -3, number 9"],
    ['add(a=1, b=[2, 3]) => {"sum": 6}', "number 1, number 2, number 3, string sum, number 6"],
    ["is_even(2) is True", "number 2, name True"],
    ["name=»Müller« → »MUELLER«", "string Müller, string MUELLER"],
  ])("%s", (line, values) => {
    expect(read(line)).toBe(values);
  });
});

describe("a line that is no example, or not with certainty", () => {
  test.each([
    "The following input→output pairs MUST hold (values in USD):",
    'If weight < 0 after rounding → raise ValueError("NEGATIVE").',
    "racecar → true",
    "timeout → 30",
    "1,000 → 5",
    "10% → 5",
    "f(x) → 3",
    "f(3) → (1, 2)",
    "5 kg -> $9.50",
    "| 0.5 | 4.10 |",
    "| weight | cost |",
    "|---|---|",
    "Given a cart with 3 items",
    "2024-01-31 → 31",
    "Send the request → get a response",
    '{"id": 1, "title": "x"}',
    "it's 5 → it's 6",
    "A4 → 210",
    "Q1 → 3",
    "x2 -> x4",
    "add(x1, y2) returns 3",
    "0 → 0; 1 → 1; 2 → 4",
    "f(2,'a') -> 'aa' and f(3,'b') -> 'bbb'",
    "→",
    "5 →",
    "((((→",
  ])("%s", (line) => {
    expect(read(line)).toBeUndefined();
  });
});

const whyNot = (line: string): string | null => {
  const reading = readExample(line);
  return reading.kind === "unread" ? reading.why : null;
};

describe("a line that looks like an example, and is not read, says why", () => {
  test.each([
    ["mean(range(5)) → 2", "range(…)"],
    ['clamp(float("inf"), 0, 1) → 1', "float(…)"],
    ['neg(1) → float("-inf")', "float(…)"],
    ['x=[float("nan")], y=1 → 0', "float(…)"],
    ['float("inf") → "inf"', "float(…)"],
    ["f(dict(a=1)) → 1", "dict(…)"],
    ['f(list("ab")) → 2', "list(…)"],
    ['f(int("3")) → 3', "int(…)"],
    ["f(date.today()) → 1", "date.today(…)"],
    ["f(time.time()) → 1", "time.time(…)"],
    ['Decimal.from_float(0.1) → "0.1"', "Decimal.from_float(…)"],
    ["f(math.sqrt(4)) → 2", "math.sqrt(…)"],
    ['f(datetime(2027, 3, 1, tzinfo=ZoneInfo("UTC"))) → 1', "ZoneInfo(…)"],
    ["sorted(unique([3, 1])) → [1, 3]", "sorted(…)"],
    ["set(items(2)) → {0, 1}", "set(…)"],
    ['str(Decimal("1.0")) → "1.0"', "str(…)"],
    ["f(1) → [g(2)]", "g(…)"],
    ['count("aab") → Counter({"a": 2})', "Counter(…)"],
    ['f("a") → StringIO("a")', "StringIO(…)"],
    ['{"call": "f(float(\\"inf\\"))", "returns": 1}', "float(…)"],
  ])("%s: no design can hold it", (line, call) => {
    expect(whyNot(line)).toContain(call);
  });
});

describe("a line that does not look like an example", () => {
  test.each([
    "parse(text) -> int",
    "f(nan) -> float",
    "f(x) === y",
    "Cart().total() is what has to be paid",
    "Cart().total() adds up 3 prices",
    "cost(weight).amount: Decimal",
  ])("%s", (line) => {
    expect(readExample(line).kind).toBe("none");
  });
});

describe("a line that may say something else says so, and is not read", () => {
  test.each([
    ["old(3) → DeprecationWarning", "whether DeprecationWarning is raised, or only warned of"],
    ['old(3) → UserWarning("late")', "whether UserWarning is raised"],
    ['old(3) == UserWarning: "late"', "whether UserWarning is returned or raised"],
    ['{"input": 3, "error": "DeprecationWarning"}', "whether DeprecationWarning is raised"],
    ['{"input": 3, "error": {"type": "UserWarning"}}', "whether UserWarning is raised"],
    ['{"input": 1, "output": 3.14159265358979323846}', "more digits than JSON can say"],
    ['{"input": [{"a": 1e400}], "output": 1}', "than JSON can say without loss"],
    ['{"input": 1e-400, "output": 1}', "more digits than JSON can say"],
    ['{"input": 12345678901234567890, "output": 1}', "than JSON can say without loss"],
    ['{"input": "5", "output": "25"}', "whether its texts are texts, or the numbers in them"],
    ['{"input": "abc", "output": "3"}', "whether its texts are texts"],
    ['{"call": "square(5)", "returns": "25"}', "whether its texts are texts"],
    ['{"input": "-5", "error": "ValueError"}', "whether its texts are texts"],
    ["True and False → False", 'whether "and" computes, or stands between two values'],
    ["f(1) → True and False", 'whether "and" computes'],
    ["f(1) is True and False", 'whether "and" computes'],
    ["True and False → nothing", 'whether "and" computes'],
    ["True and False → True and False", 'whether "and" computes'],
    [
      '{"input": "True and False", "output": false}',
      'whether "input" is one text, or the values in it',
    ],
    ["Too old → DeprecationWarning", "stands without quotes"],
    ["not_both: True and true → False", 'whether "and" computes'],
    ["f(nan) → nan", '"nan" stands without quotes'],
    ["f(-inf) → inf", "is no value"],
    ["f(nan) == nan", '"nan" stands without quotes'],
    ["f(math.inf) is math.nan", '"math.inf" stands without quotes'],
    ["f(2) == inf", '"inf" stands without quotes'],
    ["f(2) === 4", '"===" is no sign of Python'],
    ["`f(2)` === `4`", '"===" is no sign of Python'],
    ["Cart().total() == 0", "more than one call"],
    ['`Cart().add("x", 2).total()` returns `4`', "more than one call"],
    ["Cart(1).items[0] is 1", "more than one call"],
    ["adder(1)(2) should be 3", "more than one call"],
    ['Cart().total("x") raises ValueError', "more than one call"],
    ["1A → 2A", '"1A" is no number'],
    ["first seat → 1A", "stands without quotes"],
    ["f(2) === ValueError, or", '"===" is no sign of Python'],
    ["12A → 13A", '"12A" is no number'],
    ["100m → 200m", '"100m" is no number'],
    ["next_seat(1) → 2A", '"2A" is no number'],
  ])("%s: %s", (line, why) => {
    expect(whyNot(line)).toContain(why);
  });
});

describe("a line beside these that says one thing is read", () => {
  test.each([
    ["old(3) → raises DeprecationWarning", "number 3, name DeprecationWarning"],
    ['old(3) raises UserWarning("late")', "number 3, name UserWarning, string late"],
    ['{"input": 3, "raises": "DeprecationWarning"}', "number 3, name DeprecationWarning"],
    ['{"id": 12345678901234567890, "input": 1, "output": 2}', "number 1, number 2"],
    [
      '{"input": [0.1, 0.2], "output": 0.30000000000000004}',
      "number 0.1, number 0.2, number 0.30000000000000004",
    ],
    ['{"input": "5", "output": 5}', "string 5, number 5"],
    ['{"input": 5, "output": "5"}', "number 5, string 5"],
    ['{"input": "007", "output": "7 kg"}', "string 007, string 7 kg"],
    ["a=True and b=False → c=False", "name True, name False, name False"],
    ["True, False → False", "name True, name False, name False"],
    ["1 and 2 → 3", "number 1, number 2, number 3"],
    ['{"input": "1A", "output": "2A"}', "string 1A, string 2A"],
    ["12 A → 13 A", "number 12, number 13"],
    ["100kg → 200kg", "number 100, number 200"],
    ["5円 → 10円", "number 5, number 10"],
  ])("%s", (line, values) => {
    expect(read(line)).toBe(values);
  });
});

describe("a call that a design can hold is read", () => {
  test.each([
    'f(Decimal("1"), date(2027, 3, 1)) → Fraction(1, 2)',
    'f(datetime.date(2027, 3, 1)) → date.fromisoformat("2027-03-02")',
    'f(io.StringIO("a"), set()) → frozenset({1})',
    "f(g(2), Point(1, 2)) → shop.Point(2, 3)",
    'str(Money(5)) → "5 €"',
    "len(Cart()) → 0",
    "next(date(2027, 3, 1)) → date(2027, 3, 2)",
    "list(items(3)) → [0, 1, 2]",
    "sum([1, 2]) → 3",
    "Counter(3) → 4",
    "x=tuple([1]) → 1",
  ])("%s", (line) => {
    expect(readExample(line).kind).toBe("read");
  });
});

describe("two numbers are one decimal", () => {
  test.each([
    ["4.10", "4.1"],
    ["0.000", "-0"],
    ["1e3", "1000"],
    ["1_000", "1000.0"],
    [".5", "0.50"],
    ["-0.001", "-1e-3"],
    ["0x1F", "31"],
    ["-0b1010", "-10"],
    ["0o17", "1.5e1"],
    ["0xFF_FF", "65_535"],
  ])("%s and %s", (a, b) => {
    expect(decimal(a)).toBe(decimal(b));
    expect(decimal(a)).not.toBeNull();
  });

  test.each([
    ["1", "-1"],
    ["1.0", "10"],
    ["0.1", "0.01"],
  ])("but not %s and %s", (a, b) => {
    expect(decimal(a)).not.toBe(decimal(b));
  });

  test.each(["", ".", "-", "1.2.3", "abc", "1e", "0x", "0b2", "NaN"])("and %j is none", (text) => {
    expect(decimal(text)).toBeNull();
  });
});

const SIGNS = "\" ' ` “ ” „ ‘ ’ « » 「 」 ( ) [ ] { } （ ） | → = : ; , . # > - * + \\ _ $ € % <";

/** Texts as stories hold them, cut and put together at random: signs that mean something to the reader come often. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(...SIGNS.split(" "), " ", "\t", " → ", "->", "f(", "1", "0x1F", "weight="),
      fc.constantFrom("true", "raises ", "ValueError", "- [ ] ", '{"input":', '"output": 1}'),
      fc.constantFrom(" and ", "1,000", "kg", "a", "é", "\u0000", "\ud83d\ude00"),
      fc.string({ maxLength: 4 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(""));

const said = (line: string): string => JSON.stringify(readExample(line));

/** Whether a criterion may quote a line without its bullets, and that once more. */
function isQuotable(line: string): boolean {
  const quoted = withoutBullet(line);
  return withoutBullet(`- ${quoted}`) === quoted && withoutBullet(quoted) === quoted;
}

function isKept(text: string): boolean {
  const reading = readExample(`text="${text}" → "x"`);
  return reading.kind === "read" && valuesOf(reading.example)[0]?.text === text;
}

describe("whatever a line holds", () => {
  test("it is read, or said why it is not", () => {
    expect(
      counterexample(hostile, (line) => {
        const reading = readExample(line);
        if (reading.kind === "unread") return reading.why.length > 10;
        return reading.kind === "none" || reading.example.expected.length > 0;
      }),
    ).toBeNull();
  });

  test.each(["- ", "* ", "  • ", "– ", "12. ", "3) ", "- [ ] ", "- [x] ", "☐ "])(
    "%j in front changes nothing",
    (bullet) => {
      const isSame = (line: string) => said(`${bullet}${line}`) === said(line);
      // What an arrow or an equals sign follows is an empty list, and no checkbox.
      const lines = hostile.filter((line) => !/^\s*(?:-+>|=|[→⇒,;])/u.test(line));
      expect(counterexample(lines, isSame)).toBeNull();
    },
  );

  test.each([" ", "\t", "   "])("%j behind it changes nothing", (space) => {
    const isSame = (line: string) => said(`${line}${space}`) === said(line);
    expect(counterexample(hostile, isSame)).toBeNull();
  });

  test("a criterion may leave its bullets out, and what it quotes may be quoted again", () => {
    const lines = hostile.filter((line) => withoutBullet(line) !== "");
    expect(counterexample(lines, isQuotable)).toBeNull();
  });

  test("a value in quotes is read as it stands there", () => {
    const texts = fc.string({ maxLength: 40 }).filter((text) => !/["\\\r\n]/u.test(text));
    expect(counterexample(texts, isKept)).toBeNull();
  });

  // Far more than it takes on a busy machine, and far less than a time that grows with the square of the length.
  test.each([
    '"',
    '\\"',
    "“",
    "(",
    "[1,",
    '{"a":',
    "(a) ",
    "f(",
    "→",
    "1 → ",
    "- ",
    "[ ] ",
    "=",
    "1,",
    "0",
    "|",
    "x: ",
    "a.b.",
  ])("64 KiB of %j are read at once", (sign) => {
    const long = sign.repeat(Math.ceil(65_536 / sign.length));
    const start = performance.now();
    for (const line of [long, `1 → ${long}`, `${long} → 1`, `f(1) == ${long}`, `|${long}|`]) {
      readExample(line);
    }
    withoutBullet(long);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  test.each(["a", "a →", "|1|", "1 → 2", "- a:"])("a story of lines %j is read at once", (line) => {
    const start = performance.now();
    storyItems({ acceptance: `${line}\n`.repeat(20_000) });
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
