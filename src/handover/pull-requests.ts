import * as z from "zod/mini";
import { PipelineError } from "../foundation/errors.ts";
import { jsonIn } from "../foundation/json.ts";
import { ObjectId } from "../git/commits.ts";
import { isRevision } from "../git/revision.ts";
import type { TaskId } from "../task/task-id.ts";
import { MATRIX_MAX_BYTES } from "./matrix.ts";

/** One task that is on its branch, and the pull request that would merge it. */
export interface HandedOver {
  readonly task: TaskId;
  readonly number: number;
  readonly url: string;
  readonly branch: string;
  /** The branch that it is to be merged into. */
  readonly base: string;
  /** The branch's tip after the last push of this run. */
  readonly head: string;
}

/** As it travels in the output `pull-requests` of generate; null where the next action could not be given so much. */
export function formatHandOver(tasks: readonly HandedOver[]): string | null {
  const json = JSON.stringify(tasks);
  return Buffer.byteLength(json) > MATRIX_MAX_BYTES ? null : json;
}

/** What is read of it again. Made only where there is such a list. */
const handOver = () =>
  z
    .array(
      z.object({
        task: z.string().check(z.minLength(1), z.maxLength(1_000)),
        number: z.int().check(z.positive()),
        head: ObjectId,
        base: z.optional(z.string().check(z.refine(isRevision, "must be a branch"))),
      }),
    )
    .check(z.maxLength(10_000));
type Listed = z.infer<ReturnType<typeof handOver>>[number];

/** A pull request that generate wrote to, with the tasks that it says are in it. */
export interface HandedOverPullRequest {
  readonly number: number;
  readonly head: string;
  /** The branch that it is to be merged into; null where the list does not say. */
  readonly base: string | null;
  readonly tasks: readonly string[];
}

/**
 * Reads the input `pull-requests`: null when it is not given, so that the event decides. An empty list is an answer
 * (nothing was handed over); `missing` is none, and is never taken for a question about the event.
 */
export function parseHandOver(json: string): readonly HandedOverPullRequest[] | null {
  if (json.trim() === "") return null;
  if (json.trim() === "missing") {
    throw new PipelineError("INPUT_INVALID", 'Invalid input: "pull-requests" is missing', {
      hint: "generate did not set its output `pull-requests`; look at that step.",
    });
  }
  const list = z.safeParse(handOver(), jsonIn(json));
  if (!list.success) {
    throw invalid(`is not what generate writes: ${z.prettifyError(list.error)}`);
  }
  return byNumber(list.data);
}

function byNumber(list: readonly Listed[]): HandedOverPullRequest[] {
  const pullRequests = new Map<number, HandedOverPullRequest & { readonly tasks: string[] }>();
  for (const { task, number, head, base = null } of list) {
    const known = pullRequests.get(number) ?? { number, head, base, tasks: [] };
    if (known.head !== head) throw invalid(`names two heads of pull request #${number}`);
    if (known.base !== base) throw invalid(`names two bases of pull request #${number}`);
    known.tasks.push(task);
    pullRequests.set(number, known);
  }
  return [...pullRequests.values()].toSorted((a, b) => a.number - b.number);
}

function invalid(problem: string): PipelineError {
  return new PipelineError("INPUT_INVALID", `Invalid input: "pull-requests" ${problem}`);
}
