// The parts of @actions/core that speak to the runner. Its index loads an HTTP client for OIDC tokens as well, which
// none of our actions asks for: 50 ms and 16 MB at every start, more than all of discover. So these functions are the
// toolkit's own, around the same two files of it that its index puts them around.
import { EOL } from "node:os";
import type * as core from "@actions/core";
import { issueCommand } from "../../../node_modules/@actions/core/lib/command.js";
import {
  issueFileCommand,
  prepareKeyValueMessage,
} from "../../../node_modules/@actions/core/lib/file-command.js";
import { toCommandProperties } from "../../../node_modules/@actions/core/lib/utils.js";

export type AnnotationProperties = core.AnnotationProperties;

export function getInput(name: string): string {
  return (process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] ?? "").trim();
}

export function setOutput(name: string, value: string): void {
  issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
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
