import { isRecord, utf8Text } from "../foundation/json.ts";
import { storyItems } from "../story/items.ts";
import { withoutBullet } from "../story/lines.ts";
import { readStoryText } from "../story/story.ts";
import { DesignDocument, OlderDesign } from "../task/design.ts";
import { META } from "../task/folder.ts";
import { Manifest } from "../task/manifest.ts";
import { readMeta } from "../task/meta-file.ts";
import { StoryRef } from "../task/story-ref.ts";
import { partsOf, type TaskId } from "../task/task-id.ts";
import { attemptsIn } from "./read-attempts.ts";
import type {
  ReportedDesign,
  ReportedFile,
  ReportedItem,
  ReportedStory,
  ReportedTask,
} from "./run-report.ts";

/** What a run knows of a task besides its folder. */
export type KnownOfTask = Pick<
  ReportedTask,
  "task" | "pullRequest" | "head" | "isProven" | "evidence" | "problem"
>;

/** Files of a task folder by path, relative to it. */
export type Folder = ReadonlyMap<string, Uint8Array>;

/** A task with what its folder tells; what the folder lacks is null or empty, and no error. */
export function reportedTask(known: KnownOfTask, folder: Folder): ReportedTask {
  const manifest = readMeta(Manifest, folder.get(META.manifest));
  const design = designIn(folder);
  return {
    ...known,
    story: readMeta(StoryRef, folder.get(META.storyRef))?.story ?? null,
    design: design === null ? null : shownDesign(design),
    items: itemsOf(known, folder, design),
    files: filesOf(folder),
    attempts: attemptsIn(manifest?.attempts ?? [], folder.get(META.transcript)),
    question: manifest?.open ?? null,
    overruled: manifest?.overruled ?? [],
  };
}

/** The stories that tasks were made of, as their folders hold them. */
export function reportedStories(
  tasks: readonly { readonly task: TaskId; readonly folder: Folder }[],
): ReportedStory[] {
  const stories = new Map<string, ReportedStory>();
  for (const { task, folder } of tasks) {
    const reference = readMeta(StoryRef, folder.get(META.storyRef));
    if (reference === null) continue;
    const { story: path, id } = reference;
    const before = stories.get(path);
    const title = before?.title ?? titleOf(storyIn(folder));
    stories.set(path, { path, id, title, tasks: [...(before?.tasks ?? []), task] });
  }
  return [...stories.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

type Design = DesignDocument | OlderDesign;

function designIn(folder: Folder): Design | null {
  const bytes = folder.get(META.design);
  return readMeta(DesignDocument, bytes) ?? readMeta(OlderDesign, bytes);
}

function shownDesign({ summary, modules, criteria, assumptions }: Design): ReportedDesign {
  return {
    summary,
    modules: modules.map(({ path, import: line, purpose }) => ({ path, import: line, purpose })),
    criteria: criteria.map(({ id, source, statement }) => ({ id, source, statement })),
    assumptions,
  };
}

/** As evidence has them; where it does not say, as the story and the design do. */
function itemsOf(
  { task, evidence }: KnownOfTask,
  folder: Folder,
  design: Design | null,
): ReportedItem[] {
  const reasons = new Map(
    (design !== null && "notTestable" in design ? design.notTestable : []).map(
      ({ source, reason }) => [withoutBullet(source), reason],
    ),
  );
  const found = evidence?.items ?? null;
  if (found !== null) {
    return found.map(({ line, criteria, state }) => ({
      line,
      criteria,
      state,
      why: state === "not_testable" ? (reasons.get(withoutBullet(line)) ?? null) : null,
    }));
  }
  const { items } = storyItems(storyIn(folder), partsOf(task).part);
  return items.map(({ line, written }): ReportedItem => {
    const lines = new Set([line, ...written].map(withoutBullet));
    const criteria = (design?.criteria ?? []).filter(({ source }) =>
      lines.has(withoutBullet(source)),
    );
    return { line, criteria: criteria.map(({ id }) => id), state: "unknown", why: null };
  });
}

function filesOf(folder: Folder): ReportedFile[] {
  return [...folder]
    .flatMap(([path, bytes]): ReportedFile[] => {
      const kind = kindOf(path);
      return kind === null ? [] : [{ path, kind, text: new TextDecoder().decode(bytes) }];
    })
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

function kindOf(path: string): ReportedFile["kind"] | null {
  if (path === "requirements.txt") return "requirements";
  if (!path.endsWith(".py")) return null;
  if (path.startsWith("src/")) return "code";
  return path.startsWith("tests/") ? "tests" : null;
}

function storyIn(folder: Folder): unknown {
  const file = folder.has(META.storyMarkdown) ? META.storyMarkdown : META.story;
  const text = utf8Text(folder.get(file) ?? new Uint8Array());
  const read = text === null ? null : readStoryText(file, text);
  return read?.ok === true ? read.value : null;
}

function titleOf(story: unknown): string | null {
  if (!isRecord(story)) return null;
  const { title, feature, description } = story;
  const text = [title, feature, description].find((value) => typeof value === "string");
  return typeof text === "string" ? (text.split("\n")[0] ?? null) : null;
}
