import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { copyFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import type {
  IsolatedPytest,
  IsolationLevel,
  OpenedSession,
  PytestSession,
  RawRun,
  RunLimits,
  RunRequest,
  TaskContent,
} from "../ports/isolated-pytest.ts";
import type { PythonEnvironment } from "./python-environment.ts";

const ISOLATION_SCRIPT = fileURLToPath(new URL("./pytest/pytest-isolation.sh", import.meta.url));
// Each by a URL of its own: the bundler finds them so, and gives them names of its own.
const PROGRAM: Readonly<Record<string, URL>> = {
  "pytest_session.py": new URL("./pytest/pytest_session.py", import.meta.url),
  "pytest_reporter.py": new URL("./pytest/pytest_reporter.py", import.meta.url),
  "system_calls.py": new URL("./pytest/system_calls.py", import.meta.url),
  "task_syntax.py": new URL("./pytest/task_syntax.py", import.meta.url),
  "task_changes.py": new URL("./pytest/task_changes.py", import.meta.url),
};
const MAIN = "pytest_session.py";

/** How long a session may take until it answers for the first time. */
const START_SECONDS = 30;
/** How much longer than its own limit a run may take before the whole session is ended from outside. */
const GRACE_SECONDS = 15;
/** Nothing of a job lasts longer; the bound holds even if this process dies in an odd way. */
const SESSION_SECONDS = 6 * 3_600;
const ANSWER_LIMIT = 128 * 1024 * 1024;

export interface IsolationOptions {
  readonly environment: PythonEnvironment;
  /** `best-effort` runs without isolation where none can be had, and says so by the level of the session. */
  readonly isolation: "required" | "best-effort";
  /** Folders that must not be visible inside: the checkout, the runner's own folders, a home. */
  readonly hidden: readonly string[];
  readonly temporary?: string;
  /** pytest plugins to load, by module; no other is. */
  readonly plugins?: readonly string[];
  /** Ways of isolation to try; left out, all that are known. */
  readonly ways?: readonly Way[];
}

/** A way into isolation: as root, as an ordinary user where the kernel lets him, or by `sudo` without a password. */
interface Way {
  readonly name: string;
  readonly command: readonly string[];
  /** `mapped`, or the number of the user that the code runs as. */
  readonly user: (slot: number) => Promise<string>;
}

const NAMESPACES =
  "unshare --mount --pid --net --ipc --uts --cgroup --fork --kill-child --propagation private".split(
    " ",
  );

const WAYS: readonly Way[] = [
  ...(process.getuid?.() === 0 ? [{ name: "root", command: NAMESPACES, user: separateUser }] : []),
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

  async open(files: readonly TaskContent[], seed = 0): Promise<OpenedSession> {
    const tried: string[] = [];
    const exposed = this.#exposedFolder();
    if (exposed !== null)
      tried.push(`the interpreter needs ${exposed}, which holds the runner's own files`);
    for (const way of exposed !== null ? [] : this.#ways()) {
      const opened = await this.#openBy(way, seed);
      if (typeof opened === "string") {
        tried.push(`${way.name}: ${opened}`);
        continue;
      }
      this.#way = way;
      await opened.load(files, this.#options.plugins ?? []);
      return { kind: "opened", session: opened };
    }
    if (this.#options.isolation === "required") return { kind: "unavailable", tried };
    return { kind: "opened", session: await this.#openWithout(files, seed) };
  }

  /** All of them until one has worked. */
  #ways(): readonly Way[] {
    return this.#way !== null ? [this.#way] : (this.#options.ways ?? WAYS);
  }

  async #openBy(way: Way, seed: number): Promise<Session | string> {
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
    return Session.start(command!, args, { root, isolation: "namespaces" });
  }

  async #openWithout(files: readonly TaskContent[], seed: number): Promise<PytestSession> {
    const root = await mkdtemp(join(this.#options.temporary ?? tmpdir(), "agent-pipeline-open-"));
    const session = await Session.start(
      this.#options.environment.executable,
      ["-s", "-B", "-X", "utf8", join(await this.#programFolder(), MAIN), root],
      {
        root,
        isolation: "none",
        environment: { PYTHONHASHSEED: String(seed), HOME: root, TMPDIR: join(root, "tmp") },
      },
    );
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
      return folder;
    })());
  }

  /** What has to be bound besides /usr and its like: outermost folders only. */
  #folders(): string[] {
    const folders = [...new Set(this.#options.environment.folders)].filter(
      (folder) => !SYSTEM.some((system) => isWithin(folder, system)),
    );
    return folders.filter(
      (folder) => !folders.some((other) => other !== folder && isWithin(folder, other)),
    );
  }

  #exposedFolder(): string | null {
    const isExposed = (folder: string): boolean =>
      folder === "/" || this.#options.hidden.some((hidden) => isWithin(hidden, folder));
    return this.#folders().find(isExposed) ?? null;
  }
}

/** Folders that every isolation has, read-only. */
const SYSTEM = ["/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32"];

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

/**
 * A user that owns nothing and runs nothing else, so that the limit on processes counts those of one session alone.
 * Where only some users exist (a container's own user namespace) it is `nobody`.
 */
async function separateUser(slot: number): Promise<string> {
  const map = await readFile("/proc/self/uid_map", "utf8").catch(() => "");
  const isWhole = /^\s*0\s+0\s+4294967295\s*$/.test(map);
  return isWhole ? String(2_000_000_000 + ((process.pid * 256 + slot) % 100_000_000)) : "65534";
}

const Answer = {
  ready: z.object({ ready: z.object({ python: z.string(), pytest: z.string() }) }),
  files: z.object({ files: z.int() }),
  run: z.object({
    ended: z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("exit"), code: z.int() }),
      z.object({ kind: z.literal("signal"), signal: z.string() }),
      z.object({ kind: z.literal("timeout") }),
      z.object({ kind: z.literal("report_overflow") }),
    ]),
    report: z.base64(),
    reportOverflown: z.boolean(),
    output: z.base64(),
    seconds: z.number(),
  }),
};

interface Start {
  readonly root: string;
  readonly isolation: IsolationLevel;
  readonly environment?: Readonly<Record<string, string>>;
}

class Session implements PytestSession {
  readonly isolation: IsolationLevel;
  readonly python: string;
  readonly pytest: string;
  readonly #lines: Lines;
  readonly #root: string;

  private constructor(lines: Lines, { root, isolation }: Start, versions: Versions) {
    this.#lines = lines;
    this.#root = root;
    this.isolation = isolation;
    this.python = versions.python;
    this.pytest = versions.pytest;
  }

  /** A session that answers, or why there is none. */
  static async start(
    command: string,
    args: readonly string[],
    start: Start,
  ): Promise<Session | string> {
    const lines = new Lines(
      spawn(command, args, {
        cwd: "/",
        env: { PATH: process.env["PATH"], ...start.environment },
        stdio: ["pipe", "pipe", "pipe"],
      }),
    );
    const answer = Answer.ready.safeParse(await lines.next(START_SECONDS));
    if (answer.success) return new Session(lines, start, answer.data.ready);
    const problem = await lines.end();
    await rm(start.root, { recursive: true, force: true });
    return problem;
  }

  async load(files: readonly TaskContent[], plugins: readonly string[]): Promise<void> {
    const answer = await this.#lines.ask({ files: encoded(files), plugins }, START_SECONDS);
    if (!Answer.files.safeParse(answer).success)
      throw new Error("The isolation did not take the files");
  }

  inspect(paths: readonly string[], limits: RunLimits): Promise<RawRun> {
    return this.#run({ mode: "inspect", paths, limits });
  }

  collect(limits: RunLimits): Promise<RawRun> {
    return this.#run({ mode: "collect", limits });
  }

  run({ tests, changes = [], ...request }: RunRequest): Promise<RawRun> {
    return this.#run({
      mode: "run",
      changes: encoded(changes),
      ...request,
      ...(tests === null ? {} : { tests }),
    });
  }

  async close(): Promise<void> {
    await this.#lines.end();
    await rm(this.#root, { recursive: true, force: true });
  }

  async #run(command: { limits: RunLimits; [key: string]: unknown }): Promise<RawRun> {
    const started = performance.now();
    const raw = await this.#lines.ask(command, command.limits.seconds + GRACE_SECONDS);
    const answer = Answer.run.safeParse(raw);
    if (!answer.success) {
      await this.#lines.end();
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
}

interface Versions {
  readonly python: string;
  readonly pytest: string;
}

function encoded(files: readonly TaskContent[]): [string, string][] {
  return files.map(({ path, content }) => [path, Buffer.from(content).toString("base64")]);
}

/** One JSON line out, one JSON line back. */
class Lines {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #closed: Promise<void>;
  #isClosed = false;
  #chunks: Buffer[] = [];
  #size = 0;
  #stderr = "";
  #waiting: ((line: Buffer | null) => void) | null = null;

  constructor(child: ChildProcessWithoutNullStreams) {
    this.#child = child;
    this.#closed = new Promise((resolve) => {
      const end = (): void => {
        this.#isClosed = true;
        this.#settle(null);
        resolve();
      };
      child.on("error", (error) => {
        this.#stderr += error.message;
        end();
      });
      child.on("close", end);
    });
    child.stdin.on("error", () => {});
    child.stderr.on("data", (chunk: Buffer) => {
      if (this.#stderr.length < 4_000) this.#stderr += chunk.toString("utf8");
    });
    child.stdout.on("data", (chunk: Buffer) => this.#take(chunk));
  }

  ask(command: unknown, seconds: number): Promise<unknown> {
    const answer = this.next(seconds);
    this.#child.stdin.write(`${JSON.stringify(command)}\n`);
    return answer;
  }

  /** The next answer; null when there will be none. */
  async next(seconds: number): Promise<unknown> {
    if (this.#isClosed) return null;
    const line = await new Promise<Buffer | null>((resolve) => {
      this.#waiting = resolve;
      const timer = setTimeout(() => this.#settle(null), seconds * 1_000);
      const settle = this.#waiting;
      this.#waiting = (value) => {
        clearTimeout(timer);
        settle(value);
      };
    });
    if (line === null) return null;
    try {
      return JSON.parse(line.toString("utf8")) as unknown;
    } catch {
      return null;
    }
  }

  /** Ends the process and everything below it; answers with what stood on its error output. */
  async end(): Promise<string> {
    this.#child.stdin.end();
    const timer = setTimeout(() => this.#child.kill("SIGKILL"), 2_000);
    await this.#closed;
    clearTimeout(timer);
    return this.#stderr.trim().split("\n").slice(-3).join(" | ") || "it did not answer";
  }

  #take(chunk: Buffer): void {
    const end = chunk.indexOf(10);
    this.#chunks.push(end < 0 ? chunk : chunk.subarray(0, end));
    this.#size += chunk.length;
    if (end >= 0) {
      const line = Buffer.concat(this.#chunks);
      this.#chunks = end + 1 < chunk.length ? [chunk.subarray(end + 1)] : [];
      this.#size = 0;
      this.#settle(line);
    } else if (this.#size > ANSWER_LIMIT) {
      this.#child.kill("SIGKILL");
    }
  }

  #settle(line: Buffer | null): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.(line);
  }
}
