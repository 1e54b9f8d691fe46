import * as z from "zod";
import { sha256OfJson } from "../foundation/digest.ts";
import { STAGES, type Tokens } from "../task/manifest.ts";
import type { ModelReply, ModelRequest } from "./model.ts";

const count = z.int().nonnegative();

const Line = z.strictObject({
  stage: z.enum(STAGES),
  /** Hash of the request, which is a function of story, prompt version and earlier replies. */
  request: z.string(),
  reply: z.strictObject({
    finish: z.enum(["stop", "length", "refused"]),
    text: z.string(),
    tokens: z.strictObject({ input: count, cachedInput: count, output: count }),
  }),
});

/** One question to the model and its answer. */
export interface Exchange {
  readonly request: ModelRequest;
  readonly reply: ModelReply;
}

export function requestHash(request: ModelRequest): string {
  return sha256OfJson(request);
}

/** `meta/transcript.jsonl`: one line for each exchange, in the order of the stages. */
export function transcriptText(exchanges: readonly Exchange[]): string {
  return exchanges
    .map(({ request, reply: { finish, text, tokens } }) =>
      JSON.stringify({
        stage: request.stage,
        request: requestHash(request),
        reply: { finish, text, tokens },
      }),
    )
    .map((line) => `${line}\n`)
    .join("");
}

/** Reads a transcript back: request hash → reply. */
export function parseTranscript(text: string): ReadonlyMap<string, ModelReply> {
  const lines = text.split("\n").filter((line) => line !== "");
  return new Map(
    lines.map((line) => {
      const { request, reply } = Line.parse(JSON.parse(line));
      return [request, reply];
    }),
  );
}

export function tokensOf(exchanges: readonly Exchange[]): Tokens[] {
  return exchanges.map(({ reply }) => reply.tokens);
}
