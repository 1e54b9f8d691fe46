import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that take longest, by their names. Begun last, one of them would keep a single worker busy at the end. */
const LONG = [
  "generate/self-check",
  "generate/careless-author",
  "verify/honest",
  "verify/examples",
  "verify/gallery",
  "verify/faults",
  "discover/scenarios",
  "adapters/isolation",
  "model/planted-faults",
  "model/gate-model",
  "merge-gate/gate-faults",
  "merge-gate/gate-drain",
  "merge-gate/gate-races",
  "merge-gate/gate-refuses",
  "adapters/isolated-installation",
  "generate/crashes",
  "generate/races",
  "generate/two-runs",
  "generate/questions",
  "generate/branches",
];

/** Without figures of an earlier run, as in a fresh clone, vitest goes by the size of files, which says little here. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- it is vitest's own method, and no array's
    const usual = await super.sort(files);
    return usual.toSorted((one, other) => rankOf(one) - rankOf(other));
  }
}

function rankOf({ moduleId }: TestSpecification): number {
  const rank = LONG.findIndex((name) => moduleId.includes(`/${name}.test.`));
  return rank < 0 ? LONG.length : rank;
}
