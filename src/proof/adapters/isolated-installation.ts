import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { runProgram } from "../../foundation/adapters/program.ts";
import { isWithin, outermost, separateUser, WAY_NAMES, type WayName } from "./isolated-pytest.ts";
import type { PipSettings } from "./pip-settings.ts";

const ISOLATION_SCRIPT = fileURLToPath(new URL("../inside/pip-isolation.sh", import.meta.url));

/** Far from those of the tests, so that its user is another one. */
const SLOT = 255;
/** What the script ends with when pip was run and failed. */
const PIP_FAILED = 93;

export interface Installation {
  /** A virtual environment that nothing was installed into yet. */
  readonly target: string;
  readonly executable: string;
  /** What the interpreter reads when it starts. */
  readonly folders: readonly string[];
  /** Of pip. */
  readonly args: readonly string[];
  readonly settings: PipSettings;
  /** Folders that must not be visible inside. */
  readonly hidden: readonly string[];
  readonly ways: readonly WayName[];
  readonly seconds: number;
}

export type InstallationEnded =
  | { readonly kind: "installed" }
  | { readonly kind: "failed"; readonly said: string }
  /** Nothing was run. */
  | { readonly kind: "unavailable"; readonly tried: readonly string[] };

// The network stays: pip needs its index.
const NAMESPACES =
  "unshare --mount --pid --ipc --uts --cgroup --fork --kill-child --propagation private".split(" ");

/** What starts the script; `sudo` ends on its own in time, because we may not end what it has started. */
const COMMANDS: Readonly<Record<WayName, (seconds: number) => readonly string[]>> = {
  root: () => NAMESPACES,
  "user namespace": () => [...NAMESPACES, "--user", "--map-root-user"],
  sudo: (seconds) => "sudo -n -- timeout -s KILL".split(" ").concat(String(seconds), NAMESPACES),
};

/** Installs where nothing of the job is in sight but the network: whatever of a package runs meanwhile, runs there. */
export async function installIsolated(installation: Installation): Promise<InstallationEnded> {
  const { folders, hidden, settings, target } = installation;
  const needed = outermost(folders).filter((folder) => !isWithin(folder, target));
  const holdsJob = (path: string): boolean =>
    path === "/" || hidden.some((folder) => isWithin(folder, path));
  const exposed = needed.find(holdsJob);
  if (exposed !== undefined) {
    const why = `the interpreter needs ${exposed}, which holds the runner's own files`;
    return { kind: "unavailable", tried: [why] };
  }
  // What holds the job's files, or is a way to them, stays out of sight, and pip says what it does not find.
  const named: string[] = [];
  for (const path of settings.paths.filter((candidate) => !holdsJob(candidate))) {
    if (await isAsNamed(path, hidden)) named.push(path);
  }
  const paths = [...needed, ...named];
  const tried: string[] = [];
  for (const way of WAY_NAMES.filter((name) => installation.ways.includes(name))) {
    const ended = await installBy(way, paths, installation);
    if (typeof ended !== "string") return ended;
    tried.push(`${way}: ${ended}`);
  }
  return { kind: "unavailable", tried };
}

/** Whether no link leads elsewhere from a path in a folder of the job, where others than the workflow may put links. */
async function isAsNamed(path: string, hidden: readonly string[]): Promise<boolean> {
  const folder = hidden.find((candidate) => isWithin(path, candidate));
  if (folder === undefined) return true;
  try {
    const expected = join(await realpath(folder), relative(folder, path));
    return (await realpath(path)) === expected;
  } catch {
    return false;
  }
}

/** A text says why the way is none. */
async function installBy(
  way: WayName,
  paths: readonly string[],
  { target, executable, args, settings, seconds }: Installation,
): Promise<InstallationEnded | string> {
  if (way === "root" && process.getuid?.() !== 0) return "not root";
  const work = await mkdtemp(join(dirname(target), "installation-"));
  const [root, scratch, handed] = ["root", "scratch", "settings"].map((name) => join(work, name));
  try {
    for (const folder of [root!, scratch!, handed!]) await mkdir(folder);
    await writeFile(join(handed!, "pip.conf"), settings.conf);
    await writeFile(join(handed!, "netrc"), settings.netrc);
    await writeFile(join(handed!, "variables"), asShell(settings.variables));
    const [command, ...before] = COMMANDS[way](seconds);
    const user = way === "user namespace" ? "mapped" : await separateUser(SLOT);
    const { exitCode, stderr } = await runProgram(
      command!,
      [
        ...before,
        "--",
        "/bin/sh",
        ISOLATION_SCRIPT,
        root!,
        user,
        target,
        scratch!,
        handed!,
        executable,
        ...paths,
        "--",
        ...args,
      ],
      { seconds, environment: { PATH: process.env["PATH"] } },
    );
    if (exitCode === 0) return { kind: "installed" };
    // Killed: it took too long, and no other way would be faster.
    if (exitCode === PIP_FAILED || exitCode === -1 || exitCode === 137) {
      return { kind: "failed", said: stderr };
    }
    return stderr.trim().slice(-500) || `it ended with ${exitCode}`;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Read by a shell inside, so that a proxy's password stands in no list of processes. */
function asShell(variables: Readonly<Record<string, string>>): string {
  return Object.entries(variables)
    .map(([name, value]) => `export ${name}='${value.replaceAll("'", String.raw`'\''`)}'\n`)
    .join("");
}
