import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { ModelEndpoint } from "./model-request.ts";

/** What the model answers: text, a JSON value that becomes text, or a fault. */
export type Reply = string | JsonValue | ReplyFault;

export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

export type ReplyFault =
  | {
      readonly fault: "status";
      readonly status: number;
      readonly body?: unknown;
      /** Seconds. */
      readonly retryAfter?: number;
    }
  /** The reply is cut off: `text` is what came before the limit. */
  | { readonly fault: "length"; readonly text?: string }
  | { readonly fault: "content_filter"; readonly text?: string }
  | { readonly fault: "refusal"; readonly text?: string }
  /** The HTTP body is no JSON. */
  | { readonly fault: "malformed" }
  | { readonly fault: "disconnect" }
  | { readonly fault: "latency"; readonly milliseconds: number; readonly reply: Reply };

/** A reply that has a body of the API's own shape. */
export interface SpokenReply {
  readonly kind: "text" | "length" | "content_filter" | "refusal";
  readonly text: string;
}

export interface Usage {
  readonly input: number;
  readonly cached: number;
  readonly output: number;
}

export function isReplyFault(reply: Reply): reply is ReplyFault {
  return typeof reply === "object" && reply !== null && "fault" in reply;
}

const newId = (prefix: string) => `${prefix}_${randomBytes(16).toString("hex")}`;
const seconds = () => Math.floor(Date.now() / 1000);

export function replyBody(
  endpoint: ModelEndpoint,
  model: string,
  reply: SpokenReply,
  usage: Usage,
): object {
  return endpoint === "responses"
    ? responsesBody(model, reply, usage)
    : chatBody(model, reply, usage);
}

const incompleteReasons = {
  length: "max_output_tokens",
  content_filter: "content_filter",
} as const;

function responsesBody(model: string, { kind, text }: SpokenReply, usage: Usage) {
  const isIncomplete = kind === "length" || kind === "content_filter";
  const status = isIncomplete ? "incomplete" : "completed";
  const part =
    kind === "refusal"
      ? { type: "refusal", refusal: text }
      : { type: "output_text", text, annotations: [], logprobs: [] };
  return {
    id: newId("resp"),
    object: "response",
    created_at: seconds(),
    status,
    error: null,
    incomplete_details: isIncomplete ? { reason: incompleteReasons[kind] } : null,
    instructions: null,
    max_output_tokens: null,
    metadata: {},
    model,
    output: [{ id: newId("msg"), type: "message", role: "assistant", status, content: [part] }],
    parallel_tool_calls: true,
    previous_response_id: null,
    store: false,
    temperature: 1,
    tool_choice: "auto",
    tools: [],
    top_p: 1,
    truncation: "disabled",
    usage: {
      input_tokens: usage.input,
      input_tokens_details: { cached_tokens: usage.cached },
      output_tokens: usage.output,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: usage.input + usage.output,
    },
  };
}

function chatBody(model: string, { kind, text }: SpokenReply, usage: Usage) {
  const isRefusal = kind === "refusal";
  const message = {
    role: "assistant",
    content: isRefusal ? null : text,
    refusal: isRefusal ? text : null,
    annotations: [],
  };
  const reason = kind === "length" || kind === "content_filter" ? kind : "stop";
  return {
    id: newId("chatcmpl"),
    object: "chat.completion",
    created: seconds(),
    model,
    choices: [{ index: 0, message, logprobs: null, finish_reason: reason }],
    usage: {
      prompt_tokens: usage.input,
      completion_tokens: usage.output,
      total_tokens: usage.input + usage.output,
      prompt_tokens_details: { cached_tokens: usage.cached, audio_tokens: 0 },
      completion_tokens_details: { reasoning_tokens: 0, audio_tokens: 0 },
    },
    service_tier: "default",
    system_fingerprint: null,
  };
}

/** The same answer in pieces, as events: each a name (for Responses alone) and a JSON value. */
export function replyEvents(
  endpoint: ModelEndpoint,
  body: object,
  { kind, text }: SpokenReply,
  countsTokens: boolean,
): readonly (readonly [name: string | null, value: object])[] {
  const pieces = text.match(/[^]{1,200}/gu) ?? [];
  if (endpoint === "responses") {
    const what = kind === "refusal" ? "refusal" : "output_text";
    const last = kind === "length" || kind === "content_filter" ? "incomplete" : "completed";
    const events = [
      { type: "response.created", response: { ...body, output: [], status: "in_progress" } },
      ...pieces.map((delta) => ({ type: `response.${what}.delta`, delta })),
      { type: `response.${last}`, response: body },
    ];
    return events.map((event, index) => [event.type, { ...event, sequence_number: index }]);
  }
  const { choices, usage, ...head } = chatParts.parse(body);
  const [choice] = choices;
  const chunk = (delta: object, finish: string | null = null): object => ({
    ...head,
    object: "chat.completion.chunk",
    choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
    ...(countsTokens && { usage: null }),
  });
  const key = kind === "refusal" ? "refusal" : "content";
  const chunks = [
    chunk({ role: "assistant", content: "" }),
    ...pieces.map((piece) => chunk({ [key]: piece })),
    chunk({}, choice?.finish_reason ?? null),
    ...(countsTokens ? [{ ...head, object: "chat.completion.chunk", choices: [], usage }] : []),
  ];
  return chunks.map((value) => [null, value]);
}

const chatParts = z.looseObject({
  choices: z.array(z.looseObject({ finish_reason: z.string() })),
  usage: z.unknown().optional(),
});
