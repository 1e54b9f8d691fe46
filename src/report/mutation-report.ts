import type { MutantResult, ProbeOutcome } from "../evidence/evidence.ts";
import { taskFolder } from "../task/folder.ts";
import type { ReportedTask, RunReport } from "./run-report.ts";

/** One mutant as https://github.com/stryker-mutator/mutation-testing-elements describes it. */
interface Mutant {
  readonly id: string;
  readonly mutatorName: string;
  readonly description: string;
  readonly status: "Killed" | "Survived" | "Ignored";
  readonly statusReason?: string;
  readonly location: { readonly start: Place; readonly end: Place };
}

interface Place {
  readonly line: number;
  readonly column: number;
}

/** `mutation.json`, by version 2 of mutation-testing-report-schema. */
export interface MutationReport {
  readonly schemaVersion: "2";
  readonly thresholds: { readonly high: number; readonly low: number };
  readonly framework: { readonly name: string; readonly version: string };
  readonly files: Readonly<Record<string, FileMutants>>;
}

interface FileMutants {
  readonly language: "python";
  readonly source: string;
  readonly mutants: readonly Mutant[];
}

/**
 * The mutants of a run, by file. Readers of the format compute a score of their own: so that it is the evidence's, what
 * gave no answer and what was set aside count as ignored, and stubs, which have to be noticed each, are not among them.
 */
export function mutationReport({ run, tasks }: Pick<RunReport, "run" | "tasks">): MutationReport {
  return {
    schemaVersion: "2",
    thresholds: { high: 80, low: 60 },
    framework: { name: "agent-pipeline", version: run.version },
    files: Object.fromEntries(tasks.flatMap(filesOf)),
  };
}

function filesOf({ task, pullRequest, evidence, files }: ReportedTask): [string, FileMutants][] {
  const mutants = evidence?.mutants ?? [];
  const sources = new Map(files.map(({ path, text }) => [path, text]));
  const folder = taskFolder(task);
  // A task may be in two pull requests of one run.
  const names = pullRequest === null ? folder : `#${pullRequest}/${folder}`;
  return [...Map.groupBy(mutants, ({ file }) => file)].map(([path, own]) => [
    `${names}/${path}`,
    {
      language: "python",
      source: sources.get(path) ?? "",
      mutants: own.map((mutant, index) => mutantOf(mutant, `${names}/${path}:${index + 1}`)),
    },
  ]);
}

function mutantOf(
  { range: [line, column, lastLine, lastColumn], change, kind, outcome, why }: MutantResult,
  id: string,
): Mutant {
  const reason = why ?? (outcome === "unknown" ? "It ran out of time or memory." : undefined);
  return {
    id,
    mutatorName: kind,
    description: change,
    status: STATUS[outcome],
    ...(reason !== undefined && { statusReason: reason }),
    location: { start: { line, column }, end: { line: lastLine, column: lastColumn + 1 } },
  };
}

const STATUS: Readonly<Record<ProbeOutcome, Mutant["status"]>> = {
  killed: "Killed",
  survived: "Survived",
  unknown: "Ignored",
  set_aside: "Ignored",
};
