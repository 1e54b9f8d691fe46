import { describe, expect, test } from "vitest";
import {
  type AskedOfPullRequest,
  MAX_STARTS,
  type PullRequestFacts,
  type PullRequestStep,
  rowOfPullRequest,
} from "../../../actions/sweep/pull-request-rows.ts";
import type { StatusState } from "../../../src/github/pull-requests.ts";
import { successFor } from "../../../src/github/success-base.ts";
import {
  FORK_MOVED,
  FROM_FORK,
  type HeadRecord,
  NO_TASK,
  provenForPerson,
} from "../../../src/next-runs/gate-status.ts";
import { RUN_KINDS, type RunKind } from "../../../src/next-runs/journal.ts";

type Facts = Omit<PullRequestFacts, keyof AskedOfPullRequest> & AskedOfPullRequest;

const NOTHING_WRITTEN: HeadRecord = {
  gate: null,
  journal: { starts: [], ends: [], unreadable: 0 },
};

/** One of ours that nobody is at work on, and whose head says nothing. */
const alone: Facts = {
  isFork: false,
  isOurs: true,
  isDraft: false,
  baseBranch: "main",
  isHeadHere: false,
  record: NOTHING_WRITTEN,
  namedRun: "over",
  headRun: null,
  lastStart: null,
  mergeability: "in_the_way",
  isInQueue: false,
  concernsPipeline: true,
};

const said = (state: StatusState, description: string, starts: RunKind[] = []): HeadRecord => ({
  gate: { state, description, run: "7" },
  journal: {
    starts: starts.map((what, index) => ({
      kind: "start",
      what,
      number: index + 1,
      evidenceRun: "7",
      run: null,
      at: "2026-01-01T00:00:00Z",
      url: "",
    })),
    ends: [],
    unreadable: 0,
  },
});

const written = (...starts: RunKind[]): HeadRecord => ({
  ...said("pending", "", starts),
  gate: null,
});

const last = (state: "alive" | "over" | "cancelled" | "never", what: RunKind = "sweep") => ({
  ...said("pending", "", [what]).journal.starts[0]!,
  state,
});

const QUEUED = "1 task proven; queued: wait";

interface Row {
  readonly when: string;
  readonly given: Partial<Facts>;
  readonly step: PullRequestStep["kind"];
  readonly with?: object;
}

const rows: readonly Row[] = [
  // Our pull requests whose head has no gate status → agent-ci.
  {
    when: "its head has no status",
    given: {},
    step: "start",
    with: { number: 1, state: "pending" },
  },
  {
    when: "its head has no status, and the sweep had it verified before",
    given: { record: written("sweep"), lastStart: last("over") },
    step: "start",
    with: { number: 2, isWritten: false },
  },
  {
    when: "an earlier sweep wrote its entry and came no further",
    given: { record: written("sweep"), lastStart: last("never") },
    step: "start",
    with: { number: 1, isWritten: true },
  },

  // In a merge queue.
  {
    when: "it was added to the merge queue, and is not merged",
    given: { record: said("success", successFor("1 task proven; queued: wait", "main")) },
    step: "start",
    with: { state: "success" },
  },
  {
    when: "it was added to the merge queue by a run that is at work",
    given: {
      record: said("success", successFor("1 task proven; queued: wait", "main")),
      namedRun: "alive",
    },
    step: "nothing",
  },

  {
    when: "it is in the merge queue still",
    given: { record: said("success", successFor(QUEUED, "main")), isInQueue: true },
    step: "nothing",
  },
  {
    when: "it was verified three times because of the sweep, and is in the merge queue still",
    given: {
      record: said("success", QUEUED, ["sweep", "sweep", "sweep"]),
      lastStart: last("over"),
      isInQueue: true,
    },
    step: "nothing",
  },
  {
    when: "the run that added it to the merge queue was cancelled, and it is in it still",
    given: { record: said("success", QUEUED), namedRun: "cancelled", isInQueue: true },
    step: "nothing",
  },
  {
    when: "a verification of it was cancelled, and a person added it to the merge queue",
    given: {
      record: said("success", "1 task proven; review_missing: wait"),
      headRun: "cancelled",
      mergeability: "free",
      isInQueue: true,
    },
    step: "nothing",
  },
  {
    when: "GitHub does not say whether it is in the merge queue, and the sweep had it verified as often as it may",
    given: {
      record: said("success", QUEUED, ["sweep", "sweep", "sweep"]),
      lastStart: last("over"),
      isInQueue: null,
    },
    step: "hand_over",
    with: {
      why: "the merge queue has not merged it, and its head was verified 3 times because of the sweep, and GitHub did not say whether a merge queue has it",
    },
  },

  // A success for another base is none.
  {
    when: "it was proven for another base, and goes into this one since",
    given: { record: said("success", successFor("2 tasks proven", "dev")) },
    step: "start",
    with: { state: "pending" },
  },
  {
    when: "it was proven for another base, and the run that proved it is at work",
    given: { record: said("success", successFor("2 tasks proven", "dev")), namedRun: "alive" },
    step: "nothing",
  },
  {
    when: "it was proven for this base, and a rule of the repository keeps it",
    given: { record: said("success", successFor("2 tasks proven", "main")) },
    step: "nothing",
  },

  // `pending` whose run has ended → agent-ci.
  {
    when: "generate's run has ended, and nothing followed",
    given: { record: said("pending", "Generated; the tests have not proven it yet") },
    step: "start",
    with: { state: "pending" },
  },
  {
    when: "a story waits for code, and its run has ended",
    given: { record: said("pending", "story_unbuilt: wait") },
    step: "start",
  },
  {
    when: "it waits for checks of the config, which only the gate can read",
    given: { record: said("pending", "checks_pending: wait") },
    step: "start",
  },
  {
    when: "another verification is asked for, and nobody started it",
    given: { record: said("pending", "inputs_changed (and 1 more): reverify") },
    step: "start",
  },
  {
    when: "the run that the sweep started has ended without an answer",
    given: {
      record: said("pending", "sweep 1 in run 9: verified once more", ["sweep"]),
      lastStart: last("over"),
    },
    step: "start",
    with: { number: 2 },
  },

  // `wait` whose cause GitHub says is gone → agent-ci.
  {
    when: "a review was missing, and GitHub lets it be merged now",
    given: { record: said("success", "1 task proven; review_missing: wait"), mergeability: "free" },
    step: "start",
    with: { state: "success" },
  },
  {
    when: "it is proven, and the gate broke off before the merge",
    given: { record: said("success", "2 tasks proven"), mergeability: "free" },
    step: "start",
    with: { state: "success" },
  },

  // `retry` or `reverify` whose named run has ended without a newer head or status → a person.
  {
    when: "another attempt has ended without a push",
    given: { record: said("failure", "retry 1 in run 9: not_passed") },
    step: "hand_over",
    with: { code: "no_progress", run: "9" },
  },
  {
    when: "another attempt was cancelled",
    given: { record: said("failure", "retry 1 in run 9: not_passed"), namedRun: "cancelled" },
    step: "hand_over",
  },
  {
    when: "another attempt, which GitHub did not name, has ended",
    given: {
      record: said("failure", "retry 1: not_passed", ["retry"]),
      lastStart: last("over", "retry"),
    },
    step: "hand_over",
  },
  {
    when: "another verification has ended without a status",
    given: { record: said("pending", "reverify 2 in run 9: inputs_changed") },
    step: "hand_over",
    with: { code: "evidence_missing", run: "9" },
  },
  {
    when: "the verification in the place of a lost job was lost too",
    given: { record: said("pending", "lost_job 1 in run 9: evidence_missing") },
    step: "hand_over",
  },
  {
    when: "the sweep had it verified as often as it may, and no run decided",
    given: {
      record: said("pending", "sweep 3 in run 9: verified once more", ["sweep", "sweep", "sweep"]),
      lastStart: last("over"),
    },
    step: "hand_over",
  },

  // Open pull requests of forks.
  {
    when: "a fork changes neither stories nor tasks",
    given: { isFork: true, isOurs: false, concernsPipeline: false },
    step: "post",
    with: { state: "success", description: NO_TASK },
  },
  {
    when: "a fork changes a story or a task",
    given: { isFork: true, isOurs: false },
    step: "post",
    with: { state: "failure", description: FROM_FORK },
  },
  {
    when: "the base of a fork's pull request was changed since",
    given: { isFork: true, record: said("success", NO_TASK) },
    step: "post",
    with: { state: "failure" },
  },
  {
    when: "the gate moved a fork's pull request to another base",
    given: { isFork: true, record: said("pending", FORK_MOVED) },
    step: "post",
    with: { state: "failure", description: FROM_FORK },
  },
  {
    when: "the gate moved one of a fork that changes neither stories nor tasks there",
    given: { isFork: true, record: said("pending", FORK_MOVED), concernsPipeline: false },
    step: "post",
    with: { state: "success", description: NO_TASK },
  },

  // What it leaves alone.
  { when: "it does not carry our label", given: { isOurs: false }, step: "nothing" },
  { when: "it is a draft", given: { isDraft: true }, step: "nothing" },
  {
    when: "the gate has decided that a person must look",
    given: { record: said("failure", "out_of_scope: hold") },
    step: "nothing",
  },
  {
    when: "the gate started no attempt, and said why",
    given: { record: said("failure", "not_passed: retry") },
    step: "nothing",
  },
  {
    when: "there is no task in it",
    given: { record: said("success", "No generated task"), mergeability: "free" },
    step: "nothing",
  },
  {
    when: "the gate only posts",
    given: {
      record: said("success", "1 task proven; merging is left to people"),
      mergeability: "free",
    },
    step: "nothing",
  },
  {
    when: "it waits for a person to add it to a queue",
    given: { record: said("success", "1 task proven; queue_required: wait"), mergeability: "free" },
    step: "nothing",
  },
  {
    when: "what it waits for is still missing",
    given: { record: said("success", "1 task proven; review_missing: wait") },
    step: "nothing",
  },
  {
    when: "GitHub has not computed yet whether it can be merged",
    given: { record: said("success", "1 task proven; protected: wait"), mergeability: null },
    step: "nothing",
  },
  {
    when: "its status speaks of a merge",
    given: { record: said("pending", "after_merge 1 in run 9: merged_differently") },
    step: "nothing",
  },
  {
    when: "a run on its head is still at work",
    given: { headRun: "alive" },
    step: "nothing",
  },
  {
    when: "the run that its pending status names is alive",
    given: { record: said("pending", "Generated"), namedRun: "alive" },
    step: "nothing",
  },
  {
    when: "the attempt that was started is alive",
    given: { record: said("failure", "retry 1 in run 9: not_passed"), namedRun: "alive" },
    step: "nothing",
  },
  {
    when: "the run that the sweep started is alive",
    given: { record: said("pending", "sweep 1 in run 9: verified once more"), namedRun: "alive" },
    step: "nothing",
  },
  {
    when: "the run that merges it is alive",
    given: { record: said("success", "1 task proven"), mergeability: "free", namedRun: "alive" },
    step: "nothing",
  },
  {
    when: "a run that no status names yet is alive",
    given: { record: written("retry"), lastStart: last("alive", "retry") },
    step: "nothing",
  },
  {
    when: "a person, or GitHub for its length, cancelled the run on its head",
    given: { headRun: "cancelled" },
    step: "hand_over",
    with: { code: "evidence_missing" },
  },
  {
    when: "a person, or GitHub for its length, cancelled the run that its status names",
    given: { record: said("pending", "Generated"), namedRun: "cancelled" },
    step: "hand_over",
    with: { code: "evidence_missing" },
  },
  {
    when: "a person, or GitHub for its length, cancelled the run that the sweep started",
    given: {
      record: said("pending", "sweep 1 in run 9: verified once more", ["sweep"]),
      namedRun: "cancelled",
      lastStart: last("cancelled"),
    },
    step: "hand_over",
    with: { code: "evidence_missing" },
  },
  {
    when: "a person, or GitHub for its length, cancelled the run that was started last",
    given: { record: written("reverify"), lastStart: last("cancelled", "reverify") },
    step: "hand_over",
    with: { code: "evidence_missing" },
  },
  {
    when: "the run that was to merge what is proven was cancelled",
    given: {
      record: said("success", "1 task proven"),
      namedRun: "cancelled",
      mergeability: "free",
    },
    step: "hand_over",
    with: { code: null, isAnswered: false },
  },
  {
    when: "it is proven, and the run that a review woke took too long",
    given: {
      record: said("success", "1 task proven; review_missing: wait"),
      headRun: "cancelled",
      mergeability: "free",
    },
    step: "hand_over",
    with: { code: null, isAnswered: false },
  },
  {
    when: "it is proven, and the last of three verifications by the sweep ended without an answer",
    given: {
      record: said("success", "sweep 3 in run 9: verified once more", ["sweep", "sweep", "sweep"]),
      lastStart: last("over"),
    },
    step: "hand_over",
    with: { code: null, isAnswered: false },
  },
  {
    when: "it is proven, and its journal holds what nobody can read",
    given: {
      record: {
        ...said("success", "1 task proven"),
        journal: { starts: [], ends: [], unreadable: 1 },
      },
      mergeability: "free",
    },
    step: "hand_over",
    with: { code: null, isAnswered: false },
  },
  {
    when: "its head was verified three times because of the sweep, and nobody has said anything",
    given: { record: written("sweep", "sweep", "sweep"), lastStart: last("over") },
    step: "hand_over",
    with: { what: "sweep", code: "attempts_exhausted", run: null },
  },
  {
    when: "it was verified as often, and still waits for a check that never comes",
    given: {
      record: said("pending", "checks_pending: wait", ["sweep", "sweep", "sweep"]),
      lastStart: last("over"),
    },
    step: "hand_over",
    with: {
      code: "attempts_exhausted",
      why: "it waits for checks_pending, and the run that said so has ended, and its head was verified 3 times because of the sweep",
    },
  },
  {
    when: "it was verified as often, and a run on its head is at work",
    given: {
      record: written("sweep", "sweep", "sweep"),
      lastStart: last("over"),
      headRun: "alive",
    },
    step: "nothing",
  },
  {
    when: "it was verified as often, and is proven",
    given: {
      record: said("success", "1 task proven", ["sweep", "sweep", "sweep"]),
      lastStart: last("over"),
      mergeability: "free",
    },
    step: "hand_over",
    with: { code: null, isAnswered: true },
  },
  {
    when: "it was added to the merge queue as often, and the queue let it go each time",
    given: {
      record: said("success", "1 task proven; queued: wait", ["sweep", "sweep", "sweep"]),
      lastStart: last("over"),
    },
    step: "hand_over",
    with: {
      code: null,
      isAnswered: true,
      why: "the merge queue has not merged it, and its head was verified 3 times because of the sweep",
    },
  },
  {
    when: "a person was told that it is proven, and that nobody else merges it",
    given: {
      record: said("success", successFor(provenForPerson(QUEUED, { isAnswered: true }), "main")),
      mergeability: "free",
    },
    step: "nothing",
  },
  {
    when: "a person was told that it was proven, and that the last verification gave no answer",
    given: {
      record: said("success", successFor(provenForPerson(QUEUED, { isAnswered: false }), "main")),
      mergeability: "free",
    },
    step: "nothing",
  },
  {
    when: "its journal holds what nobody can read",
    given: { record: { gate: null, journal: { starts: [], ends: [], unreadable: 1 } } },
    step: "hand_over",
    with: { code: "attempts_exhausted" },
  },
  {
    when: "a fork's head has the right status already",
    given: { isFork: true, record: said("failure", FROM_FORK) },
    step: "nothing",
  },
  {
    when: "a fork's head has a status of another kind",
    given: { isFork: true, record: said("success", "1 task proven") },
    step: "nothing",
  },
  {
    when: "a fork's head is decided in this repository as well",
    given: { isFork: true, isHeadHere: true, concernsPipeline: false },
    step: "nothing",
  },
];

describe("what the sweep does about an open pull request", () => {
  test.each(rows)("$when: $step", ({ given, step, with: more = {} }) => {
    expect(rowOfPullRequest({ ...alone, ...given })).toMatchObject({ kind: step, ...more });
  });
});

/** Every combination of what the rows look at. */
function* allFacts(): Generator<Facts> {
  const runs = ["alive", "over", "cancelled", null] as const;
  const statuses: readonly (readonly [StatusState, string] | null)[] = [
    null,
    ["pending", "Generated"],
    ["pending", "story_unbuilt: wait"],
    ["pending", "checks_pending: wait"],
    ["success", "1 task proven"],
    ["success", "1 task proven; review_missing: wait"],
    ["success", "1 task proven; queued: wait"],
    ["success", NO_TASK],
    ["failure", FROM_FORK],
    ["failure", "not_passed: retry"],
    ...RUN_KINDS.flatMap((what) => [
      ["pending", `${what} 1 in run 9: why`] as const,
      ["failure", `${what} 1: why`] as const,
      ["success", `${what} 1 in run 9: why`] as const,
    ]),
  ];
  const flags = [true, false];
  for (const status of statuses)
    for (const namedRun of runs)
      for (const headRun of runs)
        for (const lastState of ["alive", "over", "cancelled", "never", null] as const)
          for (const starts of [0, MAX_STARTS - 1, MAX_STARTS])
            for (const unreadable of [0, 1])
              for (const mergeability of ["free", "in_the_way", null] as const)
                for (const isDraft of flags)
                  for (const isOurs of flags) {
                    const { journal } = written(...Array<RunKind>(starts).fill("sweep"));
                    const gate = status === null ? null : said(status[0], status[1]).gate;
                    yield {
                      ...alone,
                      isOurs,
                      isDraft,
                      namedRun,
                      headRun,
                      mergeability,
                      lastStart: starts === 0 || lastState === null ? null : last(lastState),
                      record: { gate, journal: { ...journal, unreadable } },
                    };
                  }
}

describe("of all that can be found", () => {
  const all = [...allFacts()].map((facts) => ({ facts, step: rowOfPullRequest(facts) }));

  test("nothing is left undecided", () => {
    expect(all.filter(({ step }) => step.kind === "ask")).toEqual([]);
  });

  test("only what nobody works on, nobody cancelled and the journal has room for is started", () => {
    const wrong = all.filter(
      ({ step, facts: { record, namedRun, headRun, lastStart, isOurs, isDraft } }) =>
        step.kind === "start" &&
        (!isOurs ||
          isDraft ||
          (record.gate !== null && (namedRun === "alive" || namedRun === "cancelled")) ||
          headRun === "alive" ||
          headRun === "cancelled" ||
          lastStart?.state === "alive" ||
          lastStart?.state === "cancelled" ||
          record.journal.unreadable > 0 ||
          step.number > MAX_STARTS),
    );
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  test("only what was started or cancelled, or may not be started again, goes to a person, and never while it is at work", () => {
    const wrong = all.filter(
      ({ step, facts: { record, namedRun, headRun, lastStart, isOurs, isDraft } }) =>
        step.kind === "hand_over" &&
        (!isOurs ||
          isDraft ||
          (step.code === null) !== (record.gate?.state === "success") ||
          (/verified \d+ times|nobody can read/.test(step.why)
            ? headRun === "alive"
            : !/^(?:retry|reverify|lost_job|sweep) /.test(record.gate?.description ?? "") &&
              ![namedRun, headRun, lastStart?.state].includes("cancelled")) ||
          (record.gate?.description.includes(" in run ") === true && namedRun === "alive")),
    );
    expect(wrong.slice(0, 3)).toEqual([]);
  });
});

describe("nothing is read that no row hangs on", () => {
  const { isFork, isHeadHere, baseBranch } = alone;
  test.each([
    { when: "it is not ours", given: { isOurs: false, isDraft: false }, asks: null },
    { when: "it is a draft", given: { isOurs: true, isDraft: true }, asks: null },
    { when: "it is ours", given: { isOurs: true, isDraft: false }, asks: "record" },
    {
      when: "the gate has decided",
      given: { isOurs: true, isDraft: false, record: said("failure", "conflict: hold") },
      asks: null,
    },
  ])("when $when", ({ given, asks }) => {
    const answer = rowOfPullRequest({ isFork, isHeadHere, baseBranch, ...given });
    expect(answer.kind === "ask" ? answer.what : null).toBe(asks);
  });
});
