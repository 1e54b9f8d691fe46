import { run } from "./data.ts";
import { el, openDialog } from "./dom.ts";
import { finish } from "./later.ts";
import { go, placeIn, targetOf } from "./places.ts";

interface Key {
  readonly key: string;
  readonly does: string;
  readonly act: () => void;
}

/** Order in which `j` and `k` go: as the list shows them, what is not proven first. */
function order(): number[] {
  return run.tasks
    .map((_, place) => place)
    .toSorted(
      (a, b) =>
        Number(run.tasks[a]!.tone === "good") - Number(run.tasks[b]!.tone === "good") || a - b,
    );
}

function step(by: 1 | -1): void {
  const places = order();
  const { task } = placeIn(window.location.hash);
  const at = task === null ? -1 : places.indexOf(task);
  const next = places[at < 0 ? 0 : at + by];
  if (next !== undefined) go({ task: next, to: null });
}

/** What speaks against a task, in the order of its page: lines of the story, tests, changes that nothing noticed. */
const FINDINGS = ".item.bad[id], .test.bad[id], .test.open[id], .probes > .missed[id]";

/** On a page with nothing wrong there is nowhere to go. */
function stepToFinding(by: 1 | -1): void {
  finish();
  const findings = [...document.querySelectorAll<HTMLElement>(FINDINGS)];
  const at = findings.findIndex((each) => each.classList.contains("target"));
  const next = at < 0 ? findings.at(by === 1 ? 0 : -1) : findings[at + by];
  if (next === undefined) return;
  const { task } = placeIn(window.location.hash);
  go({ task: task ?? (run.tasks.length === 1 ? 0 : null), to: targetOf(next.id) });
}

const KEYS: readonly Key[] = [
  { key: "n", does: "next thing that is wrong with the task", act: () => stepToFinding(1) },
  { key: "p", does: "the one before", act: () => stepToFinding(-1) },
  { key: "j", does: "next task", act: () => step(1) },
  { key: "k", does: "task before", act: () => step(-1) },
  { key: "o", does: "all tasks", act: () => go({ task: null, to: null }) },
  {
    key: "/",
    does: "filter",
    act: () =>
      document.querySelector<HTMLInputElement>('.screen:not(.away) input[type="search"]')?.focus(),
  },
  { key: "?", does: "these keys", act: () => help() },
];

let isOn = true;

export function listenToKeys(): void {
  document.addEventListener("keydown", (event) => {
    if (!isOn || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (
      event.target instanceof Element &&
      event.target.closest("input, textarea, dialog") !== null
    ) {
      return;
    }
    const key = KEYS.find((each) => each.key === event.key);
    if (key === undefined) return;
    event.preventDefault();
    key.act();
  });
}

export function help(): void {
  const isUsed = document.createElement("input");
  isUsed.type = "checkbox";
  isUsed.checked = isOn;
  isUsed.addEventListener("change", () => {
    isOn = isUsed.checked;
  });
  openDialog(
    "keys",
    "Keys",
    el(
      "dl.keys",
      KEYS.map(({ key, does }) => [el("dt", el("kbd", key)), el("dd", does)]),
    ),
    el("label", isUsed, " these keys are on"),
  );
}
