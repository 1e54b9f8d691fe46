import { describe, expect, test } from "vitest";
import { joined, sectionOf, STICKY_MARK, withSection } from "../../../src/github/sticky-comment.ts";

describe("withSection", () => {
  test("starts a comment with its mark", () => {
    const body = withSection(null, "gate", "Decision");
    expect(body.startsWith(`${STICKY_MARK}\n`)).toBe(true);
    expect(body).toContain("Decision");
  });

  test("each section is replaced alone, in either order", () => {
    const both = withSection(withSection(null, "gate", "old gate"), "generate", "made");
    const changed = withSection(both, "gate", "new gate");
    expect(changed).toContain("made");
    expect(changed).toContain("new gate");
    expect(changed).not.toContain("old gate");
    expect(withSection(changed, "generate", "made")).toBe(changed);
  });

  test("what a person wrote around the sections stays", () => {
    const body = `${withSection(null, "gate", "old")}\n\nMind the gap.`;
    expect(withSection(body, "gate", "new")).toMatch(/new[^]*Mind the gap\.$/);
  });

  test("sections of any length fit into one comment", () => {
    const long = "x".repeat(100_000);
    const sections = ["gate", "generate", "notice", "sweep"] as const;
    const all = sections.reduce<string | null>((body, one) => withSection(body, one, long), null);
    expect(all?.length).toBeLessThan(65_536);
    const body = withSection(withSection(null, "gate", long), "generate", long);
    expect(withSection(body, "gate", "short").length).toBeLessThan(40_000);
  });

  test("content is taken as it is, replacement patterns of JavaScript too", () => {
    const body = withSection(withSection(null, "gate", "old"), "gate", "$& $1 $$");
    expect(body).toContain("$& $1 $$");
  });
});

describe("of two comments", () => {
  const older = withSection(null, "gate", "Decision");

  test.each([
    {
      when: "the other says something else",
      double: withSection(null, "generate", "Made"),
      generate: "Made",
    },
    { when: "the other says the same", double: withSection(null, "gate", "Older"), generate: null },
    { when: "the other is empty", double: STICKY_MARK, generate: null },
  ])("the older is kept, and nothing is lost, where $when", ({ double, generate }) => {
    const body = joined(older, double);
    expect(sectionOf(body, "gate")).toBe("Decision");
    expect(sectionOf(body, "generate")).toBe(generate);
  });
});

describe("sectionOf", () => {
  test.each([
    { when: "there is no comment", body: null, expected: null },
    { when: "the other section is there", body: withSection(null, "gate", "x"), expected: null },
    { when: "it is there", body: withSection(null, "generate", "x"), expected: "x" },
  ])("$when: $expected", ({ body, expected }) => {
    expect(sectionOf(body, "generate")).toBe(expected);
  });
});
