// How much longer than its model generate takes. `node bench/generate/latency.ts [SECONDS of a design]` lets a model server
// answer after fixed times, and runs the bundle on one story and on eight at once.
import * as z from "zod";
import {
  REPLIES,
  smallStory,
  storyPath,
  storyText,
} from "../../test/actions/generate/support/stories.ts";
import { runBundle } from "../../world/bundle.ts";
import { startGitHub } from "../../world/github.ts";
import { type Reply, startModel } from "../../world/model.ts";
import { runContext } from "../../world/run-context.ts";

const design = Number(process.argv[2] ?? 20);
const SECONDS = { design, code: design * 1.5, tests: design * 1.25 } as const;
const ROUNDS = 3;

const StageName = z.enum(["design", "code", "tests"]);
type Stage = z.infer<typeof StageName>;

/** Tokens by stage, as the service counts them: what begins as an earlier question is in its cache. */
const tokens = new Map<Stage, { input: number; cached: number; output: number }>();

const rows: Record<string, object> = {};
for (const stories of [1, 8]) {
  const took: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) took.push(await secondsOf(stories));
  const floor = SECONDS.design + Math.max(SECONDS.code, SECONDS.tests);
  const middle = took.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)]!;
  rows[`${stories} at once`] = {
    "the model alone": `${floor.toFixed(1)} s`,
    generate: `${middle.toFixed(1)} s`,
    ratio: (middle / floor).toFixed(3),
  };
}
console.table(rows);
console.table(
  Object.fromEntries(
    [...tokens].map(([stage, { input, cached, output }]) => [
      stage,
      { input, "of it cached": `${Math.round((100 * cached) / input)} %`, output },
    ]),
  ),
);

async function secondsOf(many: number): Promise<number> {
  const github = await startGitHub();
  const model = await startModel({
    replies: ({ stage }): Reply => {
      const name = StageName.parse(stage);
      return { fault: "latency", milliseconds: SECONDS[name] * 1_000, reply: REPLIES[name] };
    },
  });
  try {
    // The author alone: a check of its own work takes no time of a model.
    const settings = { ".github/agent-pipeline.yml": "self-check: false\n" };
    const repository = github.createRepository("org/shop", { files: settings });
    const ids = Array.from({ length: many }, (_, index) => `story-${index}`);
    const files = Object.fromEntries(ids.map((id) => [storyPath(id), storyText(smallStory(id))]));
    const before = repository.tip("main") ?? "";
    const after = repository.commit("main", { files, message: "Add stories" });
    const start = performance.now();
    const { exitCode, log } = await runBundle({
      action: "generate",
      // Of this server nothing has to be found out.
      inputs: { "openai-api-key": model.key, "base-url": model.url },
      environment: runContext(github, repository, { event: "push", before, after }),
      timeout: 15 * 60_000,
    });
    const seconds = (performance.now() - start) / 1_000;
    if (exitCode !== 0) throw new Error(log);
    for (const line of log.split("\n")) {
      const [, stage, input, output] =
        /(design|code|tests): \S+ answered \((\d+) tokens in, (\d+) out\)/.exec(line) ?? [];
      if (stage === undefined) continue;
      const name = StageName.parse(stage);
      const sum = tokens.get(name) ?? { input: 0, cached: 0, output: 0 };
      sum.input += Number(input);
      sum.output += Number(output);
      tokens.set(name, sum);
    }
    return seconds;
  } finally {
    await model.stop();
    await github.stop();
  }
}
