import { describe, expect, test } from "vitest";
import {
  type Evidence,
  EVIDENCE_MAX_BYTES,
  parseEvidence,
} from "../../../src/evidence/evidence.ts";
import { PipelineError } from "../../../src/foundation/errors.ts";
import {
  notPassedEvidence,
  passedEvidence,
  someInputs,
  mutantResult,
  stubResult,
} from "../../support/evidence.ts";

const inputs = someInputs({
  mutants: 25,
  reruns: 2,
  shared: { "requirements.txt": "2".repeat(40) },
});

/** A document in which everything was checked, so that every key holds something. */
const whole: Evidence = passedEvidence("price", {
  inputs,
  results: [
    { id: "t::test_it", outcome: "passed", seconds: 0.01, criteria: ["AC-1"], message: "said" },
  ],
  stubs: [stubResult(), stubResult({ kind: "something", outcome: "unknown" })],
  vacuousTests: ["t::test_nothing"],
  unreached: [{ name: "hidden", file: "src/price.py", range: [1, 1, 1, 9] }],
  mutants: [mutantResult(), mutantResult({ outcome: "set_aside" })],
  mutationScore: 1,
  items: [{ line: "- x=1 → 2", criteria: ["AC-1"], state: "shown" }],
  criteria: {
    "AC-1": {
      tests: ["t::test_it"],
      example: { state: "executed", call: "f(1)", expected: "2", got: null, why: "no" },
    },
  },
  fingerprint: "sha256:1",
  rules: "present",
  replay: "differs",
  replayDifferences: [{ path: "src/price.py", how: "was changed" }],
  seconds: { total: 1, tests: 1, stubs: 1, mutants: 1 },
});

const failed: Evidence = notPassedEvidence("price", {
  reason: {
    code: "test_failed",
    message: "assert 1 == 2",
    test: "t::test_it",
    file: "tests/t.py",
    line: 3,
  },
});

function read(document: unknown): Evidence {
  return parseEvidence(JSON.stringify(document));
}

function faultsOf(document: unknown): string {
  try {
    read(document);
  } catch (error) {
    if (!(error instanceof PipelineError)) throw error;
    return error.message.replace("The evidence is not what verify writes: ", "");
  }
  return "none";
}

describe("parseEvidence", () => {
  test.each([
    { what: "passed", document: passedEvidence("price") },
    { what: "passed with everything checked", document: whole },
    { what: "failed", document: failed },
    {
      what: "ended before its inputs were known",
      document: notPassedEvidence("price", { inputs: null, results: [], ...noneOf(failed) }),
    },
  ])("reads a document that $what as it was written", ({ document }) => {
    expect(read(document)).toEqual(document);
  });

  test.each(["", "{", "<html>", "\uFEFF{}"])("refuses %j, which is not valid JSON", (text) => {
    expect(() => parseEvidence(text)).toThrow(
      expect.objectContaining({
        code: "INPUT_INVALID",
        message: "The evidence is not valid JSON",
        cause: expect.any(SyntaxError) as unknown,
      }),
    );
  });
});

test("a document of as many tests as are taken is no larger than what is read", () => {
  const id = `tests/test_story.py::test_${"x".repeat(300)}`;
  const results = Array.from({ length: 20_000 }, () => ({ ...whole.results[0], id }));
  const { length } = JSON.stringify({ ...whole, results });
  expect(EVIDENCE_MAX_BYTES).toBeGreaterThan(length);
  expect(EVIDENCE_MAX_BYTES).toBeLessThan(64 * 1024 * 1024);
});

test("a document that contradicts itself is refused, with all contradictions at once", () => {
  const given = { stubs: null, verdict: "passed", reasons: failed.reasons };
  expect(faultsOf({ ...passedEvidence("price"), ...given })).toBe(
    "verdict and reasons disagree; passed although not every stub was noticed",
  );
});

test("a document that contradicts what its reader knows is refused", () => {
  const json = JSON.stringify(passedEvidence("price"));
  expect(parseEvidence(json, { task: "price", entry: "_shard-001" }).task).toBe("price");
  expect(() => parseEvidence(json, { task: "cost", entry: "cost" })).toThrow(
    "it lies in the folder of another task; it lies in the artifact of another task",
  );
});

test("an older one is refused with what to do about it", () => {
  const older = JSON.stringify({ ...whole, schema: "agent-pipeline/evidence@1" });
  expect(() => parseEvidence(older)).toThrow(
    expect.objectContaining({
      message: "The verify that wrote the evidence is older than the gate",
      hint: "Pin both alike: `uses:` of verify and of merge-gate must name one version.",
    }),
  );
});

type Path = readonly string[];
type Holder = Record<string, unknown>;

function isHolder(value: unknown): value is Holder {
  return typeof value === "object" && value !== null;
}

/** The way to everything in a document: its keys, the keys of its values, and so on. */
function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const below = Object.entries(value).flatMap(([key, each]) => pathsIn(each, [...path, key]));
  return [path, ...below];
}

/** A copy in which `change` has had its way with the object or list that holds the last key of the path. */
function changedAt(
  document: Evidence,
  path: Path,
  change: (holder: Holder, key: string) => unknown,
): unknown {
  const copy: unknown = structuredClone(document);
  let holder = copy;
  for (const key of path.slice(0, -1)) holder = isHolder(holder) ? holder[key] : undefined;
  if (!isHolder(holder)) throw new Error(`The document has no ${path.join(".")}`);
  change(holder, path.at(-1)!);
  return copy;
}

const NAMES_OF_ITS_OWN = ["criteria", "inputs.shared"];
const MAY_LACK = ["reasons.0.test", "reasons.0.file", "reasons.0.line"];

const isOwnName = ({ path }: { path: Path }) =>
  /^\d+$/.test(path.at(-1)!) || NAMES_OF_ITS_OWN.includes(path.slice(0, -1).join("."));

const LONG = "x".repeat(4_001);
const many = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

describe("a document of another form is refused:", () => {
  const paths = [whole, failed].flatMap((document) =>
    pathsIn(document)
      .filter((path) => path.length > 0)
      .map((path) => ({ path, name: path.join("."), document })),
  );

  test.each(paths)("$name of another type", ({ path, document }) => {
    const given = changedAt(document, path, (holder, key) => (holder[key] = true));
    expect(faultsOf(given)).toMatch(/✖/);
  });

  test.each(paths.filter((each) => !isOwnName(each) && !MAY_LACK.includes(each.name)))(
    "$name left out",
    ({ path, document }) => {
      expect(faultsOf(changedAt(document, path, (holder, key) => delete holder[key]))).toMatch(/✖/);
    },
  );

  test.each(paths.filter((each) => !isOwnName(each)))(
    "a key beside $name",
    ({ path, document }) => {
      const given = changedAt(document, path, (holder) => (holder["more"] = "x"));
      expect(faultsOf(given)).toMatch(/Unrecognized key: "more"/);
    },
  );

  test.each(["reasons.0.test", "reasons.0.file", "reasons.0.line"])(
    "not for want of %s",
    (name) => {
      const given = changedAt(failed, name.split("."), (holder, key) => delete holder[key]);
      expect(faultsOf(given)).toBe("none");
    },
  );

  test.each<{ what: string; path: string; value: unknown; of?: Evidence }>([
    { what: "another schema", path: "schema", value: "agent-pipeline/evidence@3" },
    { what: "a task id outside the grammar", path: "task", value: "../price" },
    { what: "a run that is no number", path: "run.id", value: "7a" },
    { what: "an attempt 0", path: "run.attempt", value: 0 },
    { what: "a branch in place of a commit", path: "head", value: "main" },
    { what: "a short commit", path: "base", value: "abc" },
    { what: "a commit in capitals", path: "mergeBase", value: "A".repeat(40) },
    { what: "a tree that is no object id", path: "inputs.task", value: "abc" },
    { what: "a blob that is no object id", path: "inputs.shared.requirements.txt", value: "abc" },
    { what: "a digest of settings in another form", path: "inputs.config", value: "sha256:1" },
    { what: "no version of Python", path: "inputs.python", value: "" },
    { what: "no version of pytest", path: "inputs.pytest", value: "" },
    { what: "no version of agent-pipeline", path: "inputs.verify", value: "" },
    { what: "a selection of no test", path: "inputs.selection", value: 0 },
    { what: "a selection by name", path: "inputs.selection", value: "some" },
    { what: "fewer mutants than none", path: "inputs.mutants", value: -1 },
    { what: "fewer reruns than none", path: "inputs.reruns", value: -1 },
    { what: "an isolation of its own", path: "inputs.isolation", value: "docker" },
    { what: "an isolation of its own", path: "isolation", value: "docker" },
    { what: "a verdict of its own", path: "verdict", value: "fine" },
    { what: "a reason of its own", path: "reasons.0.code", value: "bad_luck", of: failed },
    { what: "a line 0", path: "reasons.0.line", value: 0, of: failed },
    { what: "too long a reason", path: "reasons.0.message", value: LONG, of: failed },
    { what: "too many reasons", path: "reasons", value: many(1_001, failed.reasons[0]) },
    { what: "fewer tests than none", path: "tests.flaky", value: -1 },
    { what: "half a test", path: "tests.skipped", value: 0.5 },
    { what: "an outcome of its own", path: "results.0.outcome", value: "xfailed" },
    { what: "less than no time", path: "results.0.seconds", value: -1 },
    { what: "too long an id", path: "results.0.id", value: LONG },
    { what: "too many results", path: "results", value: many(20_001, whole.results[0]) },
    { what: "an outcome of its own", path: "canary.outcome", value: "gone" },
    { what: "too many vacuous tests", path: "vacuousTests", value: many(20_001, "t") },
    { what: "a mutant in line 0", path: "mutants.0.range", value: [0, 1, 1, 1] },
    { what: "a mutant nowhere", path: "mutants.0.range", value: [1, 1, 1] },
    { what: "too many mutants", path: "mutants", value: many(20_001, whole.mutants![0]) },
    { what: "too many stubs", path: "stubs", value: many(20_001, whole.stubs![0]) },
    { what: "too many items", path: "items", value: many(20_001, whole.items![0]) },
    { what: "more than all", path: "mutationScore", value: 1.1 },
    {
      what: "too many tests of a criterion",
      path: "criteria.AC-1.tests",
      value: many(20_001, "t"),
    },
    { what: "less than no time", path: "seconds.total", value: -0.1 },
  ])("$what ($path)", ({ path, value, of = whole }) => {
    const [head, ...rest] = path.split(/\.(?!txt)/);
    const given = changedAt(of, [head!, ...rest], (holder, key) => (holder[key] = value));
    expect(faultsOf(given)).toMatch(/✖/);
  });
});

function noneOf({ tests }: Evidence): Partial<Evidence> {
  return { tests: { ...tests, passed: 0 }, canary: { outcome: "absent" }, stubs: null };
}
