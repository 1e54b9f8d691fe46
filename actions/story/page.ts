import { storyItems } from "../../src/story/items.ts";
import { stripBullets } from "../../src/story/lines.ts";
import type { Story } from "../../src/story/story.ts";
import {
  type Block,
  code,
  type Line,
  link,
  list,
  paragraph,
  say,
  untrusted,
} from "../../src/telling/blocks.ts";
import type { LabelledIssue } from "./issue-event.ts";
import type { Outcome, Told } from "./outcome.ts";

/** A comment of GitHub's ends at 65,536 characters. */
export const COMMENT_LIMIT = 29_000;

/** What the issue is told: what was read, or everything that is wrong. */
export function issueBlocks(issue: LabelledIssue, label: string, outcome: Told): readonly Block[] {
  return [
    { kind: "heading", level: 3, line: say`The story of this issue` },
    ...answer(label, outcome),
    paragraph(
      say`Read was the text as it was when ${untrusted(issue.sender)} set the label; its sha256 is ${code(issue.digest)}.`,
    ),
    ...(outcome.kind !== "present" && outcome.story !== null ? asRead(outcome.story) : []),
  ];
}

function answer(label: string, outcome: Told): Block[] {
  switch (outcome.kind) {
    case "refused":
      return [
        paragraph(say`No pull request was opened. The issue:`),
        ...list(outcome.problems.map((problem) => say`${untrusted(problem, 1_000)}`)),
        paragraph(say`Mend the text above, take the label ${code(label)} off and set it again.`),
      ];
    case "present":
      return [
        paragraph(
          say`${linkTo(outcome)} is the pull request of this issue${outcome.pullRequest.isOpen ? say`; change the story there.` : say`, and it was closed. Open another issue for another try, or that pull request again.`}`,
        ),
      ];
    case "opened":
      return [
        paragraph(
          outcome.pullRequest.isDraft
            ? say`${linkTo(outcome)} holds it as ${code(outcome.path)}. It is a draft: look at it, and mark it as ready for review. Then the code is made.`
            : say`${linkTo(outcome)} holds it as ${code(outcome.path)}. This repository has no drafts: set the label ${code("agent-pipeline")} on it, and the code is made.`,
        ),
      ];
    default:
      return outcome satisfies never;
  }
}

function linkTo({ pullRequest }: Extract<Outcome, { kind: "present" | "opened" }>): Line {
  return [link(say`#${pullRequest.number}`, pullRequest.url)];
}

/** What it demands, line by line, and which of them will be executed. */
function asRead(story: Story): Block[] {
  const rows = story.tasks.flatMap(({ id, part }) =>
    storyItems(story.document, part === null ? null : part.id.toLowerCase()).items.map(
      ({ line, example }) => [
        say`${code(id)}`,
        say`${untrusted(stripBullets(line))}`,
        example.kind === "read" ? say`an example` : say`a demand`,
      ],
    ),
  );
  return [
    {
      kind: "folds",
      folds: [
        {
          title: say`What it demands, as it was read`,
          isOpen: true,
          blocks: [{ kind: "table", head: [say`task`, say`line`, say`read as`], rows }],
        },
      ],
    },
  ];
}

/** The title is what somebody wrote; GitHub shows it as plain text. */
export function pullRequestText(
  { number, title }: LabelledIssue,
  { path }: Story,
): { readonly title: string; readonly body: string } {
  return {
    title: `Story: ${oneLine(title)}`,
    body: `The story of #${number}, in \`${path}\`. Mark this pull request as ready for review, and the code is made and proven here.\n\nCloses #${number}\n`,
  };
}

const TITLE_LIMIT = 200;

function oneLine(text: string): string {
  return text
    .replace(/[\p{C}\p{Z}]+/gu, " ")
    .trim()
    .slice(0, TITLE_LIMIT);
}
