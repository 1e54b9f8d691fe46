// What docs/using-the-code.md says, with real pytest over what is merged in this repository.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PYTEST_INI } from "../../commands/init/pytest-config.ts";
import { ROOT } from "../../scripts/demo/plan.ts";

const TASKS = ["parking_fee", "timesheet_duration"];
const folder = mkdtempSync(join(tmpdir(), "merged-code-"));
const CONFIG = join(folder, "pytest.ini");

beforeAll(() => {
  for (const task of TASKS) {
    cpSync(join(ROOT, "generated", task), join(folder, "generated", task), { recursive: true });
  }
  // A task of two modules, which find each other wherever the folder lies.
  const two = join(folder, "generated/two/src");
  mkdirSync(two, { recursive: true });
  writeFileSync(join(two, "prices.py"), "PRICE = 7\n");
  writeFileSync(
    join(two, "shop.py"),
    "from .prices import PRICE\n\n\ndef price():\n    return PRICE\n",
  );
  mkdirSync(join(folder, "tests"));
  writeFileSync(
    join(folder, "tests/test_own.py"),
    `from generated.parking_fee.src.parking_fee import parking_fee
from generated.two.src.shop import price


def test_own():
    assert parking_fee(16) == 200
    assert price() == 7
`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The program `pytest`: unlike `python -m pytest` it does not look for modules where it is started. */
const PLAIN = ["-c", 'import sys; sys.path.remove(""); import pytest; sys.exit(pytest.main())'];

function pytest(start: readonly string[], place: string, ...options: string[]): string {
  const { stdout } = spawnSync("python3", [...start, "-q", "-p", "no:cacheprovider", ...options], {
    cwd: join(folder, place),
    encoding: "utf8",
    env: { PATH: process.env["PATH"], PYTHONDONTWRITEBYTECODE: "1" },
  });
  return stdout;
}

describe("a team's own pytest", () => {
  test("runs into the tasks' tests where nothing keeps it from them", () => {
    expect(pytest(PLAIN, ".")).toMatch(/import file mismatch|No module named 'src/);
  });

  test("runs its own tests alone with what init writes, and uses merged code", () => {
    writeFileSync(CONFIG, PYTEST_INI);
    expect(pytest(PLAIN, ".")).toMatch(/^1 passed/m);
    rmSync(CONFIG);
  });
});

test.each(TASKS)("the tests of %s run from its folder", (task) => {
  expect(pytest(["-m", "pytest"], `generated/${task}`, "--import-mode=importlib")).toMatch(
    /\d+ passed/,
  );
});
