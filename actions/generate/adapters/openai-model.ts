import OpenAI, { APIConnectionError, APIError } from "openai";
import { PipelineError } from "../../shared/core/errors.ts";
import type { Model, ModelReply, ModelRequest } from "../ports/model.ts";

export interface OpenAiOptions {
  readonly apiKey: string;
  /** Ends before `/responses` or `/chat/completions`. */
  readonly baseUrl: string;
  readonly model: string;
  readonly style: "auto" | "responses" | "chat";
}

export const DEFAULT_BASE_URL = "https://api.openai.com/v1";

/** One try may take this long, and the SDK makes three. */
const TIMEOUT_MS = 10 * 60_000;

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
    maxRetries: 2,
  });
  let speaks = style;
  return {
    name: model,
    async ask(request) {
      try {
        if (speaks !== "chat") {
          const reply = await viaResponses(client, model, request, speaks === "auto");
          if (reply !== null) return reply;
          speaks = "chat";
        }
        return await viaChat(client, model, request);
      } catch (error) {
        throw translated(error, baseUrl, model);
      }
    },
  };
}

/** null when the server has no Responses API and another one may be tried. */
async function viaResponses(
  client: OpenAI,
  model: string,
  { stage, instructions, input, schema }: ModelRequest,
  mayFallBack: boolean,
): Promise<ModelReply | null> {
  const create = () =>
    client.responses.create({
      model,
      instructions,
      input,
      store: false,
      text: { format: { type: "json_schema", name: stage, strict: true, schema: { ...schema } } },
    });
  const response = await (mayFallBack ? create().catch(nullIfNoSuchRoute) : create());
  if (response === null) return null;
  const parts = response.output.flatMap((item) => (item.type === "message" ? item.content : []));
  const refusal = parts.flatMap((part) => (part.type === "refusal" ? [part.refusal] : []));
  const tokens = {
    input: response.usage?.input_tokens ?? 0,
    cachedInput: response.usage?.input_tokens_details?.cached_tokens ?? 0,
    output: response.usage?.output_tokens ?? 0,
  };
  if (refusal.length > 0) return { finish: "refused", text: refusal.join("\n"), tokens };
  const text = parts.map((part) => (part.type === "output_text" ? part.text : "")).join("");
  if (response.status === "completed") return { finish: "stop", text, tokens };
  const reason = response.incomplete_details?.reason;
  if (reason === "max_output_tokens") return { finish: "length", text, tokens };
  if (reason === "content_filter") return { finish: "refused", text: "content filter", tokens };
  const said = response.error?.message ?? `status ${response.status ?? "missing"}`;
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

async function viaChat(
  client: OpenAI,
  model: string,
  { stage, instructions, input, schema }: ModelRequest,
): Promise<ModelReply> {
  const completion = await client.chat.completions.create({
    model,
    messages: [
      { role: "system", content: instructions },
      { role: "user", content: input },
    ],
    response_format: {
      type: "json_schema",
      json_schema: { name: stage, strict: true, schema: { ...schema } },
    },
  });
  const choice = completion.choices[0];
  const tokens = {
    input: completion.usage?.prompt_tokens ?? 0,
    cachedInput: completion.usage?.prompt_tokens_details?.cached_tokens ?? 0,
    output: completion.usage?.completion_tokens ?? 0,
  };
  if (choice === undefined) {
    throw new PipelineError("SERVICE_UNAVAILABLE", `The model ${model} answered with no choice`);
  }
  const { refusal, content } = choice.message;
  if (typeof refusal === "string") return { finish: "refused", text: refusal, tokens };
  if (choice.finish_reason === "content_filter") {
    return { finish: "refused", text: "content filter", tokens };
  }
  const finish = choice.finish_reason === "length" ? "length" : "stop";
  return { finish, text: content ?? "", tokens };
}

function translated(error: unknown, baseUrl: string, model: string): unknown {
  if (error instanceof PipelineError || !(error instanceof Error)) return error;
  const at = `The model server at ${baseUrl}`;
  if (error instanceof APIConnectionError) {
    return new PipelineError("SERVICE_UNAVAILABLE", `${at} gave no answer: ${error.message}`, {
      hint: "Check `base-url`, or run the job again later.",
      cause: error,
    });
  }
  if (error instanceof APIError) {
    const said = `${at} answered HTTP ${String(error.status)}: ${error.message}`;
    if (error.status === 401 || error.status === 403) {
      return new PipelineError("PERMISSION_MISSING", said, {
        hint: "Check the secret behind `openai-api-key`.",
        cause: error,
      });
    }
    if (error.code === "insufficient_quota") {
      return new PipelineError("SERVICE_UNAVAILABLE", said, {
        hint: "The account of this key has no credit left.",
        cause: error,
      });
    }
    if (error.status === 404 || error.status === 400) {
      return new PipelineError("INPUT_INVALID", said, {
        hint: `Check that \`model\` (${model}) and \`base-url\` belong together.`,
        cause: error,
      });
    }
    return new PipelineError("SERVICE_UNAVAILABLE", said, { cause: error });
  }
  if (error instanceof SyntaxError) {
    return new PipelineError(
      "SERVICE_UNAVAILABLE",
      `${at} answered with something that is no JSON`,
      {
        cause: error,
      },
    );
  }
  return error;
}
