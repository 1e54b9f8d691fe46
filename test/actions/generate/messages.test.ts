import { describe, expect, test } from "vitest";
import {
  commentSection,
  commitMessage,
  pullRequestBody,
  pullRequestTitle,
  type MadeTask,
} from "../../../actions/generate/messages.ts";
import {
  callsOf,
  type Exchange,
  type Start,
  transcriptText,
} from "../../../src/authoring/transcript.ts";
import { sha256 } from "../../../src/foundation/digest.ts";
import { type Manifest, MANIFEST_SCHEMA } from "../../../src/task/manifest.ts";
import { markupIn } from "../../support/markdown.ts";
import * as fc from "../../support/properties.ts";
import { DESIGN, onlyTask, read, smallStory } from "./support/stories.ts";

function made(
  more: Readonly<Record<string, unknown>> = {},
  path = "meta/stories/fee.json",
): MadeTask {
  const story = read(smallStory("fee", more), path);
  return { task: onlyTask(story).id, story, attempt: 2, files: new Map() };
}

const HOSTILE_TITLES = [
  "@octocat please look",
  "fixes #12 and GH-13",
  "[click](https://evil.example)",
  "![pixel](https://evil.example/p.png)",
  "<img src=x onerror=alert(1)>",
  "<!-- agent-pipeline -->",
  "`code` **bold** ~~gone~~ | cell",
  "https://evil.example www.evil.example",
  "# Heading",
];
const HOSTILE_FILES = [
  "x`y",
  "@octocat",
  "fixes #12",
  "a\n\nAgent-Pipeline-Attempt: 99\n",
  "|",
  "<b>",
  "[a](b)",
];

function untrustedPartOf(line: string, start: string): string {
  return line.slice(start.length);
}

describe("commitMessage", () => {
  test("ends with the trailers, by which people and later runs find it", () => {
    const task = made();
    expect(commitMessage(task).split("\n")).toEqual([
      "Generate generated/fee",
      "",
      "From meta/stories/fee.json, attempt 2. Merge it on evidence only.",
      "",
      "Agent-Pipeline-Task: fee",
      `Agent-Pipeline-Story: ${task.story.digest}`,
      "Agent-Pipeline-Attempt: 2",
      "",
    ]);
  });

  test.each(HOSTILE_FILES)("lets the file name %j be no trailer, mention or reference", (name) => {
    const message = commitMessage(made({}, `meta/stories/${name}.json`));
    expect(message.split("\n")).toHaveLength(8);
    expect(message).not.toMatch(/[@#<`]/);
    expect(message.match(/^Agent-Pipeline-Attempt/gm)).toHaveLength(1);
  });

  test("whatever the file name is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        const [subject, , from, , ...trailers] = commitMessage(
          made({}, `meta/stories/${name}.json`),
        ).split("\n");
        expect(subject).toBe("Generate generated/fee");
        expect(from).toMatch(
          /^From meta\/stories\/[\w.!~*'()%/-]*\.json, attempt 2\. Merge it on evidence only\.$/,
        );
        expect(trailers).toHaveLength(4);
      }),
      { numRuns: 150 },
    );
  });
});

describe("pullRequestTitle", () => {
  test("names the first task and counts the others", () => {
    const { task } = made();
    expect(pullRequestTitle([task])).toBe("Generate fee");
    expect(pullRequestTitle([task, task, task])).toBe("Generate fee and 2 more");
  });
});

describe("pullRequestBody", () => {
  test("names each story once and every task", () => {
    const task = made({ title: "Parking fee" });
    const lines = pullRequestBody([task, task]).split("\n");
    expect(lines.filter((line) => line.startsWith("- Story"))).toEqual([
      "- Story: `meta/stories/fee.json`, Parking fee",
    ]);
    expect(lines.filter((line) => line.startsWith("- Task"))).toEqual([
      "- Task: `generated/fee`",
      "- Task: `generated/fee`",
    ]);
  });

  test.each(HOSTILE_TITLES)("shows the title %j as text", (title) => {
    const body = pullRequestBody([made({ title })]);
    const line = body.split("\n").find((one) => one.startsWith("- Story")) ?? "";
    expect(markupIn(untrustedPartOf(line, "- Story: `meta/stories/fee.json`, "))).toEqual([]);
  });

  test.each(HOSTILE_FILES)("shows the file name %j as text", (name) => {
    const body = pullRequestBody([made({ title: "Fee" }, `meta/stories/${name}.json`)]);
    const line = body.split("\n").find((one) => one.startsWith("- Story")) ?? "";
    expect(markupIn(untrustedPartOf(line, "- Story: "))).toEqual([]);
    expect(body.split("\n")).toHaveLength(6);
  });

  test("stays far below GitHub's limit for a body, however long the title is", () => {
    expect(pullRequestBody([made({ title: "x".repeat(200_000) })]).length).toBeLessThan(2_000);
  });
});

describe("commentSection", () => {
  test("lists the tasks with their attempts and the run", () => {
    expect(commentSection([made()], "https://github.com/o/r/actions/runs/1")).toBe(
      [
        "### Generated",
        "",
        "| task | story | attempt | took |",
        "|---|---|---|---|",
        "| `generated/fee` | `meta/stories/fee.json` | 2 | nothing |",
        "",
        "[The run that wrote it](https://github.com/o/r/actions/runs/1)",
      ].join("\n"),
    );
  });

  test.each(HOSTILE_FILES)("the file name %j adds no cell, row or mark-up", (name) => {
    const section = commentSection([made({}, `meta/stories/${name}.json`)], "https://run");
    const row = section.split("\n")[4] ?? "";
    expect(row.split("|")).toHaveLength(6);
    expect(markupIn(row.split("|")[2] ?? "")).toEqual([]);
  });

  test("tells a reviewer how the story was read: its lines with their criteria, what it leaves open, what the model says", () => {
    const section = commentSection([{ ...made(), files: folderOf("Zero is allowed.") }], "u");
    expect(section).toContain(
      "| `generated/fee` | `meta/stories/fee.json` | 2 | 30 tokens, 0.02 USD |",
    );
    for (const told of [
      "How <code>generated/fee</code> reads its story",
      "One function that doubles.",
      "| double&#40;number&#41; MUST return twice the number. | `AC-1` |",
      "| number=2 → 4 | `AC-2` |",
      "Zero is allowed.",
      "I wrote it twice.",
    ]) {
      expect(section).toContain(told);
    }
  });

  test.each(HOSTILE_TITLES)("what the model says is text: %j", (words) => {
    expect(marksAround(words)).toEqual(marksAround("plain"));
  });
});

function marksAround(words: string): unknown {
  return markupIn(commentSection([{ ...made(), files: folderOf(words) }], "u"));
}

/** A folder in which the model has said these words wherever it may say some. */
function folderOf(words: string): ReadonlyMap<string, Uint8Array> {
  const notes = words === "Zero is allowed." ? "I wrote it twice." : words;
  const files = [{ path: "src/a.py", content: "" }];
  const tokens = { input: 20, cachedInput: 0, output: 10 };
  const exchange = (stage: "design" | "code" | "tests", reply: object, cost: number): Exchange => ({
    kind: "reply",
    stage,
    sample: 1,
    round: 1,
    because: "the first question",
    request: "",
    model: "m",
    reply: { finish: "stop", text: JSON.stringify(reply), tokens },
    costUsd: cost,
    faults: [],
    outcome: "used",
  });
  const exchanges = [
    exchange("code", { files, notes }, 0.02),
    exchange("tests", { files, notes: words }, 0),
  ];
  const start: Start = {
    kind: "attempt",
    version: "1",
    promptVersion: "1",
    number: 1,
    reason: "new",
    fingerprint: null,
    earlier: [],
    terms: {
      models: { design: "m", code: "m", tests: "m", repair: null },
      repairsPerReply: 0,
      maxOutputTokens: 1,
      effort: null,
      packages: [],
    },
  };
  const manifest: Manifest = {
    schema: MANIFEST_SCHEMA,
    task: "fee",
    version: "1",
    promptVersion: "1",
    story: { id: "fee", sha256: sha256("") },
    attempts: [
      {
        number: 1,
        reason: "new",
        fingerprint: null,
        calls: callsOf(exchanges.slice(0, 1)),
        ended: "proven",
      },
    ],
    files: {},
    criteria: {},
    overruled: [],
    open: null,
  };
  const texts = {
    "meta/design.json": JSON.stringify({ ...DESIGN, assumptions: [words] }),
    "meta/manifest.json": JSON.stringify(manifest),
    "meta/transcript.jsonl": transcriptText([{ start, lines: exchanges }]),
  };
  return new Map(
    Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]),
  );
}
