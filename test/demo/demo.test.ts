import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { demo } from "../../scripts/demo/command.ts";
import { ROOT } from "../../scripts/demo/plan.ts";
import { type DemoResult, runDemo, startDemo } from "./run-demo.ts";

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

describe("a demo", () => {
  it("plays replies of a folder back; a bad one is told, and nothing is merged", async () => {
    const replies = join(folder, "replies");
    cpSync(RECORDED, replies, { recursive: true });
    writeFileSync(join(replies, "code.json"), '{"files": [{"path": "src/room_cal');
    const words = ["--story", story, "--replies", replies, "--keep", kept];
    const { exitCode, stdout } = await runDemo(words);
    expect(exitCode).toBe(1);
    expect(stdout).toContain(`recorded replies are played back from ${replies}/`);
    expect(stdout).toContain(
      `The model's reply for the stage "code" cannot be used (asked for 2 times): the reply is not valid JSON`,
    );
    expect(stdout).toContain(
      "Not what should have happened: 0 of 0 pull requests were merged; main lacks room_calendar; generate failed.",
    );
    expect(git("log", "--format=%s", "main").trim().split("\n")).toHaveLength(2);
    // What the page of the run would show is kept beside the log.
    const logs = join(kept, "logs");
    expect(readdirSync(logs)).toEqual(expect.arrayContaining(["1-generate.log", "1-generate.md"]));
    expect(readFileSync(join(logs, "1-generate.md"), "utf8")).toContain("room_calendar");
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
    const { exitCode, stdout } = await typed(["--help"]);
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
    [
      "a story with parts, of which one has no replies",
      ({ parts }) => ["--story", parts, "--replies", RECORDED],
      ["one/design.json, no "],
    ],
    [
      "a name that would steer a terminal",
      () => ["--story", "\u001b[2J\n::error::x"],
      ["�[2J\n:\u200b:error::x is no story"],
    ],
    ["no key", ({ story: file }) => ["--story", file, "--model", "m"], ["OPENAI_API_KEY is empty"]],
    ["a full folder to keep things in", ({ full }) => ["--keep", full], ["is not empty"]],
  ])("say what is wrong with %s", async (_, words, expected) => {
    const { exitCode, stdout, stderr } = await typed(words(places()));
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    for (const text of [...expected, "npm run demo -- --help"]) expect(stderr).toContain(text);
    expect(stderr).not.toContain("    at ");
  });
});

/** Without a process of its own: that costs half a second, and `npm run demo` shows it. */
async function typed(words: readonly string[]): Promise<DemoResult> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const exitCode = await demo(words, "", { stdout, stderr });
  return { exitCode, stdout: textOf(stdout), stderr: textOf(stderr) };
}

function textOf(stream: PassThrough): string {
  const text: unknown = stream.read();
  return text instanceof Buffer ? text.toString("utf8") : "";
}

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
