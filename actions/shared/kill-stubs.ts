import { makeCanary, type Random, withCanary } from "./core/canary.ts";
import type { Reason, ReasonCode, StubKill } from "./core/evidence.ts";
import type { PublicName } from "./core/syntax-report.ts";
import { findingsOfRun, type RunFindings } from "./core/test-findings.ts";
import type { Mutant, PytestSession, RunLimits, Stub, StubKind } from "./ports/isolated-pytest.ts";
import type { Progress } from "./ports/progress.ts";

export interface ProbeOptions {
  /** Ids of the tests, all of which passed on the code as it is. */
  readonly tests: readonly string[];
  readonly limits: RunLimits;
  readonly random: Random;
  readonly now: () => number;
  /** When to stop, on the clock of `now`. */
  readonly until: number;
  readonly progress: Progress;
}

export interface KilledStubs {
  readonly stubKill: StubKill;
  readonly reasons: readonly Reason[];
}

const DOES: Readonly<Record<StubKind, string>> = {
  nothing: "returns None",
  something: "returns ...",
  error: "only raises",
  typed: "returns an empty value of its type",
  false: "returns False",
  true: "returns True",
};

/** Replaces each public name by stubs, one at a time: every one of them must make a test fail. */
export async function killStubs(
  session: PytestSession,
  publicNames: readonly PublicName[],
  options: ProbeOptions,
): Promise<KilledStubs> {
  if (publicNames.length === 0) return NOTHING_TO_REPLACE;
  const outer = publicNames.filter(({ kind }) => kind !== "method");
  options.progress.step("running tests on stubs alone", options.tests);
  // A test that passes whether everything returns None or something else looks at nothing.
  const onNothing = await probe(session, { stubs: stubsOf(outer, "nothing") }, options);
  const onSomething = await probe(session, { stubs: stubsOf(outer, "something") }, options);
  const vacuous = passedIn(onSomething);
  const vacuousTests = [...passedIn(onNothing)].filter((id) => vacuous.has(id));

  const reasons: Reason[] = [];
  let killed = 0;
  for (const [index, publicName] of publicNames.entries()) {
    if (options.now() > options.until) {
      reasons.push(overdue(publicNames.length - index));
      break;
    }
    options.progress.step(`trying stub ${index + 1} of ${publicNames.length}`, options.tests);
    // What is alone was replaced just now.
    const known = publicNames.length === 1 ? { nothing: onNothing, something: onSomething } : {};
    const survivor = await survivingKind(session, publicName, known, options);
    if (survivor === null) killed++;
    else reasons.push(survival(publicName, survivor));
  }
  return { stubKill: { stubs: publicNames.length, killed, vacuousTests }, reasons };
}

const NOTHING_TO_REPLACE: KilledStubs = {
  stubKill: { stubs: 0, killed: 0, vacuousTests: [] },
  reasons: [],
};

async function survivingKind(
  session: PytestSession,
  publicName: PublicName,
  known: { readonly [kind in StubKind]?: RunFindings },
  options: ProbeOptions,
): Promise<StubKind | null> {
  for (const kind of publicName.stubs) {
    const changed = { stubs: stubsOf([publicName], kind), maxFailures: STOP };
    if (hasSurvived(known[kind] ?? (await probe(session, changed, options)))) return kind;
  }
  return null;
}

/** The canary fails as well, so one failure says nothing yet. */
export const STOP = 2;

/** One run of all tests and a canary of its own on changed code. */
export async function probe(
  session: PytestSession,
  change: { stubs?: readonly Stub[]; mutant?: Mutant; maxFailures?: number },
  { tests, limits, random }: ProbeOptions,
): Promise<RunFindings> {
  const canary = makeCanary(tests, random);
  const raw = await session.run({
    tests: withCanary(tests, canary, random),
    changes: [{ path: canary.path, content: new TextEncoder().encode(canary.source) }],
    limits,
    ...change,
  });
  return findingsOfRun(raw, tests, canary);
}

// What only says that the report is odd: a suite that forges its report must not seem to notice a change by that.
const FAULTS_OF_REPORT: readonly ReasonCode[] = [
  "unexpected_tests",
  "duplicate_test",
  "report_invalid",
  "exit_mismatch",
  "canary_survived",
];

/** No test noticed the change. */
export function hasSurvived({ reasons }: Pick<RunFindings, "reasons">): boolean {
  return reasons.every(({ code }) => FAULTS_OF_REPORT.includes(code));
}

function passedIn({ results }: RunFindings): ReadonlySet<string> {
  return new Set(results.filter(({ outcome }) => outcome === "passed").map(({ id }) => id));
}

function stubsOf(names: readonly PublicName[], kind: StubKind): Stub[] {
  return names.map(({ file, name }) => ({ file, name, kind }));
}

function survival({ file, name, line, kind }: PublicName, stub: StubKind): Reason {
  const what =
    kind === "module"
      ? "the module can be emptied"
      : `the ${kind} ${name} can be replaced by one that ${DOES[stub]}`;
  return {
    code: "stub_survived",
    message: `${file}:${line}: ${what}, and every test still passes`,
    file,
    line,
  };
}

function overdue(left: number): Reason {
  return {
    code: "timeout",
    message: `The time for stubs was over before ${left} of them were tried`,
  };
}
