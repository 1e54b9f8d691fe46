import type { RepositoryReader } from "../git/repository.ts";
import type { TaskId } from "../task/task-id.ts";
import type { End, Journals } from "./journal.ts";

/** Of the commits below a head so many are looked at, each with one question. */
export const MAX_COMMITS = 20;

/** The line of a commit's message by which generate names what it made. */
const MADE_BY_GENERATE = /^Agent-Pipeline-Task: /m;

export interface EarlierPorts {
  readonly journals: Pick<Journals, "read">;
  readonly repository: Pick<RepositoryReader, "firstParents" | "objectAt">;
}

/**
 * What was paid for a text of a story on heads below this one, and pushed nothing. Whoever pushes on top makes a head with a
 * journal of its own, but the money for the text is spent. A commit of generate has in its journal what the one before it
 * knew, and so has the newest one with an entry: nothing below either is looked at. What is said of another text of the
 * story (`storyOf`: its file) is left out.
 */
export async function endsBelow(
  head: string,
  base: string,
  storyOf: (task: TaskId) => string | null,
  { journals, repository }: EarlierPorts,
): Promise<readonly End[]> {
  const line = await repository.firstParents(head, base, MAX_COMMITS + 1);
  for (const [index, { message }] of line.entries()) {
    const below = line[index + 1];
    if (MADE_BY_GENERATE.test(message) || below === undefined) return [];
    const { ends } = await journals.read(below.commit);
    if (ends.length > 0) return withSameStory(ends, below.commit, head, storyOf, repository);
  }
  return [];
}

async function withSameStory(
  ends: readonly End[],
  before: string,
  head: string,
  storyOf: (task: TaskId) => string | null,
  repository: EarlierPorts["repository"],
): Promise<readonly End[]> {
  const kept = await Promise.all(
    ends.map(async (end) => {
      const path = storyOf(end.task);
      if (path === null) return [];
      const [then, now] = await Promise.all([
        repository.objectAt(before, path),
        repository.objectAt(head, path),
      ]);
      return then?.oid === now?.oid ? [end] : [];
    }),
  );
  return kept.flat();
}
