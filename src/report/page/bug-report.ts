import { markdownText } from "../../foundation/untrusted-text.ts";
import type { Line, Part } from "../../telling/blocks.ts";
import type { PageOfTask } from "../page-data.ts";
import { run } from "./data.ts";
import { sharedPlace } from "./places.ts";

const REASONS = 10;

/** What somebody needs who is to mend it, as Markdown in which no text from outside is anything else than letters. */
export function bugReport(page: PageOfTask, task: number): string {
  const row = run.tasks[task];
  const facts = page.facts.map(({ label, value }) => `- ${label}: ${plain(value)}`);
  const reasons = page.reasons
    .slice(0, REASONS)
    .flatMap(({ code, message, item, expected, got, file, line }) => [
      `- **${code}**: ${markdownText(message, 500)}`,
      ...(file === null
        ? []
        : [`  - where: ${markdownText(`${file}${line === null ? "" : `:${line}`}`)}`]),
      ...(item === null ? [] : [`  - the story says: ${markdownText(item, 500)}`]),
      ...(expected === null ? [] : [`  - expected: ${markdownText(expected, 500)}`]),
      ...(got === null ? [] : [`  - got: ${markdownText(got, 500)}`]),
    ]);
  const left = page.reasons.length - REASONS;
  return [
    `### ${markdownText(row?.task ?? "")}: ${row?.verdict ?? "none"}`,
    "",
    `Place: ${markdownText(sharedPlace({ task, to: null }), 500)}`,
    "",
    ...reasons,
    ...(left > 0 ? [`- … and ${left} more`] : []),
    "",
    ...facts,
    "",
    "Run it again:",
    "",
    ...page.commands.map(({ command }) => `    ${command}`),
    "",
  ].join("\n");
}

function plain(line: Line): string {
  return line.map((part) => markdownText(textOf(part), 200)).join("");
}

function textOf(part: Part): string {
  return part.kind === "link" ? part.label.map(textOf).join("") : part.text;
}
