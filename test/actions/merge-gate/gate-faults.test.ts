// Whatever happens to one call of the gate, the same job run again ends where an undisturbed one ends; and a person who
// acts between two calls wins.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Fault } from "../../../world/interventions.ts";
import { GateWorld, madeFiles, type Proposal, taskFiles } from "./gate-world.ts";

let world: GateWorld;

beforeEach(async () => {
  world = await GateWorld.start();
});
afterEach(() => world.stop());

interface Scenario {
  readonly propose: () => Promise<Proposal>;
  readonly task: string;
  /** What an undisturbed run leaves behind, among other things. */
  readonly end: object;
  readonly calls: readonly Pick<Fault, "method" | "path">[];
}

const call = (method: string, path: RegExp): Pick<Fault, "method" | "path"> => ({ method, path });
const LIST = call("GET", /\/runs\/\d+\/artifacts/);
const DOWNLOAD = call("GET", /\/artifacts\/\d+\/zip$/);
const READ = call("GET", /\/pulls\/\d+$/);
const STATUS = call("POST", /\/statuses\/[0-9a-f]{40}$/);
const COMMENTS = call("GET", /\/issues\/\d+\/comments/);
const COMMENT = call("POST", /\/issues\/\d+\/comments$/);
const MERGE = call("PUT", /\/merge$/);

/** Its calls stand in merge-gate/README.md. */
const SCENARIOS: Readonly<Record<string, Scenario>> = {
  "a merge": {
    async propose() {
      const price = await world.propose("task/price", taskFiles("price"));
      await world.prove(price, "price");
      return price;
    },
    task: "price",
    end: { merged: true, hasBranch: false, said: "success", started: 0 },
    calls: [LIST, DOWNLOAD, READ, STATUS, MERGE, COMMENTS, COMMENT, call("GET", /\/pulls\?/)],
  },
  "another attempt": {
    async propose() {
      const [stories, folder] = [true, false].map((isStory) =>
        Object.entries(madeFiles("fee")).filter(([path]) => path.startsWith("meta/") === isStory),
      );
      world.repository.commit("main", { files: Object.fromEntries(stories!), message: "Ask" });
      const made = await world.propose("task/fee", Object.fromEntries(folder!));
      await world.prove(made, "fee", (evidence) => ({
        ...evidence,
        verdict: "failed",
        reasons: [{ code: "test_failed", message: "assert 1 == 2" }],
        fingerprint: `sha256:${"1".repeat(64)}`,
      }));
      return made;
    },
    task: "fee",
    end: { merged: false, hasBranch: true, said: "failure", started: 1 },
    calls: [
      LIST,
      DOWNLOAD,
      READ,
      call("GET", /\/commits\/[0-9a-f]{40}\/statuses/),
      STATUS,
      call("POST", /\/dispatches$/),
      COMMENTS,
      COMMENT,
    ],
  },
};

const FAULTS: Readonly<Record<string, Omit<Fault, "method" | "path">>> = {
  "an answer that got lost": { status: 502, body: {}, isLate: true },
  "a server that is away": { status: 503, body: {} },
  "a token that expired": { status: 401, body: { message: "Bad credentials" } },
  "a secondary limit": {
    status: 403,
    body: { message: "You have exceeded a secondary rate limit." },
    headers: { "retry-after": "60" },
  },
  "too many requests": { status: 429, body: {}, headers: { "retry-after": "60" } },
  "a page in the place of an answer": { status: 200, body: "<html>Unicorn!</html>" },
  "an answer without its fields": { status: 200, body: {} },
};

const plain = (text: string) => text.replaceAll(/\b[0-9a-f]{7,40}\b|\d+/g, "#");

/** What is left behind, without what differs from one run to the next. */
function endOf(proposal: Proposal): object {
  const { merged, state, labels, comments } = world.repository.pullRequest(proposal.number);
  const own = ({ repository }: { repository: string }) => repository === world.repository.name;
  return {
    merged,
    state,
    labels,
    hasBranch: world.repository.tip(proposal.branch) !== null,
    said: world.saidOf(proposal)?.state ?? null,
    words: plain(world.saidOf(proposal)?.description ?? ""),
    comments: comments.map(
      ({ body }) =>
        plain(body)
          .split("\n")
          .find((line) => line.startsWith("###"))
          ?.split(":")[0],
    ),
    started: world.github.dispatches.filter(own).length,
    journal: world.journalOf(proposal).map(plain),
  };
}

const undisturbed = new Map<string, object>();

async function endOfUndisturbed(
  name: string,
  { propose, task, end: scenarioEnd }: Scenario,
): Promise<object> {
  const known = undisturbed.get(name);
  if (known !== undefined) return known;
  const proposal = await propose();
  await world.gate([[proposal, task]]);
  const end = endOf(proposal);
  expect(end).toMatchObject(scenarioEnd);
  undisturbed.set(name, end);
  world.stop();
  world = await GateWorld.start();
  return end;
}

const faults = Object.keys(FAULTS);
const [lost = "", ...others] = faults;
// Every other call loses its answer, the rest meet one of the others in turn; all with all on demand.
const isWhole = process.env["EVERY_FAULT"] === "1";
const sampled = (turn: number): string =>
  (turn % 2 === 0 ? undefined : others[Math.floor(turn / 2) % others.length]) ?? lost;
const cases = Object.entries(SCENARIOS).flatMap(([name, { calls }], scenario) =>
  calls.flatMap((one, index) =>
    (isWhole ? faults : [sampled(index + scenario)]).map((fault) => ({
      name,
      fault,
      one,
      what: `${one.method} ${one.path.source}`,
    })),
  ),
);

describe("the job run again ends where an undisturbed one ends", () => {
  test.each(cases)("$name, $what: $fault", async ({ name, fault, one }) => {
    const scenario = SCENARIOS[name]!;
    const expected = await endOfUndisturbed(name, scenario);
    const proposal = await scenario.propose();
    world.github.failNext({ ...one, ...FAULTS[fault]! });
    const first = await world.gate([[proposal, scenario.task]]);
    expect(first.log).not.toContain("This is a bug");
    const again = await world.gate([[proposal, scenario.task]]);
    expect(again.log).not.toContain("This is a bug");
    expect(endOf(proposal)).toEqual(expected);
  });
});

async function ask(method: string, path: string, body?: object): Promise<void> {
  const { url, token } = world.github;
  const answer = await fetch(`${url}/repos/${world.repository.name}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}` },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  expect(answer.ok).toBe(true);
}

describe("a person who acts while the gate is at work", () => {
  const acts: Readonly<Record<string, (proposal: Proposal) => Promise<void> | void>> = {
    "closes it": ({ number }) => ask("PATCH", `/pulls/${number}`, { state: "closed" }),
    "makes it a draft": ({ number }) => {
      Object.assign(world.repository.pulls[number - 1]!, { draft: true });
    },
    "takes the label off": ({ number }) => ask("DELETE", `/issues/${number}/labels/agent-pipeline`),
    "moves it to another base": ({ number }) => {
      const files = { "requirements.txt": "six\n" };
      world.repository.commit("dev", { files, message: "Begin dev" });
      return ask("PATCH", `/pulls/${number}`, { base: "dev" });
    },
    "takes over": ({ branch }) => {
      const files = { "generated/price/src/code.py": "VALUE = 9\n" };
      world.repository.commit(branch, { files, message: "Mine" });
      world.repository.refreshPullRequests();
    },
  };
  // GitHub itself refuses what moved, what is closed and what is a draft. It knows nothing of our label, and no base that
  // a merge is meant for: a veto in the moment between the last look and the merge comes too late, and another base is
  // said loudly.
  const late = ["takes the label off", "moves it to another base"];
  const all = Object.keys(acts).flatMap((act) => [
    { act, when: "before the last look", at: DOWNLOAD, isMerged: false },
    { act, when: "right before the merge", at: MERGE, isMerged: late.includes(act) },
  ]);

  test.each(all)("and $act $when: merged $isMerged", async ({ act, at, isMerged }) => {
    const price = await world.propose("task/price", taskFiles("price"));
    await world.prove(price, "price");
    world.github.before(at, () => acts[act]!(price));
    const result = await world.gate([[price, "price"]]);
    expect(result.log).not.toContain("This is a bug");
    expect(world.repository.pullRequest(price.number).merged).toBe(isMerged);
    // Never into a base that it was not proven for without saying so.
    const isElsewhere = isMerged && act === "moves it to another base";
    const decisions = result.outputs["decisions"] ?? "";
    expect(decisions.includes("merged_differently")).toBe(isElsewhere);
    expect(world.mainHolds("generated/price/src/code.py")).toBe(isMerged && !isElsewhere);
  });
});
