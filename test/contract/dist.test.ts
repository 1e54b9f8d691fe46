import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Action } from "../../scripts/bundles.ts";
import { bundleFolder } from "../../world/bundle.ts";

const bundleOf = async (action: Action): Promise<string> => {
  const folder = await bundleFolder(action);
  return readdirSync(folder)
    .filter((name) => name.endsWith(".js"))
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");
};

describe("the bundles", () => {
  test.each(["discover", "verify", "merge-gate", "report", "sweep"] as const)(
    "%s ships no model client",
    async (action) => {
      expect(await bundleOf(action)).not.toContain("api.openai.com");
    },
    120_000,
  );

  test("generate ships it", async () => {
    expect(await bundleOf("generate")).toContain("api.openai.com");
  });
});
