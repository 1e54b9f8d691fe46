import { runProgram } from "../../foundation/adapters/program.ts";
import { PipelineError } from "../../foundation/errors.ts";

/** The commit that is checked out in a folder. */
export async function checkedOutIn(workspace: string): Promise<string> {
  const { exitCode, stdout, stderr } = await runProgram(
    "git",
    // In a container the checkout belongs to another user than the one that reads it.
    ["-c", "safe.directory=*", "-C", workspace, "rev-parse", "--verify", "HEAD^{commit}"],
    {
      environment: {
        PATH: process.env["PATH"],
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_CONFIG_GLOBAL: "/dev/null",
      },
      seconds: 60,
    },
  );
  if (exitCode === 0) return stdout.toString("utf8").trim();
  throw new PipelineError("INPUT_INVALID", "There is no commit to verify", {
    hint: 'Pass "head", "base" and "merge-base" of the matrix entry, or check the repository out first.',
    cause: stderr,
  });
}
