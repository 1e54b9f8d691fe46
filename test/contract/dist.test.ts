import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { bundleFolder } from "../../world/bundle.ts";

const bundleOf = (action: string): string => {
  const folder = bundleFolder(action);
  return readdirSync(folder)
    .filter((name) => name.endsWith(".js"))
    .map((name) => readFileSync(join(folder, name), "utf8"))
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
