import { describe, expect, test } from "vitest";
import { sha256 } from "../../../src/foundation/digest.ts";
import { sampleOf } from "../../../src/proof/mutant-sample.ts";
import type { PossibleMutant } from "../../../src/proof/syntax-report.ts";

const mutant = (index: number, overrides: Partial<PossibleMutant> = {}): PossibleMutant => ({
  file: "src/a.py",
  index,
  kind: "number",
  range: [1, 1, 1, 2],
  change: "`1` → `2`",
  function: "f",
  first: 1,
  lines: [1, 1],
  aside: null,
  ...overrides,
});

const many = (count: number, overrides: Partial<PossibleMutant> = {}): PossibleMutant[] =>
  Array.from({ length: count }, (_, index) => mutant(index, overrides));

const seed = sha256("seed");

describe("the sample", () => {
  test("is the same for the same seed and another for another", () => {
    const mutants = many(50);
    expect(sampleOf(mutants, 10, seed)).toEqual(sampleOf(mutants.toReversed(), 10, seed));
    expect(sampleOf(mutants, 10, seed)).not.toEqual(sampleOf(mutants, 10, sha256("other")));
  });

  test("holds none that is set aside, and no more than there are", () => {
    const mutants = [...many(5, { aside: "only what is logged changes" }), mutant(9)];
    expect(sampleOf(mutants, 3, seed)).toEqual([mutant(9)]);
    expect(sampleOf([], 3, seed)).toEqual([]);
    expect(sampleOf(mutants, 0, seed)).toEqual([]);
  });

  test("can be drawn from very many", () => {
    expect(sampleOf(many(150_000), 2, seed)).toHaveLength(2);
  });

  test("is spread over kinds", () => {
    const mutants = [...many(200), mutant(200, { kind: "raise" }), mutant(201, { kind: "return" })];
    const kinds = sampleOf(mutants, 3, seed).map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(["number", "raise", "return"]);
  });

  test("is spread over functions, also those of one name in two files", () => {
    const mutants = [
      ...many(200),
      mutant(200, { function: "g" }),
      mutant(200, { file: "src/b.py" }),
    ];
    const places = sampleOf(mutants, 3, seed).map((each) => `${each.file} ${each.function}`);
    expect(places.toSorted()).toEqual(["src/a.py f", "src/a.py g", "src/b.py f"]);
  });
});
