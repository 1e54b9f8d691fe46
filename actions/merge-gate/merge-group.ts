import type { EvidenceDownloads } from "../../src/evidence/store.ts";
import type { RepositoryReader } from "../../src/git/repository.ts";
import { broughtInBy, pullRequestOfGroup } from "../../src/github/merge-queue.ts";
import {
  type CommitStatuses,
  NEEDS_HUMAN_LABEL,
  type PullRequests,
  type StickyComments,
} from "../../src/github/pull-requests.ts";
import { SECTION_LIMIT, withSection } from "../../src/github/sticky-comment.ts";
import type { Decision } from "../../src/handover/decision.ts";
import type { MatrixEntry } from "../../src/handover/matrix.ts";
import { documentsOf } from "../../src/handover/run-documents.ts";
import type { Subject } from "../../src/handover/subject.ts";
import type { Log } from "../../src/runner/log.ts";
import type { Trigger } from "../../src/runner/trigger.ts";
import {
  decisionAnnotations,
  decisionLine,
  groupBlocks,
} from "../../src/telling/decision-words.ts";
import { markdown } from "../../src/telling/markdown.ts";
import { plainLine } from "../../src/telling/plain.ts";
import { orWarn, type Settled } from "./carry-out.ts";
import { decideGroup } from "./decide.ts";
import { gatherHead } from "./gather.ts";
import type { Inputs } from "./inputs.ts";
import { failedTasksIn } from "./shown.ts";

export type MergeGroup = Extract<Trigger, { kind: "merge_group" }>;

export interface GroupPorts {
  readonly repository: RepositoryReader;
  readonly evidence: EvidenceDownloads;
  readonly statuses: CommitStatuses;
  readonly comments: StickyComments;
  readonly pullRequests: Pick<PullRequests, "get" | "addLabel">;
  readonly log: Log;
  readonly runId: string;
  readonly runUrl: string;
}

export function subjectOf({ headSha }: MergeGroup): Subject {
  return { head: headSha, pullRequest: null };
}

/**
 * Says by a status on the group's head what this run has proven of it: GitHub merges it or not. What was proven of the
 * pull request before it came into the queue counts for nothing here.
 */
export async function settleGroup(
  group: MergeGroup,
  matrix: readonly MatrixEntry[],
  orders: Pick<Inputs, "dry-run">,
  ports: GroupPorts,
): Promise<Settled> {
  const entries = matrix.filter(
    (entry) => entry["pull-request"] === "" && entry.head === group.headSha,
  );
  const asked = { entries, isDispatched: false, isGiven: false, isMatrixLost: false };
  const { headSha, headBranch, baseSha } = group;
  const proposal = { headSha, headBranch, base: baseSha };
  const documents = documentsOf(entries, ports.evidence);
  const { facts } = await gatherHead(asked, proposal, documents, ports);
  const decision = decideGroup(facts);
  await announceGroup(group, decision, orders, ports);
  return {
    decision,
    next: null,
    title: null,
    tasks: [],
    base: null,
    mergeSha: null,
    readBack: [],
    failedTasks: failedTasksIn(facts),
  };
}

async function announceGroup(
  group: MergeGroup,
  decision: Decision,
  orders: Pick<Inputs, "dry-run">,
  ports: GroupPorts,
): Promise<void> {
  const { statuses, comments, pullRequests, log, runUrl } = ports;
  log.info(plainLine(decisionLine(decision, orders["dry-run"])));
  for (const { isError, title, message } of decisionAnnotations({
    ...subjectOf(group),
    decision,
  })) {
    if (isError) log.error(message, { title });
    else log.notice(message, { title });
  }
  const { status } = decision;
  if (orders["dry-run"] || status === null) return;
  await statuses.post(group.headSha, status.state, status.description);
  if (status.state === "success") return;
  const report = markdown(groupBlocks(decision, runUrl), SECTION_LIMIT);
  // The status is the answer; the comment only says it where people look.
  for (const number of await pullRequestsOf(group, ports)) {
    await orWarn(log, "The comment was not written", () =>
      comments.update(number, (present) => withSection(present, "gate", report)),
    );
    await orWarn(log, "The label was not set", () =>
      pullRequests.addLabel(number, NEEDS_HUMAN_LABEL),
    );
  }
}

/** So many commits a group may have, each of a pull request: GitHub builds no larger ones. */
const MAX_IN_GROUP = 100;

/**
 * The pull requests of a group: the one that the name of its branch says, and those whose heads its merges brought in, as
 * far as they are open and go into the same base.
 */
async function pullRequestsOf(
  { headBranch, headSha, baseSha, baseBranch }: MergeGroup,
  { repository, pullRequests, log }: GroupPorts,
): Promise<readonly number[]> {
  const own = pullRequestOfGroup(headBranch);
  const line = await repository.firstParents(headSha, baseSha, MAX_IN_GROUP + 1);
  if (line.length > MAX_IN_GROUP) {
    log.notice(
      `The group has more than ${MAX_IN_GROUP} commits: whose pull requests the older ones are is not looked for`,
    );
  }
  const found = new Set(own === null ? [] : [own]);
  for (const { number, head } of broughtInBy(line.slice(0, MAX_IN_GROUP))) {
    if (found.has(number)) continue;
    await orWarn(log, `It is not known whether #${number} is in the group`, async () => {
      const pullRequest = await pullRequests.get(number);
      const isIn = pullRequest.isOpen && pullRequest.headSha === head;
      if (isIn && pullRequest.baseBranch === baseBranch) found.add(number);
    });
  }
  return [...found];
}
