import type { ReportedRun } from "./run-report.ts";

type Place = Pick<ReportedRun, "server" | "repository">;

/** Address of a file at a commit; null where there is no server, or no commit. */
export function urlOfFile(
  { server, repository }: Place,
  commit: string | null,
  path: string,
  line: number | null = null,
): string | null {
  if (server === null || repository === null || commit === null) return null;
  const place = path.toWellFormed().split("/").map(encodeURIComponent).join("/");
  return `${server}/${repository}/blob/${commit}/${place}${line === null ? "" : `#L${line}`}`;
}

export function urlOfPullRequest(
  { server, repository }: Place,
  pullRequest: number | null,
): string | null {
  if (server === null || repository === null || pullRequest === null) return null;
  return `${server}/${repository}/pull/${pullRequest}`;
}
