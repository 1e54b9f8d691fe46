import type { Attempted } from "../../actions/generate/authoring.ts";
import type { PipelineError } from "../../src/foundation/errors.ts";
import type { TaskId } from "../../src/task/task-id.ts";

/** What became of one task. */
export type Told = { readonly task: TaskId } & (
  | { readonly kind: "written"; readonly files: readonly string[]; readonly attempted: Attempted }
  | {
      readonly kind: "planned";
      readonly models: readonly string[];
      readonly estimate: { readonly tokens: number; readonly costUsd: number | null };
      readonly inAll: { readonly usd: number; readonly calls: number } | null;
    }
  | { readonly kind: "left"; readonly why: string }
  | { readonly kind: "failed"; readonly error: PipelineError }
);
