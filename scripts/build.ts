// Puts the bundles of the actions into dist/<name>/, the folder that their action.yml names, and that of the command line
// into dist/cli/.
// `--check` writes nothing, and fails when the committed dist/ differs from what the sources make.
import { cpSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { BUNDLES, builtBundles } from "./bundles.ts";

const dist = fileURLToPath(new URL("../dist", import.meta.url));
const built = await builtBundles();

if (process.argv.includes("--check")) {
  const stale = BUNDLES.flatMap((name) =>
    differences(join(dist, name), join(built, name)).map((file) => `dist/${name}/${file}`),
  );
  if (stale.length > 0) {
    console.error(`dist/ is not what the sources make:\n  ${stale.join("\n  ")}`);
    console.error("Run `npm run build` and commit dist/.");
    process.exitCode = 1;
  }
} else {
  for (const name of BUNDLES) {
    rmSync(join(dist, name), { recursive: true, force: true });
    cpSync(join(built, name), join(dist, name), { recursive: true });
  }
}

function differences(committed: string, fresh: string): string[] {
  const names = new Set([...filesOf(committed), ...filesOf(fresh)]);
  return [...names]
    .filter((name) => contentOf(committed, name) !== contentOf(fresh, name))
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
