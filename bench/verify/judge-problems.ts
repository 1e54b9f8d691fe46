// Verifies each small problem with right code, with subtly wrong code, and with every kind of hollow tests, and says how
// often verify judged rightly. `node bench/verify/judge-problems.ts [number of problems] [how many to leave out before]`
import { tasks, TestRepository, verify, type Files } from "../../test/actions/verify/support.ts";
import { furtherCases, metaOfProblem } from "./problem-story.ts";
import { type Problem, PROBLEMS } from "./problems.ts";

const header = ({ name }: Problem): string =>
  `import pytest\n\nfrom src.${name} import ${name}\n\n\n`;

const HOLLOW: Readonly<Record<string, (problem: Problem) => string>> = {
  "no assertion": (problem) => each(problem, (call) => call),
  "swallowed assertion": (problem) =>
    each(
      problem,
      (call, result) =>
        `try:\n        assert ${call} == ${result}\n    except Exception:\n        pass`,
    ),
  "compared with itself": (problem) => each(problem, (call) => `assert ${call} == ${call}`),
  redefined: (problem) =>
    `${problem.code}\n\n\n${each(problem, (call, result) => `assert ${call} == ${result}`)}`,
  patched: (problem) =>
    `import unittest.mock\n\nimport src.${problem.name} as module\n\n\n${each(problem, (call, result) => `with unittest.mock.patch.object(module, "${problem.name}", return_value=${result}):\n        assert module.${call} == ${result}`)}`,
  "type of the result only": (problem) =>
    each(problem, (call, result) => `assert type(${call}) is type(${result})`),
  "computed by the code": (problem) =>
    each(problem, (call) => `expected = ${call}\n    assert ${call} == expected`),
};

function each(problem: Problem, body: (call: string, result: string) => string): string {
  return problem.cases
    .flatMap(([given, result], index) =>
      result === "ValueError"
        ? []
        : [`def test_${index}():\n    ${body(`${problem.name}(${given})`, result)}\n`],
    )
    .join("\n\n");
}

function honest(problem: Problem): string {
  return problem.cases
    .map(([given, result], index) => {
      const call = `${problem.name}(${given})`;
      const body =
        result === "ValueError"
          ? `with pytest.raises(ValueError):\n        ${call}`
          : `assert ${call} == ${result}`;
      return `def test_${index}():\n    ${body}\n`;
    })
    .join("\n\n");
}

function folder(problem: Problem, code: string, tests: string): Files {
  return {
    [`src/${problem.name}.py`]: `${code}\n`,
    "tests/test_story.py": `${header(problem)}${tests}`,
  };
}

const from = Number(process.argv[3] ?? 0);
const chosen = PROBLEMS.slice(from, from + Number(process.argv[2] ?? PROBLEMS.length));
const folders: Record<string, Files> = {};
for (const problem of chosen) {
  const wrong = wrongCode(problem);
  folders[`${problem.name}-right`] = folder(problem, problem.code, honest(problem));
  folders[`${problem.name}-wrong`] = folder(problem, wrong, honest(problem));
  for (const [index, hollow] of Object.values(HOLLOW).entries()) {
    folders[`${problem.name}-hollow${index}`] = folder(problem, problem.code, hollow(problem));
  }
}
// The same once more with a story whose examples are run, and marks on the tests.
for (const [index, more] of furtherCases(chosen).entries()) {
  const problem = chosen[index]!;
  const meta = metaOfProblem(problem, problem.cases);
  const whole = { ...problem, cases: [...problem.cases, ...more] };
  const told = (code: string, tests: string): Files => ({
    ...folder(problem, code, marked(tests, problem.cases.length)),
    ...meta,
  });
  folders[`${problem.name}-told-right`] = told(problem.code, honest(whole));
  folders[`${problem.name}-told-wrong`] = told(wrongCode(problem), honest(whole));
  folders[`${problem.name}-told-looked-up`] = told(lookUp(problem), honest(problem));
  for (const [kind, hollow] of Object.values(HOLLOW).entries()) {
    folders[`${problem.name}-told-hollow${kind}`] = told(problem.code, hollow(whole));
  }
}

function wrongCode(problem: Problem): string {
  const wrong = problem.code.replace(problem.wrong[0], () => problem.wrong[1]);
  if (wrong === problem.code) throw new Error(`${problem.name}: the wrong code is the right code`);
  return wrong;
}

/** Code that knows the examples of the story and nothing else. */
function lookUp({ name, cases }: Problem): string {
  const rows = cases
    .filter(([, result]) => result !== "ValueError")
    .map(([given, result]) => `    if values == (${given},):\n        return ${result}`);
  return `def ${name}(*values):\n${rows.join("\n")}\n    raise ValueError(values)`;
}

/** The first tests, each with the criterion that it shows. */
function marked(tests: string, count: number): string {
  return tests.replaceAll(/^def test_(\d+)/gmu, (whole, number: string) =>
    Number(number) < count ? `@pytest.mark.criterion("AC-${Number(number) + 1}")\n${whole}` : whole,
  );
}

const repository = new TestRepository();
repository.commit(tasks(folders));
const started = performance.now();
const { evidence } = await verify(repository, { entry: "problems", mutants: "20", reruns: "0" });
const seconds = (performance.now() - started) / 1_000;
repository.remove();

const rows: Record<string, { judged: number; rightly: number }> = {};
const wrongly: string[] = [];
const scores: number[] = [];
for (const [task, { verdict, reasons, mutationScore }] of evidence) {
  const [, isTold = "", variant = ""] = /-(told-)?([a-z\d-]+)$/u.exec(task) ?? [];
  const hollow = /^hollow(\d)$/u.exec(variant)?.[1];
  const named = hollow === undefined ? variant : `hollow: ${Object.keys(HOLLOW)[Number(hollow)]}`;
  const kind = `${isTold === "" ? "" : "examples run: "}${named}`;
  const expected = { right: "passed", wrong: "failed" }[variant] ?? "unproven";
  const row = (rows[kind] ??= { judged: 0, rightly: 0 });
  row.judged++;
  if (verdict === expected) row.rightly++;
  else
    wrongly.push(
      `${task}: ${verdict} ${reasons.map(({ code, message }) => `${code} (${message})`).join("; ")}`,
    );
  if (variant === "right" && mutationScore !== null) {
    scores.push(mutationScore);
  }
}
console.table(rows);
const ordered = scores.toSorted((a, b) => a - b);
console.log(
  `mutation score of the right ones: lowest ${ordered[0]?.toFixed(2)}, median ${ordered[Math.floor(ordered.length / 2)]?.toFixed(2)}`,
);
console.log(`${evidence.size} tasks in ${seconds.toFixed(0)} s`);
for (const line of wrongly) console.log(`judged wrongly: ${line}`);
