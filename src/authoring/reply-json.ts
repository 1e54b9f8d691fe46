import { type JsonRead, readJson } from "../foundation/json.ts";

/**
 * The JSON in what a model said. Servers that ignore the schema wrap it: in code fences, behind a sentence, behind their
 * reasoning, with a byte order mark. What is read is one whole object; text that was cut off is never mended.
 */
export function jsonInReply(text: string): JsonRead {
  const plain = withoutReasoning(text.replace(/^\uFEFF/u, "")).trim();
  const whole = readJson(plain);
  if (whole.ok) return whole;
  const found = candidatesIn(plain).map(readJson).filter(isObject);
  // Two different objects: nobody can say which of them is meant.
  const distinct = new Map(found.map((read) => [JSON.stringify(read.value), read]));
  const [only, ...others] = distinct.values();
  return only !== undefined && others.length === 0 ? only : whole;
}

/** Some models think aloud before they answer. */
function withoutReasoning(text: string): string {
  return text.replace(/^\s*<(think|thinking|reasoning)>[\s\S]*?<\/\1>/iu, "");
}

/** What stands in code fences; else what stands between the first brace and the last. */
function candidatesIn(text: string): string[] {
  const fenced = [...text.matchAll(/^[ \t]*(`{3,}|~{3,})[^\n`]*\n([\s\S]*?)\n[ \t]*\1[ \t]*$/gmu)];
  if (fenced.length > 0) return fenced.map((match) => match[2]!);
  const [start, end] = [text.indexOf("{"), text.lastIndexOf("}")];
  return start < 0 || end < start ? [] : [text.slice(start, end + 1)];
}

function isObject(read: JsonRead): read is Extract<JsonRead, { ok: true }> {
  return read.ok && typeof read.value === "object" && read.value !== null;
}
