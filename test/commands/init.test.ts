import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import * as z from "zod";
import { handlers } from "../../commands/adapters/handlers.ts";
import { pytestAdvice } from "../../commands/init/pytest-config.ts";
import { readmeWorkflows } from "../../scripts/tools/readme-workflows.ts";
import { Config, parseConfig } from "../../src/config/config.ts";
import { parseStory } from "../../src/story/story.ts";
import { typed } from "./command-line.ts";

const top = mkdtempSync(join(tmpdir(), "init-"));
afterAll(() => rmSync(top, { recursive: true, force: true }));

let count = 0;
function repository(branch = "main"): string {
  const folder = join(top, String((count += 1)));
  mkdirSync(join(folder, ".git"), { recursive: true });
  writeFileSync(join(folder, ".git/HEAD"), `ref: refs/heads/${branch}\n`);
  return folder;
}

const init = (folder: string, ...words: string[]) =>
  typed(["init", "-C", folder, ...words], handlers);
const textIn = (folder: string, path: string): string => readFileSync(join(folder, path), "utf8");

describe("init", () => {
  test("writes what the README shows, for the default branch of the repository", async () => {
    const folder = repository("trunk");
    expect((await init(folder)).exit).toBe(0);
    for (const [name, text] of readmeWorkflows()) {
      const written = textIn(folder, `.github/workflows/${name}`);
      expect(written).toBe(text.replaceAll("[main] # your default branch", "[trunk]"));
      expect(() => parse(written) as unknown).not.toThrow();
    }
    const story = parseStory(
      "meta/stories/shipping_cost.md",
      Buffer.from(textIn(folder, "meta/stories/shipping_cost.md")),
    );
    expect(story).toMatchObject({ ok: true, story: { id: "shipping_cost" } });
    const { exit } = await typed(["check", "-C", folder], handlers);
    expect(exit).toBe(0);
  });

  test("writes a config that sets nothing, names every key, and can be taken in line by line", async () => {
    const folder = repository();
    await init(folder);
    const text = textIn(folder, ".github/agent-pipeline.yml");
    expect(parseConfig(text)).toEqual(parseConfig(null));
    expect(text).toMatch(
      /^# yaml-language-server: \$schema=https:\/\/\S+\/v1\/meta\/config\.schema\.json\n/,
    );
    const keys = Config.keyof().options;
    const taken = text.replaceAll(/^#(?=[a-z-]+: )/gm, "");
    expect(Object.keys(z.looseObject({}).parse(parse(taken))).toSorted()).toEqual(keys.toSorted());
    expect(parseConfig(taken)).toEqual(parseConfig(null));
  });

  test("never overwrites, and says so", async () => {
    const folder = repository();
    mkdirSync(join(folder, ".github/workflows"), { recursive: true });
    writeFileSync(join(folder, ".github/workflows/agent-ci.yml"), "mine");
    writeFileSync(join(folder, "pytest.ini"), "[pytest]\n");
    symlinkSync("/nowhere", join(folder, ".github/agent-pipeline.yml"));
    const { exit, out } = await init(folder);
    expect(exit).toBe(0);
    expect(textIn(folder, ".github/workflows/agent-ci.yml")).toBe("mine");
    expect(textIn(folder, "pytest.ini")).toBe("[pytest]\n");
    expect(out).toContain("– .github/workflows/agent-ci.yml is there already");
    expect(out).toContain("– .github/agent-pipeline.yml is there already");
    expect(out).toContain("norecursedirs = generated *.egg");
    const again = await init(folder);
    expect(again.out).not.toContain("is written");
  });

  test("writes nothing outside, be it by a link", async () => {
    const folder = repository();
    mkdirSync(join(top, "elsewhere"), { recursive: true });
    symlinkSync(join(top, "elsewhere"), join(folder, ".github"));
    const { exit, error } = await init(folder);
    expect(exit).toBe(2);
    expect(error).toContain("lies outside of the repository, by a link");
  });

  test("only says what it would do", async () => {
    const folder = repository();
    const { out } = await init(folder, "--dry-run", "--uses", "acme/pipeline@main");
    expect(out).toContain("✔ pytest.ini would be written");
    expect(existsSync(join(folder, "pytest.ini"))).toBe(false);
  });

  test("calls what it is told to call", async () => {
    const folder = repository();
    await init(folder, "--uses", "acme/pipeline@main");
    expect(textIn(folder, ".github/workflows/agent-ci.yml")).toContain(
      "uses: acme/pipeline/.github/workflows/agent-ci.yml@main",
    );
    expect((await init(folder, "--uses", "a/b@c\n  x: y")).exit).toBe(2);
  });
});

describe("a team's own pytest passes over generated/", () => {
  test("by the file that is written where there is none", async () => {
    const folder = repository();
    await init(folder);
    for (const task of ["one", "two"]) {
      mkdirSync(join(folder, "generated", task, "tests"), { recursive: true });
      writeFileSync(join(folder, "generated", task, "tests/test_story.py"), "import src.nowhere\n");
    }
    mkdirSync(join(folder, "tests"));
    writeFileSync(join(folder, "tests/test_own.py"), "def test_own(): pass\n");
    const { stdout, status } = spawnSync("python3", ["-m", "pytest", "-q"], {
      cwd: folder,
      encoding: "utf8",
    });
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: expect.stringContaining("1 passed") as unknown,
    });
  });

  const LIST =
    '["generated", "*.egg", ".*", "_darcs", "build", "CVS", "dist", "node_modules", "venv", "{arch}"]';
  test.each([
    { files: {}, kind: "write" },
    { files: { "pyproject.toml": "[project]\n" }, kind: "write" },
    { files: { "setup.cfg": "[metadata]\n", "tox.ini": "[tox]\n" }, kind: "write" },
    {
      files: { "pyproject.toml": "[tool.pytest.ini_options]\naddopts = '-q'\n" },
      kind: "add",
      line: `norecursedirs = ${LIST}`,
    },
    { files: { "setup.cfg": "[tool:pytest]\n" }, kind: "add" },
    { files: { "tox.ini": "[pytest]\nnorecursedirs = generated .*\n" }, kind: "done" },
    { files: { "pytest.ini": "[pytest]\nnorecursedirs =\n  .*\n  generated\n" }, kind: "done" },
    {
      files: { "pyproject.toml": `[tool.pytest.ini_options]\nnorecursedirs = ${LIST}\n` },
      kind: "done",
    },
    { files: { "pytest.ini": "[pytest]\naddopts = --ignore=generated\n" }, kind: "done" },
    { files: { "pytest.ini": "[pytest]\nnorecursedirs = .*\n# generated\n" }, kind: "add" },
  ])("$files: $kind", ({ files, kind, line }) => {
    const found: Readonly<Record<string, string | undefined>> = files;
    expect(pytestAdvice((path) => found[path] ?? null)).toMatchObject({
      kind,
      ...(line && { line }),
    });
  });
});
