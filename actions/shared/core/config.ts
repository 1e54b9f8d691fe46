import { parse } from "yaml";
import * as z from "zod";
import { sha256OfJson, type Digest } from "./digest.ts";
import { PipelineError } from "./errors.ts";

/** Read from the base branch, so that a pull request cannot change the rules that judge it. */
export const CONFIG_PATH = ".github/agent-pipeline.yml";
export const CONFIG_MAX_BYTES = 64 * 1024;

const price = z.strictObject({
  /** USD per 1,000,000 tokens. */
  input: z.number().nonnegative(),
  "cached-input": z.number().nonnegative().optional(),
  output: z.number().nonnegative(),
});

/** A list of bounds such as `>=2.0,<3`; `*` is every version. */
const VERSION_RANGE =
  /^(?:\*|(?:==|!=|<=|>=|<|>|~=)\s*\d{1,9}(?:\.\d{1,9}){0,9}(?:\s*,\s*(?:==|!=|<=|>=|<|>|~=)\s*\d{1,9}(?:\.\d{1,9}){0,9})*)$/;

/** `.github/agent-pipeline.yml`: what is set once per repository. Every key is optional. */
export const Config = z.strictObject({
  "api-style": z.enum(["auto", "responses", "chat"]).default("auto"),
  prices: z.record(z.string(), price).default({}),
  /** Globs of files outside the task folder that tests depend on. */
  "shared-inputs": z.array(z.string().min(1).max(200)).max(100).default([]),
  /** Packages that a task may ask for, each with its versions, such as `>=2.0,<3`, or `*`. */
  "allowed-dependencies": z
    .record(
      z.string().regex(/^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/, "must be a package name"),
      z.string().regex(VERSION_RANGE, 'must be versions such as ">=2.0,<3", or "*"'),
    )
    .default({}),
  /** The share of small changes to the code that the tests must notice. */
  "mutation-score": z.number().min(0).max(1).default(0.5),
  /** Wall time, for each task, that stubs and that mutants may take. */
  "stub-seconds": z.int().min(1).max(3_600).default(300),
  "mutation-seconds": z.int().min(1).max(3_600).default(120),
});
export type Config = z.infer<typeof Config>;

export function parseConfig(text: string | null): Config {
  const config = Config.safeParse(text === null ? {} : (yamlOf(text) ?? {}));
  if (config.success) return config.data;
  throw invalid(z.prettifyError(config.error));
}

/** Hash of the settings that verify reads: part of what evidence depends on. */
export function verifySettingsDigest(config: Config): Digest {
  return sha256OfJson({
    "shared-inputs": config["shared-inputs"],
    "mutation-score": config["mutation-score"],
    "allowed-dependencies": config["allowed-dependencies"],
  });
}

function yamlOf(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 0 });
  } catch (error) {
    throw invalid(error instanceof Error ? error.message : String(error));
  }
}

function invalid(details: string): PipelineError {
  return new PipelineError("INPUT_INVALID", `${CONFIG_PATH} cannot be used: ${details}`, {
    hint: "docs/reference/config.md lists every key. The file is read from the base branch.",
  });
}
