import { type Evidence, parseEvidence } from "../../src/evidence/evidence.ts";
import type { EvidenceDownloads } from "../../src/evidence/store.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import type { MatrixEntry } from "../../src/handover/matrix.ts";
import type { TaskId } from "../../src/task/task-id.ts";
import type { Documents, History } from "./judge-evidence.ts";

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
