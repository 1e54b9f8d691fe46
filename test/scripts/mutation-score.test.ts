import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { ROOMS } from "../../scripts/mutation/rooms.ts";
import { type Mutant, scoreOf, survivorsOf } from "../../scripts/mutation/score.ts";
import { SURVIVORS } from "../../scripts/mutation/survivors.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

const mutant = (status: Mutant["status"], mutator = "ConditionalExpression"): Mutant => ({
  file: "src/a.ts",
  line: 1,
  code: "if (a) return b;",
  mutator,
  replacement: "false",
  status,
});

describe("the score of a room", () => {
  test.each<{ status: Mutant["status"]; survived: number }>([
    { status: "Killed", survived: 0 },
    { status: "Timeout", survived: 0 },
    { status: "RuntimeError", survived: 0 },
    { status: "Survived", survived: 1 },
    { status: "NoCoverage", survived: 1 },
    // A comment in the code can make it so: it must not make the score better.
    { status: "Ignored", survived: 1 },
    { status: "CompileError", survived: 1 },
    { status: "Pending", survived: 1 },
  ])("counts what is $status as $survived survived", ({ status, survived }) => {
    expect(scoreOf([mutant(status)])).toEqual({
      killed: 1 - survived,
      survived,
      share: 1 - survived,
    });
    expect(survivorsOf([mutant(status)])).toHaveLength(survived);
  });

  test.each(["StringLiteral", "Regex"])(
    "leaves out the mutator %s, whatever came of it",
    (mutator) => {
      const given = [mutant("Ignored", mutator), mutant("Killed", mutator), mutant("Survived")];
      expect(scoreOf(given)).toEqual({ killed: 0, survived: 1, share: 0 });
    },
  );

  test("is the share of what was noticed", () => {
    const given = [mutant("Killed"), mutant("Killed"), mutant("Killed"), mutant("NoCoverage")];
    expect(scoreOf(given)).toEqual({ killed: 3, survived: 1, share: 0.75 });
  });
});

test.each(Object.values(ROOMS).flat())("%s, whose score is asked for, is there", (file) => {
  expect(existsSync(join(root, file))).toBe(true);
});

test.each(SURVIVORS)(
  "what may survive is in a file whose score is asked for: $file",
  ({ file }) => {
    expect(Object.values(ROOMS).flat()).toContain(file);
  },
);
