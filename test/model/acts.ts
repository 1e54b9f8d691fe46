import { parseConfig } from "../../src/config/config.ts";
import { mergePullRequest } from "../../world/merge.ts";
import { mergedTree, type PullRequest } from "../../world/pull-request.ts";
import { end, enqueueAll, happens, outsideSaysOf, startSweepRun, turnQueue } from "./events.ts";
import {
  attempt,
  codePath,
  digestOfStory,
  madeFolder,
  ownFolder,
  type Quality,
  REQUIREMENTS,
  storyPath,
  storyText,
} from "./folders.ts";
import { BOT, type Town } from "./town.ts";

/** Something that a person, or the world, does. It does nothing where it makes no sense. */
type Act = (town: Town) => Promise<void>;

const QUALITIES: readonly Quality[] = ["right", "right", "right", "needs_two", "wrong", "unclear"];

function somePull(town: Town): PullRequest | undefined {
  return town.dice.pick(town.open);
}

function someCode(town: Town) {
  return { quality: town.dice.pick(QUALITIES) ?? "right", serial: town.nextSerial() };
}

/** Whatever allows another payment for what this pull request is about. */
function excuse(town: Town, { headBranch }: PullRequest): void {
  town.excuses.set(headBranch, (town.excuses.get(headBranch) ?? 0) + 1);
}

async function opened(town: Town, branch: string, labels: readonly string[], base = "main") {
  const number = town.repository.openPullRequest({ head: branch, base, labels });
  await happens(town, town.pulls[number - 1]!, "opened");
}

/** A person adds a story, and leaves its code to the pipeline. */
const openStory: Act = async (town) => {
  const id = town.freshName();
  const files = { [storyPath(id)]: storyText(id, town.nextSerial()) };
  town.repository.commit(`story-of-${id}`, { files, message: `Ask for ${id}`, from: "main" });
  await opened(town, `story-of-${id}`, town.dice.happens(0.9) ? ["agent-pipeline"] : []);
};

/** What generate left on a branch of its own; the story is on the base already. */
const openTask: Act = async (town) => {
  const id = town.freshName();
  const story = storyText(id, town.nextSerial());
  town.repository.commit("main", { files: { [storyPath(id)]: story }, message: `Ask for ${id}` });
  const files = madeFolder(id, story, someCode(town), [attempt(1, "new", null)]);
  town.paid.set(`task/${id} ${id} ${digestOfStory(id, story)}`, 1);
  town.repository.commit(`task/${id}`, { files, message: `Generate ${id}`, from: "main", by: BOT });
  await opened(town, `task/${id}`, ["agent-pipeline"]);
};

const openByHand: Act = async (town) => {
  const id = town.freshName();
  const files = ownFolder(id, someCode(town));
  town.repository.commit(`hand-${id}`, { files, message: `Write ${id}`, from: "main" });
  await opened(town, `hand-${id}`, town.dice.happens(0.8) ? ["agent-pipeline"] : []);
};

/** On top of another one, which has to be merged first. */
const openStacked: Act = async (town) => {
  const below = town.open.find(({ headRepository }) => headRepository === town.repository);
  if (below === undefined) return;
  const id = town.freshName();
  const files = ownFolder(id, someCode(town));
  const from = below.headBranch;
  town.repository.commit(`on-top-${id}`, { files, message: `Write ${id}`, from });
  await opened(town, `on-top-${id}`, ["agent-pipeline"], from);
};

const openFork: Act = async (town) => {
  const name = `stranger/app${town.freshName()}`;
  const fork = town.github.createRepository(name, { forkOf: town.repository });
  const id = town.freshName();
  const files = town.dice.happens(0.5) ? ownFolder(id, someCode(town)) : { [id]: "x\n" };
  fork.commit("gift", { files, message: "A gift", from: "main" });
  town.repository.openPullRequest({ head: "gift", fork, user: "stranger" });
};

async function pushed(town: Town, pullRequest: PullRequest, files: Record<string, string | null>) {
  const { headRepository, headBranch } = pullRequest;
  if (headRepository.tip(headBranch) === null) return;
  headRepository.commit(headBranch, { files, message: "Change it" });
  excuse(town, pullRequest);
  town.repository.refreshPullRequests();
  await happens(town, pullRequest, "synchronize");
}

function taskOf(town: Town, { headRepository, headSha }: PullRequest): string | null {
  const names = headRepository.ask("ls-tree", "--name-only", headSha)?.split("\n") ?? [];
  if (!names.includes("generated")) return null;
  const tree = town.repository.ask("log", "--max-count=1", "--format=%s", headSha) ?? "";
  return / (task\d+)$/.exec(tree)?.[1] ?? null;
}

const pushCode: Act = async (town) => {
  const pullRequest = somePull(town);
  if (pullRequest === undefined) return;
  const id = taskOf(town, pullRequest);
  if (id === null) return;
  const { quality, serial } = someCode(town);
  await pushed(town, pullRequest, { [codePath(id)]: `VALUE = "${quality} ${serial}"\n` });
};

const pushStory: Act = async (town) => {
  const pullRequest = somePull(town);
  const [, id] = /^(?:story-of-|task\/)(.+)$/.exec(pullRequest?.headBranch ?? "") ?? [];
  if (pullRequest === undefined || id === undefined) return;
  await pushed(town, pullRequest, { [storyPath(id)]: storyText(id, town.nextSerial()) });
};

const pushOther: Act = async (town) => {
  const pullRequest = somePull(town);
  if (pullRequest !== undefined)
    await pushed(town, pullRequest, { "notes.txt": `${town.nextSerial()}\n` });
};

/** A person takes the base into the branch. */
const updateBranch: Act = async (town) => {
  const pullRequest = somePull(town);
  if (pullRequest === undefined || pullRequest.headRepository !== town.repository) return;
  const { headBranch, headSha, baseBranch } = pullRequest;
  const base = town.repository.tip(baseBranch);
  if (base === null) return;
  const tree = mergedTree(town.repository, base, headSha);
  if (tree === null || town.repository.ask("merge-base", "--is-ancestor", base, headSha) !== null)
    return;
  const parents = ["-p", headSha, "-p", base];
  const merge = town.repository.git("commit-tree", tree, ...parents, "-m", "Take the base in");
  town.repository.git("update-ref", `refs/heads/${headBranch}`, merge);
  excuse(town, pullRequest);
  town.repository.refreshPullRequests();
  await happens(town, pullRequest, "synchronize");
};

const pushRequirements: Act = async (town) => {
  const branch = town.dice.one("main", "main", "release");
  const text = town.dice.pick(REQUIREMENTS) ?? "one";
  town.repository.commit(branch, { files: { "requirements.txt": `${text}\n` }, message: "Pin" });
  await Promise.resolve();
};

const pushConfig: Act = async (town) => {
  const before = town.read("main", ".github/agent-pipeline.yml") ?? "{}";
  const config = { ...parseConfig(before), "stub-seconds": 100 + town.nextSerial() };
  const files = { ".github/agent-pipeline.yml": `${JSON.stringify(config)}\n` };
  town.repository.commit("main", { files, message: "Settle" });
  await Promise.resolve();
};

const pushBase: Act = async (town) => {
  const files = { "CHANGES.md": `${town.nextSerial()}\n` };
  town.repository.commit("main", { files, message: "Go on" });
  await Promise.resolve();
};

/** The base gets what a pull request has as well, and differently. */
const pushConflict: Act = async (town) => {
  const pullRequest = somePull(town);
  const id = pullRequest === undefined ? null : taskOf(town, pullRequest);
  if (id === null || pullRequest === undefined) return;
  const files = ownFolder(id, someCode(town));
  if (town.repository.tip(pullRequest.baseBranch) === null) return;
  town.repository.commit(pullRequest.baseBranch, { files, message: `Write ${id}` });
};

const mergeByHand: Act = async (town) => {
  const pullRequest = somePull(town);
  if (pullRequest === undefined) return;
  const { number, headSha: head, baseBranch } = pullRequest;
  const onto = town.repository.tip(baseBranch) ?? "";
  try {
    const commit = mergePullRequest(pullRequest, {
      merge_method: town.dice.one("merge", "squash"),
    });
    const { artifacts } = town;
    town.merges.push({ number, by: "person", head, baseBranch, onto, commit, artifacts });
  } catch {
    // GitHub does not let a person do that either.
  }
  await Promise.resolve();
};

const close: Act = async (town) => {
  somePull(town)?.close();
  await Promise.resolve();
};

const reopen: Act = async (town) => {
  const closed = town.pulls.filter(({ state, merged }) => state === "closed" && !merged);
  const pullRequest = town.dice.pick(closed);
  if (pullRequest === undefined || pullRequest.headTip() === null) return;
  if (town.repository.tip(pullRequest.baseBranch) === null) return;
  const isTaken = town.open.some(
    ({ headBranch, baseBranch, headRepository }) =>
      headBranch === pullRequest.headBranch &&
      baseBranch === pullRequest.baseBranch &&
      headRepository === pullRequest.headRepository,
  );
  if (isTaken) return;
  pullRequest.reopen();
  excuse(town, pullRequest);
  await happens(town, pullRequest, "reopened");
};

const toggleLabel: Act = async (town) => {
  const pullRequest = somePull(town);
  if (pullRequest === undefined) return;
  const at = pullRequest.labels.indexOf("agent-pipeline");
  if (at >= 0) pullRequest.labels.splice(at, 1);
  else {
    pullRequest.labels.push(town.repository.label("agent-pipeline").name);
    await happens(town, pullRequest, "labeled");
  }
};

const toggleDraft: Act = async (town) => {
  const pullRequest = somePull(town);
  if (pullRequest === undefined) return;
  pullRequest.draft = !pullRequest.draft;
  if (!pullRequest.draft) await happens(town, pullRequest, "ready_for_review");
};

const retarget: Act = async (town) => {
  const pullRequest = somePull(town);
  if (pullRequest === undefined) return;
  const base = pullRequest.baseBranch === "main" ? "release" : "main";
  const isTaken = town.open.some(
    ({ headBranch, baseBranch }) => headBranch === pullRequest.headBranch && baseBranch === base,
  );
  if (isTaken) return;
  pullRequest.baseBranch = base;
  pullRequest.refresh();
  await happens(town, pullRequest, "edited");
};

/** A second pull request from the same branch, or another one from a branch that was there before. */
const reuseBranch: Act = async (town) => {
  const old = town.dice.pick(
    town.pulls.filter(({ headRepository }) => headRepository === town.repository),
  );
  if (old === undefined || old.headBranch === "main") return;
  const { headBranch, baseBranch } = old;
  if (old.state === "open") {
    const base = baseBranch === "main" ? "release" : "main";
    const isTaken = town.open.some(
      (other) => other.headBranch === headBranch && other.baseBranch === base,
    );
    if (!isTaken) await opened(town, headBranch, ["agent-pipeline"], base);
    return;
  }
  if (town.open.some((other) => other.headBranch === headBranch)) return;
  const files = ownFolder(town.freshName(), someCode(town));
  town.repository.commit(headBranch, {
    files,
    message: `Write ${Object.keys(files)[0]?.split("/")[1]}`,
    from: "main",
  });
  await opened(town, headBranch, ["agent-pipeline"]);
};

const cancel: Act = async (town) => {
  const run = town.dice.pick(town.runs.filter(({ isOver }) => !isOver));
  if (run === undefined) return;
  // What was paid, and is not written down, nobody knows.
  for (const { branch } of run.made) town.excuses.set(branch, (town.excuses.get(branch) ?? 0) + 1);
  end(town, run, "cancelled");
  await Promise.resolve();
};

const runAgain: Act = async (town) => {
  const over = town.runs.filter(
    ({ isOver, request }) => isOver && request.workflow !== "agent-sweep",
  );
  const run = town.dice.pick(over);
  if (run === undefined) return;
  run.startAgain();
  const known = town.github.runs.find(run.id);
  if (known !== undefined) {
    town.github.runs.record({
      ...known,
      attempt: run.attempt,
      status: "in_progress",
      conclusion: null,
    });
  }
  await Promise.resolve();
};

const outsideSays =
  (state: "success" | "failure" | "pending"): Act =>
  async (town) => {
    const pullRequest = somePull(town);
    if (pullRequest === undefined) return;
    outsideSaysOf(town, pullRequest.headSha, state);
    await Promise.resolve();
  };

const dispatchPartly: Act = async (town) => {
  const pullRequest = somePull(town);
  if (pullRequest === undefined) return;
  await town.api.rest.actions.createWorkflowDispatch({
    owner: "octo",
    repo: "app",
    workflow_id: "agent-ci.yml",
    ref: "main",
    inputs: { "pull-request": String(pullRequest.number), "max-tests": "1" },
  });
};

const sweeps: Act = async (town) => {
  startSweepRun(town);
  await Promise.resolve();
};

const enqueue: Act = async (town) => {
  enqueueAll(town);
  await Promise.resolve();
};

/** A person takes one out, or GitHub does, for a check of others or because it waited too long. */
const dequeue: Act = async (town) => {
  const entry = town.dice.pick(town.queue?.entries ?? []);
  if (entry !== undefined) town.queue?.remove(entry.pullRequest);
  await Promise.resolve();
};

const queueTurns: Act = async (town) => {
  turnQueue(town);
  await Promise.resolve();
};

/** Openings come first in a sequence, and now and then later. */
export const OPENINGS: readonly Act[] = [
  openStory,
  openStory,
  openTask,
  openTask,
  openByHand,
  openStacked,
  openFork,
];

export const ACTS: Readonly<Record<string, Act>> = {
  openStory,
  openTask,
  openByHand,
  openStacked,
  pushCode,
  pushStory,
  pushOther,
  updateBranch,
  pushRequirements,
  pushRequirementsAgain: pushRequirements,
  pushConfig,
  pushBase,
  pushConflict,
  mergeByHand,
  close,
  reopen,
  toggleLabel,
  toggleDraft,
  retarget,
  reuseBranch,
  cancel,
  runAgain,
  outsideAgrees: outsideSays("success"),
  outsideAgreesAgain: outsideSays("success"),
  outsideRefuses: outsideSays("failure"),
  dispatchPartly,
  sweeps,
  sweepsAgain: sweeps,
};

/** What happens besides where `main` has a merge queue. */
export const QUEUE_ACTS: Readonly<Record<string, Act>> = {
  enqueue,
  enqueueAgain: enqueue,
  enqueueOnceMore: enqueue,
  dequeue,
  queueTurns,
  queueTurnsAgain: queueTurns,
  queueTurnsOnceMore: queueTurns,
  queueTurnsAtLast: queueTurns,
};
