/** What went wrong, seen from the person who has to act on it. */
export type ErrorCode =
  | "INPUT_INVALID" // the workflow author, or the author of a story or config, can fix it
  | "PERMISSION_MISSING" // the workflow author or a repository admin can fix it
  | "MODEL_OUTPUT_INVALID" // the model answered, but not in our format
  | "SERVICE_UNAVAILABLE" // GitHub or the model provider; a later run may pass
  | "GIT_FAILED" // a git command that should have worked did not
  | "LIMIT_REACHED"; // a bound of this run (money, attempts, size) stopped it on purpose

/** An error we expected. Every other `Error` that reaches the top is a bug. */
export class PipelineError extends Error {
  override readonly name = "PipelineError";
  readonly code: ErrorCode;
  readonly hint: string | undefined;

  constructor(code: ErrorCode, message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.code = code;
    this.hint = options.hint;
  }
}

export function assertNever(value: never): never {
  throw new Error(`Unreachable: ${JSON.stringify(value)}`);
}
