import type { TaskContent } from "../task/folder.ts";

/** Bounds of one run of a task's code. */
export interface RunLimits {
  /** Wall time. */
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** Address space of one process. */
  readonly memoryBytes: number;
  /** Processes and threads together. */
  readonly processes: number;
  readonly fileBytes: number;
  readonly openFiles: number;
  readonly reportBytes: number;
  /** How much of what it prints is kept: half from the start, half from the end. */
  readonly outputBytes: number;
}

/** How the process of one run ended; facts of the operating system, out of the reach of what ran in it. */
export type Ended =
  | { readonly kind: "exit"; readonly code: number }
  | { readonly kind: "signal"; readonly signal: string }
  | { readonly kind: "timeout" }
  | { readonly kind: "report_overflow" }
  /** It had reported enough: all tests that it collected, or as many failures as were asked for. */
  | { readonly kind: "stopped" }
  /** The isolation itself is gone. */
  | { readonly kind: "lost" };

/** What one run left behind. Report and output are untrusted: the task's own code may have written them. */
export interface RawRun {
  readonly ended: Ended;
  /** JSON lines; `pytest-report.ts` reads them. */
  readonly report: string;
  readonly output: string;
  readonly seconds: number;
}

/** That a run still goes on; it comes every few seconds. */
export interface SignOfLife {
  /** Since the run began. */
  readonly seconds: number;
  /** The test that is running, as the report names it: untrusted. null when none is. */
  readonly test: string | null;
}

/** A function, class or method that is to do nothing but one thing. */
export interface Stub {
  readonly file: string;
  /** As `Price` or `Price.total`; as `TABLE['add']` where no definition of that name holds the code. */
  readonly name: string;
  readonly kind: StubKind;
  /** Where its definition begins, if that has another name. */
  readonly line?: number;
  /** What it is, if it has none: it is replaced in the module as that is after its import. */
  readonly made?: "function" | "class";
}

/**
 * What a stub does: return None, return something else, raise, or return an empty value of the promised type; or what
 * the code does, with each value that it returns replaced by an empty one of its type.
 */
export const STUB_KINDS = [
  "nothing",
  "something",
  "error",
  "typed",
  "emptied",
  "false",
  "true",
] as const;
export type StubKind = (typeof STUB_KINDS)[number];

/** What a small change is about. */
export const MUTANT_KINDS = [
  "boundary",
  "comparison",
  "condition",
  "logic",
  "arithmetic",
  "sign",
  "number",
  "boolean",
  "text",
  "default",
  "slice",
  "loop",
  "call",
  "return",
  "statement",
  "raise",
] as const;
export type MutantKind = (typeof MUTANT_KINDS)[number];

/** One small change to a file: the so-manieth of those that reading its syntax lists. */
export interface Mutant {
  readonly file: string;
  readonly index: number;
}

export interface RunRequest {
  /** Ids to run, in this order; null runs all as collected. */
  readonly tests: readonly string[] | null;
  /** The run is ended once so many tests have failed; left out, never. It does not know. */
  readonly maxFailures?: number;
  readonly stubs?: readonly Stub[];
  readonly mutant?: Mutant;
  /** Files of the code to write anew from their syntax, where nothing else is changed: the same code in another layout. */
  readonly rewritten?: readonly string[];
  /** The run says which lines of the code it reaches, and what the modules hold that no definition names. */
  readonly traced?: boolean;
  /** Files that this run has besides, or instead of, those of the task. */
  readonly changes?: readonly TaskContent[];
  readonly limits: RunLimits;
}

/** Examples to be answered, each in a process of its own that knows nothing of what is expected. */
export interface ExampleRequest {
  /** Lines by which the code is imported. */
  readonly imports: readonly string[];
  readonly examples: readonly {
    readonly setup: readonly string[];
    readonly call: string;
    readonly isAsync: boolean;
  }[];
  /** Indices of the examples, in the order in which they are asked. */
  readonly order: readonly number[];
  readonly stubs?: readonly Stub[];
  /** How long one of them may take. */
  readonly secondsEach: number;
  readonly limits: RunLimits;
}

export type IsolationLevel = "namespaces" | "none";

/** One task in isolation of its own. Every run starts from the same files, and none sees what another left. */
export interface PytestSession {
  readonly isolation: IsolationLevel;
  /** Versions of the interpreter and of pytest. */
  readonly python: string;
  readonly pytest: string;
  /** Reads the syntax of the named files; runs nothing of them. */
  inspect(paths: readonly string[], limits: RunLimits): Promise<RawRun>;
  /** A run that is ended once it has reported its tests. Until then it is like any other. */
  collect(changes: readonly TaskContent[], limits: RunLimits): Promise<RawRun>;
  run(request: RunRequest): Promise<RawRun>;
  /** What the code answers to examples; `answers.ts` reads the report. */
  answer(request: ExampleRequest): Promise<RawRun>;
  /** What Python expressions say as the same kind of data, read where nothing of the task is loaded. */
  expected(expressions: readonly string[], limits: RunLimits): Promise<RawRun>;
  /** Ends everything that runs in it. */
  close(): Promise<void>;
}

export type OpenedSession =
  | { readonly kind: "opened"; readonly session: PytestSession }
  /** No way of isolation works here; nothing of the task was run. */
  | { readonly kind: "unavailable"; readonly tried: readonly string[] };

export interface SessionOptions {
  /** Of Python's hashes; left out, 0. */
  readonly seed?: number;
  readonly onSignOfLife?: (sign: SignOfLife) => void;
}

export interface IsolatedPytest {
  open(files: readonly TaskContent[], options?: SessionOptions): Promise<OpenedSession>;
}
