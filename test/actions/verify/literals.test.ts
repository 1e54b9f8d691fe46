import { afterAll, beforeAll, expect, test } from "vitest";
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

const repository = new TestRepository();
let verification: Verification;

beforeAll(async () => {
  repository.commit(tasks({ ...TASKS, ...ELSEWHERE }));
  verification = await verify(repository, { entry: "literals" });
}, 120_000);
afterAll(() => repository.remove());

test.each(Object.keys(TASKS))("the values of an example are found %s", (task) => {
  const evidence = verification.evidence.get(task);
  expect(evidence?.reasons).toEqual([]);
  expect(evidence?.criteria?.["AC-1"]?.examples).toEqual({ found: ["21", "42"], missing: [] });
});

test.each(Object.keys(ELSEWHERE))("the values of an example do not count %s", (task) => {
  expect(codesOf(verification.evidence.get(task))).toEqual(["example_missing"]);
});
