import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ROOT } from "../../scripts/demo/plan.ts";
import { readReplies } from "../../scripts/demo/recordings.ts";
import { startModel } from "../../world/model.ts";
import { runDemo, startDemo } from "./run-demo.ts";

const RECORDED = join(ROOT, "demo/recordings/room_calendar");

let folder: string;
let kept: string;
let story: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "demo-test-"));
  kept = join(folder, "kept");
  story = join(folder, "a room of our own.json");
  copyFileSync(join(ROOT, "meta/stories/room_calendar.json"), story);
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const git = (...words: string[]) =>
  execFileSync("git", ["-C", join(kept, "repository"), ...words], { encoding: "utf8" });

function everythingIn(place: string): string {
  const files = readdirSync(place, { recursive: true, withFileTypes: true, encoding: "utf8" });
  return files
    .filter((file) => file.isFile())
    .map((file) => readFileSync(join(file.parentPath, file.name), "latin1"))
    .join("\n");
}

describe("npm run demo", () => {
  it("merges a sample story, and says how it came to that", async () => {
    const { exitCode, stdout, stderr } = await runDemo(["--keep", kept]);
    expect({ exitCode, stderr, stdout }).toMatchObject({ exitCode: 0, stderr: "" });
    const stages = ["story", "generate", "discover", "verify", "merge-gate"];
    const lines = stages.map((stage) => new RegExp(`^${stage} +\\d+\\.\\d s  \\S`, "m"));
    for (const line of lines) expect(stdout).toMatch(line);
    expect(stdout).toContain("Model   none is asked: recorded replies are played back");
    expect(stdout).toMatch(/passed {2}4\/4 +test_hours_and_minutes_with_units/);
    expect(stdout).toMatch(/tests +63 of 63 tests passed/);
    expect(stdout).toMatch(/canary +a test that must fail ran among them, and failed/);
    expect(stdout).toMatch(/criteria +48 of 48 have a test that passed/);
    expect(stdout).toMatch(/\*\s+\w{7} Merge pull request #1 /);
    expect(stdout).toMatch(/^Merged, because evidence says so\. \(\d+\.\d s\)$/m);
    // No terminal, no colour.
    expect(stdout).not.toMatch(/[^\P{Cc}\n]/u);
    expect(git("log", "--format=%s", "main").split("\n")[0]).toContain("Merge pull request #1");
    expect(git("ls-tree", "--name-only", "main:generated").trim()).toBe("timesheet_duration");
    expect(readdirSync(kept).toSorted()).toEqual([
      "evidence",
      "logs",
      "pull-request-1.md",
      "repository",
    ]);
  });

  it("--broken refuses tests that do not fit the code, and names the reason", async () => {
    const { exitCode, stdout } = await runDemo(["--broken", "--keep", kept]);
    expect({ exitCode, stdout }).toMatchObject({ exitCode: 0 });
    expect(stdout).toContain(
      "collection_error: tests/test_story.py: ModuleNotFoundError: No module named 'src.timesheet_durations'",
    );
    expect(stdout).toContain("not_passed: timesheet_duration: failed, collection_error");
    expect(stdout).toContain("#1 stays open, nothing is merged (decision: retry)");
    expect(stdout).toContain("Refused, as it must be");
    expect(git("ls-tree", "--name-only", "main").trim().split("\n")).toEqual(["README.md", "meta"]);
    expect(git("branch", "--list", "task/*").trim()).toBe("task/timesheet_duration");
  });

  it("asks a model of any compatible server, for a story in a pull request", async () => {
    const model = await startModel({ replies: readReplies(RECORDED), responses: false });
    const words = ["--story", story, "--pull-request", "--keep", kept];
    const asked = ["--model", "some-model", "--base-url", model.url];
    const { exitCode, stdout } = await runDemo([...words, ...asked], { OPENAI_API_KEY: model.key });
    await model.stop();
    expect({ exitCode, stdout }).toMatchObject({ exitCode: 0 });
    expect(stdout).toContain(`Model   some-model at ${model.url}`);
    expect(stdout).not.toContain("recorded");
    expect(model.requests.map(({ body }) => body["model"])).toEqual(Array(3).fill("some-model"));
    expect(git("log", "--format=%s", "main")).toContain("Add meta/stories/a room of our own.json");
    expect(stdout + everythingIn(kept)).not.toContain(model.key);
  });

  it("plays replies of a folder back; a bad one is told, and nothing is merged", async () => {
    const replies = join(folder, "replies");
    cpSync(RECORDED, replies, { recursive: true });
    writeFileSync(join(replies, "code.json"), '{"files": [{"path": "src/room_cal');
    const words = ["--story", story, "--replies", replies, "--keep", kept];
    const { exitCode, stdout } = await runDemo(words);
    expect(exitCode).toBe(1);
    expect(stdout).toContain(`recorded replies are played back from ${replies}/`);
    expect(stdout).toContain(
      `The model's reply for the stage "code" cannot be used: it is not valid JSON`,
    );
    expect(stdout).toContain(
      "Not what should have happened: 0 of 0 pull requests were merged; main lacks room_calendar; generate failed.",
    );
    expect(git("log", "--format=%s", "main").trim().split("\n")).toHaveLength(2);
  });

  it("stops on Ctrl-C, and leaves nothing running or lying about", async () => {
    const temporary = join(folder, "tmp");
    mkdirSync(temporary);
    const running = startDemo(["--keep", kept], { TMPDIR: temporary });
    await running.said("generate ");
    expect(readdirSync(temporary)).not.toEqual([]);
    running.process.kill("SIGINT");
    const { exitCode, stderr } = await running.ended;
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr: "\nStopped. The servers are down.\n",
    });
    expect(readdirSync(temporary)).toEqual([]);
  });
});

describe("the options", () => {
  it("are listed by --help", async () => {
    const { exitCode, stdout } = await runDemo(["--help"]);
    expect(exitCode).toBe(0);
    const names = ["story", "replies", "model", "base-url", "broken", "pull-request", "keep"];
    for (const name of names) expect(stdout).toMatch(new RegExp(`^  --${name}\\b`, "m"));
  });

  it.each<[string, (of: Places) => string[], string[]]>([
    ["an unknown option", () => ["--stories", "x"], ["Unknown option '--stories'"]],
    ["a word without option", () => ["story.json"], ["Unexpected argument 'story.json'"]],
    ["an option without value", () => ["--story"], ["--story <value>' argument missing"]],
    ["an empty value", () => ["--story="], ["--story is empty"]],
    [
      "choices that exclude each other, all at once",
      () => ["--broken", "--replies", "x", "--base-url", "ftp://x"],
      ["--base-url must be an http(s) URL", "goes with neither", "--broken has", "needs --model"],
    ],
    ["a missing story", () => ["--story", "/no/where.json"], ["/no/where.json cannot be read"]],
    ["a story that is not valid JSON file", ({ text }) => ["--story", text], ["must end in .json"]],
    [
      "a story without replies",
      (of) => ["--story", of.story],
      ["There are no recorded replies for", "--model NAME", "--replies DIR"],
    ],
    [
      "a folder without replies",
      (of) => ["--story", of.story, "--replies", "/no"],
      ["There is no /no/design.json, no /no/code.json, no /no/tests.json"],
    ],
    ["a story with parts", ({ parts }) => ["--story", parts, "--replies", RECORDED], ["2 parts"]],
    ["no key", ({ story: file }) => ["--story", file, "--model", "m"], ["OPENAI_API_KEY is empty"]],
    ["a full folder to keep things in", ({ full }) => ["--keep", full], ["is not empty"]],
  ])("say what is wrong with %s", async (_, words, expected) => {
    const { exitCode, stdout, stderr } = await runDemo(words(places()));
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    for (const text of [...expected, "npm run demo -- --help"]) expect(stderr).toContain(text);
    expect(stderr).not.toContain("    at ");
  });
});

interface Places {
  readonly full: string;
  readonly story: string;
  readonly parts: string;
  readonly text: string;
}

function places(): Places {
  return {
    full: ROOT,
    story,
    parts: fileIn("parts.json", { id: "a", title: "A", tasks: [{ id: "one" }, { id: "two" }] }),
    text: fileIn("story.txt", {}),
  };
}

function fileIn(name: string, content: object): string {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(content));
  return file;
}
