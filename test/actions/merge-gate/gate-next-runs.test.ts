// What the gate starts after a decision, by GitHub's own dispatch, and what it leaves to people.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Evidence } from "../../../src/evidence/evidence.ts";
import type { Attempt } from "../../../src/task/manifest.ts";
import type { BundleResult } from "../../../world/bundle.ts";
import type { Dispatch } from "../../../world/github.ts";
import {
  checked,
  codesOf,
  decisionOf,
  type Files,
  GateWorld,
  madeFiles,
  type Proposal,
  taskFiles,
} from "./gate-world.ts";

let world: GateWorld;

beforeEach(async () => {
  world = await GateWorld.start();
});
afterEach(() => world.stop());

const failing = (evidence: Evidence): Evidence => ({
  ...evidence,
  verdict: "failed",
  reasons: [{ code: "test_failed", message: "assert 1 == 2" }],
  fingerprint: `sha256:${"1".repeat(64)}`,
});

const isStory = ([path]: [string, string | null]): boolean => path.startsWith("meta/");

/** A pull request with a task, whose story is on the base already. */
function proposed(
  files: Files,
  request: Parameters<GateWorld["propose"]>[2] = {},
): Promise<Proposal> {
  const [stories, rest] = [true, false].map((kept) =>
    Object.fromEntries(Object.entries(files).filter((file) => isStory(file) === kept)),
  );
  world.repository.commit("main", { files: stories ?? {}, message: "Ask for it" });
  return world.propose("feature", rest ?? {}, request);
}

/** A pull request with a task that its evidence refutes. */
async function refuted(
  files: Files = madeFiles("price"),
  request: Parameters<GateWorld["propose"]>[2] = {},
): Promise<Proposal> {
  const proposal = await proposed(files, request);
  await world.prove(proposal, "price", failing);
  return proposal;
}

const gate = (proposal: Proposal, inputs: Record<string, string> = {}): Promise<BundleResult> =>
  world.gate([[proposal, "price"]], { inputs });

function dispatches(): readonly Dispatch[] {
  return world.github.dispatches.filter(({ repository }) => repository === world.repository.name);
}

const labelsOf = ({ number }: Proposal): readonly string[] =>
  world.repository.pullRequest(number).labels;

/** As people see it. */
const commentOf = ({ number }: Proposal): string =>
  (world.repository.pullRequest(number).comments.at(-1)?.body ?? "").replaceAll(
    /&#(\d+);/g,
    (_, sign: string) => String.fromCodePoint(Number(sign)),
  );

/** An attempt that was paid for with so much. */
const costing = (costUsd: number): Partial<Attempt> => ({
  calls: [
    {
      stage: "code",
      sample: 1,
      model: "m",
      tokens: { input: 1, cachedInput: 0, output: 1 },
      costUsd,
      outcome: "used",
    },
  ],
});

describe("a task that is not proven", () => {
  test("gets another attempt as long as the money that generate was given lasts", async () => {
    const proposal = await refuted(madeFiles("price", [costing(1.5)]));
    const result = await gate(proposal, { "budget-usd": "2" });
    expect(decisionOf(result, proposal).decision).toBe("retry");
    expect(dispatches()).toHaveLength(1);
  });

  test("gets another attempt, named in status, comment and output", async () => {
    const proposal = await refuted();
    const result = await gate(proposal);

    expect(decisionOf(result, proposal).decision).toBe("retry");
    expect(result.exitCode).toBe(0);
    const [run] = dispatches();
    expect(dispatches()).toMatchObject([
      {
        workflow: "agent-pipeline.yml",
        ref: "main",
        inputs: {
          task: "price",
          "pull-request": String(proposal.number),
          "feedback-run-id": String(world.runId),
        },
      },
    ]);
    const id = String(run?.runId);
    expect(world.journalOf(proposal)).toEqual([`start retry 1 run=${world.runId}`]);
    expect(world.saidOf(proposal)).toMatchObject({
      state: "failure",
      description: `retry 1 in run ${id}: not_passed`,
    });
    const url = `${world.github.serverUrl}/${world.repository.name}/actions/runs/${id}`;
    expect(commentOf(proposal)).toContain(`[the run ${id}](${url})`);
    expect(JSON.parse(result.outputs["next-runs"] ?? "")).toEqual([
      {
        "pull-request": proposal.number,
        kind: "retry",
        number: 1,
        tasks: ["price"],
        workflow: "agent-pipeline.yml",
        run: id,
        url,
      },
    ]);
    expect(labelsOf(proposal)).toEqual(["agent-pipeline"]);
  });

  test("costs three calls more than without", async () => {
    const proposal = await refuted();
    await gate(proposal, { mode: "status-only" });
    const before = world.calls.length;
    world.repository.pulls[proposal.number - 1]?.comments.splice(0);
    await gate(proposal);
    expect(world.calls.length - before - before).toBe(3);
  });

  test("gets one attempt, however often the gate runs", async () => {
    const proposal = await refuted();
    await gate(proposal);
    const [first] = dispatches();
    const again = await gate(proposal);
    expect(dispatches()).toHaveLength(1);
    expect(decisionOf(again, proposal).decision).toBe("retry");
    expect(world.saidOf(proposal)?.description).toBe(`retry 1 in run ${first?.runId}: not_passed`);
    expect(commentOf(proposal)).toContain("which was started before");
    expect(JSON.parse(again.outputs["next-runs"] ?? "")).toEqual([]);
  });

  test("is a person's where the attempt ended and pushed nothing", async () => {
    const proposal = await refuted();
    await gate(proposal);
    world.github.runs.end(dispatches()[0]?.runId ?? 0, "failure");
    const again = await gate(proposal);
    expect(dispatches()).toHaveLength(1);
    expect(codesOf(again, proposal)).toEqual(["no_progress", "not_passed"]);
    expect(again.exitCode).toBe(1);
    expect(labelsOf(proposal)).toContain("needs-human");
  });
});

interface Case {
  readonly when: string;
  readonly given?: () => Promise<Proposal>;
  readonly inputs?: Record<string, string>;
  readonly decision: string;
  readonly codes?: readonly string[];
  readonly said?: string;
}

const attempts = (count: number): Partial<Attempt>[] => Array.from({ length: count }, () => ({}));

describe("nothing is started", () => {
  test.each<Case>([
    {
      when: "the label is not there",
      given: () => refuted(madeFiles("price"), { labels: [] }),
      decision: "retry",
      said: "does not carry the label",
    },
    {
      when: "the gate only posts",
      inputs: { mode: "status-only" },
      decision: "retry",
      said: "the gate only posts",
    },
    {
      when: "somebody wrote the folder by hand",
      given: () => refuted(taskFiles("price")),
      decision: "retry",
      said: "was written by hand",
    },
    {
      when: "a person changed the folder",
      given: () => refuted({ ...madeFiles("price"), "generated/price/src/code.py": "VALUE = 2\n" }),
      decision: "hold",
      codes: ["human_commits", "not_passed"],
      said: "a person changed its folder",
    },
    {
      when: "all attempts were made",
      given: () => refuted(madeFiles("price", attempts(3))),
      decision: "hold",
      codes: ["attempts_exhausted", "not_passed"],
      said: "3 of 3 attempts were made",
    },
    {
      when: "the config allows fewer of them",
      given: async () => {
        const files = { ".github/agent-pipeline.yml": "max-attempts: 1\n" };
        world.repository.commit("main", { files, message: "Fewer" });
        return refuted();
      },
      decision: "hold",
      codes: ["attempts_exhausted", "not_passed"],
    },
    {
      when: "the money of the config is used up",
      given: () => refuted(madeFiles("price", [costing(1)])),
      decision: "hold",
      codes: ["budget_exhausted", "not_passed"],
      said: "1 of 1 USD",
    },
    {
      when: "the money that generate was given is used up",
      given: () => refuted(madeFiles("price", [costing(0.4)])),
      inputs: { "budget-usd": "0.40" },
      decision: "hold",
      codes: ["budget_exhausted", "not_passed"],
      said: "0.4 of 0.4 USD",
    },
    {
      when: "an attempt began anew and fails as before",
      given: () =>
        refuted(
          madeFiles("price", [
            {},
            { reason: "requested", fingerprint: `sha256:${"1".repeat(64)}` },
          ]),
        ),
      decision: "hold",
      codes: ["no_progress", "not_passed"],
    },
    {
      when: "the machine lacks isolation",
      given: async () => {
        const proposal = await proposed(madeFiles("price"));
        await world.prove(proposal, "price", (evidence) => ({
          ...evidence,
          verdict: "unproven",
          reasons: [{ code: "isolation_unavailable", message: "no namespaces" }],
        }));
        return proposal;
      },
      decision: "hold",
      codes: ["not_passed", "not_passed"],
      said: "is no fault of the code",
    },
    {
      when: "the journal holds what nobody can read",
      given: async () => {
        const proposal = await refuted();
        world.repository.addStatus(proposal.commits.head, {
          id: 1,
          state: "success",
          context: "agent-pipeline/journal",
          description: "all is well",
          targetUrl: null,
          at: "2026-01-01T00:00:00Z",
        });
        return proposal;
      },
      decision: "hold",
      codes: ["attempts_exhausted", "not_passed"],
      said: "nobody can read",
    },
    {
      when: "it is a dry run",
      inputs: { "dry-run": "true" },
      decision: "retry",
    },
  ])("when $when", async ({ given = refuted, inputs = {}, decision, codes, said = "" }) => {
    const proposal = await given();
    const result = await gate(proposal, inputs);
    expect(dispatches()).toEqual([]);
    expect(decisionOf(result, proposal).decision).toBe(decision);
    expect(codesOf(result, proposal)).toEqual(codes ?? ["not_passed"]);
    expect(commentOf(proposal)).toContain(said);
    expect(labelsOf(proposal).includes("needs-human")).toBe(decision === "hold");
    expect(result.exitCode).toBe(decision === "hold" ? 1 : 0);
  });
});

const only = (text: string) => (): void => {
  const path = ".github/workflows/agent-pipeline.yml";
  world.repository.commit("main", { files: { [path]: text }, message: "Another caller" });
};

describe("what GitHub refuses to start is a person's, who is told what is missing", () => {
  test.each([
    {
      when: "the token may not",
      given: () => world.github.withhold("actions", "write"),
      said: "actions: write",
    },
    {
      when: "there is no such workflow",
      inputs: { "retry-workflow": "write.yml" },
      said: "write.yml",
    },
    { when: "it cannot be started", given: only("on: push\n"), said: "workflow_dispatch:" },
    {
      when: "it cannot be told the pull request",
      given: only("on: { workflow_dispatch: { inputs: { task: {}, feedback-run-id: {} } } }\n"),
      said: "pull-request: { type: string",
    },
  ])("$when", async ({ given, inputs = {}, said }) => {
    const proposal = await refuted();
    given?.();
    const result = await gate(proposal, inputs);
    world.github.restore("actions");
    expect(codesOf(result, proposal)).toEqual(["dispatch_refused", "not_passed"]);
    expect(result.exitCode).toBe(1);
    expect(result.annotations.map(({ message }) => message).join("\n")).toContain(said);
    expect(labelsOf(proposal)).toContain("needs-human");
    expect(dispatches()).toEqual([]);
  });

  test("but a caller without `feedback-run-id` is started without it, and shown the line", async () => {
    const proposal = await refuted();
    only("on: { workflow_dispatch: { inputs: { task: {}, pull-request: {} } } }\n")();
    const result = await gate(proposal);
    expect(decisionOf(result, proposal).decision).toBe("retry");
    expect(dispatches()).toMatchObject([{ inputs: { task: "price" } }]);
    expect(dispatches()[0]?.inputs).not.toHaveProperty(["feedback-run-id"]);
    expect(commentOf(proposal)).toContain('feedback-run-id: { type: string, default: "" }');
    // A further gate neither starts another one nor writes a second entry.
    await gate(proposal);
    expect(dispatches()).toHaveLength(1);
    expect(world.journalOf(proposal)).toHaveLength(1);
  });

  test("and once it is mended, the same entry is carried out", async () => {
    const proposal = await refuted();
    only("on: push\n")();
    await gate(proposal);
    only(
      "on: { workflow_dispatch: { inputs: { task: {}, pull-request: {}, feedback-run-id: {} } } }\n",
    )();
    const result = await gate(proposal);
    expect(decisionOf(result, proposal).decision).toBe("retry");
    expect(dispatches()).toHaveLength(1);
    expect(world.journalOf(proposal)).toEqual([`start retry 1 run=${world.runId}`]);
    expect(labelsOf(proposal)).toEqual(["agent-pipeline"]);
  });
});

describe("a gate that breaks off", () => {
  const broken = { status: 502, body: { message: "Bad gateway" }, times: 9 };

  test("before the run was started: the next one starts it", async () => {
    const proposal = await refuted();
    world.github.failNext({ method: "POST", path: /dispatches$/, ...broken });
    const first = await gate(proposal);
    expect(first.exitCode).toBe(1);
    expect(dispatches()).toEqual([]);
    world.github.dropInterventions();

    const second = await gate(proposal);
    expect(decisionOf(second, proposal).decision).toBe("retry");
    expect(dispatches()).toHaveLength(1);
    expect(world.journalOf(proposal)).toEqual([`start retry 1 run=${world.runId}`]);
  });

  test("after the run was started: the next one finds it, and says so", async () => {
    const proposal = await refuted();
    world.github.failNext({
      method: "POST",
      path: /dispatches$/,
      isLate: true,
      ...broken,
      times: 1,
    });
    await gate(proposal);
    expect(dispatches()).toHaveLength(1);
    world.github.dropInterventions();

    await gate(proposal);
    expect(dispatches()).toHaveLength(1);
    const id = dispatches()[0]?.runId;
    expect(world.saidOf(proposal)?.description).toBe(`retry 1 in run ${id}: not_passed`);
  });
});

async function outdated(): Promise<Proposal> {
  const proposal = await proposed(madeFiles("price"));
  await world.prove(proposal, "price", checked);
  const files = { "requirements.txt": "attrs==24.2.0\n" };
  world.repository.commit("main", { files, message: "Depend on more" });
  return proposal;
}

describe("a base that changed an input", () => {
  test("has the pull request verified again, on the default branch", async () => {
    const proposal = await outdated();
    const result = await gate(proposal);
    expect(decisionOf(result, proposal).decision).toBe("reverify");
    expect(dispatches()).toMatchObject([
      {
        workflow: "agent-ci.yml",
        ref: "main",
        inputs: { "pull-request": String(proposal.number) },
      },
    ]);
    expect(world.statusOf(proposal)).toBe("pending");
    expect(world.journalOf(proposal)).toEqual([`start reverify 1 run=${world.runId}`]);
  });

  test("three times, and then it is a person's", async () => {
    const proposal = await outdated();
    const ends: string[] = [];
    for (let time = 1; time <= 4; time += 1) {
      const result = await gate(proposal);
      ends.push(decisionOf(result, proposal).decision);
      const run = dispatches().at(-1)?.runId ?? 0;
      world.github.runs.end(run);
    }
    expect(ends).toEqual(["reverify", "reverify", "reverify", "hold"]);
    expect(dispatches()).toHaveLength(3);
    expect(labelsOf(proposal)).toContain("needs-human");
  });
});

describe("a job that was lost", () => {
  test("is made up for once", async () => {
    const proposal = await proposed(madeFiles("price"));
    const first = await gate(proposal);
    expect(decisionOf(first, proposal).decision).toBe("reverify");
    expect(codesOf(first, proposal)).toEqual(["evidence_missing"]);
    expect(dispatches()).toMatchObject([{ workflow: "agent-ci.yml" }]);
    expect(world.statusOf(proposal)).toBe("pending");

    world.github.runs.end(dispatches()[0]?.runId ?? 0, "failure");
    const second = await gate(proposal);
    expect(decisionOf(second, proposal).decision).toBe("hold");
    expect(dispatches()).toHaveLength(1);
    expect(labelsOf(proposal)).toContain("needs-human");
  });

  test("and the run in its place does not wait for itself where its job is lost as well", async () => {
    const proposal = await proposed(madeFiles("price"));
    await gate(proposal);
    const [run] = dispatches();
    const again = await world.gate([[proposal, "price"]], { event: { runId: run?.runId ?? 0 } });
    expect(decisionOf(again, proposal).decision).toBe("hold");
    expect(dispatches()).toHaveLength(1);
    expect(labelsOf(proposal)).toContain("needs-human");
  });
});
