import { withoutBullet } from "../story/lines.ts";
import type { OpenQuestion, Overruled } from "../task/manifest.ts";
import type { TaskId } from "../task/task-id.ts";
import { type Block, code, list, paragraph, say, untrusted } from "./blocks.ts";

const LONG = 1_000;

/** What the story leaves open, for its author. */
export function questionBlocks(
  task: TaskId,
  { call, answers, items, line }: OpenQuestion,
): readonly Block[] {
  return [
    paragraph(
      call === ""
        ? say`${code(task)}: its story does not say what a test of it expects. Write into it what holds; the next run starts from there.`
        : say`${code(task)}: what does ${code(call)} give? The story leaves it open:`,
    ),
    ...list(answers.map(({ by, answer }) => say`${untrusted(by)}: ${code(answer)}`)),
    ...itemsList(items),
    ...(line === null
      ? []
      : [
          paragraph(
            say`Write into the story what holds, for example ${code(line)}. The next run starts from there.`,
          ),
        ]),
  ];
}

/** A test that was taken away, for whoever has to say whether that was right. */
export function overruledBlocks(
  task: TaskId,
  { test, call, items, expected, answered }: Overruled,
): readonly Block[] {
  return [
    paragraph(
      say`${code(task)}: the test ${untrusted(test)} said that ${code(call)} gives ${code(expected)}, and was taken away. The code gives ${code(answered)}, and two answers that knew neither agree with the code. Is that what the story means?`,
    ),
    ...itemsList(items),
  ];
}

function itemsList(items: readonly string[]): Block[] {
  return list(items.map((item) => say`the story says: ${untrusted(withoutBullet(item), LONG)}`));
}
