import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type GitHub, type Repository, startGitHub } from "../../world/github.ts";
import { type Model, startModel } from "../../world/model.ts";
import { readmeWorkflows } from "../tools/readme-workflows.ts";
import { ROOT, type Writer } from "./plan.ts";
import { playback } from "./recordings.ts";

/** A throw-away GitHub with one repository, and a model server unless a real one is asked. */
export interface World {
  readonly github: GitHub;
  readonly repository: Repository;
  readonly model: { readonly baseUrl: string; readonly key: string };
  /** What a stand-in had to refuse; anything in it is a fault of ours. */
  violations(): readonly string[];
  stop(): Promise<void>;
}

/** As in this repository, so that what the samples may use can be used. */
const CONFIG = ".github/agent-pipeline.yml";
const README = "# Demo\n\nA repository that takes stories.\n";

export async function openWorld(writer: Writer): Promise<World> {
  const github = await startGitHub();
  const server: Model | null =
    writer.kind === "playback"
      ? await startModel({ replies: playback(writer.replies), habits: { cachesNothing: true } })
      : null;
  const model =
    writer.kind === "model"
      ? { baseUrl: writer.baseUrl, key: writer.key }
      : { baseUrl: server?.url ?? "", key: server?.key ?? "" };
  return {
    github,
    repository: github.createRepository("demo/app", {
      files: {
        "README.md": README,
        [CONFIG]: readFileSync(join(ROOT, CONFIG), "utf8"),
        // The gate starts the next attempt of what is refused; the demo ends there.
        ...Object.fromEntries(
          [...readmeWorkflows()].map(([name, text]) => [`.github/workflows/${name}`, text]),
        ),
      },
    }),
    model,
    violations: () => [...github.violations, ...(server?.violations ?? [])],
    async stop() {
      await server?.stop();
      await github.stop();
    },
  };
}
