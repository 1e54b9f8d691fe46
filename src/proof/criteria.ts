import type { Contract, ContractCriterion } from "../contract/contract.ts";
import { type CoveredItem, coverageOf, inItsPlace } from "../contract/coverage.ts";
import type { CriterionResult, ExampleResult, ItemResult } from "../evidence/evidence.ts";
import type { Reason } from "../evidence/reasons.ts";
import type { Example } from "../story/example.ts";
import { withoutBullet } from "../story/lines.ts";
import { CRITERIA_OF_ONE_TEST, carriersAmong, type NoCarrier } from "./carriers.ts";
import { literalsOf, missingNames, missingValues } from "./example-literals.ts";
import { exampleOnly, OTHER_INPUTS } from "./other-inputs.ts";
import { placeOfName } from "./places.ts";
import type { CollectedTest, ReportedTest } from "./pytest-report.ts";
import type { PublicName, WrittenTest } from "./syntax-report.ts";
import { writtenBehind } from "./written-tests.ts";

export interface TestFacts {
  readonly collected: readonly CollectedTest[];
  readonly results: readonly ReportedTest[];
  readonly written: readonly WrittenTest[];
  /** Ids of tests that pass although everything public does nothing. */
  readonly vacuous: ReadonlySet<string>;
  /** What came of the examples that were run, by the id of their criterion. */
  readonly examples: ReadonlyMap<string, ExampleResult>;
  /** What the code holds, as far as it is known. */
  readonly publicNames?: readonly PublicName[];
}

export interface CriteriaFindings {
  readonly criteria: Readonly<Record<string, CriterionResult>>;
  /** null where the design says nothing of the whole story. */
  readonly items: readonly ItemResult[] | null;
  readonly reasons: readonly Reason[];
}

/** Whether every line of the story is shown by a test that can fail, and every example by its values or by a run. */
export function checkCriteria(contract: Contract, facts: TestFacts): CriteriaFindings {
  return contract.rules === "present" ? presentRules(contract, facts) : olderRules(contract, facts);
}

/** Tests that passed, with the criteria that they are marked with. */
function passedTests({ collected, results }: TestFacts): readonly CollectedTest[] {
  const passed = new Set(results.filter(({ outcome }) => outcome === "passed").map(({ id }) => id));
  return collected.filter(({ id }) => passed.has(id));
}

function presentRules(contract: Contract, facts: TestFacts): CriteriaFindings {
  const { carrying, others } = carriersAmong({ ...facts, vacuousTests: [...facts.vacuous] });
  const byLine = new Map(contract.items.map((item) => [withoutBullet(item.line), item]));
  const reasons: Reason[] = [];
  const found: Record<string, CriterionResult> = {};
  const shown = new Set<ContractCriterion>();
  for (const criterion of contract.criteria) {
    const { id, source } = criterion;
    const carriers = carrying.filter((test) => test.criteria.includes(id));
    const { example, lacking: values } = exampleOf(criterion, carriers, facts);
    const item = byLine.get(withoutBullet(source));
    const names = item === undefined ? [] : missingNames(item, literalsOf(carriers, facts.written));
    const lacking = [...values, ...names];
    found[id] = { tests: carriers.map((test) => test.id), example };
    const marked = others.filter(({ test }) => test.criteria.includes(id));
    if (carriers.length === 0) reasons.push(untested(id, source, marked));
    else reasons.push(...missing(lacking, source, `the tests of ${id}`));
    if (carriers.length > 0 && lacking.length === 0 && example?.got == null) {
      shown.add(criterion);
    }
  }
  const coverage = coverageOf(contract);
  return {
    criteria: found,
    items: coverage.map((covered) => ({
      line: covered.item.line,
      criteria: covered.criteria.map(({ id }) => id),
      state: stateOf(covered, shown),
    })),
    reasons: [
      ...reasons,
      ...onlyExamples(contract, facts),
      ...coverage.filter(({ isCovered }) => !isCovered).map(uncovered),
    ],
  };

  function stateOf(
    { item: { line, written }, criteria }: CoveredItem,
    counted: ReadonlySet<ContractCriterion>,
  ): ItemResult["state"] {
    if (criteria.some((criterion) => counted.has(criterion))) return "shown";
    const lines = [line, ...written].map(withoutBullet);
    return lines.some((each) => contract.notTestable.has(each)) ? "not_testable" : "uncovered";
  }
}

function uncovered(covered: CoveredItem): Reason {
  const { line, path } = covered.item;
  return {
    code: "story_uncovered",
    message: `No criterion of the design quotes ${JSON.stringify(withoutBullet(line))} (${path} of the story)${inItsPlace(covered)}`,
    file: "meta/design.json",
    item: line,
  };
}

/** Functions that the tests try with the story's own examples and hardly anything else. */
function onlyExamples({ functions }: Contract, facts: TestFacts): Reason[] {
  const { collected, results, written, vacuous, publicNames = [] } = facts;
  const skipped = new Set(
    results.filter(({ outcome }) => outcome === "skipped").map(({ id }) => id),
  );
  // One that failed did try it, and is told of by itself.
  const trying = collected.filter(({ id }) => !vacuous.has(id) && !skipped.has(id));
  const calls = writtenBehind(trying, written).flatMap((test) => test.calls);
  return exampleOnly(functions, calls).map(({ name, others }) => ({
    code: "example_only",
    message: `${name} is compared for ${inputs(others.length)} nowhere in the story, and needs ${OTHER_INPUTS}: a table of the examples would pass`,
    ...placeOfName(name, publicNames),
  }));
}

function inputs(count: number): string {
  if (count > 1) return `${count} inputs that stand`;
  return count === 1 ? "1 input that stands" : "no input that stands";
}

function exampleOf(
  { id, reading, execution }: ContractCriterion,
  carriers: readonly CollectedTest[],
  { written, examples }: TestFacts,
): { example: ExampleResult | null; lacking: readonly string[] } {
  if (reading.kind !== "read") return { example: null, lacking: [] };
  if (execution?.kind === "call") {
    const notRun: ExampleResult = { state: "unchecked", ...NOTHING, why: "it was not run" };
    return { example: examples.get(id) ?? notRun, lacking: [] };
  }
  const lacking = missingValues(reading.example, literalsOf(carriers, written));
  return { example: byLiterals(lacking, execution?.why ?? null), lacking };
}

/** As the first version judged: examples by the values that stand in the tests, and only the lines that are quoted. */
function olderRules({ criteria, items }: Contract, facts: TestFacts): CriteriaFindings {
  const tests = passedTests(facts);
  const reasons: Reason[] = [];
  const found: Record<string, CriterionResult> = {};
  const lackingIn = (example: Example, among: readonly CollectedTest[]): string[] =>
    missingValues(example, literalsOf(among, facts.written));
  for (const { id, source, reading } of criteria) {
    const carriers = tests.filter((test) => test.criteria.includes(id));
    const lacking = reading.kind === "read" ? lackingIn(reading.example, carriers) : [];
    found[id] = {
      tests: carriers.map((test) => test.id),
      example: reading.kind === "read" ? byLiterals(lacking, null) : null,
    };
    if (carriers.length === 0) reasons.push(untested(id, source, []));
    else reasons.push(...missing(lacking, source, `the tests of ${id}`));
  }
  // An example that no criterion quotes must stand in some test all the same.
  const quoted = new Set(criteria.map(({ source }) => withoutBullet(source)));
  const byLine = new Map(items.map((item) => [withoutBullet(item.line), item]));
  const unquoted = [...byLine].filter(([line]) => !quoted.has(line));
  reasons.push(
    ...unquoted.flatMap(([, { line, example }]) =>
      example.kind === "read" ? missing(lackingIn(example.example, tests), line, "any test") : [],
    ),
  );
  return { criteria: found, items: null, reasons };
}

const NOTHING = { call: null, expected: null, got: null };

function byLiterals(lacking: readonly string[], why: string | null): ExampleResult {
  if (lacking.length === 0) return { state: "literals", ...NOTHING, why };
  const fault = `${listed(lacking)} ${lacking.length === 1 ? "reaches" : "reach"} no assertion of its tests`;
  return { state: "unchecked", ...NOTHING, why: fault };
}

function listed(values: readonly string[]): string {
  return values.map((value) => JSON.stringify(value)).join(", ");
}

const BECAUSE: Readonly<Record<NoCarrier, string>> = {
  "not passed": "did not pass",
  vacuous: "passes although everything public does nothing",
  "too many criteria": `carries more than ${CRITERIA_OF_ONE_TEST} criteria, and so shows none of them`,
};

/** `marked`: the tests that carry its mark and show nothing by it. */
function untested(
  id: string,
  source: string,
  marked: readonly { readonly test: CollectedTest; readonly why: NoCarrier }[],
): Reason {
  const [first] = marked;
  const none = `${id} (${JSON.stringify(source)}) has no passing test that carries @pytest.mark.criterion("${id}")`;
  return {
    code: "criterion_untested",
    message:
      first === undefined ? none : `${none} and shows it: ${first.test.id} ${BECAUSE[first.why]}`,
    item: source,
    ...(first !== undefined && { test: first.test.id }),
  };
}

function missing(values: readonly string[], source: string, where: string): Reason[] {
  if (values.length === 0) return [];
  return [
    {
      code: "example_missing",
      message: `The story says ${JSON.stringify(withoutBullet(source))}, and ${listed(values)} ${values.length === 1 ? "reaches" : "reach"} no assertion of ${where}`,
      item: source,
    },
  ];
}
