import { existsSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { NO_ANSWER } from "../../../actions/discover/answer.ts";
import { parseMatrix } from "../../../src/handover/matrix.ts";
import { bundleFolder, runBundle } from "../../../world/bundle.ts";
import { gitClient, gitLogin } from "../../../world/git.ts";
import { type GitHub, type Repository, startGitHub } from "../../../world/github.ts";
import { type RunEvent, runContext } from "../../../world/run-context.ts";

// The bundle as the runner runs it, against real git over HTTP.
let github: GitHub;
let repository: Repository;

beforeEach(async () => {
  github = await startGitHub();
  repository = github.createRepository("octo/app", {
    files: { "README.md": "1\n", "generated/a/src/a.py": "a\n", "generated/d/src/d.py": "d\n" },
  });
  repository.commit("work", {
    message: "work",
    files: { "generated/a/src/a.py": "b\n", "generated/n/src/n.py": "n\n", "generated/d": null },
  });
  repository.openPullRequest({ head: "work" });
  repository.commit("main", { message: "main goes on", files: { "README.md": "2\n" } });
});
afterEach(() => github.stop());

const discover = (
  event: RunEvent,
  inputs: Readonly<Record<string, string>> = {},
  more: {
    readonly workspace?: string;
    readonly environment?: Readonly<Record<string, string>>;
  } = {},
) =>
  runBundle({
    action: "discover",
    inputs,
    ...(more.workspace !== undefined && { workspace: more.workspace }),
    environment: { ...runContext(github, repository, event), ...more.environment },
  });

const ofPullRequest: RunEvent = { event: "pull_request", action: "synchronize", pullRequest: 1 };

describe("the bundle", () => {
  test("is small, because it is read and compiled before anything else happens", async () => {
    expect(statSync(join(await bundleFolder("discover"), "index.js")).size).toBeLessThan(170_000);
  });

  test("asks the server three times without a checkout: for commits, for roots, for task folders", async () => {
    let asked = 0;
    const count = (): void =>
      github.before({ method: "GET", path: /service=git-upload-pack/ }, () => {
        asked += 1;
        count();
      });
    count();

    expect((await discover(ofPullRequest)).exitCode).toBe(0);
    expect(asked).toBe(3);
  });

  test("lists the tasks of a pull request without a checkout and without the API", async () => {
    const { exitCode, outputs, annotations } = await discover(ofPullRequest);

    expect({ exitCode, annotations }).toEqual({ exitCode: 0, annotations: [] });
    expect(outputs).toMatchObject({
      tasks: "a,n",
      count: "2",
      "has-tasks": "true",
      deleted: "d",
      rejected: "[]",
    });
    expect(parseMatrix(outputs["matrix"] ?? "")).toMatchObject([
      {
        entry: "a",
        head: repository.tip("work"),
        base: repository.tip("main"),
        "pull-request": "1",
      },
      { entry: "n" },
    ]);
    expect(github.calls).toEqual([]);
  });

  test("finds a task, named in a dispatch, on the open pull request that changes it", async () => {
    const { exitCode, outputs } = await discover({ event: "workflow_dispatch" }, { task: "n" });

    expect(exitCode).toBe(0);
    expect(parseMatrix(outputs["matrix"] ?? "")).toMatchObject([
      { entry: "n", "pull-request": "1" },
    ]);
    expect(github.calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      "GET /repos/octo/app/pulls",
    ]);
    expect(github.violations).toEqual([]);
  });

  test("says which permission is missing when the pull requests cannot be listed", async () => {
    github.failNext({ method: "GET", path: /\/pulls/, status: 403 });
    const { exitCode, annotations } = await discover({ event: "workflow_dispatch" }, { task: "n" });
    expect(exitCode).toBe(1);
    expect(annotations[0]?.message).toContain("list the open pull requests");
  });

  test("says what is missing on a machine without git", async () => {
    const { exitCode, outputs, annotations } = await discover(
      ofPullRequest,
      {},
      { environment: { PATH: "/nonexistent" } },
    );

    expect({ exitCode, outputs }).toMatchObject({ exitCode: 1, outputs: NO_ANSWER });
    expect(annotations.map(({ message }) => message)).toEqual([
      "git could not be started\nagent-pipeline needs git 2.39 or newer on the PATH.",
    ]);
  });

  test("says which variables of a job are missing, all at once", async () => {
    const { exitCode, outputs, annotations } = await discover(
      ofPullRequest,
      {},
      { environment: { GITHUB_EVENT_PATH: "", GITHUB_RUN_ID: "" } },
    );

    expect({ exitCode, outputs }).toMatchObject({ exitCode: 1, outputs: NO_ANSWER });
    expect(annotations[0]?.message).toContain("GITHUB_RUN_ID, GITHUB_EVENT_PATH not set");
  });

  test("says that the event cannot be read", async () => {
    const { exitCode, outputs, annotations } = await discover(
      ofPullRequest,
      {},
      { environment: { GITHUB_EVENT_PATH: "/nonexistent" } },
    );

    expect({ exitCode, outputs }).toMatchObject({ exitCode: 1, outputs: NO_ANSWER });
    expect(annotations[0]?.message).toContain("cannot be read from /nonexistent");
  });

  test("is green with an empty matrix where nothing changed", async () => {
    const { exitCode, outputs } = await discover({ event: "workflow_dispatch" });
    expect(exitCode).toBe(0);
    expect(outputs).toMatchObject({
      tasks: "",
      matrix: '{"include":[]}',
      "has-tasks": "false",
      count: "0",
    });
  });

  test("sets all outputs before it fails, and takes a missing hand-over for no answer", async () => {
    const { exitCode, outputs, annotations } = await discover(ofPullRequest, {
      "pull-requests": "missing",
    });
    expect(exitCode).toBe(1);
    expect(outputs).toEqual(NO_ANSWER);
    expect(annotations).toHaveLength(1);
  });

  test("shows no name of a stranger, and no command in it, outside of `rejected`", async () => {
    const name = "::error::x\n##[add-mask]y";
    repository.commit("work", { message: "odd", files: { [`generated/${name}/x`]: "1" } });
    const { exitCode, outputs, annotations, stdout, stderr } = await discover({
      event: "push",
      ref: "refs/heads/work",
      before: repository.tip("main") ?? "",
      after: repository.tip("work") ?? "",
    });
    expect(exitCode).toBe(1);
    expect(outputs).toMatchObject({ tasks: "a,n", "has-tasks": "true" });
    expect(JSON.parse(outputs["rejected"] ?? "")).toMatchObject([{ name }]);
    expect(annotations).toHaveLength(1);
    expect(stdout + stderr).not.toMatch(/add-mask\]y|error::x/);
  });

  test("asks again when the server fails for a moment", async () => {
    github.failNext({ method: "POST", path: /git-upload-pack/, status: 503 });
    const { exitCode, outputs } = await discover(ofPullRequest);
    expect({ exitCode, tasks: outputs["tasks"] }).toEqual({ exitCode: 0, tasks: "a,n" });
  });

  test("says that the token was refused", async () => {
    const { exitCode, outputs, annotations } = await discover(ofPullRequest, {
      "github-token": "ghs_wrong_token_here",
    });
    expect(exitCode).toBe(1);
    expect(outputs["matrix"]).toBe("");
    expect(annotations.at(-1)?.message).toContain("refused the token");
  });

  test("obeys no configuration, hook or variable of the checkout", async () => {
    const workspace = join(github.folder, "workspace");
    const url = `${github.serverUrl}/octo/app`;
    await gitClient(github.folder, [
      ...gitLogin(github.serverUrl, github.token),
      "clone",
      "--quiet",
      "--branch=work",
      url,
      workspace,
    ]);
    const trap = join(github.folder, "sprung");
    const spring = `touch ${trap}`;
    writeFileSync(join(workspace, ".git/hooks/post-checkout"), `#!/bin/sh\n${spring}\n`, {
      mode: 0o755,
    });
    writeFileSync(join(workspace, ".gitattributes"), "* diff=evil filter=evil\n");
    const settings = [
      "core.fsmonitor",
      "core.sshCommand",
      "core.alternateRefsCommand",
      "core.pager",
      "diff.external",
      "diff.evil.textconv",
      "diff.evil.command",
      "filter.evil.smudge",
      "uploadpack.packObjectsHook",
      "credential.helper",
    ];
    writeFileSync(
      join(workspace, ".git/config"),
      `[core]\n\trepositoryformatversion = 0\n\tquotePath = true\n\tprecomposeUnicode = true\n[diff]\n\trenames = copies\n\tnoprefix = true\n\trelative = true\n\torderFile = /dev/zero\n[url "file:///nonexistent"]\n\tinsteadOf = ${github.serverUrl}\n` +
        settings
          .map((key) => {
            const parts = key.split(".");
            const name = parts.pop() ?? "";
            const [section = "", sub] = parts;
            return `[${section}${sub === undefined ? "" : ` "${sub}"`}]\n\t${name} = ${spring}\n`;
          })
          .join(""),
    );
    const { exitCode, outputs } = await discover(
      ofPullRequest,
      {},
      {
        workspace,
        environment: {
          GITHUB_WORKSPACE: workspace,
          GIT_DIR: "/nonexistent",
          GIT_EXTERNAL_DIFF: spring,
          GIT_CONFIG_COUNT: "1",
          GIT_CONFIG_KEY_0: "core.fsmonitor",
          GIT_CONFIG_VALUE_0: spring,
          GIT_SHALLOW_FILE: "/dev/null",
          GIT_ALTERNATE_OBJECT_DIRECTORIES: "/nonexistent",
        },
      },
    );
    expect({ exitCode, tasks: outputs["tasks"], deleted: outputs["deleted"] }).toEqual({
      exitCode: 0,
      tasks: "a,n",
      deleted: "d",
    });
    expect(existsSync(trap)).toBe(false);
  });
});
