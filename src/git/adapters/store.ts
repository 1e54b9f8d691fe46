import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkoutFolders } from "./checkout.ts";
import { GitProcess, type GitCredential, type Setting } from "./git-process.ts";

export interface Remote {
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

/** A bare repository of our own, written without running git, and two ways to look at it. */
export interface Store {
  /** Its folder. */
  readonly directory: string;
  /** Knows the remote: fetches from it, builds commits, pushes. */
  readonly fetching: GitProcess;
  /**
   * Sees the objects of the checkout as well, and knows no remote: what is missing is answered as missing, and not
   * fetched behind our back together with all that hangs on it.
   */
  readonly reading: GitProcess;
  readonly fetched: History;
  /** The history of the job's own checkout. Only its objects are used: its configuration stays unread. */
  readonly checkout: History | null;
}

// Written at once, it is there before a first asynchronous write would be.
export function createStore(directory: string, remote: Remote, workspace: string): Store {
  mkdirSync(join(directory, "objects"));
  mkdirSync(join(directory, "refs"));
  writeFileSync(join(directory, "HEAD"), "ref: refs/heads/none\n");
  writeFileSync(
    join(directory, "config"),
    "[core]\n\trepositoryformatversion = 0\n\tbare = true\n",
  );
  const checkout = gitDirectoryOf(workspace);
  const borrowing: Record<string, string> =
    checkout === null
      ? {}
      : {
          GIT_ALTERNATE_OBJECT_DIRECTORIES: `"${join(checkout, "objects").replace(/[\\"]/g, "\\$&")}"`,
        };
  const history = (folder: string): History => {
    const shallowFile = join(folder, "shallow");
    const environment = { ...borrowing, GIT_SHALLOW_FILE: shallowFile };
    return { git: new GitProcess(directory, { environment }), shallowFile };
  };
  return {
    directory,
    fetching: new GitProcess(directory, {
      credential: credentialOf(remote),
      settings: remoteSettings(remote.url),
    }),
    reading: new GitProcess(directory, { environment: borrowing }),
    fetched: history(directory),
    checkout: checkout === null ? null : history(checkout),
  };
}

function credentialOf({ serverUrl, token }: Remote): GitCredential | null {
  return token === "" ? null : { serverUrl, token };
}

// The server sends commits only: trees and blobs are asked for by id. It is told of nothing that is here: what a cut
// or filtered history holds cannot be said in a negotiation.
function remoteSettings(url: string): readonly Setting[] {
  return [
    ["remote.origin.url", url],
    ["remote.origin.promisor", "true"],
    ["remote.origin.partialCloneFilter", "tree:0"],
    ["fetch.negotiationAlgorithm", "noop"],
  ];
}

/** The folder with the objects of a checkout; null where there is none, or none that can be named to git. */
function gitDirectoryOf(workspace: string): string | null {
  const folders = checkoutFolders(workspace);
  if (folders === null || /["\n]/.test(folders.shared)) return null;
  try {
    const objects = statSync(join(folders.shared, "objects"));
    const head = readFileSync(join(folders.own, "HEAD"), "utf8");
    // 64 digits: a repository whose ids are SHA-256, which no event of GitHub names.
    return objects.isDirectory() && !/^[0-9a-f]{64}/.test(head) ? folders.shared : null;
  } catch {
    return null;
  }
}
