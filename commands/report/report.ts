import type { Evidence } from "../../src/evidence/evidence.ts";
import { parseEvidence } from "../../src/evidence/evidence.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import type { History } from "../../src/handover/run-documents.ts";
import { assembleReport, type TaskDocuments } from "../../src/report/assemble.ts";
import type { GatheredRun } from "../../src/report/gather.ts";
import type { Folder } from "../../src/report/read-task.ts";
import { REPORT_FILE, renderReport } from "../../src/report/render-report.ts";
import { filesBeside } from "../../src/report/run-files.ts";
import type { ReportedRun } from "../../src/report/run-report.ts";
import type { TaskId } from "../../src/task/task-id.ts";
import { isTaskId } from "../../src/task/task-id.ts";
import { code, list, paragraph, say } from "../../src/telling/blocks.ts";
import { type Answer, EXIT } from "../answer.ts";
import type { Document } from "../explain/explain.ts";

export interface ReportPorts {
  /** What stands in the working tree of a task; empty where nothing does. */
  folderOf(task: TaskId): Folder;
  /** Writes a file of the report, and answers with its path. */
  write(name: string, content: string): string;
}

/** Makes the page of what a run left behind, and the files beside it, of documents that lie here. */
export function report(
  documents: readonly Document[],
  gathered: GatheredRun,
  run: (evidence: Evidence | null) => Omit<ReportedRun, "isDryRun">,
  ports: ReportPorts,
): Answer {
  const gaps = [...gathered.gaps];
  let unread = 0;
  const read = documents.flatMap((document): Evidence[] => {
    const found = evidenceIn(document);
    if (typeof found !== "string") return [found];
    unread += 1;
    gaps.push(`${document.source} could not be read: ${found}.`);
    return [];
  });
  const verified = [...Map.groupBy(read, ({ task }) => task)].flatMap(([task, own]) =>
    isTaskId(task) ? [taskOf(task, own, ports, gaps)] : [],
  );
  const known = new Set<string>(verified.map(({ task }) => task));
  const others = gathered.tasks.filter(({ task }) => !known.has(task));
  const made = assembleReport({
    ...gathered,
    discovered: null,
    run: run(read[0] ?? null),
    tasks: [...verified, ...others],
    gaps,
  });
  const files = [
    ports.write(REPORT_FILE, renderReport(made)),
    ...Object.entries(filesBeside(made, gathered)).map(([name, text]) => ports.write(name, text)),
  ];
  return {
    exit: unread === 0 ? EXIT.fine : EXIT.unknown,
    blocks: [
      ...list(files.map((file) => say`✔ ${code(file)}`)),
      ...list(gaps.map((gap) => say`? ${gap}`)),
      paragraph(
        say`${made.tasks.length} ${made.tasks.length === 1 ? say`task` : say`tasks`}. The page is one file that asks for nothing else: open it in a browser.`,
      ),
    ],
    data: { files, tasks: made.tasks.map(({ task, isProven }) => ({ task, isProven })), gaps },
  };
}

function evidenceIn(document: Document): Evidence | string {
  if ("problem" in document) return document.problem;
  try {
    return parseEvidence(document.json);
  } catch (error) {
    if (error instanceof PipelineError) return error.message;
    throw error;
  }
}

/** Of several documents of one task the last one that was found speaks, as of several artifacts the newest. */
function taskOf(
  task: TaskId,
  own: readonly Evidence[],
  { folderOf }: { folderOf: (task: TaskId) => Folder },
  gaps: string[],
): TaskDocuments {
  const earlier = own.slice(0, -1);
  const history: History = { kind: "read", newest: own.at(-1)!, earlier };
  const folder = folderOf(task);
  gaps.push(
    folder.size === 0
      ? `The files of ${task} are not here.`
      : `The files of ${task} are those of the working tree, as they are now.`,
  );
  return { task, pullRequest: null, head: null, history, folder };
}
