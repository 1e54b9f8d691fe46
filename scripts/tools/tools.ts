// The programs of other projects by which this one checks its workflows. They are installed once, in the versions that
// requirements.txt and actionlint/go.mod pin, into a folder that git ignores.
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

export const TOOLS = ["act", "actionlint", "zizmor"] as const;
export type Tool = (typeof TOOLS)[number];

const here = fileURLToPath(new URL(".", import.meta.url));
const cache = fileURLToPath(new URL("../../.cache/tools/", import.meta.url));
const pins = ["requirements.txt", "actionlint/go.mod", "actionlint/go.sum"];

export function toolPath(tool: Tool): string {
  return join(installed(), tool);
}

/** Installs what is missing. A second call, also from another process, costs nothing. */
export function installTools(): void {
  if (TOOLS.every((tool) => existsSync(toolPath(tool)))) return;
  mkdirSync(cache, { recursive: true });
  const building = mkdtempSync(join(cache, "building-"));
  try {
    const tools = join(building, "tools");
    mkdirSync(tools);
    const python = makePythonEnvironment(join(building, "python"));
    for (const tool of ["act", "zizmor"]) copyFileSync(join(python, tool), join(tools, tool));
    buildActionlint(join(python, "go"), join(tools, "actionlint"), building);
    moveIntoPlace(tools);
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
}

// Named after what is pinned: with a new pin nobody runs an old tool.
function installed(): string {
  const hash = createHash("sha256");
  for (const pin of pins) hash.update(readFileSync(join(here, pin)));
  return join(cache, hash.digest("hex").slice(0, 16));
}

function makePythonEnvironment(folder: string): string {
  try {
    run("python3", ["-m", "venv", folder]);
  } catch (error) {
    throw new Error(
      "python3 cannot make a virtual environment: install it (Debian: apt-get install python3-venv)",
      { cause: error },
    );
  }
  const options = ["--quiet", "--disable-pip-version-check", "--no-deps", "--only-binary=:all:"];
  const pinned = ["--require-hashes", "--requirement", join(here, "requirements.txt")];
  run(join(folder, "bin/python"), ["-m", "pip", "install", ...options, ...pinned]);
  return join(folder, "bin");
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
    if (!existsSync(toolPath("act"))) throw error;
  }
}

function run(program: string, values: string[], folder = here, environment = {}): void {
  execFileSync(program, values, {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "ignore", "pipe"],
  });
}
