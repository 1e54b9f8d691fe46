import { describe, expect, test } from "vitest";
import {
  type ContractRead,
  contractOf,
  demandsOf,
  readContract,
} from "../../../src/contract/contract.ts";
import { uncoveredItems } from "../../../src/contract/coverage.ts";
import { sha256, sha256OfJson } from "../../../src/foundation/digest.ts";
import type { DesignDocument } from "../../../src/task/design.ts";
import type { TaskContent } from "../../../src/task/folder.ts";
import { isTaskId, type TaskId } from "../../../src/task/task-id.ts";
import { DESIGN } from "../../actions/generate/support/stories.ts";

const FILE = "tests/test_story.py";

const refused = (file: string, problem: string): ContractRead => ({
  kind: "refused",
  reasons: [{ code: "policy_violation", message: `${file} ${problem}`, file }],
});

function designOf(...sources: string[]) {
  const criteria = sources.map((source, index) => ({
    id: `AC-${index + 1}`,
    source,
    statement: "Shows it",
  }));
  const { notTestable: _, ...older } = DESIGN;
  return { ...older, criteria };
}

function reference(story: unknown) {
  const sha = sha256OfJson(JSON.parse(JSON.stringify(story)));
  return { story: "meta/stories/shop.json", id: "shop", sha256: sha };
}

const linesOf = (read: ContractRead): string[] => {
  if (read.kind !== "read") throw new Error(JSON.stringify(read));
  return read.contract.items.map(({ line }) => line);
};

describe("the contract of a task", () => {
  const STORY = {
    id: "shop",
    feature: "A shop.\nIt is small.",
    tasks: [
      { id: "Cart", feature: "- items=2 → total=4" },
      { id: "till", feature: "It opens." },
      null,
      "a part that is none",
      ["neither is this"],
    ],
  };

  type Meta = Readonly<Record<string, unknown>>;

  const META: Meta = {
    "meta/story.json": STORY,
    "meta/story_ref.json": reference(STORY),
    "meta/design.json": designOf("It is small."),
    "meta/manifest.json": {},
  };

  /** The contract of a folder whose `meta/` is as it should be but for what is given; undefined takes a file away. */
  function folderOf(given: Meta = {}, task = "shop"): ContractRead {
    const files = Object.entries({ ...META, ...given }).filter(([, value]) => value !== undefined);
    return readContract(
      taskId(task),
      files.map(([path, value]): TaskContent => ({ path, content: bytesOf(value) })),
    );
  }

  test("is the criteria of its design and what its story demands", () => {
    expect(folderOf()).toMatchObject({
      kind: "read",
      contract: { rules: "older", criteria: [{ id: "AC-1", source: "It is small." }] },
    });
    expect(linesOf(folderOf())).toEqual([
      "A shop.",
      "It is small.",
      "- items=2 → total=4",
      "It opens.",
    ]);
  });

  test.each([
    { task: "shop__cart", lines: ["A shop.", "It is small.", "- items=2 → total=4"] },
    { task: "shop__till", lines: ["A shop.", "It is small.", "It opens."] },
    { task: "shop__gone", lines: [] },
    // What has no id is no part, not even that of this name.
    { task: "shop__undefined", lines: [] },
  ])("of $task holds what its part demands, and what stands above the parts", ({ task, lines }) => {
    expect(linesOf(folderOf({}, task))).toEqual(lines);
  });

  test.each([
    { ...STORY, tasks: "none" },
    { ...STORY, tasks: undefined },
    [{ id: "till" }, "A shop.\nIt is small."],
  ])("of a part of a story without parts holds no line: %j", (story) => {
    const given = { "meta/story.json": story, "meta/story_ref.json": reference(story) };
    const design = { "meta/design.json": designOf("A shop.") };
    expect(linesOf(folderOf({ ...given, ...design }, "shop__till"))).toEqual([]);
  });

  test.each(["It is small.", "  It is  small. ", "- It is small.", "items=2 → total=4"])(
    "may quote a line of the whole story: %j",
    (source) => {
      expect(folderOf({ "meta/design.json": designOf(source) }).kind).toBe("read");
    },
  );

  test("does not need the manifest", () => {
    expect(folderOf({ "meta/manifest.json": undefined })).toMatchObject({ kind: "read" });
  });

  const nothing = Object.fromEntries(Object.keys(META).map((path) => [path, undefined]));

  test.each([
    { when: "nothing", given: nothing },
    { when: "a transcript only", given: { ...nothing, "meta/transcript.jsonl": "" } },
    { when: "code and tests", given: { ...nothing, "src/a.py": "", [FILE]: "" } },
  ])("there is none where a person wrote the folder: it holds $when", ({ given }) => {
    expect(folderOf(given)).toEqual({ kind: "none" });
  });

  test.each(Object.keys(META))(
    "is refused where of all that generate writes only %s is left",
    (path) => {
      const left = folderOf({ ...nothing, [path]: META[path] });
      const lacking = ["meta/design.json", "meta/story.json", "meta/story_ref.json"].filter(
        (each) => each !== path,
      );
      expect(left).toEqual({
        kind: "refused",
        reasons: lacking.map((file) => ({
          code: "policy_violation",
          message: `${file} is missing, although the task was generated: it has ${path}`,
          file,
        })),
      });
    },
  );

  test.each<{ when: string; given: Meta; expected: ContractRead }>([
    {
      when: "its design is missing",
      given: { "meta/design.json": undefined },
      expected: refused(
        "meta/design.json",
        "is missing, although the task was generated: it has meta/story.json, meta/story_ref.json, meta/manifest.json",
      ),
    },
    {
      when: "its design is none",
      given: { "meta/design.json": { criteria: [] } },
      expected: refused("meta/design.json", "is not a design document"),
    },
    {
      when: "its story is not valid JSON",
      given: { "meta/story.json": bytesOf("{") },
      expected: refused(
        "meta/story.json",
        "is not valid JSON: Expected property name or '}' in JSON at position 1 (line 1 column 2)",
      ),
    },
    {
      when: "its story is no text",
      given: { "meta/story.json": Uint8Array.of(0x22, 0xff, 0x22) },
      expected: refused("meta/story.json", "is not UTF-8 text"),
    },
    {
      when: "its reference is none",
      given: { "meta/story_ref.json": {} },
      expected: refused("meta/story_ref.json", "is not a reference to a story"),
    },
    {
      when: "its story is another than it names",
      given: { "meta/story.json": { ...STORY, feature: "It is small. And cheap." } },
      expected: refused("meta/story.json", "is not the story that meta/story_ref.json names"),
    },
    {
      when: "its story is its own, but the reference names another",
      given: { "meta/story_ref.json": { ...reference(STORY), sha256: sha256("other") } },
      expected: refused("meta/story.json", "is not the story that meta/story_ref.json names"),
    },
  ])("is refused where $when", ({ given, expected }) => {
    expect(folderOf(given)).toEqual(expected);
  });

  test("is refused where a criterion quotes what the story does not say, and each of them is named", () => {
    const given = designOf("It is small.", "It is fast.", "A shop. It is small.");
    expect(folderOf({ "meta/design.json": given })).toEqual({
      kind: "refused",
      reasons: [
        ["AC-2", "It is fast."],
        ["AC-3", "A shop. It is small."],
      ].map(([id, source]) => ({
        code: "policy_violation",
        message: `meta/design.json: ${id} quotes a line that the story does not have: "${source}"`,
        file: "meta/design.json",
        item: source,
      })),
    });
  });
});

const shownBy = (call: string, returns: string) => ({ setup: [], call, returns, raises: null });
const call = (given: string, returns: string) => shownBy(`double(${given})`, returns);

const acceptance = (...lines: readonly string[]) => ({ acceptance: lines });

const promising = (...names: readonly string[]): Partial<DesignDocument> => ({
  modules: [
    {
      ...DESIGN.modules[0]!,
      import: `from src.doubling import ${names.join(", ")}`,
      names: names.map((name) => ({
        name,
        kind: "function",
        signature: `${name}(a: int, b: int) -> int`,
        behaviour: "b",
      })),
    },
  ],
});

describe("a design and what its story demands", () => {
  type Criterion = DesignDocument["criteria"][number];
  const quoting = (source: string, example: Criterion["example"] = null) => ({ source, example });

  interface Case {
    readonly story: Readonly<Record<string, unknown>>;
    readonly part?: string;
    readonly criteria: readonly {
      readonly source: string;
      readonly example: Criterion["example"];
    }[];
    readonly notTestable?: DesignDocument["notTestable"];
    readonly design?: Partial<DesignDocument>;
  }

  const judged = ({ story, part, criteria, notTestable = [], design }: Case) => {
    const document: DesignDocument = {
      ...DESIGN,
      criteria: criteria.map((each, index) => ({ id: `AC-${index + 1}`, statement: "s", ...each })),
      notTestable,
      ...design,
    };
    const { contract, problems } = contractOf(document, demandsOf(story, part ?? null));
    return {
      problems: problems.map(({ problem }) => problem),
      items: problems.map(({ item }) => item),
      uncovered: uncoveredItems(contract).map(({ item }) => item.line),
      executions: contract.criteria.map(({ execution }) => execution?.kind ?? null),
      functions: contract.functions.map(({ name, items }) => ({
        name,
        items: items.map(({ line }) => line),
      })),
    };
  };
  const called = (code: string, returns: string) => ({ ...call("2", returns), call: code });
  const row = (code: string) => quoting("| 2 | 2 | 4 |", called(code, "4"));
  const table = ["| a | b | expected |", "|---|---|---|", "| 2 | 2 | 4 |"];
  const under = (...headings: readonly string[]) => ({
    acceptance: headings.flatMap((heading) => [heading, ...table]),
  });

  test.each<Case & { readonly when: string; readonly executions: readonly (string | null)[] }>([
    {
      when: "a row stands below two functions, and each is called",
      story: under("### add", "### multiply"),
      criteria: [row("add(2, 2)"), row("multiply(2, 2)")],
      design: promising("add", "multiply"),
      executions: ["call", "call"],
    },
    {
      when: "a row stands below two headings of one function",
      story: under("# Usual", "# At the edge"),
      criteria: [row("add(2, 2)"), row("add(2, 2)")],
      design: promising("add"),
      executions: ["call", "call"],
    },
    {
      when: "a row stands below two headings whose other rows say which function is meant",
      story: {
        acceptance: [
          "# Usual",
          ...table,
          "| 2 | 3 | 5 |",
          "# At the edge",
          ...table,
          "| 0 | 3 | 3 |",
        ],
      },
      criteria: [
        row("add(2, 2)"),
        row("add(2, 2)"),
        quoting("| 2 | 3 | 5 |", called("add(2, 3)", "5")),
        quoting("| 0 | 3 | 3 |", called("add(0, 3)", "3")),
      ],
      design: promising("add", "multiply"),
      executions: ["call", "call", "call", "call"],
    },
    {
      when: "a row stands below two headings that name nothing, where one call may be right for both",
      story: under("# Overview", "# Details"),
      criteria: [row("add(2, 2)"), row("add(2, 2)")],
      design: promising("add", "multiply"),
      executions: ["call", "call"],
    },
    {
      when: "a call of the story stands in two places, and says itself what it is about",
      story: { description: "## Examples\n\n- add(2, 2) → 4", acceptance: ["add(2, 2) → 4"] },
      criteria: [quoting("add(2, 2) → 4", called("add(2, 2)", "4"))],
      design: promising("add", "multiply"),
      executions: ["call"],
    },
    {
      when: "a row stands twice below one heading",
      story: { acceptance: ["### add", ...table, "| 2 | 2 | 4 |"] },
      criteria: [row("add(2, 2)")],
      design: promising("add", "multiply"),
      executions: ["call"],
    },
    {
      when: "a row is read in two ways below two tables",
      story: {
        acceptance: "| x | result |\n|---|---|\n| 2 | 4 |\n\n| result | x |\n|---|---|\n| 2 | 4 |",
      },
      criteria: [quoting("| 2 | 4 |", call("2", "4")), quoting("| 2 | 4 |", call("4", "2"))],
      executions: ["call", "call"],
    },
    {
      when: "a line stands under two headings, and two criteria quote it",
      story: { acceptance: "# add\n- It takes zero.\n# multiply\n- It takes zero." },
      criteria: [quoting("It takes zero."), quoting("It takes zero.")],
      executions: [null, null],
    },
    {
      when: "a line stands under two keys that demand",
      story: { requirements: ["It doubles."], acceptance: ["It doubles."] },
      criteria: [quoting("It doubles.")],
      executions: [null],
    },
    {
      when: "what no test can show stands under two headings",
      story: { acceptance: "# add\n- No I/O.\n- It adds.\n# multiply\n- No I/O." },
      criteria: [quoting("It adds.")],
      notTestable: [{ source: "No I/O.", reason: "purity" }],
      executions: [null],
    },
    {
      when: "each line is quoted, with its example",
      story: acceptance("It doubles.", "- x=2 → 4"),
      criteria: [quoting("- It doubles."), quoting("x=2 → 4", call("2", "4"))],
      executions: [null, "call"],
    },
    {
      when: "a line is quoted twice",
      story: acceptance("x=2 → 4"),
      criteria: [quoting("x=2 → 4", call("2", "4")), quoting("x=2 → 4", call("x=2", "4"))],
      executions: ["call", "call"],
    },
    {
      when: "an example cannot be read with certainty",
      story: acceptance("1, 2 → 2, 4"),
      criteria: [quoting("1, 2 → 2, 4")],
      executions: [null],
    },
    {
      when: "an example has a reason for being no call",
      story: acceptance("x=2 → 4"),
      criteria: [quoting("x=2 → 4", { none: "several_calls" })],
      design: {
        modules: [
          {
            ...DESIGN.modules[0]!,
            names: [{ name: "double", kind: "class", signature: "double()", behaviour: "b" }],
          },
        ],
      },
      executions: ["none"],
    },
    {
      when: "a wrapped line is quoted as a whole",
      story: { acceptance: "It doubles numbers\nand nothing else" },
      criteria: [quoting("It doubles numbers and nothing else")],
      executions: [null],
    },
    {
      when: "a wrapped line is quoted in its parts",
      story: { acceptance: "It doubles numbers\nand nothing else" },
      criteria: [quoting("It doubles numbers"), quoting("and nothing else")],
      executions: [null, null],
    },
    {
      when: "headings are quoted by nobody, and rows of a table are examples under theirs",
      story: { acceptance: "# Doubling\n\nExamples:\n\n| x | result |\n|---|---|\n| 2 | 4 |" },
      criteria: [quoting("| 2 | 4 |", call("2", "4"))],
      executions: ["call"],
    },
    {
      when: "a row stands in two tables, one of them without a result",
      story: {
        acceptance: "| x | result |\n|---|---|\n| 2 | 4 |\n\n| a | b |\n|---|---|\n| 2 | 4 |",
      },
      criteria: [quoting("| 2 | 4 |", call("2", "4"))],
      executions: ["call"],
    },
    {
      when: "an example stands under a key that demands nothing",
      story: { acceptance: ["It doubles."], notes: "x=2 → 4" },
      criteria: [quoting("It doubles."), quoting("x=2 → 4", call("2", "4"))],
      executions: [null, "call"],
    },
    {
      when: "a line of the story that demands nothing is quoted as well",
      story: { acceptance: ["It doubles."], notes: "By hand." },
      criteria: [quoting("It doubles."), quoting("By hand.")],
      executions: [null, null],
    },
    {
      when: "an object is quoted by its JSON",
      story: { acceptance: [{ input: 2, output: 4 }] },
      criteria: [quoting('{"input":2,"output":4}', call("2", "4"))],
      executions: ["call"],
    },
    {
      when: "the part has lines of its own",
      story: {
        feature: "A shop.",
        tasks: [
          { id: "a", feature: "One." },
          { id: "b", feature: "Two." },
        ],
      },
      part: "b",
      criteria: [quoting("A shop."), quoting("Two.")],
      executions: [null, null],
    },
    {
      when: "what no test can show is named",
      story: acceptance("It doubles.", "* Standard library only."),
      criteria: [quoting("It doubles.")],
      notTestable: [{ source: "Standard library only.", reason: "libraries" }],
      executions: [null],
    },
  ])("fit where $when", ({ executions, ...given }) => {
    expect(judged(given)).toMatchObject({ problems: [], items: [], uncovered: [], executions });
  });

  test.each<Case & { readonly when: string; readonly uncovered: readonly string[] }>([
    ...[
      { when: "only one of them is called", criteria: [row("add(2, 2)")] },
      { when: "both criteria call one of them", criteria: [row("add(2, 2)"), row("add(2, 2)")] },
      {
        when: "both criteria call one of them in other words",
        criteria: [row("add(2, 2)"), row("add(a=2, b=2)")],
      },
    ].map(({ when, criteria }) => ({
      when: `a row stands below two functions, and ${when}`,
      story: under("### add", "### multiply"),
      criteria,
      design: promising("add", "multiply"),
      uncovered: ["| 2 | 2 | 4 |"],
    })),
    {
      when: "a row stands below two headings that name nothing, and one criterion quotes it",
      story: under("# Sums", "# Products"),
      criteria: [row("add(2, 2)")],
      design: promising("add", "multiply"),
      uncovered: ["| 2 | 2 | 4 |"],
    },
    {
      when: "an example stands in two lists with names",
      story: { acceptance: { add: ["2, 2 → 4"], multiply: ["2, 2 → 4"] } },
      criteria: [quoting("2, 2 → 4", called("add(2, 2)", "4"))],
      design: promising("add", "multiply"),
      uncovered: ["2, 2 → 4"],
    },
    {
      when: "a line stands under two headings, and one criterion quotes it",
      story: { acceptance: "# add\n- It takes zero.\n# multiply\n- It takes zero." },
      criteria: [quoting("It takes zero.")],
      uncovered: ["- It takes zero."],
    },
    {
      when: "a line stands below two lines that end in a colon",
      story: { acceptance: ["add:", "- It takes zero.", "multiply:", "- It takes zero."] },
      criteria: [quoting("It takes zero.")],
      uncovered: ["- It takes zero."],
    },
    {
      when: "a row is read in two ways, and one call shows one of them",
      story: {
        acceptance: "| x | result |\n|---|---|\n| 2 | 4 |\n\n| result | x |\n|---|---|\n| 2 | 4 |",
      },
      criteria: [quoting("| 2 | 4 |", call("2", "4")), quoting("| 2 | 4 |", call("2", "4"))],
      uncovered: ["| 2 | 4 |"],
    },
    {
      when: "no criterion quotes it",
      story: acceptance("It doubles.", "It is quick."),
      criteria: [quoting("It doubles.")],
      uncovered: ["It is quick."],
    },
    {
      when: "only one of its parts is quoted",
      story: { acceptance: "It doubles numbers\nand nothing else" },
      criteria: [quoting("It doubles numbers")],
      uncovered: ["It doubles numbers and nothing else"],
    },
    {
      when: "it is an example that only its parts quote",
      story: { acceptance: "x=2 →\nresult=4" },
      criteria: [quoting("x=2 →"), quoting("result=4")],
      uncovered: ["x=2 → result=4"],
    },
    {
      when: "it is an example of another key",
      story: { acceptance: ["It doubles."], notes: "x=2 → 4" },
      criteria: [quoting("It doubles.")],
      uncovered: ["x=2 → 4"],
    },
    {
      when: "it stands above the parts",
      story: { feature: "A shop.", tasks: [{ id: "a", feature: "One." }] },
      part: "a",
      criteria: [quoting("One.")],
      uncovered: ["A shop."],
    },
  ])("leave a line uncovered where $when", ({ uncovered, ...given }) => {
    expect(judged(given)).toMatchObject({ problems: [], uncovered });
  });

  const DOUBLES = { story: acceptance("It doubles."), criteria: [quoting("It doubles.")] };
  const [MODULE] = DESIGN.modules;
  const importing = (line: string) => ({ modules: [{ ...MODULE!, import: line }] });

  test.each<Case & { readonly when: string; readonly says: string; readonly item?: string }>([
    {
      when: "a criterion quotes what the story does not say",
      ...DOUBLES,
      criteria: [...DOUBLES.criteria, quoting("It triples.")],
      says: 'AC-2 quotes a line that the story does not have: "It triples."',
      item: "It triples.",
    },
    {
      when: "an example has no form in which it is run",
      story: acceptance("x=2 → 4"),
      criteria: [quoting("x=2 → 4")],
      says: "AC-1: its source is an example: `example` must not be null",
      item: "x=2 → 4",
    },
    {
      when: "what is no example has one",
      ...DOUBLES,
      criteria: [quoting("It doubles.", call("2", "4"))],
      says: "AC-1: `example` must be null: its source is not an example",
      item: "It doubles.",
    },
    {
      when: "what cannot be read with certainty has one",
      story: acceptance("1, 2 → 2, 4"),
      criteria: [quoting("1, 2 → 2, 4", call("1", "2"))],
      says: "AC-1: `example` must be null",
      item: "1, 2 → 2, 4",
    },
    {
      when: "its example is another",
      story: acceptance("x=2 → 4"),
      criteria: [quoting("x=2 → 4", call("2", "5"))],
      says: "AC-1: `returns` must hold what the story expects, 4",
      item: "x=2 → 4",
    },
    {
      when: "the reason for being no call does not fit",
      story: acceptance("x=2 → 4"),
      criteria: [quoting("x=2 → 4", { none: "files" })],
      says: 'AC-1: "none": "files" does not fit any signature of the design',
      item: "x=2 → 4",
    },
    {
      when: "an example is said to be beyond a test",
      story: acceptance("It doubles.", "x=2 → 4"),
      criteria: [quoting("It doubles.")],
      notTestable: [{ source: "x=2 → 4", reason: "style" }],
      says: 'notTestable: "x=2 → 4" cannot stand there for the reason "style": it is an example',
      item: "x=2 → 4",
    },
    {
      when: "a line that a test can show is said to be beyond one",
      story: acceptance("It doubles.", "Names are sorted."),
      criteria: [quoting("It doubles.")],
      notTestable: [{ source: "Names are sorted.", reason: "style" }],
      says: "it does not say how its text looks",
      item: "Names are sorted.",
    },
    {
      when: "a line that is said to be beyond a test is none of the story's",
      ...DOUBLES,
      notTestable: [{ source: "Full type hints.", reason: "style" }],
      says: "is not a line that the story demands",
      item: "Full type hints.",
    },
    {
      when: "two criteria have one id",
      ...DOUBLES,
      design: {
        criteria: [1, 2].map(() => ({ id: "AC-1", statement: "s", ...quoting("It doubles.") })),
      },
      says: "criterion AC-1 occurs twice",
    },
    {
      when: "a name is promised by two modules",
      ...DOUBLES,
      design: {
        modules: [
          MODULE!,
          { ...MODULE!, path: "src/other.py", import: "from src.other import double" },
        ],
      },
      says: "name double is promised twice",
    },
    {
      when: "a module is promised twice",
      ...DOUBLES,
      design: { modules: [MODULE!, MODULE!] },
      says: "module src/doubling.py occurs twice",
    },
    ...[
      "from src.other import double",
      "from src.doubling import double, print",
      "from src.doubling import *",
      "from src.doubling import double as f",
      "from src.doubling import double; import os",
      "import src.doubling",
      "from os import double",
    ].map((line) => ({
      when: `its tests would say ${line}`,
      ...DOUBLES,
      design: importing(line),
      says: `the import of src/doubling.py must be "from src.doubling import <names that it has>", not "${line}"`,
    })),
  ])("do not fit where $when", ({ says, item, ...given }) => {
    const { problems, items } = judged(given);
    expect(problems).toEqual([expect.stringContaining(says)]);
    expect(items).toEqual([item]);
  });

  test("names each function of examples with the items that a table of them could hold", () => {
    const names = ["double", "halve"].map((name) => ({
      name,
      kind: "function" as const,
      signature: `${name}(x: int) -> int`,
      behaviour: "b",
    }));
    const lines = ["Numbers up to 9.", "double(2) → 4", "double(halve(6)) → 6", "halve(8) → 4"];
    const { problems, functions } = judged({
      story: acceptance(...lines),
      criteria: [
        quoting("Numbers up to 9."),
        quoting(lines[1]!, shownBy("double(2)", "4")),
        quoting(lines[2]!, shownBy("double(halve(6))", "6")),
        quoting(lines[3]!, shownBy("halve(8)", "4")),
      ],
      design: { modules: [{ ...DESIGN.modules[0]!, names }] },
    });
    expect(problems).toEqual([]);
    expect(functions).toEqual([
      { name: "double", items: [lines[0], lines[1], lines[2]] },
      { name: "halve", items: [lines[0], lines[2], lines[3]] },
    ]);
  });

  test("may import a module as tests see it with src on the path", () => {
    expect(
      judged({ ...DOUBLES, design: importing("from doubling import double") }).problems,
    ).toEqual([]);
  });

  test("are refused in a folder with every problem, each with its line", () => {
    const story = { id: "shop", ...acceptance("It doubles.", "x=2 → 4") };
    const design = {
      ...DESIGN,
      criteria: [
        { id: "AC-1", source: "It doubles.", statement: "s", example: call("2", "4") },
        { id: "AC-2", source: "x=2 → 4", statement: "s", example: null },
      ],
    };
    const read = readContract(
      taskId("shop"),
      Object.entries({
        "meta/story.json": story,
        "meta/story_ref.json": reference(story),
        "meta/design.json": design,
      }).map(([path, value]) => ({ path, content: bytesOf(value) })),
    );
    expect(read).toMatchObject({
      kind: "refused",
      reasons: ["It doubles.", "x=2 → 4"].map((item) => ({
        code: "policy_violation",
        file: "meta/design.json",
        item,
      })),
    });
  });

  test("are judged by the older rules where the design has none of the present keys", () => {
    const { notTestable: _, ...older } = DESIGN;
    const criteria = [{ id: "AC-1", source: "It doubles.", statement: "s" }];
    const story = { id: "shop", ...acceptance("It doubles.", "x=2 → 4") };
    const folder = (design: unknown) =>
      readContract(
        taskId("shop"),
        Object.entries({
          "meta/story.json": story,
          "meta/story_ref.json": reference(story),
          "meta/design.json": design,
        }).map(([path, value]) => ({ path, content: bytesOf(value) })),
      );
    expect(folder({ ...older, criteria })).toMatchObject({ contract: { rules: "older" } });
    // Half of a design is none.
    expect(folder({ ...older, criteria, notTestable: [] })).toEqual(
      refused("meta/design.json", "is not a design document"),
    );
    expect(folder({ ...older, criteria: DESIGN.criteria })).toEqual(
      refused("meta/design.json", "is not a design document"),
    );
  });
});

function taskId(text: string): TaskId {
  if (!isTaskId(text)) throw new Error(`${text} is no task id`);
  return text;
}

function bytesOf(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value;
  return new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value));
}
