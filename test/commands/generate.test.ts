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
import { dirname, join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import { handlers } from "../../commands/adapters/handlers.ts";
import { ROOT } from "../../scripts/demo/plan.ts";
import { playback, readReplies } from "../../scripts/demo/recordings.ts";
import { type Model, startModel } from "../../world/model.ts";
import { MAPPED } from "../actions/generate/support/author.ts";
import { CODE, DESIGN, REPLIES, smallStory } from "../actions/generate/support/stories.ts";
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

const generate = (root: string, ...words: string[]) => generateOf(model, root, STORY, ...words);

const generateOf = ({ url }: Model, root: string, story: string, ...words: string[]) =>
  typed(
    [
      "generate",
      "-C",
      root,
      join(root, story),
      "--base-url",
      url,
      "--model",
      "recorded-replies",
      ...words,
    ],
    handlers,
  );

test("what the check of its own work finds in a story in Markdown is mended before anything is written", async () => {
  const { id, feature, requirements } = smallStory("doubling");
  const root = join(top, "checked");
  const files = {
    "meta/stories/doubling.md": `---\nid: ${id}\n---\n\n# ${String(feature)}\n\n## Requirements\n\n${String(requirements)}\n`,
    // Less of it shows nothing more here.
    ".github/agent-pipeline.yml": "mutants: 0\nreruns: 0\n",
    ".git/HEAD": "ref: refs/heads/main\n",
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const code = [CODE.replace("* 2", "+ 2"), CODE].map((content) => ({
    files: [{ path: "src/doubling.py", content }],
    notes: null,
  }));
  const own = await startModel({ replies: { ...REPLIES, design: [DESIGN, MAPPED], code } });
  process.env["OPENAI_API_KEY"] = own.key;
  try {
    const { exit, out } = await generateOf(own, root, "meta/stories/doubling.md");
    expect(out).toContain(
      "✔ generated/doubling is written: its own check found nothing wanting. That is no evidence; verify makes it\n",
    );
    expect(exit).toBe(0);
    const folder = join(root, "generated/doubling");
    expect(readFileSync(join(folder, "src/doubling.py"), "utf8")).toBe(CODE);
    expect(readFileSync(join(folder, "meta/story.md"), "utf8")).toBe(
      files["meta/stories/doubling.md"],
    );
  } finally {
    await own.stop();
  }
});

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

  test("says of a name that is no file that there is none", async () => {
    const root = repository();
    rmSync(join(root, STORY));
    const { exit, out, error } = await generate(root);
    expect({ exit, out, error }).toEqual({
      exit: 2,
      out: "",
      error: `✘ There is no file ${STORY}\n`,
    });
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
