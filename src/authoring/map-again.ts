import * as z from "zod";
import { demandsOf } from "../contract/contract.ts";
import { readExecutable } from "../contract/executable-example.ts";
import { promisesOf } from "../contract/promises.ts";
import { readExample } from "../story/examples.ts";
import { withoutBullet } from "../story/lines.ts";
import { type Criterion, type DesignDocument, ExecutableExample } from "../task/design.ts";
import { partsOf } from "../task/task-id.ts";
import type { Asker } from "./asker.ts";
import type { AuthorSubject } from "./blind-questions.ts";
import { fault, type Read } from "./fault.ts";
import type { Finding } from "./judgement.ts";
import type { ModelReply } from "./model.ts";
import { mappingPrompt } from "./prompts.ts";
import { readReply } from "./read-reply.ts";
import { strictSchema } from "./strict-schema.ts";
import type { TaskState } from "./task-state.ts";

const Mapping = z.strictObject({ example: ExecutableExample });
const MAPPING_SCHEMA = strictSchema(Mapping);

/**
 * Has examples written as calls once more, by somebody who sees the line and the signatures alone. Another call takes the
 * place of the old one where it is a call of the line as well. A line that is itself a call needs no second look.
 */
export async function mapAgain(
  subject: AuthorSubject,
  asker: Asker,
  state: TaskState,
  findings: readonly Finding[],
): Promise<void> {
  for (const item of new Set(findings.flatMap(({ item: line }) => line ?? []))) {
    state.history.mapped.add(item);
    const { design } = state.version;
    const [criterion, ...others] = design.criteria.filter(
      ({ source }) => withoutBullet(source) === withoutBullet(item),
    );
    // Of a line in several places the line alone does not tell which call is meant.
    if (criterion === undefined || others.length > 0) continue;
    const changed = await mappedAgain(subject, asker, design, criterion);
    if (changed === null) continue;
    asker.ports.log.info(`design: ${criterion.id} is another call by now: ${changed.call}`);
    const criteria = design.criteria.map((each) =>
      each === criterion ? { ...each, example: changed } : each,
    );
    state.version = { ...state.version, design: { ...design, criteria } };
  }
}

/** null where it stays as it is. */
async function mappedAgain(
  { story, task }: AuthorSubject,
  asker: Asker,
  design: DesignDocument,
  { source, example: present }: Criterion,
): Promise<ExecutableExample | null> {
  const { items } = demandsOf(story.document, partsOf(task.id).part);
  const item = items.find(({ line }) => withoutBullet(line) === withoutBullet(source));
  const reading = item?.example ?? readExample(source);
  if (reading.kind !== "read" || reading.example.call !== null) return null;
  const { example } = reading;
  const told = await asker.ask<ExecutableExample>({
    stage: "design",
    sample: asker.nextSample("design"),
    step: asker.nextStep(),
    because: "example_failed",
    schema: MAPPING_SCHEMA,
    prompt: mappingPrompt(story, task, { design, line: source }),
    read: (reply: ModelReply): Read<ExecutableExample> => {
      const read = readReply(reply, Mapping);
      if (!read.ok) return { ...read, kept: null };
      const call = readExecutable(read.value.example, example, promisesOf(design));
      return call.ok
        ? { ok: true, value: read.value.example }
        : { ok: false, faults: call.problems.map(fault("design")), kept: null };
    },
  });
  if (!told.ok || JSON.stringify(told.value) === JSON.stringify(present)) return null;
  return told.value;
}
