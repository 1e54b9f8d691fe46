import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { STAGES, type Stage } from "../../src/task/manifest.ts";
import { DemoError } from "./options.ts";

/** What the model server says, by stage. */
export type RecordedReplies = Readonly<Record<Stage, string>>;

/** The name that stands for a model in what was made from recorded replies. */
export const RECORDED_MODEL = "recorded-replies";

/**
 * Reads the replies of one story from a folder. The layout of a JSON file is no part of a reply, so that formatting the
 * file does not change what is made from it; text that is no JSON is played back as it is.
 */
export function readReplies(folder: string, overriding: string | null = null): RecordedReplies {
  const fileOf = (stage: Stage): string => {
    const own = join(overriding ?? folder, `${stage}.json`);
    return existsSync(own) ? own : join(folder, `${stage}.json`);
  };
  const missing = STAGES.map(fileOf).filter((file) => !existsSync(file));
  if (missing.length > 0) {
    throw new DemoError(
      `There is no ${missing.join(", no ")}. A folder of replies holds design.json, code.json and tests.json.`,
    );
  }
  const read = (stage: Stage) => compact(readFileSync(fileOf(stage), "utf8"));
  return { design: read("design"), code: read("code"), tests: read("tests") };
}

function compact(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return text;
  }
}
