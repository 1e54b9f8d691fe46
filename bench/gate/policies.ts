import { decide, type PullRequestFacts } from "../../actions/merge-gate/decide.ts";
import { changedInputs } from "../../actions/merge-gate/judge-evidence.ts";
import { because } from "../../src/handover/decision.ts";
import { EMPTY_JOURNAL, type Journal } from "../../src/next-runs/journal.ts";
import { nextRun } from "../../src/next-runs/next-run.ts";
import { someInputs } from "../../test/support/evidence.ts";
import { Clock, HourlyLimit, Places } from "./clock.ts";
import type { Pull } from "./pulls.ts";

/** What is the same for all ways to merge. */
export interface Conditions {
  readonly testSeconds: number;
  /** Until a job begins: a runner, its checkout of actions. */
  readonly startSeconds: number;
  readonly runners: number;
  readonly callSeconds: number;
  readonly callsAnHour: number;
  /** Of the gate, as counted. */
  readonly mergeCalls: number;
  readonly reverifyCalls: number;
}

export interface Result {
  /** From the arrival to the merge, for each that was merged, in seconds. */
  readonly waits: readonly number[];
  /** Tests after the first one of each. */
  readonly retests: number;
  readonly calls: number;
  /** Merges after which the base does not pass its tests. */
  readonly broken: number;
  readonly toPeople: number;
  /** When the last one was merged. */
  readonly end: number;
}

class Street {
  readonly clock = new Clock();
  readonly runners: Places;
  readonly given: Conditions;
  /** Merged ones that changed what others depend on, in their order. */
  readonly shared: Pull[] = [];
  readonly waits: number[] = [];
  retests = 0;
  calls = 0;
  broken = 0;
  toPeople = 0;
  readonly #limit: HourlyLimit;

  constructor(given: Conditions) {
    this.given = given;
    this.runners = new Places(this.clock, given.runners);
    this.#limit = new HourlyLimit(given.callsAnHour);
  }

  /** One test of some pull requests on the base as it is when it begins. */
  test(pulls: readonly Pull[], done: (isGreen: boolean, version: number) => void): void {
    let version = 0;
    const seconds = (): number => {
      version = this.shared.length;
      return this.given.startSeconds + this.given.testSeconds;
    };
    this.runners.take(seconds, () => done(this.isGreen(pulls, version), version));
  }

  isGreen(pulls: readonly Pull[], version: number): boolean {
    const before = this.shared.slice(0, version);
    return pulls.every((pull) => {
      const beside = [...before, ...pulls.filter(({ isShared }) => isShared)];
      return !pull.failsAlone && !beside.some(({ number }) => pull.clashes.has(number));
    });
  }

  /** The seconds that so many calls take, with the wait for GitHub's limit. */
  ask(calls: number): number {
    this.calls += calls;
    return calls * this.given.callSeconds + this.#limit.wait(this.clock.now, calls);
  }

  merge(pull: Pull): void {
    if (!this.isGreen([pull], this.shared.length)) this.broken += 1;
    if (pull.isShared) this.shared.push(pull);
    this.waits.push(this.clock.now - pull.arrival);
  }

  run(pulls: readonly Pull[], arrive: (pull: Pull) => void): Result {
    for (const pull of pulls) this.clock.at(pull.arrival, () => arrive(pull));
    this.clock.run();
    const { waits, retests, calls, broken, toPeople, clock } = this;
    return { waits, retests, calls, broken, toPeople, end: clock.now };
  }
}

/** Only what depends on something that changed is tested again. The decision is the gate's own. */
export function onEvidence(pulls: readonly Pull[], given: Conditions): Result {
  const street = new Street(given);
  const gates = new Places(street.clock, 1);
  const journals = new Map<number, Journal>();
  const verify = (pull: Pull): void => {
    street.test([pull], (isGreen, version) => {
      gates.take(
        () => given.startSeconds + street.ask(given.mergeCalls),
        () => decided(pull, isGreen, version),
      );
    });
  };
  const decided = (pull: Pull, isGreen: boolean, version: number): void => {
    const { kind } = decide(factsOf(isGreen, version, street.shared.length), "merge");
    if (kind === "merge") return street.merge(pull);
    // Another attempt by a model, or a person: no more of this street.
    if (kind !== "reverify") return undefined;
    const journal = journals.get(pull.number) ?? EMPTY_JOURNAL;
    const next = nextRun({ ...ASKED, journal });
    if (next.kind !== "start") {
      street.toPeople += 1;
      return undefined;
    }
    journals.set(pull.number, withStart(journal, next.number));
    street.retests += 1;
    street.clock.in(street.ask(given.reverifyCalls - given.mergeCalls), () => verify(pull));
    return undefined;
  };
  return street.run(pulls, verify);
}

const ASKED = {
  decision: "reverify",
  isOurs: true,
  mode: "merge",
  run: "1",
  failed: [],
  lost: [],
  isHeldOtherwise: false,
  last: null,
  limits: { attempts: 3, usd: 1, calls: 24 },
} as const;

function withStart(journal: Journal, number: number): Journal {
  const start = { kind: "start", what: "reverify", number, evidenceRun: "1" } as const;
  return { ...journal, starts: [...journal.starts, { ...start, at: "", url: "", run: "1" }] };
}

const HEAD = "a".repeat(40);

function inputsAt(version: number) {
  return someInputs({ shared: { "shared.txt": `${version}` } });
}

function factsOf(isGreen: boolean, tested: number, present: number): PullRequestFacts {
  const changed = changedInputs(inputsAt(tested), inputsAt(present));
  const code = isGreen ? "inputs_changed" : "not_passed";
  const isProven = isGreen && changed.length === 0;
  return {
    isOpen: true,
    isMerged: false,
    isFork: false,
    isDraft: false,
    isOurs: true,
    head: HEAD,
    verifiedHeads: [HEAD],
    isGiven: false,
    concernsPipeline: true,
    outOfScope: [],
    unbuiltStories: [],
    conflicts: [],
    checks: [],
    refusal: null,
    tasks: isProven
      ? [{ task: "one", kind: "proven" }]
      : [{ task: "one", kind: "reason", reason: because(code, changed.join()) }],
  };
}

/** So many calls a queue of this kind takes for each: its status, the merge, and what reads them. */
const CALLS_OF_QUEUE = 6;

/** Each is tested once more on the very base that it goes to, one after the other. */
export function serialQueue(pulls: readonly Pull[], given: Conditions): Result {
  const street = new Street(given);
  const queue: Pull[] = [];
  let isBusy = false;
  const next = (): void => {
    const pull = isBusy ? undefined : queue.shift();
    if (pull === undefined) return;
    isBusy = true;
    street.retests += 1;
    street.test([pull], (isGreen) => {
      street.clock.in(street.ask(CALLS_OF_QUEUE), () => {
        if (isGreen) street.merge(pull);
        isBusy = false;
        next();
      });
    });
  };
  return street.run(pulls, (pull) => {
    street.test([pull], (isGreen) => {
      if (isGreen) queue.push(pull);
      next();
    });
  });
}

const MOST_IN_BATCH = 8;

/** Those that wait are tested together; where that fails, either half by itself. */
export function batches(pulls: readonly Pull[], given: Conditions): Result {
  const street = new Street(given);
  const queue: Pull[] = [];
  let isBusy = false;
  const tested = (batch: readonly Pull[], done: () => void): void => {
    street.retests += 1;
    street.test(batch, (isGreen) => {
      if (isGreen) {
        street.clock.in(street.ask(CALLS_OF_QUEUE * batch.length), () => {
          for (const pull of batch) street.merge(pull);
          done();
        });
        return;
      }
      if (batch.length === 1) return done();
      const half = Math.ceil(batch.length / 2);
      tested(batch.slice(0, half), () => tested(batch.slice(half), done));
    });
  };
  const next = (): void => {
    if (isBusy || queue.length === 0) return;
    isBusy = true;
    tested(queue.splice(0, MOST_IN_BATCH), () => {
      isBusy = false;
      next();
    });
  };
  return street.run(pulls, (pull) => {
    street.test([pull], (isGreen) => {
      if (isGreen) queue.push(pull);
      next();
    });
  });
}

/** What was green once is merged. */
export function optimistic(pulls: readonly Pull[], given: Conditions): Result {
  const street = new Street(given);
  return street.run(pulls, (pull) => {
    street.test([pull], (isGreen) => {
      if (isGreen) street.clock.in(street.ask(CALLS_OF_QUEUE), () => street.merge(pull));
    });
  });
}
