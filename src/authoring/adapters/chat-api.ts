import type OpenAI from "openai";
import * as z from "zod";
import type { Abilities } from "../abilities.ts";
import type { ModelRequest } from "../model.ts";
import { type Answer, assertNoError, Content, count, tokensOf } from "./answer.ts";
import { ForeignAnswer, type Received } from "./event-stream.ts";

const Usage = z
  .object({
    prompt_tokens: count,
    prompt_tokens_details: z.object({ cached_tokens: count }).catch({ cached_tokens: 0 }),
    completion_tokens: count,
  })
  .transform(
    ({ prompt_tokens: input, prompt_tokens_details: details, completion_tokens: output }) =>
      tokensOf(input, details.cached_tokens, output),
  );

const Message = z.object({ content: Content, refusal: z.string().nullish() });

/** Of a whole answer and of a piece of one. */
const Body = z.object({
  choices: z.array(
    z.object({
      finish_reason: z.string().nullish(),
      message: Message.optional(),
      delta: Message.nullish(),
    }),
  ),
  usage: Usage.nullable().catch(null),
});

export function askChat(
  client: OpenAI,
  model: string,
  { stage, instructions, input, schema, maxOutputTokens, effort }: ModelRequest,
  { format, without }: Abilities,
  signal: AbortSignal,
): Promise<Response> {
  const may = (name: Abilities["without"][number]): boolean => !without.includes(name);
  const responseFormat =
    format === "json_schema"
      ? {
          type: "json_schema" as const,
          json_schema: { name: stage, strict: true, schema: { ...schema } },
        }
      : format === "json_object"
        ? { type: "json_object" as const }
        : null;
  const limit = may("max_completion_tokens")
    ? { max_completion_tokens: maxOutputTokens }
    : may("max_tokens")
      ? { max_tokens: maxOutputTokens }
      : {};
  return client.chat.completions
    .create(
      {
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
      },
      { signal },
    )
    .asResponse();
}

export async function readChat(
  { isStream, values }: Received,
  said: (text: string) => void,
): Promise<Answer> {
  let [text, refusal]: [string, string] = ["", ""];
  let finish: string | null = null;
  let tokens: Answer["tokens"] = null;
  let seen = false;
  for await (const value of values) {
    assertNoError(value);
    const body = Body.safeParse(value);
    if (!body.success || (!isStream && body.data.choices[0]?.message === undefined)) {
      throw new ForeignAnswer(
        "answered with something that is not an answer of the chat completions API",
        { cause: body.error },
      );
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
    throw new ForeignAnswer(
      "answered with something that is not an answer of the chat completions API",
    );
  }
  // Some servers send an empty refusal with every answer.
  if (refusal !== "") return { finish: "refused", text: refusal, tokens };
  if (finish === "content_filter") return { finish: "refused", text: "content filter", tokens };
  if (finish === null) return { finish: null, text, tokens };
  return { finish: finish === "length" ? "length" : "stop", text, tokens };
}
