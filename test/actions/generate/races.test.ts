import { describe, expect, test } from "vitest";
import { smallStory, storyPath, storyText } from "./support/stories.ts";
import { errorsOf, handedOver, skippedOf, storyFiles, World } from "./support/world.ts";

const PUSH = { method: "POST", path: /git-receive-pack$/ } as const;

const secondText = (id: string) => ({
  [storyPath(id)]: storyText(smallStory(id, { version: "2" })),
});

// The client compares its lease with what the server lists, then the server compares again when it writes.
test.each([
  {
    when: "while the model thinks",
    arrange: (world: World, act: () => void) => {
      world.whenAsked = (stage) => stage === "code" && act();
    },
  },
  {
    when: "before git looks",
    arrange: ({ github }: World, act: () => void) =>
      github.before({ method: "GET", path: /info\/refs\?service=git-receive-pack/ }, act),
  },
  {
    when: "while git pushes",
    arrange: ({ github }: World, act: () => void) => github.before(PUSH, act),
  },
])("a person's push to something else $when: the task goes on top of it", async ({ arrange }) => {
  await using world = await World.open();
  const event = world.openPullRequest(storyFiles("one"));
  let theirs = "";
  arrange(world, () => {
    theirs = world.repository.commit("feature", { files: { "mine.md": "x" }, message: "Mine" });
  });

  const result = await world.generate(event);

  expect(errorsOf(result)).toEqual([]);
  expect(result.log).toContain("feature was moved by somebody else: it is read again");
  const head = world.tip("feature");
  expect(world.repository.git("rev-parse", `${head}^@`)).toBe(theirs);
  expect(handedOver(result)).toMatchObject([{ task: "one", number: 1, head }]);
  expect(world.repository.statuses(head)).toMatchObject([{ state: "pending" }]);
  expect(world.stages()).toHaveLength(3);
});

const races: readonly {
  readonly when: string;
  readonly act: (world: World) => void;
  readonly reason: string;
}[] = [
  {
    when: "the story gets another text",
    act: ({ repository }) =>
      repository.commit("feature", { files: secondText("one"), message: "Another text" }),
    reason: "superseded",
  },
  {
    when: "the story is deleted",
    act: ({ repository }) =>
      repository.commit("feature", { files: { [storyPath("one")]: null }, message: "Never mind" }),
    reason: "superseded",
  },
  {
    when: "the branch is deleted",
    act: ({ repository }) => repository.git("update-ref", "-d", "refs/heads/feature"),
    reason: "superseded",
  },
  {
    when: "a person writes the folder",
    act: ({ repository }) =>
      repository.commit("feature", {
        files: { "generated/one/src/doubling.py": "# by hand\n" },
        message: "By hand",
      }),
    reason: "human_commits",
  },
];

const JOURNAL = "agent-pipeline/journal";

test.each(races)("$when during the push: $reason, and theirs stays", async ({ act, reason }) => {
  await using world = await World.open();
  const event = world.openPullRequest(storyFiles("one"));
  let theirs: unknown;
  world.github.before(PUSH, () => {
    act(world);
    theirs = world.branches();
  });

  const result = await world.generate(event);

  expect(result.exitCode).toBe(0);
  expect(skippedOf(result)).toEqual([{ subject: "one", reason }]);
  expect(result.outputs).toMatchObject({ "has-tasks": "false", "pull-requests": "[]" });
  expect(result.log).toContain("Dropped what was made of one: ");
  expect(world.branches()).toEqual(theirs);
  expect(world.repository.pullRequest(1)).toMatchObject({ labels: [], comments: [] });
  // What was paid for stands in the journal of the head, and no status says anything else.
  const statuses = [...world.repository.statusesBySha.values()].flat();
  expect(statuses.filter(({ context }) => context !== JOURNAL)).toEqual([]);
});

describe("another run is faster", () => {
  test("with the same text: its version stays, ours is dropped, and both hand over the same", async () => {
    await using world = await World.open();
    const event = world.pushStories("one");
    let faster = "";
    world.github.before(PUSH, async () => {
      await world.generateByBundle(event);
      faster = world.tip("task/one");
    });

    const result = await world.generate(event);

    expect(errorsOf(result)).toEqual([]);
    expect(result.log).toContain("Dropped what was made of one: task/one holds it by now");
    expect(world.tip("task/one")).toBe(faster);
    expect(handedOver(result)).toMatchObject([{ task: "one", number: 1, head: faster }]);
    expect(world.repository.pullRequests()).toHaveLength(1);
    expect(world.repository.pullRequest(1).comments).toHaveLength(1);
  });

  test("with a newer text: ours is superseded", async () => {
    await using world = await World.open();
    const event = world.pushStories("one");
    world.github.before(PUSH, async () => {
      await world.generateByBundle(world.push(secondText("one")));
    });

    const result = await world.generate(event);

    expect(skippedOf(result)).toEqual([{ subject: "one", reason: "superseded" }]);
    expect(world.content("task/one", "generated/one/meta/story.json")).toContain('"version": "2"');
    const again = await world.generate(event);
    expect(handedOver(again)).toMatchObject([{ task: "one", number: 1 }]);
    expect(world.stages()).toHaveLength(6);
  });

  test("to open the pull request: that one is taken", async () => {
    await using world = await World.open();
    const event = world.pushStories("one");
    world.github.before({ method: "POST", path: /\/pulls$/ }, () => {
      world.repository.openPullRequest({ head: "task/one" });
    });
    const result = await world.generate(event);
    expect(errorsOf(result)).toEqual([]);
    expect(handedOver(result)).toMatchObject([{ task: "one", number: 1 }]);
    expect(world.repository.pullRequests()).toHaveLength(1);
    expect(world.repository.pullRequest(1)).toMatchObject({ labels: ["agent-pipeline"] });
  });
});

test("a branch that appears with a person's work on it is built upon", async () => {
  await using world = await World.open();
  const event = world.pushStories("one");
  let theirs = "";
  world.github.before(PUSH, () => {
    const files = { "x.md": "x" };
    theirs = world.repository.commit("task/one", { files, message: "X", from: "main" });
  });

  const result = await world.generate(event);

  expect(errorsOf(result)).toEqual([]);
  expect(world.repository.git("rev-parse", "task/one^@")).toBe(theirs);
});

test("a branch that is still to be opened starts from main as it is at the second push", async () => {
  await using world = await World.open();
  await world.generate(world.pushStories("one"));
  const event = world.push(secondText("one"));
  let main = "";
  world.github.before(PUSH, () => {
    world.repository.git("update-ref", "-d", "refs/heads/task/one");
    main = world.repository.commit("main", { files: { "later.md": "x" }, message: "Later" });
  });

  const result = await world.generate(event);

  expect(errorsOf(result)).toEqual([]);
  expect(world.repository.git("rev-parse", "task/one^@")).toBe(main);
});

test("a person's merge of main into a branch of ours is never lost, although it adds no file", async () => {
  await using world = await World.open();
  await world.generate(world.pushStories("one"));
  const ours = world.tip("task/one");
  const event = world.push(secondText("one"));
  const { repository } = world;
  const tree =
    repository.git("merge-tree", "--write-tree", "main", "task/one").split("\n")[0] ?? "";
  const theirs = repository.git("commit-tree", tree, "-p", ours, "-p", "main", "-m", "Update");
  repository.git("update-ref", "refs/heads/task/one", theirs);

  const result = await world.generate(event);

  expect(errorsOf(result)).toEqual([]);
  expect(repository.git("rev-parse", "task/one^@")).toBe(theirs);
});

test("whoever loses again and again gives up, and says so; the other tasks go on", async () => {
  await using world = await World.open();
  const event = world.pushStories("one", "two");
  let pushes = 0;
  const movedAgain = (): void => {
    const line = `${pushes}\n`;
    pushes += 1;
    world.repository.commit("task/one", { files: { "x.md": line }, message: "X", from: "main" });
    if (pushes < 9) world.github.before(TO_ONE, movedAgain);
  };
  const TO_ONE = { method: "GET", path: /info\/refs\?service=git-receive-pack/ } as const;
  world.github.before(TO_ONE, movedAgain);

  const result = await world.generate(event);

  expect(errorsOf(result)).toEqual([
    expect.stringMatching(
      /^Somebody else moved task\/one each of the 5 times that one was pushed; it was not written\nRun the job again/,
    ),
  ]);
  expect(result.outputs).toMatchObject({ tasks: "two" });
  expect(pushes).toBeGreaterThanOrEqual(5);
  expect(world.repository.pullRequests().map(({ head }) => head.branch)).toEqual(["task/two"]);
});

test("what was pushed and then taken away again by a person is not handed over", async () => {
  await using world = await World.open({
    files: { ".github/agent-pipeline.yml": "parallel-tasks: 1\n" },
  });
  const event = world.openPullRequest(storyFiles("one", "two"));
  const start = world.tip("feature");
  world.github.before(PUSH, () => {
    world.github.before(PUSH, () => {
      // Reset to what it was, with a commit of their own.
      world.repository.git("update-ref", "refs/heads/feature", start);
      world.repository.commit("feature", { files: { "mine.md": "x" }, message: "Mine" });
    });
  });

  const result = await world.generate(event);

  expect(errorsOf(result)).toEqual([]);
  expect(skippedOf(result)).toEqual([{ subject: "one", reason: "human_commits" }]);
  expect(handedOver(result)).toMatchObject([{ task: "two", head: world.tip("feature") }]);
});

test("each task is pushed when it is done, one after the other, and one pull request has one head", async () => {
  await using world = await World.open();
  const event = world.openPullRequest(storyFiles("one", "two", "three"));
  const first = world.tip("feature");

  const result = await world.generate(event);

  const head = world.tip("feature");
  const commits = world.repository.git("rev-list", `${first}..${head}`).split("\n");
  expect(commits).toHaveLength(3);
  expect(new Set(handedOver(result).map((one) => one.head))).toEqual(new Set([head]));
  expect(world.github.gitCalls.filter((service) => service === "git-receive-pack")).toHaveLength(3);
  for (const commit of commits) {
    expect(world.repository.statuses(commit)).toMatchObject([{ state: "pending" }]);
  }
});
