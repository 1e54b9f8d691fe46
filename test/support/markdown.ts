// What GitHub would make of a text besides text. It reads Markdown first, and then looks for people, issues and links
// in the rendered text, where an entity is a plain sign again.

const ENTITY = /&(?:amp|lt|gt|#\d+);/g;

/** What a name looks like as code: nothing in it has a meaning. */
const CODE = /`[\w.…/:=, -]+`|<code>[\w.…/:=, -]+<\/code>/g;
/** Lists and quotes hold blocks, a heading holds none. */
const MARKER = /^(?:-{3,}|={2,})$|^(?: *(?:[-+*>]|\d{1,9}[.)])(?= |$))*(?: *#{1,6}(?= |$))?/;

/** What is left of a page without its letters, line by line: two pages that differ in letters only have the same. */
export function skeletonOf(page: string): string[] {
  return page.split("\n").map((line) => {
    const [marker = ""] = MARKER.exec(line) ?? [];
    const signs = line
      .replaceAll(CODE, "")
      .replaceAll(ENTITY, "")
      .match(/[\\`*_{}[\]<>|~!#+$]/g);
    return `${marker} ${(signs ?? []).join("")}`;
  });
}

/** People, issues and addresses that GitHub would find in the text of a page, outside of code and of our own links. */
export function referencesIn(page: string): string[] {
  const text = page
    .replaceAll(CODE, "")
    .replaceAll(/\]\(https:[^)]*\)|<a href="https:[^"]*">/g, "]");
  return markupIn(text).filter((found) => found.length > 1);
}

/** Everything in one line of Markdown that would be shown as more than text. */
export function markupIn(line: string): string[] {
  const signs = line.replaceAll(ENTITY, "").match(/[\\`*_{}[\]<>|~!#+$]/g) ?? [];
  const rendered = line.replaceAll(/&#(\d+);/g, (_, code: string) =>
    String.fromCharCode(Number(code)),
  );
  const references = rendered.match(/@\w+|#\d+|\bGH-\d+|\w+:\/\/\S*|\bwww\.\w+/gi) ?? [];
  return [...signs, ...references];
}
