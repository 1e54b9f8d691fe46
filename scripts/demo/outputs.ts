import * as z from "zod";
import { jsonIn } from "../../src/foundation/json.ts";
import { type Decisions, parseDecisions } from "../../src/handover/decision.ts";
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

/** The pull requests that generate hands over; none when it did not say. */
export function handedOver({ outputs }: Job): HandedOver[] {
  return HandedOver.catch([]).parse(jsonIn(outputs["pull-requests"] ?? ""));
}

/** What the gate decided, by number of the pull request; nothing when it did not say. */
export function decisions({ outputs }: Job): Decisions {
  return parseDecisions(outputs["decisions"] ?? "") ?? {};
}
