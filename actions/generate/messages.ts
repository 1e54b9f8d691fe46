import { OURS_LABEL } from "../../src/github/pull-requests.ts";
import { SECTION_LIMIT } from "../../src/github/sticky-comment.ts";
import type { Story } from "../../src/story/story.ts";
import { taskFolder } from "../../src/task/folder.ts";
import type { TaskId } from "../../src/task/task-id.ts";
import { code, link, list, paragraph, say, untrusted } from "../../src/telling/blocks.ts";
import { BODY_LIMIT, markdown } from "../../src/telling/markdown.ts";
import { todoOf } from "./account.ts";
import { reviewOf } from "./review.ts";
import { costWords } from "./took.ts";

export interface MadeTask {
  readonly task: TaskId;
  readonly story: Story;
  readonly attempt: number;
  /** As it is on the branch; empty where that is not known. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Made before from this very story, which has another path now. */
  readonly isRenamed?: boolean;
}

/** The commit of one attempt. Its trailers are how later runs and people find it. */
export function commitMessage({ task, story, attempt, isRenamed }: MadeTask): string {
  return [
    isRenamed === true
      ? `Name the present story of ${taskFolder(task)}`
      : `Generate ${taskFolder(task)}`,
    "",
    `From ${encoded(story.path)}, attempt ${attempt}. Merge it on evidence only.`,
    "",
    `Agent-Pipeline-Task: ${task}`,
    `Agent-Pipeline-Story: ${story.digest}`,
    `Agent-Pipeline-Attempt: ${attempt}`,
    "",
  ].join("\n");
}

export function pullRequestTitle(tasks: readonly TaskId[]): string {
  const [first, ...others] = tasks;
  const more = others.length === 0 ? "" : ` and ${others.length} more`;
  return `Generate ${first ?? "nothing"}${more}`;
}

export function pullRequestBody(made: readonly MadeTask[]): string {
  const stories = new Map(made.map(({ story }) => [story.path, story]));
  const items = [
    ...[...stories.values()].map(
      (story) => say`Story: ${code(story.path)}, ${untrusted(titleOf(story), TITLE_LIMIT)}`,
    ),
    ...made.map(({ task }) => say`Task: ${code(taskFolder(task))}`),
  ];
  return markdown(
    [
      paragraph(
        say`agent-pipeline wrote this pull request. It is merged when its tests have proven it, and not before.`,
      ),
      ...list(items),
      paragraph(
        say`Take the label ${code(OURS_LABEL)} off to keep it from being merged. Push to this branch to change it: a folder that a person changed is never overwritten.`,
      ),
    ],
    BODY_LIMIT,
  );
}

const TITLE_LIMIT = 200;

export function commentSection(made: readonly MadeTask[], runUrl: string): string {
  return markdown(
    [
      { kind: "heading", level: 3, line: say`Generated` },
      {
        kind: "table",
        head: [say`task`, say`story`, say`attempt`, say`took`],
        rows: made.map(({ task, story, attempt, files }) => [
          say`${code(taskFolder(task))}`,
          say`${code(story.path)}`,
          say`${attempt}`,
          costWords(files),
        ]),
      },
      ...made.flatMap(({ task, files }) => todoOf(task, files)),
      {
        kind: "folds",
        folds: made.flatMap(({ task, story, files }) => reviewOf(task, story, files)),
      },
      paragraph(say`${link(say`The run that wrote it`, runUrl)}`),
    ],
    SECTION_LIMIT,
  );
}

function titleOf(story: Story): string {
  const { title, feature, description } = story.document;
  const text = [title, feature, description].find((value) => typeof value === "string");
  return typeof text === "string" ? (text.split("\n")[0] ?? "") : story.id;
}

/** GitHub reads commit messages for mentions and for issues to close, and git for trailers; a file name may hold all. */
function encoded(path: string): string {
  return path.toWellFormed().split("/").map(encodeURIComponent).join("/");
}
