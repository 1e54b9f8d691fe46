import { EXAMPLE_STATES, ITEM_STATES, TEST_STATES } from "../../telling/state-words.ts";
import type { PageCriterion, PageExample, PageItem, PageOfTask, Tone } from "../page-data.ts";
import { copyLink } from "./copying.ts";
import { codeText, el, fold, quoted } from "./dom.ts";
import { storyLine } from "./lines.ts";
import { go, idOf } from "./places.ts";
import { badge, toneOfOutcome } from "./tones.ts";

/** What the story demands, line by line, with what shows it. What nothing shows stands out. */
export function storyMap(page: PageOfTask, task: number): HTMLElement {
  return el(
    "ol.items",
    page.items.map((item, index) => itemRow(page, item, index, task)),
  );
}

function itemRow(page: PageOfTask, item: PageItem, index: number, task: number): HTMLElement {
  const target = { kind: "item", name: String(index + 1) } as const;
  const criteria = item.criteria.flatMap((id) => {
    const criterion = Object.hasOwn(page.criteria, id) ? page.criteria[id] : undefined;
    return criterion === undefined ? [] : [{ id, criterion }];
  });
  const { tone, word } = stateOf(
    page,
    item,
    criteria.map(({ criterion }) => criterion),
  );
  const isPlain = tone === "good" || tone === "quiet" || criteria.length === 0;
  return el(
    `li.item.${tone}`,
    { id: idOf(target), tabindex: "-1" },
    fold(
      "details",
      [
        badge(tone, word),
        " ",
        el("span.says", storyLine(item.line)),
        " ",
        el("span.by", item.criteria.join(", ")),
        item.why === null ? null : el("span.why", ` (${item.why})`),
      ],
      !isPlain,
      () => [
        criteria.length === 0
          ? el("p.note", "No criterion of the design quotes this line, so no test is bound to it.")
          : criteria.map(({ id, criterion }) => criterionView(page, id, criterion, task)),
        el("p", copyLink({ task, to: target }, "this line", "Copy link")),
      ],
    ),
  );
}

/** Whether a line of the story stands out. */
export function hasBadLine(page: PageOfTask): boolean {
  return page.items.some((item) => {
    const criteria = item.criteria.flatMap((id) =>
      Object.hasOwn(page.criteria, id) ? (page.criteria[id] ?? []) : [],
    );
    return stateOf(page, item, criteria).tone === "bad";
  });
}

/** A line whose test or example fails is covered, and not fulfilled. */
function stateOf(
  page: PageOfTask,
  item: PageItem,
  criteria: readonly PageCriterion[],
): { readonly tone: Tone; readonly word: string } {
  const fails = criteria.some(
    ({ tests, example }) =>
      (example !== null && isWrong(example)) ||
      tests.some((place) => page.tests[place]?.outcome !== "passed"),
  );
  if (fails) return { tone: "bad", word: "fails" };
  if (item.state === "shown") return { tone: "good", word: ITEM_STATES.shown };
  // Where nobody has looked, the reason above says why; each line would only repeat it.
  const tone = { uncovered: "bad", not_testable: "open", unknown: "quiet" } as const;
  return { tone: tone[item.state], word: ITEM_STATES[item.state] };
}

function isWrong({ state, got }: PageExample): boolean {
  return state === "executed" && got !== null;
}

function criterionView(
  page: PageOfTask,
  id: string,
  { statement, tests, example }: PageCriterion,
  task: number,
): HTMLElement {
  return el(
    "div.criterion",
    el("p", el("b", id), statement === null ? null : [": ", quoted(statement)]),
    example === null ? null : exampleView(example),
    tests.length === 0
      ? el("p.note", "No test that passed carries it.")
      : el(
          "ul.tests",
          tests.map((place) => {
            const test = page.tests[place];
            if (test === undefined) return null;
            return el(
              "li",
              badge(toneOfOutcome(test.outcome), TEST_STATES[test.outcome]),
              " ",
              el(
                "a",
                {
                  href: "#",
                  click: (event) => {
                    event.preventDefault();
                    go({ task, to: { kind: "test", name: test.id } });
                  },
                },
                quoted(test.id, 300),
              ),
            );
          }),
        ),
  );
}

/** Call, expected, got. */
export function exampleView(example: PageExample): HTMLElement {
  const { state, call, expected, got, why } = example;
  const isRight = state === "executed" && got === null;
  const tone = isRight ? "good" : isWrong(example) ? "bad" : "open";
  const word = isRight ? "right" : isWrong(example) ? "wrong" : EXAMPLE_STATES[state];
  return el(
    `dl.example.${tone}`,
    el("dt", "example"),
    el("dd", badge(tone, word), why === null ? null : [" ", quoted(why)]),
    call === null ? null : [el("dt", "call"), el("dd", codeText(call))],
    expected === null ? null : [el("dt", "expected"), el("dd", codeText(expected))],
    isWrong(example) || isRight
      ? [el("dt", "got"), el("dd", codeText(got ?? expected ?? "the same"))]
      : null,
  );
}
