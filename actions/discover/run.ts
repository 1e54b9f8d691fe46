import { PipelineError } from "../../src/foundation/errors.ts";
import type { RepositoryReader } from "../../src/git/repository.ts";
import type { OpenPullRequests } from "../../src/github/open-pull-requests.ts";
import type { Clock } from "../../src/handover/clock.ts";
import { type HandedOverPullRequest, parseHandOver } from "../../src/handover/pull-requests.ts";
import type { Log } from "../../src/runner/log.ts";
import type { Trigger } from "../../src/runner/trigger.ts";
import { answerOf, type Answer, type Discovery } from "./answer.ts";
import { branchRef, type Comparison, comparisonOf } from "./comparison.ts";
import { discoverChanged } from "./discover-changed.ts";
import { discoverHandedOver } from "./discover-handed-over.ts";
import { discoverNamed } from "./discover-named.ts";
import type { Inputs } from "./inputs.ts";
import { parseTaskList } from "./task-list.ts";

export interface Ports {
  readonly repository: RepositoryReader;
  readonly openPullRequests: OpenPullRequests;
  readonly log: Log;
  /** When the step began, and how long it has taken by now. */
  readonly clock: () => Clock;
}

/** Finds the tasks of this run, and says what the outputs are and whether the step fails. */
export async function run(inputs: Inputs, trigger: Trigger, ports: Ports): Promise<Answer> {
  const { baseBranch, ...discovery } = await discover(inputs, trigger, ports);
  const answer = answerOf(discovery, inputs["max-entries"], baseBranch, ports.clock());
  for (const line of answer.summary) ports.log.info(line);
  return answer;
}

/** What was found, and the branch that all of it is to be merged into; null where there is no such branch. */
type Discovered = Discovery & { readonly baseBranch: string | null };

async function discover(inputs: Inputs, trigger: Trigger, ports: Ports): Promise<Discovered> {
  const handOver = parseHandOver(inputs["pull-requests"]);
  const named = parseTaskList(inputs.task, inputs.root);
  const isNamed = named.ids.length + named.rejected.length > 0;
  if (handOver !== null) {
    const isAsked = isNamed || inputs["pull-request"] !== null;
    if (isAsked || inputs.base !== "" || inputs.head !== "") {
      throw new PipelineError(
        "INPUT_INVALID",
        'Invalid input: "pull-requests" says which commits to compare; "task", "pull-request", "base" and "head" cannot be given beside it',
      );
    }
    const discovery = await discoverHandedOver(handOver, inputs.root, trigger, ports);
    return { ...discovery, baseBranch: baseOfAll(handOver, trigger) };
  }
  const number = inputs["pull-request"];
  const asked =
    number === null
      ? { comparison: comparisonOf(trigger, inputs), baseBranch: baseBranchOf(trigger, inputs) }
      : await askedOfPullRequest(number, inputs, ports);
  const { comparison, baseBranch } = asked;
  // What a pull request does not hold is not looked for in others.
  const isSearched = trigger.kind === "dispatch" && number === null;
  const discovery = isNamed
    ? await discoverNamed(named, comparison, inputs.root, isSearched, ports)
    : await discoverChanged(comparison, inputs.root, ports);
  return { ...discovery, baseBranch };
}

/** The present head and base of a pull request, whatever started this run. */
async function askedOfPullRequest(
  number: number,
  { base, head }: Inputs,
  { openPullRequests, log }: Ports,
): Promise<{ readonly comparison: Comparison; readonly baseBranch: string | null }> {
  if (base !== "" || head !== "") {
    throw new PipelineError(
      "INPUT_INVALID",
      'Invalid input: "pull-request" says which commits to compare; "base" and "head" cannot be given beside it',
    );
  }
  const found = await openPullRequests.get(number);
  if (typeof found === "string") {
    const because = `#${number} ${found}`;
    log.notice(`Nothing is verified: ${because}.`);
    return { comparison: { kind: "nothing", because }, baseBranch: null };
  }
  return {
    comparison: {
      kind: "proposed",
      head: { name: found.headSha, otherwise: `refs/pull/${number}/head` },
      base: branchRef(found.baseBranch),
      pullRequest: number,
    },
    baseBranch: found.baseBranch,
  };
}

function baseBranchOf(trigger: Trigger, { base }: Inputs): string | null {
  if (base !== "") return null;
  return trigger.kind === "pull_request" || trigger.kind === "merge_group"
    ? trigger.baseBranch
    : trigger.defaultBranch;
}

function baseOfAll(handOver: readonly HandedOverPullRequest[], trigger: Trigger): string | null {
  const bases = new Set(handOver.map(({ base }) => base));
  const [only] = bases;
  if (bases.size > 1) return null;
  return only ?? (trigger.kind === "pull_request" ? trigger.baseBranch : trigger.defaultBranch);
}
