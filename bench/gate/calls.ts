import { Dice } from "../../test/model/dice.ts";
import { Driver } from "../../test/model/driver.ts";
import { happens, startDispatched } from "../../test/model/events.ts";
import { ownFolder } from "../../test/model/folders.ts";
import { PRODUCT } from "../../test/model/jobs.ts";
import type { Run } from "../../test/model/run.ts";
import { Town } from "../../test/model/town.ts";

/** What one job of the gate asks GitHub for. */
export interface Calls {
  readonly what: string;
  readonly calls: number;
  /** Those of them that create content, which GitHub limits by themselves. */
  readonly writes: number;
  readonly milliseconds: number;
}

const HABITS = {
  isGrouped: true,
  mode: "merge",
  method: "merge",
  waitsForCheck: false,
  requiresCheck: false,
  queue: null,
} as const;

/** The list of a run's artifacts, and one download; they come by a client that the model does not have. */
const OF_ARTIFACTS = 2;

/** Counts the calls of the real gate against the GitHub in memory, one case each. */
export async function countCalls(): Promise<readonly Calls[]> {
  return [
    await counted("merge, with clean-up", () => undefined),
    await counted("an input changed: verified again", (town) => {
      town.repository.commit("main", { files: { "requirements.txt": "two\n" }, message: "Pin" });
    }),
    await counted("the head moved", (town) => {
      town.repository.commit("task/price", { files: { x: "x" }, message: "Go on" });
    }),
    await counted("closed by a person", (town) => town.pulls[0]?.close()),
  ];
}

async function counted(what: string, before: (town: Town) => void): Promise<Calls> {
  const town = await Town.start(new Dice(1), HABITS, false);
  town.isCalm = true;
  try {
    const code = { quality: "right", serial: 1 } as const;
    town.repository.commit("task/price", {
      files: ownFolder("price", code),
      message: "Write price",
    });
    town.repository.openPullRequest({ head: "task/price", labels: ["agent-pipeline"] });
    await happens(town, town.pulls[0]!, "opened");
    const driver = new Driver(town, PRODUCT);
    const [run] = town.runs;
    if (run === undefined) throw new Error("Nothing was started");
    while (run.left[0] !== "gate") await driver.goOn(1);
    before(town);
    town.repository.refreshPullRequests();
    const begin = performance.now();
    while (!run.isOver) await driver.goOn(1);
    startDispatched(town);
    return { what, ...callsOf(run), milliseconds: performance.now() - begin };
  } finally {
    await town.end();
  }
}

function callsOf({ process }: Run): Pick<Calls, "calls" | "writes"> {
  const all = process?.calls ?? [];
  const asked = all.filter((call) => /^[A-Z]+ \//.test(call));
  const hasRead = all.some((call) => call.startsWith("artifacts"));
  return {
    calls: asked.length + (hasRead ? OF_ARTIFACTS : 0),
    writes: asked.filter((call) => !call.startsWith("GET")).length,
  };
}
