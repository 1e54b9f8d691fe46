import { styleText } from "node:util";
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
const INDENT = " ".repeat(NAME_WIDTH + TIME_WIDTH + 2);

/**
 * Writes the story of a run: plain text, with colour only on a terminal that wants it. Names of tests and messages of
 * errors come from generated code: no sign of theirs may steer a terminal, nor a runner that the demo runs on.
 */
export function narrator(out: NodeJS.WritableStream): Narrator {
  const styled = (text: string, style?: Style): string =>
    style === undefined
      ? withoutCommands(text)
      : styleText(style, withoutCommands(text), { stream: out });
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
