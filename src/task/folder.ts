import type { BrokenObject } from "../git/broken-object.ts";
import { LINK, PLAIN_FILE, PROGRAM, SUBMODULE } from "../git/modes.ts";
import type { TaskId } from "./task-id.ts";

/** The folder that holds all tasks. */
export const GENERATED = "generated";

export function taskFolder(task: TaskId): string {
  return `${GENERATED}/${task}`;
}

/** The files of a task's `meta/`, relative to the task folder. */
export const META = {
  story: "meta/story.json",
  /** In the place of it, where the story is written in Markdown. */
  storyMarkdown: "meta/story.md",
  storyRef: "meta/story_ref.json",
  design: "meta/design.json",
  manifest: "meta/manifest.json",
  transcript: "meta/transcript.jsonl",
} as const;

export const MAIN_TEST_FILE = "tests/test_story.py";

export const TASK_LIMITS = {
  files: 200,
  fileBytes: 1024 * 1024,
  totalBytes: 8 * 1024 * 1024,
  pathLength: 200,
} as const;

/** What is said of a folder whose files were not even listed. */
export const TOO_MANY_FILES = `holds more than ${TASK_LIMITS.files} files, or many more folders than they need`;

/** What is said of a folder with an object that git does not write so, or that is nowhere. */
export function brokenBy(error: BrokenObject): string {
  return `holds an object that is missing or not as git writes it: ${error.message.slice(0, 300)}`;
}

/** One file of a task folder, as git or a model names it: untrusted. */
export interface TaskFile {
  /** Relative to the task folder. */
  readonly path: string;
  /** git's file mode; `100644` is the only one allowed. */
  readonly mode: string;
  readonly bytes: number;
}

/** One file of a task, relative to its folder. */
export interface TaskContent {
  readonly path: string;
  readonly content: Uint8Array;
}

export interface Violation {
  readonly path: string;
  readonly problem: string;
}

// Files that change how Python or pytest starts, so that a run of the tests would no longer be a run of these tests.
const FORBIDDEN_NAMES: readonly string[] = [
  "conftest.py",
  "pytest.ini",
  ".pytest.ini",
  "pyproject.toml",
  "setup.cfg",
  "setup.py",
  "tox.ini",
  "sitecustomize.py",
  "usercustomize.py",
];
const FORBIDDEN_ENDINGS: readonly string[] = [
  ".pth",
  ".so",
  ".pyd",
  ".dylib",
  ".pyc",
  ".pyo",
  ".egg-link",
];

const SEGMENT = /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/;

/** Everything in a task folder that must not be there. Empty: the folder may be run. */
export function violationsOf(files: readonly TaskFile[]): Violation[] {
  return [
    ...files.flatMap((file) => problemsOf(file).map((problem) => ({ path: file.path, problem }))),
    ...sameWithoutCase(files),
    ...tooMuch(files),
  ];
}

function problemsOf({ path, mode, bytes }: TaskFile): string[] {
  const segments = path.split("/");
  const name = (segments.at(-1) ?? "").toLowerCase();
  return [
    ...(segments.every((segment) => SEGMENT.test(segment))
      ? []
      : [
          "has a name outside letters, digits, `_`, `-` and `.`, or is hidden, or leaves its folder",
        ]),
    ...(path.length > TASK_LIMITS.pathLength
      ? [`has a path of more than ${TASK_LIMITS.pathLength} characters`]
      : []),
    ...(FORBIDDEN_NAMES.includes(name) ? ["changes how pytest or Python starts"] : []),
    ...(FORBIDDEN_ENDINGS.some((ending) => name.endsWith(ending))
      ? ["is a binary or a path file that Python would load"]
      : []),
    ...modeProblems(mode),
    ...(bytes > TASK_LIMITS.fileBytes ? [`is larger than ${TASK_LIMITS.fileBytes} bytes`] : []),
  ];
}

function modeProblems(mode: string): string[] {
  switch (mode) {
    case PLAIN_FILE:
      return [];
    case PROGRAM:
      return ["is executable"];
    case LINK:
      return ["is a symbolic link"];
    case SUBMODULE:
      return ["is a submodule"];
    default:
      return [`has the file mode ${mode}`];
  }
}

function sameWithoutCase(files: readonly TaskFile[]): Violation[] {
  const seen = new Map<string, string>();
  const violations: Violation[] = [];
  for (const path of new Set(files.flatMap((file) => pathAndFolders(file.path)))) {
    const folded = path.toLowerCase();
    const other = seen.get(folded);
    if (other === undefined) seen.set(folded, path);
    else violations.push({ path, problem: `differs from ${other} by case alone` });
  }
  return violations;
}

function pathAndFolders(path: string): string[] {
  const names = path.split("/");
  return names.map((_, index) => names.slice(0, index + 1).join("/"));
}

function tooMuch(files: readonly TaskFile[]): Violation[] {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return [
    ...(files.length > TASK_LIMITS.files
      ? [{ path: ".", problem: `holds ${files.length} files, more than ${TASK_LIMITS.files}` }]
      : []),
    ...(bytes > TASK_LIMITS.totalBytes
      ? [{ path: ".", problem: `holds ${bytes} bytes, more than ${TASK_LIMITS.totalBytes}` }]
      : []),
  ];
}
