import { CONFIG_PATH } from "../../src/config/config.ts";
import type { Settings } from "../../src/config/settings.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import type { RepositoryReader } from "../../src/git/repository.ts";
import type { PullRequests } from "../../src/github/pull-requests.ts";
import type { Log } from "../../src/runner/log.ts";
import { STORIES, type Story } from "../../src/story/story.ts";
import { GENERATED } from "../../src/task/folder.ts";
import {
  STORY_BRANCHES,
  storyBranch,
  TASK_BRANCHES,
  taskBranch,
  type TaskId,
} from "../../src/task/task-id.ts";
import type { Destination } from "./commit-task.ts";
import type { Target } from "./target.ts";

/** What a run looks at, and where each task of it would be written: all branches as they stood at one moment. */
export interface Scene {
  /** The tip of the branch that is merged into, whose config holds. */
  readonly baseTip: string;
  /** The commit whose stories are read. */
  readonly commit: string;
  /** The commit that holds what is merged already. */
  readonly base: string;
  /** Only stories that differ from this commit are meant; null: all that have no task yet. */
  readonly changedSince: string | null;
  /** In a pull request its head says what is there, elsewhere the base does. */
  readonly headDecides: boolean;
  readonly destinationOf: (story: Story, task: TaskId, strategy: BranchStrategy) => Destination;
}

export type BranchStrategy = Settings["branch-strategy"];

interface ScenePorts {
  readonly repository: RepositoryReader;
  readonly pullRequests: PullRequests;
  readonly log: Log;
}

/** Reads where the branches of a target stand now; null, with a notice, when there is nothing to write to. */
export async function openScene(
  target: Exclude<Target, { kind: "nothing" }>,
  defaultBranch: string,
  ports: ScenePorts,
): Promise<Scene | null> {
  const scene =
    target.kind === "pull_request"
      ? await pullRequestScene(target.number, ports)
      : await defaultBranchScene(defaultBranch, target.pushed, ports.repository);
  if (scene !== null) await bringScene(scene, ports.repository);
  return scene;
}

async function pullRequestScene(
  number: number,
  { repository, pullRequests, log }: ScenePorts,
): Promise<Scene | null> {
  const pullRequest = await pullRequests.get(number);
  if (!pullRequest.isOpen || pullRequest.isFork) {
    const why = pullRequest.isFork ? "comes from a fork" : "is closed";
    log.notice(`Nothing is generated: #${number} ${why}.`);
    return null;
  }
  const { headBranch: branch, baseBranch: base } = pullRequest;
  const tips = await repository.branchTips(branch, base);
  const [tip, baseTip] = [tipOf(branch, tips), tipOf(base, tips)];
  const [mergeBase] = await repository.mergeBases(baseTip, tip);
  if (mergeBase === undefined) {
    throw new PipelineError("INPUT_INVALID", `#${number} has no history in common with ${base}`);
  }
  const destination = { branch, base, tip, parent: tip, pullRequest: number };
  return {
    baseTip,
    commit: tip,
    base: mergeBase,
    changedSince: mergeBase,
    headDecides: true,
    destinationOf: () => destination,
  };
}

async function defaultBranchScene(
  base: string,
  pushed: { before: string | null; after: string } | null,
  repository: RepositoryReader,
): Promise<Scene> {
  // Of both kinds, because the config says which, and is read at the tip.
  const tips = await repository.branchTips(base, TASK_BRANCHES, STORY_BRANCHES);
  const commit = tipOf(base, tips);
  return {
    baseTip: commit,
    commit,
    base: commit,
    changedSince: pushed === null ? null : await startOfPush(repository, pushed),
    headDecides: false,
    destinationOf(story, task, strategy) {
      const branch = strategy === "story" ? storyBranch(story.key) : taskBranch(task);
      return { branch, base, tip: tips.get(branch) ?? null, parent: commit, pullRequest: null };
    },
  };
}

/** null for a first push, and for a forced one whose old commits the server no longer gives: then every story counts. */
async function startOfPush(
  repository: RepositoryReader,
  { before, after }: { before: string | null; after: string },
): Promise<string | null> {
  if (before === null) return null;
  try {
    return (await repository.mergeBases(before, after))[0] ?? null;
  } catch (error) {
    if (error instanceof PipelineError && error.code === "GIT_FAILED") return null;
    throw error;
  }
}

function tipOf(branch: string, tips: ReadonlyMap<string, string>): string {
  const tip = tips.get(branch);
  if (tip !== undefined) return tip;
  throw new PipelineError(
    "INPUT_INVALID",
    `The branch ${JSON.stringify(branch)} does not exist any more`,
  );
}

/** The folders that every run looks into, which come together: one after the other they would be twice the questions. */
async function bringScene(
  { baseTip, commit, base, changedSince }: Scene,
  repository: RepositoryReader,
): Promise<void> {
  const withStories = [commit, changedSince].filter((one) => one !== null);
  await repository.bringFolders([
    { commit: baseTip, folder: CONFIG_PATH.split("/").slice(0, -1).join("/") },
    ...withStories.map((one) => ({ commit: one, folder: STORIES })),
    ...[base, commit].map((one) => ({ commit: one, folder: GENERATED })),
  ]);
}
