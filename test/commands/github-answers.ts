import { createServer, type Server } from "node:http";

const servers: Server[] = [];

export function stopAll(): void {
  for (const server of servers.splice(0)) server.close();
}

/** By path: a status, and JSON, or bytes, or the address that it leads to. */
export type Answers = Readonly<Record<string, readonly [status: number, body: unknown]>>;

export interface Answering {
  readonly url: string;
  /** What was said about who asks, with each path. */
  readonly tokens: Set<string | undefined>;
  readonly asked: Map<string, string | undefined>;
}

/** A GitHub that knows some paths, and answers the others as one does that hides them. */
export async function github(answers: Answers): Promise<Answering> {
  const tokens = new Set<string | undefined>();
  const asked = new Map<string, string | undefined>();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "", "http://x").pathname);
    tokens.add(request.headers.authorization);
    asked.set(path, request.headers.authorization);
    const [status, body] = answers[path] ?? [404, { message: "Not Found" }];
    if (status === 302) response.writeHead(status, { location: String(body) }).end();
    else if (Buffer.isBuffer(body)) response.writeHead(status).end(body);
    else {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    }
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("It has no port");
  return { url: `http://127.0.0.1:${address.port}`, tokens, asked };
}
