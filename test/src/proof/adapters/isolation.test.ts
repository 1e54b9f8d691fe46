import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { availableParallelism, getPriority, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  isolatedPytest,
  WAY_NAMES,
  type WayName,
} from "../../../../src/proof/adapters/isolated-pytest.ts";
import {
  type PythonEnvironment,
  readPythonEnvironment,
} from "../../../../src/proof/adapters/python-environment.ts";
import { runLimits } from "../../../../src/proof/limits.ts";
import { parsePytestReport } from "../../../../src/proof/pytest-report.ts";
import type { PytestSession, RawRun } from "../../../../src/proof/session.ts";

const SECRET = "a-secret-of-the-runner";
// A name that the list of mounts has to write in its own way.
const folder = mkdtempSync(join(tmpdir(), "verify isolation\\\t-"));
const MIB = 1024 * 1024;
const limits = {
  ...runLimits(20),
  memoryBytes: 512 * MIB,
  processes: 32,
  fileBytes: 4 * MIB,
  outputBytes: 8 * 1024,
};
let environment: PythonEnvironment;
let server: Server;
let port = 0;

beforeAll(async () => {
  process.env["ACTIONS_RUNTIME_TOKEN"] = SECRET;
  writeFileSync(join(folder, "secret.txt"), SECRET);
  environment = await readPythonEnvironment("python3");
  server = createServer((socket) => socket.end("hello"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  port = typeof address === "object" && address !== null ? address.port : 0;
});

afterAll(() => {
  server.close();
  delete process.env["ACTIONS_RUNTIME_TOKEN"];
  rmSync(folder, { recursive: true, force: true });
});

/** Runs one test whose body is given; what it prints is the answer. */
async function inside<Answer>(
  body: string,
  then: (raw: RawRun, session: PytestSession) => Promise<Answer> | Answer,
  ways: readonly WayName[] = WAY_NAMES,
): Promise<Answer> {
  const source = `def test_probe(tmp_path):\n${body.replace(/^/gm, "    ")}\n`;
  const opened = await isolatedPytest({
    environment,
    isolation: "required",
    hidden: [folder],
    temporary: folder,
    ways,
  }).open([
    { path: "src/code.py", content: Buffer.from("VALUE = 1\n") },
    { path: "tests/test_story.py", content: Buffer.from(source) },
  ]);
  if (opened.kind !== "opened") throw new Error(opened.tried.join("; "));
  try {
    return await then(await opened.session.run({ tests: null, limits }), opened.session);
  } finally {
    await opened.session.close();
  }
}

const ATTEMPTS: Readonly<Record<string, string>> = {
  "read its environment":
    "import os\nassert not any('TOKEN' in name or 'GITHUB' in name or 'RUNNER' in name for name in os.environ), os.environ\nassert sorted(os.environ) == ['HOME', 'LC_ALL', 'PATH', 'PYTEST_CURRENT_TEST', 'PYTEST_DISABLE_PLUGIN_AUTOLOAD', 'PYTEST_VERSION', 'PYTHONDONTWRITEBYTECODE', 'PYTHONHASHSEED'], sorted(os.environ)",
  "read the environment of every process": `import glob\nfound = b''\nfor path in glob.glob('/proc/*/environ') + glob.glob('/proc/*/task/*/environ'):\n    try:\n        found += open(path, 'rb').read()\n    except OSError:\n        pass\nassert b'${SECRET}' not in found and b'GITHUB' not in found`,
  "see processes other than its own":
    "import os\nnumbers = [int(name) for name in os.listdir('/proc') if name.isdigit()]\nassert len(numbers) == 2, numbers",
  "read the memory of the process above it":
    "import os\nfor path in ('/proc/1/mem', '/proc/1/maps', '/proc/1/environ', '/proc/1/fd/0', '/proc/%d/mem' % os.getppid()):\n    try:\n        open(path, 'rb').read(1)\n    except OSError:\n        continue\n    assert False, path",
  "attach to the process above it":
    "import ctypes\nlibc = ctypes.CDLL(None, use_errno=True)\nassert libc.ptrace(16, 1, 0, 0) == -1",
  "end the process above it":
    "import os, signal, time\nfor number in (signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGSTOP, signal.SIGHUP):\n    try:\n        os.kill(1, number)\n    except PermissionError:\n        pass\ntime.sleep(0.1)\nassert os.getppid() == 1",
  "find files of the runner": `import os\nassert not os.path.exists(${JSON.stringify(folder)})\nfound = [os.path.join(root, name) for root, _, names in os.walk('/', onerror=None) for name in names if name == 'secret.txt']\nassert found == []`,
  "find a home, a checkout or the runner's folders":
    // Above the interpreter there are the folders on the way to it, and nothing else in them.
    "import os, sys\nways = {p.split('/')[1] for p in [sys.executable, os.path.realpath(sys.executable), sys.prefix, sys.base_prefix, *sys.path] if p.startswith('/') and len(p) > 1}\nassert sorted(set(os.listdir('/')) - {'bin', 'lib', 'lib32', 'lib64', 'libx32', 'sbin'} - ways) == sorted({'dev', 'etc', 'proc', 'program', 'task', 'tmp', 'usr'} - ways), os.listdir('/')\nassert os.listdir(os.path.expanduser('~')) in ([], ['pytest-of-task'], [n for n in os.listdir('/tmp')])\nassert sorted(os.listdir('/etc')) == sorted(set(os.listdir('/etc')) & {'alternatives', 'fstab', 'group', 'hosts', 'ld.so.cache', 'passwd'}), os.listdir('/etc')\nassert open('/etc/fstab').read() == ''",
  "use sockets that no network namespace holds back":
    "import socket\nfor family in (40, 38, 17, 29, 31):\n    try:\n        socket.socket(family, socket.SOCK_RAW if family in (17, 29, 31) else socket.SOCK_STREAM).close()\n    except OSError:\n        continue\n    assert False, family",
  "change the limits of the process above it":
    "import resource\ntry:\n    resource.prlimit(1, resource.RLIMIT_NOFILE, (0, 0))\nexcept PermissionError:\n    pass\nelse:\n    assert False",
  "find a network":
    "import socket\nassert [name for _, name in socket.if_nameindex()] == ['lo']\nfor address in (('169.254.169.254', 80), ('1.1.1.1', 53), ('127.0.0.1', 1)):\n    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM):\n        with socket.socket(socket.AF_INET, kind) as sock:\n            sock.settimeout(1)\n            try:\n                sock.connect(address)\n            except OSError:\n                continue\n            assert False, address",
  "find a socket of the host":
    "import glob, os, stat\nassert not os.path.exists('/var/run/docker.sock') and not os.path.exists('/run')\nassert open('/proc/self/net/unix').read().count('\\n') == 1",
  "have rights":
    "status = open('/proc/self/status').read()\nfor line in status.splitlines():\n    if line.startswith('Cap'):\n        assert line.split()[1] == '0' * 16, line\nassert 'NoNewPrivs:\\t1' in status",
  "belong to groups":
    "import os\nassert set(os.getgroups()) <= {0, 65534, os.getgid()}, os.getgroups()",
  "become another user":
    "import os\nfor call in (lambda: os.setuid(1), lambda: os.setgid(1), lambda: os.setgroups([0]), lambda: os.chroot('/tmp')):\n    try:\n        call()\n    except OSError:\n        continue\n    assert False",
  "use sudo or a set-user-id program":
    "import shutil, subprocess\nfor name in ('sudo', 'su', 'mount', 'ping'):\n    path = shutil.which(name)\n    if path:\n        args = {'sudo': ['-n', 'true'], 'su': ['-c', 'true'], 'mount': ['-t', 'tmpfs', 'x', '/tmp'], 'ping': ['-c1', '127.0.0.1']}[name]\n        assert subprocess.run([path, *args], stdin=subprocess.DEVNULL, capture_output=True).returncode != 0, name",
  "make namespaces of its own":
    "import ctypes, os\nlibc = ctypes.CDLL(None, use_errno=True)\nfor flag in (0x10000000, 0x00020000, 0x40000000, 0x20000000, 0x04000000, 0x08000000, 0x02000000):\n    pid = os.fork()\n    if pid == 0:\n        os._exit(0 if libc.unshare(flag) == 0 else 1)\n    assert os.waitpid(pid, 0)[1] != 0, hex(flag)",
  "mount something":
    "import ctypes\nlibc = ctypes.CDLL(None, use_errno=True)\nassert libc.mount(b'none', b'/tmp', b'tmpfs', 0, None) == -1\nassert libc.mount(b'none', b'/usr', b'', 4096 | 32, None) == -1\nassert libc.umount2(b'/proc', 2) == -1",
  "write outside its folders":
    "import os\nfor path in ('/x', '/usr/x', '/etc/passwd', '/program/pytest_session.py', '/dev/x', '/proc/sys/kernel/hostname', '/proc/sys/kernel/core_pattern', '/proc/sys/vm/drop_caches', '/proc/sysrq-trigger', os.path.dirname(os.__file__) + '/x.py', os.path.dirname(__import__('pytest').__file__) + '/x.py'):\n    try:\n        open(path, 'a').close()\n    except OSError:\n        continue\n    assert False, path",
  "make a device":
    "import os, stat\ntry:\n    os.mknod('/tmp/disk', 0o600 | stat.S_IFBLK, os.makedev(8, 0))\nexcept OSError:\n    pass\nelse:\n    assert False",
  "find descriptors that are not its own":
    "import os\nopen_ones = []\nfor number in os.listdir('/proc/self/fd'):\n    try:\n        open_ones.append((int(number), os.readlink('/proc/self/fd/' + number)))\n    except OSError:\n        pass\nassert not any('/tmp/agent' in path or 'runner' in path or 'socket' in path for _, path in open_ones), open_ones\nassert len({path for _, path in open_ones if 'pipe' in path}) <= 2, open_ones",
  "keep something in memory that outlives the run, or counts for no process":
    "import ctypes, os\nlibc = ctypes.CDLL(None, use_errno=True)\nassert libc.shmget(1234, 4096, 0o1666) == -1 and libc.semget(1234, 1, 0o1666) == -1 and libc.msgget(1234, 0o1666) == -1\ntry:\n    os.memfd_create('x')\nexcept OSError:\n    pass\nelse:\n    assert False",
  "set the times of a device, which outlives every run":
    "import os\nfor name in os.listdir('/dev'):\n    if not os.path.islink('/dev/' + name) and not os.path.isdir('/dev/' + name):\n        try:\n            os.utime('/dev/' + name)\n        except OSError:\n            continue\n        assert False, name",
  "use calls by which memory or the state of a disk is kept":
    "import ctypes, errno\nlibc = ctypes.CDLL(None, use_errno=True)\nfor number in (443, 447):\n    assert libc.syscall(number, 0, 0, 0, 0) == -1 and ctypes.get_errno() == errno.EPERM, number",
  "see anything in /proc that is no process, such as keys, settings and counters":
    "import os\nassert sorted(name for name in os.listdir('/proc') if not name.isdigit()) == ['self', 'thread-self'], os.listdir('/proc')\nfor name in ('sys', 'keys', 'stat', 'vmstat', 'sysvipc'):\n    assert not os.path.exists('/proc/' + name), name",
  "be spared when memory runs out":
    "assert open('/proc/self/oom_score_adj').read().strip() == '1000'\ntry:\n    open('/proc/self/oom_score_adj', 'w').write('-1000')\nexcept OSError:\n    pass\nelse:\n    assert open('/proc/self/oom_score_adj').read().strip() == '1000'",
  "read keys of the kernel":
    "import ctypes\nlibc = ctypes.CDLL(None, use_errno=True)\nbuffer = ctypes.create_string_buffer(100)\nassert libc.syscall(250, 6, -3, buffer, 100, 0) >= -1\nassert b'_uid.0' not in buffer.raw and b'_ses' != buffer.raw[:4]",
};

/** Some bodies as one test each, all in one session. */
async function outcomes(
  bodies: Readonly<Record<string, string>>,
  ways: readonly WayName[] = WAY_NAMES,
): Promise<Map<string, string>> {
  const source = Object.values(bodies)
    .map((body, index) => `def test_${index}(tmp_path):\n${body.replace(/^/gm, "    ")}\n`)
    .join("\n\n");
  const report = await inside(
    "pass",
    (_, session) =>
      session.run({
        tests: null,
        limits,
        changes: [{ path: "tests/test_story.py", content: Buffer.from(source) }],
      }),
    ways,
  ).then(({ report: text }) => parsePytestReport(text));
  if (report.kind === "invalid") throw new Error(report.problem);
  return new Map(
    Object.keys(bodies).map((what, index) => {
      const result = report.report.results[index];
      return [what, result?.outcome === "passed" ? "passed" : (result?.details ?? "not reported")];
    }),
  );
}

/** Root has all three where sudo is installed, which .ci/run sees to, and where the kernel lets it make user namespaces. */
const NEEDED: Readonly<Record<WayName, readonly string[]>> = {
  root: ["unshare", "--mount", "true"],
  "user namespace": ["unshare", "--user", "--map-root-user", "true"],
  sudo: ["sudo", "-n", "true"],
};
const POSSIBLE = WAY_NAMES.filter((way) => {
  const [program = "", ...args] = NEEDED[way];
  return spawnSync(program, args).status === 0;
});

test("there is a way into isolation on this machine", () => {
  expect(POSSIBLE).not.toEqual([]);
});

describe.each(POSSIBLE)("by the way %s, code that is tested cannot", (way) => {
  let tried: Map<string, string>;
  beforeAll(async () => {
    tried = await outcomes(
      {
        ...ATTEMPTS,
        "reach the host by the network": `import socket\ntry:\n    socket.create_connection(('127.0.0.1', ${port}), 1)\nexcept OSError:\n    pass\nelse:\n    assert False`,
      },
      [way],
    );
    for (const [what, outcome] of tried) {
      console.log(`${way}: tried to ${what}: ${outcome === "passed" ? "nothing found" : outcome}`);
    }
  });

  test.each([...Object.keys(ATTEMPTS), "reach the host by the network"])("%s", (what) => {
    expect(tried.get(what)).toBe("passed");
  });
});

async function withLimit(less: Partial<typeof limits>, body: string): Promise<RawRun> {
  return inside("pass", async (_, session) =>
    session.run({
      tests: null,
      limits: { ...limits, ...less },
      changes: [
        {
          path: "tests/test_story.py",
          content: Buffer.from(`def test_probe():\n${body.replace(/^/gm, "    ")}\n`),
        },
      ],
    }),
  );
}

test("what is tested over sockets without a network can be: a pair of them, and one of a path", async () => {
  const HONEST: Readonly<Record<string, string>> = {
    pair: "import socket\none, other = socket.socketpair()\none.sendall(b'x')\nassert other.recv(1) == b'x'",
    path: "import socket\nserver, client = socket.socket(socket.AF_UNIX), socket.socket(socket.AF_UNIX)\nserver.bind(str(tmp_path / 's'))\nserver.listen()\nclient.connect(str(tmp_path / 's'))\nclient.sendall(b'x')\nassert server.accept()[0].recv(1) == b'x'",
    "no loopback, and why":
      "import errno, socket\ntry:\n    socket.create_connection(('127.0.0.1', 80))\nexcept OSError as error:\n    assert error.errno == errno.ENETUNREACH\nelse:\n    assert False",
  };
  expect(Object.fromEntries(await outcomes(HONEST))).toEqual(
    Object.fromEntries(Object.keys(HONEST).map((what) => [what, "passed"])),
  );
});

describe("a limit holds", () => {
  const LIMITS: Readonly<Record<string, string>> = {
    "on memory": `try:\n    x = bytearray(${600 * MIB})\nexcept MemoryError:\n    pass\nelse:\n    assert False`,
    "on processes":
      "import os, signal\nstarted = []\ntry:\n    for _ in range(100):\n        pid = os.fork()\n        if pid == 0:\n            signal.pause()\n        started.append(pid)\nexcept BlockingIOError:\n    pass\nassert len(started) < 32, len(started)",
    "on the size of a file": `import signal\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\ntry:\n    (tmp_path / 'big').write_bytes(b'x' * ${5 * MIB})\nexcept OSError:\n    pass\nelse:\n    assert False`,
    "on disk": `try:\n    for index in range(100):\n        (tmp_path / str(index)).write_bytes(b'x' * ${3 * MIB})\nexcept OSError:\n    pass\nelse:\n    assert False`,
    "on open files":
      "try:\n    held = [open('/dev/null') for _ in range(600)]\nexcept OSError:\n    pass\nelse:\n    assert False",
  };
  let held: Map<string, string>;
  beforeAll(async () => {
    held = await outcomes(LIMITS);
  });

  test.each(Object.keys(LIMITS))("%s", (what) => {
    expect(held.get(what)).toBe("passed");
  });

  test("on time", async () => {
    const raw = await withLimit({ seconds: 1 }, "import time\ntime.sleep(60)");
    expect(raw.ended).toEqual({ kind: "timeout" });
    expect(raw.seconds).toBeLessThan(5);
  });

  test("on processor time", async () => {
    const raw = await withLimit({ cpuSeconds: 1 }, "while True:\n    pass");
    expect(raw.ended).toEqual({ kind: "signal", signal: "SIGXCPU" });
  });

  test("on the memory of all processes together", async () => {
    const raw = await withLimit(
      { memoryBytes: 100 * MIB },
      `import os, time\nfor _ in range(8):\n    if os.fork() == 0:\n        held = b'x' * ${40 * MIB}\n        time.sleep(20)\n        os._exit(0)\ntime.sleep(15)`,
    );
    expect(raw.ended).toEqual({ kind: "signal", signal: "SIGKILL" });
    expect(raw.seconds).toBeLessThan(10);
  });

  test("on what waits in sockets, which counts for no process", async () => {
    const raw = await withLimit(
      { memoryBytes: 100 * MIB },
      `import os, socket, time
for _ in range(4):
    if os.fork() == 0:
        pairs = [socket.socketpair() for _ in range(200)]
        for one, _ in pairs:
            one.setblocking(False)
            try:
                while True:
                    one.send(b'x' * 65536)
            except BlockingIOError:
                pass
        time.sleep(20)
        os._exit(0)
time.sleep(8)`,
    );
    expect(raw.ended).toEqual({ kind: "signal", signal: "SIGKILL" });
    expect(raw.seconds).toBeLessThan(7);
  });

  test("on output, of which head and tail are kept", async () => {
    const raw = await withLimit(
      {},
      "import sys\nsys.__stdout__.write('first')\nimport os\nfor _ in range(100):\n    os.write(2, b'y' * 10000)\nassert False, 'last'",
    );
    expect(raw.ended).toEqual({ kind: "exit", code: 1 });
    expect(raw.output.length).toBeLessThan(9_000);
    expect(raw.output).toContain("last");
  });

  test("on the report", async () => {
    const raw = await withLimit(
      { reportBytes: 100_000 },
      "import os\nfor number in range(3, 10):\n    try:\n        while True:\n            os.write(number, b'x' * 10000)\n    except OSError:\n        pass",
    );
    expect(raw.ended).toEqual({ kind: "report_overflow" });
  });
});

/** What one run does to leave something, checked to have worked, and what the next must not find. */
const CHANNELS: Readonly<Record<string, { readonly leave: string; readonly look: string }>> = {
  "in a message queue": {
    leave:
      "import ctypes, os\nrt = ctypes.CDLL('librt.so.1', use_errno=True)\nqueue = rt.mq_open(b'/left', os.O_CREAT | os.O_RDWR, 0o666, None)\nassert queue >= 0 and rt.mq_send(queue, b'12', 2, 0) == 0\nassert rt.mq_open(b'/left', os.O_RDWR) >= 0",
    look: "import ctypes, os\nassert ctypes.CDLL('librt.so.1', use_errno=True).mq_open(b'/left', os.O_RDWR) == -1",
  },
  "in counters of the network": {
    leave: `${snmp()}\nimport socket\nwith socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:\n    try:\n        one.connect(('10.0.0.1', 1))\n    except OSError:\n        pass\nassert counters()['OutNoRoutes'] > 0, counters()`,
    look: `${snmp()}\nassert counters()['OutNoRoutes'] == 0, counters()`,
  },
  "in numbers of processes": {
    leave:
      "import os\nfor _ in range(100):\n    pid = os.fork()\n    if pid == 0:\n        os._exit(0)\n    os.waitpid(pid, 0)\nassert pid > 100, pid",
    look: "import os\npid = os.fork()\nif pid == 0:\n    os._exit(0)\nos.waitpid(pid, 0)\nassert os.getpid() == 2 and pid < 100, pid",
  },
  "in priorities": {
    leave: `${everybody()}\ntry_all(lambda who: os.setpriority(os.PRIO_PROCESS, who, 7))\nos.setpriority(os.PRIO_PGRP, 0, 8)\nos.setpriority(os.PRIO_USER, os.getuid(), 9)\nassert os.getpriority(os.PRIO_PROCESS, 0) == 9`,
    // Whoever started the tests may have given them less.
    look: `import os\nassert os.getpriority(os.PRIO_PROCESS, 0) == ${getPriority()}`,
  },
  "in ways of scheduling": {
    leave: `${everybody()}\ntry_all(lambda who: os.sched_setscheduler(who, os.SCHED_BATCH, os.sched_param(0)))\nassert os.sched_getscheduler(0) == os.SCHED_BATCH`,
    look: "import os\nassert os.sched_getscheduler(0) == os.SCHED_OTHER",
  },
  "in the processors to use": {
    leave: `${everybody()}\none = min(os.sched_getaffinity(0))\ntry_all(lambda who: os.sched_setaffinity(who, {one}))\nassert os.sched_getaffinity(0) == {one}`,
    look: `import os\nassert len(os.sched_getaffinity(0)) == ${availableParallelism()}`,
  },
  "in the group of a session's priority": {
    leave: `${everybody()}\ndef set_group(who):\n    with open(f'/proc/{who}/autogroup', 'w') as file:\n        file.write('5')\ntry_all(set_group)`,
    look: "import os\nassert not os.path.exists('/proc/self/autogroup') or open('/proc/self/autogroup').read().split()[-1] in ('0', ''), open('/proc/self/autogroup').read()",
  },
  "in what is ended first when memory runs out": {
    leave: `${everybody()}\ndef set_score(who):\n    with open(f'/proc/{who}/oom_score_adj', 'w') as file:\n        file.write('1000')\ntry_all(set_score)`,
    look: "assert open('/proc/1/oom_score_adj').read().strip() == '0'",
  },
  "in modes and times of folders": {
    leave:
      "import os\nfor folder in ('/tmp', '/dev/shm', '/task', '/task/src'):\n    os.chmod(folder, 0o711)\n    os.utime(folder, (5, 5))\nassert os.stat('/tmp').st_mtime == 5",
    look: "import os\nassert [oct(os.stat(path).st_mode & 0o7777) for path in ('/tmp', '/dev/shm', '/task', '/task/src')] == ['0o1777', '0o1777', '0o1777', '0o755']\nassert 5 not in [os.stat(path).st_mtime for path in ('/tmp', '/dev/shm', '/task', '/task/src')]",
  },
  "in a named semaphore": {
    leave:
      "import multiprocessing.synchronize, _multiprocessing\n_multiprocessing.SemLock(1, 1, 1, '/left', False)",
    look: "import _multiprocessing\n_multiprocessing.SemLock(1, 1, 1, '/left', False)",
  },
};

function everybody(): string {
  return "import os\ndef try_all(change):\n    for who in [int(name) for name in os.listdir('/proc') if name.isdigit()]:\n        try:\n            change(who)\n        except OSError:\n            pass";
}

function snmp(): string {
  return "def counters():\n    names, values = [line.split()[1:] for line in open('/proc/self/net/snmp') if line.startswith('Ip:')]\n    return dict(zip(names, map(int, values)))";
}

function testsOf(bodies: readonly string[]): { path: string; content: Uint8Array } {
  const source = bodies
    .map((body, index) => `def test_${index}():\n${body.replace(/^/gm, "    ")}\n`)
    .join("\n\n");
  return { path: "tests/test_story.py", content: Buffer.from(source) };
}

describe.each(POSSIBLE)("by the way %s, nothing is left of one run when the next begins", (way) => {
  const found: string[][] = [];
  beforeAll(async () => {
    await inside(
      "pass",
      async (_, session) => {
        for (const moment of ["leave", "look"] as const) {
          const changes = [testsOf(Object.values(CHANNELS).map((channel) => channel[moment]))];
          const { report } = await session.run({ tests: null, limits, changes });
          const parsed = parsePytestReport(report);
          if (parsed.kind === "invalid") throw new Error(parsed.problem);
          found.push(parsed.report.results.map(({ outcome, details }) => details ?? outcome));
        }
      },
      [way],
    );
  });

  test.each(Object.keys(CHANNELS))("%s", (channel) => {
    const index = Object.keys(CHANNELS).indexOf(channel);
    expect(found.map((results) => results[index])).toEqual(["passed", "passed"]);
  });
});

describe("nothing is left", () => {
  const LEAVE = `import os, subprocess, sys
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        import time
        time.sleep(600)
    os._exit(0)
open('/tmp/left', 'w').write('x')
open('left-here', 'w').write('x')
open('/dev/shm/left', 'w').write('x')
os.makedirs('/tmp/locked/in')
os.chmod('/tmp/locked', 0)`;
  const LOOK = `import os
assert not os.path.exists('/tmp/left') and not os.path.exists('left-here') and not os.path.exists('/dev/shm/left')
assert not os.path.exists('/tmp/locked')
assert len([name for name in os.listdir('/proc') if name.isdigit()]) == 2`;

  test("of one run when the next begins", async () => {
    await inside(LEAVE, async (first, session) => {
      expect(first.ended).toEqual({ kind: "exit", code: 0 });
      const second = await session.run({
        tests: null,
        limits,
        changes: [
          {
            path: "tests/test_story.py",
            content: Buffer.from(`def test_look():\n${LOOK.replace(/^/gm, "    ")}\n`),
          },
        ],
      });
      expect(second.ended).toEqual({ kind: "exit", code: 0 });
    });
  });

  test("of a session when it is closed", async () => {
    const mark = `left-behind-${process.pid}`;
    const body = `import os, sys\nif os.fork() == 0:\n    os.execv(sys.executable, [sys.executable, '-c', 'import time; time.sleep(600)', '${mark}'])`;
    await inside(body, (raw) => {
      expect(raw.ended).toEqual({ kind: "exit", code: 0 });
    });
    const processes = execFileSync("ps", ["-eo", "args"], { encoding: "utf8" });
    expect(processes).not.toContain(mark);
  });
});
