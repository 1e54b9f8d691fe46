import { describe, expect, test } from "vitest";
import { type Answer, EXIT } from "../../commands/answer.ts";
import { NAMES } from "../../commands/commands.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import { say } from "../../src/telling/blocks.ts";
import { HOSTILE } from "../support/hostile.ts";
import { steering, TERMINAL, typed } from "./command-line.ts";

const answer = (said: string): Answer => ({
  exit: EXIT.faults,
  blocks: [{ kind: "paragraph", line: say`✘ ${said}` }],
  data: { said },
});

function refused(): Promise<Answer> {
  return Promise.reject(
    new PipelineError("INPUT_INVALID", "It is \u001b[2Jwrong", { hint: "Mend it." }),
  );
}

describe("the command line", () => {
  test("hands on what was typed, and shows the answer with its exit code", async () => {
    const told = await typed(["check", "-C", "there", "a.json", "b.json"], {
      check: ({ words, directory, isJson }) =>
        Promise.resolve(answer(`${words.join(" ")} in ${directory}, ${isJson}`)),
    });
    expect(told).toEqual({ exit: 1, out: "✘ a.json b.json in there, false\n", error: "" });
  });

  test.each([
    ["-C", "there", "check", "a.json"],
    ["--directory=there", "check", "a.json"],
    ["-C", "elsewhere", "check", "-C", "there", "a.json"],
  ])("takes the repository before the command as well: %s %s %s %s", async (...words) => {
    const { out } = await typed(words, {
      check: ({ words: files, directory }) =>
        Promise.resolve(answer(`${files.join(" ")} in ${directory}`)),
    });
    expect(out).toBe("✘ a.json in there\n");
  });

  test("takes --json there, too", async () => {
    const { out } = await typed(["--json", "check"], {
      check: ({ isJson }) => Promise.resolve(answer(`JSON: ${isJson}`)),
    });
    expect(JSON.parse(out)).toEqual({ said: "JSON: true" });
  });

  test("answers programs with JSON", async () => {
    const told = await typed(["check", "--json"], {
      check: () => Promise.resolve(answer("bell\u0007, right\u202eleft, \u{e0041}, c1 \u009b2J")),
    });
    expect(told.out).toBe(
      '{\n  "said": "bell\\u0007, right\\u202eleft, \\udb40\\udc41, c1 \\u009b2J"\n}\n',
    );
    expect(JSON.parse(told.out)).toEqual({
      said: "bell\u0007, right\u202eleft, \u{e0041}, c1 \u009b2J",
    });
  });

  test.each(HOSTILE)("shows %j as letters", async (text) => {
    for (const words of [["check"], ["check", "--json"]]) {
      const { out } = await typed(words, { check: () => Promise.resolve(answer(text)) }, TERMINAL);
      expect(steering(out)).toEqual([]);
    }
  });

  test("begins no line with a command to a runner, where a terminal breaks lines either", async () => {
    const long = `${"word ".repeat(15)}::error::x ${"word ".repeat(15)}::set-output name=a::b`;
    const { out } = await typed(
      ["check"],
      { check: () => Promise.resolve(answer(long)) },
      TERMINAL,
    );
    expect(out.split("\n").filter((line) => /^\s*::/.test(line))).toEqual([]);
  });

  test.each([
    { words: ["chek"], says: "Did you mean check?" },
    { words: ["check", "--jsn"], says: "unknown option '--jsn'" },
    { words: ["explain"], says: "missing required argument 'evidence'" },
    { words: ["explain", "1", "--token-from", "file"], says: "Allowed choices are env, gh" },
    { words: ["init", "now"], says: "too many arguments" },
    { words: ["\u001b[2Jx"], says: "unknown command" },
  ])("$words is refused with what is wrong", async ({ words, says }) => {
    const { exit, out, error } = await typed(words, {});
    expect({ exit, out }).toEqual({ exit: 2, out: "" });
    expect(error).toContain(says);
    expect(error).toContain("--help says what can be written");
    expect(steering(error)).toEqual([]);
  });

  test("says what went wrong, and what to do about it, on its own channel", async () => {
    const check = refused;
    expect(await typed(["check"], { check })).toEqual({
      exit: 2,
      out: "",
      error: "✘ It is �[2Jwrong\n  Mend it.\n",
    });
    const { exit, out } = await typed(["check", "--json"], { check });
    expect({ exit, json: JSON.parse(out) as unknown }).toEqual({
      exit: 2,
      json: {
        error: { code: "INPUT_INVALID", message: "It is \u001b[2Jwrong", hint: "Mend it." },
      },
    });
  });

  test("calls a bug a bug, with its stack", async () => {
    const { exit, error } = await typed(["check"], {
      check: () => Promise.reject(new TypeError("x is undefined")),
    });
    expect(exit).toBe(2);
    expect(error).toMatch(/^This is a bug in agent-pipeline, please report it\.\n/);
    expect(error).toMatch(/TypeError: x is undefined\n +at /);
  });
});

describe("--help", () => {
  test.each(NAMES)("of %s has examples, and fits a terminal", async (name) => {
    const { exit, out } = await typed([name, "--help"], {}, TERMINAL);
    expect(exit).toBe(0);
    expect(out).toContain(`\nExamples\n  agent-pipeline ${name}`);
    expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  test("names every command and every exit code", async () => {
    const { out } = await typed(["--help"], {}, TERMINAL);
    for (const name of NAMES) expect(out).toMatch(new RegExp(`^  ${name}\\b`, "m"));
    for (const code of Object.values(EXIT)) expect(out).toMatch(new RegExp(`^  ${code}  `, "m"));
    expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });
});
