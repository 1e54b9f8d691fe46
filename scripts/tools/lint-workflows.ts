// Checks the workflow files, the manifests, the examples and whatever YAML the pages show with GitHub's own parser, actionlint and
// zizmor.
import { spawnSync } from "node:child_process";
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { faultText } from "../../src/config/config-faults.ts";
import { readConfigText } from "../../src/config/config.ts";
import { exampleFiles } from "../examples.ts";
import { parserFaults } from "./github-parser.ts";
import { workflowOf, yamlSnippets } from "./snippets.ts";
import { installTools, toolPath } from "./tools.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** How a user names the product's actions and workflows. */
const OURS = /uses: org\/agent-pipeline\/?(.*)@v1$/gm;

installTools();
const workflows = globSync(".github/workflows/*.{yml,yaml}", { cwd: root }).toSorted();
if (workflows.length === 0) throw new Error("there are no workflow files to check");
const EXAMPLE = /^(\w+)\/\.github\/workflows\/(.+)$/;
/** Of the pages and the examples, by names of files of their own. */
const shown = new Map([
  ...yamlSnippets().flatMap(({ name, text }): [string, string][] => {
    const workflow = workflowOf(text);
    if (workflow === null) return [];
    return [[`${name.replaceAll(/[^\w]+/g, "-").toLowerCase()}.yml`, workflow]];
  }),
  ...[...exampleFiles()].flatMap(([path, text]): [string, string][] => {
    const [, example, name] = EXAMPLE.exec(path) ?? [];
    return name === undefined ? [] : [[`${example}-${name}`, text]];
  }),
]);
if (shown.size < 4) throw new Error("the pages show no workflows");

/** Of our own product a tag says which, as in every page; everything else is pinned to a commit. */
const ZIZMOR = `rules:
  unpinned-uses:
    config:
      policies:
        "org/agent-pipeline": ref-pin
        "org/agent-pipeline/*": ref-pin
        "*": hash-pin
  # Only jobs that write to a branch wait for each other; the rest may run side by side.
  concurrency-limits:
    disable: true
  # An environment that protects the key is the user's to make, and docs/branch-protection.md says how.
  secrets-outside-env:
    config:
      allow: [OPENAI_API_KEY]
`;

const results = [
  await parsesAll(),
  areConfigs(),
  check("actionlint", workflows, root),
  inCopyWithLocalActions((copy) => {
    const files = [...shown].map(([name, content]) => {
      const file = `.github/workflows/${name}`;
      writeFileSync(
        join(copy, file),
        content.replaceAll(OURS, (_, path: string) => `uses: ./${path}`),
      );
      return file;
    });
    return check("actionlint", [...workflows, ...files], copy);
  }),
  check(
    "zizmor",
    ["--offline", "--no-progress", "--persona", "auditor", "--strict-collection", "."],
    root,
  ),
  inFolderOfShown((folder) =>
    check(
      "zizmor",
      [
        "--offline",
        "--no-progress",
        "--persona",
        "auditor",
        "--strict-collection",
        "--config",
        "zizmor.yml",
        ".",
      ],
      folder,
    ),
  ),
];
if (results.includes(false)) process.exit(1);
console.log(
  `${workflows.length} workflow files and ${shown.size} of the pages and examples are sound`,
);

async function parsesAll(): Promise<boolean> {
  const manifests = globSync(["action.yml", "*/action.yml"], { cwd: root }).toSorted();
  const own = [...workflows, ...manifests].map((path): [string, string] => [
    path,
    readFileSync(join(root, path), "utf8"),
  ]);
  const faults = await Promise.all(
    [...own, ...shown].map(([name, text]) => parserFaults(name, text)),
  );
  for (const fault of faults.flat()) console.error(fault);
  return faults.flat().length === 0;
}

/** What is no workflow is a config. */
function areConfigs(): boolean {
  const faults = yamlSnippets()
    .filter(({ text }) => workflowOf(text) === null)
    .flatMap(({ name, text }) => {
      const read = readConfigText(text);
      return read.ok ? [] : read.faults.map((fault) => `${name}: ${faultText(fault)}`);
    });
  for (const fault of faults) console.error(fault);
  return faults.length === 0;
}

function check(tool: "actionlint" | "zizmor", values: readonly string[], folder: string): boolean {
  const { status, error } = spawnSync(toolPath(tool), values, { cwd: folder, stdio: "inherit" });
  if (error !== undefined) throw error;
  return status === 0;
}

/**
 * actionlint does not know `$/x` yet and looks no further. In a copy that says `./x` it reads the manifests: an unknown
 * or missing input, of an action or of a workflow, is found, and so is a bundle that does not exist.
 */
function inCopyWithLocalActions<T>(act: (copy: string) => T): T {
  const copy = mkdtempSync(join(tmpdir(), "workflows-"));
  try {
    // By these two it tells what the root is.
    mkdirSync(join(copy, ".git"));
    cpSync(join(root, ".github"), join(copy, ".github"), { recursive: true });
    for (const file of globSync(["action.yml", "*/action.yml", "dist/*/index.js"], { cwd: root })) {
      mkdirSync(dirname(join(copy, file)), { recursive: true });
      cpSync(join(root, file), join(copy, file));
    }
    for (const file of workflows) {
      const text = readFileSync(join(copy, file), "utf8");
      writeFileSync(join(copy, file), text.replaceAll("uses: $/", "uses: ./"));
    }
    return act(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** The workflows of the pages as they stand there. */
function inFolderOfShown<T>(act: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "shown-"));
  try {
    mkdirSync(join(folder, ".github/workflows"), { recursive: true });
    writeFileSync(join(folder, "zizmor.yml"), ZIZMOR);
    for (const [name, content] of shown) {
      writeFileSync(join(folder, ".github/workflows", name), content);
    }
    return act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
