import { execFile, execFileSync } from "node:child_process";
import { promisify } from "node:util";

export interface GitOptions {
  readonly input?: string | Buffer;
  readonly environment?: Readonly<Record<string, string>>;
}

// Nothing of the machine's or the developer's own git configuration may change a test.
const environment = {
  PATH: process.env["PATH"] ?? "/usr/bin:/bin",
  HOME: "/nonexistent",
  LC_ALL: "C",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_TERMINAL_PROMPT: "0",
  GIT_AUTHOR_NAME: "GitHub",
  GIT_AUTHOR_EMAIL: "noreply@github.com",
  GIT_COMMITTER_NAME: "GitHub",
  GIT_COMMITTER_EMAIL: "noreply@github.com",
};

const outputLimit = 256 * 1024 * 1024;

/** Runs git on local data. It blocks, so never use it to talk to a server of this process. */
export function git(
  directory: string,
  values: readonly string[],
  options: GitOptions = {},
): string {
  return execFileSync("git", ["-C", directory, ...values], {
    env: { ...environment, ...options.environment },
    encoding: "utf8",
    maxBuffer: outputLimit,
    stdio: ["pipe", "pipe", "pipe"],
    input: options.input ?? "",
  }).trimEnd();
}

/** What git says, or null when it says no (exit code 1 or 128). */
export function gitOrNull(directory: string, values: readonly string[]): string | null {
  try {
    return git(directory, values);
  } catch {
    return null;
  }
}

/** Runs git as a client of the loopback server, without blocking this process. */
export async function gitClient(
  directory: string,
  values: readonly string[],
  options: { readonly environment?: Readonly<Record<string, string>> } = {},
): Promise<string> {
  const { stdout } = await promisify(execFile)("git", ["-C", directory, ...values], {
    env: { ...environment, ...options.environment },
    encoding: "utf8",
    maxBuffer: outputLimit,
  });
  return stdout.trimEnd();
}

/** The `-c` values by which actions/checkout logs git in to a server. */
export function gitLogin(serverUrl: string, token: string): readonly string[] {
  const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
  return ["-c", `http.${serverUrl}/.extraheader=AUTHORIZATION: basic ${basic}`];
}
