import { parse } from "yaml";
import { isRecord } from "../foundation/json.ts";
import { headingIn, stripBullets, withoutColon } from "./lines.ts";

/** What a story in Markdown says, as the JSON of the same story would; or everything that is wrong with its form. */
export type MarkdownRead =
  | { readonly ok: true; readonly value: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Headings that have a key of their own; below any other one stands text under its own name. */
const KEYS: ReadonlyMap<string, string> = new Map([
  ["acceptance", "acceptance"],
  ["acceptance criteria", "acceptance"],
  ["examples", "acceptance"],
  ["requirements", "requirements"],
  ["constraints", "constraints"],
  ["description", "description"],
  ["feature", "feature"],
  ["dependencies", "dependencies"],
]);

/**
 * Reads a story in Markdown: front matter, the first heading as title, the text below it as description, and each section
 * as the key that its heading names. Lines stay as they are written, so that criteria can quote them. No model is asked.
 */
export function readMarkdownStory(text: string): MarkdownRead {
  const lines = text.split(/\r\n|[\n\r]/u);
  const front = frontMatter(lines);
  if ("problem" in front) return { ok: false, problems: [front.problem] };
  const { title, sections } = outline(blocksOf(lines.slice(front.end)));
  const { document, problems } = documentOf(title, sections);
  const given = Object.keys(front.keys);
  const twice = Object.keys(document).filter((key) => given.includes(key));
  const all = [
    ...problems,
    ...twice.map((key) => `says ${JSON.stringify(key)} in its front matter and below a heading`),
  ];
  if (all.length > 0) return { ok: false, problems: all };
  return { ok: true, value: { ...front.keys, ...document } };
}

type FrontMatter =
  | { readonly keys: Readonly<Record<string, unknown>>; readonly end: number }
  | { readonly problem: string };

const HOW_TO_BEGIN =
  'a story in Markdown begins with a line "---", a line such as "id: shipping_cost", and another line "---"';

function frontMatter(lines: readonly string[]): FrontMatter {
  if (lines[0]?.trimEnd() !== "---") return { problem: `has no front matter: ${HOW_TO_BEGIN}` };
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === "---");
  if (end === -1) return { problem: `has front matter that never ends: ${HOW_TO_BEGIN}` };
  // With an empty line in the place of the mark, so that a fault is named by its line in the file.
  const yaml = ["", ...lines.slice(1, end)].join("\n");
  let value: unknown;
  try {
    value = parse(yaml, { maxAliasCount: 0, resolveKnownTags: false, logLevel: "error" });
  } catch (error) {
    if (error instanceof RangeError)
      return { problem: "has front matter that is nested too deeply" };
    const why = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    // The parser says it in the words of its own engine.
    if (/call stack/u.test(why)) return { problem: "has front matter that is nested too deeply" };
    return { problem: `has front matter that is not valid YAML: ${why}` };
  }
  if (!isRecord(value)) return { problem: `has no keys in its front matter: ${HOW_TO_BEGIN}` };
  if (!isJson(value)) {
    return {
      problem: "has front matter with a value that JSON does not know, such as .nan or .inf",
    };
  }
  return { keys: value, end: end + 1 };
}

function isJson(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isJson);
  if (isRecord(value)) return Object.values(value).every(isJson);
  return value === null || typeof value === "string" || typeof value === "boolean";
}

type Block =
  | { readonly kind: "heading"; readonly level: number; readonly text: string }
  | { readonly kind: "line"; readonly text: string };

const FENCE = /^ {0,3}(`{3,}(?![^`]*`)|~{3,})/u;
const FENCE_END = /^ {0,3}(`{3,}|~{3,})[ \t]*$/u;
const RULE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/u;
const UNDERLINE = /^ {0,3}(=+|-{2,})[ \t]*$/u;
const NO_PARAGRAPH = /^ {4}|^\s*(?:[-*+>|]|\d{1,9}[.)])(?:\s|$)/u;

/** Lines and headings. Comments, rules and the marks of fences say nothing; what stands in a fence stays. */
function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let fence: string | null = null;
  let inComment = false;
  for (const written of lines) {
    if (fence !== null) {
      // As long as what it closes, or longer.
      if (FENCE_END.exec(written)?.[1]?.startsWith(fence) === true) fence = null;
      else blocks.push({ kind: "line", text: written });
      continue;
    }
    const visible = withoutComments(written, inComment);
    inComment = visible.inComment;
    const line = visible.text;
    // What is left of a line that held nothing but a comment is no empty line of the author's.
    if (line.trim() === "" && written.trim() !== "") continue;
    fence = FENCE.exec(line)?.[1] ?? null;
    if (fence !== null) continue;
    const heading = headingIn(line);
    const underlined = UNDERLINE.exec(line)?.[1];
    if (heading !== null) {
      blocks.push({ kind: "heading", ...heading });
    } else if (underlined !== undefined && isParagraphOfOneLine(blocks)) {
      const above = blocks.pop()!;
      const level = underlined.startsWith("=") ? 1 : 2;
      blocks.push({ kind: "heading", level, text: above.text.trim() });
    } else if (!RULE.test(line)) {
      blocks.push({ kind: "line", text: line.trimEnd() });
    }
  }
  return blocks;
}

function withoutComments(
  line: string,
  startsInComment: boolean,
): { readonly text: string; readonly inComment: boolean } {
  let [text, rest, inComment] = ["", line, startsInComment];
  for (;;) {
    const mark = inComment ? "-->" : "<!--";
    const at = rest.indexOf(mark);
    if (!inComment) text += at === -1 ? rest : rest.slice(0, at);
    if (at === -1) return { text, inComment };
    rest = rest.slice(at + mark.length);
    inComment = !inComment;
  }
}

function isParagraphOfOneLine(blocks: readonly Block[]): boolean {
  const [before, last] = [blocks.at(-2), blocks.at(-1)];
  if (last?.kind !== "line" || last.text.trim() === "" || NO_PARAGRAPH.test(last.text))
    return false;
  return before?.kind !== "line" || before.text.trim() === "";
}

interface Section {
  /** Empty for what stands above the first heading. */
  readonly name: string;
  readonly blocks: readonly Block[];
}

/** A single heading of the first level is the title; the highest level below it makes the sections. */
function outline(blocks: readonly Block[]): {
  readonly title: string | null;
  readonly sections: readonly Section[];
} {
  const tops = blocks.filter((block) => block.kind === "heading" && block.level === 1);
  const only = tops.length === 1 ? tops[0]! : null;
  const title =
    only !== null && keyOf(only.text) === null && partOf(only.text) === null ? only : null;
  const body = blocks.filter((block) => block !== title);
  return { title: title === null ? null : title.text, sections: sectionsOf(body) };
}

function sectionsOf(blocks: readonly Block[]): Section[] {
  const levels = blocks.flatMap((block) => (block.kind === "heading" ? [block.level] : []));
  const highest = Math.min(...levels);
  const sections: { name: string; blocks: Block[] }[] = [{ name: "", blocks: [] }];
  for (const block of blocks) {
    if (block.kind === "heading" && block.level === highest) {
      sections.push({ name: block.text, blocks: [] });
    } else sections.at(-1)!.blocks.push(block);
  }
  return sections;
}

function keyOf(name: string): string | null {
  return KEYS.get(withoutColon(name).toLowerCase()) ?? null;
}

/** `Part: cart`, in whatever case. */
function partOf(name: string): string | null {
  return /^part[\s:]+([^\s:]\S*)$/iu.exec(name)?.[1] ?? null;
}

function documentOf(
  title: string | null,
  sections: readonly Section[],
): { readonly document: Readonly<Record<string, unknown>>; readonly problems: readonly string[] } {
  const texts = new Map<string, string[]>();
  const tasks: Record<string, unknown>[] = [];
  const problems: string[] = [];
  for (const { name, blocks } of sections) {
    const part = partOf(name);
    if (part !== null) {
      const own = documentOf(null, sectionsOf(blocks));
      if ("tasks" in own.document) problems.push(`has a part within the part ${part}`);
      problems.push(...own.problems);
      tasks.push({ id: part, ...own.document });
      continue;
    }
    const key = name === "" ? "description" : (keyOf(name) ?? withoutColon(name));
    if (OTHERS.includes(key.toLowerCase())) {
      problems.push(`has the heading ${JSON.stringify(name)}: ${WHERE[key.toLowerCase()] ?? ""}`);
      continue;
    }
    const text = textOf(blocks);
    if (text !== "") texts.set(key, [...(texts.get(key) ?? []), text]);
  }
  const document = {
    ...(title !== null && title !== "" && { title }),
    ...Object.fromEntries([...texts].map(([key, all]) => [key, valueOf(key, all.join("\n"))])),
    ...(tasks.length > 0 && { tasks }),
  };
  return { document, problems };
}

/** What text below a heading cannot say. */
const WHERE: Readonly<Record<string, string>> = {
  id: "write the id into the front matter",
  version: "write the version into the front matter",
  title: 'write the title as "# …", or into the front matter',
  tasks: 'write each part below a heading of its own, such as "## Part: cart"',
};
const OTHERS = Object.keys(WHERE);

function textOf(blocks: readonly Block[]): string {
  return blocks
    .map((block) =>
      block.kind === "heading" ? `${"#".repeat(block.level)} ${block.text}` : block.text,
    )
    .join("\n")
    .trim();
}

/** Packages are read one by one; everything else is text, which is taken apart where it is read. */
function valueOf(key: string, text: string): string | string[] {
  if (key !== "dependencies") return text;
  return text
    .split("\n")
    .map((line) => stripBullets(line).replace(/^`(.*)`$/u, "$1"))
    .filter((line) => line !== "");
}
