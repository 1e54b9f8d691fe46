import { styleText } from "node:util";

type Style = Parameters<typeof styleText>[0];
type Line = string | { readonly text: string; readonly style: Style };

export interface Narrator {
  readonly line: (text?: string, style?: Style) => void;
  /** Says that a stage begins; what comes back says how it ended, on the same line. */
  readonly stage: (
    name: string,
  ) => (seconds: number, headline: string, details?: readonly Line[]) => void;
}

const NAME_WIDTH = 11;
const TIME_WIDTH = 7;
const INDENT = " ".repeat(NAME_WIDTH + TIME_WIDTH + 2);

/** Writes the story of a run: plain text, with colour only on a terminal that wants it. */
export function narrator(out: NodeJS.WritableStream): Narrator {
  const styled = (text: string, style?: Style): string =>
    style === undefined ? clean(text) : styleText(style, clean(text), { stream: out });
  return {
    line: (text = "", style) => void out.write(`${styled(text, style)}\n`),
    stage: (name) => {
      out.write(styled(name.padEnd(NAME_WIDTH), "bold"));
      return (seconds, headline, details = []) => {
        const time = `${seconds.toFixed(1)} s`.padStart(TIME_WIDTH);
        out.write(`${styled(time, "dim")}  ${styled(headline)}\n`);
        for (const detail of details) {
          const { text, style } = typeof detail === "string" ? { text: detail } : detail;
          for (const line of text.split("\n"))
            out.write(`${`${INDENT}${styled(line, style)}`.trimEnd()}\n`);
        }
      };
    },
  };
}

/** Names of tests and messages of errors come from generated code: no sign of theirs may steer a terminal. */
function clean(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, "�");
}

/** Rows with their first columns as wide as the widest cell. */
export function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => (column < row.length - 1 ? cell.padEnd(widths[column] ?? 0) : cell))
      .join("  "),
  );
}
