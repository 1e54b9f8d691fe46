import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ROOT } from "../../scripts/demo/plan.ts";
import { startModel } from "../../world/model.ts";
import { runDemo, typeDemo } from "../demo/run-demo.ts";
import { CODE, repliesWith, STORY, wrongTwice } from "./celsius.ts";

let folder: string;
let kept: string;
let story: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "demo-test-"));
  kept = join(folder, "kept");
  story = join(folder, "degrees of our own.json");
  writeFileSync(story, STORY);
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
    const { exitCode, stdout, stderr } = await typeDemo(["--keep", kept]);
    expect({ exitCode, stderr, stdout }).toMatchObject({ exitCode: 0, stderr: "" });
    const stages = ["story", "generate", "discover", "verify", "merge-gate"];
    const lines = stages.map((stage) => new RegExp(`^${stage} +\\d+\\.\\d s  \\S`, "m"));
    for (const line of lines) expect(stdout).toMatch(line);
    expect(stdout).toContain("Model   none is asked: recorded replies are played back");
    expect(stdout).toMatch(/passed {2}4\/4 +test_hours_and_minutes_with_units/);
    expect(stdout).toMatch(/tests +66 of 66 tests passed/);
    expect(stdout).toMatch(/canary +a test that must fail ran among them, and failed/);
    expect(stdout).toMatch(/criteria +48 of 48 have a test that passed/);
    expect(stdout).toMatch(/examples +executed 35 of 35/);
    expect(stdout).toMatch(/story +lines covered: 51 of 51; not shown by tests: 3/);
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
      "report.html",
      "repository",
    ]);
    const page = readFileSync(join(kept, "report.html"), "utf8");
    expect(page).toContain("<title>Merged: 1 of 1 task proven · on this machine</title>");
  });

  it("--broken refuses tests that do not fit the code, and names the reason", async () => {
    const { exitCode, stdout } = await typeDemo(["--broken", "--keep", kept]);
    expect({ exitCode, stdout }).toMatchObject({ exitCode: 0 });
    expect(stdout).toContain(
      "collection_error: tests/test_story.py: ModuleNotFoundError: No module named 'src.timesheet_durations'",
    );
    expect(stdout).toContain("not_passed: timesheet_duration: failed, collection_error");
    expect(stdout).toContain("#1 stays open, nothing is merged (decision: retry)");
    expect(stdout).toContain("Refused, as it must be");
    expect(git("ls-tree", "--name-only", "main").trim().split("\n")).toEqual([
      ".github",
      "README.md",
      "meta",
    ]);
    expect(git("branch", "--list", "task/*").trim()).toBe("task/timesheet_duration");
  });

  it("asks a model of any compatible server, for a story in a pull request", async () => {
    const model = await startModel({ replies: repliesWith(CODE), responses: false });
    const words = ["--story", story, "--pull-request", "--keep", kept];
    const asked = ["--model", "some-model", "--base-url", model.url];
    const { exitCode, stdout } = await runDemo([...words, ...asked], { OPENAI_API_KEY: model.key });
    await model.stop();
    expect({ exitCode, stdout }).toMatchObject({ exitCode: 0 });
    expect(stdout).toContain(`Model   some-model at ${model.url}`);
    expect(stdout).not.toContain("recorded");
    expect(model.requests.map(({ body }) => body["model"])).toEqual(Array(3).fill("some-model"));
    expect(git("log", "--format=%s", "main")).toContain("Add meta/stories/degrees of our own.json");
    expect(stdout + everythingIn(kept)).not.toContain(model.key);
  });

  it("tells how a model that is wrong twice comes to what is merged", async () => {
    const model = await startModel({ replies: wrongTwice() });
    const words = ["--story", story, "--keep", kept, "--model", "some-model"];
    const { exitCode, stdout } = await runDemo([...words, "--base-url", model.url], {
      OPENAI_API_KEY: model.key,
    });
    await model.stop();
    expect({ exitCode, stdout }).toMatchObject({ exitCode: 0 });
    const told = [
      "checked  self-check: example_failed, test_failed (tests 0 of 6 passed, examples 0 of 1)",
      "example_failed: asking for code that mends it",
      "self-check: stub_survived (tests 6 of 6 passed, examples 1 of 1)",
      "stub_survived: asking for more tests",
      "self-check: proven (tests 7 of 7 passed, examples 1 of 1)",
      "Merged, because evidence says so.",
    ];
    const places = told.map((line) => stdout.indexOf(line));
    expect({ places: places.toSorted((a, b) => a - b), stdout }).toEqual({ places, stdout });
    expect(places).not.toContain(-1);
  });

  it("ends in a question where the story leaves something open, which is no failure", async () => {
    const { exitCode, stdout } = await runDemo([
      "--story",
      join(ROOT, "demo/stories/late_fee.json"),
      "--replies",
      join(ROOT, "demo/recordings/late_fee"),
      "--keep",
      kept,
    ]);
    expect({ exitCode, stdout }).toMatchObject({ exitCode: 0 });
    expect(stdout).toContain("this is for a person to answer");
    expect(stdout).toContain("#1 stays open, nothing is merged (decision: hold)");
    expect(stdout).toContain("Not merged, because evidence does not say so");
  });
});
