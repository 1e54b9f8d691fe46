import { downloadArtifact } from "../../src/evidence/adapters/artifact-content.ts";
import { filesInZip, namesInZip, ZipFault } from "../../src/evidence/adapters/zip.ts";
import { EVIDENCE_MAX_BYTES } from "../../src/evidence/evidence.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import { jsonIn } from "../../src/foundation/json.ts";
import {
  ask,
  githubApi,
  type Octokit,
  type RepositoryName,
} from "../../src/github/adapters/api.ts";
import type { Document } from "../explain/explain.ts";
import type { RunFacts } from "../explain/explained.ts";

const LIMITS = { entries: 20_000, fileBytes: EVIDENCE_MAX_BYTES, allBytes: 1024 * 1024 * 1024 };
const MOST_ARTIFACTS = 300;
const MOST_JOBS = 20;
const HINT =
  "The token needs to read the actions of the repository (classic: `repo`; fine-grained: Actions, read).";

const HINT_LATER = "Try again later; or download the artifact and name the zip file.";

interface RunRead {
  readonly documents: readonly Document[];
  readonly run: RunFacts;
}

/** What a run left behind: its evidence, its failed jobs, and what the gate posted on the heads. */
export async function runOnGitHub(
  here: RepositoryName,
  runId: number,
  access: { readonly token: string; readonly apiUrl: string },
): Promise<RunRead> {
  try {
    return await runRead(here, runId, access);
  } catch (error) {
    if (!(error instanceof PipelineError) || error.code !== "SERVICE_UNAVAILABLE") throw error;
    // What an action is told, to run its job again, is no advice for who asks about one.
    throw new PipelineError(error.code, error.message, { hint: HINT_LATER, cause: error });
  }
}

async function runRead(
  here: RepositoryName,
  runId: number,
  { token, apiUrl }: { readonly token: string; readonly apiUrl: string },
): Promise<RunRead> {
  const api = githubApi(token, apiUrl);
  const { data: run } = await ask(
    `read the run ${runId}`,
    () => api.rest.actions.getWorkflowRun({ ...here, run_id: runId }),
    HINT,
  );
  const documents = await evidenceOf(api, here, runId);
  const unseen: string[] = [];
  const see = <T>(what: string, read: () => Promise<T>, otherwise: T): Promise<T> =>
    read().catch((error: unknown) => {
      if (!isHidden(error)) throw error;
      unseen.push(`${what} (${error.message})`);
      return otherwise;
    });
  return {
    documents,
    run: {
      url: run.html_url,
      conclusion: run.conclusion,
      failedJobs: await see("its jobs", () => failedJobs(api, here, runId, see), []),
      gate: await see("what the gate posted", () => gateOn(api, here, headsIn(documents)), []),
      unseen,
    },
  };
}

/** What a token may not see GitHub answers with 401, 403 or 404. */
function isHidden(error: unknown): error is PipelineError {
  if (!(error instanceof PipelineError)) return false;
  return error.code === "PERMISSION_MISSING" || error.code === "INPUT_INVALID";
}

type See = <T>(what: string, read: () => Promise<T>, otherwise: T) => Promise<T>;

/** The newest artifact of each name: a run that was started again leaves one of each attempt. */
async function evidenceOf(api: Octokit, here: RepositoryName, runId: number): Promise<Document[]> {
  const artifacts = await ask(
    "list the artifacts of the run",
    () =>
      api.paginate(api.rest.actions.listWorkflowRunArtifacts, {
        ...here,
        run_id: runId,
        per_page: 100,
      }),
    HINT,
  );
  const newest = new Map<string, (typeof artifacts)[number]>();
  for (const artifact of artifacts.toSorted((a, b) => a.id - b.id)) {
    if (/^evidence-[a-z0-9_-]+$/.test(artifact.name)) newest.set(artifact.name, artifact);
  }
  const documents: Document[] = [];
  for (const artifact of [...newest.values()].slice(0, MOST_ARTIFACTS)) {
    const { id, name, size_in_bytes: size, expired, digest } = artifact;
    if (expired) {
      documents.push({ source: name, problem: "is gone: GitHub has deleted it after its time" });
      continue;
    }
    const stored = { id, name, size, ...(typeof digest === "string" && { digest }) };
    const content = await downloadArtifact(api, here, stored);
    documents.push(
      ...("archive" in content
        ? documentsIn(content.archive, name)
        : [{ source: name, problem: content.problem }]),
    );
  }
  return documents;
}

/** All evidence in an archive, as GitHub hands it out for download. */
export function documentsIn(archive: Buffer, name: string): Document[] {
  try {
    const paths = namesInZip(archive, LIMITS).filter((path) =>
      /(?:^|\/)evidence\.json$/.test(path),
    );
    const files = filesInZip(archive, paths, LIMITS);
    return [...files].map(([path, file]) => {
      const source = `${name}/${path}`;
      return Buffer.isBuffer(file)
        ? { source, json: file.toString("utf8") }
        : { source, problem: file.message };
    });
  } catch (error) {
    if (!(error instanceof ZipFault)) throw error;
    return [{ source: name, problem: error.message }];
  }
}

async function failedJobs(
  api: Octokit,
  here: RepositoryName,
  runId: number,
  see: See,
): Promise<RunFacts["failedJobs"]> {
  const jobs = await ask("list the jobs of the run", () =>
    api.paginate(api.rest.actions.listJobsForWorkflowRun, {
      ...here,
      run_id: runId,
      per_page: 100,
    }),
  );
  const failed = jobs.filter(({ conclusion }) => conclusion === "failure").slice(0, MOST_JOBS);
  return Promise.all(
    failed.map(async ({ id, name, html_url: url }) => ({
      name,
      url: url ?? "",
      said: await see(`what the job ${name} said`, () => annotationsOf(api, here, id), []),
    })),
  );
}

/** They need a permission of their own (fine-grained: Checks, read), which not every token has. */
async function annotationsOf(api: Octokit, here: RepositoryName, job: number): Promise<string[]> {
  const all = await ask("read the annotations of the job", () =>
    api.paginate(api.rest.checks.listAnnotations, { ...here, check_run_id: job, per_page: 100 }),
  );
  return all
    .filter(({ annotation_level: level }) => level === "failure")
    .map(({ title, message }) => [title, message].filter(Boolean).join(": "));
}

function headsIn(documents: readonly Document[]): string[] {
  const heads = documents.flatMap((document) => {
    const value = "json" in document ? jsonIn(document.json) : null;
    const head =
      typeof value === "object" && value !== null && "head" in value ? value.head : undefined;
    return typeof head === "string" && /^[0-9a-f]{40}$/.test(head) ? [head] : [];
  });
  return [...new Set(heads)].slice(0, MOST_JOBS);
}

async function gateOn(
  api: Octokit,
  here: RepositoryName,
  heads: readonly string[],
): Promise<RunFacts["gate"]> {
  const found = await Promise.all(
    heads.map(async (head) => {
      const { data } = await ask("read the statuses of the head", () =>
        api.rest.repos.getCombinedStatusForRef({ ...here, ref: head }),
      );
      const status = data.statuses.find(({ context }) => context === "agent-pipeline/gate");
      return status === undefined
        ? []
        : [{ head, state: status.state, says: status.description ?? "" }];
    }),
  );
  return found.flat();
}
