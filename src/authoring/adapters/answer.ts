import * as z from "zod";
import type { Tokens } from "../../task/manifest.ts";
import type { FinishReason } from "../model.ts";

/** What a server answered, whichever API it was asked by. */
export interface Answer {
  /** null where the answer does not say how it ended: then it broke off. */
  readonly finish: FinishReason | null;
  readonly text: string;
  /** null where the server does not count. */
  readonly tokens: Tokens | null;
}

/** What a server says is wrong, in a body that should have been an answer. */
export class ErrorInAnswer extends Error {
  readonly code: string | null;

  constructor(message: string, code: string | null) {
    super(message);
    this.code = code;
  }
}

const ErrorBody = z.object({
  error: z.union([
    z.string().transform((message) => ({ message, code: null })),
    z.object({
      message: z.string(),
      code: z.union([z.string(), z.number()]).transform(String).nullish(),
    }),
  ]),
});

/** Refuses a body that holds an error, in the server's own words. */
export function assertNoError(value: unknown): void {
  const { data } = ErrorBody.safeParse(value);
  if (data !== undefined) throw new ErrorInAnswer(data.error.message, data.error.code ?? null);
}

/** Compatible servers leave out what the SDK's types promise, so nothing is believed before a schema has read it. */
export const count = z.int().nonnegative().catch(0);

export function tokensOf(input: number, cached: number, output: number): Tokens {
  return { input, cachedInput: Math.min(cached, input), output };
}

/** Text of a message, whole or in parts; what a model thinks aloud is none. */
export const Content = z
  .union([
    z.string(),
    z
      .array(
        z.union([
          z.object({ type: z.enum(["text", "output_text"]).optional(), text: z.string() }),
          z.looseObject({}).transform(() => ({ text: "" })),
        ]),
      )
      .transform((parts) => parts.map(({ text }) => text).join("")),
  ])
  .nullish()
  .transform((text) => text ?? "");
