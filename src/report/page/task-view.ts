import { VERDICT_STATES } from "../../telling/state-words.ts";
import type { PageOfTask, PageReason } from "../page-data.ts";
import { attemptsView } from "./attempts.ts";
import { bugReport } from "./bug-report.ts";
import { codeFrame } from "./code-frame.ts";
import { fileView, isMissed, nameOf } from "./code.ts";
import { copy, copyCommand, copyLink } from "./copying.ts";
import { run, taskAt } from "./data.ts";
import { button, codeText, el, fold, quoted, text } from "./dom.ts";
import { later } from "./later.ts";
import { blocksOf, lineOf, linkTo, storyLine } from "./lines.ts";
import { go, hashOf } from "./places.ts";
import { exampleView, hasBadLine, storyMap } from "./story-map.ts";
import { testsView } from "./tests-view.ts";
import { timeline } from "./timeline.ts";
import { badge, mark } from "./tones.ts";

/** All that is known of one task. */
export function taskView(task: number): HTMLElement {
  const row = run.tasks[task]!;
  const page = taskAt(task);
  const sections = sectionsOf(page, task);
  return el(
    "article.task",
    { "aria-labelledby": "task-title" },
    el(
      "header",
      el(
        "h2",
        { id: "task-title", tabindex: "-1" },
        badge(row.tone, row.tone === "good" ? "proven" : VERDICT_STATES[row.verdict]),
        " ",
        el("span", row.task),
        row.pullRequest === null ? null : el("span.by", ` #${row.pullRequest}`),
      ),
      el(
        "p.actions",
        copyLink({ task, to: null }, row.task, "Copy link"),
        button("Copy for a bug report", () => void copy(bugReport(page, task), "bug report")),
      ),
      el("p.verdict", lineOf(page.verdict)),
    ),
    el(
      "nav.sections",
      { "aria-label": "On this task" },
      sections.map(({ name, short, count, isBad }) =>
        el(
          "a",
          {
            href: hashOf({ task, to: { kind: "section", name } }),
            click: (event) => {
              event.preventDefault();
              go({ task, to: { kind: "section", name } });
            },
          },
          isBad ? [mark("bad"), " "] : null,
          short,
          count === null ? null : el("span.count", ` ${count}`),
        ),
      ),
    ),
    page.notice === null ? null : el("p.notice", lineOf(page.notice)),
    sections.map(sectionView),
  );
}

/** They fill the first screen. */
const FIRST: ReadonlySet<string> = new Set(["question", "why", "checks", "story", "examples"]);

function sectionView({ name, title, content }: Section): HTMLElement {
  const element = el(
    "section",
    { id: `section:${name}`, tabindex: "-1", "aria-labelledby": `title:${name}` },
    el("h3", { id: `title:${name}` }, title),
  );
  const fill = (): void => element.append(...content());
  if (FIRST.has(name)) fill();
  else later(fill);
  return element;
}

interface Section {
  readonly name: string;
  readonly title: string;
  /** As the row of links calls it, and what it counts. */
  readonly short: string;
  readonly count: string | null;
  /** Whether something in it speaks against the task. */
  readonly isBad: boolean;
  readonly content: () => readonly Node[];
}

function sectionsOf(page: PageOfTask, task: number): Section[] {
  const code = page.files.filter(({ kind }) => kind === "code");
  const others = page.files.filter(({ kind }) => kind !== "code");
  const examples = Object.entries(page.criteria).filter(([, { example }]) => example !== null);
  const probes = code.flatMap((file) => file.probes);
  const passed = page.tests.filter(({ outcome }) => outcome === "passed").length;
  // A run about one task has nothing else that took time.
  const bars = run.tasks.length === 1 ? run.bars : page.bars;
  const sections: readonly (Section | null)[] = [
    page.todo.length === 0
      ? null
      : section("question", "A person has to settle", { short: "Question", isBad: true }, () => [
          el("div.question", blocksOf(page.todo)),
        ]),
    page.reasons.length === 0
      ? null
      : section(
          "why",
          "Why it is not proven",
          { short: "Why", count: String(page.reasons.length), isBad: true },
          () => [
            el(
              "ul.reasons",
              page.reasons.map((reason) => reasonView(page, reason, task)),
            ),
          ],
        ),
    page.checks.length === 0
      ? null
      : section("checks", "What was checked", { short: "Checks" }, () => blocksOf(page.checks)),
    page.items.length === 0
      ? null
      : section(
          "story",
          "The story, line by line",
          { short: "Story", count: String(page.items.length), isBad: hasBadLine(page) },
          () => [
            ...(page.summary === null ? [] : [el("p", quoted(page.summary))]),
            storyMap(page, task),
            ...assumptionsOf(page.assumptions),
          ],
        ),
    page.items.length > 0 || examples.length === 0
      ? null
      : section("examples", "Examples", { short: "Examples", count: String(examples.length) }, () =>
          examples.map(([id, { example }]) =>
            el("div.criterion", el("b", id), exampleView(example!)),
          ),
        ),
    page.tests.length === 0
      ? null
      : section(
          "tests",
          "Tests",
          {
            short: "Tests",
            count: passed === page.tests.length ? `${passed}` : `${passed}/${page.tests.length}`,
            isBad: passed < page.tests.length,
          },
          () => [testsView(page, task)],
        ),
    code.length === 0
      ? null
      : section(
          "code",
          "Code, with what was changed on it",
          { short: "Code", isBad: probes.some(({ outcome }) => outcome === "survived") },
          () => [scoreLine(page), ...code.map((file) => fileView(file, task))],
        ),
    others.length === 0
      ? null
      : section(
          "files",
          "Files of the tests",
          { short: "Test files", count: String(others.length) },
          () =>
            others.map((file) =>
              fold("details", el("code", file.path), false, () => fileView(file, task)),
            ),
        ),
    page.attempts.length === 0
      ? null
      : section(
          "attempts",
          "Attempts",
          { short: "Attempts", count: String(page.attempts.length) },
          () => [attemptsView(page.attempts, task)],
        ),
    bars.length === 0
      ? null
      : section("timeline", "Time and money", { short: "Time" }, () => [timeline(bars)]),
    section("local", "Run it yourself", { short: "Run it" }, () => [
      ...page.commands.map(({ what, command }) =>
        el("div", el("p", `To ${what}:`), copyCommand(command)),
      ),
      el(
        "dl.facts",
        page.facts.map(({ label, value }) => [el("dt", label), el("dd", lineOf(value))]),
      ),
    ]),
  ];
  return sections.filter((each) => each !== null);
}

function section(
  name: string,
  title: string,
  link: Pick<Section, "short"> & Partial<Pick<Section, "count" | "isBad">>,
  content: () => readonly Node[],
): Section {
  return { name, title, count: null, isBad: false, ...link, content };
}

function reasonView(page: PageOfTask, reason: PageReason, task: number): HTMLElement {
  const { code, message, advice, item, itemAt, expected, got, test, file, line, url } = reason;
  const place = file === null ? null : line === null ? file : `${file}:${line}`;
  const named = test === null ? undefined : page.tests[test];
  const said = named?.message ?? null;
  const isSaid = item !== null && message.includes(item.replace(/^\s*[-*+]\s+/u, ""));
  const lineLink = (label: Node | string): Node | string =>
    itemAt === null
      ? label
      : el("a", { href: hashOf({ task, to: { kind: "item", name: String(itemAt + 1) } }) }, label);
  return el(
    "li.reason",
    el("p.message", el("b", codeText(code)), " ", quoted(message, 4_000)),
    item === null || isSaid ? null : el("p", "The story says: ", lineLink(storyLine(item))),
    expected === null && got === null
      ? null
      : el(
          "dl.example.bad",
          expected === null ? null : [el("dt", "expected"), el("dd", codeText(expected))],
          got === null ? null : [el("dt", "got"), el("dd", codeText(got))],
        ),
    file === null || line === null ? null : codeFrame(page.files, file, line),
    ABOUT_CHANGES.has(code) ? missedChanges(page, task) : null,
    // Where neither value is known, what pytest says is all there is.
    said === null || expected !== null || got !== null
      ? null
      : el("pre.message", { tabindex: "0" }, text(said)),
    el(
      "p.where",
      place === null
        ? null
        : ["at ", url === null ? codeText(place) : linkTo(url, [codeText(place)]), " "],
      named === undefined
        ? null
        : el(
            "a",
            {
              href: "#",
              click: (event) => {
                event.preventDefault();
                go({ task, to: { kind: "test", name: named.id } });
              },
            },
            "the test",
          ),
      // Where nothing else has a place, the line of the story is it.
      isSaid && place === null ? lineLink("that line of the story") : null,
    ),
    el("p.note", "What to do: ", lineOf(advice)),
  );
}

/** Reasons that are about changes which no test noticed; they name at most one of them. */
const ABOUT_CHANGES: ReadonlySet<string> = new Set(["mutation_score_low", "stub_survived"]);
const CHANGES_SHOWN = 5;

function missedChanges({ files }: PageOfTask, task: number): HTMLElement | null {
  const missed = files.flatMap(({ path, probes }) =>
    probes.filter(isMissed).map((probe) => ({ path, probe })),
  );
  if (missed.length === 0) return null;
  const left = missed.length - CHANGES_SHOWN;
  return el(
    "ul.causes",
    missed.slice(0, CHANGES_SHOWN).map(({ path, probe }) => {
      const to = { kind: "mutant", name: nameOf(path, probe) } as const;
      return el(
        "li",
        el("a", { href: hashOf({ task, to }) }, codeText(`${path}:${probe.range[0]}`)),
        " not noticed: ",
        codeText(probe.what.replaceAll("`", "")),
      );
    }),
    left > 0 ? el("li", `… and ${left} more, below at their lines`) : null,
  );
}

function assumptionsOf(assumptions: readonly string[]): Node[] {
  if (assumptions.length === 0) return [];
  return [
    el("h4", "What the story leaves open, and how it was read"),
    el(
      "ul",
      assumptions.map((each) => el("li", quoted(each))),
    ),
  ];
}

/** As evidence counts it: what gave no answer, or was set aside, is no part of it. */
function scoreLine({ score, files }: PageOfTask): HTMLElement {
  const mutants = files.flatMap(({ probes }) => probes.filter(({ kind }) => kind === "mutant"));
  const missed = mutants.filter(({ outcome }) => outcome === "survived").length;
  if (score === null) {
    return el(
      "p.note",
      "No small change to this code has an answer; stubs stand at the line of their function.",
    );
  }
  return el(
    "p",
    el("b", `${Math.round(score * 100)} %`),
    ` of the small changes with an answer made a test fail${missed === 0 ? "." : `; ${missed} did not, and stand open below.`}`,
  );
}
