import type { Reason } from "../evidence/reasons.ts";
import { utf8Text } from "../foundation/json.ts";
import { withoutBullet } from "../story/lines.ts";
import type { TaskContent } from "../task/folder.ts";
import { isSeeded, type Use, usesIn } from "./code-facts.ts";
import type { Contract } from "./contract.ts";

/** What a line may forbid, by the words that say so, and how code shows by its syntax that it does it all the same. */
interface Ban {
  readonly what: string;
  readonly words: RegExp;
  readonly imports: RegExp;
  readonly calls: RegExp;
}

const NEVER = /^(?!)/u;

const BANS: readonly Ban[] = [
  {
    what: "the network",
    words: /network|internet|netzwerk|réseau|\bred\b/iu,
    imports:
      /^(?:socket|ssl|http\.(?:client|server)|urllib\.request|ftplib|smtplib|poplib|imaplib|xmlrpc|requests|httpx|aiohttp)\b/u,
    calls: /^http\.(?:client|server)\./u,
  },
  {
    what: "files, input or output",
    words: /\bi\/o\b|\bfiles?\b|\binput\b|\boutput\b|dateien?\b|fichiers?|archivos?/iu,
    imports: /^(?:shutil|tempfile|fileinput)\b/u,
    calls:
      /^(?:open|input|print|(?:io|os)\.open|.*\.(?:read_text|write_text|read_bytes|write_bytes))$/u,
  },
  {
    what: "randomness",
    words: /random|determinis|zufall|aléatoire|aleatori/iu,
    imports: /^(?:random|secrets)\b/u,
    calls: /^(?:os\.urandom|uuid4|uuid\.uuid4|uuid1|uuid\.uuid1)$/u,
  },
  {
    what: "the clock",
    words:
      /clock|time dependence|time-dependent|current time|\bnow\b|\btoday\b|determinis|uhr\b|horloge|reloj/iu,
    imports: NEVER,
    calls:
      /^(?:(?:datetime\.)?datetime\.(?:now|utcnow|today)|(?:datetime\.)?date\.today|time\.(?:time|time_ns|monotonic|localtime|gmtime|perf_counter))$/u,
  },
];

/** Words that forbid all of it: "pure functions". */
const ALL =
  /\bpure\b|\brein(?:e|er|es)?\b|\bpur(?:e|es|s)?\b|\bpuras?\b|side.?effect|nebenwirkung/iu;

/**
 * Where a line says what code must not touch, and no test can show that it does not: what the syntax of the code shows to
 * the contrary. Nothing found is no proof; something found is.
 */
export function purityFaults(
  { items, notTestable }: Contract,
  files: readonly TaskContent[],
): Reason[] {
  const lines = items.filter(({ line }) => notTestable.get(withoutBullet(line)) === "purity");
  if (lines.length === 0) return [];
  const code = files
    .filter(({ path }) => path.startsWith("src/") && path.endsWith(".py"))
    .map(({ path, content }) => {
      const text = utf8Text(content) ?? "";
      return { path, uses: usesIn(text), isSeeded: isSeeded(text) };
    });
  return lines.flatMap(({ line }) => {
    const bans = BANS.filter(({ words }) => words.test(line) || ALL.test(line));
    const maySeed = /\bseed|startwert|\bgraine|\bsemilla/iu.test(line);
    return code.flatMap(({ path, uses, isSeeded: hasSeed }) =>
      uses.flatMap((use) => {
        if (maySeed && hasSeed && use.name === "random") return [];
        const ban = bans.find((each) => isBanned(use, each));
        return ban === undefined ? [] : [faultOf(line, path, use, ban)];
      }),
    );
  });
}

function isBanned(use: Use, { imports, calls }: Ban): boolean {
  if (use.isOfProgram === true || use.isOther === true) return false;
  const { kind, name, names = [] } = use;
  if (kind === "call") return calls.test(name);
  return [name, ...names.map((each) => `${name}.${each}`)].some((each) => imports.test(each));
}

function faultOf(item: string, file: string, { line, name, kind }: Use, { what }: Ban): Reason {
  const does = kind === "import" ? `imports ${name}` : `calls ${name}`;
  return {
    code: "policy_violation",
    message: `The story says ${JSON.stringify(withoutBullet(item))}, and ${file}:${line} ${does}: ${what}`,
    file,
    line,
    item,
  };
}
