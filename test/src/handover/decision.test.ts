import { describe, expect, test } from "vitest";
import { because, formatDecisions, parseDecisions } from "../../../src/handover/decision.ts";

const reason = because("not_passed", "a: failed, test_failed");
const retry = { kind: "retry", reasons: [reason], status: null } as const;
const merge = { kind: "merge", reasons: [], status: null } as const;

describe("the decisions of a run", () => {
  test("are read as they were written, by number", () => {
    const json = formatDecisions([
      { pullRequest: 7, decision: retry },
      { pullRequest: 12, decision: merge },
      { pullRequest: null, decision: merge },
    ]);
    expect(parseDecisions(json)).toEqual({
      7: { decision: "retry", reasons: [reason] },
      12: { decision: "merge", reasons: [] },
    });
  });

  test.each(["", "[]", '{"7":{}}', '{"7":{"decision":"perhaps","reasons":[]}}', "{"])(
    "are none in %j",
    (json) => expect(parseDecisions(json)).toBeNull(),
  );
});
