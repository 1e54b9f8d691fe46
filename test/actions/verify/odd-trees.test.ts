import { afterAll, beforeAll, expect, test } from "vitest";
import { commitOddTrees } from "../../support/odd-trees.ts";
import { codesOf, TestRepository, verify, type Verification } from "./support.ts";

const repository = new TestRepository();
const { odd, honest } = commitOddTrees(repository);
let verification: Verification;

beforeAll(async () => {
  verification = await verify(repository, { entry: "odd" });
});
afterAll(() => repository.remove());

test.each([...odd])("a task folder with %s, as git would not write it, is refused", (_, task) => {
  const evidence = verification.evidence.get(task);
  expect(codesOf(evidence)).toEqual(["policy_violation"]);
  expect(evidence?.verdict).toBe("failed");
});

test.each(honest)("%s, beside them, keeps its verdict", (task) => {
  expect(codesOf(verification.evidence.get(task))).toEqual([]);
  expect(verification.evidence.get(task)?.verdict).toBe("passed");
});
