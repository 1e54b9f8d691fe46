import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
// The engine itself: what it changes in a workflow, which events start one, and that a run which act calls green and
// GitHub would not is refused.
import { parse as parseYaml } from "yaml";
import { type GitHub, Repository, startGitHub } from "../../world/github.ts";
import { eventOf } from "./engine/event.ts";
import { readReport } from "./engine/report.ts";
import { rewriteForAct, Unfaithful } from "./engine/rewrite.ts";
import { NotStarted, runWorkflow } from "./engine/run-workflow.ts";
import { reasonNotToStart } from "./engine/triggers.ts";
import { parseWorkflow } from "./engine/workflow-file.ts";

describe("a workflow is rewritten for act", () => {
  const cases: { what: string; before: string; after: string }[] = [
    {
      what: "an action of this repository, in a step",
      before: "jobs: { a: { steps: [{ uses: $/generate }] } }",
      after: "jobs: { a: { steps: [{ uses: org/agent-pipeline/generate@v1 }] } }",
    },
    {
      what: "an action of this repository, in a composite action",
      before: "runs: { using: composite, steps: [{ uses: $/discover }] }",
      after: "runs: { using: composite, steps: [{ uses: org/agent-pipeline/discover@v1 }] }",
    },
    {
      what: "a workflow of this repository",
      before: "jobs: { a: { uses: $/.github/workflows/agent-ci.yml } }",
      after: "jobs: { a: { uses: org/agent-pipeline/.github/workflows/agent-ci.yml@v1 } }",
    },
    {
      what: "queue, of a job and of a workflow",
      before:
        "{ concurrency: { group: g, queue: max }, jobs: { a: { concurrency: { group: h, queue: max } } } }",
      after: "{ concurrency: { group: g }, jobs: { a: { concurrency: { group: h } } } }",
    },
    {
      what: "cache-mode of a job",
      before: "jobs: { a: { cache-mode: none, runs-on: x } }",
      after: "jobs: { a: { runs-on: x } }",
    },
  ];
  test.each(cases)("$what", ({ before, after }) => {
    expect(parsed(rewriteForAct(before))).toEqual(parsed(after));
  });

  const untouched = [
    "jobs: { a: { steps: [{ run: 'echo uses: $/generate' }, { uses: org/x@v1 }, { uses: ./local }] } }",
    "jobs: { a: { env: { queue: max, cache-mode: none, uses: $/x } } }",
    "jobs: { queue: { steps: [{ uses: org/x@v1, with: { queue: max, cache-mode: none, uses: $/x } }] } }",
    "{ concurrency: group, jobs: { cache-mode: { concurrency: group } } }",
    "{ inputs: { queue: { default: max } }, runs: { using: node24, main: ../dist/x/index.js } }",
  ];
  test.each(untouched)("and nothing else: %s", (yaml) => {
    expect(parsed(rewriteForAct(yaml))).toEqual(parsed(yaml));
  });

  const refused = [
    "jobs: { a: { uses: $/x, secrets: inherit } }",
    "jobs: { a: { continue-on-error: '${{ inputs.x }}' } }",
    "jobs: { a: { services: {} } }",
    "jobs: { a: { strategy: { matrix: { x: [1] } } } }",
  ];
  test.each(refused)("but refused where act would pass over it: %s", (yaml) => {
    expect(() => rewriteForAct(yaml)).toThrow(Unfaithful);
  });
});

describe("an event starts a workflow as on GitHub", () => {
  const workflow = parseWorkflow(`
on:
  pull_request: { types: [opened, labeled], branches: [main], paths: ["generated/**", "one.yml"] }
  push: { branches: [main] }
  workflow_dispatch: { inputs: { task: {} } }
jobs: {}
`);
  const pull = { action: "opened", branch: "main", changedPaths: ["generated/a/.x"], inputs: {} };
  const cases = [
    { when: "all filters fit", name: "pull_request", given: {}, reason: /^started$/ },
    {
      when: "one path of many fits",
      name: "pull_request",
      given: { changedPaths: ["a", "one.yml"] },
      reason: /^started$/,
    },
    {
      when: "no path fits",
      name: "pull_request",
      given: { changedPaths: ["x/generated/a", "two.yml"] },
      reason: /path/,
    },
    {
      when: "the base is another",
      name: "pull_request",
      given: { branch: "next" },
      reason: /branch next/,
    },
    {
      when: "the action is another",
      name: "pull_request",
      given: { action: "closed" },
      reason: /action closed/,
    },
    { when: "a push", name: "push", given: { action: null }, reason: /^started$/ },
    {
      when: "a push elsewhere",
      name: "push",
      given: { action: null, branch: "x" },
      reason: /branch x/,
    },
    {
      when: "dispatched on any branch",
      name: "workflow_dispatch",
      given: { action: null, branch: "x", inputs: { task: "a" } },
      reason: /^started$/,
    },
    {
      when: "an input is not declared",
      name: "workflow_dispatch",
      given: { action: null, inputs: { tusk: "a" } },
      reason: /Unexpected inputs provided: tusk/,
    },
  ] as const;
  test.each(cases)("$when", ({ name, given, reason }) => {
    const found = reasonNotToStart(workflow.on, { name, filters: { ...pull, ...given } });
    expect(found ?? "started").toMatch(reason);
  });

  test("not by an event that it does not name, and a filter that nobody decides is an error", () => {
    const none = parseWorkflow("{ on: { push: null }, jobs: {} }");
    expect(reasonNotToStart(none.on, { name: "pull_request", filters: pull })).toMatch(
      /listen to pull_request/,
    );
    expect(
      reasonNotToStart(none.on, { name: "push", filters: { ...pull, action: null } }),
    ).toBeNull();
    expect(() => parseWorkflow("{ on: { push: { tags: [v1] } }, jobs: {} }")).toThrow(/tags/);
  });
});

describe("a report is refused", () => {
  const job = { id: "a", hasMatrix: false };
  const cases = [
    {
      when: "a job is not in it",
      output: line({ msg: "x" }),
      code: 0,
      says: /job a has no result/,
    },
    {
      when: "a job failed and act exits 0",
      output: line({ jobResult: "failure" }),
      code: 0,
      says: /exit code 0/,
    },
    {
      when: "no job failed and act exits 1",
      output: line({ jobResult: "success" }),
      code: 1,
      says: /exit code 1/,
    },
    {
      when: "act crashed",
      output: `${line({ jobResult: "success" })}\nfatal error: concurrent map writes`,
      code: 2,
      says: /act says "fatal error: concurrent map"/,
    },
  ];
  test.each(cases)("when $when", ({ output, code, says }) => {
    expect(() => readReport(output, code, [job])).toThrow(says);
  });

  test("when a job with a matrix ran without one", () => {
    const output = line({ jobResult: "success" });
    expect(() => readReport(output, 0, [{ ...job, hasMatrix: true }])).toThrow(/empty matrix/);
  });

  test("when a job failed that may fail on GitHub", () => {
    const output = line({ jobResult: "failure" });
    expect(() => readReport(output, 1, [{ ...job, mayFail: true }])).toThrow(/continue-on-error/);
  });
});

describe("act runs a workflow", () => {
  let github: GitHub;
  let repository: Repository;
  const actionCache = mkdtempSync(join(tmpdir(), "act-actions-"));
  beforeAll(async () => {
    github = await startGitHub();
    repository = github.createRepository("org/shop", { files: { "README.md": "shop\n" } });
  });
  afterAll(async () => {
    await github.stop();
    rmSync(actionCache, { recursive: true, force: true });
  });

  const run = async (jobs: string, inputs: Readonly<Record<string, string>> = {}) =>
    runWorkflow({ github, actionCache }, repository, {
      workflow: "small.yml",
      content: `on: { workflow_dispatch: { inputs: { word: { default: none } } } }\njobs:\n${jobs}`,
      event: await eventOf(github, repository, {
        kind: "workflow_dispatch",
        branch: "main",
        inputs,
      }),
      secrets: { OPENAI_API_KEY: "sk-a-key-that-is-long-enough" },
      variables: { COLOUR: "green" },
    });

  test("with results, outputs, summary and annotations per job", async () => {
    const report = await run(
      `
  first:
    runs-on: ubuntu-24.04
    outputs: { matrix: '\${{ steps.make.outputs.matrix }}' }
    steps:
      - id: make
        env: { WORD: '\${{ inputs.word }}', KEY: '\${{ secrets.OPENAI_API_KEY }}' }
        run: |
          echo 'matrix={"include":[{"entry":"good"},{"entry":"bad"},{"entry":"late"}]}' >> "$GITHUB_OUTPUT"
          echo "word $WORD, key $KEY, colour \${{ vars.COLOUR }}, run $GITHUB_RUN_ID, $GITHUB_REF at $GITHUB_SHA"
          [ -t 1 ] && echo "a terminal"
          env | grep -i proxy= | grep -v '^HTTP_PROXY=$' || true
          echo '## What was made' >> "$GITHUB_STEP_SUMMARY"
          echo '::notice title=hello::world'
  each:
    needs: first
    runs-on: ubuntu-24.04
    strategy: { fail-fast: false, max-parallel: 1, matrix: '\${{ fromJSON(needs.first.outputs.matrix) }}' }
    steps:
      - run: '[ \${{ matrix.entry }} != bad ] || { seq 3000; echo "::error file=a.py,line=3::it is bad"; exit 1; }'
  never:
    needs: first
    if: \${{ needs.first.outputs.matrix == '' }}
    runs-on: ubuntu-24.04
    steps: [{ run: exit 1 }]
  after:
    needs: [each, never]
    if: \${{ !cancelled() }}
    runs-on: ubuntu-24.04
    steps: [{ run: 'echo "\${{ needs.each.result }} \${{ needs.never.result }}"' }]
`,
      { word: "yes" },
    );

    expect(report.exitCode).toBe(1);
    expect(report.jobs).toEqual({
      first: "success",
      "each (good)": "success",
      "each (bad)": "failure",
      "each (late)": "success",
      never: "skipped",
      after: "success",
    });
    const main = repository.tip("main");
    expect(report.log).toContain(
      `word yes, key ***, colour green, run ${report.id}, refs/heads/main at ${main}`,
    );
    expect(report.log).not.toMatch(/^\[first\] a terminal/m);
    expect(report.log).not.toMatch(/^\[first\] https?_proxy/im);
    expect(report.log).toMatch(/^\[each \(bad\)\] 3000$/m);
    expect(report.log).toMatch(/^\[after\] failure skipped$/m);
    expect(report.summary).toContain("## What was made");
    expect(report.outputs["first"]).toHaveProperty("matrix");
    expect(report.annotations).toContainEqual({
      level: "error",
      message: "it is bad",
      title: null,
      file: "a.py",
      line: 3,
    });
    expect(report.annotations.map(({ title }) => title)).toContain("hello");
  });

  const falseGreens = [
    {
      when: "a job needs another machine",
      jobs: "  a: { runs-on: windows-2025, steps: [{ run: exit 1 }] }\n",
      says: /act says "unsupported platform"/,
    },
    {
      when: "an expression of a step fails",
      jobs: `  a:\n${step("${{ fromJSON(''{'') }}")}`,
      says: /act says "Unable to interpolate expression"/,
    },
    {
      when: "an expression of a matrix fails",
      jobs: `  a:\n    strategy: { fail-fast: false, matrix: '\${{ fromJSON(''{'') }}' }\n${step("true")}`,
      says: /empty matrix/,
    },
    {
      when: "a matrix is empty",
      jobs: `  a:\n    strategy: { fail-fast: false, matrix: '\${{ fromJSON(''{"include":[]}'') }}' }\n${step("true")}`,
      says: /empty matrix/,
    },
    {
      when: "an action cannot be fetched",
      jobs: `  a: { runs-on: ubuntu-24.04, steps: [{ uses: org/none@v1 }] }\n  b:\n    needs: a\n    if: always()\n${step("true")}`,
      says: /job b has no result/,
    },
  ];
  test.each(falseGreens)("and is refused when $when", async ({ jobs, says }) => {
    await expect(run(jobs)).rejects.toMatchObject({
      name: "EngineFault",
      message: expect.stringMatching(says) as unknown,
    });
  });

  test("and not at all when the event does not start it", async () => {
    await expect(run(`  a:\n${step("true")}`, { other: "x" })).rejects.toThrow(NotStarted);
  });
});

/** A line of act about job a. */
function line(values: object): string {
  return JSON.stringify({ jobID: "a", ...values });
}

/** The rest of a job that has one step. */
function step(text: string): string {
  return `    runs-on: ubuntu-24.04\n    steps: [{ run: '${text}' }]\n`;
}

function parsed(yaml: string): unknown {
  return parseYaml(yaml) as unknown;
}
