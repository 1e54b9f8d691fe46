import type { Commits } from "../shared/core/commits.ts";
import { verifySettingsDigest } from "../shared/core/config.ts";
import { PipelineError } from "../shared/core/errors.ts";
import { parseEvidence } from "../shared/core/evidence.ts";
import type { MatrixEntry } from "../shared/core/matrix.ts";
import type { TaskId } from "../shared/core/task-id.ts";
import type { EvidenceDownloads, EvidenceFile } from "../shared/ports/evidence-store.ts";
import { OURS_LABEL, type PullRequest, type PullRequests } from "../shared/ports/pull-requests.ts";
import type { RepositoryReader } from "../shared/ports/repository.ts";
import { readCandidate, type Candidate } from "../shared/read-candidate.ts";
import { readConfigAt } from "../shared/read-config.ts";
import { because, type PullRequestFacts, type TaskFinding } from "./core/decide.ts";
import { judgeEvidence, type PresentInputs } from "./core/judge-evidence.ts";
import type { Scope } from "./core/scope.ts";
import { badModes, readScope, unbuiltStories } from "./read-scope.ts";

export interface GatherPorts {
  readonly repository: RepositoryReader;
  readonly pullRequests: PullRequests;
  readonly evidence: EvidenceDownloads;
  readonly runId: string;
}

/** The facts of one moment about one pull request, and what its tasks would be once merged. */
export interface Gathered {
  readonly facts: PullRequestFacts;
  readonly pullRequest: PullRequest;
  readonly candidates: ReadonlyMap<TaskId, Candidate>;
}

const NO_SCOPE: Scope = { tasks: [], stories: [], outOfScope: [], concernsPipeline: false };

export async function gather(
  number: number,
  entries: readonly MatrixEntry[],
  ports: GatherPorts,
): Promise<Gathered> {
  const { repository, pullRequests } = ports;
  const pullRequest = await pullRequests.get(number);
  const known = {
    isOpen: pullRequest.isOpen,
    isMerged: pullRequest.isMerged,
    isFork: pullRequest.isFork,
    isDraft: pullRequest.isDraft,
    isOurs: pullRequest.labels.includes(OURS_LABEL),
    head: pullRequest.headSha,
    verifiedHeads: [...new Set(entries.map(({ head }) => head))],
    refusal: null,
  };
  const nothingRead = { ...known, ...NO_SCOPE, tasks: [], unbuiltStories: [] };
  // Of a pull request that is not open here, nothing is fetched: its commits are none of this run's business.
  if (!pullRequest.isOpen || pullRequest.isFork) {
    return { facts: nothingRead, pullRequest, candidates: new Map() };
  }

  const base = await baseTip(repository, pullRequest.baseBranch);
  const mergeBases = await repository.mergeBases(base, pullRequest.headSha);
  const [mergeBase] = mergeBases;
  if (mergeBase === undefined || mergeBases.length > 1) {
    const finding = `base and head have ${mergeBases.length} merge bases: what a merge would hold is not defined`;
    return {
      facts: {
        ...nothingRead,
        concernsPipeline: entries.length > 0,
        tasks: conflicts(entries, finding),
      },
      pullRequest,
      candidates: new Map(),
    };
  }
  const commits = { head: pullRequest.headSha, base, mergeBase };
  const scope = await readScope(repository, mergeBase, commits.head, pullRequest.headBranch);
  const candidates = await readCandidates(repository, commits, scope);
  const facts = {
    ...known,
    concernsPipeline: scope.concernsPipeline,
    outOfScope: scope.outOfScope,
    tasks: await findingsOf(scope, entries, commits, candidates, ports),
    unbuiltStories: await unbuiltStories(repository, commits.head, scope.stories),
  };
  return { facts, pullRequest, candidates };
}

async function baseTip(repository: RepositoryReader, branch: string): Promise<string> {
  const tip = await repository.branchTip(branch);
  if (tip !== null) return tip;
  throw new PipelineError(
    "INPUT_INVALID",
    `The base branch ${JSON.stringify(branch)} does not exist`,
  );
}

function conflicts(entries: readonly MatrixEntry[], why: string): TaskFinding[] {
  return entries.flatMap(({ tasks }) => tasks.map((task) => reasonFor(task, "conflict", why)));
}

async function readCandidates(
  repository: RepositoryReader,
  commits: Commits,
  { tasks }: Scope,
): Promise<ReadonlyMap<TaskId, Candidate>> {
  const { "shared-inputs": globs } = await readConfigAt(repository, commits.base);
  const candidates = new Map<TaskId, Candidate>();
  for (const task of tasks) {
    candidates.set(task, await readCandidate(repository, commits, task, globs));
  }
  return candidates;
}

/** One finding for each task that the pull request changes, and one for each that the matrix names without reason. */
async function findingsOf(
  { tasks }: Scope,
  entries: readonly MatrixEntry[],
  { head, base }: Commits,
  candidates: ReadonlyMap<TaskId, Candidate>,
  { repository, evidence, runId }: GatherPorts,
): Promise<TaskFinding[]> {
  const config = verifySettingsDigest(await readConfigAt(repository, base));
  const findings: TaskFinding[] = [];
  const documents = await readDocuments(entries, evidence);
  for (const task of tasks) {
    const modes = await badModes(repository, head, task);
    if (modes.length > 0) findings.push(reasonFor(task, "bad_mode", modes.join("; ")));
    const document = documents.get(task);
    if (document === undefined || "missing" in document) {
      const why = document?.missing ?? "the matrix has no entry for it";
      findings.push(reasonFor(task, "evidence_missing", why));
      continue;
    }
    const present = presentInputs(candidates.get(task)!, config);
    findings.push(judge(task, document, { head, runId, present }));
  }
  const changed = new Set<string>(tasks);
  return [
    ...findings,
    ...entries
      .flatMap((entry) => entry.tasks)
      .filter((task) => !changed.has(task))
      .map((task) =>
        reasonFor(
          task,
          "evidence_invalid",
          "the matrix names it, but the pull request does not change it",
        ),
      ),
  ];
}

function judge(
  task: TaskId,
  { json }: EvidenceFile,
  at: { head: string; runId: string; present: PresentInputs },
): TaskFinding {
  try {
    return judgeEvidence(task, parseEvidence(json), at);
  } catch (error) {
    if (!(error instanceof PipelineError)) throw error;
    return reasonFor(task, "evidence_invalid", error.message);
  }
}

type Document = EvidenceFile | { readonly missing: string };

async function readDocuments(
  entries: readonly MatrixEntry[],
  evidence: EvidenceDownloads,
): Promise<ReadonlyMap<TaskId, Document>> {
  const documents = new Map<TaskId, Document>();
  for (const { entry, tasks } of entries) {
    const files = await evidence.download(entry, tasks);
    for (const task of tasks) {
      const file = files?.find((candidate) => candidate.task === task);
      documents.set(task, file ?? { missing: `no evidence was uploaded for the entry ${entry}` });
    }
  }
  return documents;
}

function presentInputs(candidate: Candidate, config: `sha256:${string}`): PresentInputs {
  if (candidate.kind === "conflict") return candidate;
  return {
    kind: "inputs",
    // A folder that is gone from the candidate equals no tree that was ever tested.
    inputs: { task: candidate.task ?? "", shared: candidate.shared, config },
  };
}

function reasonFor(
  task: string,
  code: Parameters<typeof because>[0],
  message: string,
): TaskFinding {
  return { task, kind: "reason", reason: because(code, `${task}: ${message}`) };
}
