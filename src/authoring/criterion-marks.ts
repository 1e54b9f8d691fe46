import type { GeneratedFile } from "./generated-file.ts";

const MARK = /@pytest\.mark\.criterion\(\s*["'](AC-\d+)["']\s*\)/;
const DEFINITION = /^(\s*)(?:async\s+)?(def|class)\s+(\w+)/;

interface Scope {
  readonly indent: number;
  readonly name: string;
  readonly criteria: readonly string[];
}

/**
 * Which tests carry which criterion, by the text of the decorators above them. Parametrised cases count as their
 * function: their ids exist only once pytest has run.
 */
export function criterionTests(files: readonly GeneratedFile[]): Record<string, string[]> {
  const tests = files.flatMap(({ path, content }) =>
    markedFunctions(content).map(({ name, criteria }) => ({ id: `${path}::${name}`, criteria })),
  );
  const ids = [...new Set(tests.flatMap(({ criteria }) => criteria))].toSorted(byNumber);
  return Object.fromEntries(
    ids.map((id) => [
      id,
      tests.filter(({ criteria }) => criteria.includes(id)).map((test) => test.id),
    ]),
  );
}

function markedFunctions(source: string): { name: string; criteria: string[] }[] {
  const found: { name: string; criteria: string[] }[] = [];
  let scopes: Scope[] = [];
  let pending: string[] = [];
  for (const line of source.split("\n")) {
    const mark = MARK.exec(line);
    if (mark !== null) pending.push(mark[1]!);
    const definition = DEFINITION.exec(line);
    if (definition === null) continue;
    const indent = definition[1]!.length;
    scopes = scopes.filter((scope) => scope.indent < indent);
    const criteria = [...scopes.flatMap((scope) => scope.criteria), ...pending];
    const name = definition[3]!;
    if (definition[2] === "class") scopes.push({ indent, name, criteria: pending });
    else if (name.startsWith("test")) {
      found.push({ name: [...scopes.map((scope) => scope.name), name].join("::"), criteria });
    }
    pending = [];
  }
  return found;
}

function byNumber(a: string, b: string): number {
  return Number(a.slice("AC-".length)) - Number(b.slice("AC-".length));
}
