// Changes the code that decides, one small thing at a time, and asks our own tests whether they notice. With the names of
// rooms as arguments it looks at those alone. It fails when the tests miss too much of a room, or when what they miss has
// no reason in test/mutation/survivors.json.
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";
import { ROOMS } from "./rooms.ts";
import { LEAST_SHARE, type Mutant, NOT_TRIED, scoreOf, survivorsOf } from "./score.ts";
import { reasonFor, staleReasons } from "./survivors.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

const { positionals } = parseArgs({ allowPositionals: true });
const unknown = positionals.filter((name) => !(name in ROOMS));
if (unknown.length > 0) {
  throw new Error(`No room of that name: ${unknown.join(", ")}. There are ${roomNames()}`);
}
const rooms = Object.entries(ROOMS).filter(
  ([name]) => positionals.length === 0 || positionals.includes(name),
);

const started = performance.now();
const mutants = await mutantsOf(rooms.flatMap(([, files]) => files));
const problems = [...tableOf(mutants), ...survivorsIn(mutants)];
console.log(`\n${Math.round((performance.now() - started) / 1_000)} s`);
if (problems.length > 0) {
  console.error(`\n${problems.join("\n")}`);
  process.exitCode = 1;
}

async function mutantsOf(files: readonly string[]): Promise<Mutant[]> {
  process.chdir(root);
  const stryker = new Stryker({
    mutate: [...files],
    mutator: { excludedMutations: [...NOT_TRIED] },
    testRunner: "vitest",
    vitest: { configFile: "vitest.mutation.config.ts" },
    plugins: ["@stryker-mutator/vitest-runner"],
    coverageAnalysis: "perTest",
    concurrency: 2,
    // Nothing here is compiled, so that nothing has to be kept from the compiler.
    disableTypeChecks: false,
    ignorePatterns: ["/.cache", "/.ci", "/dist", "/generated", "/demo", "/bench", "/docs"],
    tempDirName: ".cache/mutation",
    reporters: ["progress-append-only"],
    allowConsoleColors: false,
  });
  const lines = new Map(files.map((file) => [file, readFileSync(file, "utf8").split("\n")]));
  return (await stryker.runMutationTest()).map(
    ({ fileName, location, mutatorName, replacement, status }) => {
      const file = relative(root, fileName);
      const { line } = location.start;
      return {
        file,
        line,
        code: lines.get(file)?.[line - 1]?.trim() ?? "",
        mutator: mutatorName,
        replacement,
        status,
      };
    },
  );
}

/** Prints a row for each room and each of its files, and answers with the rooms that miss too much. */
function tableOf(all: readonly Mutant[]): string[] {
  printRow("", "killed", "survived", "score");
  return rooms.flatMap(([room, files]) => {
    const score = printScore(
      room,
      all.filter(({ file }) => files.includes(file)),
    );
    for (const each of files) {
      printScore(
        `  ${each}`,
        all.filter(({ file }) => file === each),
      );
    }
    if (score.killed + score.survived === 0) return [`${room}: there was nothing to change`];
    return score.share < LEAST_SHARE ? [`${room}: less than ${percent(LEAST_SHARE)}`] : [];
  });
}

function printScore(name: string, those: readonly Mutant[]): ReturnType<typeof scoreOf> {
  const score = scoreOf(those);
  printRow(name, String(score.killed), String(score.survived), percent(score.share));
  return score;
}

function printRow(name: string, ...cells: readonly string[]): void {
  console.log(name.padEnd(44) + cells.map((cell) => cell.padStart(10)).join(""));
}

/** Prints each survivor with the reason why it may stay, and answers with what lacks one or is one too many. */
function survivorsIn(all: readonly Mutant[]): string[] {
  const survivors = survivorsOf(all);
  for (const mutant of survivors) {
    const { file, line, mutator, code, replacement, status } = mutant;
    console.log(`\n${file}:${line} ${mutator} ${status}\n- ${code}\n+ ${replacement}`);
    console.log(`  ${reasonFor(mutant) ?? "NO REASON"}`);
  }
  const files = rooms.flatMap(([, names]) => names);
  return [
    ...files.flatMap((name) => {
      const bare = survivors.filter((each) => each.file === name && reasonFor(each) === null);
      return bare.length === 0 ? [] : [`${name}: ${bare.length} survived without a reason`];
    }),
    ...staleReasons(survivors, files).map(
      ({ file, code }) => `${file}: a reason for what did not survive: ${code}`,
    ),
  ];
}

function percent(share: number): string {
  return `${(Math.floor(share * 1_000) / 10).toFixed(1)} %`;
}

function roomNames(): string {
  return Object.keys(ROOMS).join(", ");
}
