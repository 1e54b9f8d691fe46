import { Dice } from "../../test/model/dice.ts";

export interface Pull {
  readonly number: number;
  /** Second of the day. */
  readonly arrival: number;
  /** Whether its own tests fail wherever they run. */
  readonly failsAlone: boolean;
  /** Whether it changes what the tests of others depend on. */
  readonly isShared: boolean;
  /** Of those changes that came while it was made, the ones beside which its tests fail. */
  readonly clashes: ReadonlySet<number>;
}

export interface Load {
  /** How many arrive in an hour. */
  readonly arrivals: number;
  /** The share that fails alone. */
  readonly failures: number;
  /** The share that changes a shared input. */
  readonly overlap: number;
}

/** How likely a change of a shared input breaks one that did not know it. */
const CLASH = 0.05;
/** So long it takes to make one: what arrived before that, it was written with. */
const MADE_SECONDS = 3_600;

/** The pull requests of some hours. */
export function pullsOf(
  { arrivals, failures, overlap }: Load,
  hours: number,
  seed: number,
): Pull[] {
  const dice = new Dice(seed);
  const pulls: Pull[] = [];
  let second = 0;
  for (;;) {
    second += (-Math.log(1 - dice.roll()) * 3_600) / arrivals;
    if (second > hours * 3_600) break;
    pulls.push({
      number: pulls.length + 1,
      arrival: second,
      failsAlone: dice.happens(failures),
      isShared: dice.happens(overlap),
      clashes: new Set(),
    });
  }
  return pulls.map((pull) => {
    const others = pulls.filter(
      ({ isShared, number, arrival }) =>
        isShared && number !== pull.number && arrival > pull.arrival - MADE_SECONDS,
    );
    const clashes = others.filter(() => dice.happens(CLASH)).map(({ number }) => number);
    return { ...pull, clashes: new Set(clashes) };
  });
}
