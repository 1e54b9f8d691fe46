import { copyFile, mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { runProgram } from "../../foundation/adapters/program.ts";
import type { TaskContent } from "../../task/folder.ts";
import type { IsolatedPytest, OpenedSession, SessionOptions } from "../session.ts";
import { ProcessSession } from "./process-session.ts";
import type { PythonEnvironment } from "./python-environment.ts";

const ISOLATION_SCRIPT = fileURLToPath(new URL("../inside/pytest-isolation.sh", import.meta.url));
// Each by a URL of its own: the bundler finds them so, and gives them names of its own.
export const PROGRAM: Readonly<Record<string, URL>> = {
  "pytest_session.py": new URL("../inside/pytest_session.py", import.meta.url),
  "example_answers.py": new URL("../inside/example_answers.py", import.meta.url),
  "supervisor.py": new URL("../inside/supervisor.py", import.meta.url),
  "run_parent.py": new URL("../inside/run_parent.py", import.meta.url),
  "run_files.py": new URL("../inside/run_files.py", import.meta.url),
  "run_report.py": new URL("../inside/run_report.py", import.meta.url),
  "pytest_reporter.py": new URL("../inside/pytest_reporter.py", import.meta.url),
  "kernel.py": new URL("../inside/kernel.py", import.meta.url),
  "system_calls.py": new URL("../inside/system_calls.py", import.meta.url),
  "task_syntax.py": new URL("../inside/source/task_syntax.py", import.meta.url),
  "task_source.py": new URL("../inside/source/task_source.py", import.meta.url),
  "task_stubs.py": new URL("../inside/source/task_stubs.py", import.meta.url),
  "task_own_names.py": new URL("../inside/source/task_own_names.py", import.meta.url),
  "task_policy.py": new URL("../inside/source/task_policy.py", import.meta.url),
  "task_reach.py": new URL("../inside/reach/task_reach.py", import.meta.url),
  "task_made.py": new URL("../inside/reach/task_made.py", import.meta.url),
  "task_objects.py": new URL("../inside/reach/task_objects.py", import.meta.url),
  "task_mutants.py": new URL("../inside/source/task_mutants.py", import.meta.url),
  "task_values.py": new URL("../inside/values/task_values.py", import.meta.url),
  "task_flow.py": new URL("../inside/values/task_flow.py", import.meta.url),
  "task_flow_statements.py": new URL("../inside/values/task_flow_statements.py", import.meta.url),
  "task_flow_calls.py": new URL("../inside/values/task_flow_calls.py", import.meta.url),
  "task_flow_expressions.py": new URL("../inside/values/task_flow_expressions.py", import.meta.url),
  "task_flow_names.py": new URL("../inside/values/task_flow_names.py", import.meta.url),
  "task_flow_state.py": new URL("../inside/values/task_flow_state.py", import.meta.url),
  "task_flow_claims.py": new URL("../inside/values/task_flow_claims.py", import.meta.url),
  "task_flow_library.py": new URL("../inside/values/task_flow_library.py", import.meta.url),
  "task_flow_scopes.py": new URL("../inside/values/task_flow_scopes.py", import.meta.url),
  "task_flow_value.py": new URL("../inside/values/task_flow_value.py", import.meta.url),
};
const MAIN = "pytest_session.py";

/** Nothing of a job lasts longer; the bound holds even if this process dies in an odd way. */
const SESSION_SECONDS = 6 * 3_600;

export interface IsolationOptions {
  readonly environment: PythonEnvironment;
  /** `best-effort` runs without isolation where none can be had, and says so by the level of the session. */
  readonly isolation: "required" | "best-effort";
  /** Folders that must not be visible inside: the checkout, the runner's own folders, a home. */
  readonly hidden: readonly string[];
  readonly temporary?: string;
  /** pytest plugins to load, by module; no other is. */
  readonly plugins?: readonly string[];
  /** Ways of isolation that may be tried; left out, all that are known. */
  readonly ways?: readonly WayName[];
}

export const WAY_NAMES = ["root", "user namespace", "sudo"] as const;
export type WayName = (typeof WAY_NAMES)[number];

/** A way into isolation: as root, as an ordinary user where the kernel lets him, or by `sudo` without a password. */
interface Way {
  readonly name: WayName;
  readonly command: readonly string[];
  /** `mapped`, or the number of the user that the code runs as outside of its user namespace. */
  readonly user: (slot: number) => Promise<string>;
}

const NAMESPACES =
  "unshare --mount --pid --net --ipc --uts --cgroup --fork --kill-child --propagation private".split(
    " ",
  );

const WAYS: readonly Way[] = [
  { name: "root", command: NAMESPACES, user: separateUser },
  {
    name: "user namespace",
    command: [...NAMESPACES, "--user", "--map-root-user"],
    user: () => Promise.resolve("mapped"),
  },
  {
    name: "sudo",
    command: ["sudo", "-n", "--", "timeout", "-s", "KILL", String(SESSION_SECONDS), ...NAMESPACES],
    user: separateUser,
  },
];

export function isolatedPytest(options: IsolationOptions): IsolatedPytest {
  return new Sessions(options);
}

class Sessions implements IsolatedPytest {
  readonly #options: IsolationOptions;
  #way: Way | null = null;
  #slot = 0;
  #program: Promise<string> | null = null;

  constructor(options: IsolationOptions) {
    this.#options = options;
  }

  async open(files: readonly TaskContent[], options: SessionOptions = {}): Promise<OpenedSession> {
    const tried: string[] = [];
    const exposed = this.#exposedFolder();
    if (exposed !== null)
      tried.push(`the interpreter needs ${exposed}, which holds the runner's own files`);
    for (const way of exposed !== null ? [] : this.#ways()) {
      const opened = await this.#openBy(way, options);
      if (typeof opened === "string") {
        tried.push(`${way.name}: ${opened}`);
        continue;
      }
      this.#way = way;
      await opened.load(files, this.#options.plugins ?? []);
      return { kind: "opened", session: opened };
    }
    if (this.#options.isolation === "required") return { kind: "unavailable", tried };
    return { kind: "opened", session: await this.#openWithout(files, options) };
  }

  /** All of them until one has worked. */
  #ways(): readonly Way[] {
    if (this.#way !== null) return [this.#way];
    const names = this.#options.ways ?? WAY_NAMES;
    return WAYS.filter(
      ({ name }) => names.includes(name) && (name !== "root" || process.getuid?.() === 0),
    );
  }

  async #openBy(
    way: Way,
    { seed = 0, onSignOfLife }: SessionOptions,
  ): Promise<ProcessSession | string> {
    const root = await mkdtemp(join(this.#options.temporary ?? tmpdir(), "agent-pipeline-root-"));
    const [command, ...args] = [
      ...way.command,
      "--",
      "/bin/sh",
      ISOLATION_SCRIPT,
      root,
      await way.user(this.#slot++),
      await this.#programFolder(),
      String(seed),
      this.#options.environment.executable,
      ...this.#folders(),
    ];
    return ProcessSession.start({
      command: command!,
      args,
      root,
      isolation: "namespaces",
      onSignOfLife,
    });
  }

  async #openWithout(
    files: readonly TaskContent[],
    { seed = 0, onSignOfLife }: SessionOptions,
  ): Promise<ProcessSession> {
    const root = await mkdtemp(join(this.#options.temporary ?? tmpdir(), "agent-pipeline-open-"));
    const session = await ProcessSession.start({
      command: this.#options.environment.executable,
      args: ["-s", "-B", "-X", "utf8", join(await this.#programFolder(), MAIN), root],
      environment: { PYTHONHASHSEED: String(seed), HOME: root, TMPDIR: join(root, "tmp") },
      root,
      isolation: "none",
      onSignOfLife,
    });
    if (typeof session === "string") throw new Error(`pytest could not be started: ${session}`);
    await session.load(files, this.#options.plugins ?? []);
    return session;
  }

  /** The Python files under the names by which they import each other. */
  #programFolder(): Promise<string> {
    return (this.#program ??= (async () => {
      const folder = await mkdtemp(
        join(this.#options.temporary ?? tmpdir(), "agent-pipeline-program-"),
      );
      for (const [name, url] of Object.entries(PROGRAM)) {
        await copyFile(fileURLToPath(url), join(folder, name));
      }
      await compile(folder, this.#options.environment);
      return folder;
    })());
  }

  #folders(): string[] {
    return outermost(this.#options.environment.folders);
  }

  #exposedFolder(): string | null {
    const isExposed = (folder: string): boolean =>
      folder === "/" || this.#options.hidden.some((hidden) => isWithin(hidden, folder));
    return this.#folders().find(isExposed) ?? null;
  }
}

const COMPILE = `
import os, py_compile, sys
for name in os.listdir(sys.argv[1]):
    py_compile.compile(os.path.join(sys.argv[1], name), invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)
`;

/**
 * So that not every session compiles our own files. By the bare interpreter, which loads no package: it runs outside of
 * the isolation. Where it cannot, sessions do it themselves.
 */
async function compile(folder: string, { base }: PythonEnvironment): Promise<void> {
  const args = ["-I", "-S", "-c", COMPILE, folder];
  await runProgram(base, args, { seconds: 60, environment: {} }).catch(() => null);
}

/** Folders that every isolation has, read-only. */
const SYSTEM = ["/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32"];

/** What has to be bound besides /usr and its like: outermost folders only. */
export function outermost(all: readonly string[]): string[] {
  const folders = [...new Set(all)].filter(
    (folder) => !SYSTEM.some((system) => isWithin(folder, system)),
  );
  return folders.filter(
    (folder) => !folders.some((other) => other !== folder && isWithin(folder, other)),
  );
}

export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

/**
 * A user that owns nothing and runs nothing else, so that the limit on processes counts those of one session alone.
 * Where only some users exist (a container's own user namespace) it is `nobody`.
 */
export async function separateUser(slot: number): Promise<string> {
  const map = await readFile("/proc/self/uid_map", "utf8").catch(() => "");
  const isWhole = /^\s*0\s+0\s+4294967295\s*$/.test(map);
  return isWhole ? String(2_000_000_000 + ((process.pid * 256 + slot) % 100_000_000)) : "65534";
}
