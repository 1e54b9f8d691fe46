import { describe, expect, test } from "vitest";
import type { Reply } from "../../../world/model.ts";
import { author, code, MAPPED, suite } from "./support/author.ts";
import { CODE, DESIGN, smallStory, storyPath, storyText, TESTS } from "./support/stories.ts";
import { handedOver } from "./support/world.ts";

/** Passes the examples of the story, and is wrong below zero. */
const WRONG_BELOW_ZERO =
  "def double(number: int) -> int:\n    return number * 2 if number >= 0 else number\n";
const WRONG_EXAMPLE = CODE.replace("* 2", "+ 2");
/** The same as the good code, with more in which it could be wrong. */
const BRANCHES = `def double(number: int) -> int:
    if number > 1000:
        return number + number
    if number > 500:
        return 2 * number
    if number < -1000:
        return -(-number * 2)
    return number * 2
`;
const MORE_TESTS = `import pytest

from src.doubling import double


@pytest.mark.criterion("AC-1")
def test_large_numbers():
    assert double(1001) == 2002
    assert double(501) == 1002
    assert double(-1001) == -2002
`;

const wrongly = (tests: string): string => tests.replace("double(-3) == -6", "double(-3) == 6");

const derived = (returns: string): Reply => ({
  answers: [{ id: 1, returns, raises: null }],
});

describe("what an author has written is judged as verify will judge it", () => {
  test("right at once: nobody is asked again", async () => {
    const { run, world, log } = await author({}, { mutants: 10, reruns: 1 });
    await using _ = world;
    expect(log.join("\n")).toContain("self-check: proven");
    expect(world.stages()).toEqual(["design", "code", "tests"]);
    expect(run.exitCode).toBe(0);
  });

  test("code that fails an example is mended by its author", async () => {
    const { world, files, log, prompts } = await author({
      design: [DESIGN, MAPPED],
      code: [code(`# MARKED-CODE\n${WRONG_EXAMPLE}`), code(CODE)],
    });
    await using _ = world;
    expect(log.join("\n")).toContain("self-check: proven");
    expect(files("src/doubling.py")).toBe(CODE.trim());
    // Its line is no call, so that it is first written as one by somebody else.
    expect(world.stages()).toEqual(["design", "code", "tests", "design", "code"]);
    expect(prompts.at(-1)).toContain("double(0) must give 0, and your code gave 2");
    expect(prompts.at(-1)).not.toContain("test_doubles");
  });

  test("tests that notice too little get more tests beside them", async () => {
    const { world, files, log, prompts } = await author(
      {
        code: [code(BRANCHES)],
        tests: [suite(TESTS), suite(MORE_TESTS, "tests/test_more.py")],
      },
      { mutants: 10 },
    );
    await using _ = world;
    expect(log.join("\n")).toContain("self-check: mutation_score_low");
    expect(log.join("\n")).toContain("self-check: proven");
    expect(files("tests/test_story.py")).toBe(TESTS.trim());
    expect(files("tests/test_more.py")).toBe(MORE_TESTS.trim());
    expect(prompts.at(-1)).toMatch(/no test notices another [a-z ]+ in double/);
  });

  test("a reply that takes tests away is not taken", async () => {
    const { world, files, log } = await author(
      {
        code: [code(BRANCHES)],
        tests: [
          suite(TESTS),
          suite(TESTS.replace(" == -6", " != 7")),
          suite(MORE_TESTS, "tests/test_more.py"),
        ],
      },
      { mutants: 10 },
    );
    await using _ = world;
    expect(log.join("\n")).toContain("is there already and cannot be changed");
    expect(log.join("\n")).toContain("self-check: proven");
    expect(files("tests/test_story.py")).toBe(TESTS.trim());
  });

  test("a right new test that fails on wrong code stays, and the code goes", async () => {
    const wrong = BRANCHES.replace("number + number", "number + 1");
    const { world, files, log } = await author(
      {
        code: [code(wrong), code(CODE), code(CODE)],
        tests: [suite(TESTS), suite(MORE_TESTS, "tests/test_more.py"), suite(TESTS), suite(TESTS)],
      },
      { mutants: 10 },
    );
    await using _ = world;
    expect(log.join("\n")).toMatch(/test_failed[^]*self-check: proven/);
    expect(files("tests/test_more.py")).toBe(MORE_TESTS.trim());
    expect(files("src/doubling.py")).toBe(CODE.trim());
  });

  test("what is public without being promised is for the author of the code", async () => {
    const helper = `def helper(number: int) -> int:\n    return number + 1\n\n\n${CODE}`;
    const { world, log } = await author({ code: [code(helper), code(CODE)] });
    await using _ = world;
    expect(log.join("\n")).toContain("stub_survived: asking for code that mends it");
    expect(log.join("\n")).toContain("self-check: proven");
  });

  test("a test that contradicts the story is overruled, and a person is told", async () => {
    const { world, files, log } = await author({
      tests: [
        suite(wrongly(TESTS)),
        suite(TESTS),
        suite(TESTS),
        derived("-6"),
        derived("-6"),
        suite(TESTS.replaceAll("test_", "test_more_"), "tests/test_more.py"),
      ],
    });
    await using _ = world;
    expect(log.join("\n")).toContain("is overruled");
    const manifest: unknown = JSON.parse(files("meta/manifest.json"));
    expect(manifest).toMatchObject({
      overruled: [{ call: "double(-3)", expected: "6", answered: "-6" }],
      attempts: [{ ended: "open" }],
    });
    expect(log.join("\n")).toContain("test_overruled: this is for a person to answer");
  });

  test("wrong code that only a test knows of goes, and the right test stays", async () => {
    const { world, files, log, prompts } = await author({
      code: [code(WRONG_BELOW_ZERO), code(CODE), code(CODE)],
    });
    await using _ = world;
    expect(log.join("\n")).toContain("self-check: proven");
    expect(files("src/doubling.py")).toBe(CODE.trim());
    expect(files("tests/test_story.py")).toBe(TESTS.trim());
    const toCode = prompts.filter((prompt) => !prompt.includes("-----BEGIN LINES"));
    expect(toCode.some((prompt) => prompt.includes("test_doubles"))).toBe(false);
  });

  test("no question to one author ever holds text of the other", async () => {
    const { world, log } = await author({
      code: [
        code(`# MARKED_CODE\n${WRONG_BELOW_ZERO}`),
        code(`# MARKED_CODE\n${CODE}`),
        code(CODE),
      ],
      tests: [suite(`# MARKED_TEST\n${TESTS}`)],
    });
    await using _ = world;
    expect(log.join("\n")).toContain("self-check: proven");
    const asked = (stage: string): string =>
      world.model.requests
        .filter((request) => request.stage === stage)
        .map(({ body }) => JSON.stringify(body))
        .join("\n");
    expect(asked("code")).not.toContain("MARKED_TEST");
    expect(asked("tests")).not.toContain("MARKED_CODE");
    expect(asked("design")).not.toMatch(/MARKED/);
  });

  test("where the answers differ, the story's author is asked", async () => {
    const { world, files, log } = await author({
      tests: [
        suite(wrongly(TESTS)),
        suite(wrongly(TESTS)),
        suite(wrongly(TESTS)),
        derived("6"),
        derived("-6"),
      ],
    });
    await using _ = world;
    expect(log.join("\n")).toContain("this is for a person to answer");
    expect(JSON.parse(files("meta/manifest.json"))).toMatchObject({
      open: { call: "double(-3)", line: "double(-3) → 6" },
      attempts: [{ ended: "open" }],
    });
  });

  test("and an edit of the story answers it: the next run builds what the line says", async () => {
    const line = "double(-3) → -6";
    const call = { setup: [], call: "double(-3)", returns: "-6", raises: null };
    const criterion = { id: "AC-4", source: line, statement: "-3 gives -6", example: call };
    const answered = { ...DESIGN, criteria: [...DESIGN.criteria, criterion] };
    const tests = `${TESTS.replace("    assert double(-3)", "    assert double(7) == 14\n    assert double(-3)")}\n\n@pytest.mark.criterion("AC-4")\ndef test_below_zero():\n    assert double(-3) == -6\n`;
    const { world, log } = await author({
      design: [DESIGN, answered],
      tests: [
        suite(wrongly(TESTS)),
        suite(wrongly(TESTS)),
        suite(wrongly(TESTS)),
        derived("6"),
        derived("-6"),
        suite(tests),
      ],
    });
    await using _ = world;
    expect(log.join("\n")).toContain("this is for a person to answer");
    const story = smallStory("doubling");
    const edited = { ...story, requirements: `${String(story["requirements"])}\n- ${line}` };
    const next = await world.generateByBundle(
      world.push({ [storyPath("doubling")]: storyText(edited) }),
    );
    expect(next.log).toContain("doubling: self-check: proven");
    const [made] = handedOver(next);
    const manifest = world.content(made!.head, "generated/doubling/meta/manifest.json");
    expect(JSON.parse(manifest)).toMatchObject({ open: null, attempts: [{ ended: "proven" }] });
  });

  test("never right: it is asked as often as makes sense, and the best version is kept", async () => {
    const { world, files, log, run } = await author({
      code: Array.from({ length: 9 }, () => code(WRONG_EXAMPLE)),
    });
    await using _ = world;
    expect(log.join("\n")).toContain("this is for a person to answer");
    expect(files("src/doubling.py")).toBe(WRONG_EXAMPLE.trim());
    expect(run.exitCode).toBe(0);
  });
});
