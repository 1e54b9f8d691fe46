import { readCandidate, type SharedInputs } from "../../src/candidate/read-candidate.ts";
import { readTask } from "../../src/candidate/read-task.ts";
import { ALWAYS_SHARED } from "../../src/candidate/shared-inputs.ts";
import { type VerifySettings, verifySettingsDigest } from "../../src/config/config.ts";
import type { Evidence } from "../../src/evidence/evidence.ts";
import type { Reason } from "../../src/evidence/reasons.ts";
import type { VerificationInputs } from "../../src/evidence/verification-inputs.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import type { Commits } from "../../src/git/commits.ts";
import type { RepositoryReader } from "../../src/git/repository.ts";
import { evidenceOf } from "../../src/proof/evidence-document.ts";
import { junitOf } from "../../src/proof/junit.ts";
import type { TaskProgress } from "../../src/proof/progress.ts";
import { ended, type Proof, type ProofOptions, prove } from "../../src/proof/prove.ts";
import { StepTimes } from "../../src/proof/step-times.ts";
import { TASK_LIMITS, type TaskContent } from "../../src/task/folder.ts";
import type { TaskId } from "../../src/task/task-id.ts";
import { type ReplayFindings, replayTask } from "./replay-task.ts";

/** What the inputs, or else the config, say about how a task is proven. */
export type ProofOrders = Pick<ProofOptions, "environments" | "limits" | "mutants" | "reruns">;

/** What all tasks of one matrix entry have in common. */
export interface Scene extends Omit<
  ProofOptions,
  "config" | "progress" | "inputsOf" | keyof ProofOrders
> {
  readonly repository: RepositoryReader;
  readonly commits: Commits;
  /** Awaited for each task, so that a config that cannot be read is a reason of its verdict. */
  readonly config: Promise<VerifySettings>;
  readonly orders: Promise<ProofOrders>;
  readonly shared: Promise<SharedInputs>;
  readonly run: { readonly id: string; readonly attempt: number };
  readonly version: string;
  readonly progressOf: (task: TaskId) => TaskProgress;
  /** The moment of a number of seconds that `now` gave. */
  readonly dateOf: (seconds: number) => Date;
}

export interface Verified {
  readonly evidence: Evidence;
  readonly junit: string;
}

/** Finds out what can be shown about one task. Always answers; what went wrong with us is a reason as well. */
export async function verifyTask(task: TaskId, scene: Scene): Promise<Verified> {
  const started = scene.now();
  const times = new StepTimes(scene.progressOf(task), scene.now);
  const proof = await proofOf(task, times, scene).catch((error: unknown) => ended(ourFault(error)));
  const totalSeconds = scene.now() - started;
  const { run, commits } = scene;
  const clock = { began: scene.dateOf(started).toISOString(), steps: times.ended() };
  const evidence = evidenceOf({ task, run, commits, ...proof, totalSeconds, clock });
  const junit = junitOf({
    task,
    seconds: totalSeconds,
    results: proof.examination?.results ?? [],
    reasons: evidence.reasons,
    output: proof.examination?.output ?? "",
  });
  return { evidence, junit };
}

async function proofOf(
  task: TaskId,
  progress: TaskProgress,
  scene: Scene,
): Promise<Proof & { readonly replayed?: ReplayFindings }> {
  const config = await scene.config;
  const orders = await scene.orders;
  progress.step("reading the task");
  const material = await materialOf(task, scene);
  if (material.kind === "refused") return ended(...material.reasons);
  const { tree, shared, files, sharedRequirements } = material;
  const { version: verify } = scene;
  const { mutants, reruns } = orders;
  const replayed = await replayTask(task, files);
  const proof = await prove(
    { task, files, sharedRequirements },
    {
      ...scene,
      ...orders,
      config,
      progress,
      inputsOf: (facts) => ({
        task: tree,
        shared,
        config: verifySettingsDigest(config),
        verify,
        mutants,
        reruns,
        ...facts,
      }),
    },
  );
  return { ...proof, replayed };
}

/** What the candidate holds of a task and of what its tests depend on. */
interface Material {
  /** Tree id of the task folder. */
  readonly tree: string;
  readonly shared: VerificationInputs["shared"];
  readonly files: readonly TaskContent[];
  readonly sharedRequirements: readonly TaskContent[];
}

type MaterialRead =
  | ({ readonly kind: "read" } & Material)
  | { readonly kind: "refused"; readonly reasons: readonly Reason[] };

async function materialOf(
  task: TaskId,
  { repository, commits, shared: inputs }: Scene,
): Promise<MaterialRead> {
  const candidate = await readCandidate(repository, commits, task, await inputs);
  if (candidate.kind === "conflict") {
    return refused({
      code: "conflict",
      message: `Head and base changed ${candidate.path} in different ways since their merge base`,
    });
  }
  const { task: tree, shared } = candidate;
  if (tree === null) {
    return refused({ code: "no_task_folder", message: `There is no folder generated/${task}` });
  }
  const read = await readTask(repository, commits, task, tree);
  if (read.kind === "refused") return read;
  const sharedRequirements = await requirementFiles(repository, shared);
  return { kind: "read", tree, shared, files: read.files, sharedRequirements };
}

function refused(...reasons: Reason[]): MaterialRead {
  return { kind: "refused", reasons };
}

/** The requirements of the repository itself, as the candidate holds them. */
async function requirementFiles(
  repository: RepositoryReader,
  shared: VerificationInputs["shared"],
): Promise<TaskContent[]> {
  const files = ALWAYS_SHARED.flatMap((path) => {
    const oid = shared[path] ?? null;
    return oid === null ? [] : [{ path, oid }];
  });
  const content = await repository.readBlobs(
    files.map(({ oid }) => oid),
    TASK_LIMITS.fileBytes,
  );
  return files.map(({ path, oid }) => ({ path, content: content.get(oid)! }));
}

function ourFault(error: unknown): Reason {
  if (error instanceof PipelineError) return { code: "internal_error", message: error.message };
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { code: "internal_error", message: `This is a bug in agent-pipeline: ${message}` };
}
