import { headingIn } from "./lines.ts";

/** What GitHub writes for a field that was left empty. */
const NO_RESPONSE = "_No response_";

/** The text of a story in Markdown, or what is wrong with the issue that it was to be read from. */
export type IssueStory =
  | { readonly ok: true; readonly id: string; readonly text: string }
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * The story that an issue says: of the form, whose fields are sections with headings, or written freely with front matter. The
 * id comes from the field `Id`, the title from the issue's own where the text has none.
 */
export function storyOfIssue(title: string, body: string): IssueStory {
  const lines = body.split(/\r\n|[\n\r]/u);
  if (lines[0]?.trimEnd() === "---") return withFrontMatter(lines);
  const sections = sectionsOf(lines);
  const id =
    sections
      .find(({ name }) => isId(name))
      ?.lines.join("\n")
      .trim() ?? "";
  if (id === "" || id === NO_RESPONSE) {
    return {
      ok: false,
      problems: [
        'has no id: fill in the field "Id", or add a line "### Id" and below it an id such as shipping_cost',
      ],
    };
  }
  const kept = sections.filter(
    ({ name, lines: all }) => !isId(name) && all.join("\n").trim() !== NO_RESPONSE,
  );
  const text = kept
    .flatMap(({ heading, lines: all }) => [
      ...(heading === null ? [] : [heading, ""]),
      ...trimmed(all),
      "",
    ])
    .join("\n")
    .trim();
  // As JSON, which is YAML as well: a title may hold any sign.
  const front = [
    "---",
    `id: ${JSON.stringify(id)}`,
    `title: ${JSON.stringify(title.trim())}`,
    "---",
  ];
  return { ok: true, id, text: `${front.join("\n")}\n\n${text}\n` };
}

function withFrontMatter(lines: readonly string[]): IssueStory {
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === "---");
  const id = lines
    .slice(1, Math.max(end, 1))
    .map((line) => /^id:[ \t]*["']?([^"'\s]+)["']?[ \t]*$/u.exec(line)?.[1])
    .find((found) => found !== undefined);
  if (id === undefined) {
    return {
      ok: false,
      problems: ['has no id: write a line such as "id: shipping_cost" into its front matter'],
    };
  }
  return { ok: true, id, text: `${lines.join("\n").trimEnd()}\n` };
}

interface Section {
  readonly name: string;
  readonly heading: string | null;
  readonly lines: string[];
}

function sectionsOf(lines: readonly string[]): Section[] {
  const sections: Section[] = [{ name: "", heading: null, lines: [] }];
  for (const line of lines) {
    const name = headingIn(line)?.text;
    if (name === undefined) sections.at(-1)!.lines.push(line);
    else sections.push({ name, heading: line.trim(), lines: [] });
  }
  return sections;
}

function isId(name: string): boolean {
  return /^(?:story )?id[\s:]*$/iu.test(name);
}

function trimmed(lines: readonly string[]): string[] {
  return lines.join("\n").trim().split("\n");
}
