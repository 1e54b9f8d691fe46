import { describe, expect, test } from "vitest";
import { successFor } from "../../../src/github/success-base.ts";
import {
  MERGED_BY_PEOPLE,
  provenButText,
  provenText,
  runIn,
  type Said,
  saidIn,
} from "../../../src/next-runs/gate-status.ts";
import { namingOf, RUN_KINDS } from "../../../src/next-runs/journal.ts";

describe("what a status of the gate says about who acts next", () => {
  test.each<{ description: string; said: Said }>([
    {
      description: "retry 1 in run 5000: not_passed",
      said: { kind: "started", what: "retry", number: 1, run: "5000" },
    },
    {
      description: "reverify 2: inputs_changed",
      said: { kind: "started", what: "reverify", number: 2, run: null },
    },
    { description: "story_unbuilt: wait", said: { kind: "waits", code: "story_unbuilt" } },
    {
      description: "review_missing (and 2 more): wait",
      said: { kind: "waits", code: "review_missing" },
    },
    {
      description: provenButText(2, "check_missing: wait"),
      said: { kind: "waits", code: "check_missing" },
    },
    {
      description: successFor(provenButText(2, "check_missing: wait"), "main"),
      said: { kind: "waits", code: "check_missing" },
    },
    { description: successFor(provenText(2), "main"), said: { kind: "proven" } },
    { description: provenText(1), said: { kind: "proven" } },
    { description: provenText(12), said: { kind: "proven" } },
    { description: provenButText(1, MERGED_BY_PEOPLE), said: { kind: "other" } },
    { description: "not_passed: retry", said: { kind: "other" } },
    { description: "conflict (and 1 more): hold", said: { kind: "other" } },
    { description: "No generated task", said: { kind: "other" } },
    // Somebody else's words.
    { description: "weather: wait", said: { kind: "other" } },
    { description: "retry 1 in run x: not_passed", said: { kind: "other" } },
    { description: "retry 0 in run 5: not_passed", said: { kind: "other" } },
    { description: "", said: { kind: "other" } },
  ])("$description", ({ description, said }) => {
    expect(saidIn(description)).toEqual(said);
  });

  test.each(RUN_KINDS)("a start of the kind %s is read back as it was written", (what) => {
    const start = { what, number: 3 };
    expect(saidIn(`${namingOf(start, "77")}: why`)).toEqual({
      kind: "started",
      ...start,
      run: "77",
    });
  });
});

test.each([
  { url: "https://github.com/octo/app/actions/runs/4711", run: "4711" },
  { url: "https://github.com/octo/app/actions/runs/4711/attempts/2", run: "4711" },
  { url: "https://github.com/octo/app/actions/runs/4711#artifacts", run: "4711" },
  { url: "https://github.com/octo/app/actions/runs/47x", run: null },
  { url: "https://ci.example.com/4711", run: null },
  { url: "", run: null },
])("the link $url leads to the run $run", ({ url, run }) => {
  expect(runIn(url)).toBe(run);
});
