import { ACTS, OPENINGS, QUEUE_ACTS } from "./acts.ts";
import { Dice } from "./dice.ts";
import { Driver } from "./driver.ts";
import { turnQueue } from "./events.ts";
import { type Makers, PRODUCT } from "./jobs.ts";
import { brokenRules } from "./rules.ts";
import { type QueueHabits, Town } from "./town.ts";

/** One element of a sequence, with chance of its own: without it the others stay what they were. */
export type Move = { readonly seed: number } & (
  | { readonly kind: "open" }
  | { readonly kind: "act"; readonly act: string }
  | { readonly kind: "go"; readonly calls: number }
  | { readonly kind: "fault" }
);

export interface Sequence {
  readonly seed: number;
  /** Whether `main` has a merge queue. */
  readonly hasQueue: boolean;
  readonly moves: readonly Move[];
}

/** One in four has a queue. */
export function hasQueue(seed: number): boolean {
  return new Dice(seed).below(4) === 0;
}

export function sequenceOf(seed: number): Sequence {
  const dice = new Dice(seed);
  const isQueued = hasQueue(seed);
  // What comes into a queue was proven first.
  const length = isQueued ? 50 : 30;
  const names = Object.keys(isQueued ? { ...ACTS, ...QUEUE_ACTS } : ACTS);
  const openings = 1 + dice.below(3);
  const moves = Array.from({ length }, (_, index): Move => {
    const own = { seed: dice.below(2 ** 31) };
    if (index < openings) return { ...own, kind: "open" };
    const roll = dice.roll();
    if (roll < 0.58) return { ...own, kind: "go", calls: 1 + dice.below(10) };
    if (roll < 0.7) return { ...own, kind: "fault" };
    return { ...own, kind: "act", act: dice.pick(names) ?? "" };
  });
  return { seed, hasQueue: isQueued, moves };
}

export interface Played {
  readonly broken: readonly string[];
  readonly merges: number;
  readonly runs: number;
  readonly calls: number;
  readonly sweeps: number;
}

const MOST_SWEEPS = 25;

/** Plays a sequence to its end, and says which rules were broken. */
export async function play(
  { seed, hasQueue: isQueued, moves }: Sequence,
  {
    makers = PRODUCT,
    isReal = false,
    asksEach = true,
  }: {
    readonly makers?: Makers;
    readonly isReal?: boolean;
    /** As a queue has to be set up for us. */
    readonly asksEach?: boolean;
  } = {},
): Promise<Played> {
  const dice = new Dice(seed);
  const habits = {
    isGrouped: dice.happens(0.7),
    mode: dice.happens(0.95) ? "merge" : "status-only",
    method: dice.one("merge", "merge", "squash", "rebase"),
    waitsForCheck: dice.happens(0.2),
    requiresCheck: dice.happens(0.15),
    queue: isQueued ? queueHabits(dice, asksEach) : null,
  } as const;
  const town = await Town.start(dice, habits, isReal);
  try {
    const driver = new Driver(town, makers);
    for (const move of moves) await make(move, town, driver);
    dice.reset(seed);
    const sweeps = await driver.settle(MOST_SWEEPS);
    const broken = await brokenRules(town);
    return { broken, ...countsOf(town), sweeps };
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { broken: [what], ...countsOf(town), sweeps: MOST_SWEEPS };
  } finally {
    await town.end();
  }
}

function queueHabits(dice: Dice, asksEach: boolean): QueueHabits {
  const method = dice.one("merge", "squash", "rebase");
  return { hasApp: dice.happens(0.6), method, mostAtOnce: 1 + dice.below(3), asksEach };
}

function countsOf(town: Town) {
  const { merges, runs, github } = town;
  const own = merges.filter(({ by }) => by !== "person");
  return { merges: own.length, runs: runs.length, calls: github.calls.length };
}

async function make(move: Move, town: Town, driver: Driver): Promise<void> {
  town.dice.reset(move.seed);
  town.seconds += 1;
  switch (move.kind) {
    case "open":
      return town.dice.pick(OPENINGS)?.(town);
    case "act":
      return (ACTS[move.act] ?? QUEUE_ACTS[move.act])?.(town);
    case "go":
      await driver.goOn(move.calls);
      if (town.dice.happens(0.5)) turnQueue(town);
      return undefined;
    case "fault":
      return driver.meetFault();
    default:
      return move satisfies never;
  }
}

/** The same fault by as few moves as are found within so many tries. */
export async function shrunk(
  sequence: Sequence,
  options: Parameters<typeof play>[1] = {},
  tries = 200,
): Promise<Sequence> {
  let least = sequence;
  let left = tries;
  for (let size = Math.ceil(least.moves.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < least.moves.length && left > 0; left -= 1) {
      const moves = [...least.moves.slice(0, at), ...least.moves.slice(at + size)];
      const { broken } = await play({ ...least, moves }, options);
      if (broken.length > 0) least = { ...least, moves };
      else at += size;
    }
  }
  return least;
}

/** What a person reads of a sequence that broke a rule, and how it is played again. */
export function report({ seed, moves }: Sequence, { broken }: Played): string {
  const shown = moves.map((move) => {
    if (move.kind === "act") return move.act;
    return move.kind === "go" ? `go ${move.calls}` : move.kind;
  });
  return [
    `seed ${seed} broke a rule:`,
    ...broken.map((what) => `  ${what}`),
    `  after: ${shown.join(", ")}`,
    `  again: node_modules/.bin/node scripts/gate-model/main.ts --seed ${seed}`,
  ].join("\n");
}
