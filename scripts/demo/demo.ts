import { join } from "node:path";
import type { Evidence } from "../../src/evidence/evidence.ts";
import type { MatrixEntry } from "../../src/handover/matrix.ts";
import { parseMatrix } from "../../src/handover/matrix.ts";
import { say } from "../../src/telling/blocks.ts";
import { meaningOf } from "../../src/telling/decision-words.ts";
import { plainLine } from "../../src/telling/plain.ts";
import { verdictLine } from "../../src/telling/verdict-words.ts";
import { runContext } from "../../world/run-context.ts";
import { fetchEvidence } from "./evidence.ts";
import { count, decidedFacts, errorsOf, generatedFacts, short, verifiedFacts } from "./facts.ts";
import { discover, generate, type Job, mergeGate, type Run, verify } from "./jobs.ts";
import type { Narrator } from "./narrator.ts";
import { decisions, handedOver } from "./outputs.ts";
import type { Plan } from "./plan.ts";
import type { World } from "./world.ts";

/** What a run of the chain left behind. */
export interface Ending {
  /** The variables that every job of the run saw. */
  readonly context: Readonly<Record<string, string>>;
  readonly jobs: readonly Job[];
  /** What verify found out, in the order of the matrix. */
  readonly verified: readonly VerifiedEntry[];
  /** Pull requests that were merged, of those that there are. */
  readonly merged: number;
  readonly pullRequests: number;
  readonly reasonCodes: readonly string[];
  /** Names of the task folders that main holds now. */
  readonly tasksOnMain: readonly string[];
  /** Whether main is the commit that it was before the chain ran. */
  readonly isMainUntouched: boolean;
}

/** One entry of the matrix with the evidence of its tasks, as far as there is any. */
export interface VerifiedEntry {
  readonly entry: MatrixEntry;
  readonly evidence: readonly Evidence[];
}

interface Scene {
  readonly plan: Plan;
  readonly world: World;
  readonly narrator: Narrator;
  /** Where evidence is unpacked. */
  readonly folder: string;
  readonly signal: AbortSignal;
}

/** Runs the chain as .github/workflows/agent-pipeline.yml does, and says what happens when it happens. */
export async function runChain(scene: Scene): Promise<Ending> {
  const { plan, world, narrator, signal } = scene;
  const { repository } = world;
  const context = arrival(scene);
  const before = repository.tip("main");
  const run: Run = { world, context, model: plan.model, signal };

  const generated = await told(
    narrator,
    "generate",
    () => generate(run),
    (job) => {
      const made = handedOver(job);
      return {
        headline:
          made.length === 0 ? "wrote nothing" : `wrote ${made.map(({ task }) => task).join(", ")}`,
        details: generatedFacts(made, repository, job.log),
      };
    },
  );
  const discovered = await told(narrator, "discover", () => discover(run, generated), discoverNews);
  const jobs: Job[] = [];
  const verified: VerifiedEntry[] = [];
  for (const entry of entriesOf(discovered)) {
    const { job, evidence } = await verifyEntry(run, entry, scene);
    jobs.push(job);
    verified.push({ entry, evidence });
  }
  const gate = await told(
    narrator,
    "merge-gate",
    () => mergeGate(run, discovered),
    (job) => ({
      headline: gateHeadline(job),
      details: decidedFacts(decisions(job), repository),
    }),
  );
  const pullRequests = repository.pullRequests();
  return {
    context,
    jobs: [generated, discovered, ...jobs, gate],
    verified,
    merged: pullRequests.filter(({ merged }) => merged).length,
    pullRequests: pullRequests.length,
    reasonCodes: verified.flatMap(({ evidence }) =>
      evidence.flatMap(({ reasons }) => reasons.map(({ code }) => code)),
    ),
    tasksOnMain: repository.ask("ls-tree", "--name-only", "main:generated")?.split("\n") ?? [],
    isMainUntouched: repository.tip("main") === before,
  };
}

/** The story comes in as somebody's commit, and the workflow run that it starts. */
function arrival({ plan, world, narrator }: Scene): Record<string, string> {
  const { github, repository } = world;
  const files = { [plan.story.path]: plan.story.text };
  const message = `Add ${plan.story.path}`;
  if (plan.throughPullRequest) {
    const head = "a-new-story";
    const commit = repository.commit(head, { files, message });
    const pullRequest = repository.openPullRequest({ head, title: message });
    narrator.stage("story")(
      0,
      `${plan.story.path} comes in pull request #${pullRequest}, as ${short(commit)} on ${head}`,
    );
    return runContext(github, repository, { event: "pull_request", action: "opened", pullRequest });
  }
  const commit = repository.commit("main", { files, message });
  narrator.stage("story")(0, `${plan.story.path} is pushed to main, as ${short(commit)}`);
  return runContext(github, repository, { event: "push" });
}

interface News {
  readonly headline: string;
  readonly details: readonly string[];
}

async function told(
  narrator: Narrator,
  stage: string,
  work: () => Promise<Job>,
  news: (job: Job) => News,
): Promise<Job> {
  const ended = narrator.stage(stage);
  const job = await work();
  const { headline, details } = news(job);
  const errors = errorsOf(job).map((text) => ({ text, style: "red" as const }));
  ended(job.seconds, headline, [...details, ...errors]);
  return job;
}

function discoverNews(job: Job): News {
  const entries = entriesOf(job);
  return {
    headline: `${count(entries.length, "job", "jobs")} in the matrix`,
    details: entries.map(
      ({ entry, head, base, ...others }) =>
        `${entry}: head ${short(head)}, base ${short(base)}, merge base ${short(others["merge-base"])}`,
    ),
  };
}

/** The matrix, as GitHub would start it: only when discover says that there is something in it. */
function entriesOf({ outputs }: Job): readonly MatrixEntry[] {
  return outputs["has-tasks"] === "true" ? parseMatrix(outputs["matrix"] ?? "") : [];
}

async function verifyEntry(
  run: Run,
  entry: MatrixEntry,
  { world, narrator, folder }: Scene,
): Promise<{ job: Job; evidence: readonly Evidence[] }> {
  const ended = narrator.stage("verify");
  const job = await verify(run, entry);
  const runId = Number(run.context["GITHUB_RUN_ID"]);
  const evidence = await fetchEvidence(world.github, runId, entry, join(folder, "evidence"));
  const verdicts = evidence.map((document) => plainLine(verdictLine(document)));
  // Of several tasks each one's block stands under its name; of one the headline says it.
  const details = evidence.flatMap((document) =>
    evidence.length === 1
      ? verifiedFacts(document)
      : ["", document.task, ...verifiedFacts(document).map((line) => `  ${line}`)],
  );
  // The errors of the job repeat the reasons of the evidence.
  const errors = evidence.length === 0 ? errorsOf(job) : [];
  ended(job.seconds, verdicts.join("; ") || "no evidence", [...details, ...errors]);
  return { job, evidence };
}

function gateHeadline(job: Job): string {
  const decided = Object.values(decisions(job));
  if (decided.length === 0) return "decided nothing";
  return decided
    .map(({ decision: kind, reasons }) => plainLine(say`${kind}: ${meaningOf({ kind, reasons })}`))
    .join(" ");
}
