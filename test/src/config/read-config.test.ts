import { describe, expect, test } from "vitest";
import { CONFIG_MAX_BYTES, CONFIG_PATH, parseConfig } from "../../../src/config/config.ts";
import { readConfigAt } from "../../../src/config/read-config.ts";
import { FixedRepository } from "../../support/fixed-repository.ts";

const repository = new FixedRepository(
  {
    tip: { [CONFIG_PATH]: "mutation-score: 0.75\n" },
    bare: { "README.md": "" },
    wrong: { [CONFIG_PATH]: "mutation-score: 2\n" },
    huge: { [CONFIG_PATH]: `#${"x".repeat(CONFIG_MAX_BYTES)}` },
    large: { [CONFIG_PATH]: `#${"x".repeat(CONFIG_MAX_BYTES - 1)}` },
  },
  { main: "tip" },
);

describe("the config", () => {
  test("is that of the commit that is named", async () => {
    expect(await readConfigAt(repository, "tip")).toMatchObject({ "mutation-score": 0.75 });
  });

  test("is all defaults where there is no file", async () => {
    expect(await readConfigAt(repository, "bare")).toEqual(parseConfig(null));
  });

  test("that is wrong is an error, and not all defaults", async () => {
    await expect(readConfigAt(repository, "wrong")).rejects.toThrow("mutation-score");
  });

  test("is read up to a limit", async () => {
    expect(await readConfigAt(repository, "large")).toEqual(parseConfig(null));
    await expect(readConfigAt(repository, "huge")).rejects.toThrow("larger than 65536 bytes");
  });
});
