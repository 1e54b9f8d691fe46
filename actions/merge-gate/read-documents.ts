import { PipelineError } from "../shared/core/errors.ts";
import { type Evidence, parseEvidence } from "../shared/core/evidence.ts";
import type { MatrixEntry } from "../shared/core/matrix.ts";
import type { TaskId } from "../shared/core/task-id.ts";
import type { EvidenceDownloads } from "../shared/ports/evidence-store.ts";
import type { Documents, History } from "./core/judge-evidence.ts";

/** What the artifacts of this run say about the tasks of some entries of the matrix. */
export async function readDocuments(
  entries: readonly MatrixEntry[],
  evidence: EvidenceDownloads,
): Promise<Documents> {
  const documents = new Map<TaskId, History>();
  for (const { entry, tasks } of entries) {
    const artifacts = await evidence.download(entry, tasks);
    for (const task of tasks) {
      const found = artifacts.map((files) => files.find((file) => file.task === task));
      documents.set(
        task,
        documents.has(task)
          ? { kind: "read", newest: "two entries of the matrix name it", earlier: [] }
          : historyOf(
              found.map((file) => file?.json),
              entry,
            ),
      );
    }
  }
  return documents;
}

/** The newest artifact must hold a document: an older one does not speak for it. */
function historyOf([newest, ...earlier]: (string | undefined)[], entry: string): History {
  if (newest === undefined) {
    return { kind: "missing", why: `no evidence was uploaded for the entry ${entry}` };
  }
  return {
    kind: "read",
    newest: parsed(newest),
    earlier: earlier.filter((json) => json !== undefined).map(parsed),
  };
}

function parsed(json: string): Evidence | string {
  try {
    return parseEvidence(json);
  } catch (error) {
    if (!(error instanceof PipelineError)) throw error;
    return error.message;
  }
}
