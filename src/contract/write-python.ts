import type { CallExpression, Expression, Statement } from "./python-expression.ts";

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
