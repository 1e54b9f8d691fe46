// Whether the sequences find anything: faults are planted into the gate and the sweep, and each has to break a rule.
import { expect, test, vi } from "vitest";
import type { TaskFinding } from "../../actions/merge-gate/decide.ts";
import type { run as gate } from "../../actions/merge-gate/run.ts";
import type { run as sweep } from "../../actions/sweep/run.ts";
import { pullRequestOfGroup } from "../../src/github/merge-queue.ts";
import { EMPTY_JOURNAL } from "../../src/next-runs/journal.ts";
import { type Makers, PRODUCT } from "./jobs.ts";
import { hasQueue, play, sequenceOf } from "./play.ts";

const planted = vi.hoisted(() => ({
  judge: (finding: TaskFinding): TaskFinding => finding,
}));

vi.mock("../../actions/merge-gate/judge-evidence.ts", async (original) => {
  const judging = await original<typeof import("../../actions/merge-gate/judge-evidence.ts")>();
  const judgeHistory: typeof judging.judgeHistory = (...about) =>
    planted.judge(judging.judgeHistory(...about));
  return { ...judging, judgeHistory };
});

/** A gate that says of each group that all is proven. */
const GREEN_GROUPS: Makers = {
  ...PRODUCT,
  gate: (inputs, trigger, ports) => {
    if (trigger.kind !== "merge_group") return PRODUCT.gate(inputs, trigger, ports);
    const post: typeof ports.statuses.post = (head, _state, description) =>
      ports.statuses.post(head, "success", description);
    return PRODUCT.gate(inputs, trigger, { ...ports, statuses: { ...ports.statuses, post } });
  },
};

/** A gate that says of a group what it said of an older one of the same pull request. */
function greenOnceAndForAll(): Makers {
  const green = new Set<number | null>();
  return {
    ...PRODUCT,
    gate: (inputs, trigger, ports) => {
      if (trigger.kind !== "merge_group") return PRODUCT.gate(inputs, trigger, ports);
      const number = pullRequestOfGroup(trigger.headBranch);
      const post: typeof ports.statuses.post = (head, state, description) => {
        if (state === "success") green.add(number);
        return ports.statuses.post(head, green.has(number) ? "success" : state, description);
      };
      return PRODUCT.gate(inputs, trigger, { ...ports, statuses: { ...ports.statuses, post } });
    },
  };
}

/** A finding that is taken for a proof. */
const overlooked =
  (code: string) =>
  (finding: TaskFinding): TaskFinding =>
    finding.kind === "reason" && finding.reason.code === code
      ? { task: finding.task, kind: "proven" }
      : finding;

type GatePorts = Parameters<typeof gate>[2];
type SweepPorts = Parameters<typeof sweep>[1];

function gateWith(change: (ports: GatePorts) => Partial<GatePorts>): Makers {
  return {
    ...PRODUCT,
    gate: (inputs, trigger, ports) => PRODUCT.gate(inputs, trigger, { ...ports, ...change(ports) }),
  };
}

function sweepWith(change: (ports: SweepPorts) => Partial<SweepPorts>): Makers {
  return {
    ...PRODUCT,
    sweep: (inputs, ports) => PRODUCT.sweep(inputs, { ...ports, ...change(ports) }),
  };
}

interface Planted {
  readonly fault: string;
  readonly judge?: typeof planted.judge;
  /** Made anew for each sequence where it remembers something. */
  readonly makers?: Makers | (() => Makers);
  /** Whether only a merge queue shows it. */
  readonly isOfQueue?: boolean;
  /** Where the search begins: the sequences before it do not show it. */
  readonly from?: number;
  /** What is said of a rule that it breaks. */
  readonly breaks: RegExp;
}

const faults: readonly Planted[] = [
  {
    fault: "the digest of the inputs is ignored",
    judge: overlooked("inputs_changed"),
    breaks: /beside other requirements/,
  },
  {
    fault: "a missing artifact is ignored",
    judge: overlooked("evidence_missing"),
    breaks: /has no evidence/,
  },
  {
    fault: "an artifact that cannot be read is ignored",
    judge: overlooked("evidence_invalid"),
    breaks: /cannot be read|onto the base, wrong/,
  },
  {
    fault: "what has to be settled by a person is taken for proven",
    judge: overlooked("story_unclear"),
    breaks: /was found unproven/,
  },
  {
    fault: "the counters of a head are lost",
    makers: {
      ...gateWith(({ journals }) => ({
        journals: { ...journals, read: () => Promise.resolve(EMPTY_JOURNAL) },
      })),
      sweep: sweepWith(({ records }) => ({
        records: {
          read: async (head) => ({ ...(await records.read(head)), journal: EMPTY_JOURNAL }),
        },
      })).sweep,
    },
    breaks: /starts of|something to do each/,
  },
  {
    fault: "whatever the head is now is merged",
    makers: gateWith(({ pullRequests }) => ({
      pullRequests: {
        ...pullRequests,
        merge: async (number, _sha, method) => {
          const { headSha } = await pullRequests.get(number);
          return pullRequests.merge(number, headSha, method);
        },
      },
    })),
    breaks: /was merged by run/,
  },
  {
    fault: "a person's veto is ignored",
    makers: gateWith(({ pullRequests }) => ({
      pullRequests: {
        ...pullRequests,
        get: async (number) => ({
          ...(await pullRequests.get(number)),
          labels: ["agent-pipeline"],
        }),
      },
    })),
    breaks: /without our label/,
  },
  {
    fault: "the sweep comes, and starts nothing",
    makers: sweepWith(({ dispatches }) => ({
      dispatches: {
        ...dispatches,
        start: () => Promise.resolve({ kind: "started" as const, run: null }),
      },
    })),
    breaks: /is left|something to do each/,
  },
  {
    fault: "the evidence of a group is ignored",
    isOfQueue: true,
    from: 90,
    makers: GREEN_GROUPS,
    breaks: /merged by the queue with task/,
  },
  {
    fault: "a success of an older group counts for the one that was built anew",
    isOfQueue: true,
    from: 127,
    makers: greenOnceAndForAll,
    breaks: /merged by the queue with task/,
  },
];

/** So many does `npm test` play: what is found only later would not be found by it. */
const LAST = 300;

function* seedsFor(isOfQueue: boolean, from: number): Iterable<number> {
  for (let seed = from; seed <= LAST; seed += 1) {
    if (!isOfQueue || hasQueue(seed)) yield seed;
  }
}

test.each(faults)(
  "found: $fault",
  async ({ judge, makers = PRODUCT, isOfQueue = false, from = 1, breaks }) => {
    planted.judge = judge ?? ((finding) => finding);
    const found: string[] = [];
    for (const seed of seedsFor(isOfQueue, from)) {
      const own = typeof makers === "function" ? makers() : makers;
      found.push(...(await play(sequenceOf(seed), { makers: own })).broken);
      if (found.some((what) => breaks.test(what))) break;
    }
    expect(found.join("\n")).toMatch(breaks);
  },
  1_800_000,
);
