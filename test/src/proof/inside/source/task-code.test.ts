// What the inside reads of the code by its syntax: small changes, public names, text that is run.
import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { MUTANT_KINDS } from "../../../../../src/proof/session.ts";
import { PYTHON_PATH } from "../python-path.ts";

const PROGRAM = `import ast
import json
import sys
from task_mutants import Asides, mutations
from task_policy import foreign_code
from task_stubs import names_to_replace

def read(source, tests):
    tree = ast.parse(source)
    asides = Asides([ast.parse(tests)], [tree])
    return {
        "changes": [[each.kind, each.change(), asides.of(each)] for each in mutations(tree)],
        "lines": [[each.around.function, *each.around.lines] for each in mutations(tree)],
        "foreign": [what for _, what in foreign_code(tree)],
        "names": [name.name for _, name in names_to_replace({"src/a.py": tree})],
    }

print(json.dumps([read(*each) for each in json.load(sys.stdin)]))
`;

const Answers = z.array(
  z.object({
    changes: z.array(z.tuple([z.enum(MUTANT_KINDS), z.string(), z.string().nullable()])),
    lines: z.array(z.tuple([z.string(), z.number(), z.number()])),
    foreign: z.array(z.string()),
    names: z.array(z.string()),
  }),
);
type Answer = z.infer<typeof Answers>[number];

/** What a program says to an input, both JSON. */
function answerOf(program: string, input: unknown): unknown {
  return JSON.parse(
    execFileSync("python3", ["-B", "-W", "ignore", "-c", program], {
      cwd: "/",
      encoding: "utf8",
      input: JSON.stringify(input),
      env: {
        ...process.env,
        PYTHONPATH: PYTHON_PATH,
      },
    }),
  );
}

/** Asked for once, when the first test runs. */
function lazily<T>(ask: () => T): () => T {
  let answer: { readonly value: T } | null = null;
  return () => (answer ??= { value: ask() }).value;
}

/** Reads all of them in one process. */
function readings(sources: readonly (readonly [source: string, tests?: string])[]): () => Answer[] {
  return lazily(() =>
    Answers.parse(
      answerOf(
        PROGRAM,
        sources.map(([source, tests = ""]) => [source, tests]),
      ),
    ),
  );
}

const CHANGES: readonly (readonly [code: string, ...changes: string[]])[] = [
  ["x < 1", "boundary: `x < 1` → `x <= 1`", "number: `1` → `2`"],
  ["x >= y", "boundary: `x >= y` → `x > y`"],
  ["x == y", "comparison: `x == y` → `x != y`"],
  ["x in y", "comparison: `x in y` → `x not in y`"],
  ["x and y", "logic: `x and y` → `x or y`"],
  ["not x", "condition: `not x` → `x`"],
  ["x if y else z", "condition: `if y` → `if not y`"],
  ["[x for x in y if x]", "condition: `x` → `not x`"],
  ["x + y", "arithmetic: `x + y` → `x - y`"],
  ["x // y", "arithmetic: `x // y` → `x * y`"],
  ["'a' + x"],
  ["-x", "sign: `-x` → `x`"],
  // Small whole numbers count; all others measure.
  ["0", "number: `0` → `1`"],
  ["10", "number: `10` → `11`"],
  ["11", "number: `11` → `22`"],
  ["0.0", "number: `0.0` → `1.0`"],
  ["0.5", "number: `0.5` → `1.0`"],
  ["7600530.24", "number: `7600530.24` → `15201060.48`"],
  ["1e308"],
  ["Decimal('3.50')", "number: `'3.50'` → `'7.00'`"],
  ["Decimal('0')", "number: `'0'` → `'1'`"],
  ["Decimal('0.01')"],
  ["Decimal('Infinity')"],
  ["Decimal(name)"],
  ["True", "boolean: `True` → `False`"],
  ["x[1:]", "slice: `1` → `2`"],
  ["x[1]", "number: `1` → `2`"],
  ["range(3)", "loop: `3` → `4`"],
  ["range(x)", "loop: `range(x)` → `range(x - 1)`"],
  ["range(1, x)", "loop: `range(1, x)` → `range(1, x - 1)`", "loop: `1` → `2`"],
  ["range(x + 1)", "arithmetic: `x + 1` → `x - 1`", "loop: `1` → `2`"],
  ["min(x, y)", "call: `min(x, y)` → `max(x, y)`"],
  ["x.upper()", "call: `x.upper()` → `x.lower()`"],
  ["math.ceil(x)", "call: `math.ceil(x)` → `math.floor(x)`"],
  ["f'{x + 1}'"],
  ["x == 'a'", "comparison: `x == 'a'` → `x != 'a'`", "text: `'a'` → `''`"],
  ["say('a')"],
];

const STATEMENTS: readonly (readonly [code: string, ...changes: string[]])[] = [
  ["def f():\n    return x", "return: `return x` → `return None`"],
  ["def f():\n    return 'a'", "return: `return 'a'` → `return None`", "text: `'a'` → `''`"],
  ["def f():\n    return NotImplemented"],
  ["def f(x=3):\n    pass", "default: `3` → `4`"],
  ["def f(*, x='a'):\n    pass", "default: `'a'` → `''`"],
  ["def f(x=False):\n    pass", "default: `False` → `True`"],
  ["x()", "statement: `x()` is left out"],
  ["raise ValueError('a')", "raise: `raise ValueError('a')` is left out"],
  ["if not x:\n    pass", "condition: `not x` → `x`"],
  ["while x:\n    pass", "condition: `if x` → `if not x`"],
  ["def f(x: 'list[3]') -> 3:\n    pass"],
  ["@cache(maxsize=3)\ndef f(): pass"],
  ["class A(metaclass=B, x=3):\n    pass"],
  ["if __name__ == '__main__':\n    main(3)\nelse:\n    x = 5", "number: `5` → `6`"],
];

describe("small changes", () => {
  const expressions = readings(CHANGES.map(([code]) => [`y = ${code}`]));
  test.each(CHANGES.map(([code, ...changes], index) => ({ code, changes, index })))(
    "of $code",
    ({ changes, index }) => {
      expect(said(expressions()[index])).toEqual(changes);
    },
  );

  const statements = readings(STATEMENTS.map(([code]) => [code]));
  test.each(STATEMENTS.map(([code, ...changes], index) => ({ code, changes, index })))(
    "of $code",
    ({ changes, index }) => {
      expect(said(statements()[index])).toEqual(changes);
    },
  );
});

function said(answer: Answer | undefined): string[] | undefined {
  return answer?.changes.map(([kind, change]) => `${kind}: ${change}`);
}

const LOG = "only what is logged changes, and no test reads a log";
const STDERR = "only what is said on stderr changes, and no test reads it";
const LOOKS = "only the look of an object in messages changes, and no test reads it";
const TYPES = "only type checkers read it";
const ASSERTED = "an assertion guards against mistakes of the code itself";
const FAST = "only how fast the code is changes";
const EXACT = "only a tolerance, or how long something waits, changes";
const IDLE = "it is a placeholder, or a hook that does nothing";
const SAME = "Python makes the same of both";
const REPR = "class A:\n    def __repr__(self):\n        return 'A' + str(3)";

/** Code, what its tests hold, and why each change of it is set aside: null is tried. */
const ASIDES: readonly (readonly [code: string, tests: string, ...asides: (string | null)[]])[] = [
  ["logger.info('%d', x + 1)", "", LOG, LOG, LOG],
  ["self.log.debug(3)", "", LOG, LOG],
  ["logging.error(3)", "def test_a(caplog): pass", null, null],
  ["logging.error(3)", "with self.assertLogs(): pass", null, null],
  // Of a log only warnings and what is worse go to stderr, unless somebody gives it a handler.
  ["log.error(3)", "", LOG, LOG],
  ["log.info(3)", "assert capsys.readouterr().out == 'a'", LOG, LOG],
  ["log.info(3)", "out, err = capsys.readouterr()", LOG, LOG],
  ["log.warning(3)", "assert capsys.readouterr().out == 'a'", LOG, LOG],
  ["log.warning(3)", "assert capsys.readouterr().err == 'a'", null, null],
  ["log.warning(3)", "assert capfd.readouterr() == ('', 'a')", null, null],
  ["log.warning(3)", "assert run(x).stderr == 'a'", null, null],
  ["log.warning(3)", "with raises(E) as err:\n    run(x)\nassert str(err.value) == 'a'", LOG, LOG],
  ["logging.basicConfig()\nlog.info(3)", "assert capsys.readouterr().out", null, null, null],
  ["logging.basicConfig()\nlog.info(3)", "assert run(x).stdout", null, null, null],
  ["logging.basicConfig()\nlog.info(3)", "assert f(1) == 2", null, LOG, LOG],
  ["ledger.error(3)", "", null, null],
  ["math.log(3)", "", null, null],
  ["x = logger.info(3)", "", null],
  ["print(3)", "", null, null],
  ["print(3, file=sys.stderr)", "", STDERR, STDERR],
  ["print(3, file=sys.stderr)", "def test_a(capsys): pass", null, null],
  [REPR, "", LOOKS, LOOKS],
  [REPR, "assert repr(A()) == 'A3'", null, null],
  [REPR, "assert f'{A()}' == 'A3'", null, null],
  [REPR, "assert str(A()) == 'A3'", null, null],
  [REPR.replace("__repr__", "__str__"), "", null, null],
  ["if TYPE_CHECKING:\n    x = 3", "", TYPES],
  ["if typing.TYPE_CHECKING:\n    x = 3\nelse:\n    x = 4", "", TYPES, null],
  ["assert x > 3, 'a'", "", ASSERTED, ASSERTED],
  ["ThreadPoolExecutor(4)", "", null, FAST],
  ["map_(f, x, chunksize=4)", "", null, FAST],
  ["def f(maxsize=4): pass", "", null],
  ["EPSILON = 0.001", "", EXACT],
  ["x < 1e-9", "", null, EXACT],
  ["x < 0.01", "", null, null],
  ["math.isclose(x, y, rel_tol=0.1)", "", null, EXACT],
  ["REQUEST_TIMEOUT = 30", "", EXACT],
  ["REQUEST_TIMEOUT = 30", "assert a.REQUEST_TIMEOUT == 30", null],
  ["def f(timeout=30):\n    return timeout", "", EXACT, null],
  ["def f(timeout=30):\n    return timeout", "f(timeout=3)", null, null],
  ["def f(timely=30):\n    return timely", "", null, null],
  ["time.sleep(3)", "", null, EXACT],
  ["def f():\n    raise NotImplementedError('a')", "", IDLE],
  ["x = 2 + 2", "", null, null, null],
  ["x = 2 * 2", "", SAME, null, null],
];

describe("what no honest test can notice", () => {
  const read = readings(ASIDES.map(([code, tests]) => [code, tests]));
  test.each(ASIDES.map(([code, tests, ...asides], index) => ({ code, tests, asides, index })))(
    "of $code beside $tests",
    ({ asides, index }) => {
      expect(read()[index]?.changes.map(([, , aside]) => aside)).toEqual(asides);
    },
  );
});

describe("where a change is", () => {
  const read = readings([
    [
      "X = 1\n\n\nclass A:\n    def f(self, x=2):\n        if (\n            x\n            > 3\n        ):\n            return g(\n                4\n            )\n        try:\n            pass\n        except E[5]:\n            def inner():\n                return 6\n",
    ],
  ]);
  test("it has the function around it, and the lines of its statement alone", () => {
    const changes = read()[0]!.changes.map(([, change]) => change);
    const lines = read()[0]!.lines;
    const at = (number: string): unknown => lines[changes.indexOf(number)];
    expect(at("`1` → `2`")).toEqual(["", 1, 1]);
    expect(at("`2` → `3`")).toEqual(["", 5, 5]);
    expect(at("`3` → `4`")).toEqual(["A.f", 6, 9]);
    expect(at("`4` → `5`")).toEqual(["A.f", 10, 12]);
    expect(at("`5` → `6`")).toEqual(["A.f", 15, 15]);
    expect(at("`6` → `7`")).toEqual(["A.f.inner", 17, 17]);
  });
});

const below = (statement: string): string => `${statement}\n    def f():\n        return 1\n`;

const NAMES: readonly (readonly [code: string, ...names: string[]])[] = [
  ...[
    "if x:",
    "with x:",
    "for x in y:",
    "while x:",
    "try:\n    pass\nexcept E:",
    "try:\n    pass\nfinally:",
    "if __name__ == 'x':",
    "if __name__ == '__main__':\n    pass\nelse:",
  ].map((statement): readonly [string, string] => [below(statement), "f"]),
  [`match x:\n    case 1:\n        def f():\n            return 1\n`, "f"],
  [`${below("if __name__ == '__main__':")}\ndef g():\n    return 2\n`, "g"],
  ["f = lambda: x", "f"],
  ["f = lambda: None\ndef g(): return 1", "g"],
  ["class A:\n    def __add__(self, x):\n        return x + 1", "A", "A.__add__"],
  [
    "class A:\n    def __hash__(self):\n        return 1\n    def f(self):\n        return 1",
    "A",
    "A.f",
  ],
  ["class A:\n    def __repr__(self):\n        return 'A'", "A", "A.__repr__"],
  [
    "class A:\n    def __enter__(self):\n        return self\n    def f(self):\n        return 1",
    "A",
    "A.f",
  ],
  ["class A:\n    class B:\n        def f(self):\n            return 1", "A", "A.B.f"],
  [
    "class A:\n    @property\n    def x(self): return self.y\n    @x.setter\n    def x(self, y): self.y = y",
    "A",
    "A.x",
  ],
  ["class A:\n    f = lambda self: self.x", "A", "A.f"],
];

describe("public names", () => {
  const read = readings(NAMES.map(([code]) => [code]));
  test.each(NAMES.map(([code, ...names], index) => ({ code, names, index })))(
    "of $code",
    ({ names, index }) => {
      expect(read()[index]?.names).toEqual(names);
    },
  );
});

const READ = "text that is read from a file";

const FOREIGN: readonly (readonly [code: string, ...found: string[]])[] = [
  ["exec(open('a').read())", `gives exec() ${READ}`],
  ["t = Path('a').read_text()\nexec(t)", `gives exec() ${READ}`],
  ["with open('a') as f:\n    t = f.read()\neval(t)", `gives eval() ${READ}`],
  ["for line in open('a'):\n    exec(line)", `gives exec() ${READ}`],
  ["def f(p):\n    return open(p).read()\ncompile(f('a'), 'a', 'exec')", `gives compile() ${READ}`],
  ["def f(t):\n    exec(t)\nf(open('a').read())", `gives exec() ${READ}`],
  ["def f(t):\n    exec(t)\nf(t=open('a').read())", `gives exec() ${READ}`],
  [
    "class A:\n    def f(self):\n        self.t = open('a').read()\n    def g(self):\n        exec(self.t)",
    `gives exec() ${READ}`,
  ],
  ["import builtins\nbuiltins.exec(open('a').read())", `gives exec() ${READ}`],
  ["run = exec\nrun(open('a').read())", `gives exec() ${READ}`],
  ["exec(pkgutil.get_data('a', 'b'))", `gives exec() ${READ}`],
  ["import tests", "imports tests"],
  ["from tests.cases import CASES", "imports from tests.cases"],
  ["import_module('tests.cases')", "runs a file by import_module()"],
  ["runpy.run_path('a.py')", "runs a file by run_path()"],
  [
    "spec_from_file_location('a', Path(__file__).parent / 'b')",
    "runs a file by spec_from_file_location()",
  ],
  // What makes a code object runs nothing, and whoever runs it is refused.
  [
    "class A:\n    def get_code(self, p):\n        return compile(open(p).read(), p, 'exec')\nexec(A().get_code('a'))",
    `gives exec() ${READ}`,
  ],
  ["exec(loader.source_to_code(text, 'a'))", `gives exec() ${READ}`],
  ["types.FunctionType(loader.get_code('a'), {})()", `gives FunctionType() ${READ}`],
  ["f.__code__ = loader.get_code('a')", `gives __code__ ${READ}`],
  [
    "c = loader.get_code('a')\nsetattr(f, '__code__', c.replace(co_name='f'))",
    `gives __code__ ${READ}`,
  ],
  ["f.__code__: object = loader.get_code('a')", `gives __code__ ${READ}`],
  ["for f.__code__ in [marshal.load(open('a'))]:\n    pass", `gives __code__ ${READ}`],
  ["object.__setattr__(f, '__code__', loader.get_code('a'))", `gives __code__ ${READ}`],
  ["from builtins import exec as run\nrun(open('a').read())", `gives exec() ${READ}`],
  ["code.InteractiveInterpreter().runsource(open('a').read())", `gives runsource() ${READ}`],
  [
    "from importlib.util import spec_from_file_location as find\nfind('a', 'b.py')",
    "runs a file by spec_from_file_location()",
  ],
  // Of these classes Python itself runs what they give.
  [
    "from importlib.abc import SourceLoader\nclass A(SourceLoader):\n    def get_data(self, p):\n        return open(p, 'rb').read()",
    `runs ${READ} by the loader A`,
  ],
  [
    "import importlib.abc as i\nclass A(i.InspectLoader):\n    def get_source(self, n):\n        text = Path(n).read_text()\n        return text",
    `runs ${READ} by the loader A`,
  ],
  [
    "from importlib.machinery import SourceFileLoader as L\nclass A(L):\n    pass\nclass B(A):\n    def get_data(self, p):\n        return super().get_data(p)",
    `runs ${READ} by the loader B`,
  ],
  [
    "import importlib.abc\nclass A(importlib.abc.InspectLoader):\n    def get_code(self, n):\n        return compile(open(n).read(), n, 'exec')",
    `runs ${READ} by the loader A`,
  ],
  [
    "import importlib.machinery\nclass A(importlib.machinery.SourceFileLoader):\n    pass\nA('a', 'b.py')",
    "runs a file by A()",
  ],
  [
    "sys.path.insert(0, str(Path(__file__).parents[1] / 'tests'))",
    "imports from the folder of tests",
  ],
  ["p = Path('..', 'tests')\nsys.path.append(p)", "imports from the folder of tests"],
  ["sys.path += ['../tests/data']", "imports from the folder of tests"],
  ["sys.path[:0] = ['tests']", "imports from the folder of tests"],
  ["sys.path.insert(0, str(Path(__file__).with_name('more.zip')))", "imports from an archive"],
  ["ARCHIVE = 'src/more.dat'\nsys.path.append(ARCHIVE)", "imports from an archive"],
  ["zipimport.zipimporter('src/more.zip')", "runs a file by zipimporter()"],
  ["spec_from_file_location('a', 'src/more.txt')", "runs a file by spec_from_file_location()"],
  [
    "HERE = Path(__file__).parent\nDATA = HERE / 'data'\nspec_from_file_location('a', DATA / 'more.txt')",
    "runs a file by spec_from_file_location()",
  ],
  ["site.addsitedir('tests')", "imports from the folder of tests"],
  ["def get_code(p):\n    return compile(open(p).read(), p, 'exec')", `gives compile() ${READ}`],
  [
    "exec(compile(compile(open('a').read(), 'a', 'exec', ast.PyCF_ONLY_AST), 'a', 'exec'))",
    `gives exec() ${READ}`,
    `gives compile() ${READ}`,
  ],
  [
    "exec(compile(ast.parse(open('a').read()), 'a', 'exec'))",
    `gives exec() ${READ}`,
    `gives compile() ${READ}`,
  ],
  ["compile(open('a').read(), 'a', 'exec', 0)", `gives compile() ${READ}`],
  ["compile(open('a').read(), 'a', 'exec', ast.PyCF_ONLY_AST & 0)", `gives compile() ${READ}`],
  [
    "PyCF_ONLY_AST = 0\ncompile(open('a').read(), 'a', 'exec', PyCF_ONLY_AST)",
    `gives compile() ${READ}`,
  ],
  [
    "def f():\n    flags = PyCF_ONLY_AST\n    flags = 0\n    return compile(open('a').read(), 'a', 'exec', flags)",
    `gives compile() ${READ}`,
  ],
  [
    "def f():\n    a = b\n    b = a\n    return compile(open('a').read(), 'a', 'exec', a)",
    `gives compile() ${READ}`,
  ],
  [
    "ast.PyCF_ONLY_AST = 0\ncompile(open('a').read(), 'a', 'exec', ast.PyCF_ONLY_AST)",
    `gives compile() ${READ}`,
  ],
  ["compile(open('a').read(), 'a', 'exec', ast.PyCF_ONLY_AST)"],
  ["compile(open('a').read(), 'a', 'exec', flags=1 | PyCF_ONLY_AST)"],
  ["ast.parse(open('a').read())"],
  [
    "def parse(text):\n    flags = PyCF_ONLY_AST\n    if x:\n        flags |= TYPES\n    return compile(text, 'a', 'exec', flags)\nparse(open('a').read())",
  ],
  [
    "class A:\n    @staticmethod\n    def source_to_code(data, path):\n        return compile(data, path, 'exec')\n    def get_code(self, name):\n        return self.source_to_code(self.get_source(name))",
  ],
  // A loader of its own texts, and one of templates by the same name.
  [
    "from importlib.abc import SourceLoader\nclass A(SourceLoader):\n    def get_data(self, p):\n        return self.texts[p]\n    def get_filename(self, n):\n        return open(n).read()",
  ],
  ["class FileLoader:\n    def get_source(self, p):\n        return open(p).read()"],
  [
    "from .loaders import FileLoader\nclass A(FileLoader):\n    def get_source(self, p):\n        return open(p).read()",
  ],
  ["sys.path.insert(0, os.path.dirname(__file__))"],
  ["paths.append('tests')"],
  ["sys.path.append('/usr/lib/python3.11')\nsys.path.append('..')"],
  [
    "HERE = Path(__file__).parent\ndef load(path):\n    return spec_from_file_location('a.b', path)",
  ],
  ["for each in iter_modules(__path__):\n    import_module(each.name)"],
  ["import_module('src.more')"],
  ["for line in open('a.pth'):\n    sys.path.append(line)"],
  // What is no file of the task is its own matter.
  ["eval(text)"],
  ["def f(t):\n    return eval(t)\n\ndef g():\n    return open('a').read()"],
  ["t = open('a').read()\ndef f(t):\n    return eval(t)"],
  ["exec('x = 1')"],
  ["f.__code__ = g.__code__"],
  ["setattr(f, 'x', open('a').read())"],
  ["eval(sys.stdin.read())"],
  ["re.compile(open('a').read())"],
  ["model.eval(open('a').read())"],
  ["import_module(name)"],
  ["spec_from_file_location(name, path)"],
  // By the usual ways in which text is gathered and handed on.
  [
    "lines = []\nfor line in open('a'):\n    lines.append(line)\nexec(''.join(lines))",
    `gives exec() ${READ}`,
  ],
  [
    "def load(p):\n    found = []\n    found.extend(open(p))\n    return '\\n'.join(found)\nexec(load('a'))",
    `gives exec() ${READ}`,
  ],
  [
    "class A:\n    def f(self):\n        self.lines.append(open('a').read())\n    def g(self):\n        exec(''.join(self.lines))",
    `gives exec() ${READ}`,
  ],
  [
    "out = io.StringIO()\nout.write(open('a').read())\nexec(out.getvalue())",
    `gives exec() ${READ}`,
  ],
  [
    "class A:\n    source = open('a').read()\n    def f(self):\n        exec(self.source)",
    `gives exec() ${READ}`,
  ],
  ["partial(exec, open('a').read())()", `gives exec() ${READ}`],
  ["run = functools.partial(exec)\nrun(open('a').read())", `gives exec() ${READ}`],
  ["list(map(eval, open('a')))", `gives eval() ${READ}`],
  ["Thread(target=exec, args=(open('a').read(),)).start()", `gives exec() ${READ}`],
  ["def f(text, run=exec):\n    run(text)\nf(open('a').read())", `gives exec() ${READ}`],
  ["def f(*, run=eval):\n    run(open('a').read())", `gives eval() ${READ}`],
  ["getattr(builtins, 'exec')(open('a').read())", `gives exec() ${READ}`],
  ["run = getattr(__builtins__, 'eval')\nrun(open('a').read())", `gives eval() ${READ}`],
  ["(lambda text: exec(text))(open('a').read())", `gives exec() ${READ}`],
  ["run = lambda text: exec(text)\nrun(open('a').read())", `gives exec() ${READ}`],
  // Other text than what is run.
  [
    "lines = []\nfor line in open('a'):\n    lines.append(line)\ndef f(lines):\n    return eval(lines)",
  ],
  ["class A:\n    source = open('a').read()\n    def f(self):\n        exec(self.code)"],
  ["def f(run=exec):\n    return run\ndef run(text):\n    return text\nrun(open('a').read())"],
  ["list(map(re.compile, open('a')))\neval(text)"],
  ["list(map(int, open('a')))\neval(text)"],
  ["names = []\nnames.append(open('a').read())\neval(text, {'names': names})"],
  ["for line in open('a.pth'):\n    sys.path.append(line)\nexec(self.path)"],
  ["def eval(x):\n    return x\nlist(map(eval, open('a')))"],
  ["getattr(model, 'eval')(open('a').read())"],
  ["f = lambda text: len(text)\nf(open('a').read())\ng = lambda text: eval(text)\ng('1')"],
  // A function of the task by the name of Python's, and what only looks like one.
  ["def eval(x):\n    return x\neval(open('a').read())"],
  [
    "E = {'+': add()}\ndef run(p):\n    return eval(open(p).read())\ndef eval(x):\n    return eval(x[0])",
  ],
  ["def f():\n    def eval(x):\n        return x\n    return eval(open('a').read())"],
  ["def compile(text):\n    return text\ncompile(open('a').read())"],
  ["eval(open('a').read())\ndef eval(x):\n    return x", `gives eval() ${READ}`],
  [
    "def run():\n    return eval(open('a').read())\ndef go():\n    run()\nclass A:\n    x = go()\ndef eval(x):\n    return x",
    `gives eval() ${READ}`,
  ],
  ["def eval(x, y=eval(open('a').read())):\n    return x", `gives eval() ${READ}`],
  ["if x:\n    def eval(x):\n        return x\neval(open('a').read())", `gives eval() ${READ}`],
  ["@d\ndef eval(x):\n    return x\neval(open('a').read())", `gives eval() ${READ}`],
  [
    "def eval(x):\n    return x\neval = builtins.eval\neval(open('a').read())",
    `gives eval() ${READ}`,
  ],
  ["def eval(x):\n    return x\ndel eval\neval(open('a').read())", `gives eval() ${READ}`],
  [
    "def eval(x):\n    return x\nfrom builtins import *\neval(open('a').read())",
    `gives eval() ${READ}`,
  ],
  [
    "def f():\n    global eval\n    eval = other\ndef eval(x):\n    return x\neval(open('a').read())",
    `gives eval() ${READ}`,
  ],
  ["def eval(x):\n    return builtins.eval(x)\neval(open('a').read())", `gives eval() ${READ}`],
  [
    "class A:\n    def eval(self, x):\n        return x\neval(open('a').read())",
    `gives eval() ${READ}`,
  ],
  ["def f(exec):\n    exec(open('a').read())\nf(exec)", `gives exec() ${READ}`],
  ["import testing"],
  ["from .tests import x"],
];

describe("text that is run", () => {
  const read = readings(FOREIGN.map(([code]) => [code]));
  test.each(FOREIGN.map(([code, ...found], index) => ({ code, found, index })))(
    "by $code: $found",
    ({ found, index }) => {
      expect(read()[index]?.foreign).toEqual(found);
    },
  );
});

const SAYING = `
class A:
    """Of the class."""
    def f(self):
        """Of the method."""
        return 1

def g(x):
    """Of the function."""
    return x

async def h():
    """Of the coroutine."""
    return 1

def i():
    """Of the generator."""
    yield 1
`;

describe("what code says of itself is no part of what it does, and stays", () => {
  const NAMES_TO_DOC = {
    A: "class",
    "A.f": "method",
    g: "function",
    h: "coroutine",
    i: "generator",
  };
  const cases = Object.entries(NAMES_TO_DOC).flatMap(([name, what]) =>
    ["nothing", "something", "error"].map((kind) => ({ name, what, kind })),
  );
  const program = `import ast, json, sys
from task_source import unparse
from task_stubs import put_stub

def doc(source, name, kind):
    tree = ast.parse(source)
    put_stub(tree.body, name.split("."), kind)
    scope = {}
    exec(unparse(ast.fix_missing_locations(tree)), scope)
    return eval(name, scope).__doc__

print(json.dumps([doc(*each) for each in json.load(sys.stdin)]))
`;
  const docs = lazily(() =>
    z.array(z.string().nullable()).parse(
      answerOf(
        program,
        cases.map(({ name, kind }) => [SAYING, name, kind]),
      ),
    ),
  );
  test.each(cases.map((each, index) => ({ ...each, index })))(
    "where $name is replaced: $kind",
    ({ what, index }) => {
      expect(docs()[index]).toBe(`Of the ${what}.`);
    },
  );
});
