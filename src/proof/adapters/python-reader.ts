import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { runProgram } from "../../foundation/adapters/program.ts";
import { jsonIn } from "../../foundation/json.ts";
import type { TaskContent } from "../../task/folder.ts";
import type { PromisedName, PythonReader, WrittenCase } from "../python-reader.ts";
import { parseSyntaxReport } from "../syntax-report.ts";
import { PROGRAM } from "./isolated-pytest.ts";

const MAIN = "read_sources.py";
const FILES: Readonly<Record<string, URL>> = {
  ...PROGRAM,
  [MAIN]: new URL("../inside/source/read_sources.py", import.meta.url),
  "task_cases.py": new URL("../inside/source/task_cases.py", import.meta.url),
  "task_promises.py": new URL("../inside/source/task_promises.py", import.meta.url),
};

const SECONDS = 90;

const line = z.int().positive();
const Answer = z.strictObject({
  syntax: z.string(),
  unkept: z.array(z.strictObject({ file: z.string(), line: line.nullable(), problem: z.string() })),
  imports: z.array(z.strictObject({ file: z.string(), line, module: z.string() })),
  absolute: z.array(z.strictObject({ file: z.string(), line, module: z.string() })),
  skips: z.array(z.strictObject({ file: z.string(), line, what: z.string() })),
  cases: z.array(
    z.strictObject({
      claims: z.array(
        z.strictObject({
          setup: z.array(z.string()),
          call: z.string(),
          returns: z.string().nullable(),
          raises: z.string().nullable(),
        }),
      ),
      without: z.string().nullable(),
    }),
  ),
});
type Answer = z.infer<typeof Answer>;

/** `python3` as it is found: it is given an empty environment, so that nothing of the job is within its reach. */
export function pythonReader(python: string, temporary: string): PythonReader {
  let program: Promise<string> | null = null;
  const ask = async (files: readonly TaskContent[], more: Asked): Promise<Answer | null> => {
    // One folder for all that is read, so that Python keeps what it has made of it.
    program ??= programFolder(temporary);
    const folder = await mkdtemp(join(temporary, "agent-pipeline-reading-"));
    try {
      return await readIn(folder, [python, join(await program, MAIN)], files, more);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
  return {
    async read(files, promises) {
      const answer = await ask(files, { promises, cases: [] });
      if (answer === null) return null;
      const { syntax: text, unkept, imports, absolute, skips } = answer;
      const syntax = parseSyntaxReport(text);
      return syntax === null ? null : { syntax, unkept, imports, absolute, skips };
    },
    async takeApart(files, cases) {
      const answer = await ask(files, { promises: [], cases });
      return answer === null || answer.cases.length < cases.length ? null : answer.cases;
    },
  };
}

/** What is asked besides what files say by themselves. */
interface Asked {
  readonly promises: readonly PromisedName[];
  readonly cases: readonly WrittenCase[];
}

async function programFolder(temporary: string): Promise<string> {
  const folder = await mkdtemp(join(temporary, "agent-pipeline-reader-"));
  for (const [name, url] of Object.entries(FILES)) {
    await copyFile(fileURLToPath(url), join(folder, name));
  }
  return folder;
}

async function readIn(
  task: string,
  [python, program]: readonly [string, string],
  files: readonly TaskContent[],
  more: Asked,
): Promise<Answer | null> {
  for (const { path, content } of files) {
    await mkdir(dirname(join(task, path)), { recursive: true });
    await writeFile(join(task, path), content);
  }
  const paths = files.map(({ path }) => path);
  const ran = await runProgram(python, ["-I", "-X", "utf8", program, task], {
    input: JSON.stringify({ paths, ...more, own: ownModules(paths) }),
    seconds: SECONDS,
    environment: { PATH: process.env["PATH"], LC_ALL: "C.UTF-8" },
  }).catch(() => null);
  if (ran === null || ran.exitCode !== 0) return null;
  return Answer.parse(jsonIn(ran.stdout.toString("utf8")));
}

/** What the task itself may be imported as. */
function ownModules(paths: readonly string[]): string[] {
  const below = (folder: string): string[] =>
    paths
      .filter((path) => path.startsWith(`${folder}/`))
      .map((path) => path.slice(folder.length + 1).replace(/(?:\/.*|\.py)$/u, ""));
  return ["src", "tests", "pytest", ...below("src"), ...below("tests")];
}
