// `npm run replay -- generated/<taskId>`: makes the folder of a task again from its transcript, and compares byte by
// byte. With `--explain` it says which reply made which file, and why each further question was asked.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
import { replay, type Replayed } from "../../src/authoring/replay.ts";
import type { Transcript } from "../../src/authoring/transcript.ts";
import { withoutCommands } from "../../src/foundation/untrusted-text.ts";
import type { TaskContent } from "../../src/task/folder.ts";
import { isTaskId } from "../../src/task/task-id.ts";

const USAGE = "Usage: npm run replay -- generated/<taskId> [--explain]";

/** Exit code: 0 the same, 1 it differs, 2 nothing can be said. */
export async function main(words: readonly string[], say: (line: string) => void): Promise<number> {
  const [folder, ...others] = words.filter((word) => !word.startsWith("--"));
  const options = words.filter((word) => word.startsWith("--"));
  if (folder === undefined || others.length > 0 || options.some((each) => each !== "--explain")) {
    say(USAGE);
    return 2;
  }
  const task = basename(resolve(folder));
  if (!isTaskId(task) || statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    say(`${folder} is not the folder of a task. ${USAGE}`);
    return 2;
  }
  const replayed = await replay(task, filesIn(folder));
  for (const line of linesOf(folder, replayed)) say(line);
  if (replayed.kind === "same" && options.length > 0) {
    for (const line of explanation(replayed.transcript)) say(line);
  }
  return replayed.kind === "same" ? 0 : replayed.kind === "differs" ? 1 : 2;
}

function filesIn(folder: string): TaskContent[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes("__pycache__"))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({
      path: relative(folder, path).replaceAll(sep, "/"),
      content: readFileSync(path),
    }));
}

function linesOf(folder: string, replayed: Replayed): string[] {
  switch (replayed.kind) {
    case "same":
      return [`${folder} is what its transcript makes.`];
    case "differs":
      return [
        `${folder} is not what its transcript makes:`,
        ...replayed.differences.map(({ path, how }) => `  ${path} ${how}`),
      ];
    case "other_version":
      return [
        `${folder} was made by prompts of version ${replayed.promptVersion}, which this version does not have. Generate it again to be able to replay it.`,
      ];
    case "none":
      return [`${folder} cannot be replayed: ${replayed.problem}.`];
    default:
      return replayed satisfies never;
  }
}

function explanation({ start, exchanges, packages }: Transcript): string[] {
  return [
    `Attempt ${start.number} (${start.reason}), agent-pipeline ${start.version}, prompts ${start.promptVersion}`,
    ...exchanges.flatMap(({ stage, round, model, reply, costUsd, outcome, findings }) => [
      ...(findings.length === 0 ? [] : ["  asked again, because:"]),
      ...findings.map(({ code, problem }) => `    ${code}: ${problem}`),
      `  ${stage}, reply ${round} of ${model}: ${OUTCOMES[outcome]} (${reply.tokens.input} tokens in, ${reply.tokens.output} out, ${costUsd === null ? "price unknown" : `${costUsd} USD`})`,
      ...(outcome === "used" ? [`    made ${MADE[stage]}`] : []),
    ]),
    ...(packages === null ? [] : [`  an index of packages answered: ${packages.join(", ")}`]),
  ];
}

const OUTCOMES = {
  used: "used",
  asked_again: "could not be used",
  refused: "could not be used, and was the last",
} as const;

const MADE = {
  design: "meta/design.json",
  code: "the files below src/",
  tests: "the files below tests/",
} as const;

if (import.meta.main) {
  process.exitCode = await main(process.argv.slice(2), (line) => {
    console.log(withoutCommands(line));
  });
}
