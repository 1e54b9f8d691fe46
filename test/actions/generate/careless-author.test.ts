import { describe, expect, test } from "vitest";
import { author, code, MAPPED, suite } from "./support/author.ts";
import { CODE, DESIGN, TESTS } from "./support/stories.ts";
import { handedOver, World } from "./support/world.ts";

/** Knows the examples of the story, and nothing else. */
const LOOKUP = "def double(number: int) -> int:\n    return {2: 4, 0: 0}.get(number, 0)\n";

const EVERY_CRITERION = ["AC-1", "AC-2", "AC-3"]
  .map((id) => `@pytest.mark.criterion("${id}")\n`)
  .join("");

const HOLLOW = {
  "is callable": "assert callable(double)",
  "gives what it gives": "assert double(2) == double(2)\n    assert double(0) == double(0)",
} as const;

const hollow = (assertion: string): string =>
  `import pytest\n\nfrom src.doubling import double\n\n\n${EVERY_CRITERION}def test_it():\n    ${assertion}\n`;

describe("an author who makes it easy for themselves", () => {
  test.each(Object.entries(HOLLOW))(
    "tests that only say that the function %s are not what is handed over",
    async (_name, assertion) => {
      const { world, files, log } = await author({
        tests: [suite(hollow(assertion)), suite(TESTS)],
      });
      await using _ = world;
      // Found without running anything.
      expect(log.join("\n")).toMatch(/a table of the examples would pass[^]*self-check: proven/);
      expect(files("tests/test_story.py")).toBe(TESTS.trim());
    },
  );

  test("a lookup table of the examples does not get past tests that ask for more", async () => {
    const { world, files, log } = await author({ code: [code(LOOKUP)] });
    await using _ = world;
    expect(log.join("\n")).toMatch(/self-check: test_failed[^]*self-check: proven/);
    expect(files("src/doubling.py")).toBe(CODE.trim());
    expect(files("tests/test_story.py")).toBe(TESTS.trim());
  });

  test("nor does it where the tests know the examples alone: new ones fail on it, and stay", async () => {
    const few = TESTS.replace(
      /def test_doubles\(\):\n(?: {4}.*\n)+/,
      "def test_doubles():\n    assert double(2) == 4\n",
    );
    const more = TESTS.replaceAll("test_", "test_more_");
    const { world, files, log } = await author({
      code: [code(LOOKUP)],
      tests: [suite(few), suite(more, "tests/test_more.py")],
    });
    await using _ = world;
    expect(log.join("\n")).toContain("self-check: proven");
    expect(files("src/doubling.py")).toBe(CODE.trim());
    expect(files("tests/test_more.py")).toBe(more.trim());
  });

  test("a test that is skipped is mended before anybody sees it", async () => {
    const skipped = TESTS.replace(
      "def test_doubles():\n",
      'def test_doubles():\n    pytest.skip("later")\n',
    );
    const { world, files, log } = await author({ tests: [suite(skipped), suite(TESTS)] });
    await using _ = world;
    expect(log.join("\n")).toContain("self-check: proven");
    expect(files("tests/test_story.py")).toBe(TESTS.trim());
  });

  test("code that runs what it reads is written again by its author", async () => {
    const read = `from pathlib import Path\n\n\ndef double(number: int) -> int:\n    return eval(Path("rule.txt").read_text()) if number > 10**9 else number * 2\n`;
    const { world, files, log } = await author({ code: [code(read), code(CODE)] });
    await using _ = world;
    // Found without running anything.
    expect(log.join("\n")).toMatch(
      /gives eval\(\) text that is read from a file[^]*self-check: proven/,
    );
    expect(files("src/doubling.py")).toBe(CODE.trim());
  });

  test("a suite that passes in one order alone is replaced by another one", async () => {
    const inTurn = [
      "TURNS = []",
      '@pytest.mark.criterion("AC-1")\n@pytest.mark.parametrize("turn", range(12))\ndef test_in_turn(turn):',
      "    TURNS.append(turn)\n    assert double(turn) == sum(TURNS[-1:] * 2)\n    assert TURNS == list(range(turn + 1))",
    ];
    const { world, files, log } = await author(
      {
        tests: [suite(`${TESTS}\n\n${inTurn[0]}\n\n\n${inTurn[1]}\n${inTurn[2]}\n`), suite(TESTS)],
      },
      { reruns: 1 },
    );
    await using _ = world;
    expect(log.join("\n")).toMatch(/flaky: asking for tests anew[^]*self-check: proven/);
    expect(files("tests/test_story.py")).toBe(TESTS.trim());
  });

  test("code that never answers is told by the examples, and written again by its author", async () => {
    const endless =
      "def double(number: int) -> int:\n    while number == 0:\n        pass\n    return number * 2\n";
    const { world, files, log } = await author(
      { design: [DESIGN, MAPPED], code: [code(endless), code(CODE), code(CODE)] },
      { checkSeconds: 80 },
    );
    await using _ = world;
    expect(log.join("\n")).toMatch(/self-check: .*timeout[^]*self-check: proven/);
    expect(files("src/doubling.py")).toBe(CODE.trim());
  });

  test("the same mistake twice is not asked about a third time in the same way", async () => {
    const wrong = CODE.replace("* 2", "+ 2");
    const { world, files, log, prompts } = await author({
      design: [DESIGN, MAPPED],
      code: [code(wrong), code(`# mended\n${wrong}`), code(CODE)],
    });
    await using _ = world;
    const said = log.join("\n");
    expect(said).toContain("example_failed: asking for code that mends it");
    expect(said).toContain(
      "example_failed: asking for code anew, by somebody who sees nothing of what failed",
    );
    expect(said).toContain("self-check: proven");
    expect(prompts.at(-1)).not.toContain("your code gave");
    expect(files("src/doubling.py")).toBe(CODE.trim());
  });
});

test("of two stories one fails: the other is proven and handed over all the same", async () => {
  const wrong = Array.from({ length: 9 }, () => code(CODE.replace("* 2", "+ 2")));
  await using world = await World.open({ answers: { tripling: { code: wrong } }, selfCheck: true });
  const run = await world.generateByBundle(world.pushStories("doubling", "tripling"));
  expect(run.log).toContain("doubling: self-check: proven");
  expect(run.log).toMatch(/tripling: .*this is for a person to answer/);
  const made = handedOver(run);
  expect(made.map(({ task }) => task)).toEqual(["doubling", "tripling"]);
  const labels = made.map(({ number }) => world.repository.pullRequest(number).labels);
  expect(labels).toEqual([["agent-pipeline"], ["agent-pipeline", "needs-human"]]);
});
