import { PipelineError } from "../../src/foundation/errors.ts";
import type { RepositoryReader } from "../../src/git/repository.ts";
import type { OpenPullRequests } from "../../src/github/open-pull-requests.ts";
import { parseHandOver } from "../../src/handover/pull-requests.ts";
import type { Log } from "../../src/runner/log.ts";
import type { Trigger } from "../../src/runner/trigger.ts";
import { answerOf, type Answer, type Discovery } from "./answer.ts";
import { comparisonOf } from "./comparison.ts";
import { discoverChanged } from "./discover-changed.ts";
import { discoverHandedOver } from "./discover-handed-over.ts";
import { discoverNamed } from "./discover-named.ts";
import type { Inputs } from "./inputs.ts";
import { parseTaskList } from "./task-list.ts";

export interface Ports {
  readonly repository: RepositoryReader;
  readonly openPullRequests: OpenPullRequests;
  readonly log: Log;
}

/** Finds the tasks of this run, and says what the outputs are and whether the step fails. */
export async function run(inputs: Inputs, trigger: Trigger, ports: Ports): Promise<Answer> {
  const discovery = await discover(inputs, trigger, ports);
  const answer = answerOf(discovery, inputs["max-entries"]);
  for (const line of answer.summary) ports.log.info(line);
  return answer;
}

async function discover(inputs: Inputs, trigger: Trigger, ports: Ports): Promise<Discovery> {
  const handOver = parseHandOver(inputs["pull-requests"]);
  const named = parseTaskList(inputs.task, inputs.root);
  const isNamed = named.ids.length + named.rejected.length > 0;
  if (handOver !== null) {
    if (isNamed || inputs.base !== "" || inputs.head !== "") {
      throw new PipelineError(
        "INPUT_INVALID",
        'Invalid input: "pull-requests" says which commits to compare; "task", "base" and "head" cannot be given beside it',
      );
    }
    return discoverHandedOver(handOver, inputs.root, trigger, ports);
  }
  const comparison = comparisonOf(trigger, inputs);
  if (!isNamed) return discoverChanged(comparison, inputs.root, ports);
  return discoverNamed(named, comparison, inputs.root, trigger, ports);
}
