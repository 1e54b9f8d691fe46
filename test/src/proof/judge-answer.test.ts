import { beforeAll, describe, expect, test } from "vitest";
import { type Answer, type Data, parseAnswers } from "../../../src/proof/answers.ts";
import { isRight } from "../../../src/proof/judge-answer.ts";
import { pythonAnswers } from "./inside/python-data.ts";

/** What the code of a task defines in these tables. */
const CODE = `
import collections, dataclasses, datetime, decimal, enum, fractions, pathlib, typing, uuid
from decimal import Decimal
from fractions import Fraction
from datetime import date, time, timedelta, timezone
from pathlib import Path
from uuid import UUID

@dataclasses.dataclass
class Point:
    x: object
    y: object = 0
    def __eq__(self, other):
        return True

class Spot(Point):
    pass

class Pair(typing.NamedTuple):
    x: object
    y: object

class Color(enum.Enum):
    RED = "red"
    BLUE = "blue"

class Level(enum.IntEnum):
    LOW = 1

class Word(str, enum.Enum):
    HI = "hi"

class Flags(enum.Flag):
    A = 1
    B = 2

class Text(str):
    def __str__(self):
        return "other"
    def __eq__(self, other):
        return True
    __hash__ = str.__hash__

class Anything:
    def __eq__(self, other):
        return True

class Numbers(list):
    def __iter__(self):
        return iter([1, 2])

@dataclasses.dataclass
class Broken:
    x: int = dataclasses.field(init=False)

class Zone(datetime.tzinfo):
    def utcoffset(self, moment):
        return timedelta(hours=2)
    def dst(self, moment):
        return None
`;

const BOTH = `
import ast, json, sys
sys.path.insert(0, sys.argv[1])
from example_answers import PLAIN, Reader, Types
types = Types()
reader = Reader({**types.constructors(), **PLAIN})
names = {}
exec(json.loads(json.dumps(${JSON.stringify(CODE)})), names)
names["datetime"] = names["datetime"].datetime
def expected(text):
    return types.data_of(reader.value(ast.parse(text, mode="eval").body))
def answer(text):
    try:
        return {"kind": "value", "data": types.data_of(eval(text, names))}
    except Exception as error:
        return {"kind": "nothing", "why": str(error)}
print(json.dumps([[expected(a), answer(b)] for a, b in json.load(sys.stdin)]))
`;

interface Row {
  /** As Python writes them: what is expected by the design, and what the code gives. */
  readonly expected: string;
  readonly got: string;
  readonly isJson?: boolean;
}

const RIGHT: readonly Row[] = [
  { expected: "None", got: "None" },
  { expected: "True", got: "True" },
  // Numbers, by their value
  { expected: "1", got: "1.0" },
  { expected: "4.10", got: "Decimal('4.1')" },
  { expected: "Decimal('4.10')", got: "Decimal('4.1000')" },
  { expected: "Decimal('4.1')", got: "4.1" },
  { expected: "0.5", got: "Fraction(1, 2)" },
  { expected: "Fraction(1, 2)", got: "Decimal('0.5')" },
  { expected: "Fraction(4, 2)", got: "2" },
  { expected: "-0.0", got: "0" },
  { expected: "Decimal('-0')", got: "0" },
  { expected: "Decimal('1E+3')", got: "1000" },
  { expected: "1000000000000000000000001", got: "10**24 + 1" },
  { expected: `-${"9".repeat(400)}`, got: "-(10**400 - 1)" },
  { expected: "Fraction(1, 3)", got: "Fraction(10**2000, 3 * 10**2000)" },
  { expected: "Decimal('1E+20000')", got: "Decimal('1E+20000')" },
  { expected: "complex(1, 2)", got: "1 + 2j" },
  { expected: "1", got: "complex(1, 0)" },
  { expected: "1", got: "Level.LOW" },
  // Floats, nearly
  { expected: "0.3", got: "0.1 + 0.2" },
  { expected: "Decimal('0.3')", got: "0.1 + 0.2" },
  { expected: "0.30000000000000004", got: "Decimal('0.3')" },
  { expected: "1000000000", got: "1000000001.0" },
  { expected: "1e-12", got: "0.0" },
  { expected: "0.1", got: "Fraction(1, 10)" },
  { expected: "1e300", got: "1.0000000001e300" },
  { expected: "[{'a': (0.3, 1)}]", got: "[{'a': (0.1 + 0.2, 1)}]" },
  { expected: "{0.3}", got: "{0.1 + 0.2}" },
  { expected: "Point(x=0.3)", got: "Point(0.1 + 0.2)" },
  { expected: "complex(0.3, 0)", got: "complex(0.1 + 0.2, 0)" },
  // What is not a number, and what is beyond all of them
  { expected: "Decimal('NaN')", got: "float('nan')" },
  { expected: "[Decimal('NaN')]", got: "[float('nan')]" },
  { expected: "Decimal('NaN')", got: "Decimal('sNaN')" },
  { expected: "Decimal('Infinity')", got: "float('inf')" },
  { expected: "Decimal('-Infinity')", got: "-float('inf')" },
  { expected: "1e999", got: "float('inf')" },
  // Texts and bytes
  { expected: "'a\\u20ac'", got: "'a€'" },
  { expected: "'a'", got: "Text('a')" },
  { expected: "'hi'", got: "Word.HI" },
  { expected: "b'a'", got: "bytearray(b'a')" },
  // Containers
  { expected: "[1, [2]]", got: "[1, [2]]" },
  { expected: "[1, 2]", got: "Numbers([1, 2])" },
  { expected: "(1, 2)", got: "(1, 2)" },
  { expected: "(1, 2)", got: "Pair(1, 2)" },
  { expected: "{3, 1, 2}", got: "frozenset([1, 2, 3])" },
  { expected: "set()", got: "set()" },
  { expected: "frozenset({1})", got: "{1.0}" },
  { expected: "{'a': 1, 'b': 2}", got: "{'b': 2, 'a': 1}" },
  { expected: "{'a': 1}", got: "collections.OrderedDict(a=1)" },
  { expected: "{'a': 1}", got: "collections.Counter('a')" },
  { expected: "{1: 'a'}", got: "{1.0: 'a'}" },
  { expected: "[1, 2]", got: "(1, 2)", isJson: true },
  { expected: "(1, 2)", got: "[1, 2]", isJson: true },
  { expected: "{'a': [[1]]}", got: "{'a': ((1,),)}", isJson: true },
  // Moments
  { expected: "date(2024, 2, 29)", got: "date(2024, 2, 29)" },
  { expected: "time(9, 30)", got: "time(9, 30, 0)" },
  { expected: "datetime(2024, 5, 1, 9)", got: "datetime(2024, 5, 1, 9)" },
  {
    expected: "datetime(2024, 5, 1, 9, tzinfo=timezone.utc)",
    got: "datetime(2024, 5, 1, 9, tzinfo=timezone(timedelta(0)))",
  },
  {
    expected: "datetime(2024, 5, 1, 9, tzinfo=timezone(timedelta(hours=2)))",
    got: "datetime(2024, 5, 1, 9, tzinfo=Zone())",
  },
  { expected: "datetime.fromisoformat('2024-05-01T09:00')", got: "datetime(2024, 5, 1, 9)" },
  { expected: "timedelta(hours=24)", got: "timedelta(days=1)" },
  { expected: "-timedelta(hours=1)", got: "timedelta(hours=-1)" },
  { expected: "timezone.utc", got: "timezone(timedelta(0))" },
  // Objects, by their fields
  { expected: "Point(x=1, y=2)", got: "Point(1, 2)" },
  { expected: "Point(x=1)", got: "Point(1, 9)" },
  { expected: "Point(x=1)", got: "Spot(1)" },
  { expected: "Point(x=[Point(x=1)])", got: "Point([Point(1)])" },
  { expected: "Pair(x=1, y=2)", got: "Pair(1, 2)" },
  { expected: "Color.RED", got: "Color.RED" },
  { expected: "{Color.RED: 1}", got: "{Color.RED: 1}" },
  { expected: "Level.LOW", got: "Level.LOW" },
  {
    expected: "UUID('12345678123456781234567812345678')",
    got: "UUID(int=0x12345678123456781234567812345678)",
  },
  { expected: "Path('a/b')", got: "Path('a') / 'b'" },
];

const WRONG: readonly Row[] = [
  { expected: "None", got: "False" },
  { expected: "None", got: "0" },
  { expected: "None", got: "[]" },
  // A bool is no number, at any depth.
  { expected: "1", got: "True" },
  { expected: "True", got: "1" },
  { expected: "0", got: "False" },
  { expected: "0.0", got: "False" },
  { expected: "True", got: "Level.LOW" },
  { expected: "[1]", got: "[True]" },
  { expected: "{1: 'a'}", got: "{True: 'a'}" },
  { expected: "{1}", got: "{True}" },
  { expected: "Point(x=1)", got: "Point(True)" },
  { expected: "True", got: "False" },
  // Numbers
  { expected: "1", got: "2" },
  { expected: "1", got: "-1" },
  { expected: "1", got: "'1'" },
  { expected: "'1'", got: "1" },
  { expected: "Decimal('4.10')", got: "Decimal('4.11')" },
  // Exact on both sides, or not nearly enough
  { expected: "Decimal('0.3')", got: "Decimal('0.3000000000000000000001')" },
  { expected: "1000000000000", got: "1000000000001" },
  { expected: "Fraction(1, 3)", got: "Decimal('0.3333333333333333333333333333')" },
  { expected: "0.3", got: "0.3000001" },
  { expected: "1000000000", got: "1000000002.0" },
  { expected: "1e-12", got: "-1e-12" },
  { expected: "complex(1, 2)", got: "1" },
  { expected: "Decimal('1E+20000')", got: "Decimal('1E+20001')" },
  { expected: "Decimal('NaN')", got: "0.0" },
  { expected: "0", got: "float('nan')" },
  { expected: "Decimal('NaN')", got: "float('inf')" },
  { expected: "Decimal('Infinity')", got: "-float('inf')" },
  { expected: "1e308", got: "float('inf')" },
  // Texts
  { expected: "'a'", got: "'a '" },
  { expected: "'a'", got: "b'a'" },
  { expected: "b'a'", got: "b'b'" },
  { expected: "'b'", got: "Text('a')" },
  { expected: "'red'", got: "Color.RED" },
  { expected: "'2024-05-01'", got: "date(2024, 5, 1)" },
  { expected: "date(2024, 5, 1)", got: "'2024-05-01'" },
  { expected: "'a'", got: "Path('a')" },
  // Containers
  { expected: "[1, 2]", got: "(1, 2)" },
  { expected: "(1, 2)", got: "[1, 2]" },
  { expected: "[1, 2]", got: "[2, 1]" },
  { expected: "[1, 2]", got: "[1, 2, 3]" },
  { expected: "[1, 2]", got: "[1]" },
  { expected: "[1, 2]", got: "{1, 2}", isJson: true },
  { expected: "[1, 2]", got: "range(1, 3)" },
  { expected: "[1, 2]", got: "iter([1, 2])" },
  { expected: "[1]", got: "{1: 1}" },
  { expected: "{1, 2}", got: "{1, 3}" },
  { expected: "{1, 2}", got: "{1, 2, 3}" },
  { expected: "{1, 2}", got: "[1, 2]" },
  { expected: "{'a': 1}", got: "{'a': 2}" },
  { expected: "{'a': 1}", got: "{'b': 1}" },
  { expected: "{'a': 1}", got: "{'a': 1, 'b': 2}" },
  { expected: "{'a': 1, 'b': 2}", got: "{'a': 1}" },
  { expected: "{}", got: "[]" },
  { expected: "()", got: "None" },
  { expected: "[(1, 2)]", got: "[[1, 2]]" },
  // Moments
  { expected: "date(2024, 5, 1)", got: "date(2024, 5, 2)" },
  { expected: "date(2024, 5, 1)", got: "datetime(2024, 5, 1)" },
  { expected: "datetime(2024, 5, 1)", got: "date(2024, 5, 1)" },
  { expected: "time(9, 30)", got: "time(9, 31)" },
  { expected: "datetime(2024, 5, 1, 9)", got: "datetime(2024, 5, 1, 9, tzinfo=timezone.utc)" },
  {
    expected: "datetime(2024, 5, 1, 9, tzinfo=timezone.utc)",
    got: "datetime(2024, 5, 1, 11, tzinfo=timezone(timedelta(hours=2)))",
  },
  { expected: "timedelta(hours=1)", got: "timedelta(hours=2)" },
  { expected: "timedelta(seconds=1)", got: "1" },
  { expected: "timezone.utc", got: "timezone(timedelta(hours=1))" },
  // Objects
  { expected: "Point(x=1)", got: "Point(2)" },
  { expected: "Point(x=1, z=2)", got: "Point(1, 2)" },
  { expected: "Spot(x=1)", got: "Point(1)" },
  { expected: "Point(x=1)", got: "Pair(1, 2)" },
  { expected: "Point(x=1)", got: "{'x': 1}" },
  { expected: "(1, 2)", got: "Point(1, 2)" },
  { expected: "Pair(x=1, y=2)", got: "(1, 2)" },
  { expected: "Color.RED", got: "Color.BLUE" },
  { expected: "Level.LOW", got: "1" },
  { expected: "Color.RED", got: "'red'" },
  { expected: "Color.RED", got: "Flags.A" },
  { expected: "Color.RED", got: "Flags.A | Flags.B" },
  // What has no value, even if it says that it equals everything
  { expected: "1", got: "Anything()" },
  { expected: "[1]", got: "[Anything()]" },
  { expected: "None", got: "Anything()" },
  { expected: "None", got: "print" },
  { expected: "Point(x=1)", got: "Point" },
  { expected: "None", got: "Broken()" },
  { expected: "1", got: "ValueError('1')" },
];

describe("an answer", () => {
  let answers: readonly (readonly [Data, Answer])[];

  beforeAll(() => {
    answers = pythonAnswers(
      BOTH,
      [...RIGHT, ...WRONG].map(({ expected, got }) => [expected, got]),
    );
  });

  const judged = (index: number, isJson = false): boolean => {
    const [data, answer] = answers[index]!;
    const [read] = parseAnswers(`${JSON.stringify({ event: "answer", index: 0, answer })}\n`, 1);
    // Otherwise what is wrong could be that it cannot be read.
    expect(read).toEqual(answer);
    return isRight(answer, { kind: "value", data }, isJson);
  };

  test.each(RIGHT.map((row, index) => ({ isJson: false, ...row, index })))(
    "is right: $got for $expected (JSON: $isJson)",
    ({ index, isJson }) => {
      expect(judged(index, isJson)).toBe(true);
    },
  );

  test.each(WRONG.map((row, index) => ({ isJson: false, ...row, index })))(
    "is wrong: $got for $expected (JSON: $isJson)",
    ({ index, isJson }) => {
      expect(judged(RIGHT.length + index, isJson)).toBe(false);
    },
  );

  const data: Data = { kind: "none" };
  const raised = {
    kind: "raised",
    type: "TooBig",
    names: ["TooBig", "ValueError"],
    message: "",
  } as const;

  test.each<{ when: string; answer: Answer }>([
    { when: "there is none", answer: { kind: "nothing", why: "" } },
    { when: "an error", answer: raised },
    { when: "an error before the call", answer: { ...raised, kind: "setup_failed" } },
  ])("is wrong where a value is expected: $when", ({ answer }) => {
    expect(isRight(answer, { kind: "value", data }, false)).toBe(false);
  });

  test.each<{ type: string; match: string | null; message: string; right: boolean }>([
    { type: "TooBig", match: null, message: "200", right: true },
    { type: "ValueError", match: null, message: "200", right: true },
    { type: "shop.TooBig", match: null, message: "200", right: true },
    { type: "KeyError", match: null, message: "200", right: false },
    { type: "Big", match: null, message: "200", right: false },
    { type: "TooBig", match: "too big", message: "too big", right: true },
    { type: "TooBig", match: "too big", message: "200 is too big: stop", right: true },
    { type: "TooBig", match: "too big", message: "('too big',)", right: true },
    { type: "TooBig", match: "too big", message: "too bigger", right: false },
    { type: "TooBig", match: "too big", message: "too bigger, too big", right: true },
    { type: "TooBig", match: "BIG", message: "TOO_BIG", right: false },
    { type: "TooBig", match: "too big", message: "Too big", right: false },
    { type: "TooBig", match: "too.big", message: "too big", right: false },
    { type: "TooBig", match: "too big", message: "", right: false },
    { type: "TooBig", match: "", message: "", right: true },
    { type: "TooBig", match: "", message: "a", right: false },
    { type: "TooBig", match: "12", message: "112 12", right: true },
    { type: "TooBig", match: "12", message: "112 121", right: false },
    // White space at an edge is asked for, and ends a word itself.
    { type: "TooBig", match: "bad: ", message: "bad: 5x", right: true },
    { type: "TooBig", match: " is big", message: "12 is big", right: true },
    { type: "TooBig", match: "bad: ", message: "bad:5x", right: false },
    { type: "TooBig", match: "ad: ", message: "bad: 5x", right: false },
    { type: "TooBig", match: " is big", message: "12 is bigger", right: false },
    { type: "TooBig", match: " ", message: "too big", right: false },
    { type: "TooBig", match: "-", message: "too-big", right: false },
    { type: "TooBig", match: "BIG-", message: "BIG-1", right: false },
  ])(
    "that raises TooBig, a ValueError, with $message is right for $type $match: $right",
    ({ right, message, ...error }) => {
      const expected = { kind: "error", ...error } as const;
      expect(isRight({ ...raised, message }, expected, false)).toBe(right);
      // An exception of the setup is never the answer, nor is a value.
      expect(isRight({ ...raised, message, kind: "setup_failed" }, expected, false)).toBe(false);
      expect(isRight({ kind: "value", data }, expected, false)).toBe(false);
      expect(isRight({ kind: "nothing", why: message }, expected, false)).toBe(false);
    },
  );
});
