import type { PullRequests } from "../../src/github/pull-requests.ts";
import type { Log } from "../../src/runner/log.ts";
import { code, joined, paragraph, say, type Block, type Line } from "../../src/telling/blocks.ts";
import { plainLine } from "../../src/telling/plain.ts";
import type { Authoring } from "./authoring.ts";
import { NOTHING_DONE, type Done, type Estimate, type Intention } from "./outcome.ts";
import type { PlannedTask } from "./plan-tasks.ts";
import { wasClosedByPerson, type BranchWork } from "./work-on-branch.ts";

export interface DryPorts {
  readonly pullRequests: PullRequests;
  readonly log: Log;
  readonly authoring: Pick<Authoring, "estimate" | "models" | "inAll">;
}

/** Finds out what a run would do with one branch. It only reads, and opens no model. */
export async function intend(work: BranchWork, ports: DryPorts): Promise<Done> {
  const { destination, tasks } = work;
  try {
    const isVetoed =
      (await wasClosedByPerson(work, ports)) && !tasks.some(({ plan }) => plan.kind === "generate");
    const pullRequest =
      destination.pullRequest ??
      (await ports.pullRequests.find(destination.branch, destination.base))?.number ??
      null;
    const found = tasks.map((planned): Pick<Done, "skipped" | "intentions"> => {
      const { plan } = planned;
      if (plan.kind === "skip") {
        return { skipped: [{ subject: plan.task, reason: plan.reason }], intentions: [] };
      }
      if (isVetoed && plan.kind === "adopt") {
        return { skipped: [{ subject: plan.task, reason: "closed_by_person" }], intentions: [] };
      }
      const intention = intentionOf(planned, plan, pullRequest, ports);
      ports.log.info(`Dry run: ${plainLine(intentionLine(intention))}`);
      return { skipped: [{ subject: plan.task, reason: "dry_run" }], intentions: [intention] };
    });
    return {
      ...NOTHING_DONE,
      skipped: found.flatMap(({ skipped }) => skipped),
      intentions: found.flatMap(({ intentions }) => intentions),
    };
  } catch (error) {
    return { ...NOTHING_DONE, failures: [{ subject: destination.branch, error }] };
  }
}

function intentionOf(
  planned: PlannedTask,
  plan: Exclude<PlannedTask["plan"], { kind: "skip" }>,
  pullRequest: number | null,
  { authoring }: DryPorts,
): Intention {
  return {
    kind: plan.kind,
    task: plan.task,
    story: planned.story.path,
    branch: planned.destination.branch,
    pullRequest,
    asked:
      plan.kind === "generate"
        ? {
            reason: plan.reason,
            model: authoring.models.join(", "),
            atMost: authoring.estimate(planned),
            inAll: authoring.inAll,
          }
        : null,
  };
}

/** One sentence for the log. */
function intentionLine({ kind, task, branch, pullRequest, asked }: Intention): Line {
  const where = say`on ${code(branch)}, in ${pullRequestWords(pullRequest)}`;
  const reason = asked === null ? [] : say` (${code(asked.reason)})`;
  const questions = asked === null ? say`; no model is asked` : say`; ${questionsLine(asked)}`;
  return say`would ${WOULD[kind]}${reason} ${code(task)} ${where}${questions}`;
}

const WOULD = {
  generate: say`generate`,
  adopt: say`finish`,
  rename: say`name the present story of`,
} as const;

function pullRequestWords(number: number | null): Line {
  return number === null ? say`a new pull request` : say`#${number}`;
}

function questionsLine({ model, atMost }: NonNullable<Intention["asked"]>): Line {
  const asked = say`${code(model)} is asked for the design, then for code and tests`;
  return atMost === null ? asked : joined([asked, say`${atMostLine(atMost)}`], say`; `);
}

function atMostLine({ tokens, costUsd }: Estimate): Line {
  const money = costUsd === null ? say`at an unknown price` : say`${dollars(costUsd)} USD`;
  return say`at most ${tokens} tokens, ${money}`;
}

/** To a cent above, so that "at most" holds. */
function dollars(usd: number): number {
  return Math.ceil(usd * 100) / 100;
}

/** What a dry run found out, for the page of the run. */
export function intentionBlocks(intentions: readonly Intention[]): readonly Block[] {
  if (intentions.length === 0) return [];
  return [
    { kind: "heading", level: 3, line: say`What would be done` },
    {
      kind: "table",
      head: [say`task`, say`story`, say`what`, say`branch`, say`pull request`, say`asked`],
      rows: intentions.map((intention) => [
        say`${code(intention.task)}`,
        say`${code(intention.story)}`,
        say`${WOULD[intention.kind]}${intention.asked === null ? [] : say` (${code(intention.asked.reason)})`}`,
        say`${code(intention.branch)}`,
        intention.pullRequest === null ? say`a new one` : say`#${intention.pullRequest}`,
        intention.asked === null ? say`no model` : questionsLine(intention.asked),
      ]),
    },
    ...totalBlocks(intentions),
    ...mendingBlocks(intentions),
  ];
}

function totalBlocks(intentions: readonly Intention[]): Block[] {
  const bounds = intentions.flatMap(({ asked }) => (asked === null ? [] : [asked.atMost]));
  const known = bounds.filter((bound) => bound !== null);
  if (known.length === 0 || known.length < bounds.length) return [];
  const costs = known.map(({ costUsd }) => costUsd);
  const total = {
    tokens: known.reduce((sum, { tokens }) => sum + tokens, 0),
    costUsd: costs.includes(null)
      ? null
      : costs.reduce<number>((sum, cost) => sum + (cost ?? 0), 0),
  };
  return [paragraph(say`All together: ${atMostLine(total)}.`)];
}

/** The first version is checked, and what is found wanting asked about: how often, nobody knows before. */
function mendingBlocks(intentions: readonly Intention[]): Block[] {
  const inAll = intentions.map(({ asked }) => asked?.inAll ?? null).find((each) => each !== null);
  if (inAll === undefined) return [];
  return [
    paragraph(
      say`That is for the first versions. What the check of their own work finds is asked about as well: for each text of a story at most ${inAll.calls} questions and ${dollars(inAll.usd)} USD in all, over all attempts (${code("max-calls")} and ${code("budget-usd")} of the config).`,
    ),
  ];
}
