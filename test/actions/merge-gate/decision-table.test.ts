// The table in merge-gate/README.md, from what was found to the decision, is what the gate decides, row by row.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { decide, decideGroup, type PullRequestFacts } from "../../../actions/merge-gate/decide.ts";
import { because, type Decision, type DecisionCode } from "../../../src/handover/decision.ts";
import { stopLine } from "../../../src/telling/decision-words.ts";

const head = "a".repeat(40);
const PROVEN: PullRequestFacts = {
  isOpen: true,
  isMerged: false,
  isFork: false,
  isDraft: false,
  isOurs: true,
  head,
  verifiedHeads: [head],
  isGiven: false,
  concernsPipeline: true,
  outOfScope: [],
  tasks: [{ task: "price", kind: "proven" }],
  unbuiltStories: [],
  conflicts: [],
  checks: [],
  refusal: null,
};

const of = (given: Partial<PullRequestFacts>, mode: "merge" | "status-only" = "merge"): Decision =>
  decide({ ...PROVEN, ...given }, mode);
const found = (code: DecisionCode): Partial<PullRequestFacts> => ({
  tasks: [{ task: "price", kind: "reason", reason: because(code, "found") }],
});
const unbuilt = { unbuiltStories: ["meta/stories/x.json"] };

/** By the first cell of a row: all that it speaks of. What a lost job leads to is decided later, by the journal. */
const DECIDED: Readonly<Record<string, readonly Decision[]>> = {
  "all proven, label agent-pipeline, no draft": [of({})],
  "all proven, but not_ours, draft or mode: status-only": [
    of({ isOurs: false }),
    of({ isDraft: true }),
    of({}, "status-only"),
  ],
  "neither a story nor generated/ is changed": [of({ concernsPipeline: false, tasks: [] })],
  "partial_selection, fork, closed, head_moved, already_merged": [
    of(found("partial_selection")),
    of({ isFork: true }),
    of({ isOpen: false }),
    of({ head: "b".repeat(40) }),
    of({ isOpen: false, isMerged: true }),
  ],
  story_unbuilt: [of(unbuilt)],
  "story_unbuilt in a run that was given the pull request": [of({ ...unbuilt, isGiven: true })],
  "all proven, and only a rule of GitHub's stands in the way": [
    of({ refusal: "Changes must be made through the merge queue" }),
    of({ refusal: "something that nobody has read yet" }),
  ],
  "all proven, but a check of required-checks is not done (checks_pending)": [
    of({ checks: [because("checks_pending", "tests.yml runs")] }),
  ],
  "inputs_changed, or a job that was lost for the first time": [of(found("inputs_changed"))],
  not_passed: [of(found("not_passed"))],
  "everything else": [
    of(found("evidence_missing")),
    of(found("evidence_invalid")),
    of({ outOfScope: ["README.md"] }),
    of({ conflicts: ["meta/stories/x.json"] }),
    of({ verifiedHeads: [] }),
    of({ refusal: "Squash merges are not allowed on this repository." }),
    of({ checks: [because("check_failed", "tests.yml ended in failure")] }),
  ],
  "a group of a merge queue that is proven, or changes no task": [
    decideGroup(PROVEN),
    decideGroup({ ...PROVEN, concernsPipeline: false, tasks: [] }),
  ],
  "any other group of a merge queue": [
    decideGroup({ ...PROVEN, ...found("not_passed") }),
    decideGroup({ ...PROVEN, ...found("inputs_changed") }),
    decideGroup({ ...PROVEN, ...unbuilt }),
  ],
};

const page = readFileSync(new URL("../../../merge-gate/README.md", import.meta.url), "utf8");
const [, table = ""] = page.split(/^\| found +\| decision +\| status +\| step +\|\n\|[-| ]+\|\n/m);
const rows = (table.split("\n\n")[0] ?? "").split("\n").map((line) => {
  const [, what = "", kind = "", status = "", step = ""] = line
    .split("|")
    .map((cell) => cell.trim().replaceAll("`", ""));
  return { what, kind, status: status === "none" ? null : status, step };
});

test("every row of the table is played here", () => {
  expect(rows.map(({ what }) => what)).toEqual(Object.keys(DECIDED));
});

test.each(rows)("$what: $kind", ({ what, kind, status, step }) => {
  const pullRequest = what.includes("merge queue") ? null : 7;
  for (const decision of DECIDED[what] ?? []) {
    const isRed = stopLine([{ head, pullRequest, decision }]) !== null;
    expect([decision.kind, decision.status?.state ?? null, isRed ? "1" : "0"]).toEqual([
      kind,
      status,
      step,
    ]);
  }
});
