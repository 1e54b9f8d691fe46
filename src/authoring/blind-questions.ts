import type { Story, StoryTask } from "../story/story.ts";
import type { DesignDocument } from "../task/design.ts";
import type { Asker, Told } from "./asker.ts";
import { codePrompt, testsPrompt } from "./prompts.ts";
import { FILES_SCHEMA, readCode, readTests, type Written } from "./read-files.ts";

/** What is to be built. */
export interface AuthorSubject {
  readonly story: Story;
  readonly task: StoryTask;
}

export interface BlindQuestion {
  readonly design: DesignDocument;
  readonly step: number;
  readonly because: string;
}

/** A version of the code by somebody who sees nothing but story and design. */
export function askForCode(
  { story, task }: AuthorSubject,
  asker: Asker,
  { design, step, because }: BlindQuestion,
): Promise<Told<Written>> {
  const { packages } = asker.terms;
  return asker.ask<Written>({
    stage: "code",
    sample: asker.nextSample("code"),
    step,
    because,
    schema: FILES_SCHEMA,
    prompt: codePrompt(story, task, { design, packages }),
    read: (reply, kept) => readCode(reply, design, kept?.files),
    check: ({ files }, place) =>
      asker.ports.checks.code(files, { story, task: task.id, design, packages, place }),
  });
}

/** A suite by somebody who sees nothing but story and signatures. */
export function askForTests(
  { story, task }: AuthorSubject,
  asker: Asker,
  { design, step, because }: BlindQuestion,
): Promise<Told<Written>> {
  const { packages } = asker.terms;
  return asker.ask<Written>({
    stage: "tests",
    sample: asker.nextSample("tests"),
    step,
    because,
    schema: FILES_SCHEMA,
    prompt: testsPrompt(story, task, { design, packages }),
    read: (reply, kept) => readTests(reply, design, kept?.files),
    check: ({ files }, place) =>
      asker.ports.checks.tests(files, { story, task: task.id, design, packages, place }),
  });
}
