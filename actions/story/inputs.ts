import * as z from "zod";
import { parseInputs as parse, required } from "../../src/runner/inputs.ts";

/** One key per input of story/action.yml; a contract test holds the two together. */
export const Inputs = z.object({
  label: required,
  "github-token": required,
});
export type Inputs = z.infer<typeof Inputs>;

export function parseInputs(read: (name: string) => string): Inputs {
  return parse(Inputs, read, "story");
}
