import type { Random } from "../shared/core/canary.ts";
import type { Commits } from "../shared/core/commits.ts";
import { type Config, verifySettingsDigest } from "../shared/core/config.ts";
import { PipelineError } from "../shared/core/errors.ts";
import type { Evidence, Mutation, Reason, StubKill } from "../shared/core/evidence.ts";
import { sampleOf } from "../shared/core/mutant-sample.ts";
import type { TaskId } from "../shared/core/task-id.ts";
import { inputsDigestOf, type VerificationInputs } from "../shared/core/verification-inputs.ts";
import { type Examination, examineTests } from "../shared/examine-tests.ts";
import { killStubs } from "../shared/kill-stubs.ts";
import type { PytestSession, RunLimits, TaskContent } from "../shared/ports/isolated-pytest.ts";
import type { RepositoryReader } from "../shared/ports/repository.ts";
import { readCandidate } from "../shared/read-candidate.ts";
import { tryMutants } from "../shared/try-mutants.ts";
import { evidenceOf } from "./core/evidence-document.ts";
import { junitOf } from "./core/junit.ts";
import { limitsOfProbe } from "./core/limits.ts";
import { refusedRequirements } from "./core/requirements.ts";
import type { PreparedPython, PythonEnvironments } from "./ports/python-environments.ts";
import { readTask } from "./read-task.ts";

/** What all tasks of one matrix entry have in common. */
export interface Scene {
  readonly repository: RepositoryReader;
  readonly environments: PythonEnvironments;
  readonly commits: Commits;
  readonly config: Config;
  readonly run: { readonly id: string; readonly attempt: number };
  readonly version: string;
  readonly maxTests: number;
  readonly limits: RunLimits;
  /** Size of the mutation sample. */
  readonly mutants: number;
  readonly random: Random;
  /** Seconds since any fixed moment. */
  readonly now: () => number;
}

export interface Verified {
  readonly evidence: Evidence;
  readonly junit: string;
}

/** What became known before verification of a task ended. */
interface Known {
  readonly reasons: readonly Reason[];
  readonly inputs: VerificationInputs | null;
  readonly examination: Examination | null;
  readonly stubKill: StubKill | null;
  readonly mutation: Mutation | null;
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

async function knownAbout(task: TaskId, scene: Scene): Promise<Known> {
  const { repository, commits, config } = scene;
  const candidate = await readCandidate(repository, commits, task, config["shared-inputs"]);
  if (candidate.kind === "conflict") {
    return ended({
      code: "conflict",
      message: `Head and base changed ${candidate.path} in different ways since their merge base`,
    });
  }
  if (candidate.task === null) {
    return ended({ code: "no_task_folder", message: `There is no folder generated/${task}` });
  }
  const read = await readTask(repository, commits, task, candidate.task);
  if (read.kind === "refused") return ended(...read.reasons);
  const { files } = read;
  const refused = [...missingParts(files), ...refusedRequirements(files)];
  if (refused.length > 0) return ended(...refused);
  const shared = Object.entries(candidate.shared).filter(([, oid]) => oid !== null);
  if (shared.some(([path]) => path.endsWith("requirements.txt"))) {
    return ended({
      code: "dependency_failed",
      message: `The repository has ${shared.map(([path]) => path).join(" and ")}, and this version of verify installs no packages yet`,
    });
  }
  const python = await scene.environments.prepare();
  if (python.kind === "failed")
    return ended({ code: "dependency_failed", message: python.problem });
  return examined(files, candidate.shared, candidate.task, python, scene);
}

async function examined(
  files: readonly TaskContent[],
  shared: VerificationInputs["shared"],
  tree: string,
  python: Extract<PreparedPython, { kind: "ready" }>,
  scene: Scene,
): Promise<Known> {
  const { config, version, maxTests, limits, random } = scene;
  const visible = files.filter(({ path }) => !path.startsWith("meta/"));
  const opened = await python.isolated.open(visible);
  if (opened.kind === "unavailable") {
    return ended({
      code: "isolation_unavailable",
      message: `Generated code is not run here, because no way of isolation works: ${opened.tried.join("; ")}`,
    });
  }
  const { session } = opened;
  try {
    const examination = await examineTests(session, {
      pythonFiles: visible.map(({ path }) => path).filter((path) => path.endsWith(".py")),
      maxTests,
      limits,
      random,
    });
    const isPartial = maxTests > 0 && maxTests < examination.expected.length;
    const inputs: VerificationInputs = {
      task: tree,
      shared,
      config: verifySettingsDigest(config),
      python: session.python,
      pytest: session.pytest,
      verify: version,
      selection: isPartial ? maxTests : "all",
      mutants: scene.mutants,
      reruns: 0,
      isolation: session.isolation,
    };
    const known = { inputs, examination };
    const reasons: Reason[] = [...examination.reasons];
    if (session.isolation === "none") reasons.push(WITHOUT_ISOLATION);
    if (isPartial && reasons.length === 0) reasons.push(partial(examination));
    if (reasons.length > 0) return { ...NOTHING_KNOWN, ...known, reasons };
    return { ...known, ...(await strengthOf(session, examination, inputs, scene)) };
  } finally {
    await session.close();
  }
}

/** What the tests are worth: all of them passed, and now they have to fail. */
async function strengthOf(
  session: PytestSession,
  { selected, syntax, seconds }: Examination,
  inputs: VerificationInputs,
  { config, limits, random, now, mutants }: Scene,
): Promise<Pick<Known, "reasons" | "stubKill" | "mutation">> {
  const options = {
    tests: selected.map(({ id }) => id),
    limits: limitsOfProbe(limits, seconds),
    random,
    now,
  };
  const stubs = await killStubs(session, syntax?.publicNames ?? [], {
    ...options,
    until: now() + config["stub-seconds"],
  });
  if (stubs.reasons.length > 0 || mutants === 0) return { ...stubs, mutation: null };
  const sample = sampleOf(syntax?.mutants ?? [], mutants, inputsDigestOf(inputs));
  const tried = await tryMutants(session, sample, config["mutation-score"], {
    ...options,
    until: now() + config["mutation-seconds"],
  });
  return { ...tried, stubKill: stubs.stubKill };
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

const NOTHING_KNOWN: Known = {
  reasons: [],
  inputs: null,
  examination: null,
  stubKill: null,
  mutation: null,
};

function ended(...reasons: Reason[]): Known {
  return { ...NOTHING_KNOWN, reasons };
}

function ourFault(error: unknown): Reason {
  if (error instanceof PipelineError) return { code: "internal_error", message: error.message };
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { code: "internal_error", message: `This is a bug in agent-pipeline: ${message}` };
}
