import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { withReasonTable } from "../../actions/verify/core/reason-table.ts";

const page = readFileSync(new URL("../../docs/verdicts.md", import.meta.url), "utf8");

/** The formatter aligns tables; only what they say counts. */
const said = (text: string): string =>
  text
    .replace(/-+/g, "-")
    .replace(/[ \t]+/g, " ")
    .replace(/ ?\| ?/g, "|")
    .replace(/\n+/g, "\n");

test("docs/verdicts.md holds the reasons as the code states them (node scripts/verdicts.ts)", () => {
  expect(said(withReasonTable(page))).toBe(said(page));
});
