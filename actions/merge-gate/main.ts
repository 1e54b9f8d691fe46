import { setTimeout as wait } from "node:timers/promises";
import * as core from "@actions/core";
import { artifactEvidence } from "../../src/evidence/adapters/download.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import { openRepository } from "../../src/git/adapters/repository.ts";
import { githubApi } from "../../src/github/adapters/api.ts";
import {
  githubPullRequests,
  githubStatuses,
  githubStickyComments,
} from "../../src/github/adapters/pull-requests.ts";
import { actionsLog, runAction } from "../../src/runner/adapters/action.ts";
import {
  readRunEnvironment,
  readTrigger,
  remoteOf,
  runUrlOf,
} from "../../src/runner/adapters/run-environment.ts";
import { reportOf } from "../../src/telling/decision-report.ts";
import { parseInputs } from "./inputs.ts";
import { run, type Decided } from "./run.ts";

await runAction(async () => {
  const inputs = parseInputs(core.getInput);
  const environment = readRunEnvironment();
  const { owner, repository: repo, temporary } = environment;
  const token = inputs["github-token"];
  const api = githubApi(token);
  const runUrl = runUrlOf(environment);

  const { decided, undecided } = await run(inputs, readTrigger(), {
    repository: openRepository(remoteOf(environment, token), temporary),
    pullRequests: githubPullRequests(api, { owner, repo }),
    comments: githubStickyComments(api, { owner, repo }),
    statuses: githubStatuses(api, { owner, repo }, runUrl),
    evidence: artifactEvidence(token, { owner, repo }, environment.run.id, temporary),
    log: actionsLog,
    runId: environment.run.id,
    runUrl,
    pause: (seconds) => wait(seconds * 1_000),
  });
  setOutputs(decided, undecided.length === 0);
  await writeSummary(decided, runUrl);
  for (const { number, error } of undecided) {
    if (error instanceof PipelineError) {
      actionsLog.error(`${error.message}\n${error.hint ?? ""}`.trim(), {
        title: `#${number}: not decided`,
      });
    }
  }
  if (undecided[0] !== undefined) throw undecided[0].error;
  failOnHolds(decided);
});

function setOutputs(decided: readonly Decided[], isComplete: boolean): void {
  const [only] = decided;
  const single = isComplete && decided.length === 1 && only !== undefined ? only : null;
  const isIdle = isComplete && decided.length === 0;
  core.setOutput(
    "decisions",
    JSON.stringify(
      Object.fromEntries(
        decided.map(({ number, decision: { kind, reasons } }) => [
          number,
          { decision: kind, reasons },
        ]),
      ),
    ),
  );
  core.setOutput("decision", single?.decision.kind ?? (isIdle ? "nothing" : ""));
  core.setOutput("merged", single === null ? "" : String(single.mergeSha !== null));
  core.setOutput("merge-sha", single?.mergeSha ?? "");
  core.setOutput("failed-tasks", decided.flatMap(({ failedTasks }) => failedTasks).join(","));
  core.setOutput("next-runs", "[]");
}

async function writeSummary(decided: readonly Decided[], runUrl: string): Promise<void> {
  const sections = decided.map(
    ({ number, decision }) => `## Pull request #${number}\n\n${reportOf(decision, runUrl)}`,
  );
  const text = sections.length === 0 ? "No pull request to decide about." : sections.join("\n\n");
  await core.summary.addRaw(text, true).write();
}

function failOnHolds(decided: readonly Decided[]): void {
  const stopped = decided.filter(
    ({ decision }) =>
      decision.kind === "hold" ||
      decision.reasons.some(({ code }) => code === "merged_differently"),
  );
  if (stopped.length === 0) return;
  const what = stopped.map(
    ({ number, decision }) =>
      `#${number}: ${[...new Set(decision.reasons.map(({ code }) => code))].join(", ")}`,
  );
  core.setFailed(`A person must look: ${what.join("; ")}`);
}
