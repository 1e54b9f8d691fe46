import { checkRunIn, isWorkflowFile } from "../../src/config/config.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import type { RepositoryReader } from "../../src/git/repository.ts";
import type { CheckReports, RunReport } from "../../src/github/check-reports.ts";
import { because, type DecisionReason } from "../../src/handover/decision.ts";

/** A check that the config waits for, as it stands on a head. */
export type RequiredCheck =
  /** `state` is null where nobody posted a commit status of that name. */
  | { readonly kind: "status"; readonly name: string; readonly state: string | null }
  | {
      readonly kind: "workflow";
      readonly name: string;
      /** The newest first; null where the repository has no such workflow. */
      readonly runs: readonly RunReport[] | null;
      /** Whether the head was pushed by one whose pushes start no workflow. */
      readonly isByBot: boolean;
    }
  /** `runs` is null where the token may not read them. */
  | {
      readonly kind: "check_run";
      readonly name: string;
      readonly runs: readonly RunReport[] | null;
    };

/** Why a check keeps the head from being merged; null for one that is green. */
export function reasonOf(check: RequiredCheck): DecisionReason | null {
  switch (check.kind) {
    case "status":
      return reasonOfStatus(check);
    case "workflow":
      return reasonOfWorkflow(check);
    case "check_run":
      return reasonOfCheckRun(check);
    default:
      return check satisfies never;
  }
}

function reasonOfCheckRun({
  name,
  runs,
}: Extract<RequiredCheck, { kind: "check_run" }>): DecisionReason | null {
  if (runs === null) {
    return because(
      "check_not_started",
      `check runs of other Apps are read only with a token that may read them, and this one may not read ${name}: give the workflows the key of an App with \`checks: read\` (\`app-client-id\`, \`app-private-key\`), or merge-gate an \`app-token\``,
    );
  }
  if (runs.length === 0) {
    return because(
      "checks_pending",
      `no App but GitHub Actions has a check run ${name} on this head`,
    );
  }
  return reasonOfRuns(name, runs);
}

/** Only success is success: a run that was skipped or cancelled shows nothing. */
function reasonOfRuns(name: string, runs: readonly RunReport[]): DecisionReason | null {
  const failed = runs.find(({ isOver, conclusion }) => isOver && conclusion !== "success");
  if (failed !== undefined) {
    const how = failed.conclusion ?? "without a conclusion";
    return because("check_failed", `${name} ended in ${how}: ${failed.url}`);
  }
  const running = runs.find(({ isOver }) => !isOver);
  if (running === undefined) return null;
  return because("checks_pending", `${name} is not done: ${running.url}`);
}

function reasonOfStatus({
  name,
  state,
}: Extract<RequiredCheck, { kind: "status" }>): DecisionReason | null {
  switch (state) {
    case "success":
      return null;
    case "pending":
      return because("checks_pending", `the commit status ${name} is pending`);
    case null:
      return because(
        "checks_pending",
        `nobody has posted a commit status ${name} on this head (a check run of that name would not be one)`,
      );
    default:
      return because("check_failed", `the commit status ${name} is ${state}`);
  }
}

function reasonOfWorkflow(
  check: Extract<RequiredCheck, { kind: "workflow" }>,
): DecisionReason | null {
  const { name, runs } = check;
  if (runs === null) {
    const advice = "correct `required-checks` in the config";
    return because("check_not_started", `there is no workflow ${name}: ${advice}`);
  }
  const newest = newestOfEach(runs);
  if (newest.length === 0) return reasonWithoutRun(check);
  const unapproved = newest.find(({ conclusion }) => conclusion === "action_required");
  if (unapproved !== undefined) {
    return because(
      "check_not_started",
      `the run of ${name} waits for a person's approval, which its page asks for: ${unapproved.url}`,
    );
  }
  return reasonOfRuns(name, newest);
}

/**
 * A workflow may run for a push and for the pull request, and both count. A run that was skipped as a whole, because it was
 * about another label, does not stand in the place of one that ran.
 */
function newestOfEach(runs: readonly RunReport[]): RunReport[] {
  const ran = runs.filter(({ conclusion }) => conclusion !== "skipped");
  const counted = ran.length > 0 ? ran : runs;
  return counted.filter(
    (run, index) => counted.findIndex(({ event }) => event === run.event) === index,
  );
}

function reasonWithoutRun({
  name,
  isByBot,
}: Extract<RequiredCheck, { kind: "workflow" }>): DecisionReason {
  if (!isByBot) {
    return because(
      "checks_pending",
      `${name} has no run on this head yet; it never gets one where its \`on:\` does not fit this pull request`,
    );
  }
  return because(
    "check_not_started",
    `${name} has no run on this head, and gets none, because a bot's push starts no workflow. Close and reopen the pull request, or push to it; or give generate an App's token (\`github-token\`), whose pushes start workflows; or call ${name} from the workflow of the pipeline, have it post a commit status, and name that in \`required-checks\``,
  );
}

export interface CheckPorts {
  readonly repository: Pick<RepositoryReader, "committerOf">;
  readonly checks: CheckReports;
  /** File of the workflow that was started; empty where it is not known. */
  readonly workflow: string;
}

/** Asks GitHub about the checks that the config names, and says which of them are not green on a head. */
export async function checksOn(
  head: string,
  names: readonly string[],
  ports: CheckPorts,
): Promise<DecisionReason[]> {
  if (names.includes(ports.workflow)) {
    throw new PipelineError(
      "INPUT_INVALID",
      `"required-checks" names ${ports.workflow}, in which this gate runs: it would wait for itself`,
      { hint: "Name a check of your own in .github/agent-pipeline.yml." },
    );
  }
  const found: DecisionReason[] = [];
  for (const check of await readChecks(head, [...new Set(names)], ports)) {
    const reason = reasonOf(check);
    if (reason !== null) found.push(reason);
  }
  return found;
}

async function readChecks(
  head: string,
  names: readonly string[],
  { checks, repository }: CheckPorts,
): Promise<RequiredCheck[]> {
  const workflows = names.filter(isWorkflowFile);
  const checkRuns = names.flatMap((name) => checkRunIn(name) ?? []);
  const contexts = names.filter((name) => !isWorkflowFile(name) && checkRunIn(name) === null);
  const states = contexts.length === 0 ? null : await checks.statuses(head);
  const isByBot = workflows.length > 0 && isBot(await repository.committerOf(head));
  const ofWorkflows: RequiredCheck[] = [];
  for (const name of workflows) {
    ofWorkflows.push({ kind: "workflow", name, runs: await checks.runs(name, head), isByBot });
  }
  const ofApps: RequiredCheck[] = [];
  for (const name of checkRuns) {
    ofApps.push({ kind: "check_run", name, runs: await checks.checkRuns(name, head) });
  }
  return [
    ...contexts.map((name): RequiredCheck => ({
      kind: "status",
      name,
      state: states?.get(name) ?? null,
    })),
    ...ofWorkflows,
    ...ofApps,
  ];
}

/** GitHub gives such a name to Apps alone, generate's own commits among them. */
function isBot(committer: string | null): boolean {
  return committer !== null && /\[bot\] </.test(committer);
}
