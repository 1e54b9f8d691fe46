import type { Story, StoryTask } from "../story/story.ts";
import { parseStory } from "../story/story.ts";
import { META, type TaskContent } from "../task/folder.ts";
import { readMeta } from "../task/meta-file.ts";
import { StoryRef } from "../task/story-ref.ts";
import { partsOf, type TaskId } from "../task/task-id.ts";
import { type Answer, authorTask, type Question } from "./author-task.ts";
import type { Fault } from "./fault.ts";
import { PROMPT_VERSION } from "./prompts.ts";
import type { ReplyChecks } from "./reply-checks.ts";
import { taskFiles } from "./task-files.ts";
import { type Exchange, parseTranscript, requestHash, type Transcript } from "./transcript.ts";

export type Replayed =
  | { readonly kind: "same"; readonly transcript: Transcript }
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
  const transcript = parseTranscript(new TextDecoder().decode(text));
  if (transcript === null) {
    return { kind: "none", problem: `${META.transcript} is not a transcript of this version` };
  }
  const { promptVersion } = transcript.start;
  if (promptVersion !== PROMPT_VERSION) return { kind: "other_version", promptVersion };
  const subject = subjectOf(task, files);
  if (typeof subject === "string") return { kind: "none", problem: subject };
  const { story, storyTask } = subject;
  const { start } = transcript;
  const recorded = new Recorded(transcript);
  const made = await authorTask(story, storyTask, start.terms, {
    ask: (question) => recorded.ask(question),
    checks: recorded.checks,
    log: { info: () => {} },
  });
  if (recorded.broken !== null) return { kind: "differs", differences: [recorded.broken] };
  if (made.kind === "unfinished") {
    return {
      kind: "differs",
      differences: [
        { path: META.transcript, how: `its replies make nothing: ${String(made.error)}` },
      ],
    };
  }
  const again = taskFiles({ task, story, start }, made);
  const differences = differencesOf(again, files);
  return differences.length === 0 ? { kind: "same", transcript } : { kind: "differs", differences };
}

/** A sentence where the folder does not say what it was made of. */
function subjectOf(
  task: TaskId,
  files: ReadonlyMap<string, Uint8Array>,
): { readonly story: Story; readonly storyTask: StoryTask } | string {
  const reference = readMeta(StoryRef, files.get(META.storyRef));
  if (reference === null) return `${META.storyRef} is missing, or is not a reference to a story`;
  const text = files.get(META.story);
  if (text === undefined) return `${META.story} is missing`;
  const read = parseStory(reference.story, text);
  if (!read.ok) return `${META.story} ${read.problems.join("; ")}`;
  const { story, part } = partsOf(task);
  const storyTask = read.story.tasks.find(({ id }) => {
    const parts = partsOf(id);
    return parts.story === story && parts.part === part;
  });
  return storyTask === undefined
    ? `${META.story} has no task ${task}`
    : { story: read.story, storyTask };
}

/** A transcript in the place of models and of everything that looks at their replies. */
class Recorded {
  /** Where the questions of this version part from those that were asked. */
  broken: Difference | null = null;
  readonly #transcript: Transcript;
  readonly #asked: Record<Exchange["stage"], number> = { design: 0, code: 0, tests: 0 };

  constructor(transcript: Transcript) {
    this.#transcript = transcript;
  }

  ask({ request, round }: Question): Promise<Answer> {
    const { stage } = request;
    const exchange = this.#of(stage).find((each) => each.round === round);
    if (exchange === undefined) {
      return this.#part(`it has no reply to question ${round} of the stage ${stage}`);
    }
    if (exchange.request !== requestHash(request)) {
      return this.#part(`question ${round} of the stage ${stage} was another one`);
    }
    this.#asked[stage] = round;
    return Promise.resolve({ reply: exchange.reply, costUsd: exchange.costUsd });
  }

  get checks(): ReplyChecks {
    return {
      code: () => this.#findings("code"),
      tests: () => this.#findings("tests"),
      packages: () => Promise.resolve(this.#transcript.packages),
    };
  }

  /** What led to the next question. */
  #findings(stage: Exchange["stage"]): Promise<readonly Fault[]> {
    const next = this.#of(stage).find(({ round }) => round === this.#asked[stage] + 1);
    return Promise.resolve(next?.findings ?? []);
  }

  #of(stage: Exchange["stage"]): readonly Exchange[] {
    return this.#transcript.exchanges.filter((exchange) => exchange.stage === stage);
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
