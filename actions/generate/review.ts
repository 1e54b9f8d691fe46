import type { Authored } from "../../src/authoring/author-task.ts";
import { sumOf } from "../../src/authoring/spending.ts";
import { demandsOf } from "../../src/contract/contract.ts";
import { withoutBullet } from "../../src/story/lines.ts";
import type { Story } from "../../src/story/story.ts";
import { taskFolder } from "../../src/task/folder.ts";
import { partsOf, type TaskId } from "../../src/task/task-id.ts";
import {
  type Block,
  code,
  type Fold,
  joined,
  type Line,
  list,
  paragraph,
  say,
  untrusted,
} from "../../src/telling/blocks.ts";

/** What a reviewer has to know of one task: how the story was read, and what the model has to say about it. */
export function reviewOf(task: TaskId, story: Story, made: Authored): Fold {
  const { design, code: written, tests } = made;
  return {
    title: say`How ${code(taskFolder(task))} reads its story`,
    blocks: [
      paragraph(say`${untrusted(design.summary, LONG)}`),
      itemsTable(task, story, made),
      ...titled(say`What the story leaves open, and how it was read:`, design.assumptions),
      ...titled(say`The model says of its code:`, written.notes === null ? [] : [written.notes]),
      ...titled(say`The model says of its tests:`, tests.notes === null ? [] : [tests.notes]),
    ],
  };
}

const LONG = 2_000;

/** Each line that the story demands, in its order, with the criteria that quote it. */
function itemsTable(task: TaskId, story: Story, { design }: Authored): Block {
  const { items } = demandsOf(story.document, partsOf(task).part);
  const reasons = new Map(
    design.notTestable.map(({ source, reason }) => [withoutBullet(source), reason]),
  );
  return {
    kind: "table",
    head: [say`line of the story`, say`shown by`],
    rows: items.map(({ line, written }): readonly Line[] => {
      const lines = [line, ...written].map(withoutBullet);
      const criteria = design.criteria.filter(({ source }) =>
        lines.includes(withoutBullet(source)),
      );
      const reason = lines.map((each) => reasons.get(each)).find((each) => each !== undefined);
      const shown =
        criteria.length > 0
          ? joined(
              criteria.map(({ id }) => say`${code(id)}`),
              say`, `,
            )
          : say`no test (${reason ?? "nothing"})`;
      return [say`${untrusted(withoutBullet(line))}`, shown];
    }),
  };
}

function titled(title: Line, texts: readonly string[]): Block[] {
  if (texts.length === 0) return [];
  return [paragraph(title), ...list(texts.map((text) => say`${untrusted(text, LONG)}`))];
}

/** What an attempt took, such as `12,345 tokens, 0.08 USD`. */
export function costWords({ exchanges }: Pick<Authored, "exchanges">): Line {
  return spentWords(
    sumOf(exchanges.map(({ reply, costUsd }) => ({ tokens: reply.tokens, costUsd }))),
  );
}

export function spentWords({ tokens, costUsd }: ReturnType<typeof sumOf>): Line {
  const money = costUsd === null ? say`unknown price` : say`${costUsd} USD`;
  return say`${tokens.input + tokens.output} tokens, ${money}`;
}
