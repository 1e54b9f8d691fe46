import type { GeneratedFile } from "../../src/authoring/generated-file.ts";
import type { Derived, Judge, Version, Versions } from "../../src/authoring/judge.ts";
import { type Judgement, judgementOf } from "../../src/authoring/judgement.ts";
import { PROBES, probeCalls } from "../../src/authoring/probe-calls.ts";
import type { Contested, Trial, TriedCode, TriedTest } from "../../src/authoring/trial.ts";
import { sha256OfJson } from "../../src/foundation/digest.ts";
import type { Engine, Files, Verdict } from "./engine.ts";
import { answersTo, type Pool } from "./pools.ts";

/** What a test of a pool says: it makes one call. */
interface Claim {
  readonly given: string;
  readonly answer: string;
}

const knownAnswers = new Map<string, string[][]>();

/**
 * The author's own check: the engine's verdicts, put together as generate's judge puts them together. What that one finds
 * out by further runs, such as the answers to probe calls, is computed here in one process, for the pools do no harm.
 */
export class PoolJudge implements Judge {
  readonly #pool: Pool;
  readonly #engine: Engine;

  constructor(pool: Pool, engine: Engine) {
    this.#pool = pool;
    this.#engine = engine;
  }

  async judge({ design, code, tests }: Version): Promise<Judgement> {
    const { evidence } = await this.#verdictOn(code, tests);
    return judgementOf(evidence, design);
  }

  async tryAll({ codes, suites }: Versions): Promise<Trial> {
    const tests: TriedTest[] = [];
    const failed: (string[] | null)[] = codes.map(() => null);
    for (const [suite, files] of suites.entries()) {
      const verdicts: Verdict[] = [];
      for (const code of codes) verdicts.push(await this.#verdictOn(code, files));
      tests.push(...triedTests(suite, verdicts));
      for (const [index, verdict] of verdicts.entries()) failed[index] = this.#failedIn(verdict);
    }
    const calls = suites.flatMap((files) => this.#claimsIn(files)).map(({ given }) => given);
    return { codes: this.#agreements(codes, calls, failed), tests };
  }

  contested(
    { suites, codes }: Versions,
    tests: readonly TriedTest[],
    which: readonly number[],
  ): Promise<readonly (Contested | null)[]> {
    const contested = tests.map((test): Contested | null => {
      const claim = this.#claimOf(suites[test.suite] ?? [], test);
      if (claim === null) return null;
      const answers = which.map((index) => this.#answers([codes[index]!], [claim.given])[0]![0]!);
      const { returns, raises } = derivedOf(claim.answer);
      return { setup: [], call: this.#callOf(claim.given), returns, raises, answers };
    });
    return Promise.resolve(contested);
  }

  confirms(
    { codes }: Versions,
    code: number,
    derived: readonly { readonly contested: Contested; readonly answer: Derived }[],
  ): Promise<readonly boolean[]> {
    const confirmed = derived.map(({ contested, answer }) => {
      const given = contested.call.slice(this.#pool.name.length + 1, -1);
      const { returns, raises } = derivedOf(this.#answers([codes[code]!], [given])[0]![0]!);
      return returns === answer.returns && raises === answer.raises;
    });
    return Promise.resolve(confirmed);
  }

  without(
    suite: readonly GeneratedFile[],
    tests: readonly TriedTest[],
  ): Promise<readonly GeneratedFile[] | null> {
    const files = suite.map(({ path, content }) => {
      const gone = tests.filter(({ id }) => id.startsWith(`${path}::`));
      const kept = blocksOf(content).filter(
        (block) => !gone.some(({ id }) => nameOf(block) === id.split("::").at(-1)),
      );
      return { path, content: kept.join(BETWEEN) };
    });
    return Promise.resolve(files);
  }

  #verdictOn(code: readonly GeneratedFile[], tests: readonly GeneratedFile[]): Promise<Verdict> {
    return this.#engine.judge({ pool: this.#pool, files: filesOf([...code, ...tests]) });
  }

  /** Lines of the story whose examples the code fails. */
  #failedIn({ evidence: { criteria } }: Verdict): string[] | null {
    if (criteria === null) return null;
    const { story, lineOf } = this.#pool;
    return Object.entries(criteria).flatMap(([id, { example }]) =>
      example?.state === "executed" && example.got !== null ? [lineOf(id) ?? story.id] : [],
    );
  }

  #agreements(
    codes: Versions["codes"],
    inputs: readonly string[],
    failed: readonly (string[] | null)[],
  ): TriedCode[] {
    const calls = [...this.#pool.told, ...inputs.slice(0, PROBES)].map((given) => ({
      setup: [],
      call: this.#callOf(given),
      isAsync: false,
    }));
    const all = [...calls, ...probeCalls(calls)].map(({ call }) =>
      call.slice(this.#pool.name.length + 1, -1),
    );
    const answers = this.#answers(codes, all).map((each) => JSON.stringify(each));
    return answers.map((each, index) => ({
      failed: failed[index] ?? null,
      agreement: answers.indexOf(each),
    }));
  }

  #answers(codes: Versions["codes"], inputs: readonly string[]): string[][] {
    const texts = codes.map((files) => files.map(({ content }) => content).join("\n"));
    const key = sha256OfJson({ texts, inputs });
    const answers = knownAnswers.get(key) ?? answersTo(this.#pool.name, texts, inputs);
    knownAnswers.set(key, answers);
    return answers;
  }

  #callOf(given: string): string {
    return `${this.#pool.name}(${given})`;
  }

  #claimsIn(files: readonly GeneratedFile[]): Claim[] {
    return files.flatMap(({ content }) =>
      blocksOf(content).flatMap((block) => this.#claimIn(block) ?? []),
    );
  }

  #claimOf(files: readonly GeneratedFile[], { id }: TriedTest): Claim | null {
    const [path, name] = id.split("::");
    const file = files.find((each) => each.path === path);
    const block = blocksOf(file?.content ?? "").find((each) => nameOf(each) === name);
    return block === undefined ? null : this.#claimIn(block);
  }

  #claimIn(block: string): Claim | null {
    const { name } = this.#pool;
    const error = block.split("with pytest.raises(ValueError):\n")[1]?.trim();
    if (error?.startsWith(`${name}(`) === true) {
      return { given: error.slice(name.length + 1, -1), answer: "!ValueError" };
    }
    const line = block.split("\n").find((each) => each.startsWith(`    assert ${name}(`));
    const at = line?.lastIndexOf(") == ") ?? -1;
    if (line === undefined || at < 0) return null;
    const answer = line.slice(at + ") == ".length).trim();
    return answer === "result"
      ? null
      : { given: line.slice(`    assert ${name}(`.length, at), answer };
  }
}

function filesOf(files: readonly GeneratedFile[]): Files {
  return Object.fromEntries(files.map(({ path, content }) => [path, content]));
}

function triedTests(suite: number, verdicts: readonly Verdict[]): TriedTest[] {
  const results = verdicts.map(({ evidence }) => evidence.results);
  const known = new Map(results.flat().map(({ id, criteria }) => [id, criteria]));
  return [...known].map(([id, criteria]) => ({
    suite,
    id,
    case: 0,
    criteria: [...criteria],
    outcomes: results.map((each) => {
      const outcome = each.find((result) => result.id === id)?.outcome;
      if (outcome === "error") return "failed";
      return outcome === "passed" || outcome === "failed" ? outcome : "none";
    }),
  }));
}

function derivedOf(answer: string): Derived {
  return answer.startsWith("!")
    ? { returns: null, raises: answer.slice(1) }
    : { returns: answer, raises: null };
}

/** As pools.ts writes suites: two empty lines stand between tests. */
const BETWEEN = "\n\n\n";

function blocksOf(content: string): string[] {
  return content.split(BETWEEN);
}

function nameOf(block: string): string | undefined {
  return /^def (?<name>\w+)/mu.exec(block)?.groups?.["name"];
}
