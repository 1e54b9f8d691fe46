import { describe, expect, test } from "vitest";
import { canonicalJson, sha256, sha256OfJson } from "../../../src/foundation/digest.ts";
import * as fc from "../../support/properties.ts";

describe("canonicalJson", () => {
  test.each([
    {
      when: "keys are sorted by UTF-16",
      value: { b: 1, a: { d: 1, c: 2 } },
      expected: '{"a":{"c":2,"d":1},"b":1}',
    },
    { when: "numbers have one form", value: [1.0, 1e21, 0.1, -0], expected: "[1,1e+21,0.1,0]" },
    { when: "text stays as it is", value: "é\u2028", expected: '"é\u2028"' },
    { when: "lists keep their order", value: [2, 1], expected: "[2,1]" },
  ])("$when", ({ value, expected }) => {
    expect(canonicalJson(value)).toBe(expected);
  });

  test("means the same value, whatever the order of its keys", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).toReversed());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
        expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
      }),
      { numRuns: 300 },
    );
  });

  test("a value without a JSON form is a bug, not a digest", () => {
    expect(() => sha256OfJson(undefined)).toThrow("no canonical JSON");
  });
});

test("sha256 names its algorithm", () => {
  const empty = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  expect(sha256("")).toBe(empty);
  expect(sha256(new Uint8Array())).toBe(empty);
});
