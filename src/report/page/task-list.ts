import { VERDICT_STATES } from "../../telling/state-words.ts";
import type { Counted, TaskRow } from "../page-data.ts";
import { run } from "./data.ts";
import { button, el, typedIn } from "./dom.ts";
import { later } from "./later.ts";
import { hashOf, placeIn, TARGETS } from "./places.ts";
import { badge } from "./tones.ts";

/** So many rows fill a screen, and are laid out in a blink. */
const SCREEN = 30;
/** So many are shown without being asked for; the others by a button, or by the filter. */
const SHOWN = 100;

interface Listed {
  readonly row: TaskRow;
  readonly place: number;
  readonly words: string;
}

/** The tasks with a filter; those that are not proven come first. */
export function taskList(): HTMLElement {
  const all: Listed[] = run.tasks
    .map((row, place) => ({ row, place }))
    .toSorted(
      (a, b) => Number(a.row.tone === "good") - Number(b.row.tone === "good") || a.place - b.place,
    )
    .map(({ row, place }) => ({ row, place, words: wordsOf(row) }));
  const body = el("tbody");
  const count = el("p.note", { role: "status", "aria-live": "polite" });
  const state = { words: "", only: "all" };
  const rows = new Map<number, HTMLElement>();
  const elementOf = ({ row, place }: Listed): HTMLElement => {
    const element = rows.get(place) ?? rowOf(row, place);
    rows.set(place, element);
    return element;
  };
  const rest = el("p");
  let cancel: (() => void) | null = null;
  /** `now`: so many at once, and the others after the next frame. */
  const show = (most = SHOWN, now = SCREEN): void => {
    const wanted = state.words.toLowerCase().split(/\s+/u).filter(Boolean);
    const found = all.filter(
      ({ row, words }) =>
        (state.only === "all" || (state.only === "proven") === (row.tone === "good")) &&
        wanted.every((word) => words.includes(word)),
    );
    body.replaceChildren(...found.slice(0, now).map(elementOf));
    cancel?.();
    if (found.length > now) {
      cancel = later(() => body.append(...found.slice(now, most).map(elementOf)));
    }
    const left = found.length - Math.min(found.length, most);
    const elsewhere = run.elsewhere === 0 ? "" : `; ${run.elsewhere} more are not on this page`;
    count.textContent = `${found.length} of ${all.length} tasks${elsewhere}`;
    rest.replaceChildren(
      ...(left > 0
        ? [`… and ${left} more `, button("Show them", () => show(Infinity, SHOWN))]
        : []),
    );
  };
  const search = el("input", {
    id: "search",
    type: "search",
    placeholder: "Task, reason, story, failing test, or a pasted place",
    "aria-label": "Filter tasks",
    input: (event) => {
      state.words = typedIn(event);
      if (!goToPasted(state.words)) show();
    },
  });
  show();
  const proven = all.filter(({ row }) => row.tone === "good").length;
  const amount = { all: all.length, "not proven": all.length - proven, proven };
  return el(
    "div.task-list",
    el(
      "div.filters",
      search,
      el(
        "fieldset",
        el("legend.hidden", "Which tasks"),
        (["all", "not proven", "proven"] as const).map((which) =>
          el(
            "label",
            el("input", {
              type: "radio",
              name: "which",
              value: which,
              checked: which === "all",
              change: () => {
                state.only = which;
                show();
              },
            }),
            ` ${which} ${amount[which]}`,
          ),
        ),
      ),
    ),
    count,
    el(
      "div.scroll",
      { tabindex: "0", role: "group", "aria-label": "tasks" },
      el(
        "table.tasks",
        el(
          "thead",
          el(
            "tr",
            [
              "state",
              "task",
              "reasons",
              "tests",
              "story",
              "examples",
              "mutants",
              "attempts",
              "USD",
              "time",
            ].map((name) => el("th", { scope: "col" }, name)),
          ),
        ),
        body,
      ),
    ),
    rest,
  );
}

function wordsOf({ task, pullRequest, verdict, tone, codes, words }: TaskRow): string {
  const proven = tone === "good" ? "proven" : "not proven";
  const number = pullRequest === null ? "" : `#${pullRequest}`;
  return [task, number, verdict, proven, ...codes, words].join(" ").toLowerCase();
}

/** Somebody was sent `… → report.html#task=…` and pastes it here. */
function goToPasted(words: string): boolean {
  const hash = /#(.*)$/su.exec(
    words.includes("report.html#") ? words.slice(words.indexOf("report.html#")) : words,
  )?.[1];
  if (hash === undefined || !/^(?:task|[a-z]+)=/u.test(hash)) return false;
  const known = new URLSearchParams(hash);
  if (!known.has("task") && !TARGETS.some((each) => known.has(each))) return false;
  const place = placeIn(`#${hash}`);
  if (place.task === null) return false;
  window.location.hash = hashOf(place);
  return true;
}

function rowOf(row: TaskRow, place: number): HTMLElement {
  const { task, pullRequest, tone, verdict, codes, attempts, costUsd, seconds } = row;
  return el(
    `tr.${tone}`,
    { "data-place": String(place) },
    el("td", badge(tone, tone === "good" ? "proven" : VERDICT_STATES[verdict])),
    el(
      "th",
      { scope: "row" },
      el("a", { href: hashOf({ task: place, to: null }) }, task),
      pullRequest === null ? null : el("span.by", ` #${pullRequest}`),
    ),
    el(
      "td",
      codes.map((code, index) => [index === 0 ? "" : ", ", el("code", code)]),
    ),
    [row.tests, row.items, row.examples, row.mutants].map(countCell),
    el("td.figure", attempts === 0 ? "–" : String(attempts)),
    el("td.figure", costUsd === null ? "–" : String(Number(costUsd.toPrecision(3)))),
    el("td.figure", seconds === null ? "–" : `${seconds.toFixed(0)} s`),
  );
}

function countCell(count: Counted): HTMLElement {
  if (count === null || count[1] === 0) return el("td.figure", "–");
  const [some, all] = count;
  return el(`td.figure${some === all ? "" : ".short"}`, `${some}/${all}`);
}
