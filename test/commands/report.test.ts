import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { handlers } from "../../commands/adapters/handlers.ts";
import { ROOT } from "../../scripts/demo/plan.ts";
import { passedEvidence } from "../support/evidence.ts";
import { zipOf } from "../support/zip.ts";
import { typed } from "./command-line.ts";

const root = mkdtempSync(join(tmpdir(), "report-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const EVIDENCE = JSON.stringify(passedEvidence("room_calendar"));

beforeAll(() => {
  mkdirSync(join(root, ".git"));
  cpSync(join(ROOT, "generated/room_calendar"), join(root, "generated/room_calendar"), {
    recursive: true,
  });
  mkdirSync(join(root, "found/broken"), { recursive: true });
  writeFileSync(join(root, "found/evidence.json"), EVIDENCE);
  writeFileSync(
    join(root, "found/broken/evidence.json"),
    JSON.stringify({ task: "<script>\u001b[2J" }),
  );
  writeFileSync(
    join(root, "other.zip"),
    zipOf({ "a/evidence.json": JSON.stringify(passedEvidence("other")) }),
  );
});

let count = 0;
async function report(...words: string[]) {
  const output = join(root, `report-${(count += 1)}`);
  const told = await typed(["report", "-C", root, "-o", output, ...words], handlers);
  return { ...told, output };
}

test("makes the page of documents that lie here, and files that other tools read", async () => {
  const { exit, out, output } = await report(join(root, "found"), join(root, "other.zip"));
  // One of the documents is none.
  expect(exit).toBe(3);
  expect(readdirSync(output).toSorted()).toEqual(["junit.xml", "mutation.json", "report.html"]);
  const page = readFileSync(join(output, "report.html"), "utf8");
  expect(page).toContain("room_calendar");
  // The story stands in the folder of the working tree.
  expect(page).toContain("meta/stories/room_calendar.json");
  expect(readFileSync(join(output, "junit.xml"), "utf8")).toContain('<testsuite name="other"');
  expect(out).toContain("2 tasks.");
});

test("says what the page lacks", async () => {
  const { out } = await report(join(root, "found"), join(root, "other.zip"));
  expect(out).toContain("? What was decided is not known: merge-gate left nothing behind.");
  expect(out).toContain("? The files of other are not here.");
  expect(out).toContain(
    "broken/evidence.json could not be read: The evidence is not what verify writes",
  );
  expect(out).not.toContain("\u001b");
});

test("leads to the run where its repository is named", async () => {
  const { output } = await report(join(root, "found"), "-R", "acme/shop");
  const page = readFileSync(join(output, "report.html"), "utf8");
  expect(page).toContain("https://github.com/acme/shop/actions/runs/7");
});

test.each(["nowhere", ROOT + "/demo/recordings"])(
  "of %s there is nothing to report",
  async (where) => {
    const { exit, error } = await report(where);
    expect(exit).toBe(2);
    expect(error).toMatch(/There is no file or folder nowhere|holds no evidence\.json/);
  },
);
