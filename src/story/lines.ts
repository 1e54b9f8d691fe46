import { isRecord } from "../foundation/json.ts";

/** Every line of text in a story, whatever key holds it, as criteria may quote it: bullets stay, ends are trimmed. */
export function storyLines(document: unknown): string[] {
  if (typeof document === "string") {
    return document
      .split(/\r\n|[\n\r]/u)
      .map((line) => line.trim())
      .filter((line) => line !== "");
  }
  if (Array.isArray(document)) {
    return document.flatMap((item: unknown) =>
      // An example given as an object has no line of its own: its JSON is the line.
      isRecord(item) ? [JSON.stringify(item), ...storyLines(item)] : storyLines(item),
    );
  }
  if (isRecord(document)) return Object.values(document).flatMap(storyLines);
  return [];
}

/** A line as criteria quote it: without bullets, numbering or comment signs in front, white space folded. */
export function withoutBullet(text: string): string {
  return text
    .normalize("NFC")
    .replace(/^\s*(?:[-*+•–—>#]+\s+|\d{1,3}[.)]\s+)*/u, "")
    .replace(/\s+/gu, " ")
    .trim();
}
