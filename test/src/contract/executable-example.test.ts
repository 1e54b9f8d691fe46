import { describe, expect, test } from "vitest";
import {
  type ExampleRead,
  noExecutionProblem,
  readExecutable,
} from "../../../src/contract/executable-example.ts";
import { promisesOf } from "../../../src/contract/promises.ts";
import type { Example } from "../../../src/story/example.ts";
import { readExample } from "../../../src/story/examples.ts";
import type { NoExecution } from "../../../src/task/design.ts";

/** What the code promises in these tables; a class begins with a capital, a constant is all capitals. */
const SIGNATURES = [
  "f(x)",
  "g(x)",
  "both(a, b)",
  "cost(weight: Decimal) -> Decimal",
  "text(x: int) -> str",
  "either(x: int) -> int | None",
  "numbers(n: int) -> Iterator[int]",
  "items(n: int) -> list[int]",
  "pair(n: int) -> tuple[int, int]",
  "unique(values) -> set[int]",
  "today() -> datetime.date",
  "totals(x) -> dict[str, dict[str, int]]",
  "async fetch(x: int) -> int",
  "async def load(x: int) -> list[int]",
  "open_account(x: int) -> Account",
  "accounts(x) -> list[Account]",
  "Account(balance: int = 0)",
  "Money(amount: int)",
  "Cart()",
  "Point(x: int, y: int)",
  "Color(value)",
  "LIMIT = 200",
];

function promisesFrom(signatures: readonly string[]) {
  const names = signatures.map((signature) => {
    const name = /(?:async )?(?:def )?(\w+)/u.exec(signature)![1]!;
    const kind = /^[A-Z]+$/u.test(name) ? "constant" : /^[A-Z]/u.test(name) ? "class" : "function";
    return { name, kind, signature, behaviour: "b" } as const;
  });
  return promisesOf({
    modules: [{ path: "src/a.py", import: "from src.a import f", purpose: "p", names }],
  });
}

const PROMISES = promisesFrom(SIGNATURES);

function exampleIn(line: string): Example {
  const found = readExample(line);
  if (found.kind !== "read") throw new Error(`${line}: ${JSON.stringify(found)}`);
  return found.example;
}

interface Row {
  readonly line: string;
  readonly setup?: readonly string[];
  readonly call: string;
  /** Python, or an error as type and text. */
  readonly gives: string | { readonly type: string; readonly match: string | null };
}

function reading({ line, setup = [], call, gives }: Row, promises = PROMISES): ExampleRead {
  const [returns, raises] = typeof gives === "string" ? [gives, null] : [null, gives];
  return readExecutable({ setup: [...setup], call, returns, raises }, exampleIn(line), promises);
}

const callOf = (row: Row) => {
  const read = reading(row);
  return read.ok ? read.call : read.problems;
};

const problemsOf = (row: Row): readonly string[] => {
  const read = reading(row);
  return read.ok ? [] : read.problems;
};

const error = (type: string, match: string | null = null) => ({ type, match });

/** Rows that are the example of the line. */
function accepted(rows: readonly Row[]): void {
  test.each(rows)("$line is $setup $call $gives", (row) => {
    expect(problemsOf(row)).toEqual([]);
  });
}

/** Rows that are not, and what is said of them. */
function refused(rows: readonly (Row & { readonly says: string })[]): void {
  test.each(rows)("$line is not $setup $call $gives: $says", ({ says, ...row }) => {
    expect(problemsOf(row)).toContainEqual(expect.stringContaining(says));
  });
}

describe("an example as it is run", () => {
  test("is made from what was read, with what it expects apart", () => {
    const row = {
      line: "balance=100, amount=30 → 70",
      setup: ["account=Account( 100 )"],
      call: "account.withdraw (amount = 30)",
      gives: "+70",
    };
    expect(reading(row)).toEqual({
      ok: true,
      call: {
        setup: ["account = Account(100)"],
        call: "account.withdraw(amount=30)",
        isAsync: false,
        isOperator: false,
        expected: { kind: "returns", expression: "+70" },
        isJson: false,
      },
    });
  });

  test("says what it raises, whether it waits, is an operator, and is JSON", () => {
    expect(
      callOf({ line: 'x=1 → raises KeyError("a")', call: "f(1)", gives: error("KeyError", "a") }),
    ).toMatchObject({ expected: { kind: "raises", type: "KeyError", match: "a" } });
    expect(callOf({ line: "x=1 → 2", call: "await fetch(1)", gives: "2" })).toMatchObject({
      isAsync: true,
      isJson: false,
    });
    expect(
      callOf({ line: "x=1 → 2", setup: ["y = await fetch(1)"], call: "f(y)", gives: "2" }),
    ).toMatchObject({ isAsync: true });
    expect(
      callOf({ line: "a=1, b=2 → True", call: "Money(1) < Money(2)", gives: "True" }),
    ).toMatchObject({ isOperator: true });
    expect(callOf({ line: "a=1, b=2 → True", call: "f(1) == f(2)", gives: "True" })).toMatchObject({
      isOperator: false,
    });
    expect(callOf({ line: '{"input": 1, "output": 2}', call: "f(1)", gives: "2" })).toMatchObject({
      isJson: true,
    });
  });

  test("expects exactly one of a value and an error", () => {
    const written = { setup: [], call: "f(1)", returns: null, raises: null };
    const both = { ...written, returns: "2", raises: error("KeyError") };
    for (const each of [written, both]) {
      expect(readExecutable(each, exampleIn("x=1 → 2"), PROMISES)).toEqual({
        ok: false,
        problems: ["exactly one of `returns` and `raises` must not be null"],
      });
    }
  });

  test("is told all that cannot be read of it", () => {
    const row = { line: "x=1 → 2", setup: ["x += 1", "y ="], call: "lambda: 1", gives: "f''" };
    expect(problemsOf(row)).toHaveLength(4);
  });
});

describe("setup", () => {
  accepted([
    { line: "x=1 → 2", setup: ["y = f(1)"], call: "g(y)", gives: "2" },
    { line: "x=1 → 2", setup: ["a = Account()", "a.deposit(1)"], call: "a.balance", gives: "2" },
    { line: "x=1 → 2", setup: ["values = [1]"], call: "f(values)", gives: "2" },
    { line: "x=1 → 2", setup: ["f(1)"], call: "g(0)", gives: "2" },
    {
      line: "x=1 → 2",
      setup: ["a = open_account(1)", "b = a.owner"],
      call: "b.name()",
      gives: "2",
    },
    { line: "x=1 → 2", setup: ["n = await fetch(1)"], call: "f(n)", gives: "2" },
  ]);
  refused([
    {
      line: "x=1 → 2",
      setup: ["f = g(1)"],
      call: "g(0)",
      gives: "2",
      says: "must assign to fresh",
    },
    {
      line: "x=1 → 2",
      setup: ["y = 1", "y = 0"],
      call: "f(y)",
      gives: "2",
      says: "must assign to fresh names, and y is none",
    },
    {
      line: "x=1 → 2",
      setup: ["len = 1"],
      call: "f(0)",
      gives: "2",
      says: "must assign to fresh names, and len is none",
    },
    {
      line: "x=1 → 2",
      setup: ["Decimal = 1"],
      call: "f(0)",
      gives: "2",
      says: "must assign to fresh names, and Decimal is none",
    },
    {
      line: "x=1 → 2",
      setup: ["_y = f(1)"],
      call: "f(0)",
      gives: "2",
      says: "must assign to fresh names, and _y is none",
    },
    { line: "x=1 → 2", setup: ["[1]"], call: "f(0)", gives: "2", says: "may call and assign" },
    { line: "x=1 → 2", setup: ["y = 1 + 0"], call: "f(0)", gives: "2", says: "cannot stand in" },
    { line: "x=1 → 2", setup: ["y = len([1])"], call: "f(y)", gives: "2", says: "len is neither" },
    { line: "x=1 → 2", setup: ["y = z"], call: "f(1)", gives: "2", says: "z is neither promised" },
    { line: "x=1 → 2", setup: ["y = y"], call: "f(1)", gives: "2", says: "y is neither promised" },
    // Code that is not the task's would make the value.
    {
      line: "x=1 → 2",
      setup: ["y = [3, 1]", "y.sort()"],
      call: "f(y)",
      gives: "2",
      says: "y.sort is an attribute of a text, number or container",
    },
    {
      line: "x=1 → 2",
      setup: ["y = 'b1'.strip('b')"],
      call: "f(1)",
      gives: "2",
      says: "is an attribute of a text, number or container",
    },
    {
      line: "x=1 → 2",
      setup: ["y = items(1)", "y.clear()"],
      call: "f(y)",
      gives: "2",
      says: "y.clear is an attribute of a text, number or container",
    },
    {
      line: "x=1 → 2",
      setup: ["y = Decimal(1)"],
      call: "f(y.sqrt())",
      gives: "2",
      says: "y.sqrt is an attribute of a text, number or container",
    },
    { line: "x=1 → 2", setup: ["y = open(1)"], call: "f(0)", gives: "2", says: "open is neither" },
    { line: "x=1 → 2", setup: ["y = 0", "y(1)"], call: "f(0)", gives: "2", says: "y is neither" },
    { line: "x=1 → 2", setup: ["n = fetch(1)"], call: "f(n)", gives: "2", says: "must be awaited" },
  ]);
});

describe("call", () => {
  accepted([
    { line: "x=1 → 2", call: "f(1)", gives: "2" },
    { line: "x=1 → 2", call: "f(x=1)", gives: "2" },
    { line: "x=1 → 2", call: "f(g(1))", gives: "2" },
    { line: "x=1 → 2", call: "f([(1,), LIMIT, {'a': None}])", gives: "2" },
    { line: "x=1 → 2", call: "Account(1).balance", gives: "2" },
    { line: "x=1 → 2", call: "Account(1).history[0].amount", gives: "2" },
    { line: "x=1 → 2", call: "Account.of(1)", gives: "2" },
    { line: "x=1 → 2", call: "open_account(1).balance", gives: "2" },
    { line: "x=1 → 2", call: "accounts(1)[0].balance", gives: "2" },
    { line: "x=1 → 2", setup: ["add = f(1)"], call: "add(0)", gives: "2" },
    { line: "x=1 → 2", call: "today(1).year", gives: "2" },
    // What stands around it, by its signature
    { line: "x=1 → 2", call: "await fetch(1)", gives: "2" },
    { line: "x=3 → [0, 1, 2]", call: "list(numbers(3))", gives: "[0, 1, 2]" },
    { line: "x=3 → 0", call: "next(numbers(3))", gives: "0" },
    { line: "x=3 → 4", call: "len(items(3))", gives: "4" },
    { line: "x=3 → 4", call: "len(await load(3))", gives: "4" },
    { line: "x=3 → '4'", call: "str(Money(3))", gives: "'4'" },
    { line: "x=3 → '4'", call: "repr(open_account(3))", gives: "'4'" },
    { line: "x=3 → 4", call: "len(Cart(3))", gives: "4" },
    { line: "x=3 → 4", call: "items(3)[-1]", gives: "4" },
    { line: "x=3 → 4", call: "totals(3)['eu']['all']", gives: "4" },
    { line: "x=3 → 4", call: "f(3)[0]", gives: "4" },
    { line: "x=3 → 4", call: "(await load(3))[0]", gives: "4" },
    // Operators between objects
    { line: "a=1, b=2 → False", call: "Money(1) == Money(2)", gives: "False" },
    { line: "a=1, b=2 → '3'", call: "str(Money(1) + Money(2))", gives: "'3'" },
    { line: "a=1, b=3 → '3'", call: "str(Money(1) * 3)", gives: "'3'" },
    { line: "a=1, b=2 → True", setup: ["c = Cart([1])"], call: "2 in c", gives: "True" },
    { line: "a=1, b=2 → 3", call: "f(1) - f(2)", gives: "3" },
  ]);
  refused([
    // The code has to be asked.
    { line: "x=1 → 2", call: "1", gives: "2", says: "must call what the design promises" },
    { line: "x=1 → 2", call: "LIMIT", gives: "2", says: "must call what the design promises" },
    { line: "x=1 → 2", call: "f", gives: "2", says: "must call what the design promises" },
    { line: "x=1 → 2", call: "LIMIT(1)", gives: "2", says: "must call what the design promises" },
    { line: "x=1 → 2", call: "other(1)", gives: "2", says: "must call what the design promises" },
    { line: "x=1 → 2", call: "int(f(1))", gives: "2", says: "must call what the design promises" },
    { line: "x=1 → 2", call: "set(f(1))", gives: "2", says: "must call what the design promises" },
    { line: "x=1 → 2", call: "[f(1)]", gives: "2", says: "must call what the design promises" },
    { line: "x=1 → 2", call: "-f(1)", gives: "2", says: "must call what the design promises" },
    { line: "x=1 → 2", call: "f(0)(1)", gives: "2", says: "must call what the design promises" },
    { line: "x=1 → 2", call: "Decimal('1')", gives: "2", says: "must call what the design" },
    {
      line: "x=1 → 2",
      setup: ["y = [1]"],
      call: "y",
      gives: "2",
      says: "must call what the design promises",
    },
    // Nothing may bend the answer.
    { line: "x=1 → '2'", call: "text(1).strip()", gives: "'2'", says: "is an attribute of a text" },
    {
      line: "x=1 → 2",
      call: "cost(1).real",
      gives: "2",
      says: "is an attribute of a text, number",
    },
    { line: "x=1 → 2", call: "items(1).pop()", gives: "2", says: "is an attribute of a text" },
    { line: "x=1 → 2", call: "totals(1)['a'].get('b')", gives: "2", says: "is an attribute of" },
    { line: "x=1 → 2", call: "f('a'.join([1]))", gives: "2", says: "is an attribute of a text" },
    { line: "x=1 → '2'", call: "str(cost(1))", gives: "'2'", says: "puts str around cost" },
    { line: "x=1 → '2'", call: "text(1)[0]", gives: "'2'", says: "puts a subscript around text" },
    { line: "x=1 → 2", call: "len(cost(1))", gives: "2", says: "puts len around cost" },
    { line: "x=1 → 2", call: "next(items(1))", gives: "2", says: "puts next around items" },
    { line: "x=1 → [2]", call: "list(pair(1))", gives: "[2]", says: "puts list around pair" },
    { line: "x=1 → [2]", call: "list(unique(1))", gives: "[2]", says: "puts list around unique" },
    {
      line: "x=1 → '2'",
      setup: ["y = cost(1)"],
      call: "str(y)",
      gives: "'2'",
      says: "puts str around cost, which returns Decimal: compare what it returns",
    },
    { line: "x=1 → 2", call: "len(f(1), 0)", gives: "2", says: "len in `call` takes one argument" },
    { line: "x=1 → 2", call: "len(x=f(1))", gives: "2", says: "len in `call` takes one argument" },
    { line: "x=1 → 2", call: "len()", gives: "2", says: "len in `call` takes one argument" },
    { line: "x=1 → 2", call: "f([1][0])", gives: "2", says: "cannot stand in an argument" },
    { line: "x=1 → 2", call: "f(items(0)[g(1)])", gives: "2", says: "cannot stand in an argument" },
    { line: "x=1 → 2", call: "items(0)[f(1)]", gives: "2", says: "must be a literal" },
    {
      line: "x=1 → 2",
      call: "f(1)[0][0][0][0]",
      gives: "2",
      says: "wraps its call more than three times",
    },
    { line: "x=1 → 2", call: "fetch(1)", gives: "2", says: "fetch is async: it must be awaited" },
    {
      line: "x=1 → 2",
      call: "f(fetch(1))",
      gives: "2",
      says: "fetch is async: it must be awaited",
    },
    {
      line: "x=1 → 2",
      call: "len(load(1))",
      gives: "2",
      says: "load is async: it must be awaited",
    },
    { line: "x=1 → 2", call: "f(await fetch(1))", gives: "2", says: "cannot stand in an argument" },
    // Operators
    { line: "x=1 → 2", call: "f(1) + 0", gives: "2", says: "has + between values that are no" },
    { line: "x=1 → True", call: "f(1) == 2", gives: "True", says: "has == between values that" },
    {
      line: "x=1 → 2",
      call: "1 + 0",
      gives: "2",
      says: "has + between values that are no objects",
    },
    {
      line: "a=1, b=2 → 3",
      call: "Money(1) + Money(2) + Money(0)",
      gives: "3",
      says: "cannot stand in an argument",
    },
    // What may stand in arguments
    { line: "x=1 → 2", call: "f(1 + 0)", gives: "2", says: "cannot stand in an argument" },
    { line: "x=1 → 2", call: "f([1][0])", gives: "2", says: "cannot stand in an argument" },
    {
      line: "x=1 → 2",
      call: "f(1, print)",
      gives: "2",
      says: "print is neither promised nor made",
    },
    { line: "x=1 → 2", call: "f(1, eval('0'))", gives: "2", says: "eval is neither promised nor" },
    { line: "x=1 → 2", call: "f(-'1')", gives: "2", says: "which is not a number" },
    {
      line: "x=1 → 2",
      call: "f(1, io.open('a'))",
      gives: "2",
      says: "is an attribute of what the",
    },
    { line: "x=1 → 2", call: "f(1, os.sep)", gives: "2", says: "is an attribute of what the code" },
    {
      line: "x=1 → 2",
      call: "f.__globals__['a'](1)",
      gives: "2",
      says: "must call what the design",
    },
    { line: "x=1 → 2", call: "Account(1)._secret", gives: "2", says: "_secret is not public" },
    { line: "x=1 → 2", call: "Account(1).__class__", gives: "2", says: "__class__ is not public" },
    { line: "x=1 → 2", call: "f(1, f.__code__)", gives: "2", says: "__code__ is not public" },
    { line: "x=1 → 2", call: "f(1, __debug=0)", gives: "2", says: "__debug is not public" },
    { line: "x=1 → 2", call: "f(1, __name__)", gives: "2", says: "__name__ is neither promised" },
  ]);

  test("is a promised name, whatever Python has by that name", () => {
    const promises = promisesFrom(["len(x)", "list(x: int) -> int"]);
    const row = { line: "x=1 → 2", call: "list(1)", gives: "2" };
    expect(reading(row, promises).ok).toBe(true);
    expect(reading({ ...row, call: "len(1)" }, promises).ok).toBe(true);
  });
});

describe("where the line is itself a call", () => {
  accepted([
    { line: "f(1) → 2", call: "f(1)", gives: "2" },
    { line: "f(x=1) == 2", call: "f(x=1)", gives: "2" },
    { line: "both([1, 2], 3) → 4", call: "both([1, 2], 3)", gives: "4" },
    { line: "numbers(3) → [0, 1, 2]", call: "list(numbers(3))", gives: "[0, 1, 2]" },
    { line: "fetch(1) → 2", call: "await fetch(1)", gives: "2" },
    { line: "cost(0.5) → 4.10", call: "cost(Decimal('0.5'))", gives: "Decimal('4.10')" },
    { line: "both([1], 2) → 3", setup: ["a = [1]"], call: "both(a, 2)", gives: "3" },
    // A method is no promised name; it is asked of an object.
    { line: "account.add(1) → 2", setup: ["a = Account()"], call: "a.add(1)", gives: "2" },
    { line: "other(1) → 2", call: "f(1)", gives: "2" },
  ]);
  refused([
    { line: "f(1) → 2", call: "g(1)", gives: "2", says: "the line is a call of f: `call` must be" },
    { line: "f(1) → 2", call: "f(x=1)", gives: "2", says: "must be that call" },
    { line: "f(x=1) → 2", call: "f(1)", gives: "2", says: "must be that call" },
    { line: "f(1) → 2", call: "f(1, 0)", gives: "2", says: "must be that call" },
    { line: "f(1) → 2", call: "f([1])", gives: "2", says: "must be that call" },
    { line: "both([1, 2], 3) → 4", call: "both([1], [2, 3])", gives: "4", says: "must be that" },
    { line: "both([1], 2) → 3", call: "both((1,), 2)", gives: "3", says: "must be that call" },
    { line: "f(1) → 2", call: "Account(1).f", gives: "2", says: "must be that call" },
  ]);
});

describe("the values that the story gives", () => {
  accepted([
    { line: "a=1, b=2 → 3", call: "both(1, 2)", gives: "3" },
    { line: "a=1, b=2 → 3", setup: ["x = f(1)"], call: "x.add(2)", gives: "3" },
    { line: "a=1, b=1 → 3", call: "both(1, 1)", gives: "3" },
    { line: "a=1, b=2 → 3", call: "both(1, 2, 7, 'more')", gives: "3" },
    { line: "x=[1, [2]] → 3", call: "f([[1], 2])", gives: "3" },
    { line: "x=1 → 1", call: "f(1)", gives: "1" },
    { line: "x=0.5 → 3", call: "f(Decimal('0.5'))", gives: "3" },
    { line: "x=0.5 → 3", call: "f(Decimal('0.50'))", gives: "3" },
    { line: "x=1000 → 3", call: "f(1_000)", gives: "3" },
    { line: "x=-1 → 3", call: "f(-1)", gives: "3" },
    { line: "x=-1.5 → 3", call: "f(-Decimal('1.5'))", gives: "3" },
    { line: "x=-1 → 3", call: "f(Decimal('-1'))", gives: "3" },
    { line: "x='0.5' → 3", call: "f(Decimal('0.5'))", gives: "3" },
    { line: "x='a' → 3", call: "f(Path('a'))", gives: "3" },
    { line: "x=True → 3", call: "f(True)", gives: "3" },
    { line: "x=null → 3", call: "f(None)", gives: "3" },
    // A date, a time and a member count as their text.
    { line: "f(date(2024, 5, 1), 2) → 3", call: "f(date(2024, 5, 1), 2)", gives: "3" },
    {
      line: "f(date(year=2024, month=5, day=1)) → 3",
      call: "f(date(year=2024, month=5, day=1))",
      gives: "3",
    },
    {
      line: "f(datetime(2024, 5, 1, 12, 30)) → 3",
      call: "f(datetime(2024, 5, 1, 12, 30))",
      gives: "3",
    },
    { line: "x='2024-05-01' → 3", call: "f(date(2024, 5, 1))", gives: "3" },
    { line: "x='2024-05-01' → 3", call: "f(date.fromisoformat('2024-05-01'))", gives: "3" },
    { line: "x='09:30' → 3", call: "f(time(9, 30))", gives: "3" },
    {
      line: "x='2024-05-01T09:30:00Z' → 3",
      call: "f(datetime(2024, 5, 1, 9, 30, tzinfo=timezone.utc))",
      gives: "3",
    },
    {
      line: "x='2024-05-01 09:30+02:00' → 3",
      call: "f(datetime(2024, 5, 1, 9, 30, 0, 0, timezone(timedelta(hours=2))))",
      gives: "3",
    },
    { line: "x='09:30:00.5' → 3", call: "f(time(9, 30, 0, 500000))", gives: "3" },
    { line: "x='red' → 3", call: "f(Color.RED)", gives: "3" },
    { line: "x='light-red' → 3", call: "f(Color.LIGHT_RED)", gives: "3" },
    { line: "x=Color.RED → 3", call: "f(Color.RED)", gives: "3" },
    // Something empty may stand for nothing.
    { line: "f([]) → 0", call: "f([])", gives: "0" },
    { line: "x=[] → 0", call: "Cart().total()", gives: "0" },
    { line: "x={} → 0", call: "f(set())", gives: "0" },
    // An object of JSON is a dictionary, arguments by name, or an object.
    { line: '{"input": {"a": 1, "b": 2}, "output": 3}', call: "both(a=1, b=2)", gives: "3" },
    { line: '{"input": {"a": 1, "b": 2}, "output": 3}', call: "f({'a': 1, 'b': 2})", gives: "3" },
    { line: '{"input": {"x": 1, "y": 2}, "output": 3}', call: "f(Point(1, 2))", gives: "3" },
    { line: '{"input": {"name": "name"}, "output": 3}', call: "f({'name': 'name'})", gives: "3" },
    { line: '{"input": {"a": "x"}, "output": "a"}', call: "f({'a': 'x'})", gives: "'a'" },
    { line: '{"input": {"call": ["add", 1]}, "output": 3}', call: "f('add', 1)", gives: "3" },
  ]);
  refused([
    {
      line: "a=1, b=2 → 3",
      call: "both(2, 1)",
      gives: "3",
      says: "1, 2, in its order and as often",
    },
    {
      line: "a=1, b=2 → 3",
      setup: ["x = f(2)"],
      call: "x.add(1)",
      gives: "3",
      says: "in its order",
    },
    { line: "a=1, b=2 → 3", call: "both(1, 0)", gives: "3", says: "they hold 1" },
    { line: "a=1, b=1 → 3", call: "f(1)", gives: "3", says: "they hold 1" },
    { line: "x=1 → 3", call: "both(1, 1)", gives: "3", says: "they hold 1, 1" },
    { line: "x=1 → 3", call: "f(2)", gives: "3", says: "they hold none" },
    { line: "x=1 → 3", call: "f('1')", gives: "3", says: "they hold none" },
    { line: "x='1' → 3", call: "f(1)", gives: "3", says: "they hold none" },
    { line: "x=1 → 3", call: "f(True)", gives: "3", says: "they hold none" },
    { line: "x=-1 → 3", call: "f(1)", gives: "3", says: "they hold none" },
    { line: "x=1 → 3", call: "f(-1)", gives: "3", says: "they hold none" },
    { line: "x='a' → 3", call: "f('A')", gives: "3", says: "they hold none" },
    { line: "x='2024-05-01' → 3", call: "f(date(2024, 5, 2))", gives: "3", says: "they hold none" },
    {
      line: "f(date(2024, 5, 1)) → 3",
      call: "f(date(2024, 1, 5))",
      gives: "3",
      says: "they hold none",
    },
    { line: "x='09:30' → 3", call: "f(time(9, 31))", gives: "3", says: "they hold none" },
    { line: "x='red' → 3", call: "f(Color.BLUE)", gives: "3", says: "they hold none" },
    // What is expected is nothing that the code is told.
    { line: "x=1 → 3", call: "both(1, 3)", gives: "3", says: "hold 3, which the story expects" },
    { line: "x=1 → 3", setup: ["f(0x3)"], call: "f(1)", gives: "3", says: "hold 0x3, which the" },
    { line: "x=1 → 'a'", call: "f(1, {'a': 0})", gives: "'a'", says: 'hold "a", which the story' },
    {
      line: "x=1 → raises KeyError('a')",
      call: "f(1, 'a')",
      gives: error("KeyError", "a"),
      says: 'hold "a", which the story expects and does not give',
    },
    // Something else cannot stand for nothing.
    {
      line: "x=[] → 0",
      call: "f([7])",
      gives: "0",
      says: "gives something empty, and `call` holds 7",
    },
    {
      line: '{"input": {"a": 1, "b": 2}, "output": 3}',
      call: "both(b=2, a=1)",
      gives: "3",
      says: "in its order",
    },
  ]);
});

describe("what is expected", () => {
  accepted([
    { line: "x=1 → 2", call: "f(1)", gives: "2.0" },
    { line: "x=1 → 4.10", call: "f(1)", gives: "Decimal('4.1')" },
    { line: "x=1 → '4.10'", call: "f(1)", gives: "Decimal('4.10')" },
    { line: "x=1 → -2", call: "f(1)", gives: "-2" },
    { line: "x=1 → -2.5", call: "f(1)", gives: "-Decimal('2.5')" },
    { line: "x=1 → 'a'", call: "f(1)", gives: "'a'" },
    { line: "x=1 → True", call: "f(1)", gives: "True" },
    { line: "x=1 → null", call: "f(1)", gives: "None" },
    // Containers
    { line: "x=1 → [2, [3]]", call: "f(1)", gives: "[2, [3]]" },
    { line: "x=1 → []", call: "f(1)", gives: "[]" },
    { line: "x=1 → result=(2, 3)", call: "f(1)", gives: "(2, 3)" },
    { line: "x=1 → result=(2, 3)", call: "f(1)", gives: "tuple([2, 3])" },
    { line: "x=1 → {2, 3}", call: "f(1)", gives: "{3, 2}" },
    { line: "x=1 → {2, 3}", call: "f(1)", gives: "frozenset({2, 3})" },
    { line: "x=1 → {2: 'a', 3: 'b'}", call: "f(1)", gives: "{3: 'b', 2: 'a'}" },
    { line: "x=1 → {}", call: "f(1)", gives: "{}" },
    { line: "x=1 → a=2, b=3", call: "f(1)", gives: "(2, 3)" },
    { line: "x=1 → a=2, b=3", call: "f(1)", gives: "Point(x=2, y=3)" },
    { line: "x=1 → a=2, b=3", call: "f(1)", gives: "{'a': 2, 'b': 3}" },
    // JSON has neither tuples nor sets.
    { line: '{"input": 1, "output": [2, 3]}', call: "f(1)", gives: "(2, 3)" },
    { line: '{"input": 1, "output": [2, 3]}', call: "f(1)", gives: "{3, 2}" },
    { line: '{"input": 1, "output": [[2], 3]}', call: "f(1)", gives: "[(2,), 3]" },
    { line: '{"input": 1, "output": {"x": 2, "y": 3}}', call: "f(1)", gives: "Point(y=3, x=2)" },
    {
      line: '{"input": 1, "output": {"x": 2, "y": [3]}}',
      call: "f(1)",
      gives: "{'y': [3], 'x': 2}",
    },
    {
      line: '{"input": 1, "output": {"totalCost": 2}}',
      call: "f(1)",
      gives: "Account(total_cost=2)",
    },
    { line: '{"input": 1, "output": {"7": "a"}}', call: "f(1)", gives: "{7: 'a'}" },
    { line: '{"input": 1, "output": {"red": 3}}', call: "f(1)", gives: "{Color.RED: 3}" },
    // Objects, members, moments
    { line: "x=1 → Point(2, 3)", call: "f(1)", gives: "Point(x=2, y=3)" },
    { line: "x=1 → Color.RED", call: "f(1)", gives: "Color.RED" },
    { line: "x=1 → 'red'", call: "f(1)", gives: "Color.RED" },
    { line: "x=1 → '2024-05-01'", call: "f(1)", gives: "date(2024, 5, 1)" },
    { line: "x=1 → '2024-05-01'", call: "f(1)", gives: "'2024-05-01'" },
    { line: "x=1 → date(2024, 5, 1)", call: "f(1)", gives: "date(2024, 5, 1)" },
    { line: "x=1 → Decimal('4.10')", call: "f(1)", gives: "Decimal('4.10')" },
    // Errors
    { line: "x=1 → raises ValueError", call: "f(1)", gives: error("ValueError") },
    { line: "x=1 → raises errors.TooBig", call: "f(1)", gives: error("TooBig") },
    {
      line: 'x=1 → raises ValueError("too big")',
      call: "f(1)",
      gives: error("ValueError", "too big"),
    },
    { line: 'x=1 → raises "too big"', call: "f(1)", gives: error("TooBig", "too big") },
    { line: "x=1 → raises KeyError(7)", call: "f(1)", gives: error("KeyError", "7") },
    { line: '{"input": 1, "output": "TOO_BIG"}', call: "f(1)", gives: error("TooBig", "TOO_BIG") },
  ]);
  refused([
    {
      line: "x=1 → 2",
      call: "f(1)",
      gives: "3",
      says: "must hold what the story expects, 2, as it",
    },
    { line: "x=1 → 2", call: "f(1)", gives: "'2'", says: "and nothing else; it is '2'" },
    { line: "x=1 → '2'", call: "f(1)", gives: "2", says: "and nothing else; it is 2" },
    { line: "x=1 → 2", call: "f(1)", gives: "-2", says: "and nothing else; it is -2" },
    { line: "x=1 → 2", call: "f(1)", gives: "[2]", says: "and nothing else; it is [2]" },
    { line: "x=1 → 2", call: "f(1)", gives: "Account(balance=2)", says: "and nothing else" },
    { line: "x=1 → True", call: "f(1)", gives: "1", says: "and nothing else" },
    { line: "x=1 → null", call: "f(1)", gives: "False", says: "and nothing else" },
    { line: "x=1 → [2, 3]", call: "f(1)", gives: "[2, 3, 4]", says: "and nothing else" },
    { line: "x=1 → [2, 3]", call: "f(1)", gives: "[2]", says: "and nothing else" },
    { line: "x=1 → [2, 3]", call: "f(1)", gives: "[3, 2]", says: "and nothing else" },
    { line: "x=1 → [2, 3]", call: "f(1)", gives: "(2, 3)", says: "and nothing else" },
    { line: "x=1 → [2, 3]", call: "f(1)", gives: "{2, 3}", says: "and nothing else" },
    { line: "x=1 → [[2], 3]", call: "f(1)", gives: "[2, [3]]", says: "and nothing else" },
    { line: "x=1 → result=(2, 3)", call: "f(1)", gives: "[2, 3]", says: "and nothing else" },
    { line: "x=1 → {2, 3}", call: "f(1)", gives: "[2, 3]", says: "and nothing else" },
    { line: "x=1 → {2, 3}", call: "f(1)", gives: "{2, 2}", says: "and nothing else" },
    { line: "x=1 → {}", call: "f(1)", gives: "[]", says: "something empty" },
    { line: "x=1 → {2: 'a'}", call: "f(1)", gives: "{2: 'b'}", says: "and nothing else" },
    { line: "x=1 → {2: 'a'}", call: "f(1)", gives: "{2: 'a', 3: 'b'}", says: "and nothing else" },
    { line: "x=1 → a=2, b=3", call: "f(1)", gives: "2", says: "and nothing else" },
    {
      line: '{"input": 1, "output": {"x": 2, "y": 3}}',
      call: "f(1)",
      gives: "Point(x=2, y=4)",
      says: "and nothing else",
    },
    {
      line: '{"input": 1, "output": {"x": 2, "y": 3}}',
      call: "f(1)",
      gives: "{'x': 2}",
      says: "and nothing else",
    },
    {
      line: '{"input": 1, "output": {"x": 2}}',
      call: "f(1)",
      gives: "{'z': 2}",
      says: "and nothing else",
    },
    {
      line: '{"input": 1, "output": {"x": 2}}',
      call: "f(1)",
      gives: "Point(x=2, y=3)",
      says: "and nothing else",
    },
    { line: "x=1 → Point(2, 3)", call: "f(1)", gives: "Point(x=3, y=2)", says: "and nothing else" },
    { line: "x=1 → Point(2, 3)", call: "f(1)", gives: "(2, 3)", says: "and nothing else" },
    { line: "x=1 → Color.RED", call: "f(1)", gives: "Color.BLUE", says: "and nothing else" },
    {
      line: "x=1 → '2024-05-01'",
      call: "f(1)",
      gives: "date(2024, 5, 2)",
      says: "and nothing else",
    },
    // Nothing that the code could change
    { line: "x=1 → 2", call: "f(1)", gives: "f(1)", says: "cannot call f: write the value itself" },
    { line: "x=1 → 2", call: "f(1)", gives: "LIMIT", says: "cannot hold LIMIT: write the value" },
    { line: "x=1 → 2", call: "f(1)", gives: "1 + 1", says: "cannot hold (1) + (1): write" },
    { line: "x=1 → 2", call: "f(1)", gives: "[2][0]", says: "cannot hold [2][0]: write the value" },
    {
      line: "x=1 → 2",
      call: "f(1)",
      gives: "Decimal(f(1))",
      says: "cannot call f: write the value",
    },
    { line: "x=1 → Point(2, 3)", call: "f(1)", gives: "Point(2, 3)", says: "must name the fields" },
    {
      line: "x=1 → 2",
      call: "f(1)",
      gives: "Account(_x=2)",
      says: "must name the fields of Account",
    },
    { line: "x=1 → 2", call: "f(1)", gives: "os.sep", says: "cannot hold os.sep" },
    { line: "x=1 → 2", call: "f(1)", gives: "Color._two", says: "cannot hold Color._two" },
    { line: "x=1 → 'a'", call: "f(1)", gives: "-'a'", says: "which is not a number" },
    { line: "x=1 → 'a'", call: "f(1)", gives: "io.StringIO('a')", says: "a stream has no value" },
    // Errors
    { line: "x=1 → 2", call: "f(1)", gives: error("KeyError"), says: "expects a value: `returns`" },
    { line: "x=1 → raises KeyError", call: "f(1)", gives: "'KeyError'", says: "expects an error" },
    {
      line: "x=1 → raises KeyError",
      call: "f(1)",
      gives: error("LookupError"),
      says: "`raises.type` must be KeyError",
    },
    {
      line: "x=1 → raises KeyError",
      call: "f(1)",
      gives: error("KeyError", "a"),
      says: "`raises.match` must be null",
    },
    {
      line: 'x=1 → raises KeyError("a")',
      call: "f(1)",
      gives: error("KeyError"),
      says: '`raises.match` must be "a"',
    },
    {
      line: 'x=1 → raises KeyError("a")',
      call: "f(1)",
      gives: error("KeyError", "b"),
      says: "`raises.match` must be",
    },
    {
      line: '{"input": 1, "output": "A"}',
      call: "f(1)",
      gives: error("TooBig", "B"),
      says: "`raises.match` must be",
    },
    {
      line: '{"input": 1, "output": "A"}',
      call: "f(1)",
      gives: error("TooBig"),
      says: "`raises.match` must be",
    },
  ]);
});

describe("the reason for having no executable form", () => {
  test.each<{ none: NoExecution["none"]; signature: string; line?: string; fits: boolean }>([
    { none: "files", signature: "read(path: Path) -> int", fits: true },
    { none: "files", signature: "write(rows, out: TextIO) -> int", fits: true },
    { none: "files", signature: "f(x: int) -> int", fits: false },
    { none: "prints", signature: "show(x) -> None", fits: true },
    { none: "prints", signature: "show(x)", fits: true },
    { none: "prints", signature: "f(x: int) -> int", fits: false },
    { none: "callback", signature: "each(xs, fn) -> int", fits: true },
    { none: "callback", signature: "each(xs, on_done: Callable) -> int", fits: true },
    { none: "callback", signature: "f(x: int) -> int", fits: false },
    { none: "several_calls", signature: "Account()", fits: true },
    { none: "several_calls", signature: "f(x: int) -> int", line: "x=1 → a=2, b=3", fits: true },
    { none: "several_calls", signature: "f(x: int) -> int", fits: false },
  ])("$none fits $signature: $fits", ({ none, signature, line = "x=1 → 2", fits }) => {
    const problem = noExecutionProblem({ none }, exampleIn(line), promisesFrom([signature]));
    expect(problem).toBe(
      fits ? null : `"none": "${none}" does not fit any signature of the design`,
    );
  });
});
