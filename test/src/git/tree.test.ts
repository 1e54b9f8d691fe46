import { describe, expect, test } from "vitest";
import { treeChanges, treeModeChanges } from "../../../src/git/tree-changes.ts";
import { Tree, treeEntries, treeEntry } from "../../../src/git/tree.ts";
import * as fc from "../../support/properties.ts";

interface Item {
  readonly mode: string;
  readonly oid: string;
}
const ODD = "A tree object of the repository is not as git writes it";

type Items = ReadonlyMap<string, Item>;

/** As git writes a tree: sorted by bytes, where a folder's name ends with a slash, and a folder's mode has five digits. */
function treeOf(items: Items): Tree {
  const entries = [...items]
    .toSorted((a, b) => Buffer.compare(sortKey(a), sortKey(b)))
    .map(([name, { mode, oid }]) =>
      Buffer.concat([Buffer.from(`${mode.replace(/^0/, "")} ${name}\0`), Buffer.from(oid, "hex")]),
    );
  return new Tree(Buffer.concat(entries));
}

const sortKey = ([name, { mode }]: readonly [string, Item]): Buffer =>
  Buffer.from(mode === "040000" ? `${name}/` : name);

const item = (mode: string, byte: string): Item => ({ mode, oid: byte.repeat(20) });

function differencesOf(before: Items, after: Items) {
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((path) => ({ path, before: before.get(path) ?? null, after: after.get(path) ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after))
    .toSorted(byPath);
}

/** A tree of names that are one byte each. */
function bytes(entries: readonly [mode: string, name: number][]): Tree {
  return new Tree(
    Buffer.concat(
      entries.map(([mode, byte]) =>
        Buffer.concat([Buffer.from(`${mode} `), Buffer.from([byte, 0]), Buffer.alloc(20, 1)]),
      ),
    ),
  );
}

const told = (before: Tree, after: Tree) => treeModeChanges(before, after).changes;

const byPath = (a: { path: string }, b: { path: string }): number => (a.path < b.path ? -1 : 1);

// Few letters, so that names are often each other's beginning; "-" and "." sort before the slash of a folder.
const name = fc.oneof(
  fc.string({
    unit: fc.constantFrom("a", "b", "-", ".", "0", "é", "É", "A"),
    minLength: 1,
    maxLength: 4,
  }),
  fc.integer({ min: 0, max: 400 }).map((number) => `task_${String(number).padStart(5, "0")}`),
);
// Ids with zeros and slashes in them, as random bytes have.
const oid = fc
  .array(fc.constantFrom("00", "2f", "20", "41", "ff"), { minLength: 20, maxLength: 20 })
  .map((digits) => digits.join(""));
const anyItem = fc.record({
  mode: fc.constantFrom("040000", "100644", "100755", "100664", "120000", "160000"),
  oid,
});
const items = fc
  .array(fc.tuple(name, anyItem), { maxLength: 300 })
  .map((entries): Items => new Map(entries));
/** A tree and another one that differs from it in a few places. */
const twoTrees = fc
  .tuple(items, fc.array(fc.tuple(name, fc.option(anyItem)), { maxLength: 12 }))
  .map(([before, changes]): [Items, Items] => {
    const after = new Map(before);
    for (const [path, changed] of changes) {
      if (changed === null) after.delete(path);
      else after.set(path, changed);
    }
    return [before, after];
  });

describe("the bytes of a tree", () => {
  test("give every entry, and each by its name", () => {
    fc.assert(
      fc.property(items, (all) => {
        const tree = treeOf(all);
        const listed = treeEntries(tree);
        expect(new Map(listed.map(({ path, mode, oid: id }) => [path, { mode, oid: id }]))).toEqual(
          all,
        );
        for (const entry of listed.slice(0, 5)) expect(treeEntry(tree, entry.path)).toEqual(entry);
        expect(treeEntry(tree, "zzz")).toBeNull();
      }),
    );
  });

  test("differ where the entries differ, and nowhere else", () => {
    fc.assert(
      fc.property(fc.oneof(twoTrees, fc.tuple(items, items)), ([before, after]) => {
        const expected = differencesOf(before, after);
        expect(treeChanges(treeOf(before), treeOf(after)).toSorted(byPath)).toEqual(expected);
        expect(treeModeChanges(treeOf(before), treeOf(after)).changes.toSorted(byPath)).toEqual(
          expected.map((change) => ({
            path: change.path,
            before: change.before?.mode ?? null,
            after: change.after?.mode ?? null,
          })),
        );
      }),
      { numRuns: 300 },
    );
  });

  test("name what is equal without case", () => {
    const file = item("100644", "41");
    const beyondAscii = treeOf(
      new Map([
        ["é", file],
        ["É", file],
      ]),
    );
    expect(treeModeChanges(beyondAscii, beyondAscii).sameWithoutCase).toEqual(new Set(["é"]));
    fc.assert(
      fc.property(items, (all) => {
        const names = [...all.keys()].map((path) => path.toLowerCase());
        const twins = names.filter((path, index) => names.indexOf(path) !== index);
        expect(treeModeChanges(treeOf(new Map()), treeOf(all)).sameWithoutCase).toEqual(
          new Set(twins),
        );
      }),
    );
  });

  test("are refused when some are missing at the end", () => {
    const [first, second] = [item("100644", "41"), item("040000", "00")];
    const oneEntry = treeOf(new Map([["a", first]])).bytes.length;
    const whole = treeOf(
      new Map([
        ["a", first],
        ["b", second],
      ]),
    ).bytes;
    const empty = new Tree(Buffer.alloc(0));
    const lengths = Array.from({ length: whole.length - 1 }, (_, index) => index + 1);
    for (const length of lengths.filter((end) => end !== oneEntry)) {
      const cut = new Tree(whole.subarray(0, length));
      expect(() => treeEntries(cut)).toThrow(ODD);
      expect(() => treeChanges(empty, cut)).toThrow(ODD);
      expect(() => treeChanges(cut, empty)).toThrow(ODD);
      expect(() => treeChanges(cut, new Tree(whole))).toThrow(ODD);
    }
  });

  // git pushes each of them to a plain server; a checkout has a folder that such bytes do not seem to name, or has another
  // one of two.
  test.each<[string, readonly string[]]>([
    ["a mode that git cuts down to a folder's", ["10040000 evil"]],
    ["a short mode, behind which a name takes the next entry in", ["100 a", "40000 evil"]],
    ["a mode of one digit, in many entries", Array.from({ length: 100 }, () => "1 aaa ")],
    ["a folder's mode with a zero in front", ["040000 evil"]],
    ["a mode that is none", ["190644 evil"]],
    ["a kind that is none", ["110644 evil"]],
    ["a first digit of rights that is none", ["100844 evil"]],
    ["a second digit of rights that is none", ["100684 evil"]],
    ["a third digit of rights that is none", ["100648 evil"]],
    ["a space for a digit of rights", ["100 44 evil"]],
    ["a kind that begins with another digit", ["200644 evil"]],
    ["a digit behind the kind", ["101644 evil"]],
    ["a second digit of a folder's mode", ["41000 evil"]],
    ["a third digit of a folder's mode", ["40100 evil"]],
    ["a fourth digit of a folder's mode", ["40010 evil"]],
    ["a fifth digit of a folder's mode", ["40001 evil"]],
    ["a link with rights", ["120777 evil"]],
    ["a submodule with rights", ["160644 evil"]],
    ["a name with a slash", ["100644 evil/src/code.py"]],
    ["no name", ["100644 "]],
    ["one name twice", ["40000 evil", "40000 evil"]],
    ["a folder before one that sorts earlier", ["40000 f", "40000 evil"]],
    ["a folder where a file would sort", ["40000 evil", "100644 evil.x"]],
    ["a file and a folder of one name", ["100644 evil", "40000 evil"]],
    ["a file and a folder of one name, apart", ["100644 e", "100644 e-", "40000 e-x", "40000 e"]],
  ])("are refused when they hold %s, behind what is sought as well", (_, hostile) => {
    const entries = ["40000 a", ...hostile].map((entry) => `${entry}\0${"i".repeat(20)}`);
    const tree = new Tree(Buffer.from(entries.join("")));
    const empty = new Tree(Buffer.alloc(0));
    expect(() => treeEntries(tree)).toThrow(ODD);
    expect(() => treeEntry(tree, "a")).toThrow(ODD);
    expect(() => treeModeChanges(empty, tree)).toThrow(ODD);
    expect(() => treeModeChanges(tree, empty)).toThrow(ODD);
    expect(() => treeChanges(tree, new Tree(tree.bytes))).toThrow(ODD);
  });

  test("keep names apart that are one name as text", () => {
    const empty = bytes([]);
    const [folder, file] = [bytes([["40000", 0xfe]]), bytes([["100644", 0xff]])];
    const both = bytes([
      ["40000", 0xfe],
      ["100644", 0xff],
    ]);
    expect(told(empty, both)).toEqual([
      { path: "\uFFFD", before: null, after: "040000" },
      { path: "\uFFFD", before: null, after: "100644" },
    ]);
    expect(told(folder, file)).toEqual([
      { path: "\uFFFD", before: null, after: "100644" },
      { path: "\uFFFD", before: "040000", after: null },
    ]);
    expect(told(both, empty)).toHaveLength(2);
  });

  test("are a file, a folder or a submodule", () => {
    const all: Items = new Map([
      ["a", item("100644", "41")],
      ["b", item("120000", "41")],
      ["c", item("160000", "41")],
      ["d", item("040000", "41")],
    ]);
    expect(treeEntries(treeOf(all)).map(({ type }) => type)).toEqual([
      "blob",
      "blob",
      "commit",
      "tree",
    ]);
  });

  test("are read when a long file name comes before a short one at the end", () => {
    const all: Items = new Map([
      ["a".repeat(300), item("100644", "41")],
      ["b", item("040000", "41")],
    ]);
    expect(treeEntries(treeOf(all))).toHaveLength(2);
  });

  test("are refused when the first entry has no name", () => {
    const nameless = new Tree(Buffer.from(`100644 \0${"i".repeat(20)}`));
    expect(() => treeEntries(nameless)).toThrow(ODD);
  });

  test("are read when a file's name is the start of a folder's", () => {
    const all: Items = new Map([
      ["e", item("100644", "41")],
      ["e-x", item("040000", "41")],
      ["e0", item("040000", "41")],
    ]);
    expect(treeEntries(treeOf(all)).map(({ path }) => path)).toEqual(["e", "e-x", "e0"]);
  });
});
