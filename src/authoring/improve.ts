import { assertNever, PipelineError } from "../foundation/errors.ts";
import type { Ending, Stage } from "../task/manifest.ts";
import type { Asker } from "./asker.ts";
import type { AuthorSubject } from "./blind-questions.ts";
import {
  compareWorth,
  type Finding,
  type Judged,
  type Judgement,
  weakenedBy,
} from "./judgement.ts";
import { mapAgain } from "./map-again.ts";
import { mendingOf, type Next, nextQuestion } from "./next-question.ts";
import { type AskNext, RepairQuestions } from "./repair-questions.ts";
import { settle } from "./settle.ts";
import type { MadeVersion, TaskState } from "./task-state.ts";

/** What came of it: a version, and what the author's own check says of it. */
export interface Improved {
  readonly ending: Ending;
  readonly version: MadeVersion;
}

/** No task needs so many; a bound for what is not bounded by money. */
const STEPS = 16;

/**
 * Has the version judged, asks whoever has to answer for what was found, and again, until nothing is found, nobody knows
 * further, or a limit is reached. `found`: what a run has found already.
 */
export async function improve(
  subject: AuthorSubject,
  asker: Asker,
  state: TaskState,
  found: Judgement | null,
): Promise<Improved> {
  const work = new Improvement(subject, asker, state);
  const ending = await work.run(found);
  // Better code, never fewer tests.
  const best = state.best?.version;
  const isKept = ending === "not_proven" && best !== undefined;
  if (isKept && best !== state.version) {
    asker.ports.log.info("the best version with these tests is kept");
    state.version = best;
  }
  return { ending, version: state.version };
}

class Improvement {
  readonly #subject: AuthorSubject;
  readonly #asker: Asker;
  readonly #state: TaskState;
  readonly #questions: RepairQuestions;
  #goesOn = false;

  constructor(subject: AuthorSubject, asker: Asker, state: TaskState) {
    this.#subject = subject;
    this.#asker = asker;
    this.#state = state;
    this.#questions = new RepairQuestions(subject, asker, state);
    if (state.history.fingerprints.size === 0) state.unjudgedCode = 0;
  }

  async run(found: Judgement | null): Promise<Ending> {
    const { history } = this.#state;
    this.#goesOn = found !== null;
    let judgement = await this.#judged(false, found);
    for (let step = 1; step <= STEPS; step += 1) {
      if (judgement.kind === "not_judged") {
        this.#say(`not checked here, and left to verify: ${judgement.why}`);
        return "unchecked";
      }
      const present = judgement;
      this.#note(present);
      let next = nextQuestion(present, history);
      if (next.kind === "map") {
        const { version } = this.#state;
        const { findings } = next;
        const mapped = await this.#attempting(() =>
          mapAgain(this.#subject, this.#asker, this.#state, findings),
        );
        if (mapped === "stopped") return "not_proven";
        if (this.#state.version !== version) {
          judgement = await this.#judged(false);
          continue;
        }
        next = nextQuestion(present, history);
      }
      const ending = endingOf(next);
      if (ending !== null) {
        this.#sayEnding(next, ending);
        if (next.kind === "question") this.#askPerson(next.findings);
        return ending;
      }
      if (present.fingerprint !== null) history.fingerprints.add(present.fingerprint);
      const why = await this.#asker.found("out_of_time", () =>
        Promise.resolve(this.#asker.ports.outOfTime()),
      );
      if (why !== null) {
        this.#say(`${why}; the best version is kept`);
        return "not_proven";
      }
      const after = await this.#attempting(() => this.#answer(next, present));
      if (after === "stopped") return "not_proven";
      if (after === "open") {
        this.#say(SAID.open);
        return "open";
      }
      judgement = after;
    }
    return "not_proven";
  }

  /**
   * Money that is short, a server that is away and the like end the attempt, and lose nothing of it. Where it goes on from
   * an earlier one and nobody has answered yet, there is nothing new, and a push would only spend an attempt.
   */
  async #attempting<T>(work: () => Promise<T>): Promise<T | "stopped"> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof PipelineError)) throw error;
      if (this.#goesOn && !this.#asker.hasReplies) throw error;
      this.#say(`no further question can be asked: ${error.message}`);
      return "stopped";
    }
  }

  async #answer(next: Next, judgement: Judged): Promise<Judgement | "open" | "stopped"> {
    const { history } = this.#state;
    if (next.kind === "cross_examine") {
      history.crossExaminations += 1;
      this.#say(
        `${listedCodes(next.findings)}: not to be told who is wrong; others are asked, blind to all that was made`,
      );
      const settled = await settle(this.#subject, this.#asker, this.#state);
      switch (settled) {
        case "changed":
          return this.#judged(true);
        case "too_few":
          return this.#answer(freshCode(next.findings), judgement);
        case "open":
        case "stopped":
          return settled;
        default:
          return assertNever(settled);
      }
    }
    if (next.kind !== "ask") return "stopped";
    return this.#asked(next, judgement);
  }

  /** Has an author answer, and what they wrote judged. */
  async #asked(next: AskNext, before: Judged): Promise<Judgement> {
    const { stage, manner, cause, findings } = next;
    const { history } = this.#state;
    if (manner === "fresh") history.begunAnew[stage] += 1;
    else {
      const key = mendingOf(stage, cause);
      history.mended.set(key, (history.mended.get(key) ?? 0) + 1);
    }
    this.#say(`${listedCodes(findings)}: ${ASKED[manner](stage)}`);
    const earlier = this.#state.version;
    const told = await this.#questions.ask(next);
    if (!told.ok) {
      this.#say(`${stage}: ${told.error.message}`);
      return before;
    }
    const judgement = await this.#judged(stage === "tests");
    if (stage !== "tests" || judgement.kind === "not_judged") return judgement;
    const why = whyNot(judgement, before, { manner, cause });
    if (why === null) {
      this.#state.best = null;
      return judgement;
    }
    this.#say(`tests: what was written is not taken: ${why}`);
    this.#state.version = earlier;
    return before;
  }

  async #judged(additions: boolean, found: Judgement | null = null): Promise<Judgement> {
    const { version, overruled } = this.#state;
    const judgement = await this.#asker.found("judgement", () =>
      found === null
        ? this.#asker.ports.judge.judge(
            { ...version, code: version.code.files, tests: version.tests.files, overruled },
            additions,
          )
        : Promise.resolve(found),
    );
    if (judgement.kind === "judged") this.#say(judgementLine(judgement, found !== null));
    return judgement;
  }

  #note({ findings, worth }: Judged): void {
    const { history, version, best } = this.#state;
    if (this.#state.unjudgedCode !== null) {
      history.blindFailures[this.#state.unjudgedCode] =
        worth.examples === 0
          ? null
          : findings.flatMap(({ code, item }) =>
              code === "example_failed" && item !== null ? [item] : [],
            );
      this.#state.unjudgedCode = null;
    }
    if (best === null || compareWorth(worth, best.worth) > 0) {
      this.#state.best = { version, worth };
    }
  }

  #askPerson(findings: readonly Finding[]): void {
    const [first] = findings;
    if (first === undefined) return;
    const call = first.call ?? "";
    this.#state.open = {
      call,
      answers: [
        { by: "the story's line", answer: first.expected ?? "" },
        ...findings
          .filter(({ item }) => item === first.item)
          .map(({ got }) => ({ by: "code that was written three times", answer: got ?? "" })),
      ],
      items: first.item === null ? [] : [first.item],
      line: call === "" || first.got === null ? null : `${call} → ${first.got}`,
    };
  }

  #sayEnding(next: Next, ending: Ending): void {
    if (ending === "proven") return;
    const codes = "findings" in next ? listedCodes(next.findings) : "";
    this.#say(`${codes}: ${SAID[ending]}`);
  }

  #say(line: string): void {
    this.#asker.ports.log.info(line);
  }
}

const SAID: Readonly<Record<Exclude<Ending, "proven">, string>> = {
  open: "this is for a person to answer",
  not_proven: "asked as often as makes sense; the best version is kept",
  unchecked: "nobody can mend it here; it is left to verify",
  nothing: "nothing was made",
};

function endingOf(next: Next): Ending | null {
  switch (next.kind) {
    case "proven":
      return "proven";
    case "leave":
      return "unchecked";
    case "person":
    case "question":
      return "open";
    case "stop":
      return "not_proven";
    case "ask":
    case "map":
    case "cross_examine":
      return null;
    default:
      return assertNever(next);
  }
}

const ASKED = {
  mend: (stage: Stage) => `asking for ${stage} that mends it`,
  add: () => "asking for more tests",
  fresh: (stage: Stage) => `asking for ${stage} anew, by somebody who sees nothing of what failed`,
} as const;

function freshCode(findings: readonly Finding[]): AskNext {
  return { kind: "ask", stage: "code", manner: "fresh", cause: findings[0]!.code, findings };
}

function listedCodes(findings: readonly Finding[]): string {
  return [...new Set(findings.map(({ code }) => code))].join(", ");
}

function judgementLine({ findings, worth }: Judged, isOfRun: boolean): string {
  const by = isOfRun ? "the run found" : "self-check";
  const tests = `tests ${worth.passed} of ${worth.passed + worth.failed} passed`;
  const examples = worth.examples === 0 ? "" : `, examples ${worth.right} of ${worth.examples}`;
  const what = findings.length === 0 ? "proven" : listedCodes(findings);
  return `${by}: ${what} (${tests}${examples})`;
}

/** Why tests that were changed or added are not taken; null where they are. */
function whyNot(
  after: Judged,
  before: Judged,
  { manner, cause }: Pick<AskNext, "manner" | "cause">,
): string | null {
  // New tests that fail on the present code may be right.
  const isFailing = after.findings.some(
    ({ code }) => code === "test_failed" || code === "test_error",
  );
  if (
    after.findings.some(({ code, of }) => code === "flaky" && of !== "code") &&
    cause !== "flaky"
  ) {
    return "a test of it passes once and fails another time";
  }
  // A suite that is begun anew takes the place of one that never counted, or stands beside one.
  const weaker = isFailing || manner === "fresh" ? [] : weakenedBy(before.worth, after.worth);
  if (weaker.length > 0) return weaker.join("; ");
  const isSame = after.fingerprint !== null && after.fingerprint === before.fingerprint;
  const killed = (after.worth.killed?.length ?? 0) - (before.worth.killed?.length ?? 0);
  if (manner === "add" && isSame && killed <= 0)
    return "it shows nothing that was not shown before";
  return null;
}
