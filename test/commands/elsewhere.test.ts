import { expect, test } from "vitest";
import { assertLinux } from "../../commands/adapters/verify.ts";
import { EXIT } from "../../commands/answer.ts";
import { verified } from "../../commands/verify/verify.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import { passedEvidence } from "../support/evidence.ts";

test.each([
  { platform: "darwin", says: "this is macOS", hint: "container with Linux" },
  { platform: "win32", says: "this is Windows", hint: "In WSL 2" },
  { platform: "freebsd", says: "this is freebsd", hint: "container with Linux" },
])("what isolates code says on $platform what it needs, and what works there", (given) => {
  const said = saidOn(given.platform);
  expect(said).toContain(given.says);
  expect(said).toContain(given.hint);
  expect(said).toContain("and report work here");
});

function saidOn(platform: string): string {
  try {
    assertLinux("verify runs code", platform);
    return "";
  } catch (error) {
    if (!(error instanceof PipelineError)) throw error;
    return `${error.code} ${error.message} ${error.hint ?? ""}`;
  }
}

test("nothing is said on Linux", () => {
  expect(saidOn("linux")).toBe("");
});

test.each([
  { code: "test_failed", exit: EXIT.faults },
  { code: "isolation_unavailable", exit: EXIT.unanswered },
  { code: "internal_error", exit: EXIT.unanswered },
] as const)("verify ends with $exit where it found $code", ({ code, exit }) => {
  const open = {
    ...passedEvidence("a"),
    verdict: "unproven" as const,
    reasons: [{ code, message: "It is so." }],
  };
  expect(verified([open, passedEvidence("b")], null).exit).toBe(exit);
});

test("verify ends with 0 where all is proven", () => {
  expect(verified([passedEvidence("a")], null).exit).toBe(EXIT.fine);
});

test("a page that could not be made takes nothing from what was proven", () => {
  const kept = { folder: "found", page: null, fault: "the disk is full" };
  const answer = verified([passedEvidence("a")], kept);
  expect(answer.exit).toBe(EXIT.fine);
  expect(JSON.stringify(answer.blocks)).toContain("the disk is full");
});
