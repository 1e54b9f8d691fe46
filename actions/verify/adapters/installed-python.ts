import { spawn } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { isolatedPytest, type IsolationOptions } from "../../shared/adapters/isolated-pytest.ts";
import {
  type PythonEnvironment,
  readPythonEnvironment,
} from "../../shared/adapters/python-environment.ts";
import { PipelineError } from "../../shared/core/errors.ts";
import type { Log } from "../../shared/ports/log.ts";
import type { PreparedPython, PythonEnvironments } from "../ports/python-environments.ts";

/** What is installed where the interpreter has no pytest. */
const PYTEST = "pytest==9.2.0";

export interface PythonOptions {
  readonly python: string;
  readonly isolation: "required" | "best-effort";
  readonly hidden: readonly string[];
  readonly temporary: string;
  readonly log: Log;
  /** Ways of isolation to try; left out, all that are known. */
  readonly ways?: IsolationOptions["ways"];
}

/** The interpreter that the workflow names. It is made ready once, for all tasks of an entry. */
export function installedPython(options: PythonOptions): PythonEnvironments {
  let prepared: Promise<PreparedPython> | null = null;
  return { prepare: () => (prepared ??= prepare(options)) };
}

async function prepare(options: PythonOptions): Promise<PreparedPython> {
  try {
    const found = await readPythonEnvironment(options.python);
    const environment = found.pytest === null ? await withPytest(found, options) : found;
    return {
      kind: "ready",
      python: environment.version,
      pytest: environment.pytest ?? "",
      isolated: isolatedPytest({
        environment,
        isolation: options.isolation,
        hidden: options.hidden,
        temporary: options.temporary,
        ...(options.ways !== undefined && { ways: options.ways }),
      }),
    };
  } catch (error) {
    if (!(error instanceof PipelineError)) throw error;
    return { kind: "failed", problem: [error.message, error.hint].filter(Boolean).join(" ") };
  }
}

async function withPytest(
  { executable }: PythonEnvironment,
  { temporary, log }: PythonOptions,
): Promise<PythonEnvironment> {
  const folder = await mkdtemp(join(temporary, "agent-pipeline-python-"));
  log.info(`${executable} has no pytest: installing ${PYTEST} from wheels into ${folder}`);
  const python = join(folder, "bin", "python");
  await must(executable, ["-I", "-m", "venv", folder]);
  await must(python, [
    "-I",
    "-m",
    "pip",
    "install",
    "--quiet",
    "--disable-pip-version-check",
    "--no-input",
    "--only-binary=:all:",
    PYTEST,
  ]);
  return readPythonEnvironment(python);
}

async function must(command: string, args: readonly string[]): Promise<void> {
  const child = spawn(command, args, { stdio: ["ignore", "ignore", "pipe"], timeout: 300_000 });
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString("utf8")));
  const code = await new Promise<number | null>((resolve) => {
    child.on("error", () => resolve(null));
    child.on("close", resolve);
  });
  if (code === 0) return;
  throw new PipelineError(
    "SERVICE_UNAVAILABLE",
    `pytest is missing and could not be installed: ${stderr.trim().split("\n").slice(-2).join(" ").slice(0, 500)}`,
    { hint: "Install pytest in a step before this one." },
  );
}
