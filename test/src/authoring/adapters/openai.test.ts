import { describe, expect, test } from "vitest";
import { openAiModel, type OpenAiOptions } from "../../../../src/authoring/adapters/openai.ts";
import type { ModelReply } from "../../../../src/authoring/model.ts";
import { PipelineError } from "../../../../src/foundation/errors.ts";
import { serveOnLoopback } from "../../../../world/loopback.ts";
import { PROSE, type ServerHabits } from "../../../../world/model-habits.ts";
import { type Model as Server, type Reply, startModel } from "../../../../world/model.ts";

const KEY = "sk-proj-0123456789abcdef";
const SCHEMA = {
  type: "object",
  properties: { ok: { type: "boolean" } },
  required: ["ok"],
  additionalProperties: false,
};
const REQUEST = {
  stage: "design",
  instructions: "Do.",
  input: "This.",
  schema: SCHEMA,
  sample: 1,
  maxOutputTokens: 12_000,
  effort: null,
} as const;

interface Asked {
  readonly replies: readonly Reply[];
  readonly responses?: boolean;
  readonly style?: OpenAiOptions["style"];
  readonly key?: string;
}

async function ask({ replies, responses = true, style = "auto", key = KEY }: Asked): Promise<{
  reply: ModelReply | PipelineError;
  server: Server;
}> {
  const server = await startModel({ replies: { design: replies }, responses, key: KEY });
  try {
    const model = openAiModel({ apiKey: key, baseUrl: server.url, model: "m", style });
    return { reply: await model.ask(REQUEST).catch(expected), server };
  } finally {
    await server.stop();
  }
}

function expected(error: unknown): PipelineError {
  if (error instanceof PipelineError) return error;
  throw error;
}

function messageOf(reply: ModelReply | PipelineError): string {
  return reply instanceof PipelineError ? reply.message : reply.text;
}

function endpoints({ requests }: Server): string[] {
  return requests.map(({ endpoint }) => endpoint);
}

describe.each([
  { api: "responses", responses: true },
  { api: "chat", responses: false },
])("by $api", ({ api, responses }) => {
  test("an answer is its text and its tokens", async () => {
    const { reply, server } = await ask({ replies: [{ ok: true }], responses });
    expect(reply).toMatchObject({ finish: "stop", text: '{"ok":true}' });
    expect(reply).toMatchObject({ tokens: { cachedInput: 0, output: 3 } });
    expect(endpoints(server)).toEqual([api]);
    expect(server.violations).toEqual([]);
  });

  test.each([
    {
      when: "cut off",
      given: { fault: "length", text: '{"a":' },
      said: { finish: "length", text: '{"a":' },
    },
    {
      when: "refused",
      given: { fault: "refusal", text: "No." },
      said: { finish: "refused", text: "No." },
    },
    {
      when: "filtered",
      given: { fault: "content_filter" },
      said: { finish: "refused", text: "content filter" },
    },
  ] as const)("a reply that was $when is told apart", async ({ given, said }) => {
    expect((await ask({ replies: [given], responses })).reply).toMatchObject(said);
  });

  test("is asked again after 429, 5xx and a lost connection", async () => {
    const busy = { fault: "status", status: 429, retryAfter: 0.01 } as const;
    const { reply, server } = await ask({
      replies: [busy, { ...busy, status: 503 }, { ok: true }],
      responses,
    });
    expect(reply).toMatchObject({ finish: "stop" });
    expect(server.requests).toHaveLength(3);
  });
});

describe("what goes wrong", () => {
  const down = { fault: "status", status: 500, retryAfter: 0.01 } as const;
  const quota = {
    fault: "status",
    status: 429,
    body: {
      error: {
        message: "You exceeded your current quota",
        type: "insufficient_quota",
        param: null,
        code: "insufficient_quota",
      },
    },
  } as const;

  test.each([
    {
      when: "the key is wrong",
      asked: { replies: [], key: "sk-wrong" },
      code: "PERMISSION_MISSING",
      said: /answered HTTP 401 .*Incorrect API key/,
      requests: 0,
    },
    {
      when: "the server is broken",
      asked: { replies: [down, down, down] },
      code: "SERVICE_UNAVAILABLE",
      said: /answered HTTP 500 .*after 3 tries/,
      requests: 3,
    },
    {
      when: "no credit is left, which is asked once",
      asked: { replies: [quota] },
      code: "SERVICE_UNAVAILABLE",
      said: /answered HTTP 429 You exceeded your current quota$/,
      requests: 1,
    },
    {
      when: "the body is not valid JSON",
      asked: { replies: [{ fault: "malformed" }] },
      code: "SERVICE_UNAVAILABLE",
      said: /something that is not valid JSON$/,
      requests: 1,
    },
    {
      when: "the model is unknown",
      asked: {
        replies: [
          {
            fault: "status",
            status: 404,
            body: { error: { message: "The model `m` does not exist", code: "model_not_found" } },
          },
        ],
      },
      code: "INPUT_INVALID",
      said: /HTTP 404 The model `m` does not exist/,
      requests: 1,
    },
  ] satisfies { asked: Asked; [key: string]: unknown }[])(
    "$when",
    async ({ asked, code, said, requests }) => {
      const { reply, server } = await ask(asked);
      expect(reply).toBeInstanceOf(PipelineError);
      expect(reply).toMatchObject({ code });
      expect(messageOf(reply)).toMatch(said);
      expect(server.requests).toHaveLength(requests);
    },
  );

  test("nobody listens there", async () => {
    const server = await startModel({ replies: {} });
    await server.stop();
    const model = openAiModel({ apiKey: KEY, baseUrl: server.url, model: "m", style: "chat" });
    await expect(model.ask(REQUEST)).rejects.toThrow(
      /gave no answer: .*\(ECONNREFUSED\), after 3 tries$/,
    );
  });

  test("`api-style: responses` never tries the other", async () => {
    const { reply, server } = await ask({ replies: [], style: "responses", responses: false });
    expect(reply).toMatchObject({ code: "INPUT_INVALID" });
    expect(endpoints(server)).toEqual([]);
  });

  test("`api-style: chat` never tries the other", async () => {
    const { reply, server } = await ask({ replies: [{ ok: true }], style: "chat" });
    expect(reply).toMatchObject({ finish: "stop" });
    expect(endpoints(server)).toEqual(["chat"]);
  });
});

async function against(
  body: string,
  style: OpenAiOptions["style"],
  type = "application/json",
): Promise<ModelReply> {
  const server = await serveOnLoopback((_, response) => {
    response.writeHead(200, { "content-type": type }).end(body);
  });
  try {
    const model = openAiModel({ apiKey: KEY, baseUrl: server.url, model: "m", style });
    return await model.ask(REQUEST);
  } finally {
    await server.close();
  }
}

describe("an answer that is not of the API's shape", () => {
  const BODIES = [
    { when: "an empty object", body: "{}" },
    { when: "null", body: "null" },
    { when: "a page", body: "<html>Welcome</html>", type: "text/html" },
    { when: "nothing", body: "" },
    { when: "an output of another kind", body: '{"status":"completed","output":"text"}' },
    { when: "a choice without a message", body: '{"choices":[{}]}' },
  ];

  test.each(BODIES)("$when is the server's fault, not a bug", async ({ body, type }) => {
    await expect(against(body, "responses", type)).rejects.toThrow(
      /answered with something that is not/,
    );
    await expect(against(body, "chat", type)).rejects.toThrow(
      /answered with something that is not/,
    );
  });

  test("an answer that breaks off on its way is the server's fault as well", async () => {
    const server = await serveOnLoopback((_, response) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
      response.write("{", () => response.destroy());
    });
    const model = openAiModel({ apiKey: KEY, baseUrl: server.url, model: "m", style: "chat" });
    await expect(model.ask(REQUEST)).rejects.toThrow(
      /broke off in the middle of its reply, after 3 tries$/,
    );
    await server.close();
  });

  test("wrong token counts are counted as none, so that the manifest stays readable", async () => {
    const answer = {
      choices: [{ message: { content: "{}" } }],
      usage: {
        prompt_tokens: 5,
        prompt_tokens_details: { cached_tokens: 9 },
        completion_tokens: -1.5,
      },
    };
    expect((await against(JSON.stringify(answer), "chat")).tokens).toEqual({
      input: 5,
      cachedInput: 5,
      output: 0,
    });
    expect((await against('{"choices":[{"message":{"content":"{}"}}]}', "chat")).tokens).toEqual({
      input: 0,
      cachedInput: 0,
      output: 0,
    });
  });

  test("items that are no message are passed over", async () => {
    const message = {
      type: "message",
      content: [{ type: "output_text", text: "{}" }, { type: "news" }],
    };
    const answer = { status: "completed", output: [{ type: "reasoning", summary: [] }, message] };
    expect(await against(JSON.stringify(answer), "responses")).toMatchObject({
      finish: "stop",
      text: "{}",
    });
  });

  test("a reply that holds the key is not taken, because replies are pushed", async () => {
    const answer = { choices: [{ message: { content: `KEY = "${KEY}"` } }] };
    await expect(against(JSON.stringify(answer), "chat")).rejects.toThrow(
      "put the key itself into its reply",
    );
  });
});

interface OddServer {
  readonly what: string;
  readonly habits: ServerHabits;
  /** By which API and in which form each question was asked that the server accepted. */
  readonly asked: readonly string[];
  readonly replies?: readonly Reply[];
}

/** Seen in public: each is understood, and what was found out is not asked again with the next question. */
const SERVERS: readonly OddServer[] = [
  { what: "OpenAI's own", habits: {}, asked: ["responses json_schema", "responses json_schema"] },
  ...([400, 404, 405, 501, "error with status 200"] as const).map((noResponses) => ({
    what: `one that has no Responses (${noResponses})`,
    habits: { noResponses },
    asked: ["chat json_schema", "chat json_schema"],
  })),
  {
    what: "llama.cpp's, which ignores the schema by Responses",
    habits: { proseBy: ["responses"], completedWhenCut: true },
    asked: ["responses json_schema", "chat json_schema", "chat json_schema"],
  },
  {
    what: "one that knows `json_object` only",
    habits: { noResponses: 404, knows: "json_object" },
    asked: ["chat json_object", "chat json_object"],
  },
  {
    what: "one that knows no form of an answer",
    habits: { noResponses: 404, knows: "words" },
    asked: ["chat words", "chat words"],
  },
  {
    what: "one that never streams",
    habits: { neverStreams: true },
    asked: ["responses json_schema", "responses json_schema"],
  },
  {
    what: "one that refuses to stream",
    habits: { noResponses: 404, refuses: ["stream", "stream_options"] },
    asked: ["chat json_schema", "chat json_schema"],
  },
  {
    what: "one that knows no options of a stream",
    habits: { noResponses: 404, refuses: ["stream_options"] },
    asked: ["chat json_schema", "chat json_schema"],
  },
  {
    what: "one that knows no effort, nor what is stored",
    habits: { refuses: ["reasoning", "store"] },
    asked: ["responses json_schema", "responses json_schema"],
  },
  {
    what: "an older one, which bounds a reply by another name",
    habits: { noResponses: 404, refuses: ["max_completion_tokens"] },
    asked: ["chat json_schema", "chat json_schema"],
  },
  {
    what: "one that counts nothing",
    habits: { countsNothing: true },
    asked: ["responses json_schema", "responses json_schema"],
  },
  {
    what: "one that answers in parts, thinking first",
    habits: { noResponses: 404, contentInParts: true, neverStreams: true },
    asked: ["chat json_schema", "chat json_schema"],
  },
  {
    what: "one that loses the connection twice, and then does not",
    habits: { losesConnection: { after: 1, times: 2 } },
    asked: [...Array<string>(4).fill("responses json_schema")],
    replies: [{ ok: true }, { ok: true }, { ok: true }, { ok: true }],
  },
];

const ACCEPTED: readonly Reply[] = [{ ok: true }, { ok: true }];

describe("a server", () => {
  test.each(SERVERS)("$what", async ({ habits, asked, replies = ACCEPTED }) => {
    const server = await startModel({
      replies: { design: replies, "": replies },
      key: KEY,
      habits,
    });
    try {
      const model = openAiModel({ apiKey: KEY, baseUrl: server.url, model: "m", style: "auto" });
      for (let turn = 0; turn < 2; turn += 1) {
        expect(await model.ask({ ...REQUEST, effort: "low" })).toMatchObject({
          finish: "stop",
          text: '{"ok":true}',
        });
      }
      expect(server.requests.map(({ endpoint, body }) => `${endpoint} ${formOf(body)}`)).toEqual(
        asked,
      );
    } finally {
      await server.stop();
    }
  });

  test("is found out once, also when several questions come at once", async () => {
    const habits: ServerHabits = { proseBy: ["responses"] };
    const server = await startModel({ replies: { design: { ok: true } }, key: KEY, habits });
    const model = openAiModel({ apiKey: KEY, baseUrl: server.url, model: "m", style: "auto" });
    await Promise.all([1, 2, 3].map(() => model.ask(REQUEST)));
    expect(endpoints(server)).toEqual(["responses", "chat", "chat", "chat"]);
    await server.stop();
  });

  test("that ignores every schema is told the form in words from then on, and what it said is handed over", async () => {
    const habits: ServerHabits = { proseBy: ["responses", "chat"] };
    const server = await startModel({ replies: {}, key: KEY, habits });
    const model = openAiModel({ apiKey: KEY, baseUrl: server.url, model: "m", style: "auto" });
    const first = await model.ask(REQUEST);
    expect(first).toMatchObject({ finish: "stop", text: PROSE });
    // What was paid for the reply that nobody could use is counted as well.
    expect(first.tokens.output).toBeGreaterThan(PROSE.length / 4);
    await model.ask(REQUEST);
    expect(server.requests.map(({ endpoint, body }) => `${endpoint} ${formOf(body)}`)).toEqual([
      "responses json_schema",
      "chat json_schema",
      "chat json_object",
    ]);
    expect(JSON.stringify(server.requests[2]?.body)).toContain("of this JSON schema");
    await server.stop();
  });

  test("that calls completed what it cut off is not believed", async () => {
    const habits: ServerHabits = { completedWhenCut: true };
    const cut = { fault: "length", text: '{"ok":' } as const;
    const server = await startModel({ replies: { design: [cut, cut] }, key: KEY, habits });
    const model = openAiModel({ apiKey: KEY, baseUrl: server.url, model: "m", style: "responses" });
    expect(await model.ask(REQUEST)).toMatchObject({ finish: "length", text: '{"ok":' });
    await server.stop();
  });

  test("that loses every connection is given up", async () => {
    const habits: ServerHabits = { losesConnection: { after: 2, times: 9 } };
    const server = await startModel({ replies: { design: { ok: true } }, key: KEY, habits });
    const model = openAiModel({ apiKey: KEY, baseUrl: server.url, model: "m", style: "auto" });
    await expect(model.ask(REQUEST)).rejects.toMatchObject({
      code: "SERVICE_UNAVAILABLE",
      message: expect.stringMatching(
        /broke off in the middle of its reply, after 3 tries$/,
      ) as unknown,
    });
    expect(server.requests).toHaveLength(3);
    await server.stop();
  });

  test("that is slow gives signs of life, and one that is silent for too long is given up", async () => {
    const habits: ServerHabits = { slow: 200 };
    const server = await startModel({ replies: { design: { ok: true } }, key: KEY, habits });
    const options = {
      apiKey: KEY,
      baseUrl: server.url,
      model: "m",
      style: "auto",
      pulse: 50,
    } as const;
    const said: string[] = [];
    await openAiModel(options).ask(REQUEST, (line) => said.push(line));
    expect(said[0]).toMatch(/^design: waiting for m since \d+ s$/);
    await expect(openAiModel({ ...options, silence: 60 }).ask(REQUEST)).rejects.toMatchObject({
      message: expect.stringMatching(/has said nothing for too long$/) as unknown,
    });
    await server.stop();
  });

  test("that repeats the key in an error is quoted without it", async () => {
    const body = { error: { message: `Incorrect API key provided: ${KEY}`, code: "invalid" } };
    const { reply } = await ask({ replies: [{ fault: "status", status: 401, body }] });
    expect(messageOf(reply)).toContain("Incorrect API key provided: ***");
    expect(JSON.stringify(reply)).not.toContain(KEY);
  });
});

function formOf(body: Readonly<Record<string, unknown>>): string {
  const text = JSON.stringify(body);
  return /"type":"(json_schema|json_object)"/.exec(text)?.[1] ?? "words";
}
