import { mkdtemp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runProgram } from "../../foundation/adapters/program.ts";
import { PipelineError } from "../../foundation/errors.ts";
import type { Log } from "../../runner/log.ts";
import type { PreparedPython, PythonEnvironments } from "../python-environments.ts";
import { pluginsOf, type Requirement } from "../requirements.ts";
import { installIsolated } from "./isolated-installation.ts";
import { isolatedPytest, WAY_NAMES, type WayName } from "./isolated-pytest.ts";
import { pipEnvironment, readPipSettings } from "./pip-settings.ts";
import { type PythonEnvironment, readPythonEnvironment } from "./python-environment.ts";

/** What is installed where the interpreter has no pytest. */
const PYTEST = "pytest==9.2.0";
const INSTALL_SECONDS = 600;

export interface PythonOptions {
  readonly python: string;
  readonly isolation: "required" | "best-effort";
  readonly hidden: readonly string[];
  readonly temporary: string;
  readonly log: Log;
  /** Ways of isolation to try; left out, all that are known. */
  readonly ways?: readonly WayName[];
}

/** The interpreter that the workflow names, with one virtual environment for each set of requirements. */
export function installedPython(options: PythonOptions): PythonEnvironments {
  const prepared = new Map<string, Promise<PreparedPython>>();
  let base: Promise<PythonEnvironment> | null = null;
  return {
    prepare(requirements) {
      const key = requirements.map(({ line }) => line).join("\n");
      const known = prepared.get(key);
      if (known !== undefined) return known;
      base ??= readPythonEnvironment(options.python);
      const making = prepare(base, requirements, options);
      prepared.set(key, making);
      return making;
    },
  };
}

async function prepare(
  base: Promise<PythonEnvironment>,
  requirements: readonly Requirement[],
  options: PythonOptions,
): Promise<PreparedPython> {
  try {
    const made = await withRequirements(await base, requirements, options);
    if (made.kind === "unavailable") return made;
    return {
      kind: "ready",
      isolated: isolatedPytest({
        environment: made.environment,
        isolation: options.isolation,
        hidden: options.hidden,
        temporary: options.temporary,
        plugins: pluginsOf(requirements),
        ways: made.ways,
      }),
    };
  } catch (error) {
    if (!(error instanceof PipelineError)) throw error;
    return { kind: "failed", problem: [error.message, error.hint].filter(Boolean).join(" ") };
  }
}

type Made =
  | {
      readonly kind: "made";
      readonly environment: PythonEnvironment;
      /** Ways of isolation for the tests. */
      readonly ways: readonly WayName[];
    }
  | Extract<PreparedPython, { kind: "unavailable" }>;

async function withRequirements(
  base: PythonEnvironment,
  requirements: readonly Requirement[],
  options: PythonOptions,
): Promise<Made> {
  const { temporary, log, hidden, ways = WAY_NAMES } = options;
  const asksForPytest = requirements.some(({ name }) => name === "pytest");
  const lines = [
    ...requirements.map(({ line }) => line),
    ...(base.pytest === null && !asksForPytest ? [PYTEST] : []),
  ];
  if (lines.length === 0) return { kind: "made", environment: base, ways };
  log.info(`Installing for ${base.executable}, from wheels only: ${lines.join(", ")}`);
  // Not the temporary folder itself: only its owner may look into that, and the tests run as another user.
  const folder = join(await mkdtemp(join(temporary, "agent-pipeline-python-")), "environment");
  const made = await virtualEnvironment(base, folder);
  const environment = { ...made, folders: [...made.folders, ...base.folders] };
  const ended = await installIsolated({
    target: folder,
    executable: made.executable,
    folders: environment.folders,
    args: pipInstall(lines),
    settings: await readPipSettings(made.executable, process.env),
    hidden,
    ways,
    seconds: INSTALL_SECONDS,
  });
  if (ended.kind === "failed") throw notInstalled(ended.said);
  if (ended.kind === "installed") return { kind: "made", environment, ways };
  if (options.isolation === "required") return ended;
  await must(made.executable, ["-I", "-m", "pip", ...pipInstall(lines)]);
  // What a package has brought along may have run anywhere: tests with it show nothing, isolated or not.
  return { kind: "made", environment, ways: [] };
}

/** Nothing of a package runs while it is made, nor later while it is asked about itself. */
async function virtualEnvironment(
  base: PythonEnvironment,
  folder: string,
): Promise<PythonEnvironment> {
  // pytest and pip of the interpreter stay visible; what is installed here comes before them.
  const ownPip = base.hasPip ? ["--without-pip"] : [];
  await must(base.executable, ["-I", "-m", "venv", ...ownPip, "--system-site-packages", folder]);
  // Asked before anything is in it: what a package brings along may run whenever this interpreter starts, so that
  // after the installation it starts in isolation only.
  const made = await readPythonEnvironment(join(folder, "bin", "python"));
  if (base.virtualLibrary !== null) await inherit(base.virtualLibrary, made);
  return made;
}

function pipInstall(lines: readonly string[]): string[] {
  const options = ["--quiet", "--disable-pip-version-check", "--no-input", "--no-cache-dir"];
  return ["install", ...options, "--only-binary=:all:", "--", ...lines];
}

/** A virtual environment made by another one sees only what stands below both; this shows it the other's packages. */
async function inherit(
  library: string,
  { executable, virtualLibrary }: PythonEnvironment,
): Promise<void> {
  if (virtualLibrary === null) throw new Error(`${executable} is no virtual environment`);
  await writeFile(join(virtualLibrary, "inherited.pth"), `${library}\n`);
}

async function must(command: string, args: readonly string[]): Promise<void> {
  const { exitCode, stderr } = await runProgram(command, args, {
    seconds: INSTALL_SECONDS,
    environment: pipEnvironment(process.env),
  });
  if (exitCode !== 0) throw notInstalled(stderr);
}

function notInstalled(stderr: string): PipelineError {
  const said = stderr.trim().split("\n").slice(-3).join(" ").slice(0, 500);
  return new PipelineError("SERVICE_UNAVAILABLE", `The packages could not be installed: ${said}`, {
    hint: "Only wheels are installed, and pip has to be part of the interpreter.",
  });
}
