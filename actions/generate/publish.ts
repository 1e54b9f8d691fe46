import { PipelineError } from "../../src/foundation/errors.ts";
import type { Repository, RepositoryReader } from "../../src/git/repository.ts";
import {
  OURS_LABEL,
  type CommitStatuses,
  type PullRequest,
  type PullRequests,
  type StickyComments,
} from "../../src/github/pull-requests.ts";
import { hasSection, withSection } from "../../src/github/sticky-comment.ts";
import type { Log } from "../../src/runner/log.ts";
import { GENERATED, taskFolder } from "../../src/task/folder.ts";
import {
  commentSection,
  commitMessage,
  pullRequestBody,
  pullRequestTitle,
  type MadeTask,
} from "./messages.ts";

export interface PublishPorts {
  readonly repository: Repository;
  readonly pullRequests: PullRequests;
  readonly comments: StickyComments;
  readonly statuses: CommitStatuses;
  readonly log: Log;
  readonly runUrl: string;
}

/** Where a branch stands, and what it is to be merged into. */
export interface Destination {
  readonly branch: string;
  readonly base: string;
  /** The remote tip that was read; null when there is no such branch yet. */
  readonly tip: string | null;
  /** The commit that the work is built on. */
  readonly parent: string;
  /** The pull request whose branch it is; null for a branch of ours, whose pull request may have to be opened. */
  readonly pullRequest: number | null;
}

export interface Written extends MadeTask {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Holds what a person changed on the branch: their commits stay below it. */
  readonly isTouched?: boolean;
}

/** Brings all tasks of one branch onto it in one push, and sees to its pull request. */
export async function publish(
  destination: Destination,
  written: readonly Written[],
  adopted: readonly Written[],
  ports: PublishPorts,
): Promise<{ readonly head: string; readonly pullRequest: PullRequest }> {
  const isFinished = written.length === 0 && destination.tip !== null;
  const head = isFinished ? destination.tip : await pushTasks(destination, written, ports);
  const pullRequest = await pullRequestOf(destination, [...written, ...adopted], ports);
  await leaveMarks(pullRequest, { written, adopted }, ports);
  return { head, pullRequest };
}

/** Answers the new tip. Until the push nothing is visible to anybody. */
async function pushTasks(
  destination: Destination,
  written: readonly Written[],
  { repository, statuses, log }: PublishPorts,
): Promise<string> {
  const { branch, tip } = destination;
  let commit = await startOf(destination, written, repository);
  for (const made of written) {
    const folder = taskFolder(made.task);
    const changes = [
      { path: folder, content: null },
      ...[...made.files].map(([path, content]) => ({ path: `${folder}/${path}`, content })),
    ];
    commit = await repository.commit(commit, changes, commitMessage(made));
  }
  if ((await repository.push(branch, commit, tip)) === "rejected") {
    throw new PipelineError(
      "GIT_FAILED",
      `Somebody else moved ${branch} while this run was at work; nothing was written.`,
      {
        hint: "Run the job again: it starts from the branch as it is then.",
      },
    );
  }
  log.info(`Pushed ${commit} to ${branch}`);
  await statuses.post(commit, "pending", "Generated; the tests have not proven it yet");
  return commit;
}

/** Brings what the start of each branch depends on, so that none of them asks for it by itself. */
export async function bringStarts(
  destinations: readonly Destination[],
  repository: RepositoryReader,
): Promise<void> {
  const grown = destinations.flatMap(({ tip, parent }) =>
    tip === null || tip === parent ? [] : [{ tip, parent }],
  );
  await repository.bringMergeBases(grown.map(({ tip, parent }) => [parent, tip]));
  const sides: string[] = [];
  for (const { tip, parent } of grown) {
    sides.push(tip, ...(await repository.mergeBases(parent, tip)));
  }
  await repository.bringFolders(sides.map((commit) => ({ commit, folder: GENERATED })));
}

/**
 * A branch starts again from the fresh base when it holds nothing but what is written anew. Otherwise the work goes on
 * top of it: another task or a person's commit is never lost by a push.
 */
async function startOf(
  { tip, parent }: Destination,
  written: readonly Written[],
  repository: RepositoryReader,
): Promise<string> {
  if (tip === null || tip === parent) return parent;
  const [mergeBase, ...others] = await repository.mergeBases(parent, tip);
  if (mergeBase === undefined || others.length > 0) return tip;
  const roots = await repository.changes(mergeBase, tip, "");
  if (roots.some(({ path }) => path !== GENERATED)) return tip;
  const folders = await repository.changes(mergeBase, tip, GENERATED);
  const isReplaced = (path: string): boolean =>
    written.some(({ task, isTouched }) => task === path && isTouched !== true);
  return folders.every(({ path }) => isReplaced(path)) ? parent : tip;
}

async function pullRequestOf(
  { branch, base, pullRequest: number }: Destination,
  made: readonly MadeTask[],
  { pullRequests, log }: PublishPorts,
): Promise<PullRequest> {
  // A person's own pull request is never opened a second time, not even when it was closed in the meantime.
  if (number !== null) return pullRequests.get(number);
  const present = await pullRequests.find(branch, base);
  if (present !== null) return present;
  const opened = await pullRequests.open({
    branch,
    base,
    title: pullRequestTitle(made.map(({ task }) => task)),
    body: pullRequestBody(made),
  });
  log.info(`Opened #${opened.number}: ${opened.url}`);
  return opened;
}

/**
 * Label and comment. The comment comes last: where our section of it exists, the label was set before, and a person who
 * took it off since meant it.
 */
async function leaveMarks(
  { number }: PullRequest,
  { written, adopted }: { written: readonly MadeTask[]; adopted: readonly MadeTask[] },
  { pullRequests, comments, runUrl }: PublishPorts,
): Promise<void> {
  const isMarked = hasSection(await comments.read(number), "generate");
  if (isMarked && written.length === 0) return;
  if (!isMarked) await pullRequests.addLabel(number, OURS_LABEL);
  const section = commentSection([...written, ...adopted], runUrl);
  await comments.update(number, (present) => withSection(present, "generate", section));
}
