import * as z from "zod";
import { sha256OfJson, type Digest } from "../foundation/digest.ts";
import { PipelineError } from "../foundation/errors.ts";
import { faultText, readYaml, type YamlRead } from "./config-faults.ts";
import { SETTINGS, VERIFY_SETTINGS } from "./settings.ts";

/** Read from the base branch, so that a pull request cannot change the rules that judge it. */
export const CONFIG_PATH = ".github/agent-pipeline.yml";
export const CONFIG_MAX_BYTES = 64 * 1024;

const price = z.strictObject({
  /** USD per 1,000,000 tokens. */
  input: z.number().nonnegative(),
  "cached-input": z.number().nonnegative().optional(),
  output: z.number().nonnegative(),
});

/** As OpenAI's API names them; a server may know fewer. */
export const EFFORTS = ["none", "minimal", "low", "medium", "high", "xhigh", "max"] as const;
export type Effort = (typeof EFFORTS)[number];

const workflowFile = z
  .string()
  .regex(/^[\w.-]{1,100}\.ya?ml$/, "must be the name of a file in .github/workflows");

/** Of agent-pipeline itself: the gate runs in them, and nothing may wait for itself. */
const OWN_CHECK = /^agent-pipeline\/|^agent-(?:pipeline|ci)\.ya?ml$/;

const requiredCheck = z
  .string()
  .min(1)
  .max(200)
  .refine((name) => !OWN_CHECK.test(name), {
    error: ({ input }) =>
      `${JSON.stringify(input)} is what agent-pipeline reports itself, and would wait for itself: name a check of your own`,
  })
  .refine((name) => checkRunIn(name) !== "", {
    error: "must name the check run after the colon, such as check-run:SonarCloud Code Analysis",
  })
  .refine((name) => checkRunIn(name) !== null || !isWorkflowFile(name) || !name.includes("/"), {
    error:
      "must be a workflow's file name alone, such as tests.yml, or the name of a commit status",
  });

/** Of the names in `required-checks`, one that ends like this is a workflow, and one that is no check run otherwise a commit status. */
export function isWorkflowFile(name: string): boolean {
  return checkRunIn(name) === null && /\.ya?ml$/.test(name);
}

/** The name of the check run that is meant by one in `required-checks`; null where it means something else. */
export function checkRunIn(name: string): string | null {
  const prefix = "check-run:";
  return name.startsWith(prefix) ? name.slice(prefix.length).trim() : null;
}

const modelName = z.string().min(1).max(200);

/** A list of bounds such as `>=2.0,<3`; `*` is every version. */
const VERSION_RANGE =
  /^(?:\*|(?:==|!=|<=|>=|<|>|~=)\s*\d{1,9}(?:\.\d{1,9}){0,9}(?:\s*,\s*(?:==|!=|<=|>=|<|>|~=)\s*\d{1,9}(?:\.\d{1,9}){0,9})*)$/;

/**
 * The settings that verify reads: part of what evidence depends on. verify is given nothing else of the config, so that a
 * key it reads is a key of these.
 */
export const VerifySettings = z.strictObject({
  ...VERIFY_SETTINGS,
  "shared-inputs": z
    .array(z.string().min(1).max(200))
    .max(100)
    .default([])
    .describe(
      "Globs of files outside `generated/` that tests depend on, besides the root's `requirements.txt` and `test-requirements.txt`",
    ),
  "allowed-dependencies": z
    .record(
      z.string().regex(/^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/, "must be a package name"),
      z.string().regex(VERSION_RANGE, 'must be versions such as ">=2.0,<3", or "*"'),
    )
    .default({})
    .describe("Package → versions that a task may ask for, such as `>=2.0,<3`, or `*` for all"),
  "mutation-score": z
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .describe("The share of small changes to the code that the tests must notice, from 0 to 1"),
  "stub-seconds": z
    .int()
    .min(1)
    .max(3_600)
    .default(300)
    .describe("Wall time that trying stubs may take for each task"),
  "mutation-seconds": z
    .int()
    .min(1)
    .max(3_600)
    .default(120)
    .describe("Wall time that trying mutants may take for each task"),
  "trust-rederived-tests": z
    .boolean()
    .default(false)
    .describe(
      "Whether a task may be proven although a test of it was taken away, because two answers that did not know the test contradicted it; otherwise a person decides",
    ),
  "task-seconds": z
    .int()
    .min(1)
    .max(21_600)
    .default(1_800)
    .describe("Wall time of all runs of one task together, stubs, mutants and reruns included"),
});
export type VerifySettings = z.infer<typeof VerifySettings>;

/**
 * `.github/agent-pipeline.yml`: what is set once per repository. Every key is optional. `docs/config.md` is made from
 * these descriptions.
 */
export const Config = z.strictObject({
  "api-style": z
    .enum(["auto", "responses", "chat"])
    .default("auto")
    .describe(
      "How the model's server is asked: `responses`, `chat`, or `auto`, which uses chat completions where there is no Responses API",
    ),
  models: z
    .strictObject({
      design: modelName.optional(),
      code: modelName.optional(),
      tests: modelName.optional(),
      repair: modelName.optional(),
    })
    .default({})
    .describe(
      "The model of a stage, `design`, `code` or `tests`, instead of the input `model`; `repair` is asked again where a reply cannot be used",
    ),
  "reasoning-effort": z
    .enum(EFFORTS)
    .nullable()
    .default(null)
    .describe(
      "How long a model may think: `none`, `minimal`, `low`, `medium`, `high`, `xhigh` or `max`; left out, the server decides",
    ),
  "max-output-tokens": z
    .int()
    .min(500)
    .max(1_000_000)
    .default(12_000)
    .describe("What one reply may have at most, thinking included"),
  "self-check": z
    .boolean()
    .default(true)
    .describe(
      "Whether generate judges its own work as verify will, in complete isolation, and has mended what it finds; it is no evidence",
    ),
  "check-seconds": z
    .int()
    .min(10)
    .max(3_600)
    .default(120)
    .describe(
      "Wall time that one check of its own work may take in generate; one run of the tests has a quarter of it",
    ),
  "story-minutes": z
    .int()
    .min(1)
    .max(300)
    .default(15)
    .describe("After so many minutes on a task generate asks no further question about it"),
  "feedback-workflows": z
    .array(workflowFile)
    .max(20)
    .default(["agent-pipeline.yml", "agent-ci.yml"])
    .describe(
      "Workflows of this repository whose evidence generate may go on from (`feedback-run-id`), by their file names",
    ),
  "retry-workflow": workflowFile
    .nullable()
    .default(null)
    .describe(
      "Workflow that merge-gate starts for another attempt, by its file name; left out, `agent-pipeline.yml`",
    ),
  "reverify-workflow": workflowFile
    .nullable()
    .default(null)
    .describe(
      "Workflow that merge-gate starts for another verification, by its file name; left out, `agent-ci.yml`",
    ),
  "required-checks": z
    .array(requiredCheck)
    .max(20)
    .default([])
    .describe(
      "What merge-gate waits for on a head before it merges it: names of commit statuses, workflows of this repository by their file names, such as `tests.yml`, and check runs of other Apps, such as `check-run:SonarCloud Code Analysis`, which only a token that may read them (`app-token`) shows",
    ),
  "repairs-per-reply": z
    .int()
    .min(0)
    .max(5)
    .default(1)
    .describe(
      "How often a reply that cannot be used is asked for again, with what is wrong with it",
    ),
  "max-calls": z
    .int()
    .min(3)
    .max(1_000)
    .default(24)
    .describe("How many questions may be asked about one text of a story, over all attempts"),
  "max-attempts": z
    .int()
    .min(1)
    .max(100)
    .default(3)
    .describe("How many attempts may be made at a task for one text of its story"),
  prices: z
    .record(z.string(), price)
    .default({})
    .describe(
      "Model → `input`, `cached-input` and `output` in USD per 1,000,000 tokens; adds to and overrides the list prices",
    ),
  "parallel-tasks": z
    .int()
    .min(1)
    .max(16)
    .default(8)
    .describe("For how many tasks generate asks the model at the same time, from 1 to 16"),
  "tasks-per-run": z
    .int()
    .min(1)
    .max(100)
    .default(100)
    .describe(
      "How many tasks one run of generate works on, from 1 to 100; the others are left for the next run",
    ),
  "require-replay": z
    .boolean()
    .default(false)
    .describe(
      "Whether the gate merges a task that was made from a story only where its transcript makes the same files again; it shows an edit, and does not prove who wrote it",
    ),
  ...SETTINGS,
  ...VerifySettings.shape,
});
export type Config = z.infer<typeof Config>;

export function parseConfig(text: string | null): Config {
  const read = readConfigText(text ?? "");
  if (read.ok) return read.value;
  const [first, ...others] = read.faults.map(faultText);
  throw invalid(others.length === 0 ? ` ${first}` : `\n  ${[first, ...others].join("\n  ")}`);
}

/** The same with all that is wrong with it as data. */
export function readConfigText(text: string): YamlRead<Config> {
  const read = readYaml(text, Config);
  if (!read.ok) return read;
  const config = read.value;
  const own = config["required-checks"].find(
    (name) => name === config["retry-workflow"] || name === config["reverify-workflow"],
  );
  if (own === undefined) return read;
  const at = "required-checks";
  const says = `names ${own}, in which merge-gate runs: it would wait for itself. Name a check of your own`;
  return { ok: false, faults: [{ at, line: read.lineOf(at), says }] };
}

/**
 * Made from the schema, so that no setting can be left out of it. What an input may set as well counts where it is not the
 * default alone: what was proven before these could be set here stays proven.
 */
export function verifySettingsDigest(settings: VerifySettings): Digest {
  const keys = VerifySettings.keyof().options.filter(
    (key) => !isVerifySetting(key) || settings[key] !== VERIFY_SETTINGS[key].parse(undefined),
  );
  return sha256OfJson(Object.fromEntries(keys.map((key) => [key, settings[key]])));
}

function isVerifySetting(key: string): key is keyof typeof VERIFY_SETTINGS {
  return key in VERIFY_SETTINGS;
}

function invalid(details: string): PipelineError {
  return new PipelineError("INPUT_INVALID", `${CONFIG_PATH} cannot be used:${details}`, {
    hint: "docs/config.md lists every key. The file is read from the base branch.",
  });
}
