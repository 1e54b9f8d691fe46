import { execFileSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseInputs } from "../../../actions/verify/inputs.ts";
import { run, type Outcome, type Ports } from "../../../actions/verify/run.ts";
import { runnerFiles } from "../../../src/evidence/adapters/runner-files.ts";
import { type Evidence, parseEvidence } from "../../../src/evidence/evidence.ts";
import type { EvidenceUploads } from "../../../src/evidence/store.ts";
import { sha256OfJson } from "../../../src/foundation/digest.ts";
import { VERSION } from "../../../src/foundation/version.ts";
import { openRepository } from "../../../src/git/adapters/repository.ts";
import { installedPython } from "../../../src/proof/adapters/installed-python.ts";
import type { PythonEnvironments } from "../../../src/proof/python-environments.ts";
import { dateOfStep, secondsOfStep } from "../../../src/runner/adapters/step-clock.ts";
import type { Log } from "../../../src/runner/log.ts";

export type Content = string | Uint8Array | { readonly mode: string; readonly content: string };
export type Files = Readonly<Record<string, Content>>;

/** A repository on this machine that tests commit to without a work tree. */
export class TestRepository {
  readonly path = mkdtempSync(join(tmpdir(), "verify-repository-"));

  constructor() {
    this.git("init", "--quiet", "--bare", "--initial-branch=main", "--template=", ".");
    this.git("config", "uploadpack.allowFilter", "true");
    this.git("config", "uploadpack.allowAnySHA1InWant", "true");
  }

  git(...args: string[]): string {
    return this.#git(args, "").trim();
  }

  /** The new commit; a null content removes a file or folder. */
  commit(
    files: Readonly<Record<string, Content | null>>,
    branch = "main",
    parent?: string,
  ): string {
    const stream = [
      Buffer.from(
        `commit refs/heads/${branch}\ncommitter Test <test@example.com> 1 +0000\ndata 4\ntest\n`,
      ),
      Buffer.from(parent === undefined ? "" : `from ${parent}\n`),
      ...Object.entries(files).flatMap(([path, content]) => change(path, content)),
      Buffer.from("done\n"),
    ];
    this.#git(["fast-import", "--quiet", "--force", "--done"], Buffer.concat(stream));
    return this.git("rev-parse", branch);
  }

  /** The id of a tree, from lines as `git ls-tree` prints them. */
  tree(lines: readonly string[]): string {
    return this.#git(["mktree"], lines.map((line) => `${line}\n`).join("")).trim();
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }

  #git(args: readonly string[], input: string | Buffer): string {
    return execFileSync("git", args, {
      cwd: this.path,
      input,
      encoding: "utf8",
      env: {
        PATH: process.env["PATH"],
        HOME: this.path,
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_AUTHOR_NAME: "Test",
        GIT_AUTHOR_EMAIL: "test@example.com",
        GIT_COMMITTER_NAME: "Test",
        GIT_COMMITTER_EMAIL: "test@example.com",
      },
    });
  }
}

function change(path: string, content: Content | null): Buffer[] {
  if (content === null) return [Buffer.from(`D ${path}\n`)];
  const isPlain = typeof content === "string" || content instanceof Uint8Array;
  const mode = isPlain ? "100644" : content.mode;
  if (mode === "160000" && !isPlain) return [Buffer.from(`M 160000 ${content.content} ${path}\n`)];
  const bytes = Buffer.from(isPlain ? content : content.content);
  return [
    Buffer.from(`M ${mode} inline ${JSON.stringify(path)}\ndata ${bytes.length}\n`),
    bytes,
    Buffer.from("\n"),
  ];
}

/** The files of tasks, at their places in the repository. */
export function tasks(folders: Readonly<Record<string, Files>>): Record<string, Content> {
  return Object.fromEntries(
    Object.entries(folders).flatMap(([task, files]) =>
      Object.entries(files).map(([path, content]) => [`generated/${task}/${path}`, content]),
    ),
  );
}

/** `meta/` of a task whose story has these lines, with one criterion for each of those that are quoted. */
export function metaOf(
  lines: readonly string[],
  quoted: readonly string[],
  others: Readonly<Record<string, unknown>> = {},
): Files {
  const story = { id: "s", feature: lines.join("\n"), ...others };
  const design = {
    summary: "s",
    modules: [
      {
        path: "src/double.py",
        import: "from src.double import double",
        purpose: "p",
        names: [{ name: "double", kind: "function", signature: "double(x)", behaviour: "b" }],
      },
    ],
    criteria: quoted.map((source, index) => ({ id: `AC-${index + 1}`, source, statement: "s" })),
    assumptions: [],
  };
  return {
    "meta/story.json": JSON.stringify(story),
    "meta/story_ref.json": JSON.stringify({
      story: "meta/stories/s.json",
      id: "s",
      sha256: sha256OfJson(story),
    }),
    "meta/design.json": JSON.stringify(design),
  };
}

export class RecordingLog implements Log {
  readonly lines: string[] = [];
  readonly annotations: { message: string; title?: string; file?: string; line?: number }[] = [];
  info = (message: string): void => void this.lines.push(message);
  notice = (message: string): void => void this.lines.push(message);
  warning = (message: string): void => void this.lines.push(message);
  error = (message: string, at: Parameters<Log["error"]>[1] = {}): void =>
    void this.annotations.push({ message, ...at });
  group = async <T>(title: string, work: () => Promise<T>): Promise<T> => {
    this.lines.push(title);
    return work();
  };
}

export interface Verification {
  readonly outcome: Outcome;
  readonly evidence: ReadonlyMap<string, Evidence>;
  readonly junit: ReadonlyMap<string, string>;
  readonly log: RecordingLog;
  readonly summary: string;
  readonly uploaded: readonly string[];
}

/** The artifact service, which takes everything and keeps nothing. */
export const NO_UPLOADS: EvidenceUploads = {
  upload: () => Promise.resolve(),
  uploadPart: () => Promise.resolve(),
  removePart: () => Promise.resolve(),
};

const DEFAULTS: Readonly<Record<string, string>> = {
  "timeout-seconds": "60",
  python: "python3",
  isolation: "required",
  mutants: "0",
  reruns: "0",
};

/** Runs verify on a repository, with everything real but the artifact service. */
export async function verify(
  repository: TestRepository,
  inputs: Readonly<Record<string, string>> = {},
  ports: Partial<Ports> = {},
): Promise<Verification> {
  const temporary = mkdtempSync(join(tmpdir(), "verify-runner-"));
  const log = new RecordingLog();
  const uploaded: string[] = [];
  const parsed = parseInputs((name) => inputs[name] ?? DEFAULTS[name] ?? "");
  try {
    const outcome = await run(parsed, {
      repository: openRepository({ url: repository.path, serverUrl: "", token: "" }, temporary),
      checkedOut: () => repository.git("rev-parse", "main"),
      environmentsFor: ({ isolation }) => python(temporary, isolation),
      files: runnerFiles(temporary),
      uploads: {
        ...NO_UPLOADS,
        upload: (entry, folders) => {
          uploaded.push(
            entry,
            ...folders.map((folder) => folder.slice(folder.lastIndexOf("/") + 1)),
          );
          return Promise.resolve();
        },
      },
      log,
      run: { id: "7", attempt: 1 },
      runUrl: "https://github.com/o/r/actions/runs/7",
      version: VERSION,
      cores: 2,
      random: (limit) => randomInt(limit),
      now: secondsOfStep,
      dateOf: dateOfStep,
      ...ports,
    });
    const read = (task: string, file: string): string =>
      readFileSync(join(temporary, "agent-pipeline", task, file), "utf8");
    const names = Object.keys(outcome.verdicts).filter((task) =>
      existsSync(join(temporary, "agent-pipeline", task, "evidence.json")),
    );
    return {
      outcome,
      // What the gate reads: a document that contradicts itself is an error here.
      evidence: new Map(names.map((task) => [task, parseEvidence(read(task, "evidence.json"))])),
      junit: new Map(names.map((task) => [task, read(task, "ci-results.xml")])),
      log,
      summary: outcome.summary,
      uploaded,
    };
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

export function python(
  temporary: string,
  isolation: "required" | "best-effort",
): PythonEnvironments {
  return installedPython({
    python: "python3",
    isolation,
    hidden: [],
    temporary,
    log: new RecordingLog(),
  });
}

export function codesOf(evidence: Evidence | undefined): string[] {
  return evidence?.reasons.map(({ code }) => code) ?? [];
}
