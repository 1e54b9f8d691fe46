// What a story, a model, a test or a pull request wrote is shown to people only through these two.

// Controls, and the marks that reorder or hide text; tab and line feed are neither.
const INVISIBLE = /(?![\t\n])[\p{Cc}\p{Cf}\u2028\u2029]/gu;

const ZERO_WIDTH_SPACE = "\u200b";

/**
 * The text with no way to be read as a workflow command: the runner takes `::name::` at the start of a line and
 * `##[name]` anywhere in it.
 */
export function withoutCommands(text: string): string {
  return text
    .replace(INVISIBLE, "�")
    .replaceAll("##[", `##${ZERO_WIDTH_SPACE}[`)
    .replace(/^(\s*):(?=:)/gmu, `$1:${ZERO_WIDTH_SPACE}`);
}

/** One line of plain text for a Markdown page: no markup, no mention, no link, no HTML, at most `limit` characters. */
export function markdownText(text: string, limit = 300): string {
  const line = shorten(text.replace(INVISIBLE, "�").replace(/\s+/gu, " ").trim(), limit);
  return (
    line
      .replace(/&/g, "&amp;")
      .replace(/</g, "&lt;")
      .replace(/>/g, "&gt;")
      // GitHub looks for issues and people in the rendered text, where an entity is a plain sign again.
      .replace(/[#@]|\bGH-(?=\d)/gi, (start) => `${start}${ZERO_WIDTH_SPACE}`)
      .replace(/[\\`*_{}[\]()#+!|~-]/g, (sign) => `&#${sign.charCodeAt(0)};`)
      .replace(/:\/\//g, `:${ZERO_WIDTH_SPACE}//`)
      .replace(/\bwww\./gi, (www) => `www${ZERO_WIDTH_SPACE}${www.slice(3)}`)
  );
}

export function shorten(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}
