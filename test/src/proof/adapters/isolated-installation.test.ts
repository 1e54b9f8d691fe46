import { execFileSync, spawnSync } from "node:child_process";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { installedPython } from "../../../../src/proof/adapters/installed-python.ts";
import { WAY_NAMES, type WayName } from "../../../../src/proof/adapters/isolated-pytest.ts";
import type { PreparedPython } from "../../../../src/proof/python-environments.ts";
import { makeWheel } from "../../../support/wheel.ts";

const SECRET = "a-secret-of-the-runner";
// What the job has: a checkout, the runner's folder, and one for wheels that its settings name.
const job = mkdtempSync(join(tmpdir(), "verify-install-"));
const workspace = join(job, "workspace");
const wheels = join(workspace, "wheels");
const silent = () => {};
const log = { info: silent, notice: silent, warning: silent, error: silent, group: runAtOnce };

function runAtOnce<Answer>(_: string, work: () => Promise<Answer>): Promise<Answer> {
  return work();
}

/** Runs as soon as pip takes the project for something to build, and writes down what it sees into the wheel it makes. */
const BACKEND = `
import glob, json, os, sys, zipfile

def told(work):
    try:
        return work()
    except OSError as error:
        return type(error).__name__

def reachable():
    for folder, names, files in os.walk("/"):
        if folder == "/":
            names[:] = [name for name in names if name not in ("dev", "proc", "usr")]
        for name in files:
            yield os.path.join(folder, name)

def contents(paths):
    for path in paths:
        try:
            with open(path, "rb") as file:
                yield path, file.read(100_000)
        except OSError:
            pass

def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    for path in (PLANTED, PLANTED_LINK):
        told(lambda: open(path, "w").close())
    if os.fork() == 0:
        os.setsid()
        os.closerange(0, 64)
        os.execv(sys.executable, [sys.executable, "-c", "import time; time.sleep(600)", MARK])
    found = {
        "processes": sorted(int(name) for name in os.listdir("/proc") if name.isdigit()),
        "commands": [data.decode(errors="replace") for _, data in contents(glob.glob("/proc/[0-9]*/cmdline"))],
        "secretIn": [path for path, data in contents([*reachable(), *glob.glob("/proc/*/environ")]) if SECRET.encode() in data],
        "variables": sorted(os.environ),
        "root": sorted(os.listdir("/")),
        "etc": sorted(os.listdir("/etc")),
        "user": os.getuid(),
        "capabilities": [line.split()[1] for line in open("/proc/self/status") if line.startswith("Cap")],
        "newPrivileges": [line.split()[1] for line in open("/proc/self/status") if line.startswith("NoNewPrivs")],
        "written": [path for path in ("/x", "/usr/x", "/etc/x", "/proc/sys/kernel/hostname", os.path.dirname(os.__file__) + "/x") if told(lambda: open(path, "a").close()) is None],
        "firstProcess": told(lambda: open("/proc/1/environ", "rb").read(1).hex()),
    }
    name = "hostile-1.0-py3-none-any.whl"
    info = "hostile-1.0.dist-info"
    with zipfile.ZipFile(os.path.join(wheel_directory, name), "w") as wheel:
        wheel.writestr("hostile_found.json", json.dumps(found))
        wheel.writestr(info + "/METADATA", "Metadata-Version: 2.1\\nName: hostile\\nVersion: 1.0\\n")
        wheel.writestr(info + "/WHEEL", "Wheel-Version: 1.0\\nGenerator: test\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr(info + "/RECORD", "")
    return name
`;

const Found = z.object({
  processes: z.array(z.number()),
  commands: z.array(z.string()),
  secretIn: z.array(z.string()),
  variables: z.array(z.string()),
  root: z.array(z.string()),
  etc: z.array(z.string()),
  user: z.number(),
  capabilities: z.array(z.string()),
  newPrivileges: z.array(z.string()),
  written: z.array(z.string()),
  firstProcess: z.string(),
});

const mark = `left-behind-${process.pid}`;
const planted = join(tmpdir(), `planted-${process.pid}`);

beforeAll(() => {
  const project = join(wheels, "hostile");
  mkdirSync(project, { recursive: true });
  writeFileSync(join(workspace, "secret.txt"), SECRET);
  writeFileSync(join(wheels, "readable.txt"), "seen");
  // The workflow names `wheels`; what a pull request links from there is not what it has named.
  symlinkSync(join(workspace, "secret.txt"), join(wheels, "link.txt"));
  symlinkSync(workspace, join(workspace, "elsewhere"));
  writeFileSync(
    join(project, "pyproject.toml"),
    '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n',
  );
  writeFileSync(
    join(project, "backend.py"),
    `SECRET = ${JSON.stringify(SECRET.slice(0, 10))} + ${JSON.stringify(SECRET.slice(10))}\nMARK = ${JSON.stringify(mark)}\nPLANTED = ${JSON.stringify(planted)}\nPLANTED_LINK = ${JSON.stringify(join(workspace, "planted"))}\n${BACKEND}`,
  );
  makeWheel(wheels, "tiny_dep", "1.0", "ANSWER = 42\n");
  process.env["ACTIONS_RUNTIME_TOKEN"] = SECRET;
  process.env["PIP_NO_INDEX"] = "1";
});
afterAll(() => {
  for (const name of ["ACTIONS_RUNTIME_TOKEN", "PIP_NO_INDEX", "PIP_FIND_LINKS"]) {
    delete process.env[name];
  }
  rmSync(job, { recursive: true, force: true });
});

interface Installed {
  readonly prepared: PreparedPython;
  /** Where the packages went. */
  readonly packages: string;
}

async function install(
  line: string,
  options: {
    readonly ways?: readonly WayName[];
    readonly isolation?: "required" | "best-effort";
    readonly links?: string;
  } = {},
): Promise<Installed> {
  process.env["PIP_FIND_LINKS"] = options.links ?? wheels;
  // A name that the list of mounts has to write in its own way.
  const temporary = mkdtempSync(join(job, "temporary \\\t-"));
  writeFileSync(join(temporary, "token.txt"), SECRET);
  const prepared = await installedPython({
    python: "python3",
    isolation: options.isolation ?? "required",
    hidden: [workspace, temporary],
    temporary,
    log,
    ...(options.ways !== undefined && { ways: options.ways }),
  }).prepare([{ name: "anything", line }]);
  const [made = ""] = readdirSync(temporary).filter((name) => name.startsWith("agent-pipeline-"));
  const library = join(temporary, made, "environment", "lib");
  const [version = ""] = existsSync(library) ? readdirSync(library) : [];
  return { prepared, packages: join(library, version, "site-packages") };
}

/** Root has all three where sudo is installed, and where the kernel lets it make user namespaces. */
const NEEDED: Readonly<Record<WayName, readonly string[]>> = {
  root: ["unshare", "--mount", "true"],
  "user namespace": ["unshare", "--user", "--map-root-user", "true"],
  sudo: ["sudo", "-n", "true"],
};
const POSSIBLE = WAY_NAMES.filter((way) => {
  const [program = "", ...args] = NEEDED[way];
  return spawnSync(program, args).status === 0;
});

test("there is a way to install in isolation on this machine", () => {
  expect(POSSIBLE).not.toEqual([]);
});

describe.each(POSSIBLE)("by the way %s, code that pip runs by a mistake in reading", (way) => {
  let found: z.infer<typeof Found>;
  let installed: Installed;
  beforeAll(async () => {
    // A line that no grammar of ours lets through: pip builds the project, and `--only-binary` does not hold it back.
    installed = await install(join(wheels, "hostile"), { ways: [way] });
    const path = join(installed.packages, "hostile_found.json");
    found = Found.parse(JSON.parse(readFileSync(path, "utf8")));
  });

  test("reads no file of the job and no environment", () => {
    expect(found.secretIn).toEqual([]);
    expect(found.firstProcess).toBe("PermissionError");
  });

  test("sees no process but pip's own", () => {
    const commands = found.commands;
    expect(commands.filter((command) => /vitest|node/.test(command))).toEqual([]);
    expect(found.processes.length).toBeLessThan(8);
  });

  test("finds no variable of the job", () => {
    const variables = found.variables;
    expect(variables.filter((name) => /TOKEN|GITHUB|RUNNER|ACTIONS/.test(name))).toEqual([]);
  });

  test("finds of the machine what names, certificates and programs need", () => {
    const known = new Set(
      "alternatives ca-certificates crypto-policies fstab gai.conf group host.conf hosts ld.so.cache netrc nsswitch.conf passwd pip.conf pki protocols resolv.conf services ssl variables".split(
        " ",
      ),
    );
    expect(found.etc.filter((name) => !known.has(name))).toEqual([]);
    expect(found.root).not.toContain("home");
  });

  test("has no right, and is another user than the job's where there is one", () => {
    expect(found.capabilities).toEqual(Array(5).fill("0".repeat(16)));
    expect(found.newPrivileges).toEqual(["1"]);
    expect(found.user === 0).toBe(way === "user namespace");
  });

  test("writes nowhere but into the environment", () => {
    expect(found.written).toEqual([]);
    expect(existsSync(planted)).toBe(false);
    expect(existsSync(join(workspace, "planted"))).toBe(false);
  });

  test("has ended when pip has", () => {
    expect(execFileSync("ps", ["-eo", "args"], { encoding: "utf8" })).not.toContain(mark);
  });

  test("leaves files that the job owns and everybody may read", () => {
    const { uid, mode } = lstatSync(join(installed.packages, "hostile_found.json"));
    expect(uid).toBe(process.getuid?.());
    expect(mode & 0o777).toBe(0o644);
  });
});

describe("pip finds", () => {
  test.each(POSSIBLE)(
    "by the way %s the wheels of a folder that only its owner may read",
    async (way) => {
      const { prepared, packages } = await install("tiny-dep==1.0", { ways: [way] });
      expect(prepared).toMatchObject({ kind: "ready" });
      expect(readFileSync(join(packages, "tiny_dep.py"), "utf8")).toBe("ANSWER = 42\n");
    },
  );

  test.each([
    ["that holds the job's files", job],
    ["behind a link in the checkout", join(workspace, "elsewhere", "wheels")],
  ])("nothing of a folder %s", async (_, links) => {
    const { prepared } = await install("tiny-dep==1.0", { links });
    expect(prepared).toMatchObject({ kind: "failed" });
  });
});

describe("where no way of isolation works", () => {
  test("nothing is installed, and it says why", async () => {
    const { prepared, packages } = await install("tiny-dep==1.0", { ways: [] });
    expect(prepared).toEqual({ kind: "unavailable", tried: [] });
    expect(existsSync(join(packages, "tiny_dep.py"))).toBe(false);
  });

  test("best effort installs, and its tests prove nothing", async () => {
    const { prepared, packages } = await install("tiny-dep==1.0", {
      ways: [],
      isolation: "best-effort",
    });
    expect(existsSync(join(packages, "tiny_dep.py"))).toBe(true);
    if (prepared.kind !== "ready") throw new Error("not ready");
    const opened = await prepared.isolated.open([]);
    if (opened.kind !== "opened") throw new Error("not opened");
    expect(opened.session.isolation).toBe("none");
    await opened.session.close();
  });
});
