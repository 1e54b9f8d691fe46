import { jsonForHtml } from "./html.ts";
import type { PageOfRun } from "./page-data.ts";

/** The part of a page that there is room for. */
export interface Fitted {
  readonly page: PageOfRun;
  /** Places of its tasks in the whole page, in their order. */
  readonly kept: readonly number[];
  /** Of which lists it has only the first. */
  readonly cut: readonly Cut[];
}

export interface Cut {
  readonly what: "pull requests" | "stories" | "things left alone" | "notices";
  readonly shown: number;
  readonly all: number;
}

/**
 * As much of a page as fits into `room`, of any number of tasks: those that are not proven first, each with the least that is
 * known of it (`least`, in bytes), so that every task of the list can be opened. Everything else has half of the room.
 * `sizeOf` is what a page takes that carries no task.
 */
export function fitted(
  whole: PageOfRun,
  least: readonly number[],
  room: number,
  sizeOf: (page: PageOfRun) => number,
): Fitted {
  const { lists, size } = fittedLists(whole, room, sizeOf);
  const kept = fittedTasks(whole, least, room - size);
  const places = new Map(kept.map((place, index) => [place, index]));
  const placesOf = (own: readonly number[]): number[] =>
    own.flatMap((place) => places.get(place) ?? []);
  return {
    page: {
      ...whole,
      ...lists,
      tasks: kept.map((place) => whole.tasks[place]!),
      elsewhere: whole.tasks.length - kept.length,
      decisions: lists.decisions.map((each) => ({ ...each, tasks: placesOf(each.tasks) })),
      stories: lists.stories.map((each) => ({ ...each, tasks: placesOf(each.tasks) })),
      bars: whole.bars.map((bar) =>
        bar.task === null ? bar : { ...bar, task: places.get(bar.task) ?? null },
      ),
    },
    kept,
    cut: (
      [
        ["pull requests", lists.decisions, whole.decisions],
        ["stories", lists.stories, whole.stories],
        ["things left alone", lists.leftOut, whole.leftOut],
        ["notices", lists.notices, whole.notices],
      ] as const
    ).flatMap(([what, shown, all]) =>
      shown.length < all.length ? [{ what, shown: shown.length, all: all.length }] : [],
    ),
  };
}

type Lists = Pick<PageOfRun, "decisions" | "stories" | "leftOut" | "notices">;

/** The same number of each, halved until it fits. */
function fittedLists(
  whole: PageOfRun,
  room: number,
  sizeOf: (page: PageOfRun) => number,
): { readonly lists: Lists; readonly size: number } {
  const { stories, leftOut, notices } = whole;
  const decisions = first(whole.decisions, ({ tone }) => tone !== "good");
  let most = Math.max(...[decisions, stories, leftOut, notices].map(({ length }) => length));
  for (;;) {
    const isWhole = most >= whole.decisions.length;
    const lists = {
      decisions: isWhole ? whole.decisions : decisions.slice(0, most),
      stories: stories.slice(0, most),
      leftOut: leftOut.slice(0, most),
      notices: notices.slice(0, most),
    };
    const size = sizeOf({ ...whole, ...lists, tasks: [] });
    if (size <= room / 2 || most === 0) return { lists, size };
    most = Math.floor(most / 2);
  }
}

function fittedTasks({ tasks }: PageOfRun, least: readonly number[], room: number): number[] {
  let left = room;
  const order = first([...tasks.keys()], (place) => tasks[place]!.tone !== "good");
  const end = order.findIndex((place) => {
    // With the comma between two of them.
    left -= Buffer.byteLength(jsonForHtml(tasks[place])) + 1 + least[place]!;
    return left < 0;
  });
  return (end < 0 ? order : order.slice(0, end)).toSorted((a, b) => a - b);
}

function first<T>(all: readonly T[], isFirst: (each: T) => boolean): T[] {
  return all.toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a)));
}
