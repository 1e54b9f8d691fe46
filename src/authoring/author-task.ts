import { PipelineError } from "../foundation/errors.ts";
import type { Log } from "../runner/log.ts";
import type { Story, StoryTask } from "../story/story.ts";
import type { DesignDocument } from "../task/design.ts";
import { STAGES, type Stage } from "../task/manifest.ts";
import { type Fault, listed, type Read } from "./fault.ts";
import type { ModelReply, ModelRequest } from "./model.ts";
import { againPrompt, codePrompt, designPrompt, type Prompt, testsPrompt } from "./prompts.ts";
import { DESIGN_SCHEMA, readDesign } from "./read-design.ts";
import { FILES_SCHEMA, readCode, readTests, type Written } from "./read-files.ts";
import type { ReplyChecks } from "./reply-checks.ts";
import { modelFor, type Terms } from "./terms.ts";
import { type Exchange, plainReply, requestHash } from "./transcript.ts";

/** A question, and whom it is for. */
export interface Question {
  readonly request: ModelRequest;
  readonly model: string;
  /** 1 for the first question of a stage. */
  readonly round: number;
}

export interface Answer {
  readonly reply: ModelReply;
  /** null without a known price. */
  readonly costUsd: number | null;
}

/** What the author of a task lives on: models and a look at their Python, or a transcript of both. */
export interface AuthorPorts {
  readonly ask: (question: Question) => Promise<Answer>;
  readonly checks: ReplyChecks;
  readonly log: Pick<Log, "info">;
}

/** What a model made of a task. */
export interface Authored {
  readonly kind: "made";
  readonly design: DesignDocument;
  readonly code: Written;
  readonly tests: Written;
  /** Lines of requirements.txt; null where nothing is asked for. */
  readonly packages: readonly string[] | null;
  readonly exchanges: readonly Exchange[];
}

/** Nothing that could be written, though it may have cost something. */
export interface Unfinished {
  readonly kind: "unfinished";
  readonly error: unknown;
  readonly exchanges: readonly Exchange[];
}

/**
 * Asks for one task: the design, then code and tests at the same time, each blind to the other. A reply is read whole
 * before the next question, and one that cannot be used is asked for again, with all that is wrong with it.
 */
export async function authorTask(
  story: Story,
  task: StoryTask,
  terms: Terms,
  ports: AuthorPorts,
): Promise<Authored | Unfinished> {
  const work = new Work(terms, ports);
  try {
    const made = await work.on(story, task);
    return { kind: "made", ...made, exchanges: work.exchanges };
  } catch (error) {
    return { kind: "unfinished", error, exchanges: work.exchanges };
  }
}

/** How the replies of one stage are asked for and read. */
interface Reading<T> {
  readonly stage: Stage;
  readonly schema: Readonly<Record<string, unknown>>;
  readonly prompt: Prompt;
  readonly read: (reply: ModelReply, kept: T | null) => Read<T>;
  /** What only a look at the Python can find. */
  readonly check: (value: T) => Promise<readonly Fault[]>;
}

class Work {
  readonly #terms: Terms;
  readonly #ports: AuthorPorts;
  readonly #exchanges: Readonly<Record<Stage, Exchange[]>> = { design: [], code: [], tests: [] };

  constructor(terms: Terms, ports: AuthorPorts) {
    this.#terms = terms;
    this.#ports = ports;
  }

  /** In the order of the plan, whatever came first. */
  get exchanges(): Exchange[] {
    return STAGES.flatMap((stage) => this.#exchanges[stage]);
  }

  async on(
    story: Story,
    task: StoryTask,
  ): Promise<Pick<Authored, "design" | "code" | "tests" | "packages">> {
    const { checks } = this.#ports;
    const { packages } = this.#terms;
    const design = await this.#stage({
      stage: "design",
      schema: DESIGN_SCHEMA,
      prompt: designPrompt(story, task),
      read: (reply) => readDesign(reply, story, task.id),
      check: () => Promise.resolve([]),
    });
    const designed = { design, packages };
    const subject = { story, task: task.id, design, packages };
    const [code, tests] = await both(
      this.#stage<Written>({
        stage: "code",
        schema: FILES_SCHEMA,
        prompt: codePrompt(story, task, designed),
        read: (reply, kept) => readCode(reply, design, kept?.files),
        check: ({ files }) => checks.code(files, subject),
      }),
      this.#stage<Written>({
        stage: "tests",
        schema: FILES_SCHEMA,
        prompt: testsPrompt(story, task, designed),
        read: (reply, kept) => readTests(reply, design, kept?.files),
        check: ({ files }) => checks.tests(files, subject),
      }),
    );
    return {
      design,
      code,
      tests,
      packages: await checks.packages([...code.files, ...tests.files]),
    };
  }

  async #stage<T>({ stage, schema, prompt, read, check }: Reading<T>): Promise<T> {
    const { repairsPerReply } = this.#terms;
    let findings: readonly Fault[] = [];
    let kept: T | null = null;
    for (let round = 1; ; round += 1) {
      const { instructions, input } =
        round === 1 ? prompt : againPrompt(prompt, stage, { faults: findings, kept });
      const request = this.#request({ stage, instructions, input, schema });
      const { reply, record } = await this.#ask(request, round, findings);
      const first = read(reply, kept);
      const faults = first.ok ? await check(first.value) : first.faults;
      if (first.ok && faults.length === 0) {
        record("used");
        return first.value;
      }
      const isLast = round > repairsPerReply;
      record(isLast ? "refused" : "asked_again");
      if (isLast) throw unusable(stage, faults, round);
      this.#ports.log.info(
        `${stage}: the reply cannot be used, and is asked for again: ${listed(faults.map(({ problem }) => problem))}`,
      );
      kept = (first.ok ? first.value : first.kept) ?? kept;
      findings = faults;
    }
  }

  #request(
    question: Pick<ModelRequest, "stage" | "instructions" | "input" | "schema">,
  ): ModelRequest {
    const { maxOutputTokens, effort } = this.#terms;
    return { ...question, sample: 1, maxOutputTokens, effort };
  }

  async #ask(
    request: ModelRequest,
    round: number,
    findings: readonly Fault[],
  ): Promise<{ reply: ModelReply; record: (outcome: Exchange["outcome"]) => void }> {
    const { stage, sample } = request;
    const model = modelFor(this.#terms, stage, round);
    const { reply, costUsd } = await this.#ports.ask({ request, model, round });
    const exchange: Exchange = {
      kind: "reply",
      stage,
      sample,
      round,
      findings: [...findings],
      request: requestHash(request),
      model,
      reply: plainReply(reply),
      costUsd,
      outcome: "refused",
    };
    const own = this.#exchanges[stage];
    const index = own.push(exchange) - 1;
    return {
      reply,
      record(outcome) {
        own[index] = { ...exchange, outcome };
      },
    };
  }
}

/** Both are awaited whatever happens to the other, so that no paid reply is lost from the account, nor a fault. */
async function both<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  const [one, other] = await Promise.allSettled([first, second]);
  if (one.status === "rejected" && other.status === "rejected") {
    throw joined(one.reason, other.reason);
  }
  if (one.status === "rejected") throw one.reason;
  if (other.status === "rejected") throw other.reason;
  return [one.value, other.value];
}

function joined(one: unknown, other: unknown): unknown {
  if (!(one instanceof PipelineError)) return one;
  if (!(other instanceof PipelineError)) return other;
  if (one.message === other.message) return one;
  return new PipelineError(one.code, `${one.message}\n${other.message}`, {
    ...(one.hint !== undefined && { hint: one.hint }),
    cause: [one.cause, other.cause],
  });
}

function unusable(stage: Stage, faults: readonly Fault[], asked: number): PipelineError {
  const times = asked === 1 ? "" : ` (asked for ${asked} times)`;
  const hint = faults.some(({ code }) => code === "cut_off")
    ? "Split the story into parts, or raise `max-output-tokens` in the config."
    : "No code was written. Run the job again to ask the model once more; `repairs-per-reply` in the config says how often a run asks again by itself.";
  return new PipelineError(
    "MODEL_OUTPUT_INVALID",
    `The model's reply for the stage "${stage}" cannot be used${times}: ${listed(faults.map(({ problem }) => problem))}`,
    { hint },
  );
}
