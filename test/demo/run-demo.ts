import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "../../scripts/demo/plan.ts";

export interface DemoResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningDemo {
  readonly process: ChildProcess;
  /** Settles when the text has been written; rejects when the demo ends without it. */
  said(text: string): Promise<void>;
  readonly ended: Promise<DemoResult>;
}

/** The program behind `npm run demo`, which signals reach at once. */
const PROGRAM = [join(ROOT, "node_modules/.bin/node"), join(ROOT, "scripts/demo/main.ts")];
/** What the README tells a newcomer to type. */
const TYPED = ["npm", "run", "--silent", "demo", "--"];

/** Starts the demo in a terminal's environment, but without a terminal. */
export function startDemo(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  [program = "", ...first]: readonly string[] = PROGRAM,
): RunningDemo {
  const { FORCE_COLOR: _, OPENAI_API_KEY: __, ...usual } = process.env;
  const child = spawn(program, [...first, ...words], {
    cwd: ROOT,
    env: { ...usual, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const ended = new Promise<DemoResult>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exitCode) => resolve({ exitCode, stdout, stderr }));
  });
  return {
    process: child,
    ended,
    said: (text) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (stdout.includes(text)) resolve();
        };
        child.stdout.on("data", look);
        child.on("close", () =>
          reject(new Error(`It ended without "${text}":\n${stdout}${stderr}`)),
        );
        look();
      }),
  };
}

export function runDemo(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<DemoResult> {
  return startDemo(words, environment).ended;
}

/** As a newcomer does it. */
export function typeDemo(words: readonly string[]): Promise<DemoResult> {
  return startDemo(words, {}, TYPED).ended;
}
