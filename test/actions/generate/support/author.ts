import type { BundleResult } from "../../../../world/bundle.ts";
import type { Reply } from "../../../../world/model.ts";
import { handedOver, World } from "./world.ts";

export const code = (content: string): Reply => ({
  files: [{ path: "src/doubling.py", content }],
  notes: null,
});
export const suite = (content: string, path = "tests/test_story.py"): Reply => ({
  files: [{ path, content }],
  notes: null,
});

/** The one example that the wrong code fails, written as a call once more. */
export const MAPPED: Reply = {
  example: { setup: [], call: "double(0)", returns: "0", raises: null },
};
/** What a scenario needs of the judge besides tests, stubs and examples: these two take most of the time. */
export interface Judged {
  readonly mutants?: number;
  readonly reruns?: number;
  readonly checkSeconds?: number;
}

/** A busy machine must find what an idle one does. */
function configOf({ mutants = 0, reruns = 0, checkSeconds = 900 }: Judged): string {
  return `check-seconds: ${checkSeconds}\nstub-seconds: 900\nmutation-seconds: 900\nstory-minutes: 60\nmutants: ${mutants}\nreruns: ${reruns}\n`;
}

/** Runs generate, as a runner does, on one small story, whose author says this. */
export async function author(
  answers: Readonly<Partial<Record<"design" | "code" | "tests", readonly Reply[]>>>,
  judged: Judged = {},
): Promise<{
  run: BundleResult;
  world: World;
  log: string[];
  prompts: string[];
  files: (path: string) => string;
}> {
  const world = await World.open({
    answers: { doubling: answers },
    selfCheck: true,
    files: { ".github/agent-pipeline.yml": configOf(judged) },
  });
  const run = await world.generateByBundle(world.pushStories("doubling"));
  const log = run.log.split("\n").filter((line) => line.includes("doubling: "));
  const [made] = handedOver(run);
  return {
    run,
    world,
    log,
    prompts: world.model.requests.map(({ body }) => String(body["input"])),
    files: (path) => world.content(made?.head ?? "HEAD", `generated/doubling/${path}`),
  };
}
