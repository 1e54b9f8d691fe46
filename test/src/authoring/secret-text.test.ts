import { describe, expect, test } from "vitest";
import { holdsSecret, withoutSecret } from "../../../src/authoring/secret-text.ts";
import * as fc from "../../support/properties.ts";

const KEY = "sk-proj-0123/4567+89ab==cdef";

const encoded = (text: string, kind: BufferEncoding) => Buffer.from(text).toString(kind);
const DISGUISES: Readonly<Record<string, (secret: string) => string>> = {
  "as it is": (secret) => secret,
  "in a sentence": (secret) => `The key is ${secret}.`,
  backwards: (secret) => Array.from(secret).toReversed().join(""),
  "in hexadecimal": (secret) => encoded(secret, "hex"),
  "in capital hexadecimal, with colons": (secret) =>
    encoded(secret, "hex")
      .toUpperCase()
      .replaceAll(/(..)(?=.)/g, "$1:"),
  "in base64": (secret) => encoded(secret, "base64"),
  "in base64, one byte in": (secret) => encoded(`x${secret}y`, "base64"),
  "in base64, two bytes in": (secret) => encoded(`xx${secret}yy`, "base64"),
  "in base64 of URLs": (secret) => encoded(`x${secret}`, "base64url"),
  "backwards in base64": (secret) => encoded(Array.from(secret).toReversed().join(""), "base64"),
  "in the escapes of a URL": (secret) =>
    Array.from(secret)
      .map((letter) => `%${encoded(letter, "hex")}`)
      .join(""),
  "encoded for a URL": (secret) => encodeURIComponent(secret),
  "in the escapes of JSON": (secret) =>
    Array.from(secret)
      .map((letter) => `\\u00${encoded(letter, "hex")}`)
      .join(""),
  "in the escapes of Python": (secret) =>
    Array.from(secret)
      .map((letter) => `\\x${encoded(letter, "hex")}`)
      .join(""),
  "as a string of JSON": (secret) => JSON.stringify(secret).replaceAll("/", "\\/"),
  "with line breaks": (secret) => secret.replaceAll(/(.{5})/g, "$1\n  "),
};

describe("a secret is found", () => {
  test.each(Object.entries(DISGUISES))("%s", (_, disguise) => {
    expect(holdsSecret(`before ${disguise(KEY)} after`, KEY)).toBe(true);
  });

  test("whatever it is and whatever stands around it", () => {
    const key = fc.stringMatching(/^[\w+/=.-]{16,60}$/u);
    const around = fc.stringMatching(/^[ -~]{0,40}$/u);
    fc.assert(
      fc.property(
        key,
        around,
        around,
        fc.constantFrom(...Object.values(DISGUISES)),
        (secret, before, after, disguise) => {
          expect(holdsSecret(`${before} ${disguise(secret)} ${after}`, secret)).toBe(true);
        },
      ),
    );
  });
});

describe("nothing else is taken for it", () => {
  test.each([KEY.slice(1), KEY.slice(0, -1), encoded(KEY.slice(2, -2), "base64"), "", "sk-proj-"])(
    "%j",
    (text) => {
      expect(holdsSecret(text, KEY)).toBe(false);
    },
  );

  test("whatever a text says that was made without it", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        expect(holdsSecret(text, KEY)).toBe(false);
      }),
    );
  });
});

describe("withoutSecret", () => {
  test.each([
    [`Incorrect API key: ${KEY}.`, "Incorrect API key: ***."],
    [
      `Incorrect API key: ${encoded(KEY, "base64")}`,
      "(a text that holds the key, and is not shown)",
    ],
    ["Nothing to hide", "Nothing to hide"],
  ])("%s → %s", (text, shown) => {
    expect(withoutSecret(text, KEY)).toBe(shown);
  });
});
