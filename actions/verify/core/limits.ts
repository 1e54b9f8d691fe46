import { REPORT_LIMITS } from "../../shared/core/pytest-report.ts";
import type { RunLimits } from "../../shared/ports/isolated-pytest.ts";

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
