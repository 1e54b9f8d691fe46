// `npm run rooms`: the rooms of src/ and the actions, with their lines and what each imports, as they are now.
import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { ROOMS } from "../oxlint.config.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const IMPORT = /(?:from|import\() ?"(\.[^"]+)"/g;

interface Room {
  lines: number;
  files: number;
  readonly imports: Set<string>;
}

const rooms = new Map<string, Room>();
for (const file of globSync(["src/**/*.{ts,py,sh}", "actions/**/*.ts"], { cwd: root })) {
  const name = roomOf(file);
  const room = rooms.get(name) ?? { lines: 0, files: 0, imports: new Set<string>() };
  const text = readFileSync(join(root, file), "utf8");
  room.lines += text.split("\n").length - 1;
  room.files += 1;
  for (const [, path = ""] of text.matchAll(IMPORT)) {
    const imported = roomOf(relative(root, join(root, dirname(file), path)));
    if (imported !== name && !imported.startsWith("..")) room.imports.add(imported);
  }
  rooms.set(name, room);
}

const total = [...rooms.values()].reduce((sum, { lines }) => sum + lines, 0);
const order = (name: string): number => {
  const place = ROOMS.indexOf(name);
  return place < 0 ? ROOMS.length : place;
};
console.log("| room | files | lines | share | imports |\n| --- | --- | --- | --- | --- |");
for (const [name, { files, lines, imports }] of [...rooms].toSorted(
  ([a], [b]) => order(a) - order(b) || (a < b ? -1 : 1),
)) {
  const share = `${((100 * lines) / total).toFixed(0)} %`;
  const list = [...imports].toSorted((a, b) => order(a) - order(b)).join(", ");
  console.log(`| ${name} | ${files} | ${lines} | ${share} | ${list || "–"} |`);
}

function roomOf(path: string): string {
  const [top = "", name = ""] = path.split(sep);
  return top === "src" ? name : top === "actions" ? `actions/${name}` : path;
}
