import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

const manifestSchema = z.object({
  inputs: z.record(z.string(), z.object({ default: z.unknown().optional() }).nullable()).optional(),
  runs: z.object({ using: z.string(), main: z.string() }),
});

export type ActionManifest = z.infer<typeof manifestSchema>;

export function readManifest(file: string): ActionManifest {
  const manifest = manifestSchema.parse(parse(readFileSync(file, "utf8")));
  if (manifest.runs.using !== "node24") {
    throw new Error(`${file} runs with ${manifest.runs.using}; only node24 is supported here`);
  }
  return manifest;
}

/** The values of all inputs: those given, and the defaults of the manifest for the others. */
export function inputValues(
  manifest: ActionManifest,
  given: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const defaults = Object.entries(manifest.inputs ?? {}).map(
    ([name, input]) => [name, evaluated(textOf(input?.default), environment)] as const,
  );
  return { ...Object.fromEntries(defaults), ...given };
}

/** Inputs that the manifest does not have. The runner warns of them and passes them on. */
export function unexpectedInputs(
  manifest: ActionManifest,
  given: Readonly<Record<string, string>>,
): readonly string[] {
  return Object.keys(given).filter((name) => !(name in (manifest.inputs ?? {})));
}

/** The environment variable of an input, as the runner names it. */
export function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`;
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

function evaluated(text: string, environment: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\$\{\{(.*?)\}\}/g, (_, expression: string) => {
    const terms = expression.split("||").map((term) => termValue(term.trim(), environment));
    return terms.find((value) => value !== "") ?? "";
  });
}

function termValue(term: string, environment: Readonly<Record<string, string>>): string {
  const literal = /^'([^']*)'$/.exec(term)?.[1];
  if (literal !== undefined) return literal;
  const property = /^github\.([\w.-]+)$/.exec(term)?.[1];
  if (property === undefined) throw new Error(`The default \${{ ${term} }} is not supported here`);
  const eventPath = /^event\.(.+)$/.exec(property)?.[1];
  if (eventPath !== undefined) return eventValue(eventPath.split("."), environment);
  return environment[`GITHUB_${property.toUpperCase()}`] ?? "";
}

function eventValue(path: readonly string[], environment: Readonly<Record<string, string>>) {
  const file = environment["GITHUB_EVENT_PATH"];
  if (file === undefined) return "";
  let value: unknown = JSON.parse(readFileSync(file, "utf8"));
  for (const key of path) value = z.record(z.string(), z.unknown()).safeParse(value).data?.[key];
  return textOf(value);
}
