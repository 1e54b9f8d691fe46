import { expect, test } from "vitest";
import { assertLinux } from "../../commands/adapters/verify.ts";
import { EXIT } from "../../commands/answer.ts";
import { verified } from "../../commands/verify/verify.ts";
import { passedEvidence } from "../support/evidence.ts";

test.each([
  { platform: "darwin", says: "this is macOS", hint: "container with Linux" },
  { platform: "win32", says: "this is Windows", hint: "In WSL 2" },
  { platform: "freebsd", says: "this is freebsd", hint: "container with Linux" },
])("what isolates code says on $platform what it needs, and what works there", (given) => {
  const run = (): void => assertLinux("verify runs code", given.platform);
  expect(run).toThrow(
    expect.objectContaining({
      code: "INPUT_INVALID",
      message: expect.stringContaining(given.says) as unknown,
      hint: expect.stringContaining(given.hint) as unknown,
    }) as Error,
  );
  expect(run).toThrow(
    expect.objectContaining({ hint: expect.stringContaining("and report work here") }) as Error,
  );
});

test("nothing is said on Linux", () => {
  expect(() => assertLinux("verify runs code", "linux")).not.toThrow();
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
  expect(verified([open, passedEvidence("b")]).exit).toBe(exit);
});

test("verify ends with 0 where all is proven", () => {
  expect(verified([passedEvidence("a")]).exit).toBe(EXIT.fine);
});
