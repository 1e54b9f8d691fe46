import {
  type Candidate,
  readCandidate,
  readSharedInputs,
} from "../../src/candidate/read-candidate.ts";
import { verifySettingsDigest } from "../../src/config/config.ts";
import { readConfigAt } from "../../src/config/read-config.ts";
import type { EvidenceDownloads } from "../../src/evidence/store.ts";
import type { VerificationInputs } from "../../src/evidence/verification-inputs.ts";
import type { Digest } from "../../src/foundation/digest.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import type { Commits } from "../../src/git/commits.ts";
import type { RepositoryReader } from "../../src/git/repository.ts";
import { OURS_LABEL, type PullRequest, type PullRequests } from "../../src/github/pull-requests.ts";
import type { MatrixEntry } from "../../src/handover/matrix.ts";
import { META, taskFolder } from "../../src/task/folder.ts";
import type { TaskId } from "../../src/task/task-id.ts";
import type { PullRequestFacts, TaskFinding } from "./decide.ts";
import {
  type Documents,
  judgeHistory,
  newestIn,
  type PresentInputs,
  reasonFor,
} from "./judge-evidence.ts";
import { readDocuments } from "./read-documents.ts";
import { badModes, readScope } from "./read-scope.ts";
import { readStories } from "./read-stories.ts";
import type { Scope } from "./scope.ts";

export interface GatherPorts {
  readonly repository: RepositoryReader;
  readonly pullRequests: PullRequests;
  readonly evidence: EvidenceDownloads;
  readonly runId: string;
}

/** What a run is about to decide: one pull request, its entries of the matrix, and the head it is to have. */
export interface Question {
  readonly number: number;
  readonly entries: readonly MatrixEntry[];
  /** The head that the event names, when no entry names one. */
  readonly eventHead: string | null;
  /** A person may have asked for some tasks only, or for some that the pull request does not change. */
  readonly isDispatched: boolean;
}

/** What the base must hold after the merge, because that was proven. */
export interface Proven {
  readonly inputs: ReadonlyMap<TaskId, VerificationInputs>;
  /** Story path → blob. */
  readonly stories: ReadonlyMap<string, string | null>;
}

/** The facts of one moment about one pull request. */
export interface Gathered {
  readonly facts: PullRequestFacts;
  readonly pullRequest: PullRequest;
  readonly proven: Proven;
}

const NO_DOCUMENTS: Documents = new Map();
const NO_SCOPE: Scope = { tasks: [], stories: [], outOfScope: [], concernsPipeline: false };

export async function gather(question: Question, ports: GatherPorts): Promise<Gathered> {
  const { number, entries } = question;
  const { repository } = ports;
  const pullRequest = await ports.pullRequests.get(number);
  const known = knownOf(pullRequest, question);
  const nothingRead = { ...known, ...NO_SCOPE, tasks: [], unbuiltStories: [], conflicts: [] };
  // Of a pull request that is not open here nothing is fetched, but what a merge of it has to be compared with.
  if (!pullRequest.isOpen || pullRequest.isFork) {
    const documents = pullRequest.isMerged
      ? await readDocuments(entries, ports.evidence)
      : NO_DOCUMENTS;
    return {
      facts: nothingRead,
      pullRequest,
      proven: { inputs: provenInputs(documents, pullRequest.headSha), stories: new Map() },
    };
  }

  const base = await baseTip(repository, pullRequest.baseBranch);
  const mergeBases = await repository.mergeBases(base, pullRequest.headSha);
  const [mergeBase] = mergeBases;
  if (mergeBase === undefined || mergeBases.length > 1) {
    const isOurs = await concernsPipeline(mergeBases, pullRequest, repository);
    const why = `base and head have ${mergeBases.length} merge bases: what a merge would hold is not defined`;
    return {
      facts: {
        ...nothingRead,
        concernsPipeline: isOurs || entries.length > 0,
        conflicts: [why],
      },
      pullRequest,
      proven: { inputs: new Map(), stories: new Map() },
    };
  }
  const commits = { head: pullRequest.headSha, base, mergeBase };
  const scope = await readScope(repository, mergeBase, commits.head, pullRequest.headBranch);
  const documents = await readDocuments(entries, ports.evidence);
  const tasks = await findingsOf(scope, documents, commits, question, ports);
  const stories = await readStories(repository, {
    commits,
    stories: scope.stories,
    tasks: scope.tasks,
    proven: new Set(tasks.flatMap((found) => (found.kind === "proven" ? [found.task] : []))),
  });
  return {
    facts: {
      ...known,
      concernsPipeline: scope.concernsPipeline,
      outOfScope: scope.outOfScope,
      tasks: [
        ...tasks.filter((finding) => !isMissing(finding) || !stories.outdated.has(finding.task)),
        ...namedWithoutReason(scope, question),
      ],
      unbuiltStories: stories.unbuilt,
      conflicts: stories.conflicts,
    },
    pullRequest,
    proven: { inputs: provenInputs(documents, commits.head), stories: stories.blobs },
  };
}

function knownOf(pullRequest: PullRequest, { entries, eventHead }: Question) {
  const named = [...new Set(entries.map(({ head }) => head))];
  return {
    isOpen: pullRequest.isOpen,
    isMerged: pullRequest.isMerged,
    isFork: pullRequest.isFork,
    isDraft: pullRequest.isDraft,
    // GitHub compares labels without case.
    isOurs: pullRequest.labels.some((label) => label.toLowerCase() === OURS_LABEL),
    head: pullRequest.headSha,
    verifiedHeads: named.length === 0 && eventHead !== null ? [eventHead] : named,
    refusal: null,
  };
}

async function baseTip(repository: RepositoryReader, branch: string): Promise<string> {
  const tip = await repository.branchTip(branch);
  if (tip !== null) return tip;
  throw new PipelineError(
    "INPUT_INVALID",
    `The base branch ${JSON.stringify(branch)} does not exist`,
  );
}

/** Whether any of several comparisons shows a story or a task; without a common history it cannot be told. */
async function concernsPipeline(
  mergeBases: readonly string[],
  { headSha, headBranch }: PullRequest,
  repository: RepositoryReader,
): Promise<boolean> {
  for (const mergeBase of mergeBases) {
    const scope = await readScope(repository, mergeBase, headSha, headBranch);
    if (scope.concernsPipeline) return true;
  }
  return mergeBases.length === 0;
}

/** One or more findings for each task that the pull request changes. */
async function findingsOf(
  { tasks }: Scope,
  documents: Documents,
  commits: Commits,
  question: Question,
  { repository, runId }: GatherPorts,
): Promise<TaskFinding[]> {
  const settings = await readConfigAt(repository, commits.base);
  const config = verifySettingsDigest(settings);
  const shared = await readSharedInputs(repository, commits, settings["shared-inputs"]);
  const findings: TaskFinding[] = [];
  for (const task of tasks) {
    const modes = await badModes(repository, commits.head, task);
    if (modes.length > 0) findings.push(reasonFor(task, "bad_mode", modes.join("; ")));
    const candidate = await readCandidate(repository, commits, task, shared);
    const claim = await repository.objectAt(commits.head, `${taskFolder(task)}/${META.storyRef}`);
    const history = documents.get(task);
    if (history === undefined) {
      findings.push(withoutEntry(task, question));
      continue;
    }
    findings.push(
      judgeHistory(task, history, {
        head: commits.head,
        runId,
        present: presentInputs(candidate, config),
        claimsStory: claim !== null,
      }),
    );
  }
  return findings;
}

/** A dispatch that names some of the tasks shows nothing about the others, and is no fault. */
function withoutEntry(task: TaskId, { isDispatched, entries }: Question): TaskFinding {
  return isDispatched && entries.length > 0
    ? reasonFor(task, "partial_selection", "this run was asked for other tasks only")
    : reasonFor(task, "evidence_missing", "the matrix has no entry for it");
}

/** Nothing is to be shown about code that its story has left behind. */
function isMissing(finding: TaskFinding): boolean {
  return finding.kind === "reason" && finding.reason.code === "evidence_missing";
}

function namedWithoutReason({ tasks }: Scope, { entries, isDispatched }: Question): TaskFinding[] {
  if (isDispatched) return [];
  const changed = new Set<string>(tasks);
  const why = "the matrix names it, but the pull request does not change it";
  return entries
    .flatMap((entry) => entry.tasks)
    .filter((task) => !changed.has(task))
    .map((task) => reasonFor(task, "evidence_invalid", why));
}

function provenInputs(documents: Documents, head: string): ReadonlyMap<TaskId, VerificationInputs> {
  const proven = new Map<TaskId, VerificationInputs>();
  for (const [task, history] of documents) {
    const newest = newestIn(history);
    if (newest?.verdict !== "passed") continue;
    if (newest.head === head && newest.inputs !== null) proven.set(task, newest.inputs);
  }
  return proven;
}

function presentInputs(candidate: Candidate, config: Digest): PresentInputs {
  if (candidate.kind === "conflict") return candidate;
  return {
    kind: "inputs",
    // A folder that is gone from the candidate equals no tree that was ever tested.
    inputs: { task: candidate.task ?? "", shared: candidate.shared, config },
  };
}
