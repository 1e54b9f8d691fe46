import type { Random } from "../shared/core/canary.ts";
import type { Commits } from "../shared/core/commits.ts";
import { type Config, verifySettingsDigest } from "../shared/core/config.ts";
import { PipelineError } from "../shared/core/errors.ts";
import type { Evidence, Reason } from "../shared/core/evidence.ts";
import type { TaskId } from "../shared/core/task-id.ts";
import type { VerificationInputs } from "../shared/core/verification-inputs.ts";
import { type Examination, examineTests } from "../shared/examine-tests.ts";
import type { RunLimits, TaskContent } from "../shared/ports/isolated-pytest.ts";
import type { RepositoryReader } from "../shared/ports/repository.ts";
import { readCandidate } from "../shared/read-candidate.ts";
import { evidenceOf } from "./core/evidence-document.ts";
import { junitOf } from "./core/junit.ts";
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
  { config, version, maxTests, limits, random }: Scene,
): Promise<Known> {
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
      mutants: 0,
      reruns: 0,
      isolation: session.isolation,
    };
    const reasons: Reason[] = [...examination.reasons];
    if (session.isolation === "none") reasons.push(WITHOUT_ISOLATION);
    if (isPartial && reasons.length === 0) reasons.push(partial(examination));
    return { reasons, inputs, examination };
  } finally {
    await session.close();
  }
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

function ended(...reasons: Reason[]): Known {
  return { reasons, inputs: null, examination: null };
}

function ourFault(error: unknown): Reason {
  if (error instanceof PipelineError) return { code: "internal_error", message: error.message };
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { code: "internal_error", message: `This is a bug in agent-pipeline: ${message}` };
}
