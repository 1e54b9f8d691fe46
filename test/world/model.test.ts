import OpenAI, {
  APIConnectionError,
  AuthenticationError,
  BadRequestError,
  InternalServerError,
  NotFoundError,
  RateLimitError,
} from "openai";
import { zodTextFormat } from "openai/helpers/zod";
import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { type Model, type ModelOptions, type Reply, startModel } from "../../world/model.ts";

const design = z.object({ summary: z.string(), note: z.string().nullable() });
const format = zodTextFormat(design, "design");
const good = { summary: "ok", note: null };

let model: Model | undefined;

afterEach(async () => {
  await model?.stop();
});

async function clientOf(options: Partial<ModelOptions> & { replies: ModelOptions["replies"] }) {
  model = await startModel(options);
  return new OpenAI({ apiKey: model.key, baseURL: model.url, maxRetries: 0, logLevel: "off" });
}

const askResponses = (client: OpenAI, more: object = {}) =>
  client.responses.create({ model: "gpt-6.2-sol", input: "Design it.", text: { format }, ...more });

const askChat = (client: OpenAI, more: object = {}) =>
  client.chat.completions.create({
    model: "gpt-6.2-sol",
    messages: [{ role: "user", content: "Design it." }],
    response_format: {
      type: "json_schema",
      json_schema: { name: format.name, strict: true, schema: format.schema },
    },
    ...more,
  });

describe("a reply", () => {
  it("comes by the Responses API", async () => {
    const reply = await askResponses(await clientOf({ replies: { design: good } }));
    expect(JSON.parse(reply.output_text)).toEqual(good);
    expect(reply).toMatchObject({ status: "completed", model: "gpt-6.2-sol", error: null });
    expect(reply.usage).toMatchObject({ input_tokens_details: { cached_tokens: 0 } });
    expect(reply).toHaveProperty("_request_id", expect.stringMatching(/^req_/));
    expect(model?.requests).toMatchObject([{ endpoint: "responses", stage: "design" }]);
  });

  it("comes by chat completions", async () => {
    const reply = await askChat(await clientOf({ replies: { design: good } }));
    expect(reply.choices[0]).toMatchObject({ finish_reason: "stop", message: { refusal: null } });
    expect(JSON.parse(reply.choices[0]?.message.content ?? "")).toEqual(good);
    expect(reply.usage?.total_tokens).toBeGreaterThan(0);
    expect(model?.requests).toMatchObject([{ endpoint: "chat", stage: "design" }]);
  });

  it("may depend on the request", async () => {
    const client = await clientOf({
      replies: ({ stage, body }) => `${stage} ${String(body["input"])}`,
    });
    expect((await askResponses(client)).output_text).toBe("design Design it.");
  });

  it("counts what is cached from 1,024 tokens", async () => {
    const client = await clientOf({ replies: { design: good } });
    const input = "x".repeat(6_000);
    await askResponses(client, { input });
    const second = await askResponses(client, { input: `${input} more` });
    expect(second.usage?.input_tokens_details.cached_tokens).toBe(1_408);
  });
});

describe("a fault", () => {
  const kinds: readonly { fault: Reply; responses: object; chat: object }[] = [
    {
      fault: { fault: "length", text: '{"summary": "cu' },
      responses: {
        status: "incomplete",
        incomplete_details: { reason: "max_output_tokens" },
        output_text: '{"summary": "cu',
      },
      chat: { finish_reason: "length", message: { content: '{"summary": "cu' } },
    },
    {
      fault: { fault: "content_filter", text: "" },
      responses: { status: "incomplete", incomplete_details: { reason: "content_filter" } },
      chat: { finish_reason: "content_filter" },
    },
    {
      fault: { fault: "refusal", text: "No." },
      responses: {
        status: "completed",
        output_text: "",
        output: [{ content: [{ type: "refusal", refusal: "No." }] }],
      },
      chat: { finish_reason: "stop", message: { content: null, refusal: "No." } },
    },
  ];

  it.each(kinds)("$fault.fault is spoken in both APIs", async ({ fault, responses, chat }) => {
    const client = await clientOf({ replies: { design: fault } });
    expect(await askResponses(client)).toMatchObject(responses);
    expect((await askChat(client)).choices[0]).toMatchObject(chat);
  });

  it.each([
    [429, RateLimitError],
    [500, InternalServerError],
    [503, InternalServerError],
  ])("status %i reaches the client", async (status, kind) => {
    const client = await clientOf({ replies: { design: { fault: "status", status } } });
    await expect(askResponses(client)).rejects.toThrow(kind);
    await expect(askChat(client)).rejects.toThrow(kind);
  });

  it("passes, as a sequence says", async () => {
    const busy: Reply = { fault: "status", status: 429, retryAfter: 0.01 };
    const client = await clientOf({ replies: { design: [busy, good] } });
    const reply = await askResponses(client.withOptions({ maxRetries: 1 }));
    expect(reply.status).toBe("completed");
    expect(model?.requests).toHaveLength(2);
    await expect(askResponses(client)).rejects.toThrow("no (further) reply");
  });

  it("breaks the body or the connection", async () => {
    const client = await clientOf({
      replies: { design: [{ fault: "malformed" }, { fault: "disconnect" }] },
    });
    await expect(askResponses(client)).rejects.toThrow("JSON");
    await expect(askResponses(client)).rejects.toThrow(APIConnectionError);
  });

  it("makes the client wait", async () => {
    const late: Reply = { fault: "latency", milliseconds: 300, reply: good };
    const client = await clientOf({ replies: { design: late } });
    await expect(askResponses(client.withOptions({ timeout: 50 }))).rejects.toThrow("timed out");
    expect((await askResponses(client)).status).toBe("completed");
  });
});

const schemaOf = (schema: object) => ({
  text: { format: { type: "json_schema", name: "design", strict: true, schema } },
});

describe("what the service refuses", () => {
  const open = { type: "object", properties: { a: { type: "string" } }, required: ["a"] };
  const closed = { ...open, additionalProperties: false };

  it.each([
    ["an unknown parameter", { max_tokenz: 5 }, "Unknown parameter: 'max_tokenz'."],
    ["a parameter of the other API", { messages: [] }, "Unknown parameter: 'messages'."],
    ["an unknown parameter inside", { text: { form: 1 } }, "Unknown parameter: 'text.form'."],
    ["a wrong type", { instructions: 5 }, "Invalid value for 'instructions'"],
    ["a missing input", { input: undefined }, "Missing required parameter: 'input'."],
    ["a parameter that is no more", { temperature: 0 }, "Unsupported parameter: 'temperature'"],
    ["an open schema", schemaOf(open), "'additionalProperties' is required to be supplied"],
    ["an optional property", schemaOf({ ...closed, required: [] }), "'required' must hold every"],
    ["a schema that is no object", schemaOf({ type: "array" }), "of 'type: \"object\"'"],
    ["allOf", schemaOf({ ...closed, allOf: [] }), "'allOf' is not permitted"],
    [
      "uniqueItems deep inside",
      schemaOf({ ...closed, properties: { a: { type: "array", uniqueItems: true } } }),
      "'uniqueItems' is not permitted",
    ],
    ["an untyped property", schemaOf({ ...closed, properties: { a: {} } }), "a 'type' key"],
  ])("%s", async (_, more, expected) => {
    const client = await clientOf({ replies: { design: good } });
    const error: unknown = await askResponses(client, more).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(BadRequestError);
    expect(String(error)).toContain(expected);
    expect(model?.violations).toHaveLength(1);
    expect(model?.requests).toEqual([]);
  });

  it("a wrong key", async () => {
    const client = await clientOf({ replies: { design: good } });
    const stranger = client.withOptions({ apiKey: "sk-wrong" });
    await expect(askResponses(stranger)).rejects.toThrow(AuthenticationError);
  });

  it("Responses, where the server has only chat completions", async () => {
    const client = await clientOf({ replies: { design: good }, responses: false });
    await expect(askResponses(client)).rejects.toThrow(NotFoundError);
    expect((await askChat(client)).choices).toHaveLength(1);
  });
});
