// How long the page of 500 tasks with 50 tests each takes to open, to filter, and to open a task of, in Chromium.
// `node_modules/.bin/node bench/report.ts`; `ROUNDS=10`; with paths of pages, those in turns instead.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { renderReport } from "../src/report/render-report.ts";
import { openChromium } from "../test/support/chromium.ts";
import { runOfMany } from "../test/support/report-fixtures.ts";

const STEPS = {
  filter: type("test_failed 03"),
  "filter taken away": type(""),
  "a task with 50 tests": go("#task=task_0003"),
  "back to the list": go("#"),
};

function type(words: string): string {
  return `const search = document.getElementById("search");
    search.value = ${JSON.stringify(words)};
    search.dispatchEvent(new Event("input"));`;
}

function go(hash: string): string {
  return `await new Promise((resolve) => {
      window.addEventListener("hashchange", () => resolve(), { once: true });
      location.hash = ${JSON.stringify(hash)};
    });`;
}

/** Until the frame that shows it is there; in the page, so that the driver's way there is no part of it. */
const timed = (act: string): string => `(async () => {
  // Before what the page itself has put off until then.
  const frame = () => new Promise((resolve) => requestAnimationFrame(
    () => scheduler.postTask(resolve, { priority: "user-blocking" }),
  ));
  await frame();
  await frame();
  const start = performance.now();
  ${act}
  await frame();
  return performance.now() - start;
})()`;

/** When the first of it was to be seen, and when all of it was read. */
const OPENED = `new Promise((resolve) => {
  new PerformanceObserver((list) => {
    const paint = list.getEntriesByName("first-contentful-paint")[0];
    const [entry] = performance.getEntriesByType("navigation");
    if (paint !== undefined) resolve([paint.startTime, entry.domContentLoadedEventEnd]);
  }).observe({ type: "paint", buffered: true });
})`;

/** What one step took: on the clock, where others use the machine as well, and of its processor. */
interface Taken {
  readonly wall: number;
  readonly processor: number;
}

async function measured(browser: Browser, file: string): Promise<Record<string, Taken>> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  /** Of the thread that runs the script and lays out. */
  const processor = async (): Promise<number> => {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1_000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0);
  };
  try {
    const taken: Record<string, Taken> = {};
    let before = await processor();
    const since = async (): Promise<number> => {
      const now = await processor();
      const own = now - before;
      before = now;
      return own;
    };
    await page.goto(pathToFileURL(file).href);
    const [shown = 0, parsed = 0] = await page.evaluate<number[]>(OPENED);
    const opened = await since();
    taken["first seen"] = { wall: shown, processor: opened };
    taken["all of it read"] = { wall: parsed, processor: opened };
    for (const [name, act] of Object.entries(STEPS)) {
      const wall = await page.evaluate<number>(timed(act));
      taken[name] = { wall, processor: await since() };
    }
    return taken;
  } finally {
    await page.close();
  }
}

function middle(numbers: readonly number[]): string {
  const sorted = numbers.toSorted((a, b) => a - b);
  return `${sorted[0]?.toFixed(0)} / ${sorted[Math.floor(sorted.length / 2)]?.toFixed(0)}`;
}

const rounds = Number(process.env["ROUNDS"] ?? 10);
const folder = mkdtempSync(join(tmpdir(), "bench-report-"));
const browser = await openChromium();
try {
  const files = process.argv.slice(2).map((path) => resolve(path));
  if (files.length === 0) {
    const report = runOfMany(500, 50);
    const start = performance.now();
    const html = renderReport(report);
    const took = performance.now() - start;
    console.log(`${(Buffer.byteLength(html) / 1e6).toFixed(2)} MB, made in ${took.toFixed(0)} ms`);
    files.push(join(folder, "report.html"));
    writeFileSync(files[0]!, html);
  }
  const all = new Map<string, Record<string, Taken>[]>(files.map((file) => [file, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [file, known] of all) known.push(await measured(browser, file));
  }
  for (const [file, known] of all) {
    console.log(`${basename(file)}: best / median of ${rounds} rounds, in ms`);
    for (const name of Object.keys(known[0]!)) {
      const own = known.map((each) => each[name]!);
      console.log(
        `  ${name}: ${middle(own.map(({ wall }) => wall))}, of the processor ${middle(own.map(({ processor }) => processor))}`,
      );
    }
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
