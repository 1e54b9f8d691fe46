import { readConfigAt } from "../../src/config/read-config.ts";
import type { EvidenceArtifact } from "../../src/evidence/store.ts";
import { openRepository } from "../../src/git/adapters/repository.ts";
import type { Repository as GitPort } from "../../src/git/repository.ts";
import { githubApi, type Octokit } from "../../src/github/adapters/api.ts";
import type { GitHub, Repository } from "../../world/github.ts";
import { gitHubInMemory, startGitHub } from "../../world/github.ts";
import { inProcessFetch, type ShortFetch } from "../../world/in-process-fetch.ts";
import { MemoryStore } from "../../world/memory-store.ts";
import { MergeQueue, type QueueSettings } from "../../world/merge-queue.ts";
import { setClock } from "../../world/moment.ts";
import type { PullRequest } from "../../world/pull-request.ts";
import { MemoryRepository } from "../support/memory-repository.ts";
import { Dice } from "./dice.ts";
import { qualityOf, codePath } from "./folders.ts";
import type { Run, SeenPullRequest } from "./run.ts";

export const HERE = { owner: "octo", repo: "app" };

/** Who signs what generate pushes. */
export const BOT = "github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>";

const DISPATCHABLE = `on:
  workflow_dispatch:
    inputs:
      task: { type: string, default: "" }
      pull-request: { type: string, default: "" }
      feedback-run-id: { type: string, default: "" }
      max-tests: { type: string, default: "" }
`;

const START = Date.parse("2026-10-01T00:00:00Z");

/** What stays the same for a whole sequence. */
export interface Habits {
  /** Whether the gates of one base wait for each other, as in our workflows. */
  readonly isGrouped: boolean;
  readonly mode: "merge" | "status-only";
  readonly method: "merge" | "squash" | "rebase";
  /** A commit status that the config waits for, posted by somebody else. */
  readonly waitsForCheck: boolean;
  /** The same, required by GitHub. */
  readonly requiresCheck: boolean;
  /** null where `main` has no merge queue. */
  readonly queue: QueueHabits | null;
}

export interface QueueHabits extends QueueSettings {
  /** Whether the gate has the token of an App, and so adds by itself. */
  readonly hasApp: boolean;
}

/** An entry that the gate made, and what its run knew in that moment. */
export interface QueuedByGate {
  readonly number: number;
  readonly by: Run;
  readonly seen: SeenPullRequest | undefined;
  readonly head: string;
  readonly matrix: Run["matrix"];
  readonly artifacts: Artifacts;
}

/** Artifacts of runs, the newest first. */
export type Artifacts = ReadonlyMap<
  number,
  readonly (EvidenceArtifact & { readonly entry: string })[]
>;

/** A merge, by whomever, and what was known in that moment. */
export interface MergeMade {
  readonly number: number;
  readonly by: Run | "person" | "queue";
  /** As the run had read it last. */
  readonly seen?: SeenPullRequest | undefined;
  readonly head: string;
  readonly baseBranch: string;
  /** The tip of the base before it. */
  readonly onto: string;
  readonly commit: string;
  /** What was there then: a run may be run again. */
  readonly artifacts: Artifacts;
}

/** A repository, all that happens to it, and the runs that its events start. */
export class Town {
  readonly github: GitHub;
  readonly repository: Repository;
  readonly dice: Dice;
  readonly habits: Habits;
  /** The port of the actions, without a wait. */
  readonly git: GitPort;
  /** The API, without a wait. */
  readonly api: Octokit;
  readonly runs: Run[] = [];
  readonly merges: MergeMade[] = [];
  readonly queued: QueuedByGate[] = [];
  /** That of `main`; null without one. */
  readonly queue: MergeQueue | null;
  artifacts: Artifacts = new Map();
  /** How often a model was paid, by branch, story and text. */
  readonly paid = new Map<string, number>();
  /** What allows further payments on a branch: a person's push, or a job that ended before it could write down what it paid. */
  readonly excuses = new Map<string, number>();
  seconds = 0;
  /** Whether nothing goes wrong any more. */
  isCalm = false;
  #serial = 0;
  #names = 0;
  #dispatchesSeen = 0;

  static async start(dice: Dice, habits: Habits, isReal: boolean): Promise<Town> {
    const github = isReal ? await startGitHub() : gitHubInMemory();
    return new Town(github, dice, habits);
  }

  private constructor(github: GitHub, dice: Dice, habits: Habits) {
    this.github = github;
    this.dice = dice;
    this.habits = habits;
    setClock(() => this.now);
    const config = habits.waitsForCheck ? { "required-checks": ["outside"] } : {};
    this.repository = github.createRepository("octo/app", {
      files: {
        "README.md": "app\n",
        "requirements.txt": "one\n",
        ".github/agent-pipeline.yml": `${JSON.stringify(config)}\n`,
        ".github/workflows/agent-ci.yml": DISPATCHABLE,
        ".github/workflows/agent-pipeline.yml": DISPATCHABLE,
      },
      settings: { requiredStatuses: requiredBy(habits) },
    });
    const { queue } = habits;
    this.queue = queue === null ? null : new MergeQueue(this.repository, "main", queue);
    if (this.queue !== null) this.repository.queues.set("main", this.queue);
    this.repository.git("update-ref", "refs/heads/release", this.tip("main"));
    this.api = clientOf(inProcessFetch(github), github);
    this.git = this.gitPort();
  }

  async end(): Promise<void> {
    setClock(null);
    await this.github.stop();
  }

  /** In milliseconds since 1970. */
  get now(): number {
    return START + this.seconds * 1_000;
  }

  nextSerial(): number {
    this.#serial += 1;
    return this.#serial;
  }

  /** A name that no task had before. */
  freshName(): string {
    this.#names += 1;
    return `task${this.#names}`;
  }

  gitPort(ask?: (what: string) => Promise<void>): GitPort {
    const { store } = this.repository;
    if (store instanceof MemoryStore) {
      return new MemoryRepository(store, ask, () => Math.floor(this.now / 1_000));
    }
    const remote = { url: `file://${this.repository.path}`, serverUrl: "", token: "" };
    const port = openRepository(remote, this.github.folder);
    return ask === undefined ? port : asking(port, ask);
  }

  upload(run: number, artifact: EvidenceArtifact & { readonly entry: string }): void {
    const before = this.artifacts.get(run) ?? [];
    this.artifacts = new Map([...this.artifacts, [run, [artifact, ...before]]]);
  }

  tip(branch: string): string {
    const tip = this.repository.tip(branch);
    if (tip === null) throw new Error(`There is no branch ${branch}`);
    return tip;
  }

  get pulls(): readonly PullRequest[] {
    return this.repository.pulls;
  }

  get open(): readonly PullRequest[] {
    this.repository.refreshPullRequests();
    return this.pulls.filter(({ state }) => state === "open");
  }

  /** What a commit holds at a path; null for nothing. */
  read(commit: string, path: string): string | null {
    return this.repository.ask("cat-file", "blob", `${commit}:${path}`);
  }

  /** Whether the code of a task does what its story asks for, in the company that it has at a commit. */
  isRight(commit: string, task: string): boolean {
    const text = this.read(commit, codePath(task));
    if (text === null) return false;
    return isRightBeside(qualityOf(`${text}\n`), this.read(commit, "requirements.txt") ?? "");
  }

  /** Runs that were asked for since the last look, by whoever may. */
  takeDispatches(): GitHub["dispatches"] {
    const found = this.github.dispatches.slice(this.#dispatchesSeen);
    this.#dispatchesSeen = this.github.dispatches.length;
    return found;
  }

  statusOf(head: string): { readonly state: string; readonly description: string } | null {
    const found = this.repository
      .statuses(head)
      .find(({ context }) => context === "agent-pipeline/gate");
    return found === undefined
      ? null
      : { state: found.state, description: found.description ?? "" };
  }

  settingsAt(commit: string) {
    return readConfigAt(this.git, commit);
  }
}

export function isRightBeside(quality: string, requirements: string): boolean {
  return quality === "right" || (quality === "needs_two" && requirements.trim() === "two");
}

/** A queue without a required status would merge at once whatever comes. */
function requiredBy({ queue, requiresCheck }: Habits): readonly string[] {
  return [
    ...(queue === null ? [] : ["agent-pipeline/gate"]),
    ...(requiresCheck ? ["outside"] : []),
  ];
}

const silent = (): void => undefined;

export function clientOf(fetch: ShortFetch, github: GitHub, token = github.token): Octokit {
  const log = { debug: silent, info: silent, warn: silent, error: silent };
  return githubApi(token, github.url, { log, request: { fetch } });
}

const REMOTE = ["branchTip", "branchTips", "commitOf", "commitsOf", "deleteBranch", "push"];

/** A port that asks before each question to the remote. */
function asking(port: GitPort, ask: (what: string) => Promise<void>): GitPort {
  return new Proxy(port, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      const method = (...values: unknown[]): unknown => Reflect.apply(value, target, values);
      if (!REMOTE.includes(String(name))) return method;
      return async (...values: unknown[]): Promise<unknown> => {
        const [about] = values;
        await ask(`git: ${Array.isArray(about) ? about.join(", ") : String(about)}`);
        return method(...values);
      };
    },
  });
}
