import { describe, expect, test } from "vitest";
import { criterionTests } from "../../../src/authoring/criterion-marks.ts";

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
