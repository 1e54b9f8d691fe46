import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { GitProcess, type GitCredential } from "./git-process.ts";

export interface Remote {
  /** A URL, or the path of a checkout. */
  readonly url: string;
  readonly serverUrl: string;
  /** Empty for a remote that asks for none. */
  readonly token: string;
}

/** A history of commits, and the file that says where it is cut. */
export interface History {
  readonly git: GitProcess;
  readonly shallowFile: string;
}

/** Two bare repositories of our own, written without running git. */
export interface Store {
  /** The one that is fetched into and pushed from. */
  readonly directory: string;
  readonly fetching: GitProcess;
  /**
   * The one that is read. It borrows the objects of the other and of the checkout, and knows no remote: what is missing
   * is answered as missing, and not fetched behind our back together with all that hangs on it.
   */
  readonly reading: GitProcess;
  readonly fetched: History;
  /** The history of the job's own checkout. Only its objects are used: its configuration stays unread. */
  readonly checkout: History | null;
}

export async function createStore(
  directory: string,
  remote: Remote,
  workspace: string,
): Promise<Store> {
  const fetching = join(directory, "fetched");
  const reading = join(directory, "read");
  const checkout = await gitDirectoryOf(workspace);
  await Promise.all([
    bareRepository(fetching, remoteSection(remote.url), []),
    bareRepository(reading, "", checkout === null ? [fetching] : [fetching, checkout]),
  ]);
  const history = (folder: string): History => {
    const shallowFile = join(folder, "shallow");
    return { git: new GitProcess(reading, null, { GIT_SHALLOW_FILE: shallowFile }), shallowFile };
  };
  return {
    directory: fetching,
    fetching: new GitProcess(fetching, credentialOf(remote)),
    reading: new GitProcess(reading, null),
    fetched: history(fetching),
    checkout: checkout === null ? null : history(checkout),
  };
}

function credentialOf({ serverUrl, token }: Remote): GitCredential | null {
  return token === "" ? null : { serverUrl, token };
}

async function bareRepository(
  folder: string,
  settings: string,
  borrowedFrom: readonly string[],
): Promise<void> {
  await mkdir(join(folder, "objects/info"), { recursive: true });
  await mkdir(join(folder, "refs/asked"), { recursive: true });
  await Promise.all([
    writeFile(join(folder, "HEAD"), "ref: refs/heads/none\n"),
    writeFile(
      join(folder, "config"),
      `[core]\n\trepositoryformatversion = 0\n\tbare = true\n${settings}`,
    ),
    writeFile(
      join(folder, "objects/info/alternates"),
      borrowedFrom.map((other) => `${other}/objects\n`).join(""),
    ),
  ]);
}

// The server sends commits only: trees and blobs are asked for by id. It is told of nothing that is here: what a cut
// or filtered history holds cannot be said in a negotiation.
function remoteSection(url: string): string {
  const quoted = url.replace(/[\\"]/g, "\\$&");
  return (
    `[remote "origin"]\n\turl = "${quoted}"\n\tpromisor = true\n\tpartialCloneFilter = tree:0\n` +
    "[fetch]\n\tnegotiationAlgorithm = noop\n"
  );
}

/** The folder with the objects of a checkout; null where there is none, or none that can be named to git. */
async function gitDirectoryOf(workspace: string): Promise<string | null> {
  if (workspace === "" || /["\n]/.test(workspace)) return null;
  const folder = join(workspace, ".git");
  try {
    const [objects, head] = await Promise.all([
      stat(join(folder, "objects")),
      readFile(join(folder, "HEAD"), "utf8"),
    ]);
    // 64 digits: a repository whose ids are SHA-256, which no event of GitHub names.
    return objects.isDirectory() && !/^[0-9a-f]{64}/.test(head) ? folder : null;
  } catch {
    return null;
  }
}
