import { expect, test } from "vitest";
import { type EarlierPorts, endsBelow, MAX_COMMITS } from "../../../src/next-runs/earlier-ends.ts";
import { EMPTY_JOURNAL, type End } from "../../../src/next-runs/journal.ts";
import { isTaskId } from "../../../src/task/task-id.ts";

const [price] = ["price"].filter(isTaskId);
const paid: End = {
  kind: "end",
  task: price!,
  code: "limit_reached",
  costUsd: 0.4,
  calls: 3,
  evidenceRun: null,
};

interface Commit {
  readonly isByGenerate?: boolean;
  readonly ends?: readonly End[];
  /** The text of the story; otherwise `a`. */
  readonly story?: string;
}

const PERSON: Commit = {};
const GENERATED: Commit = { isByGenerate: true };
const PAID: Commit = { ends: [paid] };

/** A line of commits, the head first, and what is asked about it. */
function lineOf(commits: readonly Commit[]): EarlierPorts & { readonly asked: string[] } {
  const asked: string[] = [];
  const at = (commit: string): Commit => commits[Number(commit)] ?? {};
  return {
    asked,
    journals: {
      read(commit) {
        asked.push(commit);
        return Promise.resolve({ ...EMPTY_JOURNAL, ends: at(commit).ends ?? [] });
      },
    },
    repository: {
      firstParents: (_, __, max) =>
        Promise.resolve(
          commits.slice(0, max).map(({ isByGenerate }, index) => ({
            commit: String(index),
            parents: [String(index + 1)],
            message: isByGenerate === true ? "Generate\n\nAgent-Pipeline-Task: price\n" : "Mine\n",
          })),
        ),
      objectAt: (commit) =>
        Promise.resolve({ mode: "100644", type: "blob", oid: at(commit).story ?? "a" } as const),
    },
  };
}

test.each<{ when: string; line: readonly Commit[]; found: number; asked: number }>([
  { when: "nothing is below it", line: [PERSON], found: 0, asked: 0 },
  { when: "generate made it", line: [GENERATED, PAID], found: 0, asked: 0 },
  { when: "a person pushed on top of it", line: [PERSON, PAID], found: 1, asked: 1 },
  { when: "persons pushed twice", line: [PERSON, PERSON, PAID], found: 1, asked: 2 },
  {
    when: "generate brought it along, and a person pushed on top",
    line: [PERSON, { ...GENERATED, ends: [paid] }, PAID],
    found: 1,
    asked: 1,
  },
  { when: "generate knew of none", line: [PERSON, GENERATED, PAID], found: 0, asked: 1 },
  { when: "a newer one has it already", line: [PERSON, PAID, PAID], found: 1, asked: 1 },
  {
    when: "the story has another text since",
    line: [{ story: "b" }, PAID],
    found: 0,
    asked: 1,
  },
  {
    when: "it lies far below",
    line: [...Array.from({ length: MAX_COMMITS + 1 }, () => PERSON), PAID],
    found: 0,
    asked: MAX_COMMITS,
  },
])("where $when, $found of what was paid counts", async ({ line, found, asked }) => {
  const ports = lineOf(line);
  const ends = await endsBelow("0", "base", () => "meta/stories/price.json", ports);
  expect(ends).toHaveLength(found);
  expect(ports.asked).toHaveLength(asked);
});

test("a task without a story has cost nothing", async () => {
  expect(await endsBelow("0", "base", () => null, lineOf([PERSON, PAID]))).toEqual([]);
});
