import { sumOf } from "../../src/authoring/spending.ts";
import { META } from "../../src/task/folder.ts";
import { Manifest } from "../../src/task/manifest.ts";
import { readMeta } from "../../src/task/meta-file.ts";
import { type Line, say } from "../../src/telling/blocks.ts";
import { spentWords } from "../../src/telling/spent-words.ts";

/** What the last attempt took, such as `12345 tokens, 0.08 USD`. */
export function costWords(folder: ReadonlyMap<string, Uint8Array>): Line {
  const calls = readMeta(Manifest, folder.get(META.manifest))?.attempts.at(-1)?.calls ?? [];
  return calls.length === 0 ? say`nothing` : spentWords(sumOf(calls));
}
