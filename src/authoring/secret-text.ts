/**
 * Whether a text holds a secret: as it is, backwards, in hexadecimal, in base64 at any offset, in escapes of URLs, JSON or
 * Python, or with white space in between. Not whether it holds it in every way: somebody who means to can hide anything.
 */
export function holdsSecret(text: string, secret: string): boolean {
  const plain = text.replaceAll(/\s/gu, "");
  const texts = [plain, unescaped(plain), percentDecoded(plain), unescaped(percentDecoded(plain))];
  const backwards = Array.from(secret).toReversed().join("");
  const exact = [secret, backwards, ...base64Of(secret), ...base64Of(backwards)];
  const hexadecimal = hexOf(secret);
  return texts.some(
    (each) =>
      exact.some((form) => each.includes(form)) ||
      each
        .toLowerCase()
        .replaceAll(/[:,-]|0x/gu, "")
        .includes(hexadecimal),
  );
}

/** A text that may be shown: what it holds of a secret is taken out, or all of it where that cannot be told apart. */
export function withoutSecret(text: string, secret: string): string {
  const shown = text.replaceAll(secret, "***");
  return holdsSecret(shown, secret) ? "(a text that holds the key, and is not shown)" : shown;
}

function hexOf(secret: string): string {
  return Buffer.from(secret).toString("hex");
}

/** What a secret becomes within a longer text, wherever it begins: without the digits that its neighbours have a part in. */
function base64Of(secret: string): string[] {
  return [0, 1, 2].flatMap((offset) => {
    const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(secret)]);
    const start = Math.ceil((offset * 8) / 6);
    const end = Math.floor((bytes.length * 8) / 6);
    const digits = bytes.toString("base64").slice(start, end);
    return [digits, digits.replaceAll("+", "-").replaceAll("/", "_")];
  });
}

function unescaped(text: string): string {
  return text
    .replaceAll(/\\u\{?([0-9a-f]{4})\}?|\\x([0-9a-f]{2})/giu, (_, wide?: string, narrow?: string) =>
      String.fromCodePoint(Number.parseInt(wide ?? narrow ?? "", 16)),
    )
    .replaceAll(/\\([/"'\\])/gu, "$1");
}

/** Whatever is no escape stays as it is. */
function percentDecoded(text: string): string {
  return text.replaceAll(/%([0-7][0-9a-f])/giu, (_, digits: string) =>
    String.fromCodePoint(Number.parseInt(digits, 16)),
  );
}

/** A dummy key of a local server, such as `none`, may occur in any text; a real one is longer. */
export const SHORTEST_REAL_KEY = 16;

export function isRealKey(key: string): boolean {
  return key.length >= SHORTEST_REAL_KEY;
}
