import { PipelineError } from "../foundation/errors.ts";
import type { Failure } from "./job.ts";
import type { Annotation } from "./log.ts";

export interface Annotated {
  readonly message: string;
  readonly at: Annotation;
  readonly cause: unknown;
}

/** Expected failures as annotations: one for each fault, however many things it met. */
export function annotationsOf(failures: readonly Failure[]): readonly Annotated[] {
  const faults = new Map<string, { readonly subjects: string[]; readonly cause: unknown }>();
  for (const { subject, error } of failures) {
    if (!(error instanceof PipelineError)) continue;
    const message = error.hint === undefined ? error.message : `${error.message}\n${error.hint}`;
    const fault = faults.get(message) ?? { subjects: [], cause: error.cause };
    if (subject !== null) fault.subjects.push(subject);
    faults.set(message, fault);
  }
  return [...faults].map(([message, { subjects, cause }]) => ({
    message,
    at: placeOf(subjects, message),
    cause,
  }));
}

function placeOf(subjects: readonly string[], message: string): Annotation {
  const [first, ...others] = subjects;
  if (first === undefined) return {};
  // A message that begins with its subject says it already.
  const isSaid = others.length === 0 && message.startsWith(`${first} `);
  return {
    title: isSaid ? "agent-pipeline" : `agent-pipeline: ${subjects.join(", ")}`,
    ...(others.length === 0 && first.endsWith(".json") && { file: first }),
  };
}

/** The first failure that nobody expected. */
export function bugIn(failures: readonly Failure[]): { readonly error: unknown } | null {
  return failures.find(({ error }) => !(error instanceof PipelineError)) ?? null;
}
