import * as z from "zod";
import { type ProgramResult, runProgram } from "../../foundation/adapters/program.ts";
import { PipelineError } from "../../foundation/errors.ts";
import { jsonIn } from "../../foundation/json.ts";

const Facts = z.object({
  executable: z.string().startsWith("/"),
  /** The interpreter that a virtual environment is made of: nothing that is installed in that one ever starts with it. */
  base: z.string().startsWith("/"),
  version: z.string(),
  folders: z.array(z.string().startsWith("/")),
  pytest: z.string().nullable(),
  hasPip: z.boolean(),
  /** Where a virtual environment keeps its own packages; null for an interpreter that is none. */
  virtualLibrary: z.string().startsWith("/").nullable(),
});

/** An interpreter, and the folders that it reads when it starts. */
export type PythonEnvironment = z.infer<typeof Facts>;

// `sys.executable` looks through the shims of version managers; a virtual environment keeps its own path.
const QUESTION = `
import importlib.metadata, importlib.util, json, os, sys, sysconfig
try:
    pytest = importlib.metadata.version("pytest")
except importlib.metadata.PackageNotFoundError:
    pytest = None
folders = [sys.prefix, sys.base_prefix, sys.exec_prefix, sys.base_exec_prefix]
folders += [sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")]
folders += [os.path.dirname(os.path.realpath(sys.executable))]
folders += [path for path in sys.path if os.path.isdir(path)]
print(json.dumps({
    "executable": sys.executable,
    "base": getattr(sys, "_base_executable", None) or sys.executable,
    "version": "%d.%d.%d" % sys.version_info[:3],
    "folders": folders + [os.path.realpath(path) for path in folders],
    "pytest": pytest,
    "hasPip": importlib.util.find_spec("pip") is not None,
    "virtualLibrary": sysconfig.get_path("purelib") if sys.prefix != sys.base_prefix else None,
}))
`;

/** Asks an interpreter about itself. Its own environment variables and the user's packages stay out. */
export async function readPythonEnvironment(python: string): Promise<PythonEnvironment> {
  const { exitCode, stdout, stderr } = await runProgram(python, ["-I", "-c", QUESTION], {
    seconds: 60,
    environment: {
      PATH: process.env["PATH"] ?? "",
      HOME: process.env["HOME"] ?? "",
      LC_ALL: "C.UTF-8",
    },
  }).catch(notStarted);
  const facts = Facts.safeParse(jsonIn(stdout.toString("utf8")));
  if (exitCode === 0 && facts.success) return facts.data;
  throw new PipelineError(
    "INPUT_INVALID",
    `"${python}" is no Python interpreter that can be used: ${stderr.trim().slice(-500) || `it ended with ${exitCode}`}`,
    {
      hint: 'Set up Python first (actions/setup-python), or name another one with the setting "python": a version that this machine has, a name or a path.',
    },
  );
}

function notStarted(error: unknown): ProgramResult {
  const stderr = error instanceof Error ? error.message : String(error);
  return { exitCode: -1, stdout: Buffer.alloc(0), stderr };
}
