import { type Block, code, type Line, link, paragraph, say } from "../../src/telling/blocks.ts";
import type { PullRequestStep } from "./pull-request-rows.ts";
import type { Outcome, Swept, SweptSubject } from "./swept.ts";

/** What a sweep came to, for the page of the run. */
export function sweepPage({ swept, failures }: Outcome, isDryRun: boolean): readonly Block[] {
  const done = swept.filter(({ step }) => step.kind !== "nothing");
  const left = swept.filter(({ step }) => step.kind === "nothing");
  return [
    {
      kind: "heading",
      level: 2,
      line: isDryRun ? say`sweep, as a dry run: nothing was done` : say`sweep`,
    },
    ...(done.length > 0 ? [doneTable(done, isDryRun)] : [paragraph(say`Nothing is to be done.`)]),
    ...(failures.length === 0
      ? []
      : [
          table(
            [say`failed`, say`why`],
            failures.map(({ subject, error }) => [
              nameLine(subject),
              say`${error instanceof Error ? error.message : String(error)}`,
            ]),
          ),
        ]),
    ...(left.length === 0
      ? []
      : [
          table(
            [say`left alone`, say`why`],
            left.map(({ subject, step }) => [nameLine(subject), say`${step.why}`]),
          ),
        ]),
  ];
}

/** What a person is told in the pull request: what came to nothing, and what to do. */
export function handOverBlocks(
  step: Extract<PullRequestStep, { kind: "hand_over" }>,
  url: string | null,
): readonly Block[] {
  const { run, why } = step;
  const where = run === null || url === null ? [] : say` It was ${link(say`the run ${run}`, url)}.`;
  return [
    { kind: "heading", level: 3, line: say`A person must look at this` },
    paragraph(say`Nobody is at work on it any more: ${why}.${where}`),
    paragraph(adviceFor(step)),
  ];
}

function adviceFor({
  what,
  code: reason,
  isAnswered,
}: Extract<PullRequestStep, { kind: "hand_over" }>): Line {
  if (reason === null) return isAnswered ? PROVEN : PROVEN_BEFORE;
  return what === "retry" ? AFTER_ATTEMPT : AFTER_VERIFICATION;
}

const PROVEN = say`What now: everything is proven, so merge it, or add it to the merge queue where the base has one. If GitHub does not let you, it says there what is missing.`;
const PROVEN_BEFORE = say`What now: do not merge it yet. It was proven, but maybe beside an earlier base, and the last verification gave no answer. Dispatch agent-ci with ${code("pull-request")} first: it says what holds now.`;
const AFTER_ATTEMPT = say`What now: look at that run. Push a correction, make the story clearer, or dispatch agent-pipeline with ${code("task")} and ${code("pull-request")}.`;
const AFTER_VERIFICATION = say`What now: look at that run, and dispatch agent-ci with ${code("pull-request")} once what it lacked is there. A push verifies it as well.`;

function doneTable(done: readonly Swept[], isDryRun: boolean): Block {
  return table(
    [say`subject`, isDryRun ? say`what would be done` : say`what was done`, say`why`],
    done.map((one) => [nameLine(one.subject), actionLine(one), say`${one.step.why}`]),
  );
}

function actionLine({ step, run }: Swept): Line {
  switch (step.kind) {
    case "start":
      return run === null
        ? say`verified once more`
        : say`verified once more by ${link(say`the run ${run.id}`, run.url)}`;
    case "hand_over":
      return say`handed over to a person`;
    case "post":
      return say`status ${code(step.state)}`;
    case "delete":
      return say`deleted at ${code(step.tip.slice(0, 10))}`;
    case "nothing":
      return say`nothing`;
    default:
      return step satisfies never;
  }
}

function table(head: readonly Line[], rows: readonly (readonly Line[])[]): Block {
  return { kind: "table", head, rows };
}

function nameLine(subject: SweptSubject): Line {
  return subject.kind === "pull_request"
    ? say`${link(say`#${subject.number}`, subject.url)}`
    : say`${code(subject.name)}`;
}
