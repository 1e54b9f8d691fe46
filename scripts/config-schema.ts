// `npm run config-schema`: writes meta/config.schema.json, by which an editor can check `.github/agent-pipeline.yml` and
// complete its keys. It is made from the schema that the actions read it with. With `--check` nothing is written, and a
// stale file fails.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as z from "zod";
import { Config } from "../src/config/config.ts";
import { schemaUrl } from "../src/foundation/schema-urls.ts";
import { isSame } from "./story-schema.ts";

const FILE = fileURLToPath(new URL("../meta/config.schema.json", import.meta.url));

/** The text of meta/config.schema.json. */
export function configSchema(): string {
  const { $schema, ...rest } = z.toJSONSchema(Config, { io: "input" });
  const document = {
    $schema,
    $id: schemaUrl("config.schema.json"),
    title: "agent-pipeline configuration",
    description:
      "What is set once for a repository: .github/agent-pipeline.yml on its base branch.",
    ...rest,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  if (!process.argv.includes("--check")) {
    writeFileSync(FILE, configSchema());
  } else if (!isSame(configSchema(), readFileSync(FILE, "utf8"))) {
    console.error("meta/config.schema.json is stale. Run `npm run config-schema` and commit it.");
    process.exitCode = 1;
  }
}
