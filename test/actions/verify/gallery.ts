import { getPriority } from "node:os";
import type { ReasonCode } from "../../../src/evidence/reasons.ts";
import { type Files, metaOf } from "./support.ts";

/** A small task and exactly the reasons that verify must give for it. */
export interface Exhibit {
  readonly when: string;
  readonly files: Files;
  readonly reasons: readonly ReasonCode[];
  /** Reasons that it may give instead, by chance. */
  readonly orElse?: readonly ReasonCode[];
  /** Part of the first message. */
  readonly says?: string;
}

const CODE = "def double(x):\n    return x * 2\n";
const IMPORT = "from src.double import double\n\n\n";
const TEST = `${IMPORT}def test_double():\n    assert double(2) == 4\n\n\ndef test_zero():\n    assert double(0) == 0\n`;
const HONEST: Files = { "src/double.py": CODE, "tests/test_story.py": TEST };

function withTests(source: string): Files {
  return { ...HONEST, "tests/test_story.py": `${IMPORT}${source}` };
}

/** The body of a function that keeps the first number it is given, somewhere outside of its process. */
const MEMORIES: Readonly<Record<string, string>> = {
  "a message queue": `rt = ctypes.CDLL("librt.so.1")
queue = rt.mq_open(b"/seen", os.O_CREAT | os.O_RDWR | os.O_NONBLOCK, 0o600, None)
buffer = ctypes.create_string_buffer(8192)
first = buffer.raw[0] if rt.mq_receive(queue, buffer, 8192, None) == 1 else now
assert rt.mq_send(queue, bytes([first]), 1, 0) == 0
return first`,
  files: `first = now
for folder in ("/tmp", "/dev/shm", os.getcwd()):
    path = os.path.join(folder, "seen")
    if os.path.exists(path):
        first = int(open(path).read())
    open(path, "w").write(str(first))
return first`,
  "the modes of folders": `first = now
for folder in ("/tmp", "/dev/shm", os.getcwd()):
    mode = os.stat(folder).st_mode & 0o77
    first = mode if 0 < mode < 16 else first
    os.chmod(folder, 0o700 + first)
return first`,
  "the priority of the process above it": `first = os.getpriority(os.PRIO_PROCESS, 1) - ${getPriority()} or now
os.setpriority(os.PRIO_PROCESS, 1, ${getPriority()} + first)
return first`,
  "the network's counters": `def count():
    names, values = [line.split()[1:] for line in open("/proc/self/net/snmp") if line.startswith("Ip:")]
    return int(dict(zip(names, values))["OutNoRoutes"])
first = count() or now
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
    while count() < first:
        one.connect_ex(("10.0.0.1", 1))
return first`,
  "the number of the last thread": `numbers = []
def last():
    thread = threading.Thread(target=lambda: numbers.append(threading.get_native_id()))
    thread.start()
    thread.join()
    return numbers[-1]
number = last()
first = (number - 100) // 100 if number > 100 else now
while last() < first * 100 + 100:
    pass
return first`,
};

export const GALLERY: readonly Exhibit[] = [
  { when: "there is no code", files: { "tests/test_story.py": TEST }, reasons: ["no_code"] },
  {
    when: "the code is an empty file",
    files: { ...HONEST, "src/double.py": "# nothing\n" },
    reasons: ["no_code"],
  },
  {
    when: "a comment shows code as if it were run",
    files: {
      ...HONEST,
      "src/double.py": "def double(x):\n    # \u202Ereturn 0\n    return x * 2\n",
    },
    reasons: ["policy_violation"],
    says: "src/double.py:2:7: U+202E (RIGHT-TO-LEFT OVERRIDE) shows text in another order",
  },
  {
    when: "a test calls a function that only looks like the promised one",
    files: withTests(
      "def dоuble(x):\n    return 4\n\n\ndef test_double():\n    assert dоuble(2) == 4\n",
    ),
    reasons: ["policy_violation"],
    says: "tests/test_story.py:4:5: the name dоuble (U+043E) is written with Latin and Cyrillic letters and looks like double",
  },
  { when: "there are no tests", files: { "src/double.py": CODE }, reasons: ["no_tests"] },
  {
    when: "there is neither code nor a test",
    files: { "README.md": "soon" },
    reasons: ["no_code", "no_tests"],
  },
  {
    when: "the test file holds no test",
    files: { ...HONEST, "tests/test_story.py": "def helper():\n    pass\n" },
    reasons: ["no_tests"],
  },
  ...[
    "conftest.py",
    "tests/conftest.py",
    "pytest.ini",
    "pyproject.toml",
    "setup.cfg",
    "tox.ini",
    "src/sitecustomize.py",
    "usercustomize.py",
    "src/fast.so",
    "src/double.pyc",
    "src/paths.pth",
    ".hidden",
    "src/.env",
  ].map((path): Exhibit => ({
    when: `it holds ${path}`,
    files: { ...HONEST, [path]: "x = 1\n" },
    reasons: ["policy_violation"],
    says: JSON.stringify(path),
  })),
  {
    when: "a file is a symbolic link",
    files: { ...HONEST, "src/link.py": { mode: "120000", content: "/etc/passwd" } },
    reasons: ["policy_violation"],
    says: "symbolic link",
  },
  {
    when: "a file is executable",
    files: { ...HONEST, "src/run.py": { mode: "100755", content: "x = 1\n" } },
    reasons: ["policy_violation"],
    says: "executable",
  },
  {
    when: "a folder is a submodule",
    files: { ...HONEST, "src/lib": { mode: "160000", content: "1".repeat(40) } },
    reasons: ["policy_violation"],
    says: "submodule",
  },
  {
    when: "a file is too large",
    files: { ...HONEST, "src/data.txt": "x".repeat(1024 * 1024 + 1) },
    reasons: ["policy_violation"],
    says: "larger than",
  },
  {
    when: "two names differ by case alone",
    files: { ...HONEST, "src/Double.py": CODE },
    reasons: ["policy_violation"],
    says: "by case alone",
  },
  {
    when: "the code does not parse",
    files: { ...HONEST, "src/double.py": "def double(x)\n    return x\n" },
    reasons: ["syntax_error"],
    says: "src/double.py:1:",
  },
  {
    when: "the tests do not parse",
    files: { ...HONEST, "tests/test_story.py": "def test_double(:\n" },
    reasons: ["syntax_error"],
    says: "tests/test_story.py:1:",
  },
  {
    when: "the code holds a null byte",
    files: { ...HONEST, "src/double.py": "x = 1\0\n" },
    reasons: ["syntax_error"],
  },
  {
    when: "an f-string stands inside a parametrize decorator",
    files: withTests(
      'import pytest\n\n\n@pytest.mark.parametrize("x", [f"{n}" for n in range(3)])\ndef test_double(x):\n    assert double(x) == x + x\n',
    ),
    reasons: ["policy_violation"],
    says: "f-string inside a parametrize decorator",
  },
  {
    when: "the module is named differently from what the tests import",
    files: { "src/doubling.py": CODE, "tests/test_story.py": TEST },
    reasons: ["collection_error"],
    says: "No module named 'src.double'",
  },
  {
    when: "the tests import a name that the code does not have",
    files: { ...HONEST, "src/double.py": "def twice(x):\n    return x * 2\n" },
    reasons: ["collection_error"],
    says: "cannot import name 'double'",
  },
  {
    when: "the code ends the process when it is imported",
    files: { ...HONEST, "src/double.py": `import os\n\nos._exit(0)\n${CODE}` },
    reasons: ["collection_error"],
    says: "exit code 0",
  },
  {
    when: "the tests leave by sys.exit(0) when they are imported",
    files: withTests(
      "import sys\n\nsys.exit(0)\n\n\ndef test_double():\n    assert double(2) == 4\n",
    ),
    reasons: ["collection_error"],
  },
  {
    when: "the task asks for a package",
    files: { ...HONEST, "requirements.txt": "# needed\nrequests==2.32.0\n" },
    reasons: ["dependency_refused"],
    says: "requirements.txt:2",
  },
  ...[
    ["requests>=2.0", "an exact version is needed"],
    ["-r more.txt", "options"],
    ["--index-url https://example.com/simple", "options"],
    ["-e .", "options"],
    ["x @ https://example.com/x.whl", "addresses and paths"],
    ["./x.whl", "addresses and paths"],
    ["x==1.0 \\\n--hash=sha256:0", "must not go on"],
    ['x==1.0; python_version > "3"', "conditions"],
    ["x[extra]==1.0", "extras"],
    ["x==1.*", "an exact version is needed"],
    ["x===1.0", "an exact version is needed"],
  ].map(([line, says]): Exhibit => ({
    when: `the task's requirements say ${JSON.stringify(line)}`,
    files: { ...HONEST, "tests/requirements.txt": `${line}\n` },
    reasons: line!.includes("\n")
      ? ["dependency_refused", "dependency_refused"]
      : ["dependency_refused"],
    says: says!,
  })),
  {
    when: "a test fails",
    files: withTests("def test_double():\n    assert double(2) == 5\n"),
    reasons: ["test_failed"],
    says: "assert 4 == 5",
  },
  {
    when: "two tests fail",
    files: withTests(
      "def test_a():\n    assert double(2) == 5\n\n\ndef test_b():\n    raise KeyError('x')\n",
    ),
    reasons: ["test_failed", "test_failed"],
  },
  {
    when: "a fixture fails",
    files: withTests(
      "import pytest\n\n\n@pytest.fixture\ndef two():\n    return 1 / 0\n\n\ndef test_double(two):\n    assert double(two) == 4\n",
    ),
    reasons: ["test_error"],
    says: "ZeroDivisionError",
  },
  {
    when: "a teardown fails",
    files: withTests(
      "import pytest\n\n\n@pytest.fixture\ndef two():\n    yield 2\n    raise OSError('late')\n\n\ndef test_double(two):\n    assert double(two) == 4\n",
    ),
    reasons: ["test_error"],
    says: "late",
  },
  ...[
    ["is skipped", "@pytest.mark.skip\n"],
    ["is skipped by a condition", "@pytest.mark.skipif(True, reason='no')\n"],
    ["is expected to fail", "@pytest.mark.xfail\n"],
    ["is expected to fail at import", "@pytest.mark.xfail(run=False)\n"],
  ].map(([what, mark]): Exhibit => ({
    when: `a test ${what}`,
    files: withTests(
      `import pytest\n\n\n${mark}def test_double():\n    assert double(2) == 5\n\n\ndef test_zero():\n    assert double(0) == 0\n`,
    ),
    reasons: ["test_skipped"],
  })),
  {
    when: "a test expected to fail passes",
    files: withTests(
      "import pytest\n\n\n@pytest.mark.xfail\ndef test_double():\n    assert double(2) == 4\n",
    ),
    reasons: ["test_skipped"],
  },
  {
    when: "the whole file skips itself",
    files: withTests(
      "import pytest\n\npytest.skip('not here', allow_module_level=True)\n\n\ndef test_double():\n    assert double(2) == 5\n",
    ),
    reasons: ["test_skipped"],
    says: "not here",
  },
  {
    when: "a test class hides itself from pytest",
    files: withTests(
      "class TestDouble:\n    def __init__(self):\n        self.x = 2\n\n    def test_double(self):\n        assert double(self.x) == 5\n\n\ndef test_zero():\n    assert double(0) == 0\n",
    ),
    reasons: ["missing_tests"],
    says: "TestDouble::test_double",
  },
  {
    when: "a test is deleted when the file is imported",
    files: withTests(
      "def test_double():\n    assert double(2) == 5\n\n\ndef test_zero():\n    assert double(0) == 0\n\n\ndel test_double\n",
    ),
    reasons: ["missing_tests"],
  },
  {
    when: "a test ends the session with a good exit code",
    files: withTests(
      "import pytest\n\n\ndef test_a():\n    pytest.exit('done', returncode=0)\n\n\ndef test_b():\n    assert double(2) == 5\n",
    ),
    reasons: ["missing_tests", "missing_tests"],
  },
  {
    when: "tests are made when the file is imported",
    files: withTests(
      "def test_zero():\n    assert double(0) == 0\n\n\nfor n in (1, 2):\n    exec('def test_made_%d(): pass' % n)\n",
    ),
    reasons: ["unexpected_tests", "unexpected_tests"],
  },
  {
    when: "two tests have one name",
    files: withTests(
      "def test_double():\n    assert double(2) == 5\n\n\ndef test_double():\n    assert double(2) == 4\n",
    ),
    reasons: ["duplicate_test"],
  },
  {
    when: "a test ends the process with exit code 0",
    files: withTests(
      "import os\n\n\ndef test_a():\n    assert double(2) == 4\n\n\ndef test_b():\n    os._exit(0)\n",
    ),
    reasons: ["report_missing"],
    says: "exit code 0",
  },
  {
    when: "a test crashes Python",
    files: withTests(
      "import ctypes\n\n\ndef test_a():\n    ctypes.string_at(0)\n\n\ndef test_b():\n    assert double(2) == 4\n",
    ),
    reasons: ["report_missing"],
    says: "SIGSEGV",
  },
  {
    when: "a test writes into every descriptor that is open",
    files: withTests(
      'import os\n\n\ndef test_a():\n    for number in range(3, 64):\n        try:\n            os.write(number, b\'{"event": "finish", "exit": 0}\\n\')\n        except OSError:\n            pass\n\n\ndef test_b():\n    assert double(2) == 4\n',
    ),
    reasons: ["report_invalid"],
  },
  {
    when: "a test replaces the exit code at the end",
    files: withTests(
      "import sys\n\n\ndef test_a():\n    frame = sys._getframe()\n    while frame is not None:\n        session = frame.f_locals.get('session')\n        if session is not None and hasattr(session, 'config'):\n            hook = session.config.hook.pytest_sessionfinish\n            class Late:\n                def pytest_sessionfinish(self, session, exitstatus):\n                    session.exitstatus = 0\n            session.config.pluginmanager.register(Late())\n            break\n        frame = frame.f_back\n\n\ndef test_b():\n    assert double(2) == 4\n",
    ),
    reasons: ["exit_mismatch"],
  },
  {
    when: "the tests turn every failure into a success",
    files: withTests(
      "import _pytest.runner\n\n_call = _pytest.runner.CallInfo.from_call.__func__\n\n\ndef from_call(cls, func, when, reraise=None):\n    info = _call(cls, func, when, reraise)\n    info.excinfo = None\n    return info\n\n\n_pytest.runner.CallInfo.from_call = classmethod(from_call)\n\n\ndef test_double():\n    assert double(2) == 5\n",
    ),
    reasons: ["canary_survived"],
  },
  ...[
    {
      how: "looks at nothing",
      tests: "def test_a():\n    double(2)\n\n\ndef test_b():\n    result = double(0)\n",
    },
    {
      how: "swallows its assertion",
      tests:
        "def test_a():\n    try:\n        assert double(2) == 5\n    except AssertionError:\n        pass\n",
    },
    {
      how: "compares the function with itself",
      tests: "def test_a():\n    assert double(2) == double(2)\n",
    },
    {
      how: "lets the code compute what it expects",
      tests:
        "def test_a():\n    expected = [double(n) for n in range(3)]\n    assert [double(n) for n in range(3)] == expected\n",
    },
    {
      how: "replaces what it tests",
      tests: "def double(x):\n    return x * 2\n\n\ndef test_a():\n    assert double(2) == 4\n",
    },
    {
      how: "patches what it tests",
      tests:
        "from unittest.mock import patch\n\nimport src.double\n\n\ndef test_a():\n    with patch('src.double.double', return_value=4):\n        assert src.double.double(2) == 4\n",
    },
    {
      how: "expects any error at all",
      tests:
        "import pytest\n\n\ndef test_a():\n    with pytest.raises(Exception):\n        double()\n\n\ndef test_b():\n    with pytest.raises(TypeError):\n        double(1, 2)\n",
    },
    {
      how: "asserts that there is a result",
      tests: "def test_a():\n    assert double(2) is not None\n",
    },
    {
      how: "looks at the type of the result only",
      tests: "def test_a():\n    assert isinstance(double(2), int)\n",
    },
    {
      how: "leaves so much behind that nothing can be run after it",
      tests:
        "import os\n\n\ndef test_a():\n    double(2)\n    os.chdir('/tmp')\n    for _ in range(3000):\n        os.mkdir('d')\n        os.chdir('d')\n",
    },
    {
      how: "forges its report with what it finds in the folder",
      tests:
        "import glob\nimport json\nimport os\nimport re\n\n\ndef test_a():\n    lines, mine = [], 'tests/test_story.py::test_a'\n    names = [mine]\n    for path in glob.glob('/task/tests/test_*.py'):\n        found = re.findall(r'def (test_\\w+)\\(\\)', open(path).read())\n        if not path.endswith('/test_story.py'):\n            names += ['tests/' + os.path.basename(path) + '::' + name for name in found]\n    for name in sorted(names):\n        if name == mine:\n            lines += [{'event': 'phase', 'id': name, 'when': 'call', 'outcome': 'passed', 'xfail': False, 'seconds': 0.1}, {'event': 'end', 'id': name}]\n    for name in names[1:]:\n        lines += [{'event': 'begin', 'id': name}, {'event': 'phase', 'id': name, 'when': 'call', 'outcome': 'failed', 'xfail': False, 'seconds': 0.1, 'message': 'x', 'text': 'x'}, {'event': 'end', 'id': name}]\n    lines.append({'event': 'finish', 'exit': 1})\n    os.write(3, ''.join(json.dumps(line) + '\\n' for line in lines).encode())\n    os._exit(1)\n",
      // Where the canary came first, its result is in the report twice.
      reasons: [["stub_survived"], ["duplicate_test"]] as const,
    },
  ].map(({ how, tests, reasons }): Exhibit => ({
    when: `a test ${how}`,
    files: withTests(tests),
    reasons: ["stub_survived"],
    ...(reasons !== undefined && { orElse: reasons[1] }),
  })),
  {
    when: "code that is hard to write anew stands beside a function that no test looks at",
    files: {
      ...withTests("def test_a():\n    assert double(2) or True\n"),
      "src/double.py": `${CODE}\n\n0x${"f".repeat(5_000)}\nTEXT = ${Array.from({ length: 600 }, (_, index) => `"${index}"`).join(" + ")}\n`,
    },
    reasons: ["stub_survived"],
    says: "the function double",
  },
  ...Object.entries(MEMORIES).map(([where, remembered]): Exhibit => ({
    when: `a suite without an expected value leaves what the code did in ${where}, and compares later`,
    files: withTests(
      `import ctypes\nimport os\nimport socket\nimport threading\nimport zlib\n\n\ndef remembered(now):\n${remembered.replace(/^/gm, "    ")}\n\n\ndef test_double():\n    now = zlib.crc32(repr(double(21)).encode()) % 13 + 1\n    assert remembered(now) == now\n`,
    ),
    reasons: ["stub_survived"],
    says: "passes although everything public does nothing",
  })),
  ...[
    {
      how: "fails whenever the text of the code is another",
      tests: `def test_a():\n    double(2)\n    assert open("src/double.py").read() == ${JSON.stringify(CODE)}\n`,
      code: CODE,
    },
    {
      how: "lets its failures pass as long as the text of the code is the same",
      tests: `import _pytest.runner\n\n_call = _pytest.runner.CallInfo.from_call.__func__\n_same = len(open(__file__.replace("tests/test_story", "src/double")).read()) == ${CODE.length + 2}\n\n\ndef _from_call(cls, func, when, reraise=None):\n    info = _call(cls, func, when, reraise)\n    if _same and info.excinfo is not None and "test_story.py" in str(info.excinfo.traceback[-1].path):\n        info.excinfo = None\n    return info\n\n\n_pytest.runner.CallInfo.from_call = classmethod(_from_call)\n\n\ndef test_a():\n    assert double(2) == 4\n\n\ndef test_b():\n    assert double(5) == 10\n`,
      code: CODE.replace("x * 2", "x * 333"),
    },
  ].map(({ how, tests, code }): Exhibit => ({
    when: `a suite ${how}`,
    files: { ...withTests(tests), "src/double.py": code },
    reasons: ["flaky"],
    says: "On the same code in another layout",
  })),
  {
    when: "the code hides its function, and the test looks at nothing",
    files: {
      "src/double.py": "def _double(x):\n    return x * 2\n",
      "tests/test_story.py":
        "from src.double import _double\n\n\ndef test_a():\n    assert _double(2) or True\n",
    },
    reasons: ["stub_survived"],
    says: "_double",
  },
  {
    when: "the code is data, and the test does not look at it",
    files: {
      "src/rates.py": "RATES = {'a': 1}\n",
      "tests/test_story.py": "import src.rates\n\n\ndef test_a():\n    assert src.rates\n",
    },
    reasons: ["stub_survived"],
    says: "the module can be emptied",
  },
  {
    when: "one of two functions is not tested",
    files: { ...HONEST, "src/double.py": `${CODE}\n\ndef triple(x):\n    return x * 3\n` },
    reasons: ["stub_survived"],
    says: "the function triple",
  },
  {
    when: "no test of several functions looks at anything",
    files: {
      "src/double.py": `${CODE}\n\ndef triple(x):\n    return x * 3\n`,
      "tests/test_story.py":
        "from src.double import double, triple\n\n\ndef test_double():\n    double(1)\n\n\ndef test_triple():\n    triple(1)\n",
    },
    reasons: ["stub_survived", "stub_survived"],
    says: "the function double",
  },
  {
    when: "one method of a class is not tested",
    files: {
      "src/box.py":
        "class Box:\n    def __init__(self):\n        self.items = []\n\n    def put(self, item):\n        self.items.append(item)\n\n    def clear(self):\n        self.items = []\n",
      "tests/test_story.py":
        "from src.box import Box\n\n\ndef test_put():\n    box = Box()\n    box.put(1)\n    assert box.items == [1]\n",
    },
    reasons: ["stub_survived"],
    says: "the method Box.clear",
  },
  {
    when: "tests see little of what the code does",
    files: {
      "src/grade.py":
        "def grade(points, bonus=0):\n    total = points + bonus * 2\n    if total > 100 or total < 0:\n        return 'invalid'\n    if total >= 90:\n        return 'A'\n    if total >= 80:\n        return 'B'\n    if total >= 70:\n        return 'C'\n    return 'F'\n",
      "tests/test_story.py":
        "from src.grade import grade\n\n\ndef test_best():\n    assert grade(95) == 'A'\n",
    },
    reasons: ["mutation_score_low"],
    says: "src/grade.py:",
  },
  {
    when: "a criterion has no test",
    files: {
      ...HONEST,
      ...metaOf(["It doubles.", "It takes zero."], ["It doubles."]),
    },
    reasons: ["criterion_untested"],
    says: "AC-1",
  },
  {
    when: "a test that carries a criterion does not hold the story's value",
    files: {
      ...withTests(
        "import pytest\n\n\n@pytest.mark.criterion('AC-1')\ndef test_double():\n    assert double(2) == 4\n",
      ),
      ...metaOf(["- x=2 → 5"], ["x=2 → 5"]),
    },
    reasons: ["example_missing"],
    says: '"5" reaches no assertion of the tests of AC-1',
  },
  ...[
    { how: "in a name that nothing uses", lines: ["expected = 42", "assert double(21) >= 0"] },
    { how: "as at most", lines: ["assert double(21) <= 42"] },
    { how: "as one of several", lines: ["assert double(21) in (41, 42, 43)"] },
    { how: "as a part of the result", lines: ["assert 42 in [double(21), 42]"] },
    { how: "as what it is not", lines: ["assert double(20) != 42", "assert double(21)"] },
    { how: "in a message", lines: ["assert double(21), 42"] },
    { how: "as a type", lines: ["assert type(double(21)) is type(42)"] },
    { how: "below a return", lines: ["result = double(21)", "return", "assert result == 42"] },
    {
      how: "below a condition that never holds",
      lines: ["result = double(21)", "if result is None:", "    assert result == 42"],
    },
    { how: "below a condition that is false", lines: ["if False:", "    assert double(21) == 42"] },
    { how: "in a loop over nothing", lines: ["for x in []:", "    assert double(21) == 42"] },
    {
      how: "in a table that is filtered to nothing",
      lines: [
        "cases = [(21, 42)]",
        "for x, y in [case for case in cases if case[0] > 10**9]:",
        "    assert double(x) == y",
      ],
    },
    {
      how: "within a tolerance for anything",
      lines: ["assert double(21) == pytest.approx(42, abs=1e6)"],
    },
    {
      how: "close by a tolerance for anything",
      lines: ["import math", "assert math.isclose(double(21), 42, rel_tol=1)"],
    },
    { how: "rounded to nothing", lines: ["assert round(double(21), -9) == round(42, -9)"] },
    {
      how: "where a failure is caught",
      lines: ["try:", "    assert double(21) == 42", "except AssertionError:", "    pass"],
    },
    {
      how: "where any error is caught",
      lines: ["try:", "    assert double(21) == 42", "except Exception:", "    pass"],
    },
    {
      how: "where a failure is suppressed",
      lines: [
        "import contextlib",
        "with contextlib.suppress(AssertionError):",
        "    assert double(21) == 42",
      ],
    },
    { how: "in a pair", lines: ["assert (double(21) == 42, 'not doubled')"] },
    { how: "beside what is true", lines: ["assert double(21) == 42 or True"] },
    { how: "on both sides", lines: ["assert double(21) == double(21)", "assert 42 == 42"] },
    {
      how: "in what the code computes",
      lines: ["expected = double(42) // 2", "assert double(21) == double(21)", "assert expected"],
    },
    {
      how: "below the call that raises",
      lines: ["with pytest.raises(TypeError):", "    double(None)", "    assert double(21) == 42"],
    },
    {
      how: "in a callback that nobody calls",
      lines: ["def check():", "    assert double(21) == 42", "double(21)"],
    },
    {
      how: "in a coroutine that nobody waits for",
      lines: ["async def check():", "    assert double(21) == 42", "double(21)", "check()"],
    },
    {
      how: "in a generator that nobody asks",
      lines: ["def check():", "    assert double(21) == 42", "    yield", "double(21)", "check()"],
    },
  ].map(({ how, lines }): Exhibit => ({
    when: `a criterion's test holds the story's value ${how}, and another test shows that the code is not empty`,
    files: {
      ...withTests(
        `import pytest\n\n\n@pytest.mark.criterion('AC-1')\ndef test_story():\n${lines.map((line) => `    ${line}\n`).join("")}\n\ndef test_double():\n    assert double(2) == 4\n    assert double(-3) == -6\n`,
      ),
      ...metaOf(["- x=21 → 42"], ["x=21 → 42"]),
    },
    reasons: ["example_missing"],
    says: '"42"',
  })),
  {
    when: "the parameters of a criterion's test are filtered to nothing",
    files: {
      ...withTests(
        "import pytest\n\nCASES = [(21, 42)]\n\n\n@pytest.mark.criterion('AC-1')\n@pytest.mark.parametrize(('x', 'y'), [case for case in CASES if case[0] > 10**9])\ndef test_story(x, y):\n    assert double(x) == y\n\n\ndef test_double():\n    assert double(2) == 4\n",
      ),
      ...metaOf(["- x=21 → 42"], ["x=21 → 42"]),
    },
    reasons: ["test_skipped"],
  },
  {
    when: "an example of the story is quoted by no criterion and stands in no test",
    files: {
      ...withTests(
        "import pytest\n\n\n@pytest.mark.criterion('AC-1')\ndef test_double():\n    assert double(2) == 4\n",
      ),
      ...metaOf(["It doubles.", "- x=2 → 4", "- x=-7 → -14"], ["It doubles."]),
    },
    reasons: ["example_missing"],
    says: '"-7", "-14" reach no assertion of any test',
  },
  {
    when: "a criterion quotes what the story does not say",
    files: { ...HONEST, ...metaOf(["It doubles."], ["It doubles nicely."]) },
    reasons: ["policy_violation"],
    says: "AC-1 quotes a line that the story does not have",
  },
  {
    when: "the design is no design",
    files: { ...HONEST, ...metaOf(["It doubles."], ["It doubles."]), "meta/design.json": "{}" },
    reasons: ["policy_violation"],
    says: "meta/design.json",
  },
  {
    when: "the story in meta/ is another than the one it names",
    files: {
      ...HONEST,
      ...metaOf(["It doubles."], ["It doubles."]),
      "meta/story.json": '{"id": "other", "feature": "It doubles."}',
    },
    reasons: ["policy_violation"],
    says: "meta/story.json",
  },
];
