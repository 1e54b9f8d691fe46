import { run } from "./data.ts";

/** A place on the page, as it stands behind `#`. */
export interface Place {
  /** Place in the list of tasks; null for the first screen. */
  readonly task: number | null;
  /** What to go to in it. */
  readonly to: Target | null;
}

export const TARGETS = ["test", "mutant", "attempt", "item", "section"] as const;
export type Target = { readonly kind: (typeof TARGETS)[number]; readonly name: string };

export function placeIn(hash: string): Place {
  const words = new URLSearchParams(hash.replace(/^#/u, ""));
  const id = words.get("task");
  const kind = TARGETS.find((each) => words.has(each));
  const to = kind === undefined ? null : { kind, name: words.get(kind) ?? "" };
  if (id === null) return { task: run.tasks.length === 1 && to !== null ? 0 : null, to };
  const number = words.get("pr");
  const found = run.tasks.findIndex(
    ({ task, pullRequest }) => task === id && (number === null || String(pullRequest) === number),
  );
  return { task: found < 0 ? null : found, to };
}

export function hashOf({ task, to }: Place): string {
  const words = new URLSearchParams();
  const row = task === null ? undefined : run.tasks[task];
  if (row !== undefined) {
    words.set("task", row.task);
    const isTwice = run.tasks.filter((each) => each.task === row.task).length > 1;
    if (isTwice && row.pullRequest !== null) words.set("pr", String(row.pullRequest));
  }
  if (to !== null) words.set(to.kind, to.name);
  return `#${words.toString()}`;
}

/**
 * The place for somebody else: where the run is, and what to open there. The address of this page itself may be signed, or
 * a path on somebody's machine, and is of no use to anybody else.
 */
export function sharedPlace(place: Place): string {
  const file = `report.html${hashOf(place)}`;
  return run.url === null ? file : `${run.url}#artifacts → ${file}`;
}

/** Element id of a target, the same for the same place. */
export function idOf({ kind, name }: Target): string {
  return `${kind}:${name}`;
}

/** The target of such an id; null for any other. */
export function targetOf(id: string): Target | null {
  const kind = TARGETS.find((each) => id.startsWith(`${each}:`));
  return kind === undefined ? null : { kind, name: id.slice(kind.length + 1) };
}

export function go(place: Place): void {
  const hash = hashOf(place);
  // The same place once more is no change of the address.
  if (window.location.hash === hash) window.dispatchEvent(new Event("hashchange"));
  else window.location.hash = hash;
}
