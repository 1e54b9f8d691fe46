// What GitHub would make of a text besides text. It reads Markdown first, and then looks for people, issues and links
// in the rendered text, where an entity is a plain sign again.

const ENTITY = /&(?:amp|lt|gt|#\d+);/g;

/** Everything in one line of Markdown that would be shown as more than text. */
export function markupIn(line: string): string[] {
  const signs = line.replaceAll(ENTITY, "").match(/[\\`*_{}[\]<>|~!#+]/g) ?? [];
  const rendered = line.replaceAll(/&#(\d+);/g, (_, code: string) =>
    String.fromCharCode(Number(code)),
  );
  const references = rendered.match(/@\w+|#\d+|\bGH-\d+|\w+:\/\/\S*|\bwww\.\w+/gi) ?? [];
  return [...signs, ...references];
}
