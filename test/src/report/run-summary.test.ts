import { describe, expect, test } from "vitest";
import type { RunReport } from "../../../src/report/run-report.ts";
import { runSummary } from "../../../src/report/run-summary.ts";
import { markdown, SUMMARY_LIMIT } from "../../../src/telling/markdown.ts";
import { HOSTILE } from "../../support/hostile.ts";
import {
  refusedTask,
  runOfMany,
  runOfOne,
  runReport,
  sampleTask,
} from "../../support/report-fixtures.ts";

const RUN = "https://github.com/acme/shop/actions/runs/7";
const PAGE = `${RUN}/artifacts/9`;
const shown = (report: RunReport, pageUrl: string | null = PAGE): string =>
  markdown(
    runSummary(report, { runUrl: RUN, pageUrl, urlOfFile: (_, path) => `${RUN}/${path}` }),
    SUMMARY_LIMIT,
  );

const proven = sampleTask("parking_fee");

describe("the summary of a run", () => {
  test("begins with the way to the page, and then says what the comment says", () => {
    const text = shown(runOfOne(proven));
    expect(text.split("\n")[0]).toContain(`[Open the report of this run](${PAGE})`);
    expect(text).toContain("Merged: 1 of 1 task proven");
    expect(text).toContain("| ✅ | [`parking_fee`](");
  });

  test("says that there is no page, and everything else all the same", () => {
    const text = shown(
      runOfOne(refusedTask("test_failed"), { decision: { kind: "retry", reasons: [] } }),
      null,
    );
    expect(text).toContain("The report of this run could not be kept.");
    expect(text).toContain("test_failed");
  });

  test("says who was asked, what it took, and what the design assumes", () => {
    const text = shown(runOfOne(proven));
    expect(text).toMatch(/\| `parking_fee` \| `[\w.-]+` \| 1 \| \d+ \| \d+ tokens, [\d.]+ USD \|/u);
    expect(text).toContain("How it was made");
  });

  test("says what was refused of replies, and why", () => {
    const [attempt] = proven.attempts;
    const [step] = attempt!.steps;
    const [question] = step!.questions;
    const asked = { ...question!, faults: ["it promises `f` and has no such name"] };
    const attempts = [{ ...attempt!, steps: [{ ...step!, questions: [asked] }] }];
    const text = shown(runOfOne({ ...proven, attempts }));
    expect(text).toContain("What was refused of replies, and why:");
    expect(text).toContain("and has no such name");
  });

  test("says what was left alone, and what could not be read", () => {
    const leftOut = [{ subject: "tax", reason: "unchanged", message: "It is merged." }];
    const text = shown(runReport({ leftOut, gaps: ["What was decided is not known."] }));
    expect(text).toContain("| tax |".replace("tax", "`tax`"));
    expect(text).toContain("What was decided is not known.");
    expect(text).toContain("Nothing was decided.");
  });

  test("fits into what GitHub takes at 500 tasks", () => {
    const text = shown(runOfMany(500));
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1024 * 1024);
    expect(text.split("\n")[0]).toContain(PAGE);
  });

  test.each(HOSTILE)("shows %j as letters", (hostile) => {
    const design = { ...proven.design!, assumptions: [hostile] };
    const leftOut = [{ subject: hostile, reason: "failed", message: hostile }];
    const text = shown({ ...runOfOne({ ...proven, design }), leftOut, gaps: [hostile] });
    expect(text).not.toMatch(/<(?:script|img|iframe|style)/iu);
    expect(text).not.toMatch(/^::/mu);
  });
});
