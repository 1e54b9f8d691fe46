import { describe, expect, test } from "vitest";
import { sha256 } from "../../../src/foundation/digest.ts";
import { isUntouched, Manifest, MANIFEST_SCHEMA } from "../../../src/task/manifest.ts";
import { readMeta } from "../../../src/task/meta-file.ts";
import { StoryRef } from "../../../src/task/story-ref.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

const CODE = bytes("x = 1\n");

function folder(
  changes: Readonly<Record<string, string | null>> = {},
  manifest: object = {},
): Map<string, Uint8Array> {
  const stated: Manifest = {
    schema: MANIFEST_SCHEMA,
    task: "fee",
    version: "1",
    promptVersion: "1",
    story: { id: "fee", sha256: sha256("story") },
    attempts: [
      {
        number: 1,
        reason: "new",
        fingerprint: null,
        calls: [],
        ended: "proven",
      },
    ],
    files: { "src/fee.py": { sha256: sha256(CODE), stage: "code" } },
    criteria: {},
    overruled: [],
    open: null,
  };
  const files = new Map([
    ["src/fee.py", CODE],
    ["meta/manifest.json", bytes(JSON.stringify({ ...stated, ...manifest }))],
  ]);
  for (const [path, text] of Object.entries(changes)) {
    if (text === null) files.delete(path);
    else files.set(path, bytes(text));
  }
  return files;
}

describe("isUntouched", () => {
  test.each([
    { when: "as it was made", files: folder(), expected: true },
    { when: "a file changed", files: folder({ "src/fee.py": "x = 2\n" }), expected: false },
    { when: "a file more", files: folder({ "src/more.py": "" }), expected: false },
    { when: "a file less", files: folder({ "src/fee.py": null }), expected: false },
    {
      when: "a file renamed",
      files: folder({ "src/fee.py": null, "src/fees.py": "x = 1\n" }),
      expected: false,
    },
    {
      when: "as an older version made it",
      files: folder({}, { schema: "agent-pipeline/manifest@1", model: "m" }),
      expected: true,
    },
    { when: "no manifest", files: folder({ "meta/manifest.json": null }), expected: false },
    {
      when: "a manifest that is not valid JSON",
      files: folder({ "meta/manifest.json": "{" }),
      expected: false,
    },
    {
      when: "a manifest of another schema",
      files: folder({}, { schema: "other@1" }),
      expected: false,
    },
    { when: "a manifest with keys of its own", files: folder({}, { more: 1 }), expected: false },
    { when: "a manifest without attempts", files: folder({}, { attempts: [] }), expected: false },
    {
      when: "a file named as every object's property",
      files: folder({ "src/fee.py": null, constructor: "x" }),
      expected: false,
    },
  ])("$when: $expected", ({ files, expected }) => {
    expect(isUntouched(files)).toBe(expected);
  });
});

describe("readMeta", () => {
  const ref = { story: "meta/stories/fee.json", id: "fee", sha256: sha256("x") };

  test.each([
    { when: "absent", given: undefined, expected: null },
    { when: "as we write it", given: bytes(JSON.stringify(ref)), expected: ref },
    { when: "no UTF-8", given: Uint8Array.of(0xff), expected: null },
    {
      when: "with a digest of another form",
      given: bytes(JSON.stringify({ ...ref, sha256: "sha256:1" })),
      expected: null,
    },
    { when: "null", given: bytes("null"), expected: null },
  ])("$when", ({ given, expected }) => {
    expect(readMeta(StoryRef, given)).toEqual(expected);
  });
});
