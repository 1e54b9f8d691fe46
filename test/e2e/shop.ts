import { afterAll, beforeAll, onTestFailed, onTestFinished } from "vitest";
import { type GitHub, Repository } from "../../world/github.ts";
import { type Model, type Replies, startModel } from "../../world/model.ts";
import { eventOf, type Happening, type WorkflowEvent } from "./engine/event.ts";
import { type Platform, startPlatform } from "./engine/platform.ts";
import { readWorkflow } from "./engine/product.ts";
import { NotStarted, runWorkflow, type WorkflowRun } from "./engine/run-workflow.ts";

const workflows = ["agent-pipeline.yml", "agent-ci.yml"];

/** One GitHub for all tests of a file: to start it, and to fetch each action first, takes longer than many a run. */
export function openShops(): (replies: Replies) => Promise<Shop> {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform();
  });
  afterAll(() => platform.stop());
  return (replies) => Shop.open(platform, replies);
}

/** A shop on a GitHub of its own, from which a test may take rights for good. */
export async function openShopApart(replies: Replies): Promise<Shop> {
  const platform = await startPlatform();
  onTestFinished(() => platform.stop());
  return Shop.open(platform, replies);
}

let opened = 0;

/** A repository that uses the product, with a model server of its own. */
export class Shop {
  readonly github: GitHub;
  readonly model: Model;
  readonly repository: Repository;
  /** Secrets of the repository; a test may take the key away. */
  secrets: Readonly<Record<string, string>>;
  readonly #platform: Platform;
  readonly #logs: string[] = [];
  #carriedOut = 0;

  private constructor(platform: Platform, model: Model) {
    opened += 1;
    this.#platform = platform;
    this.github = platform.github;
    this.model = model;
    this.repository = this.github.createRepository(`org/shop-${opened}`, {
      files: {
        "README.md": "# Shop\n",
        // What may be dispatched, GitHub looks up on the default branch.
        ...Object.fromEntries(
          workflows.map((name) => [`.github/workflows/${name}`, readWorkflow(name)]),
        ),
        // What models say here is about other things than what generate makes of it.
        ".github/agent-pipeline.yml": "self-check: false\n",
      },
    });
    this.secrets = { OPENAI_API_KEY: model.key };
  }

  /** For the test that is running: it is closed behind it. */
  static async open(platform: Platform, replies: Replies): Promise<Shop> {
    const shop = new Shop(platform, await startModel({ replies }));
    onTestFinished(() => shop.#close());
    onTestFailed(() => console.error(shop.#logs.join("\n\n")));
    return shop;
  }

  // Whoever broke a rule of GitHub or of the model's API is found here, also in a run that ended as it should.
  async #close(): Promise<void> {
    await this.model.stop();
    const violations = [...this.github.violations.splice(0), ...this.model.violations];
    if (violations.length > 0) throw new Error(`not as the API allows:\n${violations.join("\n")}`);
  }

  /** Commits files to a new branch and opens a pull request with it. */
  openPullRequest(
    branch: string,
    files: Readonly<Record<string, string>>,
    options: { readonly labels?: readonly string[]; readonly fork?: Repository } = {},
  ): number {
    const owner = options.fork ?? this.repository;
    owner.commit(branch, { files, message: `Work on ${branch}` });
    return this.repository.openPullRequest({ head: branch, title: branch, ...options });
  }

  /** Pushes files to main, as a person. */
  pushToMain(files: Readonly<Record<string, string>>): Happening {
    const before = this.tip("main");
    const after = this.repository.commit("main", { files, message: "Push" });
    return { kind: "push", branch: "main", before, after };
  }

  tip(branch: string): string {
    const tip = this.repository.tip(branch);
    if (tip === null) throw new Error(`there is no branch ${branch}`);
    return tip;
  }

  /** Runs the workflows that GitHub would start now, by their file names. */
  async happens(happening: Happening): Promise<Readonly<Record<string, WorkflowRun>>> {
    // Once, because all of them see the moment at which it happened, whatever the first one changes.
    const event = await eventOf(this.github, this.repository, happening);
    const runs: Record<string, WorkflowRun> = {};
    for (const workflow of workflows) {
      try {
        runs[workflow] = await this.#run({ workflow, event });
      } catch (error) {
        if (!(error instanceof NotStarted)) throw error;
      }
    }
    return runs;
  }

  /** Runs one workflow of the product. */
  async dispatch(workflow: string, branch: string, inputs: Readonly<Record<string, string>> = {}) {
    return this.runProduct(workflow, { kind: "workflow_dispatch", branch, inputs });
  }

  /**
   * Runs what this repository's runs have started by dispatch, and nobody has carried out yet: of the product's workflows, or of
   * `own` by their file names.
   */
  async runDispatched(own: Readonly<Record<string, string>> = {}): Promise<readonly WorkflowRun[]> {
    const dispatched = this.github.dispatches.filter(
      ({ repository }) => repository === this.repository.name,
    );
    const runs: WorkflowRun[] = [];
    for (const { workflow, ref, inputs } of dispatched.slice(this.#carriedOut)) {
      this.#carriedOut += 1;
      const content = own[workflow];
      const happening = { kind: "workflow_dispatch", branch: ref, inputs } as const;
      runs.push(
        content === undefined
          ? await this.dispatch(workflow, ref, inputs)
          : await this.runOwn(content, happening, workflow),
      );
    }
    return runs;
  }

  /** Runs one workflow of the product for something that happened. */
  async runProduct(workflow: string, happening: Happening): Promise<WorkflowRun> {
    return this.#run({
      workflow,
      event: await eventOf(this.github, this.repository, happening),
    });
  }

  /** Runs a workflow that the user of the product wrote; where runs go on from each other, its name tells them apart. */
  async runOwn(content: string, happening: Happening, workflow = "own.yml"): Promise<WorkflowRun> {
    const event = await eventOf(this.github, this.repository, happening);
    return this.#run({ workflow, content, event });
  }

  /** What was written through the API. Pushes of git are not among it. */
  writes(): readonly string[] {
    const own = `/repos/${this.repository.name}/`;
    return this.github.calls
      .filter(({ method, path }) => method !== "GET" && path.startsWith(own))
      .map(({ method, path }) => `${method} ${path}`);
  }

  /** What `agent-pipeline/gate` says about a commit; null when it says nothing. */
  gateStatus(sha: string): string | null {
    const statuses = this.repository.statuses(sha);
    return statuses.find(({ context }) => context === "agent-pipeline/gate")?.state ?? null;
  }

  read(commit: string, path: string): string | null {
    return this.repository.ask("show", `${commit}:${path}`);
  }

  async #run(request: {
    readonly workflow: string;
    readonly event: WorkflowEvent;
    readonly content?: string;
  }): Promise<WorkflowRun> {
    const run = await runWorkflow(this.#platform, this.repository, {
      ...request,
      secrets: this.secrets,
      variables: { OPENAI_BASE_URL: this.model.url, AGENT_PIPELINE_MODEL: "gpt-6.2-sol" },
    });
    this.#logs.push(`${request.workflow}, exit code ${run.exitCode}\n${run.log}`);
    return run;
  }
}
