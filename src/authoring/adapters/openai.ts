import OpenAI, { APIConnectionError, APIError } from "openai";
import * as z from "zod";
import { PipelineError } from "../../foundation/errors.ts";
import { readJson } from "../../foundation/json.ts";
import type { Model, ModelReply, ModelRequest } from "../model.ts";

export interface OpenAiOptions {
  readonly apiKey: string;
  /** Ends before `/responses` or `/chat/completions`. */
  readonly baseUrl: string;
  readonly model: string;
  readonly style: "auto" | "responses" | "chat";
}

export const DEFAULT_BASE_URL = "https://api.openai.com/v1";

/** One try may take this long; Node's own fetch gives up after five minutes without a first byte. */
const TIMEOUT_MS = 10 * 60_000;
const RETRIES = 2;

/** A dummy key of a local server, such as `none`, may occur in any text; a real one is longer. */
const SHORTEST_REAL_KEY = 16;

/**
 * Any server that speaks OpenAI's protocol. `auto` uses Responses, and chat completions where the server has no
 * Responses. Nothing is read from the environment, so that a poisoned one cannot redirect the key.
 */
export function openAiModel({ apiKey, baseUrl, model, style }: OpenAiOptions): Model {
  const client = new OpenAI({
    apiKey,
    baseURL: baseUrl,
    organization: null,
    project: null,
    logLevel: "off",
    timeout: TIMEOUT_MS,
    maxRetries: RETRIES,
    fetch: withoutRetryOfEmptyAccount,
  });
  let speaks = style;
  const ask = async (request: ModelRequest): Promise<ModelReply> => {
    if (speaks !== "chat") {
      const reply = await viaResponses(client, model, request, speaks === "auto");
      if (reply !== null) return reply;
      speaks = "chat";
    }
    return viaChat(client, model, request);
  };
  return {
    name: model,
    async ask(request) {
      const reply = await ask(request).catch((error: unknown) => {
        throw translated(error, baseUrl, model);
      });
      // What the model says is committed and pushed.
      if (apiKey.length >= SHORTEST_REAL_KEY && reply.text.includes(apiKey)) {
        throw new PipelineError(
          "MODEL_OUTPUT_INVALID",
          `The model server at ${baseUrl} put the key itself into its reply`,
          { hint: "Nothing was written. Replace the key, and do not use this server any more." },
        );
      }
      return reply;
    },
  };
}

/** The SDK retries every 429, but an account without credit has none a second later either. */
async function withoutRetryOfEmptyAccount(
  url: string | URL | Request,
  init?: RequestInit,
): Promise<Response> {
  const response = await fetch(url, init);
  if (response.status !== 429) return response;
  const text = await response.text();
  const headers = new Headers(response.headers);
  if (text.includes("insufficient_quota")) headers.set("x-should-retry", "false");
  return new Response(text, { status: response.status, headers });
}

// Compatible servers leave out what the SDK's types promise, so nothing is believed before a schema has read it.
const count = z.int().nonnegative().catch(0);
const ResponsesUsage = z
  .object({
    input_tokens: count,
    input_tokens_details: z.object({ cached_tokens: count }).catch({ cached_tokens: 0 }),
    output_tokens: count,
  })
  .transform(({ input_tokens: input, input_tokens_details: details, output_tokens: output }) => ({
    input,
    cachedInput: Math.min(details.cached_tokens, input),
    output,
  }));
const ChatUsage = z
  .object({
    prompt_tokens: count,
    prompt_tokens_details: z.object({ cached_tokens: count }).catch({ cached_tokens: 0 }),
    completion_tokens: count,
  })
  .transform(
    ({ prompt_tokens: input, prompt_tokens_details: details, completion_tokens: output }) => ({
      input,
      cachedInput: Math.min(details.cached_tokens, input),
      output,
    }),
  );
const NO_USAGE = { input: 0, cachedInput: 0, output: 0 };

const Part = z.union([
  z.object({ type: z.literal("output_text"), text: z.string() }),
  z.object({ type: z.literal("refusal"), refusal: z.string() }),
  z.looseObject({ type: z.string() }).transform(() => ({ type: "other" as const })),
]);
const ResponsesAnswer = z.object({
  status: z.string().optional(),
  output: z.array(
    z.looseObject({ type: z.string(), content: z.array(Part).nullish().catch(null) }),
  ),
  incomplete_details: z.object({ reason: z.string().optional() }).nullish().catch(null),
  error: z.object({ message: z.string() }).nullish().catch(null),
  usage: ResponsesUsage.catch(NO_USAGE),
});

/** null when the server has no Responses API and another one may be tried. */
async function viaResponses(
  client: OpenAI,
  model: string,
  { stage, instructions, input, schema }: ModelRequest,
  mayFallBack: boolean,
): Promise<ModelReply | null> {
  const create = (): Promise<Response> =>
    client.responses
      .create({
        model,
        instructions,
        input,
        store: false,
        text: { format: { type: "json_schema", name: stage, strict: true, schema: { ...schema } } },
      })
      .asResponse();
  const response = await (mayFallBack ? create().catch(nullIfNoSuchRoute) : create());
  if (response === null) return null;
  const answer = await read(ResponsesAnswer, response, "Responses");
  const { usage: tokens } = answer;
  const parts = answer.output.flatMap(({ type, content }) =>
    type === "message" ? (content ?? []) : [],
  );
  const refusal = parts.flatMap((part) => (part.type === "refusal" ? [part.refusal] : []));
  if (refusal.length > 0) return { finish: "refused", text: refusal.join("\n"), tokens };
  const text = parts.map((part) => (part.type === "output_text" ? part.text : "")).join("");
  if (answer.status === "completed") return { finish: "stop", text, tokens };
  const reason = answer.incomplete_details?.reason;
  if (reason === "max_output_tokens") return { finish: "length", text, tokens };
  if (reason === "content_filter") return { finish: "refused", text: "content filter", tokens };
  const said = answer.error?.message ?? `status ${answer.status ?? "missing"}`;
  throw new PipelineError("SERVICE_UNAVAILABLE", `The model ${model} did not finish: ${said}`);
}

function nullIfNoSuchRoute(error: unknown): null {
  // A missing model is a 404 as well, but one that says so.
  const isMissingRoute =
    error instanceof APIError &&
    (error.status === 404 || error.status === 405) &&
    error.code !== "model_not_found";
  if (!isMissingRoute) throw error;
  return null;
}

const ChatAnswer = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .min(1),
  usage: ChatUsage.catch(NO_USAGE),
});

async function viaChat(
  client: OpenAI,
  model: string,
  { stage, instructions, input, schema }: ModelRequest,
): Promise<ModelReply> {
  const response = await client.chat.completions
    .create({
      model,
      messages: [
        { role: "system", content: instructions },
        { role: "user", content: input },
      ],
      response_format: {
        type: "json_schema",
        json_schema: { name: stage, strict: true, schema: { ...schema } },
      },
    })
    .asResponse();
  const { choices, usage: tokens } = await read(ChatAnswer, response, "chat completions");
  const { message, finish_reason: finish } = choices[0]!;
  // Some servers send an empty refusal with every answer.
  if (typeof message.refusal === "string" && message.refusal !== "") {
    return { finish: "refused", text: message.refusal, tokens };
  }
  if (finish === "content_filter") return { finish: "refused", text: "content filter", tokens };
  return { finish: finish === "length" ? "length" : "stop", text: message.content ?? "", tokens };
}

/** What came with status 200 and is no answer; its message ends a sentence about the server. */
class ForeignAnswer extends Error {}

// Not by the SDK, whose own reader breaks on a page of HTML, as proxies like to send it.
async function read<T>(schema: z.ZodType<T>, response: Response, api: string): Promise<T> {
  const text = await response.text().catch((cause: unknown) => {
    throw new ForeignAnswer("answered with something that broke off", { cause });
  });
  const json = readJson(text);
  if (!json.ok) {
    throw new ForeignAnswer("answered with something that is not valid JSON", {
      cause: json.cause,
    });
  }
  const result = schema.safeParse(json.value);
  if (result.success) return result.data;
  throw new ForeignAnswer(`answered with something that is no answer of the ${api} API`, {
    cause: result.error,
  });
}

function translated(error: unknown, baseUrl: string, model: string): unknown {
  if (error instanceof PipelineError || !(error instanceof Error)) return error;
  const at = `The model server at ${baseUrl}`;
  const tries = `after ${RETRIES + 1} tries`;
  if (error instanceof APIConnectionError) {
    const said = `${at} gave no answer, ${tries}: ${error.message}${codeOf(error)}`;
    return new PipelineError("SERVICE_UNAVAILABLE", said, {
      hint: "Check `base-url`, or run the job again later.",
      cause: error,
    });
  }
  if (error instanceof APIError) return translatedStatus(error, at, tries, model);
  if (error instanceof ForeignAnswer) {
    return new PipelineError("SERVICE_UNAVAILABLE", `${at} ${error.message}`, {
      hint: "Check `base-url`; if it is right, run the job again later.",
      cause: error,
    });
  }
  return error;
}

function translatedStatus(
  error: APIError,
  at: string,
  tries: string,
  model: string,
): PipelineError {
  const { status, code } = error;
  // The SDK puts the status in front of its message.
  const said = `${at} answered HTTP ${error.message}`;
  if (status === 401 || status === 403) {
    return new PipelineError("PERMISSION_MISSING", said, {
      hint: "Check the secret behind `openai-api-key`.",
      cause: error,
    });
  }
  if (code === "insufficient_quota") {
    return new PipelineError("SERVICE_UNAVAILABLE", said, {
      hint: "The account of this key has no credit left.",
      cause: error,
    });
  }
  if (status === 404 || status === 400) {
    return new PipelineError("INPUT_INVALID", said, {
      hint: `Check that \`model\` (${model}) and \`base-url\` belong together.`,
      cause: error,
    });
  }
  const isRetried = status === 408 || status === 409 || status === 429 || (status ?? 0) >= 500;
  return new PipelineError("SERVICE_UNAVAILABLE", isRetried ? `${said}, ${tries}` : said, {
    hint: "Run the job again later.",
    cause: error,
  });
}

/** What the operating system says about a connection lies some causes deep. */
function codeOf(error: Error): string {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string") return ` (${cause.code})`;
  }
  return "";
}
