// Where in the files something stands that a reason is about, so that it can be shown beside that line.
import type { Reason } from "../evidence/reasons.ts";
import type { PublicName, WrittenTest } from "./syntax-report.ts";

export type Place = Pick<Reason, "file" | "line">;

const NOWHERE: Place = {};

/** Where a function, class or method begins, by the name that readers give it. */
export function placeOfName(name: string, publicNames: readonly PublicName[]): Place {
  const found = publicNames.find((each) => each.kind !== "module" && each.name === name);
  return found === undefined ? NOWHERE : { file: found.file, line: found.range[0] };
}

/** Where what a call asks begins: of what it calls the outermost that is public, or else what was made before it. */
export function placeOfCall(
  { setup, call }: { readonly setup: readonly string[]; readonly call: string },
  publicNames: readonly PublicName[],
): Place {
  const words = new Set([...setup, call].flatMap((line) => line.match(/\w+/gu) ?? []));
  for (const name of [call, ...setup.toReversed()].flatMap(calledIn)) {
    const own = publicNames.filter((each) => each.name.split(".").at(-1) === name);
    // Of methods with one name that of a class which is named as well.
    const best = own.find((each) => each.name.split(".").every((part) => words.has(part)));
    const found = best ?? own[0];
    if (found !== undefined) return placeOfName(found.name, publicNames);
  }
  return NOWHERE;
}

const STRING = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/gsu;

/** Names that a line of Python calls: those outside of all brackets first, of a chain the last first. */
function calledIn(line: string): string[] {
  const outer: string[] = [];
  const inner: string[] = [];
  let depth = 0;
  for (const [token] of line
    .replaceAll(STRING, "''")
    .matchAll(/[A-Za-z_]\w*(?=\s*\()|[()[\]{}]/gu)) {
    if ("([{".includes(token)) depth += 1;
    else if (")]}".includes(token)) depth -= 1;
    else (depth === 0 ? outer : inner).push(token);
  }
  return [...outer.toReversed(), ...inner];
}

/** With the place of its test, where a reason names one and says no place of its own. */
export function atItsTest(
  reason: Reason,
  written: readonly Pick<WrittenTest, "file" | "line" | "name">[],
): Reason {
  const { test, file } = reason;
  if (test === undefined || file !== undefined) return reason;
  const id = withoutParameters(test);
  const own = written.find((each) => `${each.file}::${each.name}` === id);
  if (own !== undefined) return { ...reason, file: own.file, line: own.line };
  const [path = ""] = id.split("::");
  return written.some((each) => each.file === path) ? { ...reason, file: path } : reason;
}

/** A test's id without what tells its cases apart. */
export function withoutParameters(id: string): string {
  const start = id.indexOf("[", id.indexOf("::"));
  return start < 0 ? id : id.slice(0, start);
}
