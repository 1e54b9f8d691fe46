import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { discoverChanged } from "../../actions/discover/discover-changed.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import {
  type CheckoutFolders,
  checkoutFolders,
  headCommit,
} from "../../src/git/adapters/checkout.ts";
import { openReader } from "../../src/git/adapters/repository.ts";
import { isRevision } from "../../src/git/revision.ts";
import { GENERATED } from "../../src/task/folder.ts";
import type { Answer } from "../answer.ts";
import type { Asked } from "../commands.ts";
import { discovered } from "../discover/discover.ts";
import { repositoryAround } from "./folder.ts";
import { defaultBase } from "./local-branches.ts";

/** Compares what is committed on this machine; nothing is fetched from elsewhere. */
export async function discoverAsked(asked: Asked): Promise<Answer> {
  const root = repositoryAround(asked.directory);
  const folders = checkoutFolders(root);
  if (folders === null) {
    throw new PipelineError("INPUT_INVALID", `${root} is no git repository`, {
      hint: "discover compares commits. Name the repository: -C DIR",
    });
  }
  const named = revision("--head", asked.text("head"));
  const head = named === null || named === "HEAD" ? checkedOut(folders) : named;
  const base = revision("--base", asked.text("base")) ?? defaultBase(folders);
  const temporary = mkdtempSync(join(tmpdir(), "agent-pipeline-discover-"));
  try {
    const repository = openReader(
      { url: pathToFileURL(folders.shared).href, serverUrl: "", token: "" },
      temporary,
      root,
    );
    return discovered(
      await discoverChanged(
        { kind: "proposed", head: { name: head, otherwise: null }, base, pullRequest: null },
        GENERATED,
        { repository },
      ),
    );
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function checkedOut(folders: CheckoutFolders): string {
  const commit = headCommit(folders);
  if (commit !== null) return commit;
  throw new PipelineError("INPUT_INVALID", "Nothing is committed on this branch", {
    hint: "discover compares commits: commit first, or name a branch: --head BRANCH",
  });
}

function revision(option: string, given: string | null): string | null {
  if (given === null || isRevision(given)) return given;
  throw new PipelineError(
    "INPUT_INVALID",
    `${option} must be a branch, a tag or a full 40-digit commit id`,
  );
}
