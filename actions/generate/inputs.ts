import * as z from "zod";
import { flag, parseInputs as parse } from "../../src/runner/inputs.ts";
import { isTaskId, type TaskId } from "../../src/task/task-id.ts";

const list = z.string().transform((text) =>
  text
    .split(/[\n,]/)
    .map((item) => item.trim())
    .filter((item) => item !== ""),
);

const choice = <const Values extends readonly [string, ...string[]]>(...values: Values) =>
  z.enum(values, { error: `must be one of ${values.join(", ")}` });

/** One key per input of generate/action.yml; a contract test holds the two together. */
export const Inputs = z.object({
  story: list,
  task: list.refine(
    (ids): ids is TaskId[] => ids.every(isTaskId),
    "must be a comma-separated list of task ids, such as shipping_cost_v1",
  ),
  "pull-request": z
    .string()
    .regex(/^(?:[1-9]\d{0,8})?$/, "must be the number of a pull request")
    .transform((text) => (text === "" ? null : Number(text))),
  "feedback-run-id": z
    .string()
    .refine((id) => id === "", "is not available yet: failures are not fed back to the model"),
  "openai-api-key": z.string(),
  "base-url": z
    .string()
    .refine(
      (url) => url === "" || isPlainUrl(url),
      "must be an http(s) URL without user, query or fragment, such as https://api.openai.com/v1",
    ),
  model: z.string().max(200),
  "github-token": z.string().min(1, "is required"),
  "branch-strategy": choice("auto", "task", "story"),
  "rerun-policy": choice("overwrite", "append", "skip"),
  "budget-usd": z
    .string()
    .regex(/^(?:\d{1,6}(?:\.\d{1,6})?)?$/, "must be an amount in USD, such as 0.50")
    .transform((text) => (text === "" ? null : Number(text))),
  "dry-run": flag,
});
export type Inputs = z.infer<typeof Inputs>;

// A user name or a query could be a secret, and the URL is shown in messages.
function isPlainUrl(text: string): boolean {
  const url = URL.parse(text);
  return (
    url !== null &&
    (url.protocol === "https:" || url.protocol === "http:") &&
    [url.username, url.password, url.search, url.hash].every((part) => part === "")
  );
}

export function parseInputs(read: (name: string) => string): Inputs {
  return parse(Inputs, read, "generate");
}
