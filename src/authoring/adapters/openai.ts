import { setTimeout as pause } from "node:timers/promises";
import OpenAI from "openai";
import { PipelineError } from "../../foundation/errors.ts";
import { type Abilities, otherwise } from "../abilities.ts";
import type { Model, ModelReply, ModelRequest } from "../model.ts";
import { NO_TOKENS, sumOfTokens } from "../prices.ts";
import { jsonInReply } from "../reply-json.ts";
import { holdsSecret, isRealKey } from "../secret-text.ts";
import { RETRIES, SILENT_MINUTES } from "../server-failures.ts";
import type { Answer } from "./answer.ts";
import { askChat, readChat } from "./chat-api.ts";
import { CutAnswer, received } from "./event-stream.ts";
import { patientFetch } from "./patient-fetch.ts";
import { askResponses, readResponses } from "./responses-api.ts";
import { refusalIn, translated } from "./server-errors.ts";

export interface OpenAiOptions {
  readonly apiKey: string;
  /** Ends before `/responses` or `/chat/completions`. */
  readonly baseUrl: string;
  readonly model: string;
  readonly style: "auto" | "responses" | "chat";
  /** Milliseconds after which a server that says nothing is given up. */
  readonly silence?: number;
  /** Milliseconds between two signs of life. */
  readonly pulse?: number;
}

export const DEFAULT_BASE_URL = "https://api.openai.com/v1";

/** Every ten seconds somebody who looks at a log learns that a reply is still on its way. */
const PULSE = 10_000;
/** So long other questions wait for what the first one finds out. */
const MOMENT = 2_000;
const SILENCE = SILENT_MINUTES * 60_000;

/**
 * Any server that speaks OpenAI's protocol. `auto` begins with Responses and finds out once what the server can do. Nothing
 * is read from the environment, so that a poisoned one cannot redirect the key.
 */
export function openAiModel(options: OpenAiOptions): Model {
  const server = new Server(options);
  return { name: options.model, ask: (request, say) => server.ask(request, say ?? (() => {})) };
}

class Server {
  readonly #options: OpenAiOptions;
  readonly #client: OpenAI;
  #abilities: Abilities;
  /** Whether a reply was of the form that was asked for, so that nothing is left to be found out. */
  #isSettled = false;
  /** The first question, while others wait for what it finds out. */
  #finding: Promise<unknown> | null = null;

  constructor(options: OpenAiOptions) {
    this.#options = options;
    this.#abilities = {
      api: options.style === "chat" ? "chat" : "responses",
      format: "json_schema",
      without: [],
    };
    this.#client = new OpenAI({
      apiKey: options.apiKey,
      baseURL: options.baseUrl,
      organization: null,
      project: null,
      logLevel: "off",
      timeout: options.silence ?? SILENCE,
      maxRetries: RETRIES,
      fetch: patientFetch,
    });
  }

  async ask(request: ModelRequest, say: (line: string) => void): Promise<ModelReply> {
    // A moment is enough to hear a refusal; whoever is slow keeps nobody waiting.
    if (this.#finding !== null) await Promise.race([this.#finding, pause(MOMENT)]);
    const asking = this.#askUntilUnderstood(request, say);
    // OpenAI's own server is known.
    if (
      this.#finding === null &&
      !this.#isSettled &&
      this.#options.style === "auto" &&
      !this.#isOpenAi()
    ) {
      this.#finding = Promise.allSettled([asking]).finally(() => {
        this.#finding = null;
      });
    }
    const { apiKey, baseUrl, model } = this.#options;
    const reply = await asking.catch((error: unknown) => {
      throw translated(error, { baseUrl, model, apiKey });
    });
    // What the model says is committed and pushed.
    if (isRealKey(apiKey) && holdsSecret(reply.text, apiKey)) {
      throw new PipelineError(
        "MODEL_OUTPUT_INVALID",
        `The model server at ${baseUrl} put the key itself into its reply`,
        { hint: "Nothing was written. Replace the key, and do not use this server any more." },
      );
    }
    return reply;
  }

  #isOpenAi(): boolean {
    return URL.parse(this.#options.baseUrl)?.hostname === "api.openai.com";
  }

  async #askUntilUnderstood(
    request: ModelRequest,
    say: (line: string) => void,
  ): Promise<ModelReply> {
    let paid = NO_TOKENS;
    let cuts = 0;
    for (;;) {
      const abilities = this.#abilities;
      let answer: Answer;
      try {
        answer = await this.#once(request, abilities, say);
      } catch (error) {
        if (error instanceof CutAnswer && cuts < RETRIES) {
          cuts += 1;
          say(
            `The connection to ${this.#options.model} was lost in the middle of its reply; it is asked again`,
          );
          continue;
        }
        const refusal = refusalIn(error);
        const next = refusal === null ? null : otherwise(abilities, refusal, this.#mayChange());
        if (next === null) throw error;
        // Another question may have found out the same meanwhile.
        if (this.#abilities === abilities) this.#abilities = next;
        continue;
      }
      if (answer.finish === null) {
        if (cuts >= RETRIES) throw new CutAnswer("broke off in the middle of its reply");
        cuts += 1;
        continue;
      }
      const tokens = answer.tokens ?? NO_TOKENS;
      const { finish, text } = { ...answer, finish: answer.finish };
      const isCut = finish === "stop" && isCutOff(answer, request);
      const isOfForm = hasForm(text, request.schema);
      if (finish === "stop" && !isCut && isOfForm) this.#isSettled = true;
      // A server that ignores the schema may keep to it when it is asked in the other way.
      if (finish === "stop" && !isOfForm && abilities.api === "responses" && this.#mayChange()) {
        paid = sumOfTokens([paid, tokens]);
        if (this.#abilities === abilities) this.#abilities = { ...abilities, api: "chat" };
        continue;
      }
      if (finish === "stop" && !isOfForm && !this.#isSettled && this.#abilities === abilities) {
        this.#abilities = {
          ...abilities,
          format: abilities.format === "json_schema" ? "json_object" : abilities.format,
        };
      }
      return { finish: isCut ? "length" : finish, text, tokens: sumOfTokens([paid, tokens]) };
    }
  }

  #mayChange(): boolean {
    return this.#options.style === "auto" && !this.#isSettled && !this.#isOpenAi();
  }

  async #once(
    request: ModelRequest,
    abilities: Abilities,
    say: (line: string) => void,
  ): Promise<Answer> {
    const { model, silence = SILENCE, pulse = PULSE } = this.#options;
    const controller = new AbortController();
    const began = Date.now();
    let written = 0;
    let last = began;
    const timer = setInterval(() => {
      const seconds = Math.round((Date.now() - began) / 1_000);
      say(
        written === 0
          ? `${request.stage}: waiting for ${model} since ${seconds} s`
          : `${request.stage}: ${model} has written ${written} characters in ${seconds} s`,
      );
      if (Date.now() - last > silence) controller.abort();
    }, pulse);
    const said = (text: string): void => {
      written = text.length;
      last = Date.now();
    };
    const [ask, read] =
      abilities.api === "responses" ? [askResponses, readResponses] : [askChat, readChat];
    try {
      const asked = abilities.format === "json_schema" ? request : inWords(request);
      const response = await ask(this.#client, model, asked, abilities, controller.signal);
      last = Date.now();
      return await read(received(response, controller), said);
    } finally {
      clearInterval(timer);
    }
  }
}

/** For a server that knows no schema: the form of the answer as a part of the question. */
function inWords(request: ModelRequest): ModelRequest {
  const form = JSON.stringify(request.schema);
  return {
    ...request,
    instructions: `${request.instructions}\n\nAnswer with one JSON object of this JSON schema, and with nothing else:\n${form}`,
  };
}

/** Whether a text is an object with what the schema demands: enough to see whether a server heeds it at all. */
function hasForm(text: string, { required }: ModelRequest["schema"]): boolean {
  const read = jsonInReply(text);
  if (!read.ok || typeof read.value !== "object" || read.value === null) return false;
  const value = read.value;
  return Array.isArray(required) && required.some((key) => typeof key === "string" && key in value);
}

/** Some servers call what they cut off completed: it has as many tokens as were allowed, and is no JSON. */
function isCutOff({ text, tokens }: Answer, { maxOutputTokens }: ModelRequest): boolean {
  return tokens !== null && tokens.output >= maxOutputTokens && !jsonInReply(text).ok;
}
