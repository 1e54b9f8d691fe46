import type { CriterionResult, ExampleResult } from "../evidence/evidence.ts";
import type { Reason } from "../evidence/reasons.ts";
import { sha256OfJson } from "../foundation/digest.ts";
import { jsonIn, utf8Text } from "../foundation/json.ts";
import type { Example } from "../story/example.ts";
import { readExample } from "../story/examples.ts";
import { type Item, quotableLines, storyItems } from "../story/items.ts";
import { withoutBullet } from "../story/lines.ts";
import { type Criterion, DesignDocument } from "../task/design.ts";
import { META, type TaskContent } from "../task/folder.ts";
import { readMeta } from "../task/meta-file.ts";
import { StoryRef } from "../task/story-ref.ts";
import { partsOf, type TaskId } from "../task/task-id.ts";
import { literalsOf, missingValues } from "./example-literals.ts";
import type { CollectedTest, ReportedTest } from "./pytest-report.ts";
import type { WrittenTest } from "./syntax-report.ts";

/** What a task promises: the criteria of its design, and what its story demands. */
export interface Contract {
  readonly criteria: readonly Criterion[];
  /** What the story demands of this task. */
  readonly items: readonly Item[];
}

export type ContractRead =
  | { readonly kind: "read"; readonly contract: Contract }
  /** A folder that holds nothing of what generate writes into `meta/`: made by hand. */
  | { readonly kind: "none" }
  | { readonly kind: "refused"; readonly reasons: readonly Reason[] };

/** Any one of these says that generate made the folder. */
const TRACES = [META.design, META.story, META.storyRef, META.manifest];
const NEEDED = [META.design, META.story, META.storyRef];

/** Reads `meta/` of a task, and refuses a design that does not quote its story word for word. */
export function readContract(task: TaskId, files: readonly TaskContent[]): ContractRead {
  const bytes = new Map(files.map(({ path, content }) => [path, content]));
  const present = TRACES.filter((file) => bytes.has(file));
  if (present.length === 0) return { kind: "none" };
  // Otherwise the promises of a task could be dropped by deleting its design.
  const lacking = NEEDED.filter((file) => !bytes.has(file));
  if (lacking.length > 0) {
    const problem = `is missing, although the task was generated: it has ${present.join(", ")}`;
    return { kind: "refused", reasons: lacking.map((file) => violation(file, problem)) };
  }
  const design = readMeta(DesignDocument, bytes.get(META.design));
  if (design === null) return refused(META.design, "is no design document");
  const story = jsonIn(utf8Text(bytes.get(META.story)!) ?? "");
  if (story === undefined) return refused(META.story, "is not valid JSON");
  const reference = readMeta(StoryRef, bytes.get(META.storyRef));
  if (reference === null) return refused(META.storyRef, "is no reference to a story");
  if (reference.sha256 !== sha256OfJson(story)) {
    return refused(META.story, `is not the story that ${META.storyRef} names`);
  }
  const quotable = new Set(quotableLines(story).map(withoutBullet));
  const invented = design.criteria.filter(({ source }) => !quotable.has(withoutBullet(source)));
  if (invented.length > 0) {
    return {
      kind: "refused",
      reasons: invented.map(({ id, source }) => ({
        code: "policy_violation",
        message: `${META.design}: ${id} quotes a line that the story does not have: ${JSON.stringify(source)}`,
        file: META.design,
      })),
    };
  }
  const { items } = storyItems(story, partsOf(task).part);
  return { kind: "read", contract: { criteria: design.criteria, items } };
}

function refused(file: string, problem: string): ContractRead {
  return { kind: "refused", reasons: [violation(file, problem)] };
}

function violation(file: string, problem: string): Reason {
  return { code: "policy_violation", message: `${file} ${problem}`, file };
}

export interface TestFacts {
  readonly collected: readonly CollectedTest[];
  readonly results: readonly ReportedTest[];
  readonly written: readonly WrittenTest[];
}

export interface CriteriaFindings {
  readonly criteria: Readonly<Record<string, CriterionResult>>;
  readonly reasons: readonly Reason[];
}

/** Whether every criterion has a passing test, and every example of the story stands in the tests with its values. */
export function checkCriteria({ criteria, items }: Contract, facts: TestFacts): CriteriaFindings {
  const passed = new Set(
    facts.results.filter(({ outcome }) => outcome === "passed").map(({ id }) => id),
  );
  const tests = facts.collected.filter(({ id }) => passed.has(id));
  const readings = new Map(items.map(({ line, example }) => [withoutBullet(line), example]));
  const reasons: Reason[] = [];
  const found: Record<string, CriterionResult> = {};
  for (const { id, source } of criteria) {
    const carriers = tests.filter((test) => test.criteria.includes(id));
    const example = exampleOf(source);
    const lacking = example === null ? [] : lackingIn(example, carriers);
    found[id] = {
      tests: carriers.map((test) => test.id),
      example: example === null ? null : byLiterals(lacking),
    };
    if (carriers.length === 0) reasons.push(untested(id, source));
    else reasons.push(...missing(lacking, source, `the tests of ${id}`));
  }
  return { criteria: found, reasons: [...reasons, ...unquoted()] };

  /** An example that no criterion quotes must stand in some test all the same. */
  function unquoted(): Reason[] {
    const quoted = new Set(criteria.map(({ source }) => withoutBullet(source)));
    return [...readings.keys()]
      .filter((line) => !quoted.has(line))
      .flatMap((line) => {
        const example = exampleOf(line);
        if (example === null) return [];
        return missing(lackingIn(example, tests), line, "any test");
      });
  }

  function lackingIn(example: Example, among: readonly CollectedTest[]): string[] {
    return missingValues(example, literalsOf(among, facts.written));
  }

  /** A row of a table is an example by its heading, which the item knows and the line does not. */
  function exampleOf(source: string): Example | null {
    const reading = readings.get(withoutBullet(source)) ?? readExample(source);
    return reading.kind === "read" ? reading.example : null;
  }
}

function byLiterals(lacking: readonly string[]): ExampleResult {
  const unknown = { call: null, expected: null, got: null };
  if (lacking.length === 0) return { state: "literals", ...unknown, why: null };
  const why = `${listed(lacking)} ${lacking.length === 1 ? "does" : "do"} not stand in its tests`;
  return { state: "unchecked", ...unknown, why };
}

function listed(values: readonly string[]): string {
  return values.map((value) => JSON.stringify(value)).join(", ");
}

function untested(id: string, source: string): Reason {
  return {
    code: "criterion_untested",
    message: `${id} (${JSON.stringify(source)}) has no passing test that carries @pytest.mark.criterion("${id}")`,
  };
}

function missing(values: readonly string[], source: string, where: string): Reason[] {
  if (values.length === 0) return [];
  return [
    {
      code: "example_missing",
      message: `The story says ${JSON.stringify(withoutBullet(source))}, and ${listed(values)} ${values.length === 1 ? "does" : "do"} not stand in ${where}`,
    },
  ];
}
