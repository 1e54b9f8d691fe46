import { describe, expect, test } from "vitest";
import { usesIn } from "../../../src/contract/code-facts.ts";
import type { Contract } from "../../../src/contract/contract.ts";
import { purityFaults } from "../../../src/contract/purity.ts";
import { storyItems } from "../../../src/story/items.ts";
import { withoutBullet } from "../../../src/story/lines.ts";

function faultsOf(line: string, code: string, reason: "purity" | "style" = "purity"): string[] {
  const { items } = storyItems({ constraints: [line] });
  const contract: Contract = {
    rules: "present",
    criteria: [],
    items,
    notTestable: new Map([[withoutBullet(line), reason]]),
    imports: [],
    names: [],
    functions: [],
  };
  const files = [
    { path: "src/a.py", content: Buffer.from(code) },
    { path: "tests/test_story.py", content: Buffer.from("import random\nopen('x')\n") },
    { path: "src/notes.md", content: Buffer.from("import random\n") },
  ];
  return purityFaults(contract, files).map(({ message }) => message);
}

describe("a line that no test can show is refused where the code shows the contrary", () => {
  test.each([
    { line: "No network.", code: "import socket", said: "src/a.py:1 imports socket: the network" },
    {
      line: "- No network or file I/O in the function.",
      code: "import json\n\ndef load(path):\n    with open(path) as file:\n        return json.load(file)",
      said: "src/a.py:4 calls open: files, input or output",
    },
    {
      line: "Must not touch the file system: no files.",
      code: "from pathlib import Path\nTEXT = Path('x').read_text()",
      said: "src/a.py:2 calls Path('x').read_text: files, input or output",
    },
    {
      line: "Pure functions only.",
      code: "def f(x):\n    print(x)",
      said: "src/a.py:2 calls print: files, input or output",
    },
    {
      line: "Keep function deterministic; no randomness or time dependence.",
      code: "from random import choice",
      said: "src/a.py:1 imports random: randomness",
    },
    {
      line: "No clock: the calendar knows no today.",
      code: "import datetime\n\ndef f():\n    return datetime.datetime.now()",
      said: "src/a.py:4 calls datetime.datetime.now: the clock",
    },
    {
      line: "Reine Funktionen, ohne Netzwerk.",
      code: "import json, urllib.request as r",
      said: "src/a.py:1 imports urllib.request: the network",
    },
  ])("$line — $said", ({ line, code, said }) => {
    expect(faultsOf(line, code)).toEqual([
      `The story says ${JSON.stringify(withoutBullet(line))}, and ${said}`,
    ]);
  });

  test.each([
    { when: "the code does something else", line: "No network.", code: "open('x')" },
    { when: "a module of the task has the name", line: "No network.", code: "from .http import x" },
    { when: "a name only begins so", line: "No randomness.", code: "import randomness" },
    { when: "it stands in a text", line: "No files.", code: "HELP = 'call open(path)'" },
    { when: "it is a method of its own", line: "No files.", code: "door.open()" },
    {
      when: "a date is made",
      line: "No clock.",
      code: "from datetime import date\ndate(2024, 1, 2)",
    },
    { when: "nothing stands there", line: "No network.", code: "" },
  ])("and is not where $when", ({ line, code }) => {
    expect(faultsOf(line, code)).toEqual([]);
  });

  test("whatever line stands there for another reason says nothing of it", () => {
    expect(faultsOf("No network.", "import socket", "style")).toEqual([]);
  });

  test("every place is named", () => {
    expect(faultsOf("Pure.", "import random\nimport socket\nprint(1)\n")).toHaveLength(3);
  });
});

test("what a file takes and calls is read of its syntax", () => {
  const source = "import os.path as p, sys\nfrom a.b import c\nfrom . import d\n\nf(g.h (1))\n";
  expect(usesIn(source)).toEqual([
    { line: 1, name: "os.path", kind: "import" },
    { line: 1, name: "sys", kind: "import" },
    { line: 2, name: "a.b", kind: "import" },
    { line: 5, name: "f", kind: "call" },
    { line: 5, name: "g.h", kind: "call" },
  ]);
});
