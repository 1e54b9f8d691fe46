import { PipelineError } from "../../src/foundation/errors.ts";
import { assembleReport } from "../../src/report/assemble.ts";
import { gatherRun, type ReportSources } from "../../src/report/gather.ts";
import { renderReport } from "../../src/report/render-report.ts";
import { filesBeside } from "../../src/report/run-files.ts";
import type { ReportedRun } from "../../src/report/run-report.ts";
import { runSummary, type SummaryPlaces } from "../../src/report/run-summary.ts";
import type { Log } from "../../src/runner/log.ts";
import { markdown, SUMMARY_LIMIT } from "../../src/telling/markdown.ts";
import type { Inputs } from "./inputs.ts";

export interface Ports extends ReportSources {
  readonly run: Omit<ReportedRun, "isDryRun">;
  readonly places: Omit<SummaryPlaces, "pageUrl">;
  readonly log: Pick<Log, "warning">;
  /** Keeps the page where a click opens it; answers with its address, null where nothing can be kept. */
  keepPage(html: string): Promise<string | null>;
  keepFiles(files: Readonly<Record<string, string>>): Promise<void>;
}

export interface Outcome {
  readonly pageUrl: string | null;
  /** Markdown for the page of the run. */
  readonly summary: string;
}

/** Makes the report of the run. The summary is there even where the page could not be made or kept. */
export async function run(
  { matrix, "discover-clock": discovered }: Pick<Inputs, "matrix" | "discover-clock">,
  ports: Ports,
): Promise<Outcome> {
  const gathered = await gatherRun(matrix, ports);
  const report = assembleReport({ ...gathered, discovered, run: ports.run });
  const pageUrl = await orWarn("The page was not made", ports, async () =>
    ports.keepPage(renderReport(report)),
  );
  await orWarn("The files beside the page were not kept", ports, () =>
    ports.keepFiles(filesBeside(report, gathered)),
  );
  const summary = markdown(runSummary(report, { ...ports.places, pageUrl }), SUMMARY_LIMIT);
  return { pageUrl, summary };
}

/** null where it did not work. */
async function orWarn<T>(
  what: string,
  { log }: Pick<Ports, "log">,
  work: () => Promise<T>,
): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    log.warning(`${what}: ${warningOf(error)}`);
    return null;
  }
}

/** What is said of a fault, which is a warning whatever it is. */
export function warningOf(error: unknown): string {
  if (!(error instanceof PipelineError)) {
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return `This is a bug in agent-pipeline, please report it.\n${said}`;
  }
  return error.hint === undefined ? error.message : `${error.message}\n${error.hint}`;
}
