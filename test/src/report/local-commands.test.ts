import { describe, expect, test } from "vitest";
import { commandOfTest, commandsOf } from "../../../src/report/local-commands.ts";
import { refusedTask, runReport, sampleTask } from "../../support/report-fixtures.ts";

const { run } = runReport();
const local = { ...run, id: null, url: null, repository: null, server: null };
const commandsIn = (...given: Parameters<typeof commandsOf>): string[] =>
  commandsOf(...given).map(({ command }) => command);

// verify, replay and the tests were run as they stand here, in a clone with one of agent-pipeline beside it.
describe("how to do the same on one's own machine", () => {
  test("is the head, the proof, the replay, the run explained, and the tests alone", () => {
    const [head, ...others] = commandsIn(run, refusedTask("test_failed"));
    expect(head).toMatch(/^git fetch origin (?<head>[0-9a-f]{40}) && git checkout --detach \1$/u);
    expect(others).toEqual([
      "npx ../agent-pipeline/dist/cli verify parking_fee",
      "npx ../agent-pipeline/dist/cli replay parking_fee",
      "npx ../agent-pipeline/dist/cli explain --token-from gh 7",
      "(cd generated/parking_fee && PYTHONPATH=.:src python3 -m pytest -c /dev/null --rootdir=. --import-mode=importlib --noconftest -p no:cacheprovider tests)",
    ]);
  });

  test("leaves out what a run of this machine, a passed task or one made by hand does not have", () => {
    const byHand = { ...sampleTask("parking_fee"), attempts: [] };
    expect(commandsIn(local, byHand)).toEqual([
      "npx ../agent-pipeline/dist/cli verify parking_fee",
      expect.stringMatching(/^\(cd generated\/parking_fee && /u),
    ]);
  });

  test("has the id of a test as one word of a shell, whatever it holds", () => {
    const command = commandOfTest("fee", "tests/a.py::test[';$(touch x)`\n]");
    expect(command).toContain(` 'tests/a.py::test['\\'';$(touch x)\`\n]')`);
  });
});
