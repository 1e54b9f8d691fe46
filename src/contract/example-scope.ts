import { CONSTRUCTORS, WRAPPERS } from "../story/calls.ts";
import type { Example } from "../story/example.ts";
import { CONSTANTS, constructorOf, dottedName, takesSign } from "./design-values.ts";
import { isSame } from "./expected-answer.ts";
import type { Promised, Promises } from "./promises.ts";
import {
  type CallExpression,
  type Expression,
  innerOf,
  partsOf,
  type Statement,
} from "./python-expression.ts";
import { pythonOf } from "./write-python.ts";

const PYTHON_NAMES = new Set(
  [...CONSTRUCTORS].map((name) => name.split(".")[0]!).concat(WRAPPERS, "io"),
);

/** The names that an example may use, and what it may do with them. */
export class Scope {
  readonly problems: string[] = [];
  readonly #promises: Promises;
  /** Names of the setup with the class that their value is of, where it is known. */
  readonly #made = new Map<string, Expression>();

  constructor(promises: Promises, setup: readonly Statement[]) {
    this.#promises = promises;
    for (const { target, value } of setup) {
      const awaited = value.kind === "await" ? value.operand : value;
      this.problems.push(...this.#argumentProblems(awaited), ...this.#asyncProblems(value));
      if (target === null) {
        if (awaited.kind !== "call") {
          this.problems.push(`\`setup\` may call and assign, not ${pythonOf(value)}`);
        }
      } else if (this.#isKnown(target) || isHidden(target)) {
        this.problems.push(`\`setup\` must assign to fresh names, and ${target} is none`);
      } else this.#made.set(target, awaited);
    }
  }

  #isKnown(name: string): boolean {
    return this.#promises.names.has(name) || this.#made.has(name) || PYTHON_NAMES.has(name);
  }

  /** What is called in the end has to be the code; around it may stand what its signature asks for. */
  problemsOfCall(call: Expression): string[] {
    return [...this.#formProblems(call), ...this.#asyncProblems(call)];
  }

  #formProblems(call: Expression, wraps = 0): string[] {
    if (wraps > 3) return ["`call` wraps its call more than three times"];
    if (call.kind === "await") return this.#formProblems(call.operand, wraps + 1);
    if (call.kind === "subscript") {
      const problems = isLiteral(call.index) ? [] : ["the subscript of `call` must be a literal"];
      return [
        ...problems,
        ...this.#fit("a subscript", call.object, /tuple|list|dict|sequence|mapping/iu),
        ...this.#formProblems(call.object, wraps + 1),
      ];
    }
    if (call.kind === "operation") return this.#operationProblems(call);
    const wrapper = call.kind === "call" ? this.#wrapperOf(call) : null;
    if (wrapper !== null && call.kind === "call") {
      const [inner, ...more] = call.arguments;
      if (inner === undefined || more.length > 0 || inner.name !== null) {
        return [`${wrapper} in \`call\` takes one argument`];
      }
      return [
        ...this.#fit(wrapper, inner.value, WRAPPED[wrapper]!),
        ...this.#formProblems(inner.value, wraps + 1),
      ];
    }
    if (!this.#isOfThePromise(call)) {
      return [
        `\`call\` must call what the design promises, or an object that it made, and ${pythonOf(call)} does not`,
      ];
    }
    return this.#argumentProblems(call);
  }

  /** Whether an expression is an operator that the code's own objects answer. */
  isOfObjects(expression: Expression): boolean {
    return (
      expression.kind === "operation" &&
      [expression.left, expression.right].some((side) => this.#isObject(side))
    );
  }

  #wrapperOf(call: CallExpression): string | null {
    return wrapperIn(call, this.#promises);
  }

  /** Where the signature says what is returned, a wrapper has to fit it: otherwise it would bend the answer. */
  #fit(wrapper: string, inner: Expression, types: RegExp): string[] {
    const promised = this.#promisedIn(inner);
    if (promised === null || promised.kind !== "function" || promised.returns === null) return [];
    const isObject = this.#classIn(promised.returns) !== null;
    return isObject || types.test(promised.returns)
      ? []
      : [
          `\`call\` puts ${wrapper} around ${promised.name}, which returns ${promised.returns}: compare what it returns`,
        ];
  }

  /** What is called without being awaited gives no answer yet. */
  #asyncProblems(expression: Expression, isAwaited = false): string[] {
    const called = expression.kind === "call" ? this.#promisedIn(expression) : null;
    const problems =
      called?.kind === "function" && called.isAsync && !isAwaited
        ? [`${called.name} is async: it must be awaited`]
        : [];
    const isAwait = expression.kind === "await";
    return [
      ...problems,
      ...innerOf(expression).flatMap((inner) => this.#asyncProblems(inner, isAwait)),
    ];
  }

  #operationProblems({
    left,
    operator,
    right,
  }: Extract<Expression, { kind: "operation" }>): string[] {
    const [isLeft, isRight] = [this.#isOfThePromise(left), this.#isOfThePromise(right)];
    const isObject = this.#isObject(left) || this.#isObject(right);
    if (!(isLeft && isRight) && !isObject) {
      return [`\`call\` has ${operator} between values that are no objects of the design`];
    }
    return [left, right].flatMap((side) => this.#argumentProblems(side));
  }

  /** A call of a promised name, or a method or attribute of an object that one made; or a name of the setup for one. */
  #isOfThePromise(expression: Expression): boolean {
    switch (expression.kind) {
      case "call":
        return this.#isCallee(expression.callee);
      case "attribute":
        return this.#isMade(expression.object);
      case "name":
        return this.#isMade(expression);
      case "await":
      case "constant":
      case "dict":
      case "list":
      case "number":
      case "operation":
      case "set":
      case "sign":
      case "subscript":
      case "text":
      case "tuple":
      default:
        return false;
    }
  }

  #isCallee(callee: Expression): boolean {
    if (callee.kind === "name") {
      const promised = this.#promises.names.get(callee.name);
      return promised !== undefined ? promised.kind !== "constant" : this.#isMade(callee);
    }
    return (
      callee.kind === "attribute" &&
      (this.#isMade(callee.object) || this.#isPromisedClass(callee.object))
    );
  }

  /** Whether an expression is an object that the code made. */
  #isMade(expression: Expression): boolean {
    switch (expression.kind) {
      case "name": {
        const value = this.#made.get(expression.name);
        return value !== undefined && this.#isMade(value);
      }
      case "call":
        return this.#isCallee(expression.callee);
      case "attribute":
      case "subscript":
        return this.#isMade(expression.object);
      case "await":
        return this.#isMade(expression.operand);
      case "constant":
      case "dict":
      case "list":
      case "number":
      case "operation":
      case "set":
      case "sign":
      case "text":
      case "tuple":
      default:
        return false;
    }
  }

  #isPromisedClass(expression: Expression): boolean {
    return (
      expression.kind === "name" && this.#promises.names.get(expression.name)?.kind === "class"
    );
  }

  /** Whether an expression is known to be an object of a promised class. */
  #isObject(expression: Expression): boolean {
    const promised = this.#promisedIn(expression);
    if (promised === null) return false;
    return promised.kind === "class" || this.#classIn(promised.returns ?? "") !== null;
  }

  /** Whether an expression is known to be a text, a number or a container: their methods would bend an answer. */
  #isPlain(expression: Expression): boolean {
    const source = this.#sourceOf(expression);
    switch (source.kind) {
      case "name":
      case "attribute":
        return false;
      case "subscript":
        return this.#isPlain(source.object);
      case "call": {
        if (constructorOf(source) !== null && this.#promisedIn(source) === null) return true;
        const words = this.#promisedIn(source)?.returns?.match(WORDS) ?? [];
        return words.length > 0 && words.every((word) => PLAIN.has(word.toLowerCase()));
      }
      case "await":
      case "constant":
      case "dict":
      case "list":
      case "number":
      case "operation":
      case "set":
      case "sign":
      case "text":
      case "tuple":
      default:
        return true;
    }
  }

  /** What a name of the setup stands for, and what is awaited. */
  #sourceOf(expression: Expression): Expression {
    if (expression.kind === "await") return this.#sourceOf(expression.operand);
    const made = expression.kind === "name" ? this.#made.get(expression.name) : undefined;
    return made === undefined ? expression : this.#sourceOf(made);
  }

  #promisedIn(expression: Expression): Promised | null {
    const source = this.#sourceOf(expression);
    if (source.kind !== "call" || source.callee.kind !== "name") return null;
    return this.#promises.names.get(source.callee.name) ?? null;
  }

  #classIn(annotation: string): Promised | null {
    const words = annotation.match(WORDS) ?? [];
    const classes = words.flatMap((word) => this.#promises.names.get(word) ?? []);
    return classes.find(({ kind }) => kind === "class") ?? null;
  }

  /** What may stand in the arguments, and in the setup. */
  #argumentProblems(expression: Expression): string[] {
    const inside = (): string[] =>
      innerOf(expression).flatMap((inner) => this.#argumentProblems(inner));
    switch (expression.kind) {
      case "number":
      case "text":
      case "constant":
        return [];
      case "list":
      case "tuple":
      case "set":
      case "dict":
        return inside();
      case "sign":
        return takesSign(expression.operand)
          ? inside()
          : [`a sign stands before ${pythonOf(expression.operand)}, which is not a number`];
      case "name":
        return this.#isKnown(expression.name) && !WRAPPERS.includes(expression.name)
          ? []
          : [`${expression.name} is neither promised nor made in \`setup\``];
      case "attribute":
        return this.#attributeProblems(expression);
      case "call":
        return this.#callProblems(expression);
      case "subscript":
        if (this.#isMade(expression.object) && isLiteral(expression.index)) {
          return this.#argumentProblems(expression.object);
        }
        return [`${pythonOf(expression)} cannot stand in an argument or in \`setup\``];
      case "await":
      case "operation":
      default:
        return [`${pythonOf(expression)} cannot stand in an argument or in \`setup\``];
    }
  }

  #attributeProblems(expression: Extract<Expression, { kind: "attribute" }>): string[] {
    const name = dottedName(expression);
    if (name !== null && (CONSTANTS.has(name) || CONSTRUCTORS.has(name))) return [];
    if (isHidden(expression.name)) return [`${expression.name} is not public`];
    if (this.#isPlain(expression.object)) {
      return [`${pythonOf(expression)} is an attribute of a text, number or container`];
    }
    const root = rootOf(expression);
    const isPromised = root.kind === "name" && this.#promises.names.has(root.name);
    return isPromised || this.#isMade(expression.object)
      ? this.#argumentProblems(expression.object)
      : [`${pythonOf(expression)} is an attribute of what the code did not make`];
  }

  #callProblems(call: CallExpression): string[] {
    const named = call.arguments.flatMap(({ name }) =>
      name !== null && name.startsWith("__") ? [`${name} is not public`] : [],
    );
    const values = call.arguments.flatMap(({ value }) => this.#argumentProblems(value));
    const name = dottedName(call.callee);
    if (constructorOf(call) !== null && !this.#promises.names.has(name!.split(".")[0]!)) {
      return [...named, ...values];
    }
    if (call.callee.kind === "name") {
      return this.#promises.names.has(call.callee.name) || this.#isMade(call.callee)
        ? [...named, ...values]
        : [`${call.callee.name} is neither promised nor a constructor that examples may use`];
    }
    if (call.callee.kind !== "attribute") return [`${pythonOf(call.callee)} cannot be called here`];
    return [...this.#attributeProblems(call.callee), ...named, ...values];
  }
}

const WORDS = /[\p{L}_][\p{L}\p{N}_]*/gu;

/** Words of an annotation that says nothing but texts, numbers and containers of them. */
const PLAIN = new Set(
  "str bytes bytearray int float bool complex decimal fraction list tuple dict set frozenset sequence iterable mapping collection none optional union typing decimal fractions collections abc".split(
    " ",
  ),
);

function wrapperIn({ callee }: CallExpression, { names }: Promises): string | null {
  return callee.kind === "name" && WRAPPERS.includes(callee.name) && !names.has(callee.name)
    ? callee.name
    : null;
}

/** What a wrapper may stand around, by what the signature says. */
const WRAPPED: Readonly<Record<string, RegExp>> = {
  list: /iter|generator|sequence|range|map\b|filter|zip|deque|collection|view/iu,
  next: /iter|generator|range|map\b|filter|zip/iu,
  str: /\bany\b|object|path|uuid|union|\|/iu,
  repr: /\bany\b|object|path|uuid|union|\|/iu,
  len: /list|tuple|dict|set|sequence|mapping|collection|str\b|bytes|deque/iu,
};

function isHidden(name: string): boolean {
  return name.startsWith("_");
}

function isLiteral(expression: Expression): boolean {
  return (
    expression.kind === "number" ||
    expression.kind === "text" ||
    (expression.kind === "sign" && expression.operand.kind === "number")
  );
}

function rootOf(expression: Expression): Expression {
  return expression.kind === "attribute" || expression.kind === "subscript"
    ? rootOf(expression.object)
    : expression;
}

/** Where the line of the story is itself a call, that call has to be made. */
export function sameCallProblems(
  call: Expression,
  { call: said, form }: Example,
  promises: Promises,
): string[] {
  if (said === null || !promises.names.has(said.name)) return [];
  const core = withoutWrappers(call, promises);
  const isThat =
    core.kind === "call" &&
    core.callee.kind === "name" &&
    core.callee.name === said.name &&
    core.arguments.length === said.arguments.length &&
    core.arguments.every(({ name, value }, index) => {
      const wanted = said.arguments[index]!;
      return (
        name === wanted.name && (isMade(value) || isSame(value, wanted.value, form === "json"))
      );
    });
  return isThat ? [] : [`the line is a call of ${said.name}: \`call\` must be that call`];
}

/** Whether an argument is made elsewhere, so that its values alone can be compared. */
function isMade(argument: Expression): boolean {
  return partsOf(argument).some((part) => part.kind === "name" && !PYTHON_NAMES.has(part.name));
}

/** What is called in the end. */
function withoutWrappers(call: Expression, promises: Promises): Expression {
  if (call.kind === "await") return withoutWrappers(call.operand, promises);
  if (call.kind === "subscript") return withoutWrappers(call.object, promises);
  const [only] = call.kind === "call" && wrapperIn(call, promises) !== null ? call.arguments : [];
  return only === undefined ? call : withoutWrappers(only.value, promises);
}
