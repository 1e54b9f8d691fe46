import type { Requirement } from "./requirements.ts";
import type { IsolatedPytest } from "./session.ts";

/** What the tests run with. */
export type PreparedPython =
  | { readonly kind: "ready"; readonly isolated: IsolatedPytest }
  | { readonly kind: "failed"; readonly problem: string }
  /** Packages are asked for, and no way of isolation works in which they may be installed. */
  | { readonly kind: "unavailable"; readonly tried: readonly string[] };

/** Makes environments for tests: an interpreter with pytest and what else is asked for, once for each set of it. */
export interface PythonEnvironments {
  prepare(requirements: readonly Requirement[]): Promise<PreparedPython>;
}
