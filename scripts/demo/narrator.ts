import { styleText } from "node:util";
import { wrapped } from "../../commands/wrapped.ts";
import { withoutCommands } from "../../src/foundation/untrusted-text.ts";

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
const INDENT = NAME_WIDTH + TIME_WIDTH + 2;

/**
 * Writes the story of a run: plain text, with colour and lines of its width only on a terminal. Names of tests and messages
 * of errors come from generated code: no sign of theirs may steer a terminal, nor a runner that the demo runs on.
 */
export function narrator(out: NodeJS.WritableStream & { readonly columns?: number }): Narrator {
  const styled = (text: string, style?: Style): string =>
    style === undefined
      ? withoutCommands(text)
      : styleText(style, withoutCommands(text), { stream: out });
  const broken = (text: string, indent: number): string[] =>
    wrapped(text, out.columns ?? null, indent, lastColumnOf(text));
  return {
    line(text = "", style) {
      for (const each of broken(text, 0)) out.write(`${styled(each, style)}\n`);
    },
    stage(name) {
      out.write(styled(name.padEnd(NAME_WIDTH), "bold"));
      return (seconds, headline, details = []) => {
        const time = `${seconds.toFixed(1)} s`.padStart(TIME_WIDTH);
        // The first line stands behind the name and the time.
        const [first = "", ...others] = broken(headline, INDENT);
        out.write(`${styled(time, "dim")}  ${styled(first.slice(INDENT))}\n`);
        for (const each of others) out.write(`${styled(each)}\n`);
        for (const detail of details) {
          const { text, style } = typeof detail === "string" ? { text: detail } : detail;
          for (const line of text.split("\n").flatMap((each) => broken(each, INDENT)))
            out.write(`${styled(line.trimEnd(), style)}\n`);
        }
      };
    },
  };
}

/** Where the last column of a row begins; null for a text that is no row. */
function lastColumnOf(text: string): number | null {
  return /^.*\S {2,}(?=\S)/u.exec(text)?.[0].length ?? null;
}
