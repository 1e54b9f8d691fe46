/** What went wrong, seen from the person who has to act on it. */
export const ERROR_CODES = [
  /** The workflow author, or the author of a story or config, can fix it. */
  "INPUT_INVALID",
  /** The workflow author or a repository admin can fix it. */
  "PERMISSION_MISSING",
  /** The model answered, but not in our format. */
  "MODEL_OUTPUT_INVALID",
  /** GitHub or the model provider; a later run may pass. */
  "SERVICE_UNAVAILABLE",
  /** A git command that should have worked did not. */
  "GIT_FAILED",
  /** A bound of this run (money, attempts, size) stopped it on purpose. */
  "LIMIT_REACHED",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

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
