// `npm run examples`: writes examples/, complete minimal repositories, from our own workflows and from what the pages show. With
// `--check` nothing is written, and a stale file fails.
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { PYTEST_INI } from "../commands/init/pytest-config.ts";
import { readmeWorkflows, workflowsShownIn } from "./tools/readme-workflows.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "examples");

/** What users write in the place of `$/`, which in their copy would mean their own repository. */
const PUBLISHED = "org/agent-pipeline";
const REF = "v1";

/** Ours, which are copied. */
export const OWN = ["agent-pipeline.yml", "agent-ci.yml", "agent-sweep.yml", "agent-story.yml"];

const STORY = `---
id: shipping_cost
---

# Shipping cost of a parcel

Python module src/shipping_cost.py with the function shipping_cost.

## Requirements

- shipping_cost(grams) returns what a parcel costs, in whole cents.
- Up to 1000 grams cost 350 cents; each further 1000 grams that were begun cost 120 cents.
- Fewer than 1 gram raise ValueError("BAD_WEIGHT").

## Acceptance

- shipping_cost(1) → 350
- shipping_cost(1000) → 350
- shipping_cost(1001) → 470
- shipping_cost(0) → raises ValueError("BAD_WEIGHT")
`;

/** In every example. */
const COMMON: Readonly<Record<string, string>> = {
  "meta/stories/shipping_cost.md": STORY,
  "pytest.ini": PYTEST_INI,
  ".gitattributes": "generated/** linguist-generated\n",
};

/** Every file of examples/, by its path there. */
export function exampleFiles(): ReadonlyMap<string, string> {
  const form = { ".github/ISSUE_TEMPLATE/story.yml": own(".github/ISSUE_TEMPLATE/story.yml") };
  const examples: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    call: {
      ...named([...readmeWorkflows()], workflow),
      ...named([...workflowsShownIn("story/README.md")], workflow),
      ...form,
      "README.md": page(
        "Calling the workflows",
        "Four small workflows that call those of agent-pipeline. They change when you change their `@v1`, and take every [setting](../../docs/config.md#settings) as an input.",
      ),
    },
    copy: {
      ...named(
        OWN.map((name): [string, string] => [name, copied(own(workflow(name)))]),
        workflow,
      ),
      ...form,
      "README.md": page(
        "Copying the workflows",
        "The workflows of agent-pipeline themselves, which call its actions. Change what you like; a later version of the product does not reach them by itself.",
      ),
    },
    compose: {
      ...named([...workflowsShownIn("docs/composite.md")], workflow),
      ...named(
        [...readmeWorkflows()].filter(([name]) => name !== "agent-pipeline.yml"),
        workflow,
      ),
      "README.md": page(
        "Composing the actions",
        "One workflow of your own that is made of the actions, from the story to the merge and to another attempt, beside the two that verify again and sweep. [docs/composite.md](../../docs/composite.md) explains it.",
      ),
    },
  };
  return new Map(
    Object.entries(examples).flatMap(([name, files]) =>
      Object.entries({ ...COMMON, ...files }).map(([path, text]): [string, string] => [
        `${name}/${path}`,
        text,
      ]),
    ),
  );
}

function workflow(name: string): string {
  return `.github/workflows/${name}`;
}

function own(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

function named(
  files: readonly (readonly [string, string])[],
  pathOf: (name: string) => string,
): Record<string, string> {
  return Object.fromEntries(files.map(([name, text]) => [pathOf(name), text]));
}

/** One of our workflows as a file of somebody else's repository. */
export function copied(text: string): string {
  // How to call it, above its name, is of no use in a copy.
  return text
    .slice(text.indexOf("\nname: ") + 1)
    .replaceAll(/uses: \$\/(\S+)/g, `uses: ${PUBLISHED}/$1@${REF}`);
}

function page(title: string, what: string): string {
  return `# ${title}

${what}

To use it, copy this folder but for its story into a repository, add the secret \`OPENAI_API_KEY\`, turn on _Allow GitHub Actions to
create and approve pull requests_ (Settings → Actions → General), and push to the default branch; where that is not \`main\`, change
\`branches:\` in the workflows. Then open a pull request with the story, and nothing else in it.

This folder is made by \`npm run examples\`.
`;
}

/** Paths that are missing, stale or too many. */
export function staleExamples(): string[] {
  const wanted = exampleFiles();
  const present = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
  const stale = [...wanted].filter(
    ([path, text]) =>
      !existsSync(join(folder, path)) || readFileSync(join(folder, path), "utf8") !== text,
  );
  return [
    ...stale.map(([path]) => path),
    ...present.filter((path) => !wanted.has(path)),
  ].toSorted();
}

function main(isCheck: boolean): void {
  if (isCheck) {
    const stale = staleExamples();
    if (stale.length === 0) return;
    console.error(`Not in step: ${stale.join(", ")}. Run \`npm run examples\` and commit them.`);
    process.exitCode = 1;
    return;
  }
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of exampleFiles()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  main(process.argv.includes("--check"));
}
