import { code, type Line, say } from "../telling/blocks.ts";
import { contentHash, escaped, htmlLine, jsonForHtml } from "./html.ts";
import { SCRIPT, STYLE } from "./page-assets.ts";
import type { Detail, PageOfRun } from "./page-data.ts";
import { pageOfRun } from "./page-run.ts";
import { pageOfTask } from "./page-task.ts";
import type { ReportedTask, RunReport } from "./run-report.ts";

/** Name of the file. */
export const REPORT_FILE = "report.html";

/** Largest page, in bytes; browsers take longer with more, and nobody reads it. */
export const REPORT_MAX_BYTES = 20 * 1000 * 1000;

/** With more tasks than these, proven ones carry counts only. */
export const TASKS_IN_FULL = 50;

/**
 * The page of a run: one file that asks for nothing else, of at most `REPORT_MAX_BYTES` in UTF-8. Pure: the same report
 * makes the same bytes.
 */
export function renderReport(report: RunReport, maxBytes = REPORT_MAX_BYTES): string {
  const blocks = taskBlocks(report, maxBytes - roomBesides(report));
  const notices = noticesOf(report.tasks, blocks, maxBytes);
  return pageWith(pageOfRun(report, notices), blocks);
}

interface TaskBlock {
  readonly json: string;
  readonly detail: Detail;
}

/** What the page takes before the first task is on it, with room for what it may have to say of its size. */
function roomBesides(report: RunReport): number {
  return bytesOf(pageWith(pageOfRun(report, []), [])) + 4_000;
}

/** As much of each as fits: what is not proven comes first, because it is what people open. */
function taskBlocks(report: RunReport, room: number): TaskBlock[] {
  const { run, tasks } = report;
  const bars = pageOfRun(report, []).bars;
  const isMany = tasks.length > TASKS_IN_FULL;
  const order = tasks
    .map((task, place) => ({ task, place }))
    .toSorted((a, b) => Number(a.task.isProven) - Number(b.task.isProven));
  const blocks = new Map<number, TaskBlock>();
  // The least of each is kept free for it.
  const least = tasks.map((task) => jsonForHtml(pageOfTask(run, task, "counts", [])));
  let left = room - least.reduce((sum, json) => sum + bytesOf(json) + FRAME, 0);
  for (const { task, place } of order) {
    const own = bars.filter((bar) => bar.task === place);
    const wanted: readonly Detail[] = isMany && task.isProven ? [] : ["full", "short"];
    const counts = { json: least[place]!, detail: "counts" as const };
    const block =
      wanted
        .map((detail) => ({ json: jsonForHtml(pageOfTask(run, task, detail, own)), detail }))
        .find(({ json }) => bytesOf(json) - bytesOf(counts.json) <= left) ?? counts;
    left -= bytesOf(block.json) - bytesOf(counts.json);
    blocks.set(place, block);
  }
  return tasks.map((_, place) => blocks.get(place)!);
}

/** Of the element around a block. */
const FRAME = 60;

function noticesOf(
  tasks: readonly ReportedTask[],
  blocks: readonly TaskBlock[],
  maxBytes: number,
): Line[] {
  const isMany = tasks.length > TASKS_IN_FULL;
  const counted = tasks.filter(({ isProven }) => isMany && isProven).length;
  const cut = tasks.filter(
    ({ isProven }, place) => blocks[place]!.detail !== "full" && !(isMany && isProven),
  ).length;
  return [
    ...(counted === 0
      ? []
      : [
          say`Of ${counted} proven tasks the page carries counts only, because the run has more than ${TASKS_IN_FULL} tasks.`,
        ]),
    ...(cut === 0
      ? []
      : [
          say`The page would be larger than ${Math.round(maxBytes / 1_000_000)} MB, so it does not carry all of ${cut} tasks. The artifacts named ${code("evidence-…")} do.`,
        ]),
  ];
}

// The script comes before the tasks, so that the first screen is there before all of them have been read.
function pageWith(page: PageOfRun, blocks: readonly TaskBlock[]): string {
  const title = `${htmlLine(page.answer.headline)} · ${escaped([...page.about].join(" · "))}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<noscript>${withoutScript(page)}</noscript>
<div id="page"></div>
<script type="application/json" id="run">${jsonForHtml(page)}</script>
<script>${SCRIPT}</script>
${blocks.map(({ json }, place) => `<script type="application/json" id="task-${place}">${json}</script>`).join("\n")}
</body>
</html>
`;
}

/** Only the page's own script and style, by their hashes, and no text as markup; nothing is asked for, framed or sent. */
const POLICY = [
  "default-src 'none'",
  `script-src ${contentHash(SCRIPT)}`,
  `style-src ${contentHash(STYLE)}`,
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

/** The answer is there even where no script may run. */
function withoutScript({ answer, decisions, notices }: PageOfRun): string {
  const lines = [
    ...decisions.map(({ name, headline, meaning }) =>
      [escaped(name), htmlLine(headline), htmlLine(meaning)].join(" · "),
    ),
    ...notices.map(htmlLine),
    "This page shows the rest by its script, which may not run here. Download it, and open the file.",
  ];
  return `<main><h1>${htmlLine(answer.headline)}</h1><p>${htmlLine(answer.meaning)}</p><ul>${lines.map((line) => `<li>${line}</li>`).join("")}</ul></main>`;
}

function bytesOf(text: string): number {
  return Buffer.byteLength(text);
}
