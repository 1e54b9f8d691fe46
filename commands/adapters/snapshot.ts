import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  writeFileSync,
} from "node:fs";
import { join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { ALWAYS_SHARED, folderOfGlob, isSharedInput } from "../../src/candidate/shared-inputs.ts";
import { CONFIG_PATH } from "../../src/config/config.ts";
import { createStore } from "../../src/git/adapters/store.ts";
import { LINK, PLAIN_FILE, PROGRAM } from "../../src/git/modes.ts";
import { GENERATED } from "../../src/task/folder.ts";

/** What tools leave behind in a working tree, and nobody commits. */
const LEFT_BEHIND = new Set([
  "__pycache__",
  ".pytest_cache",
  ".mypy_cache",
  ".ruff_cache",
  ".DS_Store",
]);
const NEVER = new Set([".git", "node_modules"]);

/**
 * A commit of what stands in a working tree and verification depends on, in a repository of its own, so that what is not
 * committed can be verified as a job would verify it. git is not run in the tree. Answers with the checkout's folder.
 */
export async function snapshotOf(
  root: string,
  sharedInputs: readonly string[],
  temporary: string,
): Promise<string> {
  const checkout = join(temporary, "snapshot");
  const gitFolder = join(checkout, ".git");
  mkdirSync(gitFolder, { recursive: true });
  const store = createStore(
    gitFolder,
    { url: pathToFileURL(gitFolder).href, serverUrl: "", token: "" },
    "",
  );
  const paths = [
    ...below(root, join(root, GENERATED)),
    ...[CONFIG_PATH, ...ALWAYS_SHARED].filter((path) => isThere(join(root, path))),
    ...sharedFiles(root, sharedInputs),
  ];
  const commit = await store.fetching.text(
    ["fast-import", "--quiet", "--done", "--force", "--date-format=raw"],
    { input: Buffer.concat(stream(root, [...new Set(paths)])) },
  );
  writeFileSync(join(gitFolder, "HEAD"), `${commit}\n`);
  return checkout;
}

function sharedFiles(root: string, globs: readonly string[]): string[] {
  const folders = new Set(globs.map(folderOfGlob));
  return [...folders]
    .flatMap((folder) => below(root, join(root, folder)))
    .filter((path) => isSharedInput(path, globs));
}

/** Paths of all files below a folder, links among them, which are followed nowhere. */
function below(root: string, folder: string): string[] {
  if (!isThere(folder) || !lstatSync(folder).isDirectory()) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry): string[] => {
    const path = join(folder, entry.name);
    if (LEFT_BEHIND.has(entry.name) || NEVER.has(entry.name) || entry.name.endsWith(".pyc"))
      return [];
    if (entry.isDirectory()) return below(root, path);
    return entry.isFile() || entry.isSymbolicLink()
      ? [relative(root, path).replaceAll(sep, "/")]
      : [];
  });
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function stream(root: string, paths: readonly string[]): Buffer[] {
  const who = "agent-pipeline <agent-pipeline@localhost> 0 +0000";
  return [
    Buffer.from(`commit refs/heads/snapshot\nmark :1\nauthor ${who}\ncommitter ${who}\ndata 0\n\n`),
    ...paths.flatMap((path) => {
      const { mode, content } = fileAt(join(root, path));
      return [
        Buffer.from(`M ${mode} inline ${quoted(path)}\ndata ${content.length}\n`),
        content,
        Buffer.from("\n"),
      ];
    }),
    Buffer.from("get-mark :1\ndone\n"),
  ];
}

function fileAt(path: string): { readonly mode: string; readonly content: Buffer } {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) {
    return { mode: LINK, content: Buffer.from(readlinkSync(path)) };
  }
  const mode = (stat.mode & 0o100) === 0 ? PLAIN_FILE : PROGRAM;
  return { mode, content: readFileSync(path) };
}

function quoted(path: string): string {
  return `"${path.replace(/[\\"]/g, "\\$&").replaceAll("\n", "\\n")}"`;
}
