import { existsSync, readFileSync } from "node:fs";
import { place, type Candidate } from "./places.ts";

/** What corpus.ts found out so far. */
export function readRecords(): Candidate[] {
  const path = place("corpus.jsonl");
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Candidate);
}
