export const id = 91;
export const ids = [91];
export const modules = {

/***/ 6091:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ DEFAULT_BASE_URL),
  a: () => (/* binding */ openAiModel)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ../node_modules/openai/index.mjs + 222 modules
var openai = __webpack_require__(707);
// EXTERNAL MODULE: ../src/foundation/errors.ts
var errors = __webpack_require__(4566);
;// CONCATENATED MODULE: ../src/authoring/abilities.ts
/** What a request may hold that not every server knows. */
const OPTIONAL_PARAMETERS = [
    "max_output_tokens",
    "max_completion_tokens",
    "max_tokens",
    "reasoning",
    "reasoning_effort",
    "store",
    "stream_options",
    "stream",
];
/**
 * How to ask instead, after a refusal; null where asking otherwise would not help. `mayChange`: whether another API may be
 * tried, because nothing was settled and none was asked for by name.
 */
function otherwise(abilities, refusal, mayChange) {
    const { api, without } = abilities;
    if (refusal.code === "model_not_found")
        return null;
    if (isOfRequest(refusal.status)) {
        const refused = OPTIONAL_PARAMETERS.find((name) => !without.includes(name) && names(refusal, name));
        if (refused !== undefined)
            return { ...abilities, without: [...without, refused] };
        if (namesFormat(refusal)) {
            const format = LESS[abilities.format];
            if (format !== null)
                return { ...abilities, format };
        }
    }
    const isRefused = isOfRequest(refusal.status) || NO_SUCH_ROUTE.includes(refusal.status);
    return api === "responses" && mayChange && isRefused ? { ...abilities, api: "chat" } : null;
}
const NO_SUCH_ROUTE = [404, 405, 501];
const LESS = { json_schema: "json_object", json_object: "words", words: null };
/** 200 stands for an error in what should have been an answer. */
function isOfRequest(status) {
    return status === 400 || status === 422 || status === 200;
}
/** As a whole word: `stream` is no part of `stream_options`. */
function names({ param, message }, name) {
    if (param !== null && param !== "")
        return param === name || param.startsWith(`${name}.`);
    return new RegExp(String.raw `(?<![\w.])${name}(?!\w)`, "u").test(message);
}
function namesFormat({ param, message }) {
    const about = `${param ?? ""} ${message}`;
    return /json_schema|json_object|response_format|text\.format|structured|schema/iu.test(about);
}

// EXTERNAL MODULE: ../src/authoring/prices.ts
var prices = __webpack_require__(9159);
// EXTERNAL MODULE: ../src/authoring/reply-json.ts
var reply_json = __webpack_require__(3076);
// EXTERNAL MODULE: ../src/authoring/secret-text.ts
var secret_text = __webpack_require__(5185);
;// CONCATENATED MODULE: ../src/authoring/server-failures.ts
/** How often a question is asked again where that may help. */
const RETRIES = 2;
/** Minutes without a sign of life, after which a server is given up. */
const SILENT_MINUTES = 30;
/** Why a server gave no reply, what it means, and what to do: `docs/models.md` is made from it. */
const SERVER_FAILURES = {
    key_refused: {
        when: "HTTP 401 or 403: the key is wrong, or may not use this model",
        code: "PERMISSION_MISSING",
        isRetried: false,
        advice: "Check the secret behind `openai-api-key`.",
    },
    no_credit: {
        when: "HTTP 429 with `insufficient_quota`: the account is empty",
        code: "SERVICE_UNAVAILABLE",
        isRetried: false,
        advice: "The account of this key has no credit left.",
    },
    busy: {
        when: "HTTP 429: too many questions; `retry-after` is kept to, up to a minute",
        code: "SERVICE_UNAVAILABLE",
        isRetried: true,
        advice: "Run the job again later, or for fewer stories at a time.",
    },
    request_refused: {
        when: "HTTP 400, 404 or 422: there is no such model, or the server cannot do what it was asked",
        code: "INPUT_INVALID",
        isRetried: false,
        advice: "Check that `model` and `base-url` belong together.",
    },
    broken: {
        when: "HTTP 408, 409 or 5xx: the server is broken, or has no time",
        code: "SERVICE_UNAVAILABLE",
        isRetried: true,
        advice: "Run the job again later.",
    },
    unreachable: {
        when: "Nobody answers at all, or the connection is lost before a reply begins",
        code: "SERVICE_UNAVAILABLE",
        isRetried: true,
        advice: "Check `base-url`, or run the job again later.",
    },
    cut: {
        when: "The connection is lost in the middle of a reply",
        code: "SERVICE_UNAVAILABLE",
        isRetried: true,
        advice: "Run the job again later.",
    },
    silent: {
        when: `Nothing comes for ${SILENT_MINUTES} minutes`,
        code: "SERVICE_UNAVAILABLE",
        isRetried: false,
        advice: "Look at the server: it may be too slow for this model.",
    },
    error_in_answer: {
        when: "HTTP 200 with an error in it",
        code: "SERVICE_UNAVAILABLE",
        isRetried: false,
        advice: "Check `base-url` and `model`; the words are the server's own.",
    },
    foreign_answer: {
        when: "HTTP 200 with a page, or with anything that is not an answer of the API",
        code: "SERVICE_UNAVAILABLE",
        isRetried: false,
        advice: "Check `base-url`; if it is right, run the job again later.",
    },
};

// EXTERNAL MODULE: ../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(1548);
;// CONCATENATED MODULE: ../src/authoring/adapters/answer.ts

/** What a server says is wrong, in a body that should have been an answer. */
class ErrorInAnswer extends Error {
    code;
    constructor(message, code) {
        super(message);
        this.code = code;
    }
}
const ErrorBody = schemas/* object */.Ikc({
    error: schemas/* union */.KCZ([
        schemas/* string */.YjP().transform((message) => ({ message, code: null })),
        schemas/* object */.Ikc({
            message: schemas/* string */.YjP(),
            code: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig()]).transform(String).nullish(),
        }),
    ]),
});
/** Refuses a body that holds an error, in the server's own words. */
function assertNoError(value) {
    const { data } = ErrorBody.safeParse(value);
    if (data !== undefined)
        throw new ErrorInAnswer(data.error.message, data.error.code ?? null);
}
/** Compatible servers leave out what the SDK's types promise, so nothing is believed before a schema has read it. */
const count = schemas/* int */.Whr().nonnegative().catch(0);
function tokensOf(input, cached, output) {
    return { input, cachedInput: Math.min(cached, input), output };
}
/** Text of a message, whole or in parts; what a model thinks aloud is none. */
const Content = schemas/* union */.KCZ([
    schemas/* string */.YjP(),
    schemas/* array */.YOg(schemas/* union */.KCZ([
        schemas/* object */.Ikc({ type: schemas/* enum */.k5n(["text", "output_text"]).optional(), text: schemas/* string */.YjP() }),
        schemas/* looseObject */._H3({}).transform(() => ({ text: "" })),
    ]))
        .transform((parts) => parts.map(({ text }) => text).join("")),
])
    .nullish()
    .transform((text) => text ?? "");

// EXTERNAL MODULE: ../node_modules/openai/streaming.mjs
var streaming = __webpack_require__(1013);
// EXTERNAL MODULE: ../src/foundation/json.ts
var foundation_json = __webpack_require__(3723);
;// CONCATENATED MODULE: ../src/authoring/adapters/event-stream.ts


/** What came with status 200 and is no answer; its message ends a sentence about the server. */
class ForeignAnswer extends Error {
}
/** What came before a connection was lost; its message ends a sentence about the server. */
class CutAnswer extends Error {
}
/** Reads a response by what it says it is. Not by the SDK's reader of JSON, which breaks on a page of HTML. */
function received(response, controller) {
    const type = response.headers.get("content-type") ?? "";
    return type.startsWith("text/event-stream")
        ? { isStream: true, values: streamed(response, controller) }
        : { isStream: false, values: whole(response) };
}
async function* streamed(response, controller) {
    // In this mode errors of the server are values as well.
    const stream = streaming/* Stream */.Z.fromSSEResponse(response, controller, undefined, false, "events");
    try {
        yield* stream;
    }
    catch (cause) {
        if (cause instanceof SyntaxError) {
            throw new ForeignAnswer("answered with something that is not valid JSON", { cause });
        }
        throw new CutAnswer("broke off in the middle of its reply", { cause });
    }
}
async function* whole(response) {
    const text = await response.text().catch((cause) => {
        throw new CutAnswer("broke off in the middle of its reply", { cause });
    });
    const json = (0,foundation_json/* readJson */.Vh)(text);
    if (!json.ok) {
        throw new ForeignAnswer("answered with something that is not valid JSON", {
            cause: json.cause,
        });
    }
    yield json.value;
}

;// CONCATENATED MODULE: ../src/authoring/adapters/chat-api.ts



const Usage = schemas/* object */.Ikc({
    prompt_tokens: count,
    prompt_tokens_details: schemas/* object */.Ikc({ cached_tokens: count }).catch({ cached_tokens: 0 }),
    completion_tokens: count,
})
    .transform(({ prompt_tokens: input, prompt_tokens_details: details, completion_tokens: output }) => tokensOf(input, details.cached_tokens, output));
const Message = schemas/* object */.Ikc({ content: Content, refusal: schemas/* string */.YjP().nullish() });
/** Of a whole answer and of a piece of one. */
const Body = schemas/* object */.Ikc({
    choices: schemas/* array */.YOg(schemas/* object */.Ikc({
        finish_reason: schemas/* string */.YjP().nullish(),
        message: Message.optional(),
        delta: Message.nullish(),
    })),
    usage: Usage.nullable().catch(null),
});
function askChat(client, model, { stage, instructions, input, schema, maxOutputTokens, effort }, { format, without }, signal) {
    const may = (name) => !without.includes(name);
    const responseFormat = format === "json_schema"
        ? {
            type: "json_schema",
            json_schema: { name: stage, strict: true, schema: { ...schema } },
        }
        : format === "json_object"
            ? { type: "json_object" }
            : null;
    const limit = may("max_completion_tokens")
        ? { max_completion_tokens: maxOutputTokens }
        : may("max_tokens")
            ? { max_tokens: maxOutputTokens }
            : {};
    return client.chat.completions
        .create({
        model,
        messages: [
            { role: "system", content: instructions },
            { role: "user", content: input },
        ],
        ...limit,
        ...(may("stream") && { stream: true }),
        ...(may("stream") && may("stream_options") && { stream_options: { include_usage: true } }),
        ...(effort !== null && may("reasoning_effort") && { reasoning_effort: effort }),
        ...(responseFormat !== null && { response_format: responseFormat }),
    }, { signal })
        .asResponse();
}
async function readChat({ isStream, values }, said) {
    let [text, refusal] = ["", ""];
    let finish = null;
    let tokens = null;
    let seen = false;
    for await (const value of values) {
        assertNoError(value);
        const body = Body.safeParse(value);
        if (!body.success || (!isStream && body.data.choices[0]?.message === undefined)) {
            throw new ForeignAnswer("answered with something that is not an answer of the chat completions API", { cause: body.error });
        }
        seen = true;
        tokens = body.data.usage ?? tokens;
        const [choice] = body.data.choices;
        const message = choice?.message ?? choice?.delta;
        text += message?.content ?? "";
        refusal += message?.refusal ?? "";
        finish = choice?.finish_reason ?? finish ?? (isStream ? null : "stop");
        said(text);
    }
    if (!seen) {
        throw new ForeignAnswer("answered with something that is not an answer of the chat completions API");
    }
    // Some servers send an empty refusal with every answer.
    if (refusal !== "")
        return { finish: "refused", text: refusal, tokens };
    if (finish === "content_filter")
        return { finish: "refused", text: "content filter", tokens };
    if (finish === null)
        return { finish: null, text, tokens };
    return { finish: finish === "length" ? "length" : "stop", text, tokens };
}

// EXTERNAL MODULE: ../node_modules/undici/index.js
var undici = __webpack_require__(734);
;// CONCATENATED MODULE: ../src/authoring/adapters/patient-fetch.ts

// Node's own fetch gives up after five minutes without a byte, and a local server may think for longer.
const patient = new undici.Agent({ headersTimeout: 0, bodyTimeout: 0 });
/** fetch without a timer of its own. The SDK retries every 429, but an account without credit has none a second later either. */
async function patientFetch(url, init = {}) {
    const { method, headers, body, signal } = init;
    const response = await (0,undici.fetch)(typeof url === "string" || url instanceof URL ? url : url.url, {
        method: method ?? "GET",
        headers: Object.fromEntries(new Headers(headers)),
        body: typeof body === "string" ? body : null,
        signal: signal ?? null,
        dispatcher: patient,
    });
    const answered = { status: response.status, headers: new Headers([...response.headers]) };
    if (response.status !== 429)
        return new Response(response.body, answered);
    const text = await response.text();
    if (text.includes("insufficient_quota"))
        answered.headers.set("x-should-retry", "false");
    return new Response(text, answered);
}

;// CONCATENATED MODULE: ../src/authoring/adapters/responses-api.ts



const responses_api_Usage = schemas/* object */.Ikc({
    input_tokens: count,
    input_tokens_details: schemas/* object */.Ikc({ cached_tokens: count }).catch({ cached_tokens: 0 }),
    output_tokens: count,
})
    .transform(({ input_tokens: input, input_tokens_details: details, output_tokens: output }) => tokensOf(input, details.cached_tokens, output));
const Part = schemas/* union */.KCZ([
    schemas/* object */.Ikc({ type: schemas/* literal */.euz("output_text"), text: schemas/* string */.YjP() }),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz("refusal"), refusal: schemas/* string */.YjP() }),
    schemas/* looseObject */._H3({ type: schemas/* string */.YjP() }).transform(() => ({ type: "other" })),
]);
const Whole = schemas/* object */.Ikc({
    status: schemas/* string */.YjP().optional(),
    output: schemas/* array */.YOg(schemas/* looseObject */._H3({ type: schemas/* string */.YjP(), content: schemas/* array */.YOg(Part).nullish().catch(null) })),
    incomplete_details: schemas/* object */.Ikc({ reason: schemas/* string */.YjP().optional() }).nullish().catch(null),
    error: schemas/* object */.Ikc({ message: schemas/* string */.YjP() }).nullish().catch(null),
    usage: responses_api_Usage.nullable().catch(null),
});
const Event = schemas/* discriminatedUnion */.gMt("type", [
    schemas/* object */.Ikc({ type: schemas/* literal */.euz("response.output_text.delta"), delta: schemas/* string */.YjP() }),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz("response.refusal.delta"), delta: schemas/* string */.YjP() }),
    schemas/* object */.Ikc({
        type: schemas/* enum */.k5n(["response.completed", "response.incomplete", "response.failed"]),
        response: schemas/* unknown */.L5J(),
    }),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz("error"), message: schemas/* string */.YjP() }),
]);
function askResponses(client, model, { stage, instructions, input, schema, maxOutputTokens, effort }, { format, without }, signal) {
    const may = (name) => !without.includes(name);
    const textFormat = format === "json_schema"
        ? { type: "json_schema", name: stage, strict: true, schema: { ...schema } }
        : format === "json_object"
            ? { type: "json_object" }
            : null;
    return client.responses
        .create({
        model,
        instructions,
        input,
        ...(may("store") && { store: false }),
        ...(may("stream") && { stream: true }),
        ...(may("max_output_tokens") && { max_output_tokens: maxOutputTokens }),
        ...(effort !== null && may("reasoning") && { reasoning: { effort } }),
        ...(textFormat !== null && { text: { format: textFormat } }),
    }, { signal })
        .asResponse();
}
async function readResponses({ isStream, values }, said) {
    let text = "";
    let refusal = "";
    let seen = false;
    for await (const value of values) {
        assertNoError(value);
        if (!isStream)
            return answerOf(value, "", "");
        const event = Event.safeParse(value).data;
        // There are dozens of kinds; these are all that matter.
        seen = true;
        if (event === undefined)
            continue;
        switch (event.type) {
            case "response.output_text.delta":
                text += event.delta;
                said(text);
                break;
            case "response.refusal.delta":
                refusal += event.delta;
                break;
            case "error":
                assertNoError({ error: { message: event.message } });
                break;
            case "response.completed":
            case "response.incomplete":
            case "response.failed":
                return answerOf(event.response, text, refusal);
            default:
                return event;
        }
    }
    if (!seen)
        throw new ForeignAnswer("answered with something that is not an answer of the Responses API");
    return { finish: null, text, tokens: null };
}
/** `text` and `refusal`: what was streamed, for servers whose last word does not repeat it. */
function answerOf(value, text, refusal) {
    const result = Whole.safeParse(value);
    if (!result.success) {
        throw new ForeignAnswer("answered with something that is not an answer of the Responses API", {
            cause: result.error,
        });
    }
    const { status, output, incomplete_details: details, error, usage: tokens } = result.data;
    const parts = output.flatMap(({ type, content }) => (type === "message" ? (content ?? []) : []));
    const refused = parts.flatMap((part) => (part.type === "refusal" ? [part.refusal] : []));
    const said = parts.map((part) => (part.type === "output_text" ? part.text : "")).join("") || text;
    if (refused.length > 0 || (refusal !== "" && said === "")) {
        return { finish: "refused", text: refused.join("\n") || refusal, tokens };
    }
    if (details?.reason === "max_output_tokens")
        return { finish: "length", text: said, tokens };
    if (details?.reason === "content_filter") {
        return { finish: "refused", text: "content filter", tokens };
    }
    if (status === "completed")
        return { finish: "stop", text: said, tokens };
    assertNoError({
        error: { message: error?.message ?? `The reply has the status ${status ?? "missing"}` },
    });
    return { finish: null, text: said, tokens };
}

;// CONCATENATED MODULE: ../src/authoring/adapters/server-errors.ts






/** What a server says when it refuses a request; null for every other error. */
function refusalIn(error) {
    if (error instanceof ErrorInAnswer) {
        return { status: 200, code: error.code, param: null, message: error.message };
    }
    if (!(error instanceof openai/* APIError */.LG) || error.status === undefined)
        return null;
    return {
        status: Number(error.status),
        code: error.code ?? null,
        param: error.param ?? null,
        message: error.message,
    };
}
/** An error in the words of people, without the key. */
function translated(error, asked) {
    if (error instanceof errors/* PipelineError */.zC || !(error instanceof Error))
        return error;
    const known = kindOf(error);
    if (known === null)
        return error;
    const { code, isRetried, advice } = SERVER_FAILURES[known.kind];
    const tries = isRetried ? `, after ${RETRIES + 1} tries` : "";
    const said = `The model server at ${asked.baseUrl} ${known.said}${tries}`;
    const hint = known.kind === "request_refused"
        ? `Check that \`model\` (${asked.model}) and \`base-url\` belong together.`
        : advice;
    return new errors/* PipelineError */.zC(code, (0,secret_text/* isRealKey */.cx)(asked.apiKey) ? (0,secret_text/* withoutSecret */.Nt)(said, asked.apiKey) : said, {
        hint,
        // The key stands in what the SDK keeps of a request.
        cause: known.kind,
    });
}
function kindOf(error) {
    if (error instanceof ErrorInAnswer) {
        return { kind: "error_in_answer", said: `answered with an error: ${error.message}` };
    }
    if (error instanceof ForeignAnswer)
        return { kind: "foreign_answer", said: error.message };
    if (error instanceof CutAnswer)
        return { kind: "cut", said: error.message };
    if (error instanceof openai/* APIUserAbortError */.cH || error.name === "AbortError") {
        return { kind: "silent", said: "has said nothing for too long" };
    }
    if (error instanceof openai/* APIConnectionError */.xX) {
        return { kind: "unreachable", said: `gave no answer: ${error.message}${codeOf(error)}` };
    }
    if (!(error instanceof openai/* APIError */.LG))
        return null;
    return { kind: kindOfStatus(error), said: `answered HTTP ${error.message}` };
}
function kindOfStatus({ status, code }) {
    if (status === 401 || status === 403)
        return "key_refused";
    if (code === "insufficient_quota")
        return "no_credit";
    if (status === 429)
        return "busy";
    if (status === 408 || status === 409 || Number(status) >= 500)
        return "broken";
    return "request_refused";
}
/** What the operating system says about a connection lies some causes deep. */
function codeOf(error) {
    for (let cause = error; cause instanceof Error; cause = cause.cause) {
        if ("code" in cause && typeof cause.code === "string")
            return ` (${cause.code})`;
    }
    return "";
}

;// CONCATENATED MODULE: ../src/authoring/adapters/openai.ts













const DEFAULT_BASE_URL = "https://api.openai.com/v1";
/** Every ten seconds somebody who looks at a log learns that a reply is still on its way. */
const PULSE = 10_000;
/** So long other questions wait for what the first one finds out. */
const MOMENT = 2_000;
const SILENCE = SILENT_MINUTES * 60_000;
/**
 * Any server that speaks OpenAI's protocol. `auto` begins with Responses and finds out once what the server can do. Nothing
 * is read from the environment, so that a poisoned one cannot redirect the key.
 */
function openAiModel(options) {
    const server = new Server(options);
    return { name: options.model, ask: (request, say) => server.ask(request, say ?? (() => { })) };
}
class Server {
    #options;
    #client;
    #abilities;
    /** Whether a reply was of the form that was asked for, so that nothing is left to be found out. */
    #isSettled = false;
    /** The first question, while others wait for what it finds out. */
    #finding = null;
    constructor(options) {
        this.#options = options;
        this.#abilities = {
            api: options.style === "chat" ? "chat" : "responses",
            format: "json_schema",
            without: [],
        };
        this.#client = new openai/* default */.Ay({
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
    async ask(request, say) {
        // A moment is enough to hear a refusal; whoever is slow keeps nobody waiting.
        if (this.#finding !== null)
            await Promise.race([this.#finding, (0,promises_.setTimeout)(MOMENT)]);
        const asking = this.#askUntilUnderstood(request, say);
        // OpenAI's own server is known.
        if (this.#finding === null &&
            !this.#isSettled &&
            this.#options.style === "auto" &&
            !this.#isOpenAi()) {
            this.#finding = Promise.allSettled([asking]).finally(() => {
                this.#finding = null;
            });
        }
        const { apiKey, baseUrl, model } = this.#options;
        const reply = await asking.catch((error) => {
            throw translated(error, { baseUrl, model, apiKey });
        });
        // What the model says is committed and pushed.
        if ((0,secret_text/* isRealKey */.cx)(apiKey) && (0,secret_text/* holdsSecret */.hK)(reply.text, apiKey)) {
            throw new errors/* PipelineError */.zC("MODEL_OUTPUT_INVALID", `The model server at ${baseUrl} put the key itself into its reply`, { hint: "Nothing was written. Replace the key, and do not use this server any more." });
        }
        return reply;
    }
    #isOpenAi() {
        return URL.parse(this.#options.baseUrl)?.hostname === "api.openai.com";
    }
    async #askUntilUnderstood(request, say) {
        let paid = prices/* NO_TOKENS */.jz;
        let cuts = 0;
        for (;;) {
            const abilities = this.#abilities;
            let answer;
            try {
                answer = await this.#once(request, abilities, say);
            }
            catch (error) {
                if (error instanceof CutAnswer && cuts < RETRIES) {
                    cuts += 1;
                    say(`The connection to ${this.#options.model} was lost in the middle of its reply; it is asked again`);
                    continue;
                }
                const refusal = refusalIn(error);
                const next = refusal === null ? null : otherwise(abilities, refusal, this.#mayChange());
                if (next === null)
                    throw error;
                // Another question may have found out the same meanwhile.
                if (this.#abilities === abilities)
                    this.#abilities = next;
                continue;
            }
            if (answer.finish === null) {
                if (cuts >= RETRIES)
                    throw new CutAnswer("broke off in the middle of its reply");
                cuts += 1;
                continue;
            }
            const tokens = answer.tokens ?? prices/* NO_TOKENS */.jz;
            const { finish, text } = { ...answer, finish: answer.finish };
            const isCut = finish === "stop" && isCutOff(answer, request);
            const isOfForm = hasForm(text, request.schema);
            if (finish === "stop" && !isCut && isOfForm)
                this.#isSettled = true;
            // A server that ignores the schema may keep to it when it is asked in the other way.
            if (finish === "stop" && !isOfForm && abilities.api === "responses" && this.#mayChange()) {
                paid = (0,prices/* sumOfTokens */.BN)([paid, tokens]);
                if (this.#abilities === abilities)
                    this.#abilities = { ...abilities, api: "chat" };
                continue;
            }
            if (finish === "stop" && !isOfForm && !this.#isSettled && this.#abilities === abilities) {
                this.#abilities = {
                    ...abilities,
                    format: abilities.format === "json_schema" ? "json_object" : abilities.format,
                };
            }
            return { finish: isCut ? "length" : finish, text, tokens: (0,prices/* sumOfTokens */.BN)([paid, tokens]) };
        }
    }
    #mayChange() {
        return this.#options.style === "auto" && !this.#isSettled && !this.#isOpenAi();
    }
    async #once(request, abilities, say) {
        const { model, silence = SILENCE, pulse = PULSE } = this.#options;
        const controller = new AbortController();
        const began = Date.now();
        let written = 0;
        let last = began;
        const timer = setInterval(() => {
            const seconds = Math.round((Date.now() - began) / 1_000);
            say(written === 0
                ? `${request.stage}: waiting for ${model} since ${seconds} s`
                : `${request.stage}: ${model} has written ${written} characters in ${seconds} s`);
            if (Date.now() - last > silence)
                controller.abort();
        }, pulse);
        const said = (text) => {
            written = text.length;
            last = Date.now();
        };
        const [ask, read] = abilities.api === "responses" ? [askResponses, readResponses] : [askChat, readChat];
        try {
            const asked = abilities.format === "json_schema" ? request : inWords(request);
            const response = await ask(this.#client, model, asked, abilities, controller.signal);
            last = Date.now();
            return await read(received(response, controller), said);
        }
        finally {
            clearInterval(timer);
        }
    }
}
/** For a server that knows no schema: the form of the answer as a part of the question. */
function inWords(request) {
    const form = JSON.stringify(request.schema);
    return {
        ...request,
        instructions: `${request.instructions}\n\nAnswer with one JSON object of this JSON schema, and with nothing else:\n${form}`,
    };
}
/** Whether a text is an object with what the schema demands: enough to see whether a server heeds it at all. */
function hasForm(text, { required }) {
    const read = (0,reply_json/* jsonInReply */.o)(text);
    if (!read.ok || typeof read.value !== "object" || read.value === null)
        return false;
    const value = read.value;
    return Array.isArray(required) && required.some((key) => typeof key === "string" && key in value);
}
/** Some servers call what they cut off completed: it has as many tokens as were allowed, and is no JSON. */
function isCutOff({ text, tokens }, { maxOutputTokens }) {
    return tokens !== null && tokens.output >= maxOutputTokens && !(0,reply_json/* jsonInReply */.o)(text).ok;
}


/***/ }),

/***/ 5185:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nt: () => (/* binding */ withoutSecret),
/* harmony export */   Ux: () => (/* binding */ SHORTEST_REAL_KEY),
/* harmony export */   cx: () => (/* binding */ isRealKey),
/* harmony export */   hK: () => (/* binding */ holdsSecret)
/* harmony export */ });
/**
 * Whether a text holds a secret: as it is, backwards, in hexadecimal, in base64 at any offset, in escapes of URLs, JSON or
 * Python, or with white space in between. Not whether it holds it in every way: somebody who means to can hide anything.
 */
function holdsSecret(text, secret) {
    const plain = text.replaceAll(/\s/gu, "");
    const texts = [plain, unescaped(plain), percentDecoded(plain), unescaped(percentDecoded(plain))];
    const backwards = Array.from(secret).toReversed().join("");
    const exact = [secret, backwards, ...base64Of(secret), ...base64Of(backwards)];
    const hexadecimal = hexOf(secret);
    return texts.some((each) => exact.some((form) => each.includes(form)) ||
        each
            .toLowerCase()
            .replaceAll(/[:,-]|0x/gu, "")
            .includes(hexadecimal));
}
/** A text that may be shown: what it holds of a secret is taken out, or all of it where that cannot be told apart. */
function withoutSecret(text, secret) {
    const shown = text.replaceAll(secret, "***");
    return holdsSecret(shown, secret) ? "(a text that holds the key, and is not shown)" : shown;
}
function hexOf(secret) {
    return Buffer.from(secret).toString("hex");
}
/** What a secret becomes within a longer text, wherever it begins: without the digits that its neighbours have a part in. */
function base64Of(secret) {
    return [0, 1, 2].flatMap((offset) => {
        const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(secret)]);
        const start = Math.ceil((offset * 8) / 6);
        const end = Math.floor((bytes.length * 8) / 6);
        const digits = bytes.toString("base64").slice(start, end);
        return [digits, digits.replaceAll("+", "-").replaceAll("/", "_")];
    });
}
function unescaped(text) {
    return text
        .replaceAll(/\\u\{?([0-9a-f]{4})\}?|\\x([0-9a-f]{2})/giu, (_, wide, narrow) => String.fromCodePoint(Number.parseInt(wide ?? narrow ?? "", 16)))
        .replaceAll(/\\([/"'\\])/gu, "$1");
}
/** Whatever is no escape stays as it is. */
function percentDecoded(text) {
    return text.replaceAll(/%([0-7][0-9a-f])/giu, (_, digits) => String.fromCodePoint(Number.parseInt(digits, 16)));
}
/** A dummy key of a local server, such as `none`, may occur in any text; a real one is longer. */
const SHORTEST_REAL_KEY = 16;
function isRealKey(key) {
    return key.length >= SHORTEST_REAL_KEY;
}


/***/ })

};
