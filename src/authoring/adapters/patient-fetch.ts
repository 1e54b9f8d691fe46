import { Agent, fetch } from "undici";

// Node's own fetch gives up after five minutes without a byte, and a local server may think for longer.
const patient = new Agent({ headersTimeout: 0, bodyTimeout: 0 });

/** fetch without a timer of its own. The SDK retries every 429, but an account without credit has none a second later either. */
export async function patientFetch(
  url: string | URL | Request,
  init: RequestInit = {},
): Promise<Response> {
  const { method, headers, body, signal } = init;
  const response = await fetch(typeof url === "string" || url instanceof URL ? url : url.url, {
    method: method ?? "GET",
    headers: Object.fromEntries(new Headers(headers)),
    body: typeof body === "string" ? body : null,
    signal: signal ?? null,
    dispatcher: patient,
  });
  const answered = { status: response.status, headers: new Headers([...response.headers]) };
  if (response.status !== 429) return new Response(response.body, answered);
  const text = await response.text();
  if (text.includes("insufficient_quota")) answered.headers.set("x-should-retry", "false");
  return new Response(text, answered);
}
