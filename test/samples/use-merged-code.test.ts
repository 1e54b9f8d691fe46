// What docs/using-the-code.md says, with real pytest over what is merged in this repository.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
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

function pytest(config: string | null, place = ".", ...options: string[]): string {
  rmSync(CONFIG, { force: true });
  if (config !== null) writeFileSync(CONFIG, `[pytest]\n${config}`);
  const { stdout } = spawnSync(
    "python3",
    ["-m", "pytest", "-q", "-p", "no:cacheprovider", ...options],
    {
      cwd: join(folder, place),
      encoding: "utf8",
      env: { PATH: process.env["PATH"], PYTHONDONTWRITEBYTECODE: "1" },
    },
  );
  return stdout;
}

describe("a team's own pytest", () => {
  test("runs into the tasks' tests where nothing keeps it from them", () => {
    expect(pytest(null)).toMatch(/import file mismatch|No module named 'src/);
  });

  test("runs its own tests alone with the line that init writes, and uses merged code", () => {
    expect(pytest("norecursedirs = generated .* build dist node_modules venv *.egg\n")).toMatch(
      /^1 passed/m,
    );
  });
});

test.each(TASKS)("the tests of %s run from its folder", (task) => {
  expect(pytest(null, `generated/${task}`, "--import-mode=importlib")).toMatch(/\d+ passed/);
});
