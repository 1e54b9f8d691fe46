import { end, enqueueAll, startDispatched, startSweepRun, turnQueue } from "./events.ts";
import { someFault } from "./faults.ts";
import { generate, publish } from "./generator.ts";
import { type Makers, startGate, startSweep } from "./jobs.ts";
import type { Run } from "./run.ts";
import type { Town } from "./town.ts";
import { discover, verify } from "./verifier.ts";

/** More at once are let wait, as by GitHub. */
const MOST_GATES = 3;

/** Lets the runs of a town go on, job by job and call by call, in an order by chance. */
export class Driver {
  readonly town: Town;
  readonly #makers: Makers;

  constructor(town: Town, makers: Makers) {
    this.town = town;
    this.#makers = makers;
  }

  /** Runs that could do something now. */
  get able(): readonly Run[] {
    return this.town.runs.filter((run) => !run.isOver && this.#mayGoOn(run));
  }

  /** One of them makes some calls, or ends a job. */
  async goOn(calls: number): Promise<boolean> {
    startDispatched(this.town);
    const run = this.town.dice.pick(this.able);
    if (run === undefined) return false;
    for (let call = 0; call < calls && !run.isOver && this.#mayGoOn(run); call += 1) {
      await this.#step(run);
    }
    startDispatched(this.town);
    return true;
  }

  /** Something happens to the next call of one of them. */
  async meetFault(): Promise<void> {
    const run = this.town.dice.pick(this.able.filter(({ process }) => process?.next != null));
    const { process } = run ?? {};
    if (run === undefined || process?.next == null) return;
    this.town.seconds += 1;
    run.faults += 1;
    await process.step(someFault(this.town.dice, process.next));
    this.#noticeEnd(run);
    startDispatched(this.town);
  }

  /** No more faults: everything is let run, and the sweep comes by until it finds nothing to do. Answers how often it came. */
  async settle(most: number): Promise<number> {
    this.town.isCalm = true;
    await this.#rest();
    if (this.town.dice.happens(0.5)) enqueueAll(this.town);
    for (let sweeps = 1; sweeps <= most; sweeps += 1) {
      await this.#rest();
      this.town.seconds += 3_600;
      const sweep = startSweepRun(this.town);
      await this.#rest();
      const done = sweep.swept?.swept.filter(({ step }) => step.kind !== "nothing") ?? [];
      if (done.length === 0) return sweeps;
    }
    throw new Error(`The sweep has something to do each of ${most} times`);
  }

  /** Until no run has anything to do, and the queue is empty: what gets no answer, GitHub takes out after some time. */
  async #rest(): Promise<void> {
    const { queue } = this.town;
    for (;;) {
      while (await this.goOn(1_000));
      if (turnQueue(this.town)) continue;
      const [first] = queue?.entries ?? [];
      if (first === undefined) return;
      queue?.remove(first.pullRequest);
    }
  }

  #mayGoOn(run: Run): boolean {
    if (run.process !== null) return true;
    const [stage] = run.left;
    const { habits, runs } = this.town;
    const others = runs.filter((other) => other !== run && !other.isOver);
    if (stage === "gate") {
      const atWork = others.filter(({ left, process }) => process !== null && left[0] === "gate");
      if (atWork.length >= MOST_GATES) return false;
      return !habits.isGrouped || atWork.every(({ baseBranch }) => baseBranch !== run.baseBranch);
    }
    if (stage !== "generate") return true;
    // One generate for each pull request.
    return others.every(
      ({ left, request }) =>
        left[0] !== "publish" || request.pullRequest !== run.request.pullRequest,
    );
  }

  async #step(run: Run): Promise<void> {
    this.town.seconds += 1;
    const { process } = run;
    if (process !== null) {
      await process.step();
      return this.#noticeEnd(run);
    }
    const [stage] = run.left;
    switch (stage) {
      case undefined:
        return end(this.town, run, "success");
      case "gate":
        run.process = startGate(this.town, run, this.#makers);
        await run.process.ready();
        return this.#noticeEnd(run);
      case "sweep":
        run.process = startSweep(this.town, run, this.#makers);
        await run.process.ready();
        return this.#noticeEnd(run);
      case "generate":
        await generate(this.town, run);
        break;
      case "publish":
        await publish(this.town, run);
        break;
      case "discover":
        await discover(this.town, run);
        break;
      case "verify":
        await verify(this.town, run);
        break;
      default:
        return stage satisfies never;
    }
    run.left.shift();
  }

  #noticeEnd(run: Run): void {
    const { process, outcome, swept } = run;
    if (process === null || !process.isOver) return;
    const isClean = process.state === "done" && process.failure === null;
    const isRed = (outcome?.undecided.length ?? 0) > 0 || (swept?.failures.length ?? 0) > 0;
    end(this.town, run, isClean && !isRed ? "success" : "failure");
  }
}
