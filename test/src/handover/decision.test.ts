import { describe, expect, test } from "vitest";
import { because, formatDecisions, parseDecisions } from "../../../src/handover/decision.ts";

const reason = because("not_passed", "a: failed, test_failed");
const retry = { kind: "retry", reasons: [reason], status: null } as const;
const nothing = { kind: "nothing", reasons: [reason], status: null } as const;
const merge = { kind: "merge", reasons: [], status: null } as const;

describe("the decisions of a run", () => {
  test("are read as they were written, by number or group", () => {
    const head = "a".repeat(40);
    const json = formatDecisions([
      { head, pullRequest: 7, decision: retry },
      { head, pullRequest: 12, decision: merge },
      { head, pullRequest: null, decision: nothing },
    ]);
    expect(parseDecisions(json)).toEqual({
      7: { decision: "retry", reasons: [reason] },
      12: { decision: "merge", reasons: [] },
      [`group:${head}`]: { decision: "nothing", reasons: [reason] },
    });
  });

  test.each(["", "[]", '{"7":{}}', '{"7":{"decision":"perhaps","reasons":[]}}', "{"])(
    "are none in %j",
    (json) => expect(parseDecisions(json)).toBeNull(),
  );
});
