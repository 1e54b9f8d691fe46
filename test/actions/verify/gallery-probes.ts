import type { ReasonCode } from "../../../src/evidence/reasons.ts";
import type { Exhibit } from "./gallery.ts";
import type { Files } from "./support.ts";

const CODE = "def double(x):\n    return x * 2\n";
const TESTS =
  "from src.double import double\n\n\ndef test_double():\n    assert double(2) == 4\n    assert double(-3) == -6\n";

/** `double` is tested well; beside it stands what nothing looks at. */
function beside(code: string, tests = ""): Files {
  return {
    "src/double.py": `${CODE}\n\n${code}\n`,
    "tests/test_story.py": `${TESTS}${tests === "" ? "" : `\n\n${tests}\n`}`,
  };
}

const TRIPLE = "def triple(x):\n    return x * 3\n";
const below = (statement: string): string =>
  `${statement}\n${TRIPLE.replaceAll(/^/gm, "    ").trimEnd()}\n`;

/** Where untested code stands, and what the message calls it. */
const UNTRIED: readonly {
  readonly where: string;
  readonly code: string;
  readonly says: string;
  readonly reasons?: readonly ReasonCode[];
}[] = [
  ...[
    ["with", below("import threading\n\nwith threading.Lock():")],
    ["for", below("for _ in range(1):")],
    ["while", `${below("while True:")}\n    break\n`],
    ["try", `${below("try:")}\nfinally:\n    pass\n`],
    ["finally", `try:\n    pass\n${below("finally:")}`],
    ["else of a loop", `for _ in ():\n    pass\n${below("else:")}`],
    ["match", `match 3:\n${below("case 3:").replaceAll(/^/gm, "    ")}`],
    ["if", below("if True:")],
    ["else of a main program", `if __name__ == "__main__":\n    pass\n${below("else:")}`],
    ["condition on its name", below('if __name__ != "x":')],
  ].map(([where, code]) => ({
    where: `below ${where}`,
    code: code!,
    says: "the function triple",
  })),
  {
    where: "as a lambda",
    code: "triple = lambda x: x * 3",
    says: "the function triple",
  },
  {
    where: "as a lambda with a type",
    code: "from typing import Callable\n\ntriple: Callable[[int], int] = lambda x: x * 3",
    says: "the function triple",
  },
  {
    where: "as another name of a private function",
    code: "def _triple(x):\n    return x * 3\n\n\ntriple = _triple",
    says: "the function triple",
  },
  {
    where: "as another name of a function of Python's",
    code: "upper = str.upper",
    says: "the function upper",
  },
  {
    where: "as a partial",
    code: "import functools\nimport operator\n\ntriple = functools.partial(operator.mul, 3)",
    says: "the function triple",
  },
  {
    where: "as a getter",
    code: "import operator\n\nfirst = operator.itemgetter(0)",
    says: "the function first",
  },
  {
    where: "as a closure",
    code: "def _times(n):\n    def times(x):\n        return x * n\n\n    return times\n\n\ntriple = _times(3)",
    says: "the function triple",
  },
  {
    where: "behind a cache",
    code: "import functools\n\ntriple = functools.lru_cache(lambda x: x * 3)",
    says: "the function triple",
  },
  {
    where: "in text that is executed",
    code: 'exec("def triple(x):\\n    return x * 3")',
    says: "the function triple",
  },
  {
    where: "in a table",
    code: 'TABLE = {"triple": lambda x: x * 3}',
    says: "the function TABLE['triple']",
  },
  {
    where: "in a tuple",
    code: "PAIR = (lambda x: x * 3, 1)",
    says: "the function PAIR[0]",
  },
  {
    where: "in a class made by type()",
    code: 'Shape = type("Shape", (), {"area": lambda self: 3})',
    says: "the class Shape",
    reasons: ["stub_survived", "stub_survived"],
  },
  {
    where: "in a named tuple",
    code: 'import collections\n\nPoint = collections.namedtuple("Point", "x y")',
    says: "the class Point",
  },
  {
    where: "in a dataclass made by a call",
    code: 'import dataclasses\n\nPoint = dataclasses.make_dataclass("Point", ["x", "y"])',
    says: "the class Point",
  },
  {
    where: "as another name of a private class",
    code: "class _Shape:\n    def area(self):\n        return 3\n\n\nShape = _Shape",
    says: "the class Shape",
    reasons: ["stub_survived", "stub_survived"],
  },
  {
    where: "in the class of a public object",
    code: "class _Cart:\n    def total(self):\n        return 3\n\n\ncart = _Cart()",
    says: "the method cart.total",
  },
  {
    where: "in an object that is called",
    code: "class _Triple:\n    def __call__(self, x):\n        return x * 3\n\n\ntriple = _Triple()",
    says: "the method triple.__call__",
  },
];

/** Untested parts of a class whose other parts are tested. */
const OF_A_CLASS: readonly {
  readonly what: string;
  readonly code: string;
  readonly name: string;
}[] = [
  [
    "an operator",
    "    def __add__(self, other):\n        return Box(self.x + other.x)\n",
    "__add__",
  ],
  ["an order", "    def __lt__(self, other):\n        return self.x < other.x\n", "__lt__"],
  ["an equality", "    def __eq__(self, other):\n        return self.x == other.x\n", "__eq__"],
  ["a length", "    def __len__(self):\n        return self.x\n", "__len__"],
  ["a call", "    def __call__(self, y):\n        return self.x + y\n", "__call__"],
  ["an item", "    def __getitem__(self, key):\n        return self.x + key\n", "__getitem__"],
  [
    "the end of a context",
    "    def __enter__(self):\n        return self\n\n    def __exit__(self, *error):\n        self.x = 0\n",
    "__exit__",
  ],
  ["a lambda", "    half = lambda self: self.x / 2\n", "half"],
  [
    "a method below a condition",
    "    if True:\n        def half(self):\n            return self.x / 2\n",
    "half",
  ],
  [
    "a method of a class within",
    "    class Lid:\n        def open(self):\n            return 7\n",
    "Lid.open",
  ],
].map(([what, code, name]) => ({ what: what!, code: code!, name: name! }));

const BOX =
  "class Box:\n    def __init__(self, x):\n        self.x = x\n\n    def twice(self):\n        return self.x * 2\n\n";
const BOX_TESTS =
  "from src.box import Box\n\n\ndef test_twice():\n    assert Box(2).twice() == 4\n    assert Box(3).twice() == 6\n";

const READ: readonly { readonly how: string; readonly code: string; readonly says: string }[] = [
  { how: "exec(open(…).read())", code: 'exec(open("src/more.txt").read())', says: "exec()" },
  {
    how: "eval() of a name that was read",
    code: 'from pathlib import Path\n\ntext = Path("src/more.txt").read_text()\n\n\ndef more():\n    return eval(text)',
    says: "eval()",
  },
  {
    how: "compile() in a function that is given the text",
    code: 'def _run(text):\n    return compile(text, "more", "exec")\n\n\nwith open("src/more.txt") as file:\n    _run(file.read())',
    says: "compile()",
  },
  {
    how: "exec() by another name",
    code: 'run = exec\nrun(open("src/more.txt").read())',
    says: "exec()",
  },
  {
    how: "runpy",
    code: 'import runpy\n\n\ndef more():\n    return runpy.run_path("tests/test_story.py")',
    says: "run_path()",
  },
  {
    how: "an import from a file",
    code: 'import importlib.util\nimport pathlib\n\n\ndef more():\n    return importlib.util.spec_from_file_location("more", pathlib.Path(__file__).parent / "more.txt")',
    says: "spec_from_file_location()",
  },
  {
    how: "a loader of its own that has get_data alone",
    code: `import importlib.abc
import importlib.util


class _Loader(importlib.abc.SourceLoader):
    def get_filename(self, name):
        return "src/more.txt"

    def get_data(self, path):
        with open(path, "rb") as file:
            return file.read()


def more():
    spec = importlib.util.spec_from_loader("more", _Loader())
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
`,
    says: "by the loader _Loader",
  },
  {
    how: "__code__",
    code: 'import marshal\n\n\ndef more():\n    return 3\n\n\nif False:\n    more.__code__ = marshal.load(open("src/more.txt", "rb"))',
    says: "gives __code__",
  },
  {
    how: "an archive from which it imports",
    code: 'import pathlib\nimport sys\n\n\ndef more():\n    sys.path.insert(0, str(pathlib.Path(__file__).with_name("more.txt")))\n    import triple\n\n    return triple',
    says: "imports from an archive",
  },
  {
    how: "an import from the folder of its tests",
    code: 'import sys\n\n\ndef more():\n    sys.path.insert(0, "tests")\n    import test_story\n\n    return test_story',
    says: "imports from the folder of tests",
  },
  {
    how: "an import of its own tests",
    code: "def more():\n    import tests.test_story\n",
    says: "imports tests.test_story",
  },
  {
    how: "an import of its own tests by name",
    code: 'import importlib\n\n\ndef more():\n    return importlib.import_module("tests.test_story")',
    says: "import_module()",
  },
];

/** Code that stands where stubs and mutants did not come, and suites that leave it there. */
export const UNSEEN: readonly Exhibit[] = [
  ...UNTRIED.map(({ where, code, says, reasons }): Exhibit => ({
    when: `a function stands ${where}, and no test looks at it`,
    files: beside(code),
    reasons: reasons ?? ["stub_survived"],
    says,
  })),
  ...OF_A_CLASS.map(({ what, code, name }): Exhibit => ({
    when: `no test looks at ${what} of a class`,
    files: { "src/box.py": `${BOX}${code}`, "tests/test_story.py": BOX_TESTS },
    reasons: ["stub_survived"],
    says: `the method Box.${name}`,
  })),
  {
    when: "a method that a private base gives to a class is not tested",
    files: {
      "src/box.py": `class _Half:\n    def half(self):\n        return self.x / 2\n\n\n${BOX.replace("Box:", "Box(_Half):")}`,
      "tests/test_story.py": BOX_TESTS,
    },
    reasons: ["stub_survived"],
    says: "the method Box.half",
  },
  {
    when: "one of two closures of one function is not tested",
    files: {
      "src/times.py":
        "def _times(n):\n    def times(x):\n        return x * n\n\n    return times\n\n\ndouble = _times(2)\ntriple = _times(3)\n",
      "tests/test_story.py":
        "from src.times import double\n\n\ndef test_double():\n    assert double(2) == 4\n",
    },
    reasons: ["stub_survived"],
    says: "the function triple",
  },
  {
    when: "one of two partials of one function is not tested",
    files: {
      "src/times.py":
        "import functools\n\n\ndef _times(n, x):\n    return x * n\n\n\ndouble = functools.partial(_times, 2)\ntriple = functools.partial(_times, 3)\n",
      "tests/test_story.py":
        "from src.times import double\n\n\ndef test_double():\n    assert double(2) == 4\n",
    },
    reasons: ["stub_survived"],
    says: "the function triple",
  },
  {
    when: "all that the code offers are other names, and the test looks at nothing",
    files: {
      "src/double.py": "def _double(x):\n    return x * 2\n\n\ndouble = _double\n",
      "tests/test_story.py":
        "from src.double import double\n\n\ndef test_a():\n    assert double(2) or True\n",
    },
    reasons: ["stub_survived"],
  },
  {
    when: "most of the code is reached by no test",
    files: {
      "src/tax.py": `def tax(amount, country="DE"):
    if country == "DE":
        return amount * 19 / 100
    if country == "FR":
        return _french(amount)
    return _other(amount, country)


def _french(amount):
    if amount > 1000:
        return amount * 20 / 100 - 5
    return amount * 20 / 100


def _other(amount, country):
    rates = {"IT": 22, "ES": 21}
    if country not in rates or amount < 0:
        raise ValueError(country)
    return amount * rates[country] / 100 + 1
`,
      "tests/test_story.py":
        "from src.tax import tax\n\n\ndef test_german():\n    assert tax(100) == 19\n    assert tax(200) == 38\n",
    },
    reasons: ["mutation_score_low"],
    says: "of them are where no test comes",
  },
  {
    when: "a function is given the code of another, and what is written in its own is never run",
    files: {
      "src/double.py":
        'def double(x):\n    raise NotImplementedError(x)\n\n\ndef _given(x):\n    return x\n\n\n_code = _given.__code__\ndouble.__code__ = _code.replace(co_code=_code.co_code, co_name="double")\n',
      "tests/test_story.py":
        "from src.double import double\n\n\ndef test_double():\n    assert double(2) == 2\n    assert double(3) == 3\n",
    },
    reasons: ["stub_survived"],
  },
  ...READ.map(({ how, code, says }): Exhibit => ({
    when: `the code runs text from a file by ${how}`,
    files: { ...beside(code), "src/more.txt": "3" },
    reasons: ["policy_violation"],
    says,
  })),
];
