import type { Evidence } from "../../src/evidence/evidence.ts";
import { shorten } from "../../src/foundation/untrusted-text.ts";
import type { Decisions } from "../../src/handover/decision.ts";
import { DesignDocument } from "../../src/task/design.ts";
import { META, taskFolder } from "../../src/task/folder.ts";
import { Manifest } from "../../src/task/manifest.ts";
import { readMeta } from "../../src/task/meta-file.ts";
import { isTaskId } from "../../src/task/task-id.ts";
import { aligned, plain, plainLine } from "../../src/telling/plain.ts";
import { reasonLine } from "../../src/telling/reason-words.ts";
import { checksOf, testsByFunction } from "../../src/telling/verdict-words.ts";
import type { Repository } from "../../world/github.ts";
import type { Job } from "./jobs.ts";
import type { HandedOver } from "./outputs.ts";

// What there is to say about the result of each job, in plain lines.

export function short(commit: string): string {
  return commit.slice(0, 7);
}

/** How generate came to what it wrote, by its log, and what that is, read back from the branch that it pushed. */
export function generatedFacts(
  made: readonly HandedOver[],
  repository: Repository,
  log: string,
): string[] {
  return made.flatMap(({ task, number, branch, head }) => {
    const bytesAt = (path: string) => Buffer.from(repository.ask("show", `${head}:${path}`) ?? "");
    if (!isTaskId(task)) return [];
    const folder = taskFolder(task);
    const design = readMeta(DesignDocument, bytesAt(`${folder}/${META.design}`));
    const manifest = readMeta(Manifest, bytesAt(`${folder}/${META.manifest}`));
    const written = Object.entries(manifest?.files ?? {});
    const of = (stage: string) =>
      written.flatMap(([path, file]) => (file.stage === stage ? [path] : [])).join(", ");
    const facts = aligned([
      [
        "design",
        `${count(design?.criteria.length ?? 0, "criterion", "criteria")}, each a line of the story`,
      ],
      ["code", of("code")],
      ["tests", `${of("tests")}, written at the same time, blind to the code`],
      ...workOn(task, log).map((line, index): [string, string] => [
        index === 0 ? "checked" : "",
        line,
      ]),
      ["pushed", `${short(head)} to ${branch}`],
      ["opened", `#${number} ${repository.pullRequest(number).title}`],
    ]);
    return made.length === 1 ? facts : [task, ...facts.map((line) => `  ${line}`)];
  });
}

/** What was found wanting, who was asked, and what came of it. */
function workOn(task: string, log: string): string[] {
  const mark = `${task}: `;
  const said = log
    .split("\n")
    .flatMap((line) => (line.startsWith(mark) ? [line.slice(mark.length)] : []));
  const first = said.findIndex((line) => line.startsWith("self-check: "));
  if (first < 0) return [];
  return said.slice(first).filter((line) => !BESIDES.test(line));
}

/** Signs of life. */
const BESIDES =
  /^\w+: .* answered \(|^(?:preparing|reading|collecting|running|trying|finding|asking the examples|Made) /u;

/** The tests of one task by name, and what made the verdict. */
export function verifiedFacts(evidence: Evidence): string[] {
  const checks = plain(checksOf(evidence));
  return [
    ...plain([testsByFunction(evidence)]),
    ...(checks.length === 0 ? [] : ["", ...checks]),
    ...evidence.reasons.map((reason) => plainLine(reasonLine(reason))),
  ];
}

/** What was decided about each pull request, and what its status says now. */
export function decidedFacts(decided: Decisions, repository: Repository): string[] {
  return Object.entries(decided).flatMap(([number, { decision, reasons }]) => {
    const { head, merged } = repository.pullRequest(Number(number));
    const status = repository.statuses(head.sha)[0];
    return [
      ...reasons.map((reason) => plainLine(reasonLine(reason))),
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

export function count(number: number, one: string, several: string): string {
  return `${number} ${number === 1 ? one : several}`;
}
