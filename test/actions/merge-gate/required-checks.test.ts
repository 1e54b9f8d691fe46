import { describe, expect, test } from "vitest";
import {
  type CheckPorts,
  checksOn,
  reasonOf,
  type RequiredCheck,
} from "../../../actions/merge-gate/required-checks.ts";
import type { RunReport } from "../../../src/github/check-reports.ts";

const HEAD = "a".repeat(40);
const GENERATE = "github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>";
const PERSON = "Octo Cat <octocat@github.com>";

const status = (state: string | null): RequiredCheck => ({ kind: "status", name: "lint", state });

/** Runs by their conclusion, or what is not over by its absence; the newest first. */
const workflow = (
  runs: readonly (string | null | readonly [event: string, conclusion: string | null])[] | null,
  isByBot = false,
): RequiredCheck => ({
  kind: "workflow",
  name: "tests.yml",
  runs:
    runs?.map((run, index): RunReport => {
      const [event, conclusion] = typeof run === "object" && run !== null ? run : ["push", run];
      return { event, conclusion, isOver: conclusion !== null, url: `https://x/${index}` };
    }) ?? null,
  isByBot,
});

interface Row {
  readonly when: string;
  readonly check: RequiredCheck;
  readonly code: string | null;
  readonly said?: string;
}

describe("a commit status", () => {
  test.each<Row>([
    { when: "success", check: status("success"), code: null },
    { when: "pending", check: status("pending"), code: "checks_pending", said: "lint is pending" },
    { when: "failure", check: status("failure"), code: "check_failed", said: "lint is failure" },
    { when: "error", check: status("error"), code: "check_failed" },
    { when: "a state that nobody knows", check: status("odd"), code: "check_failed" },
    {
      when: "nothing at all",
      check: status(null),
      code: "checks_pending",
      said: "a check run of that name would not be one",
    },
  ])("that says $when: $code", expectReason);
});

/** Check runs by their conclusion. */
const checkRun = (runs: readonly (string | null)[] | null): RequiredCheck => ({
  kind: "check_run",
  name: "Sonar",
  runs:
    runs?.map((conclusion, index): RunReport => ({
      event: `app-${index}`,
      conclusion,
      isOver: conclusion !== null,
      url: `https://x/${index}`,
    })) ?? null,
});

describe("a check run of another App", () => {
  test.each<Row>([
    { when: "succeeded", check: checkRun(["success"]), code: null },
    { when: "runs", check: checkRun([null]), code: "checks_pending", said: "https://x/0" },
    ...["failure", "cancelled", "neutral", "skipped", "action_required"].map((end) => ({
      when: `ended in ${end}`,
      check: checkRun([end]),
      code: "check_failed",
      said: `Sonar ended in ${end}: https://x/0`,
    })),
    {
      when: "succeeded, while another App's of that name runs",
      check: checkRun(["success", null]),
      code: "checks_pending",
      said: "https://x/1",
    },
    { when: "is not there", check: checkRun([]), code: "checks_pending", said: "Sonar" },
    {
      when: "the token may not read",
      check: checkRun(null),
      code: "check_not_started",
      said: "check runs of other Apps are read only with a token that may read them",
    },
  ])("that $when: $code", expectReason);
});

describe("a workflow", () => {
  test.each<Row>([
    { when: "succeeded", check: workflow(["success"]), code: null },
    { when: "runs", check: workflow([null]), code: "checks_pending", said: "https://x/0" },
    ...["failure", "cancelled", "neutral", "timed_out", "stale", "skipped"].map((end) => ({
      when: `ended in ${end}`,
      check: workflow([end]),
      code: "check_failed",
      said: `tests.yml ended in ${end}: https://x/0`,
    })),
    { when: "succeeded after a failure", check: workflow(["success", "failure"]), code: null },
    {
      when: "failed after a success",
      check: workflow(["failure", "success"]),
      code: "check_failed",
    },
    {
      when: "runs again after a failure",
      check: workflow([null, "failure"]),
      code: "checks_pending",
    },
    { when: "was skipped after a success", check: workflow(["skipped", "success"]), code: null },
    {
      when: "succeeded for the push, and failed for the pull request",
      check: workflow([
        ["push", "success"],
        ["pull_request", "failure"],
      ]),
      code: "check_failed",
    },
    {
      when: "failed for the push, and still runs for the pull request",
      check: workflow([
        ["pull_request", null],
        ["push", "failure"],
      ]),
      code: "check_failed",
    },
    {
      when: "waits for an approval",
      check: workflow(["action_required"], true),
      code: "check_not_started",
      said: "waits for a person's approval, which its page asks for: https://x/0",
    },
    {
      when: "does not exist",
      check: workflow(null),
      code: "check_not_started",
      said: "there is no workflow tests.yml: correct `required-checks` in the config",
    },
    {
      when: "has no run on what a person pushed",
      check: workflow([]),
      code: "checks_pending",
      said: "its `on:` does not fit",
    },
    {
      when: "has no run on what a bot pushed",
      check: workflow([], true),
      code: "check_not_started",
      said: "a bot's push starts no workflow",
    },
    { when: "runs on what a bot pushed", check: workflow([null], true), code: "checks_pending" },
  ])("that $when: $code", expectReason);

  test.each([
    "Close and reopen the pull request, or push to it",
    "give generate an App's token (`github-token`)",
    "call tests.yml from the workflow of the pipeline, have it post a commit status",
  ])("that a bot's push does not start has a way out: %s", (way) => {
    expect(reasonOf(workflow([], true))?.message).toContain(way);
  });
});

function expectReason({ check, code, said = "" }: Row): void {
  const reason = reasonOf(check);
  expect(reason?.code ?? null).toBe(code);
  expect(reason?.message ?? "").toContain(said);
}

describe("checksOn", () => {
  const asked: string[] = [];
  const ports = (committer: string | null, workflowFile = "agent-ci.yml"): CheckPorts => ({
    repository: { committerOf: () => Promise.resolve(committer) },
    checks: {
      statuses: () => {
        asked.push("statuses");
        return Promise.resolve(new Map([["lint", "success"]]));
      },
      runs: (name) => {
        asked.push(name);
        return Promise.resolve([]);
      },
      checkRuns: (name) => {
        asked.push(`check run ${name}`);
        return Promise.resolve([]);
      },
    },
    workflow: workflowFile,
  });

  test.each([
    { names: ["lint", "spelling", "lint"], questions: ["statuses"] },
    { names: ["tests.yml", "build.yaml"], questions: ["tests.yml", "build.yaml"] },
    { names: ["check-run:Sonar"], questions: ["check run Sonar"] },
    { names: ["check-run: a.yml", "lint"], questions: ["statuses", "check run a.yml"] },
    { names: ["tests.yml", "lint", "tests.yml"], questions: ["statuses", "tests.yml"] },
  ])(
    "asks once for all statuses, and once for each workflow: $names",
    async ({ names, questions }) => {
      asked.splice(0);
      await checksOn(HEAD, names, ports(PERSON));
      expect(asked).toEqual(questions);
    },
  );

  test.each([
    { by: "generate", committer: GENERATE, code: "check_not_started" },
    { by: "a person", committer: PERSON, code: "checks_pending" },
    { by: "a person who calls himself one", committer: "bot <a@b.c>", code: "checks_pending" },
    { by: "nobody knows whom", committer: null, code: "checks_pending" },
  ])("without a run, on what was pushed by $by: $code", async ({ committer, code }) => {
    const found = await checksOn(HEAD, ["tests.yml"], ports(committer));
    expect(found.map((reason) => reason.code)).toEqual([code]);
  });

  test("refuses the workflow in which the gate itself runs", async () => {
    await expect(checksOn(HEAD, ["ci.yml"], ports(PERSON, "ci.yml"))).rejects.toThrow(
      '"required-checks" names ci.yml, in which this gate runs: it would wait for itself',
    );
  });
});
