import { PipelineError } from "../../src/foundation/errors.ts";
import type { Repository } from "../../src/git/repository.ts";
import { mayWrite, type Permissions } from "../../src/github/permissions.ts";
import type { PullRequest, PullRequests, StickyComments } from "../../src/github/pull-requests.ts";
import { withSection } from "../../src/github/sticky-comment.ts";
import type { Log } from "../../src/runner/log.ts";
import { storyOfIssue } from "../../src/story/issue-form.ts";
import { parseStory, STORIES, type Story } from "../../src/story/story.ts";
import { storyBranch, taskIdOfStory } from "../../src/task/task-id.ts";
import { markdown } from "../../src/telling/markdown.ts";
import type { Inputs } from "./inputs.ts";
import type { LabelledIssue } from "./issue-event.ts";
import type { Outcome, Told } from "./outcome.ts";
import { COMMENT_LIMIT, issueBlocks, pullRequestText } from "./page.ts";
import { ownerOf } from "./present-stories.ts";

export interface Ports {
  readonly repository: Repository;
  readonly permissions: Permissions;
  readonly pullRequests: PullRequests;
  /** Of issues: GitHub numbers them together with pull requests. */
  readonly comments: StickyComments;
  readonly log: Log;
}

/**
 * Makes the story of a labelled issue a draft pull request, once, and says in the issue what was read or everything that is
 * wrong. Nothing is generated before a person marks the pull request as ready.
 */
export async function run(inputs: Inputs, issue: LabelledIssue, ports: Ports): Promise<Outcome> {
  if (issue.label !== inputs.label) {
    return { kind: "nothing", why: `the label ${inputs.label} was not set` };
  }
  if (issue.isPullRequest) return { kind: "nothing", why: `#${issue.number} is a pull request` };
  const outcome = await outcomeOf(inputs, issue, ports);
  const section = markdown(issueBlocks(issue, inputs.label, outcome), COMMENT_LIMIT);
  await ports.comments.update(issue.number, (present) => withSection(present, "story", section));
  return outcome;
}

async function outcomeOf(inputs: Inputs, issue: LabelledIssue, ports: Ports): Promise<Told> {
  const { permissions, pullRequests, repository } = ports;
  if (!mayWrite(await permissions.of(issue.sender))) {
    const why = `was given the label ${inputs.label} by ${issue.sender}, who may not write to this repository: somebody who may has to take it off and set it`;
    return { kind: "refused", problems: [why], story: null };
  }
  const branch = branchOf(issue);
  const present = await pullRequests.find(branch, issue.defaultBranch);
  if (present !== null) return { kind: "present", pullRequest: present, path: null };
  const closed = await pullRequests.lastClosed(branch, issue.defaultBranch);
  if (closed !== null) return { kind: "present", pullRequest: closed, path: null };
  const base = await repository.branchTip(issue.defaultBranch);
  if (base === null) {
    throw new PipelineError("INPUT_INVALID", `The branch ${issue.defaultBranch} does not exist`);
  }
  const { story, problems } = await readStory(issue, base, repository);
  if (story === null || problems.length > 0) return { kind: "refused", problems, story };
  const pushed = await bringOnto(branch, base, story, issue, repository);
  if (!pushed) {
    const why = `cannot be written, because the branch ${branch} holds something else: delete it, take the label off and set it again`;
    return { kind: "refused", problems: [why], story };
  }
  const pullRequest = await open(branch, issue, story, ports);
  return { kind: "opened", pullRequest, path: story.path, story };
}

/** A task id never has a slash, so that this is no branch of a story of that name but of `issue-7` itself. */
function branchOf({ number }: LabelledIssue): string {
  const named = taskIdOfStory(`issue-${number}`);
  if (!named.ok) throw new Error(named.problem);
  return storyBranch(named.taskId);
}

async function readStory(
  { title, body }: LabelledIssue,
  base: string,
  repository: Repository,
): Promise<{ readonly story: Story | null; readonly problems: readonly string[] }> {
  const written = storyOfIssue(title, body);
  if (!written.ok) return { story: null, problems: written.problems };
  const key = taskIdOfStory(written.id);
  // The name of a file is made of an id alone; of one that is none, only what is wrong with it is of interest.
  const path = `${STORIES}/${key.ok ? key.taskId : "story"}.md`;
  const read = parseStory(path, new TextEncoder().encode(written.text));
  if (!read.ok) return { story: null, problems: read.problems };
  const taken = await ownerOf(repository, base, read.story);
  return { story: read.story, problems: taken === null ? [] : [taken] };
}

/** Whether the branch holds the story now. One that another run of the same issue has made is as good. */
async function bringOnto(
  branch: string,
  base: string,
  { path, text }: Story,
  { number }: LabelledIssue,
  repository: Repository,
): Promise<boolean> {
  const content = new TextEncoder().encode(text);
  const commit = await repository.commit(
    base,
    [{ path, content }],
    `Add the story of #${number}\n\nCloses #${number}\n`,
  );
  if ((await repository.push(branch, commit, null)) === "pushed") return true;
  const tip = await repository.commitOf(`refs/heads/${branch}`);
  if (tip === null) return false;
  const [there, ours] = [
    await repository.objectAt(tip, path),
    await repository.objectAt(commit, path),
  ];
  return there !== null && there.oid === ours?.oid;
}

async function open(
  branch: string,
  issue: LabelledIssue,
  story: Story,
  { pullRequests, log }: Ports,
): Promise<PullRequest> {
  const request = { branch, base: issue.defaultBranch, ...pullRequestText(issue, story) };
  try {
    return await pullRequests.open({ ...request, isDraft: true });
  } catch (error) {
    // Another run may have been faster, or GitHub may have opened it and its answer got lost.
    const found = await pullRequests.find(branch, issue.defaultBranch).catch(() => null);
    if (found !== null) return found;
    if (!(error instanceof PipelineError) || !/draft/i.test(error.message)) throw error;
    log.notice("This repository has no draft pull requests: an ordinary one was opened.");
    return pullRequests.open(request);
  }
}
