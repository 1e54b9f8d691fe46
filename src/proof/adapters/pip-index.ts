import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { PipelineError } from "../../foundation/errors.ts";
import { jsonIn } from "../../foundation/json.ts";
import type { PackageIndex, Pinned } from "../package-index.ts";
import { type NamedPackage, normalName, PINNED_VERSION } from "../requirements.ts";
import { installIsolated } from "./isolated-installation.ts";
import { WAY_NAMES } from "./isolated-pytest.ts";
import { readPipSettings } from "./pip-settings.ts";
import { readPythonEnvironment } from "./python-environment.ts";

const SECONDS = 120;
const REPORT_BYTES = 16 * 1024 * 1024;

/** What pip says it would install: https://pip.pypa.io/en/stable/reference/installation-report/ */
const Report = z.object({
  install: z.array(
    z.object({
      requested: z.boolean(),
      metadata: z.object({
        name: z.string().max(200),
        version: z.string().max(200),
      }),
    }),
  ),
});

export interface IndexOptions {
  readonly python: string;
  readonly temporary: string;
  /** Folders that must not be visible inside. */
  readonly hidden: readonly string[];
}

/** Asks the index by pip, as isolated as an installation: it reads names that a story has written. */
export function pipIndex(options: IndexOptions): PackageIndex {
  return {
    async pin(packages) {
      try {
        return await pinned(packages, options);
      } catch (error) {
        if (!(error instanceof PipelineError)) throw error;
        return { kind: "unknown", why: error.message };
      }
    },
  };
}

async function pinned(
  packages: readonly NamedPackage[],
  { python, temporary, hidden }: IndexOptions,
): Promise<Pinned> {
  const base = await readPythonEnvironment(python);
  if (!base.hasPip) return { kind: "unknown", why: `${base.executable} has no pip` };
  const work = await mkdtemp(join(temporary, "agent-pipeline-index-"));
  const target = join(work, "answer");
  const report = join(target, "report.json");
  await mkdir(target);
  try {
    const ended = await installIsolated({
      target,
      executable: base.executable,
      folders: base.folders,
      args: ["install", ...OPTIONS, "--report", report, "--", ...packages.map(lineOf)],
      settings: await readPipSettings(base.executable, process.env),
      hidden,
      ways: WAY_NAMES,
      seconds: SECONDS,
    });
    if (ended.kind === "unavailable") {
      return { kind: "unknown", why: `no way of isolation works: ${ended.tried.join("; ")}` };
    }
    if (ended.kind === "failed") return { kind: "unknown", why: lastLines(ended.said) };
    return await read(report, packages);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

const OPTIONS =
  "--quiet --disable-pip-version-check --no-input --no-cache-dir --dry-run --ignore-installed --only-binary=:all:".split(
    " ",
  );

function lineOf({ name, bounds }: NamedPackage): string {
  return bounds === "*" ? name : `${name}${bounds}`;
}

async function read(file: string, packages: readonly NamedPackage[]): Promise<Pinned> {
  const bytes = await readFile(file);
  const report =
    bytes.length > REPORT_BYTES ? undefined : Report.safeParse(jsonIn(bytes.toString("utf8"))).data;
  const versions = new Map(
    report?.install.map(({ metadata: { name, version } }) => [normalName(name), version]),
  );
  const lines = packages.flatMap(({ name }) => {
    const version = versions.get(name);
    return version === undefined || !PLAIN.test(version) ? [] : [`${name}==${version}`];
  });
  if (lines.length === packages.length) return { kind: "pinned", lines };
  return { kind: "unknown", why: "pip's answer has not a plain version of each" };
}

/** What verify takes. */
const PLAIN = new RegExp(`^${PINNED_VERSION}$`);

function lastLines(said: string): string {
  return said.trim().split("\n").slice(-3).join(" ").slice(0, 500);
}
