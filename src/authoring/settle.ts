import * as z from "zod";
import { assertNever } from "../foundation/errors.ts";
import type { DesignDocument } from "../task/design.ts";
import type { OpenQuestion } from "../task/manifest.ts";
import { type Asker, type Told } from "./asker.ts";
import { askForCode, askForTests, type AuthorSubject } from "./blind-questions.ts";
import { crossExamine, keyOf, type Outcome } from "./cross-examination.ts";
import type { GeneratedFile } from "./generated-file.ts";
import type { Derived, Versions } from "./judge.ts";
import { derivingPrompt } from "./prompts.ts";
import { asFurtherSuite } from "./read-files.ts";
import { readReply } from "./read-reply.ts";
import { strictSchema } from "./strict-schema.ts";
import type { BlindCode, BlindSuite, TaskState } from "./task-state.ts";
import type { Contested, Trial, TriedTest } from "./trial.ts";

/** Of each: the present one, and what others make of the same. */
const VERSIONS = 3;
const DERIVATIONS = 2;

/** `changed`: there is another version by now. `open`: the story's author is asked. */
export type Settled = "changed" | "too_few" | "open" | "stopped";

/**
 * Cross-examination: further codes and suites, each blind to all that was made; every test of every suite on every code;
 * and what follows from that.
 */
export async function settle(
  subject: AuthorSubject,
  asker: Asker,
  state: TaskState,
): Promise<Settled> {
  await askOthers(subject, asker, state);
  const bench = new Bench(subject, asker, state);
  return bench.settle();
}

/** Side by side; one that cannot be had leaves the others theirs. */
async function askOthers(subject: AuthorSubject, asker: Asker, state: TaskState): Promise<void> {
  const { design } = state.version;
  const question = { design, step: asker.nextStep(), because: "test_failed" };
  const codes = Array.from({ length: VERSIONS - state.codes.length }, async () => {
    const asked = askForCode(subject, asker, question);
    const sample = asker.lastSample("code");
    const told = await asked;
    return told.ok ? { ...told, value: { sample, written: told.value } } : told;
  });
  const suites = Array.from({ length: VERSIONS - state.suites.length }, () =>
    askForTests(subject, asker, question),
  );
  const [madeCodes, madeSuites] = await Promise.all([had(codes), had(suites)]);
  for (const code of madeCodes) {
    state.codes.push(code);
    state.history.blindFailures.push(null);
  }
  for (const { files } of madeSuites) state.suites.push({ files, isTaken: false });
}

async function had<T>(asked: readonly Promise<Told<T>>[]): Promise<T[]> {
  const settled = await Promise.allSettled(asked);
  const [first] = settled.flatMap((each) => (each.status === "rejected" ? [each] : []));
  if (first !== undefined && settled.every(({ status }) => status === "rejected")) {
    throw first.reason;
  }
  return settled.flatMap((each) =>
    each.status === "fulfilled" && each.value.ok ? [each.value.value] : [],
  );
}

const Derivation = z.strictObject({
  answers: z
    .array(
      z.strictObject({
        id: z.int().positive(),
        returns: z.string().max(4_000).nullable(),
        raises: z.string().max(200).nullable(),
      }),
    )
    .max(100),
});
const DERIVATION_SCHEMA = strictSchema(Derivation);

/** A test that is out, and why. */
interface Suspect {
  readonly test: TriedTest;
  readonly contested: Contested;
}

class Bench {
  readonly #subject: AuthorSubject;
  readonly #asker: Asker;
  readonly #state: TaskState;
  readonly #codes: readonly BlindCode[];
  /** The present suite stands for all that are in it. */
  readonly #others: readonly BlindSuite[];
  readonly #versions: Versions;

  constructor(subject: AuthorSubject, asker: Asker, state: TaskState) {
    this.#subject = subject;
    this.#asker = asker;
    this.#state = state;
    const { design, code, tests, packages } = state.version;
    // The present code stands for the version that it is, or was mended from.
    const others = state.codes.filter(({ sample }) => sample !== state.samples.code);
    this.#codes = [{ sample: state.samples.code, written: code }, ...others].slice(0, VERSIONS);
    this.#others = state.suites.filter(({ isTaken }) => !isTaken);
    this.#versions = {
      design,
      packages,
      codes: this.#codes.map(({ written }) => written.files),
      suites: [tests.files, ...this.#others.map(({ files }) => files)],
    };
  }

  async settle(): Promise<Settled> {
    const trial = await this.#asker.found("trial", () =>
      this.#asker.ports.judge.tryAll(this.#versions),
    );
    if (trial === null) return "stopped";
    const overruled = new Map<string, TriedTest>();
    for (;;) {
      const outcome = crossExamine(trial, new Set(overruled.keys()));
      this.#say(saidOf(outcome));
      if (outcome.kind === "too_few") return "too_few";
      if (outcome.kind === "settled")
        return this.#take(outcome.code, trial, [...overruled.values()]);
      if (outcome.kind === "open") {
        this.#ask(outcome, await this.#contested(outcome.tests.slice(0, 1), outcome.codes));
        return "open";
      }
      const suspects = await this.#suspects(outcome);
      const refuted = suspects === null ? [] : await this.#refuted(suspects, outcome.codes[0]!);
      const left = suspects === null ? undefined : suspects.find((each) => !refuted.includes(each));
      if (suspects === null || left !== undefined) {
        const test = left?.test ?? outcome.tests[0]!;
        const known =
          left === undefined ? await this.#contested([test], outcome.codes) : [left.contested];
        this.#ask({ ...outcome, tests: [test] }, known);
        return "open";
      }
      for (const suspect of refuted) {
        overruled.set(keyOf(suspect.test), suspect.test);
        this.#overrule(suspect);
      }
    }
  }

  /** null where one of them does not say what it expects of which call. */
  async #suspects({
    tests,
    codes,
  }: Extract<Outcome, { kind: "suspects" }>): Promise<readonly Suspect[] | null> {
    const contested = await this.#contested(tests, codes);
    const suspects = tests.flatMap((test, index) => {
      const known = contested[index] ?? null;
      return known === null ? [] : [{ test, contested: known }];
    });
    return suspects.length === tests.length ? suspects : null;
  }

  #contested(tests: readonly TriedTest[], codes: readonly number[]): Promise<(Contested | null)[]> {
    return this.#asker.found("contested", async () => [
      ...(await this.#asker.ports.judge.contested(this.#versions, tests, codes)),
    ]);
  }

  /** Those that both answers contradict, of authors who know neither code nor test. */
  async #refuted(suspects: readonly Suspect[], code: number): Promise<readonly Suspect[]> {
    const { design } = this.#state.version;
    const { story, task } = this.#subject;
    const calls = suspects.map(({ contested: { setup, call } }) => ({ setup, call }));
    const step = this.#asker.nextStep();
    const derivations = await Promise.all(
      Array.from({ length: DERIVATIONS }, () =>
        this.#asker.ask({
          stage: "tests",
          sample: this.#asker.nextSample("tests"),
          step,
          because: "tests are suspect",
          schema: DERIVATION_SCHEMA,
          prompt: derivingPrompt(story, task, { design, calls }),
          read: (reply) => readReply(reply, Derivation),
        }),
      ),
    );
    const answersOf = (told: (typeof derivations)[number], index: number): Derived => {
      const answer = told.ok ? told.value.answers.find(({ id }) => id === index + 1) : undefined;
      return { returns: answer?.returns ?? null, raises: answer?.raises ?? null };
    };
    const asked = suspects.flatMap(({ contested }, index) =>
      derivations.map((told) => ({ contested, answer: answersOf(told, index) })),
    );
    const confirmed = await this.#asker.found("confirmed", async () => [
      ...(await this.#asker.ports.judge.confirms(this.#versions, code, asked)),
    ]);
    return suspects.filter((_, index) =>
      derivations.every((__, which) => confirmed[index * DERIVATIONS + which] === true),
    );
  }

  #overrule({ test, contested }: Suspect): void {
    const { setup, call, returns, raises, answers } = contested;
    this.#say(`${test.id} is overruled: two answers that knew nothing of it contradict it`);
    this.#state.overruled.push({
      test: test.id,
      call: [...setup, call].join("; "),
      items: itemsOf(test, this.#state.version.design),
      expected: returns ?? `raises ${raises ?? ""}`,
      answered: answers[0] ?? "",
    });
  }

  /** This code, and every suite of which a test has failed on any: without those that are out. */
  async #take(index: number, trial: Trial, out: readonly TriedTest[]): Promise<Settled> {
    const telling = new Set(
      trial.tests
        .filter((test) => !out.some((each) => keyOf(each) === keyOf(test)))
        .filter(({ outcomes }) => outcomes.includes("failed"))
        .map(({ suite }) => suite),
    );
    let files = [...this.#versions.suites[0]!];
    for (const [suite, own] of this.#versions.suites.entries()) {
      if (suite > 0 && !telling.has(suite)) continue;
      const gone = out.filter((test) => test.suite === suite);
      const kept =
        gone.length === 0
          ? own
          : await this.#asker.found("without", async () => {
              const rest = await this.#asker.ports.judge.without(own, gone);
              return rest === null ? null : [...rest];
            });
      if (kept === null) {
        this.#ask(
          { tests: gone, codes: [index] },
          await this.#contested(gone.slice(0, 1), [index]),
        );
        return "open";
      }
      if (suite === 0) files = [...kept];
      else if (!isWithin(kept, files)) {
        files = [...files, ...asFurtherSuite(kept, files)];
        this.#others[suite - 1]!.isTaken = true;
      }
    }
    const { sample, written: code } = this.#codes[index]!;
    const { version } = this.#state;
    this.#state.samples.code = sample;
    this.#state.version = { ...version, code, tests: { ...version.tests, files } };
    this.#state.best = null;
    return "changed";
  }

  #ask(
    { tests, codes }: Pick<Extract<Outcome, { kind: "open" }>, "tests" | "codes">,
    [contested]: readonly (Contested | null)[],
  ): void {
    const [test] = tests;
    const items = test === undefined ? [] : itemsOf(test, this.#state.version.design);
    this.#state.open = questionOf(items, contested ?? null, codes);
  }

  #say(line: string): void {
    this.#asker.ports.log.info(`cross-examination: ${line}`);
  }
}

/** Whether the same tests are there already. */
function isWithin(suite: readonly GeneratedFile[], files: readonly GeneratedFile[]): boolean {
  return suite.every(({ content }) => files.some((file) => file.content === content));
}

function questionOf(
  items: readonly string[],
  contested: Contested | null,
  codes: readonly number[],
): OpenQuestion {
  if (contested === null) return { call: "", answers: [], items: [...items], line: null };
  const { setup, call, returns, raises, answers } = contested;
  const expected = returns ?? `raises ${raises ?? "an error"}`;
  return {
    call: [...setup, call].join("; "),
    answers: [
      { by: "a test", answer: expected },
      ...[...new Set(answers)].map((answer) => {
        const versions = codes.filter((_, index) => answers[index] === answer);
        return { by: `code ${versions.map((code) => code + 1).join(", ")}`, answer };
      }),
    ],
    items: [...items],
    line: setup.length === 0 ? `${call} → ${expected}` : null,
  };
}

function itemsOf({ criteria }: TriedTest, design: DesignDocument): string[] {
  return design.criteria.filter(({ id }) => criteria.includes(id)).map(({ source }) => source);
}

function saidOf(outcome: Outcome): string {
  switch (outcome.kind) {
    case "settled":
      return `code ${outcome.code + 1} passes every example and every test that is left`;
    case "too_few":
      return "fewer than two codes pass the examples of the story";
    case "suspects":
      return `${outcome.tests.length} tests fail on every code, and the codes agree`;
    case "open":
      return "the story does not say who is right";
    default:
      return assertNever(outcome);
  }
}
