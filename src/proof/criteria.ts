import type { CriterionResult } from "../evidence/evidence.ts";
import type { Reason } from "../evidence/reasons.ts";
import { sha256OfJson } from "../foundation/digest.ts";
import { jsonIn, utf8Text } from "../foundation/json.ts";
import { decimal } from "../story/decimal.ts";
import { type Example, type ExampleValue, valuesOf } from "../story/example.ts";
import { readExample } from "../story/examples.ts";
import { type Item, quotableLines, storyItems } from "../story/items.ts";
import { withoutBullet } from "../story/lines.ts";
import { type Criterion, DesignDocument } from "../task/design.ts";
import { META, type TaskContent } from "../task/folder.ts";
import { readMeta } from "../task/meta-file.ts";
import { StoryRef } from "../task/story-ref.ts";
import { partsOf, type TaskId } from "../task/task-id.ts";
import type { CollectedTest, ReportedTest } from "./pytest-report.ts";
import type { Literal, WrittenTest } from "./syntax-report.ts";

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
    const examples = example === null ? null : lookUp(example, carriers, facts.written);
    found[id] = { tests: carriers.map((test) => test.id), examples };
    if (carriers.length === 0) reasons.push(untested(id, source));
    else reasons.push(...missing(examples?.missing ?? [], source, `the tests of ${id}`));
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
        return missing(lookUp(example, tests, facts.written).missing, line, "any test");
      });
  }

  /** A row of a table is an example by its heading, which the item knows and the line does not. */
  function exampleOf(source: string): Example | null {
    const reading = readings.get(withoutBullet(source)) ?? readExample(source);
    return reading.kind === "read" ? reading.example : null;
  }
}

function untested(id: string, source: string): Reason {
  return {
    code: "criterion_untested",
    message: `${id} (${JSON.stringify(source)}) has no passing test that carries @pytest.mark.criterion("${id}")`,
  };
}

function missing(values: readonly string[], source: string, where: string): Reason[] {
  if (values.length === 0) return [];
  const listed = values.map((value) => JSON.stringify(value)).join(", ");
  return [
    {
      code: "example_missing",
      message: `The story says ${JSON.stringify(withoutBullet(source))}, and ${listed} ${values.length === 1 ? "does" : "do"} not stand in ${where}`,
    },
  ];
}

function lookUp(
  example: Example,
  tests: readonly CollectedTest[],
  written: readonly WrittenTest[],
): { found: string[]; missing: string[] } {
  const literals = literalsOf(tests, written);
  const values = [
    ...new Map(valuesOf(example).map((value) => [`${value.kind} ${value.text}`, value])).values(),
  ];
  const stands = (value: ExampleValue): boolean => literals.some((each) => matches(value, each));
  return {
    found: values.filter(stands).map(({ text }) => text),
    missing: values.filter((value) => !stands(value)).map(({ text }) => text),
  };
}

/** The literals of the functions behind some collected tests; an inherited one is looked for by its own name. */
function literalsOf(tests: readonly CollectedTest[], written: readonly WrittenTest[]): Literal[] {
  const byId = Map.groupBy(written, ({ file, name }) => `${file}::${name}`);
  const byName = Map.groupBy(written, ({ name }) => name.split("::").at(-1)!);
  const byPlace = Map.groupBy(written, ({ file, first }) => `${file}:${first}`);
  const functions = new Set(
    tests.flatMap(({ id, source }) => {
      const here = source === null ? undefined : byPlace.get(`${source.file}:${source.line}`);
      if (here !== undefined) return here;
      const start = id.indexOf("[", id.indexOf("::"));
      const base = start < 0 ? id : id.slice(0, start);
      return byId.get(base) ?? byName.get(base.split("::").at(-1)!) ?? [];
    }),
  );
  return [...functions].flatMap(({ literals }) => literals);
}

function matches(value: ExampleValue, literal: Literal): boolean {
  switch (value.kind) {
    case "number":
      return (
        literal.kind !== "name" && numbersIn(literal).some((each) => each === decimal(value.text))
      );
    case "string":
      return literal.kind === "string" || literal.kind === "number"
        ? isSameText(value.text, literal.text)
        : false;
    case "name":
      return (
        (literal.kind === "name" || literal.kind === "string") && contains(literal.text, value.text)
      );
    case "empty":
      return literal.kind === "empty" || literal.text === "";
    default:
      return false;
  }
}

/** A numeric string is its number; the words of a text that a program reads are numbers too. */
function numbersIn({ kind, text }: Literal): string[] {
  const words = kind === "number" ? [text] : text.split(/[\s,;]+/u);
  return words.map(decimal).filter((number) => number !== null);
}

function isSameText(wanted: string, text: string): boolean {
  if (text === wanted) return true;
  const number = decimal(wanted);
  if (number !== null && decimal(text) === number) return true;
  return wanted !== "" && contains(text, wanted);
}

/** Whether a text holds another with no letter or digit around it, as a pattern for an error's message does. */
function contains(text: string, wanted: string): boolean {
  if (text === wanted) return true;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const around = `${text[at - 1] ?? ""}${text[at + wanted.length] ?? ""}`;
    if (!/[\p{L}\p{N}_]/u.test(around)) return true;
  }
  return false;
}
