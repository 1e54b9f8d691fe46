import { getExecOutput } from "@actions/exec";

export interface ProgramResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** coreutils' `timeout` answers so when it had to kill what it ran. */
const KILLED = 137;

/**
 * Runs a program of ours, never of a task, and keeps what it says out of the log. It gets no more than `environment`,
 * and is killed after `seconds`.
 */
export async function runProgram(
  program: string,
  args: readonly string[],
  { seconds, environment }: { seconds: number; environment: Readonly<Record<string, string>> },
): Promise<ProgramResult> {
  const { exitCode, stdout, stderr } = await getExecOutput(
    "timeout",
    ["--signal=KILL", String(seconds), program, ...args],
    { silent: true, ignoreReturnCode: true, env: { ...environment } },
  );
  const late = exitCode === KILLED ? `${program} was ended after ${seconds} seconds` : "";
  return { exitCode, stdout, stderr: `${stderr}${late}` };
}
