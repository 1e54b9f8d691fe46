import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { handlers } from "../../commands/adapters/handlers.ts";
import { typed } from "./command-line.ts";

const folder = mkdtempSync(join(tmpdir(), "replay-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function said(...words: string[]): Promise<{ code: number; lines: string[] }> {
  const { exit, out, error } = await typed(["replay", ...words], handlers);
  return { code: exit, lines: (out + error).trimEnd().split("\n") };
}

test("a sample is what its transcript makes, and each reply is explained", async () => {
  const { code, lines } = await said("generated/room_calendar", "--explain");
  expect(lines[0]).toBe("✔ generated/room_calendar is what its transcript makes.");
  expect(lines.filter((line) => / was asked of .*: the first question$/.test(line))).toHaveLength(
    3,
  );
  expect(lines).toContain("    made the files below src/");
  expect(lines.at(-1)).toBe("  the judge found nothing: proven");
  expect(code).toBe(0);
});

test("what the judge found, and what others made of it, is explained", async () => {
  const { lines } = await said("generated/order_status", "--explain");
  expect(
    lines.filter((line) => line.includes(" was asked of recorded-replies: test_failed")),
  ).toHaveLength(4);
  expect(lines.join("\n")).toMatch(/the judge found:[^]*tests were run on 3 codes[^]*proven/);
});

test("a hand edit is named", async () => {
  const copy = join(folder, "room_calendar");
  cpSync("generated/room_calendar", copy, { recursive: true });
  const file = join(copy, "src/room_calendar.py");
  writeFileSync(file, `${readFileSync(file, "utf8")}# mine\n`);
  expect(await said(copy)).toEqual({
    code: 1,
    lines: [`✘ ${copy} is not what its transcript makes:`, "  src/room_calendar.py was changed"],
  });
});

test("a task is named by its id as well, and programs are told the same", async () => {
  const { exit, out } = await typed(["replay", "room_calendar", "--json"], handlers);
  expect(exit).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ replay: "same" });
});

test("of a folder without transcript nothing can be said", async () => {
  const bare = join(folder, "bare");
  mkdirSync(join(bare, "src"), { recursive: true });
  const { code, lines } = await said(bare);
  expect(code).toBe(3);
  expect(lines[0]).toMatch(/^\? .* cannot be replayed: /);
});

test.each(["generated/nothing_there", "package.json"])(
  "%s is not the folder of a task",
  async (word) => {
    const { code, lines } = await said(word);
    expect(code).toBe(2);
    expect(lines[0]).toBe(`✘ ${word} is not the folder of a task`);
  },
);
