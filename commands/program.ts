import { Command, CommanderError, Option } from "commander";
import { withoutCommands } from "../src/foundation/untrusted-text.ts";
import { VERSION } from "../src/foundation/version.ts";
import { type Answer, EXIT, type Exit } from "./answer.ts";
import { type Asked, COMMANDS, type CommandName, NAMES } from "./commands.ts";
import { failureOf, type Screen, shownJson, shownText } from "./shown.ts";

/** Where a command line was typed. */
export interface Terminal {
  readonly screen: Screen;
  out(text: string): void;
  error(text: string): void;
}

/** Reads the words of a command line, carries the command out, shows its answer, and says how it ends. */
export async function runProgram(
  words: readonly string[],
  carryOut: (name: CommandName, asked: Asked) => Promise<Answer>,
  terminal: Terminal,
): Promise<Exit> {
  let exit: Exit = EXIT.fine;
  const program = programOf(terminal, async (name, asked) => {
    exit = await carriedOut(() => carryOut(name, asked), asked.isJson, terminal);
  });
  try {
    await program.parseAsync([...words], { from: "user" });
    return exit;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT.fine : EXIT.unanswered;
  }
}

async function carriedOut(
  work: () => Promise<Answer>,
  isJson: boolean,
  terminal: Terminal,
): Promise<Exit> {
  let answer: Answer;
  try {
    answer = await work();
  } catch (error) {
    answer = failureOf(error);
    if (!isJson) {
      terminal.error(shownText(answer.blocks, terminal.screen));
      return answer.exit;
    }
  }
  terminal.out(isJson ? shownJson(answer.data) : shownText(answer.blocks, terminal.screen));
  return answer.exit;
}

const INTRODUCTION = `Turns stories into tested Python code, on evidence. On GitHub the actions do it; these commands do the same here.`;

const EXITS = `
Exit codes
  0  all is as it should be
  1  something was found that has to be mended
  2  the command could not be carried out
  3  nothing wrong was found, but something could not be seen

A terminal gets colours and lines of its width, a pipe neither; NO_COLOR turns
colours off.
`;

const DIRECTORY = [
  "-C, --directory <dir>",
  "the repository to work in, instead of that around this folder",
] as const;
const JSON_ANSWER = ["--json", "answer with JSON, for programs"] as const;

function programOf(
  terminal: Terminal,
  act: (name: CommandName, asked: Asked) => Promise<void>,
): Command {
  const program = new Command("agent-pipeline")
    .description(INTRODUCTION)
    .version(VERSION, "-V, --version", "the version")
    .helpOption("-h, --help", "this text; after a command, that of the command")
    .helpCommand("help [command]", "the same")
    // As those of git and npm, they may stand before the command as well as after it.
    .option(...DIRECTORY)
    .option(...JSON_ANSWER)
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text),
      writeErr: (text) => terminal.error(withoutCommands(text)),
      getOutHelpWidth: () => terminal.screen.columns ?? 80,
      getErrHelpWidth: () => terminal.screen.columns ?? 80,
    })
    .showSuggestionAfterError()
    .showHelpAfterError("--help says what can be written, after a command as well.")
    .addHelpText("after", EXITS);
  for (const name of NAMES) {
    const { about, argument, options, examples } = COMMANDS[name];
    const command = program.command(name).description(about);
    if (argument !== null) command.argument(argument.name, argument.about);
    for (const { flags, about: meaning, choices } of options) {
      const option = new Option(flags, meaning);
      command.addOption(choices === undefined ? option : option.choices(choices));
    }
    command
      .option(...DIRECTORY)
      .option(...JSON_ANSWER)
      .addHelpText("after", examplesText(examples))
      .action(async (...values: unknown[]) => {
        const given = argument === null ? [] : [values[0] ?? []].flat().map(String);
        const chosen: Record<string, unknown> = { ...program.opts(), ...command.opts() };
        await act(name, {
          words: given,
          directory: typeof chosen["directory"] === "string" ? chosen["directory"] : ".",
          isJson: chosen["json"] === true,
          text: (key) => (typeof chosen[key] === "string" ? chosen[key] : null),
          isSet: (key) => chosen[key] === true,
        });
      });
  }
  return program;
}

function examplesText(examples: readonly (readonly [words: string, meaning: string])[]): string {
  const width = Math.max(...examples.map(([words]) => words.length));
  const lines = examples.map(([words, meaning]) =>
    width > 40 ? `  ${words}\n      ${meaning}` : `  ${words.padEnd(width)}  ${meaning}`,
  );
  return `\nExamples\n${lines.join("\n")}\n`;
}
