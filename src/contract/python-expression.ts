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

/** An expression with everything within it. */
export function partsOf(expression: Expression): Expression[] {
  return [expression, ...innerOf(expression).flatMap(partsOf)];
}

/** What stands directly within an expression. */
export function innerOf(expression: Expression): Expression[] {
  switch (expression.kind) {
    case "list":
    case "tuple":
    case "set":
      return [...expression.items];
    case "dict":
      return expression.entries.flatMap(({ key, value }) => [key, value]);
    case "attribute":
    case "subscript":
      return [expression.object];
    case "call":
      return [expression.callee, ...expression.arguments.map(({ value }) => value)];
    case "sign":
    case "await":
      return [expression.operand];
    case "operation":
      return [expression.left, expression.right];
    case "constant":
    case "name":
    case "number":
    case "text":
    default:
      return [];
  }
}
