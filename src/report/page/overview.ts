import type { Cause, PageDecision } from "../page-data.ts";
import { run } from "./data.ts";
import { type Child, codeText, el, fold, quoted } from "./dom.ts";
import { blocksOf, lineOf, linkTo } from "./lines.ts";
import { hashOf } from "./places.ts";
import { taskList } from "./task-list.ts";
import { timeline } from "./timeline.ts";
import { badge } from "./tones.ts";

/** Decisions in one look; more are folded. */
const OPEN_DECISIONS = 5;
const OPEN_TASKS = 12;

/** What is above everything: the answer. */
export function answer(): HTMLElement {
  const { tone, headline, meaning } = run.answer;
  const [only] = run.decisions;
  const isOne = run.decisions.length === 1 && only !== undefined;
  return el(
    `section.answer.${tone}`,
    { "aria-labelledby": "answer" },
    el("h1", { id: "answer", tabindex: "-1" }, lineOf(headline)),
    isOne
      ? el(
          "p.subject",
          linkOrText(only),
          only.title === null ? null : [" ", quoted(only.title, 300)],
        )
      : null,
    el("p.meaning", lineOf(meaning)),
    isOne ? blocksOf(only.blocks) : null,
    run.facts.length === 0
      ? null
      : el(
          "dl.figures",
          run.facts.map(({ label, value, isShort }) =>
            el("div", el("dt", label), el(isShort === true ? "dd.short" : "dd", lineOf(value))),
          ),
        ),
    run.notices.map((notice) => el("p.notice", lineOf(notice))),
  );
}

function linkOrText({ name, url }: PageDecision): Node {
  return url === null ? el("b", name) : linkTo(url, [el("b", name)]);
}

/** The first screen of a run with several tasks, and what is below the one task otherwise. */
export function overview(): HTMLElement {
  const isMany = run.tasks.length > 1;
  const isDecided = run.decisions.length > 1;
  const waiting = run.decisions.filter(({ tone }) => tone !== "good");
  const settled = run.decisions.filter(({ tone }) => tone === "good");
  return el(
    "div.overview",
    isDecided && waiting.length > 0
      ? section("waiting", "Not merged", decisionViews(waiting.toSorted(byUrgency)))
      : null,
    isMany ? section("tasks", "Tasks", [taskList()]) : null,
    isDecided && settled.length > 0
      ? section("settled", "Merged", [
          fold(
            "details.folded",
            `${settled.length} of ${run.decisions.length}`,
            settled.length <= OPEN_DECISIONS,
            () => settled.map((decision) => decisionView(decision, Infinity)),
          ),
        ])
      : null,
    isMany && run.stories.length > 0 ? section("stories", "Stories", [stories()]) : null,
    run.leftOut.length > 0 ? section("left", "Left alone or not made", [leftOut()]) : null,
    run.bars.length > 0 && run.tasks.length !== 1
      ? section("time", "Time and money", [timeline(run.bars)])
      : null,
  );
}

function section(name: string, title: string, content: readonly Node[]): HTMLElement {
  return el("section", { "aria-labelledby": name }, el("h2", { id: name }, title), content);
}

const URGENCY = { bad: 0, open: 1, quiet: 2, good: 3 };

function byUrgency(a: PageDecision, b: PageDecision): number {
  return URGENCY[a.tone] - URGENCY[b.tone];
}

/** The list of tasks stands below them, and is what a run with many is searched by. */
function decisionViews(decisions: readonly PageDecision[]): HTMLElement[] {
  const rest = decisions.slice(OPEN_DECISIONS);
  return [
    ...decisions.slice(0, OPEN_DECISIONS).map(decisionView),
    ...(rest.length === 0
      ? []
      : [
          fold("details.more", `${rest.length} more`, false, () =>
            rest.map((decision) => decisionView(decision, Infinity)),
          ),
        ]),
  ];
}

function decisionView(decision: PageDecision, index: number): HTMLElement {
  return fold(
    "details.decision",
    [
      badge(decision.tone, decision.kind),
      " ",
      el("b", decision.name),
      " ",
      lineOf(decision.headline),
    ],
    index < OPEN_DECISIONS,
    () => [
      el(
        "p",
        linkOrText(decision),
        decision.title === null ? null : [" ", quoted(decision.title, 300)],
        ": ",
        lineOf(decision.meaning),
      ),
      el("ul.causes", decision.tasks.map(causeOf)),
      blocksOf(decision.blocks),
    ],
  );
}

/** A task of a decision with the first thing against it, so that nobody has to open the task to know it. */
function causeOf(place: number): HTMLElement | null {
  const row = run.tasks[place];
  if (row === undefined) return null;
  return el(
    "li",
    el("a", { href: hashOf({ task: place, to: null }) }, row.task),
    row.cause === null ? null : causeView(row.cause),
  );
}

function causeView({ code, message, expected, got, others }: Cause): Child {
  return [
    ": ",
    el("b", codeText(code)),
    " ",
    quoted(message),
    expected === null ? null : [" · expected ", codeText(expected)],
    got === null ? null : [" · got ", codeText(got)],
    others === 0 ? null : ` · and ${others} more`,
  ];
}

function stories(): HTMLElement {
  return el(
    "ul.stories",
    run.stories.map(({ path, title, tasks }) =>
      el(
        "li",
        el("code", el("bdi", path)),
        title === null ? null : [" ", quoted(title, 200)],
        fold(
          "details.folded",
          `${tasks.length} ${tasks.length === 1 ? "task" : "tasks"}`,
          tasks.length <= OPEN_TASKS && run.stories.length <= OPEN_TASKS,
          () => el("ul", tasks.map(taskOfStory)),
        ),
      ),
    ),
  );
}

function taskOfStory(place: number): HTMLElement | null {
  const row = run.tasks[place];
  if (row === undefined) return null;
  const covered =
    row.items === null ? "not looked at" : `lines covered: ${row.items[0]} of ${row.items[1]}`;
  return el(
    "li",
    badge(row.tone, row.tone === "good" ? "proven" : "not proven"),
    " ",
    el("a", { href: hashOf({ task: place, to: null }) }, row.task),
    ` ${covered}`,
  );
}

function leftOut(): HTMLElement {
  return el(
    "div.scroll",
    { tabindex: "0", role: "group", "aria-label": "left alone or not made" },
    el(
      "table",
      el(
        "thead",
        el(
          "tr",
          ["what", "reason", "what it means"].map((name) => el("th", { scope: "col" }, name)),
        ),
      ),
      el(
        "tbody",
        run.leftOut.map(([subject, reason, message]) =>
          el(
            "tr",
            el("th", { scope: "row" }, quoted(subject)),
            el("td", el("code", reason)),
            el("td", quoted(message)),
          ),
        ),
      ),
    ),
  );
}
