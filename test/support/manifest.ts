import { MANIFEST_SCHEMA, type Manifest } from "../../src/task/manifest.ts";

/** The manifest of a task that was made once, and about which nothing is to be said. */
export function manifestOf(more: Partial<Manifest> = {}): Manifest {
  return {
    schema: MANIFEST_SCHEMA,
    task: "price",
    version: "0.1.0",
    promptVersion: "1",
    story: { id: "price", sha256: `sha256:${"0".repeat(64)}` },
    attempts: [{ number: 1, reason: "new", fingerprint: null, calls: [], ended: "proven" }],
    files: {},
    criteria: {},
    overruled: [],
    open: null,
    ...more,
  };
}
