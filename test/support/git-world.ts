import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Content by path; null removes a file or folder, an object sets the mode or points to a commit. */
export type Files = Readonly<
  Record<string, string | null | { readonly mode: string; readonly content: string }>
>;

export interface NewCommit {
  readonly parents: readonly (string | number)[];
  readonly files: Files;
  /** Seconds that its date is off: commits are not always made in the order of their dates. */
  readonly skew?: number;
}

const environment = {
  PATH: process.env["PATH"] ?? "/usr/bin:/bin",
  HOME: "/nonexistent",
  LC_ALL: "C",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_AUTHOR_NAME: "A",
  GIT_AUTHOR_EMAIL: "a@example.com",
  GIT_COMMITTER_NAME: "A",
  GIT_COMMITTER_EMAIL: "a@example.com",
};

/** What git says; exit codes besides 0 are failures unless they are named as answers. */
export function git(
  directory: string,
  args: readonly string[],
  input: string | Buffer = "",
  answers: readonly number[] = [],
): string {
  const { status, stdout, stderr } = spawnSync("git", ["-C", directory, ...args], {
    env: environment,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    input,
  });
  if (status === 0 || answers.includes(status ?? -1)) return stdout.trimEnd();
  throw new Error(`git ${args.join(" ")} ended with ${String(status)}: ${stderr}`);
}

/** A real bare repository, as a server has it, and clones of it, as a job has them. */
export class GitWorld implements Disposable {
  readonly directory = mkdtempSync(join(tmpdir(), "agent-pipeline-world-"));
  /** Where `GITHUB_SERVER_URL` points. */
  readonly serverUrl = `file://${this.directory}/server`;
  readonly remote = join(this.directory, "server", "org", "repo");
  readonly temporary = join(this.directory, "temporary");
  #seconds = 1_790_000_000;
  #clones = 0;

  constructor() {
    mkdirSync(this.remote, { recursive: true });
    mkdirSync(this.temporary);
    git(this.remote, ["init", "--quiet", "--bare", "--initial-branch=main", "."]);
    git(this.remote, ["config", "uploadpack.allowAnySHA1InWant", "true"]);
    git(this.remote, ["config", "uploadpack.allowFilter", "true"]);
    git(this.remote, ["config", "gc.auto", "0"]);
  }

  /** A commit with the first parent's files changed as said. It is on no branch until `branch` puts it there. */
  commit(parents: readonly string[], files: Files): string {
    const [commit] = this.commits([{ parents, files }]);
    return commit ?? "";
  }

  /** Many at once. A parent is a commit, or the index of one that comes before in the list. */
  commits(list: readonly NewCommit[]): readonly string[] {
    const marks = join(this.directory, "marks");
    const stream = list.flatMap(({ parents, files, skew = 0 }, index) => {
      const moment = `A <a@example.com> ${++this.#seconds + skew} +0000`;
      const [first, ...others] = parents.map((parent) =>
        typeof parent === "number" ? `:${parent + 1}` : parent,
      );
      return [
        first === undefined ? "reset refs/work\n\n" : "",
        `commit refs/work\nmark :${index + 1}\nauthor ${moment}\ncommitter ${moment}\ndata 2\nc\n`,
        first === undefined ? "" : `from ${first}\n`,
        ...others.map((parent) => `merge ${parent}\n`),
        ...Object.entries(files).map(([path, file]) => fileCommand(path, file)),
        "\n",
      ];
    });
    git(
      this.remote,
      ["fast-import", "--quiet", "--force", "--date-format=raw", `--export-marks=${marks}`],
      stream.join(""),
    );
    const lines = readFileSync(marks, "utf8").trim().split("\n");
    const oids = new Map(
      lines.map((line): [string, string] => [line.split(" ")[0] ?? "", line.split(" ")[1] ?? ""]),
    );
    return list.map((_, index) => oids.get(`:${index + 1}`) ?? "");
  }

  /** Moves a branch, or with a full name any ref. */
  branch(name: string, commit: string): void {
    git(this.remote, [
      "update-ref",
      name.startsWith("refs/") ? name : `refs/heads/${name}`,
      commit,
    ]);
    git(this.remote, ["update-ref", "-d", "refs/work"]);
  }

  /** A checkout of one ref or commit, as actions/checkout makes it: fetched into a fresh repository. */
  checkout(ref: string, options: readonly string[] = ["--depth=1"]): string {
    const clone = join(this.directory, `clone-${++this.#clones}`);
    mkdirSync(clone);
    git(clone, ["init", "--quiet", "."]);
    git(clone, ["remote", "add", "origin", `file://${this.remote}`]);
    git(clone, ["fetch", "--quiet", "--no-tags", ...options, "origin", ref]);
    git(clone, ["checkout", "--quiet", "FETCH_HEAD"]);
    return clone;
  }

  [Symbol.dispose](): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}

function fileCommand(path: string, file: Files[string]): string {
  const quoted = `"${path.replace(/[\\"]/g, "\\$&").replaceAll("\n", "\\n")}"`;
  if (file === null || file === undefined) return `D ${quoted}\n`;
  const { mode, content } = typeof file === "string" ? { mode: "100644", content: file } : file;
  if (mode === "160000") return `M 160000 ${content} ${quoted}\n`;
  return `M ${mode} inline ${quoted}\ndata ${Buffer.byteLength(content)}\n${content}\n`;
}
