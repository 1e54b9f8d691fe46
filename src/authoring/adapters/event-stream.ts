import { Stream } from "openai/streaming";
import { readJson } from "../../foundation/json.ts";

/** A reply as it comes: one JSON value after the other. A server that does not stream sends a single one. */
export interface Received {
  readonly isStream: boolean;
  readonly values: AsyncIterable<unknown>;
}

/** What came with status 200 and is no answer; its message ends a sentence about the server. */
export class ForeignAnswer extends Error {}

/** What came before a connection was lost; its message ends a sentence about the server. */
export class CutAnswer extends Error {}

/** Reads a response by what it says it is. Not by the SDK's reader of JSON, which breaks on a page of HTML. */
export function received(response: Response, controller: AbortController): Received {
  const type = response.headers.get("content-type") ?? "";
  return type.startsWith("text/event-stream")
    ? { isStream: true, values: streamed(response, controller) }
    : { isStream: false, values: whole(response) };
}

async function* streamed(response: Response, controller: AbortController): AsyncIterable<unknown> {
  // In this mode errors of the server are values as well.
  const stream = Stream.fromSSEResponse<unknown>(response, controller, undefined, false, "events");
  try {
    yield* stream;
  } catch (cause) {
    if (cause instanceof SyntaxError) {
      throw new ForeignAnswer("answered with something that is not valid JSON", { cause });
    }
    throw new CutAnswer("broke off in the middle of its reply", { cause });
  }
}

async function* whole(response: Response): AsyncIterable<unknown> {
  const text = await response.text().catch((cause: unknown) => {
    throw new CutAnswer("broke off in the middle of its reply", { cause });
  });
  const json = readJson(text);
  if (!json.ok) {
    throw new ForeignAnswer("answered with something that is not valid JSON", {
      cause: json.cause,
    });
  }
  yield json.value;
}
