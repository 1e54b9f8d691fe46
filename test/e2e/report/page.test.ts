import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { because } from "../../../src/handover/decision.ts";
import { renderReport } from "../../../src/report/render-report.ts";
import type { RunReport } from "../../../src/report/run-report.ts";
import { openChromium } from "../../support/chromium.ts";
import { runOfMany, runOfOne, sampleTask } from "../../support/report-fixtures.ts";
import { galleryReports } from "../../support/report-gallery.ts";
import { endlessReport, hostileReport, INJECTIONS } from "../../support/report-hostile.ts";

const gallery = galleryReports();
const folder = mkdtempSync(join(tmpdir(), "report-"));
let browser: Browser;

beforeAll(async () => {
  browser = await openChromium();
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Opened {
  readonly page: Page;
  readonly address: string;
  /** Whatever the page asked for besides itself, and whatever its policy had to stop. */
  readonly trouble: readonly string[];
}

async function open(
  report: RunReport,
  options: Parameters<Browser["newContext"]>[0] & { readonly hash?: string } = {},
): Promise<Opened> {
  const { hash = "", ...rest } = options;
  const context = await browser.newContext(rest);
  const page = await context.newPage();
  const file = join(folder, "report.html");
  writeFileSync(file, renderReport(report));
  const address = pathToFileURL(file).href;
  const trouble: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(address)) trouble.push(`request: ${request.url()}`);
  });
  page.on("console", (message) => trouble.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => trouble.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    trouble.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.addInitScript(() => {
    const copied: string[] = [];
    Object.assign(window, { copied });
    Object.defineProperty(navigator, "clipboard", {
      value: { writeText: async (text: string) => void copied.push(text) },
    });
  });
  await page.goto(address + hash);
  // Without script nothing is put off, and nothing answers.
  if (rest.javaScriptEnabled !== false) await settled(page);
  return { page, address, trouble };
}

/** What nobody can see yet is made after the first frame. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve()))),
  );

const copied = (page: Page): Promise<string[]> => page.evaluate<string[]>("window.copied");

/** Opens everything that is folded and goes past all of it, as a curious reader does: what is far below is not laid out. */
const unfold = async (page: Page): Promise<void> => {
  await settled(page);
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
    for (const marker of document.querySelectorAll<HTMLElement>(
      "button.marker[aria-expanded=false]",
    )) {
      marker.click();
    }
    for (const button of document.querySelectorAll("button")) {
      if (button.textContent === "Show them") button.click();
    }
    for (const each of document.querySelectorAll<HTMLElement>(".task > section, .test")) {
      each.style.contentVisibility = "visible";
    }
  });
};

/** What stands on the page beside plain elements of text. */
const oddities = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found = [...document.querySelectorAll("#page *")].flatMap((element) => [
      ...(/^(?:script|style|link|meta|base|img|svg|iframe|object|embed|form|video|audio|template)$/iu.test(
        element.tagName,
      )
        ? [element.tagName]
        : []),
      ...[...element.attributes]
        .filter(({ name, value }) => name.startsWith("on") || /^\s*javascript:/iu.test(value))
        .map(({ name }) => name),
    ]);
    const scripts = [...document.scripts].filter(({ type }) => type !== "application/json").length;
    return [
      ...found,
      ...(scripts === 1 ? [] : [`${scripts} scripts`]),
      ...(document.querySelectorAll("style").length === 1 ? [] : ["style"]),
      ...("ran" in window ? ["something ran"] : []),
      ...(document.forms.length === 0 ? [] : ["form"]),
    ];
  });

describe("what others wrote", () => {
  it("runs nothing, asks for nothing, and hides nothing", async () => {
    const { page, trouble } = await open(hostileReport());
    const names = Object.keys(INJECTIONS);
    await unfold(page);
    const first = await page.locator("body").innerText();
    const seen: string[] = [];
    const hidden: string[] = [];
    for (const [index, name] of names.entries()) {
      if (!first.includes(`MARK${index}<`)) hidden.push(`${name}: first screen`);
      await page.evaluate((hash) => {
        window.location.hash = hash;
      }, `#task=task_${index}`);
      await page.locator("#task-title", { hasText: `task_${index}` }).waitFor();
      await unfold(page);
      const text = await page.locator("main").innerText();
      const sections = await page.locator("section[id^='section:']").count();
      // Each has it in many places, and what comes after it is still there.
      if (text.split(`MARK${index}<`).length < 40 || !text.includes(`>END${index}`))
        hidden.push(name);
      if (sections < 8) hidden.push(`${name}: ${sections} sections`);
      if (!(await page.locator("footer").isVisible())) hidden.push(`${name}: footer`);
      seen.push(...(await oddities(page)).map((odd) => `${name}: ${odd}`));
    }
    expect({ seen, hidden, trouble }).toEqual({ seen: [], hidden: [], trouble: [] });
  });

  it("is written out where it cannot be seen", async () => {
    const { page } = await open(hostileReport());
    const index = Object.keys(INJECTIONS).indexOf("bidi");
    await page.goto(`${page.url().split("#")[0]}#task=task_${index}&section=tests`);
    const text = await page.locator("main").innerText();
    expect(text).toContain("U+202E");
    expect(text).not.toMatch(/[\u202e\u2066\u2069]/u);
  });

  it("is cut where no end is in sight, and says how much is missing", async () => {
    const { page, trouble } = await open(endlessReport());
    await unfold(page);
    const text = await page.locator("main").innerText();
    expect(text).toMatch(/… \(52\d{5} more characters\)/u);
    expect(text).toContain("y = 1");
    expect(trouble).toEqual([]);
  });

  it("may name a criterion like a property of every object", async () => {
    const report = gallery.get("proven")!;
    const [task] = report.tasks;
    const items = [
      { line: "x", criteria: ["__proto__", "constructor"], state: "shown" as const, why: null },
    ];
    const { page, trouble } = await open({ ...report, tasks: [{ ...task!, items }] });
    expect(await page.locator(".item").count()).toBe(1);
    expect(trouble).toEqual([]);
  });
});

describe("a link", () => {
  it.each([
    {
      to: "a test",
      hash: "test=tests%2Ftest_story.py%3A%3Atest_the_first_minutes_are_free",
      shown: "test_the_first_minutes_are_free",
    },
    { to: "a line of the story", hash: "item=4", shown: "1200 cents" },
    { to: "an attempt", hash: "attempt=1", shown: "Attempt 1" },
  ])("leads to $to, and the place can be handed on", async ({ hash, shown }) => {
    const { page } = await open(gallery.get("refused-test_failed")!, {
      hash: `#task=parking_fee&${hash}`,
    });
    const target = page.locator(".target");
    expect(await target.innerText()).toContain(shown);
    expect(await target.evaluate((element) => document.activeElement === element)).toBe(true);
    await target.locator("button[title='Copy link']").first().click();
    expect(await copied(page)).toEqual([
      `https://github.com/acme/shop/actions/runs/7#artifacts → report.html#task=parking_fee&${hash}`,
    ]);
  });

  it("leads to a mutant at its line", async () => {
    const { page } = await open(gallery.get("refused-mutation_score_low")!);
    const first = page.locator(".probes:not([hidden]) li", { hasText: "not noticed" }).first();
    await first.locator("button[title='Copy link']").click();
    const place = (await copied(page))[0]!.split("→ report.html")[1]!;
    await page.goto(page.url().split("#")[0]! + place);
    await page.reload();
    expect(await page.locator(".target").innerText()).toContain("a < b");
    expect(decodeURIComponent(place)).toMatch(/mutant=src\/parking_fee\.py:\d+-\d+-\d+-\d+:\w+$/u);
  });

  it("that was pasted into the filter leads to its place", async () => {
    const { page } = await open(gallery.get("30-tasks")!);
    await page
      .locator("#search")
      .fill("https://github.com/x → report.html#task=task_0003&section=tests");
    expect(await page.locator("#task-title").innerText()).toContain("task_0003");
  });
});

it("finds a task by its words, its state and keys alone", async () => {
  const { page } = await open(gallery.get("30-tasks")!);
  const rows = page.locator("table.tasks tbody tr");
  await page.keyboard.press("/");
  await page.keyboard.type("test_failed 001");
  expect(await rows.count()).toBe(1);
  await page.locator("#search").fill("");
  await page.getByLabel("proven 27", { exact: true }).check();
  expect(await rows.count()).toBe(27);
  await page.locator("h1").click();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  expect(await page.locator("#task-title").innerText()).toContain("task_0013");
  await page.keyboard.press("o");
  expect(await page.locator("h1").innerText()).toContain("27 of 30 merged");
  await page.keyboard.press("?");
  expect(await page.locator("dialog").innerText()).toContain("next task");
});

it("says on one screen why, where, what was expected, what came and what to do", async () => {
  const { page } = await open(gallery.get("refused-test_failed")!, {
    viewport: { width: 1280, height: 800 },
  });
  const reason = page.locator(".reason");
  const text = await reason.innerText();
  for (const each of ["test_failed", "600", "500", "tests/test_story.py:21", "What to do"]) {
    expect(text).toContain(each);
  }
  expect(await reason.locator(".frame .this").innerText()).toContain(
    "assert parking_fee(121) == 600",
  );
  const box = await reason.boundingBox();
  expect(box!.y + box!.height).toBeLessThan(800);
  expect(await page.locator("main").innerText()).not.toContain("summary of the verify job");
});

it("goes from one thing that is wrong to the next by a key", async () => {
  const { page } = await open(gallery.get("refused-mutation_score_low")!);
  await page.keyboard.press("n");
  const first = await page.locator(".target").getAttribute("id");
  await page.keyboard.press("n");
  const second = await page.locator(".target").getAttribute("id");
  await page.keyboard.press("p");
  expect(first).toMatch(/^mutant:src\/parking_fee/u);
  expect(second).not.toBe(first);
  expect(await page.locator(".target").getAttribute("id")).toBe(first);
});

it("says of several pull requests why each is not merged, before anybody opens a task", async () => {
  const { page } = await open(gallery.get("30-tasks")!);
  expect(await page.locator(".causes").first().innerText()).toMatch(
    /task_0003: test_failed .* expected 600 · got 500/u,
  );
});

it("shows those of the tests that are asked for", async () => {
  const { page } = await open(gallery.get("30-tasks")!, { hash: "#task=task_0003" });
  const tests = page.locator(".test");
  expect(await tests.count()).toBe(31);
  await page.getByRole("button", { name: "to look at 6" }).click();
  expect(await tests.count()).toBe(6);
  await page.getByRole("button", { name: "passed 44" }).click();
  await page.getByRole("button", { name: "Show them" }).click();
  expect(await tests.count()).toBe(44);
});

it.each(["refused-test_failed", "cross-examination", "30-tasks"])(
  "fits a narrow screen: %s",
  async (name) => {
    const { page } = await open(gallery.get(name)!, { viewport: { width: 360, height: 740 } });
    await unfold(page);
    expect(
      await page.evaluate(() => [
        document.documentElement.scrollWidth,
        ...[...document.querySelectorAll("td, th")].filter(
          (cell) => cell.clientWidth < 24 && (cell.textContent ?? "").length > 8,
        ),
      ]),
    ).toEqual([360]);
  },
);

it("has the list as it was left, and nothing of it where a task is shown", async () => {
  const { page } = await open(gallery.get("30-tasks")!, { viewport: { width: 1280, height: 400 } });
  await page.locator("#search").fill("task_00");
  await page.getByRole("link", { name: "task_0029", exact: true }).last().scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => window.scrollY);
  await page.getByRole("link", { name: "task_0029", exact: true }).last().click();
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  expect(await page.locator("main").innerText()).not.toContain("task_0003");
  expect(await page.locator("main").ariaSnapshot()).not.toContain("task_0003");
  await page.keyboard.press("o");
  expect(await page.locator("#search").inputValue()).toBe("task_00");
  expect(await page.evaluate(() => window.scrollY)).toBe(before);
  expect(before).toBeGreaterThan(400);
});

it("takes no row away from who asks for more of them", async () => {
  const { page } = await open(runOfMany(120, 1));
  await page.locator("table.tasks tbody tr").nth(99).waitFor();
  const atOnce = await page.evaluate(() => {
    const more = [...document.querySelectorAll("button")].find(
      (button) => button.textContent === "Show them",
    );
    more?.click();
    return document.querySelectorAll("table.tasks tbody tr").length;
  });
  expect(atOnce).toBe(100);
  await page.locator("table.tasks tbody tr").nth(119).waitFor();
});

it("leads to the same place again, after somebody has scrolled away", async () => {
  const { page } = await open(gallery.get("refused-test_failed")!);
  const tests = page.locator("nav.sections").getByRole("link", { name: "Tests" });
  await tests.click();
  const there = await page.evaluate(() => window.scrollY);
  expect(there).toBeGreaterThan(0);
  await page.evaluate(() => window.scrollTo(0, 0));
  await tests.click();
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(there);
});

it("has the first link of the page lead to the task that is shown", async () => {
  const { page } = await open(gallery.get("30-tasks")!, { hash: "#task=task_0003" });
  await page.locator("a.skip").focus();
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("task-title");
});

it("prints of a task all that is shown of it, however far below", async () => {
  const { page } = await open(gallery.get("30-tasks")!, { hash: "#task=task_0003" });
  expect(await page.locator(".task > section").last().innerText()).toBe("");
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("#main").innerText()).toContain("inputs digest");
});

it("says for a bug report what is needed, in letters alone", async () => {
  const { page } = await open(gallery.get("refused-example_failed")!);
  await page.getByRole("button", { name: "Copy for a bug report" }).click();
  const [text] = await copied(page);
  expect(text).toContain("### parking&#95;fee: failed");
  expect(text).toContain("example_failed");
  expect(text).toContain("inputs digest");
  expect(text).toContain("    (cd generated/parking_fee && PYTHONPATH=.:src python3 -m pytest");
});

it("keeps nothing, and says the answer where no script runs", async () => {
  const { page } = await open(gallery.get("question")!);
  const kept = await page.evaluate(() => [
    localStorage.length,
    sessionStorage.length,
    document.cookie,
  ]);
  expect(kept).toEqual([0, 0, ""]);
  const { page: without } = await open(gallery.get("question")!, { javaScriptEnabled: false });
  expect(await without.locator("body").innerText()).toContain("Not merged: 0 of 1 task proven");
});

it("unfolds for paper all that does not only repeat something", async () => {
  const { page } = await open(gallery.get("refused-test_failed")!);
  const closed = page.locator("details:not([open], .folded)");
  expect(await closed.count()).toBeGreaterThan(0);
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  expect(await closed.count()).toBe(0);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  expect(await closed.count()).toBeGreaterThan(0);
});

it("has lines of code stand below each other on paper, whatever was changed on them", async () => {
  const { page } = await open(gallery.get("proven")!);
  await page.emulateMedia({ media: "print" });
  const starts = await page
    .locator(".file:not(.plain) .line > code")
    .evaluateAll((lines) => lines.map((line) => Math.round(line.getBoundingClientRect().left)));
  expect(starts.length).toBeGreaterThan(10);
  expect(new Set(starts).size).toBe(1);
});

it("has what was found and what to do stand below each other on a narrow screen", async () => {
  const held = runOfOne(sampleTask("parking_fee"), {
    decision: {
      kind: "hold",
      reasons: [
        because("draft", "It is a draft"),
        because("review_missing", "An approval is missing"),
      ],
    },
  });
  const { page } = await open(held, { viewport: { width: 360, height: 800 } });
  const table = page.locator(".answer table.prose").first();
  expect(await table.evaluate((own) => own.scrollWidth <= own.parentElement!.clientWidth)).toBe(
    true,
  );
});

describe("for everybody", () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

  it.each([
    { name: "refused-mutation_score_low", hash: "", colorScheme: "dark" },
    { name: "cross-examination", hash: "", colorScheme: "light" },
    { name: "question", hash: "", colorScheme: "light" },
    { name: "30-tasks", hash: "", colorScheme: "dark" },
    { name: "30-tasks", hash: "#task=task_0003", colorScheme: "light" },
  ] as const)("axe finds nothing on $name $hash, $colorScheme", async ({ name, ...options }) => {
    // The policy of the page would stop axe itself.
    const { page } = await open(gallery.get(name)!, { ...options, bypassCSP: true });
    await unfold(page);
    await page.evaluate(axe);
    const { violations } = await page.evaluate<AxeResults>(
      "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })",
    );
    expect(
      violations.flatMap(({ id, nodes }) =>
        nodes
          .slice(0, 3)
          .map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ""}`),
      ),
    ).toEqual([]);
  });
});
