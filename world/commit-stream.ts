export type FileContent = string | Buffer | FileWithMode;

export interface FileWithMode {
  readonly content: string | Buffer;
  /** A git mode: 100644, 100755, 120000 (link), or 160000 (submodule: the content is its commit). */
  readonly mode: string;
}

export interface CommitRequest {
  /** The files to write; null removes a file or a folder. */
  readonly files: Readonly<Record<string, FileContent | null>>;
  readonly message: string;
  /** Parent commit, for a branch that is new or is to be reset. Null makes a root commit. */
  readonly parent?: string | null;
  /** Branch, tag or commit that a new branch starts from. Otherwise the default branch. */
  readonly from?: string;
  /** Who commits it, as `name <address>`. Otherwise a person. */
  readonly by?: string;
}

export interface CommitPlace {
  readonly branch: string;
  readonly parent: string | null;
  /** Seconds since the epoch and time zone, as git writes them. */
  readonly moment: string;
}

export const PERSON = "Octo Cat <octocat@github.com>";

/** The input by which `git fast-import` makes one commit, without any work tree. */
export function commitStream(place: CommitPlace, request: CommitRequest): Buffer {
  return Buffer.concat([
    // Otherwise fast-import goes on from the branch, where a root commit was asked for.
    ...(place.parent === null ? [line(`reset refs/heads/${place.branch}`), line("")] : []),
    line(`commit refs/heads/${place.branch}`),
    line(`author ${request.by ?? PERSON} ${place.moment}`),
    line(`committer ${request.by ?? PERSON} ${place.moment}`),
    data(request.message),
    ...(place.parent === null ? [] : [line(`from ${place.parent}`)]),
    ...Object.entries(request.files).map(([path, content]) => change(path, content)),
    line(""),
  ]);
}

function change(path: string, content: FileContent | null): Buffer {
  if (content === null) return line(`D ${quoted(path)}`);
  const { mode, content: bytes } = contentOf(content);
  if (mode === "160000") return line(`M ${mode} ${bytes.toString()} ${quoted(path)}`);
  return Buffer.concat([line(`M ${mode} inline ${quoted(path)}`), data(bytes)]);
}

/** With its mode, which is that of a plain file where none is said. */
export function contentOf(content: FileContent): FileWithMode {
  const isPlain = typeof content === "string" || Buffer.isBuffer(content);
  return isPlain ? { content, mode: "100644" } : content;
}

function line(text: string): Buffer {
  return Buffer.from(`${text}\n`);
}

function data(content: string | Buffer): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([line(`data ${bytes.length}`), bytes, line("")]);
}

function quoted(path: string): string {
  const escaped = path.replaceAll(/[\\"]/g, (sign) => `\\${sign}`).replaceAll("\n", "\\n");
  return `"${escaped}"`;
}
