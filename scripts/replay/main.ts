// `npm run replay -- generated/<taskId>`: makes the folder of a task again from its transcript, and compares byte by
// byte. With `--explain` it says which reply made which file, and why each further question was asked.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
import type { Judgement } from "../../src/authoring/judgement.ts";
import { replay, type Replayed } from "../../src/authoring/replay.ts";
import type { Found, Line, Transcript } from "../../src/authoring/transcript.ts";
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
    for (const line of replayed.transcripts.flatMap(explanation)) say(line);
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

function explanation({ start, lines }: Transcript): string[] {
  return [
    `Attempt ${start.number} (${start.reason}), agent-pipeline ${start.version}, prompts ${start.promptVersion}`,
    ...lines.flatMap(explained),
  ];
}

function explained(line: Line): string[] {
  switch (line.kind) {
    case "reply": {
      const { stage, sample, round, because, model, reply, costUsd, outcome, faults } = line;
      const which = `version ${sample}, reply ${round}`;
      const price = costUsd === null ? "price unknown" : `${costUsd} USD`;
      return [
        `  ${stage} was asked of ${model}: ${because}`,
        `    ${which} ${OUTCOMES[outcome]} (${reply.tokens.input} tokens in, ${reply.tokens.output} out, ${price})`,
        ...faults.map(({ code, problem }) => `      ${code}: ${problem}`),
        ...(outcome === "used" ? [`    made ${MADE[stage]}`] : []),
      ];
    }
    case "unasked":
      return [`  ${line.stage} could not be asked: ${line.why}`];
    case "found":
      return foundLines(line).map((each) => `  ${each}`);
    default:
      return line satisfies never;
  }
}

function foundLines(line: Found): string[] {
  switch (line.what) {
    case "packages":
      return line.found === null ? [] : [`an index of packages answered: ${line.found.join(", ")}`];
    case "judgement":
      return judgementLines(line.found);
    case "trial":
      return line.found === null
        ? ["the versions could not be run"]
        : [
            `${line.found.tests.length} tests were run on ${line.found.codes.length} codes`,
            ...line.found.tests
              .filter(({ outcomes }) => outcomes.some((outcome) => outcome !== "passed"))
              .map(
                ({ suite, id, outcomes }) => `  suite ${suite + 1}, ${id}: ${outcomes.join(", ")}`,
              ),
          ];
    case "contested":
      return line.found.map((each) =>
        each === null
          ? "what a test expects could not be made out"
          : `contested: ${[...each.setup, each.call].join("; ")}: a test says ${each.returns ?? `raises ${each.raises}`}, the codes say ${each.answers.join(", ")}`,
      );
    case "confirmed":
      return [`answers that knew nothing of it agree with the code: ${line.found.join(", ")}`];
    case "without":
      return ["tests were taken out of a suite"];
    case "out_of_time":
      return line.found === null ? [] : [line.found];
    default:
      return line satisfies never;
  }
}

function judgementLines(judgement: Judgement): string[] {
  if (judgement.kind === "not_judged") return [`it was not judged: ${judgement.why}`];
  if (judgement.findings.length === 0) return ["the judge found nothing: proven"];
  return [
    "the judge found:",
    ...judgement.findings.map(
      ({ code, says, item, call, got }) =>
        `  ${[code, item, says, call, got].filter((part) => part !== null).join(": ")}`,
    ),
  ];
}

const OUTCOMES = {
  used: "was used",
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
