import type { SyntaxNode, Tree } from "@lezer/common";
import { parser } from "@lezer/python";
import type { Expression, Statement } from "./python-expression.ts";
import { NotAllowed, textIn } from "./python-literals.ts";

export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: string };

/** Reads one expression and nothing else. */
export function readExpression(text: string): Read<Expression> {
  const read = readStatement(text);
  if (!read.ok) return read;
  if (read.value.target !== null) return failed(text, "is an assignment, not an expression");
  return { ok: true, value: read.value.value };
}

/** Reads an expression, or an assignment to one name. */
export function readStatement(text: string): Read<Statement> {
  const tree = parser.parse(text);
  const statements = childrenOf(tree.topNode);
  const [statement] = statements;
  if (statements.some(({ name }) => name === "Comment")) return failed(text, "holds a comment");
  if (statement === undefined || statements.length > 1 || hasFault(tree)) {
    return failed(text, "is not one Python expression");
  }
  try {
    return { ok: true, value: statementOf(statement, text) };
  } catch (error) {
    if (error instanceof NotAllowed) return failed(text, error.message);
    throw error;
  }
}

/** Whether the parser had to leave something out, or to think it in. */
function hasFault(tree: Tree): boolean {
  let found = false;
  tree.iterate({ enter: ({ type }) => void (found ||= type.isError) });
  return found;
}

function failed<T>(text: string, problem: string): Read<T> {
  return { ok: false, problem: `${JSON.stringify(text)} ${problem}` };
}

function statementOf(node: SyntaxNode, text: string): Statement {
  const parts = childrenOf(node);
  if (node.name === "ExpressionStatement" && parts.length === 1) {
    return { target: null, value: expressionOf(parts[0]!, text) };
  }
  const [target, sign, value] = parts;
  if (
    node.name === "AssignStatement" &&
    parts.length === 3 &&
    target?.name === "VariableName" &&
    sign?.name === "AssignOp"
  ) {
    return { target: nameIn(target, text), value: expressionOf(value!, text) };
  }
  throw new NotAllowed(
    node.name === "ExpressionStatement" && sign?.name === ","
      ? "is a tuple without parentheses"
      : "is neither a call nor an assignment to one name",
  );
}

const DEEPEST = 24;

function expressionOf(node: SyntaxNode, text: string, depth = 0): Expression {
  if (depth > DEEPEST) throw new NotAllowed(`is nested deeper than ${DEEPEST}`);
  const inner = (child: SyntaxNode): Expression => expressionOf(child, text, depth + 1);
  const written = textOf(node, text);
  const parts = childrenOf(node);
  switch (node.name) {
    case "Number":
      if (!NUMBER.test(written)) throw new NotAllowed(`holds ${written}, which is no number`);
      return { kind: "number", text: written };
    case "String":
      return textIn([written]);
    case "ContinuedString":
      if (parts.some(({ name }) => name !== "String")) break;
      return textIn(parts.map((part) => textOf(part, text)));
    case "Boolean":
    case "None":
      return constantOf(written);
    case "ArrayExpression":
      return { kind: "list", items: separated(node).map(inner) };
    case "TupleExpression":
      return { kind: "tuple", items: separated(node).map(inner) };
    case "SetExpression":
      return { kind: "set", items: separated(node).map(inner) };
    case "DictionaryExpression":
      return { kind: "dict", entries: entriesOf(node, inner) };
    case "VariableName":
      return { kind: "name", name: nameIn(node, text) };
    case "ParenthesizedExpression": {
      const [only, ...more] = parts.filter(({ name }) => name !== "(" && name !== ")");
      if (only === undefined || more.length > 0) break;
      return inner(only);
    }
    case "MemberExpression":
      return memberOf(parts, text, inner);
    case "CallExpression": {
      const [callee, list] = parts;
      if (callee === undefined || list?.name !== "ArgList") break;
      return { kind: "call", callee: inner(callee), arguments: argumentsOf(list, text, inner) };
    }
    case "UnaryExpression": {
      const [sign, operand] = parts;
      const operator = sign === undefined ? "" : textOf(sign, text);
      if (operand === undefined || (operator !== "-" && operator !== "+")) break;
      return { kind: "sign", sign: operator, operand: inner(operand) };
    }
    case "AwaitExpression":
      if (parts.length !== 2) break;
      // To the parser what is awaited goes further than to Python.
      if (!PRIMARY.has(parts[1]!.name)) throw new NotAllowed("awaits what is no call or name");
      return { kind: "await", operand: inner(parts[1]!) };
    case "BinaryExpression": {
      const [left, ...rest] = parts;
      const right = rest.pop();
      const operator = rest.map((part) => textOf(part, text)).join(" ");
      if (left === undefined || right === undefined || !OPERATORS.has(operator)) break;
      // `1 < x < 2` asks twice: it is not `(1 < x) < 2`.
      if (COMPARISONS.has(operator) && [left, right].some((side) => isComparison(side, text))) {
        throw new NotAllowed("compares more than two values in a row");
      }
      return { kind: "operation", left: inner(left), operator, right: inner(right) };
    }
    default:
  }
  throw new NotAllowed(`holds ${FORMS[node.name] ?? "a form that is not Python"}: ${written}`);
}

function constantOf(name: string): Expression {
  if (name === "True" || name === "False" || name === "None") return { kind: "constant", name };
  throw new NotAllowed(`holds ${name}, which is no constant`);
}

const PRIMARY = new Set([
  "CallExpression",
  "VariableName",
  "MemberExpression",
  "ParenthesizedExpression",
]);

const OPERATORS = new Set(
  "+ - * / // % ** @ | & ^ << >> == != < <= > >= in".split(" ").concat("not in"),
);

const COMPARISONS = new Set(["==", "!=", "<", "<=", ">", ">=", "in", "not in"]);

function isComparison(node: SyntaxNode, text: string): boolean {
  if (node.name !== "BinaryExpression") return false;
  const operator = childrenOf(node).slice(1, -1);
  return COMPARISONS.has(operator.map((part) => textOf(part, text)).join(" "));
}

/** As Python reads them; the parser takes more than that. */
const NUMBER =
  /^(?:0[xX](?:_?[\da-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|(?:(?:0(?:_?0)*|[1-9](?:_?\d)*)|(?:\d(?:_?\d)*)?\.\d(?:_?\d)*|\d(?:_?\d)*\.)|(?:\d(?:_?\d)*(?:\.(?:\d(?:_?\d)*)?)?|\.\d(?:_?\d)*)(?:[eE][+-]?\d(?:_?\d)*|[jJ]|[eE][+-]?\d(?:_?\d)*[jJ]))$/u;

/** What is said of the forms that are well known, and not for examples. */
const FORMS: Readonly<Record<string, string>> = {
  FormatString: "an f-string",
  ContinuedString: "an f-string",
  LambdaExpression: "a lambda",
  ConditionalExpression: "a condition",
  ComprehensionExpression: "a comprehension",
  ArrayComprehensionExpression: "a comprehension",
  SetComprehensionExpression: "a comprehension",
  DictionaryComprehensionExpression: "a comprehension",
  NamedExpression: "an assignment within an expression",
  UnaryExpression: "an operator that is no sign",
  BinaryExpression: "an operator that examples cannot have",
  MemberExpression: "a slice",
  Ellipsis: "an ellipsis",
  Comment: "a comment",
  for: "a comprehension",
  YieldExpression: "a yield",
};

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) found.push(child);
  return found;
}

function textOf(node: SyntaxNode, text: string): string {
  return text.slice(node.from, node.to);
}

const KEYWORDS = new Set(
  "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield".split(
    " ",
  ),
);

/** A name that Python reads as it stands here: letters of other widths and forms become plain ones there. */
function nameIn(node: SyntaxNode, text: string): string {
  const name = textOf(node, text);
  if (KEYWORDS.has(name)) throw new NotAllowed(`holds ${name}, which is no name`);
  if (name.normalize("NFKC") !== name) {
    throw new NotAllowed(`holds ${name}, which Python reads as ${name.normalize("NFKC")}`);
  }
  if (!/^[\p{ID_Start}_]\p{ID_Continue}*$/u.test(name)) {
    throw new NotAllowed(`holds ${name}, which is no name`);
  }
  return name;
}

const PUNCTUATION = new Set(["(", ")", "[", "]", "{", "}", ","]);

/** What stands between the commas of a container. */
function separated(node: SyntaxNode): SyntaxNode[] {
  const parts = childrenOf(node).filter(({ name }) => !PUNCTUATION.has(name));
  if (parts.some(({ name }) => name === "*" || name === "**")) throw new NotAllowed("unpacks");
  return parts;
}

function entriesOf(
  node: SyntaxNode,
  inner: (child: SyntaxNode) => Expression,
): { key: Expression; value: Expression }[] {
  const parts = separated(node).filter(({ name }) => name !== ":");
  if (parts.length % 2 !== 0) throw new NotAllowed("holds a dictionary that is not Python");
  return parts.flatMap((key, index) =>
    index % 2 === 0 ? [{ key: inner(key), value: inner(parts[index + 1]!) }] : [],
  );
}

function memberOf(
  parts: readonly SyntaxNode[],
  text: string,
  inner: (child: SyntaxNode) => Expression,
): Expression {
  const [object, sign, member, end] = parts;
  if (object !== undefined && sign?.name === "." && member?.name === "PropertyName") {
    if (object.name === "Number" && object.to === sign.from) {
      throw new NotAllowed(`holds a number that ends in a point: write ${textOf(object, text)}.0`);
    }
    return { kind: "attribute", object: inner(object), name: nameIn(member, text) };
  }
  if (object === undefined || sign?.name !== "[" || end?.name !== "]" || parts.length !== 4) {
    throw new NotAllowed("holds a slice");
  }
  return { kind: "subscript", object: inner(object), index: inner(member!) };
}

function argumentsOf(
  list: SyntaxNode,
  text: string,
  inner: (child: SyntaxNode) => Expression,
): { name: string | null; value: Expression }[] {
  const found: { name: string | null; value: Expression }[] = [];
  const parts = separated(list);
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]!;
    const [sign, value] = [parts[at + 1], parts[at + 2]];
    if (sign?.name !== "AssignOp") {
      found.push({ name: null, value: inner(part) });
      continue;
    }
    if (part.name !== "VariableName" || value === undefined || textOf(sign, text) !== "=") {
      throw new NotAllowed("holds an argument that is not Python");
    }
    found.push({ name: nameIn(part, text), value: inner(value) });
    at += 2;
  }
  const names = found.flatMap((each) => each.name ?? []);
  if (new Set(names).size < names.length) throw new NotAllowed("names an argument twice");
  const firstNamed = found.findIndex((each) => each.name !== null);
  if (firstNamed >= 0 && found.slice(firstNamed).some((each) => each.name === null)) {
    throw new NotAllowed("has an argument without a name behind one with a name");
  }
  return found;
}
