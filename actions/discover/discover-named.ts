import type { Commits } from "../../src/git/commits.ts";
import type { RepositoryReader } from "../../src/git/repository.ts";
import type { OpenPullRequests } from "../../src/github/open-pull-requests.ts";
import type { Log } from "../../src/runner/log.ts";
import type { TaskId } from "../../src/task/task-id.ts";
import type { Discovery } from "./answer.ts";
import { changedSince } from "./changed-folders.ts";
import { reasonAgainst } from "./changed-tasks.ts";
import { commitsNamed, headCommit, threeCommits } from "./commits-of.ts";
import { branchRef, headOf, type Comparison } from "./comparison.ts";
import type { TaskGroup } from "./matrix-entries.ts";
import type { Rejection } from "./rejection.ts";
import { sameWithoutCase, type TaskList } from "./task-list.ts";

interface Ports {
  readonly repository: RepositoryReader;
  readonly openPullRequests: OpenPullRequests;
  readonly log: Log;
}

/** The named tasks, changed or not: looked for at the head, and with `isSearched` then in the open pull requests. */
export async function discoverNamed(
  named: TaskList,
  comparison: Comparison,
  root: string,
  isSearched: boolean,
  ports: Ports,
): Promise<Discovery> {
  const here = await atHead(named.ids, comparison, root, ports.repository);
  const elsewhere = isSearched
    ? await inPullRequests(named.ids, here, root, ports)
    : { groups: [], rejected: notFound(here.missing, "has no folder at the head") };
  return {
    groups: [...(here.group === null ? [] : [here.group]), ...elsewhere.groups],
    deleted: [],
    rejected: [...named.rejected, ...here.rejected, ...elsewhere.rejected],
    commits: elsewhere.groups.length === 0 ? (here.group?.commits ?? null) : null,
  };
}

interface AtHead {
  readonly head: string | null;
  readonly group: TaskGroup | null;
  readonly missing: readonly TaskId[];
  readonly rejected: readonly Rejection[];
}

async function atHead(
  ids: readonly TaskId[],
  comparison: Comparison,
  root: string,
  repository: RepositoryReader,
): Promise<AtHead> {
  const side = headOf(comparison);
  if (side === null) return { head: null, group: null, missing: ids, rejected: [] };
  const head = await headCommit(side, repository);
  const entries = await repository.list(head, root);
  const objects = new Map(entries.map((entry) => [entry.path, entry]));
  const twins = sameWithoutCase(objects.keys());
  const present: TaskId[] = [];
  const rejected: Rejection[] = [];
  for (const id of ids) {
    const object = objects.get(id);
    if (object === undefined) continue;
    const reason = reasonAgainst(id, object.mode, twins);
    if (reason === null) present.push(id);
    else rejected.push({ name: id, reason });
  }
  const group =
    present.length === 0
      ? null
      : {
          commits: await commitsAtHead(head, comparison, repository),
          pullRequest: comparison.kind === "proposed" ? comparison.pullRequest : null,
          tasks: present,
        };
  return { head, group, missing: ids.filter((id) => !objects.has(id)), rejected };
}

async function commitsAtHead(
  head: string,
  comparison: Comparison,
  repository: RepositoryReader,
): Promise<Commits> {
  if (comparison.kind !== "proposed") return { head, base: head, mergeBase: head };
  const [base = ""] = await commitsNamed([comparison.base], repository);
  return threeCommits(head, base, await repository.mergeBases(base, head));
}

interface Holder {
  readonly number: number;
  readonly commits: Commits;
  readonly tasks: readonly TaskId[];
}

async function inPullRequests(
  ids: readonly TaskId[],
  here: AtHead,
  root: string,
  ports: Ports,
): Promise<{ readonly groups: readonly TaskGroup[]; readonly rejected: readonly Rejection[] }> {
  const holders = await holdersOf(ids, here, root, ports);
  for (const { number, tasks } of holders) {
    const also = tasks.filter((task) => here.group?.tasks.includes(task) === true);
    if (also.length === 0) continue;
    ports.log.notice(
      `Pull request #${number} changes ${listed(also)} too; tested is what the dispatched ref holds.`,
    );
  }
  const numbers = new Map(
    here.missing.map((task) => [
      task,
      holders.filter(({ tasks }) => tasks.includes(task)).map(({ number }) => number),
    ]),
  );
  const groups = holders.flatMap(({ number, commits, tasks }) => {
    const own = tasks.filter((task) => numbers.get(task)?.length === 1);
    return own.length === 0 ? [] : [{ commits, pullRequest: number, tasks: own }];
  });
  const none = here.missing.filter((task) => numbers.get(task)?.length === 0);
  const several = here.missing.filter((task) => (numbers.get(task)?.length ?? 0) > 1);
  return {
    groups,
    rejected: [
      ...notFound(none, "has no folder on the dispatched ref, and no open pull request changes it"),
      ...several.map((task) => ({
        name: task,
        reason: `is changed by several open pull requests: ${(numbers.get(task) ?? []).map((number) => `#${number}`).join(", ")}`,
      })),
    ],
  };
}

/** The open pull requests of this repository that change one of the tasks, less that of the dispatched ref itself. */
async function holdersOf(
  ids: readonly TaskId[],
  here: AtHead,
  root: string,
  { repository, openPullRequests, log }: Ports,
): Promise<readonly Holder[]> {
  let open;
  try {
    open = await openPullRequests.list();
  } catch (error) {
    if (here.missing.length > 0) throw error;
    log.warning(
      "The open pull requests could not be listed; whether one changes these tasks too is not known.",
    );
    return [];
  }
  const holders: Holder[] = [];
  for (const { number, headSha, baseBranch } of open) {
    if (headSha === here.head) continue;
    const present = new Set((await repository.list(headSha, root)).map(({ path }) => path));
    if (!ids.some((id) => present.has(id))) continue;
    const [base = ""] = await commitsNamed([branchRef(baseBranch)], repository);
    const { commits, changed } = await changedSince(headSha, base, root, repository);
    const tasks = changed.tasks.filter((task) => ids.includes(task));
    if (tasks.length > 0) holders.push({ number, commits, tasks });
  }
  return holders;
}

function notFound(ids: readonly TaskId[], reason: string): Rejection[] {
  return ids.map((name) => ({ name, reason }));
}

function listed(tasks: readonly TaskId[]): string {
  return tasks.length <= 5
    ? tasks.join(", ")
    : `${tasks.slice(0, 5).join(", ")} and ${tasks.length - 5} more`;
}
