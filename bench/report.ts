// How long the page of 500 tasks with 50 tests each takes to open, to filter, and to open a task of, in Chromium.
// `node_modules/.bin/node bench/report.ts`; `ROUNDS=10`.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { renderReport } from "../src/report/render-report.ts";
import { openChromium } from "../test/support/chromium.ts";
import { runOfMany } from "../test/support/report-fixtures.ts";

/** Each until the next frame is laid out; in the page, so that the driver's way there is no part of it. */
const MEASURE = `(async () => {
  const laidOut = () => { document.body.getBoundingClientRect(); };
  const timed = async (act) => {
    const start = performance.now();
    await act();
    laidOut();
    return performance.now() - start;
  };
  const changed = (act) => new Promise((resolve) => {
    window.addEventListener("hashchange", () => resolve(), { once: true });
    act();
  });
  const [entry] = performance.getEntriesByType("navigation");
  const search = document.getElementById("search");
  const type = (words) => { search.value = words; search.dispatchEvent(new Event("input")); };
  const filter = await timed(() => type("test_failed 03"));
  const all = await timed(() => type(""));
  const task = await timed(() => changed(() => { location.hash = "#task=task_0003"; }));
  const back = await timed(() => changed(() => { location.hash = "#"; }));
  return {
    "page, parsed and shown": entry.domContentLoadedEventEnd - entry.responseEnd,
    "page, from the request on": entry.domContentLoadedEventEnd,
    "filter": filter,
    "filter taken away": all,
    "a task with 50 tests": task,
    "back to the list": back,
  };
})()`;

const rounds = Number(process.env["ROUNDS"] ?? 10);
const folder = mkdtempSync(join(tmpdir(), "bench-report-"));
const browser = await openChromium();
try {
  const start = performance.now();
  const report = runOfMany(500, 50);
  const built = performance.now();
  const html = renderReport(report);
  const rendered = performance.now() - built;
  console.log(
    `${(Buffer.byteLength(html) / 1e6).toFixed(2)} MB, rendered in ${rendered.toFixed(0)} ms (fixture ${(built - start).toFixed(0)} ms)`,
  );
  const file = join(folder, "report.html");
  writeFileSync(file, html);
  const times: Record<string, number[]> = {};
  for (let round = 0; round < rounds; round += 1) {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(file).href);
    for (const [name, milliseconds] of Object.entries(
      await page.evaluate<Record<string, number>>(MEASURE),
    )) {
      (times[name] ??= []).push(milliseconds);
    }
    await page.close();
  }
  for (const [name, all] of Object.entries(times)) {
    const sorted = all.toSorted((a, b) => a - b);
    console.log(
      `${name}: best ${sorted[0]?.toFixed(0)} ms, median ${sorted[Math.floor(sorted.length / 2)]?.toFixed(0)} ms, worst ${sorted.at(-1)?.toFixed(0)} ms`,
    );
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
