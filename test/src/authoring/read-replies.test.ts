import { describe, expect, test } from "vitest";
import { listed, type Read } from "../../../src/authoring/fault.ts";
import type { FinishReason, ModelReply } from "../../../src/authoring/model.ts";
import { DESIGN_SCHEMA, readDesign } from "../../../src/authoring/read-design.ts";
import {
  assertFolder,
  FILES_SCHEMA,
  readCode,
  readTests,
} from "../../../src/authoring/read-files.ts";
import { strictSchemaFaults } from "../../../world/strict-schema.ts";
import {
  CODE,
  DESIGN,
  onlyTask,
  read,
  REPLIES,
  smallStory,
  TESTS,
} from "../../actions/generate/support/stories.ts";
import { counterexample } from "../../support/counterexample.ts";
import * as fc from "../../support/properties.ts";

const story = read(smallStory("doubling"));
const taskId = onlyTask(story).id;
const ITEMS = DESIGN.criteria.length;
const module = DESIGN.modules[0]!;
const criterion = DESIGN.criteria[0]!;

function reply(value: unknown, finish: FinishReason = "stop"): ModelReply {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return { finish, text, tokens: { input: 1, cachedInput: 0, output: 1 } };
}

function files(...written: { path: string; content: string }[]): ModelReply {
  return reply({ files: written, notes: null });
}

function problemOf(work: () => Read<unknown>): string {
  const result = work();
  return result.ok ? "accepted" : listed(result.faults.map(({ problem }) => problem));
}

function valueOf<T>(result: Read<T>): T {
  if (!result.ok) throw new Error(listed(result.faults.map(({ problem }) => problem)));
  return result.value;
}

const code = { path: "src/doubling.py", content: CODE };
const tests = { path: "tests/test_story.py", content: TESTS };

describe("any reply", () => {
  test.each([
    {
      when: "was cut off",
      given: reply(DESIGN, "length"),
      said: /cut off at the model's output limit/,
    },
    { when: "is a refusal", given: reply("I can't.", "refused"), said: /refused: "I can't\."/ },
    { when: "is not valid JSON", given: reply('{"summary":'), said: /is not valid JSON/ },
    { when: "is a list", given: reply([]), said: /the reply .*expected object/ },
    { when: "is empty", given: reply(" \n"), said: /^the reply is empty$/ },
  ])("that $when is refused whole", ({ given, said }) => {
    expect(problemOf(() => readDesign(given, story, taskId))).toMatch(said);
    expect(problemOf(() => readCode(given, DESIGN))).toMatch(said);
    expect(problemOf(() => readTests(given, DESIGN))).toMatch(said);
  });
});

describe("a design", () => {
  test("is read as it was written", () => {
    expect(valueOf(readDesign(reply(DESIGN), story, taskId))).toEqual(DESIGN);
  });

  test("may have keys that nobody asked for, and stand in a fence", () => {
    const criteria = DESIGN.criteria.map((each) => ({ ...each, priority: "high" }));
    const text = JSON.stringify({ ...DESIGN, criteria, confidence: 0.9 });
    const given = reply(`Here:\n\`\`\`json\n${text}\n\`\`\``);
    expect(valueOf(readDesign(given, story, taskId))).toEqual(DESIGN);
  });

  test("may lack nothing beside keys that nobody asked for", () => {
    const { assumptions: _, ...rest } = DESIGN;
    expect(problemOf(() => readDesign(reply({ ...rest, more: 1 }), story, taskId))).toMatch(
      /assumptions/,
    );
  });

  test.each([
    {
      when: "invents a criterion",
      given: { criteria: [{ ...criterion, source: "It MUST be fast." }] },
      said: /AC-1 quotes a line that the story does not have: "It MUST be fast\."/,
    },
    {
      when: "bends a line",
      given: { criteria: [{ ...criterion, source: "number=2 → 5" }] },
      said: /AC-1 quotes a line/,
    },
    {
      when: "joins two lines",
      given: { criteria: [{ ...criterion, source: "number=2 → 4 number=0 → 0" }] },
      said: /AC-1 quotes a line/,
    },
    {
      when: "repeats a criterion",
      given: { criteria: [criterion, criterion] },
      said: /criterion AC-1 occurs twice/,
    },
    {
      when: "repeats a module",
      given: { modules: [module, module] },
      said: /module src\/doubling\.py occurs twice/,
    },
    {
      when: "has an id of another form",
      given: { criteria: [{ ...criterion, id: "1" }] },
      said: /criteria\.0\.id must be AC-1 to AC-999/,
    },
    { when: "has no criterion", given: { criteria: [] }, said: /criteria/ },
    {
      when: "leaves its folder",
      given: { modules: [{ ...module, path: "src/../../x.py" }] },
      said: /modules\.0\.path must be a Python file below src/,
    },
    {
      when: "promises what is not Python",
      given: {
        modules: [{ ...module, names: [{ ...module.names[0]!, signature: "double(a -> b" }] }],
      },
      said: /the signature of double is not Python; write it as in double\(parameter: type\) -> type/,
    },
    {
      when: "imports another module",
      given: { modules: [{ ...module, import: "from src.other import double" }] },
      said: /must be "from src\.doubling import <names that it has>", not "from src\.other import double"/,
    },
    {
      when: "imports a name it does not promise",
      given: { modules: [{ ...module, import: "from src.doubling import triple" }] },
      said: /names that it has/,
    },
    {
      when: "imports a name it does not promise beside one that it does",
      given: { modules: [{ ...module, import: "from src.doubling import double, triple" }] },
      said: /names that it has/,
    },
    {
      when: "imports a whole module",
      given: { modules: [{ ...module, import: "import src.doubling" }] },
      said: /names that it has/,
    },
    {
      when: "hides a second line in its import",
      given: { modules: [{ ...module, import: "from src.doubling import double\nimport os" }] },
      said: /names that it has/,
    },
  ])("that $when is refused", ({ given, said }) => {
    expect(problemOf(() => readDesign(reply({ ...DESIGN, ...given }), story, taskId))).toMatch(
      said,
    );
  });

  test.each([
    { when: "a bullet is left out", source: "number=0 → 0" },
    { when: "a bullet stays", source: "-  number=0   →  0" },
  ])("may quote a line where $when", ({ source }) => {
    const [first, second, third] = DESIGN.criteria;
    const design = { ...DESIGN, criteria: [first, second, { ...third, source }] };
    expect(valueOf(readDesign(reply(design), story, taskId)).criteria).toHaveLength(ITEMS);
  });

  test.each([
    ["double(number: int) -> int", true],
    ["async def double(a: int = 3, /, *b, **c) -> dict[str, int]:", true],
    ["double[T](number: T) -> T", true],
    ["double(number: int -> int", false],
    ["triple(number)", false],
    ["a function that doubles", false],
    ["double(a); import os; f(b)", false],
  ])("may promise %s: %s", (signature, isPython) => {
    const names = [{ ...module.names[0]!, signature }];
    const result = readDesign(reply({ ...DESIGN, modules: [{ ...module, names }] }), story, taskId);
    const codes = result.ok ? [] : result.faults.map(({ code: each }) => each);
    expect(codes.includes("signature")).toBe(!isPython);
  });

  test.each(["from src.doubling import double", "from doubling import double"])(
    "may be imported by %s",
    (line) => {
      const design = { ...DESIGN, modules: [{ ...module, import: line }] };
      expect(valueOf(readDesign(reply(design), story, taskId)).modules[0]?.import).toBe(line);
    },
  );

  test.each([
    { faults: 20, last: /AC-23 quotes a line that the story does not have: "no"$/ },
    { faults: 21, last: /AC-23 quotes a line that the story does not have: "no"; and 1 more$/ },
  ])("says $faults faults, each of the first 20 in full", ({ faults, last }) => {
    const bad = Array.from({ length: faults }, (_, index) => ({
      ...criterion,
      id: `AC-${ITEMS + index + 1}`,
      source: "no",
    }));
    expect(
      problemOf(() =>
        readDesign(reply({ ...DESIGN, criteria: [...DESIGN.criteria, ...bad] }), story, taskId),
      ),
    ).toMatch(last);
  });

  test("says all its faults at once, but no more than a person reads", () => {
    const bad = Array.from({ length: 50 }, (_, index) => ({
      ...criterion,
      id: `AC-${ITEMS + index + 1}`,
      source: "no",
    }));
    const problem = problemOf(() =>
      readDesign(
        reply({ ...DESIGN, criteria: [...DESIGN.criteria, ...bad], modules: [module, module] }),
        story,
        taskId,
      ),
    );
    expect(problem).toContain("module src/doubling.py occurs twice");
    expect(problem).toContain("AC-22 quotes");
    expect(problem).toContain("and 31 more");
  });
});

describe("what can be kept of a reply that cannot be used", () => {
  test("is nothing of one that is cut off, refused or of another form", () => {
    for (const given of [reply(DESIGN, "length"), reply("No.", "refused"), reply("{"), reply({})]) {
      expect(readDesign(given, story, taskId)).toMatchObject({ ok: false, kept: null });
      expect(readCode(given, DESIGN, [code])).toMatchObject({ ok: false, kept: null });
    }
  });

  test("is the design, and of files those that are at their place", () => {
    const bent = { ...DESIGN, criteria: [{ ...criterion, source: "No." }] };
    expect(readDesign(reply(bent), story, taskId)).toMatchObject({ ok: false, kept: bent });
    const astray = { path: "/etc/passwd", content: "" };
    expect(readCode(files(code, astray), DESIGN)).toMatchObject({ kept: { files: [code] } });
  });

  test("stays where the next reply leaves it out, and goes where that has it again", () => {
    const helper = { path: "src/helper.py", content: "HALF = 2\n" };
    const again = { ...helper, content: "HALF = 3\n" };
    expect(valueOf(readCode(files(again), DESIGN, [code, helper])).files).toEqual([code, again]);
  });
});

describe("notes beside the files", () => {
  test.each([
    { what: "none", notes: null, problem: /^accepted$/ },
    { what: "a few words", notes: "Nothing to add.", problem: /^accepted$/ },
    { what: "10,000 characters", notes: "x".repeat(10_000), problem: /^accepted$/ },
    { what: "more", notes: "x".repeat(10_001), problem: /^notes / },
  ])("may be $what: $problem", ({ notes, problem }) => {
    const given = reply({ files: [code], notes });
    expect(problemOf(() => readCode(given, DESIGN))).toMatch(problem);
  });
});

describe("code", () => {
  test("is read as it was written", () => {
    expect(valueOf(readCode(reply(REPLIES.code), DESIGN)).files).toEqual([code]);
  });

  test("may hold more than the design promises", () => {
    const more = { path: "src/more.py", content: "\n" };
    expect(valueOf(readCode(files(more, code), DESIGN)).files).toEqual([more, code]);
  });

  test.each([
    {
      when: "lacks a promised module",
      given: [{ ...code, path: "src/other.py" }],
      said: "src/doubling.py, which the design promises, is missing",
    },
    { when: "has no file", given: [], said: "files" },
    {
      when: "writes a test",
      given: [code, tests],
      said: '"tests/test_story.py" is not a Python file below src/',
    },
    {
      when: "writes another kind of file",
      given: [code, { path: "src/run.sh", content: "" }],
      said: '"src/run.sh" is not a Python file below src/',
    },
    {
      when: "writes conftest.py",
      given: [code, { path: "src/conftest.py", content: "" }],
      said: '"src/conftest.py" changes how pytest or Python starts',
    },
    {
      when: "writes Conftest.py",
      given: [code, { path: "src/sub/Conftest.py", content: "" }],
      said: '"src/sub/Conftest.py" changes how pytest or Python starts',
    },
    {
      when: "writes sitecustomize.py",
      given: [code, { path: "src/sitecustomize.py", content: "" }],
      said: "changes how pytest or Python starts",
    },
    {
      when: "leaves its folder",
      given: [code, { path: "src/../../../etc/x.py", content: "" }],
      said: "leaves its folder",
    },
    {
      when: "names an absolute path",
      given: [code, { path: "/src/x.py", content: "" }],
      said: "leaves its folder",
    },
    {
      when: "writes into meta",
      given: [code, { path: "meta/manifest.json", content: "{}" }],
      said: '"meta/manifest.json" is not a Python file below src/',
    },
    { when: "writes a file twice", given: [code, code], said: '"src/doubling.py" occurs twice' },
    {
      when: "differs by case alone",
      given: [code, { ...code, path: "src/Doubling.py" }],
      said: "differs from src/doubling.py by case alone",
    },
    {
      when: "has a file that is a folder as well",
      given: [code, { path: "src/doubling.py/x.py", content: "" }],
      said: '"src/doubling.py" is a file and a folder at once',
    },
    {
      when: "holds a NUL",
      given: [{ ...code, content: "x\0" }],
      said: '"src/doubling.py" is not text',
    },
    {
      when: "holds half a surrogate pair",
      given: [{ ...code, content: "x\uD800" }],
      said: '"src/doubling.py" is not text',
    },
    {
      when: "holds too large a file",
      given: [{ ...code, content: "é".repeat(600 * 1024) }],
      said: "is larger than 1048576 bytes",
    },
    {
      when: "holds too much",
      given: [
        code,
        ...Array.from({ length: 9 }, (_, index) => ({
          path: `src/f${index}.py`,
          content: "x".repeat(1_000_000),
        })),
      ],
      said: "more than 8388608",
    },
  ])("that $when is refused", ({ given, said }) => {
    expect(problemOf(() => readCode(files(...given), DESIGN))).toContain(said);
  });
});

describe("tests", () => {
  test("are read as they were written", () => {
    expect(valueOf(readTests(reply(REPLIES.tests), DESIGN)).files).toEqual([tests]);
  });

  test("may lie in several files", () => {
    const more = { path: "tests/cases.py", content: "\n" };
    expect(valueOf(readTests(files(more, tests), DESIGN)).files).toEqual([more, tests]);
  });

  test.each([
    {
      when: "hide a character",
      given: [{ ...tests, content: `${TESTS}# \u202e\n` }],
      said: "tests/test_story.py:21:3: U+202E",
    },
    {
      when: "lack tests/test_story.py",
      given: [{ ...tests, path: "tests/test_other.py" }],
      said: "tests/test_story.py is missing",
    },
    {
      when: "write code",
      given: [tests, code],
      said: '"src/doubling.py" is not a Python file below tests/',
    },
    {
      when: "write conftest.py",
      given: [tests, { path: "tests/conftest.py", content: "" }],
      said: "changes how pytest or Python starts",
    },
    {
      when: "leave a criterion without a test",
      given: [{ ...tests, content: TESTS.replace('"AC-2"', '"AC-1"') }],
      said: 'no test is marked with @pytest.mark.criterion("AC-2")',
    },
    {
      when: "mark a criterion in a comment only",
      given: [
        {
          ...tests,
          content: TESTS.replace('@pytest.mark.criterion("AC-2")', '# mark.criterion("AC-2")'),
        },
      ],
      said: 'no test is marked with @pytest.mark.criterion("AC-2")',
    },
    {
      when: "mark a helper only",
      given: [{ ...tests, content: TESTS.replace("def test_example", "def check_example") }],
      said: 'no test is marked with @pytest.mark.criterion("AC-2")',
    },
  ])("that $when are refused", ({ given, said }) => {
    expect(problemOf(() => readTests(files(...given), DESIGN))).toContain(said);
  });
});

// What a hostile model would try: path signs, dots, separators of other systems, forbidden names.
const pathPart = fc.oneof(
  fc.constantFrom(
    "..",
    ".",
    "",
    "src",
    "tests",
    "meta",
    "conftest.py",
    ".git",
    "~",
    "a.py",
    "x",
    "\\",
    "%2e%2e",
    "a b",
    "é",
    "\u202e",
    "\n",
    "\0",
    "C:",
    "-r",
    "`id`",
    "$(id)",
  ),
  fc.string({ maxLength: 8 }),
);
const hostilePath = fc
  .array(pathPart, { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join("/"));

const isCodeTaken = (path: string) =>
  problemOf(() => readCode(files(code, { path, content: "" }), DESIGN)) === "accepted";
const areTestsTaken = (path: string) =>
  problemOf(() => readTests(files(tests, { path, content: "" }), DESIGN)) === "accepted";
const isHarmless = (path: string, folder: string) =>
  path.startsWith(`${folder}/`) &&
  /^\w+(?:\/[A-Za-z0-9_][A-Za-z0-9_.-]*)+\.py$/.test(path) &&
  !path.split("/").includes("..") &&
  !/(?:^|\/)(?:conftest|sitecustomize|setup)\.py$/i.test(path);

const isDesignTaken = (path: string) =>
  problemOf(() =>
    readDesign(reply({ ...DESIGN, modules: [{ ...module, path }] }), story, taskId),
  ) === "accepted";

describe("whatever path a model names", () => {
  test("nothing outside its folder is accepted, and no name that a shell or Python would read", () => {
    expect(
      counterexample(hostilePath, (path) => !isCodeTaken(path) || isHarmless(path, "src")),
    ).toBeNull();
    expect(
      counterexample(hostilePath, (path) => {
        const below = `tests/${path}`;
        return !areTestsTaken(below) || isHarmless(below, "tests");
      }),
    ).toBeNull();
  });

  test("a design's module stays below src/ as well", () => {
    expect(
      counterexample(
        hostilePath,
        (path) => !isDesignTaken(path) || /^src\/[a-z0-9_/]+\.py$/.test(path),
      ),
    ).toBeNull();
  });
});

describe("assertFolder", () => {
  const [task] = story.tasks;

  test("takes what verify would run", () => {
    const folder = new Map([["meta/transcript.jsonl", new Uint8Array(1024 * 1024)]]);
    expect(() => assertFolder(task!.id, folder)).not.toThrow();
  });

  test("refuses what verify would refuse, such as a transcript that is too long", () => {
    const folder = new Map([["meta/transcript.jsonl", new Uint8Array(1024 * 1024 + 1)]]);
    expect(() => assertFolder(task!.id, folder)).toThrow(
      expect.objectContaining({
        code: "MODEL_OUTPUT_INVALID",
        message:
          'generated/doubling cannot be written: "meta/transcript.jsonl" is larger than 1048576 bytes',
        hint: "Nothing was written. Split the story into parts, so that each reply is shorter.",
      }),
    );
  });
});

describe("the schemas that are sent", () => {
  test.each([
    ["design", DESIGN_SCHEMA],
    ["files", FILES_SCHEMA],
  ])("%s: holds only what OpenAI's strict mode accepts", (_, schema) => {
    expect(strictSchemaFaults(schema)).toEqual([]);
    const allowed = [
      "type",
      "properties",
      "required",
      "additionalProperties",
      "items",
      "enum",
      "anyOf",
    ];
    expect(keywordsOf(schema).filter((keyword) => !allowed.includes(keyword))).toEqual([]);
  });

  test("name every key that the readers demand", () => {
    expect(DESIGN_SCHEMA["required"]).toEqual(Object.keys(DESIGN));
    expect(FILES_SCHEMA["required"]).toEqual(["files", "notes"]);
  });
});

function keywordsOf(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(keywordsOf);
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]: [string, unknown]) => {
    if (key === "required" || key === "enum") return [key];
    return [key, ...(key === "properties" ? valuesOf(value) : [value]).flatMap(keywordsOf)];
  });
}

function valuesOf(value: unknown): unknown[] {
  return typeof value === "object" && value !== null ? Object.values(value) : [];
}
