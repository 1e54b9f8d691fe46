import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { filesInZip } from "../../../src/evidence/adapters/zip.ts";
import { formatMatrix } from "../../../src/handover/matrix.ts";
import { type BundleResult, type BundleRun, runBundle } from "../../../world/bundle.ts";
import { runContext } from "../../../world/run-context.ts";
import { notPassedEvidence } from "../../support/evidence.ts";
import { runInProcess } from "../../support/in-process.ts";
import { zipOf } from "../../support/zip.ts";
import { entryOf, GateWorld, type Proposal, taskFiles } from "../merge-gate/gate-world.ts";

let world: GateWorld;

beforeEach(async () => {
  world = await GateWorld.startWithGit();
});
afterEach(() => world.stop());

/** The summary as GitHub shows it: signs that could be markup stand in it as numbers. */
const shown = ({ summary }: BundleResult): string =>
  summary.replaceAll(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)));

interface Options {
  readonly matrix?: string;
  readonly run?: (run: BundleRun) => Promise<BundleResult>;
}

/** Runs report on a matrix that names one task of a proposal. */
function report(
  proposal: Proposal,
  task: string,
  { matrix = formatMatrix([entryOf(proposal, task)]), run = runInProcess }: Options = {},
): Promise<BundleResult> {
  const event = { event: "workflow_dispatch", runId: world.runId } as const;
  return run({
    action: "report",
    inputs: { matrix },
    environment: runContext(world.github, world.repository, event),
  });
}

/** The newest artifact of the run with that name. */
function artifact(name: string) {
  const found = world.github.artifacts
    .ofRun(world.runId)
    .findLast((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`there is no artifact ${name}`);
  return { ...found, content: world.github.artifacts.content(found.id) };
}

function filesIn(name: string, ...files: string[]): string[] {
  const limits = { entries: 100, fileBytes: 1e7, allBytes: 1e8 };
  const read = filesInZip(artifact(name).content, files, limits);
  return files.map((file) => String(read.get(file) ?? ""));
}

/** As somebody may call a pull request. */
const TITLE = "A <price>";

async function proposed(task: string): Promise<Proposal> {
  return world.propose(`task/${task}`, taskFiles(task), { title: TITLE });
}

describe("the report of a run", () => {
  test("that merged: a page that a click opens, the files beside it, and the summary", async () => {
    const price = await proposed("price");
    await world.prove(price, "price");
    const gate = await world.gate([[price, "price"]]);
    expect(gate.outputs).toMatchObject({ merged: "true" });

    const result = await report(price, "price", { run: runBundle });

    expect(result).toMatchObject({ exitCode: 0, annotations: [] });
    const page = artifact("report.html");
    const address = `/actions/runs/${world.runId}/artifacts/${page.id}`;
    expect(result.outputs["report-url"]).toContain(address);
    expect(page.mimeType).toBe("text/html");
    expect(page.content.toString().slice(0, 15)).toBe("<!doctype html>");
    // The branch is gone by now: the folder is read from the commit.
    expect(page.content.toString()).toContain("src/code.py");
    // Neither the gate nor the report asks GitHub once more for it.
    expect(page.content.toString()).toContain('"title":"A \\u003cprice\\u003e"');
    expect(page.content.toString()).toContain(`"lane":"merge-gate","name":"#${price.number}"`);
    expect(result.summary.split("\n")[0]).toContain(address);
    expect(result.summary).toContain("Merged: 1 of 1 task proven");

    const [junit, mutation, statement] = filesIn(
      "report-files",
      "junit.xml",
      "mutation.json",
      "test-result.json",
    );
    expect(junit).toContain("test_it");
    expect(mutation).toContain('"schemaVersion"');
    const digest = createHash("sha256").update(statement!).digest("hex");
    expect(gate.outputs["test-result-sha256"]).toBe(digest);
    expect(statement).toContain(world.repository.tip("main"));
    expect(statement).toContain(world.repository.git("rev-parse", "main:generated/price"));
  });

  test("that did not merge: why not, and no statement", async () => {
    const price = await proposed("price");
    await world.prove(price, "price", ({ results, ...evidence }) => ({
      ...evidence,
      ...notPassedEvidence("price", { reason: { code: "timeout", message: "60 s are over" } }),
      run: evidence.run,
      head: evidence.head,
      base: evidence.base,
      mergeBase: evidence.mergeBase,
      inputs: evidence.inputs,
      inputsDigest: evidence.inputsDigest,
      results,
    }));
    const gate = await world.gate([[price, "price"]]);
    expect(gate.outputs).toMatchObject({ merged: "false", "test-result-sha256": "" });

    const result = await report(price, "price");

    expect(result).toMatchObject({ exitCode: 0, annotations: [] });
    expect(result.summary).toContain("60 s are over");
    expect(artifact("report.html").content.toString()).toContain("60 s are over");
    expect(filesIn("report-files", "test-result.json")).toEqual([""]);
  });

  test("without a gate, evidence or a matrix says what is missing, and is no failure", async () => {
    const price = await proposed("price");
    const missing = await report(price, "price");
    expect(missing).toMatchObject({ exitCode: 0, annotations: [] });
    expect(shown(missing)).toContain("merge-gate left nothing behind");
    expect(shown(missing)).toContain("Nothing was decided.");
    expect(artifact("report.html").content.toString()).toContain("No evidence was uploaded");
  });

  test("without a matrix says so", async () => {
    const price = await proposed("price");
    const unknown = await report(price, "price", { matrix: "" });
    expect(shown(unknown)).toContain("discover set no matrix");
  });

  test.each([
    ["is not JSON", { "decisions.json": "{" }, "decisions.json is not valid JSON."],
    ["is another document", { "decisions.json": "[]" }, "is not what this version writes"],
    ["is cut off", null, "decisions.json could not be read"],
  ])("does not trust what the gate left behind where it %s", async (_, files, said) => {
    const price = await proposed("price");
    await world.prove(price, "price");
    const content =
      files === null ? zipOf({ "decisions.json": "{}" }).subarray(0, 40) : zipOf(files);
    world.github.artifacts.add({ runId: world.runId, attempt: 1 }, "decisions", content);
    const result = await report(price, "price");
    expect(result).toMatchObject({ exitCode: 0, annotations: [] });
    expect(shown(result)).toContain(said);
    expect(artifact("report.html").content.toString()).toContain("tests/test_story.py::test_it");
  });

  test("is a warning where nothing can be read, and never a failure", async () => {
    const price = await proposed("price");
    const result = await report(price, "price", { matrix: "{" });
    expect(result.exitCode).toBe(0);
    expect(result.annotations).toMatchObject([
      {
        kind: "warning",
        message: expect.stringContaining("is not what discover writes") as unknown,
      },
    ]);
    expect(result.outputs).toEqual({ "report-url": "" });
  });

  test("is a warning where the page cannot be kept, and the summary is there all the same", async () => {
    const price = await proposed("price");
    await report(price, "price");
    // Names are unique within one attempt.
    const again = await report(price, "price");
    expect(again.exitCode).toBe(0);
    expect(again.annotations.map(({ kind }) => kind)).toEqual(["warning", "warning"]);
    expect(again.summary).toContain("The report of this run could not be kept.");
  });
});

test("with a report to come the gate leaves the summary to it", async () => {
  const price = await proposed("price");
  await world.prove(price, "price");
  const said = await world.gate([[price, "price"]], {
    run: (run) =>
      runInProcess({
        ...run,
        environment: { ...run.environment, AGENT_PIPELINE_SUMMARY: "report" },
      }),
  });
  expect(said.outputs).toMatchObject({ merged: "true" });
  expect(said.summary).toBe("");
});
