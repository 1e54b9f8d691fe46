import { run } from "./data.ts";
import { button, el } from "./dom.ts";
import { go, placeIn } from "./places.ts";

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

const KEYS: readonly Key[] = [
  { key: "j", does: "next task", act: () => step(1) },
  { key: "k", does: "task before", act: () => step(-1) },
  { key: "o", does: "all tasks", act: () => go({ task: null, to: null }) },
  {
    key: "/",
    does: "filter",
    act: () => document.querySelector<HTMLInputElement>('input[type="search"]')?.focus(),
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
  const dialog = el(
    "dialog",
    { "aria-labelledby": "keys" },
    el("h2", { id: "keys" }, "Keys"),
    el(
      "dl.keys",
      KEYS.map(({ key, does }) => [el("dt", el("kbd", key)), el("dd", does)]),
    ),
    el(
      "label",
      el("input", {
        type: "checkbox",
        checked: isOn,
        change: (event) => {
          isOn = (event.target as HTMLInputElement).checked;
        },
      }),
      " these keys are on",
    ),
    el(
      "p",
      button("Close", () => dialog.close()),
    ),
  ) as HTMLDialogElement;
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
