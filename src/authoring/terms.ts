import * as z from "zod";
import { EFFORTS } from "../config/config.ts";
import { STAGES, type Stage } from "../task/manifest.ts";

/** The name of the model that each stage is asked of, and further questions about a reply that cannot be used. */
export const StageModels = z.strictObject({
  design: z.string(),
  code: z.string(),
  tests: z.string(),
  /** null: the stage's own. */
  repair: z.string().nullable(),
});
export type StageModels = z.infer<typeof StageModels>;

/** What is settled before the first question: with the story it makes every question what it is. */
export const Terms = z.strictObject({
  models: StageModels,
  /** How often a reply that cannot be used is asked for again. */
  repairsPerReply: z.int().nonnegative(),
  maxOutputTokens: z.int().positive(),
  /** null leaves it to the server. */
  effort: z.enum(EFFORTS).nullable(),
  /** What may be imported besides the standard library, as `name versions`. */
  packages: z.array(z.string()),
});
export type Terms = z.infer<typeof Terms>;

/** `round`: 1 for the first question of a stage. */
export function modelFor({ models }: Terms, stage: Stage, round: number): string {
  return (round > 1 ? models.repair : null) ?? models[stage];
}

export function modelsOf({ models }: Terms): string[] {
  const names = [...STAGES.map((stage) => models[stage]), models.repair];
  return [...new Set(names.filter((name) => name !== null))];
}
