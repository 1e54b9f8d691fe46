// The page that `renderReport` makes: it shows the data that it carries, and asks for nothing.
import { copyLink, sayings } from "./copying.ts";
import { run } from "./data.ts";
import { button, el, unfold } from "./dom.ts";
import { help, listenToKeys } from "./keyboard.ts";
import { finish } from "./later.ts";
import { lineOf, linkTo } from "./lines.ts";
import { answer, overview } from "./overview.ts";
import { hashOf, idOf, placeIn, type Target } from "./places.ts";
import { taskView } from "./task-view.ts";

const overviewScreen = el("div.screen");
const taskScreen = el("div.screen");
const main = el("main", { id: "main" }, overviewScreen, taskScreen);
let shown: number | "overview" | null = null;

function frame(): void {
  const page = document.getElementById("page");
  page?.append(
    el(
      "header.top",
      el("a.skip", { href: "#", click: toMain }, "To the answer"),
      el(
        "p.brand",
        el("b", "agent-pipeline"),
        run.about.map((each) => el("span", each)),
      ),
      el(
        "p.tools",
        run.url === null ? null : linkTo(`${run.url}#artifacts`, [el("span", "Run and evidence")]),
        copyLink({ task: null, to: null }, "this page", "Copy link"),
        button("Keys", help),
      ),
    ),
    main,
    el(
      "footer",
      el(
        "p",
        `Made by agent-pipeline ${run.version} from the evidence of this run. The page asks for nothing and keeps nothing.`,
      ),
    ),
    sayings(),
  );
}

function toMain(event: Event): void {
  event.preventDefault();
  document.getElementById(shown === "overview" ? "answer" : "task-title")?.focus();
}

/** Shows the place that the address names, as soon as what it shows has come. */
function route(): void {
  const place = placeIn(window.location.hash);
  const wanted = place.task ?? "overview";
  if (!isHere(wanted)) return;
  if (wanted !== shown) {
    shown = wanted;
    if (place.task === null) showOverview();
    else showTask(place.task);
  }
  if (place.to !== null) reveal(place.to);
}

/** The first screen needs no task, unless the run is about one alone. The tasks come after the script that shows them. */
function isHere(wanted: number | "overview"): boolean {
  return (wanted === "overview" && run.tasks.length !== 1) || document.readyState !== "loading";
}

/** How far down it was left. */
let scrolled = 0;

/** Made once, so that who comes back finds the list as it was left, and laid out. */
function showOverview(): void {
  taskScreen.replaceChildren();
  if (overviewScreen.childElementCount === 0) {
    overviewScreen.append(answer(), ...(run.tasks.length === 1 ? [taskView(0)] : []), overview());
  }
  overviewScreen.classList.remove("away");
  window.history.scrollRestoration = "auto";
  window.scrollTo(0, scrolled);
}

function showTask(task: number): void {
  if (run.tasks.length === 1) {
    showOverview();
    return;
  }
  if (taskScreen.childElementCount === 0) scrolled = window.scrollY;
  // Else "forward" scrolls the list to where the task was, before anybody here is told.
  window.history.scrollRestoration = "manual";
  overviewScreen.classList.add("away");
  taskScreen.replaceChildren(
    // Who jumps from heading to heading has to find what the task is a part of.
    el("h1.hidden", lineOf(run.answer.headline)),
    el("p.back", el("a", { href: hashOf({ task: null, to: null }) }, "← all tasks")),
    taskView(task),
  );
  window.scrollTo(0, 0);
  document.getElementById("task-title")?.focus({ preventScroll: true });
}

/** Opens what hides it, and brings it into sight. */
function reveal(target: Target): void {
  finish();
  let element = document.getElementById(idOf(target));
  if (element === null && target.kind === "test") {
    document.querySelector(".test-list")?.parentElement?.dispatchEvent(new Event("reveal"));
    element = document.getElementById(idOf(target));
  }
  if (element === null) return;
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    if (at instanceof HTMLDetailsElement) unfold(at);
    if (at instanceof HTMLElement) at.hidden = false;
  }
  for (const details of element.querySelectorAll<HTMLDetailsElement>(":scope > details")) {
    unfold(details);
  }
  for (const other of document.querySelectorAll(".target")) other.classList.remove("target");
  element.classList.add("target");
  element.scrollIntoView({ block: "start" });
  element.focus({ preventScroll: true });
}

/** On paper nothing can be unfolded. What only repeats other parts stays folded: it would fill most of the pages. */
function unfoldForPaper(): void {
  const closed: HTMLDetailsElement[] = [];
  window.addEventListener("beforeprint", () => {
    finish();
    // What is unfolded may hold what is folded.
    for (;;) {
      const next = document.querySelector<HTMLDetailsElement>(
        ".screen:not(.away) details:not([open], .folded)",
      );
      if (next === null) return;
      unfold(next);
      closed.push(next);
    }
  });
  window.addEventListener("afterprint", () => {
    for (const details of closed.splice(0)) details.open = false;
  });
}

frame();
listenToKeys();
unfoldForPaper();
window.addEventListener("hashchange", route);
document.addEventListener("DOMContentLoaded", route, { once: true });
route();
