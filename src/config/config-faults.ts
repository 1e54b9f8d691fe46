import {
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  type Document,
} from "yaml";
import * as z from "zod";
import { isRecord } from "../foundation/json.ts";
import { nearest } from "../foundation/nearest.ts";

/** What is wrong with a config, and where. */
export interface ConfigFault {
  /** Path of the key, such as `prices.gpt.input`; empty for the file as a whole. */
  readonly at: string;
  /** From 1; null where it is none of a line. */
  readonly line: number | null;
  /** With what to write instead. */
  readonly says: string;
}

export type YamlRead<T> =
  | { readonly ok: true; readonly value: T; readonly lineOf: (at: string) => number | null }
  | { readonly ok: false; readonly faults: readonly ConfigFault[] };

/** Reads a YAML text by a schema, and says all that is wrong with it at once. */
export function readYaml<T>(text: string, schema: z.ZodType<T>): YamlRead<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    return {
      ok: false,
      faults: document.errors.map(({ pos: [at], message }) => ({
        at: "",
        line: lines.linePos(at).line,
        says: `is no valid YAML: ${message}`,
      })),
    };
  }
  const value = plainValue(document);
  if (value.kind === "aliases") {
    const says = "Aliases (`*name`) are not read: write the value out";
    return { ok: false, faults: [{ at: "", line: null, says }] };
  }
  const lineAt = (path: readonly PropertyKey[]): number | null => {
    const start = nodeAt(document, path)?.range?.[0];
    return start === undefined ? null : lines.linePos(start).line;
  };
  const read = schema.safeParse(value.value ?? {});
  if (read.success) {
    return { ok: true, value: read.data, lineOf: (at) => lineAt([at]) };
  }
  return {
    ok: false,
    faults: read.error.issues
      .flatMap((issue) => faultsOf(issue, value.value, schema, lineAt))
      .toSorted((one, other) => (one.line ?? Infinity) - (other.line ?? Infinity) || 0),
  };
}

/** One fault as a line: where it is, and what to write instead. */
export function faultText({ at, line, says }: ConfigFault): string {
  const where = line === null ? "" : `line ${line}: `;
  return at === "" ? `${where}${says}` : `${where}"${at}" ${says}`;
}

type Plain = { readonly kind: "value"; readonly value: unknown } | { readonly kind: "aliases" };

/** A text of a few lines could grow beyond all memory by aliases. */
function plainValue(document: Document): Plain {
  try {
    return { kind: "value", value: document.toJS({ maxAliasCount: 0 }) as unknown };
  } catch (error) {
    if (error instanceof ReferenceError) return { kind: "aliases" };
    throw error;
  }
}

/** The key of a value in a mapping, which stands on the line that people look for; of an item of a list the item. */
function nodeAt(document: Document, path: readonly PropertyKey[]): Node | null {
  for (let length = path.length; length > 0; length--) {
    const node = exactNode(document, path.slice(0, length));
    if (node !== null) return node;
  }
  return null;
}

function exactNode(document: Document, path: readonly PropertyKey[]): Node | null {
  const last = path.at(-1);
  const holder: unknown =
    path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (isMap(holder)) {
    const pair = holder.items.find(
      ({ key }) => isScalar(key) && String(key.value) === String(last),
    );
    return pair !== undefined && isScalar(pair.key) ? pair.key : null;
  }
  const node: unknown = document.getIn(path, true);
  return isNode(node) ? node : null;
}

function faultsOf(
  issue: z.core.$ZodIssue,
  value: unknown,
  schema: z.ZodType,
  lineAt: (path: readonly PropertyKey[]) => number | null,
): ConfigFault[] {
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(schema, issue.path);
    return issue.keys.map((key) => ({
      at: dotted([...issue.path, key]),
      line: lineAt([...issue.path, key]),
      says: unknownKey(key, known),
    }));
  }
  return [
    {
      at: dotted(issue.path),
      line: lineAt(issue.path),
      says: saidOf(issue, valueAt(value, issue.path)),
    },
  ];
}

function unknownKey(key: string, known: readonly string[]): string {
  const near = nearest(key, known);
  if (near !== null) return `is no key: write "${near}"`;
  return known.length > 0 && known.length <= 6
    ? `is no key: the keys here are ${known.map((each) => `"${each}"`).join(", ")}`
    : "is no key, and none is near: docs/config.md lists all";
}

/** How a message of the library begins. Where a schema has words of its own, these say more than we could. */
const OF_THE_LIBRARY = /^(?:Invalid|Too (?:small|big)|Unrecognized)\b/;

function saidOf(issue: z.core.$ZodIssue, value: unknown): string {
  if (!OF_THE_LIBRARY.test(issue.message)) return issue.message;
  switch (issue.code) {
    case "invalid_type":
      return value === undefined
        ? `is missing: it must be ${KINDS[issue.expected] ?? issue.expected}`
        : `must be ${KINDS[issue.expected] ?? issue.expected}, not ${shown(value)}`;
    case "too_small":
      return `must ${bound(issue.origin, `at least ${issue.minimum}`)}${value === "" ? "" : `, not ${shown(value)}`}`;
    case "too_big":
      return `must ${bound(issue.origin, `at most ${issue.maximum}`)}, not ${shown(value)}`;
    case "invalid_value": {
      const known = issue.values.map(String);
      const near = typeof value === "string" ? nearest(value, known) : null;
      const advice = near === null ? "" : `: write ${near}`;
      return `must be one of ${known.join(", ")}, not ${shown(value)}${advice}`;
    }
    case "invalid_key":
      return `is no key that can stand here: it ${issue.issues[0]?.message ?? "cannot be read"}`;
    case "unrecognized_keys":
    case "invalid_format":
    case "invalid_union":
    case "invalid_element":
    case "not_multiple_of":
    case "custom":
    default:
      return issue.message;
  }
}

const KINDS: Readonly<Record<string, string>> = {
  object: "a list of keys with values",
  array: "a list",
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  record: "a list of keys with values",
};

function bound(origin: string, limit: string): string {
  if (limit === "at least 1" && origin !== "number" && origin !== "int") return "not be empty";
  if (origin === "number" || origin === "int") return `be ${limit}`;
  return `have ${limit} ${origin === "string" ? "letters" : "entries"}`;
}

const SHOWN = 60;

function shown(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (isRecord(value)) return "a list of keys";
  const text = JSON.stringify(value) ?? String(value);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let here = value;
  for (const key of path) {
    if (Array.isArray(here)) here = here[Number(key)];
    else if (isRecord(here) && Object.hasOwn(here, key)) here = here[String(key)];
    else return undefined;
  }
  return here;
}

function dotted(path: readonly PropertyKey[]): string {
  return path.map(String).join(".");
}

/** The keys that a schema knows below a path; none where any key may stand. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let here: unknown = z.toJSONSchema(schema, { io: "input" });
  for (const key of path) {
    const own: unknown = isRecord(here) ? here["properties"] : undefined;
    here =
      isRecord(own) && Object.hasOwn(own, key)
        ? own[String(key)]
        : isRecord(here)
          ? here["additionalProperties"]
          : undefined;
  }
  const properties = isRecord(here) ? here["properties"] : undefined;
  return isRecord(properties) ? Object.keys(properties) : [];
}
