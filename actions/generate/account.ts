import type { Judgement } from "../../src/authoring/judgement.ts";
import { sumOf } from "../../src/authoring/spending.ts";
import {
  type Exchange,
  exchangesOf,
  type Line as TranscriptLine,
  parseTranscript,
  type Transcript,
} from "../../src/authoring/transcript.ts";
import { META } from "../../src/task/folder.ts";
import { type Ending, Manifest } from "../../src/task/manifest.ts";
import { readMeta } from "../../src/task/meta-file.ts";
import type { TaskId } from "../../src/task/task-id.ts";
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
import { overruledBlocks, questionBlocks } from "../../src/telling/question-words.ts";
import { spentWords } from "../../src/telling/spent-words.ts";

/** Files of a task folder by path, as they are on its branch. */
type Folder = ReadonlyMap<string, Uint8Array>;

const LONG = 1_000;

/** How the last attempts came to what the folder holds: who was asked, why, what came of it, and what it took. */
export function accountOf(folder: Folder): Block[] {
  const transcripts = parseTranscript(new TextDecoder().decode(folder.get(META.transcript)));
  if (transcripts === null) return [];
  const rows = transcripts.flatMap(rowsOf);
  if (rows.length === 0) return [];
  return [
    {
      kind: "table",
      head: [say`attempt`, say`asked`, say`because`, say`what came of it`, say`took`],
      rows,
    },
  ];
}

/** One row for what was asked at the same time, with what the judge then found. */
function rowsOf({ start, lines }: Transcript): (readonly Line[])[] {
  return stepsOf(lines).map(({ asked, judgement }) => [
    say`${start.number}`,
    joined(
      [...new Set(asked.map(({ stage }) => stage))].map((stage) => say`${stage}`),
      say`, `,
    ),
    say`${asked[0]?.because ?? "a run found it wanting"}`,
    judgement === null ? say`not judged` : saidOf(judgement),
    tookBy(asked),
  ]);
}

interface Step {
  readonly asked: readonly Exchange[];
  readonly judgement: Judgement | null;
}

/** What was asked up to each judgement. */
function stepsOf(lines: readonly TranscriptLine[]): Step[] {
  const steps: Step[] = [];
  let asked: Exchange[] = [];
  for (const line of lines) {
    if (line.kind === "reply") asked.push(line);
    if (line.kind !== "found" || line.what !== "judgement") continue;
    steps.push({ asked, judgement: line.found });
    asked = [];
  }
  return asked.length === 0 ? steps : [...steps, { asked, judgement: null }];
}

function saidOf(judgement: Judgement): Line {
  if (judgement.kind === "not_judged") return say`not checked here: ${judgement.why}`;
  const { findings, worth } = judgement;
  const tests = say`${worth.passed} of ${worth.passed + worth.failed} tests passed`;
  if (findings.length === 0) return say`proven; ${tests}`;
  const codes = [...new Set(findings.map((finding) => finding.code))];
  return say`${joined(
    codes.map((each) => say`${code(each)}`),
    say`, `,
  )}; ${tests}`;
}

function tookBy(asked: readonly Exchange[]): Line {
  return spentWords(sumOf(asked.map(({ reply: { tokens }, costUsd }) => ({ tokens, costUsd }))));
}

/** How the last attempt ended; null for a folder that does not say. */
export function endingOf(folder: Folder): Ending | null {
  return readMeta(Manifest, folder.get(META.manifest))?.attempts.at(-1)?.ended ?? null;
}

/** Whether a person has to look before the task can be merged. */
export function isForPerson(folder: Folder): boolean {
  const ending = endingOf(folder);
  return ending === "open" || ending === "not_proven";
}

/** What a person has to do about a task, before everything else; nothing where there is nothing to do. */
export function todoOf(task: TaskId, folder: Folder): Block[] {
  const manifest = readMeta(Manifest, folder.get(META.manifest));
  if (manifest === null) return [];
  return [
    ...(manifest.open === null ? [] : questionBlocks(task, manifest.open)),
    ...manifest.overruled.flatMap((each) => overruledBlocks(task, each)),
    ...(endingOf(folder) === "not_proven" ? notProven(task, manifest, folder) : []),
  ];
}

/** What is missing, and what another attempt would take, by what the last one took. */
function notProven(task: TaskId, { attempts }: Manifest, folder: Folder): Block[] {
  const transcripts = parseTranscript(new TextDecoder().decode(folder.get(META.transcript)));
  const last = transcripts?.at(-1);
  const judgement = stepsOf(last?.lines ?? []).findLast(
    (step) => step.judgement !== null,
  )?.judgement;
  const missing =
    judgement?.kind === "judged"
      ? judgement.findings.map(({ code: reason, says, item, call, got, test }) => {
          const parts = [item, test, says, call, got].filter((part) => part !== null);
          return say`${code(reason)}: ${untrusted(parts.join(": "), LONG)}`;
        })
      : [];
  const took = last === undefined ? say`nothing` : tookBy(exchangesOf(last));
  return [
    paragraph(
      say`${code(task)} is not proven after ${attempts.length} ${attempts.length === 1 ? say`attempt` : say`attempts`}. This is the best version; what is missing:`,
    ),
    ...list(missing, 10),
    paragraph(
      say`Change the story, push a correction, or name the task with ${code("task")} to try again: the last attempt took ${took}.`,
    ),
  ];
}
