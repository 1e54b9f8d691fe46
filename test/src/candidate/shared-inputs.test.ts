import { describe, expect, test } from "vitest";
import { folderOfGlob, isSharedInput } from "../../../src/candidate/shared-inputs.ts";

describe("a glob of shared inputs finds files in", () => {
  test.each([
    ["data/prices/*.csv", "data/prices"],
    ["data/**/prices.csv", "data"],
    ["data/prices.csv", "data"],
    ["prices.csv", ""],
    ["*.csv", ""],
    ["**/*.csv", ""],
    ["{data,more}/x.csv", ""],
    ["data/[ab]/x.csv", "data"],
    ["data/@(a|b)/x.csv", "data"],
    ["./data/x.csv", ""],
    ["data/./x.csv", "data"],
    ["data//x.csv", "data"],
    ["/data/x.csv", ""],
  ])("%s: %j", (glob, folder) => {
    expect(folderOfGlob(glob)).toBe(folder);
  });

  test.each([
    ["data/prices/a.csv", ["data/prices/*.csv"], true],
    ["data/.hidden/a.csv", ["data/**/*.csv"], true],
    ["data/a.txt", ["data/**/*.csv"], false],
    ["requirements.txt", [], true],
    ["test-requirements.txt", [], true],
    ["data/requirements.txt", [], false],
    ["data/a.csv", [], false],
    ["data/a.csv", ["other/*", "data/*"], true],
    // A glob that begins with a sign of another meaning elsewhere is a glob like any other.
    ["#notes.csv", ["#*.csv"], true],
    ["!notes.csv", ["!*.csv"], true],
    ["data.txt", ["!*.csv"], false],
  ])("%s by %j: %s", (path, globs, expected) => {
    expect(isSharedInput(path, globs)).toBe(expected);
  });
});
