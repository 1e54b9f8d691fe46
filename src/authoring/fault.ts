import * as z from "zod";

/** Why a reply, or a part of it, cannot be used: a closed list, and data that a transcript keeps. */
export const FAULT_CODES = [
  "refused",
  "cut_off",
  "not_json",
  "schema",
  "path",
  "missing_file",
  "locked",
  "design",
  "story_uncovered",
  "syntax",
  "misleading_text",
  "signature",
  "import",
  "foreign_code",
  "criterion_untested",
  "example_missing",
  "example_only",
  "formatted_parameter",
  "skipped_test",
] as const;

export const Fault = z.strictObject({
  code: z.enum(FAULT_CODES),
  /** A sentence that says where, without its full stop. It holds words of the model, and is as untrusted. */
  problem: z.string(),
});
export type Fault = z.infer<typeof Fault>;

/** What a reply says, or all that is wrong with it. */
export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly faults: readonly Fault[];
      /** What of it can be kept all the same; null where nothing can. */
      readonly kept: T | null;
    };

export function fault(code: Fault["code"]): (problem: string) => Fault {
  return (problem) => ({ code, problem });
}

/** As many as a person reads: an annotation has room for 64 KiB. */
const LISTED = 20;

export function listed(problems: readonly string[]): string {
  const more = problems.length > LISTED ? `; and ${problems.length - LISTED} more` : "";
  return `${problems.slice(0, LISTED).join("; ")}${more}`;
}
