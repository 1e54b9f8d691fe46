import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { git } from "../../world/git.ts";
import type { PullRequestView, Repository } from "../../world/github.ts";
import type { Job } from "./jobs.ts";
import { DemoError } from "./options.ts";
import { ROOT, shown } from "./plan.ts";

/** Makes the folder that a run leaves its things in. Only the demo's own folder is ever emptied. */
export function openFolder(wanted: string | null): string {
  const own = join(ROOT, ".cache/demo");
  if (wanted === null) rmSync(own, { recursive: true, force: true });
  const folder = wanted === null ? own : resolve(wanted);
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new DemoError(`${shown(folder)} is not empty. Name a new folder for --keep.`);
  }
  mkdirSync(folder, { recursive: true });
  return folder;
}

/**
 * Leaves the repository with all its branches, the log of each job and its summary, as the page of a run shows it, and what
 * the pull requests say.
 */
export function keep(folder: string, repository: Repository, jobs: readonly Job[]): void {
  const clone = join(folder, "repository");
  mkdirSync(clone);
  git(clone, ["init", "--quiet", "--template=", "--initial-branch=main"]);
  git(clone, [
    "fetch",
    "--quiet",
    "--update-head-ok",
    repository.path,
    "+refs/heads/*:refs/heads/*",
  ]);
  git(clone, ["reset", "--quiet", "--hard", "main"]);
  const logs = join(folder, "logs");
  mkdirSync(logs);
  jobs.forEach(({ action, log, summary }, index) => {
    const name = join(logs, `${index + 1}-${action}`);
    writeFileSync(`${name}.log`, `${log}\n`);
    if (summary !== "") writeFileSync(`${name}.md`, summary);
  });
  for (const pullRequest of repository.pullRequests()) {
    writeFileSync(join(folder, `pull-request-${pullRequest.number}.md`), pageOf(pullRequest));
  }
}

function pageOf({ number, title, body, merged, state, labels, comments }: PullRequestView): string {
  return [
    `# #${number} ${title}`,
    `${merged ? "merged" : state}, labels: ${labels.join(", ") || "none"}`,
    body ?? "",
    ...comments.map((comment) => `---\n\n${comment.user} wrote:\n\n${comment.body}`),
    "",
  ].join("\n\n");
}
