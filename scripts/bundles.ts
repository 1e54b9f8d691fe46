// Makes the bundles of the actions from the sources as they are now, once for each state of the sources.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { minifySync } from "rolldown/utils";
import manifest from "../package.json" with { type: "json" };

const root = fileURLToPath(new URL("..", import.meta.url));
const cache = join(root, ".cache/bundles");

export const ACTIONS = [
  "generate",
  "discover",
  "verify",
  "merge-gate",
  "report",
  "sweep",
  "story",
] as const;

/** All that lies in dist/: the actions, and the command line. */
export const BUNDLES = [...ACTIONS, "cli"] as const;

/** All that a bundle is made from. */
const SOURCES = [
  "actions/**/*",
  "commands/**/*",
  "src/**/*",
  // `init` writes the workflows and the story that it shows.
  "README.md",
  "LICENSE",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "scripts/bundles.ts",
];

/** Older ones are removed: nobody runs tests for so long. */
const KEPT_MILLISECONDS = 3 * 3_600_000;

export type Action = (typeof ACTIONS)[number];
export type Bundle = (typeof BUNDLES)[number];

/** The folder with `<name>/index.js` of each bundle. A second call for the same sources costs nothing. */
export async function builtBundles(): Promise<string> {
  await Promise.all(BUNDLES.map(builtBundle));
  return folderOfSources();
}

/** The folder with `index.js` of one bundle. */
export async function builtBundle(name: Bundle): Promise<string> {
  const target = join(folderOfSources(), name);
  if (existsSync(target)) return target;
  removeOld();
  mkdirSync(dirname(target), { recursive: true });
  const scratch = mkdtempSync(join(cache, "building-"));
  try {
    await bundle(name, join(scratch, name));
    moveIntoPlace(join(scratch, name), target);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  return target;
}

function folderOfSources(): string {
  return join(cache, digestOfSources());
}

function digestOfSources(): string {
  const hash = createHash("sha256");
  const paths = globSync(SOURCES, { cwd: root }).toSorted();
  for (const path of paths) {
    if (!statSync(join(root, path)).isFile()) continue;
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update("\0");
  }
  return hash.digest("hex").slice(0, 16);
}

function removeOld(): void {
  mkdirSync(cache, { recursive: true });
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    if (Date.now() - statSync(path).mtimeMs > KEPT_MILLISECONDS) {
      rmSync(path, { recursive: true, force: true });
    }
  }
}

async function bundle(name: Bundle, folder: string): Promise<void> {
  const sources = name === "cli" ? join(root, "commands") : join(root, "actions");
  await promisify(execFile)(
    process.execPath,
    [
      join(root, "node_modules/@vercel/ncc/dist/ncc/cli.js"),
      "build",
      name === "cli" ? join(sources, "main.ts") : join(sources, name, "main.ts"),
      "--out",
      folder,
      "--license",
      "licenses.txt",
      // Types are checked by `npm run types`; transpiled alone, the bundle takes a quarter of the time.
      "--transpile-only",
      "--quiet",
    ],
    // ncc takes the tsconfig.json of its working directory.
    { cwd: sources },
  );
  if (name === "cli") {
    writeFileSync(join(folder, "package.json"), packageOfItsOwn());
    copyFileSync(join(root, "LICENSE"), join(folder, "LICENSE"));
  }
  if (name === "discover") removeDeadCode(join(folder, "index.js"));
}

/** The bundle of the command line is a package without dependencies, so that `npx` fetches nothing besides. */
function packageOfItsOwn(): string {
  const { name, version, description, license } = manifest;
  const bin = { "agent-pipeline": "index.js" };
  const made = {
    name,
    version,
    description,
    license,
    type: "module",
    bin,
    engines: { node: ">=22" },
  };
  return `${JSON.stringify(made, null, 2)}\n`;
}

/**
 * Takes out what nothing reaches: Node reads and compiles a bundle anew in every job, and discover is over before that is
 * noticed elsewhere. Names, lines and statements stay, so that a stack trace and a reader find their way. A call whose
 * result is not used goes as well if it is one of the language's own that the minifier takes for harmless, such as
 * `encodeURIComponent`, which throws: hence only where it gains something, and only what discover loads at once.
 */
function removeDeadCode(path: string): void {
  const { code, errors } = minifySync(path, readFileSync(path, "utf8"), {
    module: true,
    compress: { joinVars: false, sequences: false, keepNames: { function: true, class: true } },
    mangle: false,
    codegen: { removeWhitespace: false },
  });
  if (errors.length > 0) throw new Error(`${path}: ${JSON.stringify(errors)}`);
  writeFileSync(path, code);
}

function moveIntoPlace(scratch: string, target: string): void {
  try {
    renameSync(scratch, target);
  } catch (error) {
    // Somebody else was faster: theirs is the same.
    if (!existsSync(target)) throw error;
  }
}
