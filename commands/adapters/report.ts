import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Evidence } from "../../src/evidence/evidence.ts";
import { VERSION } from "../../src/foundation/version.ts";
import { openReader } from "../../src/git/adapters/repository.ts";
import type { HandedFile } from "../../src/handover/run-files.ts";
import { gatherRun } from "../../src/report/gather.ts";
import type { ReportedRun } from "../../src/report/run-report.ts";
import { taskFolder } from "../../src/task/folder.ts";
import type { Answer } from "../answer.ts";
import type { Asked } from "../commands.ts";
import { report } from "../report/report.ts";
import { documentsAt } from "./explain.ts";
import { filesBelow, repositoryAround, textAt } from "./folder.ts";
import { placeOf } from "./github.ts";
import { filesIn } from "./replay.ts";

/** Makes the report of what lies in some folders; nothing is fetched. */
export async function reportAsked(asked: Asked): Promise<Answer> {
  const root = repositoryAround(asked.directory);
  return reportOf(asked.words, root, asked.text("output") ?? "report", (evidence) =>
    runOf(asked, root, evidence?.run ?? null),
  );
}

/** The same of the folders and files at `sources`, about the repository around `root`, into the folder `output`. */
export async function reportOf(
  sources: readonly string[],
  root: string,
  output: string,
  run: (evidence: Evidence | null) => Omit<ReportedRun, "isDryRun">,
): Promise<Answer> {
  const documents = sources.flatMap(documentsAt);
  const handed = new Map(
    sources
      .filter(isFolder)
      .flatMap((folder) =>
        filesBelow(folder, "").map((path): [string, string] => [
          basename(path),
          join(folder, path),
        ]),
      ),
  );
  const temporary = mkdtempSync(join(tmpdir(), "agent-pipeline-report-"));
  try {
    const gathered = await gatherRun([], {
      evidence: { download: () => Promise.resolve([]) },
      repository: openReader(
        { url: pathToFileURL(join(root, ".git")).href, serverUrl: "", token: "" },
        temporary,
        root,
      ),
      handedOn: (_artifact, files) =>
        Promise.resolve(files.map((name) => fileAt(handed.get(name)))),
    });
    mkdirSync(output, { recursive: true });
    return report(documents, gathered, run, {
      folderOf: (task) =>
        new Map(filesIn(join(root, taskFolder(task))).map(({ path, content }) => [path, content])),
      write(name, content) {
        writeFileSync(join(output, name), content);
        return join(output, name);
      },
    });
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** A run of this machine, which has no page of its own. */
export function runHere(attempt: number): Omit<ReportedRun, "isDryRun"> {
  return { id: null, attempt, url: null, repository: null, server: null, version: VERSION };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function fileAt(path: string | undefined): HandedFile {
  const text = path === undefined ? null : textAt(path);
  return text === null ? { kind: "absent" } : { kind: "text", text };
}

/** A run of GitHub where its repository was named. */
function runOf(
  asked: Asked,
  root: string,
  run: { readonly id: string; readonly attempt: number } | null,
): Omit<ReportedRun, "isDryRun"> {
  const here = runHere(run?.attempt ?? 1);
  if (asked.text("repository") === null || run === null) return here;
  const { host, name } = placeOf(asked, root);
  const repository = `${name.owner}/${name.repo}`;
  const server = `https://${host}`;
  return {
    ...here,
    id: run.id,
    url: `${server}/${repository}/actions/runs/${run.id}`,
    repository,
    server,
  };
}
