import * as z from "zod";
import { sha256OfJson } from "../foundation/digest.ts";
import { ERROR_CODES } from "../foundation/errors.ts";
import { jsonIn } from "../foundation/json.ts";
import { Attempt, Call, STAGES, Tokens } from "../task/manifest.ts";
import { Fault } from "./fault.ts";
import { GeneratedFile } from "./generated-file.ts";
import { Judgement } from "./judgement.ts";
import type { ModelReply, ModelRequest } from "./model.ts";
import { Terms } from "./terms.ts";
import { Contested, Trial } from "./trial.ts";

/** What an attempt began with. */
const Start = z.strictObject({
  kind: z.literal("attempt"),
  version: z.string(),
  promptVersion: z.string(),
  number: z.int().positive(),
  reason: Attempt.shape.reason,
  fingerprint: z.string().nullable(),
  earlier: z.array(Attempt),
  terms: Terms,
});
export type Start = z.infer<typeof Start>;

/** Which question: the so-manieth version of a stage, and the so-manieth question about it. */
const place = {
  stage: z.enum(STAGES),
  sample: z.int().positive(),
  /** 1 for the first question about a version; each further one is asked because of what was found. */
  round: z.int().positive(),
};
export type Place = z.infer<z.ZodObject<typeof place>>;

/** One question to the model and its answer. */
const Exchange = z.strictObject({
  kind: z.literal("reply"),
  ...place,
  /** Why it was asked, for a reader. */
  because: z.string(),
  /** Hash of the request, which is a function of story, prompt version and what stands above. */
  request: z.string(),
  model: z.string(),
  reply: z.strictObject({
    finish: z.enum(["stop", "length", "refused"]),
    text: z.string(),
    tokens: Tokens,
  }),
  costUsd: z.number().nonnegative().nullable(),
  /** What is wrong with the reply. */
  faults: z.array(Fault),
  outcome: Call.shape.outcome,
});
export type Exchange = z.infer<typeof Exchange>;

/** A question that got no answer, because money was short or a server away. */
const Unasked = z.strictObject({
  kind: z.literal("unasked"),
  ...place,
  code: z.enum(ERROR_CODES),
  why: z.string(),
});
export type Unasked = z.infer<typeof Unasked>;

const files = z.array(GeneratedFile).nullable();

/** What was found out by looking, running and asking an index: whatever is no function of the replies. */
export const Found = z.discriminatedUnion("what", [
  /** Lines of requirements.txt; null where nothing is asked for. */
  z.strictObject({
    kind: z.literal("found"),
    what: z.literal("packages"),
    found: z.array(z.string()).nullable(),
  }),
  z.strictObject({ kind: z.literal("found"), what: z.literal("judgement"), found: Judgement }),
  z.strictObject({ kind: z.literal("found"), what: z.literal("trial"), found: Trial.nullable() }),
  z.strictObject({
    kind: z.literal("found"),
    what: z.literal("contested"),
    found: z.array(Contested.nullable()),
  }),
  z.strictObject({
    kind: z.literal("found"),
    what: z.literal("confirmed"),
    found: z.array(z.boolean()),
  }),
  z.strictObject({ kind: z.literal("found"), what: z.literal("without"), found: files }),
  /** Why no further step was made, although there was one; null where it was made. */
  z.strictObject({
    kind: z.literal("found"),
    what: z.literal("out_of_time"),
    found: z.string().nullable(),
  }),
]);
export type Found = z.infer<typeof Found>;
export type What = Found["what"];
export type FoundOf<W extends What> = Extract<Found, { what: W }>["found"];

const Line = z.union([Start, Exchange, Unasked, Found]);
export type Line = Exchange | Unasked | Found;

/** One attempt: all that it was told, in the order of its plan, whatever came first. */
export interface Transcript {
  readonly start: Start;
  readonly lines: readonly Line[];
}

export function exchangesOf({ lines }: Pick<Transcript, "lines">): Exchange[] {
  return lines.filter((line) => line.kind === "reply");
}

export function requestHash({ stage, sample, instructions, input, schema }: ModelRequest): string {
  return sha256OfJson({ stage, sample, instructions, input, schema });
}

/** Not what an adapter may have put beside it. */
export function plainReply({ finish, text, tokens }: ModelReply): Exchange["reply"] {
  return { finish, text, tokens };
}

/** `meta/transcript.jsonl`: an attempt, after those that it goes on from. */
export function transcriptText(attempts: readonly Transcript[]): string {
  const lines = attempts.flatMap(({ start, lines: own }) => [start, ...own]);
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
}

/** null for what is not a transcript of this form. */
export function parseTranscript(text: string): Transcript[] | null {
  const lines = text.split("\n").filter((line) => line !== "");
  const attempts: { start: Start; lines: Line[] }[] = [];
  for (const line of lines) {
    const { data } = Line.safeParse(jsonIn(line));
    if (data === undefined) return null;
    if (data.kind === "attempt") attempts.push({ start: data, lines: [] });
    else if (attempts.length === 0) return null;
    else attempts.at(-1)!.lines.push(data);
  }
  return attempts.length === 0 ? null : attempts;
}

/** The questions of an attempt as its manifest lists them. */
export function callsOf(exchanges: readonly Exchange[]): Call[] {
  return exchanges.map(({ stage, sample, model, reply, costUsd, outcome }) => ({
    stage,
    sample,
    model,
    tokens: reply.tokens,
    costUsd,
    outcome,
  }));
}
