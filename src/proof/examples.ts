import type { Contract } from "../contract/contract.ts";
import type { ExampleCall } from "../contract/executable-example.ts";
import type { ExampleResult } from "../evidence/evidence.ts";
import type { Reason } from "../evidence/reasons.ts";
import { shorten } from "../foundation/untrusted-text.ts";
import { withoutBullet } from "../story/lines.ts";
import { type Answer, parseAnswers, shownAnswer, shownData } from "./answers.ts";
import type { Random } from "./canary.ts";
import { type Expected, isRight } from "./judge-answer.ts";
import type { OtherSeeds } from "./other-seeds.ts";
import { placeOfCall } from "./places.ts";
import type { PytestSession, RunLimits, Stub } from "./session.ts";
import { shuffled } from "./shuffled.ts";
import type { PublicName } from "./syntax-report.ts";

/** One example of the story as a call, with what the story expects of it. */
export interface Question {
  readonly id: string;
  readonly source: string;
  readonly call: ExampleCall;
  readonly expected: Expected;
}

export interface AskedExamples {
  readonly questions: readonly Question[];
  /** By the id of the criterion. */
  readonly results: ReadonlyMap<string, ExampleResult>;
  readonly reasons: readonly Reason[];
}

export interface ExampleOptions {
  readonly contract: Contract;
  readonly limits: RunLimits;
  readonly random: Random;
  readonly others: OtherSeeds;
  /** What the code holds, as far as it is known. */
  readonly publicNames?: readonly PublicName[];
}

/** How long one example may take. */
const SECONDS_EACH = 10;
/** How much of an answer is kept. */
const SHOWN = 500;

/**
 * Makes the calls that the story gives as examples, twice, and compares the answers with the story's. The process that
 * answers never knows what is expected: it hands out data, which is compared here, where nothing of the task is loaded.
 */
export async function askExamples(
  session: PytestSession,
  { contract, limits, random, others, publicNames = [] }: ExampleOptions,
): Promise<AskedExamples> {
  const questions = callsOf(contract);
  if (questions.length === 0) return NOTHING_ASKED;
  const judged = await expectationsOf(questions, session, limits);
  if (judged.kind === "refused") return { ...NOTHING_ASKED, reasons: judged.reasons };
  const first = await answersOf(session, judged.questions, { contract, limits, random });
  const opened = await others.session(1);
  if (opened.kind === "unavailable") {
    const message = `The examples could not be asked again: ${opened.tried.join("; ")}`;
    return { ...NOTHING_ASKED, reasons: [{ code: "isolation_unavailable", message }] };
  }
  const second = await answersOf(opened.session, judged.questions, { contract, limits, random });
  return judgeAnswers(judged.questions, [first, second], { random, publicNames });
}

/** Whether any example of the story is a call that can be made. */
export function hasCalls(contract: Contract): boolean {
  return callsOf(contract).length > 0;
}

/** Where nothing is asked, nothing is answered. */
export const NOTHING_ASKED: AskedExamples = { questions: [], results: new Map(), reasons: [] };

type Call = Omit<Question, "expected">;

function callsOf({ criteria }: Contract): Call[] {
  return criteria.flatMap(({ id, source, execution }) =>
    execution?.kind === "call" ? [{ id, source, call: execution.call }] : [],
  );
}

type Expectations =
  | { readonly kind: "known"; readonly questions: readonly Question[] }
  | { readonly kind: "refused"; readonly reasons: readonly Reason[] };

/** What the story expects, as data: Python reads it, in a run in which nothing of the task is loaded. */
async function expectationsOf(
  calls: readonly Call[],
  session: PytestSession,
  limits: RunLimits,
): Promise<Expectations> {
  const expressions = calls.map(({ call: { expected } }) =>
    expected.kind === "returns" ? expected.expression : "None",
  );
  const { report } = await session.expected(expressions, limits);
  const values = parseAnswers(report, calls.length);
  const reasons: Reason[] = [];
  const questions = calls.flatMap((each, index): Question[] => {
    const { expected } = each.call;
    if (expected.kind === "raises") return [{ ...each, expected: { ...expected, kind: "error" } }];
    const value = values[index]!;
    if (value.kind === "value") return [{ ...each, expected: { kind: "value", data: value.data } }];
    reasons.push({
      code: "policy_violation",
      message: `meta/design.json: ${each.id}: \`returns\` is not a value of Python: ${shownAnswer(value)}`,
      file: "meta/design.json",
      item: each.source,
    });
    return [];
  });
  return reasons.length > 0 ? { kind: "refused", reasons } : { kind: "known", questions };
}

interface Asking {
  readonly contract: Pick<Contract, "imports">;
  readonly limits: RunLimits;
  readonly random: Random;
  readonly stubs?: readonly Stub[];
}

/** What the code answers to calls, each made in a process of its own. */
export async function answersOf(
  session: PytestSession,
  questions: readonly { readonly call: Pick<ExampleCall, "setup" | "call" | "isAsync"> }[],
  { contract, limits, random, stubs }: Asking,
): Promise<readonly Answer[]> {
  const raw = await session.answer({
    imports: contract.imports,
    examples: questions.map(({ call: { setup, call, isAsync } }) => ({ setup, call, isAsync })),
    order: shuffled(
      questions.map((_, index) => index),
      random,
    ),
    secondsEach: Math.min(SECONDS_EACH, limits.seconds),
    limits,
    ...(stubs !== undefined && { stubs }),
  });
  return parseAnswers(raw.report, questions.length);
}

interface Judging {
  readonly random: Random;
  /** Who compares an answer with what is expected. */
  readonly isRightFor?: (question: Question, answer: Answer) => boolean;
  readonly publicNames?: readonly PublicName[];
}

/** Compares what each question was answered, every time that it was asked, with what the story expects. */
export function judgeAnswers(
  questions: readonly Question[],
  times: readonly (readonly Answer[])[],
  { random, isRightFor = asStoryExpects, publicNames = [] }: Judging,
): AskedExamples {
  const results = new Map<string, ExampleResult>();
  const reasons: Reason[] = [];
  for (const [index, question] of questions.entries()) {
    const answers = times.map((each) => each[index]!);
    const wrong = answers.filter((answer) => !isRightFor(question, answer));
    const got = wrong[0] === undefined ? null : shown(shownAnswer(wrong[0]));
    results.set(question.id, {
      state: "executed",
      call: shown(codeOf(question)),
      expected: shown(shownExpected(question.expected)),
      got,
      why: null,
    });
    if (got === null) continue;
    const reason = wrongAnswer(question, got, wrong.length < answers.length);
    reasons.push({ ...reason, ...placeOfCall(question.call, publicNames) });
  }
  const canaries = canary(questions, times[0] ?? [], { random, isRightFor });
  return { questions, results, reasons: [...reasons, ...canaries] };
}

function asStoryExpects({ expected, call }: Question, answer: Answer): boolean {
  return isRight(answer, expected, call.isJson);
}

/** One answer is judged by another expectation, and has to be wrong: otherwise nothing was judged at all. */
function canary(
  questions: readonly Question[],
  answers: readonly Answer[],
  { random, isRightFor }: Required<Pick<Judging, "random" | "isRightFor">>,
): Reason[] {
  const at = random(questions.length);
  const question = questions[at]!;
  const changed: Expected =
    question.expected.kind === "value"
      ? { kind: "value", data: { kind: "list", items: [question.expected.data] } }
      : { kind: "error", type: `${question.expected.type}${random(1_000_000)}`, match: null };
  if (!isRightFor({ ...question, expected: changed }, answers[at]!)) return [];
  const message = `The examples are judged by no expectation: ${question.id} was right for two different ones`;
  return [{ code: "canary_survived", message }];
}

function wrongAnswer(question: Question, got: string, isOnce: boolean): Reason {
  const expected = shown(shownExpected(question.expected));
  const call = shown(codeOf(question));
  const item = withoutBullet(question.source);
  const place = { item: question.source, expected, got };
  return isOnce
    ? {
        code: "flaky",
        message: `The story says ${JSON.stringify(item)}: ${call} gave ${expected} once and ${got} another time`,
        ...place,
      }
    : {
        code: "example_failed",
        message: `The story says ${JSON.stringify(item)}: ${call} must give ${expected}, and gave ${got}`,
        ...place,
      };
}

function codeOf({ call: { setup, call } }: Call): string {
  return [...setup, call].join("; ");
}

function shownExpected(expected: Expected): string {
  if (expected.kind === "value") return shownData(expected.data);
  return `raises ${expected.type}${expected.match === null ? "" : `(${JSON.stringify(expected.match)})`}`;
}

function shown(text: string): string {
  return shorten(text, SHOWN);
}

/**
 * Asks the examples where everything public does nothing: an example that gets the story's answer from each of these
 * does not ask the code.
 */
export async function askStubs(
  session: PytestSession,
  questions: readonly Question[],
  variants: readonly (readonly Stub[])[],
  options: Omit<ExampleOptions, "others" | "publicNames">,
): Promise<Reason[]> {
  if (questions.length === 0 || variants.some((stubs) => stubs.length === 0)) return [];
  const all: (readonly Answer[])[] = [];
  for (const stubs of variants) {
    all.push(await answersOf(session, questions, { ...options, stubs }));
  }
  return (
    questions
      // An operator of objects that do nothing is Python's own: `Money(1) == Money(2)` is False without any code.
      .filter(
        (question, index) =>
          !question.call.isOperator &&
          all.every((answers) => asStoryExpects(question, answers[index]!)),
      )
      .map((question) => ({
        code: "policy_violation",
        message: `meta/design.json: ${question.id}: ${shown(codeOf(question))} gives the story's answer although everything public does nothing: it does not ask the code`,
        file: "meta/design.json",
        item: question.source,
      }))
  );
}
