import type { ExampleValue } from "./example.ts";
import { quotedTexts } from "./quoted-texts.ts";
import { raisedNames } from "./raised-names.ts";

/** A text with a place to fill in, or with something left out, is what no test holds word for word. */
const TEMPLATE = /[{}<>…]|\.\.\.|%[sd]/u;

/** `written`: a text as it stands in the line, where it has escapes that may be meant as they are. */
export type Demanded = ExampleValue & { readonly written?: string };

/** The names of exceptions in a line of a story, and the texts that it quotes, each once. Backticks quote code, no text. */
export function namesAndTexts(line: string): Demanded[] {
  const { plain, texts } = quotedTexts(line);
  const byText = new Map(texts.map((each) => [each.text, each]));
  return [
    ...raisedNames(plain).map((text) => ({ kind: "name" as const, text })),
    ...[...byText.values()]
      .filter(({ written }) => !TEMPLATE.test(written))
      .map((each) => ({ kind: "string" as const, ...each })),
  ];
}
