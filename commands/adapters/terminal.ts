import type { Terminal } from "../program.ts";

/** The terminal or the pipe that this process writes to. */
export function terminalOf({ stdout, stderr, env }: NodeJS.Process): Terminal {
  const isTerminal = stdout.isTTY;
  return {
    screen: {
      columns: isTerminal ? stdout.columns || 80 : null,
      hasColours: isTerminal && (env["NO_COLOR"] ?? "") === "" && env["TERM"] !== "dumb",
    },
    out: (text) => void stdout.write(text),
    error: (text) => void stderr.write(text),
  };
}
