import type { Judgement } from "../../src/authoring/judgement.ts";
import type { Replayed } from "../../src/authoring/replay.ts";
import type { Found, Line, Transcript } from "../../src/authoring/transcript.ts";
import { type Block, code, paragraph, say, untrusted } from "../../src/telling/blocks.ts";
import { type Answer, EXIT, type Exit } from "../answer.ts";

const EXITS: Readonly<Record<Replayed["kind"], Exit>> = {
  same: EXIT.fine,
  differs: EXIT.faults,
  other_version: EXIT.unknown,
  none: EXIT.unknown,
};

const LIMIT = 2_000;

/** Whether a folder is what its transcript makes; with `isExplained`, which reply made which file, and why each was asked. */
export function replayAnswer(folder: string, replayed: Replayed, isExplained: boolean): Answer {
  const lines =
    isExplained && replayed.kind === "same" ? replayed.transcripts.flatMap(explanation) : [];
  return {
    exit: EXITS[replayed.kind],
    blocks: [...resultBlocks(folder, replayed), ...lines.map((line) => indented(line))],
    data: {
      folder,
      replay: replayed.kind,
      differences: replayed.kind === "differs" ? replayed.differences : [],
      problem: replayed.kind === "none" ? replayed.problem : null,
      explanation: lines,
    },
  };
}

function resultBlocks(folder: string, replayed: Replayed): Block[] {
  switch (replayed.kind) {
    case "same":
      return [paragraph(say`✔ ${code(folder)} is what its transcript makes.`)];
    case "differs":
      return [
        paragraph(say`✘ ${code(folder)} is not what its transcript makes:`),
        ...replayed.differences.map(({ path, how }) => indented(`  ${path} ${how}`)),
      ];
    case "other_version":
      return [
        paragraph(
          say`? ${code(folder)} was made by prompts of version ${replayed.promptVersion}, which this version does not have. Generate it again to be able to replay it.`,
        ),
      ];
    case "none":
      return [
        paragraph(
          say`? ${code(folder)} cannot be replayed: ${untrusted(replayed.problem, LIMIT)}.`,
        ),
      ];
    default:
      return replayed satisfies never;
  }
}

/** A line that begins with two spaces for each level that it stands below the first. */
function indented(line: string): Block {
  const depth = Math.floor(/^ */u.exec(line)![0].length / 2);
  let block: Block = paragraph(say`${untrusted(line.trimStart(), LIMIT)}`);
  for (let level = 0; level < depth; level += 1) {
    block = { kind: "folds", folds: [{ title: [], blocks: [block] }] };
  }
  return block;
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
        ...faults.map(({ code: name, problem }) => `      ${name}: ${problem}`),
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
      ({ code: name, says, item, call, got }) =>
        `  ${[name, item, says, call, got].filter((part) => part !== null).join(": ")}`,
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
