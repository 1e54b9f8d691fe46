import { expect, test } from "vitest";
import { releaseNotes } from "../../scripts/release-notes.ts";

const CHANGELOG =
  "# Changelog\n\n## 1.2.3\n\n- One.\n\n### Fixed\n\n- Two.\n\n## 1.2.2\n\n- Old.\n";

test("are what the changelog says of the version, and no more", () => {
  expect(releaseNotes("v1.2.3", "1.2.3", CHANGELOG)).toEqual({
    ok: true,
    notes: "- One.\n\n### Fixed\n\n- Two.",
  });
});

test.each(["## [1.2.3] - 2026-11-30", "## v1.2.3"])("are found below %s", (heading) => {
  expect(releaseNotes("v1.2.3", "1.2.3", `${heading}\n\n- One.\n`)).toMatchObject({
    notes: "- One.",
  });
});

test.each(["## 1.2.30", "## 11.2.3", "## 1.2.3-rc.1"])("are not those of %s", (heading) => {
  expect(releaseNotes("v1.2.3", "1.2.3", `${heading}\n\n- Other.\n`).ok).toBe(false);
});

test.each([
  { tag: "1.2.3", version: "1.2.3", says: "is no version" },
  { tag: "v1.2.3-rc.1", version: "1.2.3", says: "is no version" },
  { tag: "v1.2.4", version: "1.2.3", says: "package.json says 1.2.3" },
  { tag: "v2.0.0", version: "2.0.0", says: 'rename "## Unreleased" to "## 2.0.0"' },
])("of $tag are refused", ({ tag, version, says }) => {
  expect(releaseNotes(tag, version, CHANGELOG)).toEqual({
    ok: false,
    problem: expect.stringContaining(says) as unknown,
  });
});
