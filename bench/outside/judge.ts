// Runs verify on the folders that corpus.ts made, and says what it makes of them. Goes on where it stopped.
// `node bench/outside/judge.ts [N] [--mutants] [--python PROGRAM] [--again] [TASK…]`: N folders (any N are a sample), or
// those that are named. `--mutants`: five changes that plain pytest catches, to each folder that passed. `--again` forgets
// what was found before. `--part 1/2`: one of two that share the folders. `--cores 2`: two runs of a folder's tests at a time.
// `--stub-seconds S`: less time for stubs, and for mutants. `--overdue` judges again those whose time was over. `--within S`: only
// folders whose tests take plain pytest at most S seconds. `--table` runs nothing. `--quick` gives stubs and mutants one second,
// and asks only whether verify can run the tests at all. `--record` writes what was found into judged.json, which is committed; what
// stands there is not judged again, but for `--again`.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import * as z from "zod";
import type { Evidence } from "../../src/evidence/evidence.ts";
import { installedPython } from "../../src/proof/adapters/installed-python.ts";
import {
  RecordingLog,
  tasks,
  TestRepository,
  verify,
  type Files,
} from "../../test/actions/verify/support.ts";
import { filesOf, place, program, readJsonFile, shuffled } from "./places.ts";
import { callsOf, plainPytest, Traced } from "./plain.ts";
import { readRecords } from "./records.ts";

/** One after the other, so that what was found out is kept whenever this ends. */
const FOLDERS_AT_ONCE = 1;
const MUTANTS = 5;
const TRIES = 40;

const Result = z.object({
  verdict: z.string(),
  seconds: z.number(),
  reasons: z.array(z.object({ code: z.string(), message: z.string() })),
  /** The codes, and what is known of them. */
  kind: z.string(),
  mutationScore: z.number().nullable(),
  origin: z.string(),
});
type Result = z.infer<typeof Result>;

const Changed = z.object({ what: z.string(), verdict: z.string(), codes: z.array(z.string()) });
type Changed = z.infer<typeof Changed>;

/** What stays when `.cache` is gone. */
const Recorded = z.object({
  task: z.string(),
  origin: z.string(),
  verdict: z.string(),
  group: z.string(),
  kind: z.string(),
  /** Changes that its tests catch, and how many of them were let through; absent where none were tried. */
  changes: z.number().optional(),
  letThrough: z.number().optional(),
});
type Recorded = z.infer<typeof Recorded>;
const RECORD = program("judged.json");

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    mutants: { type: "boolean", default: false },
    again: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
    overdue: { type: "boolean", default: false },
    table: { type: "boolean", default: false },
    record: { type: "boolean", default: false },
    within: { type: "string", default: "30" },
    "stub-seconds": { type: "string", default: "300" },
    part: { type: "string", default: "1/1" },
    // The figures are about verdicts, and the machine may have something else to do.
    cores: { type: "string", default: "1" },
    python: { type: "string", default: "python3" },
  },
});
const [part = 1, parts = 1] = values.part.split("/").map(Number);
/** Each part writes a file of its own, and reads those of all. */
const fileOf = (name: string, one: number): string => place(`${name}-${one}-of-${parts}.json`);
const NAME = values.quick ? "results-quick" : "results";
const ALL_PARTS = Array.from({ length: parts }, (_, index) => index + 1);
const RESULTS = fileOf(NAME, part);
const MUTANT_RESULTS = fileOf("mutants", part);
const own = read<Result>([RESULTS], Result);
const results = values.table
  ? read<Result>(
      ALL_PARTS.map((one) => fileOf(NAME, one)),
      Result,
    )
  : own;
const mutantResults = read<Changed[]>(
  values.table ? ALL_PARTS.map((one) => fileOf("mutants", one)) : [MUTANT_RESULTS],
  z.array(Changed),
);

const corpus = new Map(
  readRecords()
    .filter(({ leftOut, seconds = 0 }) => leftOut === null && seconds <= Number(values.within))
    .map((record) => [record.task, record]),
);
const named = positionals.filter((each) => corpus.has(each));
const count = Number(positionals.find((each) => /^\d+$/.test(each)) ?? corpus.size);
const sample = shuffled([...corpus.keys()]).slice(0, count);
const isOfPart = (_: string, index: number): boolean => values.table || index % parts === part - 1;
const chosen = named.length > 0 ? named : sample.filter(isOfPart);
const recorded = new Map(
  (values.quick ? [] : readJsonFile<Recorded[]>(RECORD, z.array(Recorded), [])).map((each) => [
    each.task,
    each,
  ]),
);
if (!values.table && !values.record) await (values.mutants ? judgeMutants() : judgeFolders());
if (values.record) writeRecord();
tell();

function read<T>(paths: readonly string[], schema: z.ZodType<T>): Record<string, T> {
  const known: Record<string, T> = {};
  for (const path of values.again ? [] : paths) {
    Object.assign(known, readJsonFile<Record<string, T>>(path, z.record(z.string(), schema), {}));
  }
  return known;
}

async function judgeFolders(): Promise<void> {
  const open = chosen.filter((task) => {
    const known = results[task];
    if (known === undefined) return values.again || !recorded.has(task);
    return values.overdue && isOverdue(known);
  });
  for (let at = 0; at < open.length; at += FOLDERS_AT_ONCE) {
    const some = open.slice(at, at + FOLDERS_AT_ONCE);
    const evidence = await verified(Object.fromEntries(some.map((task) => [task, folderOf(task)])));
    for (const task of some) {
      results[task] = resultOf(task, evidence.get(task));
      console.log(
        `${task}: ${results[task].verdict} ${results[task].kind} (${results[task].seconds} s)`,
      );
    }
    writeFileSync(RESULTS, JSON.stringify(results, null, 1));
  }
}

/** No stub survived that was tried, and others were not tried. */
function isOverdue({ kind, reasons }: Result): boolean {
  return (
    !kind.includes(" survive") && reasons.some(({ message }) => message.includes("`stub-seconds`"))
  );
}

/** Bytes, because a file of tests may hold what is no text. */
function folderOf(task: string): Files {
  return filesOf(place("corpus", task));
}

async function verified(
  folders: Readonly<Record<string, Files>>,
): Promise<ReadonlyMap<string, Evidence>> {
  const repository = new TestRepository();
  const temporary = join(tmpdir(), `outside-${process.pid}`);
  mkdirSync(temporary, { recursive: true });
  try {
    const stubs = values.quick ? 1 : Number(values["stub-seconds"]);
    const config = `stub-seconds: ${stubs}\nmutation-seconds: ${Math.ceil(stubs / 2.5)}\n`;
    repository.commit({ ...tasks(folders), ".github/agent-pipeline.yml": config });
    const inputs = {
      entry: "outside",
      mutants: values.quick ? "0" : "10",
      reruns: "1",
      "timeout-seconds": "120",
    };
    const { evidence } = await verify(repository, inputs, {
      cores: Number(values.cores),
      environmentsFor: () =>
        installedPython({
          python: values.python,
          isolation: "required",
          hidden: [],
          temporary,
          log: new RecordingLog(),
        }),
    });
    return evidence;
  } finally {
    repository.remove();
    rmSync(temporary, { recursive: true, force: true });
  }
}

function resultOf(task: string, evidence: Evidence | undefined): Result {
  const origin = corpus.get(task)?.origin ?? "";
  if (evidence === undefined) {
    return {
      verdict: "absent",
      seconds: 0,
      reasons: [],
      kind: "no evidence",
      mutationScore: null,
      origin,
    };
  }
  const { seconds, mutationScore } = evidence;
  const reasons = evidence.reasons.filter(
    ({ code }) => !values.quick || (code !== "stub_survived" && code !== "mutation_score_low"),
  );
  const verdict = values.quick && reasons.length === 0 ? "runs" : evidence.verdict;
  return {
    verdict,
    seconds: Math.round(seconds.total),
    reasons: reasons.map(({ code, message }) => ({ code, message: message.slice(0, 600) })),
    kind: reasons.length === 0 ? "" : kindOf(task, evidence),
    mutationScore,
    origin,
  };
}

/** The codes; of code that no test noticed to be gone, whether any test calls it. */
function kindOf(task: string, { reasons, stubs }: Evidence): string {
  const codes = [...new Set(reasons.map(({ code }) => code))].toSorted();
  const survivors = (stubs ?? []).filter(({ outcome }) => outcome === "survived");
  if (survivors.length === 0) return codes.join(", ");
  const called = new Set(readJsonFile(callsOf(task), Traced.nullable(), null)?.called);
  const isCalled = ({ file, name }: { file: string; name: string }): boolean =>
    [...called].some((each) => each === `${file}::${name}` || each.startsWith(`${file}::${name}.`));
  const reached = survivors.filter(isCalled).map(({ name, kind }) => `${name}: ${kind}`);
  const all = new Set(survivors.map(({ file, name }) => `${file}::${name}`));
  return `${codes.join(", ")}: ${all.size} survive, ${reached.length} of them called${reached.length > 0 ? ` (${reached.slice(0, 6).join(", ")})` : ""}`;
}

async function judgeMutants(): Promise<void> {
  for (const task of chosen.filter(isToBeChanged)) {
    const changed = caughtChanges(task);
    const ids = Object.keys(changed);
    const evidence =
      ids.length === 0
        ? new Map<string, Evidence>()
        : await verified(Object.fromEntries(ids.map((id) => [id, changed[id]!.files])));
    mutantResults[task] = ids.map((id) => ({
      what: changed[id]!.what,
      verdict: evidence.get(id)?.verdict ?? "absent",
      codes: evidence.get(id)?.reasons.map(({ code }) => code) ?? [],
    }));
    console.log(`${task}: ${mutantResults[task].map(({ verdict }) => verdict).join(" ")}`);
    writeFileSync(MUTANT_RESULTS, JSON.stringify(mutantResults, null, 1));
  }
}

/** It passed, now or before, and no change to it was judged. */
function isToBeChanged(task: string): boolean {
  const { verdict } = results[task] ?? recorded.get(task) ?? {};
  const isChanged = task in mutantResults || recorded.get(task)?.changes !== undefined;
  return verdict === "passed" && (values.again || !isChanged);
}

/** Changes of a folder that plain pytest sees: it ends with failed tests, or its time is over. */
function caughtChanges(task: string): Record<string, { what: string; files: Files }> {
  const caught: Record<string, { what: string; files: Files }> = {};
  const seen = new Set<string>();
  const folder = place(`changed-${part}-of-${parts}`);
  for (let seed = 0; seed < TRIES && Object.keys(caught).length < MUTANTS; seed++) {
    rmSync(folder, { recursive: true, force: true });
    cpSync(place("corpus", task), folder, { recursive: true });
    const { stdout } = spawnSync(
      values.python,
      [program("change_code.py"), folder, `${task} ${seed}`],
      { encoding: "utf8" },
    );
    if (stdout === "" || seen.has(stdout)) continue;
    seen.add(stdout);
    if (plainPytest(folder, values.python).exitCode === 0) continue;
    caught[`changed-${Object.keys(caught).length}`] = {
      what: stdout.trim(),
      files: filesOf(folder),
    };
  }
  return caught;
}

/** What its author would be told, in a word. */
function groupOf(result: Result): string {
  const { verdict, kind, reasons } = result;
  const called = / survive, (\d+) of them called/u.exec(kind)?.[1];
  if (isOverdue(result)) return `${verdict}: the time for stubs was over, and none had survived`;
  if (called === "0") return `${verdict}: tests call nothing of what survived`;
  if (called !== undefined) return `${verdict}: tests look at nothing of some that they call`;
  return [verdict, ...new Set(reasons.map(({ code }) => code))].join(" ");
}

/** What was found now goes before what was found before. */
function writeRecord(): void {
  for (const [task, result] of Object.entries(results)) {
    const { origin, verdict, kind } = result;
    const before = recorded.get(task);
    recorded.set(task, { ...before, task, origin, verdict, group: groupOf(result), kind });
  }
  for (const [task, changed] of Object.entries(mutantResults)) {
    const letThrough = changed.filter(({ verdict }) => verdict === "passed").length;
    const record = recorded.get(task);
    if (record !== undefined) {
      recorded.set(task, { ...record, changes: changed.length, letThrough });
    }
  }
  const all = [...recorded.values()].toSorted((a, b) => (a.task < b.task ? -1 : 1));
  writeFileSync(RECORD, `[\n${all.map((each) => JSON.stringify(each)).join(",\n")}\n]\n`);
  const groups = Object.groupBy(all, ({ group }) => group);
  console.table(
    Object.fromEntries(Object.entries(groups).map(([group, each]) => [group, each?.length ?? 0])),
  );
  console.log(
    `${all.length} folders in judged.json; ${sum(all.map(({ changes = 0 }) => changes))} changes, ${sum(all.map(({ letThrough = 0 }) => letThrough))} let through`,
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => one + other, 0);
}

function tell(): void {
  const judged = chosen
    .filter((task) => task in results)
    .map((task) => ({ task, ...results[task]! }));
  const groups = Object.groupBy(judged, groupOf);
  const ordered = Object.entries(groups).toSorted(([, a = []], [, b = []]) => b.length - a.length);
  console.table(Object.fromEntries(ordered.map(([group, each]) => [group, each?.length ?? 0])));
  for (const [group, each = []] of ordered) {
    if (group === "passed" || group === "runs") continue;
    console.log(`\n${group}`);
    for (const { task, kind, reasons } of each) {
      console.log(
        `  ${task} [${kind}] ${(reasons[0]?.message ?? "").replaceAll("\n", " ").slice(0, 200)}`,
      );
    }
  }
  console.log(`\n${judged.length} folders judged, of ${corpus.size}`);
  const mutants = Object.entries(mutantResults).flatMap(([task, each]) =>
    each.map((mutant) => ({ task, ...mutant })),
  );
  if (mutants.length === 0) return;
  const letThrough = mutants.filter(({ verdict }) => verdict === "passed");
  console.log(
    `${mutants.length} changes to ${Object.keys(mutantResults).length} folders that passed: ${letThrough.length} let through`,
  );
  for (const { task, what } of letThrough) console.log(`  ${task}: ${what}`);
}
