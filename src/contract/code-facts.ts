import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/python";

/** Something that code takes or calls, and the line in which it does. */
export interface Use {
  readonly line: number;
  /** A module as it is imported, such as `os.path`, or what is called, such as `open` or `datetime.now`. */
  readonly name: string;
  readonly kind: "import" | "call";
}

/** What a file imports and calls, by its syntax alone. Relative imports stay within the task, and are none. */
export function usesIn(source: string): readonly Use[] {
  const uses: Use[] = [];
  const text = (node: SyntaxNode): string => source.slice(node.from, node.to);
  const lines = new LineNumbers(source);
  parser.parse(source).iterate({
    enter: ({ node }) => {
      const line = lines.of(node.from);
      if (node.name === "ImportStatement") {
        uses.push(...importedIn(node, text).map((name): Use => ({ line, name, kind: "import" })));
      }
      if (node.name === "CallExpression" && node.firstChild !== null) {
        uses.push({ line, name: text(node.firstChild).replaceAll(/\s/gu, ""), kind: "call" });
      }
    },
  });
  return uses;
}

function importedIn(statement: SyntaxNode, text: (node: SyntaxNode) => string): string[] {
  const parts: SyntaxNode[] = [];
  for (let part = statement.firstChild; part !== null; part = part.nextSibling) parts.push(part);
  const words = parts.map((part) => (part.name === "VariableName" ? text(part) : part.name));
  if (words[0] === "from") {
    const module = words.slice(1, words.indexOf("import")).join("").replaceAll(/\s/gu, "");
    return module.startsWith(".") || module === "" ? [] : [module];
  }
  return words
    .slice(1)
    .join(" ")
    .split(",")
    .map((name) => name.replace(/ as .*$/u, "").replaceAll(" ", ""));
}

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
