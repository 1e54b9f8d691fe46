import type { PageFile } from "../page-data.ts";
import { el, text } from "./dom.ts";
import { tokensOf } from "./python.ts";

/** Lines shown before and after the one that it is about. */
const AROUND = 2;

/** The lines around one of a file, so that nobody has to leave a reason to read them; null where the page has them not. */
export function codeFrame(
  files: readonly PageFile[],
  path: string,
  line: number,
): HTMLElement | null {
  const file = files.find((each) => each.path === path);
  if (file === undefined || line > file.lines.length) return null;
  const first = Math.max(1, line - AROUND);
  const pieces = tokensOf(file.lines).slice(first - 1, line + AROUND);
  return el(
    "div.frame",
    { tabindex: "0", role: "group", "aria-label": `around line ${line}` },
    pieces.map((own, index) => {
      const isIt = first + index === line;
      return el(
        isIt ? "div.line.this" : "div.line",
        el("span.number", `${isIt ? "> " : ""}${first + index}`),
        el(
          "code",
          own.map(([piece, kind]) => (kind === "" ? text(piece) : el(`span.${kind}`, text(piece)))),
        ),
      );
    }),
  );
}
