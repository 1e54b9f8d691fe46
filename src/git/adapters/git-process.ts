import type { ChildProcess } from "node:child_process";
import { type ProgramResult, runProgram, startProgram } from "../../foundation/adapters/program.ts";
import { PipelineError } from "../../foundation/errors.ts";
import { withoutCommands } from "../../foundation/untrusted-text.ts";
import { BrokenObject } from "../broken-object.ts";

export type GitResult = ProgramResult;

export interface GitOptions {
  readonly input?: string | Uint8Array;
  /** Exit codes besides 0 that are answers and not failures. */
  readonly answers?: readonly number[];
}

/** Largest output of one git command that is kept in memory. */
const OUTPUT_LIMIT = 512 * 1024 * 1024;

// A transfer that stands still ends after a minute; one that trickles, or a command that hangs, after ten.
const STALLED_SECONDS = 60;
const COMMAND_SECONDS = 600;

/** Pauses before the second and the third try of what is asked of the server. */
export const RETRY_MILLISECONDS: readonly number[] = [1_000, 4_000];

// What a runner's network needs; everything else of the environment stays outside, so that no GIT_* variable and no
// configuration of the user or the machine changes an answer.
const PASSED_ON = [
  "PATH",
  "TMPDIR",
  "http_proxy",
  "HTTP_PROXY",
  "https_proxy",
  "HTTPS_PROXY",
  "no_proxy",
  "NO_PROXY",
  "SSL_CERT_FILE",
  "SSL_CERT_DIR",
  "GIT_SSL_CAINFO",
] as const;

export interface GitCredential {
  /** Such as `https://github.com`. */
  readonly serverUrl: string;
  readonly token: string;
}

/** A key of git's configuration and its value. */
export type Setting = readonly [key: string, value: string];

export interface GitProcessOptions {
  readonly credential?: GitCredential | null;
  /** Configuration besides our own, for this process alone: it stands in no file. */
  readonly settings?: readonly Setting[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs git in one bare repository, with an environment of its own. The token travels by the environment, never by an argument. */
export class GitProcess {
  readonly #directory: string;
  readonly #environment: NodeJS.ProcessEnv;

  constructor(directory: string, options: GitProcessOptions = {}) {
    const { credential = null, settings = [], environment = {} } = options;
    this.#directory = directory;
    this.#environment = {
      ...Object.fromEntries(
        PASSED_ON.flatMap((name) => {
          const value = process.env[name];
          return value === undefined ? [] : [[name, value]];
        }),
      ),
      LC_ALL: "C",
      HOME: directory,
      // Named, so that git neither searches for a repository nor asks who owns it.
      GIT_DIR: directory,
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_ATTR_NOSYSTEM: "1",
      GIT_TERMINAL_PROMPT: "0",
      GIT_ASKPASS: "",
      GIT_OPTIONAL_LOCKS: "0",
      GIT_NO_REPLACE_OBJECTS: "1",
      // Whatever a configuration allows, also that of a repository on this machine that git asks: no `ext::`, no `ssh`.
      GIT_ALLOW_PROTOCOL: "file:http:https",
      ...configuration(credential, settings),
      ...environment,
    };
  }

  async run(args: readonly string[], options: GitOptions = {}): Promise<GitResult> {
    const result = await this.#result(args, options.input);
    if (result.exitCode === 0 || options.answers?.includes(result.exitCode) === true) return result;
    throw failureOf(args, result);
  }

  async text(args: readonly string[], options: GitOptions = {}): Promise<string> {
    return (await this.run(args, options)).stdout.toString("utf8").trimEnd();
  }

  /** A command that asks the server: asked again after a failure that may pass. */
  async ask(
    args: readonly string[],
    options: GitOptions = {},
    pauses: readonly number[] = RETRY_MILLISECONDS,
  ): Promise<GitResult> {
    try {
      return await this.run(args, options);
    } catch (error) {
      const [pause, ...later] = pauses;
      const mayPass = error instanceof PipelineError && error.code === "SERVICE_UNAVAILABLE";
      if (!mayPass || pause === undefined) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
      return this.ask(args, options, later);
    }
  }

  /** A command that goes on running; whoever started it reads and ends it. */
  start(args: readonly string[], hasInput: boolean): ChildProcess {
    return startProgram("git", args, {
      folder: this.#directory,
      environment: this.#environment,
      hasInput,
    });
  }

  #result(args: readonly string[], input: string | Uint8Array | undefined): Promise<GitResult> {
    return runProgram("git", args, {
      folder: this.#directory,
      environment: this.#environment,
      input,
      seconds: COMMAND_SECONDS,
      outputBytes: OUTPUT_LIMIT,
    }).catch((error: unknown) => {
      throw notStarted(error);
    });
  }
}

export function notStarted(cause: unknown): PipelineError {
  return new PipelineError("GIT_FAILED", "git could not be started", {
    hint: "agent-pipeline needs git 2.39 or newer on the PATH.",
    cause,
  });
}

function configuration(
  credential: GitCredential | null,
  more: readonly Setting[],
): Record<string, string> {
  const settings: Setting[] = [
    ["core.fsmonitor", "false"],
    // Nothing that is written here outlives the job.
    ["core.fsync", "none"],
    ["core.hooksPath", "/dev/null"],
    ["core.quotePath", "false"],
    ["gc.auto", "0"],
    ["maintenance.auto", "false"],
    ["protocol.version", "2"],
    ["http.lowSpeedLimit", "1"],
    ["http.lowSpeedTime", String(STALLED_SECONDS)],
    ...(credential === null
      ? []
      : [
          [`http.${credential.serverUrl}/.extraheader`, authorization(credential.token)] as Setting,
        ]),
    ...more,
  ];
  const variables: Record<string, string> = { GIT_CONFIG_COUNT: String(settings.length) };
  for (const [index, [key, value]] of settings.entries()) {
    variables[`GIT_CONFIG_KEY_${index}`] = key;
    variables[`GIT_CONFIG_VALUE_${index}`] = value;
  }
  return variables;
}

function authorization(token: string): string {
  return `AUTHORIZATION: basic ${Buffer.from(`x-access-token:${token}`).toString("base64")}`;
}

const SERVER_ANSWERS: readonly {
  readonly pattern: RegExp;
  readonly make: (text: string) => PipelineError;
}[] = [
  {
    // Before the next ones: whoever meets such an object hangs up in the middle.
    pattern: /not our ref|possible repository corruption|did not send all necessary objects/,
    make: (text) => new BrokenObject(`The git server cannot send what was asked for: ${text}`),
  },
  {
    // GitHub says "not found" of a private repository to a token that may not see it.
    pattern:
      /Authentication failed|could not read Username|HTTP 40[13]|returned error: 40[13]|Write access to repository not granted|Permission to .* denied|Repository not found|fatal: repository '.*' not found/i,
    make: (text) =>
      new PipelineError("PERMISSION_MISSING", `The git server refused the token: ${text}`, {
        hint: "Give the job the `contents` permission that the docs list for it.",
      }),
  },
  {
    pattern:
      /Could not resolve host|Failed to connect|Couldn't connect|Connection (?:refused|reset|timed out|was reset)|Empty reply|returned error: (?:5\d\d|429)|early EOF|unexpected disconnect|hung up unexpectedly|Operation too slow|RPC failed|SSL_(?:read|connect)|gnutls_handshake/i,
    make: (text) =>
      new PipelineError("SERVICE_UNAVAILABLE", `The git server did not answer: ${text}`, {
        hint: "Run the job again; it takes up where this one stopped.",
      }),
  },
];

export function failureOf(args: readonly string[], { exitCode, stderr }: GitResult): PipelineError {
  const lines = withoutCommands(stderr.trim()).split("\n");
  const text = lines.slice(-5).join(" | ").slice(0, 1_000);
  const known = SERVER_ANSWERS.find(({ pattern }) => pattern.test(stderr));
  if (known !== undefined) return known.make(text);
  const how = exitCode === -1 ? "was stopped" : `ended with ${exitCode}`;
  return new PipelineError("GIT_FAILED", `git ${args[0] ?? ""} ${how}: ${text}`);
}
