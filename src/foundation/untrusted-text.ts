// What a story, a model, a test or a pull request wrote is shown to people only through these.

// Controls, and the marks that reorder or hide text; tab and line feed are neither.
const INVISIBLE = /(?![\t\n])[\p{Cc}\p{Cf}\u2028\u2029]/gu;

const ZERO_WIDTH_SPACE = "\u200b";

// What withoutCommands itself puts in between: a text may come through it twice, by a renderer and by the log.
const INVISIBLE_OR_OURS = new RegExp(
  `:${ZERO_WIDTH_SPACE}(?=:)|##${ZERO_WIDTH_SPACE}(?=\\[)|${INVISIBLE.source}`,
  "gu",
);

/**
 * The text with no way to be read as a workflow command: the runner takes `::name::` at the start of a line and
 * `##[name]` anywhere in it.
 */
export function withoutCommands(text: string): string {
  return text
    .replace(INVISIBLE_OR_OURS, (found) =>
      found.length > 1 && found.endsWith(ZERO_WIDTH_SPACE) ? found : "�",
    )
    .replaceAll("##[", `##${ZERO_WIDTH_SPACE}[`)
    .replace(/^(\s*):(?=:)/gmu, `$1:${ZERO_WIDTH_SPACE}`);
}

/** One line of plain text for a Markdown page: no markup, no mention, no link, no HTML, at most `limit` characters. */
export function markdownText(text: string, limit = 300): string {
  return (
    oneLine(text, limit)
      .replace(/&/g, "&amp;")
      .replace(/</g, "&lt;")
      .replace(/>/g, "&gt;")
      // GitHub looks for issues and people in the rendered text, where an entity is a plain sign again.
      .replace(/[#@]|\bGH-(?=\d)/gi, (start) => `${start}${ZERO_WIDTH_SPACE}`)
      .replace(/[\\`*_{}[\]()#+!|~$-]/g, (sign) => `&#${sign.charCodeAt(0)};`)
      .replace(/:\/\//g, `:${ZERO_WIDTH_SPACE}//`)
      .replace(/\bwww\./gi, (www) => `www${ZERO_WIDTH_SPACE}${www.slice(3)}`)
  );
}

/** The text as one line of at most `limit` visible characters: the same for a page and for the log. */
export function oneLine(text: string, limit: number): string {
  return folded(text, limit, () => " ");
}

/** The same with the spaces within a line, for these may be what a value is about: `"a  b"` is not `"a b"`. */
export function spacedLine(text: string, limit: number): string {
  return folded(text, limit, (space) => (/^ +$/u.test(space) ? space : " "));
}

function folded(text: string, limit: number, fold: (space: string) => string): string {
  return shorten(text.replace(INVISIBLE, "�").replace(/\s+/gu, fold).trim(), limit).toWellFormed();
}

export function shorten(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}
