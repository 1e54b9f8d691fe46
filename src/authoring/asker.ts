import { PipelineError } from "../foundation/errors.ts";
import type { Log } from "../runner/log.ts";
import { STAGES, type Stage } from "../task/manifest.ts";
import { type Fault, listed, type Read } from "./fault.ts";
import type { GeneratedFile } from "./generated-file.ts";
import type { Judge } from "./judge.ts";
import type { ModelReply, ModelRequest } from "./model.ts";
import { againPrompt, type Prompt } from "./prompts.ts";
import type { ReplyChecks } from "./reply-checks.ts";
import { modelFor, type Terms } from "./terms.ts";
import {
  type Exchange,
  Found,
  type FoundOf,
  type Line,
  type Place,
  plainReply,
  requestHash,
  type What,
} from "./transcript.ts";

/** A question, and whom it is for. */
export interface Question {
  readonly request: ModelRequest;
  readonly model: string;
  /** 1 for the first question about a version. */
  readonly round: number;
}

export interface Answer {
  readonly reply: ModelReply;
  /** null without a known price. */
  readonly costUsd: number | null;
}

/** What the author of a task lives on: models, a look at their Python, and a judge; or a transcript of all of it. */
export interface AuthorPorts {
  readonly ask: (question: Question) => Promise<Answer>;
  readonly checks: ReplyChecks;
  readonly judge: Judge;
  /** Why no further step may be made; null as long as there is time. */
  readonly outOfTime: () => string | null;
  readonly log: Pick<Log, "info">;
}

/** How the replies to one question are asked for and read. */
export interface Reading<T> {
  readonly stage: Stage;
  readonly sample: number;
  /** Those that are asked side by side have one step. */
  readonly step: number;
  readonly because: string;
  readonly schema: Readonly<Record<string, unknown>>;
  readonly prompt: Prompt;
  readonly read: (reply: ModelReply, kept: T | null) => Read<T>;
  /** What only a look at the Python can find. */
  readonly check?: (value: T, place: Place) => Promise<readonly Fault[]>;
  /** What stays where a reply leaves it out. */
  readonly kept?: T;
}

/** A reply that can be used, or why none could be had. */
export type Told<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: PipelineError; readonly faults: readonly Fault[] };

/** Asks, and asks again; and writes down all that was said and found, in the order of the plan. */
export class Asker {
  readonly #lines: { readonly step: number; line: Line }[] = [];
  readonly #rounds = new Map<string, number>();
  readonly #samples: Record<Stage, number> = { design: 0, code: 0, tests: 0 };
  #step = 0;
  #terms: Terms;
  #ports: AuthorPorts;

  constructor(terms: Terms, ports: AuthorPorts) {
    this.#terms = terms;
    this.#ports = ports;
  }

  /** From now on it is another attempt: asked elsewhere, and written down by itself. */
  continueWith(terms: Terms, ports: AuthorPorts): void {
    this.#terms = terms;
    this.#ports = ports;
    this.#lines.length = 0;
  }

  get terms(): Terms {
    return this.#terms;
  }

  get ports(): AuthorPorts {
    return this.#ports;
  }

  get lines(): Line[] {
    return this.#lines
      .map((entry, index) => ({ ...entry, index }))
      .toSorted((a, b) => a.step - b.step || rankOf(a.line) - rankOf(b.line) || a.index - b.index)
      .map(({ line }) => line);
  }

  /** Whether a model has answered anything in this attempt. */
  get hasReplies(): boolean {
    return this.#lines.some(({ line }) => line.kind === "reply");
  }

  nextStep(): number {
    this.#step += 1;
    return this.#step;
  }

  /** The number of a further version of a stage. */
  nextSample(stage: Stage): number {
    this.#samples[stage] += 1;
    return this.#samples[stage];
  }

  lastSample(stage: Stage): number {
    return this.#samples[stage];
  }

  /** Writes down what was found out. */
  async found<W extends What>(what: W, work: () => Promise<FoundOf<W>>): Promise<FoundOf<W>> {
    const step = this.nextStep();
    const found = await work();
    const line = Found.parse({ kind: "found", what, found });
    this.#lines.push({ step, line });
    return found;
  }

  /** Lines of requirements.txt for what these files import. */
  packagesFor(files: readonly GeneratedFile[]): Promise<string[] | null> {
    return this.found("packages", async () => {
      const lines = await this.#ports.checks.packages(files);
      return lines === null ? null : [...lines];
    });
  }

  /** Asks until a reply can be used, as often as it may. What cannot be asked at all is thrown. */
  async ask<T>(reading: Reading<T>): Promise<Told<T>> {
    const { stage, sample, prompt, read, check } = reading;
    let faults: readonly Fault[] = [];
    let kept: T | null = reading.kept ?? null;
    for (let time = 1; ; time += 1) {
      const asked = time === 1 ? prompt : againPrompt(prompt, stage, { faults, kept });
      const place = { stage, sample, round: this.#nextRound(stage, sample) };
      const { reply, record } = await this.#askOnce(reading, asked, place, time);
      const first = read(reply, kept);
      faults = first.ok ? ((await check?.(first.value, place)) ?? []) : first.faults;
      if (first.ok && faults.length === 0) {
        record("used", []);
        return { ok: true, value: first.value };
      }
      const isLast = time > this.#terms.repairsPerReply;
      record(isLast ? "refused" : "asked_again", faults);
      if (isLast) return { ok: false, error: unusable(stage, faults, time), faults };
      this.#ports.log.info(
        `${stage}: the reply cannot be used, and is asked for again: ${listed(faults.map(({ problem }) => problem))}`,
      );
      kept = (first.ok ? first.value : first.kept) ?? kept;
    }
  }

  #nextRound(stage: Stage, sample: number): number {
    const key = `${stage} ${sample}`;
    const round = (this.#rounds.get(key) ?? 0) + 1;
    this.#rounds.set(key, round);
    return round;
  }

  async #askOnce(
    { step, schema, because }: Pick<Reading<unknown>, "step" | "schema" | "because">,
    { instructions, input }: Prompt,
    place: Place,
    time: number,
  ): Promise<{
    reply: ModelReply;
    record: (outcome: Exchange["outcome"], faults: readonly Fault[]) => void;
  }> {
    const { stage, sample, round } = place;
    const { maxOutputTokens, effort } = this.#terms;
    const request = { stage, sample, instructions, input, schema, maxOutputTokens, effort };
    const model = modelFor(this.#terms, stage, round);
    const answer = await this.#ports.ask({ request, model, round }).catch((error: unknown) => {
      if (error instanceof PipelineError) {
        const { code, message: why } = error;
        this.#lines.push({ step, line: { kind: "unasked", ...place, code, why } });
      }
      throw error;
    });
    const exchange: Exchange = {
      kind: "reply",
      ...place,
      because: time === 1 ? because : "the reply before could not be used",
      request: requestHash(request),
      model,
      reply: plainReply(answer.reply),
      costUsd: answer.costUsd,
      faults: [],
      outcome: "refused",
    };
    const index = this.#lines.push({ step, line: exchange }) - 1;
    return {
      reply: answer.reply,
      record: (outcome, faults) => {
        this.#lines[index] = { step, line: { ...exchange, outcome, faults: [...faults] } };
      },
    };
  }
}

/** Side by side there are replies alone. */
function rankOf(line: Line): number {
  if (line.kind === "found") return 0;
  return STAGES.indexOf(line.stage) * 1e6 + line.sample * 1e3 + line.round;
}

function unusable(stage: Stage, faults: readonly Fault[], asked: number): PipelineError {
  const times = asked === 1 ? "" : ` (asked for ${asked} times)`;
  const hint = faults.some(({ code }) => code === "cut_off")
    ? "Split the story into parts, or raise `max-output-tokens` in the config."
    : "No code was written. Run it again, and the model is asked once more; `repairs-per-reply` in the config says how often a run asks again by itself.";
  return new PipelineError(
    "MODEL_OUTPUT_INVALID",
    `The model's reply for the stage "${stage}" cannot be used${times}: ${listed(faults.map(({ problem }) => problem))}`,
    { hint },
  );
}

/** All are awaited whatever happens to the others, so that no paid reply is lost from the account, nor a fault. */
export async function sideBySide<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  const [one, other] = await Promise.allSettled([first, second]);
  if (one.status === "rejected" && other.status === "rejected") {
    throw joined(one.reason, other.reason);
  }
  if (one.status === "rejected") throw one.reason;
  if (other.status === "rejected") throw other.reason;
  return [one.value, other.value];
}

/** Two faults as one, each said once. */
export function joined(one: unknown, other: unknown): unknown {
  if (!(one instanceof PipelineError)) return one;
  if (!(other instanceof PipelineError)) return other;
  if (one.message === other.message) return one;
  return new PipelineError(one.code, `${one.message}\n${other.message}`, {
    ...(one.hint !== undefined && { hint: one.hint }),
    cause: [one.cause, other.cause],
  });
}
