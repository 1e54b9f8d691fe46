// Elements are made here and nowhere else, and never from markup: whatever text comes in stays text.
import { shortened } from "../shortened.ts";

export type Child = Node | string | null | undefined | false | readonly Child[];
type Value = string | number | boolean | null | undefined | ((event: Event) => void);

/** An element, `name.class.class`, with its attributes (functions are listeners) and what is in it. */
export function el(name: string, ...rest: readonly (Child | Record<string, Value>)[]): HTMLElement {
  const [tag = "div", ...classes] = name.split(".");
  const element = document.createElement(tag);
  if (classes.length > 0) element.className = classes.join(" ");
  for (const each of rest) {
    if (isAttributes(each)) setAll(element, each);
    else append(element, each);
  }
  return element;
}

function isAttributes(value: Child | Record<string, Value>): value is Record<string, Value> {
  return (
    typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Node)
  );
}

function setAll(element: HTMLElement, attributes: Record<string, Value>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, String(value));
    }
  }
}

function append(element: HTMLElement, child: Child): void {
  if (child === null || child === undefined || child === false) return;
  if (typeof child === "string") element.append(text(child));
  else if (child instanceof Node) element.append(child);
  else for (const each of child) append(element, each);
}

// Controls, and the marks that reorder or hide text. Tab and line feed are neither.
const INVISIBLE = /(?![\t\n])(?:\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|\p{Default_Ignorable_Code_Point})/gu;

// Nearly all texts are no more than this, and to look for the others one by one takes a quarter of the time of a page.
const PLAIN = /^[\t\n\x20-\x7e]*$/;

/** A text with every sign in it that cannot be seen written out. */
export function text(value: string): Node {
  if (PLAIN.test(value)) return document.createTextNode(value);
  const whole = value.toWellFormed();
  if (whole.search(INVISIBLE) < 0) return document.createTextNode(whole);
  const fragment = document.createDocumentFragment();
  let from = 0;
  for (const found of whole.matchAll(INVISIBLE)) {
    fragment.append(whole.slice(from, found.index), sign(found[0]));
    from = found.index + found[0].length;
  }
  fragment.append(whole.slice(from));
  return fragment;
}

function sign(invisible: string): HTMLElement {
  const number = invisible.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0") ?? "";
  const shown = document.createElement("span");
  shown.className = "sign";
  shown.title = "a sign that cannot be seen";
  shown.textContent = `U+${number}`;
  return shown;
}

/** A text from outside in a sentence of ours: on its own, so that its direction cannot turn what is around it. */
export function quoted(value: string, limit = 2_000): HTMLElement {
  return el("bdi", shortened(value, limit));
}

/** The same, where it is a name or a value. */
export function codeText(value: string, limit = 2_000): HTMLElement {
  return el("code", { dir: "ltr" }, el("bdi", shortened(value, limit)));
}

export function button(
  label: string,
  act: (event: Event) => void,
  ...rest: Parameters<typeof el>[1][]
): HTMLElement {
  return el("button", { type: "button", click: act }, label, ...rest);
}

export function clear(element: Element): void {
  element.replaceChildren();
}

/** Something folded, which is made when it is first unfolded: much of a page is never looked at. */
export function fold(
  name: string,
  summary: Child,
  isOpen: boolean,
  make: () => Child,
): HTMLElement {
  const details = el(name, { open: isOpen }, el("summary", summary));
  if (isOpen) append(details, make());
  else {
    const fill = (): void => append(details, make());
    details.addEventListener(FILL, fill, { once: true });
    details.addEventListener("toggle", () => details.dispatchEvent(new Event(FILL)));
  }
  return details;
}

const FILL = "fill";

/** Unfolds it now, with what is in it. */
export function unfold(details: HTMLDetailsElement): void {
  details.dispatchEvent(new Event(FILL));
  details.open = true;
}

/** What somebody has typed into a field. */
export function typedIn({ target }: Event): string {
  return target instanceof HTMLInputElement ? target.value : "";
}

/** Opens a window over the page, which is gone again when it is closed. */
export function openDialog(id: string, title: string, ...content: readonly Child[]): void {
  const dialog = document.createElement("dialog");
  dialog.setAttribute("aria-labelledby", id);
  append(dialog, [
    el("h2", { id }, title),
    ...content,
    el(
      "p",
      button("Close", () => dialog.close()),
    ),
  ]);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
