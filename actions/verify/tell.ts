import type { Log } from "../../src/runner/log.ts";
import { plain, plainLine } from "../../src/telling/plain.ts";
import { reasonAnnotations, verdictInFull } from "../../src/telling/verdict-words.ts";
import type { Verified } from "./verify-task.ts";

/** Annotations of one task: the first reasons, so that other tasks can be annotated as well. */
const ANNOTATIONS = 3;

/**
 * Tells a reader of the log how one task went. `annotations` says how many of those that are wanted may be made. Answers
 * with how many reasons got none.
 */
export async function tell(
  { evidence }: Verified,
  artifact: string,
  annotations: (wanted: number) => number,
  log: Log,
): Promise<number> {
  const { title, blocks } = verdictInFull(evidence, artifact);
  await log.group(plainLine(title), async () => {
    for (const line of plain(blocks)) log.info(`  ${line}`);
    return Promise.resolve();
  });
  const all = reasonAnnotations(evidence);
  const wanted = all.slice(0, ANNOTATIONS);
  const allowed = annotations(wanted.length);
  for (const { message, at } of wanted.slice(0, allowed)) log.error(message, at);
  return all.length - allowed;
}
