import type { SyntaxNode, Tree } from "@lezer/common";
import { parser } from "@lezer/python";

/** A Python expression of the kind that an example may hold: no lambdas, conditions, comprehensions or f-strings. */
export type Expression =
  /** As Python writes it, a sign apart. */
  | { readonly kind: "number"; readonly text: string }
  | { readonly kind: "text"; readonly text: string; readonly isBytes: boolean }
  | { readonly kind: "constant"; readonly name: "True" | "False" | "None" }
  | { readonly kind: "list" | "tuple" | "set"; readonly items: readonly Expression[] }
  | {
      readonly kind: "dict";
      readonly entries: readonly { readonly key: Expression; readonly value: Expression }[];
    }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "attribute"; readonly object: Expression; readonly name: string }
  | CallExpression
  | { readonly kind: "sign"; readonly sign: "+" | "-"; readonly operand: Expression }
  | { readonly kind: "await"; readonly operand: Expression }
  | { readonly kind: "subscript"; readonly object: Expression; readonly index: Expression }
  | {
      readonly kind: "operation";
      readonly left: Expression;
      readonly operator: string;
      readonly right: Expression;
    };

export interface CallExpression {
  readonly kind: "call";
  readonly callee: Expression;
  readonly arguments: readonly { readonly name: string | null; readonly value: Expression }[];
}

/** A statement of a preparation: a call, or a value that gets a name. */
export interface Statement {
  readonly target: string | null;
  readonly value: Expression;
}

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

/** A form that examples cannot hold. */
class NotAllowed extends Error {}

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

/** String literals that stand side by side. */
function textIn(literals: readonly string[]): Expression {
  const parts = literals.map((literal) => {
    const found = /^([uU]|[bB]?[rR]?|[rR][bB])("""|'''|"|')([\s\S]*)\2$/u.exec(literal);
    if (found === null) throw new NotAllowed(`holds text that has no end: ${literal}`);
    const [, prefix = "", , written = ""] = found;
    // As Python reads its files.
    const content = written.replaceAll(/\r\n?/gu, "\n");
    const isBytes = /b/iu.test(prefix);
    if (isBytes && /[^\0-\u007f]/u.test(content)) {
      throw new NotAllowed("holds bytes with letters that are none");
    }
    return { isBytes, text: /r/iu.test(prefix) ? content : unescaped(content, isBytes) };
  });
  const isBytes = parts.every((part) => part.isBytes);
  if (!isBytes && parts.some((part) => part.isBytes)) {
    throw new NotAllowed("joins bytes and text");
  }
  return { kind: "text", text: parts.map((part) => part.text).join(""), isBytes };
}

const ESCAPES: Readonly<Record<string, string>> = {
  "\n": "",
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\u0007",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

const ESCAPE = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{1,3})|([\s\S]))/gu;

function unescaped(content: string, isBytes: boolean): string {
  return content.replace(
    ESCAPE,
    (
      whole: string,
      byte?: string,
      unit?: string,
      point?: string,
      octal?: string,
      sign: string = "",
    ) => {
      if (byte !== undefined) return character(Number.parseInt(byte, 16));
      if (octal !== undefined) return character(Number.parseInt(octal, 8), isBytes);
      const wide = unit ?? point;
      if (wide !== undefined) return isBytes ? whole : character(Number.parseInt(wide, 16));
      if (sign === "N" && !isBytes) throw new NotAllowed("holds a character by its name");
      if (sign === "x" || (/[uU]/u.test(sign) && !isBytes)) {
        throw new NotAllowed("holds an escape that is not Python");
      }
      return ESCAPES[sign] ?? whole;
    },
  );
}

function character(code: number, isByte = false): string {
  if (code > (isByte ? 0xff : 0x10_ff_ff)) {
    throw new NotAllowed("holds a character that does not exist");
  }
  // Two halves are one character here, and two in Python.
  if (code >= 0xd8_00 && code <= 0xdf_ff) throw new NotAllowed("holds half of a character");
  return String.fromCodePoint(code);
}

/**
 * The expression as Python, made from what was read: what is checked is what is run, whatever another reader may see in
 * the text.
 */
export function pythonOf(expression: Expression): string {
  switch (expression.kind) {
    case "number":
      return expression.text;
    case "text":
      return literalOf(expression.text, expression.isBytes);
    case "constant":
    case "name":
      return expression.name;
    case "list":
      return `[${expression.items.map(pythonOf).join(", ")}]`;
    case "tuple":
      return `(${expression.items.map(pythonOf).join(", ")}${expression.items.length === 1 ? "," : ""})`;
    case "set":
      return expression.items.length === 0
        ? "set()"
        : `{${expression.items.map(pythonOf).join(", ")}}`;
    case "dict":
      return `{${expression.entries.map(({ key, value }) => `${pythonOf(key)}: ${pythonOf(value)}`).join(", ")}}`;
    case "attribute":
      return `${grouped(expression.object)}.${expression.name}`;
    case "call":
      return `${grouped(expression.callee)}(${expression.arguments.map(argumentOf).join(", ")})`;
    case "sign":
      return expression.operand.kind === "number"
        ? `${expression.sign}${expression.operand.text}`
        : `${expression.sign}${grouped(expression.operand)}`;
    case "await":
      return ["call", "name", "attribute"].includes(expression.operand.kind)
        ? `await ${pythonOf(expression.operand)}`
        : `await (${pythonOf(expression.operand)})`;
    case "subscript":
      return `${grouped(expression.object)}[${pythonOf(expression.index)}]`;
    case "operation":
      return `${grouped(expression.left)} ${expression.operator} ${grouped(expression.right)}`;
    default:
      return expression satisfies never;
  }
}

export function pythonOfStatement({ target, value }: Statement): string {
  return target === null ? pythonOf(value) : `${target} = ${pythonOf(value)}`;
}

function argumentOf({ name, value }: CallExpression["arguments"][number]): string {
  return name === null ? pythonOf(value) : `${name}=${pythonOf(value)}`;
}

/** Whatever an operator could pull apart stands in parentheses. */
function grouped(expression: Expression): string {
  const isWhole = ["name", "attribute", "call", "list", "tuple", "set", "dict", "text"].includes(
    expression.kind,
  );
  return isWhole ? pythonOf(expression) : `(${pythonOf(expression)})`;
}

function literalOf(text: string, isBytes: boolean): string {
  const signs = Array.from(text, (sign) => {
    const code = sign.codePointAt(0)!;
    if (sign === "'" || sign === "\\") return `\\${sign}`;
    if (code >= 0x20 && code < 0x7f) return sign;
    if (code < 0x100) return `\\x${hex(code, 2)}`;
    return code < 0x1_00_00 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
  });
  return `${isBytes ? "b" : ""}'${signs.join("")}'`;
}

function hex(code: number, length: number): string {
  return code.toString(16).padStart(length, "0");
}
