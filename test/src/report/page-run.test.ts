import { expect, test } from "vitest";
import { because, type DecisionReason } from "../../../src/handover/decision.ts";
import { pageOfRun } from "../../../src/report/page-run.ts";
import { markdown } from "../../../src/telling/markdown.ts";
import { refusedTask, runOfOne, sampleTask } from "../../support/report-fixtures.ts";

const proven = sampleTask("parking_fee");
const DRAFT = because("draft", "It is a draft");
const TOLD = because("not_passed", "parking_fee: failed, test_failed");

test.each<{
  when: string;
  task: Parameters<typeof runOfOne>[0];
  reasons: DecisionReason[];
  said: RegExp;
}>([
  {
    when: "one reason is none of its tasks'",
    task: proven,
    reasons: [DRAFT],
    said: /What now: Mark it as ready for review\./,
  },
  {
    when: "its one task tells the reason right below: nothing",
    task: refusedTask("test_failed"),
    reasons: [TOLD],
    said: /^(?![^]*What now)/,
  },
  { when: "there are several", task: proven, reasons: [DRAFT, DRAFT], said: /\| reason \|/ },
])("the answer says what to do where $when", ({ task, reasons, said }) => {
  const page = pageOfRun(runOfOne(task, { decision: { kind: "hold", reasons } }));
  expect(markdown(page.decisions[0]!.blocks, 10_000)).toMatch(said);
});
