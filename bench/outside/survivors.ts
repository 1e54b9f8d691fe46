// Asks plain pytest about each stub that verify says no test notices: does it really pass? Goes on where it stopped.
// `node bench/outside/survivors.ts [--python PROGRAM] [--table]`. What plain pytest fails on is told with the message of verify,
// which says where tests did not count.
import { spawnSync } from "node:child_process";
import { cpSync, globSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import * as z from "zod";
import { DOES } from "../../src/proof/stubs.ts";
import { place, readJsonFile } from "./places.ts";
import { callsOf, plainPytest, Traced } from "./plain.ts";

const Results = z.record(
  z.string(),
  z.object({ reasons: z.array(z.object({ code: z.string(), message: z.string() })) }),
);
const Answers = z.record(z.string(), z.enum(["passes", "fails", "cannot be repeated"]));

const { values } = parseArgs({
  options: {
    python: { type: "string", default: "python3" },
    table: { type: "boolean", default: false },
  },
});

const INSIDE = new URL("../../src/proof/inside/", import.meta.url);
const PYTHON_PATH = ["", "reach", "source", "values"].map((name) =>
  fileURLToPath(new URL(name, INSIDE)),
);
const WRITE = `import json, sys
sys.path[:0] = json.loads(sys.argv[1])
from task_stubs import write_stubs
stub = json.loads(sys.argv[2])
before = open(stub["file"], "rb").read()
write_stubs([stub])
from task_source import write_again
after = open(stub["file"], "rb").read()
open(stub["file"], "wb").write(before)
write_again([stub["file"]])
same = open(stub["file"], "rb").read() == after
open(stub["file"], "wb").write(after)
sys.exit(3 if same else 0)
`;

const ANSWERS = place("survivors.json");
const answers = readJsonFile<z.infer<typeof Answers>>(ANSWERS, Answers, {});
const survivors = [...survivorsOf()];
for (const each of values.table ? [] : survivors) {
  const { key, task, stub } = each;
  if (key in answers) continue;
  answers[key] = answerTo(task, stub);
  writeFileSync(ANSWERS, JSON.stringify(answers, null, 1));
}
tell();

interface Survivor {
  readonly key: string;
  readonly task: string;
  readonly stub: { readonly file: string; readonly name: string; readonly kind: string };
  readonly isCalled: boolean;
  readonly message: string;
}

function* survivorsOf(): Generator<Survivor> {
  for (const path of globSync(place("results-*-of-*.json")).toSorted()) {
    for (const [task, { reasons }] of Object.entries(readJsonFile(path, Results, {}))) {
      const called = readJsonFile(callsOf(task), Traced.nullable(), null)?.called ?? [];
      for (const { message } of reasons) {
        const [, file, name, does] =
          /^(src\/\S+?):\d+: the \w+ (\S+) can be replaced by one that (.+?), and /u.exec(
            message,
          ) ?? [];
        const kind = Object.entries(DOES).find(([, said]) => said === does)?.[0];
        if (file === undefined || name === undefined || kind === undefined) continue;
        const whole = `${file}::${name}`;
        const isCalled = called.some((each) => each === whole || each.startsWith(`${whole}.`));
        yield {
          key: `${task} ${whole} ${kind}`,
          task,
          stub: { file, name, kind },
          isCalled,
          message,
        };
      }
    }
  }
}

function answerTo(task: string, stub: Survivor["stub"]): z.infer<typeof Answers>[string] {
  const folder = place("survivor");
  rmSync(folder, { recursive: true, force: true });
  cpSync(place("corpus", task), folder, { recursive: true });
  const args = ["-c", WRITE, JSON.stringify(PYTHON_PATH), JSON.stringify(stub)];
  if (spawnSync(values.python, args, { cwd: folder }).status !== 0) return "cannot be repeated";
  return plainPytest(folder, values.python).exitCode === 0 ? "passes" : "fails";
}

function tell(): void {
  const known = survivors.filter(({ key }) => key in answers);
  console.table({
    "of functions that tests call": row(known.filter(({ isCalled }) => isCalled)),
    "of others": row(known.filter(({ isCalled }) => !isCalled)),
  });
  for (const { key, message } of known) {
    if (answers[key] === "fails") console.log(`plain pytest fails: ${key}: ${message}`);
  }
}

function row(some: readonly Survivor[]): Record<string, number> {
  const groups = Object.groupBy(some, ({ key }) => answers[key]!);
  return Object.fromEntries(
    Object.entries(groups).map(([answer, each]) => [answer, each?.length ?? 0]),
  );
}
