import { PipelineError } from "../foundation/errors.ts";
import { isRealKey, SHORTEST_REAL_KEY } from "./secret-text.ts";

/** A key and the server that it is for. */
export interface KeyUse {
  readonly apiKey: string;
  readonly baseUrl: string;
}

/**
 * Whether a key has to be kept out of what people see. A short one must not: GitHub drops every output that holds it, so
 * that `none` or `x` would break the chain on a green step. It can be no secret either, and is refused for every server but
 * a local one, which has no keys.
 */
export function isSecretKey({ apiKey, baseUrl }: KeyUse): boolean {
  if (apiKey === "") {
    throw new PipelineError("INPUT_INVALID", 'The input "openai-api-key" is empty', {
      hint:
        "Add the key of your model provider under Settings → Secrets and variables → Actions as OPENAI_API_KEY, " +
        "and pass it on: `openai-api-key: ${{ secrets.OPENAI_API_KEY }}`. A server of your own that needs no key takes any text, such as `no-key-needed`.",
    });
  }
  if (isRealKey(apiKey)) return true;
  if (isLocal(baseUrl)) return false;
  throw new PipelineError(
    "INPUT_INVALID",
    `The input "openai-api-key" has ${apiKey.length} characters, and a key has at least ${SHORTEST_REAL_KEY}`,
    {
      hint: `Check the secret behind it. A server of your own that needs no key takes any text of ${SHORTEST_REAL_KEY} characters or more, such as \`no-key-is-needed-here\`.`,
    },
  );
}

/** By its name alone: this machine, its network, or a service of the job. */
export function isLocal(baseUrl: string): boolean {
  const host = URL.parse(baseUrl)?.hostname ?? "";
  if (host.startsWith("[")) return /^\[(?:::1|f[cd][0-9a-f]{2}:.*|fe80:.*)\]$/u.test(host);
  if (/^\d+\.\d+\.\d+\.\d+$/u.test(host)) {
    return /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.)/u.test(host);
  }
  return /^(?:[^.]+|.*\.(?:localhost|local|internal|lan|home\.arpa))$/u.test(host) && host !== "";
}
