import { tmpdir } from "node:os";
import { describe, expect, test } from "vitest";
import { type CheckPorts, pythonChecks } from "../../../src/authoring/python-checks.ts";
import { pythonReader } from "../../../src/proof/adapters/python-reader.ts";
import type { DesignDocument } from "../../../src/task/design.ts";
import { read } from "../../actions/generate/support/stories.ts";

const STORY = read({
  id: "fee",
  feature: "A fee",
  requirements: [
    "fee(hours, *, night=False) gives a Decimal.",
    'Less than nothing raises ValueError("NEGATIVE").',
    "hours=2 → 7.00",
  ],
});
const [task] = STORY.tasks;

const MODULE: DesignDocument["modules"][number] = {
  path: "src/fee.py",
  import: "from src.fee import fee",
  purpose: "Fees",
  names: [
    {
      name: "fee",
      kind: "function",
      signature: "fee(hours: int, *, night: bool = False) -> Decimal",
      behaviour: "b",
    },
  ],
};
const DESIGN: DesignDocument = {
  summary: "s",
  modules: [MODULE],
  criteria: [
    {
      id: "AC-1",
      source: "fee(hours, *, night=False) gives a Decimal.",
      statement: "s",
      example: null,
    },
    {
      id: "AC-2",
      source: 'Less than nothing raises ValueError("NEGATIVE").',
      statement: "s",
      example: null,
    },
    { id: "AC-3", source: "hours=2 → 7.00", statement: "s", example: { none: "files" } },
  ],
  notTestable: [],
  assumptions: [],
};

const CODE = `from decimal import Decimal


def fee(hours: int, *, night: bool = False) -> Decimal:
    if hours < 0:
        raise ValueError("NEGATIVE")
    return Decimal("3.50") * hours
`;

const TESTS = `from decimal import Decimal

import pytest
from src.fee import fee


@pytest.mark.criterion("AC-1")
def test_type():
    assert fee(1) == Decimal("3.50")


@pytest.mark.criterion("AC-2")
def test_negative():
    with pytest.raises(ValueError, match="NEGATIVE"):
        fee(-1)


@pytest.mark.criterion("AC-3")
def test_two():
    assert fee(2) == Decimal("7.00")
`;

const ports: CheckPorts = {
  reader: pythonReader("python3", tmpdir()),
  index: { pin: () => Promise.resolve({ kind: "unknown", why: "nobody was asked" }) },
  offered: [],
  log: { info: () => {}, warning: () => {} },
};
const subject = {
  story: STORY,
  task: task!.id,
  design: DESIGN,
  packages: ["pyyaml >=6"],
  place: { stage: "code" as const, sample: 1, round: 1 },
};
const problems = (faults: readonly { code: string; problem: string }[]) =>
  faults.map(({ code, problem }) => `${code}: ${problem}`);

const ofCode = async (content: string, design = DESIGN) =>
  problems(
    await pythonChecks(ports).code([{ path: "src/fee.py", content }], { ...subject, design }),
  );
const ofTests = async (content: string) =>
  problems(await pythonChecks(ports).tests([{ path: "tests/test_story.py", content }], subject));

function promising(name: string, kind: "function" | "class" | "constant", signature: string) {
  const names = [{ name, kind, signature, behaviour: "b" }];
  return { ...DESIGN, modules: [{ ...MODULE, names }] };
}

describe("of code", () => {
  test("nothing is found where it keeps what the design promises", async () => {
    expect(await ofCode(CODE)).toEqual([]);
  });

  test.each([
    {
      when: "is not Python",
      code: "def fee(:\n",
      found: ["syntax: src/fee.py:1: SyntaxError: invalid syntax"],
    },
    {
      when: "lacks a promised name",
      code: "def fees(hours): pass\n",
      found: ["signature: src/fee.py: fee, which the design promises, is not defined"],
    },
    {
      when: "imports what nobody offered",
      code: `import requests\nfrom numpy.linalg import norm\n${CODE}`,
      found: [
        "import: src/fee.py:1 imports requests, which is neither in the standard library nor in PACKAGES",
        "import: src/fee.py:2 imports numpy.linalg, which is neither in the standard library nor in PACKAGES",
      ],
    },
    {
      when: "imports itself as if its folder were always on the path",
      code: `from src.fee import x\nimport src.fee\nfrom fee import y\n${CODE}`,
      found: [
        expect.stringMatching(/^import: src\/fee\.py:1 imports src\.fee, .* import it relatively/),
        expect.stringMatching(/^import: src\/fee\.py:2 imports src\.fee/),
        expect.stringMatching(/^import: src\/fee\.py:3 imports fee/),
      ] as unknown[],
    },
    {
      when: "runs text that it has read",
      code: `${CODE}exec(open("x.txt").read())\n`,
      found: [expect.stringMatching(/^foreign_code: src\/fee\.py:8 /) as unknown],
    },
  ])("that $when: all of it is said", async ({ code, found }) => {
    expect(await ofCode(code)).toEqual(found);
  });

  test("packages that are offered are imported by the names that they have", async () => {
    expect(
      await ofCode(`import yaml\nfrom . import fee as again\nfrom .fee import fee as own\n${CODE}`),
    ).toEqual([]);
  });

  test.each([
    ["f(a: int, b: int = 1) -> int", "def f(a, b=2): ...", "is kept by other defaults"],
    ["f(a: int) -> int", "def f(a, *more, key=None, **others): ...", "is kept by more than asked"],
    ["f(a: int) -> int", "def f(*args, **kwargs): ...", "is kept by whatever is passed on"],
    ["f(a, *, b)", "def f(a, b): ...", "is kept by a name that may stand by itself as well"],
    [
      "f(a)",
      "from functools import wraps\n@wraps\ndef f(): ...",
      "cannot be told behind a decorator",
    ],
    [
      "f(a)",
      "from functools import cache\n@cache\ndef f(a): ...",
      "is kept below one that changes nothing",
    ],
    ["f(a)", "f = print", "cannot be told of a value"],
    ["f(a)", "from .g import f", "cannot be told of an import"],
    ["f(a)", "from .g import *", "cannot be told where everything is imported"],
    [
      "f(a)",
      "try:\n    from .g import f\nexcept ImportError:\n    def f(a): ...",
      "is kept in a branch",
    ],
    ["async f(a)", "async def f(a): ...", "is kept by a coroutine"],
    ["def f(a: int) -> int:", "def f(a): ...", "may be written as a definition"],
  ])("%s: %s %s", async (signature, code) => {
    expect(await ofCode(`${code}\n`, promising("f", "function", signature))).toEqual([]);
  });

  test.each([
    ["f(a, b)", "def f(b, a): ...", "another order"],
    ["f(a, b)", "def f(a): ...", "one too few"],
    ["f(a)", "def f(a, b): ...", "one more that is needed"],
    ["f(a, b=1)", "def f(a, b): ...", "one that may not be left out"],
    ["f(a, *, b)", "def f(a): ...", "no such name"],
    ["f(*a)", "def f(a): ...", "not as many as one likes"],
  ])("%s: %s is refused for %s", async (signature, code) => {
    expect(await ofCode(`${code}\n`, promising("f", "function", signature))).toEqual([
      `signature: src/fee.py:1: f takes other parameters than the design promises: ${signature}`,
    ]);
  });

  test.each([
    ["f(a)", "async def f(a): ...", "f is async, otherwise than the design says"],
    ["async f(a)", "def f(a): ...", "f is not async, otherwise than the design says"],
    ["f(a)", "class f: ...", "f is a class, and the design promises a function"],
  ])("%s: %s is refused", async (signature, code, problem) => {
    expect(await ofCode(`${code}\n`, promising("f", "function", signature))).toEqual([
      `signature: src/fee.py:1: ${problem}`,
    ]);
  });

  test.each([
    ["Box(size: int)", "class Box:\n    def __init__(self, size): ...", []],
    ["Box(size: int)", "class Box:\n    def __init__(self): ...", ["other parameters"]],
    [
      "Box(size: int, name: str = 'x')",
      "from dataclasses import dataclass\n@dataclass(frozen=True)\nclass Box:\n    size: int\n    name: str = ''",
      [],
    ],
    [
      "Box(size: int)",
      "from dataclasses import dataclass\n@dataclass\nclass Box:\n    size: int\n    name: str",
      ["other parameters"],
    ],
    [
      "TooHeavy(ValueError)",
      "class TooHeavy(ValueError):\n    def __init__(self, weight): ...",
      [],
    ],
    ["Box(size: int)", "class Box(Base): ...", []],
    ["Box(size: int)", "def Box(size): ...", ["is a function, and the design promises a class"]],
  ])("class %s: %s", async (signature, code, found) => {
    const [name = ""] = signature.split("(");
    const said = await ofCode(`${code}\n`, promising(name, "class", signature));
    expect(said).toHaveLength(found.length);
    for (const [index, words] of found.entries()) expect(said[index]).toContain(words);
  });
});

describe("of tests", () => {
  test("nothing is found where they show what the story says", async () => {
    expect(await ofTests(TESTS)).toEqual([]);
  });

  test.each([
    {
      when: "a value that the story expects reaches no assertion",
      tests: TESTS.replace('"7.00"', '"7.50"'),
      found: [
        'example_missing: The story says "hours=2 → 7.00", and "7.00" reaches no assertion of the tests of AC-3',
      ],
    },
    {
      when: "what an error has to say is not asked",
      tests: TESTS.replace(', match="NEGATIVE"', ""),
      found: [
        'example_missing: The story says "Less than nothing raises ValueError(\\"NEGATIVE\\").", and "NEGATIVE" reaches no assertion of the tests of AC-2',
      ],
    },
    {
      when: "they may be skipped, or fail",
      tests: `${TESTS}\n\n@pytest.mark.xfail\ndef test_more():\n    pytest.skip("later")\n`,
      found: [
        "skipped_test: tests/test_story.py:23 lets a test be skipped or fail: pytest.mark.xfail",
        "skipped_test: tests/test_story.py:25 lets a test be skipped or fail: pytest.skip",
      ],
    },
    {
      when: "a parameter is an f-string",
      tests: `${TESTS}\n\n@pytest.mark.parametrize("x", [f"{1}"])\ndef test_x(x):\n    assert fee(int(x)) == 3.5\n`,
      found: [
        "formatted_parameter: tests/test_story.py:23 has an f-string inside a parametrize decorator; write the value out",
      ],
    },
    {
      when: "they are not Python, which alone is said",
      tests: "def test_(:\n",
      found: ["syntax: tests/test_story.py:1: SyntaxError: invalid syntax"],
    },
  ])("where $when", async ({ tests, found }) => {
    expect(await ofTests(tests)).toEqual(found);
  });

  test("each parameter may carry a criterion of its own, however many there are", async () => {
    const cases = DESIGN.criteria.map(
      ({ id }) => `pytest.param(marks=pytest.mark.criterion("${id}"))`,
    );
    const body = TESTS.replaceAll(/@pytest\.mark\.criterion\("AC-\d"\)\n/g, "");
    const all = `${body}\n\n@pytest.mark.parametrize((), [${cases.join(", ")}])\ndef test_all():
    assert fee(2) == Decimal("7.00")
    with pytest.raises(ValueError, match="NEGATIVE"):
        fee(-1)\n`;
    expect(await ofTests(all)).toEqual([]);
  });
});

describe("without a Python that could read them", () => {
  test("replies are taken as they are, and it is said that verify judges them alone", async () => {
    const said: string[] = [];
    const checks = pythonChecks({
      ...ports,
      reader: pythonReader("/nowhere/python3", tmpdir()),
      log: { info: (line) => said.push(line), warning: () => {} },
    });
    expect(await checks.code([{ path: "src/fee.py", content: "(" }], subject)).toEqual([]);
    expect(said).toEqual([
      "There is no Python here that could read the replies; verify will judge them alone.",
    ]);
  });
});

const importing = (line: string) => [{ path: "src/fee.py", content: `${line}\n` }];

describe("packages", () => {
  const offered = [
    { name: "pyyaml", bounds: ">=6" },
    { name: "attrs", bounds: "*" },
  ];

  test("are pinned where some file imports them, and no others", async () => {
    const asked: unknown[] = [];
    const checks = pythonChecks({
      ...ports,
      offered,
      index: {
        pin(packages) {
          asked.push(packages);
          return Promise.resolve({ kind: "pinned", lines: ["pyyaml==6.0.3"] });
        },
      },
    });
    expect(await checks.packages(importing("import yaml"))).toEqual(["pyyaml==6.0.3"]);
    expect(await checks.packages(importing("import json"))).toBeNull();
    expect(asked).toEqual([[{ name: "pyyaml", bounds: ">=6" }]]);
  });

  test("are left to verify where no index answers, which is said", async () => {
    const said: string[] = [];
    const log = { info: () => {}, warning: (line: string) => said.push(line) };
    const checks = pythonChecks({ ...ports, offered, log });
    expect(await checks.packages(importing("from attr import define"))).toBeNull();
    expect(said).toEqual([
      "No requirements.txt is written, because the versions of attrs could not be found out: nobody was asked",
    ]);
  });
});
