import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { bodyOf, sendJson, serveOnLoopback, urlOf } from "./loopback.ts";
import { habitFault, PROSE, type ServerHabits } from "./model-habits.ts";
import {
  type Reply,
  type ReplyFault,
  type SpokenReply,
  type Usage,
  isReplyFault,
  replyBody,
  replyEvents,
} from "./model-reply.ts";
import { type ModelEndpoint, modelRequestFault, stageOf, streamOf } from "./model-request.ts";

export type { Reply, ReplyFault } from "./model-reply.ts";

export interface ModelRequest {
  readonly endpoint: ModelEndpoint;
  /** Name of the JSON schema that the reply must follow. Empty without one. */
  readonly stage: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * What the model says: by stage, or by a function of the request. A list is a sequence, one reply a
 * request, and it is an error to ask for more. A single reply is given as often as it is asked for.
 */
export type Replies =
  | Readonly<Record<string, Reply | readonly Reply[]>>
  | ((request: ModelRequest) => Reply | Promise<Reply>);

export interface ModelOptions {
  readonly replies: Replies;
  /** False for a compatible server that has chat completions only. */
  readonly responses?: boolean;
  readonly key?: string;
  readonly habits?: ServerHabits;
}

export interface Model {
  /** The base URL of an OpenAI client. */
  readonly url: string;
  readonly key: string;
  /** Accepted requests, in their order. */
  readonly requests: readonly ModelRequest[];
  /** Why requests were refused. A test asserts that it is empty. */
  readonly violations: readonly string[];
  stop(): Promise<void>;
}

const endpoints: Readonly<Record<string, ModelEndpoint>> = {
  "/v1/responses": "responses",
  "/v1/chat/completions": "chat",
};

/** Starts a model server on loopback. */
export async function startModel(options: ModelOptions): Promise<Model> {
  const model = new ModelServer(options);
  const server = await serveOnLoopback((request, response) => {
    model.serve(request, response).catch((error: unknown) => {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      model.violations.push(`the stand-in broke: ${message}`);
      response.destroy();
    });
  });
  return {
    url: `${server.url}/v1`,
    key: model.key,
    requests: model.requests,
    violations: model.violations,
    stop: server.close,
  };
}

class ModelServer {
  readonly key: string;
  readonly requests: ModelRequest[] = [];
  readonly violations: string[] = [];
  readonly #replies: Replies;
  readonly #habits: ServerHabits;
  #lost = 0;
  readonly #given = new Map<string, number>();
  #lastPrompt = "";

  constructor({ replies, responses = true, key, habits = {} }: ModelOptions) {
    this.key = key ?? `sk-proj-${randomBytes(20).toString("hex")}`;
    this.#replies = replies;
    this.#habits = responses ? habits : { noResponses: 404, ...habits };
  }

  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const content = await bodyOf(request);
    response.setHeader("x-request-id", `req_${randomBytes(16).toString("hex")}`);
    const endpoint = this.#endpointOf(request);
    if (endpoint === null) return sendJson(response, 404, { detail: "Not Found" });
    if (request.headers.authorization !== `Bearer ${this.key}`) {
      const message = "Incorrect API key provided.";
      return sendError(response, 401, message, { code: "invalid_api_key" });
    }
    const body = parsed(content);
    const { noResponses } = this.#habits;
    if (endpoint === "responses" && noResponses !== undefined) {
      const message = "Unexpected endpoint or method. (POST /v1/responses)";
      const status = typeof noResponses === "number" ? noResponses : 200;
      return sendJson(
        response,
        status,
        status === 404 ? { detail: "Not Found" } : { error: { message } },
      );
    }
    const odd = habitFault(this.#habits, jsonObject.safeParse(body).data ?? {});
    if (odd !== null) return sendError(response, 400, odd.message, odd);
    const fault = modelRequestFault(endpoint, withoutFallbacks(body, this.#habits));
    if (fault !== null) {
      this.violations.push(fault.message);
      return sendError(response, 400, fault.message, fault);
    }
    const accepted = { endpoint, stage: stageOf(endpoint, body), body: jsonObject.parse(body) };
    this.requests.push(accepted);
    await this.#answer(accepted, await this.#replyTo(accepted), request, response);
  }

  #endpointOf(request: IncomingMessage): ModelEndpoint | null {
    const endpoint = endpoints[urlOf(request).pathname];
    return endpoint === undefined || request.method !== "POST" ? null : endpoint;
  }

  async #replyTo(request: ModelRequest): Promise<Reply> {
    if (this.#habits.proseBy?.includes(request.endpoint) === true) return PROSE;
    if (typeof this.#replies === "function") return this.#replies(request);
    const planned = this.#replies[request.stage];
    if (!Array.isArray(planned))
      return planned === undefined ? this.#nothing(request) : single(planned);
    const index = this.#given.get(request.stage) ?? 0;
    this.#given.set(request.stage, index + 1);
    const reply = replyList.parse(planned)[index];
    return reply === undefined ? this.#nothing(request) : reply;
  }

  #nothing({ stage }: ModelRequest): ReplyFault {
    const message = `The test has no (further) reply for the stage "${stage}".`;
    this.violations.push(message);
    return { fault: "status", status: 400, body: { error: { message, type: "no_reply" } } };
  }

  async #answer(
    asked: ModelRequest,
    reply: Reply,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    if (!isReplyFault(reply)) return this.#speak(asked, spoken(reply), response);
    switch (reply.fault) {
      case "status":
        return sendStatus(response, reply);
      case "malformed":
        response.writeHead(200, { "content-type": "application/json" }).end('{"id": "resp_');
        return;
      case "disconnect":
        request.socket.destroy();
        return;
      case "latency":
        await pause(reply.milliseconds);
        return this.#answer(asked, reply.reply, request, response);
      case "refusal":
        return this.#speak(asked, { kind: "refusal", text: reply.text ?? refusalText }, response);
      case "length":
      case "content_filter":
        return this.#speak(asked, { kind: reply.fault, text: reply.text ?? cutText }, response);
    }
  }

  async #speak(
    { endpoint, body }: ModelRequest,
    reply: SpokenReply,
    response: ServerResponse,
  ): Promise<void> {
    const {
      slow = 0,
      neverStreams,
      countsNothing,
      contentInParts,
      completedWhenCut,
    } = this.#habits;
    const usage = this.#usageOf(body, reply.text);
    const isCut = completedWhenCut === true && reply.kind === "length";
    const said: SpokenReply = isCut ? { ...reply, kind: "text" } : reply;
    const counted = isCut ? { ...usage, output: limitOf(body) } : usage;
    const plain = replyBody(endpoint, String(body["model"]), said, counted);
    const answer = shaped(plain, { countsNothing, contentInParts });
    await pause(slow);
    const stream = streamOf(body);
    if (stream === null || neverStreams === true) return sendJson(response, 200, answer);
    const countsTokens = stream.usage && countsNothing !== true;
    const events = replyEvents(endpoint, answer, said, countsTokens);
    const { after, times } = this.#habits.losesConnection ?? { after: 0, times: 0 };
    const isLost = this.#lost < times;
    if (isLost) this.#lost += 1;
    response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8" });
    for (const [index, [name, value]] of events.entries()) {
      if (isLost && index === after) return void response.destroy();
      response.write(
        `${name === null ? "" : `event: ${name}\n`}data: ${JSON.stringify(value)}\n\n`,
      );
      await pause(slow / 10);
    }
    response.end(endpoint === "chat" ? "data: [DONE]\n\n" : "");
  }

  // As the service counts: what is the same as before is cached in steps of 128 tokens from 1,024.
  #usageOf(body: ModelRequest["body"], text: string): Usage {
    const prompt = JSON.stringify(body["messages"] ?? [body["instructions"], body["input"]]);
    const same = tokensOf(commonStart(prompt, this.#lastPrompt));
    this.#lastPrompt = prompt;
    const cached = this.#habits.cachesNothing === true || same < 1_024 ? 0 : same - (same % 128);
    return { input: tokensOf(prompt), cached, output: tokensOf(text) };
  }
}

const jsonObject = z.record(z.string(), z.unknown());
const replyList = z.array(z.custom<Reply>());
const refusalText = "I'm sorry, but I can't assist with that request.";
const cutText = '{"summary":"cut o';

function single(planned: Reply | readonly Reply[]): Reply {
  return z.custom<Reply>().parse(planned);
}

function spoken(reply: Exclude<Reply, ReplyFault>): SpokenReply {
  return { kind: "text", text: typeof reply === "string" ? reply : JSON.stringify(reply) };
}

function parsed(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString());
  } catch {
    return undefined;
  }
}

/** What only servers of other habits than the service's are asked by. */
function withoutFallbacks(body: unknown, { refuses = [] }: ServerHabits): unknown {
  const request = jsonObject.safeParse(body).data;
  if (request === undefined || !refuses.includes("max_completion_tokens")) return body;
  const { max_tokens: _, ...rest } = request;
  return rest;
}

function limitOf(body: ModelRequest["body"]): number {
  return Number(body["max_output_tokens"] ?? body["max_completion_tokens"] ?? 0);
}

function shaped(
  body: object,
  how: Readonly<Record<"countsNothing" | "contentInParts", boolean | undefined>>,
): object {
  const { usage, ...rest } = z.looseObject({ usage: z.unknown() }).parse(body);
  const counted = how.countsNothing === true ? rest : { ...rest, usage };
  const chat = chatBody.safeParse(counted).data;
  if (chat === undefined || how.contentInParts !== true) return counted;
  const choices = chat.choices.map((choice) => ({
    ...choice,
    message: {
      ...choice.message,
      content: [
        { type: "thinking", thinking: "Let me see." },
        { type: "text", text: choice.message.content },
      ],
    },
  }));
  return { ...chat, choices };
}

const chatBody = z.looseObject({
  choices: z.array(z.looseObject({ message: z.looseObject({ content: z.string() }) })),
});

function tokensOf(text: string): number {
  return Math.ceil(text.length / 4);
}

function commonStart(text: string, other: string): string {
  let length = 0;
  while (length < text.length && text[length] === other[length]) length += 1;
  return text.slice(0, length);
}

function sendStatus(response: ServerResponse, fault: ReplyFault & { fault: "status" }): void {
  const retry = fault.retryAfter === undefined ? {} : { "retry-after": String(fault.retryAfter) };
  const type = fault.status === 429 ? "rate_limit_error" : "server_error";
  const error = { message: `Injected status ${fault.status}`, type, param: null, code: null };
  sendJson(response, fault.status, fault.body ?? { error }, retry);
}

function sendError(
  response: ServerResponse,
  status: number,
  message: string,
  { param = null, code }: { readonly param?: string | null; readonly code: string },
): void {
  const type = "invalid_request_error";
  sendJson(response, status, { error: { message, type, param, code } });
}
