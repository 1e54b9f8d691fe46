import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pipIndex } from "../../../../src/proof/adapters/pip-index.ts";
import { makeWheel } from "../../../support/wheel.ts";

const folder = mkdtempSync(join(tmpdir(), "pip-index-"));
const index = pipIndex({ python: "python3", temporary: folder, hidden: [] });

/** An index of three packages, and no other. */
beforeAll(() => {
  const wheels = join(folder, "wheels");
  mkdirSync(wheels);
  for (const version of ["1.0", "1.5", "2.0", "2.1rc1"]) {
    makeWheel(wheels, "tiny_dep", version, "ANSWER = 42\n");
  }
  makeWheel(wheels, "odd_dep", "1.0+local", "ANSWER = 42\n");
  makeWheel(wheels, "late_dep", "3.0.post2", "ANSWER = 42\n");
  process.env["PIP_FIND_LINKS"] = wheels;
  process.env["PIP_NO_INDEX"] = "1";
});
afterAll(() => {
  delete process.env["PIP_FIND_LINKS"];
  delete process.env["PIP_NO_INDEX"];
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  { bounds: "*", line: "tiny-dep==2.0" },
  { bounds: "<2", line: "tiny-dep==1.5" },
  { bounds: ">=1,<2,!=1.5", line: "tiny-dep==1.0" },
])("the newest release within $bounds is $line", async ({ bounds, line }) => {
  expect(await index.pin([{ name: "tiny-dep", bounds }])).toEqual({
    kind: "pinned",
    lines: [line],
  });
});

test("several packages are pinned in their order, and a release that was packed again is one", async () => {
  const packages = [
    { name: "late-dep", bounds: ">=3" },
    { name: "tiny-dep", bounds: "*" },
  ];
  expect(await index.pin(packages)).toEqual({
    kind: "pinned",
    lines: ["late-dep==3.0.post2", "tiny-dep==2.0"],
  });
});

test("what no index has, or has in no plain version, is unknown, in pip's own words", async () => {
  expect(await index.pin([{ name: "tiny-dep", bounds: ">2" }])).toEqual({
    kind: "unknown",
    why: expect.stringContaining("No matching distribution found for tiny-dep>2") as unknown,
  });
  expect(await index.pin([{ name: "odd-dep", bounds: "*" }])).toEqual({
    kind: "unknown",
    why: "pip's answer has not a plain version of each",
  });
});

test("nothing stays behind", () => {
  expect(readdirSync(folder)).toEqual(["wheels"]);
});
