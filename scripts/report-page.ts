// Makes src/report/page-assets.ts, the script and the style of the report, from src/report/page/. The bundles carry them as
// text, so that a page can be made where no builder is.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const root = fileURLToPath(new URL("../src/report/", import.meta.url));
const target = `${root}page-assets.ts`;

/** Writes the file anew, and answers whether it was what the sources make. With `check` it writes nothing. */
export async function buildReportPage({ check }: { readonly check: boolean }): Promise<boolean> {
  const made = await pageAssets();
  const isFresh = present() === made;
  if (!isFresh && !check) writeFileSync(target, made);
  return isFresh;
}

function present(): string {
  try {
    return readFileSync(target, "utf8");
  } catch {
    return "";
  }
}

async function pageAssets(): Promise<string> {
  const script = await builtScript();
  const style = smallStyle(readFileSync(`${root}page/page.css`, "utf8"));
  for (const [text, end] of [
    [script, /<\/script|<!--/iu],
    [style, /<\/style/iu],
  ] as const) {
    if (end.test(text)) throw new Error(`The page's own text would end its element: ${end.source}`);
  }
  return `// Made by scripts/report-page.ts (\`npm run build\`) from src/report/page/. Do not edit.
export const SCRIPT = ${JSON.stringify(script)};
export const STYLE = ${JSON.stringify(style)};
`;
}

async function builtScript(): Promise<string> {
  const bundle = await rolldown({
    input: `${root}page/main.ts`,
    platform: "browser",
    tsconfig: `${root}page/tsconfig.json`,
    logLevel: "warn",
  });
  try {
    const { output } = await bundle.generate({ format: "iife", minify: true });
    if (output.length !== 1) throw new Error("The page's script is more than one file");
    return output[0].code.trim();
  } finally {
    await bundle.close();
  }
}

/** Without comments and indentation. */
function smallStyle(css: string): string {
  return css
    .replace(/\/\*.*?\*\//gsu, "")
    .replace(/\s*\n\s*/gu, "\n")
    .trim();
}

if (import.meta.main) await buildReportPage({ check: false });
