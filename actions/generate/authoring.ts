import type { AuthorPorts } from "../../src/authoring/asker.ts";
import { type Authored, TaskAuthor, type Unfinished } from "../../src/authoring/author-task.ts";
import { Budget, type BudgetLimits, worstCase } from "../../src/authoring/budget.ts";
import { type Judge, NO_JUDGE } from "../../src/authoring/judge.ts";
import type { Judgement } from "../../src/authoring/judgement.ts";
import type { Model } from "../../src/authoring/model.ts";
import { offeredPackages, packageLines } from "../../src/authoring/packages.ts";
import { paidQuestions } from "../../src/authoring/paid-questions.ts";
import { costOf, DEFAULT_MODEL, priceOf } from "../../src/authoring/prices.ts";
import { designPrompt, PROMPT_VERSION } from "../../src/authoring/prompts.ts";
import { pythonChecks } from "../../src/authoring/python-checks.ts";
import { DESIGN_SCHEMA } from "../../src/authoring/read-design.ts";
import { assertFolder } from "../../src/authoring/read-files.ts";
import { Spending, sumOf } from "../../src/authoring/spending.ts";
import { Stopwatch } from "../../src/authoring/stopwatch.ts";
import { accountFiles, taskFiles, transcriptsOf } from "../../src/authoring/task-files.ts";
import { modelFor, modelsOf, type Terms } from "../../src/authoring/terms.ts";
import {
  exchangesOf,
  type Start,
  type Transcript,
  transcriptText,
} from "../../src/authoring/transcript.ts";
import type { Config } from "../../src/config/config.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import type { End } from "../../src/next-runs/journal.ts";
import type { PackageIndex } from "../../src/proof/package-index.ts";
import type { PythonReader } from "../../src/proof/python-reader.ts";
import type { NamedPackage } from "../../src/proof/requirements.ts";
import type { Log } from "../../src/runner/log.ts";
import type { Story } from "../../src/story/story.ts";
import { STAGES } from "../../src/task/manifest.ts";
import type { TaskId } from "../../src/task/task-id.ts";
import type { PlannedTask } from "./plan-tasks.ts";
import type { GenerateReason } from "./task-plan.ts";

export interface AuthoringPorts {
  /** A model by its name, made on first use: a run that asks none needs no key. */
  readonly modelOf: (name: string) => Model;
  readonly reader: PythonReader;
  readonly index: PackageIndex;
  /** Who judges the versions of a task before anybody else does. */
  readonly judgeOf: (task: TaskId, story: Story, config: Config) => Judge;
  /** Seconds since any fixed moment. */
  readonly now: () => number;
  /** Keeps what was said about a task, also where nothing came of it. */
  readonly keepTranscript: (task: TaskId, text: string) => void;
  readonly log: Log;
  readonly version: string;
}

export interface AuthoringOptions {
  readonly config: Config;
  /** Of the action; empty for the default. */
  readonly model: string;
  /** Of the action; null for the config's. */
  readonly budgetUsd: number | null;
}

/** Where the last attempt ended, and what a run has found of it. */
export interface Feedback {
  readonly author: TaskAuthor;
  readonly before: readonly Transcript[];
  readonly found: Judgement;
}

/** A task that may be asked for, wherever it is to be written. */
export interface Subject extends Pick<PlannedTask, "story" | "task" | "made"> {
  readonly plan: { readonly task: TaskId };
}

/** What came of an attempt. */
export interface Attempted {
  readonly number: number;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly made: Authored | Unfinished;
}

/** The authors of one run: whom it asks, by which terms, and what it has spent. */
export class Authoring {
  readonly spending = new Spending();
  readonly stopwatch: Stopwatch;
  readonly #options: AuthoringOptions;
  readonly #ports: AuthoringPorts;
  readonly #budgets = new Map<string, Budget>();
  readonly #withoutPrice = new Set<string>();
  #ends: readonly End[] = [];

  constructor(options: AuthoringOptions, ports: AuthoringPorts) {
    this.#options = options;
    this.#ports = ports;
    this.stopwatch = new Stopwatch(ports.now);
  }

  /**
   * Tasks of one text of a story share one budget, with what earlier attempts at it have cost; `ends` are those that
   * pushed nothing.
   */
  plan(planned: readonly Subject[], ends: readonly End[] = []): void {
    this.#ends = ends;
    const limits = this.#limits();
    for (const [digest, tasks] of Map.groupBy(planned, ({ story }) => story.digest)) {
      const calls = tasks
        .flatMap(({ made }) => made?.attempts ?? [])
        .flatMap((attempt) => attempt.calls);
      const unpushed = ends
        .filter((end) => tasks.some(({ plan }) => plan.task === end.task))
        .flatMap(({ calls: count, costUsd }) =>
          Array.from({ length: count }, (_, index) => ({ costUsd: index === 0 ? costUsd : 0 })),
        );
      this.#budgets.set(digest, new Budget(limits, [...calls, ...unpushed]));
    }
  }

  get models(): string[] {
    return modelsOf(this.#terms([]));
  }

  /** What bounds the questions about one text of a story; null where none comes after the first version. */
  get inAll(): BudgetLimits | null {
    return this.#options.config["self-check"] ? this.#limits() : null;
  }

  #limits(): BudgetLimits {
    const { config, budgetUsd } = this.#options;
    return { usd: budgetUsd ?? config["budget-usd"], calls: config["max-calls"] };
  }

  /**
   * What the first version of a task takes at most, before its design is there: each stage asked as often as it may be, with
   * no reply longer than it may be. `LIMIT_REACHED` and faults of the story are left to the attempt.
   */
  estimate({ story, task }: Pick<Subject, "story" | "task">): {
    tokens: number;
    costUsd: number | null;
  } {
    const terms = this.#terms([]);
    const { instructions, input } = designPrompt(story, task);
    const { maxOutputTokens, repairsPerReply } = terms;
    // Code and tests are given the design, which is a reply, in the place of the lines.
    const first = worstCase({ instructions, input, schema: DESIGN_SCHEMA, maxOutputTokens });
    const later = { ...first, input: first.input + maxOutputTokens };
    const costs = STAGES.flatMap((stage) =>
      Array.from({ length: repairsPerReply + 1 }, (_, index) => {
        const model = modelFor(terms, stage, index + 1);
        // What could not be used is shown again.
        const base = stage === "design" ? first : later;
        const tokens = { ...base, input: base.input + index * maxOutputTokens };
        return { tokens, costUsd: costOf(tokens, priceOf(model, this.#options.config.prices)) };
      }),
    );
    const { tokens, costUsd } = sumOf(costs);
    return { tokens: tokens.input + tokens.output, costUsd };
  }

  /** Makes one attempt. What was paid for is kept, whatever comes of it. */
  async attempt(
    { story, task, made: present }: Subject,
    plan: {
      readonly task: TaskId;
      readonly reason: GenerateReason;
      /** Of what failed before it, where it does not go on from that. */
      readonly fingerprint?: string | null;
    },
    log: Pick<Log, "info" | "warning">,
    feedback: Feedback | null = null,
  ): Promise<Attempted> {
    const earlier = present?.attempts ?? [];
    const unpushed = this.#ends.filter(({ task: id }) => id === plan.task).length;
    this.#assertMayTry(plan.task, earlier.length + unpushed);
    const offered = offeredOrThrow(story, this.#options.config);
    const terms = this.#terms(offered);
    this.#warnOfUnknownPrices(terms, log);
    const goesOn = plan.reason === "feedback" ? feedback : null;
    const start: Start = {
      kind: "attempt",
      version: this.#ports.version,
      promptVersion: PROMPT_VERSION,
      number: earlier.length + 1,
      reason: plan.reason,
      fingerprint:
        goesOn?.found.kind === "judged" ? goesOn.found.fingerprint : (plan.fingerprint ?? null),
      earlier: [...earlier],
      terms,
    };
    const timed = { task: plan.task, attempt: start.number };
    const ports = this.#authorPorts(story, timed, { offered, log });
    const made = await (goesOn === null
      ? new TaskAuthor(story, task).attempt(terms, ports)
      : goesOn.author.goOn(terms, ports, goesOn.found));
    const making = { task: plan.task, story, start, before: goesOn?.before ?? [] };
    if (exchangesOf(made).length > 0) {
      this.#ports.keepTranscript(plan.task, transcriptText(transcriptsOf(making, made)));
    }
    if (made.kind === "made") {
      const files = taskFiles(making, made);
      assertFolder(plan.task, files);
      return { number: start.number, files, made };
    }
    return { number: start.number, files: accountFiles(making, made), made };
  }

  #authorPorts(
    story: Story,
    timed: { readonly task: TaskId; readonly attempt: number },
    {
      offered,
      log,
    }: {
      readonly offered: readonly NamedPackage[];
      readonly log: Pick<Log, "info" | "warning">;
    },
  ): AuthorPorts {
    const { modelOf, reader, index, judgeOf, now } = this.#ports;
    const { config } = this.#options;
    const budget = this.#budgets.get(story.digest);
    if (budget === undefined) throw new Error(`${story.path} was not planned`);
    const minutes = config["story-minutes"];
    const until = now() + minutes * 60;
    const ask = paidQuestions({
      modelOf,
      priceOf: (name) => priceOf(name, config.prices),
      budget,
      spent: (stage, tokens, costUsd) => this.spending.add(stage, tokens, costUsd),
      log,
    });
    return {
      ask: this.stopwatch.asking(timed, ask),
      checks: pythonChecks({ reader, index, offered, log }),
      judge: config["self-check"]
        ? this.stopwatch.judging(timed, judgeOf(timed.task, story, config))
        : NO_JUDGE,
      outOfTime: () =>
        now() < until ? null : `${minutes} minutes are over (\`story-minutes\` of the config)`,
      log,
    };
  }

  #terms(offered: readonly NamedPackage[]): Terms {
    const { config, model } = this.#options;
    const usual = model || DEFAULT_MODEL;
    const { design = usual, code = usual, tests = usual, repair = null } = config.models;
    return {
      models: { design, code, tests, repair },
      repairsPerReply: config["repairs-per-reply"],
      maxOutputTokens: config["max-output-tokens"],
      effort: config["reasoning-effort"],
      packages: packageLines(offered),
    };
  }

  #assertMayTry(task: TaskId, made: number): void {
    const most = this.#options.config["max-attempts"];
    if (made < most) return;
    throw new PipelineError(
      "LIMIT_REACHED",
      `${made} of ${most} attempts at this text of the story were made for ${task}`,
      {
        hint: "A change of the story begins anew; `max-attempts` in the config is the limit.",
      },
    );
  }

  /** Once for each model. */
  #warnOfUnknownPrices(terms: Terms, log: Pick<Log, "warning">): void {
    for (const name of modelsOf(terms)) {
      if (priceOf(name, this.#options.config.prices) !== null) continue;
      if (this.#withoutPrice.has(name)) continue;
      this.#withoutPrice.add(name);
      log.warning(
        `The price of ${name} is unknown, so its questions are bounded by their number (\`max-calls\`) and their length (\`max-output-tokens\`) alone. State it under \`prices\` in .github/agent-pipeline.yml.`,
      );
    }
  }
}

/** Before the first question: a model that may not use what it is asked to use is paid for nothing. */
function offeredOrThrow(story: Story, config: Config): readonly NamedPackage[] {
  const { packages, problems } = offeredPackages(story.document, config["allowed-dependencies"]);
  if (problems.length === 0) return packages;
  throw new PipelineError("INPUT_INVALID", `${story.path}: ${problems.join("; ")}`, {
    hint: 'An empty list, `"dependencies": []`, asks for the standard library alone.',
  });
}
