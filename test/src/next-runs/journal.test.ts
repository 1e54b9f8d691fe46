import { describe, expect, test } from "vitest";
import {
  formatEntry,
  JOURNAL_CONTEXT,
  type JournalEntry,
  journalOf,
  namingOf,
  parseEntry,
  type PostedStatus,
} from "../../../src/next-runs/journal.ts";
import { isTaskId } from "../../../src/task/task-id.ts";

const GATE = "agent-pipeline/gate";
const LONGEST = `a${"b".repeat(62)}c`;

function task(id: string) {
  if (!isTaskId(id)) throw new Error(`${id} is no task id`);
  return id;
}

const entries: readonly { when: string; entry: JournalEntry; said: string }[] = [
  {
    when: "another attempt is asked for",
    entry: { kind: "start", what: "retry", number: 2, evidenceRun: "4711" },
    said: "start retry 2 run=4711",
  },
  {
    when: "another verification is asked for",
    entry: { kind: "start", what: "reverify", number: 1, evidenceRun: "4711" },
    said: "start reverify 1 run=4711",
  },
  {
    when: "one is asked for in the place of a lost job",
    entry: { kind: "start", what: "lost_job", number: 1, evidenceRun: "4711" },
    said: "start lost_job 1 run=4711",
  },
  {
    when: "what a merge made is to be verified",
    entry: { kind: "start", what: "after_merge", number: 1, evidenceRun: "4711" },
    said: "start after_merge 1 run=4711",
  },
  {
    when: "the sweep asks for a verification",
    entry: { kind: "start", what: "sweep", number: 3, evidenceRun: "4711" },
    said: "start sweep 3 run=4711",
  },
  {
    when: "a paid attempt ends without a push",
    entry: {
      kind: "end",
      task: task("price"),
      code: "model_output_invalid",
      costUsd: 0.0123,
      calls: 3,
      evidenceRun: "4711",
    },
    said: "end price model_output_invalid usd=0.0123 calls=3 run=4711",
  },
  {
    when: "it had no known price, and began anew",
    entry: {
      kind: "end",
      task: task("price"),
      code: "limit_reached",
      costUsd: null,
      calls: 3,
      evidenceRun: null,
    },
    said: "end price limit_reached usd=unknown calls=3 run=none",
  },
  {
    when: "it cost next to nothing",
    entry: {
      kind: "end",
      task: task("price"),
      code: "limit_reached",
      costUsd: 0.000001,
      calls: 1,
      evidenceRun: null,
    },
    said: "end price limit_reached usd=0.000001 calls=1 run=none",
  },
];

describe("an entry", () => {
  test.each(entries)("is written when $when, and read again", ({ entry, said }) => {
    expect(formatEntry(entry)).toBe(said);
    expect(parseEntry(said)).toEqual(entry);
  });

  test("fits into what GitHub allows for a description", () => {
    const longest = formatEntry({
      kind: "end",
      task: task(LONGEST),
      code: "model_output_invalid",
      costUsd: 99_999.123456,
      calls: 1_000,
      evidenceRun: "9".repeat(16),
    });
    expect(longest.length).toBeLessThanOrEqual(140);
    expect(parseEntry(longest)).not.toBeNull();
  });

  test.each([
    "",
    "start",
    "start merge 1 run=4711",
    "start retry 0 run=4711",
    "start retry 1",
    "start retry 1 run=4711 and more",
    "end ../x limit_reached usd=0 calls=0 run=none",
    "end price limit_reached usd=1e3 calls=0 run=none",
    "end price Limit usd=0 calls=0 run=none",
  ])("is none of ours when it says %j", (description) => {
    expect(parseEntry(description)).toBeNull();
  });
});

function status(context: string, description: string): PostedStatus {
  const url = "https://github.com/o/r/actions/runs/1";
  return { context, description, at: "2026-01-01T00:00:00Z", url };
}

describe("the journal of a head", () => {
  test("holds its entries in their order, each start with the run that the gate named for it", () => {
    const first = { what: "retry", number: 1 } as const;
    const journal = journalOf(
      [
        status(JOURNAL_CONTEXT, "start retry 2 run=5000"),
        status(GATE, `${namingOf(first, "4900")}: not_passed`),
        status(JOURNAL_CONTEXT, "end price limit_reached usd=0.5 calls=3 run=4711"),
        status(JOURNAL_CONTEXT, "start retry 1 run=4711"),
        status(GATE, "not_passed: retry"),
        status("ci", "start retry 9 run=1"),
      ],
      GATE,
    );
    expect(journal.starts.map(({ what, number, run }) => [what, number, run])).toEqual([
      ["retry", 1, "4900"],
      ["retry", 2, null],
    ]);
    expect(journal.ends.map(({ costUsd }) => costUsd)).toEqual([0.5]);
    expect(journal.unreadable).toBe(0);
  });

  test("counts what cannot be read, whoever wrote it", () => {
    const journal = journalOf([status(JOURNAL_CONTEXT, "all is well")], GATE);
    expect(journal).toEqual({ starts: [], ends: [], unreadable: 1 });
  });
});
