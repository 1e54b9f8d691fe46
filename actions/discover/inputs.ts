import * as z from "zod/mini";
import { isRevision } from "../../src/git/revision.ts";
import { MATRIX_MAX_ENTRIES } from "../../src/handover/matrix.ts";
import {
  list,
  parseInputs as parse,
  pullRequestNumber,
  wholeNumber,
} from "../../src/runner/inputs.ts";
import { GENERATED } from "../../src/task/folder.ts";

const folder = z.pipe(
  z.pipe(
    z.string(),
    z.transform(
      (text: string) =>
        text
          .trim()
          .replace(/^(?:\.\/)+/, "")
          .replace(/\/+$/, "") || GENERATED,
    ),
  ),
  z
    .string()
    .check(
      z.refine(
        (path) =>
          /^[A-Za-z0-9_.-]+(?:\/[A-Za-z0-9_.-]+)*$/.test(path) &&
          !/(?:^|\/)\.\.?(?:\/|$)/.test(path),
        'must be a folder of the repository, such as "generated"',
      ),
    ),
);

/** Empty where the event says it. */
const revision = z.string().check(
  z.trim(),
  z.refine(
    (name) => name === "" || isRevision(name),
    "must be a branch, a tag or a full 40-digit commit id",
  ),
);

const maxEntries = z
  .pipe(
    z.pipe(
      z.string(),
      z.transform((text: string) => text.trim() || String(MATRIX_MAX_ENTRIES)),
    ),
    wholeNumber,
  )
  .check(
    z.refine(
      (count) => count >= 1 && count <= MATRIX_MAX_ENTRIES,
      `must be between 1 and ${MATRIX_MAX_ENTRIES}`,
    ),
  );

/** One key per input of discover/action.yml. */
export const Inputs = z.object({
  task: list,
  "pull-requests": z.string(),
  "pull-request": pullRequestNumber,
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
