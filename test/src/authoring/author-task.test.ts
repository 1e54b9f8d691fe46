import { describe, expect, test } from "vitest";
import type { ReplyChecks } from "../../../src/authoring/reply-checks.ts";
import { exchangesOf } from "../../../src/authoring/transcript.ts";
import { PipelineError } from "../../../src/foundation/errors.ts";
import { CODE, DESIGN, REPLIES, TESTS } from "../../actions/generate/support/stories.ts";
import { author, errorOf, folderOf, STORY } from "./recorded-author.ts";

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const [first, ...others] = DESIGN.criteria;
const BENT = { ...DESIGN, criteria: [{ ...first!, source: "It MUST be fast." }, ...others] };
const WITHOUT_A_CRITERION = {
  files: [{ path: "tests/test_story.py", content: TESTS.replace('"AC-2"', '"AC-1"') }],
  notes: null,
};

describe("authorTask", () => {
  test("asks for the design, then for code and tests, each blind to the other", async () => {
    const { asked } = await author();
    const [design, code, tests] = asked;
    expect(asked.map(({ request, model, round }) => [request.stage, model, round])).toEqual([
      ["design", "one", 1],
      ["code", "one", 1],
      ["tests", "other", 1],
    ]);
    const { behaviour } = DESIGN.modules[0]!.names[0]!;
    const { statement, source } = DESIGN.criteria[0]!;
    for (const told of [behaviour, statement, source]) {
      expect(code?.request.input).toContain(told);
    }
    expect(tests?.request.input).toContain(source);
    for (const told of [behaviour, statement]) expect(tests?.request.input).not.toContain(told);
    for (const { request } of [design!, code!, tests!]) {
      expect(request.input).toContain(JSON.stringify(STORY.document, null, 2));
    }
    expect(code?.request.input).not.toContain("def ");
  });

  test("asks again about a reply that cannot be used, with all that is wrong with it, and uses what comes then", async () => {
    const run = await author({ script: { design: [BENT, DESIGN], tests: [WITHOUT_A_CRITERION] } });
    expect(run.asked.map(({ request, round }) => [request.stage, round])).toEqual([
      ["design", 1],
      ["design", 2],
      ["code", 1],
      ["tests", 1],
      ["tests", 2],
    ]);
    const [, design, , , tests] = run.asked;
    const [asked] = run.asked;
    expect(design!.request.input.startsWith(asked!.request.input)).toBe(true);
    expect(design!.request.instructions).toBe(asked!.request.instructions);
    expect(design!.request.input).toContain(
      '- AC-1 quotes a line that the story does not have: "It MUST be fast."',
    );
    expect(design!.request.input).toContain(
      '- no criterion quotes this line of the story: "double(number) MUST return twice the number."',
    );
    expect(tests!.request.input).toContain('no test is marked with @pytest.mark.criterion("AC-2")');
    expect(run.log.join("\n")).toContain(
      "design: the reply cannot be used, and is asked for again",
    );
    expect(text(folderOf(run).get("tests/test_story.py"))).toBe(TESTS);
  });

  test("keeps the good files of a reply: a further one need not have them again", async () => {
    const helper = { path: "src/helper.py", content: "TWICE = 2\n" };
    const astray = { path: "helper.py", content: "" };
    const run = await author({
      script: {
        code: [
          { files: [helper, astray], notes: null },
          { files: REPLIES.code.files, notes: "Now below src." },
        ],
      },
    });
    expect(run.asked.at(-1)?.request.input).toContain("TWICE = 2");
    expect(text(folderOf(run).get("src/helper.py"))).toBe("TWICE = 2\n");
    expect(text(folderOf(run).get("src/doubling.py"))).toBe(CODE);
  });

  test("never shows text that was cut off, and asks for less of it", async () => {
    const { asked } = await author({
      finish: ({ request, round }) =>
        request.stage === "design" && round === 1 ? "length" : "stop",
      script: { design: ["{ cut off her", DESIGN] },
    });
    expect(asked[1]?.request.input).toContain("Answer more briefly");
    expect(asked[1]?.request.input).not.toContain("cut off her");
  });

  test("looks at the Python of a reply that can be read, and asks again about that as well", async () => {
    const seen: string[] = [];
    const code: ReplyChecks["code"] = ([file]) => {
      seen.push(file!.content);
      const isFirst = seen.length === 1;
      return Promise.resolve(
        isFirst ? [{ code: "syntax", problem: "src/doubling.py:1: SyntaxError: invalid" }] : [],
      );
    };
    const broken = { files: [{ path: "src/doubling.py", content: "def (\n" }], notes: null };
    const run = await author({ script: { code: [broken] }, checks: { code } });
    expect(seen).toEqual(["def (\n", CODE]);
    expect(run.asked.at(-1)?.request.input).toContain("src/doubling.py:1: SyntaxError: invalid");
    expect(run.asked.at(-1)?.request.input).toContain("def (");
  });

  test("asks another model about replies that cannot be used where the config names one", async () => {
    const models = { design: "one", code: "one", tests: "other", repair: "mender" };
    const { asked } = await author({ script: { design: [BENT] }, terms: { models } });
    expect(asked.map(({ model }) => model)).toEqual(["one", "mender", "one", "other"]);
  });

  test.each([
    { repairsPerReply: 0, asked: 1, said: 'The model\'s reply for the stage "design" cannot' },
    {
      repairsPerReply: 2,
      asked: 3,
      said: 'The model\'s reply for the stage "design" cannot be used (asked for 3 times): ',
    },
  ])("gives up after $asked replies with $repairsPerReply repairs", async (row) => {
    const run = await author({
      script: { design: ["{", "[]", "I can't."] },
      terms: { repairsPerReply: row.repairsPerReply },
    });
    expect(run.asked).toHaveLength(row.asked);
    expect(errorOf(run)).toMatchObject({
      code: "MODEL_OUTPUT_INVALID",
      message: expect.stringContaining(row.said) as unknown,
    });
    expect(exchangesOf(run.made).map(({ outcome }) => outcome)).toEqual([
      ...Array<string>(row.asked - 1).fill("asked_again"),
      "refused",
    ]);
  });

  test("says what is wrong with code and with tests at once, and keeps both replies", async () => {
    const nothing = { files: [], notes: null };
    const run = await author({
      script: { code: [nothing, nothing], tests: [nothing, nothing] },
    });
    expect(String(errorOf(run))).toMatch(
      /stage "code" cannot be used \(asked for 2 times\)[^]*stage "tests" cannot be used \(asked/,
    );
    expect(exchangesOf(run.made).map(({ stage, outcome }) => [stage, outcome])).toEqual([
      ["design", "used"],
      ["code", "asked_again"],
      ["code", "refused"],
      ["tests", "asked_again"],
      ["tests", "refused"],
    ]);
  });

  test("keeps what was paid for where the server gives no further answer", async () => {
    const away = new PipelineError("SERVICE_UNAVAILABLE", "The server is away");
    const run = await author({ script: { code: [away] }, delays: { tests: 5 } });
    expect(errorOf(run)).toBe(away);
    expect(exchangesOf(run.made).map(({ stage }) => stage)).toEqual(["design", "tests"]);
  });
});
