import type { DesignDocument } from "../task/design.ts";
import type { OpenQuestion, Overruled, Stage } from "../task/manifest.ts";
import type { GeneratedFile } from "./generated-file.ts";
import type { Worth } from "./judgement.ts";
import type { History } from "./next-question.ts";
import type { Written } from "./read-files.ts";

/** A version with what its authors say of it. */
export interface MadeVersion {
  readonly design: DesignDocument;
  readonly code: Written;
  readonly tests: Written;
  readonly packages: readonly string[] | null;
}

/** Code by somebody who saw no other, as it was made. */
export interface BlindCode {
  readonly sample: number;
  readonly written: Written;
}

/** A suite by somebody who saw no other, as it was made. */
export interface BlindSuite {
  readonly files: readonly GeneratedFile[];
  /** Whether its tests are among those of the present version. */
  isTaken: boolean;
}

/** Where the work on a task stands: what was made, and what was asked, in all attempts that go on from each other. */
export interface TaskState {
  version: MadeVersion;
  /** The samples that the present code and tests are. */
  readonly samples: Record<Stage, number>;
  /** Every version of the code that was made blind, in the order of their making. */
  readonly codes: BlindCode[];
  readonly suites: BlindSuite[];
  /** Which of `codes` is to be judged for the first time, if any. */
  unjudgedCode: number | null;
  readonly history: {
    readonly fingerprints: Set<string>;
    readonly mended: Map<string, number>;
    readonly begunAnew: Record<Stage, number>;
    readonly mapped: Set<string>;
    crossExaminations: number;
    readonly blindFailures: (readonly string[] | null)[];
  } & History;
  readonly overruled: Overruled[];
  open: OpenQuestion | null;
  /** The best version with the present tests, and what it is worth. */
  best: { readonly version: MadeVersion; readonly worth: Worth } | null;
}

/** Where nothing was judged yet. `samples`: which versions of their stages it is made of. */
export function newTaskState(version: MadeVersion, samples: Record<Stage, number>): TaskState {
  return {
    version,
    samples,
    codes: [{ sample: samples.code, written: version.code }],
    suites: [{ files: version.tests.files, isTaken: true }],
    unjudgedCode: 0,
    history: {
      fingerprints: new Set(),
      mended: new Map(),
      begunAnew: { design: 0, code: 0, tests: 0 },
      mapped: new Set(),
      crossExaminations: 0,
      blindFailures: [null],
    },
    overruled: [],
    open: null,
    best: null,
  };
}
