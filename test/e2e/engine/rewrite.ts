// What GitHub knows and act 0.2.89 does not, written in words that act knows. Everything else stays as it is.
import { parse, stringify } from "yaml";
import * as z from "zod";

/** Where the product is served to act: `$/x` means "this repository at the running commit", which only GitHub can tell. */
export const PRODUCT = { repository: "org/agent-pipeline", ref: "v1" } as const;

const Mapping = z.record(z.string(), z.unknown());
type Mapping = Readonly<z.infer<typeof Mapping>>;

/** act would run the file, but not as GitHub does. */
export class Unfaithful extends Error {}

/** Rewrites a workflow, or the manifest of an action, for act. */
export function rewriteForAct(yaml: string): string {
  const file = Mapping.parse(parse(yaml));
  const rewritten = {
    ...file,
    ...("concurrency" in file && { concurrency: withoutQueue(file["concurrency"]) }),
    ...("jobs" in file && { jobs: mapValues(Mapping.parse(file["jobs"]), rewrittenJob) }),
    ...("runs" in file && { runs: withRewrittenSteps(Mapping.parse(file["runs"])) }),
  };
  return stringify(rewritten, { aliasDuplicateObjects: false, lineWidth: 0 });
}

function rewrittenJob(job: unknown, id: string): Mapping {
  const { "cache-mode": _, ...known } = Mapping.parse(job);
  refuseWhatActIgnores(known, id);
  // Who reads the run refuses one in which it would have mattered.
  const { "continue-on-error": __, ...rest } = known;
  return {
    ...withRewrittenSteps(withRewrittenUses(rest)),
    ...("concurrency" in rest && { concurrency: withoutQueue(rest["concurrency"]) }),
  };
}

// These change what a run does, and act either crashes on them or passes over them in silence.
function refuseWhatActIgnores(job: Mapping, id: string): void {
  const strategy = Mapping.parse(job["strategy"] ?? {});
  const faults = [
    ...(job["secrets"] === "inherit" ? ["act crashes on `secrets: inherit`"] : []),
    ...("continue-on-error" in job && job["continue-on-error"] !== true
      ? ["act ignores a job's `continue-on-error`, so say `true`, with which it must not fail here"]
      : []),
    ...("container" in job || "services" in job ? ["there are no containers here"] : []),
    ...("matrix" in strategy && strategy["fail-fast"] !== false
      ? ["act ignores `fail-fast`, so say `fail-fast: false`"]
      : []),
  ];
  if (faults.length > 0) throw new Unfaithful(`job ${id}: ${faults.join("; ")}`);
}

function withRewrittenSteps<T extends Mapping>(owner: T): T {
  const { steps } = owner;
  return Array.isArray(steps)
    ? { ...owner, steps: steps.map((step) => withRewrittenUses(Mapping.parse(step))) }
    : owner;
}

function withRewrittenUses(user: Mapping): Mapping {
  const { uses } = user;
  if (typeof uses !== "string" || !uses.startsWith("$/")) return user;
  return { ...user, uses: `${PRODUCT.repository}/${uses.slice("$/".length)}@${PRODUCT.ref}` };
}

function withoutQueue(concurrency: unknown): unknown {
  if (typeof concurrency === "string") return concurrency;
  const { queue: _, ...rest } = Mapping.parse(concurrency);
  return rest;
}

function mapValues(values: Mapping, change: (value: unknown, key: string) => unknown): Mapping {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, change(value, key)]),
  );
}
