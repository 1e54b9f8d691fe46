import { PipelineError } from "../../src/foundation/errors.ts";
import {
  NEEDS_HUMAN_LABEL,
  OURS_LABEL,
  type CommitStatuses,
  type PullRequest,
  type PullRequests,
  type StickyComments,
} from "../../src/github/pull-requests.ts";
import { sectionOf, withoutSection, withSection } from "../../src/github/sticky-comment.ts";
import { isForOtherBase } from "../../src/github/success-base.ts";
import type { Log } from "../../src/runner/log.ts";
import { isForPerson } from "./account.ts";
import type { Destination } from "./commit-task.ts";
import { commentSection, pullRequestBody, pullRequestTitle, type MadeTask } from "./messages.ts";

export interface PublishPorts {
  readonly pullRequests: PullRequests;
  readonly comments: StickyComments;
  readonly statuses: CommitStatuses;
  readonly log: Log;
  readonly runUrl: string;
}

/** What one branch holds for its pull request. */
export interface Proposal {
  readonly destination: Pick<Destination, "branch" | "base" | "pullRequest">;
  readonly head: string;
  /** In the order of the stories. */
  readonly tasks: readonly MadeTask[];
  /** Whether this run pushed any of it. */
  readonly isNew: boolean;
}

/**
 * Sees to the pull request of a branch: that there is one, with its status, its label and its comment. Whatever of it an
 * earlier run left undone is done, and what is there already stays as it is.
 */
export async function propose(proposal: Proposal, ports: PublishPorts): Promise<PullRequest> {
  if (!proposal.isNew) await postMissingStatus(proposal, ports.statuses);
  const pullRequest = await pullRequestOf(proposal, ports);
  await leaveMarks(pullRequest, proposal, ports);
  return pullRequest;
}

/** A run that broke off after its push said nothing of what it pushed, and what was shown for another base is nothing here. */
async function postMissingStatus(
  { head, destination: { base } }: Proposal,
  statuses: CommitStatuses,
): Promise<void> {
  const said = await statuses.read(head);
  if (said === null || isForOtherBase(said, base)) await statuses.post(head, "pending", PENDING);
}

export const PENDING = "Generated; the tests have not proven it yet";

async function pullRequestOf(
  { destination: { branch, base, pullRequest: number }, tasks }: Proposal,
  { pullRequests, log }: PublishPorts,
): Promise<PullRequest> {
  // A person's own pull request is never opened a second time, not even when it was closed in the meantime.
  if (number !== null) return pullRequests.get(number);
  const present = await pullRequests.find(branch, base);
  if (present !== null) return present;
  const request = {
    branch,
    base,
    title: pullRequestTitle(tasks.map(({ task }) => task)),
    body: pullRequestBody(tasks),
  };
  try {
    const opened = await pullRequests.open(request);
    log.info(`Opened #${opened.number}: ${opened.url}`);
    return opened;
  } catch (error) {
    // Another run may have been faster, or GitHub may have opened it and its answer got lost.
    if (!(error instanceof PipelineError)) throw error;
    const found = await pullRequests.find(branch, base).catch(() => null);
    if (found === null) throw error;
    log.info(`#${found.number} is open already: ${found.url}`);
    return found;
  }
}

/**
 * Label and comment. The comment comes last: where our section of it exists, the label was set before, and a person who
 * took it off since meant it.
 */
async function leaveMarks(
  { number }: PullRequest,
  { tasks, isNew }: Proposal,
  { pullRequests, comments, runUrl }: PublishPorts,
): Promise<void> {
  const present = sectionOf(await comments.read(number), "generate");
  if (!isNew && present !== null && says(present, tasks)) return;
  if (present === null) await pullRequests.addLabel(number, OURS_LABEL);
  if (isNew && tasks.some(({ files }) => isForPerson(files))) {
    await pullRequests.addLabel(number, NEEDS_HUMAN_LABEL);
  }
  const section = commentSection(tasks, runUrl);
  // What came to nothing before is no longer so.
  const before = (body: string | null) => (isNew ? withoutSection(body, "notice") : body);
  await comments.update(number, (body) => withSection(before(body), "generate", section));
}

/** Whether a section is what would be written now, whichever run it names as the one that wrote it. */
function says(section: string, tasks: readonly MadeTask[]): boolean {
  const [writer] =
    /https?:\/\/[^\s)>\]]+\/actions\/runs\/\d+(?:\/attempts\/\d+)?/.exec(section) ?? [];
  return writer !== undefined && commentSection(tasks, writer).trim() === section;
}
