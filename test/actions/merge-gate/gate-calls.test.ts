// The list of the API's calls in merge-gate/README.md is what the gate asks, call by call.
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { GateWorld, madeFiles, taskFiles } from "./gate-world.ts";

let world: GateWorld;

beforeEach(async () => {
  world = await GateWorld.start();
});
afterEach(() => world.stop());

/** By what they are called in the head of the list. */
const SCENARIOS: Readonly<Record<string, () => Promise<void>>> = {
  async "a merge"() {
    const price = await world.propose("task/price", taskFiles("price"));
    await world.prove(price, "price");
    const result = await world.gate([[price, "price"]]);
    expect(result.outputs["merged"]).toBe("true");
    expect(world.repository.tip("task/price")).toBeNull();
  },
  async "another attempt"() {
    const [stories, folder] = [true, false].map((isStory) =>
      Object.entries(madeFiles("fee")).filter(([path]) => path.startsWith("meta/") === isStory),
    );
    world.repository.commit("main", {
      files: Object.fromEntries(stories!),
      message: "Ask",
    });
    const made = await world.propose("task/fee", Object.fromEntries(folder!));
    await world.prove(made, "fee", (evidence) => ({
      ...evidence,
      verdict: "failed",
      reasons: [{ code: "test_failed", message: "assert 1 == 2" }],
      fingerprint: `sha256:${"1".repeat(64)}`,
    }));
    const result = await world.gate([[made, "fee"]]);
    expect(JSON.parse(result.outputs["next-runs"] ?? "")).toHaveLength(1);
  },
  async "a head that moved"() {
    const price = await world.propose("task/price", taskFiles("price"));
    await world.prove(price, "price");
    world.repository.commit("task/price", {
      files: taskFiles("price", "8"),
      message: "Late",
    });
    await world.gate([[price, "price"]]);
  },
  async "nothing to do"() {
    const other = await world.propose("feature", { "README.md": "better\n" });
    await world.gateOn('{"include":[]}', {}, other.number);
    expect(world.statusOf(other)).toBe("success");
  },
};

/** Scenario → call → how often, as the page says it. */
const listed = ((): ReadonlyMap<string, ReadonlyMap<string, number>> => {
  const page = readFileSync(new URL("../../../merge-gate/README.md", import.meta.url), "utf8");
  const [, section = ""] = page.split("## Calls of the API");
  const rows = (section.split("## ")[0] ?? "")
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .map((line) => line.split("|").map((cell) => cell.trim()));
  const [head = [], ...others] = rows;
  const calls = others.filter(([, call]) => !call?.startsWith("-"));
  return new Map(
    head.slice(3, -1).map((scenario, column) => [
      scenario,
      new Map(
        calls.flatMap((row) => {
          const count = Number(row[column + 3]);
          return count === 0 ? [] : [[row[1]!.replaceAll("`", ""), count] as const];
        }),
      ),
    ]),
  );
})();

/** A call without what differs from one to the next. */
function named(method: string, path: string): string {
  const rest = path
    .replace(/^\/repos\/[^/]+\/[^/]+\//, "")
    .replace(/\b[0-9a-f]{40}\b/, "{sha}")
    .replace(/^(actions\/(?:runs|artifacts))\/\d+/, "$1/{id}")
    .replace(/^((?:pulls|issues))\/\d+/, "$1/{number}")
    .replace(/^(actions\/workflows)\/[^/]+/, "$1/{file}");
  return `${method} ${rest}`;
}

test("every scenario of the list is played here", () => {
  expect([...listed.keys()]).toEqual(Object.keys(SCENARIOS));
});

test.each(Object.keys(SCENARIOS))("%s takes the calls that the page lists", async (name) => {
  await SCENARIOS[name]!();
  const asked = new Map<string, number>([["together", world.calls.length]]);
  for (const { method, path } of world.calls) {
    const call = named(method, path);
    asked.set(call, (asked.get(call) ?? 0) + 1);
  }
  expect(Object.fromEntries(asked)).toEqual(Object.fromEntries(listed.get(name)!));
});

test("each further artifact takes one call more than a merge", async () => {
  const two = await world.propose("feature", { ...taskFiles("price"), ...taskFiles("tax") });
  await world.prove(two, "price");
  await world.prove(two, "tax");
  await world.gate([[two, "price", "tax"]], { inputs: { "delete-branch": "all" } });
  expect(world.repository.tip("feature")).toBeNull();
  expect(world.calls.length).toBe((listed.get("a merge")?.get("together") ?? 0) + 1);
});
