/** Marks the one comment that the pipeline keeps on a pull request. */
export const STICKY_MARK = "<!-- agent-pipeline -->";

/** Each section is written by one action and left alone by the other. */
export type Section = "generate" | "gate";

/** GitHub refuses a comment of more than 65,536 characters; each of the two sections gets less than half. */
const SECTION_LIMIT = 30_000;

/** The comment with one section replaced, or added at its end. `body` is null when there is no comment yet. */
export function withSection(body: string | null, section: Section, content: string): string {
  const start = `<!-- agent-pipeline:${section} -->`;
  const end = `<!-- /agent-pipeline:${section} -->`;
  const shown = content.length > SECTION_LIMIT ? `${content.slice(0, SECTION_LIMIT)}\n…` : content;
  const block = `${start}\n${shown.trim()}\n${end}`;
  const present = body ?? STICKY_MARK;
  const from = present.indexOf(start);
  const to = present.indexOf(end);
  if (from === -1 || to < from) return `${present}\n\n${block}`;
  return present.slice(0, from) + block + present.slice(to + end.length);
}
