// `node scripts/release-notes.ts v1.2.3`: what CHANGELOG.md says of a version, for its release. Fails, with what to do, where the
// tag, package.json and the changelog do not say the same.
import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as z from "zod";

const root = fileURLToPath(new URL("..", import.meta.url));
const Package = z.object({ version: z.string() });

/** The part of a changelog below `## X.Y.Z`, or what is wrong. */
export function releaseNotes(
  tag: string,
  version: string,
  changelog: string,
):
  | { readonly ok: true; readonly notes: string }
  | { readonly ok: false; readonly problem: string } {
  const wanted = /^v(\d+\.\d+\.\d+)$/.exec(tag)?.[1];
  if (wanted === undefined) {
    return {
      ok: false,
      problem: `${JSON.stringify(tag)} is no version: tag the release as v1.2.3`,
    };
  }
  if (wanted !== version) {
    return {
      ok: false,
      problem: `package.json says ${version}, and the tag ${wanted}: make them one`,
    };
  }
  const lines = changelog.split("\n");
  const start = lines.findIndex((line) => isAbout(line, wanted));
  const end = lines.findIndex((line, index) => index > start && line.startsWith("## "));
  const notes =
    start === -1
      ? ""
      : lines
          .slice(start + 1, end === -1 ? undefined : end)
          .join("\n")
          .trim();
  if (notes !== "") return { ok: true, notes };
  return {
    ok: false,
    problem: `CHANGELOG.md says nothing of ${wanted}: rename "## Unreleased" to "## ${wanted}"`,
  };
}

/** Whether a line is the heading of just this version, with or without a `v`, brackets and a date. */
function isAbout(line: string, version: string): boolean {
  const named = /^## \[?v?(\d+\.\d+\.\d+)\]?(?:\s|$)/.exec(line)?.[1];
  return named === version;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { version } = Package.parse(JSON.parse(readFileSync(`${root}/package.json`, "utf8")));
  const changelog = readFileSync(`${root}/CHANGELOG.md`, "utf8");
  const result = releaseNotes(process.argv[2] ?? "", version, changelog);
  if (result.ok) console.log(result.notes);
  else {
    console.error(result.problem);
    process.exitCode = 1;
  }
}
