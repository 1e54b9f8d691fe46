// Whoever starts a run, whoever is started and whoever is called in turn agree on the inputs.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import * as z from "zod";
import { readmeWorkflows } from "../../scripts/tools/readme-workflows.ts";
import { RUN_KINDS } from "../../src/next-runs/journal.ts";
import { requestFor } from "../../src/next-runs/run-request.ts";
import { workflowNames } from "../../src/next-runs/workflow-names.ts";
import { isTaskId } from "../../src/task/task-id.ts";

const Inputs = z.record(z.string(), z.unknown());
const Workflow = z.object({
  on: z.looseObject({
    workflow_dispatch: z.object({ inputs: Inputs }),
    workflow_call: z.object({ inputs: Inputs }).optional(),
  }),
  jobs: z.record(z.string(), z.object({ uses: z.string().optional(), with: Inputs.optional() })),
});

// A schedule is a list, which has none.
const Filter = z
  .union([
    z.object({ types: z.array(z.string()).optional() }),
    z.array(z.unknown()).transform(() => ({ types: undefined })),
  ])
  .nullish();

const own = (name: string) =>
  Workflow.parse(
    parse(readFileSync(new URL(`../../.github/workflows/${name}`, import.meta.url), "utf8")),
  );
const NO_NAMES = { retry: null, reverify: null };
const names = workflowNames("agent-ci.yml", NO_NAMES, NO_NAMES);

/** What the gate and the sweep may send to a workflow. */
const sent = (workflow: string): string[] => {
  const requests = RUN_KINDS.map((what) =>
    requestFor(
      {
        what,
        tasks: ["price"].filter(isTaskId),
        pullRequest: { number: 7, headBranch: "feature", baseBranch: "main" },
        evidenceRun: "1",
        defaultBranch: "main",
      },
      names,
    ),
  );
  const inputs = requests
    .filter((request) => request.workflow === workflow)
    .flatMap((request) => Object.keys(request.inputs));
  return [...new Set(inputs)];
};

describe.each([...readmeWorkflows()])("%s of README.md", (name, text) => {
  const caller = Workflow.parse(parse(text));
  const called = own(name);
  const declared = Object.keys(caller.on.workflow_dispatch.inputs);
  const [job] = Object.values(caller.jobs);

  test("is started by what starts ours, and of each event by the same actions", () => {
    const eventsOf = ({ on }: typeof caller): unknown =>
      Object.entries(on)
        .filter(([event]) => event !== "workflow_call")
        .map(([event, filter]) => [event, Filter.parse(filter)?.types ?? null]);
    expect(eventsOf(caller)).toEqual(eventsOf(called));
  });

  test("can be told all that the gate and the sweep send", () => {
    // Nobody but the schedule and people start the sweep.
    expect(sent(name).length > 0).toBe(name !== "agent-sweep.yml");
    expect(declared).toEqual(expect.arrayContaining(sent(name)));
  });

  test("hands every input on, and none that the called workflow does not take", () => {
    expect(job?.uses).toContain(`/.github/workflows/${name}@`);
    expect(Object.keys(job?.with ?? {})).toEqual(declared);
    expect(Object.keys(called.on.workflow_call?.inputs ?? {})).toEqual(
      expect.arrayContaining(declared),
    );
  });

  test("and ours can be started in its place", () => {
    expect(Object.keys(called.on.workflow_dispatch.inputs)).toEqual(
      expect.arrayContaining(sent(name)),
    );
  });
});
