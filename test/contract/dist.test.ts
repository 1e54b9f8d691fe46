import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const bundleOf = (action: string): string => {
  const folder = new URL(`../../dist/${action}/`, import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith(".js"))
    .map((name) => readFileSync(new URL(name, folder), "utf8"))
    .join("\n");
};

describe("the bundles", () => {
  test.each(["discover", "verify", "merge-gate"])("%s ships no model client", (action) => {
    expect(bundleOf(action)).not.toContain("api.openai.com");
  });

  test("generate ships it", () => {
    expect(bundleOf("generate")).toContain("api.openai.com");
  });
});
