import { PipelineError } from "../shared/core/errors.ts";
import { withSection } from "../shared/core/sticky-comment.ts";
import { taskFolder } from "../shared/core/task-folder.ts";
import type { TaskId } from "../shared/core/task-id.ts";
import type { Log } from "../shared/ports/log.ts";
import {
  OURS_LABEL,
  type CommitStatuses,
  type PullRequest,
  type PullRequests,
  type StickyComments,
} from "../shared/ports/pull-requests.ts";
import type { Repository } from "../shared/ports/repository.ts";
import {
  commentSection,
  commitMessage,
  pullRequestBody,
  pullRequestTitle,
  type MadeTask,
} from "./core/messages.ts";

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
}

export interface Written extends MadeTask {
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Writes all tasks of one branch in one push, and answers the new tip. Until that push nothing is visible to anybody. */
export async function pushTasks(
  { branch, tip, parent }: Destination,
  written: readonly Written[],
  { repository, statuses, log }: PublishPorts,
): Promise<string> {
  let commit = parent;
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

/**
 * Finds or opens the pull request of a branch, and leaves our marks on it. The comment comes last: where it exists, the
 * label was set before, and a person who took it off since meant it.
 */
export async function ensurePullRequest(
  { branch, base }: Destination,
  made: readonly MadeTask[],
  { pullRequests, comments, log, runUrl }: PublishPorts,
): Promise<PullRequest> {
  const present = await pullRequests.find(branch, base);
  const pullRequest =
    present ??
    (await pullRequests.open({
      branch,
      base,
      title: pullRequestTitle(made.map(({ task }): TaskId => task)),
      body: pullRequestBody(made),
    }));
  if (present === null) log.info(`Opened #${pullRequest.number}: ${pullRequest.url}`);
  const comment = await comments.read(pullRequest.number);
  if (comment === null) await pullRequests.addLabel(pullRequest.number, OURS_LABEL);
  await comments.write(
    pullRequest.number,
    withSection(comment, "generate", commentSection(made, runUrl)),
  );
  return pullRequest;
}
