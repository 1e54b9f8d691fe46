import { notesOf } from "../../src/authoring/read-files.ts";
import { exchangesOf, parseTranscript } from "../../src/authoring/transcript.ts";
import { demandsOf } from "../../src/contract/contract.ts";
import { withoutBullet } from "../../src/story/lines.ts";
import type { Story } from "../../src/story/story.ts";
import { DesignDocument } from "../../src/task/design.ts";
import { META, taskFolder } from "../../src/task/folder.ts";
import type { Stage } from "../../src/task/manifest.ts";
import { readMeta } from "../../src/task/meta-file.ts";
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
import { accountOf } from "./account.ts";

/** Files of a task folder by path, as they are on its branch. */
export type Folder = ReadonlyMap<string, Uint8Array>;

/**
 * What a reviewer has to know of one task: how the story was read, and what the model has to say about it. Made of the
 * folder alone, so that it is the same whichever run says it; nothing for a folder that does not tell.
 */
export function reviewOf(task: TaskId, story: Story, folder: Folder): Fold[] {
  const design = readMeta(DesignDocument, folder.get(META.design));
  if (design === null) return [];
  return [
    {
      title: say`How ${code(taskFolder(task))} reads its story`,
      blocks: [
        paragraph(say`${untrusted(design.summary, LONG)}`),
        itemsTable(task, story, design),
        ...titled(say`What the story leaves open, and how it was read:`, design.assumptions),
        ...titled(say`The model says of its code:`, notesIn(folder, "code")),
        ...titled(say`The model says of its tests:`, notesIn(folder, "tests")),
        ...accountOf(folder),
      ],
    },
  ];
}

/** What the reply that was used said beside its files. */
function notesIn(folder: Folder, stage: Stage): string[] {
  const transcripts = parseTranscript(new TextDecoder().decode(folder.get(META.transcript)));
  const used = (transcripts ?? [])
    .flatMap(exchangesOf)
    .filter((each) => each.stage === stage && each.outcome === "used");
  return [...new Set(used.flatMap(({ reply }) => notesOf(reply) ?? []))];
}

const LONG = 2_000;

/** Each line that the story demands, in its order, with the criteria that quote it. */
function itemsTable(task: TaskId, story: Story, design: DesignDocument): Block {
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
