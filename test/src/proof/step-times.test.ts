import { describe, expect, test } from "vitest";
import { StepTimes } from "../../../src/proof/step-times.ts";

/** Times of steps, by a clock that stands until it is moved. */
function watched() {
  let time = 100;
  const heard: string[] = [];
  const progress = {
    step: (what: string): void => void heard.push(what),
    alive: (): void => void heard.push("alive"),
  };
  return {
    times: new StepTimes(progress, () => time),
    move: (seconds: number) => void (time += seconds),
    heard,
  };
}

describe("the times of steps", () => {
  test("begin with the verification, and end with the next step or with all of it", () => {
    const { times, move } = watched();
    move(0.5);
    times.step("reading the task");
    move(1.25);
    times.step("running tests", ["a"]);
    move(2);
    expect(times.ended()).toEqual([
      { what: "reading the task", start: 0.5, seconds: 1.25 },
      { what: "running tests", start: 1.75, seconds: 2 },
    ]);
  });

  test("are those of a kind of step where many follow each other", () => {
    const { times, move } = watched();
    for (const number of [1, 2, 3]) {
      times.step(`trying mutant ${number} of 3`);
      move(1);
    }
    times.step("running tests again, 1 of 2");
    move(1);
    times.step("running tests again, 2 of 2");
    move(1);
    expect(times.ended().map(({ what, seconds }) => [what, seconds])).toEqual([
      ["trying mutant", 3],
      ["running tests again", 2],
    ]);
  });

  test("keep nothing from whoever listens", () => {
    const { times, heard } = watched();
    times.step("trying mutant 1 of 3");
    times.alive({ seconds: 1, test: null });
    expect(heard).toEqual(["trying mutant 1 of 3", "alive"]);
  });
});
