import { describe, expect, test } from "vitest";
import { evidenceKind } from "../../../src/evidence/artifact-name.ts";
import type { EvidenceDownloads } from "../../../src/evidence/store.ts";
import type { MatrixEntry } from "../../../src/handover/matrix.ts";
import { documentsOf } from "../../../src/handover/run-documents.ts";
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
    return [{ isPart: false, files: [{ task, json: JSON.stringify(passedEvidence(task)) }] }];
  }
}

test("evidence is downloaded when it is asked for, once, a few entries side by side", async () => {
  const evidence = new SlowDownloads();
  const entries = entriesOf(10);
  const documents = documentsOf(entries, evidence);
  expect(evidence.downloaded).toEqual([]);
  expect(documents.isRead).toBe(false);

  const [first, again] = [await documents.read(), await documents.read()];

  expect(again).toBe(first);
  expect([...first.keys()]).toEqual(entries.map(({ entry }) => entry));
  expect([...first.values()].every(({ kind }) => kind === "read")).toBe(true);
  expect(evidence.downloaded.toSorted()).toEqual(entries.map(({ entry }) => entry));
  expect(evidence.most).toBeGreaterThan(1);
  expect(evidence.most).toBeLessThanOrEqual(4);
});

function documentOf(task: string, verdict: string) {
  return { task, json: verdict === "passed" ? JSON.stringify(passedEvidence(task)) : verdict };
}

describe("of an entry of two tasks", () => {
  const [entry] = entriesOf(1);
  const both = { ...entry!, entry: "_shard-001", tasks: ["one", "two"].filter(isTaskId) };
  test.each([
    {
      when: "a job that was killed left what it had done",
      artifacts: [{ isPart: true, files: [documentOf("one", "passed")] }],
      expected: { one: "passed", two: "missing" },
    },
    {
      when: "a part has not been taken away",
      artifacts: [
        { isPart: false, files: [documentOf("one", "passed"), documentOf("two", "passed")] },
        { isPart: true, files: [documentOf("one", "passed")] },
      ],
      expected: { one: "passed", two: "passed" },
    },
    {
      when: "a rerun was killed, its part speaks for what it holds alone",
      artifacts: [
        { isPart: true, files: [documentOf("one", "not JSON")] },
        { isPart: false, files: [documentOf("one", "passed"), documentOf("two", "passed")] },
      ],
      expected: { one: "unreadable", two: "passed" },
    },
    {
      when: "the newest artifact was cut off, no older one speaks for it",
      artifacts: [
        { isPart: false, files: [{ task: "one", problem: "ends in the middle" }] },
        { isPart: false, files: [documentOf("one", "passed"), documentOf("two", "passed")] },
      ],
      expected: { one: "unreadable", two: "missing" },
    },
    {
      when: "a whole artifact lacks a document, no older one speaks for it",
      artifacts: [
        { isPart: false, files: [documentOf("one", "passed")] },
        { isPart: true, files: [documentOf("two", "passed")] },
      ],
      expected: { one: "passed", two: "missing" },
    },
  ])("$when", async ({ artifacts, expected }) => {
    const documents = await documentsOf([both], {
      download: () => Promise.resolve(artifacts),
    }).read();
    const seen = [...documents].map(([task, history]) => {
      if (history.kind === "missing") return [task, "missing"];
      const { newest } = history;
      return [task, typeof newest === "string" ? "unreadable" : newest.verdict];
    });
    expect(Object.fromEntries(seen)).toEqual(expected);
  });
});

test("an entry that is named like one task does not speak for another", async () => {
  const [entry] = entriesOf(1);
  const other = { ...entry!, entry: "cost", tasks: ["price"].filter(isTaskId) };
  const artifacts = [{ isPart: false, files: [documentOf("price", "passed")] }];
  const documents = await documentsOf([other], {
    download: () => Promise.resolve(artifacts),
  }).read();
  expect([...documents.values()]).toEqual([
    {
      kind: "read",
      newest: expect.stringContaining("it lies in the artifact of another task") as unknown,
      earlier: [],
    },
  ]);
});

test.each([
  ["evidence-a", "whole"],
  ["evidence-a.1", "part"],
  ["evidence-a.12", "part"],
  ["evidence-a.", null],
  ["evidence-a.x", null],
  ["evidence-a.1.2", null],
  ["evidence-a-b", null],
  ["evidence-a__1", null],
  ["evidence-ab.1", null],
  ["other", null],
])("the artifact %s is for the entry a: %s", (name, kind) => {
  expect(evidenceKind(name, "a")).toBe(kind);
});
