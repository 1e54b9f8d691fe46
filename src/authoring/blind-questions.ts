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

const WRITING = {
  code: { prompt: codePrompt, read: readCode },
  tests: { prompt: testsPrompt, read: readTests },
} as const;

/** A version of the code by somebody who sees nothing but story and design. */
export function askForCode(
  subject: AuthorSubject,
  asker: Asker,
  question: BlindQuestion,
): Promise<Told<Written>> {
  return askBlind("code", subject, asker, question);
}

/** A suite by somebody who sees nothing but story and signatures. */
export function askForTests(
  subject: AuthorSubject,
  asker: Asker,
  question: BlindQuestion,
): Promise<Told<Written>> {
  return askBlind("tests", subject, asker, question);
}

function askBlind(
  stage: "code" | "tests",
  { story, task }: AuthorSubject,
  asker: Asker,
  { design, step, because }: BlindQuestion,
): Promise<Told<Written>> {
  const { packages } = asker.terms;
  const { prompt, read } = WRITING[stage];
  return asker.ask<Written>({
    stage,
    sample: asker.nextSample(stage),
    step,
    because,
    schema: FILES_SCHEMA,
    prompt: prompt(story, task, { design, packages }),
    read: (reply, kept) => read(reply, design, kept?.files),
    check: ({ files }, place) =>
      asker.ports.checks[stage](files, { story, task: task.id, design, packages, place }),
  });
}
