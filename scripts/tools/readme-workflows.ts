import { readFileSync } from "node:fs";

const README = new URL("../../README.md", import.meta.url);

/** The workflows that README.md tells a user to add, by file name: what stands there is checked and run like our own. */
export function readmeWorkflows(): ReadonlyMap<string, string> {
  const text = readFileSync(README, "utf8");
  const blocks = text.matchAll(
    /^( *)```yaml\n *# \.github\/workflows\/([\w-]+\.yml)\n(.*?)^ *```$/gms,
  );
  return new Map(
    [...blocks].map(([, indent = "", name = "", body = ""]) => [
      name,
      body.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
    ]),
  );
}
