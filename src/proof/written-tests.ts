import type { CollectedTest } from "./pytest-report.ts";
import type { WrittenTest } from "./syntax-report.ts";

/** The functions behind some collected tests, each once; an inherited one is looked for by its own name. */
export function writtenBehind(
  tests: readonly CollectedTest[],
  written: readonly WrittenTest[],
): WrittenTest[] {
  const byId = Map.groupBy(written, ({ file, name }) => `${file}::${name}`);
  const byName = Map.groupBy(written, ({ name }) => name.split("::").at(-1)!);
  const byPlace = Map.groupBy(written, ({ file, first }) => `${file}:${first}`);
  const found = tests.flatMap(({ id, source }) => {
    const here = source === null ? undefined : byPlace.get(`${source.file}:${source.line}`);
    if (here !== undefined) return here;
    const start = id.indexOf("[", id.indexOf("::"));
    const base = start < 0 ? id : id.slice(0, start);
    return byId.get(base) ?? byName.get(base.split("::").at(-1)!) ?? [];
  });
  return [...new Set(found)];
}
