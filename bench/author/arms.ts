import type { AuthorPorts } from "../../src/authoring/asker.ts";
import { TaskAuthor } from "../../src/authoring/author-task.ts";
import { judgementOf } from "../../src/authoring/judgement.ts";
import { codePrompt, designPrompt, type Prompt, testsPrompt } from "../../src/authoring/prompts.ts";
import type { Terms } from "../../src/authoring/terms.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import { DesignDocument } from "../../src/task/design.ts";
import type { Stage } from "../../src/task/manifest.ts";
import { type Engine, isGreen, isProven, pairOf, silentLog, type Verdict } from "./engine.ts";
import { PoolJudge } from "./pool-judge.ts";
import { isAnyIn, type Pool, type Version } from "./pools.ts";
import type { SimulatedAuthor } from "./simulated-author.ts";

export interface Outcome {
  readonly merged: "right" | "wrong" | "nothing";
  /** Of wrong code that was merged: whether an example of the story, or one right test of those that were written, tells. */
  readonly isTold: boolean;
  /** Nothing was merged, although a right code had been written. */
  readonly isRefused: boolean;
  readonly tokens: number;
  /** Of the model. */
  readonly questions: number;
  /** What a person has to do before it goes on: answer what the story leaves open, or say that a test was rightly dropped. */
  readonly person: "answers" | "confirms" | null;
}

export interface Scene {
  readonly pool: Pool;
  readonly author: SimulatedAuthor;
  readonly engine: Engine;
  readonly checks: AuthorPorts["checks"];
}

/** What an arm comes to. */
interface End extends Pick<Outcome, "person"> {
  /** What is merged. */
  readonly code: Version | null;
}

export type Arm = (scene: Scene) => Promise<Outcome>;

const NOTHING: End = { code: null, person: null };

function merging(code: Version): End {
  return { code, person: null };
}

const RESAMPLED = 4;
const ROUNDS = 3;
/** The default of `max-attempts`. */
const ATTEMPTS = 3;
const MODEL = "simulated";

const TERMS: Terms = {
  models: { design: MODEL, code: MODEL, tests: MODEL, repair: null },
  repairsPerReply: 2,
  maxOutputTokens: 12_000,
  effort: null,
  packages: [],
};

/** Design, code and tests once; what verify proves is merged. */
const oneShot: Arm = (scene) => withinBudget(scene, () => firstProven(scene, 1));

/** The same several times, each without a look at the others; the first that verify proves is merged. */
const resampling: Arm = (scene) => withinBudget(scene, () => firstProven(scene, RESAMPLED));

async function firstProven(scene: Scene, samples: number): Promise<End> {
  for (let sample = 1; sample <= samples; sample += 1) {
    const { code, tests } = await drawn(scene, sample);
    if (isProven(await scene.engine.judge(pairOf(scene.pool, code, tests)))) return merging(code);
  }
  return NOTHING;
}

/** All that pytest prints goes back to both authors, with both their files; what passes plain pytest is merged. */
const naiveLoop: Arm = (scene) =>
  withinBudget(scene, async () => {
    let { code, tests, prompts } = await drawn(scene, 1);
    for (let round = 1; ; round += 1) {
      const verdict = await scene.engine.judge(pairOf(scene.pool, code, tests));
      if (isGreen(verdict)) return merging(code);
      if (round > ROUNDS) return NOTHING;
      const again = (prompt: Prompt): Prompt => withOutput(prompt, verdict, code, tests);
      [code, tests] = [
        await asked(scene, "code", again(prompts.code), 1, round + 1),
        await asked(scene, "tests", again(prompts.tests), 1, round + 1),
      ];
    }
  });

function withOutput(
  { instructions, input }: Prompt,
  { output }: Verdict,
  code: Version,
  tests: Version,
): Prompt {
  const files = JSON.stringify({ src: code.text, tests: tests.text });
  return { instructions, input: `${input}\n\npytest failed:\n${output}\n\nThe files:\n${files}` };
}

/**
 * As generate works, attempt after attempt: one that made nothing is followed by a new one, and one that verify does not
 * prove by one that goes on from it. What has a question for a person is merged by nobody. `isTrusting`: as with
 * `trust-rederived-tests`.
 */
const ours =
  (isTrusting: boolean): Arm =>
  (scene) =>
    withinBudget(scene, async () => {
      const { pool, engine, author, checks } = scene;
      const judge = new PoolJudge(pool, engine);
      const ports = { ask: author.ask, checks, judge, outOfTime: () => null, log: silentLog };
      let task = new TaskAuthor(pool.story, pool.task);
      let made = await task.attempt(TERMS, ports);
      for (let attempt = 1; ; attempt += 1) {
        const isLast = attempt === ATTEMPTS;
        if (made.kind === "unfinished") {
          if (isLast || isForGood(made.error)) return NOTHING;
          author.beginAnew();
          task = new TaskAuthor(pool.story, pool.task);
          made = await task.attempt(TERMS, ports);
          continue;
        }
        if (made.open !== null) return { ...NOTHING, person: "answers" };
        if (made.overruled.length > 0 && !isTrusting) return { ...NOTHING, person: "confirms" };
        const files = [...made.code.files, ...made.tests.files].map(
          ({ path, content }) => [path, content] as const,
        );
        const verdict = await engine.judge({ pool, files: Object.fromEntries(files) });
        if (isProven(verdict)) return merging(codeIn(pool, made.code.files[0]!.content));
        if (isLast) return NOTHING;
        made = await task.goOn(TERMS, ports, judgementOf(verdict.evidence, made.design));
      }
    });

function isForGood(error: unknown): boolean {
  if (!(error instanceof PipelineError)) throw error;
  return error.code === "LIMIT_REACHED";
}

function codeIn({ codes }: Pool, text: string): Version {
  const code = [codes.right, ...codes.wrong].find((each) => each.text === text);
  if (code === undefined) throw new Error("The code is none of the pool");
  return code;
}

/** What ends a story is no fault of the benchmark; all else is. */
function finished(error: unknown): End {
  if (error instanceof PipelineError) return NOTHING;
  throw error;
}

export const ARMS: Readonly<Record<string, Arm>> = {
  "one shot": oneShot,
  "naive loop": naiveLoop,
  resampling,
  ours: ours(false),
  "ours, trusting": ours(true),
};

interface Drawn {
  readonly code: Version;
  readonly tests: Version;
  readonly prompts: Readonly<Record<"code" | "tests", Prompt>>;
}

async function drawn(scene: Scene, sample: number): Promise<Drawn> {
  const { story, task } = scene.pool;
  const design = await asked(scene, "design", designPrompt(story, task), sample);
  const designed = { design: DesignDocument.parse(JSON.parse(design.text)), packages: [] };
  const prompts = {
    code: codePrompt(story, task, designed),
    tests: testsPrompt(story, task, designed),
  };
  const code = await asked(scene, "code", prompts.code, sample);
  const tests = await asked(scene, "tests", prompts.tests, sample);
  return { code, tests, prompts };
}

async function asked(
  { author }: Scene,
  stage: Stage,
  prompt: Prompt,
  sample: number,
  round = 1,
): Promise<Version> {
  const { maxOutputTokens, effort } = TERMS;
  const request = { stage, sample, ...prompt, schema: {}, maxOutputTokens, effort };
  await author.ask({ request, model: MODEL, round });
  return author.given.at(-1)!.version;
}

function isRightCode({ stage, version }: SimulatedAuthor["given"][number]): boolean {
  return stage === "code" && version.reading === "right";
}

/** What came of a story; without tokens left, nothing. */
async function withinBudget(scene: Scene, work: () => Promise<End>): Promise<Outcome> {
  const { code, person } = await work().catch(finished);
  const { author, pool } = scene;
  const { tokens, questions } = author;
  const reading = code?.reading;
  const mistake = typeof reading === "number" ? pool.mistakes[reading] : undefined;
  return {
    merged: code === null ? "nothing" : mistake === undefined ? "right" : "wrong",
    isTold:
      mistake !== undefined &&
      (mistake.isToldByExample ||
        author.given.some(({ version }) => isAnyIn(version.truths, mistake.inputs))),
    isRefused: code === null && author.given.some(isRightCode),
    tokens,
    questions,
    person,
  };
}
