import { describe, expect, test } from "vitest";
import { looksOf } from "../../../src/proof/look-alikes.ts";
import { misleadingText } from "../../../src/proof/shown-text.ts";
import * as fc from "../../support/properties.ts";

/** What is said of one file, without its path; other files may stand beside it. */
function told(content: string | Uint8Array, ...others: readonly string[]): string[] {
  return misleadingText([
    { path: "src/code.py", content: Buffer.from(content) },
    ...others.map((other, index) => ({
      path: `tests/test_${index}.py`,
      content: Buffer.from(other),
    })),
  ]).map(({ message }) => message.replace("src/code.py:", ""));
}

describe("refused, wherever it stands, is a character that is not seen or changes the order", () => {
  const CHARACTERS = [
    ["\u202E", "U+202E (RIGHT-TO-LEFT OVERRIDE) shows text in another order"],
    ["\u2066", "U+2066 (LEFT-TO-RIGHT ISOLATE) shows text in another order"],
    ["\u200F", "U+200F (RIGHT-TO-LEFT MARK) shows text in another order"],
    ["\u061C", "U+061C (ARABIC LETTER MARK) shows text in another order"],
    ["\u200B", "U+200B (ZERO WIDTH SPACE) is not seen"],
    ["\u200C", "U+200C (ZERO WIDTH NON-JOINER) is not seen"],
    ["\u200D", "U+200D (ZERO WIDTH JOINER) is not seen"],
    ["\u2060", "U+2060 (WORD JOINER) is not seen"],
    ["\uFEFF", "U+FEFF (ZERO WIDTH NO-BREAK SPACE) is not seen"],
    ["\u00AD", "U+00AD (SOFT HYPHEN) is not seen"],
    ["\u3164", "U+3164 (HANGUL FILLER) is not seen"],
    ["\u180E", "U+180E (MONGOLIAN VOWEL SEPARATOR) is not seen"],
    ["\u{E0041}", "U+E0041 (an invisible character) is not seen"],
    ["\uFFF9", "U+FFF9 (INTERLINEAR ANNOTATION ANCHOR) is not seen"],
    ["\u0008", "U+0008 (BACKSPACE) is not seen"],
    ["\u001B", "U+001B (ESCAPE) is not seen"],
    ["\u007F", "U+007F (DELETE) is not seen"],
    ["\u009B", "U+009B (a control character) is not seen"],
    ["\r", "U+000D (CARRIAGE RETURN) ends a line only for some readers"],
    ["\v", "U+000B (LINE TABULATION) ends a line only for some readers"],
    ["\u0085", "U+0085 (NEXT LINE) ends a line only for some readers"],
    ["\u2028", "U+2028 (LINE SEPARATOR) ends a line only for some readers"],
  ] as const;
  const PLACES = [
    ["a string", "1:9", (it: string) => `text = "${it} b"\n`],
    ["a string of three quotes", "2:1", (it: string) => `"""\n${it} a\n"""\n`],
    ["a comment", "1:11", (it: string) => `x = 1  # a${it}b\n`],
    ["an f-string", "1:10", (it: string) => `text = f"${it} {1}"\n`],
    ["code", "2:2", (it: string) => `x = 1\nx${it} = 2\n`],
  ] as const;
  const cases = CHARACTERS.flatMap(([it, said]) =>
    PLACES.map(([where, at, write]) => [said, where, at, write(it)] as const),
  );

  test.each(cases)("%s, in %s", (said, _, at, source) => {
    const [first = ""] = told(source);
    expect(first).toMatch(new RegExp(`^${at}: `));
    expect(first).toContain(said);
  });

  test("with the way to write it", () => {
    expect(told('a = "é\u202E"\n')).toEqual([
      "1:7: U+202E (RIGHT-TO-LEFT OVERRIDE) shows text in another order than Python reads it; take it out, or in a string write \\u202E",
    ]);
    expect(told('a = "\u{E0041}"\n')[0]).toContain("\\U000E0041");
  });

  test("as an escape it passes", () => {
    expect(told(String.raw`a = "\u202e \u200b \N{ZERO WIDTH SPACE}"` + "\n")).toEqual([]);
  });

  test("a file that is full of them takes no longer than another", () => {
    const started = performance.now();
    const names = Array.from(
      { length: 20_000 },
      (_, index) => `а${index.toString(2).replaceAll("0", "l")}`,
    );
    expect(told(`a = "${"\u200B".repeat(300_000)}"\n${names.join("\n")}\n`)).toHaveLength(20);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  test("no more than twenty are told", () => {
    expect(told(`a = "${"\u200B".repeat(100)}"\n`)).toHaveLength(20);
  });

  test("in other files than Python's it is no matter", () => {
    const content = Buffer.from("\u202E");
    expect(misleadingText([{ path: "tests/data.txt", content }])).toEqual([]);
  });
});

describe("an honest use of what is not seen passes", () => {
  test.each([
    ["a family of emoji", 'a = "👨‍👩‍👧"\n'],
    ["a skin tone and a profession", 'a = "👩🏽‍🚀"\n'],
    ["a rainbow flag in a comment", "x = 1  # 🏳️‍🌈\n"],
    ["an emoji that is asked for in colour", 'a = "❤️ ☎️"\n'],
    ["the flag of England", 'a = "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}"\n'],
    ["Persian, with its half space", 'a = "می‌خواهم"\n'],
    ["Hindi, with a joiner and a non-joiner", 'a = "क्‍ष क्‌ष"\n'],
    ["a Malayalam letter at the end of a word", 'a = "അവന്‍"\n'],
    ["a variant of an ideograph", 'a = "葛\u{E0100}城"\n'],
    ["a byte order mark at the start", "\uFEFFa = 1\n"],
    ["lines that end as on Windows", 'a = 1\r\nb = """\r\n"""  # c\r\n'],
    ["a tabulator, and a form feed between functions", "def f():\n\treturn 1\n\f\nb = 1\n"],
    ["Hebrew and Arabic as such", 'שלום = "مرحبا"  # שלום\n'],
    ["an f-string with emoji", 'a = f"👨‍👩‍👧 {1}"\n'],
  ])("%s", (_, source) => {
    expect(told(source)).toEqual([]);
  });

  test.each([
    ["code that a carriage return takes out of its comment", "x = 1  # a\r    return\r\n"],
    ["a joiner between Latin letters", 'a = "pay‍pal"\n'],
    ["a joiner behind an emoji, before no other", 'a = "👨‍x"\n'],
    ["a non-joiner in a name", "می‌خواهم = 1\n"],
    ["two variation selectors in a row", 'a = "x\uFE00\uFE01"\n'],
    ["a variation selector in a name", "x\uFE00 = 1\n"],
    ["tags behind no flag", 'a = "x\u{E0067}\u{E007F}"\n'],
    ["tags that never end", 'a = "🏴\u{E0067}\u{E0062}\u{E0065}"\n'],
    ["a joiner in the code of an f-string", 'a = f"{می‌خواهم}"\n'],
  ])("but not %s", (_, source) => {
    expect(told(source)).not.toEqual([]);
  });
});

describe("a name that looks like another one is refused:", () => {
  test.each([
    ["one Cyrillic letter", "def add(): ...\ndef аdd(): ...\n", "2:5", "Latin and Cyrillic", "add"],
    ["all letters Cyrillic", "cop = 1\nсор = 2\n", "2:1", "Cyrillic", "cop"],
    ["a Greek omicron", "foo = 1\nfοo = 2\n", "2:1", "Latin and Greek", "foo"],
    ["a Cyrillic capital I", "Item = 1\nІtem = 2\n", "2:1", "Latin and Cyrillic", "Item"],
    ["an Armenian letter", "no = 1\nnօ = 2\n", "2:1", "Latin and Armenian", "no"],
    ["an attribute", "self.code = self.сode\n", "1:18", "Latin and Cyrillic", "code"],
    ["a keyword argument", "f(rate=1)\nf(rаte=2)\n", "2:3", "Latin and Cyrillic", "rate"],
    ["a parameter", "def f(x, х): ...\n", "1:10", "Cyrillic", "x"],
    [
      "an imported name",
      "from m import price\nimport рrice\n",
      "2:8",
      "Latin and Cyrillic",
      "price",
    ],
    ["a name in an f-string", 'rate = 1\nf"{rаte}"\n', "2:4", "Latin and Cyrillic", "rate"],
    ["a function of Python", "lеn([])\n", "1:1", "Latin and Cyrillic", "len"],
    ["a word of Python", "іf = 1\n", "1:1", "Latin and Cyrillic", "if"],
    ["another style of letters", "add = 1\n𝐚𝐝𝐝 = 2\n", "2:1", "Latin", "add"],
    ["wide letters, for a function of Python", "ｅｖａｌ('1')\n", "1:1", "Latin", "eval"],
    ["an accent on both", "ёж = 1\nëж = 2\n", "2:1", "Latin and Cyrillic", "ёж"],
  ])("by %s", (_, source, at, letters, original) => {
    const said = told(source).at(-1);
    expect(said).toMatch(new RegExp(`^${at}: the name `));
    expect(said).toContain(`is written with ${letters} letters and looks like ${original};`);
  });

  test("also in another file of the task, which is where the other one stands", () => {
    expect(told("аdd = 1\n", "from src.code import add\n")).toHaveLength(1);
  });

  test("once for each file and name", () => {
    expect(told("add = 1\nаdd = 2\nаdd = 3\n")).toHaveLength(1);
  });
});

function name(letters: string): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...Array.from(letters)), { minLength: 1, maxLength: 12 })
    .map((all) => all.join(""));
}

/** A file that uses names in each of its kinds of text. */
function written(names: readonly string[]): string {
  return names.map((each) => `${each}_ = "${each}"  # ${each}\n`).join("");
}

describe("a name of another alphabet passes", () => {
  test.each([
    ["alone", "цена = 1\nрасчёт = цена\n"],
    ["beside Latin ones", "цена = 1\nprice = цена\n"],
    ["in formulas", "ν = 1\nv = 2\nρ = 3\np = 4\nα = 5\na = 6\nμ = 7\nu = 8\n"],
    ["as a unit, by both of its characters", "µm = 1\nμm = 2\n"],
    ["with accents, composed or not", "é = 1\ne\u0301 = 2\ne = 3\n"],
    ["in Turkish", "sınır = 1\nsinir = 2\n"],
    ["in Japanese, Chinese, Korean, Arabic, Hindi", "値 = 価格 = 가격 = سعر = मूल्य = 1\n"],
    ["in a string that looks like a name", 'add = "аdd"  # аdd\n'],
  ])("%s", (_, source) => {
    expect(told(source)).toEqual([]);
  });

  const ascii = name("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_");
  const foreign = fc.oneof(
    name("абвгдежзийклмнопрстуфхцчшщъыьэюяАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЭЮЯёЁіїєґ"),
    name("αβγδεζηθικλμνξοπρστυφχψωΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩάέήί"),
    name("աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ"),
    name("äöüßéèêàçñøåæœłżźćıİşğ"),
    name("値段税計算日月円이름가격값العدדגבא数量"),
  );
  test("whatever ASCII there is", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme-ascii" })), (lines) => {
        expect(
          told(`${lines.join("\n")}\n`).filter((said) => !said.includes("reads this file as")),
        ).toEqual([]);
      }),
    );
  });

  test("whatever names of one alphabet stand beside each other", () => {
    fc.assert(
      fc.property(fc.array(foreign, { maxLength: 8 }), (names) => {
        const isAlone = names.every((each) => !isPlain(looksOf(each)));
        fc.pre(isAlone && new Set(names.map(looksOf)).size === new Set(names).size);
        expect(told(written(names))).toEqual([]);
      }),
    );
  });

  test("beside Latin names, as long as one letter is its own", () => {
    fc.assert(
      fc.property(fc.array(foreign), fc.array(ascii), (others, plain) => {
        const own = others.filter((each) => !isPlain(looksOf(each)));
        fc.pre(new Set(own.map(looksOf)).size === new Set(own).size);
        expect(told(written([...own, ...plain]))).toEqual([]);
      }),
    );
  });
});

function isPlain(text: string): boolean {
  return /^[ -~]*$/.test(text);
}

describe("an encoding in which Python reads something else than is shown is refused:", () => {
  test.each([
    ["utf-7", "# coding: utf-7\n"],
    ["unicode_escape", "#!/usr/bin/python\n# -*- coding: unicode_escape -*-\n"],
    ["latin-1 with other letters than ASCII's", '# coding=latin-1\na = "é"\n'],
    ["rot13", "# vim: set fileencoding=rot13 :\n"],
  ])("%s", (_, source) => {
    expect(told(source)).toEqual([expect.stringMatching(/^\d:1: Python reads this file as "/)]);
  });

  test.each([
    ["UTF-8 by any of its names", "# -*- coding: UTF-8 -*-\na = 'é'\n"],
    ["latin-1 for ASCII alone", "# coding: iso-8859-1\na = 1\n"],
    ["a comment further down", "a = 1\nb = 2\n# coding: utf-7\n"],
    ["a string about it", 'a = "coding: utf-7"\n'],
  ])("but not %s", (_, source) => {
    expect(told(source)).toEqual([]);
  });
});
