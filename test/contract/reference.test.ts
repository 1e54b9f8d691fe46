import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

test("the tables in the pages are what action.yml and the schema say", () => {
  const script = fileURLToPath(new URL("../../scripts/reference.ts", import.meta.url));
  expect(() =>
    execFileSync(process.execPath, [script, "--check"], { stdio: "pipe" }),
  ).not.toThrow();
});
