import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { EVIDENCE_MAX_BYTES } from "../../src/evidence/evidence.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import type { Answer } from "../answer.ts";
import type { Asked } from "../commands.ts";
import { type Document, explain } from "../explain/explain.ts";
import { filesBelow, repositoryAround } from "./folder.ts";
import { placeOf, tokenFor } from "./github.ts";
import { documentsIn, runOnGitHub } from "./run-evidence.ts";

const MOST_BYTES = 256 * 1024 * 1024;

/** Explains what lies on this machine, or a run on GitHub by its number or address. */
export async function explainAsked(asked: Asked): Promise<Answer> {
  const [what = ""] = asked.words;
  const stat = statSync(what, { throwIfNoEntry: false });
  if (stat !== undefined) return explain(documentsAt(what), null);
  const run = /^(\d{1,16})$|\/([\w.-]+\/[\w.-]+)\/actions\/runs\/(\d{1,16})(?:[/?#]|$)/.exec(what);
  if (run === null) {
    throw new PipelineError("INPUT_INVALID", `There is no file ${what}, and it is no run`, {
      hint: "Name an evidence.json, a folder or a zip file with some, or a run by its number or address.",
    });
  }
  const [, number, repository, linked] = run;
  const meant: Asked =
    repository === undefined
      ? asked
      : {
          ...asked,
          text: (name) => asked.text(name) ?? (name === "repository" ? repository : null),
        };
  const place = placeOf(meant, repositoryAround(asked.directory));
  const token = await tokenFor(asked, place, process.env);
  if (token === "") {
    throw new PipelineError("INPUT_INVALID", "GitHub hands artifacts out to a token only", {
      hint: "Say where to take it from: --token-from gh, or --token-from env (GH_TOKEN). Or download the artifact and name the zip file.",
    });
  }
  const found = await runOnGitHub(place.name, Number(number ?? linked), { ...place, token });
  return explain(found.documents, found.run);
}

/** The evidence at a path, a folder, a file or an archive. */
export function documentsAt(path: string): Document[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isDirectory() === true) return inFolder(path);
  if (stat?.isFile() === true) return inFile(path);
  throw new PipelineError("INPUT_INVALID", `There is no file or folder ${path}`);
}

function inFile(path: string): Document[] {
  if (statSync(path).size > MOST_BYTES) {
    return [{ source: path, problem: `has more than ${MOST_BYTES} bytes` }];
  }
  const content = readFileSync(path);
  if (content.subarray(0, 2).toString("latin1") === "PK") return documentsIn(content, path);
  if (content.length > EVIDENCE_MAX_BYTES) {
    return [{ source: path, problem: `has more than ${EVIDENCE_MAX_BYTES} bytes` }];
  }
  return [{ source: path, json: content.toString("utf8") }];
}

function inFolder(folder: string): Document[] {
  const files = filesBelow(folder, "")
    .filter((path) => /(?:^|\/)(?:evidence\.json|evidence-[^/]*\.zip)$/.test(path))
    .map((path) => join(folder, path));
  if (files.length > 0) return files.flatMap(inFile);
  throw new PipelineError("INPUT_INVALID", `${folder} holds no evidence.json`, {
    hint: "verify leaves one for each task in the artifact evidence-<task> of its run.",
  });
}
