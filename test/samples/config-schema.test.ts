import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import * as z from "zod";
import { configText } from "../../commands/init/config-text.ts";
import { configSchema } from "../../scripts/config-schema.ts";
import { ROOT } from "../../scripts/demo/plan.ts";
import { isSame } from "../../scripts/story-schema.ts";
import { readConfigText } from "../../src/config/config.ts";

const text = readFileSync(join(ROOT, "meta/config.schema.json"), "utf8");
const schema = z.record(z.string(), z.unknown()).parse(JSON.parse(text));
const validate = new Ajv2020({ strict: false }).compile(schema);

describe("meta/config.schema.json", () => {
  test("is what the script makes of the code's schema, at the address that a config names", () => {
    expect(isSame(text, configSchema())).toBe(true);
    expect(configText()).toContain(`$schema=${String(schema["$id"])}\n`);
    const page = readFileSync(join(ROOT, "docs/config.md"), "utf8");
    expect(page).toContain(`$schema=${String(schema["$id"])}\n`);
    expect(String(schema["$id"])).toMatch(/\/v\d+\/meta\/config\.schema\.json$/);
  });

  test.each([
    ["our own", readFileSync(join(ROOT, ".github/agent-pipeline.yml"), "utf8"), true],
    ["all that init writes", configText().replaceAll(/^#(?=[a-z-]+: )/gm, ""), true],
    ["a key that nobody reads", "prises: {}", false],
    ["a number that is a text", "max-calls: many", false],
    ["a share above one", "mutation-score: 2", false],
    ["a price without an end", "prices: { m: { input: 1 } }", false],
    ["an unknown stage", "models: { review: m }", false],
    ["an API style of its own", "api-style: grpc", false],
  ])("says of %s what the actions say", (_, config, isFine) => {
    expect(validate(parse(config) ?? {})).toBe(isFine);
    expect(readConfigText(config).ok).toBe(isFine);
  });
});
