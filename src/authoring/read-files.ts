import * as z from "zod";
import { PipelineError } from "../foundation/errors.ts";
import { PLAIN_FILE } from "../git/modes.ts";
import { criterionTests } from "../proof/criterion-marks.ts";
import { misleadingText } from "../proof/shown-text.ts";
import type { DesignDocument } from "../task/design.ts";
import { MAIN_TEST_FILE, TASK_LIMITS, taskFolder, violationsOf } from "../task/folder.ts";
import type { TaskId } from "../task/task-id.ts";
import { type Fault, fault, listed, type Read } from "./fault.ts";
import { GeneratedFile } from "./generated-file.ts";
import type { ModelReply } from "./model.ts";
import { NO_TOKENS } from "./prices.ts";
import { quote, readReply } from "./read-reply.ts";
import { strictSchema } from "./strict-schema.ts";

const FilesReply = z.strictObject({
  files: z.array(GeneratedFile).min(1).max(TASK_LIMITS.files),
  notes: z.string().max(10_000).nullable().default(null),
});

export const FILES_SCHEMA = strictSchema(FilesReply);

/** What an author of code or of tests has written. */
export interface Written {
  readonly files: readonly GeneratedFile[];
  /** For a reviewer; null when there is nothing to say. */
  readonly notes: string | null;
}

/** What a reply says to a reviewer beside its files. */
export function notesOf(reply: Pick<ModelReply, "finish" | "text">): string | null {
  const read = readReply({ ...reply, tokens: NO_TOKENS }, FilesReply);
  return read.ok ? read.value.notes : null;
}

/** What a reply holds, good or not, to be shown to people and for nothing else; none where it cannot be read. */
export function filesIn(reply: Pick<ModelReply, "finish" | "text">): readonly GeneratedFile[] {
  const read = readReply({ ...reply, tokens: NO_TOKENS }, FilesReply);
  return read.ok ? read.value.files : [];
}

/** Reads the code: the modules that the design promises, and nothing outside src/. `before`: files that stay where a reply leaves them out. */
export function readCode(
  reply: ModelReply,
  design: DesignDocument,
  before: readonly GeneratedFile[] = [],
): Read<Written> {
  return readFiles(reply, "src/", before, (files) =>
    design.modules
      .map(({ path }) => path)
      .filter((path) => !files.some((file) => file.path === path))
      .map((path) => `${path}, which the design promises, is missing`)
      .map(fault("missing_file")),
  );
}

/** Reads the tests: tests/test_story.py at least, nothing outside tests/, and every criterion marked somewhere. */
export function readTests(
  reply: ModelReply,
  design: DesignDocument,
  before: readonly GeneratedFile[] = [],
): Read<Written> {
  return readFiles(reply, "tests/", before, (files) => {
    const marked = criterionTests(files);
    const hasMain = files.some(({ path }) => path === MAIN_TEST_FILE);
    return [
      ...(hasMain ? [] : [`${MAIN_TEST_FILE} is missing`]).map(fault("missing_file")),
      ...design.criteria
        .filter(({ id }) => marked[id] === undefined)
        .map(({ id }) => `no test is marked with @pytest.mark.criterion("${id}")`)
        .map(fault("criterion_untested")),
    ];
  });
}

/**
 * Reads tests that are added: in files that are not there yet. Those that are there are locked; a reply may repeat them.
 * What is read are all of them.
 */
export function readAdditions(
  reply: ModelReply,
  present: readonly GeneratedFile[],
  before: readonly GeneratedFile[] = [],
): Read<Written> {
  const locked = new Map(present.map(({ path, content }) => [path, content]));
  return readFiles(reply, "tests/", overlaid(before, present), (files) => {
    const changed = files.filter(
      ({ path, content }) => locked.has(path) && locked.get(path) !== content,
    );
    return [
      ...changed
        .map(
          ({ path }) =>
            `${path} is there already and cannot be changed; put new tests into a new file`,
        )
        .map(fault("locked")),
      ...(files.length === locked.size && changed.length === 0 ? ["no test was added"] : []).map(
        fault("missing_file"),
      ),
    ];
  });
}

/** A further suite, with its files where they meet none of another. */
export function asFurtherSuite(
  files: readonly GeneratedFile[],
  present: readonly GeneratedFile[],
): GeneratedFile[] {
  const taken = new Set(present.map(({ path }) => path));
  for (let number = 2; ; number += 1) {
    const moved = files.map(({ path, content }) => ({
      path: path.replace(/^tests\//u, `tests/suite_${number}/`),
      content,
    }));
    if (!moved.some(({ path }) => taken.has(path))) return moved;
  }
}

function readFiles(
  reply: ModelReply,
  folder: string,
  before: readonly GeneratedFile[],
  faultsOf: (files: readonly GeneratedFile[]) => readonly Fault[],
): Read<Written> {
  const read = readReply(reply, FilesReply);
  if (!read.ok) return read;
  const { notes } = read.value;
  const replied = read.value.files.map(({ path, content }) => ({
    path,
    content: withFinalNewline(content),
  }));
  const misplaced = replied.filter((file) => !isAt(file.path, folder));
  const files = overlaid(before, replied);
  const faults = [
    ...fileProblems(files, replied, folder).map(fault("path")),
    ...misleadingText(
      files.map(({ path, content }) => ({ path, content: new TextEncoder().encode(content) })),
    )
      .map(({ message }) => message)
      .map(fault("misleading_text")),
    ...faultsOf(files),
  ];
  if (faults.length === 0) return { ok: true, value: { files, notes } };
  const usable = files.filter((file) => !misplaced.some(({ path }) => path === file.path));
  return { ok: false, faults, kept: { files: usable, notes } };
}

function isAt(path: string, folder: string): boolean {
  const entry = { path, mode: PLAIN_FILE, bytes: 0 };
  return path.startsWith(folder) && path.endsWith(".py") && violationsOf([entry]).length === 0;
}

/** What a reply has again takes the place of what was there. */
function overlaid(
  before: readonly GeneratedFile[],
  replied: readonly GeneratedFile[],
): GeneratedFile[] {
  const files = new Map([...before, ...replied].map((file) => [file.path, file]));
  return [...files.values()];
}

function fileProblems(
  files: readonly GeneratedFile[],
  replied: readonly GeneratedFile[],
  folder: string,
): string[] {
  const entries = files.map(({ path, content }) => ({
    path,
    mode: PLAIN_FILE,
    bytes: Buffer.byteLength(content),
  }));
  return [
    ...violationsOf(entries).map(({ path, problem }) => `${quote(path)} ${problem}`),
    ...files
      .filter(({ path }) => !path.startsWith(folder) || !path.endsWith(".py"))
      .map(({ path }) => `${quote(path)} is not a Python file below ${folder}`),
    ...repeatedPaths(replied.map(({ path }) => path)).map((path) => `${quote(path)} occurs twice`),
    ...files
      .filter(({ path }) => files.some((other) => other.path.startsWith(`${path}/`)))
      .map(({ path }) => `${quote(path)} is a file and a folder at once`),
    ...files
      .filter(({ content }) => content.includes("\0") || !content.isWellFormed())
      .map(({ path }) => `${quote(path)} is not text`),
  ];
}

function repeatedPaths(paths: readonly string[]): string[] {
  return [...new Set(paths.filter((path, index) => paths.indexOf(path) !== index))];
}

function withFinalNewline(text: string): string {
  const unix = text.replaceAll("\r\n", "\n");
  return unix.endsWith("\n") ? unix : `${unix}\n`;
}

/** The last look before anything is written: whether verify would refuse the folder as a whole. */
export function assertFolder(task: TaskId, files: ReadonlyMap<string, Uint8Array>): void {
  const violations = violationsOf(
    [...files].map(([path, content]) => ({ path, mode: PLAIN_FILE, bytes: content.length })),
  );
  if (violations.length === 0) return;
  const problems = violations.map(({ path, problem }) => `${quote(path)} ${problem}`);
  throw new PipelineError(
    "MODEL_OUTPUT_INVALID",
    `${taskFolder(task)} cannot be written: ${listed(problems)}`,
    { hint: "Nothing was written. Split the story into parts, so that each reply is shorter." },
  );
}
