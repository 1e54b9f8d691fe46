import { REPORT_LIMITS } from "./pytest-report.ts";
import type { RunLimits } from "./session.ts";

const MIB = 1024 * 1024;

/** The bounds of one run of a task's tests. */
export function runLimits(timeoutSeconds: number): RunLimits {
  return {
    seconds: timeoutSeconds,
    // Processor time counts for each process; the wall time ends all of them.
    cpuSeconds: timeoutSeconds + 1,
    memoryBytes: 2_048 * MIB,
    processes: 128,
    fileBytes: 32 * MIB,
    openFiles: 512,
    reportBytes: REPORT_LIMITS.bytes,
    outputBytes: 64 * 1024,
  };
}

/**
 * Changed code may loop for ever: it gets a multiple of what the code as it is needed. All that a run can see of its bounds
 * stays as it is.
 */
export function limitsOfProbe(limits: RunLimits, secondsNeeded: number): RunLimits {
  return { ...limits, seconds: Math.min(limits.seconds, Math.ceil(5 + 10 * secondsNeeded)) };
}
