import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { VerifySettings, verifySettingsDigest } from "../../src/config/config.ts";
import { type Evidence, parseEvidence } from "../../src/evidence/evidence.ts";
import { sha256OfJson } from "../../src/foundation/digest.ts";
import { VERSION } from "../../src/foundation/version.ts";
import { installedPython } from "../../src/proof/adapters/installed-python.ts";
import { evidenceOf } from "../../src/proof/evidence-document.ts";
import { runLimits } from "../../src/proof/limits.ts";
import { type Proof, prove } from "../../src/proof/prove.ts";
import type { PythonEnvironments } from "../../src/proof/python-environments.ts";
import { chance } from "./chance.ts";
import type { Pool, Version } from "./pools.ts";

/** What became of a pair of code and suite. */
export interface Verdict {
  readonly evidence: Evidence;
  /** What pytest printed. */
  readonly output: string;
}

export function isProven({ evidence }: Verdict): boolean {
  return evidence.verdict === "passed";
}

/** Whether plain pytest ends with exit code 0. */
export function isGreen({ evidence: { results } }: Verdict): boolean {
  return results.length > 0 && results.every(({ outcome }) => outcome === "passed");
}

const Kept = z.object({ evidence: z.string(), output: z.string() });

/** Files below src/ and tests/, by path. */
export type Files = Readonly<Record<string, string>>;

export interface Pair {
  readonly pool: Pool;
  readonly files: Files;
}

export function pairOf(pool: Pool, code: Version, suite: Version): Pair {
  const files = { [`src/${pool.name}.py`]: code.text, "tests/test_story.py": suite.text };
  return { pool, files };
}

const MUTANTS = 5;
const RERUNS = 1;
const SECONDS = 60;
const QUIET = { step: (): void => {}, alive: (): void => {} };

/** Judges pairs as verify does, each once: what became of it is kept under `.cache/author/`. */
export class Engine {
  readonly #known = new Map<string, Promise<Verdict>>();
  readonly #cache: string;
  readonly #temporary = mkdtempSync(join(tmpdir(), "author-bench-"));
  readonly #environments: PythonEnvironments;
  #turn: Promise<unknown> = Promise.resolve();
  /** How many pairs were judged by running them. */
  judged = 0;

  constructor(cache: string) {
    this.#cache = cache;
    mkdirSync(cache, { recursive: true });
    this.#environments = installedPython({
      python: "python3",
      isolation: "required",
      hidden: [],
      temporary: this.#temporary,
      log: silentLog,
    });
  }

  judge(pair: Pair): Promise<Verdict> {
    const files = folderOf(pair);
    const key = sha256OfJson({ files, VERSION, MUTANTS, RERUNS }).slice("sha256:".length);
    let verdict = this.#known.get(key);
    if (verdict === undefined) {
      verdict = this.#judged(key, pair.pool, files);
      this.#known.set(key, verdict);
    }
    return verdict;
  }

  close(): void {
    rmSync(this.#temporary, { recursive: true, force: true });
  }

  #judged(key: string, pool: Pool, files: Files): Promise<Verdict> {
    const place = join(this.#cache, `${key}.json`);
    const kept = readIfThere(place);
    if (kept !== null) return Promise.resolve(readVerdict(kept));
    // One after the other: whoever shares this machine is to be left a core.
    const verdict = this.#turn.then(async () => {
      this.judged += 1;
      const proof = await this.#prove(key, pool, files);
      const evidence = JSON.stringify(evidenceOf({ task: pool.task.id, ...NO_RUN, ...proof }));
      const text = JSON.stringify({ evidence, output: proof.examination?.output ?? "" });
      writeFileSync(place, text);
      return readVerdict(text);
    });
    this.#turn = verdict.catch(() => {});
    return verdict;
  }

  #prove(key: string, pool: Pool, files: Files): Promise<Proof> {
    const config = VerifySettings.parse({});
    let drawn = 0;
    return prove(
      {
        task: pool.task.id,
        files: Object.entries(files).map(([path, text]) => ({ path, content: Buffer.from(text) })),
        sharedRequirements: [],
      },
      {
        environments: this.#environments,
        config,
        maxTests: 0,
        mutants: MUTANTS,
        reruns: RERUNS,
        limits: runLimits(SECONDS),
        random: (limit) => Math.floor(chance(key, (drawn += 1)) * limit),
        now: () => performance.now() / 1_000,
        progress: QUIET,
        inputsOf: (facts) => ({
          // Of the code alone, as in generate: its suites are measured by the same small changes.
          task: sha256OfJson(files[`src/${pool.name}.py`]).slice("sha256:".length, 47),
          shared: {},
          config: verifySettingsDigest(config),
          verify: VERSION,
          mutants: MUTANTS,
          reruns: RERUNS,
          ...facts,
        }),
      },
    );
  }
}

function folderOf({ pool: { story, designs }, files }: Pair): Files {
  const { path, id, digest } = story;
  return {
    ...files,
    "meta/story.json": story.text,
    "meta/story_ref.json": JSON.stringify({ story: path, id, sha256: digest }),
    // Designs differ in `behaviour` alone, which verify does not read: so a pair is judged once.
    "meta/design.json": designs.right.text,
  };
}

const NO_RUN = {
  run: { id: "1", attempt: 1 },
  commits: { head: "0".repeat(40), base: "0".repeat(40), mergeBase: "0".repeat(40) },
  totalSeconds: 0,
};

function readVerdict(text: string): Verdict {
  const { evidence, output } = Kept.parse(JSON.parse(text));
  return { evidence: parseEvidence(evidence), output };
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

export const silentLog = {
  info: (): void => {},
  notice: (): void => {},
  warning: (): void => {},
  error: (): void => {},
  group: <T>(_: string, work: () => Promise<T>): Promise<T> => work(),
};
