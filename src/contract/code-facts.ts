import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/python";

/** Something that code takes or calls, and the line in which it does. */
export interface Use {
  readonly line: number;
  /** A module as it is imported, such as `os.path`, or what is called, such as `open` or `datetime.now`. */
  readonly name: string;
  readonly kind: "import" | "call";
  /** What is imported from the module, by its own names. */
  readonly names?: readonly string[];
  /** A call that does not do what its name says: of a parameter or a function of the file, or of `print` into a text. */
  readonly isOther?: true;
  /** What runs only where the file is started as a program. */
  readonly isOfProgram?: true;
}

/** What a file imports and calls, by its syntax alone. Relative imports stay within the task, and are none. */
export function usesIn(source: string): readonly Use[] {
  const uses: Use[] = [];
  const text = (node: SyntaxNode): string => source.slice(node.from, node.to);
  const lines = new LineNumbers(source);
  const tree = parser.parse(source);
  const defined = definedIn(tree.topNode, text);
  tree.iterate({
    enter: ({ node }) => {
      if (node.name !== "ImportStatement" && node.name !== "CallExpression") return;
      const at = {
        line: lines.of(node.from),
        ...(isOfProgram(node, text) && { isOfProgram: true as const }),
      };
      if (node.name === "ImportStatement") {
        uses.push(...importedIn(node, text).map((use): Use => ({ ...at, ...use, kind: "import" })));
      } else if (node.firstChild !== null) {
        const name = text(node.firstChild).replaceAll(/\s/gu, "");
        const isOther =
          defined.has(name) || isParameter(name, node, text) || isPrintIntoText(node, source, text);
        uses.push({ ...at, name, kind: "call", ...(isOther && { isOther }) });
      }
    },
  });
  return uses;
}

type TextOf = (node: SyntaxNode) => string;

function importedIn(statement: SyntaxNode, text: TextOf): Pick<Use, "name" | "names">[] {
  const parts = childrenOf(statement);
  const words = parts.map((part) => (part.name === "VariableName" ? text(part) : part.name));
  if (words[0] === "from") {
    const module = words.slice(1, words.indexOf("import")).join("").replaceAll(/\s/gu, "");
    const names = parts
      .slice(words.indexOf("import") + 1)
      .filter((part) => part.name === "VariableName" && part.prevSibling?.name !== "as")
      .map(text);
    return module.startsWith(".") || module === "" ? [] : [{ name: module, names }];
  }
  return words
    .slice(1)
    .join(" ")
    .split(",")
    .map((name) => ({ name: name.replace(/ as .*$/u, "").replaceAll(" ", "") }));
}

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}

/** Functions that a file defines at its top: a call by such a name is of them. */
function definedIn(top: SyntaxNode, text: TextOf): ReadonlySet<string> {
  const names = childrenOf(top)
    .filter(({ name }) => name === "FunctionDefinition")
    .flatMap((each) => each.getChild("VariableName") ?? []);
  return new Set(names.map(text));
}

/** Whether a name is a parameter of a function around a place; `open=open` gives it what it has without. */
function isParameter(name: string, place: SyntaxNode, text: TextOf): boolean {
  // What a parameter has by default is made outside of the function.
  for (let node = place; node.parent !== null; node = node.parent) {
    const parameters = node.name === "ParamList" ? null : node.parent.getChild("ParamList");
    const isFound =
      parameters !== null &&
      childrenOf(parameters).some(
        (each) =>
          each.name === "VariableName" &&
          each.prevSibling?.name !== "AssignOp" &&
          text(each) === name,
      );
    if (isFound)
      return !new RegExp(`=\\s*(?:\\w+\\s*\\.\\s*)*${name}\\b`, "u").test(text(parameters));
  }
  return false;
}

/** Whether a place lies below `if __name__ == "__main__"`, before any `else`. */
function isOfProgram(place: SyntaxNode, text: TextOf): boolean {
  for (let node: SyntaxNode = place; node.parent !== null; node = node.parent) {
    const [, condition, body] = node.parent.name === "IfStatement" ? childrenOf(node.parent) : [];
    const isBody = body !== undefined && body.from === node.from && body.to === node.to;
    if (isBody && /^__name__\s*==\s*(["'])__main__\1$/u.test(text(condition!))) return true;
  }
  return false;
}

/** `print(…, file=text)`, where the file makes `text` a `StringIO`, reads it, and does nothing else with that name. */
function isPrintIntoText(call: SyntaxNode, source: string, text: TextOf): boolean {
  if (text(call.firstChild!) !== "print") return false;
  const into = /[(,]\s*file\s*=\s*([A-Za-z_]\w*)\s*[,)]/u.exec(text(call))?.[1];
  if (into === undefined) return false;
  const made = new RegExp(`\\b${into}\\s*=\\s*(?:io\\.)?StringIO\\(`, "gu");
  const read = new RegExp(`\\bfile\\s*=\\s*${into}\\b|\\b${into}\\.`, "gu");
  const left = source.replaceAll(made, "(").replaceAll(read, "");
  return (
    left.length < source.replaceAll(read, "").length && !new RegExp(`\\b${into}\\b`, "u").test(left)
  );
}

/** Whether chance has a seed wherever a file uses it: all of `random` that it uses is `Random(seed)`. */
export function isSeeded(source: string): boolean {
  const text = (node: SyntaxNode): string => source.slice(node.from, node.to);
  const isOfSeed = (used: SyntaxNode): boolean => {
    const isCalled = used.parent?.name === "CallExpression" && used.parent.from === used.from;
    const given = isCalled ? (used.parent?.getChild("ArgList") ?? null) : null;
    return given === null
      ? used.parent?.name === "TypeDef"
      : !/^\((?:\s*|\s*None\s*)\)$/u.test(text(given));
  };
  let isAll = true;
  parser.parse(source).iterate({
    enter: ({ node, name }) => {
      if (name === "ImportStatement") {
        if (/\brandom\b/u.test(text(node)) && !SEEDED_IMPORTS.test(text(node))) isAll = false;
        return false;
      }
      if (name === "VariableName" && text(node) === "Random" && !isOfSeed(node)) isAll = false;
      if (name === "VariableName" && text(node) === "random") {
        const member = node.parent?.name === "MemberExpression" ? node.parent : null;
        if (member === null || text(member) !== "random.Random" || !isOfSeed(member)) isAll = false;
      }
      if (name === "CallExpression" && /\.seed\(\s*(?:None\s*)?\)$/u.test(text(node)))
        isAll = false;
      return true;
    },
  });
  return isAll;
}

const SEEDED_IMPORTS = /^(?:import random|from random import Random)$/u;

class LineNumbers {
  readonly #starts: number[] = [0];

  constructor(source: string) {
    for (let at = source.indexOf("\n"); at >= 0; at = source.indexOf("\n", at + 1)) {
      this.#starts.push(at + 1);
    }
  }

  of(position: number): number {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.#starts[middle]! <= position) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }
}
