// GitHub's own parser of workflows and manifests, as its editors use it: what it does not accept, GitHub does not start.
import { existsSync, readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { TextDocument } from "vscode-languageserver-textdocument";
import { parse } from "yaml";
import * as z from "zod";

// The parser imports JSON as a bundler takes it, without saying that it is JSON.
registerHooks({
  load: (url, context, next) =>
    next(
      url,
      url.endsWith(".json")
        ? { ...context, format: "json", importAttributes: { type: "json" } }
        : context,
    ),
});
const { registerLogger, validate } = await import("@actions/languageservice");

const root = fileURLToPath(new URL("../..", import.meta.url));

/** GitHub knows it since 10 September 2026, and this parser does not yet: https://github.blog/changelog/2026-09-10-control-github-actions-cache-access-with-cache-mode */
const NEWER_THAN_PARSER = "Unexpected value 'cache-mode'";

const Manifest = z.object({
  name: z.string(),
  description: z.string(),
  inputs: z.record(z.string(), z.looseObject({ description: z.string() })).default({}),
});

// A bug of the parser is logged by it, and must not pass for a file without faults.
registerLogger({ error: fail, warn: () => {}, info: () => {}, log: () => {} });

/**
 * What GitHub's parser says of a workflow, or of a manifest by the name `action.yml`, one line each. It knows our own actions and
 * workflows by what stands in this repository: their inputs, required ones, and secrets.
 */
export async function parserFaults(name: string, text: string): Promise<readonly string[]> {
  asked += 1;
  const document = TextDocument.create(`file:///${asked}/${name}`, "yaml", 1, text);
  const found = await validate(document, {
    fileProvider: {
      getFileContent: (reference) =>
        Promise.resolve({ name: reference.path, content: read(reference.path) }),
    },
    actionsMetadataProvider: {
      fetchActionMetadata: ({ owner, name: repository, path = "" }) =>
        Promise.resolve(
          `${owner}/${repository}` === "org/agent-pipeline"
            ? manifestAt(join(root, path, "action.yml"))
            : // Of others we know nothing, so that any input is fine.
              { name: repository, description: "" },
        ),
    },
  });
  return found
    .filter(({ severity }) => severity === undefined || severity <= WARNING)
    .map(({ message, range }) => ({
      line: range.start.line + 1,
      says: typeof message === "string" ? message : message.value,
    }))
    .filter(({ says }) => says !== NEWER_THAN_PARSER)
    .map(({ line, says }) => `${name}:${line}: ${says}`);
}

/** The parser keeps what it has read by its address, so that no two texts may share one. */
let asked = 0;

/** Errors are 1, or have none; information is 3: what a cron line means. */
const WARNING = 2;

function manifestAt(path: string): z.infer<typeof Manifest> | undefined {
  return existsSync(path) ? Manifest.parse(parse(readFileSync(path, "utf8"))) : undefined;
}

function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

function fail(message: string): never {
  throw new Error(message);
}
