import type { ModelEndpoint, RequestFault } from "./model-request.ts";

/** What servers that are compatible do otherwise than the service, each seen in public. */
export interface ServerHabits {
  /** How a server says that it has no Responses; left out, it has them. */
  readonly noResponses?: 400 | 404 | 405 | 501 | "error with status 200";
  /** By which API it does not heed the schema: it answers in prose, whatever was planned. */
  readonly proseBy?: readonly ModelEndpoint[];
  /** The best form of an answer that chat completions take; the rest is refused. */
  readonly knows?: "json_object" | "words";
  /** Parameters that are refused. */
  readonly refuses?: readonly string[];
  /** One JSON body, although a stream was asked for. */
  readonly neverStreams?: boolean;
  readonly countsNothing?: boolean;
  /** Tokens are the same whatever was asked before. */
  readonly cachesNothing?: boolean;
  /** Text in parts, behind one in which the model thinks. */
  readonly contentInParts?: boolean;
  /** What was cut off is called completed. */
  readonly completedWhenCut?: boolean;
  /** Milliseconds before the first byte, and between two pieces. */
  readonly slow?: number;
  /** The connection is lost after so many pieces, as many times. */
  readonly losesConnection?: { readonly after: number; readonly times: number };
}

export const PROSE = "Certainly! Here is what I would do: first, think about the numbers.";

/** Why a request is refused by habit. */
export function habitFault(
  { refuses = [], knows }: ServerHabits,
  body: Readonly<Record<string, unknown>>,
): RequestFault | null {
  const refused = refuses.find((name) => name in body);
  if (refused !== undefined) {
    return {
      message: `Unknown parameter: '${refused}'.`,
      param: refused,
      code: "unknown_parameter",
    };
  }
  const format = JSON.stringify(body["response_format"] ?? null);
  const isRefused =
    (knows === "json_object" && format.includes('"json_schema"')) ||
    (knows === "words" && format !== "null");
  if (!isRefused) return null;
  const message = "response_format of this type is not supported";
  return { message, param: null, code: "invalid_value" };
}
