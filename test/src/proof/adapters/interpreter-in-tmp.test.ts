import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isolatedPytest } from "../../../../src/proof/adapters/isolated-pytest.ts";
import { readPythonEnvironment } from "../../../../src/proof/adapters/python-environment.ts";
import { runLimits } from "../../../../src/proof/limits.ts";

/** Copies a distribution and what it needs into the library of another interpreter. */
const COPY = `
import importlib.metadata, os, re, shutil, sys
open_ones, seen = ["pytest"], set()
while open_ones:
    name = open_ones.pop()
    if name in seen:
        continue
    seen.add(name)
    try:
        found = importlib.metadata.distribution(name)
    except importlib.metadata.PackageNotFoundError:
        continue
    open_ones += [re.match(r"[\\w.-]+", need)[0] for need in found.requires or [] if "extra ==" not in need]
    for file in found.files:
        if ".." in file.parts or file.suffix == ".pyc":
            continue
        target = os.path.join(sys.argv[1], file)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        shutil.copy(file.locate(), target)
`;

/**
 * Holds the parent of runs back, which is a child of the first process of a session, until the first waits for it: whatever that one
 * mounts before could cover the files that are still to be imported.
 */
const LOOK = `
import os, select, time
held_back = []
def hold_back():
    if held_back or os.getppid() != 1:
        return
    held_back.append(True)
    waits = 0
    with open("/proc/self/mountinfo") as mounts:
        changes = select.poll()
        changes.register(mounts, select.POLLPRI)
        while waits < 5:
            if changes.poll(10):
                os.write(2, b"something was mounted while the interpreter still imported\\n")
                os._exit(1)
            with open("/proc/1/stat") as first:
                waits = waits + 1 if first.read().rsplit(")", 1)[1].split()[0] == "S" else 0
os.register_at_fork(after_in_child=hold_back)
`;

// Below /tmp on any machine, which is where runs have a folder of their own.
const folder = mkdtempSync(join(tmpdir(), "interpreter-"));
let python = "";

beforeAll(() => {
  execFileSync("python3", ["-m", "venv", "--without-pip", join(folder, "python")]);
  python = join(folder, "python/bin/python3");
  const library = execFileSync(python, [
    "-c",
    "import sysconfig as s; print(s.get_path('purelib'))",
  ]);
  const packages = library.toString().trim();
  execFileSync("python3", ["-c", COPY, packages]);
  writeFileSync(join(packages, "sitecustomize.py"), LOOK);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("an interpreter in the folder for temporary files keeps its own, from its start to the last run", async () => {
  const environment = await readPythonEnvironment(python);
  const opened = await isolatedPytest({ environment, isolation: "required", hidden: [] }).open([
    {
      path: "tests/test_story.py",
      content: Buffer.from(
        "import os\n\n\ndef test_a(tmp_path):\n    import http.client, wave\n\n    assert os.path.exists(os.__file__) and os.listdir(tmp_path) == []\n    import _pytest.doctest\n",
      ),
    },
  ]);
  if (opened.kind !== "opened") throw new Error(opened.tried.join("; "));
  try {
    for (let run = 0; run < 2; run++) {
      const { ended, output } = await opened.session.run({ tests: null, limits: runLimits(60) });
      expect({ ended, output }).toMatchObject({ ended: { kind: "exit", code: 0 } });
    }
  } finally {
    await opened.session.close();
  }
});
