import type { PullRequest } from "../../src/github/pull-requests.ts";
import type { Story } from "../../src/story/story.ts";

export type Outcome = Told | { readonly kind: "nothing"; readonly why: string };

/** What the issue is told. */
export type Told =
  | { readonly kind: "refused"; readonly problems: readonly string[]; readonly story: Story | null }
  /** There is a pull request of this issue: nothing was written. */
  | { readonly kind: "present"; readonly pullRequest: PullRequest; readonly path: string | null }
  | {
      readonly kind: "opened";
      readonly pullRequest: PullRequest;
      readonly path: string;
      readonly story: Story;
    };
