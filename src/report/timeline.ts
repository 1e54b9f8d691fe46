import type { Evidence } from "../evidence/evidence.ts";
import type { Clock } from "../handover/clock.ts";
import { nameOf } from "../handover/subject.ts";
import type { Span, Timings } from "../handover/timings.ts";
import type { DecidedDocument } from "../next-runs/decided-document.ts";
import type { Timing } from "./run-report.ts";

/** What the jobs of a run say of the clock; null where they say nothing. */
export interface Clocks {
  readonly timings: Timings | null;
  readonly discovered: Clock | null;
  readonly evidence: readonly Evidence[];
  readonly decided: DecidedDocument | null;
}

/** A piece of work by the clock of the machine that did it; `start` in seconds since `began`. */
interface Piece extends Timing {
  readonly began: string;
}

/** What all jobs of a run did when, in the order in which it began. Each job tells the time by a clock of its own. */
export function timelineOf({ timings, discovered, evidence, decided }: Clocks): Timing[] {
  const pieces = [
    ...(timings === null ? [] : generateIn(timings)),
    ...(discovered === null ? [] : [wholeJob("discover", discovered)]),
    ...evidence.flatMap(verifyIn),
    ...(decided === null ? [] : gateIn(decided)),
  ];
  const first = pieces.reduce((least, piece) => Math.min(least, momentOf(piece)), Infinity);
  return pieces
    .map(({ began, ...piece }) => ({
      ...piece,
      start: rounded(momentOf({ began, ...piece }) - first),
    }))
    .toSorted((a, b) => a.start - b.start);
}

function momentOf({ began, start }: Pick<Piece, "began" | "start">): number {
  // oxlint-disable-next-line no-restricted-globals -- The same text is the same moment everywhere: it ends in Z.
  return Date.parse(began) / 1_000 + start;
}

function wholeJob(job: string, { began, seconds }: Clock, costUsd: number | null = null): Piece {
  return { job, stage: null, task: null, began, start: 0, seconds, costUsd };
}

function generateIn({ began, seconds, spans }: Timings): Piece[] {
  const job = "generate";
  const costs = spans.flatMap((span) => (span.what === "question" ? [span.costUsd] : []));
  return [
    wholeJob(job, { began, seconds }, sumOf(costs)),
    ...spans.map((span) => ({
      job,
      stage: stageOf(span),
      task: span.task,
      began,
      start: span.start,
      seconds: span.seconds,
      costUsd: span.what === "question" ? span.costUsd : null,
    })),
  ];
}

/** null where there is nothing to add up, or a price is not known. */
function sumOf(costs: readonly (number | null)[]): number | null {
  if (costs.length === 0 || costs.includes(null)) return null;
  return costs.reduce<number>((sum, cost) => sum + (cost ?? 0), 0);
}

function stageOf(span: Span): string {
  switch (span.what) {
    case "question":
      return span.stage;
    case "check":
      return "self-check";
    case "trial":
      return "cross-examination";
    default:
      return span satisfies never;
  }
}

function verifyIn({ task, clock, seconds: { total } }: Evidence): Piece[] {
  if (clock === undefined) return [];
  const { began } = clock;
  const whole = { ...wholeJob("verify", { began, seconds: total }), task };
  return [whole, ...clock.steps.map(({ what, ...step }) => ({ ...whole, stage: what, ...step }))];
}

function gateIn({ clock, decided }: DecidedDocument): Piece[] {
  const whole = wholeJob("merge-gate", clock);
  return [
    whole,
    ...decided.map(({ took, tasks, ...subject }) => {
      const [only] = tasks;
      const task = tasks.length === 1 && only !== undefined ? only.task : null;
      return { ...whole, stage: nameOf(subject), task, ...took };
    }),
  ];
}

/** To milliseconds. */
function rounded(seconds: number): number {
  return Math.round(seconds * 1_000) / 1_000;
}
