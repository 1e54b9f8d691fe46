import { randomInt } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, homedir, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseInputs } from "../../actions/verify/inputs.ts";
import { run } from "../../actions/verify/run.ts";
import { CONFIG_PATH, parseConfig } from "../../src/config/config.ts";
import { type Evidence, parseEvidence } from "../../src/evidence/evidence.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import { VERSION } from "../../src/foundation/version.ts";
import { checkedOutIn } from "../../src/git/adapters/checkout.ts";
import { openReader } from "../../src/git/adapters/repository.ts";
import { installedPython } from "../../src/proof/adapters/installed-python.ts";
import { pythonNamed } from "../../src/proof/adapters/python-by-version.ts";
import { REPORT_FILE } from "../../src/report/render-report.ts";
import { dateOfStep, secondsOfStep } from "../../src/runner/adapters/step-clock.ts";
import { GENERATED } from "../../src/task/folder.ts";
import type { Answer } from "../answer.ts";
import type { Asked } from "../commands.ts";
import { tasksNamed } from "../verify/tasks-named.ts";
import { type Kept, verified } from "../verify/verify.ts";
import { filesBelow, repositoryAround, textAt } from "./folder.ts";
import { progressOn, withoutGroups } from "./progress.ts";
import { reportOf, runHere } from "./report.ts";
import { snapshotOf } from "./snapshot.ts";

/** All else is as the config has it; without isolation nothing runs here, whatever the config allows. */
const USUAL: Readonly<Record<string, string>> = { "max-tests": "0", isolation: "required" };

/** Verifies tasks of the working tree, committed or not, as a job of the matrix would. */
export async function verifyAsked(asked: Asked): Promise<Answer> {
  assertLinux("verify runs code that a model wrote in complete isolation");
  const root = repositoryAround(asked.directory);
  const tasks = tasksNamed(asked.words);
  if (tasks.length === 0 && filesBelow(root, GENERATED).length === 0) {
    throw new PipelineError("INPUT_INVALID", `There is no task in ${GENERATED}/`, {
      hint: "generate makes one of a story: agent-pipeline generate meta/stories/shipping_cost.md",
    });
  }
  const python = programNamed(asked.text("python") ?? "");
  const given = {
    ...USUAL,
    python,
    tasks: tasks.join(","),
    entry: tasks.length === 1 ? "" : "_all",
  };
  const inputs = parseInputs((name) =>
    name in given ? (given as Record<string, string>)[name]! : "",
  );
  const temporary = mkdtempSync(join(tmpdir(), "agent-pipeline-verify-"));
  const progress = progressOn(process);
  try {
    const { "shared-inputs": shared } = parseConfig(textAt(join(root, CONFIG_PATH)));
    const checkout = await snapshotOf(root, shared, temporary);
    const documents: Evidence[] = [];
    const ports = {
      repository: openReader(
        { url: pathToFileURL(join(checkout, ".git")).href, serverUrl: "", token: "" },
        temporary,
        checkout,
      ),
      checkedOut: () => checkedOutIn(checkout),
      environmentsFor: (settings: { readonly python: string }) =>
        installedPython({
          python: pythonNamed(settings.python, process.env),
          isolation: "required",
          // Nothing of the person's is visible inside.
          hidden: [root, checkout, temporary, homedir()],
          temporary,
          log: progress.log,
        }),
      files: filesFor(asked.text("keep"), documents),
      uploads: NO_UPLOADS,
      log: withoutGroups(progress.log),
      run: { id: "1", attempt: 1 },
      runUrl: "",
      version: VERSION,
      cores: Math.max(1, Math.floor(availableParallelism() / 2)),
      random: (limit: number) => randomInt(limit),
      now: secondsOfStep,
      dateOf: dateOfStep,
    };
    const { faults } = await run(inputs, ports);
    if (faults.length > 0) throw faults[0];
    const ordered = documents.toSorted((one, other) => (one.task < other.task ? -1 : 1));
    const keep = asked.text("keep");
    return verified(ordered, keep === null ? null : await keptIn(keep, ordered, root));
  } finally {
    progress.end();
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** A path counts from where it was typed; a name is looked for on the PATH. */
export function programNamed(typed: string): string {
  return /[\\/]/.test(typed) ? resolve(typed) : typed;
}

const SYSTEMS: Readonly<Record<string, string>> = { darwin: "macOS", win32: "Windows" };

/** Whatever runs code needs namespaces of the kernel. */
export function assertLinux(why: string, platform: string = process.platform): void {
  if (platform === "linux") return;
  const place =
    platform === "win32" ? "In WSL 2" : "In a virtual machine or a container with Linux";
  throw new PipelineError(
    "INPUT_INVALID",
    `${why}, for which it needs Linux; this is ${SYSTEMS[platform] ?? platform}`,
    {
      hint: `${place}, in a dev container or in a Codespace it works; on GitHub the actions do it. ${EVERYWHERE} work here, and so does generate --dry-run.`,
    },
  );
}

/** What needs nothing of the system but files. */
const EVERYWHERE = "check, discover, doctor, explain, init, replay and report";

const NO_UPLOADS = {
  upload: () => Promise.resolve(),
  uploadPart: () => Promise.resolve(),
  removePart: () => Promise.resolve(),
};

/** What was found as a page, beside the evidence that it shows. */
async function keptIn(keep: string, documents: readonly Evidence[], root: string): Promise<Kept> {
  const folders = documents.map(({ task }) => join(keep, task));
  const output = join(keep, "report");
  try {
    await reportOf(folders, root, output, () => runHere(1));
    return { folder: keep, page: join(output, REPORT_FILE) };
  } catch (error) {
    // The verdicts stand without it.
    return {
      folder: keep,
      page: null,
      fault: error instanceof Error ? error.message : String(error),
    };
  }
}

/** Evidence is read back as the gate would read it, and kept where somebody wants to have it. */
function filesFor(keep: string | null, documents: Evidence[]) {
  return {
    write: (task: string, files: Readonly<Record<string, string>>): Promise<string> => {
      documents.push(parseEvidence(files["evidence.json"] ?? ""));
      if (keep === null) return Promise.resolve("");
      const folder = join(resolve(keep), task);
      mkdirSync(folder, { recursive: true });
      for (const [name, content] of Object.entries(files))
        writeFileSync(join(folder, name), content);
      return Promise.resolve(folder);
    },
  };
}
