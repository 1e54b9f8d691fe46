import { usesIn } from "../contract/code-facts.ts";
import { shorten } from "../foundation/untrusted-text.ts";
import {
  type AllowList,
  type NamedPackage,
  normalName,
  readNamedPackage,
} from "../proof/requirements.ts";
import type { StoryDocument } from "../story/story.ts";
import type { GeneratedFile } from "./generated-file.ts";

/** What a task may import besides the standard library, and why it may not import what its story asks for. */
export interface OfferedPackages {
  readonly packages: readonly NamedPackage[];
  readonly problems: readonly string[];
}

/**
 * What the story asks for, where it is on the list of the repository; without a word in the story all of the list, and
 * with an empty list nothing.
 */
export function offeredPackages(
  { dependencies }: Pick<StoryDocument, "dependencies">,
  allowed: AllowList,
): OfferedPackages {
  const listed = new Map(
    Object.entries(allowed).map(([name, range]) => [
      normalName(name),
      range.replaceAll(/\s/gu, ""),
    ]),
  );
  if (dependencies === undefined) {
    return {
      packages: [...listed].map(([name, bounds]) => ({ name, bounds })),
      problems: [],
    };
  }
  const packages: NamedPackage[] = [];
  const problems: string[] = [];
  for (const [index, text] of linesOf(dependencies).entries()) {
    const asked = typeof text === "string" ? readNamedPackage(text) : null;
    const at = `"dependencies.${index}"`;
    if (asked === null) {
      problems.push(
        `${at} must be the name of a package, with versions or without, such as "requests>=2.31", not ${shown(text)}`,
      );
      continue;
    }
    const range = listed.get(asked.name);
    if (range === undefined) {
      problems.push(
        `${at} asks for ${asked.name}, which this repository does not allow; write \`${asked.name}: "${asked.bounds}"\` under \`allowed-dependencies\` in .github/agent-pipeline.yml on the base branch, or leave it out of the story`,
      );
      continue;
    }
    packages.push({ name: asked.name, bounds: bothOf(asked.bounds, range) });
  }
  return { packages, problems };
}

/** As a prompt says them. */
export function packageLines(packages: readonly NamedPackage[]): string[] {
  return packages.map(({ name, bounds }) => (bounds === "*" ? name : `${name} ${bounds}`));
}

/** The name in front of what `packageLines` has written. */
export function nameInLine(line: string): string {
  return line.split(" ")[0]!;
}

function bothOf(one: string, other: string): string {
  const bounds = [one, other].filter((each) => each !== "*");
  return bounds.length === 0 ? "*" : [...new Set(bounds)].join(",");
}

function linesOf(dependencies: string | readonly unknown[]): readonly unknown[] {
  if (typeof dependencies !== "string") return dependencies;
  return dependencies
    .split(/\r\n|\n/u)
    .map((line) => line.replace(/^\s*[-*+]\s+/u, "").trim())
    .filter((line) => line !== "");
}

function shown(value: unknown): string {
  return shorten(JSON.stringify(value), 100);
}

/**
 * Packages whose code is imported by another name than their own. Of all others the two are one, but for case and
 * punctuation.
 */
const IMPORTED_AS: Readonly<Record<string, readonly string[]>> = {
  attrs: ["attr", "attrs"],
  beautifulsoup4: ["bs4"],
  "opencv-python": ["cv2"],
  "opencv-python-headless": ["cv2"],
  pillow: ["PIL"],
  protobuf: ["google"],
  pycryptodome: ["Crypto"],
  pyjwt: ["jwt"],
  pyopenssl: ["OpenSSL"],
  pyserial: ["serial"],
  "python-dateutil": ["dateutil"],
  "python-docx": ["docx"],
  "python-dotenv": ["dotenv"],
  "python-pptx": ["pptx"],
  "python-slugify": ["slugify"],
  pyyaml: ["yaml"],
  "ruamel-yaml": ["ruamel"],
  "scikit-image": ["skimage"],
  "scikit-learn": ["sklearn"],
  setuptools: ["setuptools", "pkg_resources"],
};

/** Whether an import such as `yaml.nodes` is of a package. */
export function isImportOf(module: string, name: string): boolean {
  const top = module.split(".")[0]!;
  return (IMPORTED_AS[name] ?? [name.replaceAll("-", "_")]).some(
    (known) => known.toLowerCase() === top.toLowerCase(),
  );
}

/** Those that some file imports. */
export function importedPackages(
  files: readonly GeneratedFile[],
  offered: readonly NamedPackage[],
): NamedPackage[] {
  const modules = files
    .flatMap(({ content }) => usesIn(content))
    .filter(({ kind }) => kind === "import")
    .map(({ name }) => name);
  return offered.filter(({ name }) => modules.some((module) => isImportOf(module, name)));
}
