import type { TaskContent } from "../task/folder.ts";
import type { SyntaxReport } from "./syntax-report.ts";

/** A name that a design promises, and the file that it is promised of. */
export interface PromisedName {
  readonly path: string;
  readonly name: string;
  readonly kind: "function" | "class" | "constant";
  readonly signature: string;
}

/** What Python files say, and how they keep what a design promises. */
export interface PythonReading {
  readonly syntax: SyntaxReport;
  readonly unkept: readonly { file: string; line: number | null; problem: string }[];
  /** Imports from outside of the standard library and of the task. */
  readonly imports: readonly { file: string; line: number; module: string }[];
  /** Where code imports other code of the task otherwise than relatively. */
  readonly absolute: readonly { file: string; line: number; module: string }[];
  /** Where a test need not run, or need not pass. */
  readonly skips: readonly { file: string; line: number; what: string }[];
}

/** A case of a test: `name` as `TestPrice::test_zero`, and the so-manieth of a parametrised one, from 0. */
export interface WrittenCase {
  readonly file: string;
  readonly name: string;
  readonly case: number;
}

/** What a case says of a call of the code. */
export interface Claim {
  readonly setup: readonly string[];
  readonly call: string;
  /** Exactly one of the two is not null. */
  readonly returns: string | null;
  /** An exception by its name. */
  readonly raises: string | null;
}

export interface CaseReading {
  /** Empty where the case has a form that cannot be read. */
  readonly claims: readonly Claim[];
  /** Its file without it; null where it cannot be taken out by itself. */
  readonly without: string | null;
}

/** Reads Python by its syntax alone: nothing of the files is ever run. */
export interface PythonReader {
  /** null where there is no Python that could read them, or it does not come to an end. */
  read(
    files: readonly TaskContent[],
    promises: readonly PromisedName[],
  ): Promise<PythonReading | null>;
  /** One answer for each case, in their order; null as above. */
  takeApart(
    files: readonly TaskContent[],
    cases: readonly WrittenCase[],
  ): Promise<readonly CaseReading[] | null>;
}
