// `npm run story-schema`: writes meta/story.schema.json, by which an editor can check a story and complete its keys. It
// is made from the schema that generate reads stories with. With `--check` nothing is written, and a stale file fails.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as z from "zod";
import { schemaUrl } from "../src/foundation/schema-urls.ts";
import { ACCEPTANCE } from "../src/story/items.ts";
import { StoryDocument } from "../src/story/story.ts";

const FILE = fileURLToPath(new URL("../meta/story.schema.json", import.meta.url));

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  id: 'Names the folder and the branch, in lower case: 1 to 64 letters, digits, "_" and "-", a letter or digit at both ends.',
  version: "For people; a change of it is a change of the story.",
  title: "What it is called.",
  feature: "What is wanted, with the module and its functions or classes if you care.",
  description: "More about what is wanted, and why.",
  requirements: "What must hold, one demand a line.",
  acceptance:
    "Examples with their results, such as `weight=0.5 → cost=4.10`. Tests must contain their values. A story with parts has it in each part.",
  constraints: "What the code must keep to.",
  dependencies: "Python requirements, such as `python-dateutil>=2.9`.",
  tasks: "Parts that are built one by one, each into a folder of its own.",
};

/** The id grammar of task-id.ts, upper case allowed. */
const ID_PATTERN = "^(?!.*__)(?!.*-[rR][0-9]+$)[A-Za-z0-9](?:[A-Za-z0-9_-]{0,62}[A-Za-z0-9])?$";

/** The text of meta/story.schema.json. */
export function storySchema(): string {
  const { $schema, properties = {}, ...rest } = z.toJSONSchema(StoryDocument);
  const described = Object.entries(properties).map(([key, schema]): [string, object] => [
    key,
    {
      description: DESCRIPTIONS[key],
      ...asObject(schema),
      ...(key === "id" && { pattern: ID_PATTERN }),
    },
  ]);
  const document = {
    $schema,
    $id: schemaUrl("story.schema.json"),
    title: "agent-pipeline story",
    description:
      "What a person asks for. Keys that are not listed here are shown to the model as well.",
    properties: Object.fromEntries(described),
    ...rest,
    // What the zod schema says by a function, which has no JSON form.
    anyOf: ["feature", "title", "description", "requirements"].map(saying),
    // Each part has its own.
    not: { required: ["tasks"], anyOf: ACCEPTANCE.map(saying) },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function saying(key: string): object {
  return {
    required: [key],
    properties: {
      [key]: {
        anyOf: [
          { type: "string", pattern: "\\S" },
          { type: "array", minItems: 1 },
          { type: "object", minProperties: 1 },
        ],
      },
    },
  };
}

function asObject(schema: unknown): object {
  return typeof schema === "object" && schema !== null ? schema : {};
}

export function presentSchema(): string {
  return readFileSync(FILE, "utf8");
}

function main(isCheck: boolean): void {
  if (!isCheck) {
    writeFileSync(FILE, storySchema());
  } else if (!isSame(storySchema(), presentSchema())) {
    console.error("meta/story.schema.json is stale. Run `npm run story-schema` and commit it.");
    process.exitCode = 1;
  }
}

/** The formatter has its own idea of white space. */
export function isSame(one: string, other: string): boolean {
  return JSON.stringify(JSON.parse(one)) === JSON.stringify(JSON.parse(other));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  main(process.argv.includes("--check"));
}
