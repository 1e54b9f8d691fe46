import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/python";

/** A file of tests. */
export interface TestSource {
  readonly path: string;
  readonly content: string;
}

/**
 * Which tests carry which criterion, by what is written in their files, in every form that pytest reads: one or several
 * ids in a decorator, on the class, in `pytestmark`, on a parameter, or by a name that stands for any of these.
 * Parametrised cases count as their function: their ids exist only once pytest has run.
 *
 * verify asks pytest itself. This is for where nothing may be run: a table of tests holds that both say the same.
 */
export function criterionTests(files: readonly TestSource[]): Record<string, string[]> {
  const carriers = files.flatMap(({ path, content }) =>
    new MarkReader(content)
      .carriers()
      .map(({ name, criteria }) => ({ id: `${path}::${name}`, criteria })),
  );
  const ids = [...new Set(carriers.flatMap(({ criteria }) => criteria))].toSorted(inOrder);
  return Object.fromEntries(
    ids.map((id) => [
      id,
      carriers.filter(({ criteria }) => criteria.includes(id)).map((carrier) => carrier.id),
    ]),
  );
}

interface Carrier {
  /** With the classes around it: `TestPrice::test_zero`. */
  readonly name: string;
  readonly criteria: readonly string[];
}

interface Scope {
  readonly names: readonly string[];
  readonly criteria: readonly string[];
}

class MarkReader {
  readonly #source: string;
  /** What names of the module stand for: the last word wins, as in Python. */
  readonly #values = new Map<string, SyntaxNode>();

  constructor(source: string) {
    this.#source = source.replaceAll("\r\n", "\n");
  }

  carriers(): Carrier[] {
    const module = parser.parse(this.#source).topNode;
    this.#readNames(module);
    return this.#carriersIn(module, { names: [], criteria: this.#pytestmark(module) });
  }

  #readNames(module: SyntaxNode): void {
    for (const statement of children(module, "AssignStatement")) {
      const [name] = children(statement, "VariableName");
      const value = statement.lastChild;
      if (name !== undefined && value !== null) this.#values.set(this.#text(name), value);
    }
  }

  #carriersIn(body: SyntaxNode, scope: Scope): Carrier[] {
    return allChildren(body).flatMap((statement) => this.#carriersOf(statement, scope));
  }

  #carriersOf(statement: SyntaxNode, scope: Scope): Carrier[] {
    switch (statement.name) {
      case "DecoratedStatement": {
        const marks = children(statement, "Decorator").flatMap((one) => this.#marksIn(one));
        const criteria = [...scope.criteria, ...marks];
        return allChildren(statement).flatMap((one) =>
          isDefinition(one) ? this.#carriersOf(one, { ...scope, criteria }) : [],
        );
      }
      case "FunctionDefinition": {
        const name = this.#nameOf(statement);
        if (!name.startsWith("test")) return [];
        return [{ name: [...scope.names, name].join("::"), criteria: scope.criteria }];
      }
      case "ClassDefinition":
        return this.#carriersOfClass(statement, scope);
      // Tests may stand behind a condition, in a `with`, or in a `try`.
      case "IfStatement":
      case "TryStatement":
      case "WithStatement":
        return children(statement, "Body").flatMap((body) => this.#carriersIn(body, scope));
      default:
        return [];
    }
  }

  /** A class without tests of its own may inherit them: then it stands for them. */
  #carriersOfClass(definition: SyntaxNode, scope: Scope): Carrier[] {
    const names = [...scope.names, this.#nameOf(definition)];
    const bodies = children(definition, "Body");
    const criteria = [...scope.criteria, ...bodies.flatMap((body) => this.#pytestmark(body))];
    const own = bodies.flatMap((body) => this.#carriersIn(body, { names, criteria }));
    if (own.length > 0 || children(definition, "ArgList").length === 0) return own;
    return [{ name: names.join("::"), criteria }];
  }

  /** What `pytestmark` of a module or class says. */
  #pytestmark(body: SyntaxNode): string[] {
    const statements = children(body, "AssignStatement").filter((statement) =>
      children(statement, "VariableName").some((name) => this.#text(name) === "pytestmark"),
    );
    return statements.flatMap((statement) => this.#marksIn(statement));
  }

  /** The ids of all marks somewhere in a node: in the node itself, or behind a name that stands in it. */
  #marksIn(node: SyntaxNode, seen: ReadonlySet<string> = new Set()): string[] {
    const own = this.#isMark(node, seen) ? this.#idsOf(node) : [];
    const below = allChildren(node).flatMap((child) => this.#marksIn(child, seen));
    return [
      ...own,
      ...below,
      ...this.#behind(node, seen, (value, all) => this.#marksIn(value, all)),
    ];
  }

  /** Whether a node is a call of the mark: `pytest.mark.criterion(…)`, or of a name that stands for it. */
  #isMark(node: SyntaxNode, seen: ReadonlySet<string>): boolean {
    const args = node.getChild("ArgList");
    if (args === null) return false;
    const called = args.prevSibling;
    return called !== null && this.#isCriterion(called, seen);
  }

  #isCriterion(node: SyntaxNode, seen: ReadonlySet<string>): boolean {
    const last = node.name === "MemberExpression" ? node.lastChild : node;
    if (last === null) return false;
    if (this.#text(last) === "criterion") return true;
    if (last.name === "ParenthesizedExpression") {
      return allChildren(last).some((child) => this.#isCriterion(child, seen));
    }
    return this.#behind(node, seen, (value, all) => [this.#isCriterion(value, all)]).includes(true);
  }

  /** What is said of the value that a name stands for; nothing for a node that is no such name. */
  #behind<T>(
    node: SyntaxNode,
    seen: ReadonlySet<string>,
    ask: (value: SyntaxNode, seen: ReadonlySet<string>) => T[],
  ): T[] {
    if (node.name !== "VariableName") return [];
    const name = this.#text(node);
    const value = this.#values.get(name);
    return value === undefined || seen.has(name) ? [] : ask(value, new Set([...seen, name]));
  }

  #idsOf(call: SyntaxNode): string[] {
    return children(call, "ArgList").flatMap((args) =>
      allChildren(args).flatMap((argument) => this.#textsOf(argument, new Set())),
    );
  }

  #textsOf(node: SyntaxNode, seen: ReadonlySet<string>): string[] {
    if (node.name === "String" || node.name === "ContinuedString") {
      return [literal(this.#text(node))];
    }
    return this.#behind(node, seen, (value, all) => this.#textsOf(value, all));
  }

  #nameOf(definition: SyntaxNode): string {
    const name = definition.getChild("VariableName");
    return name === null ? "" : this.#text(name);
  }

  #text(node: SyntaxNode): string {
    return this.#source.slice(node.from, node.to);
  }
}

function isDefinition({ name }: SyntaxNode): boolean {
  return name === "FunctionDefinition" || name === "ClassDefinition";
}

function allChildren(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) found.push(child);
  return found;
}

function children(node: SyntaxNode, name: string): SyntaxNode[] {
  return allChildren(node).filter((child) => child.name === name);
}

/** The content of string literals side by side. Ids hold nothing that would have to be escaped. */
function literal(text: string): string {
  const parts = text.matchAll(/[rRbBuU]*("""|'''|"|')([\s\S]*?)\1/gu);
  return [...parts].map(([, , content = ""]) => content).join("");
}

/** `AC-9` before `AC-10`; what is no such id comes last. */
function inOrder(one: string, other: string): number {
  const [a, b] = [numberOf(one), numberOf(other)];
  if (a !== b) return a - b;
  return one < other ? -1 : Number(one > other);
}

function numberOf(id: string): number {
  const digits = /^AC-(\d{1,9})$/.exec(id)?.[1];
  return digits === undefined ? Number.MAX_SAFE_INTEGER : Number(digits);
}
