// What the workflow files promise, and no engine or linter checks: who may do what, and who waits for whom.
import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import * as z from "zod";

const folder = new URL("../../.github/workflows/", import.meta.url);
const everyFile = readdirSync(folder);
const product = ["agent-pipeline.yml", "agent-ci.yml"];

const Workflow = z.object({
  on: z.record(z.string(), z.unknown()),
  permissions: z.record(z.string(), z.string()),
  env: z.record(z.string(), z.string()).optional(),
  concurrency: z.unknown().optional(),
  jobs: z.record(
    z.string(),
    z.object({
      "runs-on": z.string(),
      "timeout-minutes": z.number(),
      permissions: z.record(z.string(), z.string()),
      if: z.string().optional(),
      needs: z.unknown().optional(),
      concurrency: z.unknown().optional(),
      "cache-mode": z.string().optional(),
      "continue-on-error": z.boolean().optional(),
      strategy: z.unknown().optional(),
      steps: z.array(z.record(z.string(), z.unknown())),
    }),
  ),
});

const text = (file: string) => readFileSync(new URL(file, folder), "utf8");
const read = (file: string) => Workflow.parse(parse(text(file)));

describe.each(everyFile)("%s", (file) => {
  const { permissions, jobs } = read(file);

  test("grants nothing but what a job asks for, each with its reason", () => {
    expect(permissions).toEqual({});
    const granted = text(file)
      .split("\n")
      .filter((line) => /^ {6}[a-z-]+: (?:read|write)\b/.test(line));
    const asked = Object.values(jobs).flatMap((job) => Object.keys(job.permissions));
    expect(granted).toHaveLength(asked.length);
    for (const line of granted) expect(line).toMatch(/: (?:read|write) # \w/);
  });

  test("runs on a machine of a stated version, for a stated time", () => {
    for (const job of Object.values(jobs)) {
      expect(job["runs-on"]).toBe("ubuntu-24.04");
      expect(job["timeout-minutes"]).toBeLessThanOrEqual(60);
    }
  });

  test("pins the actions of others to a commit, and puts no expression into a script", () => {
    for (const step of Object.values(jobs).flatMap((job) => job.steps)) {
      expect(step["uses"] ?? "$/").toMatch(/^\$\/|@[0-9a-f]{40}$/);
      expect(step["run"] ?? "").not.toContain("${{");
    }
  });
});

describe.each(product)("%s", (file) => {
  const { on, env, concurrency, jobs } = read(file);
  const all = {
    generate: {
      contents: "write",
      "pull-requests": "write",
      issues: "write",
      statuses: "write",
      actions: "read",
    },
    discover: { contents: "read", "pull-requests": "read" },
    verify: { contents: "read" },
    "merge-gate": {
      contents: "write",
      "pull-requests": "write",
      issues: "write",
      statuses: "write",
      actions: "write",
    },
    report: { contents: "read", actions: "read" },
  };
  const { generate: _, ...withoutGenerate } = all;

  test("gives each job the permissions that it needs", () => {
    const granted = Object.entries(jobs).map(([name, job]) => [name, job.permissions]);
    const expected = file === "agent-pipeline.yml" ? all : withoutGenerate;
    expect(Object.fromEntries(granted)).toEqual(expected);
  });

  test("hands secrets to generate alone, and a cache to nobody who runs generated code", () => {
    const holders = Object.keys(jobs).filter((id) => JSON.stringify(jobs[id]).includes("secrets."));
    expect(holders).toEqual(file === "agent-pipeline.yml" ? ["generate"] : []);
    expect(jobs["verify"]?.["cache-mode"]).toBe("none");
  });

  test("makes nobody wait but those who write, and cancels nobody", () => {
    expect(concurrency).toBeUndefined();
    const groups = Object.entries(jobs).flatMap(([name, job]) =>
      job.concurrency === undefined ? [] : [[name, job.concurrency]],
    );
    const waiting = { "cancel-in-progress": false, queue: "max" };
    const pullRequestOrRef =
      "${{ github.event.pull_request.number || inputs.pull-request || github.ref }}";
    const base =
      "${{ needs.discover.outputs.base-branch || github.base_ref || github.event.repository.default_branch }}";
    expect(Object.fromEntries(groups)).toEqual({
      ...(file === "agent-pipeline.yml" && {
        generate: { group: `agent-pipeline-${pullRequestOrRef}`, ...waiting },
      }),
      "merge-gate": { group: `agent-pipeline-gate-${base}`, ...waiting },
    });
  });

  test("listens to every change of a pull request that matters, and to one label", () => {
    expect(on["pull_request"]).toMatchObject({
      types: ["opened", "synchronize", "reopened", "ready_for_review", "labeled"],
    });
    const [first] = Object.values(jobs);
    const label = "github.event.action != 'labeled' || github.event.label.name == 'agent-pipeline'";
    const approved =
      "github.event.review.state == 'approved' && contains(github.event.pull_request.labels.*.name, 'agent-pipeline')";
    expect(first?.if).toBe(
      file === "agent-pipeline.yml"
        ? `\${{ ${label} }}`
        : `\${{ (${label}) && (github.event_name != 'pull_request_review' || (${approved})) }}`,
    );
  });

  test("runs every entry of the matrix, and the gate whatever became of them", () => {
    expect(jobs["verify"]?.strategy).toEqual({
      "fail-fast": false,
      matrix: "${{ fromJSON(needs.discover.outputs.matrix) }}",
    });
    expect(jobs["verify"]?.if).toBe(
      "${{ !cancelled() && needs.discover.outputs.has-tasks == 'true' }}",
    );
    expect(jobs["merge-gate"]?.if).toBe(
      "${{ !cancelled() && needs.discover.result != 'skipped' }}",
    );
  });

  test("reports whatever came of the jobs before, and turns no run red by it", () => {
    const { report, ...others } = jobs;
    expect(report).toMatchObject({
      needs: Object.keys(others),
      if: "${{ !cancelled() && needs.discover.result != 'skipped' }}",
      "continue-on-error": true,
      steps: [{ uses: "$/report", with: { matrix: "${{ needs.discover.outputs.matrix }}" } }],
    });
    expect(env).toEqual({ AGENT_PIPELINE_SUMMARY: "report" });
  });

  test("takes the same inputs when it is called as when it is dispatched", () => {
    const Inputs = z.object({ inputs: z.record(z.string(), z.unknown()) });
    const called = Inputs.parse(on["workflow_call"]).inputs;
    expect(called).toEqual(Inputs.parse(on["workflow_dispatch"]).inputs);
    const expected = {
      "agent-pipeline.yml": [
        "story",
        "task",
        "pull-request",
        "feedback-run-id",
        "max-tests",
        "dry-run",
      ],
      "agent-ci.yml": ["task", "pull-request", "max-tests"],
    };
    expect(expected).toHaveProperty([file], Object.keys(called));
  });
});

test.each([
  ["agent-pipeline.yml", "${{ github.event.pull_request.number || inputs.pull-request }}"],
  ["agent-ci.yml", "${{ inputs.pull-request }}"],
])("%s tells the gate which pull request it was given", (file, given) => {
  expect(read(file).jobs["merge-gate"]?.steps).toMatchObject([{ with: { "pull-request": given } }]);
});

test("agent-ci.yml is woken by a review, and answers a merge queue", () => {
  const { on } = read("agent-ci.yml");
  expect(on).toMatchObject({ pull_request_review: { types: ["submitted"] } });
  expect(on).toHaveProperty("merge_group", null);
});

test("agent-ci.yml has the pull request that it was given discovered, whatever the ref", () => {
  expect(read("agent-ci.yml").jobs["discover"]?.steps).toMatchObject([
    { with: { "pull-request": "${{ inputs.pull-request }}" } },
  ]);
});

test("agent-pipeline.yml never mistakes a lost output for nothing to do", () => {
  expect(read("agent-pipeline.yml").jobs["discover"]?.steps).toMatchObject([
    { with: { "pull-requests": "${{ needs.generate.outputs.pull-requests || 'missing' }}" } },
  ]);
});

describe("agent-sweep.yml", () => {
  const { on, jobs } = read("agent-sweep.yml");
  const Inputs = z.object({ inputs: z.record(z.string(), z.object({ default: z.unknown() })) });

  test("has one job, with the permissions of the gate and no secret", () => {
    const { permissions } = read("agent-ci.yml").jobs["merge-gate"]!;
    expect(Object.keys(jobs)).toEqual(["sweep"]);
    expect(jobs["sweep"]?.permissions).toEqual(permissions);
    expect(text("agent-sweep.yml")).not.toContain("secrets.");
  });

  test("runs by the clock, by hand and by a call, and by nothing that a pull request does", () => {
    expect(Object.keys(on).toSorted()).toEqual(["schedule", "workflow_call", "workflow_dispatch"]);
  });

  test("does nothing by hand or by a call unless it is told to, and acts by the schedule", () => {
    const byHand = Inputs.parse(on["workflow_dispatch"]).inputs;
    expect(byHand).toMatchObject({ "dry-run": { default: true } });
    expect(Inputs.parse(on["workflow_call"]).inputs).toEqual(byHand);
    expect(jobs["sweep"]?.steps).toMatchObject([
      { uses: "$/sweep", with: { "dry-run": "${{ inputs.dry-run || false }}" } },
    ]);
  });

  test("never runs beside another sweep, and none is cancelled", () => {
    expect(jobs["sweep"]?.concurrency).toEqual({
      group: "agent-pipeline-sweep",
      "cancel-in-progress": false,
      queue: "max",
    });
  });
});
