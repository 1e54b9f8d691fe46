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
    {
      line: "No network.",
      code: "from http import client, HTTPStatus",
      said: "src/a.py:1 imports http: the network",
    },
    {
      line: "No network.",
      code: "from urllib import request as r",
      said: "src/a.py:1 imports urllib: the network",
    },
    {
      line: "No network.",
      code: "import http\nhttp.client.HTTPConnection('a')",
      said: "src/a.py:2 calls http.client.HTTPConnection: the network",
    },
    {
      line: "Pure functions.",
      code: "def f(x, open=open):\n    return open(x)",
      said: "src/a.py:2 calls open: files, input or output",
    },
    {
      line: "Pure functions.",
      code: "import io\ndef f(x, *, open=io.open):\n    return open(x)",
      said: "src/a.py:3 calls open: files, input or output",
    },
    ...[
      "import sys\nout = sys.stderr",
      "import io, sys\nout = io.StringIO()\nout = sys.stdout",
    ].map((before) => ({
      line: "Pure functions.",
      code: `${before}\nprint(1, file=out)`,
      said: `src/a.py:${before.split("\n").length + 1} calls print: files, input or output`,
    })),
    {
      line: "Pure functions.",
      code: "def f(file):\n    print(1, file=file)",
      said: "src/a.py:2 calls print: files, input or output",
    },
    {
      line: "Pure functions.",
      code: "import io, sys\ndef f(out):\n    print(1, file=out)\nout = io.StringIO()",
      said: "src/a.py:3 calls print: files, input or output",
    },
    {
      line: "Pure functions.",
      code: "def f(open, text=open('x')):\n    return text",
      said: "src/a.py:1 calls open: files, input or output",
    },
    {
      line: "Pure functions.",
      code: 'if __name__ == "__main__":\n    pass\nelse:\n    print(1)',
      said: "src/a.py:4 calls print: files, input or output",
    },
    {
      line: "Pure functions.",
      code: "class Door:\n    def open(self, path):\n        return open(path)",
      said: "src/a.py:3 calls open: files, input or output",
    },
    ...[
      "import random\nrandom.Random()",
      "import random\nrandom.Random(None)",
      "import random\nrandom.Random(1)\nrandom.choice([1])",
      "import random\ndraw = random.choice",
      "import random as r\nr.Random(1)",
      "from random import Random, choice\nRandom(1)",
      "from random import Random\nmake = Random",
      "import random\nrandom.Random(1).seed()",
    ].map((code) => ({
      line: "Deterministic for a given seed.",
      code,
      said: "src/a.py:1 imports random: randomness",
    })),
    {
      line: "No randomness.",
      code: "import random\nrandom.Random(1)",
      said: "src/a.py:1 imports random: randomness",
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
    {
      when: "only names of HTTP are taken",
      line: "No network.",
      code: "from http import HTTPStatus",
    },
    {
      when: "a cookie is read",
      line: "No network.",
      code: "from http.cookies import SimpleCookie",
    },
    {
      when: "chance has the seed",
      line: "Deterministic for a given seed.",
      code: "import random\n\ndef f(rng: random.Random):\n    return rng.random()\n\nf(random.Random(7))",
    },
    {
      when: "chance has the seed of a parameter",
      line: "The code is deterministic for a given seed.",
      code: "from random import Random\n\ndef f(seed: int):\n    return Random(seed).random()",
    },
    {
      when: "it prints into a text",
      line: "Pure functions.",
      code: "import io\n\ndef f(x):\n    out = io.StringIO()\n    print(x, file=out)\n    return out.getvalue()",
    },
    {
      when: "it prints where it is started as a program",
      line: "Pure functions.",
      code: 'if __name__ == "__main__":\n    import sys\n    print(1)',
    },
    {
      when: "a parameter has the name",
      line: "Pure functions.",
      code: "def f(input, open: object = None):\n    return input(1), open(2), (lambda print: print(3))",
    },
    {
      when: "a function of the file has the name",
      line: "Pure functions.",
      code: "def open(door):\n    return door\n\nopen(1)",
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
    { line: 2, name: "a.b", kind: "import", names: ["c"] },
    { line: 5, name: "f", kind: "call" },
    { line: 5, name: "g.h", kind: "call" },
  ]);
});
