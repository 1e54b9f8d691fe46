// What lint-workflows.ts asks GitHub's own parser, and how a piece of a workflow on a page becomes one that can be asked about. That
// nothing is found in ours, the script itself says; here it is shown that something would be.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { parserFaults } from "../../scripts/tools/github-parser.ts";
import { snippetsIn, workflowOf, yamlSnippets } from "../../scripts/tools/snippets.ts";

const own = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const CI = own(".github/workflows/agent-ci.yml");
const CALLER = own("examples/call/.github/workflows/agent-ci.yml");

describe("GitHub's parser", () => {
  test.each([
    ["an unknown event", CI, "\n  pull_request:\n", "\n  pull_requests:\n", "pull_requests"],
    ["an unknown permission", CI, "      contents: read", "      content: read", "content"],
    [
      "an expression that ends too early",
      CI,
      "fromJSON(inputs.runs-on) ",
      "fromJSON(inputs.runs-on ",
      "Unexpected symbol: 'EOF'",
    ],
    ["a function that there is not", CI, "fromJSON(", "parseJSON(", "parseJSON"],
    [
      "a step's output that no step has named",
      CI,
      "steps.discover.outputs",
      "steps.found.outputs",
      "found",
    ],
    ["an action that is not there", CI, "uses: $/verify", "uses: $/prove", "$/prove"],
    [
      "an input that the action does not take",
      CI,
      "entry: ${{ matrix.entry }}",
      "entries: x",
      "entries",
    ],
    [
      "an input that the called workflow does not take",
      CALLER,
      "max-tests: ${{",
      "max-test: ${{",
      "max-test",
    ],
    ["a way to wait that there is not", CI, "queue: max", "queue: all", "'all'"],
  ])("finds %s", async (_, text, right, wrong, says) => {
    expect(text).toContain(right);
    const broken = text.replace(right, () => wrong);
    expect((await parserFaults("ci.yml", broken)).join("\n")).toContain(says);
  });

  test.each([CI, CALLER])("finds nothing in what is right", async (text) => {
    expect(await parserFaults("ci.yml", text)).toEqual([]);
  });

  test("finds what is wrong with a manifest", async () => {
    const text = own("action.yml");
    const broken = text.replace("using: composite", "using: composed");
    expect((await parserFaults("action.yml", broken)).join("\n")).toContain("composed");
    expect(await parserFaults("action.yml", text)).toEqual([]);
  });
});

describe("a block of YAML on a page", () => {
  const page = [
    "1. A list:",
    "",
    "   ```yaml",
    "   decide:",
    "     needs: [discover, test]",
    "     runs-on: x # why",
    "   ```",
    "",
    "```yaml",
    "jobs:",
    "  one: { runs-on: x }",
    "```",
    "```yaml",
    "required-checks: [tests.yml]",
    "```",
  ].join("\n");
  const [jobs, workflow, config] = snippetsIn("docs/x.md", page);

  test("is found in lists too, and named by its page", () => {
    expect(jobs).toEqual({
      name: "docs/x.md, block 1",
      text: "decide:\n  needs: [discover, test]\n  runs-on: x # why\n",
    });
  });

  test("becomes a whole workflow, with its comments and a job for each that is needed", () => {
    const whole = workflowOf(jobs?.text ?? "");
    expect(whole).toContain("runs-on: x # why");
    expect(parse(whole ?? "")).toMatchObject({
      permissions: {},
      jobs: {
        decide: { name: "decide", needs: ["discover", "test"] },
        discover: { outputs: { matrix: "${{ steps.only.outputs.matrix }}" } },
        test: { steps: [{ run: "true" }] },
      },
    });
    expect(parse(workflowOf(workflow?.text ?? "") ?? "")).toMatchObject({
      jobs: { one: { name: "one", "runs-on": "x" } },
    });
  });

  test("is no workflow where it is a config", () => {
    expect(workflowOf(config?.text ?? "")).toBeNull();
  });

  test("is left as it is where the page tells to add it so", () => {
    const shown = yamlSnippets().find(({ name }) => name === "README.md, block 1");
    expect(workflowOf(shown?.text ?? "")).toBe(shown?.text);
  });
});
