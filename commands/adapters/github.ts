import { join } from "node:path";
import { runProgram } from "../../src/foundation/adapters/program.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import { checkoutFolders } from "../../src/git/adapters/checkout.ts";
import type { RepositoryName } from "../../src/github/adapters/api.ts";
import type { Asked } from "../commands.ts";
import { textAt } from "./folder.ts";

/** A repository on GitHub, and where its API is. */
export interface Place {
  readonly name: RepositoryName;
  readonly host: string;
  readonly apiUrl: string;
  /** Whether somebody has named the API's address on the command line. */
  readonly isNamed: boolean;
}

/** The repository that is asked about: the one that was named, else that of the remote `origin`. */
export function placeOf(asked: Asked, root: string): Place {
  const named = asked.text("repository");
  const remote = named === null ? remoteIn(root) : { host: "github.com", path: named };
  if (remote === null) {
    throw new PipelineError("INPUT_INVALID", "Which repository on GitHub is meant cannot be told", {
      hint: "The remote `origin` names none. Say it: --repository owner/name",
    });
  }
  const [, owner = "", repo = ""] = /^([\w.-]+)\/([\w.-]+)$/.exec(remote.path) ?? [];
  if (owner === "" || repo === "") {
    throw new PipelineError("INPUT_INVALID", `"${remote.path}" is no repository of GitHub`, {
      hint: "Say it: --repository owner/name",
    });
  }
  const apiUrl = asked.text("apiUrl");
  if (apiUrl !== null && URL.parse(apiUrl)?.protocol.startsWith("http") !== true) {
    throw new PipelineError("INPUT_INVALID", "--api-url must be an http(s) URL");
  }
  return {
    name: { owner, repo },
    host: remote.host,
    apiUrl: (apiUrl ?? apiOf(remote.host)).replace(/\/+$/, ""),
    isNamed: apiUrl !== null,
  };
}

function apiOf(host: string): string {
  if (host === "github.com") return "https://api.github.com";
  if (/^[a-z0-9-]+\.ghe\.com$/.test(host)) return `https://api.${host}`;
  throw new PipelineError("INPUT_INVALID", `Where the API of ${host} is, is not known`, {
    hint: "Say it: --api-url https://HOST/api/v3 for a server of your own. What a remote names by itself is sent no token.",
  });
}

/** Read, not asked of git: git starts programs that the configuration of a repository names. */
function remoteIn(root: string): { readonly host: string; readonly path: string } | null {
  const folders = checkoutFolders(root);
  const config = folders === null ? null : textAt(join(folders.shared, "config"));
  const section = /^\[remote "origin"\]\s*$([^[]*)/m.exec(config ?? "")?.[1] ?? "";
  const url = /^\s*url\s*=\s*(\S+)\s*$/m.exec(section)?.[1] ?? "";
  const parts =
    /^(?:https?:\/\/(?:[^@/]+@)?|ssh:\/\/(?:[^@/]+@)?|[^@/:]+@)([\w.-]+)(?::\d+)?[/:](.+?)(?:\.git)?\/?$/.exec(
      url,
    );
  return parts === null ? null : { host: parts[1]!.toLowerCase(), path: parts[2]! };
}

export const TOKEN_SOURCES = ["env", "gh"] as const;

/**
 * The token that somebody allows to be used, empty where nobody did. It goes to the API of GitHub, or to the one that was named
 * on the command line, and nowhere else.
 */
export async function tokenFor(
  asked: Asked,
  place: Place,
  environment: NodeJS.ProcessEnv,
): Promise<string> {
  switch (asked.text("tokenFrom")) {
    case "env": {
      if (!place.isNamed && place.host !== "github.com") {
        throw new PipelineError(
          "INPUT_INVALID",
          `A token of the environment is not sent to ${place.host} unasked`,
          {
            hint: "Name the API that it is for: --api-url URL; or take that of gh: --token-from gh",
          },
        );
      }
      const token = environment["GH_TOKEN"] || environment["GITHUB_TOKEN"] || "";
      if (token !== "") return token;
      throw new PipelineError("INPUT_INVALID", "Neither GH_TOKEN nor GITHUB_TOKEN holds a token", {
        hint: "Set one of them, or take that of gh: --token-from gh",
      });
    }
    case "gh":
      return tokenOfGh(place.host, environment);
    case null:
    default:
      return "";
  }
}

/** Where its settings are, and what it needs to ask the keyring of the system for the token. */
const NEEDED_BY_GH = [
  "PATH",
  "HOME",
  "GH_CONFIG_DIR",
  "XDG_CONFIG_HOME",
  "XDG_RUNTIME_DIR",
  "DBUS_SESSION_BUS_ADDRESS",
  "APPDATA",
  "LOCALAPPDATA",
  "USERPROFILE",
  "SYSTEMROOT",
];

async function tokenOfGh(host: string, environment: NodeJS.ProcessEnv): Promise<string> {
  const passed = Object.fromEntries(NEEDED_BY_GH.map((name) => [name, environment[name]]));
  const result = await runProgram("gh", ["auth", "token", "--hostname", host], {
    environment: passed,
    seconds: 30,
  }).catch(() => null);
  const token = result?.exitCode === 0 ? result.stdout.toString("utf8").trim() : "";
  if (token !== "") return token;
  throw new PipelineError("INPUT_INVALID", `gh has no token for ${host}`, {
    hint:
      result === null
        ? "Install it from https://cli.github.com, or set GH_TOKEN and say --token-from env"
        : `Log in first: gh auth login --hostname ${host}`,
  });
}
