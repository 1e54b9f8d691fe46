import * as z from "zod";
import type { Answer, Outputs } from "../../../actions/discover/answer.ts";
import { parseInputs } from "../../../actions/discover/inputs.ts";
import { run } from "../../../actions/discover/run.ts";
import { openReader } from "../../../src/git/adapters/repository.ts";
import type { OpenPullRequest } from "../../../src/github/open-pull-requests.ts";
import type { Log } from "../../../src/runner/log.ts";
import type { Trigger } from "../../../src/runner/trigger.ts";
import type { GitWorld } from "../../support/git-world.ts";

export class RecordingLog implements Log {
  readonly lines: string[] = [];
  info = (message: string): void => void this.lines.push(message);
  notice = (message: string): void => void this.lines.push(`notice: ${message}`);
  warning = (message: string): void => void this.lines.push(`warning: ${message}`);
  error = (message: string): void => void this.lines.push(`error: ${message}`);
  group = <T>(_title: string, work: () => Promise<T>): Promise<T> => work();
}

export interface Asked {
  readonly trigger: Trigger;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly workspace?: string;
  /** Steps in which history is fetched; otherwise those of a real run. */
  readonly depths?: readonly number[];
  readonly openPullRequests?: readonly OpenPullRequest[];
  readonly log?: RecordingLog;
}

export async function discover(world: GitWorld, asked: Asked): Promise<Answer> {
  const inputs = parseInputs((name) => asked.inputs?.[name] ?? "");
  const repository = openReader(
    { url: `${world.serverUrl}/org/repo`, serverUrl: world.serverUrl, token: "" },
    world.temporary,
    asked.workspace ?? "",
    asked.depths,
  );
  return run(inputs, asked.trigger, {
    repository,
    openPullRequests: {
      list: async () => asked.openPullRequests ?? [],
      get: async (number) =>
        asked.openPullRequests?.find((one) => one.number === number) ?? "is closed",
    },
    log: asked.log ?? new RecordingLog(),
    clock: () => ({ began: "2026-01-02T03:04:05.000Z", seconds: 1.5 }),
  });
}

export function pullRequest(
  headSha: string,
  overrides: Partial<Extract<Trigger, { kind: "pull_request" }>> = {},
): Trigger {
  return {
    kind: "pull_request",
    defaultBranch: "main",
    number: 12,
    action: "synchronize",
    label: null,
    isBaseChanged: false,
    headBranch: "work",
    headSha,
    baseBranch: "main",
    isFork: false,
    isByDependabot: false,
    ...overrides,
  };
}

export function push(branch: string | null, before: string | null, after: string | null): Trigger {
  return { kind: "push", defaultBranch: "main", branch, before, after };
}

export function dispatch(branch: string | null, sha: string): Trigger {
  return { kind: "dispatch", defaultBranch: "main", branch, sha };
}

export function mergeGroup(headSha: string, baseSha: string): Trigger {
  const headBranch = `gh-readonly-queue/main/pr-7-${baseSha}`;
  const group = { headBranch, headSha, baseSha, baseBranch: "main" };
  return { kind: "merge_group", defaultBranch: "main", ...group };
}

const Rejected = z.array(z.strictObject({ name: z.string(), reason: z.string().min(1) }));

export function rejectedNames({ rejected }: Outputs): readonly string[] {
  return Rejected.parse(JSON.parse(rejected))
    .map(({ name }) => name)
    .toSorted();
}
