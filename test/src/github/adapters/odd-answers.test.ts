// Whatever GitHub answers, what comes of a question is an answer that could be read, or an error that says whose it is.
import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PipelineError } from "../../../../src/foundation/errors.ts";
import { githubApi } from "../../../../src/github/adapters/api.ts";
import { githubCheckReports } from "../../../../src/github/adapters/check-reports.ts";
import {
  githubMergeQueue,
  githubQueueEntries,
} from "../../../../src/github/adapters/merge-queue.ts";
import { githubOpenPullRequests } from "../../../../src/github/adapters/open-pull-requests.ts";
import { githubPullRequestLists } from "../../../../src/github/adapters/pull-request-lists.ts";
import {
  githubPullRequests,
  githubStatuses,
  githubStickyComments,
} from "../../../../src/github/adapters/pull-requests.ts";
import {
  githubRunsOfHeads,
  githubWorkflowDispatches,
  githubWorkflowRuns,
} from "../../../../src/github/adapters/workflow-runs.ts";
import { statusJournals, statusRecords } from "../../../../src/next-runs/adapters/journals.ts";

interface Fault {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const HTML = { "content-type": "text/html" };
const LIMITED = { "retry-after": "60" };

/** With a status that says all is well. */
const ODD: Readonly<Record<string, Fault>> = {
  "a page": { status: 200, body: "<html>Unicorn!</html>", headers: HTML },
  "a page that claims to be JSON": { status: 200, body: "<html>" },
  nothing: { status: 200, body: "" },
  null: { status: 200, body: "null" },
  "an object without a field": { status: 200, body: "{}" },
  "a list of such objects": { status: 200, body: "[{}]" },
  "a list of nulls": { status: 200, body: "[null]" },
  "fields of other kinds": {
    status: 200,
    body: JSON.stringify({ number: "7", statuses: 7, workflow_runs: {}, head: null, labels: null }),
  },
};

const REFUSED: Readonly<Record<string, Fault>> = {
  "400": { status: 400, body: "{}" },
  "401": { status: 401, body: JSON.stringify({ message: "Bad credentials" }) },
  "403": { status: 403, body: JSON.stringify({ message: "Resource not accessible" }) },
  "403 for a secondary limit": {
    status: 403,
    body: JSON.stringify({ message: "You have exceeded a secondary rate limit." }),
    headers: LIMITED,
  },
  "404": { status: 404, body: JSON.stringify({ message: "Not Found" }) },
  "409": { status: 409, body: "{}" },
  "422": { status: 422, body: "{}" },
  "429": { status: 429, body: "", headers: LIMITED },
  "500 with a page": { status: 500, body: "<html>", headers: HTML },
  "502": { status: 502, body: "" },
};

let fault: Fault | null = null;
let server: Server;

beforeAll(async () => {
  server = createServer((_, response) => {
    if (fault === null) {
      // As a connection that breaks.
      response.destroy();
    } else {
      response.writeHead(fault.status, { "content-type": "application/json", ...fault.headers });
      response.end(fault.body);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const SHA = "a".repeat(40);
const here = { owner: "octo", repo: "app" };
const START = { workflow: "agent-ci.yml", ref: "main", inputs: {} };
const ENTRY = { kind: "start", what: "retry", number: 1, evidenceRun: "7" } as const;
const REQUEST = { branch: "b", base: "main", title: "t", body: "b" };

function ports() {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("It does not listen");
  const url = `http://127.0.0.1:${address.port}`;
  const api = githubApi("token", url);
  return {
    pulls: githubPullRequests(api, here),
    comments: githubStickyComments(api, here),
    statuses: githubStatuses(api, here, "https://example.com"),
    journals: statusJournals(api, here, "https://example.com"),
    records: statusRecords(api, here),
    runs: githubWorkflowRuns(api, here),
    runsOfHeads: githubRunsOfHeads(api, here),
    dispatches: githubWorkflowDispatches(api, here),
    checks: githubCheckReports(api, here, api),
    lists: githubPullRequestLists(api, here),
    open: githubOpenPullRequests("token", url, here),
    queue: githubMergeQueue(api, here),
    queueEntries: githubQueueEntries(api, here),
  };
}

type Ask = (port: ReturnType<typeof ports>) => Promise<unknown>;

/** What is asked for the sake of its answer. */
const QUESTIONS: Readonly<Record<string, Ask>> = {
  "a pull request": ({ pulls }) => pulls.get(7),
  "the pull request of a branch": ({ pulls }) => pulls.find("b", "main"),
  "the last closed one": ({ pulls }) => pulls.lastClosed("b", "main"),
  "those around a branch": ({ pulls }) => pulls.around("b"),
  "a new one": ({ pulls }) => pulls.open(REQUEST),
  "our comment": ({ comments }) => comments.read(7),
  "our comment, to change it": ({ comments }) => comments.update(7, () => "text"),
  "a status": ({ statuses }) => statuses.read(SHA),
  "a journal": ({ journals }) => journals.read(SHA),
  "a record": ({ records }) => records.read(SHA),
  "a run": ({ runs }) => runs.get("7"),
  "the runs of a head": ({ runsOfHeads }) => runsOfHeads.of("agent-ci.yml", SHA),
  "the runs since": ({ dispatches }) => dispatches.firstSince("agent-ci.yml", "2026-01-01"),
  "all statuses": ({ checks }) => checks.statuses(SHA),
  "the runs of a check": ({ checks }) => checks.runs("tests.yml", SHA),
  "check runs": ({ checks }) => checks.checkRuns("Sonar", SHA),
  "the open ones": ({ lists }) => lists.open(),
  "those from a branch": ({ lists }) => lists.from("b"),
  "one as it is now": ({ lists }) => lists.now(7),
  "whether one is open": ({ open }) => open.get(7),
  "the open ones of discover": ({ open }) => open.list(),
  "whether it is in the queue": ({ queueEntries }) => queueEntries.has(7),
  "a place in the queue": ({ queue }) => queue.add(7, SHA),
};

/** What is asked for its effect. */
const ORDERS: Readonly<Record<string, Ask>> = {
  "a label": ({ pulls }) => pulls.addLabel(7, "x"),
  "no label": ({ pulls }) => pulls.removeLabel(7, "x"),
  "another base": ({ pulls }) => pulls.retarget(7, "main"),
  "a merge": ({ pulls }) => pulls.merge(7, SHA, "merge"),
  "another status": ({ statuses }) => statuses.post(SHA, "success", "x"),
  "an entry": ({ journals }) => journals.write(SHA, ENTRY),
  "a run to be started": ({ dispatches }) => dispatches.start(START),
};

/** What comes of it: an answer, an error by its code, or a bug. */
async function becameOf(ask: Ask): Promise<string> {
  try {
    await ask(ports());
    return "an answer";
  } catch (error) {
    return error instanceof PipelineError ? error.code : "a bug";
  }
}

describe.each(Object.entries(ODD))("%s in the place of an answer", (_, answer) => {
  test.each(Object.entries(QUESTIONS))("about %s is the service's fault", async (_name, ask) => {
    fault = answer;
    expect(await becameOf(ask)).toBe("SERVICE_UNAVAILABLE");
  });

  test.each(Object.entries(ORDERS))("to %s is no bug", async (_name, ask) => {
    fault = answer;
    expect(["an answer", "SERVICE_UNAVAILABLE"]).toContain(await becameOf(ask));
  });
});

const EVERYTHING = Object.entries({ ...QUESTIONS, ...ORDERS });
const PASSING = ["an answer", "SERVICE_UNAVAILABLE"];
const FINAL = [...PASSING, "PERMISSION_MISSING", "INPUT_INVALID"];

describe.each([...Object.entries(REFUSED), ["a connection that breaks", null] as const])(
  "%s",
  (_, answer) => {
    const isPassing = answer === null || answer.status >= 500 || answer.headers === LIMITED;

    test.each(EVERYTHING)("to %s is said, and no bug", async (_name, ask) => {
      fault = answer;
      expect(isPassing ? PASSING : FINAL).toContain(await becameOf(ask));
    });
  },
);

test.each([...Object.values(ODD), REFUSED["502"]!, null])(
  "a merge whose answer says nothing may have been made: %o",
  async (answer) => {
    fault = answer;
    expect(await ports().pulls.merge(7, SHA, "merge")).toMatchObject({ kind: "unknown" });
  },
);
