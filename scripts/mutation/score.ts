import type { Stryker } from "@stryker-mutator/core";

type MutantStatus = Awaited<ReturnType<Stryker["runMutationTest"]>>[number]["status"];

/** One change to the code, and what came of it. */
export interface Mutant {
  readonly file: string;
  readonly line: number;
  /** The line that was changed, without the spaces around it. */
  readonly code: string;
  readonly mutator: string;
  readonly replacement: string;
  readonly status: MutantStatus;
}

export interface Score {
  readonly killed: number;
  readonly survived: number;
  /** From 0 to 1; 1 where there is nothing to change. */
  readonly share: number;
}

/** These change what is said, seldom what is decided, and would bury the rest. */
export const NOT_TRIED: readonly string[] = ["StringLiteral", "Regex"];

export const LEAST_SHARE = 0.9;

/** A test went red, the code ran without end, or it could not even be loaded. */
const NOTICED: readonly MutantStatus[] = ["Killed", "Timeout", "RuntimeError"];

/** Whatever no test noticed: code that a comment takes out, or that no test reaches, counts like any other. */
export function survivorsOf(mutants: readonly Mutant[]): Mutant[] {
  return tried(mutants).filter(({ status }) => !NOTICED.includes(status));
}

export function scoreOf(mutants: readonly Mutant[]): Score {
  const all = tried(mutants).length;
  const survived = survivorsOf(mutants).length;
  const killed = all - survived;
  return { killed, survived, share: all === 0 ? 1 : killed / all };
}

function tried(mutants: readonly Mutant[]): Mutant[] {
  return mutants.filter(({ mutator }) => !NOT_TRIED.includes(mutator));
}
