import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CAREFUL } from "./honest-probes.ts";
import { tasks, TestRepository, verify, type Verification } from "./support.ts";

const repository = new TestRepository();
let verification: Verification;

beforeAll(async () => {
  repository.commit(tasks(CAREFUL));
  verification = await verify(repository, { entry: "careful", mutants: "30" });
}, 180_000);

afterAll(() => repository.remove());

describe("an honest task passes", () => {
  test.each(Object.keys(CAREFUL))("%s", (task) => {
    const evidence = verification.evidence.get(task);
    expect(evidence?.reasons).toEqual([]);
    expect(evidence?.verdict).toBe("passed");
    expect(evidence?.mutationScore).toBeGreaterThan(0.7);
  });
});

function asidesOf(task: string): string[] {
  const { mutants } = verification.evidence.get(task)!;
  return mutants!
    .filter(({ outcome }) => outcome === "set_aside")
    .map(({ range: [line], kind, why }) => `${line} ${kind}: ${why}`);
}

function unreachedOf(task: string): string[] {
  return verification.evidence.get(task)!.unreached!.map(({ file, name }) => `${file} ${name}`);
}

test("what no honest test can notice is set aside, with a reason", () => {
  expect(asidesOf("logs_and_tolerances")).toEqual([]);
  expect(asidesOf("constants_of_nature")).toEqual([]);
});

test("what nothing reaches or replaces is named", () => {
  expect(unreachedOf("registered_from_elsewhere")).toEqual([]);
  expect(unreachedOf("works_in_other_processes")).toEqual([]);
  expect(unreachedOf("a_program_with_a_main_part")).toEqual([]);
});
