import type { Discovery } from "../../actions/discover/answer.ts";
import { answerOf } from "../../actions/discover/answer.ts";
import { jsonIn } from "../../src/foundation/json.ts";
import { MATRIX_MAX_ENTRIES } from "../../src/handover/matrix.ts";
import { type Block, code, list, paragraph, say, untrusted } from "../../src/telling/blocks.ts";
import { type Answer, EXIT } from "../answer.ts";

/** The tasks that a head changes, as discover lays them out for the matrix. */
export function discovered(discovery: Discovery): Answer {
  const { outputs, problem } = answerOf(discovery, MATRIX_MAX_ENTRIES);
  const { commits, groups, deleted, rejected } = discovery;
  const tasks = groups.flatMap((group) => group.tasks);
  const blocks: Block[] = [
    ...(commits === null
      ? []
      : [
          paragraph(
            say`head ${commits.head.slice(0, 7)}, base ${commits.base.slice(0, 7)}, merge base ${commits.mergeBase.slice(0, 7)}`,
          ),
        ]),
    paragraph(
      tasks.length === 0
        ? say`No task is changed.`
        : say`${tasks.length} ${tasks.length === 1 ? say`task is` : say`tasks are`} changed:`,
    ),
    ...list(tasks.map((task) => say`✔ ${code(`generated/${task}`)}`)),
    ...list(deleted.map((task) => say`– ${code(`generated/${task}`)} is deleted`)),
    ...list(rejected.map(({ name, reason }) => say`✘ ${untrusted(name, 500)} ${reason}`)),
    ...(problem === null ? [] : [paragraph(say`✘ ${problem.message}`)]),
  ];
  return {
    exit: problem === null ? EXIT.fine : EXIT.faults,
    blocks,
    data: { ...commits, tasks, deleted, rejected, matrix: jsonIn(outputs.matrix) ?? null },
  };
}
