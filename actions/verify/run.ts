import { readSharedInputs } from "../../src/candidate/read-candidate.ts";
import { readTasksAhead } from "../../src/candidate/read-task.ts";
import type { VerifySettings } from "../../src/config/config.ts";
import { readConfigAt } from "../../src/config/read-config.ts";
import { settled } from "../../src/config/settings.ts";
import { evidenceArtifactName } from "../../src/evidence/artifact-name.ts";
import type { Evidence } from "../../src/evidence/evidence.ts";
import type { EvidenceFiles } from "../../src/evidence/files.ts";
import type { ReasonCode, Verdict } from "../../src/evidence/reasons.ts";
import type { EvidenceUploads } from "../../src/evidence/store.ts";
import { isFailure } from "../../src/evidence/verdict.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import { inParallel } from "../../src/foundation/in-parallel.ts";
import type { Commits } from "../../src/git/commits.ts";
import type { RepositoryReader } from "../../src/git/repository.ts";
import type { Random } from "../../src/proof/canary.ts";
import { runLimits } from "../../src/proof/limits.ts";
import type { PythonEnvironments } from "../../src/proof/python-environments.ts";
import { tellProgress } from "../../src/proof/tell-progress.ts";
import type { Log } from "../../src/runner/log.ts";
import { GENERATED } from "../../src/task/folder.ts";
import { isTaskId, type TaskId } from "../../src/task/task-id.ts";
import { markdown, SUMMARY_LIMIT } from "../../src/telling/markdown.ts";
import { verdictsAtAGlance } from "../../src/telling/verdict-words.ts";
import type { Inputs } from "./inputs.ts";
import { Publication } from "./publication.ts";
import { tell } from "./tell.ts";
import { type ProofOrders, verifyTask } from "./verify-task.ts";

/** GitHub keeps ten annotations of a kind and step; the last one says that the step failed. */
const ANNOTATIONS = 9;

export interface Ports {
  readonly repository: RepositoryReader;
  /** The commit that is checked out. */
  readonly checkedOut: () => string;
  /** Pythons of a machine, made once it is known which and how isolated. */
  readonly environmentsFor: (
    settings: Pick<VerifySettings, "python" | "isolation">,
  ) => PythonEnvironments;
  readonly files: EvidenceFiles;
  readonly uploads: EvidenceUploads;
  readonly log: Log;
  readonly run: { readonly id: string; readonly attempt: number };
  readonly runUrl: string;
  readonly version: string;
  /** How many tasks may run side by side. */
  readonly cores: number;
  readonly random: Random;
  readonly now: () => number;
  /** The moment of a number of seconds that `now` gave. */
  readonly dateOf: (seconds: number) => Date;
}

export interface TaskVerdict {
  readonly verdict: Verdict;
  readonly codes: readonly ReasonCode[];
}

export interface Outcome {
  readonly verdicts: Readonly<Record<string, TaskVerdict>>;
  /** Tasks whose verdict makes the step fail. */
  readonly failed: readonly TaskId[];
  readonly artifact: string;
  /** Reasons of all tasks that are annotated nowhere. */
  readonly hidden: number;
  /** Markdown for the page of the run. */
  readonly summary: string;
  /** What went wrong with writing the evidence down where it outlives the job. */
  readonly faults: readonly unknown[];
}

/** Verifies every task of one matrix entry; each gets a verdict, whatever happens to it or to another. */
export async function run(inputs: Inputs, ports: Ports): Promise<Outcome> {
  const commits = commitsOf(inputs, ports);
  const tasks = inputs.tasks.length > 0 ? inputs.tasks : await tasksAt(commits.head, ports);
  const entry = inputs.entry !== "" ? inputs.entry : tasks.length === 1 ? tasks[0]! : "_all";
  const artifact = evidenceArtifactName(entry);
  const config = readConfigAt(ports.repository, commits.base);
  // Each task awaits it; without a task nobody does.
  config.catch(() => {});
  const shared = config.then((settings) =>
    readSharedInputs(ports.repository, commits, settings["shared-inputs"]),
  );
  shared.catch(() => {});
  const orders = config.then((settings) => ordersOf(settled(settings, inputs), ports));
  orders.catch(() => {});
  const scene = {
    ...ports,
    commits,
    config,
    orders,
    shared,
    maxTests: inputs["max-tests"],
    progressOf: (task: TaskId) => tellProgress(task, ports.log, ports.now),
  };

  // What is wrong with one of them, that one finds out for itself.
  await readTasksAhead(ports.repository, commits, tasks).catch((error: unknown) => {
    ports.log.info(`The tasks are read one by one: ${String(error)}`);
  });

  let annotationsLeft = ANNOTATIONS;
  const annotations = (wanted: number): number => {
    const allowed = Math.min(wanted, annotationsLeft);
    annotationsLeft -= allowed;
    return allowed;
  };
  const publication = new Publication(entry, tasks.length, ports);
  const verified = await inParallel(tasks, ports.cores, async (task) => {
    const result = await verifyTask(task, scene);
    await publication.add(result);
    const hidden = await tell(result, artifact, annotations, ports.log);
    return { ...result, hidden };
  });

  const documents = verified.map(({ evidence }) => evidence);
  return {
    verdicts: Object.fromEntries(documents.map(verdictOf)),
    failed: documents.filter(isFailure).map(({ task }) => task),
    artifact,
    hidden: verified.reduce((sum, { hidden }) => sum + hidden, 0),
    summary: markdown(
      verdictsAtAGlance(documents, { artifact, runUrl: ports.runUrl }),
      SUMMARY_LIMIT,
    ),
    faults: await publication.finish(),
  };
}

/** By settings that hold for each task of this entry. */
function ordersOf(settings: VerifySettings, { environmentsFor }: Ports): ProofOrders {
  return {
    environments: environmentsFor(settings),
    limits: runLimits(settings["timeout-seconds"]),
    mutants: settings.mutants,
    reruns: settings.reruns,
  };
}

function verdictOf({ task, verdict, reasons }: Evidence): [string, TaskVerdict] {
  return [task, { verdict, codes: [...new Set(reasons.map(({ code }) => code))] }];
}

function commitsOf(inputs: Inputs, { checkedOut }: Ports): Commits {
  const { head, base, "merge-base": mergeBase } = inputs;
  const given = [head, base, mergeBase].filter((commit) => commit !== "").length;
  if (given === 3) return { head, base, mergeBase };
  if (given > 0) {
    throw new PipelineError(
      "INPUT_INVALID",
      'Invalid input: "head", "base" and "merge-base" go together: all three of a matrix entry, or none',
    );
  }
  const commit = checkedOut();
  return { head: commit, base: commit, mergeBase: commit };
}

async function tasksAt(commit: string, { repository, log }: Ports): Promise<TaskId[]> {
  const names = (await repository.list(commit, GENERATED))
    .filter(({ type }) => type === "tree")
    .map(({ path }) => path);
  const tasks = names.filter(isTaskId);
  if (tasks.length < names.length) {
    log.warning(
      `${names.length - tasks.length} folders in ${GENERATED}/ have names that are no task ids, and are left out`,
    );
  }
  return tasks;
}
