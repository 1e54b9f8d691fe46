import type { PageDecision } from "../page-data.ts";
import { run } from "./data.ts";
import { el, quoted } from "./dom.ts";
import { blocksOf, lineOf, linkTo } from "./lines.ts";
import { hashOf } from "./places.ts";
import { taskList } from "./task-list.ts";
import { timeline } from "./timeline.ts";
import { badge } from "./tones.ts";

/** Decisions in one look; more are folded. */
const OPEN_DECISIONS = 5;

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
          run.facts.map(({ label, value }) => el("div", el("dt", label), el("dd", lineOf(value)))),
        ),
    run.notices.map((notice) => el("p.notice", lineOf(notice))),
  );
}

function linkOrText({ name, url }: PageDecision): Node {
  return url === null ? el("b", name) : linkTo(url, [el("b", name)]);
}

/** The first screen of a run with several tasks, and what is below the one task otherwise. */
export function overview(): HTMLElement {
  return el(
    "div.overview",
    run.tasks.length > 1
      ? el(
          "section",
          { "aria-labelledby": "tasks" },
          el("h2", { id: "tasks" }, "Tasks"),
          taskList(),
        )
      : null,
    run.decisions.length > 1
      ? el(
          "section",
          { "aria-labelledby": "decisions" },
          el("h2", { id: "decisions" }, "Decisions"),
          decisions(),
        )
      : null,
    run.stories.length > 0 && run.tasks.length > 1
      ? el(
          "section",
          { "aria-labelledby": "stories" },
          el("h2", { id: "stories" }, "Stories"),
          stories(),
        )
      : null,
    run.leftOut.length > 0
      ? el(
          "section",
          { "aria-labelledby": "left" },
          el("h2", { id: "left" }, "Left alone or not made"),
          leftOut(),
        )
      : null,
    run.bars.length > 0 && run.tasks.length !== 1
      ? el(
          "section",
          { "aria-labelledby": "time" },
          el("h2", { id: "time" }, "Time and money"),
          timeline(run.bars),
        )
      : null,
  );
}

/** What needs somebody first. */
function decisions(): Node[] {
  const order = { bad: 0, open: 1, quiet: 2, good: 3 };
  const all = run.decisions.toSorted((a, b) => order[a.tone] - order[b.tone]);
  return all.map((decision, index) =>
    el(
      "details.decision",
      { open: index < OPEN_DECISIONS && decision.tone !== "good" },
      el(
        "summary",
        badge(decision.tone, decision.kind),
        " ",
        el("b", decision.name),
        " ",
        lineOf(decision.headline),
      ),
      el(
        "p",
        linkOrText(decision),
        decision.title === null ? null : [" ", quoted(decision.title, 300)],
      ),
      el("p", lineOf(decision.meaning)),
      blocksOf(decision.blocks),
      el(
        "p",
        decision.tasks.map((place, at) => [
          at === 0 ? "" : ", ",
          el("a", { href: hashOf({ task: place, to: null }) }, run.tasks[place]?.task ?? ""),
        ]),
      ),
    ),
  );
}

function stories(): HTMLElement {
  return el(
    "ul.stories",
    run.stories.map(({ path, title, tasks }) =>
      el(
        "li",
        el("code", el("bdi", path)),
        title === null ? null : [" ", quoted(title, 200)],
        el(
          "ul",
          tasks.map((place) => {
            const row = run.tasks[place];
            if (row === undefined) return null;
            const covered =
              row.items === null
                ? "not looked at"
                : `lines covered: ${row.items[0]} of ${row.items[1]}`;
            return el(
              "li",
              badge(row.tone, row.tone === "good" ? "proven" : "not proven"),
              " ",
              el("a", { href: hashOf({ task: place, to: null }) }, row.task),
              ` ${covered}`,
            );
          }),
        ),
      ),
    ),
  );
}

function leftOut(): HTMLElement {
  return el(
    "div.scroll",
    { tabindex: "0", role: "region", "aria-label": "left alone or not made" },
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
