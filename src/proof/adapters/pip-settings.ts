import * as z from "zod";
import { runProgram } from "../../foundation/adapters/program.ts";
import { PipelineError } from "../../foundation/errors.ts";
import { jsonIn } from "../../foundation/json.ts";

/** What pip would find of configuration in this job, to be handed to a pip that sees nothing of the job. */
export interface PipSettings {
  /** One `pip.conf` that says what all files and `PIP_*` variables together say of an installation. */
  readonly conf: string;
  /** The credentials of the indexes' hosts; those of other hosts stay outside. */
  readonly netrc: string;
  /** Of proxies and certificates. */
  readonly variables: Readonly<Record<string, string>>;
  /** Absolute paths that the settings name: wheels, certificates, constraints. */
  readonly paths: readonly string[];
}

/** What pip finds its index, its settings, its proxy and its certificates by; no token of the job is among it. */
const PASSED_ON =
  /^(?:PATH|HOME|TMPDIR|LANG|LC_ALL|PIP_\w+|XDG_(?:CONFIG|CACHE)_HOME|NETRC|SSL_CERT_(?:FILE|DIR)|REQUESTS_CA_BUNDLE|(?:HTTPS?|ALL|NO)_PROXY)$/i;
const PROXY_OR_CERTIFICATE =
  /^(?:SSL_CERT_(?:FILE|DIR)|REQUESTS_CA_BUNDLE|(?:HTTPS?|ALL|NO)_PROXY)$/i;

/** The part of an environment that pip is given. */
export function pipEnvironment(environment: NodeJS.ProcessEnv): Record<string, string> {
  return picked(environment, PASSED_ON);
}

const Found = z.object({
  /** By name, without the section: what counts for an installation. */
  settings: z.record(z.string(), z.string()),
  logins: z.array(z.tuple([z.string(), z.string(), z.string()])),
});

// pip is asked for its settings, so that they are found where it finds them; the values are Python's own literals.
const QUESTION = `
import ast, json, netrc, os, subprocess, sys, urllib.parse
listed = subprocess.run(
    [sys.executable, "-I", "-m", "pip", "config", "list"], cwd="/", stdout=subprocess.PIPE, check=True, text=True
).stdout
found = {"global": {}, "install": {}, ":env:": {}}
for line in listed.splitlines():
    key, equals, value = line.partition("=")
    section, _, name = key.rpartition(".")
    if equals and section in found:
        found[section][name] = ast.literal_eval(value)
settings = {**found["global"], **found["install"], **found[":env:"]}
places = ("index-url", "extra-index-url", "find-links")
urls = [word for name in places for word in settings.get(name, "").split()]
home = os.path.expanduser("~")
logins = []
for path in [os.environ.get("NETRC") or os.path.join(home, ".netrc"), os.path.join(home, "_netrc")]:
    try:
        known = netrc.netrc(path)
    except (OSError, netrc.NetrcParseError):
        continue
    for host in sorted({urllib.parse.urlsplit(url).hostname or "" for url in urls} - {""}):
        login = known.authenticators(host)
        if login:
            logins.append([host, login[0] or "", login[2] or ""])
    break
print(json.dumps({"settings": settings, "logins": logins}))
`;

/** Where pip would write besides the environment, or look for more settings: nothing of it is inside. */
const LEFT_OUT = ["cache-dir", "log", "log-file", "config-file"];
const NAMING_PATHS = [
  "find-links",
  "index-url",
  "extra-index-url",
  "cert",
  "client-cert",
  "constraint",
  "build-constraint",
  "requirement",
];

/** Asks the pip of an interpreter, in the environment of this job. Rejects with what it said when it cannot tell. */
export async function readPipSettings(
  python: string,
  environment: NodeJS.ProcessEnv,
): Promise<PipSettings> {
  const { exitCode, stdout, stderr } = await runProgram(python, ["-I", "-c", QUESTION], {
    seconds: 60,
    environment: pipEnvironment(environment),
  });
  const found = Found.safeParse(jsonIn(stdout.toString("utf8")));
  if (exitCode !== 0 || !found.success) {
    const said = stderr.trim().slice(-500);
    throw new PipelineError("INPUT_INVALID", `pip does not tell its settings: ${said}`, {
      hint: "Look at pip's configuration files and at the PIP_ variables of the job.",
    });
  }
  const variables = picked(environment, PROXY_OR_CERTIFICATE);
  const settings = Object.entries(found.data.settings).filter(([key]) => !LEFT_OUT.includes(key));
  const values = [
    ...settings.filter(([key]) => NAMING_PATHS.includes(key)).map(([, value]) => value),
    ...Object.values(variables),
  ];
  return {
    conf: ["[global]", ...settings.map(asSetting), ""].join("\n"),
    netrc: found.data.logins.map(asLogin).join(""),
    variables,
    paths: [...new Set(values.flatMap((value) => value.split(/\s+/)).flatMap(pathIn))],
  };
}

/** Words of a list stand on lines of their own; what goes on is indented. */
function asSetting([key, value]: readonly [string, string]): string {
  return `${key} = ${value.trim().replaceAll(/\s*\n\s*/g, "\n    ")}`;
}

function asLogin([host, login, password]: readonly [string, string, string]): string {
  return `machine ${host}\n  login ${asToken(login)}\n  password ${asToken(password)}\n`;
}

/** Quoted only where it has to be: until Python 3.10 quotes are part of the text. */
function asToken(text: string): string {
  return /["\\\s#]|^$/.test(text) ? `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"` : text;
}

function pathIn(word: string): string[] {
  if (word.startsWith("/")) return [word];
  if (!/^file:\/\/(?:localhost)?\//.test(word)) return [];
  return [decodeURIComponent(word.replace(/^file:\/\/(?:localhost)?/, ""))];
}

function picked(environment: NodeJS.ProcessEnv, names: RegExp): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value !== undefined && names.test(name) ? [[name, value]] : [],
    ),
  );
}
