import { button, el } from "./dom.ts";
import { type Place, sharedPlace } from "./places.ts";

/** Says to everybody, screen readers among them, what has just happened. */
let said: HTMLElement | null = null;

export function sayings(): HTMLElement {
  said = el("div.said", { role: "status", "aria-live": "polite" });
  return said;
}

function say(what: string): void {
  if (said === null) return;
  said.textContent = what;
  window.setTimeout(() => {
    if (said?.textContent === what) said.textContent = "";
  }, 4_000);
}

export async function copy(value: string, what: string): Promise<void> {
  try {
    await window.navigator.clipboard.writeText(value);
    say(`Copied: ${what}`);
  } catch {
    show(value);
  }
}

/** Where a page may not write to the clipboard, its reader can. */
function show(value: string): void {
  const area = el("textarea", {
    rows: "8",
    readonly: true,
    "aria-label": "Text to copy",
  }) as HTMLTextAreaElement;
  area.value = value;
  const dialog = el(
    "dialog",
    el("h2", "Copy this text"),
    area,
    el(
      "form",
      { method: "dialog" },
      button("Close", () => dialog.close()),
    ),
  ) as HTMLDialogElement;
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  area.select();
}

export function copyLink(place: Place, what: string): HTMLElement {
  return el(
    "button.link",
    {
      type: "button",
      title: "Copy link",
      "aria-label": `Copy link to ${what}`,
      click: () => void copy(sharedPlace(place), `link to ${what}`),
    },
    "#",
  );
}

export function copyCommand(command: string): HTMLElement {
  return el(
    "div.command",
    el("pre", { tabindex: "0" }, el("code", command)),
    button("Copy", () => void copy(command, "command")),
  );
}
