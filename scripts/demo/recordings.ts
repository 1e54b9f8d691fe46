import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { STAGES, type Stage } from "../../src/task/manifest.ts";
import type { ModelRequest, Reply } from "../../world/model.ts";
import { DemoError } from "./options.ts";

/** What the model server says about one task, by stage: the first reply, and each further one. */
type StageReplies = Readonly<Record<Stage, readonly string[]>>;

/** The same of all parts of a story, by their ids; the empty text stands for a story without parts. */
export type RecordedReplies = ReadonlyMap<string, StageReplies>;

/** The name that stands for a model in what was made from recorded replies. */
export const RECORDED_MODEL = "recorded-replies";

/**
 * Reads the replies of one story from a folder, or from a folder in it for each of its parts: `tests.json`, and
 * `tests.2.json` for what is said when the tests are asked for again. The layout of a JSON file is no part of a reply, so
 * that formatting the file does not change what is made from it; text that is no JSON is played back as it is.
 */
export function readReplies(
  folder: string,
  parts: readonly string[],
  overriding: string | null = null,
): RecordedReplies {
  if (parts.length === 0) return new Map([["", readStages(folder, overriding)]]);
  return new Map(parts.map((part) => [part, readStages(join(folder, part), null)]));
}

function readStages(folder: string, overriding: string | null): StageReplies {
  const fileOf = (stage: Stage, round: number): string => {
    const name = round === 1 ? `${stage}.json` : `${stage}.${round}.json`;
    const own = join(overriding ?? folder, name);
    return existsSync(own) ? own : join(folder, name);
  };
  const missing = STAGES.map((stage) => fileOf(stage, 1)).filter((file) => !existsSync(file));
  if (missing.length > 0) {
    throw new DemoError(
      `There is no ${missing.join(", no ")}. A folder of replies holds design.json, code.json and tests.json.`,
    );
  }
  const read = (stage: Stage): string[] => {
    const replies: string[] = [];
    for (let round = 1; existsSync(fileOf(stage, round)); round += 1) {
      replies.push(compact(readFileSync(fileOf(stage, round), "utf8")));
    }
    return replies;
  };
  return { design: read("design"), code: read("code"), tests: read("tests") };
}

function compact(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return text;
  }
}

/** Says to each question what was recorded for it; the last reply of a stage as often as it is asked for. */
export function playback(replies: RecordedReplies): (request: ModelRequest) => Reply {
  const asked = new Map<string, number>();
  return ({ stage, body }) => {
    const part = partOf(body);
    const key = `${part} ${stage}`;
    const index = asked.get(key) ?? 0;
    asked.set(key, index + 1);
    const known = replies.get(part)?.[StageName.parse(stage)] ?? [];
    const reply = known[Math.min(index, known.length - 1)];
    if (reply !== undefined) return reply;
    const message = `Nothing was recorded for the stage "${stage}"${part === "" ? "" : ` of the part ${part}`}.`;
    return { fault: "status", status: 400, body: { error: { message } } };
  };
}

const StageName = z.enum(STAGES);
const Prompt = z.object({ input: z.string() });

/** The part that a question is about, by its own words. */
function partOf(body: ModelRequest["body"]): string {
  const { input } = Prompt.parse(body);
  return /-----BEGIN PART \w+-----\n\{\n {2}"id": "([^"]+)"/.exec(input)?.[1] ?? "";
}
