import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const TO_THE_SERVER = ["fetch", "ls-remote", "push"];

/** A git that writes down what it is asked to do, first on the PATH until it is disposed of. */
export class GitCalls implements Disposable {
  readonly #folder = mkdtempSync(join(tmpdir(), "git-calls-"));
  readonly #calls = join(this.#folder, "calls");
  readonly #path = process.env["PATH"] ?? "";

  constructor() {
    const real = execFileSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).trim();
    const program = join(this.#folder, "git");
    writeFileSync(this.#calls, "");
    writeFileSync(program, `#!/bin/sh\necho "$1" >>'${this.#calls}'\nexec '${real}' "$@"\n`);
    chmodSync(program, 0o755);
    process.env["PATH"] = `${this.#folder}:${this.#path}`;
  }

  /** The commands that asked the server for something, in their order. */
  get questions(): readonly string[] {
    const calls = readFileSync(this.#calls, "utf8").split("\n");
    return calls.filter((call) => TO_THE_SERVER.includes(call));
  }

  [Symbol.dispose](): void {
    process.env["PATH"] = this.#path;
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
