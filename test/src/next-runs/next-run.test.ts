import { describe, expect, test } from "vitest";
import type { ReasonCode } from "../../../src/evidence/reasons.ts";
import type { DecisionCode } from "../../../src/handover/decision.ts";
import { EMPTY_JOURNAL, type Journal, type RunKind } from "../../../src/next-runs/journal.ts";
import {
  type FailedTask,
  type LastStart,
  type NextRun,
  nextRun,
  type NextRunFacts,
  runAfterMerge,
} from "../../../src/next-runs/next-run.ts";
import type { Attempt, Call } from "../../../src/task/manifest.ts";
import { isTaskId, type TaskId } from "../../../src/task/task-id.ts";

const RUN = "4711";
const OTHER = "4700";

function id(text: string): TaskId {
  if (!isTaskId(text)) throw new Error(`${text} is no task id`);
  return text;
}

const call = (costUsd: number | null): Call => ({
  stage: "code",
  sample: 1,
  model: "m",
  tokens: { input: 1, cachedInput: 0, output: 1 },
  costUsd,
  outcome: "used",
});

const attempt = (change: Partial<Attempt> = {}): Attempt => ({
  number: 1,
  reason: "new",
  fingerprint: null,
  calls: [call(0.1)],
  ended: "unchecked",
  ...change,
});

const failed = (change: Partial<FailedTask> = {}): FailedTask => ({
  task: id("price"),
  codes: ["test_failed"],
  fingerprint: "sha256:f",
  story: "sha256:s",
  isUntouched: true,
  attempts: [attempt()],
  ...change,
});

const facts = (change: Partial<NextRunFacts> = {}): NextRunFacts => ({
  decision: "retry",
  isOurs: true,
  mode: "merge",
  run: RUN,
  failed: [failed()],
  lost: [],
  isHeldOtherwise: false,
  journal: EMPTY_JOURNAL,
  last: null,
  limits: { attempts: 3, usd: 1, calls: 24 },
  ...change,
});

const at = { at: "2026-01-01T00:00:00Z", url: "" };

/** So many starts on this head, and what became of the last one. */
function started(
  what: RunKind,
  count: number,
  last: Partial<LastStart> = {},
): Pick<NextRunFacts, "journal" | "last"> {
  const starts = Array.from({ length: count }, (_, index) => ({
    kind: "start" as const,
    what,
    number: index + 1,
    evidenceRun: OTHER,
    run: "5000",
    ...at,
  }));
  const newest = { ...starts.at(-1)!, state: "over" as const, ...last };
  const entries = [...starts.slice(0, -1), { ...starts.at(-1)!, evidenceRun: newest.evidenceRun }];
  return { journal: { ...EMPTY_JOURNAL, starts: entries }, last: newest };
}

function ended(count: number, costUsd: number | null = 0.1): Journal {
  const end = {
    kind: "end",
    task: id("price"),
    code: "model_output_invalid",
    costUsd,
    calls: 2,
    evidenceRun: OTHER,
    ...at,
  } as const;
  return { ...EMPTY_JOURNAL, ends: Array.from({ length: count }, () => end) };
}

interface Row {
  readonly when: string;
  readonly given: Partial<NextRunFacts>;
  readonly starts?: readonly [what: RunKind, number: number];
  /** The journal has it already. */
  readonly isWritten?: boolean;
  readonly underWay?: string;
  readonly holds?: DecisionCode;
  /** Part of what is said; null where nothing is worth saying. */
  readonly none?: string | null;
}

const DECISIONS: readonly Row[] = [
  { when: "a test failed", given: {}, starts: ["retry", 1] },
  { when: "the base changed an input", given: { decision: "reverify" }, starts: ["reverify", 1] },
  {
    when: "a job was lost",
    given: { decision: "hold", lost: [id("price")], failed: [] },
    starts: ["lost_job", 1],
  },
  {
    when: "a job was lost, and something else holds",
    given: { decision: "hold", lost: [id("price")], failed: [], isHeldOtherwise: true },
    none: null,
  },
  { when: "a person has to look", given: { decision: "hold", failed: [] }, none: null },
  { when: "something is missing", given: { decision: "wait" }, none: null },
  { when: "it is merged", given: { decision: "merge" }, none: null },
  { when: "there is nothing to do", given: { decision: "nothing" }, none: null },
];

const VETOES: readonly Row[] = [
  { when: "the label is not there", given: { isOurs: false }, none: "label" },
  { when: "the gate only posts", given: { mode: "status-only" }, none: "`mode`" },
  {
    when: "the label is not there, and the base changed",
    given: { isOurs: false, decision: "reverify" },
    none: "label",
  },
  {
    when: "the gate only posts, and a job was lost",
    given: { mode: "status-only", decision: "hold", lost: [id("price")] },
    none: "`mode`",
  },
  {
    when: "the folder was written by hand",
    given: { failed: [failed({ story: null })] },
    none: "hand",
  },
  {
    when: "a person changed the folder",
    given: { failed: [failed({ isUntouched: false })] },
    holds: "human_commits",
  },
  {
    when: "one of two folders was changed by a person",
    given: { failed: [failed(), failed({ task: id("cost"), isUntouched: false })] },
    holds: "human_commits",
  },
];

const CODES: readonly Row[] = [
  ...(["isolation_unavailable", "dependency_failed", "internal_error"] as const).map(
    (code): Row => ({
      when: `the machine lacks something (${code})`,
      given: { failed: [failed({ codes: [code] })] },
      holds: "not_passed",
    }),
  ),
  {
    when: "the machine lacks something of a folder written by hand",
    given: { failed: [failed({ codes: ["dependency_failed"], story: null })] },
    holds: "not_passed",
  },
  {
    when: "its tests do not always agree",
    given: { failed: [failed({ codes: ["flaky"] })] },
    holds: "flaky",
  },
  ...(["example_failed", "stub_survived", "timeout", "syntax_error"] as const).map(
    (code: ReasonCode): Row => ({
      when: `it found ${code}`,
      given: { failed: [failed({ codes: [code] })] },
      starts: ["retry", 1],
    }),
  ),
];

const BOUNDS: readonly Row[] = [
  {
    when: "one attempt is left",
    given: { failed: [failed({ attempts: [attempt(), attempt()] })] },
    starts: ["retry", 1],
  },
  {
    when: "all attempts were made",
    given: { failed: [failed({ attempts: [attempt(), attempt(), attempt()] })] },
    holds: "attempts_exhausted",
  },
  {
    when: "the last of them pushed nothing",
    given: { failed: [failed({ attempts: [attempt(), attempt()] })], journal: ended(1) },
    holds: "attempts_exhausted",
  },
  {
    when: "the money is used up",
    given: { failed: [failed({ attempts: [attempt({ calls: [call(1)] })] })] },
    holds: "budget_exhausted",
  },
  {
    when: "the money is used up with what pushed nothing",
    given: {
      failed: [failed({ attempts: [attempt({ calls: [call(0.6)] })] })],
      journal: ended(1, 0.4),
    },
    holds: "budget_exhausted",
  },
  {
    when: "the money is used up with another task of the story",
    given: {
      failed: [
        failed({ attempts: [attempt({ calls: [call(0.6)] })] }),
        failed({ task: id("cost"), attempts: [attempt({ calls: [call(0.4)] })] }),
      ],
    },
    holds: "budget_exhausted",
  },
  {
    when: "another story used up its money",
    given: {
      failed: [
        failed({ attempts: [attempt({ calls: [call(0.6)] })] }),
        failed({
          task: id("cost"),
          story: "sha256:other",
          attempts: [attempt({ calls: [call(0.6)] })],
        }),
      ],
    },
    starts: ["retry", 1],
  },
  {
    when: "the questions are used up, at no known price",
    given: {
      failed: [
        failed({ attempts: [attempt({ calls: Array.from({ length: 24 }, () => call(null)) })] }),
      ],
    },
    holds: "budget_exhausted",
  },
  {
    when: "an attempt that went on from this failure fails in the same way",
    given: {
      failed: [
        failed({ attempts: [attempt(), attempt({ reason: "feedback", fingerprint: "sha256:f" })] }),
      ],
    },
    starts: ["retry", 1],
  },
  {
    when: "one that began anew fails in the way that was seen before",
    given: {
      failed: [
        failed({
          attempts: [attempt(), attempt({ reason: "requested", fingerprint: "sha256:f" })],
        }),
      ],
    },
    holds: "no_progress",
  },
  {
    when: "two went on from this failure, the second anew, and it is still there",
    given: {
      limits: { attempts: 9, usd: 9, calls: 99 },
      failed: [
        failed({
          attempts: [
            attempt(),
            attempt({ reason: "feedback", fingerprint: "sha256:f" }),
            attempt({ reason: "feedback", fingerprint: "sha256:f" }),
          ],
        }),
      ],
    },
    holds: "no_progress",
  },
  {
    when: "it began anew, and fails in another way",
    given: {
      failed: [
        failed({
          attempts: [attempt(), attempt({ reason: "requested", fingerprint: "sha256:g" })],
        }),
      ],
    },
    starts: ["retry", 1],
  },
];

const JOURNAL: readonly Row[] = [
  {
    when: "an attempt is at work, for this evidence",
    given: started("retry", 1, { state: "alive", evidenceRun: RUN }),
    underWay: "5000",
  },
  {
    when: "an attempt is at work, for that of another run",
    given: started("retry", 1, { state: "alive" }),
    underWay: "5000",
  },
  {
    when: "an attempt for this evidence ended, and pushed nothing",
    given: started("retry", 1, { evidenceRun: RUN }),
    holds: "no_progress",
  },
  {
    when: "an attempt for the evidence of another run ended",
    given: started("retry", 1),
    starts: ["retry", 2],
  },
  {
    when: "an attempt was written down for this evidence, and never started",
    given: started("retry", 1, { state: "never", evidenceRun: RUN, run: null }),
    starts: ["retry", 1],
    isWritten: true,
  },
  {
    when: "an attempt was written down for that of another run, and never started",
    given: started("retry", 1, { state: "never", run: null }),
    starts: ["retry", 2],
  },
  {
    when: "as many attempts were started on this head as there may be",
    given: started("retry", 3),
    holds: "attempts_exhausted",
  },
  {
    when: "the last of so many was never started",
    given: started("retry", 3, { state: "never", evidenceRun: RUN, run: null }),
    starts: ["retry", 3],
    isWritten: true,
  },
  {
    when: "the head was verified twice more",
    given: { decision: "reverify", ...started("reverify", 2) },
    starts: ["reverify", 3],
  },
  {
    when: "the head was verified three times more",
    given: { decision: "reverify", ...started("reverify", 3) },
    holds: "attempts_exhausted",
  },
  {
    when: "a verification is at work",
    given: { decision: "reverify", ...started("reverify", 1, { state: "alive" }) },
    underWay: "5000",
  },
  {
    when: "a verification for this very evidence ended, and decided nothing",
    given: { decision: "reverify", ...started("reverify", 1, { evidenceRun: RUN }) },
    starts: ["reverify", 2],
  },
  {
    when: "a job was lost twice",
    given: { decision: "hold", failed: [], lost: [id("price")], ...started("lost_job", 1) },
    holds: "evidence_missing",
  },
  {
    when: "the verification for a lost job was never started",
    given: {
      decision: "hold",
      failed: [],
      lost: [id("price")],
      ...started("lost_job", 1, { state: "never", evidenceRun: RUN, run: null }),
    },
    starts: ["lost_job", 1],
    isWritten: true,
  },
  {
    when: "the journal cannot be read, and a test failed",
    given: { journal: { ...EMPTY_JOURNAL, unreadable: 1 } },
    holds: "attempts_exhausted",
  },
  {
    when: "the journal cannot be read, and the base changed",
    given: { decision: "reverify", journal: { ...EMPTY_JOURNAL, unreadable: 2 } },
    holds: "attempts_exhausted",
  },
];

describe.each([
  ["what a decision asks for", DECISIONS],
  ["what is never made again by itself", VETOES],
  ["what evidence says", CODES],
  ["attempts, money and progress", BOUNDS],
  ["what the journal says", JOURNAL],
])("%s", (_, rows) => {
  test.each(rows)("$when", (row) => {
    expect(inShort(nextRun(facts(row.given)), row.none)).toBe(expectedOf(row));
  });
});

test.each<{ when: string; given: Partial<NextRunFacts>; isByHand: true | undefined }>([
  {
    when: "somebody wrote it by hand",
    given: { failed: [failed({ story: null })] },
    isByHand: true,
  },
  { when: "the gate only posts", given: { mode: "status-only" }, isByHand: undefined },
])("says whether no attempt would touch what failed: $when", ({ given, isByHand }) => {
  const next = nextRun(facts(given));
  expect(next.kind === "none" && next.isByHand).toBe(isByHand);
});

/** The answer in a few words; of why nothing is started, the part that a row names. */
function inShort(next: NextRun, part: string | null = null): string {
  switch (next.kind) {
    case "start":
      return `starts ${next.what} ${next.number}${next.isWritten ? ", as it was written" : ""}`;
    case "under_way":
      return `under way: ${next.run}`;
    case "hold":
      return `holds: ${[...new Set(next.reasons.map(({ code }) => code))].join()}`;
    case "none":
      return part !== null && next.why?.includes(part) === true
        ? `none: ${part}`
        : `none: ${next.why}`;
    default:
      return next satisfies never;
  }
}

function expectedOf({ starts, isWritten, underWay, holds, none = null }: Row): string {
  if (starts !== undefined) {
    return `starts ${starts.join(" ")}${isWritten === true ? ", as it was written" : ""}`;
  }
  if (underWay !== undefined) return `under way: ${underWay}`;
  return holds === undefined ? `none: ${none}` : `holds: ${holds}`;
}

test("all tasks that failed are named", () => {
  const two = [failed(), failed({ task: id("cost"), story: "sha256:other" })];
  expect(nextRun(facts({ failed: two }))).toMatchObject({ tasks: ["price", "cost"] });
});

describe("after a merge that made something else than was proven", () => {
  const written = { kind: "start", what: "after_merge", number: 1, evidenceRun: OTHER } as const;
  const last = (state: LastStart["state"], run: string | null): LastStart => ({
    ...written,
    at: "2026-01-01T00:00:00Z",
    url: "",
    state,
    run,
  });
  const toStart = { kind: "start", what: "after_merge", number: 1, tasks: [id("price")] };

  test.each<{ when: string; given: Partial<Parameters<typeof runAfterMerge>[0]>; next: object }>([
    { when: "nothing was started", given: {}, next: { ...toStart, isWritten: false } },
    {
      when: "a start was written, and no run came of it",
      given: { last: last("never", null) },
      next: { ...toStart, isWritten: true },
    },
    ...(["alive", "over"] as const).map((state) => ({
      when: `the run that was started is ${state}`,
      given: { last: last(state, "4712") },
      next: { kind: "under_way", what: "after_merge", number: 1, run: "4712" },
    })),
    {
      when: "the journal cannot be read",
      given: { journal: { ...EMPTY_JOURNAL, unreadable: 1 } },
      next: { kind: "none" },
    },
    { when: "the gate only posts", given: { mode: "status-only" }, next: { kind: "none" } },
    { when: "it is not ours", given: { isOurs: false }, next: { kind: "none" } },
  ])("and $when: $next.kind", ({ given, next }) => {
    const usual = { isOurs: true, mode: "merge", journal: EMPTY_JOURNAL, last: null } as const;
    expect(runAfterMerge({ ...usual, tasks: [id("price")], ...given })).toMatchObject(next);
  });
});
