// What is said to people, as data. A renderer for each place that shows it stands beside this file; each of them must
// know every kind, and the compiler says which one it forgot.

const OURS: unique symbol = Symbol("ours");

/** Words that stand in our own source. Only this file makes them, so no text from outside can pass for ours. */
export interface Words {
  readonly kind: "words";
  readonly text: string;
  readonly [OURS]: true;
}

/** What a story, a model, a test, a pull request or a service wrote: shown as one line of letters, and as nothing else. */
export interface Text {
  readonly kind: "text";
  readonly text: string;
  /** Longest that is shown, in characters. */
  readonly limit: number;
}

/** Longer code is shown cut, so that nobody could copy it. */
export const CODE_LIMIT = 200;

/** A name that a reader may want to copy; it may come from outside. */
export interface Code {
  readonly kind: "code";
  readonly text: string;
}

export interface Link {
  readonly kind: "link";
  readonly label: Line;
  readonly url: string;
}

export type Part = Words | Text | Code | Link;
export type Line = readonly Part[];

export type Block =
  | { readonly kind: "heading"; readonly level: 2 | 3; readonly line: Line }
  | { readonly kind: "paragraph"; readonly line: Line }
  | { readonly kind: "list"; readonly items: readonly Line[] }
  | Table
  | { readonly kind: "folds"; readonly folds: readonly Fold[] };

export interface Table {
  readonly kind: "table";
  /** null: the first column names what each row is about. */
  readonly head: readonly Line[] | null;
  readonly rows: readonly (readonly Line[])[];
}

/** What only some readers want to see, under a title that everybody sees. */
export interface Fold {
  readonly title: Line;
  /** Whether a page shows it unfolded at first. */
  readonly isOpen?: boolean;
  readonly blocks: readonly Block[];
}

/**
 * One line: what stands in the template is ours. A string that is put into it is text from outside, wherever it came
 * from, so that forgetting to mark it is no hole.
 */
export function say(
  ours: TemplateStringsArray,
  ...values: readonly (string | number | Part | Line)[]
): Line {
  return ours.flatMap((literal, index) => {
    const value = values[index];
    const before = literal === "" ? [] : [asWords(literal)];
    return value === undefined ? before : [...before, ...partsOf(value)];
  });
}

/** No text whose type is not a literal of the source: `string`, or a pattern like `a${string}`. */
type Literal<T extends string> = T extends unknown
  ? Partial<Record<T, unknown>> extends Record<T, unknown>
    ? never
    : T
  : never;

/** A sentence of ours that stands elsewhere in the source; what it has between back quotes is code. */
export function sentence<const T extends string>(text: Literal<T>): Line {
  return (text as string)
    .split("`")
    .flatMap((piece, index) =>
      piece === "" ? [] : [index % 2 === 0 ? asWords(piece) : code(piece)],
    );
}

const TEXT_LIMIT = 300;

export function untrusted(value: string, limit = TEXT_LIMIT): Text {
  return { kind: "text", text: value, limit };
}

export function code(value: string): Code {
  return { kind: "code", text: value };
}

export function link(label: Line, url: string): Link {
  return { kind: "link", label, url };
}

export function paragraph(line: Line): Block {
  return { kind: "paragraph", line };
}

/** A list of at most `limit` items; the last one counts what is not listed. Nothing for an empty list. */
export function list(items: readonly Line[], limit = Infinity, what: Line = []): Block[] {
  if (items.length === 0) return [];
  const left = items.length - limit;
  const more = left > 0 ? [say`… and ${left} more${what.length === 0 ? [] : say` ${what}`}`] : [];
  return [{ kind: "list", items: [...items.slice(0, limit), ...more] }];
}

/** Lines one after the other, with ours between them. */
export function joined(lines: readonly Line[], between: Line): Line {
  return lines.flatMap((line, index) => (index === 0 ? line : [...between, ...line]));
}

function partsOf(value: string | number | Part | Line): Line {
  if (typeof value === "string") return [untrusted(value)];
  if (typeof value === "number") return [asWords(String(value))];
  return "kind" in value ? [value] : value;
}

function asWords(literal: string): Words {
  return { kind: "words", text: literal, [OURS]: true };
}
