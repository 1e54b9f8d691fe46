import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { gitClient, gitLogin } from "../../world/git.ts";
import { type GitHub, type Repository, startGitHub } from "../../world/github.ts";

let github: GitHub;
let repository: Repository;
let folder: string;
let work: string;

beforeEach(async () => {
  github = await startGitHub();
  repository = github.createRepository("octo/app", {
    files: { "README.md": "An app.\n", "big.bin": "x".repeat(5_000) },
  });
  folder = mkdtempSync(join(tmpdir(), "world-git-test-"));
  work = join(folder, "work");
});

afterEach(async () => {
  await github.stop();
  rmSync(folder, { recursive: true, force: true });
});

const loggedIn = (...values: string[]) => [...gitLogin(github.serverUrl, github.token), ...values];
const client = (...values: string[]) => gitClient(work, loggedIn(...values));
const clone = (...options: string[]) =>
  gitClient(folder, loggedIn("clone", "--quiet", ...options, `${github.serverUrl}/octo/app`, work));

async function commitFile(name: string, content: string | Buffer): Promise<string> {
  writeFileSync(join(work, name), content);
  await client("add", name);
  await client("commit", "--quiet", "--message", name);
  return client("rev-parse", "HEAD");
}

describe("git over HTTP", () => {
  it("clones, pushes and moves the head of an open pull request", async () => {
    await clone();
    await client("switch", "--quiet", "--create", "task/a");
    await commitFile("a.txt", "a\n");
    await client("push", "--quiet", "origin", "task/a");
    repository.openPullRequest({ head: "task/a" });
    const head = await commitFile("b.txt", "b\n");
    await client("push", "--quiet", "origin", "task/a");
    expect(repository.commitOf("refs/pull/1/head")).toBe(head);
    expect(repository.pullRequest(1).head.sha).toBe(head);
  });

  it("refuses a lease that is out of date", async () => {
    await clone();
    const head = await commitFile("a.txt", "a\n");
    const push = (lease: string) =>
      client("push", "--quiet", `--force-with-lease=task/a:${lease}`, "origin", "HEAD:task/a");
    await push("");
    await commitFile("b.txt", "b\n");
    await expect(push("")).rejects.toThrow("stale info");
    await expect(push("1".repeat(40))).rejects.toThrow("stale info");
    await push(head);
    expect(repository.tip("task/a")).toBe(await client("rev-parse", "HEAD"));
  });

  it("takes a push of several megabytes, whose body is chunked", async () => {
    await clone();
    const noise = Buffer.from(Array.from({ length: 3_000_000 }, (_, i) => (i * i * 7919) >> 7));
    const head = await commitFile("noise.bin", noise);
    await client("push", "--quiet", "origin", "HEAD:big");
    expect(repository.tip("big")).toBe(head);
  });

  it("serves a partial clone, single commits and refs of pull requests", async () => {
    const head = repository.commit("work", { files: { a: "a" }, message: "a" });
    repository.openPullRequest({ head: "work" });
    await clone("--filter=blob:none", "--no-checkout", "--single-branch");
    const missing = await client("rev-list", "--objects", "--missing=print", "HEAD");
    expect(missing.split("\n").filter((line) => line.startsWith("?"))).toHaveLength(2);
    expect(await client("cat-file", "blob", "HEAD:README.md")).toBe("An app.");
    await client("fetch", "--quiet", "--depth=1", "origin", head);
    await client("fetch", "--quiet", "origin", "refs/pull/1/merge");
    expect(await client("rev-parse", "FETCH_HEAD^2")).toBe(head);
  });

  it("takes a gzipped request", async () => {
    const command = "0014command=ls-refs\n00010000";
    const asked = await post("/octo/app/git-upload-pack", gzipSync(command), {
      "content-type": "application/x-git-upload-pack-request",
      "content-encoding": "gzip",
      "git-protocol": "version=2",
    });
    expect(asked).toContain("refs/heads/main");
  });

  it("serves a client that comes through HTTP_PROXY, whatever its user's name", async () => {
    const url = `http://token:${github.token}@github.localhost:${github.url.split(":")[2]}/octo/app`;
    const listed = await gitClient(folder, ["ls-remote", url], {
      environment: { http_proxy: github.url },
    });
    expect(listed).toContain("refs/heads/main");
  });

  it.each([
    [
      "a wrong token",
      ["-c", "http.extraheader=AUTHORIZATION: basic eDp5"],
      "octo/app",
      "403|401|Authentication|could not read",
    ],
    ["no token", [], "octo/app", "could not read Username"],
  ])("refuses %s", async (_, options, name, expected) => {
    const listed = gitClient(folder, [...options, "ls-remote", `${github.serverUrl}/${name}`]);
    await expect(listed).rejects.toThrow(new RegExp(expected));
  });

  it("refuses an unknown repository, refs of pull requests and a withheld permission", async () => {
    await clone();
    const unknown = gitClient(folder, loggedIn("ls-remote", `${github.serverUrl}/octo/none`));
    await expect(unknown).rejects.toThrow("not found");
    const toPull = client("push", "--quiet", "origin", "HEAD:refs/pull/9/head");
    await expect(toPull).rejects.toThrow("deny updating a hidden ref");
    github.withhold("contents", "write");
    await expect(client("push", "--quiet", "origin", "HEAD:x")).rejects.toThrow("403");
    await client("fetch", "--quiet", "origin");
  });

  it("lets a test race a push and break it", async () => {
    await clone();
    await commitFile("a.txt", "a\n");
    github.before({ method: "POST", path: /git-receive-pack/ }, () => {
      repository.commit("main", { files: { other: "other" }, message: "Other" });
    });
    const push = ["push", "--quiet", "origin", "HEAD:main"];
    await expect(client(...push)).rejects.toThrow(/rejected|failed to update/);
    github.failNext({ method: "GET", path: /receive-pack/, status: 503 });
    await expect(client(...push)).rejects.toThrow("503");
  });
});

function post(path: string, body: Buffer, headers: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const login = Buffer.from(`x:${github.token}`).toString("base64");
    const asked = request(`${github.url}${path}`, {
      method: "POST",
      headers: { ...headers, authorization: `Basic ${login}` },
    });
    asked.on("response", (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      response.on("end", () => resolve(text));
    });
    asked.on("error", reject).end(body);
  });
}
