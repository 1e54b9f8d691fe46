// What the token of an App can do and that of the job cannot: a merge queue, and check runs of other Apps.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { BundleResult } from "../../../world/bundle.ts";
import { codesOf, decisionOf, GateWorld, type Proposal, taskFiles } from "./gate-world.ts";

let world: GateWorld;

beforeEach(async () => {
  world = await GateWorld.start({
    ".github/agent-pipeline.yml": 'required-checks: ["check-run:Sonar"]\n',
  });
  world.github.hideChecks(true);
});
afterEach(() => {
  world.github.hideChecks(false);
  world.stop();
});

async function proven(): Promise<Proposal> {
  const price = await world.propose("task/price", taskFiles("price"));
  await world.prove(price, "price");
  return price;
}

const gate = (price: Proposal, inputs: Record<string, string> = {}): Promise<BundleResult> =>
  world.gate([[price, "price"]], { inputs });
const withApp = (price: Proposal) => gate(price, { "app-token": world.github.appToken });

function report({ commits }: Proposal, conclusion: string | null, app?: string): void {
  world.repository.addCheckRun(commits.head, {
    name: "Sonar",
    status: conclusion === null ? "in_progress" : "completed",
    conclusion,
    ...(app !== undefined && { app }),
  });
}

const queued = () =>
  world.github.queued.filter((name) => name.startsWith(`${world.repository.name}#`));

describe("a check run of another App", () => {
  test("is not read with the token of the job, and that is said in one sentence", async () => {
    const price = await proven();
    report(price, "success", "sonar");
    const result = await gate(price);
    expect(decisionOf(result, price).decision).toBe("hold");
    expect(codesOf(result, price)).toEqual(["check_not_started"]);
    expect(decisionOf(result, price).reasons[0]?.message).toContain(
      "check runs of other Apps are read only with a token that may read them",
    );
  });

  test.each([
    { when: "succeeded", by: "sonar", conclusion: "success", codes: [], decision: "merge" },
    { when: "runs", by: "sonar", conclusion: null, codes: ["checks_pending"], decision: "wait" },
    {
      when: "failed",
      by: "sonar",
      conclusion: "failure",
      codes: ["check_failed"],
      decision: "hold",
    },
    {
      when: "is a job of a workflow that bears the name",
      by: "github-actions",
      conclusion: "success",
      codes: ["checks_pending"],
      decision: "wait",
    },
  ])(
    "that $when, read with the App's token: $decision",
    async ({ by, conclusion, codes, decision }) => {
      const price = await proven();
      report(price, conclusion, by);
      const result = await withApp(price);
      expect(decisionOf(result, price).decision).toBe(decision);
      expect(codesOf(result, price)).toEqual(codes);
      const read = world.calls.filter(({ path }) => path.endsWith("/check-runs"));
      expect(read.map(({ isByApp }) => isByApp)).toEqual([true]);
    },
  );
});

describe("where the base has a merge queue", () => {
  const REQUIRED = {
    method: "PUT",
    path: /\/merge$/,
    status: 405,
    body: { message: "Changes must be made through the merge queue" },
  };

  beforeEach(() => world.github.hideChecks(false));

  const waiting = async (): Promise<Proposal> => {
    const price = await proven();
    report(price, "success", "sonar");
    world.github.failNext({ ...REQUIRED, times: 4 });
    return price;
  };

  test("a proven pull request is added with the App's token, at the proven head", async () => {
    const price = await waiting();
    const result = await withApp(price);
    expect(queued()).toEqual([`${world.repository.name}#${price.number}`]);
    expect(codesOf(result, price)).toEqual(["queued"]);
    expect(result.exitCode).toBe(0);
    expect(world.saidOf(price)).toMatchObject({
      state: "success",
      description: "1 task proven; queued: wait (into main)",
    });
    const others = world.calls.filter(({ isByApp }) => isByApp).map(({ path }) => path);
    expect(others).toContain("/graphql");
    const again = await withApp(price);
    expect(codesOf(again, price)).toEqual(["queued"]);
    expect(queued()).toHaveLength(1);
  });

  test("without one it stays proven, for a person's click", async () => {
    const price = await waiting();
    const result = await gate(price);
    expect(queued()).toEqual([]);
    expect(codesOf(result, price)).toEqual(["queue_required"]);
    expect(world.statusOf(price)).toBe("success");
  });

  test.each([
    {
      what: "lost our label",
      act: (price: Proposal) => {
        Object.assign(world.repository.pulls[price.number - 1]!, { labels: [] });
      },
    },
    {
      what: "became a draft",
      act: (price: Proposal) => {
        Object.assign(world.repository.pulls[price.number - 1]!, { draft: true });
      },
    },
    {
      what: "has a check that failed",
      act: (price: Proposal) => report(price, "failure", "sonar"),
    },
  ])("one that $what since it was to be merged is not added", async ({ act }) => {
    const price = await waiting();
    world.github.before(REQUIRED, () => act(price));
    await withApp(price);
    expect(queued()).toEqual([]);
  });

  test("one that moved in that very moment is not added", async () => {
    const price = await waiting();
    world.github.before({ method: "POST", path: /^\/graphql$/ }, () => {
      world.repository.commit("task/price", { files: { x: "1\n" }, message: "Late" });
      world.repository.refreshPullRequests();
    });
    const result = await withApp(price);
    expect(queued()).toEqual([]);
    expect(codesOf(result, price)).toEqual(["queue_required"]);
    expect(decisionOf(result, price).reasons[0]?.message).toContain(
      "The App did not add it: Head SHA",
    );
  });

  test.each([
    { status: 401, body: { message: "Bad credentials" } },
    { status: 502, body: { message: "Bad gateway" } },
    { status: 200, body: { data: {} } },
    { status: 200, body: "<html>Unicorn</html>" },
  ])("an App that is answered $status leaves it to a person", async (answer) => {
    const price = await waiting();
    world.github.failNext({ method: "POST", path: /^\/graphql$/, ...answer });
    const result = await withApp(price);
    expect(codesOf(result, price)).toEqual(["queue_required"]);
    expect(decisionOf(result, price).reasons[0]?.message).toContain("The App did not add it: ");
    expect(world.statusOf(price)).toBe("success");
  });
});
