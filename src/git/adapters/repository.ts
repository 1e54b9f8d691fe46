import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { PipelineError } from "../../foundation/errors.ts";
import type { Change, Repository, RepositoryReader } from "../repository.ts";
import { failureOf, RETRY_MILLISECONDS } from "./git-process.ts";
import { GitReader } from "./reader.ts";
import { createStore, type Remote, type Store } from "./store.ts";

export type { Remote } from "./store.ts";

/** Who signs the commits: the account that GitHub shows as github-actions[bot]. */
const AUTHOR = "github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>";

/** Opens a store of our own next to the remote; objects come into it when a question needs them. */
export function openRepository(remote: Remote, temporary = tmpdir()): Repository {
  return new GitRepository(storeIn(temporary, remote, ""));
}

/** The same for reading; what the checkout in `workspace` holds is read there and not fetched. */
export function openReader(
  remote: Remote,
  temporary: string,
  workspace: string,
  depths?: readonly number[],
): RepositoryReader {
  return new GitReader(storeIn(temporary, remote, workspace), depths);
}

function storeIn(temporary: string, remote: Remote, workspace: string): Store {
  return createStore(mkdtempSync(join(temporary, "agent-pipeline-git-")), remote, workspace);
}

/** Builds commits of objects, without a work tree, and moves branches with a lease. */
class GitRepository extends GitReader implements Repository {
  readonly #store: Store;

  constructor(store: Store) {
    super(store);
    this.#store = store;
  }

  async commit(parent: string, changes: readonly Change[], message: string): Promise<string> {
    // git would ask for them by itself, each with all that hangs on it.
    const folders = new Set(changes.map(({ path }) => path.split("/").slice(0, -1).join("/")));
    await this.bringFolders([...folders].map((folder) => ({ commit: parent, folder })));
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
    return this.#store.fetching.text(
      ["fast-import", "--quiet", "--done", "--force", "--date-format=raw"],
      { input: Buffer.concat(stream) },
    );
  }

  async push(
    branch: string,
    commit: string,
    expected: string | null,
  ): Promise<"pushed" | "rejected"> {
    return (await this.#move(branch, commit, expected)) ? "pushed" : "rejected";
  }

  areAllOurs(after: string, upTo: string): Promise<boolean> {
    return this.areAllBy(AUTHOR, after, upTo);
  }

  async deleteBranch(branch: string, expected: string): Promise<"deleted" | "rejected"> {
    return (await this.#move(branch, null, expected)) ? "deleted" : "rejected";
  }

  async #move(branch: string, to: string | null, expected: string | null): Promise<boolean> {
    for (const pause of RETRY_MILLISECONDS) {
      try {
        return await this.#moveOnce(`refs/heads/${branch}`, to, expected);
      } catch (error) {
        if (!(error instanceof PipelineError) || error.code !== "SERVICE_UNAVAILABLE") throw error;
      }
      await wait(pause);
      // The answer was lost, not necessarily the push: the remote knows which.
      const tip = await this.branchTip(branch);
      if (tip === to) return true;
      if (tip !== expected) return false;
    }
    return this.#moveOnce(`refs/heads/${branch}`, to, expected);
  }

  async #moveOnce(ref: string, to: string | null, expected: string | null): Promise<boolean> {
    const lease = `--force-with-lease=${ref}:${expected ?? ""}`;
    const push = ["push", "--porcelain", lease, "origin", `${to ?? ""}:${ref}`];
    const result = await this.#store.fetching.run(push, { answers: [1] });
    if (result.exitCode === 0) return true;
    const report = result.stdout.toString("utf8");
    // A connection that broke ends with the same code, but without a word about the branch.
    if (!/^!/m.test(report)) throw failureOf(push, result);
    // A lost race comes as a stale lease, or as a reference that could not be locked on the server.
    if (/\[rejected\]|\(stale info\)|cannot lock ref|failed to update ref/.test(report))
      return false;
    throw new PipelineError(
      "PERMISSION_MISSING",
      `The push was refused: ${`${report} ${result.stderr}`.trim().slice(0, 1_000)}`,
      { hint: "The job needs `contents: write`, and no rule may forbid it to push this branch." },
    );
  }
}

function data(content: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`data ${content.length}\n`), content, Buffer.from("\n")]);
}

function quoted(path: string): string {
  return `"${path.replace(/[\\"]/g, "\\$&").replaceAll("\n", "\\n")}"`;
}
