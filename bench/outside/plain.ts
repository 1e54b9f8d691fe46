import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { place, program, readJsonFile } from "./places.ts";

export const PLAIN_SECONDS = 30;

export interface PlainRun {
  /** Every test was run and passed; nothing was skipped or expected to fail. */
  readonly passedWhole: boolean;
  /** pytest's exit code: 1 when tests failed; null when the time was over. */
  readonly exitCode: number | null;
  readonly seconds: number;
  readonly output: string;
}

/** `python -m pytest` in a task folder, with the paths that a task has, and nothing of verify. */
export function plainPytest(folder: string, python: string, options: Options = {}): PlainRun {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(
    python,
    [
      "-m",
      "pytest",
      "-q",
      "--noconftest",
      "-c",
      "/dev/null",
      `--rootdir=${folder}`,
      "--import-mode=importlib",
      "-p",
      "no:cacheprovider",
      "--tb=line",
      "-o",
      `pythonpath=${folder} ${join(folder, "src")}`,
      ...(options.arguments ?? []),
      "tests",
    ],
    {
      cwd: folder,
      encoding: "utf8",
      timeout: (options.seconds ?? PLAIN_SECONDS) * 1_000,
      killSignal: "SIGKILL",
      maxBuffer: 64 * 1024 * 1024,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        PATH: process.env["PATH"],
        HOME: process.env["HOME"],
        PYTHONDONTWRITEBYTECODE: "1",
        ...options.environment,
      },
    },
  );
  const last = stdout.trim().split("\n").at(-1) ?? "";
  return {
    passedWhole:
      status === 0 && /^(?:\d+ (?:passed|subtests passed|warnings?)(?:, )?)+ in /.test(last),
    exitCode: status,
    seconds: (performance.now() - started) / 1_000,
    output: `${stdout}${stderr}`.slice(-2_000),
  };
}

interface Options {
  readonly seconds?: number;
  readonly arguments?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** What outside_calls.py wrote down. */
export const Traced = z.object({
  passed: z.array(z.string()),
  /** Tests and files that did not pass, each with the end of what was said. */
  others: z.record(z.string(), z.string()),
  /** By tests, not while a file is imported: `file::qualified name`. */
  called: z.array(z.string()),
});
export type Traced = z.infer<typeof Traced>;

/** The same with a plugin that looks on; null when it left nothing behind. */
export function tracedPytest(folder: string, python: string, calls: string): Traced | null {
  rmSync(calls, { force: true });
  plainPytest(folder, python, {
    // Looking on takes time.
    seconds: 2 * PLAIN_SECONDS,
    arguments: ["-p", "outside_calls"],
    environment: { PYTHONPATH: program("plugin"), OUTSIDE_CALLS: calls },
  });
  return readJsonFile(calls, Traced.nullable(), null);
}

export function callsOf(task: string): string {
  return place("calls", `${task}.json`);
}
