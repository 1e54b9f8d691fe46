// Puts the bundles of the actions into dist/<name>/, the folder that their action.yml names, and that of the command line
// into dist/cli/.
// `--check` writes nothing, and fails when the committed dist/ differs from what the sources make.
import { cpSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { BUNDLES, builtBundles } from "./bundles.ts";
import { buildReportPage } from "./report-page.ts";

const dist = fileURLToPath(new URL("../dist", import.meta.url));
const check = process.argv.includes("--check");
// Before the bundles, which carry it.
const isPageFresh = await buildReportPage({ check });
const built = await builtBundles();

if (check) {
  const stale = BUNDLES.flatMap((name) =>
    differences(join(dist, name), join(built, name)).map((file) => `dist/${name}/${file}`),
  );
  if (stale.length > 0) {
    console.error(`dist/ is not what the sources make:\n  ${stale.join("\n  ")}`);
    console.error("Run `npm run build` and commit dist/.");
    process.exitCode = 1;
  }
  if (!isPageFresh) {
    console.error("src/report/page-assets.ts is not what src/report/page/ makes.");
    console.error("Run `npm run build` and commit it.");
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
