import { getOctokit } from "@actions/github";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { GitHub, Repository } from "../../world/github.ts";
import { inProcessFetch } from "../../world/in-process-fetch.ts";

const repo = { owner: "octo", repo: "app" };
const noCommit = "0".repeat(40);

const silent = (): void => undefined;

/** What the client is told: the status, and the message in GitHub's words. */
async function refusal(request: Promise<unknown>): Promise<string> {
  const error: unknown = await request.then(
    () => new Error("it was accepted"),
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error)) throw new Error("no error");
  const status = "status" in error ? `${String(error.status)} ` : "";
  return status + error.message.replace(/ - https.*$/s, "");
}

/** What every stand-in for GitHub has to do, however it keeps its repositories and is asked. */
export function describeGitHub(which: string, start: () => Promise<GitHub> | GitHub): void {
  // oxlint-disable-next-line vitest/valid-title -- the caller says which stand-in it is
  describe(which, () => {
    let github: GitHub;
    let repository: Repository;
    let octokit: ReturnType<typeof getOctokit>;

    beforeEach(async () => {
      github = await start();
      repository = github.createRepository("octo/app", { files: { "README.md": "An app.\n" } });
      octokit = clientWith(github.token);
    });

    afterEach(async () => {
      await github.stop();
    });

    function clientWith(token: string) {
      const log = { debug: silent, info: silent, warn: silent, error: silent };
      const request = github.isInMemory ? { request: { fetch: inProcessFetch(github) } } : {};
      return getOctokit(token, { baseUrl: github.url, log, ...request });
    }

    function openWork(files: Record<string, string> = { "work.txt": "work\n" }): string {
      const head = repository.commit("work", { files, message: "Work" });
      repository.openPullRequest({ head: "work", title: "Work" });
      return head;
    }

    describe("the life of a pull request", () => {
      it("goes from creation to merge, each answer as GitHub describes it", async () => {
        const head = repository.commit("task/a", {
          files: { "generated/a/src/a.py": "x = 1\n" },
          message: "Generate a",
        });
        const created = await octokit.rest.pulls.create({
          ...repo,
          title: "Task a",
          head: "task/a",
          base: "main",
          body: "made",
        });
        const number = { pull_number: created.data.number };
        const issue = { issue_number: created.data.number };
        expect(created.data).toMatchObject({
          number: 1,
          state: "open",
          draft: false,
          mergeable: true,
        });
        await octokit.rest.issues.addLabels({ ...repo, ...issue, labels: ["agent-pipeline"] });
        await octokit.rest.issues.createComment({ ...repo, ...issue, body: "hello" });
        await octokit.rest.repos.createCommitStatus({
          ...repo,
          sha: head,
          state: "success",
          context: "agent-pipeline/gate",
        });
        const files = await octokit.rest.pulls.listFiles({ ...repo, ...number });
        expect(files.data.map(({ filename, status }) => [filename, status])).toEqual([
          ["generated/a/src/a.py", "added"],
        ]);
        const merged = await octokit.rest.pulls.merge({ ...repo, ...number, sha: head });
        expect(repository.tip("main")).toBe(merged.data.sha);
        expect(repository.git("rev-parse", "main^2")).toBe(head);
        await octokit.rest.git.deleteRef({ ...repo, ref: "heads/task/a" });
        expect(repository.pullRequest(1)).toMatchObject({
          state: "closed",
          merged: true,
          mergeCommit: merged.data.sha,
          labels: ["agent-pipeline"],
          user: "github-actions[bot]",
        });
        expect(repository.pullRequest(1).comments.map(({ body }) => body)).toEqual(["hello"]);
        expect(repository.statuses(head)[0]).toMatchObject({ state: "success" });
        expect(github.violations).toEqual([]);
      });

      it.each(["merge", "squash", "rebase"] as const)("is merged by %s", async (method) => {
        openWork();
        repository.commit("work", { files: { "more.txt": "more\n" }, message: "More" });
        repository.commit("main", { files: { "other.txt": "other\n" }, message: "Other" });
        const number = { pull_number: 1, merge_method: method };
        await octokit.rest.pulls.merge({ ...repo, ...number });
        const subjects = repository.git("log", "--first-parent", "--format=%s", "main").split("\n");
        const expected = {
          merge: ["Merge pull request #1 from octo/work", "Other", "Start"],
          squash: ["Work (#1)", "Other", "Start"],
          rebase: ["More", "Work", "Other", "Start"],
        };
        expect(subjects).toEqual(expected[method]);
        const names = repository.git("ls-tree", "--name-only", "main").split("\n");
        expect(names).toEqual(["README.md", "more.txt", "other.txt", "work.txt"]);
      });

      it("follows its branches", () => {
        const first = openWork();
        expect(repository.commitOf("refs/pull/1/head")).toBe(first);
        const second = repository.commit("work", { files: { "b.txt": "b\n" }, message: "b" });
        expect(repository.pullRequest(1).head.sha).toBe(second);
        expect(repository.commitOf("refs/pull/1/head")).toBe(second);
        expect(repository.commitOf("refs/pull/1/merge^2")).toBe(second);
        repository.git("update-ref", "-d", "refs/heads/work");
        expect(repository.pullRequest(1)).toMatchObject({ state: "closed", merged: false });
      });

      it("is merged when its commits are pushed to the base", () => {
        const head = openWork();
        repository.git("update-ref", "refs/heads/main", head);
        expect(repository.pullRequest(1)).toMatchObject({ state: "closed", merged: true });
      });

      it("is found by head, base and state, page by page", async () => {
        for (const branch of ["a", "b", "c"]) {
          repository.commit(branch, { files: { [branch]: branch }, message: branch, from: "main" });
          repository.openPullRequest({ head: branch });
        }
        const byHead = await octokit.rest.pulls.list({ ...repo, head: "octo:b" });
        expect(byHead.data.map(({ number }) => number)).toEqual([2]);
        const all = await octokit.paginate(octokit.rest.pulls.list, { ...repo, per_page: 1 });
        expect(all.map(({ number }) => number)).toEqual([3, 2, 1]);
        await octokit.rest.pulls.update({ ...repo, pull_number: 2, state: "closed" });
        const open = await octokit.rest.pulls.list({ ...repo, base: "main" });
        expect(open.data.map(({ number }) => number)).toEqual([3, 1]);
      });

      it("can come from a fork", async () => {
        const fork = github.createRepository("stranger/app", { forkOf: repository });
        const head = fork.commit("gift", { files: { gift: "gift\n" }, message: "Gift" });
        const number = repository.openPullRequest({ head: "gift", fork, user: "stranger" });
        const { data } = await octokit.rest.pulls.get({ ...repo, pull_number: number });
        expect(data.head).toMatchObject({
          sha: head,
          repo: { fork: true, full_name: "stranger/app" },
        });
        expect(repository.commitOf(`refs/pull/${number}/head`)).toBe(head);
        expect(github.violations).toEqual([]);
      });
    });

    describe("what GitHub refuses", () => {
      const title = "Work";
      const cases: readonly {
        when: string;
        given?: () => void;
        ask: () => Promise<unknown>;
        expected: string;
      }[] = [
        {
          when: "the token is wrong",
          ask: () => clientWith("ghs_wrong").rest.repos.get(repo),
          expected: "401 Bad credentials",
        },
        {
          when: "there is no such repository",
          ask: () => octokit.rest.repos.get({ owner: "octo", repo: "nothing" }),
          expected: "404 Not Found",
        },
        {
          when: "a pull request is opened twice",
          given: () => openWork(),
          ask: () => octokit.rest.pulls.create({ ...repo, title, head: "work", base: "main" }),
          expected: "422 Validation Failed: ",
        },
        {
          when: "a pull request has no commits",
          given: () =>
            repository.git("update-ref", "refs/heads/same", repository.tip("main") ?? ""),
          ask: () => octokit.rest.pulls.create({ ...repo, title, head: "same", base: "main" }),
          expected: "422 Validation Failed: ",
        },
        {
          when: "actions may not open pull requests",
          given: () => {
            repository.commit("work", { files: { a: "a" }, message: "a" });
            repository.settings.allowActionsToCreatePullRequests = false;
          },
          ask: () => octokit.rest.pulls.create({ ...repo, title, head: "work", base: "main" }),
          expected: "403 GitHub Actions is not permitted to create or approve pull requests.",
        },
        {
          when: "the head has moved",
          given: () => openWork(),
          ask: () => octokit.rest.pulls.merge({ ...repo, pull_number: 1, sha: noCommit }),
          expected: "409 Head branch was modified. Review and try the merge again.",
        },
        {
          when: "there is a conflict",
          given: () => {
            openWork({ "README.md": "one\n" });
            repository.commit("main", { files: { "README.md": "two\n" }, message: "Two" });
          },
          ask: () => octokit.rest.pulls.merge({ ...repo, pull_number: 1 }),
          expected: "405 Pull Request is not mergeable",
        },
        {
          when: "there is a conflict in a rebase",
          given: () => {
            openWork({ "README.md": "one\n" });
            repository.commit("main", { files: { "README.md": "two\n" }, message: "Two" });
          },
          ask: () => octokit.rest.pulls.merge({ ...repo, pull_number: 1, merge_method: "rebase" }),
          expected: "405 Pull Request is not mergeable",
        },
        {
          when: "it is a draft",
          given: () => {
            repository.commit("work", { files: { a: "a" }, message: "a" });
            repository.openPullRequest({ head: "work", draft: true });
          },
          ask: () => octokit.rest.pulls.merge({ ...repo, pull_number: 1 }),
          expected: "405 Pull Request is still a draft",
        },
        {
          when: "it is closed",
          given: () => {
            openWork();
            repository.git("update-ref", "-d", "refs/heads/work");
          },
          ask: () => octokit.rest.pulls.merge({ ...repo, pull_number: 1 }),
          expected: "405 Pull Request is not mergeable",
        },
        {
          when: "a required status is absent",
          given: () => {
            openWork();
            repository.settings.requiredStatuses = ["agent-pipeline/gate"];
          },
          ask: () => octokit.rest.pulls.merge({ ...repo, pull_number: 1 }),
          expected: '405 Required status check "agent-pipeline/gate" is expected.',
        },
        {
          when: "the method is not allowed",
          given: () => {
            openWork();
            repository.settings.mergeMethods = ["squash"];
          },
          ask: () => octokit.rest.pulls.merge({ ...repo, pull_number: 1 }),
          expected: "405 Merge commits are not allowed on this repository.",
        },
        {
          when: "a merge would change a workflow",
          given: () => openWork({ ".github/workflows/ci.yml": "on: push\n" }),
          ask: () => octokit.rest.pulls.merge({ ...repo, pull_number: 1 }),
          expected: "403 Resource not accessible by integration",
        },
        {
          when: "a branch to delete is not there",
          ask: () => octokit.rest.git.deleteRef({ ...repo, ref: "heads/gone" }),
          expected: "422 Reference does not exist",
        },
        {
          when: "a ref to read is not there",
          ask: () => octokit.rest.git.getRef({ ...repo, ref: "heads/gone" }),
          expected: "404 Not Found",
        },
        {
          when: "a status is for no commit",
          ask: () =>
            octokit.rest.repos.createCommitStatus({ ...repo, sha: noCommit, state: "error" }),
          expected: `422 No commit found for SHA: ${noCommit}`,
        },
        {
          when: "a status says too much",
          ask: () =>
            octokit.rest.repos.createCommitStatus({
              ...repo,
              sha: repository.tip("main") ?? "",
              state: "error",
              description: "x".repeat(141),
            }),
          expected: "422 Validation Failed: ",
        },
        {
          when: "a comment is too long",
          given: () => openWork(),
          ask: () =>
            octokit.rest.issues.createComment({
              ...repo,
              issue_number: 1,
              body: "x".repeat(65_537),
            }),
          expected: "422 Validation Failed: ",
        },
        {
          when: "a label to remove is not there",
          given: () => openWork(),
          ask: () => octokit.rest.issues.removeLabel({ ...repo, issue_number: 1, name: "x" }),
          expected: "404 Label does not exist",
        },
        {
          when: "pull requests may only be read",
          given: () => {
            openWork();
            github.withhold("pull-requests", "write");
          },
          ask: () => octokit.rest.pulls.update({ ...repo, pull_number: 1, title: "New" }),
          expected: "403 Resource not accessible by integration",
        },
        {
          when: "a new label needs a permission for issues",
          given: () => {
            openWork();
            github.withhold("issues", "write");
          },
          ask: () => octokit.rest.issues.addLabels({ ...repo, issue_number: 1, labels: ["new"] }),
          expected: "403 Resource not accessible by integration",
        },
        {
          when: "a workflow does not exist",
          ask: () => dispatch({}),
          expected: "404 Not Found",
        },
        {
          when: "a workflow declares no such input",
          given: () => addWorkflow(),
          ask: () => dispatch({ tasks: "a" }),
          expected: '422 Unexpected inputs provided: ["tasks"]',
        },
      ];

      it.each(cases)("$when", async ({ given, ask, expected }) => {
        given?.();
        expect(await refusal(ask())).toContain(expected);
        expect(github.violations).toEqual([]);
      });

      it("says which rule of validation is broken", async () => {
        openWork();
        const again = octokit.rest.pulls.create({ ...repo, title, head: "work", base: "main" });
        expect(await refusal(again)).toContain("A pull request already exists for octo:work.");
      });
    });

    function addWorkflow(): void {
      const text = "on: { workflow_dispatch: { inputs: { task: { required: true } } } }\n";
      repository.commit("main", { files: { ".github/workflows/ci.yml": text }, message: "CI" });
    }

    function dispatch(inputs: Record<string, string>) {
      return octokit.rest.actions.createWorkflowDispatch({
        ...repo,
        workflow_id: "ci.yml",
        ref: "main",
        inputs,
      });
    }

    it("records a dispatched run", async () => {
      addWorkflow();
      await dispatch({ task: "a" });
      const [recorded] = github.dispatches;
      expect(recorded).toMatchObject({ workflow: "ci.yml", ref: "main", inputs: { task: "a" } });
      const run = await octokit.rest.actions.getWorkflowRun({
        ...repo,
        run_id: recorded?.runId ?? 0,
      });
      expect(run.data).toMatchObject({ event: "workflow_dispatch", head_branch: "main" });
      expect(github.violations).toEqual([]);
    });

    it("reads statuses, checks, commits and refs as GitHub describes them", async () => {
      const head = openWork();
      for (const state of ["pending", "success"] as const) {
        await octokit.rest.repos.createCommitStatus({ ...repo, sha: head, state, context: "gate" });
      }
      repository.addCheckRun(head, { name: "ci", status: "completed", conclusion: "success" });
      const combined = await octokit.rest.repos.getCombinedStatusForRef({ ...repo, ref: "work" });
      expect(combined.data).toMatchObject({ state: "success", total_count: 1, sha: head });
      const statuses = await octokit.rest.repos.listCommitStatusesForRef({ ...repo, ref: head });
      expect(statuses.data.map(({ state }) => state)).toEqual(["success", "pending"]);
      const checks = await octokit.rest.checks.listForRef({ ...repo, ref: head });
      expect(checks.data.check_runs[0]).toMatchObject({ name: "ci", conclusion: "success" });
      const commit = await octokit.rest.repos.getCommit({ ...repo, ref: head });
      expect(commit.data.commit.message).toBe("Work");
      const pulls = await octokit.rest.repos.listPullRequestsAssociatedWithCommit({
        ...repo,
        commit_sha: head,
      });
      expect(pulls.data.map(({ number }) => number)).toEqual([1]);
      const refs = await octokit.rest.git.listMatchingRefs({ ...repo, ref: "heads/wo" });
      expect(refs.data.map(({ ref }) => ref)).toEqual(["refs/heads/work"]);
      const commits = await octokit.rest.pulls.listCommits({ ...repo, pull_number: 1 });
      expect(commits.data.map(({ sha }) => sha)).toEqual([head]);
      expect(github.violations).toEqual([]);
    });

    it("edits pull requests, comments and labels", async () => {
      openWork();
      repository.commit("release", { files: { r: "r" }, message: "r" });
      const number = { ...repo, pull_number: 1 };
      const edited = await octokit.rest.pulls.update({ ...number, title: "New", base: "release" });
      expect(edited.data).toMatchObject({ title: "New", base: { ref: "release" } });
      const comment = await octokit.rest.issues.createComment({
        ...repo,
        issue_number: 1,
        body: "a",
      });
      await octokit.rest.issues.updateComment({ ...repo, comment_id: comment.data.id, body: "b" });
      const comments = await octokit.rest.issues.listComments({ ...repo, issue_number: 1 });
      expect(comments.data.map(({ body }) => body)).toEqual(["b"]);
      await octokit.rest.issues.createLabel({ ...repo, name: "needs-human" });
      await octokit.rest.issues.addLabels({ ...repo, issue_number: 1, labels: ["Needs-Human"] });
      const labels = await octokit.rest.issues.listLabelsOnIssue({ ...repo, issue_number: 1 });
      expect(labels.data.map(({ name }) => name)).toEqual(["needs-human"]);
      expect(github.violations).toEqual([]);
    });

    it("lists at most 3,000 files", async () => {
      const names = Array.from({ length: 3_050 }, (_, index) => `many/${index}.txt`);
      openWork(Object.fromEntries(names.map((name) => [name, "x\n"] as const)));
      const options = { ...repo, pull_number: 1, per_page: 100 };
      const listed = await octokit.paginate(octokit.rest.pulls.listFiles, options);
      expect(listed).toHaveLength(3_000);
    });

    it("names odd paths, modes, removals and renames right", async () => {
      repository.commit("main", {
        files: { "old name": "text\n".repeat(9), gone: "1" },
        message: "1",
      });
      repository.commit("work", {
        files: {
          'quo"te\ttab\nline ü': "x",
          run: { content: "#!/bin/sh\n", mode: "100755" },
          link: { content: "run", mode: "120000" },
          "old name": null,
          "new name": "text\n".repeat(9),
          gone: null,
        },
        message: "Odd",
      });
      repository.openPullRequest({ head: "work" });
      const { data } = await octokit.rest.pulls.listFiles({ ...repo, pull_number: 1 });
      const shown = data.map(({ filename, status, previous_filename: from }) => [
        filename,
        status,
        from,
      ]);
      expect(shown).toEqual([
        ["gone", "removed", undefined],
        ["link", "added", undefined],
        ["new name", "renamed", "old name"],
        ['quo"te\ttab\nline ü', "added", undefined],
        ["run", "added", undefined],
      ]);
      expect(repository.git("ls-tree", "work", "run")).toMatch(/^100755/);
      expect(github.violations).toEqual([]);
    });

    describe("what does not fit GitHub's description", () => {
      it.each([
        ["an unknown value", "PUT /repos/{owner}/{repo}/pulls/1/merge", { merge_method: "ff" }],
        ["an unknown property", "PATCH /repos/{owner}/{repo}/pulls/1", { draft: false }],
        ["an unknown query", "GET /repos/{owner}/{repo}/pulls", { sate: "open" }],
        ["a missing property", "POST /repos/{owner}/{repo}/pulls", { title: "x", head: "work" }],
      ])("%s is refused and recorded", async (_, route, parameters) => {
        openWork();
        expect(await refusal(octokit.request(route, { ...repo, ...parameters }))).toContain("422");
        expect(github.violations).toHaveLength(1);
      });

      it("an unknown path is recorded", async () => {
        expect(await refusal(octokit.request("GET /repos/octo/app/nothing"))).toContain("404");
        expect(github.violations).toEqual(["GET /repos/octo/app/nothing: no such operation"]);
      });
    });

    describe("what a test can do to a request", () => {
      const merge = { method: "PUT", path: /\/pulls\/1\/merge$/ };

      it("answers it with a passing fault", async () => {
        openWork();
        const message = "Base branch was modified. Review and try the merge again.";
        github.failNext({ ...merge, status: 405, body: { message } });
        expect(await refusal(octokit.rest.pulls.merge({ ...repo, pull_number: 1 }))).toContain(
          message,
        );
        const merged = await octokit.rest.pulls.merge({ ...repo, pull_number: 1 });
        expect(merged.data.merged).toBe(true);
      });

      it("acts just before it is served", async () => {
        const head = openWork();
        github.before(merge, () => {
          repository.commit("work", { files: { late: "late" }, message: "Late" });
        });
        const late = octokit.rest.pulls.merge({ ...repo, pull_number: 1, sha: head });
        expect(await refusal(late)).toContain("409 Head branch was modified");
      });

      it("sees all calls", async () => {
        await octokit.rest.pulls.list({ ...repo, state: "all" });
        expect(github.calls).toEqual([
          {
            isByApp: false,
            method: "GET",
            path: "/repos/octo/app/pulls",
            query: { state: "all" },
            body: undefined,
            status: 200,
          },
        ]);
      });
    });
  });
}
