// Bundles each action with @vercel/ncc into dist/<name>/, the folder that its action.yml names.
// `--check` builds into a temporary folder instead and fails when the committed dist/ differs.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { minifySync } from "rolldown/utils";

const root = fileURLToPath(new URL("..", import.meta.url));
const actions = ["generate", "discover", "verify", "merge-gate"];

const isCheck = process.argv.includes("--check");
const target = isCheck ? mkdtempSync(join(tmpdir(), "agent-pipeline-dist-")) : join(root, "dist");

for (const action of actions) {
  rmSync(join(target, action), { recursive: true, force: true });
  execFileSync(
    process.execPath,
    [
      join(root, "node_modules/@vercel/ncc/dist/ncc/cli.js"),
      "build",
      join(root, "actions", action, "main.ts"),
      "--out",
      join(target, action),
      "--license",
      "licenses.txt",
      // Types are checked by `npm run types`; transpiled alone, the bundle takes a quarter of the time.
      "--transpile-only",
      "--quiet",
    ],
    // ncc takes the tsconfig.json of its working directory.
    { cwd: join(root, "actions"), stdio: "inherit" },
  );
  if (action === "discover") removeDeadCode(join(target, action, "index.js"));
}

if (isCheck) {
  const stale = actions.flatMap((action) =>
    differences(join(root, "dist", action), join(target, action)).map(
      (file) => `dist/${action}/${file}`,
    ),
  );
  rmSync(target, { recursive: true, force: true });
  if (stale.length > 0) {
    console.error(`dist/ is not what the sources make:\n  ${stale.join("\n  ")}`);
    console.error("Run `npm run build` and commit dist/.");
    process.exitCode = 1;
  }
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

function differences(committed: string, built: string): string[] {
  const names = new Set([...filesOf(committed), ...filesOf(built)]);
  return [...names]
    .filter((name) => contentOf(committed, name) !== contentOf(built, name))
    .toSorted();
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" });
  } catch {
    return [];
  }
}

function contentOf(folder: string, name: string): string | null {
  try {
    return readFileSync(join(folder, name), "latin1");
  } catch {
    return null;
  }
}
