// The program of the inside is asked what the values in a test are there for; nothing of the tests is run.
import { execFileSync } from "node:child_process";
import { z } from "zod";
import { PYTHON_PATH } from "../python-path.ts";

const reportSchema = z.record(
  z.string(),
  z.object({
    literals: z.array(z.object({ kind: z.string(), text: z.string(), role: z.string() })),
    calls: z.array(
      z.object({
        name: z.string(),
        arguments: z.array(z.string().nullable()),
        containers: z.array(z.array(z.string().nullable())),
        compared: z.boolean(),
      }),
    ),
  }),
);
export type Report = z.infer<typeof reportSchema>;
export type Files = Readonly<Record<string, string>>;

const PROGRAM = `import ast, json, sys
from task_source import deep_trees, parse
from task_syntax import tests_in
from task_values import TestValues
suites = json.load(sys.stdin)
found = []
for files in suites:
    trees = {path: parse(text.encode(), path) for path, text in files.items()}
    with deep_trees():
        values = TestValues(trees)
        found.append({
            one["name"]: values.of(path, one["node"])
            for path, tree in trees.items() if path.startswith("tests/") for one in tests_in(tree)
        })
print(json.dumps(found))`;

export function reportsOf(suites: readonly Files[]): Report[] {
  const output = execFileSync("python3", ["-B", "-c", PROGRAM], {
    cwd: "/",
    encoding: "utf8",
    input: JSON.stringify(suites),
    maxBuffer: 64 * 1024 * 1024,
    env: {
      ...process.env,
      PYTHONPATH: PYTHON_PATH,
    },
  });
  return z.array(reportSchema).parse(JSON.parse(output));
}

const CODE = `class DoubleError(ValueError):
    pass


class Box:
    def put(self, item):
        self.item = item

    def get(self):
        return self.item


def double(x):
    return x * 2
`;

const HEAD = "import pytest\nfrom src.double import Box, DoubleError, double\n";

export function suite(tests: string, others: Files = {}): Files {
  return { "src/double.py": CODE, "tests/test_story.py": `${HEAD}${tests}`, ...others };
}

/** A test of one function; its lines are indented. */
export const body = (...lines: readonly string[]) =>
  `def test_a():\n${lines.map((line) => `    ${line}\n`).join("")}`;

export interface Case {
  readonly how: string;
  readonly tests: string;
  readonly others?: Files;
}

/** The values of a suite that have a role. */
export const textsIn = (report: Report | undefined, role: string): string[] =>
  (report === undefined ? [] : Object.values(report))
    .flatMap(({ literals }) => literals)
    .filter((literal) => literal.role === role)
    .map(({ text }) => text);
