import type { Reason } from "../evidence/reasons.ts";
import type { TaskContent } from "../task/folder.ts";

/** A package that is asked for, as `name==version` or in the words of the repository's own files. */
export interface Requirement {
  /** In its normal form: `typing-extensions` for `Typing_Extensions`. */
  readonly name: string;
  /** The line as pip gets it. */
  readonly line: string;
}

export interface Requirements {
  readonly requirements: readonly Requirement[];
  readonly reasons: readonly Reason[];
}

/** The files in which a task asks for packages. */
const TASK_FILES: readonly string[] = ["requirements.txt", "tests/requirements.txt"];

/** Package → the versions that a task may ask for, such as `>=2.0,<3` or `*`. */
export type AllowList = Readonly<Record<string, string>>;

/** What a task asks for. Only exact versions of packages on the list pass; every other line is refused, with its rule. */
export function taskRequirements(files: readonly TaskContent[], allowed: AllowList): Requirements {
  const versions = new Map(
    Object.entries(allowed).map(([name, range]) => [normalName(name), range]),
  );
  return readAll(
    files.filter(({ path }) => TASK_FILES.includes(path)),
    (line) => {
      const pinned = PINNED.exec(line);
      if (pinned === null) return { problem: formProblem(line) };
      const name = normalName(pinned[1]!);
      const range = versions.get(name);
      if (range === undefined)
        return { problem: `${name} is not on the list of allowed dependencies` };
      if (!isInRange(pinned[2]!, range)) {
        return { problem: `${name} is allowed in the versions ${range}` };
      }
      return { requirement: { name, line: `${name}==${pinned[2]!}` } };
    },
  );
}

/** What the repository itself asks for: any version and marker, but no option, path or address. */
export function sharedRequirements(files: readonly TaskContent[]): Requirements {
  return readAll(files, (line) => {
    const [, name, extras = "", bounds = "", condition = ""] = NAMED.exec(line) ?? [];
    if (name === undefined) return { problem: sharedProblem(line) };
    // Written anew from what was read: pip takes a text that ends like an archive for a file of the folder it runs in, and
    // neither a normal name nor a version can end so: the one has no dots, and nothing but numbers stands behind those of the other.
    const written = [normalName(name), extras, bounds, condition].map((part) => part.trim());
    return { requirement: { name: normalName(name), line: written.join("") } };
  });
}

/** A final release, or one that mends only how it was packed: `2.9.0.post0`. */
export const PINNED_VERSION = String.raw`\d{1,9}(?:\.\d{1,9}){0,9}(?:\.post\d{1,9})?`;
const PINNED = new RegExp(
  String.raw`^([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*==\s*(${PINNED_VERSION})$`,
);

/** A version by PEP 440: numbers, then `a1`, `.post1`, `.dev1` or `.*`, and a local part without dots. */
const VERSION = String.raw`v?(?:\d+!)?\d+(?:\.\d+)*(?:\.\*|(?:[._-]?(?:a|b|c|rc|alpha|beta|pre|preview)[._-]?\d*)?(?:[._-]?(?:post|rev|r)[._-]?\d*)?(?:[._-]?dev[._-]?\d*)?(?:\+[a-z0-9]+)?)`;
const BOUND = String.raw`(?:===?|!=|~=|<=?|>=?)\s*${VERSION}`;
const BOUNDS = String.raw`${BOUND}(?:\s*,\s*${BOUND})*`;

/** A package by its name, with extras, bounds and a condition, as PEP 508 writes them: no address and no path. */
const NAMED = new RegExp(
  String.raw`^([a-z0-9](?:[a-z0-9._-]*[a-z0-9])?)\s*(\[[a-z0-9._,\s-]*\])?\s*(${BOUNDS}|\(\s*${BOUNDS}\s*\))?\s*(;[^@\\]*)?$`,
  "i",
);

function formProblem(line: string): string {
  const problem = problemAnywhere(line);
  if (problem !== null) return problem;
  if (line.includes(";")) return "conditions are not allowed";
  if (line.includes("[")) return "extras are not allowed";
  return "an exact version is needed, as in name==1.2.3";
}

function sharedProblem(line: string): string {
  const problem = problemAnywhere(line);
  if (problem !== null) return problem;
  return DOTTED_LOCAL_VERSION.test(line)
    ? "a local version, behind the +, may have letters and numbers only"
    : "a name is needed, with bounds or without, as in name>=1.2,<3";
}

const DOTTED_LOCAL_VERSION = /\+[a-z0-9]+[._-]/iu;

function problemAnywhere(line: string): string | null {
  if (line.startsWith("-")) return "options (-r, -e, --index-url and so on) are not allowed";
  if (line.endsWith("\\")) return "a line must not go on in the next";
  if (/:\/\/|@|\//.test(line)) return "addresses and paths are not allowed, only names";
  return null;
}

type LineRead = { readonly requirement: Requirement } | { readonly problem: string };

function readAll(files: readonly TaskContent[], read: (line: string) => LineRead): Requirements {
  const requirements: Requirement[] = [];
  const reasons: Reason[] = [];
  for (const { path, content } of files) {
    for (const { text, line } of linesOf(content)) {
      const result = read(text);
      if ("requirement" in result) {
        const other = requirements.find(({ name }) => name === result.requirement.name);
        if (other === undefined) requirements.push(result.requirement);
        else if (other.line !== result.requirement.line) {
          reasons.push(refusal(path, line, text, `another line asks for ${other.line}`));
        }
      } else reasons.push(refusal(path, line, text, result.problem));
    }
  }
  return { requirements, reasons };
}

function refusal(file: string, line: number, text: string, problem: string): Reason {
  return {
    code: "dependency_refused",
    message: `${file}:${line}: ${JSON.stringify(text.slice(0, 200))}: ${problem}`,
    file,
    line,
  };
}

function linesOf(content: Uint8Array): { text: string; line: number }[] {
  return new TextDecoder()
    .decode(content)
    .split(/\r\n|\r|\n/)
    .map((text, index) => ({ text: text.replace(/(?:^|\s)#.*$/, "").trim(), line: index + 1 }))
    .filter(({ text }) => text !== "");
}

/** A package that a story asks for, and the versions that would do. */
export interface NamedPackage {
  readonly name: string;
  /** Such as `>=2.31` or `>=2,<3`; `*` for all. */
  readonly bounds: string;
}

/** Reads one line such as `requests>=2.31`; null for everything but a name with bounds that an allow-list could have too. */
export function readNamedPackage(line: string): NamedPackage | null {
  const [, name, extras = "", bounds = "", condition = ""] = NAMED.exec(line.trim()) ?? [];
  if (name === undefined || extras !== "" || condition !== "") return null;
  const plain = bounds.replaceAll(/[\s()]/gu, "");
  if (plain !== "" && !plain.split(",").every((bound) => PLAIN_BOUND.test(bound))) return null;
  return { name: normalName(name), bounds: plain === "" ? "*" : plain };
}

const PLAIN_BOUND = /^(?:==|!=|~=|<=?|>=?)\d{1,9}(?:\.\d{1,9}){0,9}$/u;

export function normalName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, "-");
}

/** Whether a version is within a list of bounds such as `>=2.0,<3`; `*` is every version. */
export function isInRange(version: string, range: string): boolean {
  if (range === "*") return true;
  return range.split(",").every((bound) => {
    const match = /^\s*(==|!=|<=|>=|<|>|~=)\s*([\d.]+)\s*$/.exec(bound);
    if (match === null) return false;
    return isWithin(version, match[1]!, match[2]!);
  });
}

/** Bounds name releases; `2.9.0.post0` is later than 2.9.0, and is meant by no bound that excludes it. */
function isWithin(pinned: string, operator: string, bound: string): boolean {
  const [version = "", post] = pinned.split(".post");
  const releases = compare(version, bound);
  if (operator === ">") return releases > 0;
  const order = releases === 0 && post !== undefined ? 1 : releases;
  switch (operator) {
    case "==":
      return order === 0;
    case "!=":
      return order !== 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">=":
      return order >= 0;
    default: {
      // `~=2.1` is 2.1 and later, below 3.
      const prefix = bound.split(".").slice(0, -1);
      const same = version.split(".").slice(0, prefix.length);
      return order >= 0 && compare(same.join("."), prefix.join(".")) === 0;
    }
  }
}

function compare(a: string, b: string): number {
  const [left, right] = [a.split(".").map(Number), b.split(".").map(Number)];
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** pytest plugins that a package brings and that its users cannot do without: no other is ever loaded. */
const PLUGINS: Readonly<Record<string, string>> = {
  anyio: "anyio.pytest_plugin",
  hypothesis: "_hypothesis_pytestplugin",
  "pytest-asyncio": "pytest_asyncio.plugin",
  "pytest-mock": "pytest_mock",
};

export function pluginsOf(requirements: readonly Requirement[]): string[] {
  return requirements.flatMap(({ name }) => PLUGINS[name] ?? []);
}
