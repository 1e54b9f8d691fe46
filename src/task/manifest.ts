import * as z from "zod";
import { sha256, Sha256 } from "../foundation/digest.ts";
import { META } from "./folder.ts";
import { readMeta } from "./meta-file.ts";

export const STAGES = ["design", "code", "tests"] as const;
export type Stage = (typeof STAGES)[number];

const count = z.int().nonnegative();

export const Tokens = z.strictObject({ input: count, cachedInput: count, output: count });
export type Tokens = z.infer<typeof Tokens>;

/** One question to the model that was answered, and so was paid for. */
export const Call = z.strictObject({
  stage: z.enum(STAGES),
  /** Versions that are made blind of each other have equal questions: the first one is 1. */
  sample: z.int().positive(),
  model: z.string(),
  tokens: Tokens,
  /** At the price of that day; null when the model had no known price. */
  costUsd: z.number().nonnegative().nullable(),
  /** `refused`: nothing of the reply could be used, and `asked_again` says that it was asked once more. */
  outcome: z.enum(["used", "asked_again", "refused"]),
});
export type Call = z.infer<typeof Call>;

/**
 * What an attempt came to by its own check, which is no evidence. `unchecked`: there was no check, or it could not be made
 * here. `nothing`: no version at all.
 */
export const ENDINGS = ["proven", "not_proven", "open", "unchecked", "nothing"] as const;
export type Ending = (typeof ENDINGS)[number];

export const Attempt = z.strictObject({
  number: z.int().positive(),
  /**
   * Why the attempt was made. `unfinished`: the one before it has made nothing that could be written. `feedback`: it goes on
   * from where a run has found the one before it wanting.
   */
  reason: z.enum(["new", "changed", "requested", "unfinished", "feedback"]),
  /** What failed before it; null for a first attempt. */
  fingerprint: z.string().nullable(),
  /** In the order of the plan. */
  calls: z.array(Call),
  ended: z.enum(ENDINGS),
});
export type Attempt = z.infer<typeof Attempt>;

const text = z.string().max(4_000);

/** A test that was taken away because two answers that did not know of it contradict it. A person sees each. */
export const Overruled = z.strictObject({
  /** pytest's id of it in the suite that it was in. */
  test: text,
  call: text,
  /** Lines of the story that it was to show. */
  items: z.array(text),
  expected: text,
  /** What both answers say, and the code gives. */
  answered: text,
});
export type Overruled = z.infer<typeof Overruled>;

/** What the story leaves open, for its author to settle. */
export const OpenQuestion = z.strictObject({
  /** The call that is answered in different ways; empty where none could be made out. */
  call: text,
  /** Each with who gives it, such as `test` or `code 2`. */
  answers: z.array(z.strictObject({ by: text, answer: text })),
  /** Lines of the story that leave it open. */
  items: z.array(text),
  /** A line for the story that would settle it, with the first answer; null where none could be made. */
  line: text.nullable(),
});
export type OpenQuestion = z.infer<typeof OpenQuestion>;

export const MANIFEST_SCHEMA = "agent-pipeline/manifest@3";

/** `meta/manifest.json`: what made a task folder, and what each of its files was when it was made. */
export const Manifest = z.strictObject({
  schema: z.literal(MANIFEST_SCHEMA),
  task: z.string(),
  version: z.string(),
  promptVersion: z.string(),
  story: z.strictObject({ id: z.string(), sha256: Sha256 }),
  /** All that were made of this text of the story, the last one last. */
  attempts: z.array(Attempt).min(1),
  /** Empty where no attempt has made anything that could be written: the folder then says what was paid, and no more. */
  files: z.record(
    z.string(),
    z.strictObject({ sha256: Sha256, stage: z.enum([...STAGES, "meta"]) }),
  ),
  /** Criterion id → the tests that carry it. */
  criteria: z.record(z.string(), z.array(z.string())),
  overruled: z.array(Overruled),
  open: OpenQuestion.nullable(),
});
export type Manifest = z.infer<typeof Manifest>;

/** What an older version left: its folders are made anew like any other, and are not taken for a person's work. */
const OlderManifest = z.looseObject({
  schema: z.enum(["agent-pipeline/manifest@1", "agent-pipeline/manifest@2"]),
  files: Manifest.shape.files,
});

/**
 * Whether a task folder is as the pipeline left it: every file but the manifest has the sha256 that the manifest
 * states, and there is no other file. Otherwise a person changed it.
 */
export function isUntouched(files: ReadonlyMap<string, Uint8Array>): boolean {
  const stated = files.get(META.manifest);
  const manifest = readMeta(Manifest, stated) ?? readMeta(OlderManifest, stated);
  if (manifest === null) return false;
  const present = [...files.keys()].filter((path) => path !== META.manifest);
  return (
    present.length === Object.keys(manifest.files).length &&
    present.every((path) => manifest.files[path]?.sha256 === sha256(files.get(path)!))
  );
}
