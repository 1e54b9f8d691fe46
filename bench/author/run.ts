// How often the author of generate, and three simpler ones, get a story right with the same simulated model.
// `node bench/author/run.ts [--problems N] [--stories N] [--cell ρ,p,q]`
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { PROBLEMS } from "../verify/problems.ts";
import { ARMS, type Arm, type Outcome } from "./arms.ts";
import { Engine } from "./engine.ts";
import { shareOf } from "./intervals.ts";
import { type Pool, poolsOf } from "./pools.ts";
import { KeptChecks } from "./reply-checks.ts";
import { type Cell, SimulatedAuthor } from "./simulated-author.ts";

const RHOS = [0, 0.3, 0.6];
const CHANCES = [0.3, 0.6, 0.9];
/** How many stories of each problem; they differ in the author's chances alone. */
const STORIES = "4";

const { values } = parseArgs({
  options: {
    problems: { type: "string", default: String(PROBLEMS.length) },
    stories: { type: "string", default: STORIES },
    cell: { type: "string" },
  },
});

/** Outcomes of one arm in one cell: for each problem those of its stories. */
type Outcomes = readonly (readonly Outcome[])[];

const engine = new Engine(fileURLToPath(new URL("../../.cache/author", import.meta.url)));
const checks = new KeptChecks();
try {
  await main();
} finally {
  engine.close();
  checks.close();
}

async function main(): Promise<void> {
  const pools = poolsOf(PROBLEMS.slice(0, Number(values.problems)));
  const stories = Number(values.stories);
  const started = performance.now();
  for (const [rho, ofRho] of Map.groupBy(cells(), (cell) => cell.rho)) {
    const all: ReadonlyMap<string, Outcomes>[] = [];
    for (const cell of ofRho) {
      const outcomes = await inCell(cell, pools, stories);
      tell(`ρ ${rho}, p ${cell.p}, q ${cell.q}`, outcomes);
      all.push(outcomes);
    }
    if (ofRho.length > 1) tell(`ρ ${rho}, all of p and q`, together(all));
  }
  const seconds = (performance.now() - started) / 1_000;
  console.log(
    `${pools.length} problems, ${stories} stories each, in ${seconds.toFixed(0)} s; ${engine.judged} pairs were judged anew`,
  );
}

function tell(title: string, outcomes: ReadonlyMap<string, Outcomes>): void {
  console.log(title);
  console.table(Object.fromEntries([...outcomes].map(([name, each]) => [name, rowOf(each)])));
  for (const line of worseIn(outcomes)) console.log(line);
}

/** The stories of several cells, by arm and problem. */
function together(cellsOutcomes: readonly ReadonlyMap<string, Outcomes>[]): Map<string, Outcomes> {
  const [first] = cellsOutcomes;
  return new Map(
    [...first!].map(([name, byProblem]) => [
      name,
      byProblem.map((_, index) => cellsOutcomes.flatMap((each) => each.get(name)![index]!)),
    ]),
  );
}

function cells(): Cell[] {
  if (values.cell !== undefined) {
    const [rho = 0, p = 0, q = 0] = values.cell.split(",").map(Number);
    return [{ rho, p, q }];
  }
  return RHOS.flatMap((rho) => CHANCES.flatMap((p) => CHANCES.map((q) => ({ rho, p, q }))));
}

async function inCell(
  cell: Cell,
  pools: readonly Pool[],
  stories: number,
): Promise<ReadonlyMap<string, Outcomes>> {
  const outcomes = new Map<string, Outcomes>();
  for (const [name, arm] of Object.entries(ARMS)) {
    const byProblem: Outcome[][] = [];
    for (const pool of pools) byProblem.push(await storiesOf(arm, cell, pool, stories));
    outcomes.set(name, byProblem);
  }
  return outcomes;
}

async function storiesOf(arm: Arm, cell: Cell, pool: Pool, stories: number): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let seed = 1; seed <= stories; seed += 1) {
    const author = new SimulatedAuthor(pool, cell, seed);
    outcomes.push(await arm({ pool, author, engine, checks }));
  }
  return outcomes;
}

function rowOf(outcomes: Outcomes): Record<string, string | number> {
  const all = outcomes.flat();
  const wrong = all.filter(({ merged }) => merged === "wrong");
  const right = all.filter(({ merged }) => merged === "right").length;
  const { mean, low, high } = shareOf(outcomes.map(shareIn(isWrong)));
  return {
    merged: percent((right + wrong.length) / all.length),
    "wrong code merged": `${percent(mean)} (${percent(low)} to ${percent(high)})`,
    "of all merged": percent(wrong.length / (right + wrong.length)),
    "of it told": wrong.filter(({ isTold }) => isTold).length,
    "right code refused": percent(shareIn(({ isRefused }) => isRefused)(all)),
    "tokens per right story": Math.round(sumOf(all, "tokens") / right),
    "questions asked": (sumOf(all, "questions") / all.length).toFixed(1),
    "person answers": percent(shareIn(({ person }) => person === "answers")(all)),
    "person confirms": percent(shareIn(({ person }) => person === "confirms")(all)),
  };
}

/**
 * Where ours is worse than another arm: above the interval of that arm, or by more than chance allows, by the interval of the
 * difference on the same stories, which is narrower.
 */
function worseIn(outcomes: ReadonlyMap<string, Outcomes>): string[] {
  const own = outcomes.get("ours")!;
  return [...outcomes].flatMap(([name, other]) => {
    const more = (is: (outcome: Outcome) => boolean) =>
      shareOf(own.map((each, index) => shareIn(is)(each) - shareIn(is)(other[index]!)));
    const wrong = more(isWrong);
    const right = more(({ merged }) => merged === "right");
    const mean = shareOf(own.map(shareIn(isWrong))).mean;
    return [
      ...(mean > shareOf(other.map(shareIn(isWrong))).high
        ? [`ours merges more wrong code than the interval of ${name} holds`]
        : []),
      ...(wrong.low > 0
        ? [`ours merges more wrong code than ${name}: ${percent(wrong.mean)}`]
        : []),
      ...(right.high < 0
        ? [`ours merges less right code than ${name}: ${percent(-right.mean)}`]
        : []),
    ];
  });
}

function isWrong({ merged }: Outcome): boolean {
  return merged === "wrong";
}

function shareIn(is: (outcome: Outcome) => boolean): (stories: readonly Outcome[]) => number {
  return (stories) => stories.filter(is).length / stories.length;
}

function sumOf(outcomes: readonly Outcome[], key: "tokens" | "questions"): number {
  return outcomes.reduce((sum, outcome) => sum + outcome[key], 0);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
