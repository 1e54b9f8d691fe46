import { execFile, execFileSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { type Contract, readContract } from "../../src/contract/contract.ts";
import { sha256 } from "../../src/foundation/digest.ts";
import { inParallel } from "../../src/foundation/in-parallel.ts";
import { isolatedPytest } from "../../src/proof/adapters/isolated-pytest.ts";
import { readPythonEnvironment } from "../../src/proof/adapters/python-environment.ts";
import { examineTests } from "../../src/proof/examine.ts";
import { askExamples, askStubs } from "../../src/proof/examples.ts";
import { runLimits } from "../../src/proof/limits.ts";
import { sampleOf } from "../../src/proof/mutant-sample.ts";
import { tryMutants } from "../../src/proof/mutants.ts";
import { OtherSeeds } from "../../src/proof/other-seeds.ts";
import { findReach } from "../../src/proof/reach.ts";
import { allStubs, killStubs } from "../../src/proof/stubs.ts";
// What verify costs beside plain pytest: the same small tasks, equally many side by side.
// `node bench/verify/cost.ts [tasks...]`, by default 1, 20 and 100. Where CONTROL_GROUP names an empty control group (v2)
// that this process may enter, processor time is compared as well: it says the same on a machine that does other things.
import type { TaskContent } from "../../src/task/folder.ts";
import { taskIdOfStory } from "../../src/task/task-id.ts";
import { metaOfProblem } from "./problem-story.ts";
import { PROBLEMS } from "./problems.ts";

const width = availableParallelism();
const folder = mkdtempSync(join(tmpdir(), "verify-bench-"));
const environment = await readPythonEnvironment("python3");
const isolated = isolatedPytest({
  environment,
  isolation: "required",
  hidden: [],
  temporary: folder,
});
const now = (): number => performance.now() / 1_000;
const random = (limit: number): number => randomInt(limit);
const limits = runLimits(60);
const progress = { step: (): void => {} };

interface Task {
  readonly folder: string;
  /** Its cases as the examples of a story, each as a call. */
  readonly contract: Contract;
  readonly files: readonly TaskContent[];
}

function taskOf(index: number): Task {
  const problem = PROBLEMS[index % PROBLEMS.length]!;
  const { name, code, cases } = problem;
  const tests = cases
    .map(([given, result], at) =>
      result === "ValueError"
        ? `def test_${at}():\n    with pytest.raises(ValueError):\n        ${name}(${given})\n`
        : `def test_${at}():\n    assert ${name}(${given}) == ${result}\n`,
    )
    .join("\n\n");
  const files = {
    [`src/${name}.py`]: `${code}\n`,
    "tests/test_story.py": `import pytest\n\nfrom src.${name} import ${name}\n\n\n${tests}`,
  };
  const place = join(folder, `task-${index}`);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), content);
  }
  return {
    folder: place,
    contract: contractOf(metaOfProblem(problem, cases)),
    files: Object.entries(files).map(([path, content]) => ({
      path,
      content: Buffer.from(content),
    })),
  };
}

function contractOf(meta: Readonly<Record<string, unknown>>): Contract {
  const task = taskIdOfStory("bench");
  if (!task.ok) throw new Error(task.problem);
  const files = Object.entries(meta).map(([path, content]) => ({
    path,
    content: Buffer.from(String(content)),
  }));
  const read = readContract(task.taskId, files);
  if (read.kind !== "read") throw new Error(JSON.stringify(read));
  return read.contract;
}

async function plain({ folder: place }: Task): Promise<void> {
  await promisify(execFile)(
    environment.executable,
    ["-m", "pytest", "-q", "-p", "no:cacheprovider"],
    {
      cwd: place,
      env: { PATH: process.env["PATH"], PYTHONDONTWRITEBYTECODE: "1", PYTHONPATH: place },
    },
  );
}

/** Seconds of each stage of one task. */
interface Stages {
  open: number;
  tests: number;
  examples: number;
  stubs: number;
  mutants: number;
}

async function verified(
  { files, contract }: Task,
  depth: "tests" | "stubs" | "mutants",
): Promise<Stages> {
  const stages: Stages = { open: 0, tests: 0, examples: 0, stubs: 0, mutants: 0 };
  let last = now();
  const lap = (stage: keyof Stages): void => {
    stages[stage] = now() - last;
    last = now();
  };
  const opened = await isolated.open(files);
  if (opened.kind !== "opened") throw new Error(opened.tried.join("; "));
  lap("open");
  const { session } = opened;
  const others = new OtherSeeds((seed) => isolated.open(files, { seed }), random);
  if (depth !== "tests") others.begin();
  const examination = await examineTests(session, {
    pythonFiles: files.map(({ path }) => path),
    maxTests: 0,
    limits,
    random,
    progress,
  });
  if (examination.reasons.length > 0) throw new Error(JSON.stringify(examination.reasons));
  lap("tests");
  const asking = {
    contract,
    limits,
    random,
    others,
  };
  const asked = depth === "tests" ? null : await askExamples(session, asking);
  if ((asked?.reasons.length ?? 0) > 0) throw new Error(JSON.stringify(asked));
  await others.closeAll();
  lap("examples");
  const options = {
    tests: examination.selected.map(({ id }) => id),
    limits,
    random,
    now,
    until: Infinity,
    progress,
    code: [...examination.syntax!.statements.keys()],
  };
  const reach = depth === "tests" ? null : await findReach(session, examination.syntax, options);
  if (reach !== null) await killStubs(session, reach.publicNames, options);
  if (asked !== null && reach !== null) {
    await askStubs(session, asked.questions, allStubs(reach.publicNames), asking);
  }
  lap("stubs");
  if (depth === "mutants" && reach !== null) {
    const sample = sampleOf(examination.syntax!.mutants, 20, sha256(""));
    await tryMutants(session, sample, 0, { ...options, ...reach });
  }
  lap("mutants");
  await session.close();
  return stages;
}

interface Cost {
  readonly wall: number;
  readonly processor: number;
}

async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const started = now();
  const used = processorSeconds();
  await work();
  return { wall: now() - started, processor: processorSeconds() - used };
}

const group = process.env["CONTROL_GROUP"];
if (group !== undefined) writeFileSync(join(group, "cgroup.procs"), String(process.pid));

/** Of this process and all that it ever started. */
function processorSeconds(): number {
  if (group === undefined) return 0;
  const used = /^usage_usec (\d+)$/m.exec(readFileSync(join(group, "cpu.stat"), "utf8"))?.[1];
  return Number(used) / 1_000_000;
}

/** By wall time; then by processor time, where that is known. */
function ratio(cost: Cost | null, base: Cost): string {
  if (cost === null) return "–";
  const wall = `${(cost.wall / base.wall).toFixed(2)} ×`;
  return group === undefined ? wall : `${wall} (${(cost.processor / base.processor).toFixed(2)} ×)`;
}

function isolationStart(): number {
  const times = Array.from({ length: 20 }, () => {
    const started = now();
    execFileSync("unshare", [
      ..."--mount --pid --net --ipc --uts --cgroup --fork --kill-child --propagation private --".split(
        " ",
      ),
      "/bin/sh",
      new URL("../../src/proof/inside/pytest-isolation.sh", import.meta.url).pathname,
      mkdtempSync(join(folder, "root-")),
      "65534",
      new URL("../../src/proof/inside", import.meta.url).pathname,
      "0",
      "/usr/bin/true",
      environment.executable.replace(/\/bin\/[^/]*$/, ""),
    ]);
    return now() - started;
  }).toSorted((a, b) => a - b);
  return times[10]!;
}

await plain(taskOf(0));
await verified(taskOf(0), "tests");
console.log(`isolation start (median of 20, as root): ${(isolationStart() * 1_000).toFixed(0)} ms`);
const rows: Record<string, Record<string, string>> = {};
for (const count of process.argv
  .slice(2)
  .map(Number)
  .concat(process.argv.length > 2 ? [] : [1, 20, 100])) {
  const tasks = Array.from({ length: count }, (_, index) => taskOf(index));
  const base = await costOf(() => inParallel(tasks, width, plain));
  const tests = await costOf(() => inParallel(tasks, width, (task) => verified(task, "tests")));
  const memory = process.memoryUsage().rss / 1024 / 1024;
  let stages: Stages[] = [];
  const stubs = await costOf(async () => {
    stages = await inParallel(tasks, width, (task) => verified(task, "stubs"));
  });
  const mutants =
    count > 20
      ? null
      : await costOf(() => inParallel(tasks, width, (task) => verified(task, "mutants")));
  const mean = (stage: keyof Stages): string =>
    `${((stages.reduce((sum, each) => sum + each[stage], 0) / count) * 1_000).toFixed(0)} ms`;
  rows[`${count} tasks`] = {
    "plain pytest": `${base.wall.toFixed(2)} s`,
    "with tests and canary": ratio(tests, base),
    "with stub-kill and examples": ratio(stubs, base),
    "with 20 mutants": ratio(mutants, base),
    "open, a task": mean("open"),
    "tests, a task": mean("tests"),
    "examples, a task": mean("examples"),
    "stubs, a task": mean("stubs"),
    "memory of the action": `${memory.toFixed(0)} MiB`,
  };
}
console.table(rows);
rmSync(folder, { recursive: true, force: true });
