import { CONFIG_PATH } from "../../src/config/config.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import { STORIES } from "../../src/story/story.ts";
import { code, list, paragraph, say, type Block, type Line } from "../../src/telling/blocks.ts";
import { type Answer, EXIT } from "../answer.ts";
import { configText } from "./config-text.ts";
import { PYTEST_INI, type PytestAdvice, pytestAdvice } from "./pytest-config.ts";
import { storyIn, workflowsIn } from "./workflows-in.ts";

/** The repository that is to be furnished. */
export interface Ground {
  /** Name of the default branch. */
  readonly branch: string;
  /** Its address, such as `https://github.com/owner/name`; null where no remote says it. */
  readonly url: string | null;
  /** Whether there is a story already, in any form. */
  readonly hasStories: boolean;
  read(path: string): string | null;
  /** Writes a file that is not there yet; never replaces one, whatever happens meanwhile. */
  write(path: string, text: string): "written" | "exists";
}

export interface InitWishes {
  /** The page that shows the workflows. */
  readonly readme: string;
  /** Such as `org/agent-pipeline@v1`. */
  readonly uses: string;
  readonly isDryRun: boolean;
}

const OURS = "org/agent-pipeline";
const OUR_RELEASE = "v1";
const FIRST_STORY = `${STORIES}/shipping_cost.md`;
/** All that a workflow file takes without quotes. */
const USES = /^([\w.-]+\/[\w.-]+)@([\w./-]{1,200})$/;
const BRANCH = /^[\w./-]{1,200}$/;

interface Made {
  readonly path: string;
  readonly state: "written" | "exists";
}

/** Furnishes a repository: workflows, config, a first story, and a pytest that passes over generated tests. */
export function init(ground: Ground, wishes: InitWishes): Answer {
  const advice = pytestAdvice((path) => ground.read(path));
  const made = filesOf(ground, wishes, advice).map(({ path, text }): Made => {
    if (ground.read(path) !== null) return { path, state: "exists" };
    return { path, state: wishes.isDryRun ? "written" : ground.write(path, text) };
  });
  return {
    exit: EXIT.fine,
    blocks: blocksOf(made, advice, ground, wishes.isDryRun),
    data: { dryRun: wishes.isDryRun, files: made, pytest: advice },
  };
}

function filesOf(
  { branch, hasStories }: Ground,
  { readme, uses }: InitWishes,
  advice: PytestAdvice,
): { readonly path: string; readonly text: string }[] {
  const [, repository = "", ref = ""] = USES.exec(uses) ?? [];
  if (repository === "") {
    throw new PipelineError("INPUT_INVALID", `--uses must be like ${OURS}@${OUR_RELEASE}`);
  }
  const workflows = [...workflowsIn(readme)].map(([name, text]) => ({
    path: `.github/workflows/${name}`,
    text: text
      .replaceAll(`${OURS}/.github`, `${repository}/.github`)
      .replaceAll(`.yml@${OUR_RELEASE}`, `.yml@${ref}`)
      .replaceAll("[main] # your default branch", `[${BRANCH.test(branch) ? branch : "main"}]`),
  }));
  const story = storyIn(readme);
  return [
    ...workflows,
    { path: CONFIG_PATH, text: configText() },
    ...(story === null || hasStories ? [] : [{ path: FIRST_STORY, text: story }]),
    ...(advice.kind === "write" ? [{ path: "pytest.ini", text: PYTEST_INI }] : []),
  ];
}

function blocksOf(
  made: readonly Made[],
  advice: PytestAdvice,
  { url, hasStories }: Ground,
  isDryRun: boolean,
): Block[] {
  const settings = url === null ? say`Settings of the repository` : say`${code(`${url}/settings`)}`;
  const hasWritten = made.some(({ state }) => state === "written");
  const next: Line[] = [
    say`1. Secret ${code("OPENAI_API_KEY")}: ${settings} → Secrets and variables → Actions. For another provider the variables ${code("OPENAI_BASE_URL")} and ${code("AGENT_PIPELINE_MODEL")}, too.`,
    say`2. Turn on "Allow GitHub Actions to create and approve pull requests": ${settings} → Actions → General.`,
    say`3. Push what was written to the default branch, all but the story: open a pull request with that, and nothing else in it.`,
    say`Called as you have called this, ${code("doctor")} says what is still missing, ${code("check")} what is wrong with a story.`,
  ];
  return [
    ...list(
      made.map(({ path, state }) =>
        state === "exists"
          ? say`– ${code(path)} is there already, and left as it is`
          : say`✔ ${code(path)} ${isDryRun ? say`would be written` : say`is written`}`,
      ),
    ),
    ...(hasStories ? [paragraph(say`– ${code(`${STORIES}/`)} holds stories already`)] : []),
    ...pytestBlocks(advice),
    ...(hasWritten && !isDryRun
      ? [
          { kind: "heading" as const, level: 3 as const, line: say`What is left to do` },
          ...list(next),
        ]
      : []),
  ];
}

function pytestBlocks(advice: PytestAdvice): Block[] {
  switch (advice.kind) {
    case "write":
      return [];
    case "done":
      return [paragraph(say`✔ ${code(advice.file)} keeps pytest out of ${code("generated/")}`)];
    case "add":
      return [
        paragraph(
          say`? ${code(advice.file)} configures pytest. Add to it, or your own ${code("pytest")} runs the tests of all tasks at once, and fails:`,
        ),
        { kind: "folds", folds: [{ title: [], blocks: [paragraph(say`${code(advice.line)}`)] }] },
      ];
    default:
      return advice satisfies never;
  }
}
