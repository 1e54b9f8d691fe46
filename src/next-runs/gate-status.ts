import type { StatusState } from "../github/pull-requests.ts";
import { withoutBase } from "../github/success-base.ts";
import { DECISION_CODES, type DecisionCode } from "../handover/decision.ts";
import { type Journal, type NamedRun, type Start, startIn } from "./journal.ts";

/** The latest `agent-pipeline/gate` on a head, whoever posted it. */
export interface GateStatus {
  readonly state: StatusState;
  readonly description: string;
  /** The run whose page it links to; null for none. */
  readonly run: NamedRun;
}

/** All that is written about one head, read at once. */
export interface HeadRecord {
  /** null where nobody has said anything yet. */
  readonly gate: GateStatus | null;
  readonly journal: Journal;
}

export interface HeadRecords {
  read(head: string): Promise<HeadRecord>;
}

/** What the words of a status say about who acts next. */
export type Said =
  | ({ readonly kind: "started"; readonly run: NamedRun } & Pick<Start, "what" | "number">)
  /** Something is missing that comes by itself, or from a person. */
  | { readonly kind: "waits"; readonly code: DecisionCode }
  /** All is shown, and the gate was about to merge it. */
  | { readonly kind: "proven" }
  | { readonly kind: "other" };

export function provenText(tasks: number): string {
  return tasks === 1 ? "1 task proven" : `${tasks} tasks proven`;
}

/** The same where something else than evidence is missing; `what` is how the decision is said. */
export function provenButText(tasks: number, what: string): string {
  return `${provenText(tasks)}; ${what}`;
}

/** Instead of what is missing, where the gate only posts. */
export const MERGED_BY_PEOPLE = "merging is left to people";

/** Where neither a story nor a task changes. */
export const NO_TASK = "No generated task";
/** The runs of a fork's pull request may post nothing, so that the sweep says this of it. */
export const FROM_FORK = "From a fork: a person must push this branch here";
/** In place of what held for the base that it went into; the sweep says what holds for the new one. */
export const FORK_MOVED = "From a fork: its base changed, and the sweep looks at it again";

/**
 * What the status of a proven head says once nobody but a person moves it, by what it said before, and by whether the last
 * verification has answered.
 */
export function provenForPerson(
  before: string,
  { isAnswered }: { readonly isAnswered: boolean },
): string {
  const [proven = "proven"] = /^\d+ tasks? proven/.exec(before) ?? [];
  return `${proven}; a person must ${isAnswered ? "merge it" : "have it verified again"}`;
}

const WAITS = /(?:^|; )([a-z_]+)(?: \(and \d+ more\))?: wait$/;
const PROVEN = /^\d+ tasks? proven$/;

/** Reads the words back that the gate, or the sweep, put into a status. */
export function saidIn(text: string): Said {
  const description = withoutBase(text);
  const start = startIn(description);
  if (start !== null) return { kind: "started", ...start };
  const code = DECISION_CODES.find((each) => each === WAITS.exec(description)?.[1]);
  if (code !== undefined) return { kind: "waits", code };
  return { kind: PROVEN.test(description) ? "proven" : "other" };
}

/** The run that a link of a status leads to; null where it leads nowhere, or elsewhere. */
export function runIn(url: string): NamedRun {
  return /\/actions\/runs\/(\d{1,16})(?:[/?#]|$)/.exec(url)?.[1] ?? null;
}
