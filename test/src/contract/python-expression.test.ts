import { execFileSync } from "node:child_process";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Expression,
  pythonOf,
  pythonOfStatement,
  readExpression,
  readStatement,
} from "../../../src/contract/python-expression.ts";
import { counterexample } from "../../support/counterexample.ts";

/** Every form that is read, as it is written again. */
const READ: readonly (readonly [written: string, again: string])[] = [
  // Numbers
  ["0", "0"],
  ["00", "00"],
  ["1_000", "1_000"],
  ["0x_1F", "0x_1F"],
  ["0o17", "0o17"],
  ["0B1_0", "0B1_0"],
  ["4.10", "4.10"],
  [".5", ".5"],
  ["1e-3", "1e-3"],
  ["1.5E+3", "1.5E+3"],
  ["1j", "1j"],
  ["1.5J", "1.5J"],
  ["-1", "-1"],
  ["+1", "+1"],
  ["- - x", "-(-x)"],
  ["-x ** 2", "-(x ** (2))"],
  // Texts
  ["'a'", "'a'"],
  ['"it\'s"', "'it\\'s'"],
  ["'''a'''", "'a'"],
  ["''", "''"],
  ["'a' \"b\"", "'ab'"],
  ["u'x'", "'x'"],
  ["r'\\n'", "'\\\\n'"],
  ["'\\n\\t\\\\'", "'\\x0a\\x09\\\\'"],
  ["'\\a\\b\\f\\r\\v\\\"\\''", "'\\x07\\x08\\x0c\\x0d\\x0b\"\\''"],
  ["'\\x41\\u00e9\\U0001F600\\101'", "'A\\xe9\\U0001f600A'"],
  ["'é→😀'", "'\\xe9\\u2192\\U0001f600'"],
  ["'a\\\nb'", "'ab'"],
  ['"""a\r\nb\rc"""', "'a\\x0ab\\x0ac'"],
  ["'\\q'", "'\\\\q'"],
  ["b'\\xff\\377a'", "b'\\xff\\xffa'"],
  ["b'\\u0041\\N{x}'", "b'\\\\u0041\\\\N{x}'"],
  ["rb'\\x'", "b'\\\\x'"],
  ["Br'\\x' b'a'", "b'\\\\xa'"],
  // Constants, containers
  ["True", "True"],
  ["None", "None"],
  ["[]", "[]"],
  ["[1, [2]]", "[1, [2]]"],
  ["[1,]", "[1]"],
  ["()", "()"],
  ["(1,)", "(1,)"],
  ["(1, 2)", "(1, 2)"],
  ["(1)", "1"],
  ["{1, 2}", "{1, 2}"],
  ["{}", "{}"],
  ["{'a': 1, (1, 2): [3],}", "{'a': 1, (1, 2): [3]}"],
  // Names, attributes, calls
  ["x", "x"],
  ["größe", "größe"],
  ["match", "match"],
  ["a.b.c", "a.b.c"],
  ["a \\\n.b", "a.b"],
  ["(5).real", "(5).real"],
  ["f()", "f()"],
  [" f(1)", "f(1)"],
  ["f(1)\n", "f(1)"],
  ["f(1, b=2,)", "f(1, b=2)"],
  ["f(a = 1)", "f(a=1)"],
  ["f(1).g()[0]", "f(1).g()[0]"],
  ["f(1)(2)", "f(1)(2)"],
  ["a['b']", "a['b']"],
  ["a[-1]", "a[-1]"],
  ["await f()", "await f()"],
  ["(await f())[0]", "(await f())[0]"],
  ["await (await f())", "await (await f())"],
  // Operators
  ["a + b * c", "a + (b * c)"],
  ["a ** b ** c", "a ** (b ** c)"],
  ["a not in b", "a not in b"],
  ["a  not\tin b", "a not in b"],
  ["a == (b == c)", "a == (b == c)"],
];

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

const NAME = fc.constantFrom("x", "value", "größe", "f", "Point", "match");
const OPERATOR = fc.constantFrom(..."+ - * / // % ** @ | & ^ << >> == != < <= > >= in".split(" "));

const { expressions } = fc.letrec<{ expressions: Expression; leaf: Expression }>((tie) => {
  const inner = tie("expressions");
  const some = fc.array(inner, { maxLength: 3 });
  return {
    leaf: fc.oneof(
      fc
        .constantFrom("0", "17", "1_0", "0x1F", "4.10", "1e5", "2j")
        .map((text): Expression => ({ kind: "number", text })),
      fc
        .string({ unit: "grapheme" })
        .map((text): Expression => ({ kind: "text", text, isBytes: false })),
      fc
        .string({ unit: "binary-ascii" })
        .map((text): Expression => ({ kind: "text", text, isBytes: true })),
      fc
        .constantFrom("True" as const, "False" as const, "None" as const)
        .map((name): Expression => ({ kind: "constant", name })),
      NAME.map((name): Expression => ({ kind: "name", name })),
    ),
    expressions: fc.oneof(
      { maxDepth: 4, depthSize: "small" },
      tie("leaf"),
      fc
        .tuple(fc.constantFrom("list" as const, "tuple" as const), some)
        .map(([kind, items]): Expression => ({ kind, items })),
      fc
        .array(inner, { minLength: 1, maxLength: 3 })
        .map((items): Expression => ({ kind: "set", items })),
      fc
        .array(fc.record({ key: inner, value: inner }), { maxLength: 3 })
        .map((entries): Expression => ({ kind: "dict", entries })),
      fc
        .tuple(inner, NAME)
        .map(([object, name]): Expression => ({ kind: "attribute", object, name })),
      fc.tuple(inner, some, fc.option(inner)).map(([callee, values, named]): Expression => ({
        kind: "call",
        callee,
        arguments: [
          ...values.map((value) => ({ name: null, value })),
          ...(named === null ? [] : [{ name: "key", value: named }]),
        ],
      })),
      fc
        .tuple(fc.constantFrom("+" as const, "-" as const), inner)
        .map(([sign, operand]): Expression => ({ kind: "sign", sign, operand })),
      inner.map((operand): Expression => ({ kind: "await", operand })),
      fc
        .tuple(inner, inner)
        .map(([object, index]): Expression => ({ kind: "subscript", object, index })),
      fc.tuple(inner, OPERATOR, inner).map(([left, operator, right]): Expression => ({
        kind: "operation",
        left,
        operator,
        right,
      })),
    ),
  };
});

/** Pieces from which texts are made that look like Python, or nearly. */
const PIECES = fc.constantFrom(
  ..."( ) [ ] { } , : . = == := + - * ** < in not is await lambda if else for f x Point 1 0x1 .5 1_0 'a' \"b\" b'c' f'{x}' r'\\' ''' \\ # ; @ _ __class__ None True … é".split(
    " ",
  ),
  " ",
  "\n",
);
const HOSTILE = fc.oneof(
  fc.array(PIECES, { maxLength: 12 }).map((pieces) => pieces.join("")),
  fc.array(PIECES, { maxLength: 12 }).map((pieces) => pieces.join(" ")),
  fc.string({ unit: "binary" }),
);

describe("what is read and written again", () => {
  test("is the same expression", () => {
    const isSame = (expression: Expression): boolean => {
      const read = readExpression(pythonOf(expression));
      return read.ok && JSON.stringify(read.value) === JSON.stringify(expression);
    };
    expect(counterexample(expressions, isSame)).toBeNull();
  });

  test("is what Python reads in the text, whatever the text is", () => {
    const hostile = fc.sample(HOSTILE, { numRuns: 30_000, seed: 16 });
    const made = fc.sample(expressions, { numRuns: 1_000, seed: 16 }).map(pythonOf);
    const texts = [...READ.map(([written]) => written), ...made, ...hostile];
    const pairs = texts.flatMap((text) => {
      const read = readStatement(text);
      return read.ok ? [[text, pythonOfStatement(read.value)] as const] : [];
    });
    expect(pairs.length).toBeGreaterThan(1_500);
    expect(differences(pairs)).toEqual([]);
  }, 60_000);

  test("is never an exception, however deep the text goes", () => {
    for (const piece of ["(", "[", "{", "f(", "-", "not ", "a.", "'", "1+", "await ", "a[0]"]) {
      expect(() => readStatement(piece.repeat(4_000))).not.toThrow();
    }
  });
});

/** The pairs whose two texts are not the same to Python. */
function differences(pairs: readonly (readonly [string, string])[]): unknown[] {
  const program = `
import ast, json, sys, warnings
warnings.simplefilter("ignore")
def tree(text):
    try:
        found = ast.parse(text.strip(" \\t\\f\\n"))
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        return str(error)
    for node in ast.walk(found):
        if isinstance(node, ast.Constant):
            node.kind = None
    return ast.dump(found)
print(json.dumps([pair for pair in json.load(sys.stdin) if tree(pair[0]) != tree(pair[1])]))
`;
  return JSON.parse(
    execFileSync("python3", ["-c", program], { input: JSON.stringify(pairs), encoding: "utf8" }),
  ) as unknown[];
}
