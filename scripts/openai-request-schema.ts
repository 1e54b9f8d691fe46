// Makes world/openai-requests.schema.json from the types of the installed `openai`
// SDK, so that the model stand-in refuses what the real service refuses. The generator is needed
// only here, so it is no dependency. Run it by hand after an update of the SDK:
// npm exec -- node scripts/openai-request-schema.ts
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const generator = "ts-json-schema-generator@2.9.0";
const root = fileURLToPath(new URL("..", import.meta.url));
const target = join(root, "world/openai-requests.schema.json");

const requestTypes = ["ResponseCreateParamsNonStreaming", "ChatCompletionCreateParamsNonStreaming"];

// The stand-in has no tools and no media: a request for them is as unknown as a misspelled one.
const notOffered = [
  "audio",
  "function_call",
  "functions",
  "image",
  "prediction",
  "tool_choice",
  "tools",
  "web_search_options",
];
const prose = new Set(["description", "deprecated", "$comment"]);

const jsonObject = z.record(z.string(), z.unknown());
const generatedSchema = z.object({
  $schema: z.string(),
  definitions: z.record(z.string(), z.unknown()),
});

const generated = generatedSchema.parse(withoutProse(JSON.parse(generate()), false));
const definitions: Record<string, unknown> = {};
for (const name of requestTypes) keep(name);

writeFileSync(target, JSON.stringify({ $schema: generated.$schema, definitions }));
execFileSync(join(root, "node_modules/.bin/oxfmt"), [target], { stdio: "inherit" });
console.log(`${target}: ${Object.keys(definitions).length} definitions`);

function generate(): string {
  const folder = mkdtempSync(join(tmpdir(), "openai-schema-"));
  const entry = join(folder, "entry.ts");
  const [responses, chat] = requestTypes;
  const types = join(root, "node_modules/openai/resources");
  try {
    writeFileSync(
      entry,
      `import type { ${responses} } from "${types}/responses/responses.js";
       import type { ${chat} } from "${types}/chat/completions/completions.js";
       export interface Requests { responses: ${responses}; chat: ${chat} }`,
    );
    const out = join(folder, "schema.json");
    const what = ["--path", entry, "--type", "Requests", "--expose", "all", "--out", out];
    execFileSync("npx", ["--yes", generator, ...what, "--no-type-check"], { stdio: "inherit" });
    return readFileSync(out, "utf8");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The schema without texts for people. Below `properties` a key is the name of a field. */
function withoutProse(value: unknown, keysAreNames: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutProse(item, false));
  const object = jsonObject.safeParse(value);
  if (!object.success) return value;
  const entries = Object.entries(object.data).filter(([key]) => keysAreNames || !prose.has(key));
  return Object.fromEntries(
    entries.map(([key, item]) => [key, withoutProse(item, key === "properties" && !keysAreNames)]),
  );
}

/** Takes a definition over, with all that it refers to. */
function keep(name: string): void {
  if (definitions[name] !== undefined) return;
  const whole = jsonObject.parse(generated.definitions[name]);
  const definition = requestTypes.includes(name) ? offered(whole) : whole;
  definitions[name] = definition;
  for (const [, reference = ""] of JSON.stringify(definition).matchAll(
    /"\$ref":"#\/definitions\/([^"]+)"/g,
  )) {
    keep(decodeURIComponent(reference));
  }
}

function offered(request: Record<string, unknown>): Record<string, unknown> {
  const properties = { ...jsonObject.parse(request["properties"]) };
  for (const name of notOffered) delete properties[name];
  return { ...request, properties };
}
