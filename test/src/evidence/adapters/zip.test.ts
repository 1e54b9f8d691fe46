import { describe, expect, test } from "vitest";
import { filesInZip, ZipFault, type ZipLimits } from "../../../../src/evidence/adapters/zip.ts";
import { zipOf } from "../../../support/zip.ts";

const limits: ZipLimits = { entries: 10, fileBytes: 1_000, allBytes: 1_500 };
const path = "price/evidence.json";
const files = { [path]: '{"a":1}', "price/ci-results.xml": "<x/>", "cost/evidence.json": "{}" };

/** What is read of the wanted file, or why it is not. */
function readIn(archive: Buffer, wanted = path): string {
  try {
    const file = filesInZip(archive, [wanted], limits).get(wanted);
    if (file === undefined) return "absent";
    return Buffer.isBuffer(file) ? file.toString() : `fault: ${file.message}`;
  } catch (error) {
    if (!(error instanceof ZipFault)) throw error;
    return `fault: ${error.message}`;
  }
}

/** The archive with some of its bytes written over: those that follow the n-th place of a signature. */
function changed(archive: Buffer, signature: number, offset: number, bytes: readonly number[]) {
  const copy = Buffer.from(archive);
  const mark = Buffer.alloc(4);
  mark.writeUInt32LE(signature);
  copy.set(bytes, copy.indexOf(mark) + offset);
  return copy;
}

const LOCAL = 0x04034b50;
const LISTED = 0x02014b50;
const END = 0x06054b50;

describe.each([{ isPacked: false }, { isPacked: true }])(
  "of an archive, packed: $isPacked",
  (how) => {
    const archive = zipOf(files, how);

    test("what is asked for is read, and nothing else", () => {
      expect(readIn(archive)).toBe('{"a":1}');
      expect(readIn(archive, "fee/evidence.json")).toBe("absent");
      expect([...filesInZip(archive, [path], limits).keys()]).toEqual([path]);
    });

    test("cut off anywhere, it is said so", () => {
      for (let length = 0; length < archive.length; length += 1) {
        expect(readIn(archive.subarray(0, length)), `cut at ${length}`).toMatch(/^fault: /);
      }
    });

    test("no byte that is another one goes unnoticed as a crash", () => {
      for (let at = 0; at < archive.length; at += 1) {
        const copy = Buffer.from(archive);
        copy[at] = copy[at]! ^ 0xff;
        expect(readIn(copy), `changed at ${at}`).toMatch(/^(?:fault: |absent$|\{"a":1\}$)/);
      }
    });
  },
);

test.each<{ what: string; archive: Buffer; said: string }>([
  { what: "nothing", archive: Buffer.alloc(0), said: "ends in the middle" },
  { what: "a page of HTML", archive: Buffer.from("<html>".repeat(50)), said: "ends in the middle" },
  {
    what: "a file twice",
    archive: zipOf([
      [path, "{}"],
      [path, "[]"],
    ]),
    said: `lists ${path} twice`,
  },
  {
    what: "more files than are listed",
    archive: zipOf(Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`${index}`, ""]))),
    said: "lists more than 10 files",
  },
  {
    what: "a file larger than what is read",
    archive: zipOf({ [path]: "x".repeat(1_001) }, { isPacked: true }),
    said: "has more than 1000 bytes",
  },
  {
    what: "a file that is larger than it says",
    archive: changed(
      zipOf({ [path]: "x".repeat(900_000) }, { isPacked: true }),
      LISTED,
      24,
      [9, 0, 0, 0],
    ),
    said: "cannot be unpacked",
  },
  {
    what: "a file that says it is larger than any",
    archive: changed(zipOf(files), LISTED, 24, [255, 255, 255, 255]),
    said: "has more than 1000 bytes",
  },
  {
    what: "a file that is not packed as it says",
    archive: changed(zipOf(files), LISTED, 10, [8]),
    said: "cannot be unpacked",
  },
  {
    what: "a file that is packed in another way",
    archive: changed(zipOf(files), LISTED, 10, [14]),
    said: "is packed by the method 14",
  },
  {
    what: "a file that nobody can read",
    archive: changed(zipOf(files), LISTED, 8, [1]),
    said: "is encrypted",
  },
  {
    what: "another file than it says",
    archive: changed(zipOf(files), LISTED, 16, [0, 0, 0, 0]),
    said: "is not what the archive says of it",
  },
  {
    what: "a file behind its end",
    archive: changed(zipOf(files), LISTED, 42, [0, 0, 1, 0]),
    said: "ends in the middle",
  },
  {
    what: "no file where it says",
    archive: changed(zipOf(files), LOCAL, 0, [1]),
    said: "is no zip archive",
  },
  {
    what: "no directory where it says",
    archive: changed(zipOf(files), END, 16, [0, 0, 0, 0]),
    said: "is no zip archive",
  },
])("an archive that holds $what is refused: $said", ({ archive, said }) => {
  expect(readIn(archive)).toBe(`fault: ${said}`);
});

test("all files together have a limit", () => {
  const two = { a: "x".repeat(900), b: "y".repeat(900) };
  const read = filesInZip(zipOf(two), ["a", "b"], limits);
  expect([...read.values()].map((file) => Buffer.isBuffer(file))).toEqual([true, false]);
});
