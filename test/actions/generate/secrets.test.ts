import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { errorsOf, storyFiles, World } from "./support/world.ts";

/**
 * A folder with a `git` that writes down what it was called with, and the configuration that it found, whose URLs become
 * arguments of the programs that git itself starts; then it goes on as git.
 */
function spyOnGit(): { folder: string; calls: () => string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "generate-git-spy-"));
  const real = execFileSync("which", ["git"], { encoding: "utf8" }).trim();
  const calls = join(folder, "calls");
  writeFileSync(calls, "");
  const script = [
    "#!/bin/sh",
    `printf '%s\\n' "$*" >> '${calls}'`,
    `cat config >> '${calls}' 2> /dev/null`,
    `exec '${real}' "$@"`,
    "",
  ];
  writeFileSync(join(folder, "git"), script.join("\n"));
  chmodSync(join(folder, "git"), 0o755);
  return {
    folder,
    calls: () => readFileSync(calls, "utf8"),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** By both APIs: what a server refuses by one may be had by the other. */
const BAD_REQUEST = { fault: "status", status: 400 } as const;

test("key and token are in no log, output, commit, comment or argument", async () => {
  const spy = spyOnGit();
  await using world = await World.open({
    answers: { bad: { design: [BAD_REQUEST, BAD_REQUEST] } },
  });
  const event = world.openPullRequest(storyFiles("good", "bad"));
  const { key } = world.model;
  const { token } = world.github;
  const encoded = Buffer.from(`x-access-token:${token}`).toString("base64");

  const result = await world.generateByBundle(
    event,
    {},
    {
      PATH: `${spy.folder}:${process.env["PATH"] ?? ""}`,
      ACTIONS_STEP_DEBUG: "true",
      RUNNER_DEBUG: "1",
    },
  );

  expect(result.outputs["tasks"]).toBe("good");
  expect(result.exitCode).toBe(1);
  const calls = spy.calls();
  spy.remove();
  expect(calls).toContain("push --porcelain");
  // What is printed unmasked is nothing but the order to mask it.
  const printed = `${result.stdout}${result.stderr}`.replaceAll(/^::add-mask::.*$/gm, "");
  const pushed = world.repository.git("log", "--patch", "--format=raw", "feature");
  const shown = JSON.stringify([
    world.repository.pullRequests(),
    result.outputs,
    world.github.calls,
  ]);
  for (const secret of [key, token, encoded]) {
    for (const place of [printed, result.log, result.summary, pushed, shown, calls]) {
      expect(place.includes(secret)).toBe(false);
    }
  }
  expect(result.droppedOutputs).toEqual([]);
});

test("a poisoned environment changes neither the server nor the account", async () => {
  await using world = await World.open();
  const event = world.openPullRequest(storyFiles("one"));
  const result = await world.generateByBundle(
    event,
    {},
    {
      OPENAI_BASE_URL: "http://127.0.0.1:9",
      OPENAI_LOG: "debug",
      OPENAI_ORG_ID: "evil",
      GIT_DIR: "/nonexistent",
      GIT_CONFIG_PARAMETERS: "'core.sshCommand'='false'",
    },
  );
  expect(result.exitCode).toBe(0);
  expect(result.outputs["tasks"]).toBe("one");
});

test("a local server may have any key: a short one is not masked, so that no output that holds it is dropped", async () => {
  await using world = await World.open({ key: "o" });
  const result = await world.generateByBundle(world.pushStories("one"));
  expect(result.exitCode).toBe(0);
  expect(result.outputs).toMatchObject({ tasks: "one", "has-tasks": "true" });
  expect(result.droppedOutputs).toEqual([]);
});

test("a key that is too short for a server elsewhere is refused before anything is asked", async () => {
  await using world = await World.open();
  const inputs = { "openai-api-key": "none", "base-url": "https://models.example/v1" };
  const result = await world.generateByBundle(world.pushStories("one"), inputs);
  expect(result.exitCode).toBe(1);
  expect(errorsOf(result)).toEqual([
    expect.stringMatching(/has 4 characters, and a key has at least 16\n.*no-key-is-needed-here/),
  ]);
  expect(result.droppedOutputs).toEqual([]);
});

test("nothing that a model or a server says is a command to the runner", async () => {
  const words =
    "I can't.\n::set-output name=tasks::evil\r\n::add-mask::e\n##[error]x\n::stop-commands::y";
  const refusal = { fault: "refusal", text: words } as const;
  const error = { fault: "status", status: 400, body: { error: { message: words } } } as const;
  await using world = await World.open({
    answers: { refused: { design: [refusal, refusal] }, wrong: { code: [error] } },
  });
  const result = await world.generateByBundle(world.pushStories("good", "refused", "wrong"));
  expect(result.outputs["tasks"]).toBe("good");
  expect(result.droppedOutputs).toEqual([]);
  const lines = result.stdout.split(/\r\n|\r|\n/);
  expect(
    lines.filter((line) => /^\s*(?:::(?:set-output|add-mask::e$|stop)|##\[)/.test(line)),
  ).toEqual([]);
  expect(result.annotations.filter(({ kind }) => kind === "error")).toHaveLength(2);
});

test("a reply that holds the key in disguise is neither written nor shown, nor kept in a transcript", async () => {
  const key = "sk-proj-abcdef0123456789";
  const hidden = Buffer.from(`x${key}`).toString("base64");
  const code = { files: [{ path: "src/doubling.py", content: `K = "${hidden}"\n` }], notes: null };
  await using world = await World.open({ key, answers: { one: { code: [code, code] } } });
  const result = await world.generateByBundle(world.pushStories("one"));
  expect(errorsOf(result)).toEqual([expect.stringMatching(/put the key itself into its reply/)]);
  expect(`${result.stdout}${result.stderr}`).not.toContain(hidden);
  expect(world.repository.git("log", "--all", "--patch")).not.toContain(hidden);
});
