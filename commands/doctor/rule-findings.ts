import type { Config } from "../../src/config/config.ts";
import type { BranchRule } from "./facts.ts";
import { advice, type Finding, fine, missing } from "./findings.ts";

const GATE = "agent-pipeline/gate";

const NOT_EACH =
  'what a group was refused for is merged with a later group that is green. Turn on "Require all queue entries to pass required checks"';

const UNSEEN = "GitHub does not say whether each entry of it has to pass its required checks";

/** What rules of the default branch mean for what the gate merges. */
export function ruleFindings(
  rules: readonly BranchRule[],
  config: Pick<Config, "required-checks"> | null,
  url: string,
): Finding[] {
  const at = `${url}/settings/rules`;
  if (rules.length === 0) {
    return [
      advice(
        "rules",
        `nobody has to wait for ${GATE}: people can merge what is not proven. Require the status ${GATE} in a ruleset to keep them from it`,
        at,
      ),
    ];
  }
  return rules.flatMap((rule) => judged(rule, config, at));
}

function judged(
  rule: BranchRule,
  config: Pick<Config, "required-checks"> | null,
  at: string,
): Finding[] {
  switch (rule.kind) {
    case "checks":
      return rule.names.map((name) => requiredCheck(name, config, at));
    case "reviews":
      return [
        rule.approvals > 0 || rule.codeOwners
          ? advice(
              "reviews",
              `what is proven waits for ${rule.approvals > 0 ? `${rule.approvals} ${rule.approvals === 1 ? "approval" : "approvals"}` : "a code owner"}, and is merged when it comes`,
              at,
            )
          : fine("reviews", "pull requests are required, without approvals"),
      ];
    case "signatures":
      return [
        missing(
          "signatures",
          "signed commits are required, and those of generate are not signed: it can merge nothing. Take the rule off, or exempt the branches task/* and story/*, and merge by squash",
          at,
        ),
      ];
    case "linear":
      return [
        advice(
          "linear history",
          "merge commits are forbidden: set `merge-method: squash` for the gate",
          at,
        ),
      ];
    case "queue":
      return [
        ...(rule.asksEach === false ? [missing("merge queue", NOT_EACH, at)] : []),
        ...(rule.asksEach === null
          ? [{ about: "merge queue", state: "unknown" as const, says: UNSEEN, at }]
          : []),
        advice(
          "merge queue",
          "a person adds what is proven to the queue; docs/merge-queue.md says how agent-ci answers it",
          at,
        ),
      ];
    default:
      return rule satisfies never;
  }
}

function requiredCheck(
  name: string,
  config: Pick<Config, "required-checks"> | null,
  at: string,
): Finding {
  if (name === GATE) {
    return advice(
      "required status",
      `${GATE} is required of every pull request: agent-ci has to run for all of them, so its \`on: pull_request\` must have no \`paths:\``,
      at,
    );
  }
  const isWaitedFor = config?.["required-checks"].includes(name) === true;
  return advice(
    "required check",
    `"${name}" is required. On commits that generate pushes with the token of the job GitHub starts no workflow: give generate a token of an App, or take the check off for such branches${isWaitedFor ? "" : `; and name it under \`required-checks\` of the config, so that the gate waits for it`}`,
    at,
  );
}
