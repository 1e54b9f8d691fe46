import { readExpression, readStatement } from "../contract/read-python.ts";
import { pythonOf, pythonOfStatement } from "../contract/write-python.ts";
import { type Answer, shownAnswer } from "../proof/answers.ts";
import { isRight } from "../proof/judge-answer.ts";
import type { Claim, PythonReader } from "../proof/python-reader.ts";
import type { GeneratedFile } from "./generated-file.ts";
import type { Derived, Versions } from "./judge.ts";
import { Contested, type TriedTest } from "./trial.ts";
import { contentOf, type Workbench } from "./workbench.ts";

/** Of each test what it says that every code contradicts; null where that cannot be made out. */
export async function contestedClaims(
  { workbench, reader }: { readonly workbench: Workbench; readonly reader: PythonReader },
  versions: Versions,
  tests: readonly TriedTest[],
  codes: readonly number[],
): Promise<readonly (Contested | null)[]> {
  const contested: (Contested | null)[] = [];
  for (const test of tests) {
    const suite = versions.suites[test.suite] ?? [];
    const found = await takeApart(reader, suite, [test])
      .then((readings) => contestedOf(workbench, versions, readings?.[0]?.claims ?? [], codes))
      .catch(() => null);
    contested.push(Contested.safeParse(found).data ?? null);
  }
  return contested;
}

/** The first claim that every code contradicts. */
async function contestedOf(
  workbench: Workbench,
  versions: Versions,
  claims: readonly Claim[],
  codes: readonly number[],
): Promise<Contested | null> {
  const readable = claims.flatMap((claim) => asCall(claim) ?? []);
  if (readable.length === 0 || readable.length < claims.length) return null;
  const expected = await workbench.expected(versions, readable);
  if (expected === null) return null;
  const answers: (readonly Answer[])[] = [];
  for (const code of codes) {
    const said = await workbench.answersOf(versions, versions.codes[code] ?? [], readable);
    if (said === null) return null;
    answers.push(said);
  }
  const at = readable.findIndex((_, index) => {
    const claimed = expected[index];
    return claimed != null && answers.every((said) => !isRight(said[index]!, claimed, false));
  });
  const claim = readable[at];
  if (claim === undefined) return null;
  return {
    ...claim,
    setup: [...claim.setup],
    answers: answers.map((said) => shownAnswer(said[at]!).slice(0, 500)),
  };
}

/** Whether what was derived for a call is what the code gives. */
export async function confirmedBy(
  workbench: Workbench,
  versions: Versions,
  code: number,
  derived: readonly { readonly contested: Contested; readonly answer: Derived }[],
): Promise<readonly boolean[]> {
  const claims = derived.map(({ contested: { setup, call }, answer }) => ({
    setup,
    call,
    ...answer,
  }));
  const expected = await workbench.expected(versions, claims);
  const said = await workbench.answersOf(versions, versions.codes[code] ?? [], claims);
  return derived.map((_, index) => {
    const demanded = expected?.[index];
    const answer = said?.[index];
    return demanded != null && answer !== undefined && isRight(answer, demanded, false);
  });
}

/** The files of a suite without these tests; null where they cannot be taken out by themselves. */
export async function suiteWithout(
  reader: PythonReader,
  suite: readonly GeneratedFile[],
  tests: readonly TriedTest[],
): Promise<readonly GeneratedFile[] | null> {
  let files = suite;
  // The last case of a test first, so that the others keep their places.
  for (const test of tests.toSorted((a, b) => b.case - a.case)) {
    const [reading] = (await takeApart(reader, files, [test])) ?? [];
    const content = reading?.without ?? null;
    if (content === null) return null;
    const { file } = placeOf(test);
    files = files.map((each) => (each.path === file ? { ...each, content } : each));
  }
  return files;
}

/** What each test claims, and its file without it. */
export function takeApart(
  reader: PythonReader,
  files: readonly GeneratedFile[],
  tests: readonly TriedTest[],
): ReturnType<PythonReader["takeApart"]> {
  return reader.takeApart(files.map(contentOf), tests.map(placeOf));
}

function placeOf({ id, case: place }: Pick<TriedTest, "id" | "case">): {
  file: string;
  name: string;
  case: number;
} {
  const [file = "", ...names] = id.replace(/\[.*$/su, "").split("::");
  return { file, name: names.join("::"), case: place };
}

/** A claim in the grammar of examples, so that nothing else is run; null for what has another form. */
export function asCall(claim: Claim): Claim | null {
  const setup = claim.setup.map((line) => readStatement(line));
  const call = readExpression(claim.call);
  if (!call.ok || setup.some(({ ok }) => !ok)) return null;
  return {
    ...claim,
    setup: setup.flatMap((read) => (read.ok ? [pythonOfStatement(read.value)] : [])),
    call: pythonOf(call.value),
  };
}
