import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CAREFUL } from "./honest-probes.ts";
import { tasks, TestRepository, verify, type Verification } from "./support.ts";

const repository = new TestRepository();
let verification: Verification;

beforeAll(async () => {
  repository.commit(tasks(CAREFUL));
  verification = await verify(repository, { entry: "careful", mutants: "30" });
});

afterAll(() => repository.remove());

describe("an honest task passes", () => {
  test.each(Object.keys(CAREFUL))("%s", (task) => {
    const evidence = verification.evidence.get(task);
    expect(evidence?.reasons).toEqual([]);
    expect(evidence?.verdict).toBe("passed");
    expect(evidence?.mutationScore).toBeGreaterThan(0.5);
  });
});

test("what no honest test can notice is set aside, with a reason, and is no part of the score", () => {
  const { mutants, mutationScore } = verification.evidence.get("logs_and_tolerances")!;
  const aside = mutants!.filter(({ outcome }) => outcome === "set_aside");
  expect(new Set(aside.map(({ why }) => why))).toEqual(
    new Set([
      "only a tolerance, or how long something waits, changes",
      "only the look of an object in messages changes, and no test reads it",
      "an assertion guards against mistakes of the code itself",
      "only what is logged changes, and no test reads a log",
      "only what is said on stderr changes, and no test reads it",
    ]),
  );
  const killed = mutants!.filter(({ outcome }) => outcome === "killed").length;
  const survived = mutants!.filter(({ outcome }) => outcome === "survived").length;
  expect(mutationScore).toBe(killed / (killed + survived));
});

test("nothing of the code is called unreached that the tests reach by any way", () => {
  const unreached = Object.keys(CAREFUL).flatMap((task) =>
    verification.evidence.get(task)!.unreached!.map(({ file, name }) => `${file} ${name}`),
  );
  expect(unreached).toEqual(["src/money.py Money.__hash__"]);
});
