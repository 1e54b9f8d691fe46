import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { builtBundle } from "../../scripts/bundles.ts";
import { ROOT } from "../../scripts/demo/plan.ts";
import { VERSION } from "../../src/foundation/version.ts";

const folder = mkdtempSync(join(tmpdir(), "cli-"));
let program: string;

beforeAll(async () => {
  program = join(await builtBundle("cli"), "index.js");
  mkdirSync(join(folder, "meta/stories"), { recursive: true });
  writeFileSync(join(folder, "meta/stories/a.json"), '{ "id": "a", "title": "A" }');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** By itself, away from the sources and what they need, in an environment that holds nothing. */
function run(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    cwd: folder,
    env: { PATH: process.env["PATH"] ?? "" },
    encoding: "utf8",
  });
  return { exit: status, out: stdout, error: stderr };
}

describe("the bundle of the command line", () => {
  test.each([
    { words: ["--version"], exit: 0, out: VERSION },
    { words: ["check"], exit: 0, out: "1 story: nothing is wrong." },
    {
      words: ["init", "--dry-run"],
      exit: 0,
      out: "✔ .github/workflows/agent-ci.yml would be written",
    },
    { words: ["check", "nowhere.json"], exit: 1, out: "✘ nowhere.json" },
    { words: ["explain", "nowhere"], exit: 2, error: "✘ There is no file nowhere" },
    { words: ["chek"], exit: 2, error: "Did you mean check?" },
    { words: ["replay", "meta"], exit: 3, out: "? meta cannot be replayed" },
  ])("$words ends with $exit", ({ words, exit, out = "", error = "" }) => {
    const told = run(...words);
    expect(told.exit).toBe(exit);
    expect(told.out).toContain(out);
    expect(told.error).toContain(error);
    // A pipe gets no colours.
    expect(told.out + told.error).not.toContain("\u001b");
  });

  test("works where somebody stands, and not in the clone where npm runs it", () => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")));
    const [, ...words] = scripts["agent-pipeline"]!.split(" ");
    const { stdout } = spawnSync(process.execPath, [...words, "check", "meta/stories/a.json"], {
      cwd: ROOT,
      env: { PATH: process.env["PATH"] ?? "", INIT_CWD: folder },
      encoding: "utf8",
    });
    expect(stdout).toContain("✔ meta/stories/a.json");
  });

  test("is a package that needs no other", () => {
    const text = readFileSync(join(program, "../package.json"), "utf8");
    expect(JSON.parse(text)).toEqual({
      name: "agent-pipeline",
      version: VERSION,
      description: expect.any(String) as unknown,
      license: "MIT",
      type: "module",
      bin: { "agent-pipeline": "index.js" },
      engines: { node: ">=22" },
    });
    expect(readFileSync(program, "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
    // Its own licence, and those of what it is made of.
    expect(readdirSync(join(program, ".."))).toEqual(
      expect.arrayContaining(["LICENSE", "licenses.txt"]),
    );
  });
});
