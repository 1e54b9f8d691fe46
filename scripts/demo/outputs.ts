import * as z from "zod";
import { DECISION_CODES, DECISION_KINDS } from "../../src/handover/decision.ts";
import type { Job } from "./jobs.ts";

const HandedOver = z.array(
  z.object({
    task: z.string(),
    number: z.int(),
    url: z.string(),
    branch: z.string(),
    head: z.string(),
  }),
);
export type HandedOver = z.infer<typeof HandedOver>[number];

const Decisions = z.record(
  z.string(),
  z.object({
    decision: z.enum(DECISION_KINDS),
    reasons: z.array(z.object({ code: z.enum(DECISION_CODES), message: z.string() })),
  }),
);
export type Decisions = z.infer<typeof Decisions>;

/** The pull requests that generate hands over; none when it did not say. */
export function handedOver({ outputs }: Job): HandedOver[] {
  return HandedOver.catch([]).parse(jsonOf(outputs["pull-requests"]));
}

/** What the gate decided, by number of the pull request; nothing when it did not say. */
export function decisions({ outputs }: Job): Decisions {
  return Decisions.catch({}).parse(jsonOf(outputs["decisions"]));
}

function jsonOf(text = "null"): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
