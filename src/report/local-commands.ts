import { GENERATED, taskFolder } from "../task/folder.ts";
import type { Command } from "./page-data.ts";
import type { ReportedRun, ReportedTask } from "./run-report.ts";

/** How verify starts pytest, without its isolation and its canary. */
const PYTEST =
  "PYTHONPATH=.:src python3 -m pytest -c /dev/null --rootdir=. --import-mode=importlib --noconftest -p no:cacheprovider";

/** How to run what was verified of one task again, by hand. Nothing in it came from outside but ids that a schema has read. */
export function commandsOf(run: ReportedRun, { task, head, evidence }: ReportedTask): Command[] {
  const commit = evidence?.head ?? head;
  const fetched = run.server === null || commit === null ? [] : [fetchOf(commit)];
  return [
    ...fetched,
    { what: "run its tests", command: `cd ${taskFolder(task)} && ${PYTEST} tests` },
  ];
}

function fetchOf(commit: string): Command {
  return {
    what: "get the files as they were verified",
    command: `git fetch origin ${commit} && git checkout --detach ${commit}`,
  };
}

/** One test alone, of a task by its id. */
export function commandOfTest(task: string, id: string): string {
  return `cd ${GENERATED}/${task} && ${PYTEST} ${quoted(id)}`;
}

/** A text as one word of a POSIX shell, whatever it holds. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
