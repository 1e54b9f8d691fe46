import { afterAll, beforeAll, expect, test } from "vitest";
import { exampleResult } from "../../support/evidence.ts";
import {
  codesOf,
  metaOf,
  tasks,
  TestRepository,
  verify,
  type Files,
  type Verification,
} from "./support.ts";

const LINE = "x=21 → 42";
const mark = "@pytest.mark.criterion('AC-1')\n";

/** A task whose story has one example, whose values stand where the tests keep them. */
function keeping(tests: string, others: Files = {}): Files {
  return {
    "src/double.py": "def double(x):\n    return x * 2\n",
    "tests/test_story.py": `import pytest\n\nfrom src.double import double\n${tests}`,
    ...others,
    ...metaOf([LINE], [LINE]),
  };
}

const TASKS: Readonly<Record<string, Files>> = {
  in_the_test: keeping(`\n\n${mark}def test_a():\n    assert double(21) == 42\n`),
  in_a_fixture_of_the_class: keeping(
    `\n\nclass TestDouble:\n    @pytest.fixture\n    def case(self):\n        return 21, 42\n\n    @pytest.mark.criterion('AC-1')\n    def test_a(self, case):\n        assert double(case[0]) == case[1]\n`,
  ),
  in_the_set_up: keeping(
    `import unittest\n\n\nclass DoubleTest(unittest.TestCase):\n    def setUp(self):\n        self.given, self.expected = 21, 42\n\n    @pytest.mark.criterion('AC-1')\n    def test_a(self):\n        self.assertEqual(double(self.given), self.expected)\n`,
  ),
  in_another_file: keeping(
    `from tests.cases import CASES\n\n\n@pytest.mark.parametrize(('given', 'expected'), CASES)\n${mark}def test_a(given, expected):\n    assert double(given) == expected\n`,
    { "tests/cases.py": "FIRST = 21\nCASES = [(FIRST, 42), (1, 2)]\n" },
  ),
  in_a_file_that_is_imported_whole: keeping(
    `import tests.cases as whole\nfrom tests import cases\n\n\n${mark}def test_a():\n    assert double(cases.GIVEN) == whole.EXPECTED\n`,
    { "tests/cases.py": "GIVEN = 21\nEXPECTED = 42\n" },
  ),
  in_a_file_by_its_whole_name: keeping(
    `import tests.cases\n\n\n${mark}def test_a():\n    assert double(tests.cases.GIVEN) == tests.cases.EXPECTED\n`,
    { "tests/cases.py": "GIVEN = 21\nEXPECTED = 42\n" },
  ),
  in_a_class_value: keeping(
    `\n\nclass TestDouble:\n    expected = 42\n\n    @pytest.mark.criterion('AC-1')\n    def test_a(self):\n        assert double(21) == self.expected\n`,
  ),
};

/** Values that stand somewhere, but not in what the test refers to. */
const ELSEWHERE: Readonly<Record<string, Files>> = {
  in_another_test: keeping(
    `\n\n${mark}def test_a():\n    assert double(2) == 4\n\n\ndef test_b():\n    assert double(21) == 42\n`,
  ),
  in_a_fixture_that_nobody_asks_for: keeping(
    `\n\nclass TestDouble:\n    @pytest.fixture\n    def case(self):\n        return 21, 42\n\n    @pytest.mark.criterion('AC-1')\n    def test_a(self):\n        assert double(2) == 4\n`,
  ),
  in_a_file_that_is_not_imported: keeping(`\n\n${mark}def test_a():\n    assert double(2) == 4\n`, {
    "tests/cases.py": "CASES = [(21, 42)]\n",
  }),
};

/** A task whose story has examples that are objects, none of which a criterion quotes. */
function showing(examples: readonly object[], tests: string): Files {
  return {
    "src/double.py":
      "def double(x):\n    if x is None:\n        raise ValueError('nothing to double')\n    return x * 2\n",
    "tests/test_story.py": `import pytest\n\nfrom src.double import double\n\n\n${mark}${tests}`,
    ...metaOf(["It doubles."], ["It doubles."], { examples }),
  };
}

const doubles = (cases: string) =>
  `@pytest.mark.parametrize(('x', 'expected'), [${cases}])\ndef test_a(x, expected):\n    assert double(x) == expected\n`;

/** Only what is given and what is expected counts, and only where it is certain. */
const OBJECTS: Readonly<Record<string, Files>> = {
  objects_with_constants: showing(
    [{ input: [true, null], output: [true, null, true, null] }],
    doubles("([True, None], [True, None, True, None])"),
  ),
  objects_without_an_error: showing([{ input: 21, output: 42, error: null }], doubles("(21, 42)")),
  objects_with_bookkeeping: showing(
    [{ uuid: "1-2", description: "a number", property: "double", input: { x: 21 }, expected: 42 }],
    doubles("(21, 42)"),
  ),
  objects_written_as_code: showing(
    [{ input: "x = [4,1]", output: "[4,1,4,1]", explanation: "Twice." }],
    doubles("([4, 1], [4, 1, 4, 1])"),
  ),
  objects_that_tell_a_scene: showing(
    [{ given: "two items at 5.00", when: "doubled", expected: "10.00", priority: "high" }],
    doubles("(21, 42)"),
  ),
  objects_with_several_values_in_a_text: showing(
    [{ input: "1, 2", output: "1, 2, 1, 2" }],
    doubles("([1, 2], [1, 2, 1, 2])"),
  ),
  objects_with_an_error: showing(
    [{ property: "double", input: { x: null }, expected: { error: "nothing to double" } }],
    "def test_a():\n    with pytest.raises(ValueError, match='nothing to double'):\n        double(None)\n",
  ),
};

/** The same, where a value that is certain stands in no test. */
const LACKING: Readonly<Record<string, Files>> = {
  objects_whose_output_is_missing: showing([{ input: 21, output: 42 }], doubles("(21.5, 43)")),
  objects_whose_constant_is_missing: showing(
    [{ input: [true], output: [true, true] }],
    doubles("([1], [1, 1])"),
  ),
  objects_whose_error_is_missing: showing(
    [{ input: null, error: "nothing to double" }],
    "def test_a():\n    with pytest.raises(ValueError):\n        double(None)\n    assert double(2) == 4\n",
  ),
};

const repository = new TestRepository();
let verification: Verification;

beforeAll(async () => {
  repository.commit(tasks({ ...TASKS, ...ELSEWHERE, ...OBJECTS, ...LACKING }));
  verification = await verify(repository, { entry: "literals" });
});
afterAll(() => repository.remove());

test.each(Object.keys(TASKS))("the values of an example are found %s", (task) => {
  const evidence = verification.evidence.get(task);
  expect(evidence?.reasons).toEqual([]);
  expect(evidence?.criteria?.["AC-1"]?.example).toEqual(exampleResult());
});

test.each(Object.keys(ELSEWHERE))("the values of an example do not count %s", (task) => {
  expect(codesOf(verification.evidence.get(task))).toEqual(["example_missing"]);
});

test.each(Object.keys(OBJECTS))("nothing else is asked of %s", (task) => {
  expect(verification.evidence.get(task)?.reasons).toEqual([]);
});

test.each(Object.keys(LACKING))("%s are missed", (task) => {
  expect(codesOf(verification.evidence.get(task))).toEqual(["example_missing"]);
});
