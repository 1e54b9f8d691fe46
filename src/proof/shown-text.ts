import type { SyntaxNode, Tree } from "@lezer/common";
import { parser } from "@lezer/python";
import type { Reason } from "../evidence/reasons.ts";
import type { TaskContent } from "../task/folder.ts";
import { looksOf, PYTHONS_NAMES, scriptsOf } from "./look-alikes.ts";

/** Of one task: a file that is full of them needs no longer list. */
const MOST_REASONS = 20;

/**
 * Python text that a person reads as something else than Python does: characters that are not seen or change the order of
 * what is seen, names that look like other names, and text in an encoding of its own. Written as an escape, every
 * character may stand in a string. Code and tests in any language of people pass.
 */
export function misleadingText(files: readonly TaskContent[]): Reason[] {
  const sources = files
    .filter(({ path }) => path.endsWith(".py"))
    .map(({ path, content }) => new Source(path, content));
  return [
    ...sources.flatMap((source) => [...source.encodingFaults(), ...source.unseen()]),
    ...lookAlikes(sources),
  ].slice(0, MOST_REASONS);
}

/** A name, where it is written. */
interface Name {
  readonly name: string;
  readonly source: Source;
  readonly position: number;
}

class Source {
  readonly path: string;
  readonly text: string;
  readonly isAscii: boolean;
  #tree: Tree | null = null;

  constructor(path: string, content: Uint8Array) {
    this.path = path;
    this.text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(content);
    this.isAscii = isPlain(this.text);
  }

  get tree(): Tree {
    this.#tree ??= parser.parse(this.text);
    return this.#tree;
  }

  /** What is shown is UTF-8; a file may tell Python to read it as something else. */
  encodingFaults(): Reason[] {
    const lines = this.text.split(/\r\n|\r|\n/, 2);
    const index = lines.findIndex((line) => CODING.test(line));
    const [, name = "utf-8"] = CODING.exec(lines[index] ?? "") ?? [];
    const encoding = name.toLowerCase().replaceAll(/[-_]/g, "");
    if (SAME_AS_SHOWN.has(encoding) || (this.isAscii && SAME_IN_ASCII.has(encoding))) return [];
    const position = index === 0 ? 0 : this.text.indexOf(lines[1]!);
    return [
      this.reason(
        position,
        `Python reads this file as ${JSON.stringify(name)}, but it is shown as UTF-8; write it in UTF-8`,
      ),
    ];
  }

  unseen(): Reason[] {
    const reasons: Reason[] = [];
    for (const { index, 0: character } of this.text.matchAll(UNSEEN)) {
      if (this.#isHonest(character, index)) continue;
      reasons.push(this.reason(index, problemOf(character)));
      if (reasons.length === MOST_REASONS) break;
    }
    return reasons;
  }

  names(): Name[] {
    const names: Name[] = [];
    this.tree.iterate({
      enter: ({ name: kind, from, to }) => {
        if (kind !== "VariableName" && kind !== "PropertyName") return;
        names.push({ name: this.text.slice(from, to), source: this, position: from });
      },
    });
    return names;
  }

  reason(position: number, problem: string): Reason {
    const before = this.text.slice(0, position).split(/\r\n|\r|\n/);
    const line = before.length;
    const column = Array.from(before.at(-1)!).length + 1;
    return {
      code: "policy_violation",
      message: `${this.path}:${line}:${column}: ${problem}`,
      file: this.path,
      line,
    };
  }

  /** Whether a character that is not seen does here what it is made for. */
  #isHonest(character: string, index: number): boolean {
    if (character === "\uFEFF") return index === 0;
    if (!isWithinText(this.tree, index)) return false;
    const before = this.text.slice(Math.max(0, index - MOST_BEFORE), index);
    const after = this.text.slice(index + character.length, index + character.length + MOST_BEFORE);
    if (VARIATION.test(character)) return /[^\s\p{M}\p{C}"']$/u.test(before);
    if (TAG.test(character)) return FLAG_BEFORE.test(before) && FLAG_AFTER.test(character + after);
    if (character === JOINER && EMOJI_BEFORE.test(before)) return EMOJI_AFTER.test(after);
    return (character === JOINER || character === NON_JOINER) && JOINED_BEFORE.test(before);
  }
}

const CODING = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
const SAME_AS_SHOWN = new Set(["utf8", "utf8sig", "ascii", "usascii"]);
const SAME_IN_ASCII = new Set(["latin1", "iso88591", "iso885915", "cp1252", "windows1252"]);

const JOINER = "\u200D";
const NON_JOINER = "\u200C";
const VARIATION = /^[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]$/u;
const TAG = /^[\u{E0020}-\u{E007F}]$/u;

/**
 * Everything that is not seen, or changes the order in which other text is seen; and what ends a line for Python or for
 * some readers alone, such as a carriage return without a line feed, behind which the rest of a comment is code. A null
 * byte is not among them: with one, a file is no Python, which says more.
 */
const UNSEEN =
  // oxlint-disable-next-line no-control-regex -- what steers a terminal is meant
  /\r(?!\n)|[\x01-\x08\v\x0E-\x1F\x7F-\x9F\uFFF9-\uFFFB\u00AD\u061C\u115F\u1160\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}]|\u034F|\u17B4|\u17B5|[\uFE00-\uFE0F]/gu;

/** UTF-16 units that are looked at around a character: more than a sequence of emoji needs. */
const MOST_BEFORE = 24;
/** A black flag, and then the letters of a country. */
const FLAG_BEFORE = /\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{0,6}$/u;
const FLAG_AFTER = /^[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{0,6}\u{E007F}/u;
const EMOJI_BEFORE = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]$/u;
const EMOJI_AFTER = /^\p{Extended_Pictographic}/u;
/** Scripts in which a joiner chooses between forms of a letter. */
const JOINED_BEFORE =
  /(?:\p{Script=Arabic}|\p{Script=Syriac}|\p{Script=Nko}|\p{Script=Mongolian}|\p{Script=Devanagari}|\p{Script=Bengali}|\p{Script=Gurmukhi}|\p{Script=Gujarati}|\p{Script=Oriya}|\p{Script=Tamil}|\p{Script=Telugu}|\p{Script=Kannada}|\p{Script=Malayalam}|\p{Script=Sinhala}|\p{Script=Khmer}|\p{Script=Myanmar}|\p{Script=Tibetan})\p{M}*$/u;

/** In a string or a comment, and not in the code between braces of an f-string. */
function isWithinText(tree: Tree, position: number): boolean {
  for (
    let node: SyntaxNode | null = tree.resolveInner(position, 1);
    node !== null;
    node = node.parent
  ) {
    if (node.name === "FormatReplacement") return false;
    if (/String|Comment/.test(node.name)) return true;
  }
  return false;
}

const NAMES: Readonly<Record<string, string>> = {
  "0000": "NULL",
  "0008": "BACKSPACE",
  "000B": "LINE TABULATION",
  "000D": "CARRIAGE RETURN",
  "001B": "ESCAPE",
  "007F": "DELETE",
  "0085": "NEXT LINE",
  "00AD": "SOFT HYPHEN",
  "061C": "ARABIC LETTER MARK",
  "115F": "HANGUL CHOSEONG FILLER",
  "1160": "HANGUL JUNGSEONG FILLER",
  "180E": "MONGOLIAN VOWEL SEPARATOR",
  "200B": "ZERO WIDTH SPACE",
  "200C": "ZERO WIDTH NON-JOINER",
  "200D": "ZERO WIDTH JOINER",
  "200E": "LEFT-TO-RIGHT MARK",
  "200F": "RIGHT-TO-LEFT MARK",
  "2028": "LINE SEPARATOR",
  "2029": "PARAGRAPH SEPARATOR",
  "202A": "LEFT-TO-RIGHT EMBEDDING",
  "202B": "RIGHT-TO-LEFT EMBEDDING",
  "202C": "POP DIRECTIONAL FORMATTING",
  "202D": "LEFT-TO-RIGHT OVERRIDE",
  "202E": "RIGHT-TO-LEFT OVERRIDE",
  "2060": "WORD JOINER",
  "2066": "LEFT-TO-RIGHT ISOLATE",
  "2067": "RIGHT-TO-LEFT ISOLATE",
  "2068": "FIRST STRONG ISOLATE",
  "2069": "POP DIRECTIONAL ISOLATE",
  "3164": "HANGUL FILLER",
  FEFF: "ZERO WIDTH NO-BREAK SPACE",
  FFF9: "INTERLINEAR ANNOTATION ANCHOR",
  FFA0: "HALFWIDTH HANGUL FILLER",
};
const ENDS_LINE = /^[\r\v\u0085\u2028\u2029]$/;
const CHANGES_ORDER = /^[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]$/;

function problemOf(character: string): string {
  const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0");
  const name = NAMES[code] ?? kindOf(character);
  const what = CHANGES_ORDER.test(character)
    ? "shows text in another order than Python reads it"
    : ENDS_LINE.test(character)
      ? "ends a line only for some readers"
      : "is not seen";
  const escape = code.length > 4 ? `\\U${code.padStart(8, "0")}` : `\\u${code}`;
  return `U+${code} (${name}) ${what}; take it out, or in a string write ${escape}`;
}

function kindOf(character: string): string {
  if (VARIATION.test(character)) return "VARIATION SELECTOR";
  return /^\p{Cc}$/u.test(character) ? "a control character" : "an invisible character";
}

/** Names of a task that can be taken for each other, or for Python's own. */
function lookAlikes(sources: readonly Source[]): Reason[] {
  // Only a letter that is not ASCII makes a name look like another one of a different alphabet.
  if (sources.every(({ isAscii }) => isAscii)) return [];
  const names = sources.flatMap((source) => source.names());
  const known = new Originals([...PYTHONS_NAMES, ...names.map(({ name }) => name)]);
  const told = new Set<string>();
  const reasons: Reason[] = [];
  for (const { name, source, position } of names) {
    const key = `${source.path} ${name}`;
    if (isPlain(name) || told.has(key)) continue;
    told.add(key);
    const original = known.takenFor(name);
    if (original === null) continue;
    const letters = scriptsOf(name.normalize("NFKC"));
    const problem = `the name ${name} (${foreignLetters(name, original)}) is written with ${letters} letters and looks like ${original}; use one name, or names that differ to the eye`;
    reasons.push(source.reason(position, problem));
    if (reasons.length === MOST_REASONS) break;
  }
  return reasons;
}

/** Names that others may be taken for. */
class Originals {
  readonly #plain: ReadonlySet<string>;
  /** One name for each alphabet, by how it looks: within one alphabet people know the difference, as between l and I. */
  readonly #byLooks = new Map<string, Map<string, string>>();

  constructor(names: readonly string[]) {
    this.#plain = new Set(names.filter(isPlain));
    for (const name of new Set(names)) {
      const looks = looksOf(name);
      const alike = this.#byLooks.get(looks) ?? new Map<string, string>();
      const scripts = scriptsOf(name.normalize("NFKC"));
      if (!alike.has(scripts)) alike.set(scripts, name);
      this.#byLooks.set(looks, alike);
    }
  }

  /** null for a name that nobody takes for another one. */
  takenFor(name: string): string | null {
    const asPythonReads = name.normalize("NFKC");
    // Python takes 𝐚𝐝𝐝 for add: a letter in another style hides nothing but that.
    if (isPlain(asPythonReads)) return this.#plain.has(asPythonReads) ? asPythonReads : null;
    const scripts = scriptsOf(asPythonReads);
    const alike = this.#byLooks.get(looksOf(name)) ?? new Map<string, string>();
    return [...alike].find(([other]) => other !== scripts)?.[1] ?? null;
  }
}

function foreignLetters(name: string, original: string): string {
  return Array.from(name)
    .filter((letter) => !isPlain(letter) && !original.includes(letter))
    .slice(0, 3)
    .map((letter) => `U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`)
    .join(", ");
}

function isPlain(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- all of ASCII is meant
  return /^[\0-\x7F]*$/.test(text);
}
