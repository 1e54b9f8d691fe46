import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PipelineError } from "../core/errors.ts";
import type { Change, Repository, TreeChange, TreeEntry } from "../ports/repository.ts";
import { GitProcess } from "./git-process.ts";

export interface Remote {
  /** A URL, or the path of a checkout. */
  readonly url: string;
  readonly serverUrl: string;
  /** Empty for a remote that asks for none. */
  readonly token: string;
}

/** Who signs the commits: the account that GitHub shows as github-actions[bot]. */
const AUTHOR = "github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>";

const NO_OBJECT = "0".repeat(40);

/** Opens a bare store of our own next to the remote; objects come into it when a question needs them. */
export async function openRepository(remote: Remote, temporary = tmpdir()): Promise<Repository> {
  const directory = await mkdtemp(join(temporary, "agent-pipeline-git-"));
  const git = new GitProcess(
    directory,
    remote.token === "" ? null : { serverUrl: remote.serverUrl, token: remote.token },
  );
  await git.run(["init", "--quiet", "--bare", "--template=", "."]);
  await git.run(["remote", "add", "origin", remote.url]);
  // The server sends no blob, and no tree but those asked for: `tree:0` with fetches on demand.
  await git.run(["config", "remote.origin.promisor", "true"]);
  await git.run(["config", "remote.origin.partialCloneFilter", "tree:0"]);
  return new GitRepository(git);
}

class GitRepository implements Repository {
  readonly #git: GitProcess;
  readonly #present = new Set<string>();

  constructor(git: GitProcess) {
    this.#git = git;
  }

  async branchTip(branch: string): Promise<string | null> {
    return (await this.branchTips(branch)).get(branch) ?? null;
  }

  async commitOf(name: string): Promise<string | null> {
    if (/^[0-9a-f]{40}$/.test(name)) return this.#commitNamed(name);
    const patterns = name.startsWith("refs/")
      ? [name]
      : [`refs/heads/${name}`, `refs/tags/${name}`];
    const lines = await this.#git.text([
      "ls-remote",
      "origin",
      // `^{}`: the commit that an annotated tag stands for.
      ...patterns.flatMap((pattern) => [pattern, `${pattern}^{}`]),
    ]);
    const found = new Map(
      lines.split("\n").map((line): [string, string] => {
        const [oid = "", ref = ""] = line.split("\t");
        return [ref, oid];
      }),
    );
    for (const ref of patterns) {
      const oid = found.get(`${ref}^{}`) ?? found.get(ref);
      if (oid !== undefined) return oid;
    }
    return null;
  }

  async #commitNamed(oid: string): Promise<string | null> {
    try {
      await this.#ensure([oid]);
    } catch (error) {
      if (error instanceof PipelineError && /not our ref/.test(error.message)) return null;
      throw error;
    }
    return this.#git.text(["rev-parse", "--verify", `${oid}^{commit}`]);
  }

  async branchTips(prefix: string): Promise<ReadonlyMap<string, string>> {
    const lines = await this.#git.text(["ls-remote", "--heads", "origin", `refs/heads/${prefix}*`]);
    const tips = lines
      .split("\n")
      .map((line) => /^([0-9a-f]{40})\trefs\/heads\/(.+)$/.exec(line))
      .flatMap((match): [string, string][] => (match === null ? [] : [[match[2]!, match[1]!]]))
      // ls-remote matches a pattern at any depth of a name.
      .filter(([name]) => name.startsWith(prefix));
    return new Map(tips);
  }

  async mergeBases(a: string, b: string): Promise<readonly string[]> {
    await this.#ensure([a, b]);
    // 1: the two have no common history.
    const bases = await this.#git.text(["merge-base", "--all", a, b], { answers: [1] });
    return bases === "" ? [] : bases.split("\n");
  }

  async isAncestor(ancestor: string, descendant: string): Promise<boolean> {
    await this.#ensure([ancestor, descendant]);
    const result = await this.#git.run(["merge-base", "--is-ancestor", ancestor, descendant], {
      answers: [1],
    });
    return result.exitCode === 0;
  }

  async objectAt(
    commit: string,
    path: string,
  ): Promise<Pick<TreeEntry, "mode" | "oid" | "type"> | null> {
    await this.#ensure([commit]);
    const entries = await this.#lsTree([commit, "--", path]);
    return entries.find((entry) => entry.path === path) ?? null;
  }

  async list(
    commit: string,
    folder: string,
    options: { recursive?: boolean } = {},
  ): Promise<readonly TreeEntry[]> {
    await this.#ensure([commit]);
    const tree = await this.#treeOf(commit, folder);
    if (tree === null) return [];
    return this.#lsTree([...(options.recursive === true ? ["-r"] : []), tree]);
  }

  async changes(
    from: string | null,
    to: string,
    folder: string,
    options: { recursive?: boolean } = {},
  ): Promise<readonly TreeChange[]> {
    await this.#ensure([...(from === null ? [] : [from]), to]);
    const [before, after] = await Promise.all([
      from === null ? null : this.#treeOf(from, folder),
      this.#treeOf(to, folder),
    ]);
    if (before === after) return [];
    const empty = await this.#emptyTree();
    const output = await this.#git.run([
      "diff-tree",
      "-z",
      "--raw",
      "--no-renames",
      "--no-abbrev",
      ...(options.recursive === true ? ["-r"] : []),
      before ?? empty,
      after ?? empty,
    ]);
    return parseRawDiff(output.stdout.toString("utf8"));
  }

  async blobSizes(oids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const wanted = [...new Set(oids)];
    if (wanted.length === 0) return new Map();
    await this.#fetch(wanted);
    const lines = await this.#git.text(["cat-file", "--batch-check=%(objectname) %(objectsize)"], {
      input: `${wanted.join("\n")}\n`,
    });
    return new Map(
      lines.split("\n").map((line): [string, number] => {
        const [oid = "", size = ""] = line.split(" ");
        return [oid, Number(size)];
      }),
    );
  }

  async readBlobs(
    oids: readonly string[],
    maxBytes: number,
  ): Promise<ReadonlyMap<string, Uint8Array>> {
    const wanted = [...new Set(oids)];
    if (wanted.length === 0) return new Map();
    for (const [oid, size] of await this.blobSizes(wanted)) {
      if (size > maxBytes) {
        throw new PipelineError(
          "INPUT_INVALID",
          `Blob ${oid} has ${size} bytes, more than ${maxBytes}`,
        );
      }
    }
    const output = await this.#git.run(["cat-file", "--batch"], {
      input: `${wanted.join("\n")}\n`,
    });
    return parseBatch(output.stdout);
  }

  async commit(parent: string, changes: readonly Change[], message: string): Promise<string> {
    await this.#ensure([parent]);
    const now = `${Math.floor(Date.now() / 1_000)} +0000`;
    const stream = [
      Buffer.from(
        `commit refs/agent-pipeline/new\nmark :1\nauthor ${AUTHOR} ${now}\ncommitter ${AUTHOR} ${now}\n`,
      ),
      data(Buffer.from(message)),
      Buffer.from(`from ${parent}\n`),
      ...changes.flatMap(({ path, content }) =>
        content === null
          ? [Buffer.from(`D ${quoted(path)}\n`)]
          : [Buffer.from(`M 100644 inline ${quoted(path)}\n`), data(content)],
      ),
      Buffer.from("get-mark :1\ndone\n"),
    ];
    const commit = await this.#git.text(
      ["fast-import", "--quiet", "--done", "--force", "--date-format=raw"],
      { input: Buffer.concat(stream) },
    );
    this.#present.add(commit);
    return commit;
  }

  async push(
    branch: string,
    commit: string,
    expected: string | null,
  ): Promise<"pushed" | "rejected"> {
    const ref = `refs/heads/${branch}`;
    return (await this.#push(`--force-with-lease=${ref}:${expected ?? ""}`, `${commit}:${ref}`))
      ? "pushed"
      : "rejected";
  }

  async deleteBranch(branch: string, expected: string): Promise<"deleted" | "rejected"> {
    const ref = `refs/heads/${branch}`;
    return (await this.#push(`--force-with-lease=${ref}:${expected}`, `:${ref}`))
      ? "deleted"
      : "rejected";
  }

  async #push(lease: string, refspec: string): Promise<boolean> {
    const result = await this.#git.run(["push", "--porcelain", lease, "origin", refspec], {
      answers: [1],
    });
    if (result.exitCode === 0) return true;
    const report = result.stdout.toString("utf8");
    // A lost race comes as a stale lease, or as a reference that could not be locked on the server.
    if (/\[rejected\]|\(stale info\)|cannot lock ref|failed to update ref/.test(report))
      return false;
    throw new PipelineError(
      "PERMISSION_MISSING",
      `The push was refused: ${`${report} ${result.stderr}`.trim().slice(0, 1_000)}`,
      { hint: "The job needs `contents: write`, and no rule may forbid it to push this branch." },
    );
  }

  async #ensure(commits: readonly string[]): Promise<void> {
    const missing = commits.filter((commit) => !this.#present.has(commit));
    if (missing.length === 0) return;
    await this.#fetch(missing);
    for (const commit of missing) this.#present.add(commit);
  }

  async #fetch(oids: readonly string[]): Promise<void> {
    await this.#git.run(
      [
        "fetch",
        "--quiet",
        "--no-tags",
        "--no-write-fetch-head",
        "--filter=tree:0",
        "--stdin",
        "origin",
      ],
      { input: `${oids.join("\n")}\n` },
    );
  }

  async #treeOf(commit: string, folder: string): Promise<string | null> {
    if (folder === "") return this.#git.text(["rev-parse", "--verify", `${commit}^{tree}`]);
    const object = await this.objectAt(commit, folder);
    return object?.type === "tree" ? object.oid : null;
  }

  async #emptyTree(): Promise<string> {
    return this.#git.text(["hash-object", "-t", "tree", "-w", "--stdin"], { input: "" });
  }

  async #lsTree(args: readonly string[]): Promise<TreeEntry[]> {
    const output = await this.#git.run(["ls-tree", "-z", "--full-tree", ...args]);
    return records(output.stdout.toString("utf8")).map(parseTreeEntry);
  }
}

function records(text: string): string[] {
  return text.split("\0").filter((record) => record !== "");
}

function parseTreeEntry(record: string): TreeEntry {
  const match = /^(\d{6}) (blob|tree|commit) ([0-9a-f]{40})\t(.*)$/su.exec(record);
  if (match === null) throw new Error(`git ls-tree answered ${JSON.stringify(record)}`);
  const [, mode, type, oid, path] = match;
  return { mode: mode!, type: objectType(type!), oid: oid!, path: path! };
}

function objectType(text: string): TreeEntry["type"] {
  return text === "blob" || text === "tree" ? text : "commit";
}

function parseRawDiff(text: string): TreeChange[] {
  const fields = records(text);
  const changes: TreeChange[] = [];
  for (let index = 0; index + 1 < fields.length; index += 2) {
    const match = /^:(\d{6}) (\d{6}) ([0-9a-f]{40}) ([0-9a-f]{40}) [ADMT]$/.exec(fields[index]!);
    if (match === null) throw new Error(`git diff-tree answered ${JSON.stringify(fields[index])}`);
    const [, modeBefore, modeAfter, before, after] = match;
    changes.push({
      path: fields[index + 1]!,
      before: before === NO_OBJECT ? null : { mode: modeBefore!, oid: before! },
      after: after === NO_OBJECT ? null : { mode: modeAfter!, oid: after! },
    });
  }
  return changes;
}

function parseBatch(output: Buffer): Map<string, Uint8Array> {
  const blobs = new Map<string, Uint8Array>();
  let position = 0;
  while (position < output.length) {
    const end = output.indexOf("\n", position);
    const header = /^([0-9a-f]{40}) blob (\d+)$/.exec(output.toString("latin1", position, end));
    if (header === null) {
      throw new PipelineError(
        "GIT_FAILED",
        `git cat-file answered ${output.toString("latin1", position, end)}`,
      );
    }
    const start = end + 1;
    const stop = start + Number(header[2]);
    blobs.set(header[1]!, output.subarray(start, stop));
    position = stop + 1;
  }
  return blobs;
}

function data(content: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`data ${content.length}\n`), content, Buffer.from("\n")]);
}

function quoted(path: string): string {
  return `"${path.replace(/[\\"]/g, "\\$&").replaceAll("\n", "\\n")}"`;
}
