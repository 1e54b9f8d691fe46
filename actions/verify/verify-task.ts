import { readCandidate, type SharedInputs } from "../../src/candidate/read-candidate.ts";
import { readTask } from "../../src/candidate/read-task.ts";
import { ALWAYS_SHARED } from "../../src/candidate/shared-inputs.ts";
import { type VerifySettings, verifySettingsDigest } from "../../src/config/config.ts";
import type { Evidence } from "../../src/evidence/evidence.ts";
import type { Reason } from "../../src/evidence/reasons.ts";
import { inputsDigestOf, type VerificationInputs } from "../../src/evidence/verification-inputs.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import type { Commits } from "../../src/git/commits.ts";
import type { RepositoryReader } from "../../src/git/repository.ts";
import type { Random } from "../../src/proof/canary.ts";
import { checkCriteria, type Contract, readContract } from "../../src/proof/criteria.ts";
import { evidenceOf, type Findings } from "../../src/proof/evidence-document.ts";
import { type Examination, examineTests } from "../../src/proof/examine-tests.ts";
import { junitOf } from "../../src/proof/junit.ts";
import { limitsOfProbe } from "../../src/proof/limits.ts";
import { sampleOf } from "../../src/proof/mutant-sample.ts";
import { tryMutants } from "../../src/proof/mutants.ts";
import { controlRun } from "../../src/proof/probe.ts";
import type { PreparedPython, PythonEnvironments } from "../../src/proof/python-environments.ts";
import {
  type Requirement,
  sharedRequirements,
  taskRequirements,
} from "../../src/proof/requirements.ts";
import { type RerunOptions, type Reruns, rerunTests } from "../../src/proof/rerun.ts";
import type { PytestSession, RunLimits } from "../../src/proof/session.ts";
import { killStubs } from "../../src/proof/stubs.ts";
import { TASK_LIMITS, type TaskContent } from "../../src/task/folder.ts";
import type { TaskId } from "../../src/task/task-id.ts";
import type { TaskProgress } from "./tell-progress.ts";

/** What all tasks of one matrix entry have in common. */
export interface Scene {
  readonly repository: RepositoryReader;
  readonly environments: PythonEnvironments;
  readonly commits: Commits;
  /** Awaited for each task, so that a config that cannot be read is a reason of its verdict. */
  readonly config: Promise<VerifySettings>;
  readonly shared: Promise<SharedInputs>;
  readonly run: { readonly id: string; readonly attempt: number };
  readonly version: string;
  readonly maxTests: number;
  /** Size of the mutation sample. */
  readonly mutants: number;
  /** Number of further runs of the tests. */
  readonly reruns: number;
  readonly limits: RunLimits;
  readonly random: Random;
  /** Seconds since any fixed moment. */
  readonly now: () => number;
  readonly progressOf: (task: TaskId) => TaskProgress;
}

export interface Verified {
  readonly evidence: Evidence;
  readonly junit: string;
}

/** What became known before verification of a task ended. */
type Known = Pick<
  Findings,
  "reasons" | "inputs" | "examination" | "flaky" | "stubKill" | "mutation" | "criteria"
>;

/** What the tests of a task are run on. */
interface Material {
  /** Tree id of the task folder in the candidate. */
  readonly tree: string;
  readonly shared: VerificationInputs["shared"];
  readonly files: readonly TaskContent[];
  /** Of the repository, then of the task. */
  readonly requirements: readonly Requirement[];
  /** null for a folder that was made by hand. */
  readonly contract: Contract | null;
}

interface Refusal {
  readonly kind: "refused";
  readonly reasons: readonly Reason[];
}

/** Finds out what can be shown about one task. Always answers; what went wrong with us is a reason as well. */
export async function verifyTask(task: TaskId, scene: Scene): Promise<Verified> {
  const started = scene.now();
  const known = await knownAbout(task, scene).catch((error: unknown) => ended(ourFault(error)));
  const seconds = scene.now() - started;
  const { run, commits } = scene;
  const evidence = evidenceOf({ task, run, commits, ...known, seconds });
  const junit = junitOf({
    task,
    seconds,
    results: known.examination?.results ?? [],
    reasons: evidence.reasons,
    output: known.examination?.output ?? "",
  });
  return { evidence, junit };
}

/** The scene once the config is known. */
type Settings = Omit<Scene, "config" | "progressOf"> & {
  readonly config: VerifySettings;
  readonly progress: TaskProgress;
};

async function knownAbout(task: TaskId, given: Scene): Promise<Known> {
  const progress = given.progressOf(task);
  const scene: Settings = { ...given, config: await given.config, progress };
  progress.step("reading the task");
  const material = await materialOf(task, scene);
  if (material.kind === "refused") return ended(...material.reasons);
  progress.step("preparing Python");
  const python = await scene.environments.prepare(material.requirements);
  if (python.kind === "failed") {
    return ended({ code: "dependency_failed", message: python.problem });
  }
  return examined(material, python, scene);
}

/** Reads the candidate's task folder; nothing of what is refused is ever run. */
async function materialOf(
  task: TaskId,
  { repository, commits, config, shared: inputs }: Settings,
): Promise<({ readonly kind: "read" } & Material) | Refusal> {
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
  const contract = readContract(task, read.files);
  const common = sharedRequirements(await sharedFiles(repository, shared));
  const own = taskRequirements(read.files, config["allowed-dependencies"]);
  const reasons = [
    ...(contract.kind === "refused" ? contract.reasons : []),
    ...missingParts(read.files),
    ...common.reasons,
    ...own.reasons,
  ];
  if (reasons.length > 0) return refused(...reasons);
  return {
    kind: "read",
    tree,
    shared,
    files: read.files,
    requirements: [...common.requirements, ...own.requirements],
    contract: contract.kind === "read" ? contract.contract : null,
  };
}

async function examined(
  material: Material,
  python: Extract<PreparedPython, { kind: "ready" }>,
  scene: Settings,
): Promise<Known> {
  const visible = material.files.filter(({ path }) => !path.startsWith("meta/"));
  const { progress } = scene;
  const { alive: onSignOfLife } = progress;
  const opened = await python.isolated.open(visible, { onSignOfLife });
  if (opened.kind === "unavailable") {
    return ended({
      code: "isolation_unavailable",
      message: `Generated code is not run here, because no way of isolation works: ${opened.tried.join("; ")}`,
    });
  }
  const { session } = opened;
  try {
    const { maxTests, limits, random } = scene;
    const examination = await examineTests(session, {
      pythonFiles: visible.map(({ path }) => path).filter((path) => path.endsWith(".py")),
      maxTests,
      limits,
      random,
      progress,
    });
    const isPartial = maxTests > 0 && maxTests < examination.expected.length;
    const inputs = inputsOf(material, session, isPartial ? maxTests : "all", scene);
    const { reasons: repeated, flaky } = await rerunIfWorth(examination, session, {
      times: scene.reruns,
      limits,
      random,
      open: (seed) => python.isolated.open(visible, { seed, onSignOfLife }),
      progress,
    });
    const reasons: Reason[] = [...repeated];
    if (session.isolation === "none") reasons.push(WITHOUT_ISOLATION);
    if (isPartial && reasons.length === 0) reasons.push(partial(examination));
    if (reasons.length > 0) return { ...NOTHING_KNOWN, inputs, examination, flaky, reasons };
    return {
      inputs,
      examination,
      flaky,
      ...(await worthOf(session, examination, material, inputs, scene)),
    };
  } finally {
    await session.close();
  }
}

/** Tests that passed or failed can do the other another time; any other reason is no matter of chance. */
async function rerunIfWorth(
  examination: Examination,
  { isolation }: PytestSession,
  options: RerunOptions,
): Promise<Reruns> {
  const { reasons } = examination;
  const isWorth = reasons.every(({ code }) => code === "test_failed" || code === "test_error");
  if (!isWorth || options.times === 0 || isolation === "none") return { reasons, flaky: [] };
  return rerunTests(examination, options);
}

function refused(...reasons: Reason[]): Refusal {
  return { kind: "refused", reasons };
}

function inputsOf(
  { tree, shared }: Material,
  { python, pytest, isolation }: PytestSession,
  selection: VerificationInputs["selection"],
  { config, version, mutants, reruns }: Settings,
): VerificationInputs {
  return {
    task: tree,
    shared,
    config: verifySettingsDigest(config),
    python,
    pytest,
    verify: version,
    selection,
    mutants,
    reruns,
    isolation,
  };
}

/** What the tests are worth, now that all of them passed: do they show what the story asks for, and can they fail? */
async function worthOf(
  session: PytestSession,
  { expected, selected, results, syntax, seconds }: Examination,
  { contract }: Material,
  inputs: VerificationInputs,
  { config, limits, random, now, mutants, progress }: Settings,
): Promise<Pick<Known, "reasons" | "stubKill" | "mutation" | "criteria">> {
  const shown =
    contract === null
      ? { criteria: null, reasons: [] }
      : checkCriteria(contract, { collected: expected, results, written: syntax?.tests ?? [] });
  const probing = {
    tests: selected.map(({ id }) => id),
    limits: limitsOfProbe(limits, seconds),
    random,
    now,
    progress,
    code: [...(syntax?.statements.keys() ?? [])],
  };
  const { stubKill, reasons: stubReasons } = await killStubs(session, syntax?.publicNames ?? [], {
    ...probing,
    until: now() + config["stub-seconds"],
  });
  const known = { criteria: shown.criteria, stubKill };
  const reasons = [...shown.reasons, ...stubReasons];
  if (reasons.length > 0) return { ...known, reasons, mutation: null };
  const sample = sampleOf(syntax?.mutants ?? [], mutants, inputsDigestOf(inputs));
  const tried =
    mutants === 0
      ? { mutation: null, reasons: [] }
      : await tryMutants(session, sample, config["mutation-score"], {
          ...probing,
          until: now() + config["mutation-seconds"],
        });
  // Once more at the end, where a suite that counts its runs has come the furthest.
  const control = await controlRun(session, { ...probing, until: Infinity });
  return { ...known, ...tried, reasons: [...tried.reasons, ...control] };
}

const WITHOUT_ISOLATION: Reason = {
  code: "isolation_unavailable",
  message: "The tests ran without isolation, as `best-effort` allows; that proves nothing",
};

function partial({ selected, expected }: Examination): Reason {
  return {
    code: "partial_selection",
    message: `Only ${selected.length} of ${expected.length} tests were run, as max-tests asks; they passed`,
  };
}

function missingParts(files: readonly TaskContent[]): Reason[] {
  const has = (pattern: RegExp): boolean => files.some(({ path }) => pattern.test(path));
  const reasons: Reason[] = [];
  if (!has(/^src\/.*\.py$/)) {
    reasons.push({ code: "no_code", message: "There is no Python file below src/" });
  }
  if (!has(/^tests\/(?:.*\/)?(?:test_[^/]*|[^/]*_test)\.py$/)) {
    reasons.push({ code: "no_tests", message: "There is no test file below tests/" });
  }
  return reasons;
}

/** The requirements of the repository itself, as the candidate holds them. */
async function sharedFiles(
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

const NOTHING_KNOWN: Known = {
  reasons: [],
  inputs: null,
  examination: null,
  flaky: [],
  stubKill: null,
  mutation: null,
  criteria: null,
};

function ended(...reasons: Reason[]): Known {
  return { ...NOTHING_KNOWN, reasons };
}

function ourFault(error: unknown): Reason {
  if (error instanceof PipelineError) return { code: "internal_error", message: error.message };
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { code: "internal_error", message: `This is a bug in agent-pipeline: ${message}` };
}
