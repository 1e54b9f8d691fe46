import { PipelineError } from "../shared/core/errors.ts";
import type { Trigger } from "../shared/core/trigger.ts";
import type { Log } from "../shared/ports/log.ts";
import type { RepositoryReader } from "../shared/ports/repository.ts";
import { answerOf, type Answer, type Discovery } from "./core/answer.ts";
import { comparisonOf } from "./core/comparison.ts";
import { parseHandOver } from "./core/hand-over.ts";
import { parseTaskList } from "./core/task-list.ts";
import { discoverChanged } from "./discover-changed.ts";
import { discoverHandedOver } from "./discover-handed-over.ts";
import { discoverNamed } from "./discover-named.ts";
import type { Inputs } from "./inputs.ts";
import type { OpenPullRequests } from "./ports/open-pull-requests.ts";

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
