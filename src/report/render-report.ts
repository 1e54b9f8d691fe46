import { code, joined, type Line, say } from "../telling/blocks.ts";
import { type Cut, fitted } from "./fitting.ts";
import { contentHash, escaped, htmlLine, jsonForHtml } from "./html.ts";
import { SCRIPT, STYLE } from "./page-assets.ts";
import type { Detail, PageOfRun, PageOfTask } from "./page-data.ts";
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
  const whole = pageOfRun(report);
  const counts = report.tasks.map((task) =>
    jsonForHtml(pageOfTask(report.run, task, "counts", [])),
  );
  const least = counts.map((json) => bytesOf(json) + FRAME);
  const room = maxBytes - ROOM_FOR_NOTICES;
  const { page, kept, cut } = fitted(whole, least, room, (part) => bytesOf(pageWith(part, [])));
  const blocks = taskBlocks(report, page, kept, counts, room - bytesOf(pageWith(page, [])));
  const notices = noticesOf(report.tasks, kept, blocks, cut, maxBytes);
  return pageWith({ ...page, notices: [...notices, ...page.notices] }, blocks);
}

/** For what the page may have to say of its size. */
const ROOM_FOR_NOTICES = 4_000;
/** Of the element around a block. */
const FRAME = 60;

interface TaskBlock {
  readonly json: string;
  readonly detail: Detail;
}

/** As much of each as fits: what is not proven comes first, because it is what people open. */
function taskBlocks(
  { run, tasks }: RunReport,
  { bars }: PageOfRun,
  kept: readonly number[],
  counts: readonly string[],
  room: number,
): TaskBlock[] {
  const isMany = tasks.length > TASKS_IN_FULL;
  const order = kept
    .map((place, index) => ({ task: tasks[place]!, index, least: counts[place]! }))
    .toSorted((a, b) => Number(a.task.isProven) - Number(b.task.isProven));
  const blocks = new Map<number, TaskBlock>();
  // The least of each is kept free for it.
  const barsOf = Map.groupBy(bars, ({ task }) => task);
  let left = room - order.reduce((sum, { least }) => sum + bytesOf(least) + FRAME, 0);
  for (const { task, index, least } of order) {
    const size = bytesOf(least);
    const block =
      isMany && task.isProven
        ? null
        : firstThatFits(["full", "short"], left + size, (detail) =>
            pageOfTask(run, task, detail, barsOf.get(index) ?? []),
          );
    left -= block === null ? 0 : bytesOf(block.json) - size;
    blocks.set(index, block ?? { json: least, detail: "counts" });
  }
  return kept.map((_, index) => blocks.get(index)!);
}

/** Each is made only where the one before it was too large: differences of long files take a while. */
function firstThatFits(
  details: readonly Detail[],
  room: number,
  pageOf: (detail: Detail) => PageOfTask,
): TaskBlock | null {
  for (const detail of details) {
    const json = jsonForHtml(pageOf(detail));
    if (bytesOf(json) <= room) return { json, detail };
  }
  return null;
}

function noticesOf(
  tasks: readonly ReportedTask[],
  kept: readonly number[],
  blocks: readonly TaskBlock[],
  lists: readonly Cut[],
  maxBytes: number,
): Line[] {
  const isMany = tasks.length > TASKS_IN_FULL;
  const shown = kept.map((place, index) => ({ ...tasks[place]!, ...blocks[index]! }));
  const counted = shown.filter(({ isProven }) => isMany && isProven).length;
  const cut = shown.filter(
    ({ isProven, detail }) => detail !== "full" && !(isMany && isProven),
  ).length;
  const elsewhere = tasks.length - shown.length;
  const proven =
    tasks.filter(({ isProven }) => isProven).length -
    shown.filter(({ isProven }) => isProven).length;
  const tooLarge = say`The page would be larger than ${Math.round(maxBytes / 1_000_000)} MB`;
  const artifacts = say`The artifacts named ${code("evidence-…")}`;
  return [
    ...(counted === 0
      ? []
      : [
          say`Of ${counted} proven tasks the page carries counts only, because the run has more than ${TASKS_IN_FULL} tasks.`,
        ]),
    ...(cut === 0
      ? []
      : [say`${tooLarge}, so it does not carry all of ${cut} tasks. ${artifacts} do.`]),
    ...(elsewhere === 0
      ? []
      : [
          say`${tooLarge}, so ${elsewhere} of ${tasks.length} tasks are not on it, ${proven} of them proven. ${artifacts} have them all.`,
        ]),
    ...(lists.length === 0
      ? []
      : [
          say`${tooLarge}, so of some lists it has only the first: ${joined(
            lists.map(({ what, shown: some, all }) => say`${some} of ${all} ${what}`),
            say`, `,
          )}.`,
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

/** So many of each stand in the page a second time. */
const LINES_WITHOUT_SCRIPT = 100;

/** The answer is there even where no script may run. */
function withoutScript({ answer, decisions, notices }: PageOfRun): string {
  const lines = [
    ...decisions
      .slice(0, LINES_WITHOUT_SCRIPT)
      .map(({ name, headline, meaning }) =>
        [escaped(name), htmlLine(headline), htmlLine(meaning)].join(" · "),
      ),
    ...moreThan(decisions, "decisions"),
    ...notices.slice(0, LINES_WITHOUT_SCRIPT).map(htmlLine),
    ...moreThan(notices, "notices"),
    "This page shows the rest by its script, which may not run here. Download it, and open the file.",
  ];
  return `<main><h1>${htmlLine(answer.headline)}</h1><p>${htmlLine(answer.meaning)}</p><ul>${lines.map((line) => `<li>${line}</li>`).join("")}</ul></main>`;
}

function moreThan({ length }: readonly unknown[], what: string): string[] {
  const left = length - LINES_WITHOUT_SCRIPT;
  return left > 0 ? [`… and ${left} more ${what}`] : [];
}

function bytesOf(text: string): number {
  return Buffer.byteLength(text);
}
