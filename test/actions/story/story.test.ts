// An issue becomes a draft pull request with its story. Issues and pull requests share their numbers and comments on GitHub: a
// pull request of somebody else's stands for the issue here.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sha256 } from "../../../src/foundation/digest.ts";
import { parseStory } from "../../../src/story/story.ts";
import type { BundleResult } from "../../../world/bundle.ts";
import { type GitHub, startGitHub, type Repository } from "../../../world/github.ts";
import { runContext } from "../../../world/run-context.ts";
import { runInProcess } from "../../support/in-process.ts";

const BODY = `### Id

shipping_cost

### What is wanted

_No response_

### Requirements

- shipping_cost(weight) returns 3.50 plus 1.20 for each kilogram. @octocat

### Acceptance

- shipping_cost(0) → 3.50

### Constraints

_No response_
`;

let github: GitHub;
let repository: Repository;

beforeEach(async () => {
  github = await startGitHub();
  repository = github.createRepository("octo/app", {
    files: {
      "README.md": "app\n",
      "meta/stories/old.json": '{"id":"old","title":"Old"}',
      "meta/stories/named.md": "---\nid: otherwise\n---\n\n# Named\n",
    },
  });
  repository.commit("issue", { files: { "x.md": "x" }, message: "X", from: "main" });
  repository.openPullRequest({ head: "issue", base: "main", title: "Issue" });
});
afterEach(() => github.stop());

function label(
  body: string | null = BODY,
  event: { label?: string; actor?: string; action?: string; title?: string } = {},
): Promise<BundleResult> {
  const { title = "Shipping: what a parcel costs", ...given } = event;
  const environment = runContext(github, repository, {
    event: "issues",
    label: "agent-story",
    issue: { number: 1, title, body },
    ...given,
  });
  return runInProcess({ action: "story", environment });
}

const comment = (): string => repository.pullRequest(1).comments[0]?.body ?? "";

describe("an issue that somebody who may write has labelled", () => {
  test("becomes a draft pull request with its story, and says what was read", async () => {
    const result = await label();
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toEqual({
      "pull-request": "2",
      branch: "story/issue-1",
      story: "meta/stories/shipping_cost.md",
    });
    const opened = repository.pullRequest(2);
    expect(opened).toMatchObject({
      draft: true,
      title: "Story: Shipping: what a parcel costs",
      labels: [],
    });
    expect(opened.body).toContain("Closes #1");
    const text = repository.git("show", "story/issue-1:meta/stories/shipping_cost.md");
    const read = parseStory("meta/stories/shipping_cost.md", Buffer.from(text));
    expect(read.ok && read.story.document).toEqual({
      id: "shipping_cost",
      title: "Shipping: what a parcel costs",
      requirements: "- shipping_cost(weight) returns 3.50 plus 1.20 for each kilogram. @octocat",
      acceptance: "- shipping_cost(0) → 3.50",
    });
    expect(repository.git("diff", "--name-only", "main", "story/issue-1")).toBe(
      "meta/stories/shipping_cost.md",
    );
    expect(comment()).toContain(sha256(BODY));
    expect(comment()).toContain("| shipping&#95;cost&#40;0&#41; → 3.50 | an example |");
    expect(comment()).not.toMatch(/@octocat/);
    expect(repository.pullRequest(1).comments).toHaveLength(1);
  });

  test("twice is one pull request and one comment", async () => {
    await label();
    const tip = repository.tip("story/issue-1");
    const again = await label(BODY.replace("3.50", "9.99"));
    expect(again.exitCode).toBe(0);
    expect(again.outputs["pull-request"]).toBe("2");
    expect(repository.tip("story/issue-1")).toBe(tip);
    expect(repository.pulls).toHaveLength(2);
    expect(repository.pullRequest(1).comments).toHaveLength(1);
  });

  test("goes on where a run broke off before it opened the pull request", async () => {
    repository.settings.allowActionsToCreatePullRequests = false;
    expect((await label()).exitCode).toBe(1);
    const tip = repository.tip("story/issue-1");
    repository.settings.allowActionsToCreatePullRequests = true;
    expect((await label()).outputs["pull-request"]).toBe("2");
    expect(repository.tip("story/issue-1")).toBe(tip);
  });

  test("may be written freely, with front matter", async () => {
    const free = "---\nid: free\n---\n\n# Free\n\n## Requirements\n\n- It is free.\n";
    expect((await label(free)).outputs["story"]).toBe("meta/stories/free.md");
  });
});

describe("nothing is opened, and the comment says all that is wrong", () => {
  test.each([
    { when: "there is no id", body: "### Requirements\n\nR\n", says: ["has no id"] },
    { when: "there is no text", body: null, says: ["has no id"] },
    {
      when: "the id is none, as a path would be",
      body: BODY.replace("shipping_cost\n", "../../x\n"),
      says: ["outside the grammar"],
    },
    { when: "the id is taken", body: BODY.replace("shipping_cost\n", "Old\n"), says: ["old.json"] },
    {
      when: "a file of that name has another story",
      body: BODY.replace("shipping_cost\n", "named\n"),
      says: ["named.md", "there already"],
    },
    {
      when: "two things are wrong",
      body: `${BODY}\n### Version\n\n1\n\n### Title\n\nT\n`,
      says: ["write the version", "write the title"],
    },
  ])("$when", async ({ body, says }) => {
    const result = await label(body);
    expect(result.exitCode).toBe(1);
    for (const one of says) expect(comment()).toContain(one);
    expect(repository.pulls).toHaveLength(1);
    expect(repository.tip("story/issue-1")).toBeNull();
  });

  test.each(["stranger", "reader"])("a %s has set the label", async (actor) => {
    repository.collaborators.set("reader", "read");
    const result = await label(BODY, { actor });
    expect(result.exitCode).toBe(1);
    expect(comment()).toContain(`${actor}, who may not write`);
    expect(repository.tip("story/issue-1")).toBeNull();
  });

  test("the branch holds something else", async () => {
    repository.commit("story/issue-1", { files: { "y.md": "y" }, message: "Y", from: "main" });
    expect((await label()).exitCode).toBe(1);
    expect(comment()).toContain("holds something else");
  });
});

test.each([
  { when: "another label was set", event: { label: "bug" } },
  { when: "the issue was only edited", event: { action: "edited" } },
])("nothing is read or said where $when", async ({ event }) => {
  const result = await label(BODY, event);
  expect(result.exitCode).toBe(0);
  expect(repository.pullRequest(1).comments).toEqual([]);
  expect(repository.pulls).toHaveLength(1);
});
