import { beforeEach, expect, test } from "vitest";
import { type GitHub, gitHubInMemory, type Repository } from "../../world/github.ts";
import { MergeQueue, type QueueSettings } from "../../world/merge-queue.ts";

let github: GitHub;
let repository: Repository;

beforeEach(() => {
  github = gitHubInMemory();
  const settings = { requiredStatuses: ["gate"] };
  repository = github.createRepository("octo/app", { files: { a: "a\n" }, settings });
});

function say(sha: string, state: "success" | "failure"): void {
  const status = { state, context: "gate", description: null, targetUrl: null, at: "" };
  repository.addStatus(sha, { id: 1, ...status });
}

function pull(branch: string, files: Record<string, string> = { [branch]: "x\n" }) {
  repository.commit(branch, { files, message: branch, from: "main" });
  const number = repository.openPullRequest({ head: branch });
  const found = repository.pulls[number - 1]!;
  say(found.headSha, "success");
  return found;
}

function queueOf(settings: Partial<QueueSettings> = {}): MergeQueue {
  const usual = { method: "merge", mostAtOnce: 3, asksEach: true } as const;
  return new MergeQueue(repository, "main", { ...usual, ...settings });
}

test("each entry is built on the one ahead, and merged as it was built", () => {
  const queue = queueOf();
  const [one, two] = [pull("one"), pull("two")];
  expect([queue.add(one, false), queue.add(two, true)]).toEqual([null, null]);
  const [first, second] = queue.build();
  expect([first?.builtOn, second?.builtOn]).toEqual([repository.tip("main"), first?.sha]);
  expect(repository.tip(second?.branch ?? "")).toBe(second?.sha);
  expect(queue.work()).toEqual([]);
  say(first!.sha, "success");
  say(second!.sha, "success");
  expect(queue.work().map(({ number }) => number)).toEqual([1, 2]);
  expect([one.merged, two.merged, repository.tip("main")]).toEqual([true, true, second?.sha]);
  expect([queue.entries, repository.tip(second?.branch ?? "")]).toEqual([[], null]);
});

test("one that failed is taken out, and those behind it are built anew", () => {
  const queue = queueOf();
  for (const branch of ["one", "two"]) queue.add(pull(branch), false);
  const [first, second] = queue.build();
  say(first!.sha, "failure");
  say(second!.sha, "success");
  expect(queue.work()).toEqual([]);
  const [again, ...others] = queue.build();
  expect(others).toEqual([]);
  expect(again).toMatchObject({ number: 2, builtOn: repository.tip("main") });
  expect(again?.sha).not.toBe(second?.sha);
});

test("where only the last one is asked, it speaks for those ahead", () => {
  const queue = queueOf({ asksEach: false });
  for (const branch of ["one", "two"]) queue.add(pull(branch), false);
  const [first, second] = queue.build();
  say(first!.sha, "failure");
  say(second!.sha, "success");
  expect(queue.work().map(({ number }) => number)).toEqual([1, 2]);
});

test("whose head moved is out, and so is what conflicts with what is ahead", () => {
  const queue = queueOf();
  const moved = pull("moved");
  for (const one of [moved, pull("left", { a: "left\n" }), pull("right", { a: "right\n" })]) {
    queue.add(one, false);
  }
  repository.commit("moved", { files: { y: "y\n" }, message: "Go on" });
  expect(queue.build().map(({ number }) => number)).toEqual([2]);
});

test("a base that moved has every group built anew", () => {
  const queue = queueOf();
  queue.add(pull("one"), false);
  const [before] = queue.build();
  say(before!.sha, "success");
  repository.commit("main", { files: { b: "b\n" }, message: "Go on" });
  expect(queue.build()).toHaveLength(1);
  expect(queue.work()).toEqual([]);
});

test("a group is never the head itself, whose statuses would count for it", () => {
  const queue = queueOf({ method: "rebase" });
  const one = pull("one");
  queue.add(one, false);
  expect(queue.build()[0]?.sha).not.toBe(one.headSha);
});

test("what is not ready is not added, and nothing twice", () => {
  const queue = queueOf();
  const one = pull("one");
  queue.add(one, false);
  const draft = pull("draft");
  draft.draft = true;
  const open = pull("open");
  say(open.headSha, "failure");
  expect([one, draft, open].map((each) => queue.add(each, false))).toEqual([
    "Pull request is already in the merge queue",
    "Pull request is in draft state",
    "Required status checks have not succeeded",
  ]);
});
