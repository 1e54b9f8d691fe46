import * as z from "zod";
import type { BranchRule } from "../doctor/facts.ts";

const Rule = z.object({
  type: z.string(),
  parameters: z
    .object({
      required_status_checks: z.array(z.object({ context: z.string() })).optional(),
      required_approving_review_count: z.number().optional(),
      require_code_owner_review: z.boolean().optional(),
      grouping_strategy: z.string().optional(),
    })
    .optional(),
});

/** Rules of rulesets, as GitHub lists those that hold for a branch. */
export const Rules = z.array(Rule).transform((rules) => rules.flatMap(ruleOf));

function ruleOf({ type, parameters = {} }: z.infer<typeof Rule>): BranchRule[] {
  switch (type) {
    case "required_status_checks": {
      const checks = parameters.required_status_checks ?? [];
      return [{ kind: "checks", names: checks.map(({ context }) => context) }];
    }
    case "pull_request":
      return [
        {
          kind: "reviews",
          approvals: parameters.required_approving_review_count ?? 0,
          codeOwners: parameters.require_code_owner_review ?? false,
        },
      ];
    case "required_signatures":
      return [{ kind: "signatures" }];
    case "required_linear_history":
      return [{ kind: "linear" }];
    case "merge_queue": {
      const { grouping_strategy: strategy } = parameters;
      return [{ kind: "queue", asksEach: strategy === undefined ? null : strategy === "ALLGREEN" }];
    }
    default:
      return [];
  }
}

const Enabled = z.object({ enabled: z.boolean() });

/** The older protection of a branch, which holds besides. */
export const Classic = z
  .object({
    required_status_checks: z.object({ contexts: z.array(z.string()) }).optional(),
    required_pull_request_reviews: z
      .object({
        required_approving_review_count: z.number().optional(),
        require_code_owner_reviews: z.boolean().optional(),
      })
      .optional(),
    required_signatures: Enabled.optional(),
    required_linear_history: Enabled.optional(),
  })
  .transform((classic): BranchRule[] => {
    const { required_status_checks: checks, required_pull_request_reviews: reviews } = classic;
    return [
      ...(checks === undefined ? [] : [{ kind: "checks" as const, names: checks.contexts }]),
      ...(reviews === undefined
        ? []
        : [
            {
              kind: "reviews" as const,
              approvals: reviews.required_approving_review_count ?? 0,
              codeOwners: reviews.require_code_owner_reviews ?? false,
            },
          ]),
      ...(classic.required_signatures?.enabled === true ? [{ kind: "signatures" as const }] : []),
      ...(classic.required_linear_history?.enabled === true ? [{ kind: "linear" as const }] : []),
    ];
  });
