import type { VerifySettings } from "../config/config.ts";
import { type Contract, readContract } from "../contract/contract.ts";
import { purityFaults } from "../contract/purity.ts";
import type { Reason } from "../evidence/reasons.ts";
import { inputsDigestOf, type VerificationInputs } from "../evidence/verification-inputs.ts";
import type { TaskContent } from "../task/folder.ts";
import type { TaskId } from "../task/task-id.ts";
import type { Random } from "./canary.ts";
import { checkCriteria, type CriteriaFindings } from "./criteria.ts";
import type { Findings } from "./evidence-document.ts";
import { type Examination, examineTests } from "./examine.ts";
import { type AskedExamples, askExamples, askStubs, hasCalls, NOTHING_ASKED } from "./examples.ts";
import { heldFor } from "./held-for-person.ts";
import { limitsOfProbe } from "./limits.ts";
import { sampleOf } from "./mutant-sample.ts";
import { setAside, tryMutants } from "./mutants.ts";
import { OtherSeeds } from "./other-seeds.ts";
import { atItsTest } from "./places.ts";
import { controlRun } from "./probe.ts";
import type { TaskProgress } from "./progress.ts";
import type { PreparedPython, PythonEnvironments } from "./python-environments.ts";
import { findReach } from "./reach.ts";
import { type Requirement, sharedRequirements, taskRequirements } from "./requirements.ts";
import { type RerunOptions, type Reruns, rerunTests } from "./rerun.ts";
import type { PytestSession, RunLimits } from "./session.ts";
import { misleadingText } from "./shown-text.ts";
import { allStubs, killStubs } from "./stubs.ts";
import { TimeBudget } from "./time-budget.ts";

/** A task folder that is to be proven, as it would be merged. */
export interface Subject {
  readonly task: TaskId;
  readonly files: readonly TaskContent[];
  /** The files in which the repository itself asks for packages. */
  readonly sharedRequirements: readonly TaskContent[];
}

export interface ProofOptions {
  readonly environments: PythonEnvironments;
  readonly config: VerifySettings;
  /** The first so many tests; 0 stands for all. */
  readonly maxTests: number;
  /** Size of the mutation sample. */
  readonly mutants: number;
  /** Number of further runs of the tests. */
  readonly reruns: number;
  readonly limits: RunLimits;
  readonly random: Random;
  /** Seconds since any fixed moment. */
  readonly now: () => number;
  readonly progress: TaskProgress;
  /** All that the result depends on, once it is known what the tests are run by. */
  readonly inputsOf: (facts: RunFacts) => VerificationInputs;
}

export type RunFacts = Pick<VerificationInputs, "python" | "pytest" | "isolation" | "selection">;

/** What became known about a task before its verification ended. No reason: it is proven. */
export type Proof = Pick<
  Findings,
  | "reasons"
  | "inputs"
  | "examination"
  | "flaky"
  | "stubs"
  | "vacuousTests"
  | "unreached"
  | "mutants"
  | "mutationScore"
  | "items"
  | "criteria"
  | "rules"
  | "seconds"
>;

/** Finds out what can be shown about one task folder: nothing of what is refused is ever run. */
export async function prove(subject: Subject, options: ProofOptions): Promise<Proof> {
  const read = promisesOf(subject, options.config);
  if (read.kind === "refused") return ended(...read.reasons);
  options.progress.step("preparing Python");
  const python = await options.environments.prepare(read.requirements);
  if (python.kind === "failed") {
    return ended({ code: "dependency_failed", message: python.problem });
  }
  if (python.kind === "unavailable") return ended(notInstalled(python.tried));
  const budget = new TimeBudget(options.config["task-seconds"], options.now);
  const bounded = { ...python, isolated: budget.bounding(python.isolated) };
  const found = await examined(subject.files, read, bounded, options);
  const written = found.examination?.syntax?.tests ?? [];
  const reasons = [...found.reasons, ...read.held].map((each) => atItsTest(each, written));
  const proof = { ...found, reasons };
  // What came of the runs that were cut short says less than why.
  return budget.reason === null ? proof : { ...proof, reasons: [budget.reason] };
}

/** A proof that ended before anything was run. */
export function ended(...reasons: Reason[]): Proof {
  return { ...NOTHING_KNOWN, reasons };
}

/** What a folder promises and asks for. */
interface Promises {
  /** Of the repository, then of the task. */
  readonly requirements: readonly Requirement[];
  /** null for a folder that was made by hand. */
  readonly contract: Contract | null;
  /** What a person has to decide, whatever the tests say. */
  readonly held: readonly Reason[];
}

type PromisesRead =
  | ({ readonly kind: "read" } & Promises)
  | { readonly kind: "refused"; readonly reasons: readonly Reason[] };

function promisesOf({ task, files, ...shared }: Subject, config: VerifySettings): PromisesRead {
  const contract = readContract(task, files);
  const common = sharedRequirements(shared.sharedRequirements);
  const own = taskRequirements(files, config["allowed-dependencies"]);
  const reasons = [
    ...(contract.kind === "refused" ? contract.reasons : []),
    ...(contract.kind === "read" ? purityFaults(contract.contract, files) : []),
    ...missingParts(files),
    ...misleadingText(files),
    ...common.reasons,
    ...own.reasons,
  ];
  if (reasons.length > 0) return { kind: "refused", reasons };
  return {
    kind: "read",
    requirements: [...common.requirements, ...own.requirements],
    contract: contract.kind === "read" ? contract.contract : null,
    held: heldFor(files, config),
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

async function examined(
  files: readonly TaskContent[],
  { contract }: Promises,
  python: Extract<PreparedPython, { kind: "ready" }>,
  options: ProofOptions,
): Promise<Proof> {
  const visible = files.filter(({ path }) => !path.startsWith("meta/"));
  const { progress, maxTests, limits, random } = options;
  const { alive: onSignOfLife } = progress;
  const opened = await python.isolated.open(visible, { onSignOfLife });
  if (opened.kind === "unavailable") return ended(notIsolated(opened.tried));
  const { session } = opened;
  const others = new OtherSeeds(
    (seed) => python.isolated.open(visible, { seed, onSignOfLife }),
    random,
  );
  try {
    if (options.reruns > 0 || (contract !== null && hasCalls(contract))) others.begin();
    const examination = await examineTests(session, {
      pythonFiles: visible.map(({ path }) => path).filter((path) => path.endsWith(".py")),
      maxTests,
      limits,
      random,
      progress,
    });
    const asked = await examplesOf(session, examination, {
      contract,
      limits,
      random,
      others,
      progress,
    });
    const isPartial = maxTests > 0 && maxTests < examination.expected.length;
    const inputs = options.inputsOf({
      python: session.python,
      pytest: session.pytest,
      isolation: session.isolation,
      selection: isPartial ? maxTests : "all",
    });
    const { reasons: repeated, flaky } = await rerunIfWorth(examination, session, {
      times: options.reruns,
      limits,
      random,
      others,
      progress,
    });
    await others.closeAll();
    const reasons: Reason[] = [...asked.reasons, ...repeated];
    if (session.isolation === "none") reasons.push(WITHOUT_ISOLATION);
    if (isPartial && reasons.length === 0) reasons.push(partial(examination));
    if (reasons.length > 0) {
      const seconds = { ...NOTHING_KNOWN.seconds, tests: examination.seconds };
      const { reasons: unshown, ...shown } = storyOf(contract, examination, asked, []);
      // What a design leaves out is wrong whatever the tests say, and told at once.
      const uncovered = unshown.filter(({ code }) => code === "story_uncovered");
      const known = { ...NOTHING_KNOWN, inputs, examination, flaky, seconds, ...shown };
      return { ...known, reasons: [...reasons, ...uncovered] };
    }
    return {
      inputs,
      examination,
      flaky,
      ...(await worthOf(session, examination, { contract, asked, inputs }, options)),
    };
  } finally {
    await Promise.all([session.close(), others.closeAll()]);
  }
}

function notInstalled(tried: readonly string[]): Reason {
  return {
    code: "isolation_unavailable",
    message: `Packages are not installed here, because no way of isolation works: ${tried.join("; ")}`,
  };
}

function notIsolated(tried: readonly string[]): Reason {
  return {
    code: "isolation_unavailable",
    message: `Generated code is not run here, because no way of isolation works: ${tried.join("; ")}`,
  };
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

/** The examples of the story, asked of code whose tests could be collected: what the tests say does not matter here. */
async function examplesOf(
  session: PytestSession,
  { expected, syntax }: Examination,
  {
    contract,
    progress,
    ...options
  }: Omit<Parameters<typeof askExamples>[1], "contract"> & {
    readonly contract: Contract | null;
    readonly progress: TaskProgress;
  },
): Promise<AskedExamples> {
  if (contract === null || expected.length === 0) return NOTHING_ASKED;
  progress.step("asking the examples of the story");
  return askExamples(session, { contract, publicNames: syntax?.publicNames ?? [], ...options });
}

/** What of the story is shown. */
function storyOf(
  contract: Contract | null,
  { expected, results, syntax }: Examination,
  { results: examples }: AskedExamples,
  vacuousTests: readonly string[],
): { readonly rules: Contract["rules"] | null } & (
  | CriteriaFindings
  | { readonly criteria: null; readonly items: null; readonly reasons: readonly [] }
) {
  if (contract === null) return { rules: null, criteria: null, items: null, reasons: [] };
  const written = syntax?.tests ?? [];
  const vacuous = new Set(vacuousTests);
  const publicNames = syntax?.publicNames ?? [];
  const facts = { collected: expected, results, written, vacuous, examples, publicNames };
  return { rules: contract.rules, ...checkCriteria(contract, facts) };
}

/** What the tests are worth, now that all of them passed: do they show what the story asks for, and can they fail? */
async function worthOf(
  session: PytestSession,
  examination: Examination,
  {
    contract,
    asked,
    inputs,
  }: {
    readonly contract: Contract | null;
    readonly asked: AskedExamples;
    readonly inputs: VerificationInputs;
  },
  { config, limits, random, now, mutants, progress }: ProofOptions,
): Promise<Omit<Proof, "inputs" | "examination" | "flaky">> {
  const { selected, syntax, seconds } = examination;
  const probing = {
    tests: selected.map(({ id }) => id),
    limits: limitsOfProbe(limits, seconds),
    random,
    now,
    progress,
    code: [...(syntax?.statements.keys() ?? [])],
  };
  const began = now();
  const until = began + config["stub-seconds"];
  const { publicNames, unreached, isReached } = await findReach(session, syntax, {
    ...probing,
    until,
  });
  const { reasons: stubReasons, ...stubbed } = await killStubs(session, publicNames, {
    ...probing,
    until,
  });
  const unasked =
    contract === null
      ? []
      : await askStubs(session, asked.questions, allStubs(publicNames), {
          contract,
          limits: probing.limits,
          random,
        });
  const times = { tests: seconds, stubs: now() - began };
  const { reasons: unshown, ...shown } = storyOf(
    contract,
    examination,
    asked,
    stubbed.vacuousTests,
  );
  const known = { ...shown, unreached, ...stubbed };
  const reasons = [...unasked, ...unshown, ...stubReasons];
  if (reasons.length > 0) {
    const untried = { mutants: null, mutationScore: null };
    return { ...known, ...untried, reasons, seconds: { ...times, mutants: null } };
  }
  const sample = sampleOf(syntax?.mutants ?? [], mutants, inputsDigestOf(inputs));
  const beganMutants = now();
  const tried =
    mutants === 0
      ? { mutants: null, score: null, reasons: [] }
      : await tryMutants(session, sample, config["mutation-score"], {
          ...probing,
          isReached,
          until: beganMutants + config["mutation-seconds"],
        });
  // Once more at the end, where a suite that counts its runs has come the furthest.
  const control = await controlRun(session, { ...probing, until: Infinity });
  return {
    ...known,
    mutants: tried.mutants === null ? null : [...tried.mutants, ...setAside(syntax?.mutants ?? [])],
    mutationScore: tried.score,
    reasons: [...tried.reasons, ...control],
    seconds: { ...times, mutants: tried.mutants === null ? null : now() - beganMutants },
  };
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

const NOTHING_KNOWN: Proof = {
  reasons: [],
  inputs: null,
  examination: null,
  flaky: [],
  stubs: null,
  vacuousTests: null,
  unreached: null,
  mutants: null,
  mutationScore: null,
  items: null,
  criteria: null,
  rules: null,
  seconds: { tests: null, stubs: null, mutants: null },
};
