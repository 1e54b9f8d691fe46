import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ArtifactClient } from "@actions/artifact";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type GitHub, type Repository, startGitHub } from "../../world/github.ts";
import { runContext } from "../../world/run-context.ts";

let github: GitHub;
let repository: Repository;
let folder: string;
let client: ArtifactClient;
let runId = 100;

// One world for all: @actions/github reads GITHUB_API_URL once, when it is loaded.
beforeAll(async () => {
  // The library writes workflow commands, and nobody here would read them.
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  github = await startGitHub();
  repository = github.createRepository("octo/app", { files: { "README.md": "x\n" } });
  folder = mkdtempSync(join(tmpdir(), "world-artifact-test-"));
  asRun(runId);
  const { DefaultArtifactClient } = await import("@actions/artifact");
  client = new DefaultArtifactClient();
});

beforeEach(() => {
  runId += 2;
  asRun(runId);
});

afterAll(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await github.stop();
  rmSync(folder, { recursive: true, force: true });
});

function asRun(id: number, attempt = 1): void {
  const event = { event: "push", runId: id, attempt } as const;
  const environment = { GITHUB_WORKSPACE: folder, ...runContext(github, repository, event) };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
}

async function upload(name: string, content: string) {
  const file = join(folder, "evidence.json");
  writeFileSync(file, content);
  return client.uploadArtifact(name, [file], folder);
}

const throughRest = (workflowRunId: number) => ({
  findBy: {
    token: github.token,
    workflowRunId,
    repositoryOwner: "octo",
    repositoryName: "app",
  },
});

describe("the real @actions/artifact", () => {
  it("removes what it has uploaded, and takes the name again", async () => {
    await upload("evidence-a.1", "one");
    await client.deleteArtifact("evidence-a.1");
    expect(github.artifacts.ofRun(runId)).toEqual([]);
    await expect(client.deleteArtifact("evidence-a.1")).rejects.toThrow("not found");
    await upload("evidence-a.1", "two");
    expect(github.artifacts.ofRun(runId)).toHaveLength(1);
  });

  it("gets back what it uploaded, by the run-time token and by REST", async () => {
    const { id = 0, digest } = await upload("evidence-a", '{"verdict":"passed"}');
    const listed = await client.listArtifacts();
    expect(listed.artifacts).toMatchObject([
      { id, name: "evidence-a", digest: `sha256:${digest}` },
    ]);
    for (const options of [{}, throughRest(runId)]) {
      const path = mkdtempSync(join(folder, "download-"));
      const { artifact } = await client.getArtifact("evidence-a", options);
      const expected = { expectedHash: artifact.digest ?? "" };
      const result = await client.downloadArtifact(id, { path, ...options, ...expected });
      expect(result.digestMismatch).toBe(false);
      expect(readFileSync(join(path, "evidence.json"), "utf8")).toBe('{"verdict":"passed"}');
    }
    expect(github.violations).toEqual([]);
  });

  it("uploads one file as it is, under the name of the file, and a browser would show it", async () => {
    const file = join(folder, "report.html");
    writeFileSync(file, "<!doctype html>");
    const { id = 0 } = await client.uploadArtifact("any", [file], folder, { skipArchive: true });
    expect(github.artifacts.find(id)).toMatchObject({ name: "report.html", mimeType: "text/html" });
    expect(github.artifacts.content(id).toString()).toBe("<!doctype html>");
    const response = await fetch(github.artifacts.downloadUrl(id));
    expect(response.headers.get("content-type")).toBe("text/html");
    expect(response.headers.get("content-disposition")).toBe('inline; filename="report.html"');
    const listed = await client.listArtifacts(throughRest(runId));
    expect(listed.artifacts).toMatchObject([{ id, name: "report.html" }]);
    const path = mkdtempSync(join(folder, "download-"));
    await client.downloadArtifact(id, { path, ...throughRest(runId) });
    expect(readFileSync(join(path, "report.html"), "utf8")).toBe("<!doctype html>");
  });

  it("refuses to upload two files as they are", async () => {
    const files = ["a.html", "b.html"].map((name) => join(folder, name));
    for (const file of files) writeFileSync(file, "");
    const both = client.uploadArtifact("any", files, folder, { skipArchive: true });
    await expect(both).rejects.toThrow("single file");
  });

  it("says when the digest is another", async () => {
    const { id = 0 } = await upload("evidence-a", "{}");
    const expectedHash = `sha256:${"0".repeat(64)}`;
    const path = join(folder, "download");
    const result = await client.downloadArtifact(id, { path, expectedHash, ...throughRest(runId) });
    expect(result.digestMismatch).toBe(true);
  });

  it("may use a name once in an attempt, and again in the next", async () => {
    const { id: first } = await upload("evidence-a", "1");
    await expect(upload("evidence-a", "2")).rejects.toThrow("already exists");
    asRun(runId, 2);
    const { id: second } = await upload("evidence-a", "3");
    const ofAttempt = await client.listArtifacts();
    expect(ofAttempt.artifacts.map(({ id }) => id)).toEqual([second]);
    const ofRun = await client.listArtifacts(throughRest(runId));
    expect(ofRun.artifacts.map(({ id }) => id)).toEqual([first, second]);
  });

  it("sees nothing of another run, and no run of another repository", async () => {
    await upload("evidence-a", "1");
    asRun(runId + 1);
    expect((await client.listArtifacts()).artifacts).toEqual([]);
    expect((await client.listArtifacts(throughRest(runId + 1))).artifacts).toEqual([]);
    github.createRepository("octo/other");
    const elsewhere = { ...throughRest(runId).findBy, repositoryName: "other" };
    await expect(client.listArtifacts({ findBy: elsewhere })).rejects.toThrow("Not Found");
  });
});

function call(token: string, body: object, method = "ListArtifacts"): Promise<Response> {
  return fetch(`${github.url}/twirp/github.actions.results.api.v1.ArtifactService/${method}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

describe("the service", () => {
  it("refuses a token that it has not signed, and one of another run", async () => {
    const [head = "", claims = ""] = github.runtimeToken(7).split(".");
    const forged = await call(`${head}.${claims}.x`, { workflow_run_backend_id: "run-7" });
    expect(forged.status).toBe(401);
    const other = await call(github.runtimeToken(8), { workflow_run_backend_id: "run-7" });
    expect(other.status).toBe(403);
  });

  it("refuses a name with signs that GitHub forbids", async () => {
    const body = { workflow_run_backend_id: "run-7", name: "a/b" };
    const created = await call(github.runtimeToken(7), body, "CreateArtifact");
    expect(created.status).toBe(400);
  });

  it("needs the permission to read actions where REST is asked", async () => {
    await upload("evidence-a", "1");
    github.withhold("actions");
    const listed = client.listArtifacts(throughRest(runId));
    await expect(listed).rejects.toThrow("Resource not accessible by integration");
  });

  it("gives content only to the holder of a signed URL", async () => {
    const { id } = github.artifacts.add({ runId: 7, attempt: 1 }, "left", Buffer.from("zip"));
    const url = github.artifacts.downloadUrl(id);
    expect(await (await fetch(url)).text()).toBe("zip");
    expect((await fetch(`${url}0`)).status).toBe(403);
  });
});
