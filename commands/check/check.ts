import { below, named } from "../../actions/generate/misplaced.ts";
import { offeredPackages } from "../../src/authoring/packages.ts";
import { type Config, readConfigText } from "../../src/config/config.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import { readJson, utf8Text } from "../../src/foundation/json.ts";
import { nearest } from "../../src/foundation/nearest.ts";
import { storyItems } from "../../src/story/items.ts";
import { storyLines } from "../../src/story/lines.ts";
import { lostNumbers } from "../../src/story/lost-numbers.ts";
import {
  isMarkdown,
  isStoryFile as isStoryName,
  parseStory,
  STORIES,
  type Story,
  STORY_KEYS,
} from "../../src/story/story.ts";
import { exampleText } from "../../src/story/value-text.ts";
import { type Answer, EXIT } from "../answer.ts";
import { notImportable } from "./importable.ts";
import { type LineFinder, lineFinder } from "./line-finder.ts";
import { type Fault, faultsOf } from "./story-faults.ts";
import type { ReadLine, StoryReport } from "./story-report.ts";
import { reportBlocks } from "./words.ts";

/** The files of a repository that a check reads. */
export interface StoryFiles {
  /** All files below `meta/stories`, by their paths in the repository, in order. */
  readonly paths: readonly string[];
  /** A story by the path that somebody has given, in the repository or not; null where there is no file. */
  read(path: string): Uint8Array | null;
  /** Text of the config; null where there is none. */
  readonly config: string | null;
}

/** Reads stories as generate would, and says all that is wrong with them and how each line is read. */
export function check(asked: readonly string[], files: StoryFiles): Answer {
  const config = readConfigText(files.config ?? "");
  const configFaults = config.ok ? [] : config.faults;
  const allowed = config.ok ? config.value["allowed-dependencies"] : null;
  const paths = asked.length > 0 ? asked : files.paths.filter(isStoryFile);
  const known = new Map(files.paths.filter(isStoryFile).map((path) => [path, idIn(path, files)]));
  const reports = paths.map((path) => reportOf(path, files, { known, allowed }));
  const misplaced = asked.length > 0 ? [] : files.paths.flatMap(misplacedAt);
  const isFaulty =
    configFaults.length > 0 ||
    reports.some(({ faults }) => faults.length > 0) ||
    misplaced.some(({ isMeantAsStory }) => isMeantAsStory);
  if (paths.length === 0 && misplaced.length === 0) throw noStories();
  return {
    exit: isFaulty ? EXIT.faults : EXIT.fine,
    blocks: reportBlocks(reports, misplaced, configFaults),
    data: { stories: reports, misplaced, config: { faults: configFaults } },
  };
}

function isStoryFile(path: string): boolean {
  const name = path.slice(STORIES.length + 1);
  return isStoryName(name) && !name.includes("/");
}

function misplacedAt(path: string) {
  if (isStoryFile(path)) return [];
  const own = path.slice(STORIES.length + 1);
  return own.includes("/") ? below(path) : named(path);
}

function noStories(): PipelineError {
  return new PipelineError("INPUT_INVALID", `There is no story in ${STORIES}/`, {
    hint: "`agent-pipeline init` writes a first one. Or name a file: agent-pipeline check my-story.json",
  });
}

interface Surroundings {
  /** Ids of the stories in the folder, by their paths. */
  readonly known: ReadonlyMap<string, string | null>;
  /** What tasks may ask for; null where the config cannot be read. */
  readonly allowed: Config["allowed-dependencies"] | null;
}

function reportOf(path: string, files: StoryFiles, { known, allowed }: Surroundings): StoryReport {
  const nothing = { path, id: null, tasks: [], notes: [], lines: [] };
  const bytes = files.read(path);
  if (bytes === null) {
    const says = "cannot be read: there is no such file";
    return { ...nothing, faults: [{ at: "", line: null, says }] };
  }
  const text = utf8Text(bytes) ?? "";
  const result = parseStory(path, bytes);
  const places = lineFinder(path, text);
  const notes = notesOfText(path, text, places);
  if (!result.ok) {
    return { ...nothing, notes, faults: faultsOf(result.problems, text, places.of) };
  }
  const { story } = result;
  const others = [...known].flatMap(([other, id]) =>
    other !== path && id === story.key ? [other] : [],
  );
  const problems = [
    ...(others.length === 0
      ? []
      : [
          `"id" ${JSON.stringify(story.id)} is that of ${listed(others)} as well: give each story an id of its own`,
        ]),
    ...(allowed === null ? [] : offeredPackages(story.document, allowed).problems),
  ];
  return {
    path,
    id: story.id,
    tasks: story.tasks.map(({ id }) => id),
    faults: faultsOf(problems, text, places.of),
    notes: [...notes, ...notesOf(story, places)],
    lines: linesOf(story, places),
  };
}

const LISTED = 3;

function listed(paths: readonly string[]): string {
  const more = paths.length - LISTED;
  return `${paths.slice(0, LISTED).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** The id under which another file of the folder is known; null where it is no story. */
function idIn(path: string, files: StoryFiles): string | null {
  const bytes = files.read(path);
  const result = bytes === null ? null : parseStory(path, bytes);
  return result?.ok === true ? result.story.key : null;
}

function notesOfText(path: string, text: string, { json: { repeated } }: LineFinder): Fault[] {
  const isElsewhere = !path.startsWith(`${STORIES}/`);
  return [
    ...repeated.map(({ path: at, line }) => ({
      at,
      line,
      says: `"${at}" stands here again: only the last one counts. Take one of them away, or join them`,
    })),
    ...lostDigits(path, text),
    ...(isElsewhere
      ? [{ at: "", line: null, says: `generate looks for stories in ${STORIES}/ only` }]
      : []),
  ];
}

function lostDigits(path: string, text: string): Fault[] {
  if (isMarkdown(path) || !readJson(text).ok) return [];
  return lostNumbers(text).map(({ written, held, at }) => ({
    at: "",
    line: text.slice(0, at).split("\n").length,
    says: `${written} is read as ${held}, as a number of JSON has no more digits: write it in a line, such as "f(1) → Decimal('…')"`,
  }));
}

/** What nobody expects to be tested beside a list of demands. */
const BACKGROUND: ReadonlySet<string> = new Set(["title", "feature", "description", "$schema"]);

function notesOf(story: Story, places: LineFinder): Fault[] {
  const { notCounted } = storyItems(story.document);
  const misspelled = misspelledKeys(story);
  return [
    ...misspelled.map(({ at, meant }) => ({
      at,
      line: places.of(at),
      says: `"${at}" is no key that is known: was "${meant}" meant? As it stands it is one of your own`,
    })),
    ...story.tasks.flatMap(({ id }, index) => {
      const says = notImportable(id);
      const at = story.document.tasks === undefined ? "id" : `tasks.${index}.id`;
      return says === null ? [] : [{ at, line: places.of(at), says }];
    }),
    ...notCounted
      .filter(
        (at) =>
          !BACKGROUND.has(at.replace(/^tasks\.\d+\./, "")) &&
          !misspelled.some((one) => one.at === at),
      )
      .map((at) => ({
        at,
        line: places.of(at),
        says: `"${at}" is shown to the model, and no test has to show it: what must hold belongs under "requirements", "acceptance" or "constraints"`,
      })),
  ];
}

/** Keys of the author's own may stand in a story; one that is nearly a known one was hardly meant as such. */
function misspelledKeys({ document }: Story): { readonly at: string; readonly meant: string }[] {
  const holders: readonly (readonly [prefix: string, keys: readonly string[]])[] = [
    ["", Object.keys(document)],
    ...(document.tasks ?? []).map((part, index) => [`tasks.${index}.`, Object.keys(part)] as const),
  ];
  return holders.flatMap(([prefix, keys]) =>
    keys.flatMap((key) => {
      const meant = STORY_KEYS.includes(key) ? null : nearest(key, STORY_KEYS);
      return meant === null ? [] : [{ at: `${prefix}${key}`, meant }];
    }),
  );
}

function linesOf(story: Story, places: LineFinder): ReadLine[] {
  const { items, headings } = storyItems(story.document);
  const order = new Map(storyLines(story.document).map((line, index) => [line, index]));
  const placed: [at: number, read: ReadLine][] = [
    ...headings.map(({ line, path }): [number, ReadLine] => [
      order.get(line) ?? 0,
      {
        kind: "heading",
        text: line,
        at: path,
        line: places.of(path, line),
        reading: null,
        notRead: null,
      },
    ]),
    ...items.map(({ line, written: [first = line], path, example }): [number, ReadLine] => [
      order.get(first) ?? 0,
      {
        kind: example.kind === "read" ? "example" : "demand",
        text: line,
        at: path,
        line: places.of(path, first),
        reading: example.kind === "read" ? exampleText(example.example) : null,
        notRead: example.kind === "unread" ? example.why : null,
      },
    ]),
  ];
  return placed.toSorted(([one], [other]) => one - other).map(([, read]) => read);
}
