// The scripts of release.yml, step by step with real git. What only GitHub has, a program of that name stands in for: it writes
// down what it was asked to do. The attestation is made by GitHub alone; which files it is about is looked at here.
import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parse } from "yaml";
import * as z from "zod";

const root = fileURLToPath(new URL("../..", import.meta.url));
const Release = z.object({
  on: z.object({ push: z.object({ tags: z.array(z.string()) }) }),
  jobs: z.object({
    release: z.object({
      steps: z.array(
        z.object({
          name: z.string().optional(),
          uses: z.string().optional(),
          with: z.record(z.string(), z.unknown()).default({}),
          run: z.string().optional(),
        }),
      ),
    }),
  }),
});
const { on, jobs } = Release.parse(
  parse(readFileSync(join(root, ".github/workflows/release.yml"), "utf8")),
);
const { steps } = jobs.release;
const scriptOf = (name: RegExp): string => {
  const found = steps.find((step) => name.test(step.name ?? ""))?.run;
  if (found === undefined) throw new Error(`release.yml has no step ${String(name)}`);
  return found;
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "release-"));
  mkdirSync(join(folder, "bin"));
  program("npm", "exit 0");
  program(
    "gh",
    'printf "%s\\n" "$*" >> "$RUNNER_TEMP/asked.txt"; [ "$2" != view ] || [ -e "$RUNNER_TEMP/released" ]',
  );
  execFileSync("git", ["init", "--quiet", "--initial-branch", "main", join(folder, "origin")]);
  cpSync(join(root, "scripts/release-notes.ts"), join(folder, "origin/scripts/release-notes.ts"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function program(name: string, body: string): void {
  const path = join(folder, "bin", name);
  writeFileSync(path, `#!/bin/sh\n${body}\n`);
  chmodSync(path, 0o755);
}

function git(...values: readonly string[]): string {
  const who = ["-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false"];
  return execFileSync("git", ["-C", join(folder, "origin"), ...who, ...values], {
    encoding: "utf8",
  }).trim();
}

/** Commits a version and tags it. */
function tagged(version: string): string {
  writeFileSync(join(folder, "origin/package.json"), JSON.stringify({ version, type: "module" }));
  writeFileSync(
    join(folder, "origin/CHANGELOG.md"),
    `## ${version}\n\n- What ${version} brings.\n`,
  );
  git("add", ".");
  git("commit", "--quiet", "--message", version);
  git("tag", `v${version}`);
  return git("rev-parse", "HEAD");
}

/** Runs the job for a tag, and answers with how it ended and what GitHub was asked for. */
function release(tag: string): {
  readonly ok: boolean;
  readonly said: string;
  readonly asked: string[];
} {
  const checkout = join(folder, "checkout");
  rmSync(checkout, { recursive: true, force: true });
  const clone = ["clone", "--quiet", "-c", "advice.detachedHead=false", "--branch", tag];
  execFileSync("git", [...clone, join(folder, "origin"), checkout]);
  symlinkSync(join(root, "node_modules"), join(checkout, "node_modules"));
  writeFileSync(join(folder, "asked.txt"), "");
  let said = "";
  for (const script of [scriptOf(/tag is on main/), scriptOf(/Make the release/)]) {
    const run = spawnSync("bash", ["-e", "-c", script], {
      cwd: checkout,
      encoding: "utf8",
      env: {
        PATH: `${join(folder, "bin")}:${process.env["PATH"] ?? ""}`,
        GITHUB_REF_NAME: tag,
        GITHUB_SHA: git("rev-parse", `${tag}^{commit}`),
        GITHUB_REPOSITORY: "octo/app",
        RUNNER_TEMP: folder,
      },
    });
    said += run.stdout + run.stderr;
    if (run.status !== 0) return { ok: false, said, asked: asked() };
  }
  return { ok: true, said, asked: asked() };
}

const asked = (): string[] =>
  readFileSync(join(folder, "asked.txt"), "utf8")
    .split("\n")
    .filter((line) => line !== "");

test("a first release is made with its part of the changelog, and its major version gets a tag", () => {
  const commit = tagged("1.0.0");
  expect(release("v1.0.0")).toMatchObject({
    ok: true,
    asked: [
      "release view v1.0.0",
      `release create v1.0.0 --verify-tag --title v1.0.0 --notes-file ${folder}/notes.md`,
      `api --method POST repos/octo/app/git/refs -f ref=refs/tags/v1 -f sha=${commit}`,
    ],
  });
  expect(readFileSync(join(folder, "notes.md"), "utf8")).toBe("- What 1.0.0 brings.\n");
});

test("the next one moves the tag of its major version, and one that was made is not made again", () => {
  git("tag", "v1", tagged("1.0.0"));
  const commit = tagged("1.0.1");
  writeFileSync(join(folder, "released"), "");
  expect(release("v1.0.1")).toMatchObject({
    ok: true,
    asked: [
      "release view v1.0.1",
      `api --method PATCH repos/octo/app/git/refs/tags/v1 -f sha=${commit} -F force=true`,
    ],
  });
});

test("an older one, released late, does not take the tag back", () => {
  tagged("1.0.0");
  git("tag", "v1", tagged("1.1.0"));
  const { ok, said, asked: calls } = release("v1.0.0");
  expect({ ok, calls: calls.length }).toEqual({ ok: true, calls: 2 });
  expect(said).toContain("v1 stays where it is");
});

test.each([
  {
    when: "a tag that is on no main",
    make: () => git("switch", "--quiet", "--create", "side"),
    tag: "v1.0.0",
  },
  { when: "a tag that package.json does not know", make: () => "", tag: "v2.0.0" },
])("$when ends before anything is made", ({ make, tag }) => {
  tagged("0.9.0");
  make();
  tagged("1.0.0");
  git("switch", "--quiet", "main");
  if (tag !== "v1.0.0") git("tag", tag);
  expect(release(tag)).toMatchObject({ ok: false, asked: [] });
});

test("it starts by tags of whole versions alone, and every file of the bundles is attested", () => {
  expect(on.push.tags).toEqual(["v[0-9]+.[0-9]+.[0-9]+"]);
  const attest = steps.find(({ uses }) => uses?.startsWith("actions/attest@"));
  const named = globSync(String(attest?.with["subject-path"]), { cwd: root });
  const all = globSync("dist/**/*", { cwd: root });
  const files = all.filter((path) => path.split("/").length > 2);
  expect(named.toSorted()).toEqual(files.toSorted());
  // More cannot be attested at once.
  expect(named.length).toBeLessThanOrEqual(1024);
});
