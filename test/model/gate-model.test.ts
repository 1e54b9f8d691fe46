// Random sequences of what happens to a repository, with the gate, the sweep and the ways of generate at work. More of
// them: node_modules/.bin/node scripts/gate-model/main.ts (--git for real git).
import { expect, test } from "vitest";
import { PRODUCT } from "./jobs.ts";
import { play, report, sequenceOf, shrunk } from "./play.ts";

type Options = Parameters<typeof play>[1];

/** What is wrong with the first sequence that broke a rule, by as few moves as possible; null where none did. */
async function firstBroken(seeds: Iterable<number>, options: Options = {}): Promise<string | null> {
  for (const seed of seeds) {
    const sequence = sequenceOf(seed);
    if ((await play(sequence, options)).broken.length === 0) continue;
    const least = await shrunk(sequence, options);
    return report(least, await play(least, options));
  }
  return null;
}

function* from(first: number, count: number): Iterable<number> {
  for (let seed = first; seed < first + count; seed += 1) yield seed;
}

test("300 sequences: nothing unproven is merged, nobody is left, and all ends", async () => {
  expect(await firstBroken(from(1, 300))).toBeNull();
}, 1_800_000);

/** A gate that says nothing of any group. */
const silentOnGroups: typeof PRODUCT.gate = (inputs, trigger, ports) =>
  trigger.kind === "merge_group"
    ? Promise.resolve({ decided: [], undecided: [] })
    : PRODUCT.gate(inputs, trigger, ports);

test("whoever a merge queue lets go again and again comes to a person", async () => {
  const makers = { ...PRODUCT, gate: silentOnGroups };
  const { broken, sweeps } = await play(sequenceOf(23), { makers });
  expect(broken).toEqual([]);
  // Three that have it added again, one that hands it over, and one that finds nothing to do.
  expect(sweeps).toBe(5);
});

test("3 sequences with real git", async () => {
  expect(await firstBroken(from(1, 3), { isReal: true })).toBeNull();
}, 1_800_000);

test("a sequence is the same each time", async () => {
  const { broken, ...counts } = await play(sequenceOf(7));
  expect(broken).toEqual([]);
  expect(await play(sequenceOf(7))).toEqual({ broken, ...counts });
});
