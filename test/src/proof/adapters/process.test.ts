import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { isolatedPytest } from "../../../../src/proof/adapters/isolated-pytest.ts";
import {
  type PythonEnvironment,
  readPythonEnvironment,
} from "../../../../src/proof/adapters/python-environment.ts";
import { runLimits } from "../../../../src/proof/limits.ts";
import { parsePytestReport } from "../../../../src/proof/pytest-report.ts";
import type { RawRun } from "../../../../src/proof/session.ts";

/** What a test can see of the process that it runs in: each a Python expression whose value is JSON. */
const PROPERTIES: Readonly<Record<string, string>> = {
  "handlers of signals":
    "{s.name: getattr(signal.getsignal(s), '__name__', str(signal.getsignal(s))) for s in signal.valid_signals() if isinstance(s, signal.Signals)}",
  "the program":
    "[main.__name__, main.__spec__.name, os.path.basename(main.__file__), main.__package__]",
  "the first argument": "os.path.basename(sys.argv[0])",
  "flags of the interpreter": "[list(sys.flags), sys._xoptions]",
  "recursion limit": "sys.getrecursionlimit()",
  "way of starting processes":
    "[multiprocessing.get_start_method(), multiprocessing.get_all_start_methods()]",
  "switch interval": "sys.getswitchinterval()",
  locale:
    "[locale.setlocale(locale.LC_ALL), locale.getpreferredencoding(False), sys.getfilesystemencoding()]",
  "standard input":
    "[sys.__stdin__.encoding, sys.__stdin__.mode, sys.__stdin__.isatty(), sys.__stdin__.read()]",
  "standard output":
    "[sys.__stdout__.encoding, sys.__stdout__.errors, sys.__stdout__.mode, sys.__stdout__.isatty(), sys.__stdout__.line_buffering]",
  "error output":
    "[sys.__stderr__.encoding, sys.__stderr__.errors, sys.__stderr__.mode, sys.__stderr__.line_buffering]",
  "working directory":
    "os.path.realpath(os.getcwd()) == os.path.realpath(os.path.dirname(os.path.dirname(__file__)))",
  "temporary folder": "[os.access(tempfile.gettempdir(), os.W_OK), os.listdir(tempfile.mkdtemp())]",
  threads: "threading.active_count()",
  "mask of new files": "oct(os.umask(0o22))",
  "filters of warnings": "len(warnings.filters)",
  "garbage collection": "[gc.isenabled(), list(gc.get_threshold())]",
  "what the C library answers": "__import__('ctypes').CDLL(None).abs(-3)",
  "limits, read by their module":
    "__import__('resource').getrlimit(__import__('resource').RLIMIT_CORE)[0]",
  tracing: "[sys.gettrace() is None, sys.getprofile() is None]",
};

const SOURCE = `import sys

LOADED = set(sys.modules)

import gc
import json
import locale
import multiprocessing
import os
import signal
import tempfile
import threading
import warnings

main = sys.modules["__main__"]


def test_process():
    with open(os.path.join(os.path.dirname(__file__), "..", "seen.json"), "w") as file:
        json.dump({
            "modules": sorted(LOADED),
${Object.entries(PROPERTIES)
  .map(([name, expression]) => `            ${JSON.stringify(name)}: ${expression},`)
  .join("\n")}
        }, file)
    with open(file.name) as file:
        print("SEEN" + file.read())
    assert False
`;

const Seen = z.record(z.string(), z.unknown());
const OPTIONS = "--noconftest -c /dev/null --import-mode=importlib -q --tb=short".split(" ");

describe("the process that a test runs in is the one that pytest would give it", () => {
  const folder = mkdtempSync(join(tmpdir(), "plain-pytest-"));
  let environment: PythonEnvironment;
  let plain: Readonly<Record<string, unknown>>;
  let ours: Readonly<Record<string, unknown>>;

  beforeAll(async () => {
    environment = await readPythonEnvironment("python3");
    plain = seenByPlainPytest();
    ours = await seenByOurs();
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(Object.keys(PROPERTIES))("%s", (name) => {
    expect(ours[name]).toEqual(plain[name]);
  });

  test("no module is loaded that pytest itself would not have loaded", () => {
    const own = z.array(z.string()).parse(plain["modules"]);
    const loaded = z.array(z.string()).parse(ours["modules"]);
    expect(loaded.filter((name) => !own.includes(name))).toEqual([]);
  });

  test("none of our own files has to be compiled in it", async () => {
    const source = `import glob
import importlib.util
import os


def test_all():
    files = glob.glob("/program/*.py")
    assert len(files) > 20
    assert [path for path in files if not os.access(importlib.util.cache_from_source(path), os.R_OK)] == []
`;
    const raw = await runOf({ "tests/test_story.py": source });
    expect(raw.ended).toEqual({ kind: "exit", code: 0 });
  });

  test.each(["spawn", "forkserver", "fork"])(
    "a process that multiprocessing makes by %s finds the task's modules",
    async (way) => {
      const files = {
        "src/words.py": "def length(word):\n    return len(word)\n",
        "tests/test_story.py": `import multiprocessing
from concurrent.futures import ProcessPoolExecutor

from src.words import length


def test_lengths():
    context = multiprocessing.get_context("${way}")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        assert list(pool.map(length, ["a", "bcd", ""])) == [1, 3, 0]
`,
      };
      const raw = await runOf(files);
      expect(raw.report).toContain('"outcome": "passed"');
      expect(raw.ended).toEqual({ kind: "exit", code: 0 });
    },
  );

  function seenByPlainPytest(): Readonly<Record<string, unknown>> {
    mkdirSync(join(folder, "tests"));
    writeFileSync(join(folder, "tests/test_story.py"), SOURCE);
    try {
      execFileSync(
        environment.executable,
        ["-s", "-B", "-X", "utf8", "-m", "pytest", `--rootdir=${folder}`, ...OPTIONS, "tests"],
        {
          cwd: folder,
          env: {
            PATH: "/usr/local/bin:/usr/bin:/bin",
            LC_ALL: "C.UTF-8",
            HOME: "/tmp",
            PYTHONHASHSEED: "0",
            PYTHONDONTWRITEBYTECODE: "1",
            PYTEST_DISABLE_PLUGIN_AUTOLOAD: "1",
          },
          stdio: ["ignore", "pipe", "pipe"],
        },
      );
    } catch {
      // Its one test fails, to be heard.
    }
    return Seen.parse(JSON.parse(readFileSync(join(folder, "seen.json"), "utf8")));
  }

  async function seenByOurs(): Promise<Readonly<Record<string, unknown>>> {
    const raw = await runOf({ "tests/test_story.py": SOURCE });
    const said = /SEEN(\{.*\})/.exec(raw.output)?.[1];
    if (said === undefined) throw new Error(JSON.stringify(parsePytestReport(raw.report)));
    return Seen.parse(JSON.parse(said));
  }

  async function runOf(files: Readonly<Record<string, string>>): Promise<RawRun> {
    const isolated = isolatedPytest({ environment, isolation: "required", hidden: [] });
    const opened = await isolated.open(
      Object.entries(files).map(([path, text]) => ({
        path,
        content: new TextEncoder().encode(text),
      })),
    );
    if (opened.kind === "unavailable") throw new Error(opened.tried.join("; "));
    try {
      return await opened.session.run({ tests: null, limits: runLimits(30) });
    } finally {
      await opened.session.close();
    }
  }
});
