import { TEST_STATES } from "../../telling/state-words.ts";
import { commandOfTest } from "../local-commands.ts";
import type { PageOfTask, PageTest } from "../page-data.ts";
import { copyCommand, copyLink } from "./copying.ts";
import { run } from "./data.ts";
import { el, quoted, text } from "./dom.ts";
import { idOf } from "./places.ts";
import { badge, toneOfOutcome } from "./tones.ts";

/** More are shown when they are asked for, or searched for. */
const SHOWN = 200;

/** The tests, those that did not pass first, with a filter of their own. */
export function testsView(page: PageOfTask, task: number): HTMLElement {
  const order = page.tests
    .map((test, place) => ({ test, place }))
    .toSorted((a, b) => rank(a.test) - rank(b.test) || a.place - b.place);
  const list = el("ul.test-list");
  const rest = el("p.note");
  const show = (words: string, most: number): void => {
    const wanted = words.toLowerCase().split(/\s+/u).filter(Boolean);
    const found = order.filter(({ test }) => isFound(test, wanted));
    list.replaceChildren(...found.slice(0, most).map(({ test }) => testRow(test, task)));
    const left = found.length - Math.min(found.length, most);
    rest.replaceChildren();
    if (found.length === 0) rest.append("No test is named so.");
    if (left > 0) {
      rest.append(
        `… and ${left} more `,
        el("button", { type: "button", click: () => show(words, Infinity) }, "Show them"),
      );
    }
  };
  show("", SHOWN);
  const filter = el("input", {
    type: "search",
    placeholder: "Filter tests by name, state or criterion",
    "aria-label": "Filter tests",
    input: (event) => show((event.target as HTMLInputElement).value, SHOWN),
  });
  const view = el("div", page.tests.length > 8 ? filter : null, list, rest);
  // A link may lead to one that is not shown.
  view.addEventListener("reveal", () => {
    (filter as HTMLInputElement).value = "";
    show("", Infinity);
  });
  return view;
}

function rank({ outcome, isVacuous }: PageTest): number {
  if (outcome === "failed" || outcome === "error") return 0;
  if (outcome === "skipped") return 1;
  return isVacuous ? 2 : 3;
}

function isFound({ id, outcome, criteria }: PageTest, words: readonly string[]): boolean {
  const text = `${id} ${outcome} ${criteria.join(" ")}`.toLowerCase();
  return words.every((word) => text.includes(word));
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
