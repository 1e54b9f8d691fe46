import { expect, test } from "vitest";
// The repository in memory, on which the random sequences of test/model stand, beside real git. More histories on demand:
// HISTORIES=200 npx vitest run test/world/memory-git.test.ts
import * as fc from "../support/properties.ts";
import { histories, inBoth } from "./memory-git.ts";

const count = Number(process.env["HISTORIES"] ?? "3");

test(`${count} histories are the same in memory and in real git, whatever is asked about them`, async () => {
  const isSame = fc.asyncProperty(histories, async (steps) => {
    const { inMemory, inGit } = await inBoth(steps);
    expect(inMemory).toEqual(inGit);
  });
  await fc.assert(
    isSame,
    process.env["HISTORIES"] === undefined ? { seed: 1, numRuns: count } : { numRuns: count },
  );
});
