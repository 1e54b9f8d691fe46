import { parser } from "@lezer/python";
import type { DesignDocument } from "../task/design.ts";

type Module = DesignDocument["modules"][number];

/** A name that the design promises, and what its signature says. */
export interface Promised {
  readonly name: string;
  readonly kind: "function" | "class" | "constant";
  readonly isAsync: boolean;
  /** What it returns, as the signature annotates it; null where it does not say. */
  readonly returns: string | null;
  readonly signature: string;
}

/** What the code promises to those who use it. */
export interface Promises {
  readonly names: ReadonlyMap<string, Promised>;
  /** The lines by which the names are imported. */
  readonly imports: readonly string[];
}

export function promisesOf({ modules }: Pick<DesignDocument, "modules">): Promises {
  const names = modules.flatMap((module) => module.names).map(promisedOf);
  return {
    names: new Map(names.map((promised) => [promised.name, promised])),
    imports: modules.map((module) => module.import),
  };
}

/** What is wrong with the lines by which the code is imported. */
export function importProblems({ modules }: Pick<DesignDocument, "modules">): string[] {
  return modules.filter(hasForeignImport).map((module) => {
    const name = dottedName(module.path);
    return `the import of ${module.path} must be "from ${name} import <names that it has>", not ${JSON.stringify(module.import)}`;
  });
}

function dottedName(path: string): string {
  return path.replace(/(?:\/__init__)?\.py$/, "").replaceAll("/", ".");
}

/** Whether tests that use the import line would look for another module, or for a name that nobody promised. */
function hasForeignImport(module: Module): boolean {
  const [, from = "", names = ""] =
    /^from ([\w.]+) import (\w+(?:, \w+)*)$/.exec(module.import) ?? [];
  const name = dottedName(module.path);
  const isThisModule = from === name || `src.${from}` === name;
  const known = module.names.map((promised) => promised.name);
  return !isThisModule || !names.split(", ").every((one) => known.includes(one));
}

/** Whether the signature of a function can be read, and is that of its name; of other names it is words. */
export function isPythonSignature({ name, kind, signature }: Module["names"][number]): boolean {
  if (kind !== "function") return true;
  const words = signature
    .trim()
    .replace(/:$/u, "")
    .replace(/^(?:async\s+)?(?:def\s+)?/u, "")
    // Parameters of types are newer than the parser.
    .replace(/^(\w+)\s*\[[^\]]*\]/u, "$1");
  if (/^\w*/u.exec(words)?.[0] !== name) return false;
  let isPython = true;
  let definitions = 0;
  parser.parse(`def ${words}: ...\n`).iterate({
    enter: ({ name: type, node }) => {
      if (node.type.isError) isPython = false;
      if (type === "FunctionDefinition") definitions += 1;
    },
  });
  return isPython && definitions === 1;
}

function promisedOf({ name, kind, signature }: Module["names"][number]): Promised {
  const arrow = /->\s*([\s\S]+?)\s*:?\s*$/u.exec(signature)?.[1] ?? null;
  return {
    name,
    kind,
    isAsync: /(?:^|\s)async\s/u.test(signature),
    returns: kind === "function" ? arrow : null,
    signature,
  };
}
