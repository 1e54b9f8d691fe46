/** One key per output of report/action.yml; a contract test holds the two together. */
export interface Outputs {
  readonly "report-url": string;
}

/** What a run says that made no report. */
export const UNKNOWN_OUTPUTS: Outputs = { "report-url": "" };
