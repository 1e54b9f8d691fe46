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
  /** Where a test need not run, or need not pass. */
  readonly skips: readonly { file: string; line: number; what: string }[];
}

/** Reads Python by its syntax alone: nothing of the files is ever run. */
export interface PythonReader {
  /** null where there is no Python that could read them, or it does not come to an end. */
  read(
    files: readonly TaskContent[],
    promises: readonly PromisedName[],
  ): Promise<PythonReading | null>;
}
