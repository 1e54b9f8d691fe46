import { describe, expect, test } from "vitest";
import { fingerprintOf } from "../../../src/evidence/fingerprint.ts";
import type { Reason } from "../../../src/evidence/reasons.ts";

const failed: Reason = {
  code: "test_failed",
  message: "at 0x7f3a in /tmp/a/b.py: 1 != 2.5",
  test: "t::test_a",
};
const error: Reason = { code: "syntax_error", message: "bad", file: "src/a.py" };

describe("the fingerprint of what failed", () => {
  test("does not exist where nothing did", () => {
    expect(fingerprintOf([])).toBeNull();
  });

  test.each<{ what: string; again: readonly Reason[] }>([
    { what: "order", again: [error, failed] },
    { what: "how often it is said", again: [failed, failed, error] },
    { what: "numbers", again: [{ ...failed, message: "at 0x7f3a in /tmp/a/b.py: 3 != 4" }, error] },
    { what: "addresses", again: [{ ...failed, message: "at 0xFF in /tmp/a/b.py: 1 != 2" }, error] },
    { what: "paths", again: [{ ...failed, message: "at 0x7f3a in /x/y.py: 1 != 2" }, error] },
    { what: "lines", again: [{ ...failed, line: 7 }, error] },
  ])("does not depend on $what", ({ again }) => {
    expect(fingerprintOf(again)).toBe(fingerprintOf([failed, error]));
  });

  test.each<{ what: string; other: readonly Reason[] }>([
    { what: "a reason less", other: [failed] },
    { what: "another code", other: [{ ...failed, code: "test_error" }, error] },
    { what: "another test", other: [{ ...failed, test: "t::test_b" }, error] },
    { what: "another file", other: [failed, { ...error, file: "src/b.py" }] },
    { what: "another message", other: [failed, { ...error, message: "worse" }] },
  ])("differs for $what", ({ other }) => {
    expect(fingerprintOf(other)).not.toBe(fingerprintOf([failed, error]));
  });
});
