import * as z from "zod";
import { contractOf, demandsOf, uncoveredItems } from "../contract/contract.ts";
import { PipelineError } from "../foundation/errors.ts";
import { shorten } from "../foundation/untrusted-text.ts";
import { PLAIN_FILE } from "../git/modes.ts";
import { criterionTests } from "../proof/criterion-marks.ts";
import { withoutBullet } from "../story/lines.ts";
import { type Story } from "../story/story.ts";
import { DesignDocument } from "../task/design.ts";
import { MAIN_TEST_FILE, TASK_LIMITS, taskFolder, violationsOf } from "../task/folder.ts";
import type { Stage } from "../task/manifest.ts";
import { partsOf, type TaskId } from "../task/task-id.ts";
import { GeneratedFile } from "./generated-file.ts";
import type { ModelReply } from "./model.ts";
import { jsonInReply } from "./reply-json.ts";
import { strictSchema } from "./strict-schema.ts";

const FilesReply = z.strictObject({
  files: z.array(GeneratedFile).min(1).max(TASK_LIMITS.files),
  notes: z.string().max(10_000).nullable().default(null),
});

export const DESIGN_SCHEMA = strictSchema(DesignDocument);
export const FILES_SCHEMA = strictSchema(FilesReply);

/** Reads the design, or says everything that is wrong with it. */
export function readDesign(reply: ModelReply, story: Story, task: TaskId): DesignDocument {
  const design = readReply("design", reply, DesignDocument);
  const made = contractOf(design, demandsOf(story.document, partsOf(task).part));
  const problems = [
    ...made.problems.map(({ problem }) => problem),
    ...uncoveredItems(made.contract).map(
      ({ line }) => `no criterion quotes this line of the story: ${quote(withoutBullet(line))}`,
    ),
  ];
  if (problems.length > 0) throw unusable("design", problems);
  return design;
}

/** Reads the code: the modules that the design promises, and nothing outside src/. */
export function readCode(reply: ModelReply, design: DesignDocument): GeneratedFile[] {
  const { files } = readReply("code", reply, FilesReply);
  const missing = design.modules
    .map(({ path }) => path)
    .filter((path) => !files.some((file) => file.path === path));
  const problems = [
    ...fileProblems(files, "src/"),
    ...missing.map((path) => `${path}, which the design promises, is missing`),
  ];
  if (problems.length > 0) throw unusable("code", problems);
  return files;
}

/** Reads the tests: tests/test_story.py at least, nothing outside tests/, and every criterion marked somewhere. */
export function readTests(reply: ModelReply, design: DesignDocument): GeneratedFile[] {
  const { files } = readReply("tests", reply, FilesReply);
  const marked = criterionTests(files);
  const problems = [
    ...fileProblems(files, "tests/"),
    ...(files.some(({ path }) => path === MAIN_TEST_FILE) ? [] : [`${MAIN_TEST_FILE} is missing`]),
    ...design.criteria
      .filter(({ id }) => marked[id] === undefined)
      .map(({ id }) => `no test is marked with @pytest.mark.criterion("${id}")`),
  ];
  if (problems.length > 0) throw unusable("tests", problems);
  return files;
}

function fileProblems(files: readonly GeneratedFile[], folder: string): string[] {
  const entries = files.map(({ path, content }) => ({
    path,
    mode: PLAIN_FILE,
    bytes: Buffer.byteLength(content),
  }));
  return [
    ...violationsOf(entries).map(({ path, problem }) => `${quote(path)} ${problem}`),
    ...files
      .filter(({ path }) => !path.startsWith(folder) || !path.endsWith(".py"))
      .map(({ path }) => `${quote(path)} is no Python file below ${folder}`),
    ...repeatedPaths(files.map(({ path }) => path)).map((path) => `${quote(path)} occurs twice`),
    ...files
      .filter(({ path }) => files.some((other) => other.path.startsWith(`${path}/`)))
      .map(({ path }) => `${quote(path)} is a file and a folder at once`),
    ...files
      .filter(({ content }) => content.includes("\0") || !content.isWellFormed())
      .map(({ path }) => `${quote(path)} is no text`),
  ];
}

function readReply<T>(stage: Stage, reply: ModelReply, schema: z.ZodType<T>): T {
  if (reply.finish === "refused") {
    throw unusable(stage, [`the model refused: ${quote(reply.text)}`]);
  }
  if (reply.finish === "length") {
    // Cut-off text is never mended into code.
    throw unusable(stage, [
      "the reply was cut off at the model's output limit; split the story into parts",
    ]);
  }
  const read = jsonInReply(reply.text);
  if (!read.ok) throw unusable(stage, [`it is not valid JSON: ${read.problem}`], read.cause);
  const result = parsedWithoutExtras(schema, read.value);
  if (result.success) return result.data;
  throw unusable(
    stage,
    result.error.issues.map(
      (issue) => `${issue.path.map(String).join(".") || "the reply"} ${issue.message}`,
    ),
  );
}

/** What a server adds that was not asked for is left out; all else has to be as the schema says. */
function parsedWithoutExtras<T>(schema: z.ZodType<T>, value: unknown): z.ZodSafeParseResult<T> {
  const result = schema.safeParse(value);
  if (result.success) return result;
  const extras = result.error.issues.filter((issue) => issue.code === "unrecognized_keys");
  if (extras.length === 0) return result;
  const copy = structuredClone(value);
  for (const { path, keys } of extras) {
    const holder = path.reduce<unknown>((at, key) => Reflect.get(Object(at), key), copy);
    for (const key of keys) Reflect.deleteProperty(Object(holder), key);
  }
  return schema.safeParse(copy);
}

function unusable(stage: Stage, problems: readonly string[], cause?: unknown): PipelineError {
  return new PipelineError(
    "MODEL_OUTPUT_INVALID",
    `The model's reply for the stage "${stage}" cannot be used: ${listed(problems)}`,
    { hint: "Nothing was written. Run the job again to ask the model once more.", cause },
  );
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

/** As many problems as a person reads: an annotation has room for 64 KiB. */
const LISTED = 20;

function listed(problems: readonly string[]): string {
  const more = problems.length > LISTED ? `; and ${problems.length - LISTED} more` : "";
  return `${problems.slice(0, LISTED).join("; ")}${more}`;
}

function repeatedPaths(paths: readonly string[]): string[] {
  return [...new Set(paths.filter((path, index) => paths.indexOf(path) !== index))];
}

function quote(text: string): string {
  return JSON.stringify(shorten(text, 200));
}
