// `npm run samples`: makes generated/<task>/ of every story in meta/stories/, from the replies in demo/recordings/, by
// the bundled generate action. With `--check` nothing is written, and a folder that differs fails.
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, parse, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { isStoryFile, STORIES } from "../src/story/story.ts";
import { GENERATED } from "../src/task/folder.ts";
import { runContext } from "../world/run-context.ts";
import { errorsOf } from "./demo/facts.ts";
import { generate } from "./demo/jobs.ts";
import { handedOver } from "./demo/outputs.ts";
import { partsIn, ROOT } from "./demo/plan.ts";
import { readReplies, RECORDED_MODEL } from "./demo/recordings.ts";
import { openWorld } from "./demo/world.ts";

/** Path below generated/ → content. */
export type Samples = ReadonlyMap<string, Buffer>;

/** Runs generate over every sample story, each in a world of its own. */
export async function makeSamples(): Promise<Samples> {
  const stories = readdirSync(join(ROOT, STORIES)).filter(isStoryFile);
  const made: [string, Buffer][] = [];
  for (const name of stories.toSorted()) made.push(...(await makeSample(name)));
  return new Map(made);
}

async function makeSample(name: string): Promise<[string, Buffer][]> {
  const text = readFileSync(join(ROOT, STORIES, name), "utf8");
  const replies = readReplies(join(ROOT, "demo/recordings", parse(name).name), partsIn(name, text));
  const world = await openWorld({ kind: "playback", replies, from: name });
  try {
    const { github, repository } = world;
    const files = { [`${STORIES}/${name}`]: readFileSync(join(ROOT, STORIES, name)) };
    repository.commit("main", { files, message: `Add ${name}` });
    const context = runContext(github, repository, { event: "push" });
    const { signal } = new AbortController();
    const job = await generate({ world, context, model: RECORDED_MODEL, signal });
    const problems = [...errorsOf(job), ...world.violations()];
    if (problems.length > 0) throw new Error(`${name}: ${problems.join("\n")}`);
    return handedOver(job).flatMap(({ task, head }) => filesAt(repository.path, head, task));
  } finally {
    await world.stop();
  }
}

function filesAt(repository: string, commit: string, task: string): [string, Buffer][] {
  const git = (...words: string[]) => execFileSync("git", ["-C", repository, ...words]);
  const folder = `${GENERATED}/${task}`;
  const listed = git("ls-tree", "-r", "-z", "--name-only", commit, folder).toString();
  const paths = listed.split("\0").filter((path) => path !== "");
  return paths.map((path) => [
    path.slice(GENERATED.length + 1),
    git("cat-file", "blob", `${commit}:${path}`),
  ]);
}

/** What lies in generated/ now. */
export function presentSamples(): Samples {
  const folder = join(ROOT, GENERATED);
  const names = readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: true });
  const files = names
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.map((file) => [relative(folder, file), readFileSync(file)]));
}

/** Paths that only one of the two has, or whose content differs. */
export function differences(one: Samples, other: Samples): string[] {
  const paths = new Set([...one.keys(), ...other.keys()]);
  const isSame = (path: string) => one.get(path)?.equals(other.get(path) ?? NOTHING) ?? false;
  return [...paths].filter((path) => !isSame(path) || !other.has(path)).toSorted();
}

const NOTHING = Buffer.alloc(0);

async function main(isCheck: boolean): Promise<void> {
  const samples = await makeSamples();
  if (isCheck) {
    const stale = differences(samples, presentSamples());
    if (stale.length === 0) return;
    console.error(`generated/ is not what the recorded replies make:\n  ${stale.join("\n  ")}`);
    console.error("Run `npm run samples` and commit generated/.");
    process.exitCode = 1;
    return;
  }
  rmSync(join(ROOT, GENERATED), { recursive: true, force: true });
  for (const [path, content] of samples) {
    const file = join(ROOT, GENERATED, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await main(process.argv.includes("--check"));
}
