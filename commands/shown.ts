import { PipelineError } from "../src/foundation/errors.ts";
import { withoutCommands } from "../src/foundation/untrusted-text.ts";
import { type Block, type Line, say, type Table, untrusted } from "../src/telling/blocks.ts";
import { aligned, plainLine } from "../src/telling/plain.ts";
import { type Answer, EXIT } from "./answer.ts";
import { inspectable } from "./inspectable.ts";
import { wrapped } from "./wrapped.ts";

/** What stands at the other end of the output. */
export interface Screen {
  /** Width of a terminal; null where the output is no terminal, and lines stay whole. */
  readonly columns: number | null;
  readonly hasColours: boolean;
}

/** An answer as people read it. Nothing in it steers a terminal but our own colours. */
export function shownText(blocks: readonly Block[], screen: Screen): string {
  return blocks
    .flatMap((block) => linesOf(block, screen, 0))
    .map((line) => `${line.trimEnd()}\n`)
    .join("");
}

/** An answer as programs read it: letters that a terminal would act on, or hide, are written as \u escapes. */
export function shownJson(data: object): string {
  const text = JSON.stringify(data, null, 2);
  return `${text.replace(/(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/gu, escaped)}\n`;
}

/** What went wrong with a command, and what to do about it. Everything but a `PipelineError` is a bug of ours. */
export function failureOf(error: unknown): Answer {
  if (error instanceof PipelineError) {
    const { code, message, hint = null } = error;
    return {
      exit: EXIT.unanswered,
      blocks: [...paragraphs(`✘ ${message}`), ...(hint === null ? [] : paragraphs(`  ${hint}`))],
      data: { error: { code, message, hint } },
    };
  }
  const details = inspectable(error);
  const said = "This is a bug in agent-pipeline, please report it.";
  return {
    exit: EXIT.unanswered,
    blocks: [...paragraphs(said), ...paragraphs(details)],
    data: { error: { code: "BUG", message: said, hint: details } },
  };
}

const LINE_LIMIT = 4_000;

/** A text of several lines, each as a line of its own. */
export function paragraphs(text: string): Block[] {
  return text.split("\n").map((line) => {
    const indent = /^ */u.exec(line)![0].length;
    const own: Line = say`${untrusted(line, LINE_LIMIT)}`;
    return indent === 0
      ? { kind: "paragraph", line: own }
      : { kind: "folds", folds: [{ title: [], blocks: [{ kind: "paragraph", line: own }] }] };
  });
}

const STEP = 2;

function linesOf(block: Block, screen: Screen, indent: number): string[] {
  switch (block.kind) {
    case "heading":
      return [
        ...(block.level === 2 ? [] : [""]),
        ...styledLines(plainLine(block.line), screen, indent, "bold"),
      ];
    case "paragraph":
      return styledLines(plainLine(block.line), screen, indent);
    case "list":
      return block.items.flatMap((item) => styledLines(plainLine(item), screen, indent));
    case "table":
      return tableLines(block, screen, indent);
    case "folds":
      return block.folds.flatMap(({ title, blocks }) => [
        ...(title.length === 0 ? [] : styledLines(plainLine(title), screen, indent)),
        ...blocks.flatMap((each) => linesOf(each, screen, indent + STEP)),
      ]);
    default:
      return block satisfies never;
  }
}

/** The last column goes on below itself, so that the eye finds the next row. */
function tableLines({ head, rows }: Table, screen: Screen, indent: number): string[] {
  const cells = (head === null ? rows : [head, ...rows]).map((row) => row.map(plainLine));
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  );
  const hanging = widths.slice(0, -1).reduce((sum, width) => sum + width + STEP, 0);
  return aligned(cells).flatMap((line, index) => {
    const own = /^ */u.exec(cells[index]?.at(-1) ?? "")![0].length;
    return styledLines(line, screen, indent, null, hanging + own);
  });
}

const COLOURS = { bold: 1, red: 31, green: 32, yellow: 33 } as const;
type Colour = keyof typeof COLOURS;

/** By the sign that we begin a line with. */
const SIGN_COLOURS: Readonly<Record<string, Colour>> = { "✔": "green", "✘": "red", "?": "yellow" };

function styledLines(
  text: string,
  screen: Screen,
  indent: number,
  style: Colour | null = null,
  hanging: number | null = null,
): string[] {
  const [sign = ""] = text.trimStart();
  const colour = style ?? (text.trimStart()[1] === " " ? SIGN_COLOURS[sign] : undefined);
  return wrapped(text, screen.columns, indent, hanging).map((broken, index) => {
    // Where a line was broken a new one begins, which a runner could take for a command.
    const line = withoutCommands(broken);
    if (!screen.hasColours || colour === undefined) return line;
    if (style !== null) return coloured(line, colour);
    return index === 0 ? line.replace(sign, coloured(sign, colour)) : line;
  });
}

function coloured(text: string, colour: Colour): string {
  return `\u001b[${COLOURS[colour]}m${text}\u001b[0m`;
}

function escaped(sign: string): string {
  return [...Array(sign.length).keys()]
    .map((at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, "0")}`)
    .join("");
}
