import type { Contract } from "../contract/contract.ts";
import type { Lanes } from "../foundation/lanes.ts";
import type { Answer } from "../proof/answers.ts";
import type { Random } from "../proof/canary.ts";
import { examineTests } from "../proof/examine.ts";
import { answersOf, askExamples } from "../proof/examples.ts";
import { isSame } from "../proof/judge-answer.ts";
import { OtherSeeds } from "../proof/other-seeds.ts";
import type { TaskProgress } from "../proof/progress.ts";
import type { Claim, PythonReader } from "../proof/python-reader.ts";
import { runWithCanary } from "../proof/run-with-canary.ts";
import type { PytestSession } from "../proof/session.ts";
import { asCall, takeApart } from "./claims.ts";
import type { GeneratedFile } from "./generated-file.ts";
import type { Versions } from "./judge.ts";
import { PROBES, probeCalls } from "./probe-calls.ts";
import type { Trial, TriedCode, TriedTest } from "./trial.ts";
import { type IsolatedOpen, QUESTION_LIMITS, type Workbench } from "./workbench.ts";

interface CellOptions {
  readonly workbench: Workbench;
  readonly random: Random;
  readonly progress: TaskProgress;
}

export interface CrossRunOptions extends CellOptions {
  readonly reader: PythonReader;
  /** How many cells run at a time. */
  readonly judging: Lanes;
}

interface Cell {
  readonly code: readonly GeneratedFile[];
  readonly suite: readonly GeneratedFile[];
}

interface Opened {
  readonly session: PytestSession;
  readonly open: IsolatedOpen;
  readonly random: Random;
}

/** What the code answers by itself, and what the examples of the story say of it. */
interface Answered {
  readonly failed: TriedCode["failed"];
  readonly answers: readonly Answer[];
}

/**
 * Every suite on every code, each cell twice, and every code on the story's examples and on calls that are made of them.
 * null where something cannot be run here.
 */
export async function crossRun(
  versions: Versions,
  { workbench, reader, judging, ...options }: CrossRunOptions,
): Promise<Trial | null> {
  const { codes, suites } = versions;
  const cells = await Promise.all(
    suites.map((suite) =>
      Promise.all(
        codes.map((code) =>
          judging.run(() => cellOf(versions, { code, suite }, { workbench, ...options })),
        ),
      ),
    ),
  );
  const tests: TriedTest[] = [];
  const calls: Claim[] = [];
  for (const [suite, files] of suites.entries()) {
    const columns = (cells[suite] ?? []).flatMap((ran) => (ran === null ? [] : [ran]));
    if (columns.length < codes.length) return null;
    const own = triedTests(suite, columns);
    tests.push(...own);
    const readings = (await takeApart(reader, files, own)) ?? [];
    calls.push(...readings.flatMap(({ claims }) => claims.flatMap((each) => asCall(each) ?? [])));
  }
  const asked = await Promise.all(
    codes.map((code) =>
      judging.run(() =>
        workbench.withFiles(versions, code, (session, open) =>
          answered(workbench.contractOf(versions.design), calls, { session, open, ...options }),
        ),
      ),
    ),
  );
  const all = asked.flatMap((one) => (one === null ? [] : [one]));
  if (all.length < codes.length) return null;
  return { codes: all.map((one, index) => triedCode(one, index, all)), tests };
}

async function answered(
  contract: Contract,
  ofSuites: readonly Claim[],
  { session, open, random }: Opened,
): Promise<Answered> {
  const others = new OtherSeeds(open, random);
  try {
    const { results, reasons } = await askExamples(session, {
      contract,
      limits: QUESTION_LIMITS,
      random,
      others,
    });
    const lines = contract.criteria.flatMap(({ id, source }) => {
      const result = results.get(id);
      return result !== undefined && result.got !== null ? [source] : [];
    });
    const isAsked = reasons.every(({ code }) => code === "example_failed" || code === "flaky");
    const examples = contract.criteria.flatMap(({ execution }) =>
      execution?.kind === "call" ? [execution.call] : [],
    );
    const known = [
      ...examples,
      ...ofSuites.slice(0, PROBES).map(({ setup, call }) => ({ setup, call, isAsync: false })),
    ];
    const calls = [...known, ...probeCalls(known)].map((call) => ({ call }));
    const answers =
      calls.length === 0
        ? []
        : await answersOf(session, calls, { contract, limits: QUESTION_LIMITS, random });
    return { failed: isAsked ? lines : null, answers };
  } finally {
    await others.closeAll();
  }
}

/** One suite on one code, twice. */
async function cellOf(
  versions: Versions,
  { code, suite }: Cell,
  { workbench, random, progress }: CellOptions,
): Promise<readonly Ran[] | null> {
  const files = [...code, ...suite];
  return workbench.withFiles(versions, files, async (session) => {
    const examination = await examineTests(session, {
      pythonFiles: files.map(({ path }) => path),
      maxTests: 0,
      limits: QUESTION_LIMITS,
      random,
      progress,
    });
    const ids = examination.expected.map(({ id }) => id);
    if (ids.length === 0) return [];
    const again = await runWithCanary(session, {
      tests: ids,
      amidst: ids,
      limits: QUESTION_LIMITS,
      random,
    });
    const first = outcomesOf(examination.results);
    const second = outcomesOf(again.results);
    return examination.expected.map(({ id, criteria }) => ({
      id,
      criteria: [...criteria],
      outcome: bothOf(first.get(id), second.get(id)),
    }));
  });
}

/** One test on one code. */
interface Ran {
  readonly id: string;
  readonly criteria: string[];
  readonly outcome: TriedTest["outcomes"][number];
}

function outcomesOf(
  results: readonly { readonly id: string; readonly outcome: string }[],
): ReadonlyMap<string, string> {
  return new Map(results.map(({ id, outcome }) => [id, outcome === "error" ? "failed" : outcome]));
}

function bothOf(first: string | undefined, second: string | undefined): Ran["outcome"] {
  if (first !== second) return "none";
  return first === "passed" || first === "failed" ? first : "none";
}

/** Rows of one suite; a test that a code does not even collect has no answer there. */
function triedTests(suite: number, columns: readonly (readonly Ran[])[]): TriedTest[] {
  const known = new Map(columns.flat().map((ran) => [ran.id, ran.criteria]));
  const places = new Map<string, number>();
  return [...known].map(([id, criteria]) => {
    const base = id.replace(/\[.*$/su, "");
    const place = places.get(base) ?? 0;
    places.set(base, place + 1);
    return {
      suite,
      id,
      case: place,
      criteria,
      outcomes: columns.map((ran) => ran.find((each) => each.id === id)?.outcome ?? "none"),
    };
  });
}

/** Codes that were asked nothing do not agree. */
function triedCode(
  { failed, answers }: Answered,
  index: number,
  all: readonly Answered[],
): TriedCode {
  const alike = all.findIndex((other) => answers.length > 0 && isAlike(answers, other.answers));
  return { failed: failed === null ? null : [...failed], agreement: alike < 0 ? index : alike };
}

function isAlike(one: readonly Answer[], other: readonly Answer[]): boolean {
  return one.length === other.length && one.every((answer, at) => isSameAnswer(answer, other[at]!));
}

function isSameAnswer(one: Answer, other: Answer): boolean {
  if (one.kind === "value" && other.kind === "value") return isSame(one.data, other.data, false);
  if (one.kind === "raised" && other.kind === "raised") return one.type === other.type;
  return false;
}
