import { PipelineError } from "../foundation/errors.ts";
import type { Story, StoryTask } from "../story/story.ts";
import { isMarkdown, parseStory } from "../story/story.ts";
import { META, type TaskContent } from "../task/folder.ts";
import { readMeta } from "../task/meta-file.ts";
import { StoryRef } from "../task/story-ref.ts";
import { partsOf, type TaskId } from "../task/task-id.ts";
import type { Answer, AuthorPorts, Question } from "./asker.ts";
import { type Authored, TaskAuthor, type Unfinished } from "./author-task.ts";
import type { Fault } from "./fault.ts";
import type { Judge } from "./judge.ts";
import type { Judgement } from "./judgement.ts";
import { PROMPT_VERSION } from "./prompts.ts";
import type { ReplyChecks } from "./reply-checks.ts";
import { taskFiles } from "./task-files.ts";
import {
  type Found,
  type Line,
  parseTranscript,
  type Place,
  requestHash,
  type Transcript,
} from "./transcript.ts";

export type Replayed =
  /** `author` stands where the last attempt ended, and can go on from there. */
  | {
      readonly kind: "same";
      readonly transcripts: readonly Transcript[];
      readonly author: TaskAuthor;
    }
  | { readonly kind: "differs"; readonly differences: readonly Difference[] }
  /** Made by other prompts: nothing can be said. */
  | { readonly kind: "other_version"; readonly promptVersion: string }
  /** Not made by generate, or without its transcript. */
  | { readonly kind: "none"; readonly problem: string };

export interface Difference {
  readonly path: string;
  readonly how: string;
}

/**
 * Makes the folder of a task again from its own transcript, running nothing and asking nobody, and compares byte by byte.
 * A difference shows that somebody changed the folder after it was made; none shows no more than that nobody did so
 * without changing the transcript as well.
 */
export async function replay(task: TaskId, folder: readonly TaskContent[]): Promise<Replayed> {
  const files = new Map(folder.map(({ path, content }) => [path, content]));
  const text = files.get(META.transcript);
  if (text === undefined) return { kind: "none", problem: `${META.transcript} is missing` };
  const transcripts = parseTranscript(new TextDecoder().decode(text));
  if (transcripts === null) {
    return { kind: "none", problem: `${META.transcript} is not a transcript of this version` };
  }
  const other = transcripts.find(({ start }) => start.promptVersion !== PROMPT_VERSION);
  if (other !== undefined) {
    return { kind: "other_version", promptVersion: other.start.promptVersion };
  }
  const subject = subjectOf(task, files);
  if (typeof subject === "string") return { kind: "none", problem: subject };
  const { story, storyTask } = subject;
  const author = new TaskAuthor(story, storyTask);
  const attempts = await attemptsAgain(author, transcripts);
  if (attempts.kind === "differs") return attempts;
  const { made } = attempts;
  if (made.kind === "unfinished") {
    return {
      kind: "differs",
      differences: [
        { path: META.transcript, how: `its replies make nothing: ${String(made.error)}` },
      ],
    };
  }
  const { start } = transcripts.at(-1)!;
  const again = taskFiles({ task, story, start, before: transcripts.slice(0, -1) }, made);
  const differences = differencesOf(again, files);
  return differences.length === 0
    ? { kind: "same", transcripts, author }
    : { kind: "differs", differences };
}

/** One after the other: each goes on from where the one before it ended. */
async function attemptsAgain(
  author: TaskAuthor,
  transcripts: readonly Transcript[],
): Promise<
  | { readonly kind: "made"; readonly made: Authored | Unfinished }
  | Extract<Replayed, { kind: "differs" }>
> {
  let made: Authored | Unfinished | null = null;
  for (const transcript of transcripts) {
    const recorded = new Recorded(transcript);
    const { terms } = transcript.start;
    if (made === null) made = await author.attempt(terms, recorded.ports);
    else {
      const found = recorded.firstJudgement();
      if (found === null) {
        const how = "an attempt that goes on from another says nothing of what was found";
        return { kind: "differs", differences: [{ path: META.transcript, how }] };
      }
      made = await author.goOn(terms, recorded.ports, found);
    }
    if (recorded.broken !== null) return { kind: "differs", differences: [recorded.broken] };
    if (made.kind === "unfinished") break;
  }
  return { kind: "made", made: made! };
}

/** A sentence where the folder does not say what it was made of. */
function subjectOf(
  task: TaskId,
  files: ReadonlyMap<string, Uint8Array>,
): { readonly story: Story; readonly storyTask: StoryTask } | string {
  const reference = readMeta(StoryRef, files.get(META.storyRef));
  if (reference === null) return `${META.storyRef} is missing, or is not a reference to a story`;
  const file = isMarkdown(reference.story) ? META.storyMarkdown : META.story;
  const text = files.get(file);
  if (text === undefined) return `${file} is missing`;
  const read = parseStory(reference.story, text);
  if (!read.ok) return `${file} ${read.problems.join("; ")}`;
  const { story, part } = partsOf(task);
  const storyTask = read.story.tasks.find(({ id }) => {
    const parts = partsOf(id);
    return parts.story === story && parts.part === part;
  });
  return storyTask === undefined ? `${file} has no task ${task}` : { story: read.story, storyTask };
}

/** A transcript in the place of models, of everything that looks at their replies, and of the judge. */
class Recorded {
  /** Where the questions of this version part from those that were asked. */
  broken: Difference | null = null;
  readonly #lines: readonly Line[];
  readonly #found: Found[];

  constructor({ lines }: Transcript) {
    this.#lines = lines;
    this.#found = lines.filter((line) => line.kind === "found");
  }

  get ports(): AuthorPorts {
    return {
      ask: (question) => this.#ask(question),
      checks: this.#checks,
      judge: this.#judge,
      outOfTime: () =>
        this.#take((line) => (line.what === "out_of_time" ? line : null))?.found ?? null,
      log: { info: () => {} },
    };
  }

  /** What an attempt begins with that goes on from another. */
  firstJudgement(): Judgement | null {
    return this.#take((line) => (line.what === "judgement" ? line : null))?.found ?? null;
  }

  #ask({ request, round }: Question): Promise<Answer> {
    const { stage, sample } = request;
    const which = `question ${round} about version ${sample} of the stage ${stage}`;
    const line = this.#lineOf({ stage, sample, round });
    if (line === undefined) return this.#part(`it has no reply to ${which}`);
    if (line.kind === "unasked") return Promise.reject(new PipelineError(line.code, line.why));
    if (line.request !== requestHash(request)) return this.#part(`${which} was another one`);
    return Promise.resolve({ reply: line.reply, costUsd: line.costUsd });
  }

  get #checks(): ReplyChecks {
    const faults = (place: Place): Promise<readonly Fault[]> => {
      const line = this.#lineOf(place);
      return Promise.resolve(line?.kind === "reply" ? line.faults : []);
    };
    return {
      code: (_, { place }) => faults(place),
      tests: (_, { place }) => faults(place),
      packages: () => this.#next((line) => (line.what === "packages" ? line : null)),
    };
  }

  get #judge(): Judge {
    return {
      judge: () => this.#next((line) => (line.what === "judgement" ? line : null)),
      tryAll: () => this.#next((line) => (line.what === "trial" ? line : null)),
      contested: () => this.#next((line) => (line.what === "contested" ? line : null)),
      confirms: () => this.#next((line) => (line.what === "confirmed" ? line : null)),
      without: () => this.#next((line) => (line.what === "without" ? line : null)),
    };
  }

  async #next<T>(pick: (line: Found) => { readonly found: T } | null): Promise<T> {
    const line = this.#take(pick);
    return line === null ? this.#part("it does not say what was found next") : line.found;
  }

  /** In the order in which they were found; null where there is no further one of that kind. */
  #take<T>(pick: (line: Found) => { readonly found: T } | null): { readonly found: T } | null {
    const index = this.#found.findIndex((line) => pick(line) !== null);
    const [line] = index < 0 ? [] : this.#found.splice(index, 1);
    return line === undefined ? null : pick(line);
  }

  #lineOf({ stage, sample, round }: Place): Exclude<Line, Found> | undefined {
    return this.#lines
      .filter((line) => line.kind !== "found")
      .find((line) => line.stage === stage && line.sample === sample && line.round === round);
  }

  #part(how: string): Promise<never> {
    this.broken ??= { path: META.transcript, how };
    return Promise.reject(new Error(how));
  }
}

function differencesOf(
  again: ReadonlyMap<string, Uint8Array>,
  present: ReadonlyMap<string, Uint8Array>,
): Difference[] {
  const paths = [...new Set([...again.keys(), ...present.keys()])].toSorted();
  return paths.flatMap((path): Difference[] => {
    const [made, found] = [again.get(path), present.get(path)];
    if (made === undefined) return [{ path, how: "was added" }];
    if (found === undefined) return [{ path, how: "was deleted" }];
    return Buffer.compare(made, found) === 0 ? [] : [{ path, how: "was changed" }];
  });
}
