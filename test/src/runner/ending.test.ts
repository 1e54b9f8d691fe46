import { describe, expect, test } from "vitest";
import { PipelineError } from "../../../src/foundation/errors.ts";
import { annotationsOf, bugIn } from "../../../src/runner/ending.ts";

const closed = new PipelineError("INPUT_INVALID", "The key is empty", {
  hint: "Add it.",
  cause: 7,
});

describe("what went wrong, as annotations", () => {
  test.each([
    {
      when: "nothing did",
      failures: [],
      expected: [],
    },
    {
      when: "the action itself failed",
      failures: [{ subject: null, error: closed }],
      expected: [{ message: "The key is empty\nAdd it.", at: {}, cause: 7 }],
    },
    {
      when: "one story did, it stands at its file",
      failures: [{ subject: "meta/stories/a.json", error: closed }],
      expected: [
        {
          message: "The key is empty\nAdd it.",
          at: { title: "agent-pipeline: meta/stories/a.json", file: "meta/stories/a.json" },
          cause: 7,
        },
      ],
    },
    {
      when: "the message begins with the story, the title does not say it again",
      failures: [
        { subject: "a.json", error: new PipelineError("INPUT_INVALID", "a.json is no story") },
      ],
      expected: [
        {
          message: "a.json is no story",
          at: { title: "agent-pipeline", file: "a.json" },
          cause: undefined,
        },
      ],
    },
    {
      when: "two met one fault, it is said once",
      failures: [
        { subject: "a", error: closed },
        { subject: "b", error: closed },
      ],
      expected: [
        { message: "The key is empty\nAdd it.", at: { title: "agent-pipeline: a, b" }, cause: 7 },
      ],
    },
    {
      when: "there is no advice",
      failures: [{ subject: "#7", error: new PipelineError("GIT_FAILED", "git is gone") }],
      expected: [{ message: "git is gone", at: { title: "agent-pipeline: #7" }, cause: undefined }],
    },
    {
      when: "it was a bug, that is said apart",
      failures: [{ subject: "a", error: new Error("odd") }],
      expected: [],
    },
  ])("$when", ({ failures, expected }) => {
    expect(annotationsOf(failures)).toEqual(expected);
  });

  test("a bug is what nobody expected, thrown as whatever", () => {
    expect(bugIn([{ subject: "a", error: closed }])).toBeNull();
    expect(
      bugIn([
        { subject: "a", error: closed },
        { subject: "b", error: "odd" },
      ]),
    ).toEqual({
      subject: "b",
      error: "odd",
    });
  });
});
