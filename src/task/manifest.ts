import * as z from "zod";
import { sha256, Sha256 } from "../foundation/digest.ts";
import { META } from "./folder.ts";
import { readMeta } from "./meta-file.ts";

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
  story: z.strictObject({ id: z.string(), sha256: Sha256 }),
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
    z.strictObject({ sha256: Sha256, stage: z.enum([...STAGES, "meta"]) }),
  ),
  /** Criterion id → the tests that carry it. */
  criteria: z.record(z.string(), z.array(z.string())),
});
export type Manifest = z.infer<typeof Manifest>;

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
