import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { installedPython } from "../../../../src/proof/adapters/installed-python.ts";
import { readPythonEnvironment } from "../../../../src/proof/adapters/python-environment.ts";
import type { Log } from "../../../../src/runner/log.ts";
import { makeWheel } from "../../../support/wheel.ts";

const folder = mkdtempSync(join(tmpdir(), "verify-python-"));
const outer = join(folder, "outer");
const python = join(outer, "bin", "python");

/** A virtual environment with a pytest that the machine's Python does not have. */
beforeAll(async () => {
  execFileSync("python3", ["-m", "venv", "--system-site-packages", "--without-pip", outer]);
  const { virtualLibrary } = await readPythonEnvironment(python);
  const metadata = join(virtualLibrary ?? "", "pytest-99.0.dist-info");
  mkdirSync(metadata);
  writeFileSync(join(metadata, "METADATA"), "Metadata-Version: 2.1\nName: pytest\nVersion: 99.0\n");
});
afterAll(() => {
  delete process.env["PIP_FIND_LINKS"];
  rmSync(folder, { recursive: true, force: true });
});

const silent: Log = {
  info: () => {},
  notice: () => {},
  warning: () => {},
  error: () => {},
  group: (_, work) => work(),
};

test("an interpreter that is a virtual environment itself lends its packages to what is installed beside it", async () => {
  const environments = installedPython({
    python,
    isolation: "required",
    hidden: [],
    temporary: folder,
    log: silent,
  });
  const wheels = join(folder, "wheels");
  mkdirSync(wheels);
  makeWheel(wheels, "tiny_dep", "1.0", "ANSWER = 42\n");
  process.env["PIP_FIND_LINKS"] = wheels;
  const prepared = await environments.prepare([{ name: "tiny-dep", line: "tiny-dep==1.0" }]);
  expect(prepared).toMatchObject({ kind: "ready" });

  const made = readdirSync(folder).find((name) => name.startsWith("agent-pipeline-python-"));
  const inner = join(folder, made ?? "", "environment", "bin", "python");
  expect((await readPythonEnvironment(inner)).pytest).toBe("99.0");
});
