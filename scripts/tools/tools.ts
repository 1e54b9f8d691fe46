// The programs of other projects by which this one checks its workflows, its Python and its shell, and a Python with
// pytest. They are installed once, in the versions that the files beside this one pin, into a folder that git ignores.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export type Tool = "act" | "actionlint" | "pyrefly" | "ruff" | "shellcheck" | "zizmor";

const here = fileURLToPath(new URL(".", import.meta.url));
const cache = fileURLToPath(new URL("../../.cache/tools/", import.meta.url));
/** The tools whose wheels hold them ready to run. */
const WHEELS: readonly Tool[] = ["act", "pyrefly", "ruff", "shellcheck", "zizmor"];
const pins = ["programs.txt", "pytest.txt", "actionlint/go.mod", "actionlint/go.sum"];

/** What no wheel holds for this machine (programs.txt): the system's own is taken. */
const OF_THE_SYSTEM: readonly Tool[] =
  process.platform === "linux" && process.arch !== "x64" ? ["shellcheck"] : [];

/** The path of a tool, or the name by which the system knows it. */
export function toolPath(tool: Tool): string {
  return OF_THE_SYSTEM.includes(tool) ? tool : join(installed(), tool);
}

/** The folder of a `python3` that has pytest. */
export function pythonFolder(): string {
  return join(installed(), "python/bin");
}

/** Installs what is missing. A second call, also from another process, costs nothing. */
export function installTools(): void {
  if (existsSync(installed())) return;
  mkdirSync(cache, { recursive: true });
  const scratch = mkdtempSync(join(cache, "building-"));
  try {
    const tools = join(scratch, "tools");
    mkdirSync(tools);
    makePython(join(tools, "python"), ["--requirement", join(here, "pytest.txt")]);
    const programs = join(scratch, "programs");
    makePython(programs, ["--require-hashes", "--requirement", join(here, "programs.txt")]);
    for (const tool of WHEELS) {
      if (OF_THE_SYSTEM.includes(tool)) continue;
      copyFileSync(join(programs, "bin", tool), join(tools, tool));
    }
    buildActionlint(join(programs, "bin/go"), join(tools, "actionlint"), scratch);
    moveIntoPlace(tools);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

// Named after what is pinned: with a new pin nobody runs an old tool.
function installed(): string {
  const hash = createHash("sha256");
  for (const pin of pins) hash.update(readFileSync(join(here, pin)));
  return join(cache, hash.digest("hex").slice(0, 16));
}

/** Makes a virtual environment. It can be moved, but for the first lines of the scripts in it. */
function makePython(folder: string, packages: readonly string[]): void {
  try {
    run("python3", ["-m", "venv", folder]);
  } catch (error) {
    throw new Error(
      "python3 cannot make a virtual environment: install it (Debian: apt-get install python3-venv)",
      { cause: error },
    );
  }
  const options = ["--quiet", "--disable-pip-version-check", "--no-deps", "--only-binary=:all:"];
  run(join(folder, "bin/python"), ["-m", "pip", "install", ...options, ...packages]);
}

function buildActionlint(go: string, binary: string, scratch: string): void {
  run(
    go,
    ["build", "-trimpath", "-o", binary, "github.com/rhysd/actionlint/cmd/actionlint"],
    join(here, "actionlint"),
    {
      CGO_ENABLED: "0",
      GOTOOLCHAIN: "local",
      GOWORK: "off",
      // Modules that are writable can be removed again.
      GOFLAGS: "-mod=readonly -modcacherw",
      GOPATH: join(scratch, "go"),
      GOMODCACHE: join(scratch, "go/modules"),
      GOCACHE: join(scratch, "go/cache"),
    },
  );
}

function moveIntoPlace(tools: string): void {
  try {
    renameSync(tools, installed());
  } catch (error) {
    // Somebody else was faster: theirs is the same.
    if (!existsSync(installed())) throw error;
  }
}

function run(
  program: string,
  values: readonly string[],
  folder = here,
  environment: Readonly<Record<string, string>> = {},
): void {
  execFileSync(program, values, {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "ignore", "pipe"],
  });
}
