import { PipelineError } from "../../src/foundation/errors.ts";
import type { Repository } from "../../src/git/repository.ts";
import type { CommitStatuses } from "../../src/github/pull-requests.ts";
import type { Log } from "../../src/runner/log.ts";
import { taskFolder } from "../../src/task/folder.ts";
import { readTask, type PresentTask } from "../../src/task/present-task.ts";
import type { TaskId } from "../../src/task/task-id.ts";
import { commitOf, startOf, type Destination, type Written } from "./commit-task.ts";
import { afterLostRace, type AfterLostRace, type FolderTrees } from "./lost-race.ts";
import type { PlannedTask } from "./plan-tasks.ts";
import { PENDING } from "./publish.ts";
import { selectStories } from "./select-stories.ts";

export interface BranchPorts {
  readonly repository: Repository;
  readonly statuses: CommitStatuses;
  readonly log: Log;
  readonly pause: (seconds: number) => Promise<void>;
}

/** What came of bringing one task onto its branch. */
export type Landing =
  | { readonly kind: "landed" }
  /** Somebody else's version of the same text stays. */
  | { readonly kind: "adopted"; readonly attempt: number }
  | Extract<AfterLostRace, { kind: "skip" }>;

/** So often a task is pushed before the run gives it up: each lost push means that somebody else's came through. */
const TRIES = 5;
/** Before the second push; twice as long before each further one. */
const PAUSE_SECONDS = 0.25;

/**
 * A branch that this run writes to, and that others may move at any time. It is moved by a push with a lease on the tip
 * that was read last, one task after the other, and read again where such a push is rejected.
 */
export class MovingBranch {
  #at: Destination;
  readonly #ports: BranchPorts;
  /** What others did to it is seen by a rejected push alone; then what was read of it before may be no longer true. */
  #wasMovedByOthers = false;
  /** The folders that this run pushed. */
  readonly #own = new Map<TaskId, string | null>();

  constructor(start: Destination, ports: BranchPorts) {
    this.#at = start;
    this.#ports = ports;
  }

  /** The tip after the last push of this run; null while there is no such branch. */
  get tip(): string | null {
    return this.#at.tip;
  }

  get name(): string {
    return this.#at.branch;
  }

  /** Whether this run brought a task onto it, whatever went wrong after that. */
  hasBrought(task: TaskId): boolean {
    return this.#own.has(task);
  }

  /** Brings one task onto the branch in one push. Until that push nothing of it is visible to anybody. */
  async land(planned: PlannedTask, written: Written): Promise<Landing> {
    const { repository, log, pause } = this.#ports;
    const { task } = written;
    for (let tries = 1; tries <= TRIES; tries += 1) {
      // Also where it was another task whose push was rejected: this one was planned by what the branch held before.
      if (this.#wasMovedByOthers) {
        const next = await this.#found(planned, planned.trees);
        if (next.kind !== "rebuild") return this.#dropped(task, next);
        log.info(`${task} is not concerned: it goes on top of what is there now`);
      }
      const commit = await commitOf(
        await startOf(this.#at, written, repository),
        written,
        repository,
      );
      if ((await repository.push(this.name, commit, this.#at.tip)) === "pushed") {
        await this.#landed(commit, task);
        return { kind: "landed" };
      }
      log.info(`${this.name} was moved by somebody else: it is read again`);
      if (tries < TRIES) await pause(PAUSE_SECONDS * 2 ** (tries - 1));
      await this.#readAgain();
    }
    throw new PipelineError(
      "GIT_FAILED",
      `Somebody else moved ${this.name} each of the ${TRIES} times that ${task} was pushed; it was not written`,
      { hint: "Run the job again: it starts from the branch as it is then." },
    );
  }

  /**
   * Looks whether a task that was brought onto the branch, or found there, is still there at its tip: null when it is,
   * otherwise why it is not this run's any more.
   */
  async lost(planned: PlannedTask): Promise<Extract<Landing, { kind: "skip" }> | null> {
    if (!this.#wasMovedByOthers) return null;
    const { task } = planned.plan;
    const present = this.tip === null ? null : await this.#folderAt(this.tip, task);
    const own = this.#own.get(task);
    const next = await this.#found(planned, {
      ...planned.trees,
      onBranch: own ?? planned.trees.onBranch,
    });
    if (next.kind === "skip") return next;
    const isThere =
      present !== null && (own === undefined || present === own || next.kind === "adopt");
    return isThere ? null : { kind: "skip", reason: "human_commits" };
  }

  async #landed(commit: string, task: TaskId): Promise<void> {
    const { statuses, log } = this.#ports;
    this.#moveTo(commit);
    this.#own.set(task, null);
    this.#own.set(task, await this.#folderAt(commit, task));
    log.info(`Pushed ${commit} to ${this.name}`);
    await statuses.post(commit, "pending", PENDING);
  }

  #moveTo(tip: string | null): void {
    const { pullRequest, parent } = this.#at;
    // On its own branch a pull request is built upon, whatever it holds.
    this.#at = { ...this.#at, tip, parent: pullRequest === null ? parent : (tip ?? parent) };
  }

  async #readAgain(): Promise<void> {
    const { branch, base, pullRequest } = this.#at;
    const tips = await this.#ports.repository.branchTips(branch, base);
    this.#wasMovedByOthers = true;
    this.#moveTo(tips.get(branch) ?? null);
    if (pullRequest !== null) return;
    const parent = tips.get(base);
    if (parent === undefined) {
      throw new PipelineError(
        "GIT_FAILED",
        `The branch ${base} is gone, so nothing can go into it`,
      );
    }
    this.#at = { ...this.#at, parent };
  }

  /** What is to become of a task, by what the branch holds of it and of its story now. */
  async #found({ story, plan, task }: PlannedTask, planned: FolderTrees): Promise<AfterLostRace> {
    const { tip, parent, pullRequest } = this.#at;
    const { repository } = this.#ports;
    // A pull request whose branch is gone has no story any more, and nobody wants the branch back.
    if (pullRequest !== null && tip === null) return { kind: "skip", reason: "superseded" };
    const { stories } = await selectStories(repository, parent, ANY_STORY);
    const now = stories.find(({ tasks }) => tasks.some(({ id }) => id === task.id));
    return afterLostRace({
      story: story.digest,
      storyNow: now?.digest ?? null,
      planned,
      onBase:
        pullRequest === null
          ? await readTask(repository, { commit: parent, task: plan.task })
          : null,
      onBranch: await this.#present(plan.task),
    });
  }

  async #present(task: TaskId): Promise<PresentTask | null> {
    const { tip, parent, pullRequest } = this.#at;
    const { repository } = this.#ports;
    if (tip === null) return null;
    // A branch that is merged whole proposes nothing.
    if (pullRequest === null && (await repository.isAncestor(tip, parent))) return null;
    return readTask(repository, { commit: tip, task });
  }

  async #folderAt(commit: string, task: TaskId): Promise<string | null> {
    return (await this.#ports.repository.objectAt(commit, taskFolder(task)))?.oid ?? null;
  }

  async #dropped(
    task: TaskId,
    next: Exclude<AfterLostRace, { kind: "rebuild" }>,
  ): Promise<Landing> {
    const { log } = this.#ports;
    if (next.kind === "skip") {
      log.info(`Dropped what was made of ${task}: ${DROPPED_BECAUSE[next.reason]}`);
      return next;
    }
    log.info(
      `Dropped what was made of ${task}: ${this.name} holds it by now, made from this very story`,
    );
    const present = await this.#present(task);
    return { kind: "adopted", attempt: present?.attempts.at(-1)?.number ?? 1 };
  }
}

const ANY_STORY = { patterns: [], tasks: [], changedSince: null };

const DROPPED_BECAUSE: Readonly<
  Record<Extract<AfterLostRace, { kind: "skip" }>["reason"], string>
> = {
  superseded: "its story has another text by now, or is gone; the run for that one takes it on",
  human_commits: "a person changed its folder in the meantime, and theirs stays",
  unchanged: "it was made from this very story by another run, and is merged by now",
};
