// What a run can see before its tests begin and while they run, whatever it is for.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { isolatedPytest } from "../../../../src/proof/adapters/isolated-pytest.ts";
import { readPythonEnvironment } from "../../../../src/proof/adapters/python-environment.ts";
import { limitsOfProbe, runLimits } from "../../../../src/proof/limits.ts";
import type { PytestSession, RawRun, RunRequest } from "../../../../src/proof/session.ts";

/** Each a Python expression whose value is JSON. */
const SIGHTS: Readonly<Record<string, string>> = {
  "the frames below it":
    "[[f.f_code.co_filename, f.f_code.co_name, sorted(f.f_locals)] for f in frames()]",
  "texts on the heap":
    "sorted({re.sub('[0-9]{10,}', '…', text) for each in gc.get_objects() for text in gc.get_referents(each) if type(text) is str})",
  "kinds of objects on the heap":
    "sorted({f'{type(each).__module__}.{type(each).__qualname__}' for each in gc.get_objects()})",
  arguments: "[sys.argv, sys.orig_argv, open('/proc/self/cmdline').read()]",
  environment: "dict(os.environ)",
  "options of pytest":
    "[{n: repr(v) for n, v in vars(c.option).items()} for c in gc.get_objects() if type(c) is pytest.Config]",
  "arguments of pytest":
    "[list(c.invocation_params.args) for c in gc.get_objects() if type(c) is pytest.Config]",
  "modules that are loaded": "sorted(sys.modules)",
  "limits of resources":
    "{n: resource.getrlimit(getattr(resource, n)) for n in dir(resource) if n.startswith('RLIMIT')}",
  "descriptors that are open": "[[n, re.sub('[0-9]{3,}', '…', link)] for n, link in descriptors()]",
  processes:
    "[sorted(n for n in os.listdir('/proc') if n.isdigit()), os.getpid(), os.getppid(), os.getpgid(0), os.getsid(0)]",
  "what a process shows":
    "[line for line in open('/proc/self/status').read().splitlines() if line.split(':')[0] not in ('Mems_allowed', 'voluntary_ctxt_switches', 'nonvoluntary_ctxt_switches') and not line.startswith(('Vm', 'Rss', 'Hugetlb'))]",
  users: "[os.getresuid(), os.getresgid(), os.getgroups()]",
  priorities:
    "[os.getpriority(os.PRIO_PROCESS, 0), sorted(os.sched_getaffinity(0)), os.sched_getscheduler(0)]",
  mounts:
    "[line.split()[3:6] + line.split(' - ')[1].split()[:1] for line in open('/proc/self/mountinfo')]",
  "folders of the task, in their own order":
    "[[path, names, files] for path, names, files in os.walk('.')]",
  "times of files": "{path: os.stat(path).st_mtime for path in [*files(), '.', 'src', 'tests']}",
  "files by when they were made":
    "sorted(files(), key=lambda path: (os.stat(path).st_ctime_ns, os.stat(path).st_ino))",
  "files by their numbers": "[[os.stat(path).st_ino, path] for path in files()]",
  "modes of folders":
    "[oct(os.stat(path).st_mode) for path in ('.', 'src', 'tests', '/tmp', '/dev/shm', '/', '/dev', '/proc')]",
  "what lies beside the task": "[os.listdir('/'), os.listdir('/dev/shm'), os.listdir('/dev')]",
  "network interfaces": "open('/proc/self/net/dev').read()",
};

const SOURCE = `import gc
import json
import os
import re
import resource
import sys

import pytest


def frames():
    frame = sys._getframe(2)
    while frame is not None:
        yield frame
        frame = frame.f_back


def descriptors():
    for name in os.listdir("/proc/self/fd"):
        # The one by which the folder is read is closed by now.
        if os.path.lexists("/proc/self/fd/" + name):
            yield name, os.readlink("/proc/self/fd/" + name)


def files():
    return sorted(os.path.join(path, name) for path, folders, names in os.walk(".") for name in names)


def tell(moment):
    seen = {
${Object.entries(SIGHTS)
  .map(([name, expression]) => `        ${JSON.stringify(name)}: ${expression},`)
  .join("\n")}
    }
    data = ("SEEN " + json.dumps([moment, seen]) + "\\n").encode()
    while data:
        data = data[os.write(3, data):]


tell("while it is imported")


def test_sight():
    tell("while it runs")
`;

const FILES = [
  { path: "src/more.py", content: Buffer.from("ONE = 1\n") },
  { path: "tests/test_story.py", content: Buffer.from(SOURCE) },
  {
    path: "src/code.py",
    content: Buffer.from(
      "def double(x):\n    return x * 2  # twice\n\n\ndef half(x):\n    return x / 2\n",
    ),
  },
];
const CANARY = "tests/test_other.py::test_bird";
const limits = { ...runLimits(30), reportBytes: 64 * 1024 * 1024 };
const probing = { limits: limitsOfProbe(limits, 0.1), maxFailures: 2 };
const code = "src/code.py";
const KINDS: Readonly<Record<string, Partial<RunRequest>>> = {
  "a plain run": {},
  "a run on a stub": { stubs: [{ file: code, name: "double", kind: "nothing" }], ...probing },
  "a run on several stubs": {
    stubs: [
      { file: code, name: "double", kind: "something" },
      { file: code, name: "half", kind: "something" },
    ],
    limits: probing.limits,
  },
  "a run on a mutant": { mutant: { file: code, index: 0 }, ...probing },
  "a run on the other layout": { rewritten: [code, "src/more.py"], limits: probing.limits },
  "a run on a stub amidst the other layout": {
    stubs: [{ file: code, name: "double", kind: "error" }],
    rewritten: [code, "src/more.py"],
    ...probing,
  },
};
/** In an interpreter of its own, whose hash seed is another and seen; so is the order of the tests, which is left alone here. */
const RERUN = "a rerun";
const SEED = 7;
const MOMENTS = ["while it is imported", "while it runs"] as const;
const COLLECTING = "a run that only collects";

const Seen = z.record(z.string(), z.unknown());
type Sights = Map<string, z.infer<typeof Seen>>;

function sightsOf(raw: RawRun): Sights {
  const lines = raw.report
    .replaceAll(`"PYTHONHASHSEED": "${SEED}"`, '"PYTHONHASHSEED": "0"')
    .split("\n")
    .filter((line) => line.startsWith("SEEN "));
  return new Map(
    lines.map((line) => z.tuple([z.string(), Seen]).parse(JSON.parse(line.slice("SEEN ".length)))),
  );
}

describe("a run cannot tell what it is for", () => {
  const changes = [
    {
      path: "tests/test_other.py",
      content: Buffer.from("def test_bird():\n    assert 1 == 2\n"),
    },
  ];
  const sessions: PytestSession[] = [];
  const seen = new Map<string, Sights>();

  beforeAll(async () => {
    const environment = await readPythonEnvironment("python3");
    const isolated = isolatedPytest({ environment, isolation: "required", hidden: [] });
    const open = async (seed: number): Promise<PytestSession> => {
      const opened = await isolated.open(FILES, { seed });
      if (opened.kind !== "opened") throw new Error(opened.tried.join("; "));
      sessions.push(opened.session);
      return opened.session;
    };
    const session = await open(0);
    const tests = ["tests/test_story.py::test_sight", CANARY];
    for (const [kind, request] of Object.entries(KINDS)) {
      seen.set(kind, sightsOf(await session.run({ tests, changes, limits, ...request })));
    }
    seen.set(COLLECTING, sightsOf(await session.collect(changes, limits)));
    const again = await open(SEED);
    seen.set(RERUN, sightsOf(await again.run({ tests, changes, limits })));
  });

  afterAll(() => Promise.all(sessions.map((session) => session.close())));

  test.each(Object.keys(SIGHTS))("by %s", (sight) => {
    const plain = seen.get("a plain run")!;
    expect([...plain.keys()]).toEqual(MOMENTS);
    for (const [kind, sights] of seen) {
      for (const [moment, { [sight]: value }] of sights) {
        expect({ kind, moment, value }).toEqual({
          kind,
          moment,
          value: plain.get(moment)![sight],
        });
      }
    }
  });

  test("while it runs, whatever it is but a run that only collects", () => {
    const running = [...seen].filter(([, sights]) => sights.has("while it runs"));
    expect(running.map(([kind]) => kind)).toEqual([...Object.keys(KINDS), RERUN]);
  });

  test("and does not find which tests it is to run before they are collected", () => {
    const texts = z
      .array(z.string())
      .parse(seen.get("a plain run")!.get("while it is imported")!["texts on the heap"]);
    expect(texts.filter((text) => text.includes("::test_sight"))).toEqual([]);
  });
});
