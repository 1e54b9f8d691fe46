import * as z from "zod/mini";
import { PipelineError } from "../../foundation/errors.ts";
import { isObjectId } from "../../git/commits.ts";
import { ask, type Octokit, type RepositoryName } from "../../github/adapters/api.ts";
import { GATE_CONTEXT } from "../../github/adapters/pull-requests.ts";
import { formatEntry, JOURNAL_CONTEXT, journalOf, type Journals } from "../journal.ts";

const Statuses = z.array(
  z.object({
    context: z.string(),
    description: z.nullish(z.string()),
    target_url: z.nullish(z.string()),
    created_at: z.string(),
  }),
);

/** As commit statuses of the head (`statuses: write`), each with a link to the run that wrote it. */
export function statusJournals(
  { rest, paginate }: Octokit,
  here: RepositoryName,
  runUrl: string,
): Journals {
  return {
    async read(head) {
      assertCommit(head);
      const data: unknown = await ask("read the journal of a head", () =>
        paginate(rest.repos.listCommitStatusesForRef, { ...here, ref: head, per_page: 100 }),
      );
      const statuses = z.safeParse(Statuses, data).data;
      if (statuses === undefined) {
        throw new PipelineError(
          "SERVICE_UNAVAILABLE",
          `GitHub's answer about the statuses of ${head} does not have the form that it documents`,
        );
      }
      return journalOf(
        statuses.map(({ context, description, target_url: url, created_at: at }) => ({
          context,
          description: description ?? "",
          url: url ?? "",
          at,
        })),
        GATE_CONTEXT,
      );
    },
    async write(head, entry) {
      assertCommit(head);
      await ask("write into the journal of a head", () =>
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
    },
  };
}

function assertCommit(head: string): void {
  if (!isObjectId(head)) throw new PipelineError("GIT_FAILED", `${head} is no commit`);
}
