import type { CommitDetails } from "./payloads.ts";
import type { PullRequest } from "./pull-request.ts";
import type { Repository } from "./repository.ts";

export interface ChangedFile {
  readonly filename: string;
  readonly previous_filename?: string;
  readonly status: "added" | "removed" | "modified" | "renamed" | "changed";
  readonly sha: string | null;
  readonly additions: number;
  readonly deletions: number;
  readonly changes: number;
}

const statuses: Readonly<Record<string, ChangedFile["status"]>> = {
  A: "added",
  D: "removed",
  M: "modified",
  R: "renamed",
};

const known = new WeakMap<PullRequest, { readonly range: string; readonly files: ChangedFile[] }>();

/** The files of a pull request: its head against the merge base, renames found. */
export function changedFiles(pullRequest: PullRequest): readonly ChangedFile[] {
  const { repository, baseBranch, headSha, baseSha } = pullRequest;
  const range = `${repository.tip(baseBranch) ?? baseSha}...${headSha}`;
  const before = known.get(pullRequest);
  if (before?.range === range) return before.files;
  const files = filesIn(repository, range);
  known.set(pullRequest, { range, files });
  return files;
}

function filesIn(repository: Repository, range: string): ChangedFile[] {
  const lines = lineCounts(repository, range);
  const fields = repository.git("diff", "--raw", "-z", "-M", "--no-abbrev", range).split("\0");
  const files: ChangedFile[] = [];
  while (fields.length > 1) {
    const [, , , blob = "", letter = ""] = (fields.shift() ?? "").split(" ");
    const names = fields.splice(0, letter.startsWith("R") ? 2 : 1);
    const filename = names.at(-1) ?? "";
    const [additions, deletions] = lines.get(filename) ?? [0, 0];
    files.push({
      filename,
      ...(names.length === 2 ? { previous_filename: names[0] ?? "" } : {}),
      status: statuses[letter.charAt(0)] ?? "changed",
      sha: letter === "D" ? null : blob,
      additions,
      deletions,
      changes: additions + deletions,
    });
  }
  return files;
}

function lineCounts(repository: Repository, range: string): Map<string, [number, number]> {
  const counts = new Map<string, [number, number]>();
  const fields = repository.git("diff", "--numstat", "-z", "-M", range).split("\0");
  while (fields.length > 1) {
    const [added = "", deleted = "", name = ""] = (fields.shift() ?? "").split("\t");
    const filename = name === "" ? (fields.splice(0, 2)[1] ?? "") : name;
    counts.set(filename, [Number(added) || 0, Number(deleted) || 0]);
  }
  return counts;
}

/** Commits of a range, oldest first, or one commit. */
export function commitsOf(repository: Repository, ...range: string[]): CommitDetails[] {
  const format = ["%H", "%T", "%P", "%an", "%ae", "%aI", "%B"].join("%x1f");
  const text = repository.git("log", "--reverse", "-z", `--format=${format}`, ...range, "--");
  const records = text.split("\0").filter((record) => record !== "");
  return records.map((record) => {
    const [sha = "", tree = "", parents = "", name = "", email = "", date = "", message = ""] =
      record.split("\u001F");
    return {
      sha,
      tree,
      parents: parents === "" ? [] : parents.split(" "),
      author: { name, email, date },
      message: message.trimEnd(),
    };
  });
}
