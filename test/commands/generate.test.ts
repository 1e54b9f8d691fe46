import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import { handlers } from "../../commands/adapters/handlers.ts";
import { ROOT } from "../../scripts/demo/plan.ts";
import { playback, readReplies } from "../../scripts/demo/recordings.ts";
import { type Model, startModel } from "../../world/model.ts";
import { typed } from "./command-line.ts";

const STORY = "meta/stories/timesheet_duration.json";
const TASK = "generated/timesheet_duration";
const top = mkdtempSync(join(tmpdir(), "generate-"));
const usual = process.env["OPENAI_API_KEY"];
let model: Model;

beforeAll(async () => {
  const replies = readReplies(join(ROOT, "demo/recordings/timesheet_duration"), []);
  model = await startModel({ replies: playback(replies), habits: { cachesNothing: true } });
});

beforeEach(() => {
  process.env["OPENAI_API_KEY"] = model.key;
});

afterAll(async () => {
  if (usual === undefined) delete process.env["OPENAI_API_KEY"];
  else process.env["OPENAI_API_KEY"] = usual;
  rmSync(top, { recursive: true, force: true });
  await model.stop();
});

let count = 0;
/** A repository with the story, where work is not checked: verify does that, and its tests show it. */
function repository(): string {
  const root = join(top, String((count += 1)));
  mkdirSync(join(root, "meta/stories"), { recursive: true });
  mkdirSync(join(root, ".github"));
  mkdirSync(join(root, ".git"));
  cpSync(join(ROOT, STORY), join(root, STORY));
  writeFileSync(join(root, ".github/agent-pipeline.yml"), "self-check: false\n");
  return root;
}

const generate = (root: string, ...words: string[]) =>
  typed(
    [
      "generate",
      "-C",
      root,
      join(root, STORY),
      "--base-url",
      model.url,
      "--model",
      "recorded-replies",
      ...words,
    ],
    handlers,
  );

describe("generate", () => {
  test("writes a task into the working tree, byte for byte what its transcript makes", async () => {
    const root = repository();
    const { exit, out } = await generate(root);
    expect(out).toContain(`✔ ${TASK} is written: its own check was not made`);
    expect(exit).toBe(3);
    expect(readdirSync(join(root, "generated"))).toEqual(["timesheet_duration"]);
    const replayed = await typed(["replay", join(root, TASK)], handlers);
    expect(replayed).toMatchObject({ exit: 0 });

    const asked = model.requests.length;
    const again = await generate(root);
    expect(again).toMatchObject({
      exit: 0,
      out: expect.stringContaining("was made from this very story") as unknown,
    });
    expect(model.requests).toHaveLength(asked);
  });

  test("says what it would cost, asks nobody, and needs no key for it", async () => {
    const root = repository();
    delete process.env["OPENAI_API_KEY"];
    const asked = model.requests.length;
    const { exit, out } = await generate(root, "--dry-run");
    expect(out).toMatch(
      /^– timesheet_duration would be generated: recorded-replies is asked .* at most \d+ tokens/,
    );
    expect(exit).toBe(0);
    expect(existsSync(join(root, "generated"))).toBe(false);
    expect(model.requests).toHaveLength(asked);
  });

  test("never overwrites what a person has changed", async () => {
    const root = repository();
    await generate(root);
    const file = join(root, TASK, "src/timesheet_duration.py");
    writeFileSync(file, "mine = 1\n");
    for (const words of [[], ["--again"]]) {
      const { out } = await generate(root, ...words);
      expect(out).toMatch(
        /^– timesheet_duration (?:somebody has changed its folder|was made from this very story)/,
      );
    }
    expect(readFileSync(file, "utf8")).toBe("mine = 1\n");
  });

  test("leaves the tree as it was where nothing comes of it, and keeps what was said", async () => {
    const root = repository();
    const story = z.looseObject({}).parse(JSON.parse(readFileSync(join(root, STORY), "utf8")));
    // Nothing that was recorded quotes this line.
    writeFileSync(
      join(root, STORY),
      JSON.stringify({ ...story, constraints: "Nobody has read this." }),
    );
    const { exit, out } = await generate(root, "--keep", join(root, "kept"));
    expect(out).toContain("✘ timesheet_duration: nothing was written");
    expect(exit).toBe(1);
    expect(existsSync(join(root, "generated"))).toBe(false);
    expect(readdirSync(join(root, "kept"))).toEqual(["timesheet_duration.transcript.jsonl"]);
  });

  test("answers a faulty story as check does", async () => {
    const root = repository();
    writeFileSync(join(root, STORY), '{ "id": 1 }');
    const { exit, out } = await generate(root);
    expect(exit).toBe(1);
    expect(out).toContain('✘ line 1: "id" must be a string: write "1"');
  });

  test("asks for a key by the name of its variable", async () => {
    const root = repository();
    delete process.env["OPENAI_API_KEY"];
    const { exit, out, error } = await generate(root);
    expect({ exit, out }).toEqual({ exit: 2, out: "" });
    expect(error).toContain("✘ OPENAI_API_KEY is empty, and a model is asked with it");
    expect(error).toContain("Set that variable of the environment to the key");
  });
});
