import { type ChildProcess, spawn } from "node:child_process";

export interface ProgramStart {
  /** All that the program sees of an environment. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Working directory; left out, the root. */
  readonly folder?: string;
  /** Whether it reads from us; otherwise its input is empty. */
  readonly hasInput?: boolean;
}

/** Starts a program that goes on running: whoever started it reads and ends it. The only place that starts one. */
export function startProgram(
  program: string,
  args: readonly string[],
  { environment, folder = "/", hasInput = false }: ProgramStart,
): ChildProcess {
  return spawn(program, args, {
    cwd: folder,
    env: { ...environment },
    stdio: [hasInput ? "pipe" : "ignore", "pipe", "pipe"],
  });
}

export interface ProgramRun extends Omit<ProgramStart, "hasInput"> {
  readonly input?: string | Uint8Array | undefined;
  /** After these it is killed. */
  readonly seconds: number;
  /** It is killed as well when it says more. */
  readonly outputBytes?: number;
}

export interface ProgramResult {
  /** -1 when it was killed, by us or by a signal. */
  readonly exitCode: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

const MIB = 1024 * 1024;

/** Error output that is kept; more is read and forgotten. */
const STDERR_BYTES = MIB;

/** Runs a program to its end. Rejects when it cannot be started. */
export async function runProgram(
  program: string,
  args: readonly string[],
  { input, seconds, outputBytes = 16 * MIB, ...start }: ProgramRun,
): Promise<ProgramResult> {
  const child = startProgram(program, args, { ...start, hasInput: input !== undefined });
  const stdout = new Kept(outputBytes);
  const stderr = new Kept(STDERR_BYTES);
  child.stdout?.on("data", (chunk: Buffer) => {
    if (!stdout.take(chunk)) kill(child);
  });
  child.stderr?.on("data", (chunk: Buffer) => void stderr.take(chunk));
  // It may end before it has read all input; its exit code says why.
  child.stdin?.on("error", () => {});
  child.stdin?.end(input);
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    kill(child);
  }, seconds * 1_000);
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? -1));
  }).finally(() => clearTimeout(timer));
  const late = isLate ? `${program} was ended after ${seconds} seconds` : "";
  return { exitCode, stdout: stdout.bytes, stderr: `${stderr.bytes.toString("utf8")}${late}` };
}

/** What it has started itself may live on and hold its streams open: nobody waits for those. */
function kill(child: ChildProcess): void {
  child.kill("SIGKILL");
  child.stdout?.destroy();
  child.stderr?.destroy();
}

/** The start of a stream. */
class Kept {
  readonly #most: number;
  readonly #chunks: Buffer[] = [];
  #size = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get bytes(): Buffer {
    return Buffer.concat(this.#chunks);
  }

  /** Whether there is room for it. */
  take(chunk: Buffer): boolean {
    this.#size += chunk.length;
    if (this.#size > this.#most) return false;
    this.#chunks.push(chunk);
    return true;
  }
}
