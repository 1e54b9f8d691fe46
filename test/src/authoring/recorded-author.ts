import type { AuthorPorts, Question } from "../../../src/authoring/asker.ts";
import { type Authored, TaskAuthor, type Unfinished } from "../../../src/authoring/author-task.ts";
import { type Judge, NO_JUDGE } from "../../../src/authoring/judge.ts";
import type { FinishReason } from "../../../src/authoring/model.ts";
import { PROMPT_VERSION } from "../../../src/authoring/prompts.ts";
import type { ReplyChecks } from "../../../src/authoring/reply-checks.ts";
import { taskFiles } from "../../../src/authoring/task-files.ts";
import type { Terms } from "../../../src/authoring/terms.ts";
import type { Start } from "../../../src/authoring/transcript.ts";
import type { Stage } from "../../../src/task/manifest.ts";
import { onlyTask, read, REPLIES, smallStory } from "../../actions/generate/support/stories.ts";

/** What a model says when it is asked for a stage, the first time and each time after; left out, the good reply. */
export type Script = Readonly<Partial<Record<Stage, readonly unknown[]>>>;

export const STORY = read(smallStory("doubling"), "meta/stories/doubling.json");
export const TASK = onlyTask(STORY);

export const TERMS: Terms = {
  models: { design: "one", code: "one", tests: "other", repair: null },
  repairsPerReply: 1,
  maxOutputTokens: 12_000,
  effort: null,
  packages: [],
};

const NOTHING_FOUND: ReplyChecks = {
  code: () => Promise.resolve([]),
  tests: () => Promise.resolve([]),
  packages: () => Promise.resolve(null),
};

export interface Scripted {
  readonly script?: Script;
  readonly finish?: (question: Question) => FinishReason;
  readonly checks?: Partial<ReplyChecks>;
  readonly judge?: Partial<Judge>;
  readonly terms?: Partial<Terms>;
  /** Milliseconds that a reply takes. */
  readonly delays?: Readonly<Partial<Record<Stage, number>>>;
}

export interface Run {
  readonly made: Authored | Unfinished;
  readonly asked: readonly Question[];
  readonly log: readonly string[];
  readonly start: Start;
}

/** Makes the task of a small story by what was scripted. */
export async function author({
  script = {},
  finish = () => "stop",
  checks = {},
  judge = {},
  terms = {},
  delays = {},
}: Scripted = {}): Promise<Run> {
  const asked: Question[] = [];
  const log: string[] = [];
  const ports: AuthorPorts = {
    async ask(question) {
      asked.push(question);
      const { stage } = question.request;
      await new Promise((done) => setTimeout(done, delays[stage] ?? 0));
      const given = script[stage]?.[question.round - 1] ?? REPLIES[stage];
      if (given instanceof Error) throw given;
      const text = typeof given === "string" ? given : JSON.stringify(given);
      const tokens = { input: 10, cachedInput: 2, output: 5 };
      return { reply: { finish: finish(question), text, tokens }, costUsd: 0.01 };
    },
    checks: { ...NOTHING_FOUND, ...checks },
    judge: { ...NO_JUDGE, ...judge },
    outOfTime: () => null,
    log: { info: (line) => log.push(line) },
  };
  const all = { ...TERMS, ...terms };
  const made = await new TaskAuthor(STORY, TASK).attempt(all, ports);
  const start: Start = {
    kind: "attempt",
    version: "1.2.3",
    promptVersion: PROMPT_VERSION,
    number: 1,
    reason: "new",
    fingerprint: null,
    earlier: [],
    terms: all,
  };
  return { made, asked, log, start };
}

export function folderOf({ made, start }: Run): ReadonlyMap<string, Uint8Array> {
  if (made.kind !== "made") throw made.error;
  return taskFiles({ task: TASK.id, story: STORY, start, before: [] }, made);
}

export function errorOf({ made }: Run): unknown {
  if (made.kind === "made") throw new Error("it was made");
  return made.error;
}
