import { createHash } from "node:crypto";
import { createServer, type Server, type ServerResponse } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import {
  type ArtifactContent,
  type DownloadLimits,
  downloadArtifact,
} from "../../../../src/evidence/adapters/artifact-content.ts";
import { PipelineError } from "../../../../src/foundation/errors.ts";
import { githubApi } from "../../../../src/github/adapters/api.ts";

const CONTENT = Buffer.from("the archive");
const DIGEST = `sha256:${createHash("sha256").update(CONTENT).digest("hex")}`;
const limits: DownloadLimits = {
  bytes: 1_000,
  milliseconds: 3_000,
  silentMilliseconds: 200,
  pauseMilliseconds: 1,
};

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

type Answer = (response: ServerResponse) => void;
const whole: Answer = (response) => void response.end(CONTENT);
const status =
  (code: number): Answer =>
  (response) =>
    void response.writeHead(code).end("{}");
/** Says that more is to come than what it sends. */
const cut: Answer = (response) => {
  response.writeHead(200, { "content-length": 100 });
  response.write(CONTENT, () => response.destroy());
};
const silent: Answer = (response) => void response.writeHead(200).write(CONTENT);
const endless: Answer = (response) => {
  const more = (): void => {
    if (!response.destroyed) response.write(Buffer.alloc(10_000), more);
  };
  more();
};

const slow: Answer = (response) => {
  const timer = setInterval(() => response.write("x"), 20);
  response.on("close", () => clearInterval(timer));
};

interface Asked {
  readonly result: ArtifactContent | { readonly code: string; readonly message: string };
  readonly tries: number;
  readonly tokens: readonly (string | undefined)[];
}

/** What comes of a download where GitHub's store gives these answers, the last one for ever. */
async function ask(
  answers: readonly Answer[],
  {
    api = null,
    size = 11,
    digest = DIGEST,
  }: { api?: Answer | null; size?: number; digest?: string } = {},
): Promise<Asked> {
  let tries = 0;
  const tokens: (string | undefined)[] = [];
  const running = createServer((request, response) => {
    if (request.url?.startsWith("/store") === true) {
      tokens.push(request.headers.authorization);
      (answers[tries++] ?? answers.at(-1)!)(response);
    } else if (api !== null) {
      tries += 1;
      api(response);
    } else response.writeHead(302, { location: `${url}/store?sig=secret` }).end();
  });
  server = running;
  await new Promise<void>((done) => running.listen(0, "127.0.0.1", done));
  const address = running.address();
  if (address === null || typeof address === "string") throw new Error("It has no port");
  const url = `http://127.0.0.1:${address.port}`;
  const artifact = { id: 1, name: "evidence-price", size, digest };
  const result = await downloadArtifact(
    githubApi("token", url),
    { owner: "octo", repo: "app" },
    artifact,
    limits,
  ).catch((error: unknown) => {
    if (error instanceof PipelineError) return { code: error.code, message: error.message };
    throw error;
  });
  return { result, tries, tokens };
}

describe("an artifact", () => {
  test("is downloaded, and GitHub's store does not get the token", async () => {
    const { result, tokens } = await ask([whole]);
    expect(result).toEqual({ archive: CONTENT });
    expect(tokens).toEqual([undefined]);
  });

  test.each([
    { what: "was cut off on its way", answers: [cut, whole] },
    { what: "did not come any further", answers: [silent, whole] },
    { what: "could not be had", answers: [status(503), status(500), whole] },
  ])("that $what is asked for again", async ({ answers }) => {
    const { result, tries } = await ask(answers);
    expect(result).toEqual({ archive: CONTENT });
    expect(tries).toBe(answers.length);
  });

  test.each([
    {
      what: "has another digest than GitHub states",
      digest: "sha256:0",
      said: /does not have the/,
    },
    {
      what: "is larger than what is read, by GitHub's word",
      size: 1_001,
      said: /more than 1000 bytes/,
    },
  ])("that $what is refused", async ({ said, ...given }) => {
    const { result } = await ask([whole], given);
    expect(result).toEqual({ problem: expect.stringMatching(said) as unknown });
  });

  test("that has no end is refused at the limit", async () => {
    const { result, tries } = await ask([endless]);
    expect(result).toEqual({ problem: "has more than 1000 bytes" });
    expect(tries).toBe(1);
  });

  test.each([
    { what: "is cut off each time", answers: [cut] },
    { what: "never comes to its end", answers: [silent] },
    { what: "cannot be had", answers: [status(500)] },
  ])("that $what ends in a reason after three tries", async ({ answers }) => {
    const { result, tries } = await ask(answers);
    expect(result).toEqual({
      code: "SERVICE_UNAVAILABLE",
      message: expect.stringMatching(/the artifact evidence-price: (?!.*secret)/) as unknown,
    });
    expect(tries).toBe(3);
  });

  test("that this token may not read is not asked for again", async () => {
    const { result, tries } = await ask([whole], { api: status(403) });
    expect(result).toMatchObject({ code: "SERVICE_UNAVAILABLE" });
    expect(tries).toBe(1);
  });
});

test("a store that sends a byte now and then is not waited for longer than the limit", async () => {
  const began = performance.now();
  const { result } = await ask([slow]);
  expect(result).toMatchObject({
    code: "SERVICE_UNAVAILABLE",
    message: expect.stringContaining("it took longer than 3 s") as unknown,
  });
  expect(performance.now() - began).toBeLessThan(8_000);
});
