// Starts act so that nothing of this machine gets in, and nothing gets out: an empty environment, a home and a work
// folder of its own, and a proxy that is the stand-in itself.
import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { pythonFolder, toolPath } from "../../../scripts/tools/tools.ts";

export interface ActRun {
  /** An empty folder that outlives the run. */
  readonly folder: string;
  /** Where the clones of actions are, or go to. */
  readonly actionCache: string;
  readonly event: string;
  readonly payload: unknown;
  /** File name → content of the workflow that runs. */
  readonly workflow: { readonly file: string; readonly content: string };
  /** Where act finds hosts that only the stand-in knows. */
  readonly proxy: string;
  readonly actor: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, string>>;
}

export interface ActOutcome {
  readonly exitCode: number;
  readonly output: string;
}

const longestRun = 170_000;

/** Runs one workflow file. */
export async function runAct(run: ActRun): Promise<ActOutcome> {
  const { folder, workflow } = run;
  const file = join(".github/workflows", workflow.file);
  writeFile(join(folder, "work", file), workflow.content);
  writeFile(join(folder, "work/event.json"), JSON.stringify(run.payload));
  const shims = join(folder, "shims");
  writeShims(shims);
  const act = spawn(toolPath("act"), values(run, file), {
    cwd: join(folder, "work"),
    env: hermeticEnvironment(run, shims),
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const chunks: Buffer[] = [];
  act.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  act.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
  // The whole group: what act started must not outlive it.
  const timer = setTimeout(() => killGroup(act.pid), longestRun);
  const exitCode = await new Promise<number>((resolve, reject) => {
    act.on("error", reject);
    act.on("close", (code) => resolve(code ?? 137));
  });
  clearTimeout(timer);
  return { exitCode, output: Buffer.concat(chunks).toString() };
}

function values(run: ActRun, file: string): string[] {
  return [
    run.event,
    ...pairs({ "--workflows": file, "--eventpath": "event.json", "--actor": run.actor }),
    ...pairs({ "--action-cache-path": run.actionCache }),
    ...assignments("--platform", { "ubuntu-24.04": "-self-hosted", "self-hosted": "-self-hosted" }),
    ...pairs({ "--env-file": "/dev/null", "--secret-file": "/dev/null" }),
    ...pairs({ "--var-file": "/dev/null", "--input-file": "/dev/null" }),
    "--json",
    // Only then does it say which jobs it skipped.
    "--verbose",
    "--rm",
    "--no-skip-checkout",
    "--no-cache-server",
    // The proxy is for act itself: hidden from the steps.
    ...assignments("--env", { HTTP_PROXY: "", ...run.environment }),
    ...assignments("--secret", run.secrets),
    ...assignments("--var", run.variables),
  ];
}

function pairs(options: Readonly<Record<string, string>>): string[] {
  return Object.entries(options).flat();
}

function assignments(option: string, all: Readonly<Record<string, string>>): string[] {
  return Object.entries(all).flatMap(([name, value]) => [option, `${name}=${value}`]);
}

function hermeticEnvironment({ folder, proxy }: ActRun, shims: string) {
  const home = join(folder, "home");
  return {
    PATH: [shims, pythonFolder(), ...systemPath].join(delimiter),
    HOME: home,
    XDG_CONFIG_HOME: join(home, ".config"),
    XDG_CACHE_HOME: join(home, ".cache"),
    GIT_CONFIG_NOSYSTEM: "1",
    ACT_DISABLE_VERSION_CHECK: "1",
    HTTP_PROXY: proxy,
  };
}

// As on a runner, whose users have the programs of the administrator on their path.
const systemPath = ["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"];

/**
 * act gives each step a terminal, and drops the unread end of the output of a step that fails. So steps get a pipe, and
 * a failing one a moment for its last lines to be read.
 */
function writeShims(folder: string): void {
  for (const [name, program] of Object.entries({ node: process.execPath, bash: "/bin/bash" })) {
    const shim = join(folder, name);
    writeFile(
      shim,
      `#!/bin/bash
# act asks its node where it is, and would pass over the shim from then on.
if [[ "$*" == "--no-warnings -e console.log(process.execPath)" ]]; then echo "$0"; exit; fi
[[ -t 1 ]] || exec '${program}' "$@"
'${program}' "$@" </dev/null 2>&1 | cat
code=\${PIPESTATUS[0]}
[[ $code == 0 ]] || sleep 0.3
exit "$code"
`,
    );
    chmodSync(shim, 0o755);
  }
}

function writeFile(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

function killGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch {
    // It ended in this very moment.
  }
}
