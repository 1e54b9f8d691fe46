import type { ReasonCode } from "../evidence/reasons.ts";
import { assertNever } from "../foundation/errors.ts";
import { type Asker, type Reading, sideBySide, type Told } from "./asker.ts";
import { askForCode, askForTests, type AuthorSubject } from "./blind-questions.ts";
import { feedbackFor } from "./feedback.ts";
import { ANSWERABLE, type Next } from "./next-question.ts";
import {
  addPrompt,
  codePrompt,
  designPrompt,
  mendPrompt,
  type Prompt,
  testsPrompt,
} from "./prompts.ts";
import { DESIGN_SCHEMA, readDesign } from "./read-design.ts";
import {
  asFurtherSuite,
  FILES_SCHEMA,
  readAdditions,
  readCode,
  readTests,
  type Written,
} from "./read-files.ts";
import { type MadeVersion, newTaskState, type TaskState } from "./task-state.ts";

export type AskNext = Extract<Next, { kind: "ask" }>;

/** The questions to an author whose work is to be mended, added to or made anew; what they write becomes the version. */
export class RepairQuestions {
  readonly #subject: AuthorSubject;
  readonly #asker: Asker;
  readonly #state: TaskState;

  constructor(subject: AuthorSubject, asker: Asker, state: TaskState) {
    this.#subject = subject;
    this.#asker = asker;
    this.#state = state;
  }

  async ask(next: AskNext): Promise<Told<unknown>> {
    const told = await this.#tell(next);
    if (told.ok) await this.#takePackages();
    return told;
  }

  #tell({ stage, manner, cause, findings }: AskNext): Promise<Told<unknown>> {
    const feedback = feedbackFor(stage, findings);
    switch (stage) {
      case "code":
        return manner === "fresh" ? this.#freshCode(cause) : this.#mendCode(cause, feedback);
      case "tests":
        if (manner === "fresh") return this.#freshTests(cause);
        return manner === "add"
          ? this.#addTests(cause, feedback)
          : this.#mendTests(cause, feedback);
      case "design":
        return this.#mendDesign(cause, feedback);
      default:
        return assertNever(stage);
    }
  }

  async #mendCode(because: ReasonCode, feedback: readonly string[]): Promise<Told<Written>> {
    const { story, task } = this.#subject;
    const { design, code } = this.#state.version;
    const { packages } = this.#asker.terms;
    const told = await this.#asker.ask<Written>({
      stage: "code",
      sample: this.#state.samples.code,
      step: this.#asker.nextStep(),
      because,
      schema: FILES_SCHEMA,
      prompt: mendPrompt(codePrompt(story, task, { design, packages }), "code", {
        feedback,
        work: { files: code.files },
      }),
      kept: code,
      read: (reply, kept) => readCode(reply, design, kept?.files),
      check: ({ files }, place) =>
        this.#asker.ports.checks.code(files, { story, task: task.id, design, packages, place }),
    });
    if (told.ok) this.#take({ code: told.value });
    return told;
  }

  async #freshCode(because: ReasonCode): Promise<Told<Written>> {
    const { design } = this.#state.version;
    const step = this.#asker.nextStep();
    const told = await askForCode(this.#subject, this.#asker, { design, step, because });
    if (!told.ok) return told;
    const sample = this.#asker.lastSample("code");
    this.#state.unjudgedCode = this.#state.codes.push({ sample, written: told.value }) - 1;
    this.#state.history.blindFailures.push(null);
    this.#state.samples.code = sample;
    this.#take({ code: told.value });
    return told;
  }

  async #mendTests(because: ReasonCode, feedback: readonly string[]): Promise<Told<Written>> {
    const { tests, design } = this.#state.version;
    const told = await this.#askTests({
      because,
      further: (prompt) => mendPrompt(prompt, "tests", { feedback, work: { files: tests.files } }),
      read: (reply, kept) => readTests(reply, design, kept?.files ?? tests.files),
    });
    if (told.ok) this.#take({ tests: told.value });
    return told;
  }

  async #addTests(because: ReasonCode, feedback: readonly string[]): Promise<Told<Written>> {
    const { tests } = this.#state.version;
    const told = await this.#askTests({
      because,
      further: (prompt) => addPrompt(prompt, { feedback, work: { files: tests.files } }),
      read: (reply, kept) => readAdditions(reply, tests.files, kept?.files),
    });
    if (told.ok) this.#take({ tests: { ...told.value, notes: tests.notes ?? told.value.notes } });
    return told;
  }

  /** Whoever wrote the tests, about them. */
  #askTests({
    because,
    further,
    read,
  }: {
    readonly because: ReasonCode;
    readonly further: (prompt: Prompt) => Prompt;
    readonly read: Reading<Written>["read"];
  }): Promise<Told<Written>> {
    const { story, task } = this.#subject;
    const { design } = this.#state.version;
    const { packages } = this.#asker.terms;
    return this.#asker.ask<Written>({
      stage: "tests",
      sample: this.#state.samples.tests,
      step: this.#asker.nextStep(),
      because,
      schema: FILES_SCHEMA,
      prompt: further(testsPrompt(story, task, { design, packages })),
      read,
      check: ({ files }, place) =>
        this.#asker.ports.checks.tests(files, { story, task: task.id, design, packages, place }),
    });
  }

  /** A suite that never counted is replaced; to any other it is added. */
  async #freshTests(because: ReasonCode): Promise<Told<Written>> {
    const { design, tests } = this.#state.version;
    const step = this.#asker.nextStep();
    const told = await askForTests(this.#subject, this.#asker, { design, step, because });
    if (!told.ok) return told;
    this.#state.suites.push({ files: told.value.files, isTaken: true });
    this.#state.samples.tests = this.#asker.lastSample("tests");
    const isAdded = ANSWERABLE[because] === "more tests";
    const files = isAdded
      ? [...tests.files, ...asFurtherSuite(told.value.files, tests.files)]
      : told.value.files;
    this.#take({ tests: { ...told.value, files } });
    return told;
  }

  /** Code and tests are made anew where the design promises something else by now. */
  async #mendDesign(because: ReasonCode, feedback: readonly string[]): Promise<Told<unknown>> {
    const { story, task } = this.#subject;
    const before = this.#state.version.design;
    const told = await this.#asker.ask({
      stage: "design",
      sample: this.#state.samples.design,
      step: this.#asker.nextStep(),
      because,
      schema: DESIGN_SCHEMA,
      prompt: mendPrompt(designPrompt(story, task), "design", { feedback, work: before }),
      read: (reply) => readDesign(reply, story, task.id),
    });
    if (!told.ok) return told;
    const design = told.value;
    if (JSON.stringify(promised(design)) === JSON.stringify(promised(before))) {
      this.#take({ design });
      return told;
    }
    const step = this.#asker.nextStep();
    const [code, tests] = await sideBySide(
      askForCode(this.#subject, this.#asker, { design, step, because }),
      askForTests(this.#subject, this.#asker, { design, step, because }),
    );
    if (!code.ok) return code;
    if (!tests.ok) return tests;
    const samples = {
      design: this.#state.samples.design,
      code: this.#asker.lastSample("code"),
      tests: this.#asker.lastSample("tests"),
    };
    const made = { design, code: code.value, tests: tests.value, packages: null };
    const { history, ...fresh } = newTaskState(made, samples);
    Object.assign(this.#state, fresh);
    this.#state.history.blindFailures.splice(0, Infinity, ...history.blindFailures);
    this.#state.unjudgedCode = 0;
    return told;
  }

  #take(change: Partial<MadeVersion>): void {
    this.#state.version = { ...this.#state.version, ...change };
  }

  async #takePackages(): Promise<void> {
    const { code, tests } = this.#state.version;
    const packages = await this.#asker.packagesFor([...code.files, ...tests.files]);
    this.#take({ packages });
  }
}

function promised({ modules, criteria }: MadeVersion["design"]): unknown {
  return { modules, criteria: criteria.map(({ id, source }) => ({ id, source })) };
}
