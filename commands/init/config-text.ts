import * as z from "zod";
import { Config } from "../../src/config/config.ts";
import { schemaUrl } from "../../src/foundation/schema-urls.ts";

const Property = z.object({ description: z.string().default(""), default: z.unknown() });

const WIDTH = 100;

/** A config that sets nothing: every key with its meaning and what holds without it, ready to be taken in. */
export function configText(): string {
  const { properties = {} } = z.toJSONSchema(Config, { io: "input" });
  return [
    `# yaml-language-server: $schema=${schemaUrl("config.schema.json")}`,
    "# What is set once for this repository. Every key is optional, and what stands here is what holds without it:",
    '# take the "#" away from a key to change it. It is read from the base branch, so that no pull request changes the',
    "# rules that judge it.",
    ...Object.entries(properties).flatMap(([name, value]) => {
      const { description, default: usual } = Property.parse(value);
      return ["", ...comment(`${description}.`), `#${name}: ${JSON.stringify(usual ?? null)}`];
    }),
    "",
  ].join("\n");
}

function comment(text: string): string[] {
  const lines: string[] = [];
  let line = "#";
  for (const word of text.split(" ")) {
    if (line.length + word.length + 1 > WIDTH) {
      lines.push(line);
      line = "#";
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}
