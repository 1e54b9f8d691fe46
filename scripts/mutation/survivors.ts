import { readFileSync } from "node:fs";
import * as z from "zod";
import type { Mutant } from "./score.ts";

/** Why a change that no test notices may stay unnoticed: mostly because nobody could notice it. */
const Survivors = z.array(
  z.strictObject({
    file: z.string(),
    /** The line as it stands, without the spaces around it, so that a line that moves keeps its reason. */
    code: z.string(),
    replacement: z.string(),
    reason: z.string().min(20),
  }),
);
export type Survivor = z.infer<typeof Survivors>[number];

export const SURVIVORS = Survivors.parse(
  JSON.parse(
    readFileSync(new URL("../../test/mutation/survivors.json", import.meta.url), "utf8"),
  ) as unknown,
);

export function reasonFor(mutant: Mutant): string | null {
  return SURVIVORS.find((each) => isAbout(each, mutant))?.reason ?? null;
}

/** The reasons for those files that are for nothing any more. */
export function staleReasons(survivors: readonly Mutant[], files: readonly string[]): Survivor[] {
  return SURVIVORS.filter(
    (each) => files.includes(each.file) && !survivors.some((mutant) => isAbout(each, mutant)),
  );
}

function isAbout({ file, code, replacement }: Survivor, mutant: Mutant): boolean {
  return file === mutant.file && code === mutant.code && replacement === mutant.replacement;
}
