import { tmpdir } from "node:os";
import { beforeAll, describe, expect, test } from "vitest";
import { isolatedPytest } from "../../../src/proof/adapters/isolated-pytest.ts";
import { readPythonEnvironment } from "../../../src/proof/adapters/python-environment.ts";
import { criterionTests } from "../../../src/proof/criterion-marks.ts";
import { runLimits } from "../../../src/proof/limits.ts";
import { parsePytestReport } from "../../../src/proof/pytest-report.ts";

const mark = (id: string) => `@pytest.mark.criterion("${id}")`;

function testsOf(...lines: string[]): Record<string, string[]> {
  return criterionTests([{ path: "tests/test_story.py", content: lines.join("\n") }]);
}

const one = "tests/test_story.py::";

describe("criterionTests", () => {
  test.each([
    {
      when: "one mark",
      given: [mark("AC-1"), "def test_a():"],
      expected: { "AC-1": [`${one}test_a`] },
    },
    {
      when: "two marks on one test",
      given: [mark("AC-2"), mark("AC-1"), "def test_a():"],
      expected: { "AC-1": [`${one}test_a`], "AC-2": [`${one}test_a`] },
    },
    {
      when: "one criterion on two tests",
      given: [mark("AC-1"), "def test_a(): pass", mark("AC-1"), "async def test_b():"],
      expected: { "AC-1": [`${one}test_a`, `${one}test_b`] },
    },
    {
      when: "another decorator between",
      given: [mark("AC-1"), '@pytest.mark.parametrize("x", [1, 2])', "def test_a(x):"],
      expected: { "AC-1": [`${one}test_a`] },
    },
    {
      when: "a marked class",
      given: [
        mark("AC-1"),
        "class TestA:",
        "    def test_a(self):",
        `    ${mark("AC-2")}`,
        "    def test_b(self):",
        "def test_c():",
      ],
      expected: {
        "AC-1": [`${one}TestA::test_a`, `${one}TestA::test_b`],
        "AC-2": [`${one}TestA::test_b`],
      },
    },
    {
      when: "single quotes, spaces and Windows line ends",
      given: ["@pytest.mark.criterion( 'AC-10' )\r", "def test_a():\r"],
      expected: { "AC-10": [`${one}test_a`] },
    },
    { when: "a mark on a helper", given: [mark("AC-1"), "def helper():"], expected: {} },
    { when: "no mark", given: ["def test_a():"], expected: {} },
    {
      when: "a mark that belongs to the test before",
      given: [mark("AC-1"), "def test_a():", "    pass", "def test_b():"],
      expected: { "AC-1": [`${one}test_a`] },
    },
  ])("$when", ({ given, expected }) => {
    expect(testsOf(...given)).toEqual(expected);
  });

  test("lists criteria by number and names the file of each test", () => {
    const found = criterionTests([
      { path: "tests/test_story.py", content: `${mark("AC-10")}\ndef test_a():\n` },
      { path: "tests/test_more.py", content: `${mark("AC-9")}\ndef test_a():\n` },
    ]);
    expect(Object.entries(found)).toEqual([
      ["AC-9", ["tests/test_more.py::test_a"]],
      ["AC-10", ["tests/test_story.py::test_a"]],
    ]);
  });
});

/** Forms of marks, and who carries what. pytest itself is asked about each as well. */
const FORMS: readonly { form: string; source: string; carried: Record<string, string[]> }[] = [
  {
    form: "two ids in one mark",
    source: '@pytest.mark.criterion("AC-1", "AC-2")\ndef test_a(): pass',
    carried: { "AC-1": ["test_a"], "AC-2": ["test_a"] },
  },
  {
    form: "marks on parameters",
    source:
      '@pytest.mark.parametrize("x", [\n    pytest.param(1, marks=pytest.mark.criterion("AC-1")),\n    pytest.param(2, marks=[pytest.mark.criterion("AC-2")]),\n])\ndef test_a(x): pass',
    carried: { "AC-1": ["test_a"], "AC-2": ["test_a"] },
  },
  {
    form: "pytestmark of the module, as a list",
    source:
      'pytestmark = [pytest.mark.criterion("AC-1"), pytest.mark.criterion("AC-2")]\n\ndef test_a(): pass',
    carried: { "AC-1": ["test_a"], "AC-2": ["test_a"] },
  },
  {
    form: "pytestmark of a class",
    source:
      'class TestA:\n    pytestmark = pytest.mark.criterion("AC-1")\n    def test_a(self): pass\n\ndef test_b(): pass',
    carried: { "AC-1": ["TestA::test_a"] },
  },
  {
    form: "a class in a class",
    source:
      '@pytest.mark.criterion("AC-1")\nclass TestA:\n    class TestB:\n        @pytest.mark.criterion("AC-2")\n        def test_b(self): pass',
    carried: { "AC-1": ["TestA::TestB::test_b"], "AC-2": ["TestA::TestB::test_b"] },
  },
  {
    form: "a name for the mark",
    source:
      'criterion = pytest.mark.criterion\nshows = criterion\n\n@shows("AC-1")\ndef test_a(): pass\n\n@criterion("AC-2")\ndef test_b(): pass',
    carried: { "AC-1": ["test_a"], "AC-2": ["test_b"] },
  },
  {
    form: "a name for a mark with its id",
    source:
      'FIRST = pytest.mark.criterion("AC-1")\n\n@FIRST\ndef test_a(): pass\n\n@pytest.mark.parametrize("x", [pytest.param(1, marks=FIRST)])\ndef test_b(x): pass',
    carried: { "AC-1": ["test_a", "test_b"] },
  },
  {
    form: "a name for the id",
    source: 'ID = "AC-1"\n\n@pytest.mark.criterion(ID)\ndef test_a(): pass',
    carried: { "AC-1": ["test_a"] },
  },
  {
    form: "mark, imported by itself",
    source: 'from pytest import mark\n\n@mark.criterion("AC-1")\ndef test_a(): pass',
    carried: { "AC-1": ["test_a"] },
  },
  {
    form: "several lines, and a comment among them",
    source:
      '@pytest.mark.criterion(\n    # the first\n    "AC-1",\n)\n@pytest.mark.parametrize("x", [1])\nasync def helper(x): pass\n\n@pytest.mark.criterion(\n    "AC-2",  # and the second\n)\ndef test_a(): pass',
    carried: { "AC-2": ["test_a"] },
  },
  {
    form: "an id in two pieces, and other quotes",
    source:
      "@pytest.mark.criterion(\"AC\" \"-1\")\n@pytest.mark.criterion('''AC-2''')\ndef test_a(): pass",
    carried: { "AC-1": ["test_a"], "AC-2": ["test_a"] },
  },
  {
    form: "behind a condition",
    source: 'if True:\n    @pytest.mark.criterion("AC-1")\n    def test_a(): pass',
    carried: { "AC-1": ["test_a"] },
  },
  {
    form: "a mark in a comment",
    source: '# @pytest.mark.criterion("AC-1")\ndef test_a(): pass',
    carried: {},
  },
  {
    form: "a mark in a text",
    source: 'TEXT = """\n@pytest.mark.criterion("AC-1")\n"""\n\ndef test_a(): pass',
    carried: {},
  },
  {
    form: "a mark in the body of a test",
    source: 'def test_a():\n    pytest.mark.criterion("AC-1")',
    carried: {},
  },
  {
    form: "a mark on a function that is not a test",
    source: '@pytest.mark.criterion("AC-1")\ndef check(): pass\n\ndef test_a(): pass',
    carried: {},
  },
  {
    form: "another mark of the same arguments",
    source: '@pytest.mark.usefixtures()\n@pytest.mark.story("AC-1")\ndef test_a(): pass',
    carried: {},
  },
  {
    form: "a mark that is never used",
    source: 'UNUSED = pytest.mark.criterion("AC-1")\n\ndef test_a(): pass',
    carried: {},
  },
];

const pathOf = (index: number): string => `tests/test_form_${index}.py`;
const contentOf = ({ source }: { source: string }): string => `import pytest\n\n${source}\n`;

describe("every form of a mark is read as pytest reads it", () => {
  const asked = new Map<string, Record<string, string[]>>();

  beforeAll(async () => {
    const environment = await readPythonEnvironment("python3");
    const isolated = isolatedPytest({
      environment,
      isolation: "required",
      hidden: [],
      temporary: tmpdir(),
    });
    const opened = await isolated.open(
      FORMS.map((form, index) => ({
        path: pathOf(index),
        content: new TextEncoder().encode(contentOf(form)),
      })),
    );
    if (opened.kind === "unavailable") throw new Error(opened.tried.join("; "));
    const raw = await opened.session.collect([], runLimits(30));
    await opened.session.close();
    const parsed = parsePytestReport(raw.report);
    if (parsed.kind === "invalid") throw new Error(parsed.problem);
    const [uncollected] = parsed.report.uncollected;
    if (uncollected !== undefined) throw new Error(uncollected.message);
    for (const { id, file, criteria } of parsed.report.collected) {
      const name = id.slice(file.length + 2).replace(/\[.*$/s, "");
      const found = asked.get(file) ?? {};
      for (const criterion of criteria) {
        found[criterion] = [...new Set([...(found[criterion] ?? []), name])];
      }
      asked.set(file, found);
    }
  });

  test.each(FORMS.map((form, index) => ({ ...form, index })))("$form", (given) => {
    const path = pathOf(given.index);
    const read = criterionTests([{ path, content: contentOf(given) }]);
    const names = Object.entries(read).map(([id, tests]): [string, string[]] => [
      id,
      tests.map((carrier) => carrier.slice(path.length + 2)),
    ]);
    expect(Object.fromEntries(names)).toEqual(given.carried);
    expect(asked.get(path) ?? {}).toEqual(given.carried);
  });
});

test("a file that is cut off or no Python at all is read as far as it goes", () => {
  for (const content of [
    "",
    "\0",
    "@pytest.mark.criterion(",
    "def test_a(:\n",
    "class (((",
    "pytestmark =",
  ]) {
    expect(criterionTests([{ path: "tests/test_story.py", content }])).toEqual({});
  }
});

test("names that stand for each other end", () => {
  const content = "a = b\nb = a\n@a\n@a(b)\ndef test_a(): pass\n";
  expect(criterionTests([{ path: "tests/test_story.py", content }])).toEqual({});
});
