import * as z from "zod";
import { settingInput } from "../../src/config/settings.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import {
  flag,
  list,
  parseInputs as parse,
  pullRequestNumber,
  required,
} from "../../src/runner/inputs.ts";
import { taskList } from "../../src/task/task-list.ts";

/** One key per input of generate/action.yml; a contract test holds the two together. */
export const Inputs = z.object({
  story: list,
  task: taskList,
  "pull-request": pullRequestNumber,
  "feedback-run-id": z.string().regex(/^\d{0,20}$/, "must be the id of a workflow run"),
  "openai-api-key": z.string(),
  "base-url": z
    .string()
    .refine(
      (url) => url === "" || isPlainUrl(url),
      "must be an http(s) URL without user, query or fragment, such as https://api.openai.com/v1",
    ),
  model: z.string().max(200),
  "github-token": required,
  "branch-strategy": settingInput("branch-strategy"),
  "rerun-policy": settingInput("rerun-policy"),
  "budget-usd": settingInput("budget-usd"),
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
  const inputs = parse(Inputs, read, "generate");
  if (inputs["feedback-run-id"] !== "" && inputs.task.length === 0) {
    throw new PipelineError(
      "INPUT_INVALID",
      'Invalid input: "feedback-run-id" says what a run has found of a task, and "task" names none',
      { hint: "Name the task, or leave `feedback-run-id` out." },
    );
  }
  return inputs;
}
