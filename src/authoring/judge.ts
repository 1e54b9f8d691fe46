import type { DesignDocument, ExecutableExample } from "../task/design.ts";
import type { Overruled } from "../task/manifest.ts";
import type { GeneratedFile } from "./generated-file.ts";
import type { Judgement } from "./judgement.ts";
import type { Contested, Trial, TriedTest } from "./trial.ts";

/** A version of a task, as it would be written. */
export interface Version {
  readonly design: DesignDocument;
  readonly code: readonly GeneratedFile[];
  readonly tests: readonly GeneratedFile[];
  /** Lines of requirements.txt; null where nothing is asked for. */
  readonly packages: readonly string[] | null;
  /** Tests that were taken away. */
  readonly overruled: readonly Overruled[];
}

/** Codes and suites of one design, each blind to the others. */
export interface Versions extends Pick<Version, "design" | "packages"> {
  readonly codes: readonly (readonly GeneratedFile[])[];
  readonly suites: readonly (readonly GeneratedFile[])[];
}

/** What a story demands for a call, as a model has derived it; null where it says that the story leaves it open. */
export type Derived = Pick<ExecutableExample, "returns"> & { readonly raises: string | null };

/**
 * Runs versions in complete isolation and says what it found, as closed data. A replay takes the same from the transcript
 * and runs nothing.
 */
export interface Judge {
  /** With the whole engine of verify. `additions`: new tests are among them, which have to pass more often. */
  judge(version: Version, additions: boolean): Promise<Judgement>;
  /** null where they cannot be run here. */
  tryAll(versions: Versions): Promise<Trial | null>;
  /** What each test says that the codes contradict; null where that cannot be made out. */
  contested(
    versions: Versions,
    tests: readonly TriedTest[],
    codes: readonly number[],
  ): Promise<readonly (Contested | null)[]>;
  /** Whether what was derived for a call is what the code gives. */
  confirms(
    versions: Versions,
    code: number,
    derived: readonly { readonly contested: Contested; readonly answer: Derived }[],
  ): Promise<readonly boolean[]>;
  /** The files of a suite without these tests; null where they cannot be taken out by themselves. */
  without(
    suite: readonly GeneratedFile[],
    tests: readonly TriedTest[],
  ): Promise<readonly GeneratedFile[] | null>;
}

/** Where nothing is checked, everything is left to verify. */
export const NO_JUDGE: Judge = {
  judge: () => Promise.resolve({ kind: "not_judged", why: "`self-check` of the config is off" }),
  tryAll: () => Promise.resolve(null),
  contested: (_, tests) => Promise.resolve(tests.map(() => null)),
  confirms: (_, __, derived) => Promise.resolve(derived.map(() => false)),
  without: () => Promise.resolve(null),
};
