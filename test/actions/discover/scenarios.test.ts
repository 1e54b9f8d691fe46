import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseMatrix } from "../../../src/handover/matrix.ts";
import type { Trigger } from "../../../src/runner/trigger.ts";
import { GitWorld } from "../../support/git-world.ts";
import { discover, dispatch, mergeGroup, pullRequest, push, rejectedNames } from "./support.ts";

// A real repository and real clones of it. `git log --graph`, newest first:
//
//   main    M2 changes a, adds late           rename  moves b to c, unchanged inside
//   work    W2 adds e                         cross   merges main and is merged by it, criss-cross
//           W1 changes b, deletes d           island  has no commit in common
//   start   a b d, a file and a link directly under generated/
let world: GitWorld;
const at: Record<string, string> = {};

const code = (content: string) => ({ content, mode: "100644" });

beforeAll(() => {
  world = new GitWorld();
  const make = (
    name: string,
    parents: readonly string[],
    files: Parameters<GitWorld["commit"]>[1],
  ) => {
    at[name] = world.commit(
      parents.map((parent) => at[parent] ?? ""),
      files,
    );
  };
  make("root", [], { "README.md": "0" });
  make("start", ["root"], {
    "generated/README.md": "tasks\n",
    "generated/a/src/a.py": "a1\n",
    "generated/a/tests/test_story.py": "t\n",
    "generated/b/src/b.py": "b1\n",
    "generated/d/src/d.py": "d1\n",
    "generated/was-link": { content: "a", mode: "120000" },
    "lib/x.txt": "x\n",
  });
  make("main1", ["start"], { "lib/x.txt": "x2\n" });
  make("main", ["main1"], { "generated/a/src/a.py": "a2\n", "generated/late/src/l.py": "l\n" });
  make("work1", ["start"], { "generated/b/src/b.py": "b2\n", "generated/d": null });
  make("work", ["work1"], { "generated/e/src/e.py": "e\n", "lib/y.txt": "y\n" });
  make("mergeRef", ["main", "work"], {
    "generated/b/src/b.py": "b2\n",
    "generated/d": null,
    "generated/e/src/e.py": "e\n",
    "lib/y.txt": "y\n",
  });
  make("updated", ["work", "main"], {
    "generated/a/src/a.py": "a2\n",
    "generated/late/src/l.py": "l\n",
    "lib/x.txt": "x2\n",
  });
  make("rename", ["start"], { "generated/b": null, "generated/c/src/b.py": "b1\n" });
  make("mode", ["start"], { "generated/a/src/a.py": { ...code("a1\n"), mode: "100755" } });
  make("same", ["start"], { "generated/a/src/a.py": "a9\n" });
  make("reverted", ["same"], { "generated/a/src/a.py": "a1\n" });
  make("outside", ["start"], {
    "lib/z.txt": "z\n",
    "generated/README.md": "other\n",
    "generated/new.txt": "n\n",
  });
  make("odd", ["start"], {
    "generated/Upper/x": "1",
    "generated/sp ace/x": "1",
    'generated/quo"te/x': "1",
    "generated/new\nline/x": "1",
    "generated/täsk/x": "1",
    "generated/-dash/x": "1",
    "generated/$(id)/x": "1",
    "generated/good/x": "1",
    [`generated/${"l".repeat(65)}/x`]: "1",
  });
  make("twins", ["start"], {
    "generated/A/x": "1",
    "generated/a/src/a.py": "a3\n",
    "generated/b/src/b.py": "b3\n",
  });
  make("replaced", ["start"], {
    "generated/a": { content: "b", mode: "120000" },
    "generated/b": { content: at["root"]!, mode: "160000" },
    "generated/d": "a file now\n",
    "generated/was-link": null,
  });
  make("folder", ["start"], { "generated/was-link": null, "generated/was-link/src/x.py": "x\n" });
  make("removed", ["start"], { generated: null });
  make("nested", ["start"], { "tools/gen/n1/x": "1", "tools/gen/n2/x": "1", "generated/e/x": "1" });
  // Criss-cross: each side merged the other's first commit.
  make("left1", ["start"], { "generated/l/x": "1" });
  make("right1", ["start"], { "generated/r/x": "1" });
  make("left", ["left1", "right1"], { "generated/r/x": "1", "generated/l2/x": "1" });
  make("right", ["right1", "left1"], { "generated/l/x": "1", "lib/r.txt": "r" });
  // The same, with merge bases that hold the same tasks.
  make("calm1", ["start"], { "lib/c1": "1" });
  make("calm2", ["start"], { "lib/c2": "1" });
  make("calmLeft", ["calm1", "calm2"], { "lib/c2": "1", "generated/k/x": "1" });
  make("calmRight", ["calm2", "calm1"], { "lib/c1": "1" });
  make("island", [], { "generated/i/x": "1" });
  make("forced", ["root"], { "generated/a/src/a.py": "a1\n", "generated/f/x": "1" });
  make("group", ["main"], { "generated/g1/x": "1" });
  for (const [name, commit] of Object.entries(at)) world.branch(`keep/${name}`, commit);
  for (const name of ["main", "work", "left", "right", "calmRight"]) world.branch(name, at[name]!);
  world.branch("refs/pull/12/head", at["work"]!);
  world.branch("refs/pull/12/merge", at["mergeRef"]!);
  world.branch("side/branch", at["rename"]!);
});
afterAll(() => world[Symbol.dispose]());

interface Scenario {
  readonly when: string;
  readonly trigger: () => Trigger;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly tasks: string;
  readonly deleted?: string;
  readonly rejected?: readonly string[];
  readonly base?: string;
  readonly mergeBase?: string;
}

const scenarios: readonly Scenario[] = [
  {
    when: "a pull request changes, adds and deletes tasks while main went on",
    trigger: () => pullRequest(at["work"]!),
    tasks: "b,e",
    deleted: "d",
    base: "main",
    mergeBase: "start",
  },
  {
    when: "a pull request has merged main since",
    trigger: () => pullRequest(at["updated"]!),
    tasks: "b,e",
    deleted: "d",
    base: "main",
    mergeBase: "main",
  },
  {
    when: "a folder was renamed without a change",
    trigger: () => pullRequest(at["rename"]!),
    tasks: "c",
    deleted: "b",
  },
  { when: "only a mode changed", trigger: () => pullRequest(at["mode"]!), tasks: "a" },
  { when: "a change was taken back", trigger: () => pullRequest(at["reverted"]!), tasks: "" },
  {
    when: "only other files and files directly under the root changed",
    trigger: () => pullRequest(at["outside"]!),
    tasks: "",
  },
  {
    when: "names are outside the grammar",
    trigger: () => pullRequest(at["odd"]!),
    tasks: "good",
    rejected: ["$(id)", "-dash", "Upper", "l".repeat(65), "new\nline", 'quo"te', "sp ace", "täsk"],
  },
  {
    when: "two names are equal without case",
    trigger: () => pullRequest(at["twins"]!),
    tasks: "b",
    rejected: ["A", "a"],
  },
  {
    when: "a link, a submodule and a file stand in place of folders",
    trigger: () => pullRequest(at["replaced"]!),
    tasks: "",
    rejected: ["a", "b", "d"],
  },
  {
    when: "a folder stands in place of a link",
    trigger: () => pullRequest(at["folder"]!),
    tasks: "was-link",
  },
  {
    when: "the whole root folder is gone",
    trigger: () => pullRequest(at["removed"]!),
    tasks: "",
    deleted: "a,b,d",
  },
  {
    when: "the root folder is another one",
    trigger: () => pullRequest(at["nested"]!),
    inputs: { root: "./tools/gen/" },
    tasks: "n1,n2",
  },
  {
    when: "the root folder does not exist",
    trigger: () => pullRequest(at["work"]!),
    inputs: { root: "nowhere" },
    tasks: "",
  },
  {
    when: "a pull request is into another branch than main",
    trigger: () => pullRequest(at["work"]!, { baseBranch: "keep/work1" }),
    tasks: "e",
    base: "work1",
    mergeBase: "work1",
  },
  {
    when: "the pull request is already merged",
    trigger: () => pullRequest(at["start"]!),
    tasks: "",
    mergeBase: "start",
  },
  {
    when: "the head of the event is gone",
    trigger: () => pullRequest("1".repeat(40)),
    tasks: "b,e",
    deleted: "d",
  },
  {
    when: "merge bases are several and give the same answer",
    trigger: () => pullRequest(at["calmLeft"]!, { baseBranch: "calmRight" }),
    tasks: "k",
  },
  {
    when: "a branch is pushed for the first time",
    trigger: () => push("work", null, at["work"]!),
    tasks: "b,e",
    deleted: "d",
    base: "main",
    mergeBase: "start",
  },
  {
    when: "a branch gets further commits",
    trigger: () => push("work", at["work1"]!, at["work"]!),
    tasks: "b,e",
    deleted: "d",
  },
  {
    when: "a branch was rewritten",
    trigger: () => push("work", at["island"]!, at["work"]!),
    tasks: "b,e",
    deleted: "d",
  },
  { when: "a branch is deleted", trigger: () => push("work", at["work"]!, null), tasks: "" },
  {
    when: "a tag is pushed",
    trigger: () => push(null, null, at["rename"]!),
    tasks: "c",
    deleted: "b",
  },
  {
    when: "main gets several commits",
    trigger: () => push("main", at["start"]!, at["main"]!),
    tasks: "a,late",
    base: "main",
    mergeBase: "main",
  },
  {
    when: "main is pushed for the first time",
    trigger: () => push("main", null, at["start"]!),
    tasks: "a,b,d",
    rejected: ["was-link"],
    base: "start",
    mergeBase: "start",
  },
  {
    when: "main was rewritten",
    trigger: () => push("main", at["work"]!, at["forced"]!),
    tasks: "a,f",
    deleted: "b,e",
    base: "forced",
    mergeBase: "forced",
  },
  {
    when: "main was rewritten without history in common",
    trigger: () => push("main", at["main"]!, at["island"]!),
    tasks: "i",
    deleted: "a,b,d,late",
  },
  {
    when: "a merge group is built on main",
    trigger: () => mergeGroup(at["group"]!, at["main"]!),
    tasks: "g1",
    base: "main",
    mergeBase: "main",
  },
  {
    when: "dispatched on a branch",
    trigger: () => dispatch("work", at["work"]!),
    tasks: "b,e",
    deleted: "d",
    base: "main",
    mergeBase: "start",
  },
  {
    when: "dispatched on a tag",
    trigger: () => dispatch(null, at["rename"]!),
    tasks: "c",
    deleted: "b",
  },
  {
    when: "dispatched on main",
    trigger: () => dispatch("main", at["main"]!),
    tasks: "",
    base: "main",
    mergeBase: "main",
  },
  {
    when: "run by a schedule",
    trigger: () => ({ kind: "other", defaultBranch: "main", event: "schedule", sha: at["main"]! }),
    tasks: "",
  },
  {
    when: "head and base are given as branch and tag names",
    trigger: () => dispatch("main", at["main"]!),
    inputs: { head: "side/branch", base: "main" },
    tasks: "c",
    deleted: "b",
    base: "main",
    mergeBase: "start",
  },
  {
    when: "only the base is given",
    trigger: () => pullRequest(at["work"]!),
    inputs: { base: "keep/work1" },
    tasks: "e",
    base: "work1",
    mergeBase: "work1",
  },
  {
    when: "only the head is given, on main",
    trigger: () => push("main", at["start"]!, at["main"]!),
    inputs: { head: "refs/heads/work" },
    tasks: "b,e",
    deleted: "d",
    base: "main",
  },
];

const MERGE = "refs/pull/12/merge";
const HEAD = "refs/pull/12/head";

// As actions/checkout makes them: of the pull request's merge, or of its head.
const clones: readonly {
  readonly kind: string;
  readonly ref?: string;
  readonly options?: readonly string[];
}[] = [
  { kind: "no checkout" },
  { kind: "depth 1 of the merge", ref: MERGE, options: ["--depth=1"] },
  { kind: "depth 1 of the head", ref: HEAD, options: ["--depth=1"] },
  { kind: "depth 2 of the merge", ref: MERGE, options: ["--depth=2"] },
  { kind: "the whole history", ref: MERGE },
  { kind: "a blobless clone", ref: HEAD, options: ["--filter=blob:none"] },
  { kind: "a treeless clone", ref: MERGE, options: ["--filter=tree:0"] },
];

describe.each(clones)("with $kind", ({ ref, options = [] }) => {
  let workspace = "";
  beforeAll(() => {
    if (ref !== undefined) workspace = world.checkout(ref, options);
  });

  test.each(scenarios)("$when", async (scenario) => {
    const { outputs, problem } = await discover(world, {
      trigger: scenario.trigger(),
      inputs: scenario.inputs ?? {},
      workspace,
    });
    const { base, mergeBase, tasks, deleted = "", rejected = [] } = scenario;

    expect(outputs).toMatchObject({
      tasks,
      deleted,
      "has-tasks": String(tasks !== ""),
      ...(base !== undefined && { base: at[base] }),
      ...(mergeBase !== undefined && { "merge-base": at[mergeBase] }),
    });
    expect(rejectedNames(outputs)).toEqual(rejected);
    expect(parseMatrix(outputs.matrix).flatMap((entry) => entry.tasks)).toEqual(
      tasks === "" ? [] : tasks.split(","),
    );
    expect(problem?.code).toBe(rejected.length === 0 ? undefined : "INPUT_INVALID");
  });

  test.each([
    {
      when: "histories are unrelated",
      trigger: () => pullRequest(at["island"]!),
      says: "no common history",
    },
    {
      when: "merge bases are several and differ in tasks",
      trigger: () => pullRequest(at["left"]!, { baseBranch: "right" }),
      says: "2 merge bases",
    },
    {
      when: "the base branch is gone",
      trigger: () => pullRequest(at["work"]!, { baseBranch: "nothing" }),
      says: "no refs/heads/nothing",
    },
    {
      when: "neither head is there",
      trigger: () => pullRequest("1".repeat(40), { number: 99 }),
      says: "no 1111",
    },
    {
      when: "the commit before a push to main is gone",
      trigger: () => push("main", "2".repeat(40), at["main"]!),
      says: "no 2222",
    },
  ])("fails with the reason when $when", async ({ trigger, says }) => {
    await expect(discover(world, { trigger: trigger(), workspace })).rejects.toMatchObject({
      code: "GIT_FAILED",
      message: expect.stringContaining(says) as unknown,
    });
  });
});
