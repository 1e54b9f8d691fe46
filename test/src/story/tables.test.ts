import { describe, expect, test } from "vitest";
import { storyItems } from "../../../src/story/items.ts";
import { summary } from "../../support/example-summary.ts";

/** How the rows of a table are read, whose rule is left out here: `A | B / 1 | 2`. */
function rows(table: string): string[] {
  const [heading, ...below] = table.split(" / ").map((row) => `| ${row} |`);
  const rule = heading!.replaceAll(/[^|]+/gu, "---");
  const { items } = storyItems({ acceptance: [heading, rule, ...below].join("\n") });
  return items.map(({ example }) => (example.kind === "unread" ? example.why : summary(example)));
}

describe("the rows of a table, by its headings", () => {
  test.each([
    ["a | b | expected / 2 | 2 | 4", ["table: 2; 2 => 4"]],
    ["n | result / 1 | 1 / 2 | 4 / 3 | 9", ["table: 1 => 1", "table: 2 => 4", "table: 3 => 9"]],
    ["row | column | result / 3 | 2 | 4", ["table: 3; 2 => 4"]],
    ["result | a | b / 4 | 2 | 2", ["table: 2; 2 => 4"]],
    [
      "a | b | sum returned, expected / 5 | 1 | 6 / 7 | 2 | 9",
      ["table: 5; 1 => 6", "table: 7; 2 => 9"],
    ],
    ["Test | Input | Expected / 1 | 5 | 10 / 2 | 6 | 12", ["table: 5 => 10", "table: 6 => 12"]],
    ["Test case | Input | Expected / nothing given | 0 | 0", ["table: 0 => 0"]],
    ["TC | Input A | Input B | Expected / 1 | 5 | 6 | 11", ["table: 5; 6 => 11"]],
    ["Testfall | Eingabe | Ergebnis / 1 | 5 | 10", ["table: 5 => 10"]],
    ["Input | Expected | Actual / 5 | 10 | 11", ["table: 5 => 10"]],
    [
      "input a | input b | expected / 1 | 1 | 2 / 2 | 1 | 3",
      ["table: 1; 1 => 2", "table: 2; 1 => 3"],
    ],
    ["# | price in EUR | rate | expected / 1 | 100 | 2 | 200", ["table: 100; 2 => 200"]],
    ["old | raises / 3 | DeprecationWarning", ["table: 3 => error DeprecationWarning"]],
  ])("%s", (table, read) => {
    expect(rows(table)).toEqual(read);
  });
});

describe("the rows of a table are not read where a column may be given or not", () => {
  test.each([
    ["Input | Fee | Expected / 5 | 1 | 10", '"Fee"'],
    ["Input | Time (ms) | Expected / 5 | 1 | 10", '"Time (ms)"'],
    ["Input | Step | Expected / 5 | 1 | 10", '"Step"'],
    ["Step | Input | Expected / 1 | 5 | 5 / 2 | 3 | 8", '"Step"'],
    ["a | expected | time (ms) / 5 | 10 | 3", '"time (ms)"'],
    ["a | b | expected | actual / 5 | 1 | 6 | 7", '"actual"'],
    ["a | actual | expected / 5 | 1 | 6", '"actual"'],
    ["Test | n | Expected / 1 | 5 | 10", '"Test"'],
    ["Step | n | Expected / 4 | 5 | 10", '"Step"'],
    ["Lauf | n | Ergebnis / 1 | 5 | 10 / 2 | 6 | 12", '"Lauf"'],
    ["x | n | Expected / 0 | 5 | 10 / 1 | 6 | 12 / 2 | 7 | 14", '"x"'],
    ["name | n | result / 1A | 1 | 2", "holds a value"],
    ["old | error / 3 | DeprecationWarning", "whether DeprecationWarning is raised"],
  ])("%s", (table, why) => {
    for (const row of rows(table)) expect(row).not.toMatch(/^table:/);
    expect(rows(table)[0]).toContain(why);
  });
});
