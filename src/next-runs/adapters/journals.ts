import * as z from "zod/mini";
import { PipelineError } from "../../foundation/errors.ts";
import { isObjectId } from "../../git/commits.ts";
import { readAnswer } from "../../github/adapters/answers.ts";
import { ask, type Octokit, type RepositoryName } from "../../github/adapters/api.ts";
import { GATE_CONTEXT, statusStateOf } from "../../github/adapters/pull-requests.ts";
import { type HeadRecords, runIn } from "../gate-status.ts";
import {
  formatEntry,
  JOURNAL_CONTEXT,
  journalOf,
  type Journals,
  type PostedStatus,
} from "../journal.ts";

const Statuses = z.array(
  z.object({
    state: z.string(),
    context: z.string(),
    description: z.nullish(z.string()),
    target_url: z.nullish(z.string()),
    created_at: z.string(),
  }),
);

const Entry = z.object({ context: z.literal(JOURNAL_CONTEXT) });

type StateAndStatus = PostedStatus & { readonly state: string };

/** As commit statuses of the head (`statuses: write`), each with a link to the run that wrote it. */
export function statusJournals(octokit: Octokit, here: RepositoryName, runUrl: string): Journals {
  const { rest } = octokit;
  return {
    async read(head) {
      return journalOf(await statusesOf(head, octokit, here), GATE_CONTEXT);
    },
    async write(head, entry) {
      assertCommit(head);
      const { data } = await ask("write into the journal of a head", () =>
        rest.repos.createCommitStatus({
          ...here,
          sha: head,
          // What a journal says is no verdict about the commit.
          state: "success",
          context: JOURNAL_CONTEXT,
          description: formatEntry(entry),
          target_url: runUrl,
        }),
      );
      // What is started has to be counted: an answer that does not say so is none.
      readAnswer(Entry, data, "to an entry in the journal");
    },
  };
}

/** The journal of a head, and what the gate says of it, by one question. */
export function statusRecords(octokit: Octokit, here: RepositoryName): HeadRecords {
  return {
    async read(head) {
      const statuses = await statusesOf(head, octokit, here);
      const latest = statuses.find(({ context }) => context === GATE_CONTEXT);
      const gate =
        latest === undefined
          ? null
          : {
              state: statusStateOf(latest.state),
              description: latest.description,
              run: runIn(latest.url),
            };
      return { gate, journal: journalOf(statuses, GATE_CONTEXT) };
    },
  };
}

/** All statuses of a head, the newest first. */
async function statusesOf(
  head: string,
  { rest, paginate }: Octokit,
  here: RepositoryName,
): Promise<readonly StateAndStatus[]> {
  assertCommit(head);
  const data: unknown = await ask("read the journal of a head", () =>
    paginate(rest.repos.listCommitStatusesForRef, { ...here, ref: head, per_page: 100 }),
  );
  const statuses = readAnswer(Statuses, data, `about the statuses of ${head}`);
  return statuses.map(({ state, context, description, target_url: url, created_at: at }) => ({
    state,
    context,
    description: description ?? "",
    url: url ?? "",
    at,
  }));
}

function assertCommit(head: string): void {
  if (!isObjectId(head)) throw new PipelineError("GIT_FAILED", `${head} is no commit`);
}
