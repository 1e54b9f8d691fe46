import { PipelineError } from "../../src/foundation/errors.ts";
import type { RepositoryReader } from "../../src/git/repository.ts";
import type { PullRequests } from "../../src/github/pull-requests.ts";
import type { Log } from "../../src/runner/log.ts";
import type { Story } from "../../src/story/story.ts";
import type { TaskId } from "../../src/task/task-id.ts";
import type { Destination } from "./publish.ts";
import type { Target } from "./target.ts";

/** What a run looks at, and where each task of it would be written. */
export interface Scene {
  /** The commit whose stories are read. */
  readonly commit: string;
  /** The commit that holds what is merged already. */
  readonly base: string;
  /** Only stories that differ from this commit are meant; null: all that have no task yet. */
  readonly changedSince: string | null;
  /** In a pull request its head says what is there, elsewhere the base does. */
  readonly headDecides: boolean;
  destinationOf(
    story: Story,
    task: TaskId,
    strategy: "auto" | "task" | "story",
  ): Promise<Destination>;
}

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
  return target.kind === "pull_request"
    ? pullRequestScene(target.number, ports)
    : defaultBranchScene(defaultBranch, target.pushed, ports.repository);
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
  const tip = await tipOf(repository, branch);
  const [mergeBase] = await repository.mergeBases(await tipOf(repository, base), tip);
  if (mergeBase === undefined) {
    throw new PipelineError("INPUT_INVALID", `#${number} has no history in common with ${base}`);
  }
  const destination = { branch, base, tip, parent: tip, pullRequest: number };
  return {
    commit: tip,
    base: mergeBase,
    changedSince: mergeBase,
    headDecides: true,
    destinationOf: async () => destination,
  };
}

async function defaultBranchScene(
  base: string,
  pushed: { before: string | null; after: string } | null,
  repository: RepositoryReader,
): Promise<Scene> {
  const commit = await tipOf(repository, base);
  return {
    commit,
    base: commit,
    changedSince: pushed === null ? null : await startOfPush(repository, pushed),
    headDecides: false,
    async destinationOf(story, task, strategy) {
      const branch = strategy === "story" ? `story/${story.key}` : `task/${task}`;
      const tip = await repository.branchTip(branch);
      return { branch, base, tip, parent: commit, pullRequest: null };
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

async function tipOf(repository: RepositoryReader, branch: string): Promise<string> {
  const tip = await repository.branchTip(branch);
  if (tip !== null) return tip;
  throw new PipelineError(
    "INPUT_INVALID",
    `The branch ${JSON.stringify(branch)} does not exist any more`,
  );
}
