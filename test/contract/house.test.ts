import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { ROOMS } from "../../oxlint.config.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** One line each, because what is reported is reported by line. */
const IMPURITIES = [
  'import { readFileSync } from "node:fs";',
  'import { readFile } from "node:fs/promises";',
  'import { existsSync } from "fs";',
  'import { spawn } from "node:child_process";',
  'import { request } from "node:https";',
  'import { tmpdir } from "node:os";',
  'import { env } from "node:process";',
  'import { setTimeout as wait } from "node:timers/promises";',
  'import { randomUUID } from "node:crypto";',
  'import { info } from "@actions/core";',
  'import OpenAI from "openai";',
  'import { openRepository } from "../git/adapters/repository.ts";',
  'export const later = import("node:net");',
  'export const token = process.env["GITHUB_TOKEN"];',
  'export const answer = fetch("http://127.0.0.1");',
  "export const now = Date.now();",
  "export const today = new Date();",
  "export const started = performance.now();",
  "export const chance = Math.random();",
  "export const id = crypto.randomUUID();",
  "setTimeout(() => {}, 1);",
  "setInterval(() => {}, 1);",
  "setImmediate(() => {});",
  'console.log("said");',
  "export const hidden = globalThis.process;",
  "export const text = (1_000).toLocaleString();",
  'export const order = "a".localeCompare("b");',
];

const UPWARDS = [
  'import { decide } from "../../actions/merge-gate/decide.ts";',
  'import type { PytestSession } from "../proof/session.ts";',
  'import { startGitHub } from "../../world/github.ts";',
];

const Report = z.object({
  diagnostics: z.array(
    z.object({
      code: z.string(),
      filename: z.string(),
      labels: z.array(z.object({ span: z.object({ line: z.int() }) })),
    }),
  ),
});

/** Lints lines as a file of the house, by its own configuration, and answers with those that a rule of the house names. */
function refused(path: string, lines: readonly string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), "house-"));
  try {
    cpSync(join(root, "oxlint.config.ts"), join(folder, "oxlint.config.ts"));
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), lines.join("\n"));
    const oxlint = join(root, "node_modules/oxlint/bin/oxlint");
    const { stdout } = spawnSync(process.execPath, [oxlint, "--format", "json", "."], {
      cwd: folder,
      encoding: "utf8",
    });
    const { diagnostics } = Report.parse(JSON.parse(stdout));
    const named = diagnostics.filter(({ code }) => code.includes("no-restricted-"));
    const numbers = new Set(named.flatMap(({ labels }) => labels.map(({ span }) => span.line)));
    return lines.filter((_, index) => numbers.has(index + 1));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("a room is pure", () => {
  test("but for what it is given: each way into the world is reported", () => {
    expect(refused("src/story/planted.ts", IMPURITIES)).toEqual(IMPURITIES);
  });

  test("also one that nobody has named yet", () => {
    expect(refused("src/attic/planted.ts", IMPURITIES)).toHaveLength(IMPURITIES.length);
  });

  test.each(["actions/verify/planted.ts", "commands/check/planted.ts"])(
    "and so are the steps of an action and of a command: %s",
    (path) => expect(refused(path, IMPURITIES)).toHaveLength(IMPURITIES.length),
  );

  test.each(["src/git/adapters/planted.ts", "actions/verify/main.ts", "commands/adapters/x.ts"])(
    "while %s touches the world",
    (path) => expect(refused(path, IMPURITIES)).toEqual([]),
  );
});

describe("imports go down only", () => {
  test.each(["src/story/planted.ts", "src/story/adapters/planted.ts"])("from %s", (path) => {
    const lines = path.includes("adapters")
      ? UPWARDS.map((line) => line.replace('"../', '"../../'))
      : UPWARDS;
    expect(refused(path, lines)).toEqual(lines);
  });

  test("and every room has its place in the order", () => {
    expect(readdirSync(join(root, "src")).toSorted()).toEqual(ROOMS.toSorted());
  });

  test("and never from one action to another, nor to the command line", () => {
    const lines = [
      'import { decide } from "../merge-gate/decide.ts";',
      'import { check } from "../../commands/check/check.ts";',
    ];
    expect(refused("actions/verify/planted.ts", lines)).toEqual(lines);
  });
});
