/** Marks the one comment that the pipeline keeps on a pull request. */
export const STICKY_MARK = "<!-- agent-pipeline -->";

/**
 * Each section is written by one action and left alone by the others; generate has one for what came to nothing. What the
 * sweep says holds until the gate says something. `story` stands on an issue.
 */
export type Section = "generate" | "gate" | "notice" | "sweep" | "story";

/** GitHub refuses a comment of more than 65,536 characters; each of the two large sections gets less than half. */
export const SECTION_LIMIT = 29_000;
export const NOTICE_LIMIT = 5_000;
export const SWEEP_LIMIT = 1_000;

const LIMITS: Readonly<Record<Section, number>> = {
  generate: SECTION_LIMIT,
  gate: SECTION_LIMIT,
  notice: NOTICE_LIMIT,
  sweep: SWEEP_LIMIT,
  story: SECTION_LIMIT,
};

/** What an action wrote in its section; null when it has written none yet. */
export function sectionOf(body: string | null, section: Section): string | null {
  const [, after] = body?.split(startOf(section), 2) ?? [];
  return after?.split(endOf(section), 1)[0]?.trim() ?? null;
}

/** The comment with one section replaced, or added at its end. `body` is null when there is no comment yet. */
export function withSection(body: string | null, section: Section, content: string): string {
  const start = startOf(section);
  const end = endOf(section);
  const limit = LIMITS[section];
  const shown = content.length > limit ? `${content.slice(0, limit)}\n…` : content;
  const block = `${start}\n${shown.trim()}\n${end}`;
  const present = body ?? STICKY_MARK;
  const from = present.indexOf(start);
  const to = present.indexOf(end);
  if (from === -1 || to < from) return `${present}\n\n${block}`;
  return present.slice(0, from) + block + present.slice(to + end.length);
}

const SECTIONS: readonly Section[] = ["generate", "gate", "notice", "sweep", "story"];

/** What is kept of two comments, which two jobs began at the same time: the older one, with what only the other one says. */
export function joined(older: string, double: string): string {
  return SECTIONS.reduce((body, section) => {
    const other = sectionOf(double, section);
    const isMissing = sectionOf(body, section) === null;
    return other === null || !isMissing ? body : withSection(body, section, other);
  }, older);
}

/** The comment without one section; what stands around it stays. */
export function withoutSection(body: string | null, section: Section): string | null {
  const from = body?.indexOf(startOf(section)) ?? -1;
  const to = body?.indexOf(endOf(section)) ?? -1;
  if (body === null || from === -1 || to < from) return body;
  return body.slice(0, from).trimEnd() + body.slice(to + endOf(section).length);
}

function endOf(section: Section): string {
  return `<!-- /agent-pipeline:${section} -->`;
}

function startOf(section: Section): string {
  return `<!-- agent-pipeline:${section} -->`;
}
