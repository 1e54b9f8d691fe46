// Makes task folders out of code of other people with their own tests, in .cache/outside/corpus. Goes on where it stopped.
// `node bench/outside/corpus.ts [python] [how many candidates to look at]`
import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, existsSync, mkdirSync, rmSync } from "node:fs";
import * as z from "zod";
import { PLAIN_FILE } from "../../src/git/modes.ts";
import { violationsOf } from "../../src/task/folder.ts";
import { isTaskId } from "../../src/task/task-id.ts";
import { CACHE, filesOf, place, program, readJsonFile, readLines, shuffled } from "./places.ts";
import { callsOf, plainPytest, type PlainRun, tracedPytest } from "./plain.ts";
import { type Candidate, readRecords, RECORDS } from "./records.ts";

/** So that one package with many test files does not speak for all. */
const FOLDERS_OF_A_PACKAGE = 12;

const python = process.argv[2] ?? "python3";
const many = Number(process.argv[3] ?? Number.POSITIVE_INFINITY);

/** A line of take_apart.py. */
const Told = z.object({
  task: z.string(),
  origin: z.string().optional(),
  left_out: z.string().optional(),
  detail: z.string().optional(),
  conftest: z.boolean().optional(),
});
type Told = z.infer<typeof Told>;

const Packages = z.array(z.object({ name: z.string(), version: z.string(), sha256: z.string() }));

/** What the last run said first; shown where a candidate is left out. */
let lastProblem = "";

mkdirSync(place("calls"), { recursive: true });
const candidates = makeCandidates();
const done = new Set(readRecords().map(({ task }) => task));
for (const task of shuffled([...candidates.keys()]).slice(0, many)) {
  if (done.has(task)) continue;
  const record = judge(candidates.get(task)!);
  appendFileSync(RECORDS, `${JSON.stringify(record)}\n`);
  console.log(`${task}: ${record.leftOut ?? `${record.tests} tests, ${record.seconds} s`}`);
}
tellAll();

function makeCandidates(): Map<string, Told> {
  const listed = place("candidates.jsonl");
  if (!existsSync(listed)) {
    const out = place("candidates");
    run([program("fetch_sdists.py"), place("sdists")]);
    const lines = [run([program("take_apart.py"), "library", out])];
    for (const { name, version } of readJsonFile(program("packages.json"), Packages, [])) {
      const archive = place("sdists", `${name}-${version}.tar.gz`);
      if (existsSync(archive)) lines.push(run([program("take_apart.py"), "sdist", archive, out]));
    }
    appendFileSync(listed, lines.join(""));
  }
  const told = readLines(listed, Told);
  return new Map(
    told.filter((each) => each.origin ?? each.left_out).map((each) => [each.task, each]),
  );
}

function run(values: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(python, values, {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`${values.join(" ")}: ${stderr}`);
  return stdout;
}

function judge(told: Told): Candidate {
  const { task, origin = "", detail = "" } = told;
  const out = (leftOut: string, more = ""): Candidate => {
    rmSync(place("corpus", task), { recursive: true, force: true });
    return { task, origin, leftOut, detail: more.slice(-300) };
  };
  if (told.left_out !== undefined) return out(told.left_out, detail);
  if (!isTaskId(task)) return out("its name is no task id");
  const source = origin.split(",")[0] ?? "";
  const ofPackage = readRecords().filter(
    ({ origin: other, leftOut }) => leftOut === null && other?.startsWith(`${source},`),
  );
  if (!source.startsWith("Python") && ofPackage.length >= FOLDERS_OF_A_PACKAGE) {
    return out(`its package has ${FOLDERS_OF_A_PACKAGE} folders already`);
  }
  const folder = place("corpus", task);
  rmSync(folder, { recursive: true, force: true });
  cpSync(place("candidates", task), folder, { recursive: true });
  const first = onlyPassing(folder, task);
  if (typeof first === "string") {
    return out(
      told.conftest === true && first.startsWith("none")
        ? "needs its conftest.py, or fails for another reason"
        : first,
      lastProblem,
    );
  }
  const whole = place("whole");
  rmSync(whole, { recursive: true, force: true });
  cpSync(folder, whole, { recursive: true });
  const { plain, cutCode } = trimmed(task, folder, whole);
  if (plain.exitCode === null) return out("takes longer than 30 s");
  if (!plain.passedWhole) return out("does not pass every time", plain.output);
  // Only now: what no test loads is not there any more.
  const problems = violationsOf(
    Object.entries(filesOf(folder)).map(([path, content]) => ({
      path,
      mode: PLAIN_FILE,
      bytes: content.length,
    })),
  );
  if (problems.length > 0)
    return out(
      "is outside the limits of a task folder",
      `${problems[0]!.path} ${problems[0]!.problem}`,
    );
  return {
    task,
    origin,
    leftOut: null,
    tests: first.tests,
    seconds: Math.round(plain.seconds * 10) / 10,
    cutTests: first.cut,
    cutCode,
  };
}

/** As much as can be cut without a test that fails for it. */
function trimmed(
  task: string,
  folder: string,
  whole: string,
): { plain: PlainRun; cutCode: number } {
  for (const how of [["--by-calls"], ["--boldly"], []]) {
    const cutCode = Number(run([program("take_apart.py"), "trim", folder, callsOf(task), ...how]));
    const plain = plainPytest(folder, python);
    if (plain.passedWhole) return { plain, cutCode };
    rmSync(folder, { recursive: true });
    cpSync(whole, folder, { recursive: true });
  }
  return { plain: plainPytest(folder, python), cutCode: 0 };
}

/** Cuts the tests that plain pytest does not pass; says why nothing worth keeping is left. */
function onlyPassing(folder: string, task: string): { tests: number; cut: number } | string {
  let cut = 0;
  for (let round = 0; round < 3; round++) {
    const traced = tracedPytest(folder, python, callsOf(task));
    lastProblem = Object.values(traced?.others ?? {})[0] ?? "";
    if (traced === null) return "takes longer than 60 s, or ends pytest";
    const others = Object.keys(traced.others);
    if (traced.passed.length === 0) return "none of its tests passes plain pytest";
    if (others.length === 0) {
      return traced.called.length === 0
        ? "its tests do not reach its code"
        : { tests: traced.passed.length, cut };
    }
    if (others.length > traced.passed.length) return "most of its tests do not pass plain pytest";
    const tests = others.filter((id) => id.includes("::"));
    if (tests.length === 0) return "a file of its tests cannot be imported";
    cut += tests.length;
    run([program("take_apart.py"), "without", folder, ...tests]);
  }
  return "tests that do not pass plain pytest cannot be cut";
}

function tellAll(): void {
  const records = readRecords();
  const kept = records.filter(({ leftOut }) => leftOut === null);
  const reasons = Object.groupBy(records, ({ leftOut }) => leftOut ?? "kept");
  console.table(
    Object.fromEntries(
      Object.entries(reasons).map(([reason, each]) => [reason, each?.length ?? 0]),
    ),
  );
  const library = kept.filter(({ origin }) => origin?.startsWith("Python"));
  const sources = new Set(kept.map(({ origin }) => origin?.split(",")[0]));
  console.log(
    `${kept.length} folders in ${CACHE}/corpus: ${library.length} of the standard library, ${kept.length - library.length} of ${sources.size - 1} packages; ${kept.reduce((sum, { tests = 0 }) => sum + tests, 0)} tests`,
  );
}
