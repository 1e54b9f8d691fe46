import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { VERSION } from "../../src/foundation/version.ts";
import { type Folder, reportedStories, reportedTask } from "../../src/report/read-task.ts";
import { REPORT_FILE, renderReport } from "../../src/report/render-report.ts";
import type { ReportedDecision, RunReport, Timing } from "../../src/report/run-report.ts";
import { taskFolder } from "../../src/task/folder.ts";
import type { TaskId } from "../../src/task/task-id.ts";
import type { Repository } from "../../world/github.ts";
import type { Ending } from "./demo.ts";
import type { Job } from "./jobs.ts";
import { decisions } from "./outputs.ts";

/** Leaves the page of the run, made of what its jobs have left behind. */
export function keepReport(folder: string, repository: Repository, ending: Ending): void {
  writeFileSync(join(folder, REPORT_FILE), renderReport(demoReport(repository, ending)));
}

function demoReport(repository: Repository, { jobs, verified }: Ending): RunReport {
  const tasks = verified
    .flatMap(({ entry, evidence }) =>
      entry.tasks.map((task) => ({
        task,
        head: entry.head,
        pullRequest: entry["pull-request"] === "" ? null : Number(entry["pull-request"]),
        evidence: evidence.find((each) => each.task === task) ?? null,
        folder: folderAt(repository, entry.head, task),
      })),
    )
    .toSorted((a, b) => (a.task < b.task ? -1 : 1));
  return {
    run: {
      id: null,
      attempt: 1,
      url: null,
      repository: null,
      server: null,
      version: VERSION,
      isDryRun: false,
    },
    decisions: decidedIn(repository, jobs, tasks),
    stories: reportedStories(tasks),
    tasks: tasks.map(({ folder, evidence, ...known }) => {
      const isProven = evidence?.verdict === "passed";
      const problem = evidence === null ? "verify has left no evidence." : null;
      return reportedTask({ ...known, evidence, isProven, problem }, folder);
    }),
    leftOut: [],
    timings: timingsOf(jobs),
    gaps: [],
  };
}

/** Files of a task as they are at a commit. */
function folderAt(repository: Repository, commit: string, task: TaskId): Folder {
  const folder = taskFolder(task);
  const listed = repository.ask("ls-tree", "-r", "--name-only", commit, `${folder}/`) ?? "";
  return new Map(
    listed
      .split("\n")
      .filter((path) => path !== "")
      .map((path) => [
        path.slice(folder.length + 1),
        Buffer.from(repository.ask("show", `${commit}:${path}`) ?? ""),
      ]),
  );
}

function decidedIn(
  repository: Repository,
  jobs: readonly Job[],
  tasks: readonly { readonly task: TaskId; readonly pullRequest: number | null }[],
): ReportedDecision[] {
  const gate = jobs.find(({ action }) => action === "merge-gate");
  if (gate === undefined) return [];
  return Object.entries(decisions(gate)).map(([number, { decision: kind, reasons }]) => {
    const pullRequest = Number(number);
    const { head, title } = repository.pullRequest(pullRequest);
    const own = tasks.filter((each) => each.pullRequest === pullRequest);
    return {
      pullRequest,
      head: head.sha,
      title,
      decision: { kind, reasons },
      next: null,
      base: null,
      mergeSha: null,
      tasks: own.map(({ task }) => task),
    };
  });
}

/** One after the other, as the demo plays them. */
function timingsOf(jobs: readonly Job[]): Timing[] {
  let start = 0;
  return jobs.map(({ action, seconds }) => {
    const timing = { job: action, stage: null, task: null, start, seconds, costUsd: null };
    start += seconds;
    return timing;
  });
}
