import type { RunKind } from "../next-runs/journal.ts";
import type { NextStep } from "../next-runs/next-step.ts";
import { missingLines } from "../next-runs/run-request.ts";
import type { WorkflowNames } from "../next-runs/workflow-names.ts";
import type { TaskId } from "../task/task-id.ts";
import {
  type Block,
  code,
  CODE_LIMIT,
  joined,
  type Line,
  link,
  list,
  paragraph,
  say,
} from "./blocks.ts";

/** What follows, for the page of the run and the comment. */
export function nextStepBlocks(next: NextStep): readonly Block[] {
  if (next.kind !== "started" || next.without.length === 0) return [paragraph(nextStepLine(next))];
  return [
    paragraph(nextStepLine(next)),
    paragraph(
      say`${code(next.workflow)} does not declare ${names(next.without)}, so the run was started without. ${LACKS[next.what]} Add to ${code("inputs:")} of its ${code("workflow_dispatch:")}, and hand on to the workflow that it calls:`,
    ),
    ...list(missingLines(next.without).map((line) => say`${code(line)}`)),
  ];
}

const LACKS: Readonly<Record<RunKind, Line>> = {
  retry: say`The attempt may not know what failed.`,
  reverify: say`The workflow file of the branch is run in the place of the present one.`,
  lost_job: say`The workflow file of the branch is run in the place of the present one.`,
  after_merge: say`It may verify something else.`,
  sweep: say`The workflow file of the branch is run in the place of the present one.`,
};

/** What a person can ask for. */
export type Asked =
  | { readonly by: "verification" }
  | {
      readonly by: "attempt";
      readonly tasks: readonly TaskId[];
      /** The run that found what failed; null where there is none to go on from, or it is not known. */
      readonly feedbackRun: string | null;
    };

/** What a person types to have such a run started; null where it would have no tasks, or is too long to be copied. */
export function commandFor(
  asked: Asked,
  { retry, reverify }: WorkflowNames,
  pullRequest: number,
): string | null {
  const number = `-f pull-request=${pullRequest}`;
  if (asked.by === "verification") return copied(`gh workflow run ${reverify} ${number}`);
  const { tasks, feedbackRun } = asked;
  if (tasks.length === 0) return null;
  const feedback = feedbackRun === null ? "" : ` -f feedback-run-id=${feedbackRun}`;
  return copied(`gh workflow run ${retry} ${number} -f task=${tasks.join(",")}${feedback}`);
}

function copied(command: string): string | null {
  return command.length > CODE_LIMIT ? null : command;
}

/** What a reason needs of a person while such a run is at work. */
export function nothingWhile(next: Exclude<NextStep, { kind: "none" }>): Line {
  return next.run === null
    ? say`Nothing, while the run that was started is at work.`
    : say`Nothing, while ${link(say`the run ${next.run.id}`, next.run.url)} is at work.`;
}

export function nextStepLine(next: NextStep): Line {
  switch (next.kind) {
    case "started":
      return next.run === null
        ? say`${nameLine(next)} was started with ${code(next.workflow)}. ${END_OF[next.what]}`
        : say`${nameLine(next)} is ${link(say`the run ${next.run.id}`, next.run.url)} of ${code(next.workflow)}. ${END_OF[next.what]}`;
    case "under_way":
      return say`${nameLine(next)} is ${link(say`the run ${next.run.id}`, next.run.url)}, which was started before. ${END_OF[next.what]}`;
    case "none":
      return say`Nothing is started: ${next.why}.`;
    default:
      return next satisfies never;
  }
}

const END_OF: Readonly<Record<RunKind, Line>> = {
  retry: say`It pushes another version to this branch, or says here what it needs.`,
  reverify: say`It decides about this pull request. No model is asked.`,
  lost_job: say`It decides about this pull request. No model is asked.`,
  after_merge: say`It is red if what the base holds now is not right. No model is asked.`,
  sweep: say`It decides about this pull request. No model is asked.`,
};

function nameLine({ what, number }: Extract<NextStep, { what: RunKind }>): Line {
  switch (what) {
    case "retry":
      return say`The next attempt (${number} on this head)`;
    case "reverify":
      return say`The next verification (${number} on this head)`;
    case "lost_job":
      return say`A verification in the place of the lost job`;
    case "after_merge":
      return say`A verification of these tasks on the base`;
    case "sweep":
      return say`The verification that the sweep asked for (${number} on this head)`;
    default:
      return what satisfies never;
  }
}

function names(inputs: readonly string[]): Line {
  return joined(
    inputs.map((name) => say`${code(name)}`),
    say`, `,
  );
}
