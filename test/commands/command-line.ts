import type { Answer } from "../../commands/answer.ts";
import type { Asked, CommandName } from "../../commands/commands.ts";
import { runProgram } from "../../commands/program.ts";
import { type Screen, shownText } from "../../commands/shown.ts";

export const PIPE: Screen = { columns: null, hasColours: false };
export const TERMINAL: Screen = { columns: 80, hasColours: true };

/** What a command line said, and how it ended, with the world that `handlers` are. */
export async function typed(
  words: readonly string[],
  handlers: Partial<Record<CommandName, (asked: Asked) => Promise<Answer>>>,
  screen: Screen = PIPE,
): Promise<{ readonly exit: number; readonly out: string; readonly error: string }> {
  let [out, error] = ["", ""];
  const carryOut = async (name: CommandName, asked: Asked): Promise<Answer> => {
    const handler = handlers[name];
    if (handler === undefined) throw new Error(`${name} was called`);
    return handler(asked);
  };
  const exit = await runProgram(words, carryOut, {
    screen,
    out: (text) => void (out += text),
    error: (text) => void (error += text),
  });
  return { exit, out, error };
}

export function textOf(answer: Answer, screen: Screen = PIPE): string {
  return shownText(answer.blocks, screen);
}

// The space without width is ours: it keeps a line from being a command to a runner.
const STEERING = /(?![\n\u200b])[\p{Cc}\p{Cf}\u2028\u2029]/gu;
const OUR_COLOURS = ["0", "1", "31", "32", "33"].map((code) => `\u001b[${code}m`);

/** What in a text would steer a terminal, or reorder or hide letters of it. */
export function steering(text: string): string[] {
  const plain = OUR_COLOURS.reduce((left, colour) => left.replaceAll(colour, ""), text);
  return plain.match(STEERING) ?? [];
}
