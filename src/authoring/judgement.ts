import * as z from "zod";
import type { Evidence, MutantResult, StubResult } from "../evidence/evidence.ts";
import { REASON_CODES, type Reason } from "../evidence/reasons.ts";
import { spacedLine } from "../foundation/untrusted-text.ts";
import { MUTANT_KINDS, type MutantKind } from "../proof/session.ts";
import { DOES } from "../proof/stubs.ts";
import { withoutBullet } from "../story/lines.ts";
import type { DesignDocument } from "../task/design.ts";
import { STAGES, type Stage } from "../task/manifest.ts";

const text = z.string().max(2_000);

/**
 * One thing that the judge found, as data that may go into a prompt: of each kind only what is named here. `message`s of
 * tests and tracebacks are not among it, because they hold text of the other author.
 */
export const Finding = z.strictObject({
  code: z.enum(REASON_CODES),
  /** Whose work it is about; null where that is not known. */
  of: z.enum(STAGES).nullable(),
  /** In words that hold nothing of another author's text; for the author of `of`, or else for the author of the tests. */
  says: text.nullable(),
  /** A line of the story, what is called for it, what has to come of it, and what came. */
  item: text.nullable(),
  call: text.nullable(),
  expected: text.nullable(),
  got: text.nullable(),
  /** A test by its id, without its parameters. */
  test: text.nullable(),
});
export type Finding = z.infer<typeof Finding>;

/** How good a version is, as far as the judge came. */
export const Worth = z.strictObject({
  /** Examples of the story that were asked, and those of them that were answered rightly. */
  examples: z.int().nonnegative(),
  right: z.int().nonnegative(),
  failed: z.int().nonnegative(),
  passed: z.int().nonnegative(),
  /** Criterion → number of the tests that carry it; null where it was not asked. */
  shown: z.record(z.string(), z.int().nonnegative()).nullable(),
  /** Stubs and small changes that the tests notice; null where they were not tried. */
  killed: z.array(z.string()).nullable(),
  score: z.number().nullable(),
});
export type Worth = z.infer<typeof Worth>;

export const Judgement = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("judged"),
    /** In order of cause; none where everything is proven. */
    findings: z.array(Finding),
    fingerprint: z.string().nullable(),
    worth: Worth,
  }),
  /** There was no check; why, for a person. */
  z.strictObject({ kind: z.literal("not_judged"), why: z.string() }),
]);
export type Judgement = z.infer<typeof Judgement>;
export type Judged = Extract<Judgement, { kind: "judged" }>;

/** What the engine of verify has found out, here or in a run. */
export type Found = Pick<
  Evidence,
  "reasons" | "fingerprint" | "tests" | "stubs" | "mutants" | "mutationScore" | "criteria"
>;

/** What is only known here: how the code answers by itself when it is imported; null where it can be, or was not asked. */
export interface ImportFailure {
  readonly error: string;
}

const FINDINGS = 40;

export function judgementOf(
  found: Found,
  design: DesignDocument,
  importFailure: ImportFailure | null = null,
): Judged {
  const known = knownNames(design);
  const findings = found.reasons.flatMap((reason) => {
    if (reason.code === "stub_survived") return survivors(found.stubs ?? [], known);
    if (reason.code === "mutation_score_low") return unnoticed(found, known);
    return [findingOf(reason, importFailure)];
  });
  return {
    kind: "judged",
    findings: distinct(findings).slice(0, FINDINGS),
    fingerprint: found.fingerprint,
    worth: worthOf(found),
  };
}

function findingOf(reason: Reason, importFailure: ImportFailure | null): Finding {
  const { code, file, item, expected, got, test } = reason;
  const base = { ...EMPTY, code, ...(item !== undefined && { item: plain(item) }) };
  const isOne = (...codes: readonly Reason["code"][]): boolean => codes.includes(code);
  if (isOne("example_failed", "flaky")) {
    return {
      ...base,
      of: item === undefined ? null : "code",
      call: item === undefined ? null : callIn(reason),
      expected: expected === undefined ? null : plain(expected),
      got: got === undefined ? null : plain(got),
    };
  }
  if (isOne("collection_error")) {
    // The traceback may quote either author.
    return importFailure === null
      ? { ...base, of: "tests", says: `pytest cannot import ${file ?? "the tests"}` }
      : { ...base, of: "code", says: "the code cannot be imported", got: importFailure.error };
  }
  if (isOne("test_failed", "test_error")) {
    return { ...base, test: test === undefined ? null : withoutParameters(test) };
  }
  if (isOne("syntax_error", "policy_violation", "dependency_refused")) {
    return { ...base, of: ownerOf(file), says: plain(reason.message) };
  }
  if (isOne("timeout", "resource_limit", "report_missing", "report_invalid", "exit_mismatch")) {
    return { ...base, says: ENDED_OTHERWISE };
  }
  if (isOne("story_uncovered")) {
    return { ...base, of: "design", says: "no criterion quotes this line" };
  }
  return {
    ...base,
    of: "tests",
    // What stands in brackets may have been computed by the code.
    says: plain(withoutParameters(reason.message)),
    test: test === undefined ? null : withoutParameters(test),
  };
}

const ENDED_OTHERWISE = "a run did not come to its end";

const EMPTY: Omit<Finding, "code"> = {
  of: null,
  says: null,
  item: null,
  call: null,
  expected: null,
  got: null,
  test: null,
};

/** As `examples.ts` says it: the call stands between the line of the story and what it must give. */
function callIn({ message, item = "" }: Reason): string | null {
  const line = `The story says ${JSON.stringify(withoutBullet(item))}: `;
  const rest = message.startsWith(line) ? message.slice(line.length) : "";
  const call = /^(.*?) (?:must give|gave) /su.exec(rest)?.[1];
  return call === undefined ? null : plain(call);
}

function ownerOf(file: string | undefined): Stage | null {
  if (file?.startsWith("src/") === true) return "code";
  if (file?.startsWith("tests/") === true) return "tests";
  return file?.startsWith("meta/") === true ? "design" : null;
}

function withoutParameters(id: string): string {
  return id.replaceAll(/\[[^\]]*\]/gu, "");
}

/** By its longest beginning that both know; the module where that is nothing. */
/** A name by its longest beginning that both authors know, or the module; null for what only the code knows. */
type Known = (name: string, file: string) => string | null;

function knownNames({ modules }: DesignDocument): Known {
  const words = new Set(
    modules.flatMap(({ names }) =>
      names.flatMap(({ name, signature }) => [name, ...signature.split(/[^\p{L}\p{N}_]+/u)]),
    ),
  );
  const paths = new Set(modules.map(({ path }) => path));
  return (name, file) => {
    const parts = name.split(".");
    const unknown = parts.findIndex((part) => !words.has(part));
    const shown = parts.slice(0, unknown < 0 ? parts.length : unknown).join(".");
    if (shown !== "") return shown;
    if (/^[A-Za-z_]\w*(?:\.\w+)*$/u.test(name) && !name.endsWith(".py")) return null;
    return paths.has(file) ? `something in ${file}` : "something in the code";
  };
}

function survivors(stubs: readonly StubResult[], known: Known): Finding[] {
  const survived = stubs.filter(({ outcome }) => outcome === "survived" || outcome === "unknown");
  if (survived.length === 0) {
    return [{ ...EMPTY, code: "stub_survived", of: "tests", says: "the time for stubs was over" }];
  }
  return survived.map(({ name, file, kind }) => ({
    ...EMPTY,
    code: "stub_survived",
    of: "tests",
    ...(known(name, file) === null
      ? {
          of: "code" as const,
          says: `${name} in ${file} is public, although the design does not promise it, so that no test can know whether it does anything: remove it, or let its name begin with _`,
        }
      : { says: `no test notices that ${known(name, file)} ${doesOf(kind)}` }),
  }));
}

function doesOf(kind: string): string {
  return Object.entries(DOES).find(([each]) => each === kind)?.[1] ?? "does nothing";
}

function unnoticed({ mutants, stubs }: Found, known: Known): Finding[] {
  const survived = (mutants ?? []).filter(({ outcome }) => outcome === "survived");
  return survived.map((mutant) => {
    const holder = holderOf(mutant, stubs ?? []);
    return {
      ...EMPTY,
      code: "mutation_score_low",
      of: "tests",
      says: `no test notices another ${CHANGES[kindOf(mutant)]} in ${known(holder?.name ?? "", mutant.file) ?? "something that the design does not name"}`,
    };
  });
}

function kindOf({ kind }: MutantResult): MutantKind {
  return MUTANT_KINDS.find((each) => each === kind) ?? "statement";
}

/** The innermost public name around a change. */
function holderOf(
  { file, range: [line] }: MutantResult,
  stubs: readonly StubResult[],
): StubResult | null {
  const around = stubs.filter(
    (stub) => stub.file === file && stub.range[0] <= line && line <= stub.range[2],
  );
  return around.toSorted((a, b) => b.range[0] - a.range[0])[0] ?? null;
}

/** Kinds of small changes in words that hold nothing of the code. */
const CHANGES: Readonly<Record<MutantKind, string>> = {
  boundary: "boundary of a comparison",
  comparison: "comparison",
  condition: "condition",
  logic: "and or or",
  arithmetic: "arithmetic operation",
  sign: "sign",
  number: "number",
  boolean: "truth value",
  text: "text",
  default: "default value",
  slice: "end of a slice",
  loop: "end of a loop",
  call: "argument of a call",
  return: "return value",
  statement: "statement",
  raise: "error",
};

function worthOf({ tests, criteria, stubs, mutants, mutationScore }: Found): Worth {
  const examples = Object.values(criteria ?? {}).flatMap(({ example }) =>
    example?.state === "executed" ? [example] : [],
  );
  return {
    examples: examples.length,
    right: examples.filter(({ got }) => got === null).length,
    failed: tests.failed + tests.errors,
    passed: tests.passed,
    shown:
      criteria === null
        ? null
        : Object.fromEntries(
            Object.entries(criteria).map(([id, { tests: ids }]) => [id, ids.length]),
          ),
    killed:
      stubs === null
        ? null
        : [
            ...stubs.filter(isKilled).map((s) => `${s.file}:${s.name}:${s.kind}`),
            ...(mutants ?? [])
              .filter(isKilled)
              .map((m) => `${m.file}:${m.range.join("-")}:${m.kind}`),
          ].toSorted(),
    score: mutationScore,
  };
}

function isKilled({ outcome }: Pick<StubResult, "outcome">): boolean {
  return outcome === "killed";
}

/** Which of two versions is better: examples first, then tests, criteria and what the tests notice. Above 0: the first. */
export function compareWorth(one: Worth, other: Worth): number {
  const ranks = ({ right, failed, passed, shown, killed }: Worth): number[] => [
    right,
    passed > 0 ? 1 : 0,
    -failed,
    Object.values(shown ?? {}).filter((count) => count > 0).length,
    killed?.length ?? -1,
  ];
  const [a, b] = [ranks(one), ranks(other)];
  const first = a.findIndex((rank, index) => rank !== b[index]);
  return first < 0 ? 0 : a[first]! - b[first]!;
}

/** What tests have lost that were changed: nothing of it may be lost. Code stays the same meanwhile. */
export function weakenedBy(before: Worth, after: Worth): string[] {
  const fewer = Object.entries(before.shown ?? {})
    .filter(([id, count]) => after.shown !== null && (after.shown[id] ?? 0) < count)
    .map(([id]) => `${id} has fewer tests than before`);
  const kills = new Set(after.killed ?? before.killed);
  const lost = (before.killed ?? []).filter((each) => !kills.has(each));
  return [
    ...fewer,
    ...(lost.length === 0
      ? []
      : [`${lost.length} changes to the code, which a test noticed before, are noticed no more`]),
  ];
}

function plain(words: string): string {
  return spacedLine(words, 1_000);
}

function distinct(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((each) => [JSON.stringify(each), each])).values()];
}
