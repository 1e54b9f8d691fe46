import { afterEach, describe, expect, test } from "vitest";
import { handlers } from "../../commands/adapters/handlers.ts";
import { doctor } from "../../commands/doctor/doctor.ts";
import type { Facts, Seen } from "../../commands/doctor/facts.ts";
import { readmeWorkflows } from "../../scripts/tools/readme-workflows.ts";
import { HOSTILE } from "../support/hostile.ts";
import { PIPE, steering, TERMINAL, textOf, typed } from "./command-line.ts";
import { type Answers, github, stopAll } from "./github-answers.ts";

const seen = <T>(value: T): Seen<T> => ({ kind: "seen", value });
const unseen: Seen<never> = { kind: "unseen", why: "this token may not see it" };

const FILES = [...readmeWorkflows()].map(([name, text]) => ({
  path: `.github/workflows/${name}`,
  text,
  state: "active",
}));

/** A repository as `init` and the README leave it. */
const ready: Facts = {
  url: "https://github.com/acme/shop",
  repository: seen({
    defaultBranch: "main",
    isArchived: false,
    allowsMergeCommits: true,
    hasIssues: true,
    isOfOrganization: false,
  }),
  actions: seen({ isEnabled: true, allowed: "all" }),
  allowedActions: null,
  mayCreatePullRequests: seen(true),
  secrets: seen(["OPENAI_API_KEY"]),
  lentSecrets: seen([]),
  variables: seen({}),
  lentVariables: seen({}),
  labels: seen([]),
  rules: seen([{ kind: "reviews", approvals: 0, codeOwners: false }]),
  protection: seen([]),
  workflows: seen(FILES),
  config: seen(null),
  models: () => Promise.resolve(seen(true)),
};

const changed = (name: string, change: (text: string) => string): Pick<Facts, "workflows"> => ({
  workflows: seen(
    FILES.map((file) => (file.path.endsWith(name) ? { ...file, text: change(file.text) } : file)),
  ),
});

describe("doctor", () => {
  test("finds nothing missing in a repository that was furnished", async () => {
    const answer = await doctor(ready);
    expect(textOf(answer)).toMatch(/^0 missing, 0 unknown, 0 worth a look, \d+ fine\.$/m);
    expect(answer.exit).toBe(0);
  });

  test.each<{ when: string; given: Partial<Facts>; says: string }>([
    {
      when: "Actions may not create pull requests",
      given: { mayCreatePullRequests: seen(false) },
      says: '✘ pull requests: turn on "Allow GitHub Actions to create and approve pull requests" → https://github.com/acme/shop/settings/actions',
    },
    {
      when: "Actions is turned off",
      given: { actions: seen({ isEnabled: false, allowed: "all" }) },
      says: "✘ actions: GitHub Actions is turned off for this repository → https://github.com/acme/shop/settings/actions",
    },
    {
      when: "selected actions alone may be used",
      given: {
        actions: seen({ isEnabled: true, allowed: "selected" }),
        allowedActions: seen({ patterns: ["actions/*"], allOfGitHub: false }),
      },
      says: "✘ actions: selected actions alone may be used: add org/agent-pipeline@* to the list",
    },
    {
      when: "what GitHub makes may not be used",
      given: {
        actions: seen({ isEnabled: true, allowed: "selected" }),
        allowedActions: seen({ patterns: ["org/*"], allOfGitHub: false }),
      },
      says: "add actions/create-github-app-token@* to the list",
    },
    {
      when: "a retired model is named by the organization",
      given: {
        lentVariables: seen({ AGENT_PIPELINE_MODEL: "gpt-4" }),
        models: (name) => Promise.resolve(seen(name !== "gpt-4")),
      },
      says: "✘ model gpt-4: its server does not offer it",
    },
    {
      when: "the key is not there",
      given: { secrets: seen(["OPENAI_KEY"]) },
      says: "✘ secret OPENAI_API_KEY: is not there",
    },
    {
      when: "a workflow is not there",
      given: { workflows: seen(FILES.slice(1)) },
      says: "✘ .github/workflows/agent-pipeline.yml: is not on the default branch",
    },
    {
      when: "a workflow is turned off",
      given: {
        workflows: seen(FILES.map((file) => ({ ...file, state: "disabled_inactivity" }))),
      },
      says: '✘ .github/workflows/agent-ci.yml: GitHub does not start it (disabled_inactivity): press "Enable workflow" → https://github.com/acme/shop/actions/workflows/agent-ci.yml',
    },
    {
      when: "a workflow lacks an input",
      given: changed("agent-pipeline.yml", (text) =>
        text.replace(/^ +feedback-run-id: \{.*\n/m, ""),
      ),
      says: 'lacks inputs by which the gate starts it; add to `inputs:` of its `workflow_dispatch:`, and hand on to what it calls: feedback-run-id: { type: string, default: "" }',
    },
    {
      when: "a workflow cannot be started by hand",
      given: changed("agent-ci.yml", (text) =>
        text.replace("workflow_dispatch:", "workflow_call:"),
      ),
      says: "✘ .github/workflows/agent-ci.yml: has no `workflow_dispatch:`",
    },
    {
      when: "a permission is not granted",
      given: changed("agent-ci.yml", (text) => text.replace("statuses: write", "statuses: read")),
      says: "add to `permissions:` of the job: statuses: write",
    },
    {
      when: "the key is not handed on",
      given: changed("agent-pipeline.yml", (text) => text.replace(/^ +secrets:\n.*\n/m, "")),
      says: "✘ .github/workflows/agent-pipeline.yml: hands no key on",
    },
    {
      when: "a workflow is something else",
      given: changed("agent-ci.yml", (text) => text.replace("/agent-ci.yml@v1", "/other.yml@v1")),
      says: "neither calls agent-ci.yml of agent-pipeline nor uses its action verify",
    },
    {
      when: "a workflow is no YAML",
      given: changed("agent-ci.yml", () => "jobs: ["),
      says: "✘ .github/workflows/agent-ci.yml: cannot be read as a workflow",
    },
    {
      when: "the config is wrong",
      given: { config: seen("budget: 1\n") },
      says: '✘ .github/agent-pipeline.yml: line 1: "budget" is no key: write "budget-usd"',
    },
    {
      when: "signatures are required",
      given: { rules: seen([{ kind: "signatures" }]) },
      says: "✘ signatures: signed commits are required",
    },
    {
      when: "the merge queue does not ask each entry",
      given: { rules: seen([{ kind: "queue", asksEach: false }]) },
      says: "✘ merge queue: what a group was refused for is merged with a later group",
    },
    {
      when: "the model is retired",
      given: {
        variables: seen({ AGENT_PIPELINE_MODEL: "gpt-4" }),
        models: (name) => Promise.resolve(seen(name !== "gpt-4")),
      },
      says: "✘ model gpt-4: its server does not offer it, or not any more",
    },
    {
      when: "a model of the config is retired",
      given: {
        config: seen("models: { tests: old }"),
        models: (name) => Promise.resolve(seen(name !== "old")),
      },
      says: "✘ model old: its server does not offer it",
    },
  ])("says what is missing where $when, and ends with 1", async ({ given, says }) => {
    const answer = await doctor({ ...ready, ...given });
    expect(textOf(answer)).toContain(says);
    expect(answer.exit).toBe(1);
  });

  test("ends with 3 where nobody may see what the merge queue asks", async () => {
    const answer = await doctor({
      ...ready,
      rules: seen([{ kind: "queue", asksEach: null }]),
    });
    expect(textOf(answer)).toContain("? merge queue: unknown: GitHub does not say whether each");
    expect(answer.exit).toBe(3);
  });

  test.each<{ when: string; given: Partial<Facts>; says: string }>([
    {
      when: "nobody has to wait for the gate",
      given: { rules: seen([]) },
      says: "– rules: nobody has to wait for agent-pipeline/gate",
    },
    {
      when: "the status of the gate is required",
      given: { rules: seen([{ kind: "checks", names: ["agent-pipeline/gate"] }]) },
      says: "its `on: pull_request` must have no `paths:`",
    },
    {
      when: "a check of another workflow is required",
      given: { rules: seen([{ kind: "checks", names: ["build"] }]) },
      says: '– required check: "build" is required. On commits that generate pushes',
    },
    {
      when: "merge commits are forbidden",
      given: { rules: seen([{ kind: "linear" }]) },
      says: "– linear history: merge commits are forbidden",
    },
    {
      when: "a model has no price",
      given: { variables: seen({ AGENT_PIPELINE_MODEL: "llama" }) },
      says: "– price of llama: is not known",
    },
    {
      when: "nothing sweeps",
      given: { workflows: seen(FILES.slice(0, 2)) },
      says: "– agent-sweep: no workflow finds what no event wakes",
    },
  ])("names what is worth a look where $when, and ends with 0", async ({ given, says }) => {
    const answer = await doctor({ ...ready, ...given });
    expect(textOf(answer)).toContain(says);
    expect(answer.exit).toBe(0);
  });

  const asked = Object.keys(ready).filter((key) => key !== "url" && key !== "allowedActions");
  test.each(asked)("takes nothing for fine of %s that it could not see", async (key) => {
    const given = {
      ...(key === "lentSecrets" && { secrets: seen([]) }),
      ...(key === "models" ? { models: () => Promise.resolve(unseen) } : { [key]: unseen }),
    };
    const answer = await doctor({ ...ready, ...given });
    expect(textOf(answer)).toContain("unknown: this token may not see it");
    expect(answer.exit).toBe(3);
  });

  test("says all at once", async () => {
    const answer = await doctor({
      ...ready,
      mayCreatePullRequests: seen(false),
      secrets: seen([]),
      rules: unseen,
      workflows: seen([]),
    });
    expect(textOf(answer)).toMatch(/^4 missing, 1 unknown/m);
  });

  test.each(HOSTILE)("%j in what GitHub says steers no terminal", async (text) => {
    const answer = await doctor({
      ...ready,
      url: text,
      variables: seen({ AGENT_PIPELINE_MODEL: text, OPENAI_BASE_URL: text }),
      secrets: seen([text]),
      rules: seen([{ kind: "checks", names: [text] }]),
      config: seen(`${text}: 1`),
      labels: { kind: "unseen", why: text },
      workflows: seen([{ path: `.github/workflows/agent-ci.yml`, text, state: text }]),
    });
    for (const screen of [PIPE, TERMINAL]) expect(steering(textOf(answer, screen))).toEqual([]);
  });
});

afterEach(stopAll);

const HERE = "/repos/acme/shop";
const content = (text: string): [number, unknown] => [
  200,
  { type: "file", content: Buffer.from(text).toString("base64") },
];
const PUBLIC: Answers = {
  [HERE]: [
    200,
    {
      default_branch: "main",
      archived: false,
      has_issues: true,
      owner: { type: "Organization" },
    },
  ],
  [`${HERE}/git/ref/heads/main`]: [200, { object: { sha: "a".repeat(40) } }],
  [`${HERE}/labels`]: [200, [{ name: "agent-pipeline" }, { name: "needs-human" }]],
  [`${HERE}/rules/branches/main`]: [
    200,
    [
      {
        type: "required_status_checks",
        parameters: { required_status_checks: [{ context: "build" }] },
      },
    ],
  ],
  [`${HERE}/contents/.github/workflows`]: [200, FILES.map(({ path }) => ({ path }))],
  [`${HERE}/actions/workflows`]: [
    200,
    { total_count: 3, workflows: FILES.map(({ path }) => ({ path, state: "active" })) },
  ],
  ...Object.fromEntries(FILES.map(({ path, text }) => [`${HERE}/contents/${path}`, content(text)])),
};
const ALL: Answers = {
  ...PUBLIC,
  [`${HERE}/actions/permissions`]: [200, { enabled: true, allowed_actions: "all" }],
  [`${HERE}/actions/permissions/workflow`]: [200, { can_approve_pull_request_reviews: true }],
  [`${HERE}/actions/secrets`]: [200, { total_count: 1, secrets: [{ name: "OTHER" }] }],
  [`${HERE}/actions/organization-secrets`]: [
    200,
    { total_count: 1, secrets: [{ name: "OPENAI_API_KEY" }] },
  ],
  [`${HERE}/actions/variables`]: [200, { total_count: 0, variables: [] }],
  [`${HERE}/actions/organization-variables`]: [200, { total_count: 0, variables: [] }],
  [`${HERE}/branches/main/protection`]: [404, { message: "Branch not protected" }],
};

function asking(url: string, ...words: string[]): ReturnType<typeof typed> {
  return typed(["doctor", "-C", "/", "-R", "acme/shop", "--api-url", url, ...words], handlers);
}

describe("doctor on GitHub", () => {
  test("sees all with a token that may, and tells the token to the API alone", async () => {
    const { url, tokens } = await github(ALL);
    const model = await github({ "/models/gpt-6.2-sol": [200, {}] });
    const usual = { ...process.env };
    Object.assign(process.env, { GH_TOKEN: "of-github", OPENAI_API_KEY: "of-the-model" });
    try {
      const words = ["--token-from", "env", "--ask-model", "--base-url", model.url];
      const { exit, out } = await asking(url, ...words);
      expect(out).toMatch(/^0 missing, 0 unknown, 1 worth a look/m);
      expect(exit).toBe(0);
    } finally {
      process.env = usual;
    }
    expect([...tokens]).toEqual(["token of-github"]);
    expect([...model.tokens]).toEqual(["Bearer of-the-model"]);
  });

  test("without a token sees what everybody sees, and calls the rest unknown", async () => {
    const { url, tokens } = await github(PUBLIC);
    const usual = { ...process.env };
    process.env["GH_TOKEN"] = "not to be used";
    try {
      const { exit, out } = await asking(url);
      expect(out).toContain(
        "? secret OPENAI_API_KEY: unknown: names of secrets cannot be seen; no token was given",
      );
      expect(out).toContain("✔ .github/workflows/agent-ci.yml");
      expect(exit).toBe(3);
    } finally {
      process.env = usual;
    }
    expect([...tokens]).toEqual([undefined]);
  });

  test("says of a repository that it cannot see what to do", async () => {
    const { url } = await github({});
    const { exit, error } = await asking(url);
    expect(exit).toBe(2);
    expect(error).toContain("https://github.com/acme/shop cannot be seen");
  });

  test("does not take a service that is down for an answer", async () => {
    const { url } = await github({
      ...ALL,
      [`${HERE}/actions/secrets`]: [502, { message: "Bad" }],
    });
    const { exit, error } = await asking(url);
    expect(exit).toBe(2);
    expect(error).toContain("GitHub could not tell names of secrets (HTTP 502)");
  });

  test("says of an address that is none that it is that", async () => {
    const { exit, error } = await asking("api.github.com");
    expect({ exit, error }).toEqual({ exit: 2, error: "✘ --api-url must be an http(s) URL\n" });
  });

  test("says of a network that leads nowhere that GitHub cannot be reached", async () => {
    const { url } = await github({});
    stopAll();
    const { exit, error } = await asking(url);
    expect(exit).toBe(2);
    expect(error).toContain("GitHub cannot be reached: ");
    expect(error).toContain("ECONNREFUSED");
    expect(error).not.toContain("HTTP 500");
  });
});
