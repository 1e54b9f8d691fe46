import * as z from "zod";
import { sha256 } from "../foundation/digest.ts";
import { META } from "./folder.ts";

const digest = z.templateLiteral(["sha256:", z.string().regex(/^[0-9a-f]{64}$/)]);

/** `meta/story_ref.json`: the story that a task folder was made from. */
export const StoryRef = z.strictObject({
  /** Path of the story file in the repository. */
  story: z.string().min(1).max(400),
  id: z.string().min(1).max(200),
  /** sha256 of the RFC 8785 form of the story. */
  sha256: digest,
});
export type StoryRef = z.infer<typeof StoryRef>;

export const STAGES = ["design", "code", "tests"] as const;
export type Stage = (typeof STAGES)[number];

const tokens = z.strictObject({
  input: z.int().nonnegative(),
  cachedInput: z.int().nonnegative(),
  output: z.int().nonnegative(),
});
export type Tokens = z.infer<typeof tokens>;

export const MANIFEST_SCHEMA = "agent-pipeline/manifest@1";

/** `meta/manifest.json`: what made a task folder, and what each of its files was when it was made. */
export const Manifest = z.strictObject({
  schema: z.literal(MANIFEST_SCHEMA),
  task: z.string(),
  version: z.string(),
  model: z.string(),
  promptVersion: z.string(),
  story: z.strictObject({ id: z.string(), sha256: digest }),
  attempts: z
    .array(
      z.strictObject({
        number: z.int().positive(),
        /** Why the attempt was made. */
        reason: z.enum(["new", "changed", "requested"]),
        /** What failed before it; null for a first attempt. */
        fingerprint: z.string().nullable(),
        tokens,
        /** null when the model has no known price. */
        costUsd: z.number().nonnegative().nullable(),
      }),
    )
    .min(1),
  files: z.record(
    z.string(),
    z.strictObject({ sha256: digest, stage: z.enum([...STAGES, "meta"]) }),
  ),
  /** Criterion id → the tests that carry it. */
  criteria: z.record(z.string(), z.array(z.string())),
});
export type Manifest = z.infer<typeof Manifest>;

/** A JSON file of `meta/`, or null when it is absent or not what we write. */
export function readMeta<T>(schema: z.ZodType<T>, bytes: Uint8Array | undefined): T | null {
  if (bytes === undefined) return null;
  try {
    return schema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? null;
  } catch {
    return null;
  }
}

/**
 * Whether a task folder is as the pipeline left it: every file but the manifest has the sha256 that the manifest
 * states, and there is no other file. Otherwise a person changed it.
 */
export function isUntouched(files: ReadonlyMap<string, Uint8Array>): boolean {
  const manifest = readMeta(Manifest, files.get(META.manifest));
  if (manifest === null) return false;
  const present = [...files.keys()].filter((path) => path !== META.manifest);
  return (
    present.length === Object.keys(manifest.files).length &&
    present.every((path) => manifest.files[path]?.sha256 === sha256(files.get(path)!))
  );
}
