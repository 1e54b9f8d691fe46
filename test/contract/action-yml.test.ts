import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import * as z from "zod";
import { Inputs as DiscoverInputs } from "../../actions/discover/inputs.ts";
import { Inputs as GenerateInputs } from "../../actions/generate/inputs.ts";
import { Inputs as GateInputs } from "../../actions/merge-gate/inputs.ts";
import { Inputs as ReportInputs } from "../../actions/report/inputs.ts";
import { Inputs as SweepInputs } from "../../actions/sweep/inputs.ts";
import { Inputs as VerifyInputs } from "../../actions/verify/inputs.ts";
import { runBundle, type BundleRun } from "../../world/bundle.ts";
import { startGitHub, type GitHub, type Repository } from "../../world/github.ts";
import { runContext } from "../../world/run-context.ts";

const Manifest = z.object({
  inputs: z.record(z.string(), z.object({ description: z.string().min(10) })),
  outputs: z.record(z.string(), z.object({ description: z.string().min(10) })),
  runs: z.unknown(),
});

const manifestOf = (folder: string): z.infer<typeof Manifest> => {
  const file = new URL(`../../${folder}/action.yml`, import.meta.url);
  return Manifest.parse(parse(readFileSync(file, "utf8")));
};

interface Contract {
  readonly action: BundleRun["action"];
  readonly inputs: object;
  /** Inputs by which the action has next to nothing to do, but answers. */
  readonly given: Readonly<Record<string, string>>;
}

const contracts: readonly Contract[] = [
  { action: "generate", inputs: GenerateInputs.shape, given: { "dry-run": "true" } },
  { action: "discover", inputs: DiscoverInputs.shape, given: { "pull-requests": "[]" } },
  { action: "verify", inputs: VerifyInputs.shape, given: { tasks: "absent" } },
  { action: "merge-gate", inputs: GateInputs.shape, given: { matrix: '{"include":[]}' } },
  { action: "report", inputs: ReportInputs.shape, given: { matrix: '{"include":[]}' } },
  { action: "sweep", inputs: SweepInputs.shape, given: {} },
];

describe.each(contracts)("$action/action.yml", ({ action, inputs, given }) => {
  let github: GitHub;
  let repository: Repository;
  beforeAll(async () => {
    github = await startGitHub();
    repository = github.createRepository("octo/app", { files: { "README.md": "app\n" } });
  });
  afterAll(() => github.stop());

  test("declares exactly the inputs that the code reads", () => {
    expect(Object.keys(manifestOf(action).inputs).toSorted()).toEqual(
      Object.keys(inputs).toSorted(),
    );
  });

  test("runs its own bundle on the supported runtime", () => {
    expect(manifestOf(action).runs).toEqual({
      using: "node24",
      main: `../dist/${action}/index.js`,
    });
  });

  test("declares exactly the outputs that the bundle sets", async () => {
    const head = repository.tip("main") ?? "";
    const commits = { head, base: head, "merge-base": head };
    const result = await runBundle({
      action,
      inputs: { ...given, ...(action === "verify" && commits) },
      environment: runContext(github, repository, { event: "workflow_dispatch" }),
    });
    expect(Object.keys(result.outputs).toSorted()).toEqual(
      Object.keys(manifestOf(action).outputs).toSorted(),
    );
  });
});
