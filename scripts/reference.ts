import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import * as z from "zod";
import { COMMANDS, NAMES } from "../commands/commands.ts";
import { ANSWERABLE } from "../src/authoring/next-question.ts";
import { RETRIES, SERVER_FAILURES } from "../src/authoring/server-failures.ts";
import { Config } from "../src/config/config.ts";
import { isSettingName } from "../src/config/settings.ts";
import { REASON_MEANINGS } from "../src/evidence/reason-meanings.ts";
import { REASON_CODES } from "../src/evidence/reasons.ts";
// Writes the tables of inputs and outputs into each action's page, from its action.yml, between two marks. With `--check`
// it changes nothing and fails when a page is not in step.
import { DECISION_CODES } from "../src/handover/decision.ts";
import { DECISION_MEANINGS, type DecisionMeaning } from "../src/telling/decision-meanings.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

const Manifest = z.object({
  inputs: z.record(
    z.string(),
    z.object({
      description: z.string(),
      default: z.string().optional(),
      required: z.boolean().optional(),
    }),
  ),
  outputs: z.record(z.string(), z.object({ description: z.string() })),
});

const Property = z.object({
  description: z.string().optional(),
  default: z.unknown(),
});

/** As `docs/repair.md` says it. */
const ANSWERS: Readonly<Record<(typeof ANSWERABLE)[keyof typeof ANSWERABLE], string>> = {
  design: "the design, once",
  author: "the author of the file that is named",
  example: "**example**: the code",
  "more tests": "**more tests**",
  "other tests": "**other tests**",
  chance: "the code where an example is flaky, otherwise a suite that is made anew",
  run: "the code where an example alone shows it, otherwise **unknown**",
  unknown: "**unknown**: others are asked",
  person: "a person",
  nobody: "nobody: left to verify",
};

const ACTIONS = ["generate", "discover", "verify", "merge-gate", "report", "sweep", "story"];

type Page = { readonly file: string; readonly tables: Readonly<Record<string, string>> };

const pages: readonly Page[] = [
  ...ACTIONS.map((action) => ({
    file: `${action}/README.md`,
    tables: tablesOf(`${action}/action.yml`),
  })),
  { file: "docs/composite.md", tables: tablesOf("action.yml") },
  { file: "docs/cli.md", tables: { commands: commandTable() } },
  { file: "docs/config.md", tables: { settings: settingsTable(), keys: configTable() } },
  { file: "docs/models.md", tables: { failures: failureTable() } },
  { file: "docs/repair.md", tables: { answerable: answerableTable() } },
  { file: "docs/decisions.md", tables: { reasons: decisionTable() } },
  { file: "docs/verdicts.md", tables: { reasons: verdictTable() } },
];

const isCheck = process.argv.includes("--check");
const stale = pages.filter((page) => !isWritten(page)).map(({ file }) => file);
if (stale.length > 0) {
  console.error(`Not in step with action.yml or the schema: ${stale.join(", ")}`);
  console.error("Run `npm run reference` and commit the pages.");
  process.exitCode = 1;
}

/** Whether the page is as it should be, once this has run. */
function isWritten({ file, tables }: Page): boolean {
  const path = join(root, file);
  const present = readFileSync(path, "utf8");
  const wanted = formatted(withTables(file, present, tables));
  if (!isCheck) writeFileSync(path, wanted);
  return !isCheck || wanted === present;
}

function withTables(file: string, text: string, tables: Page["tables"]): string {
  let page = text;
  for (const [name, content] of Object.entries(tables)) {
    const [start, end] = [`<!-- reference: ${name} -->`, `<!-- /reference: ${name} -->`];
    const [from, to] = [page.indexOf(start), page.indexOf(end)];
    if (from === -1 || to < from) throw new Error(`${file} lacks the marks ${start} and ${end}`);
    page = `${page.slice(0, from + start.length)}\n\n${content}\n\n${page.slice(to)}`;
  }
  return page;
}

function formatted(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "agent-pipeline-reference-"));
  try {
    const file = join(folder, "page.md");
    writeFileSync(file, text);
    const oxfmt = join(root, "node_modules/oxfmt/bin/oxfmt");
    execFileSync(process.execPath, [oxfmt, "--config", join(root, ".oxfmtrc.json"), file], {
      stdio: "ignore",
    });
    return readFileSync(file, "utf8");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tablesOf(manifestFile: string): Page["tables"] {
  const { inputs, outputs } = manifestOf(manifestFile);
  return {
    inputs: table(
      ["input", "default", "meaning"],
      Object.entries(inputs).map(([name, input]) => [
        code(name),
        input.required === true ? "required" : defaultOf(name, input.default ?? ""),
        input.description,
      ]),
    ),
    outputs: table(
      ["output", "meaning"],
      Object.entries(outputs).map(([name, { description }]) => [code(name), description]),
    ),
  };
}

function commandTable(): string {
  return table(
    ["command", "what it does"],
    NAMES.map((name) => {
      const { argument, about, options } = COMMANDS[name];
      const names = options.map(({ flags }) =>
        code(flags.split(/[, ]+/).find((word) => word.startsWith("--")) ?? flags),
      );
      return [
        code(argument === null ? name : `${name} ${argument.name}`),
        names.length === 0 ? about : `${about} Options: ${names.join(", ")}`,
      ];
    }),
  );
}

function defaultOf(name: string, ofManifest: string): string {
  return isSettingName(name) ? "[config](../docs/config.md#settings)" : code(ofManifest);
}

function configTable(): string {
  const rows = configKeys().filter(([name]) => !isSettingName(name));
  return table(
    ["key", "default", "meaning"],
    rows.map(([name, { default: value, description = "" }]) => [
      code(name),
      code(JSON.stringify(value)),
      description,
    ]),
  );
}

function settingsTable(): string {
  const inputs = new Map(
    ACTIONS.map((action) => [action, Object.keys(manifestOf(`${action}/action.yml`).inputs)]),
  );
  const rows = configKeys().filter(([name]) => isSettingName(name));
  return table(
    ["setting", "default", "input of", "meaning"],
    rows.map(([name, { default: value, description = "" }]) => [
      code(name),
      code(JSON.stringify(value)),
      ACTIONS.filter((action) => inputs.get(action)?.includes(name)).join(", "),
      description,
    ]),
  );
}

function configKeys(): [string, z.infer<typeof Property>][] {
  const schema = z.toJSONSchema(Config, { io: "input" });
  return Object.entries(schema.properties ?? {}).map(([name, value]) => [
    name,
    Property.parse(value),
  ]);
}

function manifestOf(file: string): z.infer<typeof Manifest> {
  return Manifest.parse(parse(readFileSync(join(root, file), "utf8")));
}

function failureTable(): string {
  return table(
    ["what happens", "asked again", "what to do"],
    Object.values(SERVER_FAILURES).map(({ when, isRetried, advice }) => [
      when,
      isRetried ? `${RETRIES} times` : "no",
      advice,
    ]),
  );
}

/** Whom each reason is for, by those who have to answer. */
function answerableTable(): string {
  const by = Map.groupBy(REASON_CODES, (name) => ANSWERABLE[name]);
  return table(
    ["found", "for"],
    [...by].map(([answerable, names]) => [names.map(code).join(", "), ANSWERS[answerable]]),
  );
}

function decisionTable(): string {
  return table(
    ["reason", "what it means", "what to do"],
    DECISION_CODES.map((name) => {
      const { cause, advice, started }: DecisionMeaning = DECISION_MEANINGS[name];
      const otherwise = advice.charAt(0).toLowerCase() + advice.slice(1);
      const what =
        started === undefined ? advice : `Nothing, where ${started}. Otherwise ${otherwise}`;
      return [code(name), cause, what];
    }),
  );
}

function verdictTable(): string {
  return table(
    ["reason", "verdict", "what it means", "what to do"],
    REASON_CODES.map((name) => {
      const { verdict, cause, advice } = REASON_MEANINGS[name];
      return [code(name), verdict, cause, advice];
    }),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [tableRow(head), tableRow(head.map(() => "---")), ...rows.map(tableRow)].join("\n");
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replace(/\s+/g, " ")).join(" | ")} |`;
}

function code(text: string): string {
  return text === "" ? "" : `\`${text}\``;
}
