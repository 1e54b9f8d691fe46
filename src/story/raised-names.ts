import {
  DENIED_BEFORE,
  DERIVED_BEFORE,
  ELSEWISE_AFTER,
  HANDLED_BEFORE,
  LET_THROUGH_BEFORE,
  RAISED_BEFORE,
  RAISED_IN_CLAUSE,
} from "./raising-words.ts";

const ERROR_NAME =
  /(?<![\p{L}\p{N}_])[A-Z]\w*[a-z0-9](?:Error|Exception|Warning)(?![\p{L}\p{N}_])/gu;
/** What is raised is named in camel case, with or without an article and backticks. */
const RAISED =
  /(?<![\p{L}\p{N}_])(?:[Rr]ais(?:e|es|ed|ing)|[Tt]hrow(?:s|n|ing)?)\s+(?:an?\s+|the\s+)?`?((?:[A-Za-z_]\w*\.)*[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+)/gu;

/**
 * The names of exceptions in a line, each once, but for those that it says are not raised (`never raises a KeyError`), are
 * handled (`a KeyError is caught`) or only derived from: no test can show these. `line` holds no quoted texts.
 */
export function raisedNames(line: string): string[] {
  const found = namesIn(line);
  const masked = withMarks(line, found);
  const names = new Set<string>();
  let at = 0;
  for (const { 0: list, index } of masked.matchAll(LIST)) {
    const size = list.split(MARK).length - 1;
    const said = found.slice(at, at + size).map(({ name }) => name);
    const isNew = said.some((name) => !names.has(name));
    if (isNew && isDemanded(masked.slice(0, index), masked.slice(index + list.length))) {
      for (const name of said) names.add(name);
    }
    at += size;
  }
  return [...names];
}

interface Found {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

function namesIn(line: string): Found[] {
  const matches = [...line.matchAll(ERROR_NAME), ...line.matchAll(RAISED)].map((match): Found => {
    const name = (match[1] ?? match[0]).split(".").at(-1)!;
    const end = match.index + match[0].length;
    return { name, start: end - name.length, end };
  });
  const byEnd = new Map(matches.map((each) => [each.end, each]));
  return [...byEnd.values()].toSorted((one, other) => one.start - other.start);
}

/** Stands for a name, with its module, its brackets and its backticks. */
const MARK = "\uE000";
/** Names that are said in one breath: `KeyError, IndexError or ValueError`. Bounded, for each name begins one. */
const LIST = new RegExp(
  `${MARK}(?:(?:(?:\\s?,\\s?${MARK}){1,8}\\s?,?)?(?:\\s?[/|、]\\s?|\\s(?:or|nor|and|oder|und|noch|ou|et|ni|o|y)\\s)(?:(?:an?|the|einen?|une?|una?|d['’]une?)\\s)?${MARK})?`,
  "giu",
);
/** Further from a name nothing is looked for: a long line stays cheap. */
const AROUND = 160;

function withMarks(line: string, found: readonly Found[]): string {
  let masked = "";
  let last = 0;
  for (const { start, end } of found) {
    const before = line.slice(Math.max(last, start - AROUND), start);
    const module = /`?(?:[A-Za-z_]\w*\.)*$/u.exec(before)?.[0].length ?? 0;
    const behind = /^(?:`|\(\s*\)){0,3}/u.exec(line.slice(end, end + AROUND))?.[0].length ?? 0;
    masked += line.slice(last, start - module).replaceAll(MARK, " ") + MARK;
    last = end + behind;
  }
  return masked + line.slice(last).replaceAll(MARK, " ");
}

function isDemanded(before: string, after: string): boolean {
  const left = plain(before.slice(-AROUND));
  const right = plain(after.slice(0, AROUND));
  const ends = (patterns: readonly RegExp[]): boolean => patterns.some((each) => each.test(left));
  if (ends(LET_THROUGH_BEFORE)) return true;
  if (ends(DENIED_BEFORE)) return false;
  if (ends(RAISED_BEFORE)) return true;
  if (ends(HANDLED_BEFORE)) return false;
  if (ends(DERIVED_BEFORE)) {
    const clause = left.split(/[.;:] /u).at(-1)!;
    return RAISED_IN_CLAUSE.some((each) => each.test(clause));
  }
  return !ELSEWISE_AFTER.some((each) => each.test(right));
}

/** With one kind of apostrophe, elided words apart, and single spaces. */
function plain(text: string): string {
  return text
    .replaceAll("’", "'")
    .replace(/(?<!\p{L})(?:d|l|n|qu)'/giu, "$& ")
    .replace(/\s+/gu, " ");
}
