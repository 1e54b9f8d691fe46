import type { Reason } from "../evidence/reasons.ts";
import { isRecord, jsonIn, utf8Text } from "../foundation/json.ts";
import { shorten } from "../foundation/untrusted-text.ts";
import { type ExampleReading } from "../story/example.ts";
import { readExample } from "../story/examples.ts";
import { type Item, quotableLines, storyItems } from "../story/items.ts";
import { withoutBullet } from "../story/lines.ts";
import { readStoryText } from "../story/story.ts";
import { type Criterion, DesignDocument, type NotTestable, OlderDesign } from "../task/design.ts";
import { META, type TaskContent } from "../task/folder.ts";
import { readMeta } from "../task/meta-file.ts";
import { StoryRef } from "../task/story-ref.ts";
import { partsOf, type TaskId } from "../task/task-id.ts";
import { type ExampleCall, noExecutionProblem, readExecutable } from "./executable-example.ts";
import { notTestableProblem } from "./not-testable.ts";
import { importProblems, promisesOf } from "./promises.ts";

/** A criterion, and what its source says as an example. */
export interface ContractCriterion {
  readonly id: string;
  readonly source: string;
  readonly reading: ExampleReading;
  /** The call that shows the example; null where the source is none. */
  readonly execution:
    | { readonly kind: "call"; readonly call: ExampleCall }
    | { readonly kind: "none"; readonly why: string }
    | null;
}

/** What a task promises: the criteria of its design, and what its story demands. */
export interface Contract {
  /** `older`: a design that says nothing of what cannot be tested, and holds no examples that can be run. */
  readonly rules: "present" | "older";
  readonly criteria: readonly ContractCriterion[];
  /** What the story demands of this task. */
  readonly items: readonly Item[];
  /** Lines that no test can show, by what `withoutBullet` leaves of them, with the reason. */
  readonly notTestable: ReadonlyMap<string, NotTestable["reason"]>;
  /** What the code promises to be called by. */
  readonly imports: readonly string[];
  /** Promised functions and classes: what an example may be about. */
  readonly names: readonly string[];
  /** Promised functions that examples call, but for those of which there are hardly other inputs. */
  readonly functions: readonly ExampleFunction[];
}

export interface ExampleFunction {
  readonly name: string;
  /** What a table of its examples could hold: every item but the examples of other functions. */
  readonly items: readonly Item[];
}

export type ContractRead =
  | { readonly kind: "read"; readonly contract: Contract }
  /** A folder that holds nothing of what generate writes into `meta/`: made by hand. */
  | { readonly kind: "none" }
  | { readonly kind: "refused"; readonly reasons: readonly Reason[] };

/** Any one of these says that generate made the folder. */
const TRACES = [META.design, META.story, META.storyMarkdown, META.storyRef, META.manifest];

/** Reads `meta/` of a task, and refuses a design that does not say what its story says. */
export function readContract(task: TaskId, files: readonly TaskContent[]): ContractRead {
  const bytes = new Map(files.map(({ path, content }) => [path, content]));
  const present = TRACES.filter((file) => bytes.has(file));
  if (present.length === 0) return { kind: "none" };
  // Otherwise the promises of a task could be dropped by deleting its design.
  const storyFile = bytes.has(META.storyMarkdown) ? META.storyMarkdown : META.story;
  const lacking = [META.design, storyFile, META.storyRef].filter((file) => !bytes.has(file));
  if (lacking.length > 0) {
    const problem = `is missing, although the task was generated: it has ${present.join(", ")}`;
    return { kind: "refused", reasons: lacking.map((file) => violation(file, problem)) };
  }
  const design = readDesignFile(bytes.get(META.design)!);
  if (design === null) return refused(META.design, "is not a design document");
  if (storyFile === META.storyMarkdown && bytes.has(META.story)) {
    return refused(storyFile, `stands beside ${META.story}, and a task is made from one of them`);
  }
  const text = utf8Text(bytes.get(storyFile)!);
  if (text === null) return refused(storyFile, "is not UTF-8 text");
  const story = readStoryText(storyFile, text);
  if (!story.ok) return refused(storyFile, story.problems.join("; "));
  const reference = readMeta(StoryRef, bytes.get(META.storyRef));
  if (reference === null) return refused(META.storyRef, "is not a reference to a story");
  if (reference.sha256 !== story.digest) {
    return refused(storyFile, `is not the story that ${META.storyRef} names`);
  }
  const demands = demandsOf(story.value, partsOf(task).part);
  const { contract, problems } =
    "notTestable" in design ? contractOf(design, demands) : olderContractOf(design, demands);
  if (problems.length === 0) return { kind: "read", contract };
  return {
    kind: "refused",
    reasons: problems.map(({ problem, item }) => ({
      code: "policy_violation",
      message: `${META.design}: ${problem}`,
      file: META.design,
      ...(item !== undefined && { item }),
    })),
  };
}

function readDesignFile(bytes: Uint8Array): DesignDocument | OlderDesign | null {
  const value = jsonIn(utf8Text(bytes) ?? "");
  const schema = isRecord(value) && "notTestable" in value ? DesignDocument : OlderDesign;
  return schema.safeParse(value).data ?? null;
}

/** What a story demands of one task, and what may be quoted of it. */
export interface Demands {
  readonly items: readonly Item[];
  readonly quotable: ReadonlySet<string>;
}

export function demandsOf(story: unknown, part: string | null): Demands {
  return {
    items: storyItems(story, part).items,
    quotable: new Set(quotableLines(story).map(withoutBullet)),
  };
}

/** What is wrong with a design, and the line of the story that it is about. */
export interface DesignProblem {
  readonly problem: string;
  readonly item?: string;
}

/** The contract that a design makes, with all that is wrong with it; where something is, it binds nobody. */
export function contractOf(
  design: DesignDocument,
  { items, quotable }: Demands,
): { readonly contract: Contract; readonly problems: readonly DesignProblem[] } {
  const promises = promisesOf(design);
  const byLine = itemsByLine(items);
  const readings = readingsByLine(items);
  const problems: DesignProblem[] = [
    ...importProblems(design).map((problem) => ({ problem })),
    ...twiceIn(design).map((problem) => ({ problem })),
    ...inventedIn(design.criteria, quotable),
  ];
  const criteria = design.criteria.map((criterion) => {
    const line = withoutBullet(criterion.source);
    const { reading, execution, faults } = bestReading(
      criterion,
      readings.get(line) ?? [readExample(criterion.source)],
      promises,
    );
    problems.push(
      ...faults.map((fault) => ({ problem: `${criterion.id}: ${fault}`, item: criterion.source })),
    );
    return { id: criterion.id, source: criterion.source, reading, execution };
  });
  for (const { source, reason } of design.notTestable) {
    const item = byLine.get(withoutBullet(source));
    const fault =
      item === undefined
        ? "is not a line that the story demands"
        : notTestableProblem(item, reason);
    if (fault !== null) {
      problems.push({
        problem: `notTestable: ${shown(source)} cannot stand there for the reason "${reason}": ${fault}`,
        item: source,
      });
    }
  }
  const contract: Contract = {
    rules: "present",
    criteria,
    items,
    notTestable: new Map(
      design.notTestable.map(({ source, reason }) => [withoutBullet(source), reason]),
    ),
    imports: promises.imports,
    names: [...promises.names.values()]
      .filter(({ kind }) => kind !== "constant")
      .map(({ name }) => name),
    functions: functionsOf(criteria, items, promises),
  };
  return { contract, problems };
}

/** `flag: bool` has two values, and a story may give both of them. */
const OF_FEW_VALUES = /^\w+\s*:\s*(?:bool|None|Literal\[[^\]]*\]|bool\s*\|\s*None)(?:\s*=.*)?$/u;

function functionsOf(
  criteria: readonly ContractCriterion[],
  items: readonly Item[],
  { names }: ReturnType<typeof promisesOf>,
): ExampleFunction[] {
  const calledBy = new Map(criteria.map((each) => [each, namesCalledBy(each)]));
  const byLine = Map.groupBy(criteria, ({ source }) => withoutBullet(source));
  const isOfOthers = (name: string, { line, written, example }: Item): boolean => {
    const quoting = [line, ...written].flatMap((each) => byLine.get(withoutBullet(each)) ?? []);
    return (
      example.kind === "read" &&
      quoting.length > 0 &&
      quoting.every((each) => each.execution?.kind === "call" && !calledBy.get(each)!.has(name))
    );
  };
  return [...new Set([...calledBy.values()].flatMap((each) => [...each]))]
    .filter((name) => {
      const promised = names.get(name);
      if (promised?.kind !== "function") return false;
      const parameters = /\(([^()]*)\)/u.exec(promised.signature)?.[1]?.trim() ?? "";
      return (
        parameters !== "" && !parameters.split(/,\s*/u).every((each) => OF_FEW_VALUES.test(each))
      );
    })
    .map((name) => ({ name, items: items.filter((item) => !isOfOthers(name, item)) }));
}

function namesCalledBy({ execution }: ContractCriterion): ReadonlySet<string> {
  if (execution?.kind !== "call") return new Set();
  return new Set(namesIn([...execution.call.setup, execution.call.call]));
}

/** What is called by its name in Python that was made from what was read. */
function namesIn(code: readonly string[]): string[] {
  return code.flatMap((line) =>
    [...line.replaceAll(/'(?:\\.|[^'\\])*'/gu, "''").matchAll(/(?<![\w.])(\w+)\(/gu)].map(
      ([, name]) => name!,
    ),
  );
}

function olderContractOf(
  design: OlderDesign,
  { items, quotable }: Demands,
): { contract: Contract; problems: DesignProblem[] } {
  const byLine = itemsByLine(items);
  const criteria = design.criteria.map(({ id, source }) => ({
    id,
    source,
    reading: byLine.get(withoutBullet(source))?.example ?? readExample(source),
    execution: null,
  }));
  const contract: Contract = {
    rules: "older",
    criteria,
    items,
    notTestable: new Map(),
    imports: [],
    names: [],
    functions: [],
  };
  return { contract, problems: inventedIn(design.criteria, quotable) };
}

/** Where a line stands twice, such as a row of two tables, the one that can be read counts. */
function itemsByLine(items: readonly Item[]): ReadonlyMap<string, Item> {
  const found = new Map<string, Item>();
  for (const item of items) {
    const line = withoutBullet(item.line);
    if (found.get(line)?.example.kind !== "read") found.set(line, item);
  }
  return found;
}

/** A row may be read in two ways, below two tables whose columns are not the same. */
function readingsByLine(items: readonly Item[]): ReadonlyMap<string, readonly ExampleReading[]> {
  const groups = Map.groupBy(items, ({ line }) => withoutBullet(line));
  return new Map(
    [...groups].map(([line, group]) => {
      const all = group.map(({ example }) => example);
      const read = all.filter(({ kind }) => kind === "read");
      const byForm = new Map(
        (read.length > 0 ? read : all).map((each) => [JSON.stringify(each), each]),
      );
      return [line, [...byForm.values()]];
    }),
  );
}

/** What comes of a criterion by the reading of its line that it fits; by the first where it fits none. */
function bestReading(
  criterion: Criterion,
  readings: readonly ExampleReading[],
  promises: ReturnType<typeof promisesOf>,
): { reading: ExampleReading } & ReturnType<typeof executionOf> {
  const found = readings.map((reading) => ({
    reading,
    ...executionOf(criterion, reading, promises),
  }));
  return found.find(({ faults }) => faults.length === 0) ?? found[0]!;
}

/** Ids and names that stand for two things: a result of one would be taken for the other's. */
function twiceIn({ criteria, modules }: DesignDocument): string[] {
  const paths = repeated(modules.map(({ path }) => path));
  const names = modules
    .filter(({ path }) => !paths.includes(path))
    .flatMap((module) => module.names.map(({ name }) => name));
  return [
    ...repeated(criteria.map(({ id }) => id)).map((id) => `criterion ${id} occurs twice`),
    ...paths.map((path) => `module ${path} occurs twice`),
    ...repeated(names).map((name) => `name ${name} is promised twice`),
  ];
}

function repeated(texts: readonly string[]): string[] {
  return [...new Set(texts.filter((text, index) => texts.indexOf(text) !== index))];
}

function inventedIn(
  criteria: readonly Pick<Criterion, "id" | "source">[],
  quotable: ReadonlySet<string>,
): DesignProblem[] {
  return criteria
    .filter(({ source }) => !quotable.has(withoutBullet(source)))
    .map(({ id, source }) => ({
      problem: `${id} quotes a line that the story does not have: ${shown(source)}`,
      item: source,
    }));
}

function executionOf(
  { example: written }: Criterion,
  reading: ExampleReading,
  promises: ReturnType<typeof promisesOf>,
): { execution: ContractCriterion["execution"]; faults: readonly string[] } {
  if (reading.kind !== "read") {
    const faults =
      written === null
        ? []
        : ["`example` must be null: its source is not an example that can be read with certainty"];
    return { execution: null, faults };
  }
  if (written === null) {
    return { execution: null, faults: ["its source is an example: `example` must not be null"] };
  }
  if ("none" in written) {
    const fault = noExecutionProblem(written, reading.example, promises);
    return {
      execution: { kind: "none", why: written.none },
      faults: fault === null ? [] : [fault],
    };
  }
  const read = readExecutable(written, reading.example, promises);
  return read.ok
    ? { execution: { kind: "call", call: read.call }, faults: [] }
    : { execution: null, faults: read.problems };
}

function refused(file: string, problem: string): ContractRead {
  return { kind: "refused", reasons: [violation(file, problem)] };
}

function violation(file: string, problem: string): Reason {
  return { code: "policy_violation", message: `${file} ${problem}`, file };
}

function shown(source: string): string {
  return JSON.stringify(shorten(source, 300));
}
