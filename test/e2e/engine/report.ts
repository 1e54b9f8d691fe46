// Reads what act printed with `--json --verbose`, and refuses every run that act calls green and GitHub would not.

import * as z from "zod";

const JOB_RESULTS = ["success", "failure", "skipped"] as const;
export type JobResult = (typeof JOB_RESULTS)[number];

export interface Annotation {
  readonly level: "error" | "warning" | "notice";
  readonly message: string;
  readonly title: string | null;
  readonly file: string | null;
  readonly line: number | null;
}

export interface Report {
  /** By job id; `id (entry)` for one of a matrix. */
  readonly jobs: Readonly<Record<string, JobResult>>;
  /** By job as above: what its steps set, later ones over earlier ones. */
  readonly outputs: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The step summaries, in the order in which the steps ended, with `&#95;` read as `_` and so on. */
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  /** What a person sees in the log of the run, secrets masked. */
  readonly log: string;
}

/** What is to be expected of a run, by its workflow file. */
export interface ExpectedJob {
  readonly id: string;
  readonly hasMatrix: boolean;
  /** Whether GitHub calls the run green all the same, which act does not. */
  readonly mayFail?: boolean;
}

/** act did something that GitHub would not do: the run says nothing about the workflow. */
export class EngineFault extends Error {
  override readonly name = "EngineFault";
}

const Line = z.object({
  msg: z.string().default(""),
  level: z.string().default("info"),
  /** Empty for what act says outside any job. */
  jobID: z.string().default(""),
  matrix: z.record(z.string(), z.unknown()).nullish(),
  jobResult: z.enum(JOB_RESULTS).optional(),
  stepResult: z.enum(JOB_RESULTS).optional(),
  command: z.string().optional(),
  name: z.string().optional(),
  arg: z.string().default(""),
  kvPairs: z.record(z.string(), z.string()).nullish(),
  content: z.string().default(""),
});
type Line = z.infer<typeof Line>;

export function readReport(
  output: string,
  exitCode: number,
  expected: readonly ExpectedJob[],
): Report {
  const lines = output.split("\n").flatMap(parsedLine);
  const entries = entriesOf(lines);
  const faults = [
    ...faultsInMessages(output),
    ...expected.flatMap((job) => faultsOfJob(job, entries)),
  ];
  const jobs = Object.fromEntries(entries.map(({ name, result }) => [name, result]));
  const isRed = Object.values(jobs).includes("failure");
  if (faults.length === 0 && isRed !== (exitCode !== 0)) {
    faults.push(`exit code ${exitCode}, although ${isRed ? "a" : "no"} job failed`);
  }
  const log = logOf(lines);
  if (faults.length > 0) throw new EngineFault(`${faults.join("\n")}\n\n${log.slice(-8_000)}`);
  return {
    jobs,
    outputs: outputsOf(lines),
    summary: summaryOf(lines),
    annotations: lines.flatMap(annotationIn),
    log,
  };
}

function parsedLine(text: string): Line[] {
  if (text === "") return [];
  try {
    return [Line.parse(JSON.parse(text))];
  } catch (error) {
    // Not everything is JSON: neither the last word about an error nor a crash.
    if (error instanceof SyntaxError) return [Line.parse({ msg: text })];
    throw error;
  }
}

// Each of these leaves the exit code at 0, or stops the run before jobs that GitHub would run.
const signsOfTrouble = [
  "unsupported platform",
  "Unable to interpolate expression",
  "fatal error: concurrent map",
];

function faultsInMessages(output: string): string[] {
  return signsOfTrouble.filter((sign) => output.includes(sign)).map((sign) => `act says "${sign}"`);
}

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly isOfMatrix: boolean;
  readonly result: JobResult;
}

function entriesOf(lines: readonly Line[]): Entry[] {
  const names = new Set(lines.filter(({ jobID }) => jobID !== "").map(entryName));
  return [...names].flatMap((name) =>
    entryOf(
      name,
      lines.filter((line) => entryName(line) === name),
    ),
  );
}

function entryOf(name: string, lines: readonly Line[]): Entry[] {
  const final = lines.findLast(({ jobResult }) => jobResult !== undefined);
  if (final?.jobResult === undefined) return [];
  const isOfMatrix = lines.some(hasMatrixValues);
  // Once one entry of a matrix failed, act calls those that end later failed too: their steps tell.
  const failed = lines.some(({ stepResult }) => stepResult === "failure");
  const result =
    isOfMatrix && final.jobResult === "failure" && !failed ? "success" : final.jobResult;
  return [{ id: final.jobID, name, isOfMatrix, result }];
}

function entryName(line: Line): string {
  if (!hasMatrixValues(line)) return line.jobID;
  const { entry, ...others } = line.matrix ?? {};
  return `${line.jobID} (${typeof entry === "string" ? entry : Object.values(others).join(", ")})`;
}

function hasMatrixValues({ matrix }: Line): boolean {
  return Object.keys(matrix ?? {}).length > 0;
}

function faultsOfJob(
  { id, hasMatrix, mayFail = false }: ExpectedJob,
  entries: readonly Entry[],
): string[] {
  const ofJob = entries.filter((entry) => entry.id === id);
  if (ofJob.length === 0) return [`job ${id} has no result: act never got to it`];
  if (mayFail && ofJob.some(({ result }) => result === "failure")) {
    return [`job ${id} failed, which act calls red and GitHub, by \`continue-on-error\`, green`];
  }
  // Also where its expression failed, which act says in passing. GitHub evaluates it only when the job runs.
  const ranWithoutMatrix = ofJob.some(
    ({ isOfMatrix, result }) => !isOfMatrix && result !== "skipped",
  );
  return hasMatrix && ranWithoutMatrix ? [`job ${id} ran with an empty matrix`] : [];
}

function outputsOf(lines: readonly Line[]): Record<string, Record<string, string>> {
  const outputs: Record<string, Record<string, string>> = {};
  for (const line of lines) {
    if (line.command !== "set-output" || line.name === undefined) continue;
    (outputs[entryName(line)] ??= {})[line.name] = line.arg;
  }
  return outputs;
}

function summaryOf(lines: readonly Line[]): string {
  return lines
    .filter(({ command }) => command === "summary")
    .map(({ content }) => content)
    .join("\n")
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}

function annotationIn({ command, arg, kvPairs }: Line): Annotation[] {
  if (command !== "error" && command !== "warning" && command !== "notice") return [];
  const { title, file, line } = kvPairs ?? {};
  return [
    {
      level: command,
      message: arg,
      title: title ?? null,
      file: file ?? null,
      line: line === undefined ? null : Number(line),
    },
  ];
}

// Complaints of act about the folder that it runs in, which is no repository and need not be.
const noise = /located inside a git repository|unable to get git|valid docker connection/;

function logOf(lines: readonly Line[]): string {
  return lines
    .filter(({ level, msg }) => level !== "debug" && !noise.test(msg))
    .map((line) => `${line.jobID === "" ? "" : `[${entryName(line)}] `}${line.msg.trimEnd()}`)
    .join("\n");
}
