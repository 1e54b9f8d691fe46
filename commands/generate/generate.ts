import type { Authoring, Subject } from "../../actions/generate/authoring.ts";
import { planTask, type TaskPlan } from "../../actions/generate/task-plan.ts";
import { type ErrorCode, PipelineError } from "../../src/foundation/errors.ts";
import type { Log } from "../../src/runner/log.ts";
import type { Story } from "../../src/story/story.ts";
import type { Ending } from "../../src/task/manifest.ts";
import type { PresentTask } from "../../src/task/present-task.ts";
import type { TaskId } from "../../src/task/task-id.ts";
import { type Answer, EXIT, type Exit } from "../answer.ts";
import type { Told } from "./told.ts";
import { madeBlocks } from "./words.ts";

export interface GeneratePorts {
  readonly authoring: Pick<
    Authoring,
    "plan" | "attempt" | "estimate" | "models" | "inAll" | "spending"
  >;
  readonly log: Pick<Log, "info" | "warning">;
  /** Throws where no model can be asked, so that nothing is begun. */
  assertAskable(): void;
  /** What the working tree holds of a task; null for nothing. */
  present(task: TaskId): PresentTask | null;
  /** Puts a folder in the place of the one that is there, all of it or nothing. */
  write(task: TaskId, files: ReadonlyMap<string, Uint8Array>): void;
}

export interface GenerateWishes {
  /** Makes anew what was made from this very story. */
  readonly again: boolean;
  readonly isDryRun: boolean;
}

type Plan = Exclude<TaskPlan, { kind: "next_rerun" }>;
type Planned = Subject & { readonly plan: Plan };

/** Has each task of a story made, and writes it into the working tree. What was not finished leaves the tree as it was. */
export async function generate(
  story: Story,
  { again, isDryRun }: GenerateWishes,
  ports: GeneratePorts,
): Promise<Answer> {
  const subjects = story.tasks.map((task): Planned => {
    const present = ports.present(task.id);
    const plan = planTask(
      task.id,
      story,
      { onBase: present, onBranch: null },
      { isRequested: again, policy: "overwrite" },
    );
    if (plan.kind === "next_rerun") throw new Error("Nothing is appended here");
    return { story, task, made: present?.story === story.digest ? present : null, plan };
  });
  const isWork = subjects.some(({ plan }) => plan.kind === "generate");
  if (isWork && !isDryRun) ports.assertAskable();
  ports.authoring.plan(subjects.filter(({ plan }) => plan.kind === "generate"));
  const told: Told[] = [];
  for (const subject of subjects) told.push(await toldOf(subject, isDryRun, ports));
  const { tokens, costUsd } = ports.authoring.spending.total;
  return {
    exit: exitOf(told),
    blocks: madeBlocks(told, { tokens, costUsd }),
    data: { story: story.path, tasks: told.map(dataOf), tokens, costUsd },
  };
}

/** A fault of a service or of this machine says nothing about the story, and so counts before what was found. */
function exitOf(told: readonly Told[]): Exit {
  const exits = told.map((one): Exit => {
    switch (one.kind) {
      case "planned":
      case "left":
        return EXIT.fine;
      case "failed":
        return FAULTS_OF_THE_WORK.has(one.error.code) ? EXIT.faults : EXIT.unanswered;
      case "written":
        return one.attempted.made.kind === "made"
          ? ENDED[one.attempted.made.ending]
          : EXIT.unanswered;
      default:
        return one satisfies never;
    }
  });
  const order = [EXIT.unanswered, EXIT.faults, EXIT.unknown];
  return order.find((exit) => exits.includes(exit)) ?? EXIT.fine;
}

/** What came of the model's work within what it may cost; all else kept the work from being done. */
const FAULTS_OF_THE_WORK: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  "MODEL_OUTPUT_INVALID",
  "LIMIT_REACHED",
]);

const ENDED: Readonly<Record<Ending, Exit>> = {
  proven: EXIT.fine,
  not_proven: EXIT.faults,
  // The story leaves something open.
  open: EXIT.faults,
  unchecked: EXIT.unknown,
  nothing: EXIT.faults,
};

async function toldOf(subject: Planned, isDryRun: boolean, ports: GeneratePorts): Promise<Told> {
  const { plan } = subject;
  const { task } = plan;
  const { authoring, log } = ports;
  if (plan.kind !== "generate") return { kind: "left", task, why: LEFT[whyLeft(plan)] };
  if (isDryRun) {
    const { models, inAll } = authoring;
    return { kind: "planned", task, models, estimate: authoring.estimate(subject), inAll };
  }
  try {
    const attempted = await authoring.attempt(subject, plan, log);
    if (attempted.made.kind === "unfinished") throw attempted.made.error;
    ports.write(task, attempted.files);
    return { kind: "written", task, files: [...attempted.files.keys()].toSorted(), attempted };
  } catch (error) {
    if (error instanceof PipelineError) return { kind: "failed", task, error };
    throw error;
  }
}

const LEFT = {
  unchanged: "was made from this very story; --again makes it anew",
  human_commits: "somebody has changed its folder, which is never overwritten: move it away first",
  renamed: "was made from this very story under another file name; --again makes it anew",
} as const;

function whyLeft(plan: Exclude<Plan, { kind: "generate" }>): keyof typeof LEFT {
  if (plan.kind !== "skip") return "renamed";
  return plan.reason === "human_commits" ? "human_commits" : "unchanged";
}

function dataOf(told: Told): object {
  switch (told.kind) {
    case "written": {
      const { task, files, attempted } = told;
      const ended = attempted.made.kind === "made" ? attempted.made.ending : null;
      return { task, outcome: "written", files, attempt: attempted.number, ended };
    }
    case "planned":
      return { ...told, outcome: "planned" };
    case "left":
      return { task: told.task, outcome: "left", why: told.why };
    case "failed": {
      const { code, message, hint = null } = told.error;
      return { task: told.task, outcome: "failed", error: { code, message, hint } };
    }
    default:
      return told satisfies never;
  }
}
