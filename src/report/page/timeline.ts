import type { Bar } from "../page-data.ts";
import { run } from "./data.ts";
import { el } from "./dom.ts";

/** What took how long and cost what, from the first piece of work on. */
export function timeline(bars: readonly Bar[]): HTMLElement {
  const end = Math.max(...bars.map(({ start, seconds }) => start + seconds), 0.001);
  const from = Math.min(...bars.map(({ start }) => start));
  const span = Math.max(end - from, 0.001);
  return el(
    "div.scroll",
    { tabindex: "0", role: "region", "aria-label": "timeline" },
    el(
      "table.timeline",
      el(
        "thead",
        el(
          "tr",
          ["job", "stage", "task", "seconds", "USD", "when"].map((name) =>
            el("th", { scope: "col" }, name),
          ),
        ),
      ),
      el(
        "tbody",
        bars.slice(0, MOST).map((bar) => rowOf(bar, from, span)),
      ),
      bars.length <= MOST
        ? null
        : el("tfoot", el("tr", el("td", { colspan: "6" }, `… and ${bars.length - MOST} more`))),
    ),
  );
}

const MOST = 400;

function rowOf(
  { lane, name, task, start, seconds, costUsd }: Bar,
  from: number,
  span: number,
): HTMLElement {
  const bar = el("span.bar", { "aria-hidden": "true" });
  bar.style.marginInlineStart = `${(100 * (start - from)) / span}%`;
  bar.style.inlineSize = `${Math.max((100 * seconds) / span, 0.5)}%`;
  return el(
    "tr",
    el("th", { scope: "row" }, lane),
    el("td", name === lane ? "whole job" : name),
    el("td", task === null ? "" : (run.tasks[task]?.task ?? "")),
    el("td.figure", seconds.toFixed(1)),
    el("td.figure", costUsd === null ? "" : String(Number(costUsd.toPrecision(3)))),
    el("td.track", bar),
  );
}
