import type { Effort } from "../config/config.ts";
import type { Stage, Tokens } from "../task/manifest.ts";

export interface ModelRequest {
  readonly stage: Stage;
  /** Versions that are made blind of each other have equal questions: the first one is 1. No server hears of it. */
  readonly sample: number;
  /** Stable text first and what differs last: providers cache exact prefixes. */
  readonly instructions: string;
  readonly input: string;
  /** Strict JSON schema of the answer. A server may ignore it: the reader of the reply decides. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly maxOutputTokens: number;
  /** How long the model may think; null leaves it to the server. */
  readonly effort: Effort | null;
}

/** `length`: cut off at a limit. `refused`: the model or a filter declined. */
export type FinishReason = "stop" | "length" | "refused";

export interface ModelReply {
  readonly finish: FinishReason;
  /** The answer's text; for `refused` the explanation, if there was one. Untrusted. */
  readonly text: string;
  readonly tokens: Tokens;
}

/** A language model that answers one request with one JSON text. */
export interface Model {
  readonly name: string;
  /**
   * `say` hears from time to time that the reply is on its way. `SERVICE_UNAVAILABLE`, `PERMISSION_MISSING` or
   * `INPUT_INVALID` when no answer can be had.
   */
  ask(request: ModelRequest, say?: (line: string) => void): Promise<ModelReply>;
}
