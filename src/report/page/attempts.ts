import { ASKED } from "../../telling/state-words.ts";
import type { FileChange, Hunk, PageAttempt, PageStep, PageTrial } from "../page-data.ts";
import { copyLink } from "./copying.ts";
import { codeText, el, fold, quoted, text } from "./dom.ts";
import { lineOf } from "./lines.ts";
import { idOf } from "./places.ts";
import { badge, mark } from "./tones.ts";

/** What was wrong, who was asked, what came of it, and the difference to the version before. */
export function attemptsView(attempts: readonly PageAttempt[], task: number): HTMLElement {
  return el(
    "div.attempts",
    attempts.map((attempt) => {
      const target = { kind: "attempt", name: String(attempt.number) } as const;
      return el(
        "section.attempt",
        { id: idOf(target), tabindex: "-1", "aria-label": `attempt ${attempt.number}` },
        el(
          "h4",
          `Attempt ${attempt.number} `,
          badge(attempt.tone, attempt.ended),
          " ",
          copyLink({ task, to: target }, `attempt ${attempt.number}`),
        ),
        el("p.note", `Made because ${attempt.reason}. It took `, lineOf(attempt.took), "."),
        attempt.steps.length === 0
          ? el("p.note", "Its transcript is not in the folder, so nothing more is known of it.")
          : el(
              "ol.steps",
              attempt.steps.map((step, index) => stepView(step, index)),
            ),
      );
    }),
  );
}

function stepView(step: PageStep, index: number): HTMLElement {
  return el(
    "li.step",
    el(
      "div.columns",
      el(
        "div",
        el("h5", index === 0 ? "Why" : "What was wrong"),
        el("p", index === 0 ? quoted(step.because) : codeText(step.because)),
      ),
      el("div", el("h5", "Who was asked"), askedList(step)),
      el(
        "div",
        el("h5", "What came of it"),
        el("p", mark(step.tone), " ", lineOf(step.found)),
        step.findings.length === 0
          ? null
          : el(
              "ul",
              step.findings.map((finding) => el("li", lineOf(finding))),
            ),
      ),
    ),
    step.trial === null ? null : trialView(step.trial),
    step.contested.length === 0
      ? null
      : el(
          "ul",
          step.contested.map(({ call, says, answers }) =>
            el(
              "li",
              "A test says that ",
              codeText(call),
              " gives ",
              codeText(says),
              "; the codes give ",
              answers.map((answer, place) => [place === 0 ? "" : ", ", codeText(answer)]),
            ),
          ),
        ),
    step.changes.map((change) => changeView(change, index === 0)),
  );
}

function askedList({ asked }: PageStep): HTMLElement {
  return el(
    "ul",
    asked.map(({ stage, sample, round, model, took, outcome, faults }) =>
      el(
        "li",
        el("b", ASKED[stage]),
        ` (version ${sample}, question ${round}) `,
        model === "" ? null : [codeText(model), " · "],
        lineOf(took),
        " · ",
        quoted(outcome),
        faults.length === 0
          ? null
          : el(
              "ul",
              faults.map((fault) => el("li", quoted(fault))),
            ),
      ),
    ),
  );
}

/** Every test on every code: only those that tell the codes apart. */
function trialView({ codes, agreement, alike, tests }: PageTrial): HTMLElement {
  const names = Array.from({ length: codes }, (_, index) => `code ${index + 1}`);
  const groups = new Set(agreement).size;
  return el(
    "div.trial",
    el(
      "p",
      `${alike} tests have one result on all ${codes} codes. `,
      groups === 1
        ? "All codes give equal answers."
        : `The codes give ${groups} different sets of answers.`,
    ),
    tests.length === 0
      ? null
      : el(
          "div.scroll",
          { tabindex: "0", role: "group", "aria-label": "tests on which the codes differ" },
          el(
            "table",
            el("caption", "Tests on which the codes differ"),
            el(
              "thead",
              el(
                "tr",
                el("th", { scope: "col" }, "suite"),
                el("th", { scope: "col" }, "test"),
                names.map((name) => el("th", { scope: "col" }, name)),
              ),
            ),
            el(
              "tbody",
              tests.map(([suite, id, outcomes]) =>
                el(
                  "tr",
                  el("td", String(suite + 1)),
                  el("th", { scope: "row" }, quoted(id, 300)),
                  outcomes.map((outcome) =>
                    el(
                      "td",
                      outcome === "none"
                        ? badge("open", "no answer")
                        : badge(outcome === "passed" ? "good" : "bad", outcome),
                    ),
                  ),
                ),
              ),
            ),
          ),
        ),
  );
}

function changeView(
  { path, version, before, added, removed, hunks, left }: FileChange,
  isFirst: boolean,
): HTMLElement {
  const isSame = before !== null && added + removed === 0 && left === null;
  const against = before === null ? "the first version" : `held against ${before}`;
  // A first version only repeats what the files of the task say, and would fill most of a paper.
  return fold(
    before === null ? "details.change.folded" : "details.change",
    [
      el("code", el("bdi", path)),
      ` ${version}, ${against}: `,
      isSame ? "the same" : [el("ins", `+${added}`), " ", el("del", `−${removed}`)],
    ],
    !isFirst && !isSame && added + removed <= SHORT,
    () => [
      before === null ? wholeView(hunks) : hunks.map((hunk) => splitView(hunk, before, version)),
      left === null ? null : el("p.note", left),
    ],
  );
}

/** Changes of so many lines are open at first. */
const SHORT = 60;

function wholeView(hunks: readonly Hunk[]): HTMLElement {
  return el(
    "pre.whole",
    { tabindex: "0" },
    text(hunks.flatMap(({ lines }) => lines.map((line) => line.slice(1))).join("\n")),
  );
}

type Side = { readonly number: number; readonly text: string } | null;

/** The version before at the left, the new one at the right. */
function splitView(hunk: Hunk, before: string, now: string): HTMLElement {
  return el(
    "div.scroll",
    { tabindex: "0", role: "group", "aria-label": "difference" },
    el(
      "table.diff",
      el(
        "colgroup",
        ["number", "side", "number", "side"].map((name) => el(`col.${name}`)),
      ),
      el(
        "thead",
        el(
          "tr",
          [before, now].map((version) => el("th", { scope: "col", colspan: "2" }, version)),
        ),
      ),
      el(
        "tbody",
        rowsOf(hunk).map(([old, other]) => {
          const isSame = old !== null && other !== null && old.text === other.text;
          return el("tr", side(old, isSame ? "" : ".old"), side(other, isSame ? "" : ".new"));
        }),
      ),
    ),
  );
}

function side(of: Side, kind: string): HTMLElement[] {
  const sign = kind === ".old" ? "−" : kind === ".new" ? "+" : " ";
  return [
    el("td.number", of === null ? "" : String(of.number)),
    of === null ? el("td.none") : el(`td${kind}`, el("code", `${sign} `, text(of.text))),
  ];
}

/** Lines that go beside those that take their place. */
function rowsOf({ oldStart, newStart, lines }: Hunk): (readonly [Side, Side])[] {
  const rows: (readonly [Side, Side])[] = [];
  let [before, after] = [oldStart, newStart];
  let gone: Side[] = [];
  let come: Side[] = [];
  const flush = (): void => {
    for (let index = 0; index < Math.max(gone.length, come.length); index += 1) {
      rows.push([gone[index] ?? null, come[index] ?? null]);
    }
    [gone, come] = [[], []];
  };
  for (const line of lines) {
    const content = line.slice(1);
    if (line.startsWith("-")) gone.push({ number: before++, text: content });
    else if (line.startsWith("+")) come.push({ number: after++, text: content });
    else if (line.startsWith("\\")) continue;
    else {
      flush();
      rows.push([
        { number: before++, text: content },
        { number: after++, text: content },
      ]);
    }
  }
  flush();
  return rows;
}
