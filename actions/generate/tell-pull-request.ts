import { PipelineError } from "../../src/foundation/errors.ts";
import {
  type CommitStatuses,
  NEEDS_HUMAN_LABEL,
  type PullRequests,
  type StickyComments,
} from "../../src/github/pull-requests.ts";
import { NOTICE_LIMIT, withSection } from "../../src/github/sticky-comment.ts";
import type { Failure } from "../../src/runner/job.ts";
import type { Log } from "../../src/runner/log.ts";
import {
  code,
  type Line,
  link,
  list,
  paragraph,
  say,
  untrusted,
} from "../../src/telling/blocks.ts";
import { markdown } from "../../src/telling/markdown.ts";
import type { Done, Skipped } from "./outcome.ts";

export interface TellPorts {
  readonly pullRequests: PullRequests;
  readonly comments: StickyComments;
  readonly statuses: CommitStatuses;
  readonly log: Log;
  readonly runUrl: string;
}

/**
 * Says in a pull request what came to nothing there, and what a person has to do. A run that somebody sent to it
 * (`isGiven`) says also what it left alone. Whoever cannot say it has failed at nothing else.
 */
export async function tellPullRequest(
  number: number,
  { failures, skipped, handedOver }: Pick<Done, "failures" | "skipped" | "handedOver">,
  isGiven: boolean,
  ports: TellPorts,
): Promise<void> {
  const left = isGiven && handedOver.length === 0 ? skipped : [];
  const isIdle = isGiven && handedOver.length === 0;
  if (failures.length === 0 && !isIdle) return;
  const { pullRequests, comments, statuses, runUrl } = ports;
  const notice = noticeOf(failures, left, runUrl);
  try {
    await comments.update(number, (body) => withSection(body, "notice", notice));
    // What was pushed or is there is verified now, and the gate has the last word.
    if (handedOver.length > 0) return;
    const { headSha, labels } = await pullRequests.get(number);
    await statuses.post(headSha, "failure", `Nothing was pushed: ${causeOf(failures, left)}`);
    if (!labels.includes(NEEDS_HUMAN_LABEL)) await pullRequests.addLabel(number, NEEDS_HUMAN_LABEL);
  } catch (error) {
    if (!(error instanceof PipelineError)) throw error;
    ports.log.warning(`#${number} could not be told what failed: ${error.message}`);
  }
}

function noticeOf(
  failures: readonly Failure[],
  skipped: readonly Skipped[],
  runUrl: string,
): string {
  const run = link(say`The run`, runUrl);
  return markdown(
    [
      { kind: "heading", level: 3, line: say`Not generated` },
      ...list(failures.map(failureLine), 20),
      ...list(
        skipped.map(({ subject, reason }) => say`${code(subject)}: left alone, ${code(reason)}`),
      ),
      ...(failures.length + skipped.length === 0
        ? [paragraph(say`No story here asks for anything that this run could do.`)]
        : []),
      paragraph(
        say`A person has to look. ${run} has the details. Once the cause is mended, dispatch agent-pipeline with ${code("task")} and ${code("pull-request")}, or push a change of the story.`,
      ),
    ],
    NOTICE_LIMIT,
  );
}

function failureLine({ subject, error }: Failure): Line {
  const about = subject === null ? [] : say`${code(subject)}: `;
  if (!(error instanceof PipelineError)) {
    return say`${about}a fault of agent-pipeline itself, which the log shows`;
  }
  const hint = error.hint === undefined ? [] : say` ${untrusted(error.hint, 500)}`;
  return say`${about}${untrusted(error.message, 500)}.${hint}`;
}

function causeOf(failures: readonly Failure[], skipped: readonly Skipped[]): string {
  const [failure] = failures;
  if (failure === undefined) return skipped[0]?.reason ?? "nothing to do";
  return causeIn(failure.error);
}

/** The code of an error in the lower case of reasons. */
export function causeIn(error: unknown): string {
  return error instanceof PipelineError ? error.code.toLowerCase() : "internal_error";
}
