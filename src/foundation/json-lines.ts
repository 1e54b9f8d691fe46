/** On which lines of a JSON text its values stand. */
export interface JsonLines {
  /** Path, such as `tasks.0.id`, → line from 1. Of a key its own line, of an item of a list that on which it begins. */
  readonly lines: ReadonlyMap<string, number>;
  /** Keys that their object has already: all but the last one are lost to whoever reads it. */
  readonly repeated: readonly { readonly path: string; readonly line: number }[];
}

/** Deeper values stand on the line of what holds them. */
const DEEPEST = 64;

const TOKEN = /\n|"(?:[^"\\\n]|\\.)*"|[{}[\],]|[^\s"{}[\],:]+/gu;

interface Holder {
  readonly path: string;
  /** null for a list. */
  readonly keys: Set<string> | null;
  /** Of the value that comes next; null where a key has to come first. */
  next: string | null;
  index: number;
}

/** The lines of a text that is valid JSON; of any other text they mean nothing. */
export function jsonLines(text: string): JsonLines {
  const lines = new Map<string, number>([["", 1]]);
  const repeated: { path: string; line: number }[] = [];
  const holders: Holder[] = [];
  let line = 1;
  for (const [token] of text.matchAll(TOKEN)) {
    const holder = holders.at(-1);
    if (token === "\n") line += 1;
    else if (token === ",") advance(holder);
    else if (token === "}" || token === "]") holders.pop();
    else if (holder?.keys != null && holder.next === null) {
      const key = String(JSON.parse(token));
      holder.next = below(holder.path, key, holders.length);
      if (holder.keys.has(key)) repeated.push({ path: holder.next, line });
      holder.keys.add(key);
      lines.set(holder.next, line);
    } else {
      const path = holder?.next ?? "";
      if (holder?.keys === null && !lines.has(path)) lines.set(path, line);
      if (token === "{") holders.push({ path, keys: new Set(), next: null, index: 0 });
      if (token === "[") {
        holders.push({ path, keys: null, next: below(path, "0", holders.length + 1), index: 0 });
      }
    }
  }
  return { lines, repeated };

  function advance(holder: Holder | undefined): void {
    if (holder === undefined) return;
    holder.index += 1;
    holder.next =
      holder.keys === null ? below(holder.path, String(holder.index), holders.length) : null;
  }
}

function below(path: string, name: string, depth: number): string {
  if (depth > DEEPEST) return path;
  return path === "" ? name : `${path}.${name}`;
}
