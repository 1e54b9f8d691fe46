import { isTaskId, type TaskId } from "../task/task-id.ts";

/** The context of the commit statuses that are the journal of a head. */
export const JOURNAL_CONTEXT = "agent-pipeline/journal";

/**
 * What can be started for a head: another attempt, another verification, one in the place of a job that was lost, one of
 * what the base holds where the merge made something else than was proven, and one because nobody else moves the pull
 * request.
 */
export const RUN_KINDS = ["retry", "reverify", "lost_job", "after_merge", "sweep"] as const;
export type RunKind = (typeof RUN_KINDS)[number];

/** Written before a run is asked for, so that a crash between the two never asks for it twice. */
export interface Start {
  readonly kind: "start";
  readonly what: RunKind;
  /** The first of its kind on this head is 1. */
  readonly number: number;
  /** The run whose evidence asks for it; of a sweep, the run that sweeps. */
  readonly evidenceRun: string;
}

/** Written at the end of an attempt that was paid for and pushed nothing. */
export interface End {
  readonly kind: "end";
  readonly task: TaskId;
  /** Why nothing was pushed: a code of an error, in lower case. */
  readonly code: string;
  /** null where a model without a known price was asked. */
  readonly costUsd: number | null;
  readonly calls: number;
  /** The run whose evidence the attempt went on from; null for one that began anew. */
  readonly evidenceRun: string | null;
}

export type JournalEntry = Start | End;

/** A status of a commit, as somebody posted it. */
export interface PostedStatus {
  readonly context: string;
  readonly description: string;
  /** Where it leads to; empty for nowhere. */
  readonly url: string;
  /** When it was posted, as GitHub writes moments. */
  readonly at: string;
}

/** An entry with what GitHub keeps beside it. */
export type Written<Entry> = Entry & Pick<PostedStatus, "at" | "url">;

/** A run that was asked for; null where GitHub did not name it. */
export type NamedRun = string | null;

/** What was written about one head so far. */
export interface Journal {
  /** The oldest first. */
  readonly starts: readonly (Written<Start> & { readonly run: NamedRun })[];
  readonly ends: readonly End[];
  /** How many statuses of the journal say nothing that can be read. */
  readonly unreadable: number;
}

export const EMPTY_JOURNAL: Journal = { starts: [], ends: [], unreadable: 0 };

/** Where the journal of a head is kept. Nothing of it is ever changed or taken away. */
export interface Journals {
  read(head: string): Promise<Journal>;
  write(head: string, entry: JournalEntry): Promise<void>;
}

/** The entry as the description of a status, which GitHub ends at 140 characters. */
export function formatEntry(entry: JournalEntry): string {
  if (entry.kind === "start") {
    return `start ${entry.what} ${entry.number} run=${entry.evidenceRun}`;
  }
  const { task, code, costUsd, calls, evidenceRun } = entry;
  const usd = costUsd === null ? "unknown" : plainNumber(costUsd);
  return `end ${task} ${code} usd=${usd} calls=${calls} run=${evidenceRun ?? "none"}`;
}

/** What says the run that was started, at the beginning of the gate's own status: the journal is read with it. */
export function namingOf({ what, number }: Pick<Start, "what" | "number">, run: string): string {
  return `${what} ${number} in run ${run}`;
}

const KIND = `(${RUN_KINDS.join("|")})`;
const START = new RegExp(`^start ${KIND} ([1-9]\\d{0,3}) run=(\\d{1,16})$`);
const END =
  /^end (\S{1,64}) ([a-z][a-z_]{0,39}) usd=(unknown|\d{1,9}(?:\.\d{1,6})?) calls=(\d{1,6}) run=(none|\d{1,16})$/;
const NAMING = new RegExp(`^${KIND} ([1-9]\\d{0,3})(?: in run (\\d{1,16}))?(?::|$)`);

/** The start that the gate's own status speaks of, and its run where GitHub named it; null for none. */
export function startIn(
  description: string,
): (Pick<Start, "what" | "number"> & { readonly run: NamedRun }) | null {
  const [, kind, number, run = null] = NAMING.exec(description) ?? [];
  const what = RUN_KINDS.find((each) => each === kind);
  return what === undefined ? null : { what, number: Number(number), run };
}

export function parseEntry(description: string): JournalEntry | null {
  const [, kind, number, evidenceRun = ""] = START.exec(description) ?? [];
  const what = RUN_KINDS.find((each) => each === kind);
  if (what !== undefined) {
    return { kind: "start", what, number: Number(number), evidenceRun };
  }
  const [, task = "", code = "", usd = "", calls, run = ""] = END.exec(description) ?? [];
  if (calls === undefined || !isTaskId(task)) return null;
  return {
    kind: "end",
    task,
    code,
    costUsd: usd === "unknown" ? null : Number(usd),
    calls: Number(calls),
    evidenceRun: run === "none" ? null : run,
  };
}

/** Reads the journal out of all statuses of a head, the newest first as GitHub lists them; `gate` names runs in its own. */
export function journalOf(statuses: readonly PostedStatus[], gate: string): Journal {
  const named = new Map<string, string>();
  const entries: Written<JournalEntry>[] = [];
  let unreadable = 0;
  for (const { context, description, at, url } of statuses.toReversed()) {
    if (context === gate) {
      const start = startIn(description);
      if (start?.run != null) named.set(`${start.what} ${start.number}`, start.run);
    }
    if (context !== JOURNAL_CONTEXT) continue;
    const entry = parseEntry(description);
    if (entry === null) unreadable += 1;
    else entries.push({ ...entry, at, url });
  }
  return {
    starts: entries
      .filter((entry) => entry.kind === "start")
      .map((entry) => ({ ...entry, run: named.get(`${entry.what} ${entry.number}`) ?? null })),
    ends: entries.filter((entry) => entry.kind === "end"),
    unreadable,
  };
}

/** To a millionth, and never as a power of ten. */
function plainNumber(value: number): string {
  return value.toFixed(6).replace(/\.?0+$/, "");
}
