import { PipelineError } from "../foundation/errors.ts";
import type { Story, StoryTask } from "../story/story.ts";
import type { DesignDocument } from "../task/design.ts";
import type { Ending, OpenQuestion, Overruled } from "../task/manifest.ts";
import { Asker, type AuthorPorts, sideBySide, type Told } from "./asker.ts";
import { askForCode, askForTests } from "./blind-questions.ts";
import { improve } from "./improve.ts";
import type { Judgement } from "./judgement.ts";
import { designPrompt, mendPrompt } from "./prompts.ts";
import { DESIGN_SCHEMA, readDesign } from "./read-design.ts";
import type { Written } from "./read-files.ts";
import { newTaskState, type TaskState } from "./task-state.ts";
import type { Terms } from "./terms.ts";
import type { Line } from "./transcript.ts";

/** What a model made of a task. */
export interface Authored {
  readonly kind: "made";
  readonly design: DesignDocument;
  readonly code: Written;
  readonly tests: Written;
  /** Lines of requirements.txt; null where nothing is asked for. */
  readonly packages: readonly string[] | null;
  readonly ending: Ending;
  readonly overruled: readonly Overruled[];
  readonly open: OpenQuestion | null;
  /** Of this attempt. */
  readonly lines: readonly Line[];
}

/** Nothing that could be written, though it may have cost something. */
export interface Unfinished {
  readonly kind: "unfinished";
  readonly error: unknown;
  readonly lines: readonly Line[];
}

/**
 * The author of one task, over all attempts at one text of its story that go on from each other: the design, then code and
 * tests at the same time, each blind to the other; then what the judge finds wanting, until it finds nothing.
 */
export class TaskAuthor {
  readonly #story: Story;
  readonly #task: StoryTask;
  #asker: Asker | null = null;
  #state: TaskState | null = null;

  constructor(story: Story, task: StoryTask) {
    this.#story = story;
    this.#task = task;
  }

  /** A first attempt. */
  async attempt(terms: Terms, ports: AuthorPorts): Promise<Authored | Unfinished> {
    const asker = new Asker(terms, ports);
    this.#asker = asker;
    try {
      this.#state = await this.#begin(asker);
      return await this.#improved(asker, this.#state, null);
    } catch (error) {
      return { kind: "unfinished", error, lines: asker.lines };
    }
  }

  /** Another attempt, from where the last one ended, with what a run has found of it. */
  async goOn(terms: Terms, ports: AuthorPorts, found: Judgement): Promise<Authored | Unfinished> {
    const [asker, state] = [this.#asker, this.#state];
    if (asker === null || state === null) throw new Error("There is no attempt to go on from");
    asker.continueWith(terms, ports);
    try {
      return await this.#improved(asker, state, found);
    } catch (error) {
      return { kind: "unfinished", error, lines: asker.lines };
    }
  }

  async #improved(asker: Asker, state: TaskState, found: Judgement | null): Promise<Authored> {
    const subject = { story: this.#story, task: this.#task };
    const { ending, version } = await improve(subject, asker, state, found);
    return {
      kind: "made",
      ...version,
      ending,
      overruled: state.overruled,
      open: state.open,
      lines: asker.lines,
    };
  }

  async #begin(asker: Asker): Promise<TaskState> {
    let design = used(await this.#design(asker));
    let [code, tests] = await this.#both(asker, design);
    if (!code.ok && code.faults.every(({ code: kind }) => kind === "signature")) {
      asker.ports.log.info(
        "code: the signatures of the design cannot be kept; it is asked for anew",
      );
      design = used(await this.#design(asker, design));
      [code, tests] = await this.#both(asker, design);
    }
    const made = usedBoth(code, tests);
    const packages = await asker.packagesFor([...made.code.files, ...made.tests.files]);
    const samples = {
      design: asker.lastSample("design"),
      code: asker.lastSample("code"),
      tests: asker.lastSample("tests"),
    };
    return newTaskState({ design, ...made, packages }, samples);
  }

  #design(asker: Asker, before?: DesignDocument): Promise<Told<DesignDocument>> {
    const [story, task] = [this.#story, this.#task];
    const prompt = designPrompt(story, task);
    const feedback = ["nobody could write code that keeps all signatures of it"];
    return asker.ask({
      stage: "design",
      sample: before === undefined ? asker.nextSample("design") : 1,
      step: asker.nextStep(),
      because: before === undefined ? "the first question" : "its signatures cannot be kept",
      schema: DESIGN_SCHEMA,
      prompt:
        before === undefined ? prompt : mendPrompt(prompt, "design", { feedback, work: before }),
      read: (reply) => readDesign(reply, story, task.id),
    });
  }

  #both(asker: Asker, design: DesignDocument): Promise<[Told<Written>, Told<Written>]> {
    const subject = { story: this.#story, task: this.#task };
    const step = asker.nextStep();
    const because = "the first question";
    return sideBySide(
      askForCode(subject, asker, { design, step, because }),
      askForTests(subject, asker, { design, step, because }),
    );
  }
}

function used<T>(told: Told<T>): T {
  if (told.ok) return told.value;
  throw told.error;
}

function usedBoth(code: Told<Written>, tests: Told<Written>): { code: Written; tests: Written } {
  if (code.ok && tests.ok) return { code: code.value, tests: tests.value };
  const [first, second] = [code, tests].flatMap((told) => (told.ok ? [] : [told.error]));
  if (first === undefined) throw new Error("Unreachable");
  if (second === undefined) throw first;
  throw new PipelineError(first.code, `${first.message}\n${second.message}`, {
    ...(first.hint !== undefined && { hint: first.hint }),
  });
}
