import { type GitHub, type Repository, startGitHub } from "../../world/github.ts";
import { type Model, startModel } from "../../world/model.ts";
import type { Writer } from "./plan.ts";

/** A throw-away GitHub with one repository, and a model server unless a real one is asked. */
export interface World {
  readonly github: GitHub;
  readonly repository: Repository;
  readonly model: { readonly baseUrl: string; readonly key: string };
  /** What a stand-in had to refuse; anything in it is a fault of ours. */
  violations(): readonly string[];
  stop(): Promise<void>;
}

const README = "# Demo\n\nA repository that takes stories.\n";

export async function openWorld(writer: Writer): Promise<World> {
  const github = await startGitHub();
  const server: Model | null =
    writer.kind === "playback" ? await startModel({ replies: writer.replies }) : null;
  const model =
    writer.kind === "model"
      ? { baseUrl: writer.baseUrl, key: writer.key }
      : { baseUrl: server?.url ?? "", key: server?.key ?? "" };
  return {
    github,
    repository: github.createRepository("demo/app", { files: { "README.md": README } }),
    model,
    violations: () => [...github.violations, ...(server?.violations ?? [])],
    async stop() {
      await server?.stop();
      await github.stop();
    },
  };
}
