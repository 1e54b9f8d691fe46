import { describe, expect, test } from "vitest";
import { isForOtherBase, successFor, withoutBase } from "../../../src/github/success-base.ts";

const long = `release/${"x".repeat(200)}`;

describe("a success holds for one base", () => {
  test.each([
    { posted: "main", now: "main", isOther: false },
    { posted: "dev", now: "main", isOther: true },
    { posted: "main", now: "main2", isOther: true },
    { posted: "a;b)", now: "a;b)", isOther: false },
    { posted: long, now: long, isOther: false },
    // Alike as far as the description has room.
    { posted: long, now: `${long}y`, isOther: true },
  ])("posted for $posted, asked for $now", ({ posted, now, isOther }) => {
    const description = successFor("2 tasks proven; review_missing: wait", posted);
    expect(description.length).toBeLessThanOrEqual(140);
    expect(withoutBase(description)).toBe("2 tasks proven; review_missing: wait");
    expect(isForOtherBase({ state: "success", description }, now)).toBe(isOther);
  });

  test("what is no success is said of the head, whatever it goes into", () => {
    const description = successFor("1 task proven", "dev");
    for (const state of ["pending", "failure"] as const) {
      expect(isForOtherBase({ state, description }, "main")).toBe(false);
    }
  });

  test("one that names no base is not known to be for another", () => {
    expect(isForOtherBase({ state: "success", description: "No generated task" }, "main")).toBe(
      false,
    );
  });

  test("a description that is too long loses its end, not its base", () => {
    const description = successFor("y".repeat(300), "main");
    expect(description).toHaveLength(140);
    expect(isForOtherBase({ state: "success", description }, "main")).toBe(false);
    expect(isForOtherBase({ state: "success", description }, "dev")).toBe(true);
  });
});
