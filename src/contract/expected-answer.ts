import type { Example } from "../story/example.ts";
import type { Value } from "../story/values.ts";
import type { ExecutableExample } from "../task/design.ts";
import {
  CONSTANTS,
  constructorOf,
  dottedName,
  isMember,
  isSameLeaf,
  lastName,
  leavesIn,
  storyLeaves,
  takesSign,
} from "./design-values.ts";
import type { Promises } from "./promises.ts";
import type { CallExpression, Expression } from "./python-expression.ts";
import { pythonOf } from "./write-python.ts";

interface Answer {
  readonly returns: Expression | null;
  readonly raises: ExecutableExample["raises"];
}

/** Why what an example expects is not what the story says. */
export function answerProblems(
  { returns, raises }: Answer,
  example: Example,
  promises: Promises,
): string[] {
  const [first] = example.expected;
  if (first?.kind === "error") {
    return raises === null
      ? ["the story expects an error: `raises` must say it"]
      : errorProblems(raises, first);
  }
  if (returns === null) {
    // What a story calls an output may be what an error has to say: `"output": "TOO_LATE"`.
    return first?.kind === "text" && example.expected.length === 1 && raises !== null
      ? errorProblems(raises, { kind: "error", name: null, message: first })
      : ["the story expects a value: `returns` must say it"];
  }
  const problems = formProblems(returns, promises);
  if (problems.length > 0) return problems;
  const said = example.expected;
  const isJson = example.form === "json";
  const isSaid =
    said.length === 1
      ? isSame(returns, said[0]!, isJson)
      : isSameSequence(itemsOf(returns), said, isJson);
  if (isSaid) return [];
  return [
    `\`returns\` must hold what the story expects, ${said.flatMap(storyLeaves).map(shown).join(", ") || "something empty"}, as it is nested there and nothing else; it is ${pythonOf(returns)}`,
  ];
}

function shown(value: Value): string {
  if (value.kind === "text") return JSON.stringify(value.text);
  if (value.kind === "number") return value.text;
  return "name" in value ? String(value.name) : value.kind;
}

function errorProblems(
  { type, match }: NonNullable<ExecutableExample["raises"]>,
  error: Extract<Value, { kind: "error" }>,
): string[] {
  const problems =
    error.name === null || lastName(error.name) === lastName(type)
      ? []
      : [`\`raises.type\` must be ${lastName(error.name)}, as the story says, and not ${type}`];
  if (error.message === null) {
    if (match !== null) {
      problems.push(
        "`raises.match` must be null: the story does not say what the error has to say",
      );
    }
    return problems;
  }
  const [said] = storyLeaves(error.message);
  const text = said === undefined ? "" : shown(said);
  const isSaid =
    said !== undefined &&
    match !== null &&
    (said.kind === "text" ? said.text === match : text === match);
  if (!isSaid) {
    problems.push(
      `\`raises.match\` must be ${text}, as the story says, and not ${JSON.stringify(match)}`,
    );
  }
  return problems;
}

/** What an expected value may be made of: nothing that the code could change. */
function formProblems(expression: Expression, promises: Promises): string[] {
  const each = (items: readonly Expression[]): string[] =>
    items.flatMap((item) => formProblems(item, promises));
  switch (expression.kind) {
    case "number":
    case "text":
    case "constant":
      return [];
    case "list":
    case "tuple":
    case "set":
      return each(expression.items);
    case "dict":
      return each(expression.entries.flatMap(({ key, value }) => [key, value]));
    case "sign":
      return takesSign(expression.operand)
        ? formProblems(expression.operand, promises)
        : [`a sign stands before ${pythonOf(expression.operand)}, which is not a number`];
    case "attribute": {
      const name = dottedName(expression) ?? "";
      const object = expression.object.kind === "name" ? expression.object.name : "";
      const isMemberOf = promises.names.get(object)?.kind === "class";
      return CONSTANTS.has(name) || (isMemberOf && !expression.name.startsWith("_"))
        ? []
        : [`\`returns\` cannot hold ${pythonOf(expression)}`];
    }
    case "call": {
      const inside = each(expression.arguments.map(({ value }) => value));
      const constructor = constructorOf(expression);
      if (constructor?.startsWith("io.") === true) {
        return [`\`returns\` cannot hold ${pythonOf(expression)}: a stream has no value`];
      }
      if (constructor !== null) return inside;
      return [...inside, ...classProblems(expression, promises)];
    }
    case "await":
    case "name":
    case "operation":
    case "subscript":
    default:
      return [`\`returns\` cannot hold ${pythonOf(expression)}: write the value itself`];
  }
}

function classProblems({ callee, arguments: given }: CallExpression, promises: Promises): string[] {
  const name = dottedName(callee) ?? "";
  if (promises.names.get(name)?.kind !== "class") {
    return [`\`returns\` cannot call ${pythonOf(callee)}: write the value itself`];
  }
  return given.every((argument) => argument.name !== null && !argument.name.startsWith("_"))
    ? []
    : [`\`returns\` must name the fields of ${name}: ${name}(field=value)`];
}

/** What a container holds; null for what is no container. */
function itemsOf(expression: Expression): readonly Expression[] | null {
  switch (expression.kind) {
    case "list":
    case "tuple":
    case "set":
      return expression.items;
    case "dict":
      return expression.entries.map(({ value }) => value);
    case "call": {
      const constructor = constructorOf(expression);
      if (constructor === null) return expression.arguments.map(({ value }) => value);
      const [only] = expression.arguments;
      if (!CONTAINERS.has(constructor)) return null;
      return only === undefined ? [] : itemsOf(only.value);
    }
    case "attribute":
    case "await":
    case "constant":
    case "name":
    case "number":
    case "operation":
    case "sign":
    case "subscript":
    case "text":
    default:
      return null;
  }
}

const CONTAINERS = new Set(["set", "frozenset", "tuple"]);

function kindOf(expression: Expression): string {
  if (expression.kind !== "call") return expression.kind;
  const constructor = constructorOf(expression);
  if (constructor === "frozenset") return "set";
  return constructor ?? "object";
}

function isSameSequence(
  items: readonly Expression[] | null,
  values: readonly Value[],
  isJson: boolean,
): boolean {
  return (
    items !== null &&
    items.length === values.length &&
    items.every((item, index) => isSame(item, values[index]!, isJson))
  );
}

/** Each value has a partner of its own, in any order. */
function isSameMultiset(
  items: readonly Expression[] | null,
  values: readonly Value[],
  isJson: boolean,
): boolean {
  if (items?.length !== values.length) return false;
  const left = [...values];
  return items.every((item) => {
    const at = left.findIndex((value) => isSame(item, value, isJson));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

/** Whether an expression is a value as the story writes it. JSON has neither tuples nor sets. */
export function isSame(expression: Expression, value: Value, isJson: boolean): boolean {
  const kind = kindOf(expression);
  switch (value.kind) {
    case "list":
      if (isJson && kind === "set") return isSameMultiset(itemsOf(expression), value.items, isJson);
      return (
        (kind === "list" || (isJson && kind === "tuple")) &&
        isSameSequence(itemsOf(expression), value.items, isJson)
      );
    case "tuple":
      return kind === "tuple" && isSameSequence(itemsOf(expression), value.items, isJson);
    case "set":
      return kind === "set" && isSameMultiset(itemsOf(expression), value.items, isJson);
    case "dict":
      return (
        expression.kind === "dict" &&
        expression.entries.length === value.entries.length &&
        value.entries.every((entry) =>
          expression.entries.some(
            (each) =>
              isSame(each.key, entry.key, isJson) && isSame(each.value, entry.value, isJson),
          ),
        )
      );
    case "object":
      return isSameObject(expression, value.fields, isJson);
    case "call":
      return isSameCall(expression, value, isJson);
    case "error":
      return false;
    case "name":
    case "number":
    case "text":
    case "constant":
      return isSameSingle(expression, value);
    default:
      return value satisfies never;
  }
}

function isSameSingle(expression: Expression, value: Value): boolean {
  const isContainer = ["list", "tuple", "set", "dict", "object"].includes(kindOf(expression));
  const leaves = leavesIn(expression);
  return !isContainer && leaves.length === 1 && isSameLeaf(leaves[0]!, value);
}

/** An object of JSON: a dictionary of these keys, or an object with these fields. */
function isSameObject(
  expression: Expression,
  fields: Extract<Value, { kind: "object" }>["fields"],
  isJson: boolean,
): boolean {
  if (expression.kind === "dict") {
    return (
      expression.entries.length === fields.length &&
      fields.every(({ name, value }) =>
        expression.entries.some(
          (entry) => isKey(entry.key, name) && isSame(entry.value, value, isJson),
        ),
      )
    );
  }
  if (expression.kind !== "call" || constructorOf(expression) !== null) return false;
  return (
    expression.arguments.length === fields.length &&
    fields.every(({ name, value }) =>
      expression.arguments.some(
        (argument) =>
          argument.name !== null &&
          withoutSpelling(argument.name) === withoutSpelling(name) &&
          isSame(argument.value, value, isJson),
      ),
    )
  );
}

/** JSON has no keys but texts; a dictionary may have the number, the date or the member that the text says. */
function isKey(key: Expression, name: string): boolean {
  return (["text", "number"] as const).some((kind) => isSameSingle(key, { kind, text: name }));
}

/** `total_cost` is what JSON calls `totalCost`. */
function withoutSpelling(name: string): string {
  return name.replaceAll(/[_\s-]/gu, "").toLowerCase();
}

/** `Decimal("4.10")`, or `Point(1, 2)`, whose fields a design has to name. */
function isSameCall(
  expression: Expression,
  { name, arguments: given }: Extract<Value, { kind: "call" }>,
  isJson: boolean,
): boolean {
  if (expression.kind !== "call") return false;
  const called = dottedName(expression.callee) ?? "";
  return (
    isMember(called, name) &&
    expression.arguments.length === given.length &&
    given.every((argument, index) => {
      const named = expression.arguments.find((each) => each.name === argument.name);
      const own = argument.name === null ? expression.arguments[index] : named;
      return own !== undefined && isSame(own.value, argument.value, isJson);
    })
  );
}
