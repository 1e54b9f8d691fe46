// Makes world/github-openapi.json: the part of GitHub's own API description that the
// stand-in serves. The whole description is 12 MB in a package of 394 MB, so it is no dependency.
// Run it by hand after a change of `servedPaths`: npm exec -- node scripts/prune-openapi.ts
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const source = "@octokit/openapi@23.0.2";
const root = fileURLToPath(new URL("..", import.meta.url));
const target = join(root, "world/github-openapi.json");

const repository = "/repos/{owner}/{repo}";
const servedPaths: Readonly<Record<string, readonly string[]>> = {
  "": ["get"],
  "/pulls": ["get", "post"],
  "/pulls/{pull_number}": ["get", "patch"],
  "/pulls/{pull_number}/merge": ["get", "put"],
  "/pulls/{pull_number}/files": ["get"],
  "/pulls/{pull_number}/commits": ["get"],
  "/issues/{issue_number}/comments": ["get", "post"],
  "/issues/comments/{comment_id}": ["get", "patch", "delete"],
  "/issues/{issue_number}/labels": ["get", "post"],
  "/issues/{issue_number}/labels/{name}": ["delete"],
  "/collaborators/{username}/permission": ["get"],
  "/labels": ["get", "post"],
  "/labels/{name}": ["get"],
  "/statuses/{sha}": ["post"],
  "/commits/{ref}": ["get"],
  "/commits/{ref}/status": ["get"],
  "/commits/{ref}/statuses": ["get"],
  "/commits/{ref}/check-runs": ["get"],
  "/commits/{commit_sha}/pulls": ["get"],
  "/git/ref/{ref}": ["get"],
  "/git/matching-refs/{ref}": ["get"],
  "/git/refs/{ref}": ["delete"],
  "/actions/runs/{run_id}": ["get"],
  "/actions/runs/{run_id}/artifacts": ["get"],
  "/actions/artifacts/{artifact_id}": ["get"],
  "/actions/artifacts/{artifact_id}/{archive_format}": ["get"],
  "/actions/workflows/{workflow_id}/dispatches": ["post"],
  "/actions/workflows/{workflow_id}/runs": ["get"],
  // What the command line asks besides.
  "/actions/runs/{run_id}/jobs": ["get"],
  "/actions/workflows": ["get"],
  "/actions/permissions": ["get"],
  "/actions/permissions/selected-actions": ["get"],
  "/actions/permissions/workflow": ["get"],
  "/actions/secrets": ["get"],
  "/actions/organization-secrets": ["get"],
  "/actions/variables": ["get"],
  "/actions/organization-variables": ["get"],
  "/branches/{branch}/protection": ["get"],
  "/check-runs/{check_run_id}/annotations": ["get"],
  "/contents/{path}": ["get"],
  "/rules/branches/{branch}": ["get"],
};

// Prose, and what belongs to other tools: nothing that a validator reads.
const dropped = new Set([
  "description",
  "summary",
  "example",
  "examples",
  "externalDocs",
  "title",
  "x-github",
  "x-webhooks",
  "x-multi-segment",
  "headers",
  "tags",
  "deprecated",
  "x-github-breaking-changes",
]);

const jsonObject = z.record(z.string(), z.unknown());
type JsonObject = z.infer<typeof jsonObject>;

const descriptionSchema = z.object({
  openapi: z.string(),
  info: z.object({ version: z.string(), license: z.unknown() }),
  paths: z.record(z.string(), jsonObject),
  components: z.record(z.string(), jsonObject),
});

const whole = readDescription();
const paths = keptPaths();
const components: Record<string, JsonObject> = {};
keepComponentsOf(paths);

const { openapi, info } = whole;
writeFileSync(
  target,
  JSON.stringify({ openapi, info: { source, license: info.license }, paths, components }, null, 2),
);
execFileSync(join(root, "node_modules/.bin/oxfmt"), [target], { stdio: "inherit" });
console.log(`${target}: ${Object.keys(paths).length} paths`);

function readDescription(): z.infer<typeof descriptionSchema> {
  const folder = mkdtempSync(join(tmpdir(), "openapi-"));
  const run = (command: string, ...values: string[]) =>
    execFileSync(command, values, { cwd: folder, encoding: "utf8" }).trim();
  try {
    const archive = run("npm", "pack", "--silent", source);
    run("tar", "-xzf", archive, "package/generated/api.github.com.json");
    const file = join(folder, "package/generated/api.github.com.json");
    return descriptionSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function keptPaths(): JsonObject {
  const kept: JsonObject = {};
  for (const [suffix, methods] of Object.entries(servedPaths)) {
    const operations = whole.paths[repository + suffix];
    if (operations === undefined) throw new Error(`GitHub describes no ${repository}${suffix}`);
    const served = methods.map((method) => [method, lean(operations[method], false)] as const);
    kept[repository + suffix] = Object.fromEntries(served);
  }
  return kept;
}

/** The value without prose. Below `properties` a key is the name of a field and always stays. */
function lean(value: unknown, keysAreNames: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => lean(item, false));
  const object = jsonObject.safeParse(value);
  if (!object.success) return value;
  const entries = Object.entries(object.data).filter(([key]) => keysAreNames || !dropped.has(key));
  const plain = Object.fromEntries(
    entries.map(([key, item]) => [key, lean(item, key === "properties" && !keysAreNames)]),
  );
  return keysAreNames ? plain : withoutNullable(plain);
}

/** OpenAPI 3.0's `nullable` in the words of JSON Schema. */
function withoutNullable({ nullable, ...schema }: JsonObject): JsonObject {
  if (nullable !== true) return schema;
  if (typeof schema["type"] !== "string") return { anyOf: [schema, { type: "null" }] };
  const values: unknown = schema["enum"];
  const nullableEnum = Array.isArray(values) ? { enum: [...(values as unknown[]), null] } : {};
  return { ...schema, ...nullableEnum, type: [schema["type"], "null"] };
}

/** Takes over each component that a part of the description refers to, and what they refer to. */
function keepComponentsOf(part: unknown): void {
  const references = JSON.stringify(part).matchAll(/"\$ref":"#\/components\/(\w+)\/([^"]+)"/g);
  for (const [, kind = "", name = ""] of references) {
    const group = (components[kind] ??= {});
    if (group[name] !== undefined) continue;
    group[name] = lean(whole.components[kind]?.[name], false);
    keepComponentsOf(group[name]);
  }
}
