import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { handlers } from "../../commands/adapters/handlers.ts";
import { passedEvidence } from "../support/evidence.ts";
import { zipOf } from "../support/zip.ts";
import { typed } from "./command-line.ts";
import { type Answers, github, stopAll } from "./github-answers.ts";

const folder = mkdtempSync(join(tmpdir(), "explain-"));
const usual = { ...process.env };
afterEach(() => {
  stopAll();
  process.env = { ...usual };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const EVIDENCE = passedEvidence("shipping_cost");
const ZIP = zipOf({ "shipping_cost/evidence.json": JSON.stringify(EVIDENCE) });
const HERE = "/repos/acme/shop";

/** `store` is where GitHub keeps artifacts: another host, which must not learn the token. */
const answers = (store: string): Answers => ({
  [`${HERE}/actions/runs/7`]: [
    200,
    { html_url: "https://github.com/acme/shop/actions/runs/7", conclusion: "failure" },
  ],
  [`${HERE}/actions/runs/7/artifacts`]: [
    200,
    {
      total_count: 3,
      artifacts: [
        { id: 2, name: "evidence-shipping_cost", size_in_bytes: ZIP.length, expired: false },
        { id: 1, name: "evidence-shipping_cost", size_in_bytes: 1, expired: true },
        { id: 3, name: "transcripts", size_in_bytes: 1, expired: false },
      ],
    },
  ],
  [`${HERE}/actions/artifacts/2/zip`]: [302, `${store}/blob`],
  [`${HERE}/actions/runs/7/jobs`]: [
    200,
    {
      total_count: 1,
      jobs: [
        { id: 5, name: "generate", conclusion: "failure", html_url: "https://github.com/job" },
      ],
    },
  ],
  [`${HERE}/check-runs/5/annotations`]: [
    200,
    [
      {
        annotation_level: "failure",
        title: "agent-pipeline: b.json",
        message: "b.json is \u001b[2Jempty",
      },
    ],
  ],
  [`${HERE}/commits/${EVIDENCE.head}/status`]: [
    200,
    {
      statuses: [
        { context: "agent-pipeline/gate", state: "success", description: "1 task proven" },
      ],
    },
  ],
});

describe("explain", () => {
  test("of a run: its evidence, its jobs and the gate; the token goes to the API alone", async () => {
    const store = await github({ "/blob": [200, ZIP] });
    const api = await github(answers(store.url));
    process.env["GH_TOKEN"] = "secret";
    const words = ["-R", "acme/shop", "--api-url", api.url, "--token-from", "env"];
    const { exit, out } = await typed(["explain", "7", ...words], handlers);
    expect(out).toContain("Run https://github.com/acme/shop/actions/runs/7 ended with failure.");
    expect(out).toContain("agent-pipeline/gate on aaaaaaa: success, 1 task proven");
    expect(out).toContain("- agent-pipeline: b.json: b.json is �[2Jempty");
    expect(out).toContain("✔ shipping_cost: passed");
    expect(exit).toBe(1);
    expect([...api.tokens]).toEqual(["token secret"]);
    expect([...store.tokens]).toEqual([undefined]);
  });

  test("of a run says what somebody at a terminal can do where GitHub cannot be reached", async () => {
    const { url } = await github({});
    stopAll();
    process.env["GH_TOKEN"] = "secret";
    const words = ["-R", "acme/shop", "--api-url", url, "--token-from", "env"];
    const { exit, error } = await typed(["explain", "7", ...words], handlers);
    expect(exit).toBe(2);
    expect(error).toContain("GitHub could not read the run 7 (no answer): ");
    expect(error).toContain("or download the artifact and name the zip file");
    expect(error).not.toContain("Run the job again");
  });

  test("of a run asks for a token, and takes none by itself", async () => {
    const api = await github({});
    process.env["GH_TOKEN"] = "secret";
    const words = ["-R", "acme/shop", "--api-url", api.url];
    const { exit, error } = await typed(
      ["explain", "https://github.com/acme/shop/actions/runs/7", ...words],
      handlers,
    );
    expect(exit).toBe(2);
    expect(error).toContain("Say where to take it from: --token-from gh");
    expect(api.asked.size).toBe(0);
  });

  test.each(["https://github.example.com/acme/shop.git", "git@github.example.com:acme/shop.git"])(
    "sends a token of the environment to no host that a remote names: %s",
    async (remote) => {
      const root = mkdtempSync(join(folder, "remote-"));
      const git = (path: string, text: string) => writeFileSync(join(root, path), text);
      mkdirSync(join(root, ".git"));
      git(".git/HEAD", "ref: refs/heads/main\n");
      git(".git/config", `[remote "origin"]\n\turl = ${remote}\n`);
      process.env["GH_TOKEN"] = "secret";
      const { exit, error } = await typed(
        ["explain", "7", "-C", root, "--token-from", "env"],
        handlers,
      );
      expect(exit).toBe(2);
      expect(error).toContain("Where the API of github.example.com is, is not known");
    },
  );

  test("of what lies here: a file, a folder, an archive as GitHub hands it out", async () => {
    const own = mkdtempSync(join(folder, "here-"));
    writeFileSync(join(own, "evidence.json"), JSON.stringify(EVIDENCE));
    writeFileSync(join(own, "evidence-x.zip"), ZIP);
    writeFileSync(join(own, "cut.zip"), ZIP.subarray(0, -30));
    for (const [what, count] of [
      ["evidence.json", 1],
      ["evidence-x.zip", 1],
      ["", 2],
    ] as const) {
      const { exit, out } = await typed(["explain", join(own, what)], handlers);
      expect({ exit, found: out.match(/^✔ shipping_cost/gm)?.length }).toEqual({
        exit: 0,
        found: count,
      });
    }
    const { exit, out } = await typed(["explain", join(own, "cut.zip")], handlers);
    expect(exit).toBe(1);
    expect(out).toContain("ends in the middle");
  });
});
