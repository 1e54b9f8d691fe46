import type { ChildProcess } from "node:child_process";
import { startProgram } from "../../foundation/adapters/program.ts";
import { jsonIn } from "../../foundation/json.ts";

const LINE_LIMIT = 128 * 1024 * 1024;
const NEWLINE = 10;

/** A process that is told JSON lines and answers with JSON lines, in order. */
export class JsonLineProcess {
  readonly #child: ChildProcess;
  readonly #closed: Promise<void>;
  #isClosed = false;
  #chunks: Buffer[] = [];
  #size = 0;
  #stderr = "";
  /** Lines that nobody has asked for yet. */
  readonly #lines: Buffer[] = [];
  #waiting: ((line: Buffer | null) => void) | null = null;

  constructor(
    command: string,
    args: readonly string[],
    environment: Readonly<Record<string, string | undefined>>,
  ) {
    const child = startProgram(command, args, { environment, hasInput: true });
    this.#child = child;
    this.#closed = new Promise((resolve) => {
      const end = (): void => {
        this.#isClosed = true;
        this.#settle(null);
        resolve();
      };
      child.on("error", (error) => {
        this.#stderr += error.message;
        end();
      });
      child.on("close", end);
    });
    child.stdin?.on("error", () => {});
    child.stderr?.on("data", (chunk: Buffer) => {
      if (this.#stderr.length < 4_000) this.#stderr += chunk.toString("utf8");
    });
    child.stdout?.on("data", (chunk: Buffer) => this.#take(chunk));
  }

  tell(message: unknown): void {
    this.#child.stdin?.write(`${JSON.stringify(message)}\n`);
  }

  /** The next answer; null when there is none within the time, or will never be one. */
  async next(seconds: number): Promise<unknown> {
    const line = this.#lines.shift() ?? (await this.#awaited(seconds));
    return line === null ? null : (jsonIn(line.toString("utf8")) ?? null);
  }

  /** Ends the process and everything below it; answers with what stood on its error output. */
  async end(): Promise<string> {
    this.#child.stdin?.end();
    const timer = setTimeout(() => this.#child.kill("SIGKILL"), 2_000);
    await this.#closed;
    clearTimeout(timer);
    return this.#stderr.trim().split("\n").slice(-3).join(" | ") || "it did not answer";
  }

  #awaited(seconds: number): Promise<Buffer | null> {
    if (this.#isClosed) return Promise.resolve(null);
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#settle(null), seconds * 1_000);
      this.#waiting = (line) => {
        clearTimeout(timer);
        resolve(line);
      };
    });
  }

  #take(chunk: Buffer): void {
    let rest = chunk;
    for (let end = rest.indexOf(NEWLINE); end >= 0; end = rest.indexOf(NEWLINE)) {
      const line = Buffer.concat([...this.#chunks.splice(0), rest.subarray(0, end)]);
      this.#size = 0;
      rest = rest.subarray(end + 1);
      if (this.#waiting === null) this.#lines.push(line);
      else this.#settle(line);
    }
    if (rest.length > 0) this.#chunks.push(rest);
    this.#size += rest.length;
    if (this.#size > LINE_LIMIT) this.#child.kill("SIGKILL");
  }

  #settle(line: Buffer | null): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.(line);
  }
}
