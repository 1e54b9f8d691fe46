import { expect, test } from "vitest";
import type { BundleResult } from "../../../world/bundle.ts";
import { git } from "../../support/git-world.ts";
import { smallStory, storyPath, storyText } from "./support/stories.ts";
import { handedOver, skippedOf, storyFiles, World } from "./support/world.ts";

const MANY = 10;

const dispatch = { event: "workflow_dispatch" } as const;

function namesOf(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `story-${String(index).padStart(2, "0")}`);
}

function texts(names: readonly string[], version: string): Record<string, string> {
  return Object.fromEntries(
    names.map((id) => [storyPath(id), storyText(smallStory(id, { version }))]),
  );
}

/** How often a run asks git's server; what it pushes is counted apart, because it may push each branch. */
async function questions(
  { github }: World,
  run: () => Promise<BundleResult>,
  check: (result: BundleResult) => void,
): Promise<number> {
  const before = github.gitCalls.length;
  check(await run());
  return github.gitCalls.slice(before).filter((service) => service === "git-upload-pack").length;
}

const hands =
  (names: readonly string[]) =>
  (result: BundleResult): void =>
    expect(handedOver(result).map(({ task }) => task)).toEqual(names);

const skips =
  (names: readonly string[], reason: string) =>
  (result: BundleResult): void =>
    expect(skippedOf(result)).toEqual(names.map((subject) => ({ subject, reason })));

const isGenerated = (entry: string): boolean => entry.endsWith("\tgenerated");

/** A commit on top of main that adds the folders of some branches, none of which is a part of its history. */
function onMain({ repository }: World, names: readonly string[]): string {
  const treeOf = (entries: readonly string[]): string =>
    git(repository.path, ["mktree"], entries.map((entry) => `${entry}\n`).join(""));
  const entriesOf = (tree: string): string[] => repository.git("ls-tree", tree).split("\n");
  const root = entriesOf("main");
  const folders = [
    ...(root.some(isGenerated) ? entriesOf("main:generated") : []),
    ...names.flatMap((name) => entriesOf(`task/${name}:generated`)),
  ];
  const others = root.filter((entry) => !isGenerated(entry));
  const tree = treeOf([...others, `040000 tree ${treeOf(folders)}\tgenerated`]);
  return repository.git("commit-tree", tree, "-p", "main", "-m", "On main");
}

async function lifeOnMain(count: number): Promise<Readonly<Record<string, number>>> {
  await using world = await World.open();
  const names = namesOf(count);
  const counted: Record<string, number> = {};
  const event = world.push(storyFiles(...names));
  counted["made"] = await questions(world, () => world.generate(event), hands(names));
  counted["already there"] = await questions(world, () => world.generate(dispatch), hands(names));

  // Each from a main of its own.
  const few = names.slice(0, 4);
  for (const name of few) {
    world.push({ [`before-${name}.txt`]: "x" });
    world.repository.git("update-ref", `refs/heads/task/${name}`, onMain(world, [name]));
  }
  world.push({ "between.txt": "x" });
  const again = world.push({ ...texts(few, "2"), "other.txt": "x" });
  counted["made again"] = await questions(world, () => world.generate(again), hands(few));

  // With a folder more, so that main is not by chance what one of the branches holds.
  world.push({ "generated/later/x.py": "x" });
  world.repository.git("update-ref", "refs/heads/main", onMain(world, names));
  counted["merged"] = await questions(
    world,
    () => world.generate(dispatch),
    skips(names, "unchanged"),
  );

  const last = world.push(texts(names, "3"));
  counted["would be a rerun"] = await questions(
    world,
    () => world.generate(last, { "rerun-policy": "append", "dry-run": "true" }),
    skips(
      names.map((name) => `${name}-r2`),
      "dry_run",
    ),
  );
  return counted;
}

async function lifeInPullRequest(count: number): Promise<Readonly<Record<string, number>>> {
  await using world = await World.open();
  const names = namesOf(count);
  const event = world.openPullRequest(storyFiles(...names));
  return {
    made: await questions(world, () => world.generate(event), hands(names)),
    "already there": await questions(world, () => world.generate(event), hands(names)),
  };
}

test.each([
  { where: "main", life: lifeOnMain },
  { where: "a pull request", life: lifeInPullRequest },
])(
  "git's server is asked as often for ten stories in $where as for one",
  { timeout: 180_000 },
  async ({ life }) => {
    const forOne = await life(1);
    // One of them is for the config.
    expect(Math.max(...Object.values(forOne))).toBeLessThanOrEqual(13);
    expect(await life(MANY)).toEqual(forOne);
  },
);
