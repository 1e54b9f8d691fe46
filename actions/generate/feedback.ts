import { judgementOf } from "../../src/authoring/judgement.ts";
import { replay } from "../../src/authoring/replay.ts";
import { type Evidence, parseEvidence } from "../../src/evidence/evidence.ts";
import type { EvidenceDownloads } from "../../src/evidence/store.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import type { WorkflowRuns } from "../../src/github/workflow-runs.ts";
import type { End } from "../../src/next-runs/journal.ts";
import { DesignDocument } from "../../src/task/design.ts";
import { META } from "../../src/task/folder.ts";
import { readMeta } from "../../src/task/meta-file.ts";
import type { Feedback } from "./authoring.ts";
import type { PlannedTask } from "./plan-tasks.ts";

export interface FeedbackPorts {
  readonly runs: WorkflowRuns;
  readonly evidenceOf: (runId: string) => EvidenceDownloads;
  /** `owner/name`. */
  readonly here: string;
}

export type FeedbackRead =
  | { readonly kind: "feedback"; readonly feedback: Feedback }
  /** The folder cannot be gone on from: the task is made from the beginning; why. */
  | {
      readonly kind: "from_the_beginning";
      readonly why: string;
      /** Of what the run has found: it tells whether what is made anew fails in the same way. */
      readonly fingerprint: string | null;
    }
  /** The branch has another version since: what it holds is verified, and nobody is asked. */
  | { readonly kind: "superseded"; readonly why: string };

/**
 * What a run has found of a task, where it may count: a run of this repository, by one of its workflows that verify, of
 * the very commit that the branch points to. A commit that the branch has left behind is `superseded`; everything else is
 * `INPUT_INVALID`: a model is paid for nothing less.
 * `workflows` is null for this very run.
 */
export async function readFeedback(
  { plan: { task }, destination: { tip, branch }, made }: PlannedTask,
  runId: string,
  workflows: readonly string[] | null,
  ends: readonly End[],
  { runs, evidenceOf, here }: FeedbackPorts,
): Promise<FeedbackRead> {
  const refused = (why: string): PipelineError =>
    new PipelineError("INPUT_INVALID", `\`feedback-run-id\`: the run ${runId} ${why}`);
  if (workflows !== null) {
    const { workflow, headRepository } = await runs.get(runId);
    if (headRepository !== here) throw refused(`did not run on a commit of ${here}`);
    const name = workflow.replace(/^\.github\/workflows\//u, "");
    if (!workflows.includes(name)) {
      throw refused(
        `is one of ${name}, and \`feedback-workflows\` of the config names ${workflows.join(", ")}`,
      );
    }
  }
  const evidence = await newestEvidence(evidenceOf(runId), task);
  if (evidence === null) throw refused(`has no evidence of ${task}`);
  if (evidence.task !== task || evidence.run.id !== runId) {
    throw refused(`has evidence that is about something else than ${task}`);
  }
  if (evidence.head !== tip) {
    const why = `the run ${runId} verified ${evidence.head}, and ${branch} points to ${tip ?? "nothing"}`;
    return made === null
      ? { kind: "from_the_beginning", why, fingerprint: null }
      : { kind: "superseded", why };
  }
  if (evidence.verdict === "passed") throw refused(`found nothing wrong with ${task}`);
  const paid = ends.find((end) => end.task === task && end.evidenceRun === runId);
  if (paid !== undefined) {
    throw refused(`was gone on from already, and nothing was pushed: ${paid.code}`);
  }
  const files = [...(made?.files ?? [])].map(([path, content]) => ({ path, content }));
  const design = readMeta(DesignDocument, made?.files?.get(META.design));
  const replayed = await replay(task, files);
  if (replayed.kind !== "same" || design === null) {
    const { fingerprint } = evidence;
    return { kind: "from_the_beginning", why: whyNot(replayed), fingerprint };
  }
  const { author, transcripts: before } = replayed;
  return { kind: "feedback", feedback: { author, before, found: judgementOf(evidence, design) } };
}

function whyNot(replayed: Awaited<ReturnType<typeof replay>>): string {
  switch (replayed.kind) {
    case "differs":
      return "its folder is not what its transcript makes";
    case "other_version":
      return `it was made by prompts of version ${replayed.promptVersion}`;
    case "none":
      return replayed.problem;
    case "same":
      return "it has no design of this version";
    default:
      return replayed satisfies never;
  }
}

/** Of an entry that is the task's own, as long as there are not more tasks than entries. */
export async function newestEvidence(
  downloads: EvidenceDownloads,
  task: PlannedTask["plan"]["task"],
): Promise<Evidence | null> {
  const artifacts = await downloads.download(task, [task]);
  const file = artifacts.flatMap(({ files }) => files).find((each) => each.task === task);
  if (file === undefined) return null;
  if ("problem" in file) throw new PipelineError("INPUT_INVALID", file.problem);
  return parseEvidence(file.json, { task, entry: task });
}
