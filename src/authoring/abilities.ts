/** What a request may hold that not every server knows. */
export const OPTIONAL_PARAMETERS = [
  "max_output_tokens",
  "max_completion_tokens",
  "max_tokens",
  "reasoning",
  "reasoning_effort",
  "store",
  "stream_options",
  "stream",
] as const;
export type OptionalParameter = (typeof OPTIONAL_PARAMETERS)[number];

/** How one model of a server can be asked, as far as it is known. */
export interface Abilities {
  readonly api: "responses" | "chat";
  /** How it is told the form of its answer: by a schema that it keeps to, as any JSON, or in words alone. */
  readonly format: "json_schema" | "json_object" | "words";
  readonly without: readonly OptionalParameter[];
}

/** What a server says when it refuses a request. */
export interface Refusal {
  readonly status: number;
  readonly code: string | null;
  readonly param: string | null;
  readonly message: string;
}

/**
 * How to ask instead, after a refusal; null where asking otherwise would not help. `mayChange`: whether another API may be
 * tried, because nothing was settled and none was asked for by name.
 */
export function otherwise(
  abilities: Abilities,
  refusal: Refusal,
  mayChange: boolean,
): Abilities | null {
  const { api, without } = abilities;
  if (refusal.code === "model_not_found") return null;
  if (isOfRequest(refusal.status)) {
    const refused = OPTIONAL_PARAMETERS.find(
      (name) => !without.includes(name) && names(refusal, name),
    );
    if (refused !== undefined) return { ...abilities, without: [...without, refused] };
    if (namesFormat(refusal)) {
      const format = LESS[abilities.format];
      if (format !== null) return { ...abilities, format };
    }
  }
  const isRefused = isOfRequest(refusal.status) || NO_SUCH_ROUTE.includes(refusal.status);
  return api === "responses" && mayChange && isRefused ? { ...abilities, api: "chat" } : null;
}

const NO_SUCH_ROUTE: readonly number[] = [404, 405, 501];
const LESS = { json_schema: "json_object", json_object: "words", words: null } as const;

/** 200 stands for an error in what should have been an answer. */
function isOfRequest(status: number): boolean {
  return status === 400 || status === 422 || status === 200;
}

/** As a whole word: `stream` is no part of `stream_options`. */
function names({ param, message }: Refusal, name: string): boolean {
  if (param !== null && param !== "") return param === name || param.startsWith(`${name}.`);
  return new RegExp(String.raw`(?<![\w.])${name}(?!\w)`, "u").test(message);
}

function namesFormat({ param, message }: Refusal): boolean {
  const about = `${param ?? ""} ${message}`;
  return /json_schema|json_object|response_format|text\.format|structured|schema/iu.test(about);
}
