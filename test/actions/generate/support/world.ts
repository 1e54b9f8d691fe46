import * as z from "zod";
import { type BundleResult, type BundleRun, runBundle } from "../../../../world/bundle.ts";
import type { CommitRequest } from "../../../../world/commit-stream.ts";
import { type GitHub, type Repository, startGitHub } from "../../../../world/github.ts";
import type { Matching } from "../../../../world/interventions.ts";
import type { ServerHabits } from "../../../../world/model-habits.ts";
import { type Model, type ModelRequest, type Reply, startModel } from "../../../../world/model.ts";
import { runContext, type RunEvent } from "../../../../world/run-context.ts";
import { runInProcess } from "../../../support/in-process.ts";
import { REPLIES, smallStory, storyPath, storyText } from "./stories.ts";

/** What the model answers first about one story, or one part of it, where it is not the usual good answer. */
export type Answers = Readonly<
  Record<string, Readonly<Partial<Record<"design" | "code" | "tests", readonly Reply[]>>>>
>;

export interface WorldOptions {
  readonly answers?: Answers;
  /** False for a server that has chat completions only. */
  readonly responses?: boolean;
  readonly files?: Readonly<Record<string, string>>;
  readonly key?: string;
  /** What the model server does otherwise than the service. */
  readonly habits?: ServerHabits;
  /** Whether generate judges its own work; most tests are about other things, and save the time. */
  readonly selfCheck?: boolean;
}

/** A repository on a GitHub of its own, a model server of its own, and generate. */
export class World implements AsyncDisposable {
  readonly github: GitHub;
  readonly repository: Repository;
  readonly model: Model;
  /** What happens just before the model answers: for races. */
  whenAsked: (stage: string) => void = () => {};

  private constructor(github: GitHub, model: Model, files: Readonly<Record<string, string>>) {
    this.github = github;
    this.model = model;
    this.repository = github.createRepository("org/shop", { files });
  }

  static async open({
    answers = {},
    responses,
    files,
    key,
    habits,
    selfCheck = false,
  }: WorldOptions = {}): Promise<World> {
    const answer = answering(answers);
    const model = await startModel({
      replies: (request) => {
        world.whenAsked(request.stage);
        return answer(request);
      },
      ...(responses !== undefined && { responses }),
      ...(key !== undefined && { key }),
      ...(habits !== undefined && { habits }),
    });
    const world = new World(await startGitHub(), model, {
      "README.md": "# Shop\n",
      ...files,
      ...(!selfCheck && { [CONFIG]: `self-check: false\n${files?.[CONFIG] ?? ""}` }),
    });
    return world;
  }

  /** Nothing that a test does may break a rule of GitHub or of the model's API. */
  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([this.github.stop(), this.model.stop()]);
    const violations = [...this.github.violations, ...this.model.violations];
    if (violations.length > 0) throw new Error(`not as the API allows:\n${violations.join("\n")}`);
  }

  /** Runs generate as a step of a job that this event started. */
  generate(
    event: RunEvent,
    inputs: Readonly<Record<string, string>> = {},
    environment: Readonly<Record<string, string>> = {},
  ): Promise<BundleResult> {
    return runInProcess(this.#stepOf(event, inputs, environment));
  }

  /** The same by the bundle in a process of its own, as a runner does it. */
  generateByBundle(
    event: RunEvent,
    inputs: Readonly<Record<string, string>> = {},
    environment: Readonly<Record<string, string>> = {},
  ): Promise<BundleResult> {
    return runBundle(this.#stepOf(event, inputs, environment));
  }

  /** The same, by a runner that is lost right after the next request of a kind was carried out. */
  async generateUntil(event: RunEvent, matching: Matching): Promise<void> {
    const runner = new AbortController();
    let isLost = false;
    this.github.after(matching, () => {
      isLost = true;
      runner.abort();
    });
    await runBundle({ ...this.#stepOf(event, {}, {}), signal: runner.signal });
    if (!isLost) throw new Error(`nothing asked for ${matching.method} ${matching.path.source}`);
  }

  #stepOf(
    event: RunEvent,
    inputs: Readonly<Record<string, string>>,
    environment: Readonly<Record<string, string>>,
  ): BundleRun {
    return {
      action: "generate",
      // A dummy key stands in the workflow.
      ...(this.model.key.length < 16 && { literals: ["openai-api-key"] }),
      inputs: { "openai-api-key": this.model.key, "base-url": this.model.url, ...inputs },
      environment: { ...runContext(this.github, this.repository, event), ...environment },
    };
  }

  /** A person opens a pull request with stories, or other files. */
  openPullRequest(files: Readonly<Record<string, string>>, branch = "feature"): RunEvent {
    this.repository.commit(branch, { files, message: "Add a story", from: "main" });
    const pullRequest = this.repository.openPullRequest({ head: branch });
    return { event: "pull_request", action: "opened", pullRequest };
  }

  /** A person pushes stories, or other files, to main. */
  push(files: NonNullable<CommitRequest["files"]>): RunEvent {
    const before = this.tip("main");
    const after = this.repository.commit("main", { files, message: "Push" });
    return { event: "push", before, after };
  }

  pushStories(...ids: readonly string[]): RunEvent {
    return this.push(storyFiles(...ids));
  }

  tip(branch: string): string {
    const tip = this.repository.tip(branch);
    if (tip === null) throw new Error(`there is no branch ${branch}`);
    return tip;
  }

  /** Every branch and where it points. */
  branches(): Readonly<Record<string, string>> {
    const lines = this.repository
      .git("for-each-ref", "--format=%(refname:lstrip=2) %(objectname)", "refs/heads")
      .split("\n");
    return Object.fromEntries(
      lines.map((line): [string, string] => {
        const [name = "", sha = ""] = line.split(" ");
        return [name, sha];
      }),
    );
  }

  /** Paths that differ between two commits. */
  changed(from: string, to: string): string[] {
    const output = this.repository.git("diff", "--name-only", from, to);
    return output === "" ? [] : output.split("\n");
  }

  content(commit: string, path: string): string {
    return this.repository.git("show", `${commit}:${path}`);
  }

  /** Everything that a failed run must leave alone. */
  state(): unknown {
    return {
      branches: this.branches(),
      pullRequests: this.repository.pullRequests(),
      statuses: [...this.repository.statusesBySha],
    };
  }

  stages(): string[] {
    return this.model.requests.map(({ stage }) => stage);
  }
}

export function storyFiles(...ids: readonly string[]): Record<string, string> {
  return Object.fromEntries(ids.map((id) => [storyPath(id), storyText(smallStory(id))]));
}

/** What a person reads of a run: the texts of its error annotations. */
export function errorsOf({ annotations }: BundleResult): string[] {
  return annotations.filter(({ kind }) => kind === "error").map(({ message }) => message);
}

export function noticesOf({ annotations }: BundleResult): string[] {
  return annotations.filter(({ kind }) => kind === "notice").map(({ message }) => message);
}

const HandedOver = z.object({
  task: z.string(),
  number: z.number(),
  url: z.string(),
  branch: z.string(),
  head: z.string(),
});

export function handedOver({ outputs }: BundleResult): z.infer<typeof HandedOver>[] {
  return z.array(HandedOver).parse(JSON.parse(outputs["pull-requests"] ?? ""));
}

const Skipped = z.object({ subject: z.string(), reason: z.string() });

export function skippedOf({ outputs }: BundleResult): z.infer<typeof Skipped>[] {
  return z.array(Skipped).parse(JSON.parse(outputs["skipped"] ?? ""));
}

const CONFIG = ".github/agent-pipeline.yml";

function answering(answers: Answers): (request: ModelRequest) => Reply {
  const given = new Map<string, number>();
  return (request) => {
    const stage = stageIn(request);
    const subject = subjectOf(request);
    const planned = answers[subject]?.[stage] ?? [];
    const key = `${subject} ${stage}`;
    const index = given.get(key) ?? 0;
    given.set(key, index + 1);
    return planned[index] ?? REPLIES[stage];
  };
}

const Stage = z.enum(["design", "code", "tests"]);

/** By the name of the schema; where none is sent, by the words of the question. */
function stageIn({ stage, body }: ModelRequest): z.infer<typeof Stage> {
  const [, asked = stage] = /Your task: the (design|code|tests)\b/.exec(JSON.stringify(body)) ?? [];
  return Stage.parse(stage === "" ? asked : stage);
}

const Prompts = z.object({
  input: z.string().optional(),
  messages: z.array(z.object({ content: z.string() })).optional(),
});

/** Id of the story that a request is about, or of the part of it. */
function subjectOf({ body }: ModelRequest): string {
  const { input, messages } = Prompts.parse(body);
  const text = input ?? messages?.at(-1)?.content ?? "";
  const ids = [...text.matchAll(/-----BEGIN (?:STORY|PART) \w+-----\n\{\n {2}"id": "([^"]+)"/g)];
  return ids.map(([, id]) => id).join("__");
}
