import type { Config } from "../../src/config/config.ts";
import { readConfigAt } from "../../src/config/read-config.ts";
import type { Evidence } from "../../src/evidence/evidence.ts";
import type { VerificationInputs } from "../../src/evidence/verification-inputs.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import type { RepositoryReader } from "../../src/git/repository.ts";
import { OURS_LABEL, type PullRequest, type PullRequests } from "../../src/github/pull-requests.ts";
import { type Documents, newestIn, type RunDocuments } from "../../src/handover/run-documents.ts";
import { META, taskFolder } from "../../src/task/folder.ts";
import type { TaskId } from "../../src/task/task-id.ts";
import type { PullRequestFacts, TaskFinding } from "./decide.ts";
import { judgeHistory, type Moment, reasonFor } from "./judge-evidence.ts";
import { judgeStories } from "./judge-stories.ts";
import type { Question } from "./questions.ts";
import { readScope } from "./read-scope.ts";
import { readStories } from "./read-stories.ts";
import { readTasks, type TaskNow } from "./read-tasks.ts";
import type { Scope } from "./scope.ts";

export interface GatherPorts {
  readonly repository: RepositoryReader;
  readonly pullRequests: PullRequests;
  readonly runId: string;
}

/** What the base must hold after the merge, because that was proven. */
export interface Proven {
  readonly inputs: ReadonlyMap<TaskId, VerificationInputs>;
  /** By which it was. */
  readonly evidence: readonly Evidence[];
  /** Story path → blob. */
  readonly stories: ReadonlyMap<string, string | null>;
  /** Whether nothing that the run was to show is missing: of a merge that others made nothing else says so. */
  readonly isWhole: boolean;
}

/** The facts of one moment about one subject. */
export interface Gathered {
  /** Among them the head that it has now. */
  readonly facts: PullRequestFacts;
  /** null where no pull request stands for the head. */
  readonly pullRequest: PullRequest | null;
  readonly proven: Proven;
  /** What they were made from; null where nothing of the head was looked at. */
  readonly seen: Seen | null;
}

/** What a look at a head has seen, besides what is decided by. */
export interface Seen {
  /** Tip of the base. */
  readonly base: string;
  /** Of the base. */
  readonly settings: Config;
  readonly tasks: readonly TaskId[];
  readonly documents: Documents;
  /** Task → what the text of its story has cost, for those of which a model was asked. */
  readonly costs: ReadonlyMap<TaskId, number | "unknown">;
}

/** What git and the evidence say about one head. */
export interface HeadFacts {
  readonly facts: Pick<
    PullRequestFacts,
    "concernsPipeline" | "outOfScope" | "tasks" | "unbuiltStories" | "conflicts"
  >;
  readonly proven: Proven;
  readonly seen: Seen | null;
}

const NOTHING_FOUND: HeadFacts["facts"] = {
  concernsPipeline: false,
  outOfScope: [],
  tasks: [],
  unbuiltStories: [],
  conflicts: [],
};
const NOTHING_PROVEN: Proven = {
  inputs: new Map(),
  evidence: [],
  stories: new Map(),
  isWhole: false,
};

/**
 * Asks for everything that can change anew; evidence cannot. To download it takes time, in which much may change: it is
 * there before a look begins, or that look is made again.
 */
export async function gather(
  question: Question,
  documents: RunDocuments,
  ports: GatherPorts,
): Promise<Gathered> {
  if (!documents.isRead && (await isWorthReading(question, ports))) await documents.read();
  const isThere = documents.isRead;
  const gathered = await look(question, documents, ports);
  return documents.isRead === isThere ? gathered : look(question, documents, ports);
}

/**
 * Of a head that is gone nothing is downloaded; git tells without a call of the API. Nothing is downloaded either where the
 * matrix is empty, and no second look is needed for it.
 */
async function isWorthReading(
  { entries, pullRequest, head }: Question,
  { repository }: GatherPorts,
): Promise<boolean> {
  if (entries.length === 0) return true;
  return (await repository.commitOf(`refs/pull/${pullRequest}/head`)) === head;
}

async function look(
  question: Question,
  documents: RunDocuments,
  ports: GatherPorts,
): Promise<Gathered> {
  const pullRequest = await ports.pullRequests.get(question.pullRequest);
  const known = knownOf(pullRequest, question);
  const isAnswerable =
    known.isOpen && !known.isFork && known.verifiedHeads.every((head) => head === known.head);
  const { facts, proven, seen } = isAnswerable
    ? await gatherHead(question, proposalOf(pullRequest), documents, ports)
    : await factsOutside(pullRequest, question, documents, ports);
  return { facts: { ...known, ...facts }, pullRequest, proven, seen };
}

/** A pull request that the run is not about, as far as it is known without a look at its head. */
export function unexamined(pullRequest: PullRequest, seen: Seen): Gathered {
  const known = knownOf(pullRequest, { head: pullRequest.headSha, entries: [], isGiven: false });
  const facts = { ...known, ...NOTHING_FOUND, concernsPipeline: true };
  return { facts, pullRequest, proven: NOTHING_PROVEN, seen };
}

function proposalOf({ headSha, headBranch, baseBranch }: PullRequest): Proposal {
  return { headSha, headBranch, base: `refs/heads/${baseBranch}` };
}

/**
 * Of a pull request that is not open here, or at another head, nothing is fetched, but what a merge of it has to be
 * compared with.
 */
async function factsOutside(
  { isMerged, headSha, mergeCommit }: PullRequest,
  { isDispatched }: Pick<Question, "isDispatched">,
  documents: RunDocuments,
  { repository, runId }: Pick<GatherPorts, "repository" | "runId">,
): Promise<HeadFacts> {
  if (!isMerged) return { facts: NOTHING_FOUND, proven: NOTHING_PROVEN, seen: null };
  const read = await documents.read();
  const { inputs, evidence } = provenBy(read, headSha);
  if (mergeCommit === null || inputs.size === 0) {
    const proven = { ...NOTHING_PROVEN, inputs };
    return { facts: NOTHING_FOUND, proven, seen: null };
  }
  const settings = await readConfigAt(repository, mergeCommit);
  const holds = async ({ task, inputs: tested }: Evidence): Promise<boolean> => {
    const file = `${taskFolder(task)}/${META.storyRef}`;
    const claimsStory = (await repository.objectAt(mergeCommit, file)) !== null;
    const moment = { head: headSha, runId, settings, claimsStory };
    // What the merge holds is compared when it is read back.
    const present = { kind: "inputs" as const, inputs: tested! };
    return judgeHistory(task, read.get(task)!, { ...moment, present }).kind === "proven";
  };
  const judged = await Promise.all(evidence.map(holds));
  const valid = evidence.filter((_, index) => judged[index]);
  // A dispatch may have been asked for some of its tasks only.
  const isWhole = !isDispatched && valid.length === read.size;
  const proven = { ...NOTHING_PROVEN, inputs, evidence: valid, isWhole };
  return { facts: NOTHING_FOUND, proven, seen: null };
}

/** A head, the branch that it comes from, and what it is to become part of. */
export interface Proposal {
  readonly headSha: string;
  readonly headBranch: string;
  /** The name of a branch as a full ref, or a commit. */
  readonly base: string;
}

/** What a run has to go by where it looks at a head. */
type Asked = Pick<Question, "entries" | "isDispatched" | "isGiven" | "isMatrixLost">;

export async function gatherHead(
  question: Asked,
  proposal: Proposal,
  documents: RunDocuments,
  { repository, runId }: Pick<GatherPorts, "repository" | "runId">,
): Promise<HeadFacts> {
  const head = proposal.headSha;
  const base = await baseTip(repository, proposal);
  const mergeBases = await repository.mergeBases(base, head);
  const [mergeBase] = mergeBases;
  if (mergeBase === undefined || mergeBases.length > 1) {
    const isOurs = await concernsPipeline(mergeBases, proposal, repository);
    const why = `base and head have ${mergeBases.length} merge bases: what a merge would hold is not defined`;
    const concerns = isOurs || question.entries.length > 0;
    return {
      facts: { ...NOTHING_FOUND, concernsPipeline: concerns, conflicts: [why] },
      proven: NOTHING_PROVEN,
      seen: null,
    };
  }
  // Everything below is read from these three and no other, whatever moves meanwhile.
  const commits = { head, base, mergeBase };
  const [scope, settings] = await Promise.all([
    readScope(repository, mergeBase, head, proposal.headBranch),
    readConfigAt(repository, base),
  ]);
  const tasks = await readTasks(repository, commits, settings, scope.tasks);
  const refs = new Map([...tasks].map(([task, { storyRef }]) => [task, storyRef]));
  const storyFacts = await readStories(repository, commits, scope.stories, refs);
  const read = await documents.read();

  const findings = findingsOf(tasks, read, { head, runId, settings }, question);
  const stories = judgeStories(storyFacts, new Set(findings.map(({ task }) => task)));
  return {
    facts: {
      concernsPipeline: scope.concernsPipeline,
      outOfScope: scope.outOfScope,
      tasks: [
        ...findings.filter((finding) => !isMissing(finding) || !stories.outdated.has(finding.task)),
        ...namedWithoutReason(scope, question),
      ],
      unbuiltStories: stories.unbuilt,
      conflicts: stories.conflicts,
    },
    proven: { ...provenBy(read, head), stories: stories.blobs, isWhole: false },
    seen: { base, settings, tasks: [...tasks.keys()], documents: read, costs: costsOf(tasks) },
  };
}

function costsOf(tasks: ReadonlyMap<TaskId, TaskNow>): ReadonlyMap<TaskId, number | "unknown"> {
  return new Map(
    [...tasks].flatMap(([task, { costUsd }]) => (costUsd === null ? [] : [[task, costUsd]])),
  );
}

function knownOf(
  pullRequest: PullRequest,
  { head, entries, isGiven }: Pick<Question, "head" | "entries" | "isGiven">,
) {
  const named = [...new Set(entries.map((entry) => entry.head))];
  return {
    isOpen: pullRequest.isOpen,
    isMerged: pullRequest.isMerged,
    isFork: pullRequest.isFork,
    isDraft: pullRequest.isDraft,
    // GitHub compares labels without case.
    isOurs: pullRequest.labels.some((label) => label.toLowerCase() === OURS_LABEL),
    head: pullRequest.headSha,
    verifiedHeads: named.length === 0 ? [head] : named,
    isGiven,
    checks: [],
    refusal: null,
  };
}

/** The tip of the base, which comes with the head and the history of both: config and candidate are read from it. */
async function baseTip(repository: RepositoryReader, { base, headSha }: Proposal): Promise<string> {
  const [tip] = await repository.commitsOf([base, headSha], { withHistory: true });
  if (typeof tip === "string") return tip;
  const name = base.replace(/^refs\/heads\//, "");
  throw new PipelineError("INPUT_INVALID", `The base ${JSON.stringify(name)} does not exist`);
}

/** Whether any of several comparisons shows a story or a task; without a common history it cannot be told. */
async function concernsPipeline(
  mergeBases: readonly string[],
  { headSha, headBranch }: Proposal,
  repository: RepositoryReader,
): Promise<boolean> {
  for (const mergeBase of mergeBases) {
    const scope = await readScope(repository, mergeBase, headSha, headBranch);
    if (scope.concernsPipeline) return true;
  }
  return mergeBases.length === 0;
}

/** One or more findings for each task that the pull request changes. */
function findingsOf(
  tasks: ReadonlyMap<TaskId, TaskNow>,
  documents: Documents,
  moment: Pick<Moment, "head" | "runId" | "settings">,
  question: Asked,
): TaskFinding[] {
  return [...tasks].flatMap(([task, { badModes, present, claimsStory }]) => {
    const history = documents.get(task);
    return [
      ...(badModes.length === 0 ? [] : [reasonFor(task, "bad_mode", badModes.join("; "))]),
      history === undefined
        ? withoutEntry(task, question)
        : judgeHistory(task, history, { ...moment, present, claimsStory }),
    ];
  });
}

/** A dispatch that names some of the tasks shows nothing about the others, and is no fault. */
function withoutEntry(
  task: TaskId,
  { isDispatched, isGiven, isMatrixLost, entries }: Asked,
): TaskFinding {
  if (isDispatched && entries.length > 0) {
    return reasonFor(task, "partial_selection", "this run was asked for other tasks only");
  }
  if (isMatrixLost) {
    const why = "a job before this one ended without an answer, so nothing of it was verified";
    return reasonFor(task, "evidence_missing", why);
  }
  const isUnpushed = isGiven && entries.length === 0;
  const why = isUnpushed
    ? "this run pushed no version of it, and so verified none; its job generate says why"
    : "the matrix has no entry for it";
  return reasonFor(task, "evidence_missing", why);
}

/** Nothing is to be shown about code that its story has left behind. */
function isMissing(finding: TaskFinding): boolean {
  return finding.kind === "reason" && finding.reason.code === "evidence_missing";
}

function namedWithoutReason({ tasks }: Scope, { entries, isDispatched }: Asked): TaskFinding[] {
  if (isDispatched) return [];
  const changed = new Set<string>(tasks);
  const why = "the matrix names it, but the pull request does not change it";
  return entries
    .flatMap((entry) => entry.tasks)
    .filter((task) => !changed.has(task))
    .map((task) => reasonFor(task, "evidence_invalid", why));
}

function provenBy(documents: Documents, head: string): Pick<Proven, "inputs" | "evidence"> {
  const inputs = new Map<TaskId, VerificationInputs>();
  const evidence: Evidence[] = [];
  for (const [task, history] of documents) {
    const newest = newestIn(history);
    if (newest?.verdict !== "passed" || newest.head !== head || newest.inputs === null) continue;
    inputs.set(task, newest.inputs);
    evidence.push(newest);
  }
  return { inputs, evidence };
}
