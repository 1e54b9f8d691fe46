/** What GitHub says, or why this token is not told. What is unseen is never taken for fine. */
export type Seen<T> =
  | { readonly kind: "seen"; readonly value: T }
  | { readonly kind: "unseen"; readonly why: string };

export interface WorkflowFile {
  /** Such as `.github/workflows/agent-ci.yml`. */
  readonly path: string;
  readonly text: string;
  /** `active`, or why GitHub does not start it; null where that is not known. */
  readonly state: string | null;
}

/** A rule that holds for the default branch, by a ruleset or by classic protection. */
export type BranchRule =
  | { readonly kind: "checks"; readonly names: readonly string[] }
  | { readonly kind: "reviews"; readonly approvals: number; readonly codeOwners: boolean }
  | { readonly kind: "signatures" }
  | { readonly kind: "linear" }
  /** `asksEach`: whether each entry has to be green; null where GitHub does not say. */
  | { readonly kind: "queue"; readonly asksEach: boolean | null };

/** All that doctor asks about a repository. */
export interface Facts {
  /** Such as `https://github.com/owner/name`. */
  readonly url: string;
  readonly repository: Seen<{
    readonly defaultBranch: string;
    readonly isArchived: boolean;
    /** null where the token may not see the settings of merges. */
    readonly allowsMergeCommits: boolean | null;
    readonly hasIssues: boolean;
    /** Which may lend it secrets and variables. */
    readonly isOfOrganization: boolean;
  }>;
  readonly actions: Seen<{ readonly isEnabled: boolean; readonly allowed: string }>;
  /** What may be used besides own actions, where only selected ones may. */
  readonly allowedActions: Seen<{
    readonly patterns: readonly string[];
    /** Whether all that GitHub makes itself may be used, such as actions/create-github-app-token. */
    readonly allOfGitHub: boolean;
  }> | null;
  readonly mayCreatePullRequests: Seen<boolean>;
  /** Names alone: their values are told to nobody. */
  readonly secrets: Seen<readonly string[]>;
  /** Those that an organization lends this repository, which count where it has none of that name. */
  readonly lentSecrets: Seen<readonly string[]>;
  readonly variables: Seen<Readonly<Record<string, string>>>;
  readonly lentVariables: Seen<Readonly<Record<string, string>>>;
  readonly labels: Seen<readonly string[]>;
  /** Of rulesets, which everybody may see. */
  readonly rules: Seen<readonly BranchRule[]>;
  /** The older protection of a branch, which only admins see. */
  readonly protection: Seen<readonly BranchRule[]>;
  readonly workflows: Seen<readonly WorkflowFile[]>;
  /** Text of the config on the default branch; null where there is none. */
  readonly config: Seen<string | null>;
  /**
   * Whether the model's server offers it; asked only with a key that somebody allows to be used. `server` is what the
   * repository names as its address; null for the usual one.
   */
  readonly models: (name: string, server: string | null) => Promise<Seen<boolean>>;
}
