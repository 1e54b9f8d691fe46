import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HONEST } from "./honest.ts";
import { tasks, TestRepository, verify, type Verification } from "./support.ts";

const repository = new TestRepository();
let verification: Verification;

beforeAll(async () => {
  repository.commit(tasks(HONEST));
  verification = await verify(repository, { entry: "honest", mutants: "4" });
});

afterAll(() => repository.remove());

describe("an honest task passes", () => {
  test.each(Object.keys(HONEST))("%s", (task) => {
    const evidence = verification.evidence.get(task);
    expect(evidence?.reasons).toEqual([]);
    expect(evidence?.verdict).toBe("passed");
    expect(evidence?.canary).toEqual({ outcome: "failed" });
    expect(evidence?.isolation).toBe("namespaces");
    const killed = evidence?.stubs?.filter(({ outcome }) => outcome === "killed");
    expect(killed?.length).toBeGreaterThan(0);
    expect(evidence?.stubs?.filter(({ outcome }) => outcome === "survived")).toEqual([]);
    expect(evidence?.vacuousTests).toEqual([]);
  });
});
