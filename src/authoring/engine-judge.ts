import type { VerifySettings } from "../config/config.ts";
import { sha256OfJson } from "../foundation/digest.ts";
import type { Lanes } from "../foundation/lanes.ts";
import { shownAnswer } from "../proof/answers.ts";
import type { Random } from "../proof/canary.ts";
import { shownBy } from "../proof/evidence-document.ts";
import { answersOf } from "../proof/examples.ts";
import { runLimits } from "../proof/limits.ts";
import type { TaskProgress } from "../proof/progress.ts";
import { prove } from "../proof/prove.ts";
import type { PythonEnvironments } from "../proof/python-environments.ts";
import type { PythonReader } from "../proof/python-reader.ts";
import { isOutOfTime } from "../proof/time-budget.ts";
import type { Story } from "../story/story.ts";
import type { TaskContent } from "../task/folder.ts";
import type { TaskId } from "../task/task-id.ts";
import { confirmedBy, contestedClaims, suiteWithout } from "./claims.ts";
import { crossRun } from "./cross-run.ts";
import type { GeneratedFile } from "./generated-file.ts";
import type { Derived, Judge, Version, Versions } from "./judge.ts";
import { type ImportFailure, type Judgement, judgementOf } from "./judgement.ts";
import { versionFiles } from "./task-files.ts";
import { type Contested, Trial, type TriedTest } from "./trial.ts";
import { QUESTION_LIMITS, Workbench } from "./workbench.ts";

export interface EngineOptions {
  /** In complete isolation alone: a key is in the same job. */
  readonly environments: PythonEnvironments;
  readonly config: VerifySettings;
  /** Wall time of one check. */
  readonly checkSeconds: number;
  readonly reader: PythonReader;
  readonly sharedRequirements: () => Promise<readonly TaskContent[]>;
  readonly random: Random;
  /** Seconds since any fixed moment. */
  readonly now: () => number;
  readonly progress: TaskProgress;
  /** Where versions are run: for so many tasks at a time. */
  readonly judging: Lanes;
}

/** New tests have to pass more often: nobody has seen them pass yet. */
const RERUNS_OF_ADDITIONS = 5;
const TIMEOUT_SECONDS = 60;
/** Of the time of a check for one run: code that never answers has to leave enough to find out that it does not. */
const SHARE_OF_A_RUN = 1 / 4;

/** Judges versions of one task with the engine of verify, in complete isolation. */
export function engineJudge(task: TaskId, story: Story, options: EngineOptions): Judge {
  return new Engine(task, story, options);
}

class Engine implements Judge {
  readonly #task: TaskId;
  readonly #story: Story;
  readonly #options: EngineOptions;
  readonly #workbench: Workbench;

  constructor(task: TaskId, story: Story, options: EngineOptions) {
    this.#task = task;
    this.#story = story;
    this.#options = options;
    this.#workbench = new Workbench(task, story, {
      ...options,
      allowedDependencies: options.config["allowed-dependencies"],
    });
  }

  // What was paid for is never lost to a fault of ours: it is left to verify then.
  judge(version: Version, additions: boolean): Promise<Judgement> {
    return this.#options.judging
      .run(() => this.#judge(version, additions))
      .catch((error: unknown) => notJudged(`the check itself failed: ${String(error)}`));
  }

  tryAll(versions: Versions): Promise<Trial | null> {
    return crossRun(versions, { ...this.#options, workbench: this.#workbench })
      .then((trial) => Trial.safeParse(trial).data ?? null)
      .catch(() => null);
  }

  contested(
    versions: Versions,
    tests: readonly TriedTest[],
    codes: readonly number[],
  ): Promise<readonly (Contested | null)[]> {
    const { reader } = this.#options;
    return contestedClaims({ workbench: this.#workbench, reader }, versions, tests, codes);
  }

  confirms(
    versions: Versions,
    code: number,
    derived: readonly { readonly contested: Contested; readonly answer: Derived }[],
  ): Promise<readonly boolean[]> {
    return confirmedBy(this.#workbench, versions, code, derived).catch(() =>
      derived.map(() => false),
    );
  }

  without(
    suite: readonly GeneratedFile[],
    tests: readonly TriedTest[],
  ): Promise<readonly GeneratedFile[] | null> {
    return suiteWithout(this.#options.reader, suite, tests).catch(() => null);
  }

  async #judge(version: Version, additions: boolean): Promise<Judgement> {
    const { config, checkSeconds, environments, random, now, progress } = this.#options;
    const seconds = (most: number): number => Math.min(most, checkSeconds);
    const shared = await this.#options.sharedRequirements();
    const proof = await prove(
      {
        task: this.#task,
        files: versionFiles(this.#task, this.#story, version),
        sharedRequirements: shared,
      },
      {
        environments,
        config: {
          ...config,
          "task-seconds": seconds(config["task-seconds"]),
          "stub-seconds": seconds(config["stub-seconds"]),
          "mutation-seconds": seconds(config["mutation-seconds"]),
        },
        maxTests: 0,
        mutants: config.mutants,
        reruns: additions ? RERUNS_OF_ADDITIONS : config.reruns,
        limits: runLimits(
          Math.max(
            1,
            Math.floor(
              Math.min(TIMEOUT_SECONDS, config["timeout-seconds"], checkSeconds * SHARE_OF_A_RUN),
            ),
          ),
        ),
        random,
        now,
        progress,
        // Of the code alone, so that the same code is changed in the same places whatever its tests are.
        inputsOf: (facts) => ({
          task: sha256OfJson(version.code),
          shared: {},
          config: sha256OfJson(null),
          verify: "",
          mutants: config.mutants,
          reruns: config.reruns,
          ...facts,
        }),
      },
    );
    if (proof.reasons.some(isOutOfTime)) {
      return notJudged(
        `it takes more than ${checkSeconds} seconds (\`check-seconds\` of the config)`,
      );
    }
    const unavailable = proof.reasons.find(({ code }) => code === "isolation_unavailable");
    if (unavailable !== undefined) return notJudged(unavailable.message);
    const found = shownBy(proof);
    const isOverdue =
      found.reasons.some(({ code }) => code === "stub_survived") &&
      !(found.stubs ?? []).some(({ outcome }) => outcome === "survived" || outcome === "unknown") &&
      found.stubs !== null &&
      found.stubs.length > 0;
    if (isOverdue) return notJudged("there was not enough time for stubs");
    const isUncollected = found.reasons.some(({ code }) => code === "collection_error");
    const failure = isUncollected ? await this.#importFailure(version) : null;
    return judgementOf(found, version.design, failure);
  }

  /** Whether the code cannot even be imported: then it is no fault of the tests. */
  async #importFailure(version: Version): Promise<ImportFailure | null> {
    const imports = version.design.modules.map((module) => module.import);
    const [answer] =
      (await this.#workbench.withFiles(version, version.code, (session) =>
        answersOf(session, [{ call: { setup: [], call: "None", isAsync: false } }], {
          contract: { imports },
          limits: QUESTION_LIMITS,
          random: this.#options.random,
        }),
      )) ?? [];
    return answer === undefined || answer.kind === "value"
      ? null
      : { error: shownAnswer(answer).slice(0, 500) };
  }
}

function notJudged(why: string): Judgement {
  return { kind: "not_judged", why };
}
