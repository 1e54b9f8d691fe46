import { sha256 } from "../../src/foundation/digest.ts";
import { parseStory } from "../../src/story/story.ts";
import { type Attempt, type Manifest, MANIFEST_SCHEMA } from "../../src/task/manifest.ts";

/** What verify would find of some code, whoever wrote it. */
export const QUALITIES = [
  "right",
  /** Right beside a `requirements.txt` that says `two`, and beside no other. */
  "needs_two",
  "wrong",
  "unclear",
  "unlucky",
] as const;
export type Quality = (typeof QUALITIES)[number];

export const REQUIREMENTS = ["one", "two"] as const;

/** A story of one task. Another number makes another text of it. */
export function storyText(id: string, text: number): string {
  return JSON.stringify({ id, feature: `What ${id} is for, said ${text} times` });
}

export function storyPath(id: string): string {
  return `meta/stories/${id}.json`;
}

export function digestOfStory(id: string, text: string): string {
  const read = parseStory(storyPath(id), Buffer.from(text));
  if (!read.ok) throw new Error(read.problems.join());
  return read.story.digest;
}

/** Code of some quality; another number makes other code of it. */
export interface Code {
  readonly quality: Quality;
  readonly serial: number;
}

function codeText({ quality, serial }: Code): string {
  return `VALUE = "${quality} ${serial}"\n`;
}

export function qualityOf(text: string): Quality {
  const [, found] = /^VALUE = "(\w+) \d+"$/m.exec(text) ?? [];
  return QUALITIES.find((each) => each === found) ?? "wrong";
}

export function codePath(id: string): string {
  return `generated/${id}/src/code.py`;
}

/** A folder that somebody wrote by hand. */
export function ownFolder(id: string, code: Code): Record<string, string> {
  return {
    [codePath(id)]: codeText(code),
    [`generated/${id}/tests/test_story.py`]: "def test_it():\n    assert True\n",
  };
}

/** The folder that generate leaves, with all attempts so far. */
export function madeFolder(
  id: string,
  story: string,
  code: Code,
  attempts: readonly Attempt[],
): Record<string, string> {
  const digest = digestOfStory(id, story);
  const files = {
    ...ownFolder(id, code),
    [`generated/${id}/meta/story_ref.json`]: JSON.stringify({
      story: storyPath(id),
      id,
      sha256: digest,
    }),
  };
  const manifest = {
    schema: MANIFEST_SCHEMA,
    task: id,
    version: "0.1.0",
    promptVersion: "1",
    story: { id, sha256: digest },
    attempts: [...attempts],
    files: Object.fromEntries(
      Object.entries(files).map(([path, content]) => [
        path.replace(`generated/${id}/`, ""),
        { sha256: sha256(content), stage: "code" },
      ]),
    ),
    criteria: {},
    overruled: [],
    open: null,
  };
  return { ...files, [`generated/${id}/meta/manifest.json`]: JSON.stringify(manifest) };
}

export const CALLS_A_TIME = 3;
const USD_A_CALL = 0.05;
export const USD_A_TIME = CALLS_A_TIME * USD_A_CALL;

export function attempt(
  number: number,
  reason: Attempt["reason"],
  fingerprint: string | null,
): Manifest["attempts"][number] {
  const call = {
    stage: "code" as const,
    sample: 1,
    model: "m",
    tokens: { input: 1, cachedInput: 0, output: 1 },
    costUsd: USD_A_CALL,
    outcome: "used" as const,
  };
  const calls = Array.from({ length: CALLS_A_TIME }, () => call);
  return { number, reason, fingerprint, calls, ended: "unchecked" };
}
