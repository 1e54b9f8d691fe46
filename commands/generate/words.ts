import type { Spent } from "../../src/authoring/spending.ts";
import type { Ending } from "../../src/task/manifest.ts";
import {
  type Block,
  code,
  joined,
  type Line,
  list,
  paragraph,
  say,
  untrusted,
} from "../../src/telling/blocks.ts";
import type { Told } from "./told.ts";

/** What became of each task, and what it cost. */
export function madeBlocks(told: readonly Told[], spent: Spent): readonly Block[] {
  const { tokens, costUsd } = spent;
  const cost = costUsd === null ? say`at an unknown price` : say`${costUsd.toFixed(4)} USD`;
  const hasAsked = tokens.input + tokens.output > 0;
  return [
    ...told.flatMap(blocksOf),
    ...(hasAsked
      ? [paragraph(say`${tokens.input} tokens in, ${tokens.output} out, ${cost}.`)]
      : []),
  ];
}

const LIMIT = 1_000;

function blocksOf(told: Told): Block[] {
  const { task, kind } = told;
  switch (kind) {
    case "left":
      return [paragraph(say`– ${code(task)} ${untrusted(told.why, LIMIT)}`)];
    case "planned":
      return [paragraph(plannedLine(told))];
    case "failed": {
      const { message, hint } = told.error;
      const lines = [...message.split("\n"), ...(hint === undefined ? [] : [hint])];
      return [
        {
          kind: "folds",
          folds: [
            {
              title: say`✘ ${code(task)}: nothing was written`,
              blocks: list(lines.map((line) => say`${untrusted(line, LIMIT)}`)),
            },
          ],
        },
      ];
    }
    case "written": {
      const { made } = told.attempted;
      const ending = made.kind === "made" ? made.ending : "nothing";
      const open = made.kind === "made" ? made.open : null;
      return [
        {
          kind: "folds",
          folds: [
            {
              title: say`✔ ${code(`generated/${task}`)} is written: ${ENDED[ending]}`,
              blocks: [
                ...list(told.files.map((file) => say`${code(file)}`)),
                ...(open === null ? [] : questionBlocks(open)),
              ],
            },
          ],
        },
        ...(ending === "proven"
          ? []
          : [paragraph(say`  ${code(`agent-pipeline verify ${task}`)} says what is wanting.`)]),
      ];
    }
    default:
      return told satisfies never;
  }
}

const ENDED: Readonly<Record<Ending, Line>> = {
  proven: say`its own check found nothing wanting. That is no evidence; verify makes it`,
  not_proven: say`its own check found something wanting`,
  open: say`the story leaves something open, which its author has to say`,
  unchecked: say`its own check was not made`,
  nothing: say`nothing was made`,
};

function questionBlocks({
  call,
  answers,
  line,
}: {
  readonly call: string;
  readonly answers: readonly { readonly by: string; readonly answer: string }[];
  readonly line: string | null;
}): Block[] {
  const said = joined(
    answers.map(({ by, answer }) => say`${by} says ${untrusted(answer, LIMIT)}`),
    say`, `,
  );
  return [
    paragraph(say`? ${untrusted(call, LIMIT)}: ${said}`),
    ...(line === null
      ? []
      : [paragraph(say`  A line for the story that would settle it: ${untrusted(line, LIMIT)}`)]),
  ];
}

/** To a cent above, so that "at most" holds. */
function cents(usd: number): string {
  return (Math.ceil(usd * 100) / 100).toFixed(2);
}

function plannedLine({
  task,
  models,
  estimate: { tokens, costUsd },
  inAll,
}: Extract<Told, { kind: "planned" }>): Line {
  const price = costUsd === null ? say`at an unknown price` : say`${cents(costUsd)} USD`;
  // Money bounds nothing where nobody knows the price.
  const money = costUsd === null ? [] : say` and ${cents(inAll?.usd ?? 0)} USD`;
  const all =
    inAll === null
      ? []
      : say`; with what the check of its own work finds at most ${inAll.calls} questions${money} for this text of the story`;
  return say`– ${code(task)} would be generated: ${code(models.join(", "))} is asked for the design, then for code and tests; the first version takes at most ${tokens} tokens, ${price}${all}`;
}
