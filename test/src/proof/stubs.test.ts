import { describe, expect, test } from "vitest";
import { runLimits } from "../../../src/proof/limits.ts";
import type { ProbeOptions } from "../../../src/proof/probe.ts";
import type { PytestSession, RawRun, RunRequest, StubKind } from "../../../src/proof/session.ts";
import { killStubs } from "../../../src/proof/stubs.ts";
import type { PublicName } from "../../../src/proof/syntax-report.ts";

const TESTS = ["tests/test_story.py::test_a"];

type Answer = "fails" | "passes" | "waits for ever";

const refuse = (): never => {
  throw new Error("only runs");
};

/** A session whose tests answer each stub of one name as said, and what is given where everything is one. */
function answering(
  answers: { readonly [kind in StubKind]?: Answer },
  onEverything: Answer = "fails",
): PytestSession {
  const run = ({ tests, stubs = [] }: RunRequest): Promise<RawRun> => {
    const kind = stubs.length === 1 ? stubs[0]!.kind : null;
    const answer = kind === null ? (stubs.length === 0 ? "passes" : onEverything) : answers[kind];
    if (answer === undefined) throw new Error(`${kind} is not to be tried`);
    const ended = answer === "waits for ever" ? ("timeout" as const) : null;
    const lines = (tests ?? []).flatMap((id) => [
      { event: "begin", id },
      {
        event: "phase",
        id,
        when: "call",
        outcome: TESTS.includes(id) && answer === "passes" ? "passed" : "failed",
        xfail: false,
        seconds: 0,
      },
      { event: "end", id },
    ]);
    const events = ended === null ? [...lines, { event: "finish", exit: 1 }] : [];
    return Promise.resolve({
      ended: ended === null ? { kind: "exit", code: 1 } : { kind: ended },
      report: events.map((line) => `${JSON.stringify(line)}\n`).join(""),
      output: "",
      seconds: 1,
    });
  };
  return {
    isolation: "namespaces",
    python: "3.12.3",
    pytest: "9.2.0",
    inspect: refuse,
    collect: refuse,
    answer: refuse,
    expected: refuse,
    run,
    close: refuse,
  };
}

const options: ProbeOptions = {
  tests: TESTS,
  limits: runLimits(60),
  random: () => 0,
  now: () => 0,
  until: Infinity,
  progress: { step: () => {} },
  code: ["src/a.py"],
};

const nameOf = (kind: PublicName["kind"], name: string, stubs: StubKind[]): PublicName => ({
  file: "src/a.py",
  name,
  kind,
  range: [1, 1, 2, 9],
  stubs,
});

const METHOD = nameOf("method", "A.f", ["nothing", "something"]);
const FUNCTION = nameOf("function", "f", ["nothing", "something", "error"]);
// With it there are two, so that a single stub is never that of everything.
const OTHERS = [nameOf("function", "g", []), nameOf("function", "h", [])];

interface Row {
  readonly when: string;
  readonly name: PublicName;
  readonly answers: { readonly [kind in StubKind]?: Answer };
  readonly says: readonly string[];
}

const rows: readonly Row[] = [
  {
    when: "tests fail on each",
    name: METHOD,
    answers: { nothing: "fails", something: "fails" },
    says: [],
  },
  {
    when: "one of them is passed",
    name: METHOD,
    answers: { nothing: "fails", something: "passes" },
    says: ["A.f can be replaced by one that returns ..., and every test still passes"],
  },
  {
    when: "one gives no answer and another is noticed: no error is tried",
    name: METHOD,
    answers: { nothing: "waits for ever", something: "fails" },
    says: [],
  },
  {
    when: "none gives an answer, and an error is noticed",
    name: METHOD,
    answers: { nothing: "waits for ever", something: "waits for ever", error: "fails" },
    says: [],
  },
  {
    when: "none gives an answer, and an error is not noticed",
    name: METHOD,
    answers: { nothing: "waits for ever", something: "waits for ever", error: "passes" },
    says: ["A.f can be replaced by one that only raises, and every test still passes"],
  },
  {
    when: "none gives an answer, not even an error",
    name: METHOD,
    answers: {
      nothing: "waits for ever",
      something: "waits for ever",
      error: "waits for ever",
    },
    says: ["no test fails where the method A.f does nothing: The time was over"],
  },
  {
    when: "an error is one of its own stubs",
    name: FUNCTION,
    answers: { nothing: "fails", something: "fails", error: "passes" },
    says: ["f can be replaced by one that only raises, and every test still passes"],
  },
];

describe("the stubs of a name", () => {
  test.each(rows)("when $when: $says", async ({ name, answers, says }) => {
    const { reasons } = await killStubs(answering(answers), [name, ...OTHERS], options);
    expect(reasons).toHaveLength(says.length);
    for (const [index, text] of says.entries()) expect(reasons[index]!.message).toContain(text);
  });
});

test("a suite whose every test passes on nothing but stubs notices none, and is not run on each", async () => {
  const session = answering({}, "passes");
  const names = [FUNCTION, { ...FUNCTION, name: "g" }];
  const { reasons, stubs, vacuousTests } = await killStubs(session, names, options);
  expect(vacuousTests).toEqual(TESTS);
  const why = "no test tells: it passes although everything public does nothing";
  expect(reasons.map(({ code, message }) => `${code} ${message}`)).toEqual(
    ["f", "g"].map(
      (name) =>
        `stub_survived src/a.py:1: the function ${name} can be replaced by one that returns None, and ${why}`,
    ),
  );
  expect(stubs.map(({ name, kind, outcome }) => [name, kind, outcome])).toEqual([
    ["f", "nothing", "survived"],
    ["g", "nothing", "survived"],
  ]);
});

test("a test that passes on nothing but stubs does not count, and that is said where a stub survives", async () => {
  const empty = "tests/test_story.py::test_empty";
  const asked: (readonly string[] | null)[] = [];
  const inner = answering({ nothing: "passes" });
  const session: PytestSession = {
    ...inner,
    run: async (request) => {
      asked.push(request.tests);
      const { report, ...raw } = await inner.run(request);
      const isEverything = (request.stubs ?? []).length > 1;
      const lines = report.split("\n").map((line) => {
        const isOfEmpty = line.includes(empty) && isEverything;
        return isOfEmpty ? line.replace('"failed"', '"passed"') : line;
      });
      return { ...raw, report: lines.join("\n") };
    },
  };
  const names = [FUNCTION, { ...FUNCTION, name: "g", stubs: [] }];
  const { reasons, vacuousTests } = await killStubs(session, names, {
    ...options,
    tests: [...TESTS, empty],
  });
  expect(vacuousTests).toEqual([empty]);
  expect(reasons.map(({ message }) => message)).toEqual([
    "src/a.py:1: the function f can be replaced by one that returns None, and every test that counts still passes (1 of 2 does not: it passes although everything public does nothing)",
  ]);
  expect(asked.at(-1)).not.toContain(empty);
});
