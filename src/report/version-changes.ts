import { structuredPatch } from "diff";
import type { FileChange } from "./page-data.ts";
import type { ReportedQuestion } from "./run-report.ts";

/** Lines around a change. */
const CONTEXT = 3;
/** Of a first version, which is all new; the whole of what came of it stands above the attempts. */
const FIRST_LINES = 400;
/** Texts that differ in more than this are not held against each other: it would take long and show nothing. */
const MOST_EDITS = 4_000;
const LONGEST_TEXT = 400_000;
const LONGEST_LINE = 2_000;

/**
 * Compares each version of a file with the one before it: of the same stage where the same version is asked about again,
 * else the newest one of that path. Keeps what it has seen, so that questions must come in their order.
 */
export class Versions {
  readonly #newest = new Map<string, { readonly version: string; readonly text: string }>();

  changesBy({ stage, sample, round, files }: ReportedQuestion): FileChange[] {
    const version = `${stage} ${sample}.${round}`;
    const changes = files.map(({ path, text }) => {
      const before = this.#newest.get(path) ?? null;
      return changeOf(path, version, before, text);
    });
    for (const { path, text } of files) this.#newest.set(path, { version, text });
    return changes;
  }
}

function changeOf(
  path: string,
  version: string,
  before: { readonly version: string; readonly text: string } | null,
  text: string,
): FileChange {
  const base = { path, version, before: before?.version ?? null };
  if (before === null) return firstVersion(base, text);
  if (before.text === text) return { ...base, added: 0, removed: 0, hunks: [], left: null };
  const patch =
    before.text.length + text.length > LONGEST_TEXT
      ? undefined
      : structuredPatch(path, path, before.text, text, undefined, undefined, {
          context: CONTEXT,
          maxEditLength: MOST_EDITS,
        });
  if (patch === undefined) {
    return { ...base, added: 0, removed: 0, hunks: [], left: "too different to be shown" };
  }
  const hunks = patch.hunks.map(({ oldStart, newStart, lines }) => ({
    oldStart,
    newStart,
    lines: lines.map(shortened),
  }));
  const count = (sign: string): number =>
    hunks.reduce((sum, { lines }) => sum + lines.filter((line) => line.startsWith(sign)).length, 0);
  return { ...base, added: count("+"), removed: count("-"), hunks, left: null };
}

function firstVersion(
  base: Pick<FileChange, "path" | "version" | "before">,
  text: string,
): FileChange {
  const all = text.split("\n");
  if (all.at(-1) === "") all.pop();
  const lines = all.slice(0, FIRST_LINES).map((line) => shortened(`+${line}`));
  const left = all.length - lines.length;
  return {
    ...base,
    added: all.length,
    removed: 0,
    hunks: [{ oldStart: 0, newStart: 1, lines }],
    left: left === 0 ? null : `${left} further lines are not shown`,
  };
}

function shortened(line: string): string {
  return line.length <= LONGEST_LINE
    ? line
    : `${line.slice(0, LONGEST_LINE)}… (${line.length - LONGEST_LINE} more characters)`;
}
