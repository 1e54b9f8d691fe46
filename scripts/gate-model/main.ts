// Plays sequences against the gate, the sweep and what stands around them: see test/model.
import { parseArgs } from "node:util";
import { play, report, sequenceOf, shrunk } from "../../test/model/play.ts";

const { values } = parseArgs({
  options: {
    sequences: { type: "string", default: "10000" },
    from: { type: "string", default: "1" },
    seed: { type: "string" },
    git: { type: "boolean", default: false },
  },
});
const options = { isReal: values.git };
const first = Number(values.seed ?? values.from);
const count = values.seed === undefined ? Number(values.sequences) : 1;
const begin = performance.now();
const sum = { merges: 0, runs: 0, calls: 0, sweeps: 0 };
let failed = 0;
for (let seed = first; seed < first + count; seed += 1) {
  const sequence = sequenceOf(seed);
  const played = await play(sequence, options);
  for (const key of ["merges", "runs", "calls", "sweeps"] as const) sum[key] += played[key];
  const done = seed - first + 1;
  if (done % 100 === 0) console.log(`${done} played, ${failed} broke a rule`);
  if (played.broken.length === 0) continue;
  failed += 1;
  const least = await shrunk(sequence, options);
  console.log(report(least, await play(least, options)));
  if (failed >= 10) break;
}
const seconds = Math.round(performance.now() - begin) / 1_000;
console.log(
  `${count} sequences, ${failed} broke a rule; ${sum.merges} merges by ${sum.runs} runs with ${sum.calls} calls; ${seconds} s, ${Math.round(process.cpuUsage().user / 1_000) / 1_000} s of CPU`,
);
process.exitCode = failed === 0 ? 0 : 1;
