import * as z from "zod";
import type { Answer, Question } from "../../src/authoring/asker.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import type { Stage } from "../../src/task/manifest.ts";
import { chance, pick } from "./chance.ts";
import { bentReadingIn, type Pool, type Reading, type Version } from "./pools.ts";

/** What is tried in one cell of the table. */
export interface Cell {
  /** How often a version that is mistaken shares that mistake with another, code or suite. */
  readonly rho: number;
  /** How often an answer to feedback is right: where it names the real fault of what it is sent to, and otherwise. */
  readonly p: number;
  readonly q: number;
}

/** How often a story is misread. */
const MISREAD = 0.3;
/** How often a design says what its author misread; otherwise it leaves that open. */
const BENT = 1 / 3;
const HOLLOW = 0.15;
const BYTES_OF_A_TOKEN = 4;

/** What a story may take in any arm: about what 24 questions take, the default of `max-calls`. */
const TOKENS = 24_000;

/**
 * An author who needs no model: it takes what it writes from a pool, by chances that depend on nothing but the story's
 * seed and the question, so that all arms are given the same first answers.
 */
export class SimulatedAuthor {
  tokens = 0;
  questions = 0;
  /** All that it wrote, in order. */
  readonly given: { readonly stage: Stage; readonly version: Version }[] = [];
  readonly #pool: Pool;
  readonly #cell: Cell;
  readonly #seed: string;
  #attempt = 1;

  constructor(pool: Pool, cell: Cell, seed: number) {
    this.#pool = pool;
    this.#cell = cell;
    this.#seed = `${pool.name} ${seed}`;
  }

  readonly ask = async ({ request, round }: Question): Promise<Answer> => {
    const { stage, sample, instructions, input } = request;
    const asks = kindOf(instructions, input);
    const text =
      asks === "calls"
        ? this.#derived(input, sample)
        : this.#reply(stage, { input, sample, round, isAdding: asks === "more tests" });
    const tokens = {
      input: Math.ceil((instructions.length + input.length) / BYTES_OF_A_TOKEN),
      cachedInput: 0,
      output: Math.ceil(text.length / BYTES_OF_A_TOKEN),
    };
    if (this.tokens + tokens.input + tokens.output > TOKENS) {
      throw new PipelineError("LIMIT_REACHED", "No more may be spent on this story");
    }
    this.tokens += tokens.input + tokens.output;
    this.questions += 1;
    return Promise.resolve({ reply: { finish: "stop", text, tokens }, costUsd: 0 });
  };

  /** From now on equal questions get other answers: nothing is kept of what was said. */
  beginAnew(): void {
    this.#attempt += 1;
  }

  #reply(stage: Stage, { input, sample, round, isAdding }: Asked): string {
    const version =
      round === 1
        ? this.#written(stage, input, sample, round)
        : this.#writtenAgain(stage, { input, sample, round, isAdding });
    this.given.push({ stage, version });
    if (stage === "design") return version.text;
    const added = isAdding ? `tests/test_more_${sample}_${round}.py` : "tests/test_story.py";
    const path = stage === "code" ? `src/${this.#pool.name}.py` : added;
    return JSON.stringify({ files: [{ path, content: version.text }], notes: null });
  }

  /** What the story demands for calls, by somebody who sees neither code nor tests. */
  #derived(input: string, sample: number): string {
    const { name, answer } = this.#pool;
    const read = this.#reading("tests", sample, 1);
    const answers = callsIn(input).map(({ id, call }) => {
      const said = answer(read, call.slice(name.length + 1, -1));
      const raises = said?.startsWith("!") === true ? said.slice(1) : null;
      return { id, returns: raises === null ? said : null, raises };
    });
    return JSON.stringify({ answers });
  }

  #chance(...words: readonly (string | number)[]): number {
    return chance(this.#seed, this.#attempt, ...words);
  }

  /** A first answer, or one that sees nothing of an earlier one. */
  #written(stage: Stage, input: string, ...which: readonly number[]): Version {
    const { designs, codes, suites } = this.#pool;
    const read = this.#reading(stage, ...which);
    if (stage === "design") {
      return this.#chance("bent", ...which) < BENT ? byReading(designs, read) : designs.right;
    }
    if (stage === "code") {
      const bent = bentReadingIn(input);
      return byReading(codes, bent === "right" ? read : bent);
    }
    return this.#chance("hollow", ...which) < HOLLOW
      ? pick(suites.hollow, this.#seed, "which hollow", this.#attempt, ...which)
      : this.#suite(read, ...which);
  }

  #suite(read: Reading, ...which: readonly number[]): Version {
    const { honest, mistaken } = this.#pool.suites;
    if (read === "right") return pick(honest, this.#seed, "honest", this.#attempt, ...which);
    return mistaken[read]!;
  }

  /**
   * Each reading is the story's own with a chance of √ρ, so that two of them share one with a chance of ρ; each alone is
   * as often wrong whatever ρ is.
   */
  #reading(...which: readonly (string | number)[]): Reading {
    const isShared = this.#chance("shared", ...which) < Math.sqrt(this.#cell.rho);
    const of = isShared ? ["of the story"] : [this.#attempt, ...which];
    if (chance(this.#seed, "misread", ...of) >= MISREAD) return "right";
    return pick([...this.#pool.mistakes.keys()], this.#seed, "mistake", ...of);
  }

  /** What comes back where something was found fault with. */
  #writtenAgain(stage: Stage, { input, sample, round, isAdding }: Asked): Version {
    const which = [sample, round];
    const present = this.#versionIn(stage, input);
    if (present === null) return this.#written(stage, input, ...which);
    const { designs, codes } = this.#pool;
    const { p, q } = this.#cell;
    const isAtFault = present.reading !== "right" || present.isHollow;
    // Whoever is told that tests are missing hears nothing of what is wrong with those that are there.
    const isNamed = isAdding ? present.isHollow : isAtFault;
    if (this.#chance("again", stage, ...which) < (isNamed ? p : q)) {
      if (stage === "design") return designs.right;
      if (stage === "code") return codes.right;
      return isAtFault || isAdding ? this.#suite("right", ...which) : present;
    }
    if (isAtFault || isAdding || stage === "design") return present;
    // It was blamed for what another got wrong, and gives in.
    const other = this.#versionIn(stage === "code" ? "tests" : "code", input)?.reading ?? "right";
    if (other === "right") return present;
    return stage === "code" ? byReading(codes, other) : this.#suite(other, ...which);
  }

  /** Which of its versions the question shows. */
  #versionIn(stage: Stage, input: string): Version | null {
    const shown = versionsOf(this.#pool, stage).filter(({ text }) => isShownIn(input, text));
    return shown.at(-1) ?? null;
  }
}

function byReading(
  from: { readonly right: Version } & (
    | { readonly wrong: readonly Version[] }
    | { readonly bent: readonly Version[] }
  ),
  reading: Reading,
): Version {
  if (reading === "right") return from.right;
  return ("wrong" in from ? from.wrong : from.bent)[reading]!;
}

function versionsOf({ designs, codes, suites }: Pool, stage: Stage): readonly Version[] {
  const all: Readonly<Record<Stage, readonly Version[]>> = {
    design: [designs.right, ...designs.bent],
    code: [codes.right, ...codes.wrong],
    tests: [...suites.honest, ...suites.mistaken, ...suites.hollow],
  };
  return all[stage];
}

/** Questions show files as JSON. */
function isShownIn(input: string, text: string): boolean {
  return input.includes(JSON.stringify(text).slice(1, -1));
}

interface Asked {
  readonly input: string;
  readonly sample: number;
  readonly round: number;
  /** For more tests, beside those that are there. */
  readonly isAdding: boolean;
}

function kindOf(instructions: string, input: string): "files" | "more tests" | "calls" {
  if (instructions.includes("each of CALLS")) return "calls";
  return input.includes("Add tests in new files") ? "more tests" : "files";
}

const Calls = z.array(z.object({ id: z.int(), call: z.string() }));

function callsIn(input: string): z.infer<typeof Calls> {
  const text = /-----BEGIN CALLS \w+-----\n(?<calls>.*?)\n-----END CALLS/su.exec(input);
  return Calls.parse(JSON.parse(text?.groups?.["calls"] ?? "[]"));
}
