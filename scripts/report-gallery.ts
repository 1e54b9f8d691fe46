// `npm run report-gallery`: the pages of the runs in test/support/report-gallery.ts, to be looked at after a change; with
// `--shots` also as pictures (light, dark, narrow, on paper), by Chromium.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { renderReport } from "../src/report/render-report.ts";
import { openChromium } from "../test/support/chromium.ts";
import { galleryReports } from "../test/support/report-gallery.ts";

const LOOKS = [
  { look: "light", width: 1280, colorScheme: "light" },
  { look: "dark", width: 1280, colorScheme: "dark" },
  { look: "narrow", width: 360, colorScheme: "light" },
] as const;

const folder = fileURLToPath(new URL("../.cache/report-gallery/", import.meta.url));
mkdirSync(folder, { recursive: true });
const names = [...galleryReports()].map(([name, report]) => {
  writeFileSync(join(folder, `${name}.html`), renderReport(report));
  return name;
});
console.log(`${names.length} pages in ${folder}`);
if (process.argv.includes("--shots"))
  await shoot(process.argv.slice(2).filter((word) => !word.startsWith("--")));

async function shoot(wanted: readonly string[]): Promise<void> {
  const browser = await openChromium();
  try {
    for (const name of names.filter((each) => wanted.length === 0 || wanted.includes(each))) {
      for (const { look, width, colorScheme } of LOOKS) {
        const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
        await page.goto(pathToFileURL(join(folder, `${name}.html`)).href);
        // What is far below is laid out when it comes near.
        await page.evaluate(
          `for (const each of document.querySelectorAll(".task > section, .test")) each.style.contentVisibility = "visible";`,
        );
        await page.screenshot({ path: join(folder, `${name}.${look}.png`), fullPage: true });
        if (look === "light") await page.pdf({ path: join(folder, `${name}.pdf`), format: "A4" });
        await page.close();
      }
    }
  } finally {
    await browser.close();
  }
}
