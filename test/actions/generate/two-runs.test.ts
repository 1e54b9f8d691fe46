import { expect, test } from "vitest";
import { Authoring } from "../../../actions/generate/authoring.ts";
import { parseInputs } from "../../../actions/generate/inputs.ts";
import { run, type Ports } from "../../../actions/generate/run.ts";
import { NO_JUDGE } from "../../../src/authoring/judge.ts";
import type { Model } from "../../../src/authoring/model.ts";
import { openRepository } from "../../../src/git/adapters/repository.ts";
import { githubApi } from "../../../src/github/adapters/api.ts";
import {
  githubPullRequests,
  githubStatuses,
  githubStickyComments,
} from "../../../src/github/adapters/pull-requests.ts";
import { EMPTY_JOURNAL } from "../../../src/next-runs/journal.ts";
import type { Log } from "../../../src/runner/log.ts";
import type { Trigger } from "../../../src/runner/trigger.ts";
import { startGitHub, type GitHub, type Repository } from "../../../world/github.ts";
import * as fc from "../../support/properties.ts";
import { read, REPLIES, smallStory, storyPath, storyText } from "./support/stories.ts";
import { Turns } from "./support/turns.ts";
import { storyFiles } from "./support/world.ts";

const TASKS = ["one", "two"] as const;

/** What people do while two runs are at work. */
type Act =
  | { readonly kind: "edit"; readonly task: (typeof TASKS)[number] }
  | { readonly kind: "note"; readonly task: (typeof TASKS)[number] }
  | { readonly kind: "by hand"; readonly task: (typeof TASKS)[number] }
  | { readonly kind: "other work" };

const acts = fc.oneof(
  fc.record({
    kind: fc.constantFrom("edit" as const, "note" as const, "by hand" as const),
    task: fc.constantFrom(...TASKS),
  }),
  fc.constant({ kind: "other work" as const }),
);

const plans = fc.record({
  place: fc.constantFrom("main" as const, "pull request" as const),
  /** Whether all tasks are there already, each from an older text. */
  isOld: fc.boolean(),
  acts: fc.array(acts, { minLength: 1, maxLength: 6, size: "max" }),
  /** Whose turn it is, before all go on in a circle. */
  turns: fc.array(fc.nat({ max: 2 }), { minLength: 6, maxLength: 40, size: "max" }),
});
type Plan = typeof plans extends fc.Arbitrary<infer T> ? T : never;

const INPUTS: Readonly<Record<string, string>> = {
  "github-token": "x",
  "openai-api-key": "x",
  "branch-strategy": "auto",
  "rerun-policy": "overwrite",
};

const silent: Log = {
  info: () => {},
  notice: () => {},
  warning: () => {},
  error: () => {},
  group: (_title, work) => work(),
};

/** One question for a design: for which text, and whether a branch held that text when its run began. */
interface Asked {
  readonly text: string;
  readonly wasPushed: boolean;
}

class Scene {
  readonly github: GitHub;
  readonly repository: Repository;
  readonly pullRequest: number | null;
  readonly asked: Asked[] = [];
  readonly theirs: { readonly branch: string; readonly commit: string; readonly path: string }[] =
    [];
  #versions = 1;

  constructor(github: GitHub, place: Plan["place"]) {
    this.github = github;
    this.repository = github.createRepository("org/shop", { files: { "README.md": "# Shop\n" } });
    const files = storyFiles(...TASKS);
    if (place === "main") {
      this.repository.commit("main", { files, message: "Stories" });
      this.pullRequest = null;
    } else {
      this.repository.commit("feature", { files, message: "Stories", from: "main" });
      this.pullRequest = this.repository.openPullRequest({ head: "feature" });
    }
  }

  branchOf(task: string): string {
    return this.pullRequest === null ? `task/${task}` : "feature";
  }

  get storyBranch(): string {
    return this.pullRequest === null ? "main" : "feature";
  }

  /** Digests of the texts that folders on the branches are made from. */
  texts(): Set<string> {
    return new Set(
      TASKS.flatMap((task) => {
        const path = `${this.branchOf(task)}:generated/${task}/meta/story_ref.json`;
        const text = this.repository.ask("show", path);
        return text === null ? [] : [/sha256:[0-9a-f]{64}/.exec(text)?.[0] ?? ""];
      }),
    );
  }

  act(act: Act): void {
    this.#versions += 1;
    const version = String(this.#versions);
    if (act.kind === "edit") {
      const text = storyText(smallStory(act.task, { version }));
      this.#commit(this.storyBranch, { [storyPath(act.task)]: text });
    } else if (act.kind === "other work") {
      this.#commit(this.storyBranch, { [`docs/${version}.md`]: "x" });
    } else {
      const branch = this.branchOf(act.task);
      const path = act.kind === "note" ? `${version}.md` : `generated/${act.task}/src/extra.py`;
      // Nobody works on a branch that is not there yet.
      if (this.repository.tip(branch) !== null)
        this.#commit(branch, { [path]: `X = ${version}\n` });
    }
  }

  #commit(branch: string, files: Readonly<Record<string, string>>): void {
    const commit = this.repository.commit(branch, { files, message: "A person's" });
    for (const path of Object.keys(files)) this.theirs.push({ branch, commit, path });
  }

  trigger(): Trigger {
    const defaultBranch = "main";
    if (this.pullRequest === null) {
      return { kind: "dispatch", defaultBranch, branch: "main", sha: "0".repeat(40) };
    }
    return {
      kind: "pull_request",
      defaultBranch,
      number: this.pullRequest,
      action: "synchronize",
      label: null,
      isBaseChanged: false,
      headBranch: "feature",
      headSha: this.repository.tip("feature") ?? "",
      baseBranch: "main",
      isFork: false,
      isByDependabot: false,
    };
  }

  /** One run of generate, that waits for its turn before everything that others could come before. */
  async generate(turn: () => Promise<void>): Promise<void> {
    const { github } = this;
    await turn();
    const pushed = this.texts();
    const [api, here] = [githubApi(github.token, github.url), { owner: "org", repo: "shop" }];
    const remote = { url: `file://${this.repository.path}`, serverUrl: "", token: "" };
    const repository = openRepository(remote, github.folder);
    const push = repository.push.bind(repository);
    repository.push = async (...args) => {
      await turn();
      return push(...args);
    };
    const model: Model = {
      name: "gpt-6.2-sol",
      ask: async ({ stage, input }) => {
        if (stage === "design") this.#heard(input, pushed);
        return {
          finish: "stop",
          text: JSON.stringify(REPLIES[stage]),
          tokens: { input: 1, cachedInput: 0, output: 1 },
        };
      },
    };
    const pullRequests = githubPullRequests(api, here);
    const comments = githubStickyComments(api, here);
    const ports: Ports = {
      repository,
      pullRequests: {
        ...pullRequests,
        open: async (request) => {
          await turn();
          return pullRequests.open(request);
        },
      },
      comments: {
        ...comments,
        update: async (...args) => {
          await turn();
          return comments.update(...args);
        },
      },
      statuses: githubStatuses(api, here, "https://github.com/org/shop/actions/runs/7"),
      journals: { read: () => Promise.resolve(EMPTY_JOURNAL), write: () => Promise.resolve() },
      runs: { get: () => Promise.reject(new Error("nobody asks")) },
      evidenceOf: () => ({ download: () => Promise.resolve([]) }),
      run: { id: "7", attempt: 1 },
      here: "org/shop",
      authoringBy: (config) =>
        new Authoring(
          { config, model: "" },
          {
            modelOf: () => model,
            reader: {
              read: () => Promise.resolve(null),
              takeApart: () => Promise.resolve(null),
            },
            judgeOf: () => NO_JUDGE,
            now: () => 0,
            index: { pin: () => Promise.resolve({ kind: "unknown", why: "" }) },
            keepTranscript: () => {},
            log: silent,
            version: "1",
          },
        ),
      log: silent,
      pause: () => Promise.resolve(),
      runUrl: "https://github.com/org/shop/actions/runs/7",
    };
    const { failures } = await run(
      parseInputs((name) => INPUTS[name] ?? ""),
      this.trigger(),
      ports,
    );
    const [failure] = failures;
    if (failure !== undefined) throw failure.error;
  }

  #heard(input: string, pushed: ReadonlySet<string>): void {
    const id = /"id": "(\w+)"/.exec(input)?.[1] ?? "";
    const version = /"version": "(\d+)"/.exec(input)?.[1] ?? "";
    const text = `${id} ${version}`;
    const story = smallStory(id, version === "" ? {} : { version });
    this.asked.push({ text, wasPushed: pushed.has(read(story).digest) });
  }
}

async function play(plan: Plan): Promise<void> {
  const github = await startGitHub();
  try {
    const scene = new Scene(github, plan.place);
    if (plan.isOld) {
      await scene.generate(() => Promise.resolve());
      for (const task of TASKS) scene.act({ kind: "edit", task });
    }
    const turns = new Turns(3, plan.turns);
    await turns.play([
      (turn) => scene.generate(turn),
      (turn) => scene.generate(turn),
      async (turn) => {
        for (const act of plan.acts) {
          await turn();
          scene.act(act);
        }
      },
    ]);
    // Each push starts a run of its own; the last of them has the last word.
    await scene.generate(() => Promise.resolve());
    const settled = scene.asked.length;
    await scene.generate(() => Promise.resolve());
    expect(scene.asked).toHaveLength(settled);
    check(scene);
    expect(github.violations).toEqual([]);
  } finally {
    await github.stop();
  }
}

function check({ repository, asked, theirs, pullRequest }: Scene): void {
  expect(asked.filter(({ wasPushed }) => wasPushed)).toEqual([]);
  const branches = repository.git("for-each-ref", "--format=%(refname:short)", "refs/heads");
  expect(branches.split("\n")).toEqual(
    pullRequest === null ? ["main", "task/one", "task/two"] : ["feature", "main"],
  );
  const pulls = repository.pullRequests();
  expect(pulls).toHaveLength(pullRequest === null ? 2 : 1);
  for (const { comments, labels, state } of pulls) {
    expect({ comments: comments.length, labels, state }).toEqual({
      comments: 1,
      labels: ["agent-pipeline"],
      state: "open",
    });
  }
  for (const { branch, commit, path } of theirs) {
    expect(repository.ask("merge-base", "--is-ancestor", commit, branch)).not.toBeNull();
    expect(repository.ask("rev-parse", "--verify", `${branch}:${path}`)).not.toBeNull();
  }
  for (const { head } of pulls) {
    const trailers = "%(trailers:key=Agent-Pipeline-Task)%(trailers:key=Agent-Pipeline-Story)";
    const made = repository.git("log", `--format=${trailers}`, head.branch).split("\n\n");
    const versions = made.filter((text) => text.includes("Agent-Pipeline"));
    expect(versions.toSorted()).toEqual([...new Set(versions)].toSorted());
  }
}

// For the few that `npm test` has time for; AGENT_PIPELINE_RACES=500 plays more.
const numRuns = Number(process.env["AGENT_PIPELINE_RACES"] ?? 10);

test(
  "two runs and a person on the same branches: one branch, one pull request, one comment; nothing of the person's is lost",
  { timeout: 60_000 + numRuns * 20_000 },
  async () => {
    await fc.assert(fc.asyncProperty(plans, play), { numRuns, endOnFailure: true });
  },
);
