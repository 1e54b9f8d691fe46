import type { Contract, ContractCriterion } from "../../../src/contract/contract.ts";
import type { Reason } from "../../../src/evidence/reasons.ts";
import type { TestFacts } from "../../../src/proof/criteria.ts";
import type { CollectedTest, ReportedTest } from "../../../src/proof/pytest-report.ts";
import type { Literal, WrittenTest } from "../../../src/proof/syntax-report.ts";
import { readExample } from "../../../src/story/examples.ts";
import { type Item, storyItems } from "../../../src/story/items.ts";

/** Reasons by code and message alone. */
export const told = (reasons: readonly Reason[]) =>
  reasons.map(({ code, message }) => ({ code, message }));

export const FILE = "tests/test_story.py";

export const criterion = (id: string, source: string): ContractCriterion => ({
  id,
  source,
  reading: readExample(source),
  execution: null,
});

/** A contract by the older rules, which ask of examples that their values stand in the tests. */
export const older = (contract: Pick<Contract, "criteria" | "items">): Contract => ({
  rules: "older",
  notTestable: new Map(),
  imports: [],
  names: [],
  functions: [],
  ...contract,
});

/** What a story demands that says no more than these lines. */
export const demanding = (...lines: readonly string[]): readonly Item[] =>
  storyItems({ acceptance: lines }).items;

export const number = (text: string): Literal => ({ kind: "number", text, role: "expected" });
export const string = (text: string): Literal => ({ kind: "string", text, role: "expected" });
export const name = (text: string): Literal => ({ kind: "name", text, role: "expected" });
export const empty = (text: string): Literal => ({ kind: "empty", text, role: "expected" });
export const as = (literal: Literal, role: Literal["role"]): Literal => ({ ...literal, role });

export interface Test {
  /** The node id without its file. */
  readonly id?: string;
  /** By which name its function is written; the id without parameters where it is not given. */
  readonly written?: string;
  readonly marks?: readonly string[];
  readonly outcome?: ReportedTest["outcome"];
  readonly literals?: readonly Literal[];
  readonly calls?: WrittenTest["calls"];
}

export function factsOf(...tests: readonly Test[]): TestFacts {
  const whole = tests.map(({ id = "test_a", ...more }) => ({ id: `${FILE}::${id}`, ...more }));
  return {
    collected: whole.map(({ id, marks = ["AC-1"] }): CollectedTest => ({
      id,
      file: FILE,
      line: 1,
      source: null,
      criteria: marks,
    })),
    results: whole.map(({ id, outcome = "passed" }): ReportedTest => ({
      id,
      outcome,
      seconds: 0,
      message: null,
      details: null,
    })),
    vacuous: new Set(),
    examples: new Map(),
    written: tests.map(
      ({ id = "test_a", written = id.split("[")[0]!, literals = [], calls = [] }): WrittenTest => ({
        file: FILE,
        name: written,
        line: 1,
        first: 1,
        certain: true,
        literals,
        calls,
      }),
    ),
  };
}
