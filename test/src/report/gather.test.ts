import { describe, expect, test } from "vitest";
import type { EvidenceDownloads } from "../../../src/evidence/store.ts";
import type { RepositoryReader } from "../../../src/git/repository.ts";
import { GENERATED_SCHEMA, type Generated } from "../../../src/handover/generated.ts";
import type { MatrixEntry } from "../../../src/handover/matrix.ts";
import type { HandedFile } from "../../../src/handover/run-files.ts";
import { gatherRun, type ReportSources } from "../../../src/report/gather.ts";
import { passedEvidence } from "../../support/evidence.ts";
import { taskId } from "../../support/report-fixtures.ts";

const commit = "a".repeat(40);
const entry = (task: string, number = "7"): MatrixEntry => ({
  entry: task,
  tasks: [taskId(task)],
  head: commit,
  base: commit,
  "merge-base": commit,
  "pull-request": number,
});

const evidence: EvidenceDownloads = {
  download: (_, tasks) =>
    Promise.resolve([
      {
        isPart: false,
        files: tasks.map((task) => ({ task, json: JSON.stringify(passedEvidence(task)) })),
      },
    ]),
};

/** A repository of which every question fails, as one with objects that nobody can read. */
const unreadable = new Proxy({} as RepositoryReader, {
  get: () => () => Promise.reject(new Error("an object is not as git writes it")),
});

function sources(
  files: Readonly<Record<string, HandedFile>> = {},
  overrides: Partial<ReportSources> = {},
): ReportSources {
  return {
    evidence,
    repository: unreadable,
    handedOn: (_, names) =>
      Promise.resolve(names.map((name) => files[name] ?? { kind: "absent" as const })),
    ...overrides,
  };
}

const textOf = (document: unknown): HandedFile => ({
  kind: "text",
  text: JSON.stringify(document),
});

describe("what is read of a run", () => {
  test("is the evidence of each task, also where its folder cannot be read", async () => {
    const { tasks, gaps } = await gatherRun([entry("price"), entry("tax")], sources());
    expect(tasks).toMatchObject([
      { task: "price", pullRequest: 7, head: commit, history: { kind: "read" } },
      { task: "tax", history: { kind: "read" } },
    ]);
    expect(gaps).toContain(
      "The folder of price could not be read: an object is not as git writes it.",
    );
  });

  test("is that of a task for each pull request that it is in", async () => {
    const { tasks } = await gatherRun([entry("price"), entry("price", "8")], sources());
    expect(tasks.map(({ pullRequest, history }) => [pullRequest, history?.kind])).toEqual([
      [7, "read"],
      [8, "read"],
    ]);
  });

  test("is without evidence where GitHub does not give it, and says so once", async () => {
    const away = { download: () => Promise.reject(new Error("GitHub is away")) };
    const { tasks, gaps } = await gatherRun(
      [entry("price"), entry("tax")],
      sources({}, { evidence: away }),
    );
    expect(tasks).toMatchObject([
      { history: { kind: "missing" } },
      { history: { kind: "missing" } },
    ]);
    expect(gaps.filter((gap) => gap.includes("GitHub is away"))).toHaveLength(1);
  });

  test("is what generate made, besides what was verified", async () => {
    const made = (task: string): Generated["tasks"][number] => ({
      task: taskId(task),
      branch: "b",
      number: 9,
      url: "u",
      attempt: 1,
    });
    const generated: Generated = {
      schema: GENERATED_SCHEMA,
      isDryRun: false,
      tasks: [made("price"), made("late")],
      skipped: [],
      failed: [],
      spent: [],
    };
    const run = await gatherRun([entry("price")], sources({ "generated.json": textOf(generated) }));
    expect(run.generated).toEqual(generated);
    expect(run.tasks).toMatchObject([
      { task: "price", pullRequest: 7 },
      { task: "late", pullRequest: 9, head: null, history: null },
    ]);
  });

  test.each<[string, HandedFile, string]>([
    ["is no JSON", { kind: "text", text: "{" }, "timings.json is not valid JSON."],
    ["is another document", textOf({}), "timings.json is not what this version writes"],
    [
      "is damaged",
      { kind: "problem", problem: "it is cut off" },
      "could not be read: it is cut off.",
    ],
  ])("is no document that %s", async (_, file, gap) => {
    const run = await gatherRun([], sources({ "timings.json": file }));
    expect(run.timings).toBeNull();
    expect(run.gaps.join("\n")).toContain(gap);
  });

  test("is the statement of the gate as it wrote it", async () => {
    const files = { "test-result.json": { kind: "text", text: "{ }" } } as const;
    expect((await gatherRun([], sources(files))).testResult).toBe("{ }");
    expect((await gatherRun([], sources())).testResult).toBeNull();
  });

  test("is nothing at all where nothing can be read, and every gap has its sentence", async () => {
    const handedOn = () => Promise.reject(new Error("403"));
    const { tasks, gaps } = await gatherRun(null, sources({}, { handedOn }));
    expect(tasks).toEqual([]);
    expect(gaps).toEqual([
      "What was to be verified is not known: discover set no matrix.",
      "The artifact generated could not be read: 403.",
      "The artifact decisions could not be read: 403.",
    ]);
  });
});
