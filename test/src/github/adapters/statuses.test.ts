// The status of the gate is found wherever it stands among those of others.
import { expect, test } from "vitest";
import { PipelineError } from "../../../../src/foundation/errors.ts";
import { githubApi } from "../../../../src/github/adapters/api.ts";
import { githubStatuses } from "../../../../src/github/adapters/pull-requests.ts";

const SHA = "a".repeat(40);
const PROVEN = { state: "success", description: "1 task proven (into main)" } as const;

/** A head with statuses of so many other names, and that of the gate behind them, if it has one. */
function headWith(others: number, { isWithGate }: { readonly isWithGate: boolean }) {
  const all = Array.from({ length: others }, (_, index) => ({
    context: `check-${index}`,
    state: "pending",
    description: null,
  }));
  const statuses = isWithGate ? [...all, { context: "agent-pipeline/gate", ...PROVEN }] : all;
  const asked: string[] = [];
  const fetch = (url: string): Promise<Response> => {
    asked.push(url);
    const { searchParams } = new URL(url);
    const [size, page] = ["per_page", "page"].map((name) => Number(searchParams.get(name)));
    const shown = statuses.slice((page! - 1) * size!, page! * size!);
    return Promise.resolve(Response.json({ total_count: statuses.length, statuses: shown }));
  };
  const api = githubApi("token", "https://api.github.test", { request: { fetch } });
  return { asked, port: githubStatuses(api, { owner: "octo", repo: "app" }, "") };
}

test.each([
  { others: 0, calls: 1 },
  { others: 99, calls: 1 },
  { others: 100, calls: 2 },
  { others: 250, calls: 3 },
])("behind $others of others, by $calls calls", async ({ others, calls }) => {
  const { port, asked } = headWith(others, { isWithGate: true });
  expect(await port.read(SHA)).toEqual(PROVEN);
  expect(asked).toHaveLength(calls);
});

test.each([0, 99, 100, 250])("and is not there where all %d are of others", async (others) => {
  expect(await headWith(others, { isWithGate: false }).port.read(SHA)).toBeNull();
});

test("beyond a thousand names it is an error, and never said to be absent", async () => {
  const { port, asked } = headWith(5_000, { isWithGate: true });
  await expect(port.read(SHA)).rejects.toBeInstanceOf(PipelineError);
  expect(asked).toHaveLength(10);
});
