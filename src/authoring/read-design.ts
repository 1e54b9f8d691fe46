import { contractOf, demandsOf } from "../contract/contract.ts";
import { inItsPlace, uncoveredItems } from "../contract/coverage.ts";
import { isPythonSignature } from "../contract/promises.ts";
import { withoutBullet } from "../story/lines.ts";
import type { Story } from "../story/story.ts";
import { DesignDocument } from "../task/design.ts";
import { partsOf, type TaskId } from "../task/task-id.ts";
import { fault, type Read } from "./fault.ts";
import type { ModelReply } from "./model.ts";
import { quote, readReply } from "./read-reply.ts";
import { strictSchema } from "./strict-schema.ts";

export const DESIGN_SCHEMA = strictSchema(DesignDocument);

/** Reads the design, or says everything that is wrong with it, by the rules that verify has. */
export function readDesign(reply: ModelReply, story: Story, task: TaskId): Read<DesignDocument> {
  const read = readReply(reply, DesignDocument);
  if (!read.ok) return read;
  const made = contractOf(read.value, demandsOf(story.document, partsOf(task).part));
  const faults = [
    ...read.value.modules
      .flatMap(({ names }) => names)
      .filter((promised) => !isPythonSignature(promised))
      .map(
        ({ name }) =>
          `the signature of ${name} is not Python; write it as in ${name}(parameter: type) -> type`,
      )
      .map(fault("signature")),
    ...made.problems.map(({ problem }) => problem).map(fault("design")),
    ...uncoveredItems(made.contract)
      .map(
        (covered) =>
          `no criterion quotes this line of the story: ${quote(withoutBullet(covered.item.line))}${inItsPlace(covered)}`,
      )
      .map(fault("story_uncovered")),
  ];
  return faults.length === 0 ? read : { ok: false, faults, kept: read.value };
}
