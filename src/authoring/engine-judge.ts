import type { VerifySettings } from "../config/config.ts";
import { type Contract, contractOf, demandsOf } from "../contract/contract.ts";
import {
  pythonOf,
  pythonOfStatement,
  readExpression,
  readStatement,
} from "../contract/python-expression.ts";
import { sha256OfJson } from "../foundation/digest.ts";
import type { Lanes } from "../foundation/lanes.ts";
import { type Answer, parseAnswers, shownAnswer } from "../proof/answers.ts";
import type { Random } from "../proof/canary.ts";
import { shownBy } from "../proof/evidence-document.ts";
import { examineTests } from "../proof/examine.ts";
import { answersOf, askExamples } from "../proof/examples.ts";
import { type Expected, isRight, isSame } from "../proof/judge-answer.ts";
import { runLimits } from "../proof/limits.ts";
import { OtherSeeds } from "../proof/other-seeds.ts";
import type { TaskProgress } from "../proof/progress.ts";
import { prove } from "../proof/prove.ts";
import type { PythonEnvironments } from "../proof/python-environments.ts";
import type { Claim, PythonReader } from "../proof/python-reader.ts";
import { type Requirement, sharedRequirements, taskRequirements } from "../proof/requirements.ts";
import { runWithCanary } from "../proof/run-with-canary.ts";
import type { PytestSession } from "../proof/session.ts";
import { isOutOfTime } from "../proof/time-budget.ts";
import type { Story } from "../story/story.ts";
import type { TaskContent } from "../task/folder.ts";
import { partsOf, type TaskId } from "../task/task-id.ts";
import type { GeneratedFile } from "./generated-file.ts";
import type { Derived, Judge, Version, Versions } from "./judge.ts";
import { type ImportFailure, type Judgement, judgementOf } from "./judgement.ts";
import { PROBES, probeCalls } from "./probe-calls.ts";
import { versionFiles } from "./task-files.ts";
import { Contested, Trial, type TriedCode, type TriedTest } from "./trial.ts";

export interface EngineOptions {
  /** In complete isolation alone: a key is in the same job. */
  readonly environments: PythonEnvironments;
  readonly config: VerifySettings;
  /** Wall time of one check. */
  readonly checkSeconds: number;
  readonly reader: PythonReader;
  readonly sharedRequirements: () => Promise<readonly TaskContent[]>;
  readonly random: Random;
  /** Seconds since any fixed moment. */
  readonly now: () => number;
  readonly progress: TaskProgress;
  /** Where versions are run: for so many tasks at a time. */
  readonly judging: Lanes;
}

/** New tests have to pass more often: nobody has seen them pass yet. */
const RERUNS_OF_ADDITIONS = 5;
const TIMEOUT_SECONDS = 60;
/** Of the time of a check for one run: code that never answers has to leave enough to find out that it does not. */
const SHARE_OF_A_RUN = 1 / 4;
/** One suite on one code. */
const CELL_SECONDS = 20;

/** Judges versions of one task with the engine of verify, in complete isolation. */
export function engineJudge(task: TaskId, story: Story, options: EngineOptions): Judge {
  return new Engine(task, story, options);
}

/** What the code answers by itself, and what the examples of the story say of it. */
interface Answered {
  readonly failed: TriedCode["failed"];
  readonly answers: readonly Answer[];
}

class Engine implements Judge {
  readonly #task: TaskId;
  readonly #story: Story;
  readonly #options: EngineOptions;

  constructor(task: TaskId, story: Story, options: EngineOptions) {
    this.#task = task;
    this.#story = story;
    this.#options = options;
  }

  // What was paid for is never lost to a fault of ours: it is left to verify then.
  judge(version: Version, additions: boolean): Promise<Judgement> {
    return this.#options.judging
      .run(() => this.#judge(version, additions))
      .catch((error: unknown) => notJudged(`the check itself failed: ${String(error)}`));
  }

  tryAll(versions: Versions): Promise<Trial | null> {
    return this.#tryAll(versions)
      .then((trial) => Trial.safeParse(trial).data ?? null)
      .catch(() => null);
  }

  async #judge(version: Version, additions: boolean): Promise<Judgement> {
    const { config, checkSeconds, environments, random, now, progress } = this.#options;
    const seconds = (most: number): number => Math.min(most, checkSeconds);
    const shared = await this.#options.sharedRequirements();
    const proof = await prove(
      {
        task: this.#task,
        files: versionFiles(this.#task, this.#story, version),
        sharedRequirements: shared,
      },
      {
        environments,
        config: {
          ...config,
          "task-seconds": seconds(config["task-seconds"]),
          "stub-seconds": seconds(config["stub-seconds"]),
          "mutation-seconds": seconds(config["mutation-seconds"]),
        },
        maxTests: 0,
        mutants: config.mutants,
        reruns: additions ? RERUNS_OF_ADDITIONS : config.reruns,
        limits: runLimits(
          Math.max(
            1,
            Math.floor(
              Math.min(TIMEOUT_SECONDS, config["timeout-seconds"], checkSeconds * SHARE_OF_A_RUN),
            ),
          ),
        ),
        random,
        now,
        progress,
        // Of the code alone, so that the same code is changed in the same places whatever its tests are.
        inputsOf: (facts) => ({
          task: sha256OfJson(version.code),
          shared: {},
          config: sha256OfJson(null),
          verify: "",
          mutants: config.mutants,
          reruns: config.reruns,
          ...facts,
        }),
      },
    );
    if (proof.reasons.some(isOutOfTime)) {
      return notJudged(
        `it takes more than ${checkSeconds} seconds (\`check-seconds\` of the config)`,
      );
    }
    const unavailable = proof.reasons.find(({ code }) => code === "isolation_unavailable");
    if (unavailable !== undefined) return notJudged(unavailable.message);
    const found = shownBy(proof);
    const isOverdue =
      found.reasons.some(({ code }) => code === "stub_survived") &&
      !(found.stubs ?? []).some(({ outcome }) => outcome === "survived" || outcome === "unknown") &&
      found.stubs !== null &&
      found.stubs.length > 0;
    if (isOverdue) return notJudged("there was not enough time for stubs");
    const isUncollected = found.reasons.some(({ code }) => code === "collection_error");
    const failure = isUncollected ? await this.#importFailure(version) : null;
    return judgementOf(found, version.design, failure);
  }

  /** Whether the code cannot even be imported: then it is no fault of the tests. */
  async #importFailure(version: Version): Promise<ImportFailure | null> {
    const [answer] =
      (await this.#inCode(version, version.code, (session) =>
        answersOf(session, [{ call: { setup: [], call: "None", isAsync: false } }], {
          contract: { imports: version.design.modules.map((module) => module.import) },
          limits: runLimits(CELL_SECONDS),
          random: this.#options.random,
        }),
      )) ?? [];
    return answer === undefined || answer.kind === "value"
      ? null
      : { error: shownAnswer(answer).slice(0, 500) };
  }

  async #tryAll(versions: Versions): Promise<Trial | null> {
    const { codes, suites } = versions;
    const { judging } = this.#options;
    const cells = await Promise.all(
      suites.map((suite) =>
        Promise.all(codes.map((code) => judging.run(() => this.#cell(versions, code, suite)))),
      ),
    );
    const tests: TriedTest[] = [];
    const calls: Claim[] = [];
    for (const [suite, files] of suites.entries()) {
      const columns = (cells[suite] ?? []).flatMap((ran) => (ran === null ? [] : [ran]));
      if (columns.length < codes.length) return null;
      const own = triedTests(suite, columns);
      tests.push(...own);
      const readings = (await this.#takeApart(files, own)) ?? [];
      calls.push(...readings.flatMap(({ claims }) => claims.flatMap((each) => asCall(each) ?? [])));
    }
    const asked = await Promise.all(
      codes.map((code) =>
        judging.run(() =>
          this.#inCode(versions, code, (session, open) =>
            this.#answered(versions, calls, session, open),
          ),
        ),
      ),
    );
    const answered = asked.flatMap((one) => (one === null ? [] : [one]));
    if (answered.length < codes.length) return null;
    return { codes: answered.map((one, index) => triedCode(one, index, answered)), tests };
  }

  async #answered(
    { design }: Versions,
    ofSuites: readonly Claim[],
    session: PytestSession,
    open: IsolatedOpen,
  ): Promise<Answered> {
    const { random } = this.#options;
    const limits = runLimits(CELL_SECONDS);
    const contract = this.#contractOf(design);
    const others = new OtherSeeds(open, random);
    try {
      const { results, reasons } = await askExamples(session, { contract, limits, random, others });
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
        calls.length === 0 ? [] : await answersOf(session, calls, { contract, limits, random });
      return { failed: isAsked ? lines : null, answers };
    } finally {
      await others.closeAll();
    }
  }

  /** One suite on one code, twice. */
  async #cell(
    versions: Versions,
    code: readonly GeneratedFile[],
    suite: readonly GeneratedFile[],
  ): Promise<readonly Ran[] | null> {
    const { random, progress } = this.#options;
    const limits = runLimits(CELL_SECONDS);
    const files = [...code, ...suite];
    return this.#inCode(versions, files, async (session) => {
      const examination = await examineTests(session, {
        pythonFiles: files.map(({ path }) => path),
        maxTests: 0,
        limits,
        random,
        progress,
      });
      const ids = examination.expected.map(({ id }) => id);
      if (ids.length === 0) return [];
      const again = await runWithCanary(session, { tests: ids, amidst: ids, limits, random });
      const first = outcomesOf(examination.results);
      const second = outcomesOf(again.results);
      return examination.expected.map(({ id, criteria }) => ({
        id,
        criteria: [...criteria],
        outcome: bothOf(first.get(id), second.get(id)),
      }));
    });
  }

  async contested(
    versions: Versions,
    tests: readonly TriedTest[],
    codes: readonly number[],
  ): Promise<readonly (Contested | null)[]> {
    const contested: (Contested | null)[] = [];
    for (const test of tests) {
      const suite = versions.suites[test.suite] ?? [];
      const found = await this.#takeApart(suite, [test])
        .then((readings) => this.#contestedOf(versions, readings?.[0]?.claims ?? [], codes))
        .catch(() => null);
      contested.push(Contested.safeParse(found).data ?? null);
    }
    return contested;
  }

  /** The first claim that every code contradicts. */
  async #contestedOf(
    versions: Versions,
    claims: readonly Claim[],
    codes: readonly number[],
  ): Promise<Contested | null> {
    const readable = claims.flatMap((claim) => asCall(claim) ?? []);
    if (readable.length === 0 || readable.length < claims.length) return null;
    const expected = await this.#expected(versions, readable);
    if (expected === null) return null;
    const answers: (readonly Answer[])[] = [];
    for (const code of codes) {
      const said = await this.#answersOf(versions, versions.codes[code] ?? [], readable);
      if (said === null) return null;
      answers.push(said);
    }
    const at = readable.findIndex((_, index) => {
      const claimed = expected[index];
      return claimed != null && answers.every((said) => !isRight(said[index]!, claimed, false));
    });
    const claim = readable[at];
    if (claim === undefined) return null;
    return {
      ...claim,
      setup: [...claim.setup],
      answers: answers.map((said) => shownAnswer(said[at]!).slice(0, 500)),
    };
  }

  confirms(
    versions: Versions,
    code: number,
    derived: readonly { readonly contested: Contested; readonly answer: Derived }[],
  ): Promise<readonly boolean[]> {
    return this.#confirms(versions, code, derived).catch(() => derived.map(() => false));
  }

  async #confirms(
    versions: Versions,
    code: number,
    derived: readonly { readonly contested: Contested; readonly answer: Derived }[],
  ): Promise<readonly boolean[]> {
    const claims = derived.map(({ contested: { setup, call }, answer }) => ({
      setup,
      call,
      ...answer,
    }));
    const expected = await this.#expected(versions, claims);
    const said = await this.#answersOf(versions, versions.codes[code] ?? [], claims);
    return derived.map((_, index) => {
      const demanded = expected?.[index];
      const answer = said?.[index];
      return demanded != null && answer !== undefined && isRight(answer, demanded, false);
    });
  }

  without(
    suite: readonly GeneratedFile[],
    tests: readonly TriedTest[],
  ): Promise<readonly GeneratedFile[] | null> {
    return this.#without(suite, tests).catch(() => null);
  }

  async #without(
    suite: readonly GeneratedFile[],
    tests: readonly TriedTest[],
  ): Promise<readonly GeneratedFile[] | null> {
    let files = suite;
    // The last case of a test first, so that the others keep their places.
    for (const test of tests.toSorted((a, b) => b.case - a.case)) {
      const [reading] = (await this.#takeApart(files, [test])) ?? [];
      const content = reading?.without ?? null;
      if (content === null) return null;
      const { file } = placeOf(test);
      files = files.map((each) => (each.path === file ? { ...each, content } : each));
    }
    return files;
  }

  #takeApart(
    files: readonly GeneratedFile[],
    tests: readonly TriedTest[],
  ): ReturnType<PythonReader["takeApart"]> {
    return this.#options.reader.takeApart(files.map(contentOf), tests.map(placeOf));
  }

  #answersOf(
    versions: Versions,
    code: readonly GeneratedFile[],
    calls: readonly Pick<Claim, "setup" | "call">[],
  ): Promise<readonly Answer[] | null> {
    return this.#inCode(versions, code, (session) =>
      answersOf(
        session,
        calls.map(({ setup, call }) => ({ call: { setup, call, isAsync: false } })),
        {
          contract: this.#contractOf(versions.design),
          limits: runLimits(CELL_SECONDS),
          random: this.#options.random,
        },
      ),
    );
  }

  /** null for what is not a value of Python, or says nothing. */
  async #expected(
    versions: Versions,
    claims: readonly Pick<Claim, "returns" | "raises">[],
  ): Promise<readonly (Expected | null)[] | null> {
    const expressions = claims.map(({ returns }) => {
      const read = returns === null ? null : readExpression(returns);
      return read !== null && read.ok ? pythonOf(read.value) : null;
    });
    const values = await this.#inCode(versions, [], async (session) => {
      const asked = expressions.map((expression) => expression ?? "None");
      const { report } = await session.expected(asked, runLimits(CELL_SECONDS));
      return parseAnswers(report, asked.length);
    });
    if (values === null) return null;
    return claims.map(({ raises }, index): Expected | null => {
      if (raises !== null) return { kind: "error", type: raises, match: null };
      const value = values[index]!;
      return expressions[index] !== null && value.kind === "value"
        ? { kind: "value", data: value.data }
        : null;
    });
  }

  #contractOf(design: Version["design"]): Contract {
    return contractOf(design, demandsOf(this.#story.document, partsOf(this.#task).part)).contract;
  }

  /** A session with these files; null where there is no isolation to be had, or no packages. */
  async #inCode<T>(
    { packages }: Pick<Version, "packages">,
    files: readonly GeneratedFile[],
    work: (session: PytestSession, open: IsolatedOpen) => Promise<T>,
  ): Promise<T | null> {
    const python = await this.#options.environments.prepare(await this.#requirements(packages));
    if (python.kind !== "ready") return null;
    const content = files.map(contentOf);
    const open = (seed: number): ReturnType<IsolatedOpen> =>
      python.isolated.open(content, { seed });
    const opened = await open(0);
    if (opened.kind === "unavailable") return null;
    try {
      return await work(opened.session, open);
    } finally {
      await opened.session.close();
    }
  }

  async #requirements(packages: readonly string[] | null): Promise<readonly Requirement[]> {
    const shared = sharedRequirements(await this.#options.sharedRequirements());
    const text = (packages ?? []).map((line) => `${line}\n`).join("");
    const own =
      packages === null
        ? []
        : taskRequirements(
            [contentOf({ path: "requirements.txt", content: text })],
            this.#options.config["allowed-dependencies"],
          ).requirements;
    return [...shared.requirements, ...own];
  }
}

type IsolatedOpen = (
  seed: number,
) => ReturnType<
  Extract<Awaited<ReturnType<PythonEnvironments["prepare"]>>, { kind: "ready" }>["isolated"]["open"]
>;

/** One test on one code. */
interface Ran {
  readonly id: string;
  readonly criteria: string[];
  readonly outcome: TriedTest["outcomes"][number];
}

function notJudged(why: string): Judgement {
  return { kind: "not_judged", why };
}

function contentOf({ path, content }: GeneratedFile): TaskContent {
  return { path, content: new TextEncoder().encode(content) };
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

function placeOf({ id, case: place }: Pick<TriedTest, "id" | "case">): {
  file: string;
  name: string;
  case: number;
} {
  const [file = "", ...names] = id.replace(/\[.*$/su, "").split("::");
  return { file, name: names.join("::"), case: place };
}

/** A claim in the grammar of examples, so that nothing else is run; null for what has another form. */
function asCall(claim: Claim): Claim | null {
  const setup = claim.setup.map((line) => readStatement(line));
  const call = readExpression(claim.call);
  if (!call.ok || setup.some(({ ok }) => !ok)) return null;
  return {
    ...claim,
    setup: setup.flatMap((read) => (read.ok ? [pythonOfStatement(read.value)] : [])),
    call: pythonOf(call.value),
  };
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
