import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import * as z from "zod";
import { handlers } from "../../commands/adapters/handlers.ts";
import { typed } from "./command-line.ts";

const root = mkdtempSync(join(tmpdir(), "verify-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>, into = root): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(into, path)), { recursive: true });
    writeFileSync(join(into, path), text);
  }
}

const CODE = "def add(one, other):\n    return one + other\n";
const TEST =
  "from src.add import add\n\n\ndef test_adds():\n    assert add(1, 2) == 3\n    assert add(5, -7) == -2\n";
/** Says by its failure what it can see. */
const SPY = `import os

from src.add import add


def test_adds():
    assert add(1, 2) == 3
    assert add(5, -7) == -2


def test_sees_nothing():
    assert add(1, 1) == 2
    assert os.environ.get("OPENAI_API_KEY") is None
    assert [each for each in ${JSON.stringify([root, homedir()])} if os.path.exists(each + "/secret.txt")] == []
`;

const Answer = z.object({
  tasks: z.array(
    z.object({
      task: z.string(),
      verdict: z.string(),
      isolation: z.string(),
      reasons: z.array(z.object({ code: z.string() })),
    }),
  ),
});

test("verifies what stands in the working tree as the matrix would, beside no key and none of the person's files", async () => {
  write({
    ".git/HEAD": "ref: refs/heads/main\n",
    "secret.txt": "mine",
    "generated/good/src/add.py": CODE,
    "generated/good/tests/test_story.py": TEST,
    "generated/good/src/__pycache__/add.cpython-312.pyc": "left behind",
    "generated/spy/src/add.py": CODE,
    "generated/spy/tests/test_story.py": SPY,
    "generated/wrong/src/add.py": CODE.replace("+", "-"),
    "generated/wrong/tests/test_story.py": TEST,
  });
  process.env["OPENAI_API_KEY"] = "a-key-that-nobody-may-see";
  const words = ["verify", "-C", root, "--json", "--keep", join(root, "kept")];
  const { exit, out } = await typed(words, handlers).finally(
    () => delete process.env["OPENAI_API_KEY"],
  );
  const { tasks } = Answer.parse(JSON.parse(out));
  expect(
    tasks.map(({ task, verdict, isolation, reasons }) => [
      task,
      verdict,
      isolation,
      ...new Set(reasons.map(({ code }) => code)),
    ]),
  ).toEqual([
    ["good", "passed", "namespaces"],
    ["spy", "passed", "namespaces"],
    ["wrong", "failed", "namespaces", "test_failed"],
  ]);
  expect(exit).toBe(1);
  expect(readdirSync(join(root, "kept")).toSorted()).toEqual(["good", "report", "spy", "wrong"]);
  expect(readdirSync(join(root, "kept/report"))).toContain("report.html");
  const explained = await typed(["explain", join(root, "kept/wrong")], handlers);
  expect(explained).toMatchObject({
    exit: 1,
    out: expect.stringContaining("test_failed: A test failed.") as unknown,
  });
});

test("runs nothing by a Python whose folder has the person's files in it", async () => {
  const around = mkdtempSync(join(tmpdir(), "verify-"));
  try {
    execFileSync("python3", ["-m", "venv", "--without-pip", "--system-site-packages", around]);
    write(
      {
        ".git/HEAD": "ref: refs/heads/main\n",
        "secret.txt": "mine",
        "generated/spy/src/add.py": CODE,
        "generated/spy/tests/test_story.py": SPY.replaceAll(root, around),
      },
      around,
    );
    const words = ["verify", "-C", around, "--json", "--python", join(around, "bin/python")];
    const { out } = await typed(words, handlers);
    const [spy] = Answer.parse(JSON.parse(out)).tasks;
    expect(spy).toMatchObject({
      verdict: "unproven",
      isolation: "none",
      reasons: [{ code: "isolation_unavailable" }],
    });
  } finally {
    rmSync(around, { recursive: true, force: true });
  }
});

test.each([
  { words: ["../x"], says: "is no task id" },
  { words: ["nothing"], says: "no_task_folder" },
])("$words is refused: $says", async ({ words, says }) => {
  const { exit, out, error } = await typed(["verify", "-C", root, ...words], handlers);
  expect(exit).not.toBe(0);
  expect(out + error).toContain(says);
});
