/** What users pin the actions to: a schema changes in their editor when it changes in their runs. */
export const RELEASE = "v1";

/** Where an editor finds a schema of this release, such as `story.schema.json`. */
export function schemaUrl(name: string): string {
  return `https://raw.githubusercontent.com/org/agent-pipeline/${RELEASE}/meta/${name}`;
}
