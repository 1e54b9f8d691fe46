import { replay } from "../../src/authoring/replay.ts";
import type { Evidence } from "../../src/evidence/evidence.ts";
import { shorten } from "../../src/foundation/untrusted-text.ts";
import { META, type TaskContent } from "../../src/task/folder.ts";
import type { TaskId } from "../../src/task/task-id.ts";

export type ReplayFindings = Pick<Evidence, "replay" | "replayDifferences">;

const HOW_LIMIT = 500;

/**
 * Makes the folder again from its own transcript, asking nobody and running nothing. A difference shows that somebody
 * edited it; none does not prove who wrote it, because a transcript can be written as well.
 */
export async function replayTask(
  task: TaskId,
  files: readonly TaskContent[],
): Promise<ReplayFindings> {
  const replayed = await replay(task, files).catch((error: unknown) => ({
    kind: "differs" as const,
    differences: [{ path: META.transcript, how: `cannot be replayed: ${String(error)}` }],
  }));
  switch (replayed.kind) {
    case "same":
    case "other_version":
      return { replay: replayed.kind, replayDifferences: [] };
    case "differs":
      return {
        replay: "differs",
        replayDifferences: replayed.differences.map(({ path, how }) => ({
          path: path.toWellFormed(),
          how: shorten(how, HOW_LIMIT).toWellFormed(),
        })),
      };
    case "none":
      return { replay: null, replayDifferences: [] };
    default:
      return replayed satisfies never;
  }
}
