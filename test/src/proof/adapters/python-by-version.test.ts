import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { pythonNamed } from "../../../../src/proof/adapters/python-by-version.ts";

const folder = mkdtempSync(join(tmpdir(), "tool-cache-"));
afterAll(() => rmSync(folder, { recursive: true }));

for (const version of ["3.12.9", "3.12.11", "3.13.1", "3.1.0", "3.14.0-rc.1"]) {
  const bin = join(folder, "Python", version, "x64", "bin");
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, "python3"), "");
}
// Begun, and never finished.
mkdirSync(join(folder, "Python/3.12.12/x64"), { recursive: true });

const inCache = (version: string): string => join(folder, "Python", version, "x64/bin/python3");

test.each([
  { named: "3.12", expected: inCache("3.12.11") },
  { named: "3.12.9", expected: inCache("3.12.9") },
  { named: "3.1", expected: inCache("3.1.0") },
  { named: "3.11", expected: "python3.11" },
  { named: "3.14", expected: "python3.14" },
  { named: "python3", expected: "python3" },
  { named: "/usr/bin/python3", expected: "/usr/bin/python3" },
])("$named is $expected", ({ named, expected }) => {
  expect(pythonNamed(named, { RUNNER_TOOL_CACHE: folder })).toBe(expected);
});

test("without a cache it is what the PATH has", () => {
  expect(pythonNamed("3.12", {})).toBe("python3.12");
});
