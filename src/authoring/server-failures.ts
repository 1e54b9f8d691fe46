import type { ErrorCode } from "../foundation/errors.ts";

interface ServerFailure {
  /** What happened, for the table in the docs. */
  readonly when: string;
  readonly code: ErrorCode;
  /** Whether the same question is asked again by itself. */
  readonly isRetried: boolean;
  readonly advice: string;
}

/** How often a question is asked again where that may help. */
export const RETRIES = 2;

/** Minutes without a sign of life, after which a server is given up. */
export const SILENT_MINUTES = 30;

/** Why a server gave no reply, what it means, and what to do: `docs/models.md` is made from it. */
export const SERVER_FAILURES = {
  key_refused: {
    when: "HTTP 401 or 403: the key is wrong, or may not use this model",
    code: "PERMISSION_MISSING",
    isRetried: false,
    advice: "Check the secret behind `openai-api-key`.",
  },
  no_credit: {
    when: "HTTP 429 with `insufficient_quota`: the account is empty",
    code: "SERVICE_UNAVAILABLE",
    isRetried: false,
    advice: "The account of this key has no credit left.",
  },
  busy: {
    when: "HTTP 429: too many questions; `retry-after` is kept to, up to a minute",
    code: "SERVICE_UNAVAILABLE",
    isRetried: true,
    advice: "Run the job again later, or for fewer stories at a time.",
  },
  request_refused: {
    when: "HTTP 400, 404 or 422: there is no such model, or the server cannot do what it was asked",
    code: "INPUT_INVALID",
    isRetried: false,
    advice: "Check that `model` and `base-url` belong together.",
  },
  broken: {
    when: "HTTP 408, 409 or 5xx: the server is broken, or has no time",
    code: "SERVICE_UNAVAILABLE",
    isRetried: true,
    advice: "Run the job again later.",
  },
  unreachable: {
    when: "Nobody answers at all, or the connection is lost before a reply begins",
    code: "SERVICE_UNAVAILABLE",
    isRetried: true,
    advice: "Check `base-url`, or run the job again later.",
  },
  cut: {
    when: "The connection is lost in the middle of a reply",
    code: "SERVICE_UNAVAILABLE",
    isRetried: true,
    advice: "Run the job again later.",
  },
  silent: {
    when: `Nothing comes for ${SILENT_MINUTES} minutes`,
    code: "SERVICE_UNAVAILABLE",
    isRetried: false,
    advice: "Look at the server: it may be too slow for this model.",
  },
  error_in_answer: {
    when: "HTTP 200 with an error in it",
    code: "SERVICE_UNAVAILABLE",
    isRetried: false,
    advice: "Check `base-url` and `model`; the words are the server's own.",
  },
  foreign_answer: {
    when: "HTTP 200 with a page, or with anything that is not an answer of the API",
    code: "SERVICE_UNAVAILABLE",
    isRetried: false,
    advice: "Check `base-url`; if it is right, run the job again later.",
  },
} as const satisfies Readonly<Record<string, ServerFailure>>;

export type ServerFailureKind = keyof typeof SERVER_FAILURES;
