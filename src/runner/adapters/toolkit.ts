// What discover needs of @actions/core. The index of that package loads an HTTP client for OIDC tokens and all of
// node:crypto, which none of our actions asks for: 50 ms and 16 MB at every start, more than all of discover. So these
// are the toolkit's own functions, around the file of it that knows how commands are escaped.
import { appendFileSync } from "node:fs";
import { EOL } from "node:os";
import type * as core from "@actions/core";
import { issueCommand } from "../../../node_modules/@actions/core/lib/command.js";
import { toCommandProperties } from "../../../node_modules/@actions/core/lib/utils.js";

export type AnnotationProperties = core.AnnotationProperties;

/** Sets all outputs in one write. A value is one line: JSON or a comma list. */
export function setOutputs(outputs: Readonly<Record<string, string>>): void {
  const lines = Object.entries(outputs).map(([name, value]) => {
    if (/[\r\n]/.test(value)) throw new Error(`The output ${name} has more than one line`);
    return `${name}=${value}${EOL}`;
  });
  const file = process.env["GITHUB_OUTPUT"] ?? "";
  if (file === "") throw new Error("GITHUB_OUTPUT is not set");
  appendFileSync(file, lines.join(""));
}

/** Adds Markdown to the page of the job; a machine without a runner has none. */
export function appendSummary(markdown: string): void {
  const file = process.env["GITHUB_STEP_SUMMARY"] ?? "";
  if (file !== "" && markdown !== "") appendFileSync(file, markdown + EOL);
}

export function setSecret(secret: string): void {
  issueCommand("add-mask", {}, secret);
}

export function setFailed(message: string): void {
  process.exitCode = 1;
  error(message);
}

export function info(message: string): void {
  process.stdout.write(message + EOL);
}

export function debug(message: string): void {
  issueCommand("debug", {}, message);
}

export function notice(message: string, at: AnnotationProperties = {}): void {
  issueCommand("notice", toCommandProperties(at), message);
}

export function warning(message: string, at: AnnotationProperties = {}): void {
  issueCommand("warning", toCommandProperties(at), message);
}

export function error(message: string, at: AnnotationProperties = {}): void {
  issueCommand("error", toCommandProperties(at), message);
}

export async function group<T>(title: string, work: () => Promise<T>): Promise<T> {
  issueCommand("group", {}, title);
  try {
    return await work();
  } finally {
    issueCommand("endgroup", {}, "");
  }
}
