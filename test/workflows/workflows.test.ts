// What the workflow files promise, and no engine or linter checks: who may do what, and who waits for whom.
import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import * as z from "zod";
import { isSettingName, SETTING_NAMES } from "../../src/config/settings.ts";

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

/** The runner that a job is asked to run on, by the first input that is given. */
const runnerBy = (...inputs: string[]): string => {
  const given = inputs.join(" || ");
  return `\${{ startsWith(${given}, '[') && fromJSON(${given}) || ${given} || 'ubuntu-24.04' }}`;
};

const settingsOf = (action: string): string[] => {
  const manifest = readFileSync(new URL(`../../${action}/action.yml`, import.meta.url), "utf8");
  return Object.keys(z.object({ inputs: z.looseObject({}) }).parse(parse(manifest)).inputs).filter(
    isSettingName,
  );
};

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
    for (const [name, job] of Object.entries(jobs)) {
      const own = name === "verify" ? ["inputs.verify-runs-on"] : [];
      expect(job["runs-on"]).toBe(
        ["ci.yml", "release.yml"].includes(file)
          ? "ubuntu-24.04"
          : runnerBy(...own, "inputs.runs-on"),
      );
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

  test("hands the model's key to generate alone, and a cache to nobody who runs generated code", () => {
    const holders = (secret: RegExp): string[] =>
      Object.keys(jobs).filter((id) => secret.test(JSON.stringify(jobs[id])));
    const isWhole = file === "agent-pipeline.yml";
    expect(holders(/secrets\.openai/i)).toEqual(isWhole ? ["generate"] : []);
    expect(holders(/secrets\.app/i)).toEqual(["merge-gate"]);
    expect(holders(/secrets\./)).toEqual(isWhole ? ["generate", "merge-gate"] : ["merge-gate"]);
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

  test("listens to every change of a pull request that matters, to one label and to a changed base", () => {
    expect(on["pull_request"]).toMatchObject({
      types: ["opened", "synchronize", "reopened", "ready_for_review", "labeled", "edited"],
    });
    const [first] = Object.values(jobs);
    const label = "github.event.action != 'labeled' || github.event.label.name == 'agent-pipeline'";
    const edited = "github.event.action != 'edited' || github.event.changes.base";
    const approved =
      "github.event.review.state == 'approved' && contains(github.event.pull_request.labels.*.name, 'agent-pipeline')";
    expect(first?.if).toBe(
      file === "agent-pipeline.yml"
        ? `\${{ (${label}) && (${edited}) }}`
        : `\${{ (${label}) && (${edited}) && (github.event_name != 'pull_request_review' || (${approved})) }}`,
    );
  });

  test("makes the token of the App in the job that uses it, and only where there is one", () => {
    const [app, gate] = jobs["merge-gate"]?.steps ?? [];
    expect(app).toMatchObject({
      id: "app",
      if: "env.HAS_APP == 'true'",
      with: {
        "client-id": "${{ secrets.app-client-id || secrets.APP_CLIENT_ID }}",
        "private-key": "${{ secrets.app-private-key || secrets.APP_PRIVATE_KEY }}",
        "permission-contents": "write",
        "permission-pull-requests": "write",
        "permission-checks": "read",
      },
    });
    expect(gate).toMatchObject({ with: { "app-token": "${{ steps.app.outputs.token }}" } });
    const Secrets = z.object({
      secrets: z.record(z.string(), z.object({ required: z.boolean() })),
    });
    const { secrets } = Secrets.parse(on["workflow_call"]);
    const names = ["app-client-id", "app-private-key", "APP_CLIENT_ID", "APP_PRIVATE_KEY"];
    expect(Object.keys(secrets)).toEqual(expect.arrayContaining(names));
    for (const { required } of Object.values(secrets)) expect(required).toBe(false);
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

  test("takes the inputs of a dispatch when it is called as well", () => {
    const Inputs = z.object({ inputs: z.record(z.string(), z.unknown()) });
    const dispatched = Inputs.parse(on["workflow_dispatch"]).inputs;
    expect(Inputs.parse(on["workflow_call"]).inputs).toMatchObject(dispatched);
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
    expect(expected).toHaveProperty([file], Object.keys(dispatched));
  });
});

test.each([
  ["agent-pipeline.yml", "${{ github.event.pull_request.number || inputs.pull-request }}"],
  ["agent-ci.yml", "${{ inputs.pull-request }}"],
])("%s tells the gate which pull request it was given", (file, given) => {
  expect(read(file).jobs["merge-gate"]?.steps.at(-1)).toMatchObject({
    with: { "pull-request": given },
  });
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

describe.each(["agent-pipeline.yml", "agent-ci.yml", "agent-sweep.yml"])(
  "a setting of %s",
  (file) => {
    const Called = z.object({
      inputs: z.record(z.string(), z.object({ default: z.unknown(), type: z.string() })),
    });
    const { inputs } = Called.parse(read(file).on["workflow_call"]);
    const Step = z.object({ uses: z.string(), with: z.record(z.string(), z.unknown()) });
    const steps = Object.values(read(file).jobs).flatMap(({ steps: all }) =>
      z.array(Step).parse(all),
    );
    const ours = steps.filter(({ uses }) => uses.startsWith("$/"));
    const table = ours.flatMap(({ uses, with: given }) =>
      settingsOf(uses.replace("$/", "")).map((name) => ({ name, given: given[name] })),
    );

    test.each(table)(
      "$name is an input, reaches its action, and is left to the config",
      ({ name, given }) => {
        expect(given).toBe(`\${{ inputs.${name} }}`);
        expect(inputs).toHaveProperty(
          [name],
          expect.objectContaining({ type: "string", default: "" }),
        );
      },
    );
  },
);

test("every setting is an input of agent-pipeline.yml, and every one of verify and the gate of agent-ci.yml", () => {
  const Called = z.object({ inputs: z.record(z.string(), z.unknown()) });
  const inputsOf = (file: string): string[] =>
    Object.keys(Called.parse(read(file).on["workflow_call"]).inputs).filter(isSettingName);
  expect(inputsOf("agent-pipeline.yml").toSorted()).toEqual(SETTING_NAMES.toSorted());
  expect(inputsOf("agent-ci.yml").toSorted()).toEqual(
    [...settingsOf("verify"), ...settingsOf("merge-gate")].toSorted(),
  );
});

describe("agent-sweep.yml", () => {
  const { on, jobs } = read("agent-sweep.yml");
  const Inputs = z.object({ inputs: z.record(z.string(), z.object({ default: z.unknown() })) });

  test("has one job, with the permissions of the gate and no secret", () => {
    const { permissions } = read("agent-ci.yml").jobs["merge-gate"]!;
    expect(Object.keys(jobs)).toEqual(["sweep"]);
    expect(jobs["sweep"]?.permissions).toEqual(permissions);
    const secrets = text("agent-sweep.yml").match(/secrets\.\w+/g);
    expect(secrets).toEqual(["secrets.AGENT_PIPELINE_TOKEN"]);
  });

  test("runs by the clock, by hand and by a call, and by nothing that a pull request does", () => {
    expect(Object.keys(on).toSorted()).toEqual(["schedule", "workflow_call", "workflow_dispatch"]);
  });

  test("does nothing by hand or by a call unless it is told to, and acts by the schedule", () => {
    const byHand = Inputs.parse(on["workflow_dispatch"]).inputs;
    expect(byHand).toMatchObject({ "dry-run": { default: true } });
    expect(Inputs.parse(on["workflow_call"]).inputs).toMatchObject(byHand);
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

describe("agent-story.yml", () => {
  const { on, jobs } = read("agent-story.yml");

  test("is woken by a label of an issue alone, and may open a pull request and comment", () => {
    expect(on).toMatchObject({ issues: { types: ["labeled"] } });
    expect(Object.keys(on)).toEqual(["issues", "workflow_call"]);
    expect(jobs["story"]?.permissions).toEqual({
      contents: "write",
      "pull-requests": "write",
      issues: "write",
    });
    expect(text("agent-story.yml")).not.toContain("secrets.");
  });

  test("reads one issue at a time, and only for its label", () => {
    expect(jobs["story"]?.if).toBe(
      "${{ github.event.label.name == (inputs.label || 'agent-story') }}",
    );
    expect(jobs["story"]?.concurrency).toEqual({
      group: "agent-pipeline-story-${{ github.event.issue.number }}",
      "cancel-in-progress": false,
      queue: "max",
    });
  });
});
