import type { ProbeOutcome, StubResult } from "../evidence/evidence.ts";
import type { Reason } from "../evidence/reasons.ts";
import { tellingTests } from "./carriers.ts";
import { answerOf, controlRun, OUTCOME_OF, probe, type ProbeOptions, STOP } from "./probe.ts";
import type { PytestSession, Stub, StubKind } from "./session.ts";
import type { PublicName } from "./syntax-report.ts";
import type { RunFindings } from "./test-findings.ts";

export interface KilledStubs {
  readonly stubs: readonly StubResult[];
  /** Tests that pass although everything public is a stub. */
  readonly vacuousTests: readonly string[];
  readonly reasons: readonly Reason[];
}

export const DOES: Readonly<Record<StubKind, string>> = {
  nothing: "returns None",
  something: "returns ...",
  error: "only raises",
  typed: "returns an empty value of its type",
  emptied: "does the same and returns an empty value",
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
  options.progress.step("running tests on stubs alone", options.tests);
  // A test that passes whether everything returns None or something else looks at nothing.
  const [nothing, something] = allStubs(publicNames);
  const onNothing = await probe(session, { stubs: nothing }, options);
  const onSomething = await probe(session, { stubs: something }, options);
  const vacuous = passedIn(onSomething);
  const vacuousTests = [...passedIn(onNothing)].filter((id) => vacuous.has(id));

  const telling = tellingTests(options.tests, vacuousTests);
  const reasons: Reason[] = [];
  const stubs: StubResult[] = [];
  const controlAt = options.random(publicNames.length);
  let control: readonly Reason[] = [];
  for (const [index, publicName] of publicNames.entries()) {
    options.progress.step(`trying stub ${index + 1} of ${publicNames.length}`, options.tests);
    if (index === controlAt) control = await controlRun(session, options);
    // What is alone was replaced just now.
    const known = publicNames.length === 1 ? { nothing: onNothing, something: onSomething } : {};
    const result =
      telling.length === 0
        ? unseen(publicName)
        : await tryStubs(session, publicName, known, { ...options, tests: telling });
    if (result.kind === "overdue") {
      reasons.push(overdue(publicNames.length - index));
      break;
    }
    stubs.push(...result.tried);
    if (result.kind !== "killed") {
      const counting = { all: options.tests.length, counting: telling.length };
      reasons.push(survival(publicName, result, stillPassing(counting)));
    }
  }
  // What broke the stub runs broke the control run as well: said once.
  return { stubs, vacuousTests, reasons: reasons.length > 0 ? reasons : control };
}

/** Everything public replaced at once, by what returns None and by what returns something that equals nothing else. */
export function allStubs(
  publicNames: readonly PublicName[],
): readonly [nothing: readonly Stub[], something: readonly Stub[]] {
  const outer = publicNames.filter(({ kind }) => kind !== "method");
  return [stubsOf(outer, "nothing"), stubsOf(outer, "something")];
}

const NOTHING_TO_REPLACE: KilledStubs = {
  stubs: [],
  vacuousTests: [],
  reasons: [],
};

type Tried = {
  readonly tried: readonly StubResult[];
} & (
  | { readonly kind: "killed" }
  | { readonly kind: "survived"; readonly stub: StubKind }
  /** No test failed on any of the stubs, and none of the runs came to its end. */
  | { readonly kind: "unanswered"; readonly because: Reason }
);

/** A stub without an answer, such as one that makes the tests wait for ever, is judged by the others of its name. */
async function tryStubs(
  session: PytestSession,
  publicName: PublicName,
  known: { readonly [kind in StubKind]?: RunFindings },
  options: ProbeOptions,
): Promise<Tried | { readonly kind: "overdue" }> {
  const tried: StubResult[] = [];
  const note = (kind: StubKind, outcome: ProbeOutcome): void => {
    const { name, file, range } = publicName;
    tried.push({ name, file, range, kind, outcome });
  };
  let hasNoticed = false;
  let because: Reason | null = null;
  const kinds: readonly StubKind[] = publicName.stubs;
  // Where no other stub gave an answer, as in a loop that waits for what never comes, an error ends it.
  const canRaise = publicName.kind === "method" && !kinds.includes("error");
  for (const [place, kind] of [...kinds, ...(canRaise ? (["error"] as const) : [])].entries()) {
    if (place === kinds.length && (hasNoticed || because === null)) break;
    if (options.now() > options.until) return { kind: "overdue" };
    const changed = { stubs: stubsOf([publicName], kind), maxFailures: STOP };
    const findings = known[kind] ?? (await probe(session, changed, options));
    const answer = answerOf(findings);
    // It has done what the code does: no test can tell the two apart.
    const isSame = answer === "survived" && kind === "emptied" && !findings.hasEmptied;
    note(kind, isSame ? "set_aside" : OUTCOME_OF[answer]);
    if (isSame) continue;
    if (answer === "survived") return { kind: "survived", stub: kind, tried };
    if (answer === "noticed") hasNoticed = true;
    else because ??= findings.reasons[0] ?? null;
  }
  return hasNoticed || because === null
    ? { kind: "killed", tried }
    : { kind: "unanswered", because, tried };
}

/** Where every test looks at nothing, none of them has to be run to know that it notices no stub. */
function unseen({ name, file, range, stubs }: PublicName): Tried & { readonly kind: "survived" } {
  const stub = stubs[0] ?? "nothing";
  const tried = [{ name, file, range, kind: stub, outcome: "survived" as const }];
  return { kind: "survived", stub, tried };
}

function passedIn({ results }: RunFindings): ReadonlySet<string> {
  return new Set(results.filter(({ outcome }) => outcome === "passed").map(({ id }) => id));
}

function stubsOf(names: readonly PublicName[], kind: StubKind): Stub[] {
  return names.map(({ file, name, found }) => ({ file, name, kind, ...found }));
}

function survival(
  { file, name, range: [line], kind }: PublicName,
  result: Extract<Tried, { kind: "survived" | "unanswered" }>,
  passing: string,
): Reason {
  const what = kind === "module" ? "the module" : `the ${kind} ${name}`;
  const message =
    result.kind === "unanswered"
      ? `no test fails where ${what} does nothing: ${result.because.message}`
      : kind === "module"
        ? `the module can be emptied, and ${passing}`
        : `${what} can be replaced by one that ${DOES[result.stub]}, and ${passing}`;
  return { code: "stub_survived", message: `${file}:${line}: ${message}`, file, line };
}

/** One that does not count may fail all the same, and then its author would see it fail. */
function stillPassing({
  all,
  counting,
}: {
  readonly all: number;
  readonly counting: number;
}): string {
  const others = all - counting;
  if (others === 0) return "every test still passes";
  const why = "although everything public does nothing";
  if (counting === 0) return `no test tells: ${all === 1 ? "it passes" : "all pass"} ${why}`;
  return `every test that counts still passes (${others} of ${all} ${others === 1 ? "does not: it passes" : "do not: they pass"} ${why})`;
}

/** Not shown wrong, but not shown either. */
function overdue(left: number): Reason {
  return {
    code: "stub_survived",
    message: `The time for stubs (\`stub-seconds\` of the config) was over before ${left} of them were tried`,
  };
}
