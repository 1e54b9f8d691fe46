import { GENERATED, taskFolder } from "../task/folder.ts";
import type { Command } from "./page-data.ts";
import type { ReportedRun, ReportedTask } from "./run-report.ts";

/** How verify starts pytest, without its isolation and its canary. */
const PYTEST =
  "PYTHONPATH=.:src python3 -m pytest -c /dev/null --rootdir=. --import-mode=importlib --noconftest -p no:cacheprovider";

/** The command line of agent-pipeline, which comes with a clone of it: docs/cli.md. */
const CLI = "npx ../agent-pipeline/dist/cli";

/**
 * How to find out on one's own machine what was found out of one task, at the root of a clone of its repository. Nothing in
 * it came from outside but ids that a schema has read.
 */
export function commandsOf(
  run: ReportedRun,
  { task, head, evidence, attempts }: ReportedTask,
): Command[] {
  const commit = evidence?.head ?? head;
  const fetched = run.server === null || commit === null ? [] : [fetchOf(commit)];
  return [
    ...fetched,
    {
      what: "prove it as the job did (with a clone of agent-pipeline beside this one; its docs/cli.md has other ways)",
      command: `${CLI} verify ${task}`,
    },
    ...(attempts.length === 0
      ? []
      : [{ what: "make its files again from its transcript", command: `${CLI} replay ${task}` }]),
    ...(run.id === null || evidence?.verdict === "passed"
      ? []
      : [
          {
            what: "have the run explained (asks GitHub, with the token of gh)",
            command: `${CLI} explain --token-from gh ${run.id}`,
          },
        ]),
    {
      what: "run its tests, without isolation",
      command: `(cd ${taskFolder(task)} && ${PYTEST} tests)`,
    },
  ];
}

function fetchOf(commit: string): Command {
  return {
    what: "get the head that was verified",
    command: `git fetch origin ${commit} && git checkout --detach ${commit}`,
  };
}

/** One test alone, of a task by its id. */
export function commandOfTest(task: string, id: string): string {
  return `(cd ${GENERATED}/${task} && ${PYTEST} ${quoted(id)})`;
}

/** A text as one word of a POSIX shell, whatever it holds. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
