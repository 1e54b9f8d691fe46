import * as z from "zod";
import { Range } from "../evidence/evidence.ts";
import { assertNever } from "../foundation/errors.ts";
import { jsonIn } from "../foundation/json.ts";
import { STUB_KINDS } from "./session.ts";

/** What one test did, over all its phases. `skipped` stands for skipped, xfailed and xpassed alike. */
export interface ReportedTest {
  readonly id: string;
  readonly outcome: "passed" | "failed" | "error" | "skipped";
  readonly seconds: number;
  /** What pytest says went wrong, in a line or two; null when nothing did. */
  readonly message: string | null;
  /** The same with its traceback. */
  readonly details: string | null;
  /** Where it went wrong, relative to the task folder. */
  readonly file?: string;
  readonly line?: number;
}

export interface CollectedTest {
  readonly id: string;
  readonly file: string;
  readonly line: number;
  /** Where the function that was collected begins, decorators included; null where no file of the task holds it. */
  readonly source: SourceLine | null;
  /** Values of `@pytest.mark.criterion(...)`. */
  readonly criteria: readonly string[];
}

export interface SourceLine {
  readonly file: string;
  readonly line: number;
}

/** A file or class that pytest could not collect, or that skipped itself whole. */
export interface Uncollected {
  readonly id: string;
  readonly outcome: "failed" | "skipped";
  readonly message: string;
  readonly details: string;
  readonly file?: string;
  readonly line?: number;
}

/** What a traced run says of the code. All of it is only said: the code itself can say so. */
export interface ReportedReach {
  readonly reached: readonly ReachedFile[];
  /** Something ran that nobody watched, such as another process: more may have been reached. */
  readonly isPartial: boolean;
  /** Public names that the modules hold, by file. */
  readonly walked: readonly { readonly file: string; readonly names: readonly string[] }[];
  readonly made: readonly MadeName[];
  /** Code that can be replaced by nothing. */
  readonly escaped: readonly {
    readonly file: string;
    readonly name: string;
    readonly range: Range;
  }[];
}

export interface ReachedFile {
  readonly file: string;
  readonly lines: readonly number[];
  /** First lines of the functions that were called. */
  readonly called: readonly number[];
}

/** A name that stands for code which no definition of that name holds. */
export type MadeName = z.infer<typeof MadeName>;

export interface PytestReport {
  readonly collected: readonly CollectedTest[];
  readonly uncollected: readonly Uncollected[];
  readonly results: readonly ReportedTest[];
  /** The test that had begun and not ended when the report stopped. */
  readonly unfinished: string | null;
  readonly internalError: string | null;
  /** Whether a stub that returns empty values in place of others has returned one. */
  readonly hasEmptied: boolean;
  /** null unless the run was to say it. */
  readonly reach: ReportedReach | null;
  /** The exit status that pytest meant to end with; null when it never came to its end. */
  readonly finished: number | null;
}

export type ParsedReport =
  | { readonly kind: "read"; readonly report: PytestReport }
  | { readonly kind: "invalid"; readonly problem: string };

export const REPORT_LIMITS = { bytes: 16 * 1024 * 1024, tests: 20_000 } as const;

const id = z.string().min(1).max(600);
const short = z.string().max(2_000);
const long = z.string().max(4_000);
const place = { file: z.string().max(300).optional(), line: z.int().positive().optional() };

const named = { file: z.string().max(300), name: z.string().max(600), range: Range };
const lines = z.array(z.int().positive());

const ReachedFile = z.strictObject({
  event: z.literal("reached"),
  file: z.string().max(300),
  lines,
  called: lines,
});

const MadeName = z.strictObject({
  event: z.literal("made"),
  ...named,
  kind: z.enum(["function", "class", "method"]),
  stubs: z.array(z.enum(STUB_KINDS)),
  /** Where the definition begins that holds the code under another name; null where none does. */
  line: z.int().positive().nullable(),
});

const Event = z.discriminatedUnion("event", [
  z.strictObject({
    event: z.literal("collected"),
    id,
    file: z.string().max(300),
    line: z.int().positive(),
    source: z.strictObject({ file: z.string().max(300), line: z.int().positive() }).nullable(),
    criteria: z.array(z.string().max(200)).max(100),
  }),
  z.strictObject({
    event: z.literal("uncollected"),
    id: z.string().max(600),
    outcome: z.enum(["failed", "skipped"]),
    message: short,
    text: long,
    ...place,
  }),
  // Everything is collected; what to run is told now.
  z.strictObject({ event: z.literal("asks") }),
  z.strictObject({ event: z.literal("begin"), id }),
  z.strictObject({
    event: z.literal("phase"),
    id,
    when: z.enum(["setup", "call", "teardown"]),
    outcome: z.enum(["passed", "failed", "skipped"]),
    xfail: z.boolean(),
    seconds: z.number().nonnegative(),
    message: short.optional(),
    text: long.optional(),
    ...place,
  }),
  z.strictObject({ event: z.literal("end"), id }),
  // By a stub that returns empty values: it has changed what the code returns.
  z.strictObject({ event: z.literal("emptied") }),
  ReachedFile,
  z.strictObject({ event: z.literal("traced"), partly: z.boolean() }),
  z.strictObject({
    event: z.literal("walked"),
    file: z.string().max(300),
    names: z.array(z.string().max(600)),
  }),
  MadeName,
  z.strictObject({ event: z.literal("escaped"), ...named }),
  z.strictObject({ event: z.literal("internal_error"), message: long }),
  z.strictObject({ event: z.literal("finish"), exit: z.int() }),
]);
type Event = z.infer<typeof Event>;
type Phase = Extract<Event, { event: "phase" }>;

/** Reads the report of one run of pytest. Its lines are untrusted; an order that pytest never has is refused. */
export function parsePytestReport(text: string): ParsedReport {
  const reading = new Reading();
  for (const [index, line] of linesOf(text).entries()) {
    const event = Event.safeParse(jsonIn(line));
    const problem = event.success ? reading.take(event.data) : "is no event of a report";
    if (problem !== null) {
      return { kind: "invalid", problem: `line ${index + 1} of the report ${problem}` };
    }
  }
  return { kind: "read", report: reading.report() };
}

/** The test that the last lines of a report are about: null when it has ended, or none is named. */
export function runningTest(tail: string): string | null {
  const last = Event.safeParse(jsonIn(linesOf(tail).at(-1) ?? ""));
  if (!last.success) return null;
  return last.data.event === "begin" || last.data.event === "phase" ? last.data.id : null;
}

/** The lines of a report; a last line without its end was cut off with the process that wrote it. */
export function linesOf(text: string): string[] {
  return text.split("\n").slice(0, -1);
}

type ReachEvent = Extract<Event, { event: "traced" | "reached" | "walked" | "made" | "escaped" }>;

function reachOf(events: readonly ReachEvent[]): ReportedReach | null {
  const all = <Kind extends ReachEvent["event"]>(
    kind: Kind,
  ): Extract<ReachEvent, { event: Kind }>[] =>
    events.filter((event): event is Extract<ReachEvent, { event: Kind }> => event.event === kind);
  const [traced] = all("traced");
  if (traced === undefined) return null;
  return {
    reached: all("reached"),
    isPartial: traced.partly,
    walked: all("walked"),
    made: all("made"),
    escaped: all("escaped"),
  };
}

class Reading {
  readonly #collected: CollectedTest[] = [];
  readonly #uncollected: Uncollected[] = [];
  readonly #results: ReportedTest[] = [];
  #current: { id: string; phases: Phase[] } | null = null;
  #internalError: string | null = null;
  #hasEmptied = false;
  readonly #reach: ReachEvent[] = [];
  #finished: number | null = null;

  /** Why the event cannot come now; null when it can. */
  take(event: Event): string | null {
    if (this.#finished !== null) return "comes after the end";
    switch (event.event) {
      case "collected":
        if (this.#results.length > 0 || this.#current !== null) return "collects after the start";
        // And the canary.
        if (this.#collected.length === REPORT_LIMITS.tests + 1) {
          return `names more than ${REPORT_LIMITS.tests} tests`;
        }
        this.#collected.push({
          id: event.id,
          file: event.file,
          line: event.line,
          source: event.source,
          criteria: event.criteria,
        });
        return null;
      case "asks":
        return null;
      case "uncollected":
        this.#uncollected.push(uncollectedOf(event));
        return null;
      case "begin":
        if (this.#current !== null) return "begins a test within another";
        if (this.#results.length === REPORT_LIMITS.tests) return "reports too many tests";
        this.#current = { id: event.id, phases: [] };
        return null;
      case "phase":
        if (this.#current?.id !== event.id) return "belongs to no test that has begun";
        this.#current.phases.push(event);
        return null;
      case "end":
        if (this.#current?.id !== event.id) return "ends a test that has not begun";
        this.#results.push(resultOf(event.id, this.#current.phases));
        this.#current = null;
        return null;
      case "emptied":
        this.#hasEmptied = true;
        return null;
      case "reached":
      case "traced":
      case "walked":
      case "made":
      case "escaped":
        this.#reach.push(event);
        return null;
      case "internal_error":
        this.#internalError ??= event.message;
        return null;
      case "finish":
        this.#finished = event.exit;
        return null;
      default:
        return assertNever(event);
    }
  }

  report(): PytestReport {
    return {
      collected: this.#collected,
      uncollected: this.#uncollected,
      results: this.#results,
      unfinished: this.#current?.id ?? null,
      internalError: this.#internalError,
      hasEmptied: this.#hasEmptied,
      reach: reachOf(this.#reach),
      finished: this.#finished,
    };
  }
}

function uncollectedOf({
  id: node,
  outcome,
  message,
  text,
  file,
  line,
}: Extract<Event, { event: "uncollected" }>): Uncollected {
  return { id: node, outcome, message, details: text, ...placeOf({ file, line }) };
}

function resultOf(test: string, phases: readonly Phase[]): ReportedTest {
  const seconds = phases.reduce((sum, phase) => sum + phase.seconds, 0);
  const bad =
    phases.find((phase) => phase.outcome === "failed") ??
    phases.find((phase) => phase.outcome === "skipped" || phase.xfail);
  if (bad !== undefined) {
    return {
      id: test,
      outcome: outcomeOf(bad),
      seconds,
      message: bad.message ?? (bad.xfail ? "marked as expected to fail, but passed" : null),
      details: bad.text ?? null,
      ...placeOf(bad),
    };
  }
  const hasRun = phases.some((phase) => phase.when === "call");
  return hasRun
    ? { id: test, outcome: "passed", seconds, message: null, details: null }
    : { id: test, outcome: "error", seconds, message: "It was not called", details: null };
}

function outcomeOf({ outcome, when, xfail }: Phase): ReportedTest["outcome"] {
  if (outcome === "failed") return when === "call" ? "failed" : "error";
  return outcome === "skipped" || xfail ? "skipped" : "passed";
}

function placeOf({ file, line }: { file?: string | undefined; line?: number | undefined }): {
  file?: string;
  line?: number;
} {
  return { ...(file !== undefined && { file }), ...(line !== undefined && { line }) };
}
