// Names that no definition has: what is found of them in a module after its import, and what their stubs do.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { PYTHON_PATH } from "../python-path.ts";

const folder = mkdtempSync(join(tmpdir(), "task-objects-"));
afterAll(() => rmSync(folder, { recursive: true }));

const PROGRAM = `import asyncio
import importlib
import json
import os
import sys
from task_made import Walk
from task_stubs import write_stubs

def code():
    for module in ("src.code", "src.later", "src"):
        sys.modules.pop(module, None)
    importlib.invalidate_caches()
    return importlib.import_module("src.code")

def look(folder, cases):
    os.chdir(folder)
    sys.path[0] = folder
    code()
    found, escaped = {}, []
    for event, fields in Walk(folder).events():
        if event == "made":
            found[fields["name"]] = fields
        elif event == "escaped":
            escaped.append(fields["name"])
    return {"found": list(found), "escaped": escaped, "values": [value_of(*case, found) for case in cases]}

def value_of(name, kind, expression, found):
    each = found[name]
    stub = {"file": each["file"], "name": name, "kind": kind}
    stub.update({"line": each["line"]} if each["line"] else {"made": "class" if each["kind"] == "class" else "function"})
    with open("src/code.py") as file:
        before = file.read()
    write_stubs([stub])
    try:
        return repr(eval(expression, {**vars(code()), "asyncio": asyncio}))
    except Exception as error:
        return type(error).__name__
    finally:
        with open("src/code.py", "w") as file:
            file.write(before)

print(json.dumps([look(*each) for each in json.load(sys.stdin)]))
`;

const Looked = z.array(
  z.object({
    found: z.array(z.string()),
    escaped: z.array(z.string()),
    values: z.array(z.string()),
  }),
);
type Looked = z.infer<typeof Looked>;

/** Name, kind of the stub, and what to evaluate then. */
type Case = readonly [name: string, kind: string, expression: string];

interface Task {
  readonly code: string;
  /** Another module, if there is one. */
  readonly later?: string;
  readonly cases: readonly Case[];
}

/** Looks into all of them in one process, when the first test runs. */
function looks(tasks: readonly Task[]): () => Looked {
  let looked: Looked | null = null;
  return () => (looked ??= lookInto(tasks));
}

function lookInto(tasks: readonly Task[]): Looked {
  const input = tasks.map(({ code, later, cases }) => {
    const place = mkdtempSync(join(folder, "task-"));
    mkdirSync(join(place, "src"));
    writeFileSync(join(place, "src/code.py"), code);
    if (later !== undefined) writeFileSync(join(place, "src/later.py"), later);
    return [place, cases];
  });
  const output = execFileSync("python3", ["-B", "-c", PROGRAM], {
    cwd: folder,
    encoding: "utf8",
    input: JSON.stringify(input),
    env: { ...process.env, PYTHONPATH: PYTHON_PATH },
  });
  return Looked.parse(JSON.parse(output));
}

const FOUND: readonly (readonly [what: string, code: string, ...found: string[]])[] = [
  ["another name of a private function", "def _f(): return 1\nf = _f", "f"],
  ["a closure of a function in one line", "def make(n): return lambda: n\nf = make(1)", "f"],
  [
    "a table that cannot be changed, and keys that are no names",
    "import types\nTABLE = types.MappingProxyType({'a': lambda x: x, 'b': abs})\nMORE = {1.5: len, (1,): lambda x: x}",
    "TABLE['a']",
    "– TABLE['b']",
    "– MORE[…]",
    "– MORE[…]",
  ],
  [
    "an object that cannot be looked at",
    "class _Odd:\n    @property\n    def __class__(self): raise OSError\nodd = _Odd()\nf = abs",
    "f",
    "– odd",
  ],
  ["another name of a public function", "def f(): return 1\ng = f"],
  [
    "another name of what a decorator made of a public function",
    "def _d(f): return lambda: f()\n@_d\ndef f(): return 1\ng = f\nh = _d(len)",
    "h",
  ],
  ["a function that does nothing", "def _f(): pass\nf = _f\ng = lambda: None"],
  ["two names of one object", "def _f(): return 1\nf = _f\ng = _f", "f"],
  ["two closures", "def _f(n):\n    return lambda: n\nf = _f(1)\ng = _f(2)", "f", "g"],
  ["a partial", "import functools\nf = functools.partial(int, base=2)", "f"],
  ["a function in C", "f = str.upper", "f"],
  ["a function in C that the code uses by that name", "f = str.upper\ndef g(): return f('a')"],
  ["what is imported", "from os.path import join\nfrom functools import partial\nimport json"],
  ["a type by another name", "Number = int\nPair = tuple[int, int]"],
  ["a new type", "from typing import NewType, TypeVar\nT = TypeVar('T')\nId = NewType('Id', int)"],
  ["data", "from decimal import Decimal\nRATE = Decimal('1.5')\nNAMES = ['a', 1]"],
  ["a table", "TABLE = {'a': lambda: 1, 2: abs, 3: 4}", "TABLE['a']", "TABLE[2]"],
  ["a list", "LIST = [lambda: 1, abs]", "LIST[0]", "LIST[1]"],
  ["a tuple, in which nothing can be put", "PAIR = (lambda: 1, abs)", "PAIR[0]", "– PAIR[1]"],
  ["a lambda in the line of one that has a name", "f = lambda: 1; T = [lambda: 2]", "T[0]"],
  [
    "a table of tables",
    "T = {'a': {'b': [lambda: 1, 2]}, 'c': [[str.strip]], 'd': ((abs,),)}",
    "T['a']['b'][0]",
    "T['c'][0][0]",
    "– T['d'][0][0]",
  ],
  ["a set of functions", "S = {abs}\nM = [{len}]", "– S[…]", "– M[0][…]"],
  ["a table that holds itself", "T = [lambda: 1]\nT.append(T)\nU = [T]", "T[0]"],
  [
    "a namespace",
    "from types import SimpleNamespace\nn = SimpleNamespace(f=lambda: 1, g=abs, _h=len, t={'a': lambda: 2})",
    "n.f",
    "n.g",
    "n.t['a']",
  ],
  [
    "an object that was given functions",
    "class A:\n    def __init__(self, **given): self.__dict__.update(given)\na = A(f=lambda: 1, g=abs, t=[lambda: 2], _h=len, **{'b.c': len})",
    "a.f",
    "a.t[0]",
    "– a.g",
  ],
  [
    "an object with slots in a list",
    "from dataclasses import dataclass\n@dataclass(frozen=True, slots=True)\nclass Rule:\n    name: str\n    f: object\nRULES = [Rule('a', lambda: 1), Rule('b', abs)]",
    "RULES[0].f",
    "– RULES[1].f",
  ],
  [
    "a function that an object's own class made, as its objects in tests have it too",
    "class A:\n    def __init__(self): self.f = lambda: 1\na = A()",
    "– a.f",
  ],
  [
    "an object of a private class in a table",
    "class _A:\n    def f(self): return 1\nT = {'a': _A()}",
    "T['a'].f",
  ],
  [
    "a class in a list",
    "def build():\n    class Box:\n        def put(self): return 1\n    return Box\nBOXES = [build(), int]\nSHAPES = {'a': build}",
    "BOXES[0].put",
    "– BOXES[0]",
  ],
  ["a table in a class", "class A:\n    T = {'a': lambda: 1}\n    _U = [abs]", "A.T['a']"],
  ["functions of the code in a table", "def f(): return 1\nT = {'a': [f], (1, 2): f}"],
  [
    "functions under keys that are no names",
    "def _f(): return 1\nT = {(1,): _f, (2,): len}",
    "T[…]",
    "– T[…]",
  ],
  ["a private table", "_TABLE = {'a': lambda: 1}\ndef f(): return _TABLE['a']()"],
  ["a named tuple", "from collections import namedtuple\nP = namedtuple('P', 'x')", "P"],
  ["a class made by a call", "A = type('A', (), {'f': lambda self: 1})", "A", "A.f"],
  ["an error that only has a name", "E = type('E', (ValueError,), {})"],
  ["an enumeration", "from enum import Enum\nC = Enum('C', 'RED')", "C"],
  ["another name of a private class", "class _A:\n    def f(self): return 1\nA = _A", "A", "A.f"],
  ["another name of a public class", "class A:\n    def f(self): return 1\nB = A"],
  ["an object of a private class", "class _A:\n    def f(self): return 1\na = _A()", "a.f"],
  ["an object of a public class", "class A:\n    def f(self): return 1\na = A()"],
  [
    "an object that is called",
    "class _A:\n    def __call__(self): return 1\na = _A()",
    "a.__call__",
  ],
  [
    "what a private base gives",
    "class _A:\n    def f(self): return 1\n    def _g(self): return 1\n    def h(self): return 1\nclass A(_A):\n    def h(self): return 2",
    "A.f",
  ],
  ["another name of a method", "class A:\n    def _f(self): return 1\n    f = _f", "A.f"],
  ["a property", "class _A:\n    @property\n    def f(self): return 1\na = _A()", "a.f"],
  [
    "a dataclass",
    "from dataclasses import dataclass\n@dataclass(order=True)\nclass A:\n    x: int",
  ],
  [
    "an operator in a class, which nothing can reach",
    "import operator\nclass A:\n    f = property(operator.attrgetter('x'))\n    def g(self): return 1",
    "– A.f",
  ],
  ["text that is executed", "exec('def f(): return 1')", "f"],
  ["a name that is set from elsewhere", "globals()['f'] = lambda: 1", "f"],
  [
    "an object that is called, of a class of others",
    "import string\nf = string.Template('a')\nimport weakref\ng = weakref.ref(f)",
    "– g",
  ],
];

// Without any public definition the private ones are stubbed by their own names.
const OTHER = "def other():\n    return 0\n";

// Of what has no definition at all, the whole module is stubbed as well: that says nothing of what it holds.
const ALONE: typeof FOUND = [
  ["a lambda in the first line", "TABLE = {'a': lambda x: x * 2}", "TABLE['a']"],
  ["a lambda below a docstring", '"""Text."""\nTABLE = {"a": lambda x: x * 2}', "TABLE['a']"],
];

describe("found in a module without a definition is", () => {
  const looked = looks(ALONE.map(([, code]) => ({ code: `${code}\n`, cases: [] })));
  test.each(ALONE.map(([what, , ...names], index) => ({ what, names, index })))(
    "$what: $names",
    ({ names, index }) => {
      expect(looked()[index]!.found).toEqual(names);
    },
  );
});

describe("found is", () => {
  const looked = looks(FOUND.map(([, code]) => ({ code: `${code}\n\n\n${OTHER}`, cases: [] })));
  test.each(FOUND.map(([what, , ...names], index) => ({ what, names, index })))(
    "$what: $names",
    ({ names, index }) => {
      const { found, escaped } = looked()[index]!;
      expect([...found, ...escaped.map((name) => `– ${name}`)]).toEqual(names);
    },
  );
});

describe("found where it is held, and not where it is imported, is", () => {
  const MODULES = [
    ["a table", "from src.later import T", "T = {'a': lambda: 1}", "T['a']"],
    [
      "an object",
      "from src.later import n",
      "import types\nn = types.SimpleNamespace(f=lambda: 1)",
      "n.f",
    ],
    [
      "what a table of another module holds as well",
      "from src.later import f\nT = [f]",
      "def _f(n): return lambda: n\nf = _f(1)",
      "f",
    ],
    [
      "but not what only the table of another module holds",
      "from src.later import _f\nT = [_f(1)]",
      "def _f(n): return lambda: n",
      "– T[0]",
    ],
  ] as const;
  const looked = looks(
    MODULES.map(([, code, later]) => ({ code: `${code}\n\n\n${OTHER}`, later, cases: [] })),
  );
  test.each(MODULES.map(([what, , , name], index) => ({ what, name, index })))(
    "$what: $name",
    ({ name, index }) => {
      const { found, escaped } = looked()[index]!;
      expect([...found, ...escaped.map((each) => `– ${each}`)]).toEqual([name]);
    },
  );
});

describe("no more than a bounded number of one name", () => {
  const TABLES = [
    ["of a table", "{n: (lambda: n) for n in range(250)}", 100, 100],
    ["of tables in a table", "[[(lambda: n) for n in range(10)] for _ in range(25)]", 30, 100],
    ["of a table of data", "[[str(n), [n, (n,)]] for n in range(5_000)] + [abs]", 1, 0],
    ["of a table of more data", "[[str(n), [n, (n,)]] for n in range(9_000)] + [abs]", 0, 1],
  ] as const;
  const looked = looks(
    TABLES.map(([, table]) => ({ code: `TABLE = ${table}\n\n\n${OTHER}`, cases: [] })),
  );
  test.each(TABLES.map(([what, , ...counts], index) => ({ what, counts, index })))(
    "gets stubs, and no more is named: $what",
    ({ counts, index }) => {
      const started = performance.now();
      const { found, escaped } = looked()[index]!;
      expect([found.length, escaped.length]).toEqual(counts);
      expect(performance.now() - started).toBeLessThan(20_000);
    },
  );
});

const CODE = `import functools
import operator
import types
from collections import namedtuple


def _add(a, b=1, /, *rest, c=2, **more):
    return a + b + c


add = _add


def _times(n):
    def times(x, *, y=1):
        return x * n * y

    return times


double, triple = _times(2), _times(3)
again = double
five = functools.partial(_add, 5)
fem = five
six = functools.partial(_add, 6)
first = operator.itemgetter(0)
cached = functools.lru_cache(_times(7))
TABLE = {"neg": lambda a: -a, "abs": abs}
Point = namedtuple("Point", "x y")


def _made():
    async def later(x):
        return [x]

    def each(x):
        yield x

    async def all_of(x):
        yield x

    return later, each, all_of


later, each, all_of = _made()


class _Base:
    def area(self):
        return 3


class _Cart(_Base):
    def __init__(self):
        self.size = 4

    def __call__(self, x):
        return x + self.size


cart = _Cart()
INNER = {"a": {"neg": lambda a: -a}, "b": [[abs]]}


class Rule:
    __slots__ = ("apply",)

    def __init__(self, apply):
        self.apply = apply


class Api:
    TABLE = {"a": lambda a: -a}

    def __init__(self, **given):
        self.__dict__.update(given)


RULES = [Rule(lambda a: a * 2), Rule(lambda a: a * 3)]
api = Api(cost=lambda a: a * 4)
space = types.SimpleNamespace(size=len)


def _build():
    class Box:
        def put(self, a):
            return a + 1

    return Box


BOXES = [_build()]
Shape = type("Shape", (_Base,), {"name": lambda self: super(Shape, self).area()})
`;

const STUBS: readonly (readonly [name: string, kind: string, expression: string, value: string])[] =
  [
    ["add", "nothing", "add(1)", "None"],
    ["add", "nothing", "five()", "None"],
    ["add", "error", "add(1)", "StubError"],
    ["double", "nothing", "double(4)", "None"],
    ["double", "nothing", "again(4)", "None"],
    ["double", "nothing", "triple(4)", "12"],
    ["double", "something", "double(4, y=2)", "Ellipsis"],
    ["double", "error", "double(4)", "StubError"],
    ["double", "emptied", "double(4, y=2)", "0"],
    // Called wrongly, a stub fails as what it stands for does.
    ["double", "nothing", "double()", "TypeError"],
    ["double", "nothing", "double(1, 2)", "TypeError"],
    ["five", "nothing", "(five(), six(), add(1))", "(None, 9, 4)"],
    ["five", "nothing", "fem()", "None"],
    ["five", "error", "five()", "StubError"],
    ["five", "emptied", "five()", "0"],
    ["first", "nothing", "first([7])", "None"],
    ["first", "emptied", "first([7])", "0"],
    ["cached", "nothing", "(cached(1), cached.cache_info().misses)", "(None, 1)"],
    ["TABLE['neg']", "nothing", "(TABLE['neg'](1), TABLE['abs'](-1))", "(None, 1)"],
    ["TABLE['abs']", "something", "(TABLE['neg'](1), TABLE['abs'](-1))", "(-1, Ellipsis)"],
    ["TABLE['abs']", "nothing", "abs(-1)", "1"],
    ["INNER['a']['neg']", "nothing", "(INNER['a']['neg'](1), INNER['b'][0][0](-1))", "(None, 1)"],
    ["INNER['b'][0][0]", "error", "INNER['b'][0][0](-1)", "StubError"],
    ["RULES[0].apply", "nothing", "(RULES[0].apply(1), RULES[1].apply(1))", "(None, 3)"],
    ["RULES[1].apply", "emptied", "(RULES[0].apply(1), RULES[1].apply(1))", "(2, 0)"],
    ["api.cost", "something", "api.cost(1)", "Ellipsis"],
    ["Api.TABLE['a']", "nothing", "Api.TABLE['a'](1)", "None"],
    ["space.size", "nothing", "space.size([])", "None"],
    ["BOXES[0].put", "nothing", "BOXES[0]().put(1)", "None"],
    ["Point", "nothing", "Point(1, 2).x()", "None"],
    ["Point", "error", "Point(1, 2)", "StubError"],
    ["later", "nothing", "asyncio.run(later(1))", "None"],
    ["later", "emptied", "asyncio.run(later(1))", "[]"],
    ["later", "error", "asyncio.run(later(1))", "StubError"],
    ["each", "nothing", "list(each(1))", "[]"],
    ["each", "something", "list(each(1))", "[Ellipsis]"],
    ["each", "error", "list(each(1))", "StubError"],
    ["all_of", "something", "asyncio.run(anext(all_of(1)))", "Ellipsis"],
    ["cart.__call__", "nothing", "cart(1)", "None"],
    ["cart.__call__", "emptied", "cart(1)", "0"],
    ["cart.area", "nothing", "(cart.area(), Shape().area())", "(None, None)"],
    ["Shape.name", "nothing", "Shape().name()", "None"],
    ["Shape.name", "emptied", "Shape().name()", "0"],
    ["Shape", "nothing", "Shape().name()", "None"],
    ["Shape", "nothing", "sorted(name for name in globals() if name.startswith('_o'))", "[]"],
  ];

describe("a stub", () => {
  const cases = STUBS.map(([name, kind, expression]): Case => [name, kind, expression]);
  const looked = looks([{ code: CODE + OTHER, cases }]);
  test.each(
    STUBS.map(([name, kind, expression, value], index) => ({
      name,
      kind,
      expression,
      value,
      index,
    })),
  )("of $name, $kind: $expression is $value", ({ value, index }) => {
    expect(looked()[0]!.values[index]).toBe(value);
  });
});
