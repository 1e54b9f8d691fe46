import { describe, expect, test } from "vitest";
import { readExpression, readStatement } from "../../../src/contract/read-python.ts";
import { pythonOf, pythonOfStatement } from "../../../src/contract/write-python.ts";
import { READ } from "./python-forms.ts";

const again = (text: string): string => {
  const read = readExpression(text);
  return read.ok ? pythonOf(read.value) : read.problem;
};

describe("an expression", () => {
  test.each(READ.map(([written, form]) => ({ written, form })))(
    "is read: $written",
    ({ written, form }) => {
      expect(again(written)).toBe(form);
    },
  );

  test.each<{ text: string; says: string }>([
    // Nothing, several, or something else than an expression
    ...["", "  ", "f(1)\ng(2)", "f(1", "f(1))", "f(1 2)", "[1,,2]", "f(,)", "(,)"].map((text) => ({
      text,
      says: "is not one Python expression",
    })),
    ...["{1: 2, 3}", "{1, 2: 3}", "'a", "'a\nb'", "a if b", "(yield)", "$x", "`x`", "x?", "1L"].map(
      (text) => ({ text, says: "is not one Python expression" }),
    ),
    ...["0b12", "0o8", "0x", "1e", "5.", "f(class=1)", "f((a)=1)", "ur'x'", "t'x'", "bu''"].map(
      (text) => ({ text, says: "is not one Python expression" }),
    ),
    { text: "1, 2", says: "is a tuple without parentheses" },
    ...[
      "f(1);",
      "f(1); g(2)",
      "yield 1",
      "import os",
      "pass",
      "del x",
      "assert x",
      "x = y = 1",
    ].map((text) => ({ text, says: "is neither a call nor an assignment to one name" })),
    ...["x += 1", "x: int = 1", "x, y = 1, 2", "(x) = 1", "x.y = 1", "x[0] = 1", "None = 1"].map(
      (text) => ({ text, says: "is neither a call nor an assignment to one name" }),
    ),
    { text: "x = 1", says: "is an assignment, not an expression" },
    // Forms that run code of their own
    { text: "lambda: 1", says: "holds a lambda: lambda: 1" },
    { text: "f(lambda x: x)", says: "holds a lambda: lambda x: x" },
    { text: "a if b else c", says: "holds a condition: a if b else c" },
    { text: "[x for x in y]", says: "holds a comprehension: [x for x in y]" },
    { text: "{x for x in y}", says: "holds a comprehension: {x for x in y}" },
    { text: "{x: x for x in y}", says: "holds a comprehension: {x: x for x in y}" },
    { text: "(x for x in y)", says: "holds a comprehension: (x for x in y)" },
    { text: "f(x for x in y)", says: "holds a comprehension" },
    { text: "(x := 1)", says: "holds an assignment within an expression: x := 1" },
    { text: "f(x := 1)", says: "holds an argument that is not Python" },
    { text: "f'{x}'", says: "holds an f-string: f'{x}'" },
    { text: "'a' f'{x}'", says: "holds an f-string: 'a' f'{x}'" },
    { text: "f(*a)", says: "unpacks" },
    { text: "f(**a)", says: "unpacks" },
    { text: "[*a]", says: "unpacks" },
    { text: "{**a}", says: "unpacks" },
    // Operators
    { text: "not x", says: "holds an operator that is no sign: not x" },
    { text: "~x", says: "holds an operator that is no sign: ~x" },
    { text: "a and b", says: "holds an operator that examples cannot have: a and b" },
    { text: "a is b", says: "holds an operator that examples cannot have: a is b" },
    { text: "a is not b", says: "holds an operator that examples cannot have: a is not b" },
    { text: "a <> b", says: "holds an operator that examples cannot have: a <> b" },
    // Python compares each with the next; read in pairs it would be something else.
    { text: "1 < x < 2", says: "compares more than two values in a row" },
    { text: "a == b not in c", says: "compares more than two values in a row" },
    // What an await reaches is not the same to every reader.
    { text: "await f(1) + g(1)", says: "awaits what is no call or name" },
    { text: "await -x", says: "awaits what is no call or name" },
    // Other forms
    { text: "a[1:2]", says: "holds a slice" },
    { text: "a[1, 2]", says: "holds a slice" },
    { text: "...", says: "holds an ellipsis: ..." },
    { text: "f(1, # one\n 2)", says: "holds a comment: # one" },
    { text: "f(1) # one", says: "holds a comment" },
    { text: "# one\nf(1)", says: "holds a comment" },
    { text: "f(a=1, 2)", says: "has an argument without a name behind one with a name" },
    { text: "f(a=1, a=2)", says: "names an argument twice" },
    { text: "0777", says: "holds 0777, which is no number" },
    { text: "1_", says: "holds 1_, which is no number" },
    { text: "1__0", says: "holds 1__0, which is no number" },
    { text: "1.e5", says: "holds a number that ends in a point: write 1.0" },
    // What Python reads as something else
    { text: "ｅval(1)", says: "holds ｅval, which Python reads as eval" },
    { text: "a.＿＿class＿＿", says: "holds ＿＿class＿＿, which Python reads as __class__" },
    { text: "f(ａ=1)", says: "holds ａ, which Python reads as a" },
    { text: "a.class", says: "holds class, which is no name" },
    { text: "'\\N{BULLET}'", says: "holds a character by its name" },
    { text: "'\\x4'", says: "holds an escape that is not Python" },
    { text: "'\\u12'", says: "holds an escape that is not Python" },
    { text: "b'\\x4'", says: "holds an escape that is not Python" },
    { text: "'\\U00110000'", says: "holds a character that does not exist" },
    { text: "b'\\400'", says: "holds a character that does not exist" },
    { text: "'\\ud83d\\ude00'", says: "holds half of a character" },
    { text: "b'é'", says: "holds bytes with letters that are none" },
    { text: "b'a' 'b'", says: "joins bytes and text" },
    { text: `${"(".repeat(40)}1${")".repeat(40)}`, says: "is nested deeper than 24" },
  ])("is refused: $text $says", ({ text, says }) => {
    const read = readExpression(text);
    expect(read.ok ? null : read.problem).toContain(`${JSON.stringify(text)} ${says}`);
  });
});

describe("a statement", () => {
  test.each<{ text: string; statement: string }>([
    { text: "x = f(1)", statement: "x = f(1)" },
    { text: "größe=1", statement: "größe = 1" },
    { text: "x = await f()", statement: "x = await f()" },
    { text: "x.add(1)", statement: "x.add(1)" },
  ])("may be $text", ({ text, statement }) => {
    const read = readStatement(text);
    expect(read.ok && pythonOfStatement(read.value)).toBe(statement);
  });

  test("cannot give a value to a name that Python reads as another", () => {
    expect(readStatement("ｌist = 1")).toEqual({
      ok: false,
      problem: '"ｌist = 1" holds ｌist, which Python reads as list',
    });
  });
});
