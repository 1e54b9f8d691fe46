import { APIConnectionError, APIError, APIUserAbortError } from "openai";
import { PipelineError } from "../../foundation/errors.ts";
import type { Refusal } from "../abilities.ts";
import { isRealKey, withoutSecret } from "../secret-text.ts";
import { RETRIES, SERVER_FAILURES, type ServerFailureKind } from "../server-failures.ts";
import { ErrorInAnswer } from "./answer.ts";
import { CutAnswer, ForeignAnswer } from "./event-stream.ts";

/** What a server says when it refuses a request; null for every other error. */
export function refusalIn(error: unknown): Refusal | null {
  if (error instanceof ErrorInAnswer) {
    return { status: 200, code: error.code, param: null, message: error.message };
  }
  if (!(error instanceof APIError) || error.status === undefined) return null;
  return {
    status: Number(error.status),
    code: error.code ?? null,
    param: error.param ?? null,
    message: error.message,
  };
}

/** Whom a question was for. */
interface Asked {
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey: string;
}

/** An error in the words of people, without the key. */
export function translated(error: unknown, asked: Asked): unknown {
  if (error instanceof PipelineError || !(error instanceof Error)) return error;
  const known = kindOf(error);
  if (known === null) return error;
  const { code, isRetried, advice } = SERVER_FAILURES[known.kind];
  const tries = isRetried ? `, after ${RETRIES + 1} tries` : "";
  const said = `The model server at ${asked.baseUrl} ${known.said}${tries}`;
  const hint =
    known.kind === "request_refused"
      ? `Check that \`model\` (${asked.model}) and \`base-url\` belong together.`
      : advice;
  return new PipelineError(
    code,
    isRealKey(asked.apiKey) ? withoutSecret(said, asked.apiKey) : said,
    {
      hint,
      // The key stands in what the SDK keeps of a request.
      cause: known.kind,
    },
  );
}

function kindOf(error: Error): { kind: ServerFailureKind; said: string } | null {
  if (error instanceof ErrorInAnswer) {
    return { kind: "error_in_answer", said: `answered with an error: ${error.message}` };
  }
  if (error instanceof ForeignAnswer) return { kind: "foreign_answer", said: error.message };
  if (error instanceof CutAnswer) return { kind: "cut", said: error.message };
  if (error instanceof APIUserAbortError || error.name === "AbortError") {
    return { kind: "silent", said: "has said nothing for too long" };
  }
  if (error instanceof APIConnectionError) {
    return { kind: "unreachable", said: `gave no answer: ${error.message}${codeOf(error)}` };
  }
  if (!(error instanceof APIError)) return null;
  return { kind: kindOfStatus(error), said: `answered HTTP ${error.message}` };
}

function kindOfStatus({ status, code }: APIError): ServerFailureKind {
  if (status === 401 || status === 403) return "key_refused";
  if (code === "insufficient_quota") return "no_credit";
  if (status === 429) return "busy";
  if (status === 408 || status === 409 || Number(status) >= 500) return "broken";
  return "request_refused";
}

/** What the operating system says about a connection lies some causes deep. */
function codeOf(error: Error): string {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string") return ` (${cause.code})`;
  }
  return "";
}
