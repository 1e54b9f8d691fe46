import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Action } from "../scripts/bundles.ts";
import { inputValues, inputVariable, readManifest, unexpectedInputs } from "./action-inputs.ts";
import { CommandFiles } from "./command-files.ts";
import { type Annotation, CommandReader } from "./workflow-commands.ts";

export type { Annotation } from "./workflow-commands.ts";

export interface BundleRun {
  readonly action: Action;
  readonly inputs?: Readonly<Record<string, string>>;
  /**
   * Usually what `runContext` gives. GITHUB_TOKEN is what `github.token` means; it is not handed to
   * the process, as the runner does not either.
   */
  readonly environment?: Readonly<Record<string, string>>;
  /** Working directory. Otherwise an empty one. */
  readonly workspace?: string;
  /** Masked as a workflow's secrets are, besides all inputs whose name ends in `key` or `token`. */
  readonly secrets?: readonly string[];
  /** Inputs that the workflow gives as they are, and not as a secret of the repository. */
  readonly literals?: readonly string[];
  /** Milliseconds until the process is killed, which is an error. */
  readonly timeout?: number;
  /** Kills the process, and what it started, the moment it is aborted: as when a runner is lost. */
  readonly signal?: AbortSignal;
  /** Another program than the manifest's `runs.main`. */
  readonly main?: string;
  /** Another manifest than `<action>/action.yml` of this repository. */
  readonly manifest?: string;
}

export interface BundleResult {
  readonly exitCode: number;
  readonly outputs: Readonly<Record<string, string>>;
  /** Outputs that the runner drops because they hold a secret. */
  readonly droppedOutputs: readonly string[];
  readonly annotations: readonly Annotation[];
  readonly summary: string;
  /** What a person sees: both streams, without commands, secrets masked. */
  readonly log: string;
  /** What the process wrote, secrets and all. */
  readonly stdout: string;
  readonly stderr: string;
}

const root = fileURLToPath(new URL("..", import.meta.url));

/** Set by the tests: bundles are those that the sources make today, and not those of dist/, which may be old. */
export const TODAY_VARIABLE = "AGENT_PIPELINE_BUNDLES_OF_TODAY";

/** The folder with the bundle of an action. */
export async function bundleFolder(action: Action): Promise<string> {
  if (process.env[TODAY_VARIABLE] === undefined) return join(root, "dist", action);
  const { builtBundle } = await import("../scripts/bundles.ts");
  const folder = building.get(action) ?? builtBundle(action);
  building.set(action, folder);
  return folder;
}

/** Once in each process: who edits the sources while tests run would have them built for every test. */
const building = new Map<Action, Promise<string>>();

/** Against a hang alone: machines are busy. */
const usualTimeout = 300_000;

/** Runs a bundled action as actions/runner does. */
export function runBundle(run: BundleRun): Promise<BundleResult> {
  return runStep(run, runProcess);
}

/** How a step is carried out: with an environment, until it ends; what it writes goes to the reader line by line. */
export type Execution = (
  main: string,
  environment: Record<string, string>,
  options: ProcessOptions,
) => Promise<Ended>;

/** All that actions/runner does around a step: inputs, command files, masks, outputs. */
export async function runStep(run: BundleRun, execute: Execution): Promise<BundleResult> {
  const folder = mkdtempSync(join(tmpdir(), "world-runner-"));
  try {
    return await runIn(folder, run, execute);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runIn(folder: string, run: BundleRun, execute: Execution): Promise<BundleResult> {
  const file = run.manifest ?? join(root, run.action, "action.yml");
  const manifest = readManifest(file);
  const { GITHUB_TOKEN: token = "", ...environment } = run.environment ?? {};
  const inputs = inputValues(manifest, run.inputs ?? {}, { ...run.environment });
  const files = new CommandFiles(join(folder, "commands"));
  const reader = new CommandReader();
  for (const secret of secretsOf(run, inputs, token)) reader.masks.add(secret);
  warnOfUnexpected(reader, unexpectedInputs(manifest, run.inputs ?? {}), manifest.inputs ?? {});
  const workspace = run.workspace ?? folderIn(folder, "workspace");
  const ended = await execute(
    run.main ?? (await mainOf(run, file, manifest.runs.main)),
    {
      ...runnerEnvironment(folder, run.action, workspace),
      ...files.environment,
      ...environment,
      ...inputEnvironment(inputs),
    },
    {
      workspace,
      timeout: run.timeout ?? usualTimeout,
      reader,
      ...(run.signal !== undefined && { signal: run.signal }),
    },
  );
  return result(ended, files, reader);
}

/** What the manifest names, from the folder that holds the bundles now. */
async function mainOf(
  { action, manifest }: BundleRun,
  file: string,
  main: string,
): Promise<string> {
  const path = resolve(dirname(file), main);
  const isOurs = manifest === undefined && dirname(path) === join(root, "dist", action);
  return isOurs ? join(await bundleFolder(action), basename(path)) : path;
}

function secretsOf(run: BundleRun, inputs: Readonly<Record<string, string>>, token: string) {
  const runtimeToken = run.environment?.["ACTIONS_RUNTIME_TOKEN"] ?? "";
  const given = Object.entries(inputs).filter(
    ([name]) => /(?:key|token)$/i.test(name) && run.literals?.includes(name) !== true,
  );
  const all = [token, runtimeToken, ...given.map(([, value]) => value), ...(run.secrets ?? [])];
  return all.filter((secret) => secret !== "");
}

function warnOfUnexpected(reader: CommandReader, names: readonly string[], known: object): void {
  if (names.length === 0) return;
  const valid = quoted(Object.keys(known));
  reader.read(`::warning::Unexpected input(s) ${quoted(names)}, valid inputs are [${valid}]`);
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join(", ");
}

function folderIn(folder: string, name: string): string {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  return path;
}

function runnerEnvironment(folder: string, action: string, workspace: string) {
  return {
    PATH: process.env["PATH"] ?? "/usr/bin:/bin",
    HOME: folderIn(folder, "home"),
    LANG: "C.UTF-8",
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_ACTION: `__${action}`,
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: folderIn(folder, "temp"),
    RUNNER_TOOL_CACHE: folderIn(folder, "tools"),
    RUNNER_OS: "Linux",
    RUNNER_ARCH: "X64",
    RUNNER_NAME: "world",
    RUNNER_ENVIRONMENT: "github-hosted",
  };
}

function inputEnvironment(inputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [inputVariable(name), value] as const),
  );
}

export interface ProcessOptions {
  readonly workspace: string;
  readonly timeout: number;
  readonly signal?: AbortSignal;
  readonly reader: CommandReader;
}

export interface Ended {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function runProcess(
  main: string,
  environment: Record<string, string>,
  { workspace, timeout, signal, reader }: ProcessOptions,
): Promise<Ended> {
  // A group of its own, so that a timeout also ends what the action started.
  const child = spawn(nodeProgram(), [main], {
    cwd: workspace,
    env: environment,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr] = [collect(child.stdout, reader), collect(child.stderr, reader)];
  signal?.addEventListener("abort", () => kill(child));
  const exitCode = await exitOf(child, timeout, () => `${stdout.text()}${stderr.text()}`);
  return { exitCode, stdout: stdout.text(), stderr: stderr.text() };
}

// Vitest may run under another Node than the one that the actions name.
function nodeProgram(): string {
  const isRunnersNode = process.version.startsWith("v24.");
  return isRunnersNode ? process.execPath : join(root, "node_modules/.bin/node");
}

function collect(stream: NodeJS.ReadableStream, reader: CommandReader): { text: () => string } {
  let [text, unfinished] = ["", ""];
  stream.setEncoding("utf8");
  stream.on("data", (chunk: string) => {
    text += chunk;
    const lines = (unfinished + chunk).split("\n");
    unfinished = lines.pop() ?? "";
    for (const line of lines) reader.read(line.replace(/\r$/, ""));
  });
  stream.on("end", () => {
    if (unfinished !== "") reader.read(unfinished);
  });
  return { text: () => text };
}

function kill({ pid }: ChildProcess): void {
  if (pid !== undefined) process.kill(-pid, "SIGKILL");
}

async function exitOf(
  child: ChildProcess,
  timeout: number,
  written: () => string,
): Promise<number> {
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    kill(child);
  }, timeout);
  const exitCode = await new Promise<number | null>((settle, fail) => {
    child.on("error", fail);
    child.on("close", settle);
  }).finally(() => clearTimeout(timer));
  if (isLate) throw new Error(`The action was killed after ${timeout} ms. It wrote:\n${written()}`);
  // Ended by a signal: for the runner a failure as any other.
  return exitCode ?? 1;
}

function result(ended: Ended, files: CommandFiles, reader: CommandReader): BundleResult {
  const masked = (text: string) => mask(text, reader.masks);
  const written = writtenOutputs(files, reader);
  const outputs = Object.entries({ ...reader.outputs, ...written.outputs });
  const isKept = ([, value]: [string, string]) => masked(value) === value;
  const summary = files.summary();
  if (summary === null) reader.read("::error::$GITHUB_STEP_SUMMARY upload aborted: over 1024k");
  return {
    ...ended,
    exitCode: ended.exitCode === 0 && !written.isValid ? 1 : ended.exitCode,
    outputs: Object.fromEntries(outputs.filter(isKept)),
    droppedOutputs: outputs.filter((output) => !isKept(output)).map(([name]) => name),
    annotations: reader.annotations.map((one) => ({ ...one, message: masked(one.message) })),
    summary: masked(summary ?? ""),
    log: masked(reader.log.join("\n")),
  };
}

function writtenOutputs(files: CommandFiles, reader: CommandReader) {
  try {
    return { outputs: files.pairs("GITHUB_OUTPUT"), isValid: true };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    reader.read("::error::Unable to process file command 'output' successfully.");
    reader.read(`::error::${reason}`);
    return { outputs: {}, isValid: false };
  }
}

function mask(text: string, secrets: ReadonlySet<string>): string {
  // Longest first: a secret may hold another one.
  const ordered = [...secrets].toSorted((one, other) => other.length - one.length);
  return ordered.reduce((masked, secret) => masked.replaceAll(secret, "***"), text);
}
