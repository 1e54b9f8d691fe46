// See README.md.
import { countCalls } from "./calls.ts";
import {
  batches,
  type Conditions,
  onEvidence,
  optimistic,
  type Result,
  serialQueue,
} from "./policies.ts";
import { type Load, pullsOf } from "./pulls.ts";

const HOURS = 8;
const SEEDS = [1, 2, 3];

const counts = await countCalls();
console.log("| what a job of the gate does | calls | of which write | CPU here |");
console.log("| --- | --- | --- | --- |");
for (const { what, calls, writes, milliseconds } of counts) {
  console.log(`| ${what} | ${calls} | ${writes} | ${milliseconds.toFixed(0)} ms |`);
}

const [merge, reverify] = counts;
const given: Conditions = {
  testSeconds: 240,
  startSeconds: 20,
  runners: 20,
  callSeconds: 0.3,
  callsAnHour: 1_000,
  mergeCalls: merge?.calls ?? 0,
  reverifyCalls: reverify?.calls ?? 0,
};

const WAYS = [
  ["on evidence", onEvidence],
  ["serial queue", serialQueue],
  ["batch and bisect", batches],
  ["optimistic", optimistic],
] as const;

const loads: readonly Load[] = [6, 30, 90].flatMap((arrivals) =>
  [
    [0.1, 0],
    [0.1, 0.05],
    [0.1, 0.2],
    [0.4, 0.05],
  ].map(([failures = 0, overlap = 0]) => ({ arrivals, failures, overlap })),
);

console.log(
  "\n| an hour | fail | shared | way | merged an hour | wait, median / 90 % | retests each | calls each | broken of 1,000 | to a person |",
);
console.log(`|${" --- |".repeat(10)}`);
for (const load of loads) {
  for (const [name, way] of WAYS) {
    const results = SEEDS.map((seed) => way(pullsOf(load, HOURS, seed), given));
    const { arrivals, failures, overlap } = load;
    const cells = [arrivals, percent(failures), percent(overlap), name, ...columnsOf(results)];
    console.log(`| ${cells.join(" | ")} |`);
  }
}

function columnsOf(results: readonly Result[]): string[] {
  const waits = results.flatMap((result) => result.waits).toSorted((one, other) => one - other);
  const sum = (read: (result: Result) => number): number =>
    results.reduce((total, result) => total + read(result), 0);
  const merged = waits.length;
  const hours = sum(({ end }) => end) / 3_600;
  const minutes = (share: number): string =>
    ((waits[Math.floor(share * (merged - 1))] ?? 0) / 60).toFixed(0);
  return [
    (merged / hours).toFixed(1),
    `${minutes(0.5)} / ${minutes(0.9)} min`,
    (sum(({ retests }) => retests) / merged).toFixed(2),
    (sum(({ calls }) => calls) / merged).toFixed(1),
    ((1_000 * sum(({ broken }) => broken)) / merged).toFixed(1),
    String(sum(({ toPeople }) => toPeople)),
  ];
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
