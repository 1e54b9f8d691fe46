import * as z from "zod";
import { parseInputs as parse, wholeNumber } from "../shared/core/inputs.ts";
import { MATRIX_MAX_ENTRIES } from "../shared/core/matrix.ts";
import { GENERATED } from "../shared/core/task-folder.ts";
import { isRevision } from "./core/revision.ts";

const folder = z
  .string()
  .transform(
    (text) =>
      text
        .trim()
        .replace(/^(?:\.\/)+/, "")
        .replace(/\/+$/, "") || GENERATED,
  )
  .refine(
    (path) =>
      /^[A-Za-z0-9_.-]+(?:\/[A-Za-z0-9_.-]+)*$/.test(path) && !/(?:^|\/)\.\.?(?:\/|$)/.test(path),
    'must be a folder of the repository, such as "generated"',
  );

/** Empty where the event says it. */
const revision = z
  .string()
  .trim()
  .refine(
    (name) => name === "" || isRevision(name),
    "must be a branch, a tag or a full 40-digit commit id",
  );

const maxEntries = z
  .string()
  .transform((text) => text.trim() || String(MATRIX_MAX_ENTRIES))
  .pipe(wholeNumber)
  .refine(
    (count) => count >= 1 && count <= MATRIX_MAX_ENTRIES,
    `must be between 1 and ${MATRIX_MAX_ENTRIES}`,
  );

/** One key per input of discover/action.yml. */
export const Inputs = z.object({
  task: z.string(),
  "pull-requests": z.string(),
  root: folder,
  base: revision,
  head: revision,
  "max-entries": maxEntries,
  "github-token": z.string(),
});
export type Inputs = z.infer<typeof Inputs>;

export function parseInputs(read: (name: string) => string): Inputs {
  return parse(Inputs, read, "discover");
}
