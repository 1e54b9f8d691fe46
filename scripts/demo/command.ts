import { existsSync } from "node:fs";
import { join } from "node:path";
import { withoutCommands } from "../../src/foundation/untrusted-text.ts";
import { REPORT_FILE } from "../../src/report/render-report.ts";
import { aligned } from "../../src/telling/plain.ts";
import { type Ending, runChain } from "./demo.ts";
import { endRunningJobs } from "./jobs.ts";
import { keep, openFolder } from "./keep.ts";
import { type Narrator, narrator } from "./narrator.ts";
import { DemoError, HELP, parseOptions } from "./options.ts";
import { type Plan, planOf, ROOT, shown } from "./plan.ts";
import { keepReport } from "./report.ts";
import { openWorld, type World } from "./world.ts";

export interface Terminal {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
}

/** Plays the demo that the words of a command line ask for, and answers with the exit code. */
export async function demo(
  words: readonly string[],
  key: string,
  { stdout, stderr }: Terminal,
): Promise<number> {
  try {
    const options = parseOptions(words);
    if (options === null) {
      stdout.write(HELP);
      return 0;
    }
    const plan = planOf(options, key);
    assertBuilt();
    const problems = await play(plan, openFolder(options.keep), narrator(stdout));
    return problems.length === 0 ? 0 : 1;
  } catch (error) {
    stderr.write(`${withoutCommands(messageOf(error))}\n`);
    return 1;
  }
}

function messageOf(error: unknown): string {
  if (error instanceof DemoError)
    return `${error.message}\nnpm run demo -- --help lists the options.`;
  if (error instanceof Error && error.name === "AbortError")
    return "\nStopped. The servers are down.";
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `This is a bug in agent-pipeline, please report it.\n${details}`;
}

function assertBuilt(): void {
  const actions = ["generate", "discover", "verify", "merge-gate"];
  const missing = actions.filter((action) => !existsSync(join(ROOT, "dist", action, "index.js")));
  if (missing.length > 0) {
    throw new DemoError(
      `dist/ lacks ${missing.join(", ")}. Build the bundles first: npm run build`,
    );
  }
}

/** Plays one demo, and answers what did not go as it should have. */
async function play(plan: Plan, folder: string, tell: Narrator): Promise<string[]> {
  const start = performance.now();
  const world = await openWorld(plan.writer);
  const stopper = stopOnSignal();
  try {
    introduce(plan, tell);
    const ending = await runChain({ plan, world, narrator: tell, folder, signal: stopper.signal });
    keep(folder, world.repository, ending.jobs);
    await keepReport(folder, world.github, ending).catch((error: unknown) =>
      // The demo stands without its page, as a run does.
      tell.line(`The page of this run could not be made: ${String(error)}`),
    );
    showMain(world, tell);
    const problems = [...problemsOf(ending, plan), ...world.violations()];
    conclude({ problems, plan, ending }, tell, (performance.now() - start) / 1_000);
    pointTo(folder, world, tell);
    return problems;
  } finally {
    stopper.release();
    await world.stop();
  }
}

/** Ctrl-C ends what runs now; everything is tidied up on the way out. A second one does not wait for that. */
function stopOnSignal(): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) process.exit(1);
    controller.abort();
    endRunningJobs();
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);
  return {
    signal: controller.signal,
    release: () => void process.off("SIGINT", stop).off("SIGTERM", stop),
  };
}

function introduce({ story, writer, model, expected }: Plan, { line }: Narrator): void {
  const from =
    writer.kind === "model"
      ? `${model} at ${writer.baseUrl || "OpenAI"}; three questions, which may take minutes`
      : `none is asked: recorded replies are played back from ${writer.from}/`;
  const rows = [
    ["Story", story.path],
    ["Model", from],
    [
      "GitHub",
      "a local stand-in; git, pytest, its isolation and the bundled actions are the real ones",
    ],
    ...(expected === "refused"
      ? [
          [
            "Broken",
            "these tests import a module that the code does not have, so they must not be merged",
          ],
        ]
      : []),
  ];
  line("agent-pipeline demo: a story becomes code, and is merged on evidence", "bold");
  line();
  for (const row of aligned(rows)) line(row);
  line();
}

function showMain({ repository }: World, { line }: Narrator): void {
  line();
  line("main is now", "bold");
  line();
  const log = repository.git("log", "--graph", "--format=%h %s", "main");
  for (const row of log.split("\n")) line(`  ${row.trimEnd()}`);
  line();
}

function problemsOf(ending: Ending, { expected, story }: Plan): string[] {
  const { merged, pullRequests, isMainUntouched, reasonCodes } = ending;
  // Verify and the gate are red where they refuse, and that is what they are there for.
  if (expected === "decided" && merged === 0 && pullRequests > 0) {
    const red = ending.jobs.filter(
      ({ action, exitCode }) => exitCode !== 0 && PREPARES.has(action),
    );
    return [
      ...(isMainUntouched ? [] : ["main was changed"]),
      ...(red.length === 0 ? [] : [`${red.map(({ action }) => action).join(", ")} failed`]),
    ];
  }
  if (expected !== "refused") {
    const missing = story.tasks.filter((task) => !ending.tasksOnMain.includes(task));
    const red = ending.jobs.filter(({ exitCode }) => exitCode !== 0);
    return [
      ...(merged > 0 && merged === pullRequests
        ? []
        : [`${merged} of ${pullRequests} pull requests were merged`]),
      ...(missing.length === 0 ? [] : [`main lacks ${missing.join(", ")}`]),
      ...(red.length === 0 ? [] : [`${red.map(({ action }) => action).join(", ")} failed`]),
    ];
  }
  return [
    ...(merged > 0 || !isMainUntouched ? ["main was changed"] : []),
    ...(pullRequests > 0 ? [] : ["there was no pull request to refuse"]),
    ...(reasonCodes.includes("collection_error") ? [] : ["the reason is not collection_error"]),
  ];
}

const PREPARES: ReadonlySet<string> = new Set(["generate", "discover"]);

function conclude(
  {
    problems,
    plan,
    ending,
  }: { readonly problems: readonly string[]; readonly plan: Plan; readonly ending: Ending },
  { line }: Narrator,
  seconds: number,
): void {
  const took = `(${seconds.toFixed(1)} s)`;
  if (problems.length > 0) {
    line(`Not what should have happened: ${problems.join("; ")}. ${took}`, "red");
    return;
  }
  if (ending.merged > 0) {
    line(`Merged, because evidence says so. ${took}`, "green");
    return;
  }
  const said =
    plan.expected === "refused"
      ? "Refused, as it must be: code and tests do not fit, so main is what it was."
      : "Not merged, because evidence does not say so: main is what it was. The reasons stand above, at the jobs.";
  line(`${said} ${took}`, plan.expected === "refused" ? "green" : "yellow");
}

function pointTo(folder: string, { repository }: World, { line }: Narrator): void {
  const at = shown(folder);
  const [first] = repository.pullRequests();
  const looks = [
    [`${at}/${REPORT_FILE}`, "the page of the run: open it in a browser"],
    [`git -C ${at}/repository log -p`, "the repository with all its branches"],
    [`${at}/evidence/`, "what verify found out, and its JUnit reports"],
    ...(first === undefined
      ? []
      : [[`${at}/pull-request-${first.number}.md`, "what the pull request says"]]),
    [`${at}/logs/`, "the whole log of each job, and its summary as the page of a run shows it"],
    ["ARCHITECTURE.md", "how the parts work together"],
  ];
  line();
  line("Where to look further", "bold");
  line();
  for (const row of aligned(looks)) line(`  ${row}`);
}
