import { NO_ANSWER } from "../../actions/discover/answer.ts";
import { UNKNOWN_OUTPUTS as NOTHING_GENERATED } from "../../actions/generate/outputs.ts";
import { UNKNOWN_OUTPUTS as NOTHING_DECIDED } from "../../actions/merge-gate/outputs.ts";
import { UNKNOWN_OUTPUTS as NOTHING_REPORTED } from "../../actions/report/outputs.ts";
import { UNKNOWN_OUTPUTS as NOTHING_READ } from "../../actions/story/outputs.ts";
import { UNKNOWN_OUTPUTS as NOTHING_SWEPT } from "../../actions/sweep/outputs.ts";
import { openRepository } from "../../src/git/adapters/repository.ts";
import { runAction } from "../../src/runner/adapters/action.ts";
import type { Ending, Job, Outputs } from "../../src/runner/job.ts";
import { type BundleResult, type BundleRun, type Execution, runStep } from "../../world/bundle.ts";

/**
 * Runs an action as `runBundle` does, but in this process: a table of cases then costs no start of Node.js for each. What
 * only a process of its own shows (the bundle, its exit, signals) is for `runBundle`.
 */
export function runInProcess(run: BundleRun, open = openRepository): Promise<BundleResult> {
  return runStep(run, executionOf(run.action, open));
}

/** Some take a repository that is not opened as usual. */
type Act = (job: Job, open?: typeof openRepository) => Promise<Ending>;

const UNKNOWN: Readonly<Record<BundleRun["action"], Outputs>> = {
  generate: { ...NOTHING_GENERATED },
  discover: { ...NO_ANSWER },
  verify: { verdicts: "", "failed-tasks": "" },
  "merge-gate": { ...NOTHING_DECIDED },
  report: { ...NOTHING_REPORTED },
  sweep: { ...NOTHING_SWEPT },
  story: { ...NOTHING_READ },
};

const ACTS: Readonly<Record<BundleRun["action"], () => Promise<{ readonly act: Act }>>> = {
  generate: () => import("../../actions/generate/adapters/act.ts"),
  discover: () => import("../../actions/discover/adapters/act.ts"),
  verify: () => import("../../actions/verify/adapters/act.ts"),
  "merge-gate": () => import("../../actions/merge-gate/adapters/act.ts"),
  report: () => import("../../actions/report/adapters/act.ts"),
  sweep: () => import("../../actions/sweep/adapters/act.ts"),
  story: () => import("../../actions/story/adapters/act.ts"),
};

function executionOf(action: BundleRun["action"], open: typeof openRepository): Execution {
  return async (_main, environment, { reader }) => {
    const { act } = await ACTS[action]();
    const usual = { env: process.env, exitCode: process.exitCode };
    const write = process.stdout.write.bind(process.stdout);
    let [stdout, unfinished] = ["", ""];
    process.env = { ...environment };
    process.exitCode = 0;
    process.stdout.write = (text: string | Uint8Array): boolean => {
      stdout += String(text);
      const lines = (unfinished + String(text)).split("\n");
      unfinished = lines.pop() ?? "";
      for (const line of lines) reader.read(line.replace(/\r$/, ""));
      return true;
    };
    try {
      await runAction(UNKNOWN[action], (job) => act(job, open));
      if (unfinished !== "") reader.read(unfinished);
      return { exitCode: process.exitCode ?? 0, stdout, stderr: "" };
    } finally {
      process.env = usual.env;
      process.exitCode = usual.exitCode;
      process.stdout.write = write;
    }
  };
}
