import { rm } from "node:fs/promises";
import * as z from "zod";
import type { TaskContent } from "../../task/folder.ts";
import { runningTest } from "../pytest-report.ts";
import type {
  ExampleRequest,
  IsolationLevel,
  PytestSession,
  RawRun,
  RunLimits,
  RunRequest,
  SessionOptions,
} from "../session.ts";
import { JsonLineProcess } from "./json-line-process.ts";

/** How long a session may take until it answers for the first time. */
const START_SECONDS = 30;
/** How much longer than its own limit a run may take before the whole session is ended from outside. */
const GRACE_SECONDS = 15;

const Answer = {
  ready: z.object({ ready: z.object({ python: z.string(), pytest: z.string() }) }),
  files: z.object({ files: z.int() }),
  alive: z.object({ alive: z.object({ seconds: z.number(), report: z.base64() }) }),
  run: z.object({
    ended: z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("exit"), code: z.int() }),
      z.object({ kind: z.literal("signal"), signal: z.string() }),
      z.object({ kind: z.literal("timeout") }),
      z.object({ kind: z.literal("report_overflow") }),
      z.object({ kind: z.literal("stopped") }),
    ]),
    report: z.base64(),
    reportOverflown: z.boolean(),
    output: z.base64(),
    seconds: z.number(),
  }),
};

export interface SessionStart {
  readonly command: string;
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** A folder of its own, removed at the end. */
  readonly root: string;
  readonly isolation: IsolationLevel;
  readonly onSignOfLife: SessionOptions["onSignOfLife"];
}

/** The other end of `inside/supervisor.py`. */
export class ProcessSession implements PytestSession {
  readonly isolation: IsolationLevel;
  readonly python: string;
  readonly pytest: string;
  readonly #process: JsonLineProcess;
  readonly #root: string;
  readonly #onSignOfLife: SessionOptions["onSignOfLife"];

  private constructor(process: JsonLineProcess, start: SessionStart, versions: Versions) {
    this.#process = process;
    this.#root = start.root;
    this.#onSignOfLife = start.onSignOfLife;
    this.isolation = start.isolation;
    this.python = versions.python;
    this.pytest = versions.pytest;
  }

  /** A session that answers, or why there is none. */
  static async start(start: SessionStart): Promise<ProcessSession | string> {
    const child = new JsonLineProcess(start.command, start.args, {
      PATH: process.env["PATH"],
      ...start.environment,
    });
    const answer = Answer.ready.safeParse(await child.next(START_SECONDS));
    if (answer.success) return new ProcessSession(child, start, answer.data.ready);
    const problem = await child.end();
    await rm(start.root, { recursive: true, force: true });
    return problem;
  }

  async load(files: readonly TaskContent[], plugins: readonly string[]): Promise<void> {
    this.#process.tell({ files: encoded(files), plugins });
    const answer = await this.#process.next(START_SECONDS);
    if (!Answer.files.safeParse(answer).success)
      throw new Error("The isolation did not take the files");
  }

  inspect(paths: readonly string[], limits: RunLimits): Promise<RawRun> {
    return this.#run({ mode: "inspect", paths, limits });
  }

  collect(changes: readonly TaskContent[], limits: RunLimits): Promise<RawRun> {
    return this.#run({ mode: "collect", changes: encoded(changes), limits });
  }

  run({ tests, changes = [], ...request }: RunRequest): Promise<RawRun> {
    return this.#run({
      mode: "run",
      changes: encoded(changes),
      ...request,
      ...(tests === null ? {} : { tests }),
    });
  }

  answer({ stubs, limits, ...asked }: ExampleRequest): Promise<RawRun> {
    return this.#run({ mode: "answer", asked, limits, ...(stubs !== undefined && { stubs }) });
  }

  expected(expressions: readonly string[], limits: RunLimits): Promise<RawRun> {
    return this.#run({ mode: "expected", expressions, limits });
  }

  async close(): Promise<void> {
    await this.#process.end();
    await rm(this.#root, { recursive: true, force: true });
  }

  async #run(command: { limits: RunLimits; [key: string]: unknown }): Promise<RawRun> {
    const started = performance.now();
    this.#process.tell(command);
    const answer = Answer.run.safeParse(await this.#end(command.limits.seconds + GRACE_SECONDS));
    if (!answer.success) {
      await this.#process.end();
      const seconds = (performance.now() - started) / 1_000;
      return { ended: { kind: "lost" }, report: "", output: "", seconds };
    }
    const { ended, report, reportOverflown, output, seconds } = answer.data;
    return {
      ended: reportOverflown ? { kind: "report_overflow" } : ended,
      report: Buffer.from(report, "base64").toString("utf8"),
      output: Buffer.from(output, "base64").toString("utf8"),
      seconds,
    };
  }

  /** The answer at the end of a run, past the signs of life that come before it. */
  async #end(seconds: number): Promise<unknown> {
    const deadline = performance.now() + seconds * 1_000;
    for (;;) {
      const answer = await this.#process.next((deadline - performance.now()) / 1_000);
      const sign = Answer.alive.safeParse(answer);
      if (!sign.success) return answer;
      const { report, seconds: passed } = sign.data.alive;
      const test = runningTest(Buffer.from(report, "base64").toString("utf8"));
      this.#onSignOfLife?.({ seconds: passed, test });
    }
  }
}

interface Versions {
  readonly python: string;
  readonly pytest: string;
}

function encoded(files: readonly TaskContent[]): [string, string][] {
  return files.map(({ path, content }) => [path, Buffer.from(content).toString("base64")]);
}
