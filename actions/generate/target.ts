import { OURS_LABEL } from "../../src/github/pull-requests.ts";
import type { Trigger } from "../../src/runner/trigger.ts";

/** Where this run may write. */
export type Target =
  | { readonly kind: "nothing"; readonly why: string }
  /** The pull request's own branch, on top of its present tip. */
  | { readonly kind: "pull_request"; readonly number: number }
  /** A branch and a pull request for each task (or story), from the present tip of the default branch. */
  | {
      readonly kind: "default_branch";
      /** The push whose stories are meant; null on a dispatch. */
      readonly pushed: { readonly before: string | null; readonly after: string } | null;
    };

/** Chooses where the work of an event goes. `requested` is the input `pull-request`. */
export function targetOf(trigger: Trigger, requested: number | null): Target {
  switch (trigger.kind) {
    case "pull_request":
      return pullRequestTarget(trigger);
    case "push":
      if (trigger.after === null) return nothing("A branch was deleted.");
      if (trigger.branch !== trigger.defaultBranch) {
        return nothing(`Stories are taken from pull requests and from ${trigger.defaultBranch}.`);
      }
      return { kind: "default_branch", pushed: { before: trigger.before, after: trigger.after } };
    case "dispatch":
    case "other":
      if (requested !== null) return { kind: "pull_request", number: requested };
      return { kind: "default_branch", pushed: null };
    case "merge_group":
      return nothing("A merge group is verified, nothing is generated for it.");
    default:
      return trigger satisfies never;
  }
}

function pullRequestTarget(trigger: Extract<Trigger, { kind: "pull_request" }>): Target {
  if (trigger.isFork) {
    return nothing(
      `#${trigger.number} comes from a fork: GitHub gives its runs no secret, and nothing is generated for it. ` +
        "A person with write access can push the story to a branch of this repository.",
    );
  }
  if (trigger.isByDependabot) {
    return nothing(
      "GitHub gives runs that Dependabot started no secret, so no model can be asked.",
    );
  }
  if (trigger.action === "closed") return nothing(`#${trigger.number} was closed.`);
  if (trigger.action === "labeled" && !isOurs(trigger.label)) {
    return nothing(`The label "${OURS_LABEL}" is the only one that means anything here.`);
  }
  if (trigger.action === "edited" && !trigger.isBaseChanged) {
    return nothing(`#${trigger.number} was edited, and its base is what it was.`);
  }
  return { kind: "pull_request", number: trigger.number };
}

/** GitHub holds labels that differ by case alone for one. */
function isOurs(label: string | null): boolean {
  return label?.toLowerCase() === OURS_LABEL.toLowerCase();
}

function nothing(why: string): Target {
  return { kind: "nothing", why };
}
