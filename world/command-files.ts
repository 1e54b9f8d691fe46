import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const names = [
  "GITHUB_OUTPUT",
  "GITHUB_ENV",
  "GITHUB_PATH",
  "GITHUB_STATE",
  "GITHUB_STEP_SUMMARY",
] as const;

export type CommandFileName = (typeof names)[number];

const largestSummary = 1024 * 1024;

/** The files by which a step talks to the runner. */
export class CommandFiles {
  readonly environment: Readonly<Record<string, string>>;
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
    for (const name of names) writeFileSync(this.#path(name), "");
    this.environment = Object.fromEntries(names.map((name) => [name, this.#path(name)]));
  }

  /** The name-value pairs of a file. Throws where the runner fails the step. */
  pairs(name: CommandFileName): Record<string, string> {
    return parsePairs(this.#read(name));
  }

  /** The summary, or null when it is too large: the runner then uploads none. */
  summary(): string | null {
    const text = this.#read("GITHUB_STEP_SUMMARY");
    return Buffer.byteLength(text) > largestSummary ? null : text;
  }

  #read(name: CommandFileName): string {
    return readFileSync(this.#path(name), "utf8");
  }

  #path(name: CommandFileName): string {
    return join(this.#folder, name.toLowerCase());
  }
}

function parsePairs(text: string): Record<string, string> {
  const pairs: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  while (lines.length > 0) {
    const line = lines.shift() ?? "";
    if (line === "") continue;
    const [, name, sign, rest = ""] = /^(.*?)(=|<<)(.*)$/s.exec(line) ?? [];
    if (name === undefined || name === "") throw new Error(`Invalid format '${line}'`);
    pairs[name] = sign === "=" ? rest : heredoc(lines, name, rest);
  }
  return pairs;
}

function heredoc(lines: string[], name: string, delimiter: string): string {
  const end = lines.indexOf(delimiter);
  if (end < 0)
    throw new Error(`Invalid value. Matching delimiter not found '${delimiter}' (${name})`);
  const value = lines.splice(0, end + 1);
  return value.slice(0, -1).join("\n");
}
