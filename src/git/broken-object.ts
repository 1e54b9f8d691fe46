import { PipelineError } from "../foundation/errors.ts";

/** An object that is not as git writes it, or of another type than its folder says, or that the remote itself lacks. */
export class BrokenObject extends PipelineError {
  constructor(message: string, options: { hint?: string; cause?: unknown } = {}) {
    super("GIT_FAILED", message, options);
  }
}
