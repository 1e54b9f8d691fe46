// Checks the Python and the shell that run on a machine of CI: what src/ holds for pytest's world, and .ci/run.
import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installTools, pythonFolder, toolPath, type Tool } from "./tools.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The oldest Python that runs the inside, and the newest: what only one of them has is found on any machine. */
const PYTHONS = ["3.10", "3.14"];

installTools();
const python = globSync("src/**/*.py", { cwd: root }).toSorted();
const shell = [...globSync("src/**/*.sh", { cwd: root }).toSorted(), ".ci/run", ".ci/fast"];
if (python.length === 0 || shell.length === 2) throw new Error("src/ has no Python or no shell");

const results = [
  check("ruff", ["check", "--no-cache", "--quiet", ...python]),
  check("ruff", ["format", "--no-cache", "--quiet", "--diff", ...python]),
  ...PYTHONS.map((version) =>
    check("pyrefly", [
      "check",
      "--python-version",
      version,
      "--python-interpreter-path",
      join(pythonFolder(), "python3"),
      "--min-severity",
      "warn",
      "--progress-bar",
      "no",
    ]),
  ),
  check("shellcheck", shell),
];
if (results.includes(false)) process.exit(1);
console.log(`${python.length} files of Python and ${shell.length} of shell are sound`);

function check(tool: Tool, values: readonly string[]): boolean {
  const { status, error } = spawnSync(toolPath(tool), values, { cwd: root, stdio: "inherit" });
  if (error !== undefined) {
    throw new Error(`${tool} cannot be run: is it installed?`, { cause: error });
  }
  return status === 0;
}
