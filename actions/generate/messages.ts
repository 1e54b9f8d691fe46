import { markdownText } from "../../src/foundation/untrusted-text.ts";
import type { Story } from "../../src/story/story.ts";
import { taskFolder } from "../../src/task/folder.ts";
import type { TaskId } from "../../src/task/task-id.ts";

export interface MadeTask {
  readonly task: TaskId;
  readonly story: Story;
  readonly attempt: number;
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
  return [
    "agent-pipeline wrote this pull request. It is merged when its tests have proven it, and not before.",
    "",
    ...[...stories.values()].map(
      (story) => `- Story: ${code(story.path)}, ${markdownText(titleOf(story), 200)}`,
    ),
    ...made.map(({ task }) => `- Task: ${code(taskFolder(task))}`),
    "",
    "Take the label `agent-pipeline` off to keep it from being merged. Push to this branch to change it: a folder that a person changed is never overwritten.",
  ].join("\n");
}

export function commentSection(made: readonly MadeTask[], runUrl: string): string {
  return [
    "### Generated",
    "",
    "| task | story | attempt |",
    "|---|---|---|",
    ...made.map(
      ({ task, story, attempt }) =>
        `| ${code(taskFolder(task))} | ${code(story.path)} | ${attempt} |`,
    ),
    "",
    `[The run that wrote it](${runUrl})`,
  ].join("\n");
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

/** A story's file name may hold any sign, a back quote among them. */
function code(text: string): string {
  return /^[\w./-]+$/.test(text) ? `\`${text}\`` : markdownText(text, 200);
}
