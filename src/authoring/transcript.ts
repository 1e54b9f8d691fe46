import * as z from "zod";
import { sha256OfJson } from "../foundation/digest.ts";
import { jsonIn } from "../foundation/json.ts";
import { Attempt, Call, STAGES, Tokens } from "../task/manifest.ts";
import { Fault } from "./fault.ts";
import type { ModelReply, ModelRequest } from "./model.ts";
import { Terms } from "./terms.ts";

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

/** One question to the model and its answer. */
const Exchange = z.strictObject({
  kind: z.literal("reply"),
  stage: z.enum(STAGES),
  sample: z.int().positive(),
  /** 1 for the first question of a stage; each further one is asked because of what was found. */
  round: z.int().positive(),
  /** What was wrong with the reply before it. */
  findings: z.array(Fault),
  /** Hash of the request, which is a function of story, prompt version and what stands above. */
  request: z.string(),
  model: z.string(),
  reply: z.strictObject({
    finish: z.enum(["stop", "length", "refused"]),
    text: z.string(),
    tokens: Tokens,
  }),
  costUsd: z.number().nonnegative().nullable(),
  outcome: Call.shape.outcome,
});
export type Exchange = z.infer<typeof Exchange>;

/** What an index of packages answered. */
const Packages = z.strictObject({
  kind: z.literal("packages"),
  /** Lines of requirements.txt. */
  lines: z.array(z.string()),
});

const Line = z.discriminatedUnion("kind", [Start, Exchange, Packages]);

/** `meta/transcript.jsonl`: all that an attempt was told, in the order of its plan, whatever came first. */
export interface Transcript {
  readonly start: Start;
  readonly exchanges: readonly Exchange[];
  /** null where no package was asked for. */
  readonly packages: readonly string[] | null;
}

export function requestHash({ stage, sample, instructions, input, schema }: ModelRequest): string {
  return sha256OfJson({ stage, sample, instructions, input, schema });
}

/** Not what an adapter may have put beside it. */
export function plainReply({ finish, text, tokens }: ModelReply): Exchange["reply"] {
  return { finish, text, tokens };
}

export function transcriptText({ start, exchanges, packages }: Transcript): string {
  const lines: z.infer<typeof Line>[] = [
    start,
    ...exchanges,
    ...(packages === null ? [] : [{ kind: "packages" as const, lines: [...packages] }]),
  ];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
}

/** null for what is not a transcript of this form. */
export function parseTranscript(text: string): Transcript | null {
  const lines = text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => Line.safeParse(jsonIn(line)));
  const read = lines.flatMap(({ data }) => (data === undefined ? [] : [data]));
  const [start, ...others] = read;
  if (read.length < lines.length || start?.kind !== "attempt") return null;
  const packages = others.filter((line) => line.kind === "packages");
  const exchanges = others.filter((line) => line.kind === "reply");
  if (packages.length > 1 || exchanges.length + packages.length < others.length) return null;
  return { start, exchanges, packages: packages[0]?.lines ?? null };
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
