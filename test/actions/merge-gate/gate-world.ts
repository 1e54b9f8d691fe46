import { afterAll } from "vitest";
import * as z from "zod";
import { readmeWorkflows } from "../../../scripts/tools/readme-workflows.ts";
import { readCandidate, readSharedInputs } from "../../../src/candidate/read-candidate.ts";
import { parseConfig, verifySettingsDigest } from "../../../src/config/config.ts";
import type { Evidence } from "../../../src/evidence/evidence.ts";
import { sha256 } from "../../../src/foundation/digest.ts";
import { openRepository } from "../../../src/git/adapters/repository.ts";
import type { Commits } from "../../../src/git/commits.ts";
import type { RepositoryReader } from "../../../src/git/repository.ts";
import { formatMatrix, type MatrixEntry } from "../../../src/handover/matrix.ts";
import { parseStory } from "../../../src/story/story.ts";
import { type Attempt, type Manifest, MANIFEST_SCHEMA } from "../../../src/task/manifest.ts";
import { isTaskId } from "../../../src/task/task-id.ts";
import type { BundleResult, BundleRun } from "../../../world/bundle.ts";
import {
  type CommitStatus,
  startGitHub,
  type GitHub,
  type RecordedCall,
  type Repository,
} from "../../../world/github.ts";
import { MemoryStore } from "../../../world/memory-store.ts";
import type { OpenPullRequest } from "../../../world/pull-request.ts";
import { runContext, type RunEvent } from "../../../world/run-context.ts";
import { passedEvidence, someInputs } from "../../support/evidence.ts";
import { runInProcess } from "../../support/in-process.ts";
import { MemoryRepository } from "../../support/memory-repository.ts";
import { zipOf } from "../../support/zip.ts";

export type Files = Readonly<Record<string, string | null>>;

/** The smallest task folder: enough for a gate, which never reads code. */
export const taskFiles = (task: string, text = "1"): Files => ({
  [`generated/${task}/src/code.py`]: `VALUE = ${text}\n`,
  [`generated/${task}/tests/test_story.py`]: "def test_it():\n    assert True\n",
});

/** What a user has of the product: the two callers, as README.md shows them. */
function workflowFiles(): Record<string, string> {
  return Object.fromEntries(
    [...readmeWorkflows()].map(([name, text]) => [`.github/workflows/${name}`, text]),
  );
}

/** A story, and the folder that generate left of it, with so many attempts behind it. */
export function madeFiles(id: string, attempts: readonly Partial<Attempt>[] = [{}]): Files {
  const path = `meta/stories/${id}.json`;
  const text = JSON.stringify({ id, feature: `What ${id} is for` });
  const read = parseStory(path, Buffer.from(text));
  if (!read.ok) throw new Error(read.problems.join());
  const sha256OfStory = read.story.digest;
  const files = {
    ...taskFiles(id),
    [`generated/${id}/meta/story_ref.json`]: JSON.stringify({
      story: path,
      id,
      sha256: sha256OfStory,
    }),
  };
  const manifest: Manifest = {
    schema: MANIFEST_SCHEMA,
    task: id,
    version: "0.1.0",
    promptVersion: "1",
    story: { id, sha256: sha256OfStory },
    attempts: attempts.map((attempt, index) => ({
      number: index + 1,
      reason: "new",
      fingerprint: null,
      calls: [],
      ended: "unchecked",
      ...attempt,
    })),
    files: Object.fromEntries(
      Object.entries(files).map(([file, content]) => [
        file.replace(`generated/${id}/`, ""),
        { sha256: sha256(content ?? ""), stage: "code" },
      ]),
    ),
    criteria: {},
    overruled: [],
    open: null,
  };
  return {
    ...files,
    [path]: text,
    [`generated/${id}/meta/manifest.json`]: JSON.stringify(manifest),
  };
}

export interface Proposal {
  readonly number: number;
  readonly branch: string;
  /** The three commits when it was proposed: what discover would hand to verify. */
  readonly commits: Commits;
}

/** GitHub for all worlds of one file: libraries of the action read its address once, when they are loaded. */
let server: Promise<GitHub> | null = null;
let worlds = 0;

async function sharedGitHub(): Promise<GitHub> {
  const github = await (server ??= startGitHub());
  process.env["GITHUB_API_URL"] = github.url;
  return github;
}

afterAll(async () => (await server)?.stop());

interface GateOptions {
  readonly inputs?: Record<string, string>;
  readonly event?: Partial<RunEvent>;
  /** `runBundle` for what only a process of its own shows. */
  readonly run?: (run: BundleRun) => Promise<BundleResult>;
}

/** A repository on the stand-in, pull requests, evidence about them, and the gate. */
export class GateWorld {
  readonly github: GitHub;
  readonly repository: Repository;
  readonly runId: number;
  readonly #callsBefore: number;

  /** Its git lies in memory: what hangs on git itself is for `startWithGit`. */
  static start(files: Files = {}): Promise<GateWorld> {
    return GateWorld.#start(files, true);
  }

  static startWithGit(files: Files = {}): Promise<GateWorld> {
    return GateWorld.#start(files, false);
  }

  static async #start(files: Files, isInMemory: boolean): Promise<GateWorld> {
    const github = await sharedGitHub();
    const name = `octo/app-${++worlds}`;
    const all = { "README.md": "app\n", ...workflowFiles(), ...kept(files) };
    return new GateWorld(github, github.createRepository(name, { isInMemory, files: all }));
  }

  private constructor(github: GitHub, repository: Repository) {
    this.github = github;
    this.repository = repository;
    this.runId = github.runs.nextId();
    this.#callsBefore = github.calls.length;
  }

  /** As an action opens it. */
  readonly open: typeof openRepository = (remote, folder) => {
    const { store } = this.repository;
    return store instanceof MemoryStore
      ? new MemoryRepository(store)
      : openRepository(remote, folder);
  };

  /** What the API was asked in this world. */
  get calls(): readonly RecordedCall[] {
    return this.github.calls.slice(this.#callsBefore);
  }

  /** Ends the world, and fails a test in which GitHub was asked for something it does not have. */
  stop(): void {
    this.github.dropInterventions();
    const violations = this.github.violations.splice(0);
    if (violations.length > 0) throw new Error(violations.join("\n"));
  }

  /** A branch with files and a pull request that carries our label. */
  async propose(
    branch: string,
    files: Files,
    request: Partial<OpenPullRequest> = {},
  ): Promise<Proposal> {
    this.repository.commit(branch, { files, message: `Propose ${branch}` });
    const number = this.repository.openPullRequest({
      head: branch,
      labels: ["agent-pipeline"],
      ...request,
    });
    return { number, branch, commits: this.commitsOf(branch) };
  }

  commitsOf(branch: string): Commits {
    const { repository } = this;
    return {
      head: repository.git("rev-parse", branch),
      base: repository.git("rev-parse", "main"),
      mergeBase: repository.git("merge-base", "main", branch),
    };
  }

  /** Uploads what verify would have found out about one task of a proposal. */
  prove(
    proposal: Proposal,
    task: string,
    change?: (evidence: Evidence) => object,
    attempt = 1,
  ): Promise<void> {
    return this.proveTogether(proposal, task, [task], change, attempt);
  }

  /** The same for several tasks of one entry of the matrix. */
  async proveTogether(
    { commits }: Proposal,
    entry: string,
    tasks: readonly string[],
    change: (evidence: Evidence) => object = (evidence) => evidence,
    attempt = 1,
  ): Promise<void> {
    const remote = { url: `file://${this.repository.path}`, serverUrl: "", token: "" };
    const reader = this.open(remote, this.github.folder);
    const files: Record<string, string> = {};
    for (const task of tasks) {
      const passed = passedEvidence(task, {
        commits,
        run: { id: String(this.runId), attempt },
        inputs: await inputsOf(reader, commits, task),
      });
      files[`${task}/evidence.json`] = JSON.stringify(change(passed));
    }
    this.upload(entry, files, attempt);
  }

  upload(entry: string, files: Readonly<Record<string, string>>, attempt = 1): void {
    this.github.artifacts.add({ runId: this.runId, attempt }, `evidence-${entry}`, zipOf(files));
  }

  /** Runs the gate over a matrix that names the given tasks of the proposals. */
  async gate(
    tasks: readonly (readonly [Proposal, ...string[]])[],
    options: GateOptions = {},
  ): Promise<BundleResult> {
    const matrix = tasks.flatMap(([proposal, ...ids]) => ids.map((id) => entryOf(proposal, id)));
    return this.gateOn(formatMatrix(matrix), options, tasks[0]?.[0].number);
  }

  async gateOn(
    matrix: string,
    { inputs = {}, event = {}, run = (one) => runInProcess(one, this.open) }: GateOptions = {},
    pullRequest?: number,
  ): Promise<BundleResult> {
    const trigger: RunEvent =
      pullRequest === undefined
        ? { event: "workflow_dispatch", runId: this.runId, ...event }
        : { event: "pull_request", pullRequest, runId: this.runId, ...event };
    return run({
      action: "merge-gate",
      inputs: { matrix, ...inputs },
      environment: runContext(this.github, this.repository, trigger),
    });
  }

  mainHolds(path: string): boolean {
    return this.repository.ask("cat-file", "-e", `main:${path}`) !== null;
  }

  /** What the gate says on a head now. */
  statusOf(proposal: Proposal): string | null {
    return this.saidOf(proposal)?.state ?? null;
  }

  /** The same with its words. */
  saidOf({ commits }: Proposal): CommitStatus | null {
    const statuses = this.repository.statuses(commits.head);
    return statuses.find(({ context }) => context === "agent-pipeline/gate") ?? null;
  }

  /** What the journal of a head holds, the oldest first. */
  journalOf({ commits }: Proposal): string[] {
    return this.repository
      .statuses(commits.head)
      .filter(({ context }) => context === "agent-pipeline/journal")
      .map(({ description }) => description ?? "")
      .toReversed();
  }
}

function kept(files: Files): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).flatMap(([path, text]) => (text === null ? [] : [[path, text]])),
  );
}

async function inputsOf(reader: RepositoryReader, commits: Commits, task: string) {
  if (!isTaskId(task)) throw new Error(`${task} is no task id`);
  const shared = await readSharedInputs(reader, commits, []);
  const candidate = await readCandidate(reader, commits, task, shared);
  if (candidate.kind === "conflict") return someInputs();
  return someInputs({
    task: candidate.task ?? "0".repeat(40),
    shared: { ...candidate.shared },
    config: verifySettingsDigest(parseConfig(null)),
  });
}

export function entryOf({ number, commits }: Proposal, task: string): MatrixEntry {
  if (!isTaskId(task)) throw new Error(`${task} is no task id`);
  return {
    entry: task,
    tasks: [task],
    head: commits.head,
    base: commits.base,
    "merge-base": commits.mergeBase,
    "pull-request": String(number),
  };
}

/** Evidence about a folder that was made from a story. */
export const checked = (evidence: Evidence): Evidence => ({
  ...evidence,
  criteria: { "AC-1": { tests: evidence.results.map(({ id }) => id), example: null } },
});

export interface Decided {
  readonly decision: string;
  readonly reasons: readonly { readonly code: string; readonly message: string }[];
}

const Decisions = z.record(
  z.string(),
  z.object({
    decision: z.string(),
    reasons: z.array(z.object({ code: z.string(), message: z.string() })),
  }),
);

export function decisionOf(result: BundleResult, { number }: Proposal): Decided {
  const decisions = Decisions.parse(JSON.parse(result.outputs["decisions"] ?? "{}"));
  return decisions[number] ?? { decision: "absent", reasons: [] };
}

export function codesOf(result: BundleResult, proposal: Proposal): string[] {
  return decisionOf(result, proposal).reasons.map(({ code }) => code);
}
