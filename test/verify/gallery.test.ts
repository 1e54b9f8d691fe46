import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GALLERY } from "./gallery.ts";
import { codesOf, tasks, TestRepository, verify, type Verification } from "./support.ts";

const repository = new TestRepository();
const taskOf = (index: number): string => `exhibit-${index}`;
let verification: Verification;

beforeAll(async () => {
  repository.commit(
    tasks(Object.fromEntries(GALLERY.map(({ files }, index) => [taskOf(index), files]))),
  );
  verification = await verify(repository, { entry: "gallery", mutants: "12" });
}, 180_000);

afterAll(() => repository.remove());

describe("a task does not pass", () => {
  test.each(GALLERY.map((exhibit, index) => ({ ...exhibit, task: taskOf(index) })))(
    "when $when: $reasons",
    ({ task, reasons, orElse, says }) => {
      const evidence = verification.evidence.get(task);
      expect([reasons, orElse ?? reasons]).toContainEqual(codesOf(evidence));
      expect(evidence?.reasons[0]?.message).toContain(says ?? "");
      expect(evidence?.verdict).not.toBe("passed");
      expect(verification.outcome.failed).toContain(task);
    },
  );
});
