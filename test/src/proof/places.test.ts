import { describe, expect, test } from "vitest";
import { atItsTest, placeOfCall, placeOfName } from "../../../src/proof/places.ts";
import type { PublicName } from "../../../src/proof/syntax-report.ts";

const named = (name: string, line: number, kind: PublicName["kind"] = "function"): PublicName => ({
  file: "src/shop.py",
  name,
  kind,
  range: [line, 1, line + 2, 9],
  stubs: ["nothing"],
});
const NAMES = [
  named("shop", 1, "module"),
  named("fee", 3),
  named("parse", 10),
  named("Cart", 20, "class"),
  named("Cart.total", 25, "method"),
  named("Shelf", 40, "class"),
  named("Shelf.total", 45, "method"),
];

describe("an example that fails is shown at what it calls", () => {
  test.each<[string, { setup?: string[]; call: string }, number | undefined]>([
    ["a function", { call: "fee(3)" }, 3],
    ["the outermost of two", { call: "parse(fee(3))" }, 10],
    ["the one that is the task's own", { call: "round(fee(3), 2)" }, 3],
    ["the last of a chain", { call: "Cart().total()" }, 25],
    ["the method of the class that is named", { setup: ["s = Shelf()"], call: "s.total()" }, 45],
    ["what was made, where nothing is called", { setup: ["c = Cart()"], call: "c.size" }, 20],
    ["no name that stands in a text", { call: `print("fee(3)", 'it\\'s parse(1)')` }, undefined],
    ["nothing that is not known", { call: "other(3)" }, undefined],
  ])("%s", (_, { setup = [], call }, line) => {
    expect(placeOfCall({ setup, call }, NAMES)).toEqual(
      line === undefined ? {} : { file: "src/shop.py", line },
    );
  });

  test("and a function by its name", () => {
    expect(placeOfName("Cart.total", NAMES)).toEqual({ file: "src/shop.py", line: 25 });
    expect(placeOfName("shop", NAMES)).toEqual({});
  });
});

describe("a reason about a test is shown at that test", () => {
  const MAIN = "tests/test_story.py";
  const written = [{ file: MAIN, name: "TestFee::test_zero", line: 12 }];
  const reason = { code: "flaky" as const, message: "odd" };

  test.each([
    ["by its id", { test: `${MAIN}::TestFee::test_zero` }, { file: MAIN, line: 12 }],
    [
      "whatever its case",
      { test: `${MAIN}::TestFee::test_zero[a::b-[1]]` },
      { file: MAIN, line: 12 },
    ],
    ["in its file, where it is not written", { test: `${MAIN}::test_made` }, { file: MAIN }],
    ["nowhere, where there is no such file", { test: "tests/../../x.py::test" }, {}],
    [
      "where it says itself",
      { test: `${MAIN}::TestFee::test_zero`, file: "src/a.py" },
      { file: "src/a.py" },
    ],
    ["nowhere, where it names none", {}, {}],
  ])("%s", (_, given, place) => {
    const { file, line } = atItsTest({ ...reason, ...given }, written);
    expect({ ...(file !== undefined && { file }), ...(line !== undefined && { line }) }).toEqual(
      place,
    );
  });
});
