import { expect, test } from "vitest";
import type { Answer } from "../../../actions/discover/answer.ts";
import { PipelineError } from "../../../src/foundation/errors.ts";
import { git, GitWorld, type Files, type NewCommit } from "../../support/git-world.ts";
import * as fc from "../../support/properties.ts";
import { discover, pullRequest, rejectedNames } from "./support.ts";

const names = [
  "a",
  "b-1",
  "c_2",
  "d",
  "e",
  "a",
  "b-1",
  "c_2",
  "d",
  "e",
  "Upper",
  "up per",
  "tab	here",
  "täsk",
  'quo"te',
  "a_",
  "B-1",
];
const forms = {
  folder: (path: string, content: string): Files => ({
    [path]: null,
    [`${path}/src/x.py`]: content,
  }),
  deep: (path: string, content: string): Files => ({ [`${path}/src/deep/er/y.py`]: content }),
  file: (path: string, content: string): Files => ({ [path]: content }),
  link: (path: string, content: string): Files => ({ [path]: { mode: "120000", content } }),
  module: (path: string, content: string): Files => ({
    [path]: { mode: "160000", content: content.repeat(40) },
  }),
} as const;
type Form = keyof typeof forms;

interface Step {
  /** How many commits back each parent is; none for a root. */
  readonly parents: readonly number[];
  readonly edits: readonly {
    readonly name: string;
    readonly form: Form | null;
    readonly content: number;
  }[];
  /** Commits are not always made in the order of their dates. */
  readonly skew: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  parents: fc.oneof(
    { weight: 30, arbitrary: fc.array(fc.nat(4), { minLength: 1, maxLength: 3 }) },
    { weight: 1, arbitrary: fc.constant([]) },
  ),
  edits: fc.array(
    fc.record({
      name: fc.constantFrom(...names),
      form: fc.constantFrom<Form | null>(
        null,
        "folder",
        "folder",
        "folder",
        "deep",
        "file",
        "link",
        "module",
      ),
      content: fc.nat(2),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  skew: fc.constantFrom(0, 0, 0, -5_000, 5_000),
});

const ALL = 2 ** 31 - 1;

const history = fc.record({
  steps: fc.array(step, { minLength: 5, maxLength: 16 }),
  base: fc.nat(5),
  head: fc.nat(2),
  // Small, so that these small histories are cut where a real one would be.
  depths: fc.constantFrom([1, 2, 3, ALL], [2, ALL], [64, 1_024, ALL]),
  clone: fc.constantFrom(null, ["--depth=1"], ["--depth=3"], [], ["--filter=tree:0"]),
});

test("says for any history what a full clone says", { timeout: 120_000 }, async () => {
  using world = new GitWorld();
  const found = { answers: 0, refusals: 0, tasks: 0 };
  await fc.assert(
    fc.asyncProperty(history, async ({ steps, base, head, clone, depths }) => {
      const commits = world.commits(commitsOf(steps));
      const baseCommit = commits.at(-1 - (base % commits.length)) ?? "";
      const headCommit = commits.at(-1 - (head % commits.length)) ?? "";
      world.branch("main", baseCommit);
      const workspace = clone === null ? "" : world.checkout(headCommit, clone);
      const expected = reference(world, baseCommit, headCommit);
      const asked = discover(world, { trigger: pullRequest(headCommit), workspace, depths });

      const answer = await asked.then(summary, refusal);
      expect(answer).toEqual(expected);
      if (answer === REFUSED) found.refusals++;
      else found.answers++;
      found.tasks += answer === REFUSED ? 0 : answer.tasks.length;
    }),
    { numRuns: Number(process.env["HISTORIES"] ?? 40), seed: Number(process.env["SEED"] ?? 5) },
  );
  // The property would hold of histories in which nothing happens.
  expect(found.answers).toBeGreaterThan(found.refusals);
  expect(found.refusals).toBeGreaterThan(0);
  expect(found.tasks).toBeGreaterThan(found.answers / 2);
});

function commitsOf(steps: readonly Step[]): readonly NewCommit[] {
  return steps.map(({ parents, edits, skew }, index) => ({
    parents: index === 0 ? [] : [...new Set(parents.map((back) => Math.max(0, index - 1 - back)))],
    files: edits.reduce<Files>(
      (files, { name, form, content }) => ({
        ...files,
        ...fileAt(`generated/${name}`, form, content),
      }),
      { marker: String(index) },
    ),
    skew,
  }));
}

function fileAt(path: string, form: Form | null, content: number): Files {
  return form === null ? { [path]: null } : forms[form](path, String(content + 1));
}

const REFUSED = "refused";

function summary({ outputs }: Answer): Expected {
  return {
    tasks: listOf(outputs.tasks),
    deleted: listOf(outputs.deleted),
    rejected: rejectedNames(outputs),
  };
}

function refusal(error: unknown): typeof REFUSED {
  if (error instanceof PipelineError && error.code === "GIT_FAILED") return REFUSED;
  throw error;
}

interface Expected {
  readonly tasks: readonly string[];
  readonly deleted: readonly string[];
  readonly rejected: readonly string[];
}

/** Slow and obviously right: git's own merge bases in the whole repository, and both listings, compared name by name. */
function reference(world: GitWorld, base: string, head: string): Expected | typeof REFUSED {
  const bases = git(world.remote, ["merge-base", "--all", base, head], "", [1])
    .split("\n")
    .filter(Boolean);
  const answers = bases.map((mergeBase) =>
    compare(listing(world, mergeBase), listing(world, head)),
  );
  const [first, ...others] = answers;
  const isOne = others.every((other) => JSON.stringify(other) === JSON.stringify(first));
  return first !== undefined && isOne ? first : REFUSED;
}

function listing(world: GitWorld, commit: string): Map<string, string> {
  const lines = git(world.remote, ["ls-tree", "-z", "--full-tree", commit, "generated/"])
    .split("\0")
    .filter(Boolean);
  return new Map(
    lines.map((line): [string, string] => {
      const tab = line.indexOf("\t");
      return [line.slice(tab + 1).replace("generated/", ""), line.slice(0, tab)];
    }),
  );
}

const isTask = (name: string) => /^[a-z0-9]([a-z0-9_-]{0,62}[a-z0-9])?$/.test(name);
const isFolder = (object: string | undefined) => object?.startsWith("040000") === true;

function compare(before: Map<string, string>, after: Map<string, string>): Expected {
  const changed = [...after.keys()]
    .filter((name) => before.get(name) !== after.get(name))
    .toSorted();
  const hasTwin = (name: string) =>
    [...after.keys()].some((other) => other !== name && other.toLowerCase() === name.toLowerCase());
  const isStray = (name: string) =>
    after.get(name)?.startsWith("100") === true && !isFolder(before.get(name));
  const isGood = (name: string) => isTask(name) && isFolder(after.get(name)) && !hasTwin(name);
  return {
    tasks: changed.filter(isGood),
    deleted: [...before.keys()]
      .filter((name) => !after.has(name) && isTask(name) && isFolder(before.get(name)))
      .toSorted(),
    rejected: changed.filter((name) => !isGood(name) && !isStray(name)),
  };
}

function listOf(text: string): readonly string[] {
  return text === "" ? [] : text.split(",");
}
