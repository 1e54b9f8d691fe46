// What jobs of a run leave for later ones besides evidence: the names of the artifacts, and of the files in them.

/** Of generate. */
export const GENERATED_ARTIFACT = "generated";
export const GENERATED_FILE = "generated.json";
export const TIMINGS_FILE = "timings.json";

/** Of merge-gate. */
export const DECISIONS_ARTIFACT = "decisions";
export const DECISIONS_FILE = "decisions.json";
/** Only where something was merged and read back. */
export const TEST_RESULT_FILE = "test-result.json";

/** A file that an earlier job of the run left behind. */
export type HandedFile =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "absent" }
  /** Why it cannot be read. */
  | { readonly kind: "problem"; readonly problem: string };
