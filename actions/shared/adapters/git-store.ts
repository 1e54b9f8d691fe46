import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
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

// A dozen small files: written at once, they are there before a first asynchronous one would be.
export function createStore(directory: string, remote: Remote, workspace: string): Store {
  const fetching = join(directory, "fetched");
  const reading = join(directory, "read");
  const checkout = gitDirectoryOf(workspace);
  bareRepository(fetching, remoteSection(remote.url), []);
  bareRepository(reading, "", checkout === null ? [fetching] : [fetching, checkout]);
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

function bareRepository(folder: string, settings: string, borrowedFrom: readonly string[]): void {
  mkdirSync(join(folder, "objects/info"), { recursive: true });
  mkdirSync(join(folder, "refs/asked"), { recursive: true });
  writeFileSync(join(folder, "HEAD"), "ref: refs/heads/none\n");
  writeFileSync(
    join(folder, "config"),
    `[core]\n\trepositoryformatversion = 0\n\tbare = true\n${settings}`,
  );
  writeFileSync(
    join(folder, "objects/info/alternates"),
    borrowedFrom.map((other) => `${other}/objects\n`).join(""),
  );
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
function gitDirectoryOf(workspace: string): string | null {
  if (workspace === "" || /["\n]/.test(workspace)) return null;
  const folder = join(workspace, ".git");
  try {
    const objects = statSync(join(folder, "objects"));
    const head = readFileSync(join(folder, "HEAD"), "utf8");
    // 64 digits: a repository whose ids are SHA-256, which no event of GitHub names.
    return objects.isDirectory() && !/^[0-9a-f]{64}/.test(head) ? folder : null;
  } catch {
    return null;
  }
}
