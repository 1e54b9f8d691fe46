import { type Contract, contractOf, demandsOf } from "../contract/contract.ts";
import { readExpression } from "../contract/read-python.ts";
import { pythonOf } from "../contract/write-python.ts";
import { type Answer, parseAnswers } from "../proof/answers.ts";
import type { Random } from "../proof/canary.ts";
import { answersOf } from "../proof/examples.ts";
import type { Expected } from "../proof/judge-answer.ts";
import { runLimits } from "../proof/limits.ts";
import type { PythonEnvironments } from "../proof/python-environments.ts";
import type { Claim } from "../proof/python-reader.ts";
import { type Requirement, sharedRequirements, taskRequirements } from "../proof/requirements.ts";
import type { PytestSession } from "../proof/session.ts";
import type { Story } from "../story/story.ts";
import type { TaskContent } from "../task/folder.ts";
import { partsOf, type TaskId } from "../task/task-id.ts";
import type { GeneratedFile } from "./generated-file.ts";
import type { Version, Versions } from "./judge.ts";

/** One suite on one code, or some calls. */
export const QUESTION_LIMITS = runLimits(20);

export interface WorkbenchOptions {
  /** In complete isolation alone: a key is in the same job. */
  readonly environments: PythonEnvironments;
  readonly allowedDependencies: Readonly<Record<string, string>>;
  readonly sharedRequirements: () => Promise<readonly TaskContent[]>;
  readonly random: Random;
}

/** Runs some files of a task, whole suites or single calls, in complete isolation. */
export class Workbench {
  readonly #task: TaskId;
  readonly #story: Story;
  readonly #options: WorkbenchOptions;

  constructor(task: TaskId, story: Story, options: WorkbenchOptions) {
    this.#task = task;
    this.#story = story;
    this.#options = options;
  }

  /** A session with these files; null where there is no isolation to be had, or no packages. */
  async withFiles<T>(
    { packages }: Pick<Version, "packages">,
    files: readonly GeneratedFile[],
    work: (session: PytestSession, open: IsolatedOpen) => Promise<T>,
  ): Promise<T | null> {
    const python = await this.#options.environments.prepare(await this.#requirements(packages));
    if (python.kind !== "ready") return null;
    const content = files.map(contentOf);
    const open = (seed: number): ReturnType<IsolatedOpen> =>
      python.isolated.open(content, { seed });
    const opened = await open(0);
    if (opened.kind === "unavailable") return null;
    try {
      return await work(opened.session, open);
    } finally {
      await opened.session.close();
    }
  }

  /** What this code gives for calls; null where it cannot be asked. */
  answersOf(
    versions: Pick<Versions, "design" | "packages">,
    code: readonly GeneratedFile[],
    calls: readonly Pick<Claim, "setup" | "call">[],
  ): Promise<readonly Answer[] | null> {
    return this.withFiles(versions, code, (session) =>
      answersOf(
        session,
        calls.map(({ setup, call }) => ({ call: { setup, call, isAsync: false } })),
        {
          contract: this.contractOf(versions.design),
          limits: QUESTION_LIMITS,
          random: this.#options.random,
        },
      ),
    );
  }

  /** What is claimed, as values of Python; null in place of what is not one, or says nothing. */
  async expected(
    versions: Pick<Versions, "packages">,
    claims: readonly Pick<Claim, "returns" | "raises">[],
  ): Promise<readonly (Expected | null)[] | null> {
    const expressions = claims.map(({ returns }) => {
      const read = returns === null ? null : readExpression(returns);
      return read !== null && read.ok ? pythonOf(read.value) : null;
    });
    const values = await this.withFiles(versions, [], async (session) => {
      const asked = expressions.map((expression) => expression ?? "None");
      const { report } = await session.expected(asked, QUESTION_LIMITS);
      return parseAnswers(report, asked.length);
    });
    if (values === null) return null;
    return claims.map(({ raises }, index): Expected | null => {
      if (raises !== null) return { kind: "error", type: raises, match: null };
      const value = values[index]!;
      return expressions[index] !== null && value.kind === "value"
        ? { kind: "value", data: value.data }
        : null;
    });
  }

  contractOf(design: Version["design"]): Contract {
    return contractOf(design, demandsOf(this.#story.document, partsOf(this.#task).part)).contract;
  }

  async #requirements(packages: readonly string[] | null): Promise<readonly Requirement[]> {
    const shared = sharedRequirements(await this.#options.sharedRequirements());
    const text = (packages ?? []).map((line) => `${line}\n`).join("");
    const own =
      packages === null
        ? []
        : taskRequirements(
            [contentOf({ path: "requirements.txt", content: text })],
            this.#options.allowedDependencies,
          ).requirements;
    return [...shared.requirements, ...own];
  }
}

export type IsolatedOpen = (
  seed: number,
) => ReturnType<
  Extract<Awaited<ReturnType<PythonEnvironments["prepare"]>>, { kind: "ready" }>["isolated"]["open"]
>;

export function contentOf({ path, content }: GeneratedFile): TaskContent {
  return { path, content: new TextEncoder().encode(content) };
}
