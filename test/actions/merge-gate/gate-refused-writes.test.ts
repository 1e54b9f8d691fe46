// What only tells people something may fail: neither decision nor outputs nor tidying up hang on it.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { codesOf, decisionOf, GateWorld, taskFiles } from "./gate-world.ts";

let world: GateWorld;

beforeEach(async () => {
  world = await GateWorld.start();
});
afterEach(() => world.stop());

const STATUS = { method: "POST", path: /\/statuses\/[0-9a-f]{40}$/ };
const COMMENT = { method: "POST", path: /\/comments$/ };
const COMMENTS = { method: "GET", path: /\/comments(?:\?|$)/ };
const LABEL = { method: "POST", path: /\/labels$/ };
const UNLABEL = { method: "DELETE", path: /\/labels\/needs-human$/ };
const OPEN = { method: "GET", path: /\/pulls\?/ };

const REFUSED = { status: 403, body: { message: "Resource not accessible by integration" } };
const GONE = { status: 422, body: { message: "Validation Failed" } };
const AWAY = { status: 502, body: { message: "Bad gateway" } };

const faults = (writes: Readonly<Record<string, typeof STATUS>>) =>
  Object.entries(writes).flatMap(([what, write]) =>
    [REFUSED, GONE, AWAY].map((answer) => ({ what, answer, write, status: answer.status })),
  );

describe("a proven pull request is merged, and its branch deleted, where", () => {
  test.each(
    faults({
      "the status": STATUS,
      "the comment": COMMENT,
      "the list of comments": COMMENTS,
      "taking off the label": UNLABEL,
    }),
  )("$what is answered with $status", async ({ write, answer }) => {
    const labels = ["agent-pipeline", "needs-human"];
    const price = await world.propose("task/price", taskFiles("price"), { labels });
    await world.prove(price, "price");
    world.github.failNext({ ...write, ...answer });
    const result = await world.gate([[price, "price"]]);
    expect(decisionOf(result, price)).toEqual({ decision: "merge", reasons: [] });
    expect(result.exitCode).toBe(0);
    expect(result.outputs["merged"]).toBe("true");
    expect(world.repository.tip("task/price")).toBeNull();
    const [warning] = result.annotations.filter(({ kind }) => kind === "warning");
    expect(warning?.message).toContain(answer.body.message);
  });

  test("the branch cannot be looked at: it stays, and the rest is done", async () => {
    const labels = ["agent-pipeline", "needs-human"];
    const price = await world.propose("task/price", taskFiles("price"), { labels });
    await world.prove(price, "price");
    world.github.failNext({ ...OPEN, ...AWAY });
    const result = await world.gate([[price, "price"]]);
    expect(result.outputs["merged"]).toBe("true");
    expect(world.repository.tip("task/price")).not.toBeNull();
    expect(world.repository.pullRequest(price.number).labels).toEqual(["agent-pipeline"]);
  });
});

describe("what is held stays so, and all else is said, where", () => {
  test.each(
    faults({
      "the status": STATUS,
      "the comment": COMMENT,
      "the list of comments": COMMENTS,
      "the label": LABEL,
    }),
  )("$what is answered with $status", async ({ what, write, answer }) => {
    const files = { ...taskFiles("price"), "README.md": "better\n" };
    const price = await world.propose("feature", files);
    await world.prove(price, "price");
    world.github.failNext({ ...write, ...answer });
    const result = await world.gate([[price, "price"]]);
    expect(decisionOf(result, price).decision).toBe("hold");
    expect(codesOf(result, price)).toEqual(["out_of_scope"]);
    const said = {
      "the status": world.statusOf(price) !== null,
      "the comment": world.repository.pullRequest(price.number).comments.length > 0,
      "the list of comments": world.repository.pullRequest(price.number).comments.length > 0,
    };
    for (const [other, isSaid] of Object.entries(said)) {
      const isHit = other === what || (other.includes("comment") && what.includes("comment"));
      expect(`${other}: ${isSaid}`).toBe(`${other}: ${!isHit}`);
    }
    const warnings = result.annotations.filter(({ kind }) => kind === "warning");
    expect(warnings.map(({ message }) => message).join()).toContain(answer.body.message);
  });
});

test("where nothing can be written into the journal, nothing is started, and a person is told why", async () => {
  const price = await world.propose("task/price", taskFiles("price"));
  world.github.failNext({ ...STATUS, ...REFUSED });
  const result = await world.gate([[price, "price"]]);
  expect(codesOf(result, price)).toEqual(["dispatch_refused", "evidence_missing"]);
  expect(
    world.github.dispatches.filter(({ repository }) => repository === world.repository.name),
  ).toEqual([]);
  expect(world.repository.pullRequest(price.number).comments).toHaveLength(1);
});
