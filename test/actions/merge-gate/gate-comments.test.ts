// One comment of ours on a pull request, whoever began it.
import { afterEach, beforeEach, expect, test } from "vitest";
import { sectionOf, STICKY_MARK, withSection } from "../../../src/github/sticky-comment.ts";
import { GateWorld, type Proposal, taskFiles } from "./gate-world.ts";

let world: GateWorld;

beforeEach(async () => {
  world = await GateWorld.start();
});
afterEach(() => world.stop());

const BOT = "github-actions[bot]";
const at = "2026-01-01T00:00:00Z";

/** A pull request with comments, the oldest first. */
async function commented(
  ...comments: readonly (readonly [user: string, body: string])[]
): Promise<Proposal> {
  const proposal = await world.propose("feature", { ...taskFiles("price"), "README.md": "x\n" });
  const written = world.repository.pulls[proposal.number - 1]!.comments;
  for (const [user, body] of comments) {
    written.push({ id: written.length + 1, user, body, createdAt: at, updatedAt: at });
  }
  return proposal;
}

const bodiesOn = ({ number }: Proposal): string[] =>
  world.repository.pullRequest(number).comments.map(({ body }) => body);

test("of two the older is kept, with what only the other says, and the double goes", async () => {
  const older = withSection(null, "gate", "An old decision");
  const double = withSection(withSection(null, "gate", "Another"), "generate", "What was made");
  const proposal = await commented([BOT, older], [BOT, double]);
  await world.gate([[proposal, "price"]]);
  const [body = "", ...others] = bodiesOn(proposal);
  expect(others).toEqual([]);
  expect(sectionOf(body, "generate")).toBe("What was made");
  expect(sectionOf(body, "gate")).toContain("Decision `hold`");
});

test("what a person wrote stays, whatever it begins with", async () => {
  const proposal = await commented([BOT, STICKY_MARK], ["octocat", `${STICKY_MARK}\nLook at this`]);
  await world.gate([[proposal, "price"]]);
  expect(bodiesOn(proposal)).toHaveLength(2);
});

test("a double that cannot be deleted is a warning", async () => {
  const proposal = await commented([BOT, STICKY_MARK], [BOT, STICKY_MARK]);
  const body = { message: "Resource not accessible by integration" };
  world.github.failNext({ method: "DELETE", path: /\/comments\/2$/, status: 403, body });
  const result = await world.gate([[proposal, "price"]]);
  expect(result.outputs["decision"]).toBe("hold");
  expect(bodiesOn(proposal)[0]).toContain("Decision `hold`");
  expect(result.annotations.map(({ kind }) => kind)).toContain("warning");
});

test("a double that somebody else deleted is none", async () => {
  const proposal = await commented([BOT, STICKY_MARK], [BOT, STICKY_MARK]);
  const body = { message: "Not Found" };
  world.github.failNext({ method: "DELETE", path: /\/comments\/2$/, status: 404, body });
  const result = await world.gate([[proposal, "price"]]);
  expect(result.annotations.filter(({ kind }) => kind === "warning")).toEqual([]);
});
