import type { IsolatedPytest } from "../../shared/ports/isolated-pytest.ts";

/** What the tests run with. */
export type PreparedPython =
  | {
      readonly kind: "ready";
      readonly python: string;
      readonly pytest: string;
      readonly isolated: IsolatedPytest;
    }
  | { readonly kind: "failed"; readonly problem: string };

/** Makes environments for tests: an interpreter with pytest. */
export interface PythonEnvironments {
  prepare(): Promise<PreparedPython>;
}
