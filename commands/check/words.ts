import type { Misplaced } from "../../actions/generate/misplaced.ts";
import type { ConfigFault } from "../../src/config/config-faults.ts";
import { CONFIG_PATH } from "../../src/config/config.ts";
import { stripBullets } from "../../src/story/lines.ts";
import {
  type Block,
  code,
  type Fold,
  type Line,
  say,
  untrusted,
} from "../../src/telling/blocks.ts";
import type { Fault } from "./story-faults.ts";
import type { ReadLine, StoryReport } from "./story-report.ts";

/** All stories, each with its faults, its notes, and how each line of it is read; last what all of it comes to. */
export function reportBlocks(
  reports: readonly StoryReport[],
  misplaced: readonly Misplaced[],
  configFaults: readonly ConfigFault[],
): readonly Block[] {
  return [
    ...configBlocks(configFaults),
    ...reports.flatMap((report): Block[] => [
      { kind: "folds", folds: [foldOf(report)] },
      { kind: "paragraph", line: [] },
    ]),
    ...misplacedBlocks(misplaced),
    { kind: "paragraph", line: sumOf(reports, misplaced, configFaults.length > 0) },
  ];
}

const TEXT_LIMIT = 2_000;

function foldOf(report: StoryReport): Fold {
  const { path, id, faults, notes, lines } = report;
  const sign = faults.length === 0 ? say`✔` : say`✘`;
  const name = id === null ? [] : say`: ${id}, ${demandsOf(lines)}`;
  return {
    title: say`${sign} ${code(path)}${name}`,
    blocks: [
      ...(faults.length === 0
        ? []
        : [{ kind: "list" as const, items: faults.map((fault) => faultLine(fault, say`✘`)) }]),
      ...(notes.length === 0
        ? []
        : [{ kind: "list" as const, items: notes.map((note) => faultLine(note, say`?`)) }]),
      ...(lines.length === 0 ? [] : [tableOf(lines)]),
    ],
  };
}

function demandsOf(lines: readonly ReadLine[]): Line {
  const demands = lines.filter(({ kind }) => kind !== "heading").length;
  const examples = lines.filter(({ kind }) => kind === "example").length;
  const unread = lines.filter(({ notRead }) => notRead !== null).length;
  const missed =
    unread === 0
      ? []
      : unread === 1
        ? say`; 1 that looks like an example and is not read`
        : say`; ${unread} that look like examples and are not read`;
  return say`${demands} ${demands === 1 ? say`demand` : say`demands`}, ${examples} of them ${examples === 1 ? say`an example` : say`examples`}${missed}`;
}

function faultLine({ at, line, says }: Fault, sign: Line): Line {
  const where = line === null ? [] : say`line ${line}: `;
  // Most sentences begin with their path.
  const path = at === "" || says.startsWith(`"${at}"`) ? [] : say`"${code(at)}" `;
  return say`${sign} ${where}${path}${untrusted(says, TEXT_LIMIT)}`;
}

function tableOf(lines: readonly ReadLine[]): Block {
  return {
    kind: "table",
    head: null,
    rows: lines.flatMap(({ kind, text, line, reading, notRead }) => [
      [
        line === null ? say`` : say`line ${line}`,
        kind === "example" ? say`example` : kind === "demand" ? say`demand` : say`heading`,
        say`${untrusted(text, TEXT_LIMIT)}`,
      ],
      // What is read as it stands is not said twice.
      ...(reading === null || reading === stripBullets(text)
        ? []
        : [[say``, say``, say`  read as ${untrusted(reading, TEXT_LIMIT)}`]]),
      ...(notRead === null
        ? []
        : [[say``, say``, say`  looks like an example, and is not read: ${notRead}`]]),
    ]),
  };
}

function misplacedBlocks(misplaced: readonly Misplaced[]): Block[] {
  if (misplaced.length === 0) return [];
  return [
    {
      kind: "list",
      items: misplaced.map(
        ({ path, problem, isMeantAsStory }) =>
          say`${isMeantAsStory ? say`✘` : say`?`} ${code(path)} ${problem}`,
      ),
    },
    { kind: "paragraph", line: [] },
  ];
}

function configBlocks(faults: readonly ConfigFault[]): Block[] {
  if (faults.length === 0) return [];
  const items = faults.map(({ at, line, says }) => {
    // A fault of a key reads "budget" is no key: …
    return faultLine({ at: "", line, says: at === "" ? says : `"${at}" ${says}` }, say`✘`);
  });
  return [
    {
      kind: "folds",
      folds: [{ title: say`✘ ${code(CONFIG_PATH)}`, blocks: [{ kind: "list", items }] }],
    },
    { kind: "paragraph", line: [] },
  ];
}

function sumOf(
  reports: readonly StoryReport[],
  misplaced: readonly Misplaced[],
  hasConfigFaults: boolean,
): Line {
  const good = reports.filter(({ faults }) => faults.length === 0).length;
  const bad = reports.length - good + misplaced.filter((one) => one.isMeantAsStory).length;
  const stories = reports.length === 1 ? say`1 story` : say`${reports.length} stories`;
  const config = hasConfigFaults ? say` The config has to be mended.` : [];
  if (bad === 0) return say`${stories}: nothing is wrong.${config}`;
  return say`${stories}: ${bad} ${bad === 1 ? say`is` : say`are`} to be mended.${config}`;
}
