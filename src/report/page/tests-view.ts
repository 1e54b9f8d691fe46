import { TEST_STATES } from "../../telling/state-words.ts";
import { commandOfTest } from "../local-commands.ts";
import type { PageOfTask, PageTest } from "../page-data.ts";
import { copyCommand, copyLink } from "./copying.ts";
import { run } from "./data.ts";
import { button, el, quoted, text, typedIn } from "./dom.ts";
import { idOf } from "./places.ts";
import { badge, toneOfOutcome } from "./tones.ts";

/** More of those that passed are shown when they are asked for, or searched for: whoever scrolls wants to go past them. */
const SHOWN = 25;
const SHOWN_WHEN_SEARCHED = 200;

/** With more there is a filter. */
const FEW = 8;

/** The tests, those that did not pass first, with a filter by words and by state. */
export function testsView(page: PageOfTask, task: number): HTMLElement {
  const order = page.tests
    .map((test, place) => ({ test, place }))
    .toSorted((a, b) => rank(a.test) - rank(b.test) || a.place - b.place);
  const list = el("ul.test-list");
  const rest = el("p.note");
  const bad = page.tests.filter((test) => rank(test) < 3).length;
  const state: { words: string; only: Only } = { words: "", only: "all" };
  const show = (most: number): void => {
    const wanted = state.words.toLowerCase().split(/\s+/u).filter(Boolean);
    const found = order.filter(
      ({ test }) =>
        (state.only === "all" || (state.only === "bad") === rank(test) < 3) &&
        isFound(test, wanted),
    );
    list.replaceChildren(...found.slice(0, most).map(({ test }) => testRow(test, task)));
    const left = found.length - Math.min(found.length, most);
    rest.replaceChildren();
    if (found.length === 0) rest.append("No test is named so.");
    if (left > 0) {
      rest.append(
        `… and ${left} more `,
        button("Show them", () => show(Infinity)),
      );
    }
  };
  const showFiltered = (): void =>
    show(state.words === "" && state.only !== "bad" ? SHOWN + bad : SHOWN_WHEN_SEARCHED);
  showFiltered();
  const filter = el("input", {
    type: "search",
    placeholder: "Filter tests by name, state or criterion",
    "aria-label": "Filter tests",
    input: (event) => {
      state.words = typedIn(event);
      showFiltered();
    },
  });
  const states = statesOf(page.tests.length, bad, (only) => {
    state.only = only;
    showFiltered();
  });
  const view = el(
    "div",
    page.tests.length > FEW
      ? el("div.filters", filter, bad > 0 && bad < page.tests.length ? states.buttons : null)
      : null,
    list,
    rest,
  );
  // A link may lead to one that is not shown.
  view.addEventListener("reveal", () => {
    if (filter instanceof HTMLInputElement) filter.value = "";
    state.words = "";
    states.choose("all");
    show(Infinity);
  });
  return view;
}

type Only = "all" | "bad" | "passed";

/** Buttons of which one is pressed, each with how many there are. */
function statesOf(
  all: number,
  bad: number,
  choose: (only: Only) => void,
): { readonly buttons: HTMLElement; readonly choose: (only: Only) => void } {
  const pick = (only: Only): void => {
    for (const { name, element } of named) {
      element.setAttribute("aria-pressed", String(name === only));
    }
    choose(only);
  };
  const named = (
    [
      ["all", `all ${all}`],
      ["bad", `to look at ${bad}`],
      ["passed", `passed ${all - bad}`],
    ] as const
  ).map(([name, label]) => ({
    name,
    element: button(label, () => pick(name), { "aria-pressed": String(name === "all") }),
  }));
  return {
    buttons: el(
      "div.states",
      { role: "group", "aria-label": "Which tests" },
      named.map(({ element }) => element),
    ),
    choose: pick,
  };
}

function rank({ outcome, isVacuous }: PageTest): number {
  if (outcome === "failed" || outcome === "error") return 0;
  if (outcome === "skipped") return 1;
  return isVacuous ? 2 : 3;
}

function isFound({ id, outcome, criteria }: PageTest, words: readonly string[]): boolean {
  const known = `${id} ${outcome} ${criteria.join(" ")}`.toLowerCase();
  return words.every((word) => known.includes(word));
}

function testRow(test: PageTest, task: number): HTMLElement {
  const target = { kind: "test", name: test.id } as const;
  const row = run.tasks[task];
  const isBad = test.outcome !== "passed";
  return el(
    `li.test.${toneOfOutcome(test.outcome)}`,
    { id: idOf(target), tabindex: "-1" },
    el(
      "div.row",
      badge(toneOfOutcome(test.outcome), TEST_STATES[test.outcome]),
      el("span.name", quoted(test.id)),
      test.isVacuous ? el("span.badge.open", "? passes on stubs alone") : null,
      el("span.by", test.criteria.join(", ")),
      el("span.time", `${test.seconds.toFixed(3)} s`),
      copyLink({ task, to: target }, "this test"),
    ),
    test.message === null ? null : el("pre.message", { tabindex: "0" }, text(test.message)),
    isBad && row !== undefined ? copyCommand(commandOfTest(row.task, test.id)) : null,
  );
}
