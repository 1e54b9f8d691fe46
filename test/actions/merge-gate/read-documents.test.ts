import { expect, test } from "vitest";
import { documentsOf } from "../../../actions/merge-gate/read-documents.ts";
import type { EvidenceDownloads } from "../../../src/evidence/store.ts";
import type { MatrixEntry } from "../../../src/handover/matrix.ts";
import { isTaskId } from "../../../src/task/task-id.ts";
import { passedEvidence } from "../../support/evidence.ts";

function entriesOf(count: number): MatrixEntry[] {
  const ids = Array.from({ length: count }, (_, index) => `task-${index}`).filter(isTaskId);
  const commit = "a".repeat(40);
  return ids.map((id) => ({
    entry: id,
    tasks: [id],
    head: commit,
    base: commit,
    "merge-base": commit,
    "pull-request": "1",
  }));
}

/** Artifacts that take a moment; it knows how many are on their way, and were at most. */
class SlowDownloads implements EvidenceDownloads {
  readonly downloaded: string[] = [];
  #now = 0;
  most = 0;

  async download(entry: string, [task = ""]: readonly string[]) {
    this.downloaded.push(entry);
    this.most = Math.max(this.most, ++this.#now);
    await new Promise((resolve) => setTimeout(resolve, 5));
    this.#now -= 1;
    return [[{ task, json: JSON.stringify(passedEvidence(task)) }]];
  }
}

test("evidence is downloaded when it is asked for, once, a few entries side by side", async () => {
  const evidence = new SlowDownloads();
  const entries = entriesOf(10);
  const documents = documentsOf(entries, evidence);
  expect(evidence.downloaded).toEqual([]);

  const [first, again] = [await documents(), await documents()];

  expect(again).toBe(first);
  expect([...first.keys()]).toEqual(entries.map(({ entry }) => entry));
  expect([...first.values()].every(({ kind }) => kind === "read")).toBe(true);
  expect(evidence.downloaded.toSorted()).toEqual(entries.map(({ entry }) => entry));
  expect(evidence.most).toBeGreaterThan(1);
  expect(evidence.most).toBeLessThanOrEqual(4);
});
