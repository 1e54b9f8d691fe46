import { describe, expect, test } from "vitest";
import { runLimits } from "../../../src/proof/limits.ts";
import type { ProbeOptions } from "../../../src/proof/probe.ts";
import { findReach, type Reach } from "../../../src/proof/reach.ts";
import type { PytestSession, RunRequest } from "../../../src/proof/session.ts";
import type {
  NamedPlace,
  PossibleMutant,
  PublicName,
  SyntaxReport,
} from "../../../src/proof/syntax-report.ts";

const TESTS = ["tests/test_story.py::test_a", "tests/test_story.py::test_b"];

const place = (name: string, file = "src/a.py"): NamedPlace => ({
  file,
  name,
  range: [1, 1, 2, 9],
});

const written: PublicName = { ...place("f"), kind: "function", stubs: ["nothing"] };

const syntax: SyntaxReport = {
  unreadable: [],
  tests: [],
  functions: new Map(),
  formattedParameters: [],
  statements: new Map([["src/a.py", 3]]),
  publicNames: [written],
  mutants: [],
  bodies: [
    { ...place("f"), first: 1 },
    { ...place("g"), first: 5 },
    { ...place("g.inner"), first: 6 },
    { ...place("g", "src/b.py"), first: 1 },
  ],
  assigned: [place("total"), place("rate"), place("other", "src/b.py")],
  foreignCode: [],
};

type Event = Readonly<Record<string, unknown>>;

const REACHED: Event = { event: "reached", file: "src/a.py", lines: [1, 2, 5], called: [1] };
const WALKED: Event = { event: "walked", file: "src/a.py", names: ["f", "total", "rate"] };
const TRACED: Event = { event: "traced", partly: false };
const MADE: Event = {
  event: "made",
  ...place("total"),
  kind: "function",
  stubs: ["nothing", "error"],
  line: null,
};

const refuse = (): never => {
  throw new Error("only runs");
};

/** A session whose runs report these events besides their tests, of which those named fail. */
function saying(events: readonly Event[], failing: readonly string[] = []): PytestSession {
  const run = ({ tests, traced }: RunRequest): ReturnType<PytestSession["run"]> => {
    const lines: Event[] = (tests ?? []).flatMap((id) => [
      { event: "begin", id },
      {
        event: "phase",
        id,
        when: "call",
        outcome: TESTS.includes(id) && !failing.includes(id) ? "passed" : "failed",
        xfail: false,
        seconds: 0,
      },
      { event: "end", id },
    ]);
    if (traced === true) lines.push(...events);
    lines.push({ event: "finish", exit: 1 });
    return Promise.resolve({
      ended: { kind: "exit", code: 1 },
      report: lines.map((line) => `${JSON.stringify(line)}\n`).join(""),
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

function reachBy(events: readonly Event[], failing: readonly string[] = []): Promise<Reach> {
  return findReach(saying(events, failing), syntax, options);
}

const mutant = (first: number | null, lines: readonly [number, number]): PossibleMutant => ({
  file: "src/a.py",
  index: 0,
  kind: "number",
  range: [1, 1, 1, 2],
  change: "`1` → `2`",
  function: "f",
  first,
  lines,
  aside: null,
});

const namesOf = ({ unreached }: Reach): string[] | undefined =>
  unreached?.map(({ file, name }) => `${file} ${name}`);

describe("what the tests reach", () => {
  test.each([
    {
      what: "a line that was run, of a function that was called",
      first: 1,
      lines: [2, 2],
      is: true,
    },
    { what: "a statement one of whose lines was run", first: 1, lines: [2, 4], is: true },
    { what: "a line that was not run", first: 1, lines: [3, 4], is: false },
    { what: "a function that was not called", first: 5, lines: [5, 5], is: false },
    { what: "what happens when a module is imported", first: null, lines: [9, 9], is: true },
  ] as const)("$what: $is", async ({ first, lines, is }) => {
    const { isReached } = await reachBy([REACHED, TRACED, WALKED]);
    expect(isReached(mutant(first, lines))).toBe(is);
  });

  test("may be anything where something ran that nobody watched", async () => {
    const reach = await reachBy([REACHED, { ...TRACED, partly: true }, WALKED]);
    expect(reach.isReached(mutant(5, [8, 8]))).toBe(true);
    expect(namesOf(reach)).toEqual(["src/b.py other"]);
  });

  test("is nothing where the run says so", async () => {
    const reach = await reachBy([TRACED]);
    expect(reach.isReached(mutant(1, [2, 2]))).toBe(false);
  });

  test.each([
    { when: "a test fails", events: [REACHED, TRACED], failing: TESTS.slice(0, 1) },
    { when: "the run says nothing", events: [], failing: [] },
    { when: "the run does not come to its end", events: [REACHED, WALKED], failing: [] },
    { when: "the report is none", events: [{ event: "reached" }, TRACED], failing: [] },
  ])("is not known when $when: everything is tried", async ({ events, failing }) => {
    const { isReached, unreached, publicNames } = await reachBy(events, failing);
    expect(isReached(mutant(5, [5, 5]))).toBe(true);
    expect(unreached).toBeNull();
    expect(publicNames).toEqual([written]);
  });

  test("is not known without the syntax", async () => {
    const reach = await findReach(saying([TRACED]), null, options);
    expect(reach).toMatchObject({ publicNames: [], unreached: null });
  });
});

describe("names that no definition has", () => {
  test("are to be stubbed like those that are written", async () => {
    const { publicNames } = await reachBy([
      REACHED,
      TRACED,
      WALKED,
      MADE,
      { ...MADE, ...place("Price"), kind: "class" },
      { ...MADE, ...place("Price.net"), kind: "method", line: 7 },
    ]);
    expect(publicNames.map(({ name, found }) => [name, found])).toEqual([
      ["f", undefined],
      ["total", { made: "function" }],
      ["Price", { made: "class" }],
      ["Price.net", { line: 7 }],
    ]);
  });

  test("are none of a file that the code does not have", async () => {
    const { publicNames } = await reachBy([TRACED, { ...MADE, file: "src/../x.py" }]);
    expect(publicNames).toEqual([written]);
  });

  test("are tried up to a number, and named beyond", async () => {
    const events = Array.from({ length: 202 }, (_, index) => ({ ...MADE, ...place(`n${index}`) }));
    const reach = await reachBy([REACHED, TRACED, WALKED, ...events]);
    expect(reach.publicNames.length).toBe(201);
    expect(namesOf(reach)?.slice(-2)).toEqual(["src/a.py n200", "src/a.py n201"]);
  });
});

test("named are functions that are not called, what cannot be replaced, and what was not looked into", async () => {
  const reach = await reachBy([
    REACHED,
    TRACED,
    { ...WALKED, names: ["f", "rate"] },
    { event: "escaped", ...place("PAIR[0]") },
  ]);
  expect(namesOf(reach)).toEqual([
    "src/a.py g",
    "src/b.py g",
    "src/a.py PAIR[0]",
    "src/a.py total",
    "src/b.py other",
  ]);
});
