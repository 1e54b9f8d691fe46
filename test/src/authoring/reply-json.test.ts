import { describe, expect, test } from "vitest";
import { jsonInReply } from "../../../src/authoring/reply-json.ts";
import { counterexample } from "../../support/counterexample.ts";
import * as fc from "../../support/properties.ts";

const VALUE = { summary: "a ``` fence and a } brace", files: [] };
const JSON_TEXT = JSON.stringify(VALUE, null, 2);

const survives = (value: unknown): boolean => {
  const text = JSON.stringify({ value });
  return [text, `\`\`\`json\n${text}\n\`\`\``, `Here: ${text} Done.`].every((each) => {
    const read = jsonInReply(each);
    return read.ok && JSON.stringify(read.value) === text;
  });
};

describe("the JSON of a reply is read where it stands", () => {
  test.each([
    { where: "alone", text: JSON_TEXT },
    { where: "behind a byte order mark", text: `\uFEFF${JSON_TEXT}` },
    { where: "with Windows line ends", text: JSON_TEXT.replaceAll("\n", "\r\n") },
    { where: "in a code fence", text: `\`\`\`json\n${JSON_TEXT}\n\`\`\`` },
    { where: "in a fence without a language", text: `\`\`\`\n${JSON_TEXT}\n\`\`\`\n` },
    { where: "in a fence of tildes", text: `~~~json\n${JSON_TEXT}\n~~~` },
    {
      where: "behind a sentence, in a fence",
      text: `Here it is:\n\n\`\`\`json\n${JSON_TEXT}\n\`\`\``,
    },
    { where: "between two sentences", text: `Sure! ${JSON_TEXT}\nI hope that helps.` },
    { where: "behind its reasoning", text: `<think>\nIs {"a": 1} right?\n</think>\n${JSON_TEXT}` },
    {
      where: "behind its reasoning, in a fence",
      text: `<thinking>hm</thinking>\n\`\`\`json\n${JSON_TEXT}\n\`\`\``,
    },
    {
      where: "twice alike",
      text: `\`\`\`\n${JSON_TEXT}\n\`\`\`\nor\n\`\`\`\n${JSON_TEXT}\n\`\`\``,
    },
  ])("$where", ({ text }) => {
    expect(jsonInReply(text)).toEqual({ ok: true, value: VALUE });
  });

  test.each([
    { when: "there is none", text: "I cannot do that." },
    { when: "it is cut off", text: JSON_TEXT.slice(0, -3) },
    { when: "it is cut off in its fence", text: `\`\`\`json\n${JSON_TEXT.slice(0, -3)}\n\`\`\`` },
    { when: "the fence does not end", text: `\`\`\`json\n{"a": [1, 2` },
    { when: "two different ones stand there", text: '```\n{"a": 1}\n```\n```\n{"a": 2}\n```' },
    { when: "nothing stands there", text: "" },
    { when: "only a number stands in the fence", text: "```\n1\n```" },
  ])("and is not read where $when", ({ text }) => {
    expect(jsonInReply(text).ok).toBe(false);
  });

  test("whatever a value holds, wrapping it changes nothing", () => {
    expect(counterexample(fc.jsonValue(), survives)).toBeNull();
  });
});
