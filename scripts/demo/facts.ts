import type { Evidence } from "../../src/evidence/evidence.ts";
import { shorten } from "../../src/foundation/untrusted-text.ts";
import { DesignDocument } from "../../src/task/design.ts";
import { META, taskFolder } from "../../src/task/folder.ts";
import { Manifest } from "../../src/task/manifest.ts";
import { readMeta } from "../../src/task/meta-file.ts";
import { isTaskId } from "../../src/task/task-id.ts";
import type { Repository } from "../../world/github.ts";
import type { Job } from "./jobs.ts";
import { aligned } from "./narrator.ts";
import type { Decisions, HandedOver } from "./outputs.ts";

// What there is to say about the result of each job, in plain lines.

export function short(commit: string): string {
  return commit.slice(0, 7);
}

/** What generate wrote, read back from the branch that it pushed. */
export function generatedFacts(made: readonly HandedOver[], repository: Repository): string[] {
  return made.flatMap(({ task, number, branch, head }) => {
    const bytesAt = (path: string) => Buffer.from(repository.ask("show", `${head}:${path}`) ?? "");
    if (!isTaskId(task)) return [];
    const folder = taskFolder(task);
    const design = readMeta(DesignDocument, bytesAt(`${folder}/${META.design}`));
    const manifest = readMeta(Manifest, bytesAt(`${folder}/${META.manifest}`));
    const written = Object.entries(manifest?.files ?? {});
    const of = (stage: string) =>
      written.flatMap(([path, file]) => (file.stage === stage ? [path] : [])).join(", ");
    return aligned([
      [
        "design",
        `${count(design?.criteria.length ?? 0, "criterion", "criteria")}, each a line of the story`,
      ],
      ["code", of("code")],
      ["tests", `${of("tests")}, written at the same time, blind to the code`],
      ["pushed", `${short(head)} to ${branch}`],
      ["opened", `#${number} ${repository.pullRequest(number).title}`],
    ]);
  });
}

/** The tests of one task by name, parametrised ones together, and what made the verdict. */
export function verifiedFacts(evidence: Evidence): string[] {
  const { results, reasons } = evidence;
  const names = [...new Set(results.map(({ id }) => functionOf(id)))];
  const rows = names.map((name) => {
    const own = results.filter(({ id }) => functionOf(id) === name);
    const passed = own.filter(({ outcome }) => outcome === "passed").length;
    return [passed === own.length ? "passed" : "FAILED", `${passed}/${own.length}`, name];
  });
  return [
    ...aligned(rows),
    ...(rows.length === 0 ? [] : totals(evidence)),
    ...reasons.map(({ code, message }) => `${code}: ${shorten(message, 400)}`),
  ];
}

/** What each of the checks behind a verdict found; one that was not made is not mentioned. */
function totals({ tests, isolation, canary, stubKill, mutation, criteria }: Evidence): string[] {
  const isolated =
    isolation === "namespaces" ? "without network, secrets or your files" : "NOT isolated";
  const carried = Object.values(criteria ?? {});
  const examples = carried.flatMap((criterion) => criterion.examples ?? []);
  const held = examples.filter(({ missing }) => missing.length === 0);
  const rows = [
    ["tests", `${tests.passed} of ${count(tests.expected, "test", "tests")} passed, ${isolated}`],
    ...(canary.outcome === "failed"
      ? [["canary", "a test that must fail ran among them, and failed: this run could go red"]]
      : []),
    ...(stubKill === null
      ? []
      : [
          [
            "stubs",
            `${stubKill.killed} of ${stubKill.stubs} noticed: functions and classes replaced by empty ones`,
          ],
        ]),
    ...(mutation === null
      ? []
      : [
          [
            "mutants",
            `${mutation.killed} of ${mutation.mutants} noticed: small changes to the code`,
          ],
        ]),
    ...(carried.length === 0
      ? []
      : [
          [
            "criteria",
            `${carried.filter((criterion) => criterion.tests.length > 0).length} of ${carried.length} have a test that passed`,
          ],
        ]),
    ...(examples.length === 0
      ? []
      : [
          [
            "examples",
            `${held.length} of ${examples.length} stand in the tests with the story's own values`,
          ],
        ]),
  ];
  return ["", ...aligned(rows)];
}

/** What was decided about each pull request, and what its status says now. */
export function decidedFacts(decided: Decisions, repository: Repository): string[] {
  return Object.entries(decided).flatMap(([number, { decision, reasons }]) => {
    const { head, merged } = repository.pullRequest(Number(number));
    const status = repository.statuses(head.sha)[0];
    return [
      ...reasons.map(({ code, message }) => `${code}: ${shorten(message, 400)}`),
      ...(status === undefined
        ? []
        : [
            `status ${status.context} on ${short(head.sha)}: ${status.state}, "${status.description ?? ""}"`,
          ]),
      merged
        ? `#${number} is merged at ${short(head.sha)}, exactly what was tested`
        : `#${number} stays open, nothing is merged (decision: ${decision})`,
    ];
  });
}

/** The errors that a person sees at the job on GitHub. */
export function errorsOf({ annotations, exitCode, log }: Job): string[] {
  const errors = annotations.filter(({ kind }) => kind === "error");
  if (errors.length === 0 && exitCode !== 0) {
    const lastWords = log.trim().split("\n").slice(-5).join("\n");
    return [
      `ended with exit code ${exitCode}, and these last words:\n${shorten(lastWords, 1_000)}`,
    ];
  }
  return errors.map(({ message, title }) =>
    shorten(title === undefined ? message : `${title}: ${message}`, 1_000),
  );
}

function functionOf(id: string): string {
  const [file = "", ...names] = id.replace(/\[.*$/s, "").split("::");
  return file === "tests/test_story.py" ? names.join("::") : [file, ...names].join("::");
}

export function count(number: number, one: string, several: string): string {
  return `${number} ${number === 1 ? one : several}`;
}
