import type * as z from "zod";
import type { EvidenceDownloads } from "../evidence/store.ts";
import { inParallel } from "../foundation/in-parallel.ts";
import { readJson } from "../foundation/json.ts";
import type { RepositoryReader } from "../git/repository.ts";
import { Generated } from "../handover/generated.ts";
import type { MatrixEntry } from "../handover/matrix.ts";
import { documentsOf, type History } from "../handover/run-documents.ts";
import {
  DECISIONS_ARTIFACT,
  DECISIONS_FILE,
  GENERATED_ARTIFACT,
  GENERATED_FILE,
  type HandedFile,
  TEST_RESULT_FILE,
  TIMINGS_FILE,
} from "../handover/run-files.ts";
import { Timings } from "../handover/timings.ts";
import { DecidedDocument } from "../next-runs/decided-document.ts";
import { bringTasks, readTask } from "../task/present-task.ts";
import type { TaskId } from "../task/task-id.ts";
import type { RunDocuments, TaskDocuments } from "./assemble.ts";
import type { Folder } from "./read-task.ts";

/** Where the documents of a run are. */
export interface ReportSources {
  readonly evidence: EvidenceDownloads;
  readonly repository: RepositoryReader;
  /** The files of the newest artifact of that name, in the order in which they are asked for. */
  handedOn(artifact: string, files: readonly string[]): Promise<readonly HandedFile[]>;
}

/** What is read of a run, besides its name. */
export interface GatheredRun extends Omit<RunDocuments, "run" | "discovered"> {
  /** What the gate says was proven of what it merged, as it wrote it; null where it merged nothing. */
  readonly testResult: string | null;
}

/**
 * Reads what a run left behind. What cannot be read is a gap, and hides nothing of the rest: a report of half a run is
 * better than none.
 */
export async function gatherRun(
  entries: readonly MatrixEntry[] | null,
  sources: ReportSources,
): Promise<GatheredRun> {
  const gaps: string[] = [];
  if (entries === null) gaps.push("What was to be verified is not known: discover set no matrix.");
  const [generatedFile, timingsFile] = await handedOn(
    sources,
    GENERATED_ARTIFACT,
    [GENERATED_FILE, TIMINGS_FILE],
    gaps,
  );
  const [decidedFile, testResult] = await handedOn(
    sources,
    DECISIONS_ARTIFACT,
    [DECISIONS_FILE, TEST_RESULT_FILE],
    gaps,
  );
  const generated = documentIn(Generated, GENERATED_FILE, generatedFile, gaps);
  const decided = documentIn(DecidedDocument, DECISIONS_FILE, decidedFile, gaps);
  if (decidedFile?.kind === "absent") {
    gaps.push("What was decided is not known: merge-gate left nothing behind.");
  }
  const verified = await verifiedTasks(entries ?? [], sources, gaps);
  const known = new Set(verified.map(({ task }) => task));
  const unverified = (generated?.tasks ?? []).filter(({ task }) => !known.has(task));
  return {
    tasks: await withFolders(
      [
        ...verified,
        ...unverified.map(({ task, number }) => ({
          task,
          pullRequest: number,
          head: null,
          history: null,
        })),
      ],
      sources.repository,
      gaps,
    ),
    decided,
    generated,
    timings: documentIn(Timings, TIMINGS_FILE, timingsFile, gaps),
    testResult: testResult?.kind === "text" ? testResult.text : null,
    gaps,
  };
}

async function handedOn(
  sources: ReportSources,
  artifact: string,
  files: readonly string[],
  gaps: string[],
): Promise<readonly (HandedFile | undefined)[]> {
  try {
    return await sources.handedOn(artifact, files);
  } catch (error) {
    gaps.push(`The artifact ${artifact} could not be read: ${messageOf(error)}.`);
    return [];
  }
}

/** Read by its schema; what is no such document is a gap. */
function documentIn<T>(
  schema: z.ZodType<T>,
  name: string,
  file: HandedFile | undefined,
  gaps: string[],
): T | null {
  if (file === undefined || file.kind === "absent") return null;
  if (file.kind === "problem") {
    gaps.push(`${name} could not be read: ${file.problem}.`);
    return null;
  }
  const json = readJson(file.text);
  const read = json.ok ? schema.safeParse(json.value) : null;
  if (read?.success === true) return read.data;
  gaps.push(
    read === null
      ? `${name} is not valid JSON.`
      : `${name} is not what this version writes: pin all actions alike.`,
  );
  return null;
}

type Known = Omit<TaskDocuments, "folder">;

const UNREAD: History = { kind: "missing", why: "what was found out could not be read" };

/** By pull request, because a task may be in several. */
async function verifiedTasks(
  entries: readonly MatrixEntry[],
  { evidence }: ReportSources,
  gaps: string[],
): Promise<Known[]> {
  const known: Known[] = [];
  for (const [number, own] of Map.groupBy(entries, (entry) => entry["pull-request"])) {
    const documents = await documentsOf(own, evidence)
      .read()
      .catch((error: unknown) => {
        gaps.push(`The evidence could not be read: ${messageOf(error)}.`);
        return new Map<TaskId, never>();
      });
    for (const { tasks, head } of own) {
      for (const task of tasks) {
        const history = documents.get(task) ?? UNREAD;
        known.push({
          task,
          pullRequest: number === "" ? null : Number(number),
          head,
          history,
        });
      }
    }
  }
  return known;
}

/** So many bytes of all folders together. */
const MOST_BYTES = 256 * 1024 * 1024;
/** So many folders are read side by side. */
const READS = 4;

const NOTHING: Folder = new Map();

/** With what the commits hold of them, which is read from objects: nothing is checked out, and nothing runs. */
async function withFolders(
  tasks: readonly Known[],
  repository: RepositoryReader,
  gaps: string[],
): Promise<TaskDocuments[]> {
  const places = tasks.flatMap(({ task, head }) => (head === null ? [] : [{ task, commit: head }]));
  // What is wrong with one of them, its own reader says.
  await bringTasks(repository, places).catch(() => {});
  let left = MOST_BYTES;
  return inParallel(tasks, READS, async (known) => {
    const folder = left > 0 ? await folderOf(known, repository, gaps) : null;
    if (left <= 0) gaps.push(`The folder of ${known.task} was not read: all are too large.`);
    for (const content of folder?.values() ?? []) left -= content.byteLength;
    return { ...known, folder: folder ?? NOTHING };
  });
}

async function folderOf(
  { task, head }: Known,
  repository: RepositoryReader,
  gaps: string[],
): Promise<Folder | null> {
  if (head === null) return null;
  try {
    const present = await readTask(repository, { task, commit: head });
    if (present !== null && present.files === null) {
      gaps.push(
        `The folder of ${task} is not shown: it holds what the pipeline never writes, or too much.`,
      );
    }
    return present?.files ?? null;
  } catch (error) {
    // Whoever wrote the folder may have written objects that nobody can read: that costs the others nothing.
    gaps.push(`The folder of ${task} could not be read: ${messageOf(error)}.`);
    return null;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
