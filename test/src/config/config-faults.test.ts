import { describe, expect, test } from "vitest";
import * as z from "zod";
import { faultText, readYaml } from "../../../src/config/config-faults.ts";
import { parseConfig, readConfigText } from "../../../src/config/config.ts";

function faults(text: string): string[] {
  const read = readConfigText(text);
  return read.ok ? [] : read.faults.map(faultText);
}

describe("a config says all that is wrong with it, each with its line", () => {
  test.each([
    {
      when: "a key is nearly one",
      text: "budget_usd: 2",
      says: ['line 1: "budget_usd" is no key: write "budget-usd"'],
    },
    {
      when: "two letters are swapped",
      text: "\nmax-clals: 3",
      says: ['line 2: "max-clals" is no key: write "max-calls"'],
    },
    {
      when: "a key is like none",
      text: "color: red",
      says: ['line 1: "color" is no key, and none is near: docs/config.md lists all'],
    },
    {
      when: "a key of few is like none",
      text: "models:\n  reviewer: m",
      says: [
        'line 2: "models.reviewer" is no key: the keys here are "design", "code", "tests", "repair"',
      ],
    },
    {
      when: "a key lies deeper",
      text: "prices:\n  big:\n    input: 1\n    ouput: 2\n",
      says: [
        'line 2: "prices.big.output" is missing: it must be a number',
        'line 4: "prices.big.ouput" is no key: write "output"',
      ],
    },
    {
      when: "a number is a text",
      text: "# ours\nmax-calls: many",
      says: ['line 2: "max-calls" must be a number, not "many"'],
    },
    {
      when: "a number is too large",
      text: "mutation-score: 50",
      says: ['line 1: "mutation-score" must be at most 1, not 50'],
    },
    {
      when: "a text is empty",
      text: "shared-inputs:\n  - ok\n  - ''",
      says: ['line 3: "shared-inputs.1" must not be empty'],
    },
    {
      when: "a choice is nearly one",
      text: "api-style: respones",
      says: [
        'line 1: "api-style" must be one of auto, responses, chat, not "respones": write responses',
      ],
    },
    {
      when: "a package has no versions",
      text: "allowed-dependencies:\n  numpy: latest",
      says: ['line 2: "allowed-dependencies.numpy" must be versions such as ">=2.0,<3", or "*"'],
    },
    {
      when: "what is named is no package",
      text: "allowed-dependencies:\n  '-x': '*'",
      says: [
        'line 2: "allowed-dependencies.-x" is no key that can stand here: it must be a package name',
      ],
    },
    {
      when: "it would wait for itself",
      text: "retry-workflow: a.yml\nrequired-checks: [a.yml]",
      says: [
        'line 2: "required-checks" names a.yml, in which merge-gate runs: it would wait for itself. Name a check of your own',
      ],
    },
  ])("$when", ({ text, says }) => expect(faults(text).toSorted()).toEqual(says.toSorted()));

  test("several at once, in one message", () => {
    expect(() => parseConfig("budget: 1\nmax-calls: 0\nself-check: yes please")).toThrow(
      [
        ".github/agent-pipeline.yml cannot be used:",
        '  line 1: "budget" is no key: write "budget-usd"',
        '  line 2: "max-calls" must be at least 3, not 0',
        '  line 3: "self-check" must be true or false, not "yes please"',
      ].join("\n"),
    );
  });

  test("in the schema's own words where it has some", () => {
    const own = z.strictObject({
      mode: z.enum(["merge"], { error: "write merge" }),
      python: z.string({ error: ({ input }) => `write "${String(input)}" in quotes` }),
    });
    const read = readYaml("mode: auto\npython: 3.13", own);
    expect(read.ok ? [] : read.faults.map(faultText)).toEqual([
      'line 1: "mode" write merge',
      'line 2: "python" write "3.13" in quotes',
    ]);
  });

  test("all places where it is no YAML", () => {
    expect(faults("a: [\nb: 'x\n").length).toBeGreaterThan(0);
    expect(faults("a: [\nb: 'x\n").every((each) => /^line \d: is no valid YAML: /.test(each))).toBe(
      true,
    );
  });

  test.each(["", "# nothing yet\n", "{}", "budget-usd: 2"])("nothing of %j", (text) => {
    expect(faults(text)).toEqual([]);
  });
});
