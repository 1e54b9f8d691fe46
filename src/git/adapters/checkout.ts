import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { PipelineError } from "../../foundation/errors.ts";

/** The commit that is checked out in a folder. */
export async function checkedOutIn(workspace: string): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(
      "git",
      // In a container the checkout belongs to another user than the one that reads it.
      ["-c", "safe.directory=*", "-C", workspace, "rev-parse", "--verify", "HEAD^{commit}"],
      {
        env: {
          PATH: process.env["PATH"],
          GIT_CONFIG_NOSYSTEM: "1",
          GIT_CONFIG_GLOBAL: "/dev/null",
        },
      },
    );
    return stdout.trim();
  } catch (error) {
    throw new PipelineError("INPUT_INVALID", "There is no commit to verify", {
      hint: 'Pass "head", "base" and "merge-base" of the matrix entry, or check the repository out first.',
      cause: error,
    });
  }
}
