import type { Item } from "../story/items.ts";
import type { NotTestable } from "../task/design.ts";

type Reason = NotTestable["reason"];

const NAMES: Readonly<Record<Reason, string>> = {
  version: "which Python or which versions it runs with",
  libraries: "which libraries it uses",
  style: "how its text looks",
  purity: "what it must not touch or depend on",
};

/** Words by which a line says so, in the languages in which stories are often written. */
const WORDS: Readonly<Record<Reason, RegExp>> = {
  version: /\bpython\b|\bversion|\bcpython|\bpy3|compatib|kompatib|versión/iu,
  libraries:
    /librar|standard|stdlib|dependenc|package|module|import|framework|numpy|pandas|decimal|bibliothek|abhängigkeit|paket|bibliothèque|dépendance|biblioteca|dependencia|paquete/iu,
  style:
    /style|docstring|comment|type[- ]?hint|annotat|typed|naming|named|\bnames?\b|\bfile\b|\bpath\b|pep ?8|format|lint|readab|document|module|line length|stil|kommentar|lesbar|benannt|typis|dateiname|nommé|lisible|commentaire|estilo|legible|comentario/iu,
  purity:
    /\bpure|side.?effect|no (?:network|file|i\/?o|input|output|global|state|randomness|clock|time)|\bi\/o\b|network|determinis|random|clock|global|stateless|mutat|thread|filesystem|file system|without (?:network|files?|state)|rein(?:e|er|es)? |nebenwirkung|netzwerk|zufall|\bpur(?:e|es|s)?\b|effets? de bord|réseau|aléatoire|efectos secundarios|aleatori/iu,
};

/** Letters of the languages that the words above are of. */
const LATIN = /\p{Script=Latin}/u;

/** Why a line is something that a test can show; null where it fits the reason that is given. */
export function notTestableProblem({ line, example }: Item, reason: Reason): string | null {
  if (example.kind !== "none") return "it is an example, which a test can show";
  if (/["“”„«»「」]/u.test(line)) return "it quotes a text, which a test can show";
  if (/\b[A-Z]\w*(?:Error|Exception|Warning)\b/u.test(line)) {
    return "it names an exception, which a test can show";
  }
  if (!LATIN.test(line)) return null;
  return WORDS[reason].test(line) ? null : `it does not say ${NAMES[reason]}`;
}
