import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { SCRIPT, STYLE } from "../../../src/report/page-assets.ts";
import type { PageOfRun, PageOfTask } from "../../../src/report/page-data.ts";
import { renderReport, REPORT_MAX_BYTES } from "../../../src/report/render-report.ts";
import {
  decision,
  refusedTask,
  runOfMany,
  runOfOne,
  runReport,
  sampleTask,
  taskId,
} from "../../support/report-fixtures.ts";
import { endlessReport, hostileReport, INJECTIONS, marked } from "../../support/report-hostile.ts";

const blockOf = (html: string, id: string): unknown => {
  const start = `<script type="application/json" id="${id}">`;
  const from = html.indexOf(start) + start.length;
  return JSON.parse(html.slice(from, html.indexOf("</script>", from)));
};
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a test that finds another shape fails
const pageOf = (html: string): PageOfRun => blockOf(html, "run") as PageOfRun;
const taskOf = (html: string, place: number): PageOfTask =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a test that finds another shape fails
  blockOf(html, `task-${place}`) as PageOfTask;
const hash = (text: string): string =>
  `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const bytes = (text: string): number => Buffer.byteLength(text);
const noticesOf = (html: string): string =>
  pageOf(html)
    .notices.flat()
    .map((part) => ("text" in part ? part.text : ""))
    .join("");

describe("a page", () => {
  const html = renderReport(runOfOne(refusedTask("test_failed")));

  it("is the same for the same run", () => {
    expect(renderReport(runOfOne(refusedTask("test_failed")))).toBe(html);
  });

  it("allows its own script and style by their hashes, and nothing else", () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/u.exec(html)?.[1];
    expect(policy?.split("; ")).toEqual([
      "default-src 'none'",
      `script-src ${hash(SCRIPT)}`,
      `style-src ${hash(STYLE)}`,
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ]);
    expect(html).toContain(`<script>${SCRIPT}</script>`);
    expect(html).toContain(`<style>${STYLE}</style>`);
  });

  it("names no other address than those of the run", () => {
    const own = html.slice(0, html.indexOf('<script type="application/json"')) + SCRIPT;
    expect(own.match(/https?:\/\/[^\s"'`)\\]+/gu)).toBeNull();
  });

  it("is small without data", () => {
    expect(bytes(renderReport(runReport()))).toBeLessThan(600_000);
  });

  it("begins with the answer, also where no script runs", () => {
    expect(html).toContain("<title>Not merged: 0 of 1 task proven · acme/shop · run 7</title>");
    expect(html).toContain("<noscript><main><h1>Not merged: 0 of 1 task proven</h1>");
  });

  it("shows the score that the evidence has", () => {
    const task = refusedTask("mutation_score_low");
    const page = taskOf(renderReport(runOfOne(task)), 0);
    expect(page.score).toBe(task.evidence!.mutationScore);
    const outcomes = page.files.flatMap(({ probes }) =>
      probes.flatMap(({ kind, outcome }) => (kind === "mutant" ? [outcome] : [])),
    );
    expect(new Set(outcomes)).toEqual(new Set(["killed", "survived", "unknown", "set_aside"]));
  });
});

it("leads from a reason without a place to the line of the story that it is about", () => {
  const { line } = sampleTask("parking_fee").items[3]!;
  const task = refusedTask("example_missing", { item: `- ${line}` });
  const { reasons, items } = taskOf(renderReport(runOfOne(task)), 0);
  expect(reasons[0]?.file).toBeNull();
  expect(items[reasons[0]?.itemAt ?? -1]?.line).toBe(line);
});

describe("its size", () => {
  it("carries counts alone of proven tasks where there are more than 50", () => {
    const html = renderReport(runOfMany(60, 5));
    expect(taskOf(html, 0)).toMatchObject({ detail: "counts", tests: [], files: [] });
    expect(taskOf(html, 0).checks).not.toEqual([]);
    expect(taskOf(html, 3)).toMatchObject({ detail: "full" });
    expect(noticesOf(html)).toContain("Of 54 proven tasks the page carries counts only");
    expect(taskOf(renderReport(runOfMany(50, 5)), 0)).toMatchObject({ detail: "full" });
  });

  it("stays within its limit, and says what is missing", () => {
    const report = runOfMany(40, 30);
    const limit = 300_000;
    const html = renderReport(report, limit);
    expect(bytes(html)).toBeLessThanOrEqual(limit);
    const details = report.tasks.map((_, place) => taskOf(html, place).detail);
    // What is not proven is shown in full for as long as there is room.
    expect([details[3], details[13], details.at(-1)]).toEqual(["full", "full", "counts"]);
    const whole = details.filter((detail) => detail === "full").length;
    expect(noticesOf(html)).toContain(`it does not carry all of ${40 - whole} tasks`);
    expect(noticesOf(renderReport(report))).toBe("");
  });

  it("holds for any number of tasks, decisions and whatever else is listed, and says what is missing", () => {
    const [good, bad] = [sampleTask("parking_fee"), refusedTask("test_failed")];
    const tasks = Array.from({ length: 400 }, (_, index) => ({
      ...(index % 100 === 99 ? bad : good),
      task: taskId(`task_${index}`),
      pullRequest: index,
    }));
    const lines = tasks.map(({ task }) => task);
    const refused = tasks[399]!;
    const report = runReport({
      tasks,
      decisions: tasks.map(({ task, pullRequest, isProven }) =>
        decision([task], {
          pullRequest,
          decision: { kind: isProven ? "merge" : "hold", reasons: [] },
        }),
      ),
      stories: lines.map((task) => ({
        path: `${task}.json`,
        id: task,
        title: task,
        tasks: [task],
      })),
      leftOut: lines.map((subject) => ({ subject, reason: "unchanged", message: subject })),
      gaps: lines.map((task) => `The folder of ${task} could not be read.`),
    });
    const limit = 300_000;
    const html = renderReport(report, limit);
    expect(bytes(html)).toBeLessThanOrEqual(limit);
    const page = pageOf(html);
    const shown = page.tasks.length;
    expect(shown).toBeGreaterThan(20);
    expect(page.elsewhere).toBe(400 - shown);
    // What is not proven comes first, and can be opened as well as told.
    const last = page.tasks.findIndex(({ task }) => task === refused.task);
    expect(taskOf(html, last).verdict).toEqual(taskOf(renderReport(runOfOne(refused)), 0).verdict);
    expect(page.decisions.find(({ tone }) => tone === "bad")?.tasks).toHaveLength(1);
    expect(html).toContain("<title>396 of 400 merged: 396 of 400 tasks proven");
    const said = noticesOf(html);
    expect(said).toContain(`${400 - shown} of 400 tasks are not on it`);
    for (const list of ["pull requests", "stories", "things left alone", "notices"]) {
      expect(said).toMatch(new RegExp(`\\d+ of 400 ${list}`, "u"));
    }
  });

  it("is not blown up by texts without an end", () => {
    const html = renderReport(endlessReport());
    expect(bytes(html)).toBeLessThan(REPORT_MAX_BYTES / 10);
    const { detail, reasons } = taskOf(html, 0);
    expect(detail).toBe("full");
    expect(reasons[0]?.message).toMatch(/… \(\d+ more characters\)$/u);
  });
});

describe("what others wrote", () => {
  const html = renderReport(hostileReport());

  it("ends no element of data, and begins none", () => {
    const blocks = html.split('<script type="application/json"').length - 1;
    expect(blocks).toBe(Object.keys(INJECTIONS).length + 1);
    expect(html.split("</script>").length - 1).toBe(blocks + 1);
    expect(html.match(/<!--/gu)).toBeNull();
    expect(html.match(/<(?:img|svg|iframe|object|form|link|base)\b/gu)).toBeNull();
  });

  it.each(Object.keys(INJECTIONS))("arrives as it was written: %s", (name) => {
    const place = Object.keys(INJECTIONS).indexOf(name);
    const page = taskOf(html, place);
    expect(page.items[0]?.line).toBe(marked(name));
    expect(page.files[0]?.lines.join("\n")).toBe(marked(name));
  });
});

it("tells each attempt with the difference to the version before it", () => {
  const { attempts } = taskOf(renderReport(runOfOne(sampleTask("order_status"))), 0);
  const changes = attempts[0]?.steps.flatMap((step) => step.changes);
  expect(
    changes?.map(({ path, version, before, added, removed }) => [
      path,
      version,
      before,
      added,
      removed,
    ]),
  ).toEqual([
    ["meta/design.json", "design 1.1", null, expect.any(Number), 0],
    ["src/order_status.py", "code 1.1", null, expect.any(Number), 0],
    ["tests/test_story.py", "tests 1.1", null, expect.any(Number), 0],
    ["src/order_status.py", "code 2.1", "code 1.1", 1, 1],
    ["src/order_status.py", "code 3.1", "code 2.1", 0, 0],
    ["tests/test_story.py", "tests 2.1", "tests 1.1", 0, 0],
    ["tests/test_story.py", "tests 3.1", "tests 2.1", 0, 0],
  ]);
});
