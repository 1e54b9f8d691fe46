import type OpenAI from "openai";
import * as z from "zod";
import type { Abilities } from "../abilities.ts";
import type { ModelRequest } from "../model.ts";
import { type Answer, assertNoError, count, tokensOf } from "./answer.ts";
import { ForeignAnswer, type Received } from "./event-stream.ts";

const Usage = z
  .object({
    input_tokens: count,
    input_tokens_details: z.object({ cached_tokens: count }).catch({ cached_tokens: 0 }),
    output_tokens: count,
  })
  .transform(({ input_tokens: input, input_tokens_details: details, output_tokens: output }) =>
    tokensOf(input, details.cached_tokens, output),
  );

const Part = z.union([
  z.object({ type: z.literal("output_text"), text: z.string() }),
  z.object({ type: z.literal("refusal"), refusal: z.string() }),
  z.looseObject({ type: z.string() }).transform(() => ({ type: "other" as const })),
]);

const Whole = z.object({
  status: z.string().optional(),
  output: z.array(
    z.looseObject({ type: z.string(), content: z.array(Part).nullish().catch(null) }),
  ),
  incomplete_details: z.object({ reason: z.string().optional() }).nullish().catch(null),
  error: z.object({ message: z.string() }).nullish().catch(null),
  usage: Usage.nullable().catch(null),
});

const Event = z.discriminatedUnion("type", [
  z.object({ type: z.literal("response.output_text.delta"), delta: z.string() }),
  z.object({ type: z.literal("response.refusal.delta"), delta: z.string() }),
  z.object({
    type: z.enum(["response.completed", "response.incomplete", "response.failed"]),
    response: z.unknown(),
  }),
  z.object({ type: z.literal("error"), message: z.string() }),
]);

export function askResponses(
  client: OpenAI,
  model: string,
  { stage, instructions, input, schema, maxOutputTokens, effort }: ModelRequest,
  { format, without }: Abilities,
  signal: AbortSignal,
): Promise<Response> {
  const may = (name: Abilities["without"][number]): boolean => !without.includes(name);
  const textFormat =
    format === "json_schema"
      ? { type: "json_schema" as const, name: stage, strict: true, schema: { ...schema } }
      : format === "json_object"
        ? { type: "json_object" as const }
        : null;
  return client.responses
    .create(
      {
        model,
        instructions,
        input,
        ...(may("store") && { store: false }),
        ...(may("stream") && { stream: true }),
        ...(may("max_output_tokens") && { max_output_tokens: maxOutputTokens }),
        ...(effort !== null && may("reasoning") && { reasoning: { effort } }),
        ...(textFormat !== null && { text: { format: textFormat } }),
      },
      { signal },
    )
    .asResponse();
}

export async function readResponses(
  { isStream, values }: Received,
  said: (text: string) => void,
): Promise<Answer> {
  let text = "";
  let refusal = "";
  let seen = false;
  for await (const value of values) {
    assertNoError(value);
    if (!isStream) return answerOf(value, "", "");
    const event = Event.safeParse(value).data;
    // There are dozens of kinds; these are all that matter.
    seen = true;
    if (event === undefined) continue;
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
        return event satisfies never;
    }
  }
  if (!seen)
    throw new ForeignAnswer("answered with something that is not an answer of the Responses API");
  return { finish: null, text, tokens: null };
}

/** `text` and `refusal`: what was streamed, for servers whose last word does not repeat it. */
function answerOf(value: unknown, text: string, refusal: string): Answer {
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
  if (details?.reason === "max_output_tokens") return { finish: "length", text: said, tokens };
  if (details?.reason === "content_filter") {
    return { finish: "refused", text: "content filter", tokens };
  }
  if (status === "completed") return { finish: "stop", text: said, tokens };
  assertNoError({
    error: { message: error?.message ?? `The reply has the status ${status ?? "missing"}` },
  });
  return { finish: null, text: said, tokens };
}
