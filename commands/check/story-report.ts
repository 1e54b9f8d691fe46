import type { Fault } from "./story-faults.ts";

/** One line of a story, and what it is taken for. */
export interface ReadLine {
  readonly kind: "example" | "demand" | "heading";
  readonly text: string;
  readonly at: string;
  readonly line: number | null;
  /** An example as it was read. */
  readonly reading: string | null;
  /** Why what looks like an example is not read as one. */
  readonly notRead: string | null;
}

export interface StoryReport {
  readonly path: string;
  readonly id: string | null;
  readonly tasks: readonly string[];
  /** Each of them keeps generate from building the story. */
  readonly faults: readonly Fault[];
  /** What is worth knowing, and keeps nobody from anything. */
  readonly notes: readonly Fault[];
  readonly lines: readonly ReadLine[];
}
