import * as z from "zod/mini";
import { PipelineError } from "../../foundation/errors.ts";
import { isObjectId } from "../../git/commits.ts";
import { isBaseModified } from "../merge-refusal.ts";
import type {
  CommitStatuses,
  MergeOutcome,
  PullRequest,
  PullRequests,
  StatusState,
  StickyComments,
} from "../pull-requests.ts";
import { joined, STICKY_MARK } from "../sticky-comment.ts";
import { DESCRIPTION_LIMIT } from "../success-base.ts";
import {
  CommentAnswer,
  MergeAnswer,
  oddAnswer,
  PullRequestAnswer,
  readAnswer,
  StatusesAnswer,
} from "./answers.ts";
import { ask, isNetworkFault, saidIn, statusOf, type Octokit, type RepositoryName } from "./api.ts";

export function readPullRequest(answer: unknown, here: RepositoryName): PullRequest {
  const data = readAnswer(PullRequestAnswer, answer, "about a pull request");
  const isMerged = data.merged_at != null;
  return {
    number: data.number,
    url: data.html_url,
    title: data.title,
    isOpen: data.state === "open",
    isMerged,
    mergeCommit: isMerged ? (data.merge_commit_sha ?? null) : null,
    isDraft: data.draft === true,
    headBranch: data.head.ref,
    headSha: data.head.sha,
    isFork: data.head.repo?.full_name !== `${here.owner}/${here.repo}`,
    baseBranch: data.base.ref,
    labels: data.labels.flatMap(({ name }) => (name === undefined ? [] : [name])),
  };
}

export function githubPullRequests(
  { rest, paginate }: Octokit,
  here: RepositoryName,
): PullRequests {
  const read = (data: unknown): PullRequest => readPullRequest(data, here);
  const firstOf = (data: unknown): PullRequest | null => {
    const [first] = readAnswer(z.array(z.unknown()), data, "about pull requests");
    return first === undefined ? null : read(first);
  };
  return {
    async get(number) {
      const { data } = await ask(`read pull request #${number}`, () =>
        rest.pulls.get({ ...here, pull_number: number }),
      );
      return read(data);
    },
    async find(branch, base) {
      const { data } = await ask(`list the pull requests of ${branch}`, () =>
        rest.pulls.list({ ...here, state: "open", head: `${here.owner}:${branch}`, base }),
      );
      return firstOf(data);
    },
    async lastClosed(branch, base) {
      const { data } = await ask(`list the closed pull requests of ${branch}`, () =>
        rest.pulls.list({
          ...here,
          state: "closed",
          head: `${here.owner}:${branch}`,
          base,
          sort: "created",
          direction: "desc",
          per_page: 1,
        }),
      );
      return firstOf(data);
    },
    async around(branch) {
      // One list for both questions: two would be two calls also where there are few.
      const found = await ask(`list the pull requests around ${branch}`, () =>
        paginate(rest.pulls.list, { ...here, state: "open", per_page: 100 }),
      );
      const open = found.map(read);
      return {
        from: open.filter((one) => one.headBranch === branch && !one.isFork).map(numberOf),
        into: open.filter((one) => one.baseBranch === branch).map(numberOf),
      };
    },
    async open({ branch, base, title, body, isDraft = false }) {
      const { data } = await ask(
        `open a pull request for ${branch}`,
        () => rest.pulls.create({ ...here, head: branch, base, title, body, draft: isDraft }),
        'Turn on "Allow GitHub Actions to create and approve pull requests" under Settings → Actions → General ' +
          "(of the organisation, too). The branch stays: the next run opens the pull request without asking the model again.",
      );
      return read(data);
    },
    async addLabel(number, label) {
      await ask(`set the label ${label} on #${number}`, () =>
        rest.issues.addLabels({ ...here, issue_number: number, labels: [label] }),
      );
    },
    async removeLabel(number, label) {
      try {
        await ask(`take the label ${label} off #${number}`, () =>
          rest.issues.removeLabel({ ...here, issue_number: number, name: label }),
        );
      } catch (error) {
        // Somebody was faster.
        if (!(error instanceof PipelineError) || statusOf(error.cause) !== 404) throw error;
      }
    },
    async retarget(number, base) {
      await ask(`change the base of #${number}`, () =>
        rest.pulls.update({ ...here, pull_number: number, base }),
      );
    },
    async merge(number, sha, method) {
      try {
        const { data } = await rest.pulls.merge({
          ...here,
          pull_number: number,
          sha,
          merge_method: method,
        });
        const merged = z.safeParse(MergeAnswer, data).data;
        if (merged === undefined) throw oddAnswer(`to the merge of #${number}`);
        return { kind: "merged", sha: merged.sha };
      } catch (error) {
        const outcome = refusedMerge(error);
        if (outcome !== null) return outcome;
        return ask(`merge #${number}`, () => Promise.reject(error));
      }
    },
  };
}

function numberOf({ number }: PullRequest): number {
  return number;
}

/** GitHub answers 409 for a moved head, and 405 or 422 for everything from a passing race to a rule. What it says with any other success is no answer to this. */
function refusedMerge(error: unknown): MergeOutcome | null {
  const status = statusOf(error);
  if (status === 409) return { kind: "head_moved" };
  const message = saidIn(error) ?? (error instanceof Error ? error.message : "");
  // The answer was lost, not necessarily the merge.
  if (isLost(status, error)) return { kind: "unknown", message };
  if (status !== 405 && status !== 422) return null;
  return isBaseModified(message) ? { kind: "base_moved" } : { kind: "refused", message };
}

function isLost(status: number | null, error: unknown): boolean {
  if (status !== null) return status >= 500;
  return (
    isNetworkFault(error) ||
    (error instanceof PipelineError && error.code === "SERVICE_UNAVAILABLE")
  );
}

// Anybody may write a comment that starts with our mark; only those who can write to the repository are believed.
const WRITERS: readonly string[] = ["OWNER", "MEMBER", "COLLABORATOR"];

export function githubStickyComments(
  { rest, paginate }: Octokit,
  here: RepositoryName,
): StickyComments {
  const find = async (number: number): Promise<Comments | null> => {
    const comments = await ask(`read the comments of #${number}`, () =>
      paginate(rest.issues.listComments, { ...here, issue_number: number, per_page: 100 }),
    );
    const [sticky, ...doubles] = readAnswer(
      z.array(CommentAnswer),
      comments,
      `about the comments of #${number}`,
    )
      .filter(
        ({ body, user, author_association: association }) =>
          body?.startsWith(STICKY_MARK) === true &&
          (user?.type === "Bot" || WRITERS.includes(association)),
      )
      .toSorted((one, other) => one.id - other.id);
    if (sticky === undefined) return null;
    // A person's own words are left alone, whatever they begin with.
    const ours = doubles.filter(({ user }) => user?.type === "Bot");
    const written = sticky.body ?? "";
    return {
      id: sticky.id,
      written,
      body: ours.reduce((body, double) => joined(body, double.body ?? ""), written),
      doubles: ours.map(({ id }) => id),
    };
  };
  const remove = async (number: number, id: number): Promise<void> => {
    try {
      await ask(`delete the second comment on #${number}`, () =>
        rest.issues.deleteComment({ ...here, comment_id: id }),
      );
    } catch (error) {
      // Somebody was faster.
      if (!(error instanceof PipelineError) || statusOf(error.cause) !== 404) throw error;
    }
  };
  return {
    async read(number) {
      return (await find(number))?.body ?? null;
    },
    async update(number, change) {
      const present = await find(number);
      const body = change(present?.body ?? null);
      if (present?.written !== body) {
        await ask(`comment on #${number}`, async () => {
          if (present === null) {
            await rest.issues.createComment({ ...here, issue_number: number, body });
          } else {
            await rest.issues.updateComment({ ...here, comment_id: present.id, body });
          }
        });
      }
      // Not before the one that stays has what they say.
      for (const double of present?.doubles ?? []) await remove(number, double);
    },
  };
}

/** Our comment on a pull request: two jobs that begin one at the same time leave two. */
interface Comments {
  readonly id: number;
  readonly written: string;
  /** The same with what only a double says. */
  readonly body: string;
  readonly doubles: readonly number[];
}

/** Context of the commit status that says what is proven about a head. */
export const GATE_CONTEXT = "agent-pipeline/gate";

/** Names of statuses that GitHub lists at once. */
const PAGE = 100;
const MAX_PAGES = 10;

export function githubStatuses(
  { rest }: Octokit,
  here: RepositoryName,
  runUrl: string,
): CommitStatuses {
  return {
    async read(sha) {
      if (!isObjectId(sha)) throw new PipelineError("GIT_FAILED", `${sha} is no commit`);
      for (let page = 1; ; page += 1) {
        const { data } = await ask(`read the status ${GATE_CONTEXT}`, () =>
          rest.repos.getCombinedStatusForRef({ ...here, ref: sha, per_page: PAGE, page }),
        );
        const { statuses } = readAnswer(StatusesAnswer, data, `about the statuses of ${sha}`);
        const latest = statuses.find(({ context }) => context === GATE_CONTEXT);
        if (latest !== undefined) {
          return { state: statusStateOf(latest.state), description: latest.description ?? "" };
        }
        if (statuses.length < PAGE) return null;
        if (page === MAX_PAGES) {
          throw new PipelineError(
            "LIMIT_REACHED",
            `${sha} has statuses of more than ${PAGE * MAX_PAGES} names, and ${GATE_CONTEXT} is not among the first`,
            { hint: "Some job posts a status under a name of its own each time; let it post one." },
          );
        }
      }
    },
    async post(sha, state, description) {
      if (!isObjectId(sha)) throw new PipelineError("GIT_FAILED", `${sha} is no commit`);
      await ask(`post the status ${GATE_CONTEXT}`, () =>
        rest.repos.createCommitStatus({
          ...here,
          sha,
          state,
          context: GATE_CONTEXT,
          description:
            description.length <= DESCRIPTION_LIMIT
              ? description
              : `${description.slice(0, DESCRIPTION_LIMIT - 1)}…`,
          target_url: runUrl,
        }),
      );
    },
  };
}

/** What is no success is none, whatever GitHub calls it. */
export function statusStateOf(state: string): StatusState {
  return state === "success" || state === "pending" ? state : "failure";
}
