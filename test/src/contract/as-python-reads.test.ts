import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import type { Expression } from "../../../src/contract/python-expression.ts";
import { readExpression, readStatement } from "../../../src/contract/read-python.ts";
import { pythonOf, pythonOfStatement } from "../../../src/contract/write-python.ts";
import { counterexample } from "../../support/counterexample.ts";
import * as fc from "../../support/properties.ts";
import { READ } from "./python-forms.ts";

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

function isSame(expression: Expression): boolean {
  const read = readExpression(pythonOf(expression));
  return read.ok && JSON.stringify(read.value) === JSON.stringify(expression);
}

describe("what is read and written again", () => {
  test("is the same expression", () => {
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
  const output = execFileSync("python3", ["-c", program], {
    input: JSON.stringify(pairs),
    encoding: "utf8",
  });
  const found: unknown = JSON.parse(output);
  if (!Array.isArray(found)) throw new Error(output);
  return found;
}
