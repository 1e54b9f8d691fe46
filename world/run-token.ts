import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";

/** The scope of a run-time token: one attempt of one run. */
export interface RunScope {
  readonly runId: number;
  readonly attempt: number;
}

const claimsSchema = z.object({ scp: z.string() });

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** The name by which the results service knows an attempt of a run. */
export function backendIdOf({ runId, attempt }: RunScope): string {
  return attempt === 1 ? `run-${runId}` : `run-${runId}.${attempt}`;
}

/** A token as the runner gives it to a job in ACTIONS_RUNTIME_TOKEN. */
export function signRunToken(scope: RunScope, secret: string): string {
  const claims = { scp: `Actions.Results:${backendIdOf(scope)}:job-1`, iss: "world" };
  const content = `${encoded({ alg: "HS256", typ: "JWT" })}.${encoded(claims)}`;
  return `${content}.${signatureOf(content, secret)}`;
}

/** What a token allows, or null when it is not one of ours. */
export function readRunToken(token: string, secret: string): RunScope | null {
  const [head = "", claims = "", signature = ""] = token.split(".");
  const expected = Buffer.from(signatureOf(`${head}.${claims}`, secret));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const { scp } = claimsSchema.parse(JSON.parse(Buffer.from(claims, "base64url").toString()));
  const [, run, attempt] = /^Actions\.Results:run-(\d+)(?:\.(\d+))?:/.exec(scp) ?? [];
  return { runId: Number(run), attempt: Number(attempt ?? 1) };
}

function signatureOf(content: string, secret: string): string {
  return createHmac("sha256", secret).update(content).digest("base64url");
}
