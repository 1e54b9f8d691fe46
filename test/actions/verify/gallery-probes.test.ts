import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { UNSEEN } from "./gallery-probes.ts";
import { codesOf, tasks, TestRepository, verify, type Verification } from "./support.ts";

const repository = new TestRepository();
const taskOf = (index: number): string => `unseen-${index}`;
let verification: Verification;

beforeAll(async () => {
  repository.commit(
    tasks(Object.fromEntries(UNSEEN.map(({ files }, index) => [taskOf(index), files]))),
  );
  verification = await verify(repository, { entry: "unseen", mutants: "12" });
});

afterAll(() => repository.remove());

describe("a task does not pass", () => {
  test.each(UNSEEN.map((exhibit, index) => ({ ...exhibit, task: taskOf(index) })))(
    "when $when: $reasons",
    ({ task, reasons, says }) => {
      const evidence = verification.evidence.get(task);
      expect(codesOf(evidence)).toEqual(reasons);
      expect(evidence?.reasons.map(({ message }) => message).join("\n")).toContain(says ?? "");
    },
  );
});
