import * as z from "zod";
import { place, readLines } from "./places.ts";

/** What became of a candidate. */
export const Candidate = z.object({
  task: z.string(),
  /** Package and version, and the test file in it. */
  origin: z.string(),
  /** null: it is part of the corpus. */
  leftOut: z.string().nullable(),
  detail: z.string().optional(),
  tests: z.number().optional(),
  seconds: z.number().optional(),
  /** Tests that plain pytest did not pass, and which were cut for it. */
  cutTests: z.number().optional(),
  /** Files and definitions of `src/` that no test of the folder loads or calls, and which were cut. */
  cutCode: z.number().optional(),
});
export type Candidate = z.infer<typeof Candidate>;

export const RECORDS = place("corpus.jsonl");

/** What corpus.ts found out so far. */
export function readRecords(): Candidate[] {
  return readLines(RECORDS, Candidate);
}
