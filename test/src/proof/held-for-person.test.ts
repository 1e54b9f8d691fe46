import { describe, expect, test } from "vitest";
import { parseConfig } from "../../../src/config/config.ts";
import { heldFor } from "../../../src/proof/held-for-person.ts";
import type { OpenQuestion, Overruled } from "../../../src/task/manifest.ts";
import { manifestOf } from "../../support/manifest.ts";

const SETTINGS = parseConfig(null);

const OVERRULED: Overruled = {
  test: "tests/test_story.py::test_net",
  call: "net(119)",
  items: ["- Net of 119 is 100."],
  expected: "119",
  answered: "100",
};
const OPEN: OpenQuestion = {
  call: "net(0)",
  answers: [
    { by: "test", answer: "0" },
    { by: "code 1", answer: "raises ValueError" },
  ],
  items: ["- Net is gross without tax."],
  line: "net(0) → 0",
};

function held(more: Parameters<typeof manifestOf>[0], trust = false) {
  const content = new TextEncoder().encode(JSON.stringify(manifestOf(more)));
  return heldFor([{ path: "meta/manifest.json", content }], {
    ...SETTINGS,
    "trust-rederived-tests": trust,
  });
}

describe("what the author of a task leaves to a person", () => {
  test("is nothing where nothing was overruled and nothing is open", () => {
    expect(held({})).toEqual([]);
  });

  test("is nothing of a folder that nobody generated", () => {
    expect(heldFor([], SETTINGS)).toEqual([]);
  });

  test("is each test that was taken away, with both answers", () => {
    const other = { ...OVERRULED, test: "tests/test_story.py::test_gross", items: [] };
    expect(held({ overruled: [OVERRULED, other] })).toEqual([
      {
        code: "test_overruled",
        message:
          "A test said that net(119) must give 119, and was taken away: the code gives 100, and so did two answers that knew neither",
        test: OVERRULED.test,
        item: "Net of 119 is 100.",
        expected: "119",
        got: "100",
      },
      expect.objectContaining({ code: "test_overruled", test: other.test }),
    ]);
  });

  test("is no test where the repository trusts what was derived anew", () => {
    expect(held({ overruled: [OVERRULED] }, true)).toEqual([]);
  });

  test.each([
    {
      open: OPEN,
      says: 'The story leaves open what net(0) gives: test says 0, code 1 says raises ValueError; write into the story what holds, for example "net(0) → 0"',
    },
    {
      open: { ...OPEN, line: null },
      says: "The story leaves open what net(0) gives: test says 0, code 1 says raises ValueError; write into the story what holds",
    },
    {
      open: { ...OPEN, call: "", line: null },
      says: "The story leaves open what a test of it expects; write into the story what holds",
    },
  ])("is a question about the story, trusted or not: $says", ({ open, says }) => {
    const reason = { code: "story_unclear", message: says, item: "Net is gross without tax." };
    expect(held({ open })).toEqual([reason]);
    expect(held({ open }, true)).toEqual([reason]);
  });
});
