// docs/troubleshooting.md quotes messages: each is one that is really said. And of every reason there is something to look up.
import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { REASON_CODES } from "../../src/evidence/reasons.ts";
import { DECISION_CODES } from "../../src/handover/decision.ts";
import { SKIP_REASONS } from "../../src/handover/generated.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const page = (path: string) => readFileSync(`${root}/${path}`, "utf8");

/** What others say, word for word. */
const OF_OTHERS = [
  "GitHub Actions is not permitted to create or approve pull requests",
  "Can't find 'action.yml'",
  "import file mismatch",
  "No module named 'src",
  "No module named 'generated'",
];

const sources = globSync(["src/**/*.ts", "actions/**/*.ts"], { cwd: root })
  .map(page)
  .join("\n")
  // A comment says nothing to a user.
  .replaceAll(/^\s*(?:\/\/|\/?\*).*$/gm, "")
  // As a text reads that names a constant or escapes a quote.
  .replaceAll("${CONFIG_PATH}", ".github/agent-pipeline.yml");

/** The messages of the first table, without their quotes; one may hold quotes itself. */
const [, messages = ""] = page("docs/troubleshooting.md").split("| the log says");
const quoted = messages
  .slice(0, messages.indexOf("\n\n"))
  .split("\n")
  .slice(2)
  .flatMap((row) => {
    const cell = row.split("|")[1]?.trim() ?? "";
    return [...cell.matchAll(/(?:^|or )"(.+?)"(?=$| or | in your)/g)].map(([, text = ""]) => text);
  });

describe("a message of the page", () => {
  test("is quoted in each row", () => {
    expect(quoted.length).toBeGreaterThan(15);
  });

  test.each(quoted)("%s: is said by us or, as the list above has it, by others", (message) => {
    expect([sources.includes(message), OF_OTHERS.includes(message)].filter(Boolean)).toEqual([
      true,
    ]);
  });
});

describe("a reason has its row", () => {
  test.each([
    { of: "a task", path: "docs/verdicts.md", codes: REASON_CODES },
    { of: "a pull request", path: "docs/decisions.md", codes: DECISION_CODES },
  ])("of $of, in $path", ({ path, codes }) => {
    const rows = page(path).split("\n");
    expect(codes.filter((code) => !rows.some((row) => row.startsWith(`| \`${code}\``)))).toEqual(
      [],
    );
  });

  test("of a story that is left alone, on the page of generate", () => {
    const text = page("generate/README.md");
    const told = SKIP_REASONS.filter((reason) => text.includes(`\`${reason}\``));
    // What a dry run is, a part of that page says in words.
    expect(told).toEqual(SKIP_REASONS.filter((reason) => reason !== "dry_run"));
  });
});
