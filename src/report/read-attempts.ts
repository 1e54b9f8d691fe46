import { NO_TOKENS } from "../authoring/prices.ts";
import { filesIn } from "../authoring/read-files.ts";
import {
  callsOf,
  exchangesOf,
  type Exchange,
  type Found,
  type Line,
  parseTranscript,
  type Transcript,
  type Unasked,
} from "../authoring/transcript.ts";
import { utf8Text } from "../foundation/json.ts";
import { META } from "../task/folder.ts";
import type { Attempt } from "../task/manifest.ts";
import type { AttemptStep, ReportedAttempt, ReportedQuestion, WrittenFile } from "./run-report.ts";

/**
 * The attempts of a task: those that its manifest lists, with what its transcript tells of them. A transcript that is of
 * another form tells nothing, and the list alone stays.
 */
export function attemptsIn(
  listed: readonly Attempt[],
  transcript: Uint8Array | undefined,
): ReportedAttempt[] {
  const told = parseTranscript(utf8Text(transcript ?? new Uint8Array()) ?? "") ?? [];
  const steps = new Map(told.map((each) => [each.start.number, stepsOf(each.lines)]));
  const known = listed.map(({ number, reason, ended, calls }): ReportedAttempt => ({
    number,
    reason,
    ended,
    calls,
    steps: steps.get(number) ?? [],
  }));
  return known.length > 0 ? known : told.map(unlisted);
}

/** Where the manifest is gone, what was paid still stands in the transcript. */
function unlisted(transcript: Transcript): ReportedAttempt {
  const { number, reason } = transcript.start;
  return {
    number,
    reason,
    ended: "unchecked",
    calls: callsOf(exchangesOf(transcript)),
    steps: stepsOf(transcript.lines),
  };
}

type Draft = {
  -readonly [Key in keyof AttemptStep]: AttemptStep[Key] extends readonly (infer T)[]
    ? T[]
    : AttemptStep[Key];
};

/** A step begins with the first question after something was found. */
function stepsOf(lines: readonly Line[]): AttemptStep[] {
  const steps: Draft[] = [];
  let isOpen = false;
  for (const line of lines) {
    if (line.kind === "found") {
      // What an attempt begins with that goes on from another, was asked for by nobody.
      if (steps.length === 0 && isTelling(line)) steps.push(newStep("a run found it wanting"));
      const step = steps.at(-1);
      if (step === undefined) continue;
      note(step, line);
      if (isTelling(line)) isOpen = false;
      continue;
    }
    if (!isOpen) steps.push(newStep(line.kind === "reply" ? line.because : line.why));
    isOpen = true;
    steps.at(-1)!.questions.push(line.kind === "reply" ? answered(line) : unanswered(line));
  }
  return steps;
}

function isTelling({ what }: Found): boolean {
  return what === "judgement" || what === "trial" || what === "contested";
}

function newStep(because: string): Draft {
  return { because, questions: [], judgement: null, trial: null, contested: [] };
}

function note(step: Draft, line: Found): void {
  if (line.what === "judgement") step.judgement = line.found;
  if (line.what === "trial") step.trial = line.found;
  if (line.what === "contested") {
    step.contested.push(...line.found.filter((each) => each !== null));
  }
}

function answered(exchange: Exchange): ReportedQuestion {
  const { stage, sample, round, faults } = exchange;
  return {
    stage,
    sample,
    round,
    call: callsOf([exchange])[0]!,
    faults: faults.map(({ problem }) => problem),
    files: filesOf(exchange),
    unanswered: null,
  };
}

function filesOf({ stage, reply }: Exchange): WrittenFile[] {
  if (stage === "design") {
    return reply.text === "" ? [] : [{ path: META.design, text: indented(reply.text) }];
  }
  return filesIn(reply).map(({ path, content }) => ({ path, text: content }));
}

/** As a person can compare it line by line. */
function indented(json: string): string {
  try {
    return `${JSON.stringify(JSON.parse(json), null, 2)}\n`;
  } catch {
    return json;
  }
}

function unanswered({ stage, sample, round, why }: Unasked): ReportedQuestion {
  return {
    stage,
    sample,
    round,
    call: { stage, sample, model: "", tokens: NO_TOKENS, costUsd: 0, outcome: "refused" },
    faults: [],
    files: [],
    unanswered: why,
  };
}
