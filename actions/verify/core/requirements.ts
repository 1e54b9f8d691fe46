import type { Reason } from "../../shared/core/evidence.ts";
import type { TaskContent } from "../../shared/ports/isolated-pytest.ts";

/** The files in which a task asks for packages. */
export const TASK_REQUIREMENTS = ["requirements.txt", "tests/requirements.txt"] as const;

/** Every line by which a task asks for a package that it may not have. No package is allowed yet. */
export function refusedRequirements(files: readonly TaskContent[]): Reason[] {
  return files
    .filter(({ path }) => (TASK_REQUIREMENTS as readonly string[]).includes(path))
    .flatMap(({ path, content }) =>
      linesOf(content).map(({ text, line }) => ({
        code: "dependency_refused" as const,
        message: `${path}:${line}: ${JSON.stringify(text)} is not on the list of allowed dependencies`,
        file: path,
        line,
      })),
    );
}

function linesOf(content: Uint8Array): { text: string; line: number }[] {
  return new TextDecoder()
    .decode(content)
    .split(/\r\n|\r|\n/)
    .map((text, index) => ({ text: text.trim(), line: index + 1 }))
    .filter(({ text }) => text !== "" && !text.startsWith("#"));
}
