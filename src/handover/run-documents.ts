import type { Known } from "../evidence/contradictions.ts";
import { type Evidence, parseEvidence } from "../evidence/evidence.ts";
import type { EvidenceDownloads, EvidenceFile } from "../evidence/store.ts";
import { PipelineError } from "../foundation/errors.ts";
import { inParallel } from "../foundation/in-parallel.ts";
import type { TaskId } from "../task/task-id.ts";
import type { MatrixEntry } from "./matrix.ts";

/** What the artifacts of a run say about one task: documents, or why one of them is none. */
export type History =
  | { readonly kind: "missing"; readonly why: string }
  | {
      readonly kind: "read";
      readonly newest: Evidence | string;
      readonly earlier: readonly (Evidence | string)[];
    };
export type Documents = ReadonlyMap<TaskId, History>;

/** null where it is no document. */
export function newestIn(history: History): Evidence | null {
  return history.kind === "read" && typeof history.newest !== "string" ? history.newest : null;
}

/** So many entries of the matrix are downloaded side by side. */
const DOWNLOADS = 4;

/**
 * What the artifacts of this run say, downloaded when it is asked for first: they are there before the gate starts, so
 * that no later look would find others.
 */
export function documentsOf(
  entries: readonly MatrixEntry[],
  evidence: EvidenceDownloads,
): RunDocuments {
  let documents: Promise<Documents> | null = null;
  return {
    read: () => (documents ??= readDocuments(entries, evidence)),
    get isRead() {
      return documents !== null;
    },
  };
}

export interface RunDocuments {
  read(): Promise<Documents>;
  /** Whether they were asked for. */
  readonly isRead: boolean;
}

async function readDocuments(
  entries: readonly MatrixEntry[],
  evidence: EvidenceDownloads,
): Promise<Documents> {
  const histories = await inParallel(entries, DOWNLOADS, (entry) => historiesOf(entry, evidence));
  const documents = new Map<TaskId, History>();
  for (const [task, history] of histories.flat()) {
    documents.set(
      task,
      documents.has(task)
        ? { kind: "read", newest: "two entries of the matrix name it", earlier: [] }
        : history,
    );
  }
  return documents;
}

async function historiesOf(
  { entry, tasks }: MatrixEntry,
  evidence: EvidenceDownloads,
): Promise<[TaskId, History][]> {
  const artifacts = await evidence.download(entry, tasks);
  return tasks.map((task) => {
    const found = artifacts
      .map(({ isPart, files }) => ({ isPart, file: files.find((each) => each.task === task) }))
      .filter(({ isPart, file }) => !isPart || file !== undefined)
      .map(({ file }) => file);
    return [task, historyOf(found, { task, entry })];
  });
}

/** The newest artifact that is whole must hold a document: an older one does not speak for it. */
function historyOf(
  [newest, ...earlier]: (EvidenceFile | undefined)[],
  place: { readonly task: TaskId; readonly entry: string },
): History {
  if (newest === undefined) {
    return { kind: "missing", why: `no evidence was uploaded for the entry ${place.entry}` };
  }
  return {
    kind: "read",
    newest: parsed(newest, place),
    earlier: earlier.flatMap((file) => (file === undefined ? [] : [parsed(file, place)])),
  };
}

function parsed(file: EvidenceFile, place: Known): Evidence | string {
  if ("problem" in file) return file.problem;
  try {
    return parseEvidence(file.json, place);
  } catch (error) {
    if (!(error instanceof PipelineError)) throw error;
    return error.message;
  }
}
