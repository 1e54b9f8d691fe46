import { describe, expect, test } from "vitest";
import {
  type CandidateStory,
  judgeStories,
  type StoryFacts,
} from "../../../actions/merge-gate/judge-stories.ts";
import { parseStory, type Story } from "../../../src/story/story.ts";
import type { StoryRef } from "../../../src/task/story-ref.ts";
import { isTaskId, type TaskId } from "../../../src/task/task-id.ts";

const path = "meta/stories/price.json";

function storyOf(feature: string, id = "price"): Story {
  const read = parseStory(`meta/stories/${id}.json`, Buffer.from(JSON.stringify({ id, feature })));
  if (!read.ok) throw new Error(read.problems.join());
  return read.story;
}

const taskId = (text: string): TaskId => {
  if (!isTaskId(text)) throw new Error(`${text} is no task id`);
  return text;
};

const now = storyOf("Now");
const cost = storyOf("Cost", "cost");
const refTo = ({ path: story, id, digest }: Story): StoryRef => ({ story, id, sha256: digest });
const resolved = (story: Story | string, isNew = true): CandidateStory => ({
  kind: "resolved",
  blob: "b".repeat(40),
  story,
  isNew,
});

interface Case {
  readonly when: string;
  readonly refs?: Readonly<Record<string, StoryRef | null>>;
  readonly found?: CandidateStory;
  readonly all?: StoryFacts["all"];
  readonly proven?: readonly string[];
  readonly unbuilt?: readonly RegExp[];
  readonly outdated?: readonly string[];
  readonly conflicts?: number;
}

const cases: readonly Case[] = [
  { when: "its task was made from it and proven", refs: { price: refTo(now) }, proven: ["price"] },
  {
    when: "a rerun of its task was made from it and proven",
    refs: { "price-r2": refTo(now) },
    proven: ["price-r2"],
  },
  {
    when: "a folder with a longer name says that it was made from it",
    refs: { "price-r2x": refTo(now) },
    proven: ["price-r2x"],
    unbuilt: [
      /^generated\/price-r2x says that it was made from meta\/stories\/price\.json, which has no such task/,
      /^generated\/price was not made from the present text/,
    ],
  },
  {
    when: "its task is not proven",
    refs: { price: refTo(now) },
    unbuilt: [/^generated\/price was not made from the present text/],
  },
  { when: "there is no task", unbuilt: [/^generated\/price was not made/] },
  { when: "there is no task, but its text is not new", found: resolved(now, false) },
  {
    when: "its task was made from an older text, which is said once",
    refs: { price: refTo(storyOf("Before")) },
    proven: ["price"],
    unbuilt: [/^generated\/price was made from another text of meta\/stories\/price\.json/],
    outdated: ["price"],
  },
  {
    when: "its task says that it was made from another story, which is said once",
    refs: { price: refTo(cost) },
    all: [now, cost],
    proven: ["price"],
    unbuilt: [
      /^generated\/price says that it was made from meta\/stories\/cost\.json, and is a task of meta\/stories\/price\.json$/,
    ],
  },
  {
    when: "the task of another story says that it was made from it",
    refs: { price: refTo(now), cost: refTo(now) },
    all: [now, cost],
    proven: ["price", "cost"],
    unbuilt: [
      /^generated\/cost says that it was made from meta\/stories\/price\.json, and is a task of meta\/stories\/cost\.json$/,
    ],
  },
  {
    when: "a folder that is no story's task says that it was made from it",
    refs: { mine: refTo(now) },
    found: resolved(now, false),
    proven: ["mine"],
    unbuilt: [
      /^generated\/mine says that it was made from meta\/stories\/price\.json, which has no such task$/,
    ],
  },
  {
    when: "its task says that it was made from the same text outside of the stories",
    refs: { price: { ...refTo(now), story: "docs/price.json" } },
    all: [],
    found: resolved(now, false),
    proven: ["price"],
    unbuilt: [
      /^generated\/price says that it was made from "docs\/price\.json", which has no such task$/,
    ],
  },
  {
    when: "another story has the same task",
    refs: { price: refTo(now) },
    all: [now, { ...now, path: "meta/stories/price-2.json" }],
    proven: ["price"],
    unbuilt: [/^generated\/price says .* and is a task of meta\/stories\/price-2\.json$/],
  },
  {
    when: "its task says nothing, which is said once",
    refs: { price: null },
    proven: ["price"],
    unbuilt: [/^generated\/price does not say that it was made from meta\/stories\/price\.json/],
  },
  {
    when: "a rerun of its task says nothing",
    refs: { "price-r3": null },
    found: resolved(now, false),
    unbuilt: [/^generated\/price-r3 does not say/],
  },
  {
    when: "a folder of nobody's says nothing",
    refs: { cost: null },
    found: resolved(now, false),
  },
  {
    when: "it cannot be read",
    refs: { price: refTo(now) },
    found: resolved("cannot be built: it is no JSON"),
    unbuilt: [/^meta\/stories\/price\.json cannot be built: it is no JSON$/],
  },
  { when: "both sides changed it", found: { kind: "conflict" }, conflicts: 1 },
];

describe("a story of the candidate, when", () => {
  test.each(cases)(
    "$when",
    ({ refs = {}, found = resolved(now), all = [now], proven = [], ...expected }) => {
      const facts: StoryFacts = {
        refs: new Map(Object.entries(refs).map(([task, ref]) => [taskId(task), ref])),
        stories: new Map([[path, found]]),
        all,
      };
      const findings = judgeStories(facts, new Set(proven));
      const { unbuilt = [], outdated = [], conflicts = 0 } = expected;
      expect(findings.unbuilt).toHaveLength(unbuilt.length);
      for (const [index, text] of unbuilt.entries()) expect(findings.unbuilt[index]).toMatch(text);
      expect([...findings.outdated]).toEqual(outdated);
      expect(findings.conflicts).toHaveLength(conflicts);
      expect([...findings.blobs.keys()]).toEqual(found.kind === "conflict" ? [] : [path]);
    },
  );
});
