// The YAML that the pages show, made whole: a piece of a workflow stands in a workflow that it could be a piece of.
import { existsSync, globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Document, parse, parseDocument, stringify } from "yaml";
import * as z from "zod";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Pages that users read. */
const PAGES = ["*.md", "*/README.md", "docs/*.md"];

const Mapping = z.record(z.string(), z.unknown());
type Mapping = z.infer<typeof Mapping>;

const Manifest = z.object({ outputs: Mapping.default({}) });

export interface Snippet {
  /** The page, and which block of YAML it is there, from 1. */
  readonly name: string;
  readonly text: string;
}

/** All blocks of YAML of all pages, as they stand there. */
export function yamlSnippets(): readonly Snippet[] {
  return globSync(PAGES, { cwd: root })
    .toSorted()
    .flatMap((page) => snippetsIn(page, readFileSync(`${root}/${page}`, "utf8")));
}

/** The blocks of YAML of one page, without the indent of a list that they stand in. */
export function snippetsIn(page: string, markdown: string): readonly Snippet[] {
  const blocks = [...markdown.matchAll(/^( *)```ya?ml\n(.*?)^ *```$/gms)];
  return blocks.map(([, indent = "", body = ""], index) => ({
    name: `${page}, block ${index + 1}`,
    text: body.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
  }));
}

/**
 * The workflow that a snippet is, or is a piece of; null where it is of another kind, such as the config. A commit that the reader
 * puts in, `<commit>`, is one here.
 */
export function workflowOf(text: string): string | null {
  const filled = text.replaceAll("<commit>", "0".repeat(40));
  if (WHOLE.test(text)) return filled;
  const read = Mapping.nullish().parse(parse(filled)) ?? {};
  if ("jobs" in read) return around({ jobs: read["jobs"], filled, from: ["jobs"] });
  if (isEveryJob(read)) return around({ jobs: read, filled, from: [] });
  if (!("secrets" in read)) return null;
  const called = `called:\n${stringify({ ...CALL, name: "called" })}${filled}`;
  return workflowOf(called.replaceAll(/\n(?=.)/g, "\n  "));
}

/** What a page tells its readers to add as it stands. */
const WHOLE = /^# \.github\/workflows\/\S+\nname: /;

const CALL = {
  uses: "org/agent-pipeline/.github/workflows/agent-ci.yml@v1",
  permissions: {},
};

function isEveryJob(read: Mapping): boolean {
  const jobs = Object.values(read).map((value) => Mapping.safeParse(value).data ?? {});
  return jobs.length > 0 && jobs.every((job) => "runs-on" in job || "uses" in job);
}

/**
 * Adds what a piece leaves out and a whole workflow has: triggers, names, no permissions beyond those of its jobs, and a job in the
 * place of each that is needed. What stands there stays as it is, with its comments.
 */
function around(piece: {
  readonly jobs: unknown;
  readonly filled: string;
  /** Where its jobs are in it. */
  readonly from: readonly string[];
}): string {
  const jobs = Mapping.parse(piece.jobs);
  const document = parseDocument(piece.filled);
  for (const id of Object.keys(jobs)) addMissing(document, [...piece.from, id], { name: id });
  const needed = Object.values(jobs).flatMap((job) => [Mapping.parse(job)["needs"] ?? []].flat());
  const stoodIn = needed.map(String).filter((id) => !(id in jobs));
  addMissing(
    document,
    piece.from,
    Object.fromEntries(stoodIn.map((id) => [id, { name: id, ...neededJob(id) }])),
  );
  const whole = piece.from.length > 0 ? document : new Document({ jobs: document.contents });
  const on = ["pull_request", "push", "workflow_dispatch"];
  addMissing(whole, [], { name: "piece", on, permissions: {} });
  return whole.toString({ lineWidth: 0 });
}

function addMissing(document: Document, path: readonly string[], values: Mapping): void {
  for (const [key, value] of Object.entries(values)) {
    if (!document.hasIn([...path, key])) {
      document.setIn([...path, key], document.createNode(value));
    }
  }
}

/** The pages call a job by what it runs: our workflow, or the action of its name, whose outputs it hands on. */
function neededJob(id: string): Mapping {
  if (id === "pipeline") return CALL;
  const manifest = `${root}/${id}/action.yml`;
  const outputs = existsSync(manifest)
    ? Manifest.parse(parse(readFileSync(manifest, "utf8"))).outputs
    : {};
  return {
    "runs-on": "ubuntu-24.04",
    permissions: {},
    // An empty list would be a fault of its own.
    ...(Object.keys(outputs).length > 0 && {
      outputs: Object.fromEntries(
        Object.keys(outputs).map((name) => [name, `\${{ steps.only.outputs.${name} }}`]),
      ),
    }),
    steps: [{ id: "only", run: "true" }],
  };
}
