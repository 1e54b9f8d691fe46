import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sha256OfJson } from "../../../src/foundation/digest.ts";
import type { PythonEnvironments } from "../../../src/proof/python-environments.ts";
import type { IsolatedPytest } from "../../../src/proof/session.ts";
import type { DesignDocument, NotTestable } from "../../../src/task/design.ts";
import { manifestOf } from "../../support/manifest.ts";
import {
  codesOf,
  python,
  tasks,
  TestRepository,
  verify,
  type Files,
  type Verification,
} from "./support.ts";

interface Demand {
  readonly line: string;
  /** Where the line is an example: how it is run. */
  readonly setup?: readonly string[];
  readonly call?: string;
  readonly returns?: string;
  readonly raises?: { readonly type: string; readonly match: string | null };
  /** Where no criterion is to quote it. */
  readonly left?: true;
  readonly notTestable?: NotTestable["reason"];
}

interface Task {
  readonly code: string;
  readonly tests: string;
  readonly demands: readonly Demand[];
  readonly signatures?: readonly string[];
  /** The module of the code, without its ending. */
  readonly module?: string;
  readonly files?: Files;
}

/** A folder as generate writes it, with a criterion for each line of its story that is not left out. */
function folder(task: Task): Files {
  const { code, tests, demands, signatures = ["double(x)"], module = "double" } = task;
  const names = signatures.map((signature) => {
    const name = /^(?:async )?(\w+)/u.exec(signature)![1]!;
    const kind = /^[A-Z]/u.test(name) ? "class" : "function";
    return { name, kind, signature, behaviour: "b" } as const;
  });
  const from = `from src.${module} import ${names.map(({ name }) => name).join(", ")}`;
  const quoted = demands.filter(
    ({ left, notTestable }) => left !== true && notTestable === undefined,
  );
  const design: DesignDocument = {
    summary: "s",
    modules: [{ path: `src/${module}.py`, import: from, purpose: "p", names }],
    criteria: quoted.map(({ line, setup = [], call, returns, raises }, index) => ({
      id: `AC-${index + 1}`,
      source: line,
      statement: "s",
      example:
        call === undefined
          ? null
          : { setup: [...setup], call, returns: returns ?? null, raises: raises ?? null },
    })),
    notTestable: demands.flatMap(({ line, notTestable }) =>
      notTestable === undefined ? [] : [{ source: line, reason: notTestable }],
    ),
    assumptions: [],
  };
  const story = { id: "s", feature: "s", acceptance: demands.map(({ line }) => line) };
  const reference = { story: "meta/stories/s.json", id: "s", sha256: sha256OfJson(story) };
  return {
    [`src/${module}.py`]: code,
    "tests/test_story.py": `import pytest\n\n${from}\n\n\n${tests}`,
    "meta/story.json": JSON.stringify(story),
    "meta/story_ref.json": JSON.stringify(reference),
    "meta/design.json": JSON.stringify(design),
    ...task.files,
  };
}

const carrying = (...ids: readonly string[]): string =>
  ids.map((id) => `@pytest.mark.criterion("${id}")\n`).join("");

const shows = (...checks: readonly string[]): string =>
  checks
    .map((check, index) => `${carrying(`AC-${index + 1}`)}def test_${index}():\n    ${check}\n`)
    .join("\n\n");

const DOUBLE = "def double(x):\n    return x * 2\n";
const EXAMPLE: Demand = { line: "x=21 → 42", call: "double(21)", returns: "42" };
const OTHER: Demand = { line: "x=4 → 8", call: "double(4)", returns: "8" };
/** Tests that pass on every code that doubles 3, 5 and 7, and say nothing of the examples. */
const DOUBLES = "assert double(3) == 6\n    assert double(5) == 10\n    assert double(7) == 14";
const BESIDES = shows(DOUBLES, DOUBLES);

const COUNTS = [4, 5, 6]
  .map(
    (n) =>
      `assert list(count(${n})) == [${Array.from({ length: n }, (_, each) => each).join(", ")}]`,
  )
  .join("\n    ");
const AWAITED = DOUBLES.replaceAll(/double\(\d\)/gu, "asyncio.run($&)");

const RIGHT: Readonly<Record<string, Task>> = {
  function: { code: DOUBLE, tests: BESIDES, demands: [EXAMPLE, OTHER] },
  class: {
    code: "class Account:\n    def __init__(self, balance):\n        self.balance = balance\n\n    def withdraw(self, amount):\n        if amount > self.balance:\n            raise ValueError('NOT_ENOUGH: ' + str(self.balance))\n        self.balance -= amount\n        return self.balance\n",
    tests: shows("assert Account(5).withdraw(2) == 3", "assert Account(5).withdraw(2) == 3"),
    signatures: ["Account(balance: int)"],
    demands: [
      {
        line: "balance=100, amount=30 → 70",
        setup: ["account = Account(100)", "account.withdraw(30)"],
        call: "account.balance",
        returns: "70",
      },
      {
        line: "balance=1, amount=2 → raises ValueError('NOT_ENOUGH')",
        setup: ["account = Account(1)"],
        call: "account.withdraw(2)",
        raises: { type: "ValueError", match: "NOT_ENOUGH" },
      },
    ],
  },
  async: {
    code: "import asyncio\n\n\nasync def double(x):\n    await asyncio.sleep(0)\n    return x * 2\n",
    tests: `import asyncio\n\n\n${shows(AWAITED, AWAITED)}`,
    signatures: ["async double(x)"],
    demands: [
      { ...EXAMPLE, call: "await double(21)" },
      { line: "x=4 → 16", setup: ["y = await double(4)"], call: "await double(y)", returns: "16" },
    ],
  },
  generator: {
    code: "def count(n):\n    yield from range(n)\n",
    tests: shows(COUNTS, COUNTS),
    signatures: ["count(n: int) -> Iterator[int]"],
    demands: [
      { line: "count(3) → [0, 1, 2]", call: "list(count(3))", returns: "[0, 1, 2]" },
      { line: "n=2 → 0", call: "next(count(2))", returns: "0" },
    ],
  },
  objects: {
    code: "from dataclasses import dataclass\nfrom enum import Enum, IntEnum\nfrom typing import NamedTuple\n\n\n@dataclass\nclass Point:\n    x: float\n    y: float\n\n    def flip(self):\n        return Point(self.y, self.x)\n\n    def color(self):\n        return Color.RED if self.x > self.y else Color.BLUE\n\n    def level(self):\n        return Level.LOW\n\n    def pair(self):\n        return Pair(self.x, self.y)\n\n    def __lt__(self, other):\n        return self.x < other.x\n\n\nclass Pair(NamedTuple):\n    x: float\n    y: float\n\n\nclass Color(Enum):\n    RED = 'red'\n    BLUE = 'blue'\n\n\nclass Level(IntEnum):\n    LOW = 7\n",
    tests: shows(
      ...Array.from(
        { length: 6 },
        () =>
          "p = Point(1, 0)\n    assert (p.flip().x, p.color(), p.level(), p.pair()) == (0, Color.RED, 7, (1, 0))\n    assert Point(0, 1).color() == Color.BLUE\n    assert Point(0, 1) < Point(1, 0)\n    assert not Point(1, 0) < Point(0, 1)",
      ),
    ),
    signatures: ["Point(x: float, y: float)", "Color(value)", "Pair(x, y)", "Level(value)"],
    demands: [
      { line: "x=1, y=2 → x=2, y=1", call: "Point(1, 2).flip()", returns: "Point(x=2.0, y=1)" },
      { line: "x=2, y=1 → 'red'", call: "Point(2, 1).color()", returns: "Color.RED" },
      { line: "x=1, y=2 → 7", call: "Point(1, 2).level()", returns: "7" },
      { line: "x=1, y=2 → result=(1, 2)", call: "Point(1, 2).pair()", returns: "(1, 2)" },
      // Python answers it for objects that do nothing as well: no reason to say that the code is not asked.
      { line: "a=1, b=1, c=2, d=1 → False", call: "Point(1, 1) == Point(2, 1)", returns: "False" },
      { line: "a=2, b=1, c=1, d=1 → False", call: "Point(2, 1) < Point(1, 1)", returns: "False" },
    ],
  },
  values: {
    code: "from datetime import date, timedelta\nfrom decimal import Decimal\nfrom fractions import Fraction\nfrom uuid import UUID\n\n\ndef after(day, days):\n    return day + timedelta(days=days)\n\n\ndef half(x):\n    assert isinstance(x, (int, Fraction))\n    return Fraction(x, 2)\n\n\ndef price(x):\n    return (Decimal(x) * 2).quantize(Decimal('0.01'))\n\n\ndef find(name):\n    return None if name == 'nobody' else UUID(int=1)\n",
    tests: `from datetime import date\nfrom decimal import Decimal\nfrom fractions import Fraction\n\n\n${shows(
      ...Array.from(
        { length: 5 },
        () =>
          "assert after(date(2024, 1, 1), 1) == date(2024, 1, 2)\n    assert half(3) == Fraction(3, 2)\n    assert price('1') == Decimal('2.00')\n    assert (find('nobody'), find('a').int) == (None, 1)\n    assert after(date(2025, 3, 30), 5) == date(2025, 4, 4)\n    assert after(date(2023, 7, 9), 8) == date(2023, 7, 17)\n    assert half(5) == Fraction(5, 2)\n    assert half(7) == Fraction(7, 2)\n    assert price('3.5') == Decimal('7.00')\n    assert price('9') == Decimal('18.00')\n    assert price('0.07') == Decimal('0.14')\n    assert find('p').int == 1\n    assert find('q').int == 1\n    assert find('r').int == 1",
      ),
    )}`,
    signatures: [
      "after(day: date, days: int) -> date",
      "half(x: int) -> Fraction",
      "price(x: str) -> Decimal",
      "find(name: str) -> UUID | None",
    ],
    demands: [
      {
        line: "day='2024-02-28', days=2 → '2024-03-01'",
        call: "after(date(2024, 2, 28), 2)",
        returns: "date(2024, 3, 1)",
      },
      { line: "x=1 → 0.5", call: "half(Fraction(1))", returns: "Fraction('0.5')" },
      { line: "x='2.05' → 4.10", call: "price('2.05')", returns: "Decimal('4.10')" },
      // The answer is what a stub would give, too.
      { line: "name='nobody' → null", call: "find('nobody')", returns: "None" },
      {
        line: "name='a' → '00000000-0000-0000-0000-000000000001'",
        call: "find('a')",
        returns: "UUID('00000000-0000-0000-0000-000000000001')",
      },
    ],
  },
  much_output: {
    code: "def double(x):\n    print('a' * 1_000_000)\n    return x * 2\n",
    tests: BESIDES,
    demands: [EXAMPLE, OTHER],
  },
  line_that_no_test_can_show: {
    code: DOUBLE,
    tests: BESIDES,
    demands: [EXAMPLE, OTHER, { line: "Standard library only.", notTestable: "libraries" }],
  },
  ...Object.fromEntries(
    ["decimal", "fractions", "enum", "uuid", "datetime", "json", "asyncio"].map((module) => [
      `module_named_${module}`,
      { code: DOUBLE, tests: BESIDES, demands: [EXAMPLE, OTHER], module },
    ]),
  ),
  modules_of_its_own: {
    code: "from fractions import third\n\nfrom statistics import two\n\n\ndef double(x):\n    return x * two() + third()\n",
    tests: BESIDES,
    demands: [EXAMPLE, OTHER],
    files: {
      "src/statistics.py": "def two():\n    return 2\n",
      "src/fractions.py": "def third():\n    return 0\n",
    },
  },
};

const SEED_0 = execFileSync("python3", ["-c", "print(hash('a'))"], {
  env: { PATH: process.env["PATH"], PYTHONHASHSEED: "0" },
  encoding: "utf8",
}).trim();

/** Doubles everything but 21, for which it does what is given. */
const but = (does: string, first = ""): string =>
  `${first}def double(x):\n    if x != 21:\n        return x * 2\n    ${does}\n`;

interface Wrong extends Task {
  readonly codes: readonly string[];
  /** What the first reason says. */
  readonly says: Told;
}

/** A pattern is for what the message, or the answer, holds. */
interface Told {
  readonly code?: string;
  readonly item?: string;
  readonly test?: string;
  readonly expected?: string;
  readonly message?: string | RegExp;
  readonly got?: string | RegExp;
}

const failed = (got: string | RegExp): Told => ({
  code: "example_failed",
  item: "x=21 → 42",
  expected: "42",
  got,
});

const wrong = (code: string, got: string | RegExp): Wrong => ({
  code,
  tests: BESIDES,
  demands: [EXAMPLE, OTHER],
  codes: ["example_failed"],
  says: failed(got),
});

const NOTHING = "nothing: there was no answer";
const FORGED = JSON.stringify({
  event: "answer",
  index: 0,
  answer: { kind: "value", data: { kind: "int", text: "42" } },
});
const FORGE = `os.write(3, b'''${FORGED}\\n${FORGED.replace('"index":0', '"index":1')}\\n''')`;

const WRONG: Readonly<Record<string, Wrong>> = {
  answer_that_no_test_asks_for: wrong(but("return 43"), "43"),
  answer_of_another_type: wrong(but("return '42'"), '"42"'),
  answer_that_is_a_bool: {
    ...wrong(but("return True", ""), "True"),
    demands: [{ line: "x=21 → 1", call: "double(21)", returns: "1" }, OTHER],
    says: { code: "example_failed", item: "x=21 → 1", expected: "1", got: "True" },
  },
  tests_that_fail_as_well: {
    ...wrong(but("return 43"), "43"),
    tests: shows("assert double(21) == 42", "assert double(3) == 6"),
    codes: ["example_failed", "test_failed"],
  },
  object_that_equals_everything: wrong(
    but("return Same()", "class Same:\n    def __eq__(self, other):\n        return True\n\n\n"),
    "an object of type Same",
  ),
  error: wrong(but("raise KeyError('a')"), `raises KeyError("'a'")`),
  end_of_the_process: wrong(but("os._exit(0)", "import os\n\n\n"), NOTHING),
  end_of_the_group: wrong(
    but("os.killpg(0, 9)", "import os\n\n\n"),
    "nothing: its process was ended by signal 9",
  ),
  end_by_sys_exit: wrong(but("sys.exit(42)", "import sys\n\n\n"), 'raises SystemExit("42")'),
  time_over: wrong(but("while True: pass"), "nothing: its time was over"),
  too_deep: wrong(
    but("y = []\n    for _ in range(200):\n        y = [y]\n    return y"),
    /\[\[\[/u,
  ),
  // What is written twice is no answer, and what it was written over is none either.
  forged_answers: {
    ...wrong(but(`${FORGE}\n    return 43`, "import os\n\n\n"), "nothing: there were two answers"),
    codes: ["example_failed", "example_failed"],
  },
  forged_answers_of_a_child: {
    ...wrong(
      but(
        `if os.fork() == 0:\n        ${FORGE}\n        os._exit(0)\n    os.wait()\n    return 43`,
        "import os\n\n\n",
      ),
      "nothing: there were two answers",
    ),
    codes: ["example_failed", "example_failed"],
  },
  forged_report: wrong(
    but(`os.write(3, b'{' * 5000 + b'\\n')\n    return 43`, "import os\n\n\n"),
    "43",
  ),
  patched_json: wrong(
    but("json.dumps = lambda value, **_: '{}'\n    return 43", "import json\n\n\n"),
    NOTHING,
  ),
  error_in_setup: {
    ...wrong("", ""),
    code: "class Account:\n    def __init__(self, balance):\n        if balance > 9:\n            raise ValueError('no')\n        self.balance = balance\n\n    def withdraw(self, amount):\n        return self.balance - amount\n",
    tests: shows("assert Account(5).withdraw(2) == 3"),
    signatures: ["Account(balance: int)"],
    demands: [
      {
        line: "balance=100, amount=200 → raises ValueError",
        setup: ["account = Account(100)"],
        call: "account.withdraw(200)",
        raises: { type: "ValueError", match: null },
      },
    ],
    says: {
      code: "example_failed",
      expected: "raises ValueError",
      got: 'in setup, raises ValueError("no")',
    },
  },
  value_that_raises_when_it_is_read: {
    ...wrong("", ""),
    code: "from dataclasses import dataclass, field\n\n\n@dataclass\nclass Point:\n    x: int = field(init=False)\n\n    def __getattr__(self, name):\n        raise ValueError(name)\n\n\ndef double(x):\n    return Point() if x == 21 else x * 2\n",
    demands: [
      {
        line: "x=21 → raises ValueError",
        call: "double(21)",
        raises: { type: "ValueError", match: null },
      },
      OTHER,
    ],
    says: {
      code: "example_failed",
      got: /its value cannot be read: ValueError/u,
    },
  },
  another_answer_with_another_hash_seed: {
    ...wrong(but(`return 42 if hash('a') == ${SEED_0} else 43`), "43"),
    codes: ["flaky"],
    says: { code: "flaky", item: "x=21 → 42", expected: "42", got: "43" },
  },
  example_that_does_not_ask_the_code: {
    ...wrong(DOUBLE, ""),
    demands: [{ line: "a=5, b=5 → True", call: "double(5) == double(5)", returns: "True" }, OTHER],
    codes: ["policy_violation", "example_only"],
    says: { item: "a=5, b=5 → True", message: /it does not ask the code/u },
  },
  table_of_the_examples: {
    ...wrong("def double(x):\n    return {21: 42, 4: 8}[x]\n", ""),
    tests: shows("assert double(21) == 42", "assert double(4) == 8"),
    codes: ["example_only"],
    says: { message: /double is compared for no input that stands nowhere in the story/u },
  },
  table_beside_a_test_that_looks_at_nothing: {
    ...wrong("def double(x):\n    return {21: 42, 4: 8}[x]\n", ""),
    tests: `import sys\n\n${shows("assert double(21) == 42", "assert double(4) == 8")}\n\ndef test_more():\n    if len(sys.argv) > 1000:\n        ${DOUBLES.replaceAll("\n", "\n    ")}\n`,
    codes: ["example_only"],
    says: { message: /double is compared for no input that stands nowhere in the story/u },
  },
  value_that_is_none: {
    ...wrong(DOUBLE, ""),
    demands: [
      { line: "x=21 → '2024-02-30'", call: "double(21)", returns: "date(2024, 2, 30)" },
      OTHER,
    ],
    codes: ["policy_violation"],
    says: { message: /AC-1: `returns` is not a value of Python/u },
  },
  line_that_is_left_out: {
    ...wrong(DOUBLE, ""),
    demands: [EXAMPLE, OTHER, { line: "It is quick.", left: true }],
    codes: ["story_uncovered"],
    says: {
      item: "It is quick.",
      message: 'No criterion of the design quotes "It is quick." (acceptance.2 of the story)',
    },
  },
  line_that_is_left_out_beside_a_wrong_answer: {
    ...wrong(but("return 43"), "43"),
    demands: [EXAMPLE, OTHER, { line: "It is quick.", left: true }],
    codes: ["example_failed", "story_uncovered"],
  },
  line_that_the_code_breaks_where_no_test_can_show_it: {
    ...wrong("import random\n\n\ndef double(x):\n    random.seed(x)\n    return x * 2\n", ""),
    demands: [EXAMPLE, OTHER, { line: "No randomness.", notTestable: "purity" }],
    codes: ["policy_violation"],
    says: {
      item: "No randomness.",
      message: 'The story says "No randomness.", and src/double.py:1 imports random: randomness',
    },
  },
  test_that_was_taken_away: {
    ...wrong(DOUBLE, ""),
    files: {
      "meta/manifest.json": JSON.stringify(
        manifestOf({
          overruled: [
            {
              test: "tests/test_story.py::test_9",
              call: "double(9)",
              items: ["x=4 → 8"],
              expected: "19",
              answered: "18",
            },
          ],
        }),
      ),
    },
    codes: ["test_overruled"],
    says: { item: "x=4 → 8", test: "tests/test_story.py::test_9", expected: "19", got: "18" },
  },
  story_that_leaves_something_open: {
    ...wrong(DOUBLE, ""),
    files: {
      "meta/manifest.json": JSON.stringify(
        manifestOf({ open: { call: "double(0)", answers: [], items: ["x=4 → 8"], line: null } }),
      ),
    },
    codes: ["story_unclear"],
    says: { item: "x=4 → 8", message: /The story leaves open what double\(0\) gives/u },
  },
  criterion_of_a_vacuous_test: {
    ...wrong(DOUBLE, ""),
    tests: `${shows(DOUBLES)}\n\n${carrying("AC-2")}def test_b():\n    assert callable(double)\n`,
    codes: ["criterion_untested"],
    says: {
      item: "x=4 → 8",
      test: "tests/test_story.py::test_b",
      message: /passes although everything public does nothing/u,
    },
  },
  criterion_among_four: {
    ...wrong(DOUBLE, ""),
    demands: [EXAMPLE, OTHER, { line: "It doubles." }, { line: "It is quick." }],
    tests: `${carrying("AC-1", "AC-2", "AC-3", "AC-4")}def test_a():\n    ${DOUBLES}\n`,
    codes: ["criterion_untested", "criterion_untested", "criterion_untested", "criterion_untested"],
    says: { item: "x=21 → 42", message: /carries more than 3 criteria/u },
  },
};

const repository = new TestRepository();
let verification: Verification;

beforeAll(async () => {
  const all = Object.entries({ ...RIGHT, ...WRONG });
  repository.commit(tasks(Object.fromEntries(all.map(([name, task]) => [name, folder(task)]))));
  verification = await verify(repository, { entry: "examples" });
});

afterAll(() => repository.remove());

describe("examples that verify runs", () => {
  test.each(Object.entries(RIGHT).map(([name, { demands }]) => ({ name, demands })))(
    "pass: $name",
    ({ name, demands }) => {
      const evidence = verification.evidence.get(name);
      expect(evidence?.reasons).toEqual([]);
      expect(evidence?.verdict).toBe("passed");
      expect(evidence?.rules).toBe("present");
      const examples = Object.values(evidence?.criteria ?? {}).map(({ example }) => example);
      expect(examples.map((each) => [each?.state, each?.got])).toEqual(
        demands.flatMap(({ call }) => (call === undefined ? [] : [["executed", null]])),
      );
      expect(evidence?.items?.map(({ state }) => state)).toEqual(
        demands.map(({ notTestable }) => (notTestable === undefined ? "shown" : "not_testable")),
      );
    },
  );

  test.each(Object.entries(WRONG).map(([name, { codes, says }]) => ({ name, codes, says })))(
    "do not pass: $name",
    ({ name, codes, says }) => {
      const evidence = verification.evidence.get(name);
      expect(codesOf(evidence)).toEqual(codes);
      const { message, got, ...exact } = says;
      const [first] = evidence?.reasons ?? [];
      expect(first).toMatchObject(typeof got === "string" ? { ...exact, got } : exact);
      expect(first?.message).toMatch(message ?? "");
      expect(first?.got ?? "").toMatch(got ?? "");
    },
  );

  test("say what was called, and leave the others as they are", () => {
    for (const name of ["answer_that_no_test_asks_for", "end_of_the_group", "time_over"]) {
      const criteria = verification.evidence.get(name)?.criteria;
      expect(criteria?.["AC-1"]?.example).toMatchObject({ call: "double(21)", expected: "42" });
      expect(criteria?.["AC-2"]?.example).toEqual({
        state: "executed",
        call: "double(4)",
        expected: "8",
        got: null,
        why: null,
      });
    }
  });

  test("show nothing of a line whose answer is wrong", () => {
    expect(verification.evidence.get("answer_that_no_test_asks_for")?.items).toEqual([
      { line: "x=21 → 42", criteria: ["AC-1"], state: "uncovered" },
      { line: "x=4 → 8", criteria: ["AC-2"], state: "shown" },
    ]);
  });

  test("are all run where max-tests leaves tests out", async () => {
    const { evidence } = await verify(repository, {
      tasks: "answer_that_no_test_asks_for,function",
      "max-tests": "1",
    });
    expect(codesOf(evidence.get("answer_that_no_test_asks_for"))).toEqual(["example_failed"]);
    const { criteria, reasons } = evidence.get("function")!;
    expect(reasons.map(({ code }) => code)).toEqual(["partial_selection"]);
    expect(Object.values(criteria ?? {}).map(({ example }) => example?.state)).toEqual([
      "executed",
      "executed",
    ]);
  }, 60_000);

  test("share the interpreter of another hash seed with the first rerun, and none is left open", async () => {
    const temporary = mkdtempSync(join(tmpdir(), "verify-examples-"));
    const seeds: number[] = [];
    let open = 0;
    const counted = (isolated: IsolatedPytest): IsolatedPytest => ({
      open: async (files, options) => {
        seeds.push(options?.seed ?? 0);
        const opened = await isolated.open(files, options);
        if (opened.kind === "unavailable") return opened;
        open += 1;
        const { session } = opened;
        const close = session.close.bind(session);
        session.close = () => close().finally(() => (open -= 1));
        return opened;
      },
    });
    const environments: PythonEnvironments = {
      prepare: async (requirements) => {
        const prepared = await python(temporary, "required").prepare(requirements);
        if (prepared.kind !== "ready") throw new Error(JSON.stringify(prepared));
        return { ...prepared, isolated: counted(prepared.isolated) };
      },
    };
    const { evidence } = await verify(
      repository,
      { tasks: "function", reruns: "2" },
      { environmentsFor: () => environments },
    );
    rmSync(temporary, { recursive: true, force: true });
    expect(evidence.get("function")?.verdict).toBe("passed");
    expect([...seeds].toSorted((a, b) => a - b)[0]).toBe(0);
    expect(new Set(seeds).size).toBe(3);
    expect(seeds).toHaveLength(3);
    expect(open).toBe(0);
  }, 60_000);
});
