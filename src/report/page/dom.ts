// Elements are made here and nowhere else, and never from markup: whatever text comes in stays text.

type Child = Node | string | null | undefined | false | readonly Child[];
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
const INVISIBLE =
  /(?![\t\n])[\p{Cc}\p{Cf}\u2028\u2029\u{e0000}-\u{e0fff}\ufe00-\ufe0e\u3164\u115f\u1160\uffa0]/gu;

/** A text with every sign in it that cannot be seen written out. */
export function text(value: string): Node {
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

/** Nothing is left out without a word. */
function shortened(value: string, limit: number): string {
  if (value.length <= limit) return value;
  return `${value.slice(0, limit)}… (${value.length - limit} more characters)`;
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
